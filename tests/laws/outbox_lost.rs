//! An outbox whose journal was lost, emptied, or put back as it was earlier: nobody is stranded, and nobody gets it twice.

use std::path::PathBuf;

use instroom::domain::dossier::Status;
use instroom::domain::outbox::{Doubt, State};

use crate::support::mail_server::Manners;
use crate::support::mailing_office::MailingOffice;

fn journal(office: &MailingOffice) -> PathBuf {
    PathBuf::from(office.path("store")).join("outbox/journal")
}

/// An office whose server is not there: three invitations are queued, none has left.
fn queued() -> MailingOffice {
    let office = MailingOffice::of(3, Manners::default());
    // Nobody listens there.
    office.settle_at(1);
    let sent = office.run(&["invite", "--yes", "3", "--wait", "0"]);
    assert_ne!(sent.code, 0, "{sent:?}");
    assert_eq!(office.statuses(3), [Status::Queued; 3]);
    office
}

#[test]
fn a_lost_journal_is_asked_about_and_decided() {
    for emptied in [false, true] {
        let office = queued();
        if emptied {
            std::fs::write(journal(&office), b"").unwrap();
        } else {
            std::fs::remove_file(journal(&office)).unwrap();
        }
        let checked = office.run(&["store", "check", "--json"]);
        assert_eq!(checked.code, 1, "{checked:?}");
        assert_eq!(checked.out.matches("dossier_without_mail").count(), 3, "{checked:?}");
        let listed = office.run(&["outbox"]);
        assert_eq!(listed.code, 0, "{listed:?}");
        let outbox = office.outbox();
        assert_eq!(outbox.messages().len(), 3);
        assert!(outbox.messages().iter().all(|message| matches!(message.state, State::Unsure { why: Doubt::Forgotten, .. })));
        assert_eq!(office.statuses(3), [Status::Unsure; 3]);
        for arguments in [
            ["outbox", "decide", "M00001", "arrived", "--yes"].as_slice(),
            &["outbox", "decide", "M00002", "again", "--yes"],
            &["outbox", "withdraw", "M00003", "--yes"],
        ] {
            let decided = office.run(arguments);
            assert_eq!(decided.code, 0, "{decided:?}");
        }
        assert_eq!(office.statuses(3), [Status::Sent, Status::Queued, Status::NotSentYet]);
        assert_eq!(office.run(&["outbox"]).code, 0);
        assert_eq!(office.outbox().messages().len(), 3, "and is not asked about again");
        assert_eq!(office.run(&["store", "check"]).code, 0);
    }
}

#[test]
fn an_older_journal_sends_nothing_a_second_time() {
    let office = MailingOffice::of(2, Manners::default());
    office.settle();
    assert_eq!(office.run(&["invite", "--yes", "2"]).code, 0);
    assert_eq!(office.taken().len(), 2);
    // The journal up to the end of its first entry: the round was queued, and nothing is known of what became of it.
    let bytes = std::fs::read(journal(&office)).unwrap();
    let first = 8 + u32::from_le_bytes(*bytes.first_chunk().unwrap()) as usize;
    std::fs::write(journal(&office), &bytes[..first]).unwrap();
    let _ended = office.run(&["outbox", "send", "--now", "--wait", "0"]);
    assert_eq!(office.server.taken().len(), 2, "nobody gets it twice");
    assert!(office.outbox().messages().iter().all(|message| matches!(message.state, State::Unsure { why: Doubt::Forgotten, .. })));
}

#[test]
fn taking_back_what_is_all_kept_writes_nothing_and_can_be_done_later() {
    let office = queued();
    let vain = office.run(&["undo", "1", "--yes"]);
    assert_eq!((vain.code, vain.out.as_str()), (65, ""), "a script does not read it as done: {vain:?}");
    assert!(vain.told.contains("instroom: Nothing was taken back: ") && vain.told.contains("\n  Withdraw the mails "), "{vain:?}");
    assert_eq!(office.run(&["undo", "1"]).code, 65, "nor is --yes all that it needs");
    let look = office.run(&["undo", "1", "-n"]);
    assert!(look.code == 0 && look.told.is_empty() && look.out.ends_with("nothing was written.\n"), "{look:?}");
    let told = office.json(&["undo", "1", "--yes", "--json"]);
    assert_eq!((told["number"].is_null(), told["keeps"].as_array().unwrap().len()), (true, 6));
    for id in ["C00001", "C00002", "C00003"] {
        let lines: Vec<&str> = look.out.lines().filter(|line| line.contains(id)).collect();
        assert!(lines.len() == 1 && lines[0].matches("pit-2026").count() == 1, "one line per customer: {lines:?}");
    }
    for id in ["M00001", "M00002", "M00003"] {
        assert_eq!(office.run(&["outbox", "withdraw", id, "--yes"]).code, 0);
    }
    let archived = office.run(&["flows", "archive", "pit-2026", "-n"]);
    assert!(!archived.out.contains("will not leave"), "{archived:?}");
    assert_eq!(office.run(&["undo", "1", "--yes"]).code, 0);
    assert_eq!(office.run(&["customers"]).out.lines().filter(|line| line.contains("C0000")).count(), 0);
}

#[test]
fn mails_that_left_are_not_told_to_be_withdrawn() {
    let office = MailingOffice::of(2, Manners::default());
    office.settle();
    assert_eq!(office.run(&["invite", "--yes", "2"]).code, 0);
    let vain = office.run(&["undo", "1", "--yes"]);
    assert_eq!(vain.code, 65, "{vain:?}");
    assert!(vain.told.ends_with("all that is left of this import was used since and is kept.\n"), "{vain:?}");
    assert_eq!(vain.told.matches("the dossier in pit-2026 got further: sent").count(), 2, "{vain:?}");
}

#[test]
fn an_archive_says_how_many_mails_will_not_leave() {
    let office = queued();
    let archived = office.run(&["flows", "archive", "pit-2026", "-n"]);
    assert!(archived.out.contains("3 mails of it are in the outbox and will not leave."), "{archived:?}");
}
