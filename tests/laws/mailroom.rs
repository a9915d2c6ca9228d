//! Sending through the built program, against a mail server with TLS: who got what, what the outbox says and what the dossiers
//! say are one thing, whatever happens on the way.
//!
//! `INSTROOM_MAILROOM_LETTERS=1000 INSTROOM_MAILROOM_KILLS=20 cargo test --test main laws::mailroom` makes a long round of the kills.

use std::process::Child;
use std::sync::Arc;
use std::time::{Duration, Instant};

use calamine::Data;
use instroom::domain::dossier::{Origin, Status};
use instroom::domain::form::layout::{ANSWER, MARK, question_mark};
use instroom::domain::outbox::{Ending, State};
use instroom::domain::questionnaire::built_in;
use instroom::world::clock::{Clock, SystemClock};
use instroom::world::config::{Configuration, Standing};
use instroom::world::mailroom::{Mail, Mailroom};
use instroom::world::store::Store as _;
use jiff::Timestamp;
use jiff::civil::Date;
use mail_parser::{MessageParser, MimeHeaders as _};
use rustix::process::{Pid, Signal, kill_process};

use crate::generate::random::Random;
use crate::generate::workbook::new_workbook;
use crate::support::cells;
use crate::support::mail_server::{Conduct, Manners};
use crate::support::mailing_office::{MailingOffice, address};
use crate::support::program::ahead;

/// Waits until the server took so many, or the program has ended.
fn until_taken(office: &MailingOffice, count: usize, program: &mut Child) {
    let deadline = Instant::now() + Duration::from_secs(120);
    while office.server.taken().len() < count && program.try_wait().unwrap().is_none() {
        assert!(Instant::now() < deadline, "the program does not get on");
        std::thread::sleep(Duration::from_millis(1));
    }
}

/// A cell as a program writes it that knows of no dates.
fn as_text(cell: &Data) -> String {
    match cell {
        Data::DateTime(day) => {
            let days = jiff::SignedDuration::from_hours(24 * (day.as_f64() as i64));
            jiff::civil::date(1899, 12, 30).checked_add(days).unwrap().strftime("%d/%m/%Y").to_string()
        }
        other => other.to_string(),
    }
}

/// The workbook that goes with a mail, as its customer sends it back: with these answers written into their cells, saved by another
/// program.
fn filled_in(mail: &[u8], answers: &[(&str, &str)]) -> Vec<u8> {
    let mail = MessageParser::default().parse(mail).unwrap();
    let enclosed = mail.attachment(0).unwrap();
    assert!(enclosed.attachment_name().unwrap().ends_with(".xlsx"));
    let mut workbook = new_workbook().unwrap();
    for (name, filled) in cells(enclosed.contents().to_vec()) {
        let sheet = workbook.add_worksheet();
        sheet.set_name(&name).unwrap();
        let row_of = |question: &str| {
            let marked =
                |(_, column, cell): &&(usize, usize, Data)| *column == usize::from(MARK) && cell.to_string() == question_mark(question);
            filled.iter().find(marked).map(|(row, ..)| *row)
        };
        let given: Vec<(usize, &str)> = answers.iter().filter_map(|(question, answer)| Some((row_of(question)?, *answer))).collect();
        let mut at: std::collections::BTreeMap<(usize, usize), String> =
            filled.iter().map(|(row, column, cell)| ((*row, *column), as_text(cell))).collect();
        at.extend(given.into_iter().map(|(row, answer)| ((row, usize::from(ANSWER)), answer.to_owned())));
        for ((row, column), text) in at {
            sheet.write_string(u32::try_from(row).unwrap(), u16::try_from(column).unwrap(), text).unwrap();
        }
    }
    workbook.save_to_buffer().unwrap()
}

#[test]
fn a_season_by_mail_from_the_import_to_the_reminder() {
    let office = MailingOffice::of(4, Manners::default());
    let told = office.run(&["invite"]);
    assert!(told.code == 64 && told.told.contains("--yes 4") && office.outbox().messages().is_empty(), "{told:?}");
    let unsettled = office.run(&["invite", "--yes", "4"]);
    assert!(unsettled.code == 78 && unsettled.told.contains("[mail]") && office.outbox().messages().is_empty(), "{unsettled:?}");
    // Without settings letters can be looked at all the same.
    let folder = office.path("letters");
    let written = office.run(&["invite", "--eml", &folder]);
    assert!(written.code == 0 && std::fs::read_dir(&folder).unwrap().count() == 4, "{written:?}");
    office.settle();
    let wrong = office.run(&["invite", "--yes", "3"]);
    assert!(wrong.code == 64 && wrong.told.contains("4 customers") && office.outbox().messages().is_empty(), "{wrong:?}");

    let tested = office.run(&["invite", "--test", "els@kantoor.be"]);
    assert_eq!(tested.code, 0, "{tested:?}");
    let test = office.server.letters().remove(0);
    let mail = MessageParser::default().parse(&test.bytes).unwrap();
    assert!(test.recipient == "els@kantoor.be" && mail.subject().unwrap().starts_with("[TEST] "), "{:?}", mail.subject());
    assert!(mail.body_text(0).unwrap().starts_with("Dit is een testmail") && mail.body_html(0).unwrap().contains("<p><strong>Dit is een"));
    assert!(office.outbox().messages().is_empty() && office.statuses(4) == [Status::NotSentYet; 4]);

    let sent = office.run(&["invite", "--yes", "4"]);
    assert!(sent.code == 0 && sent.out.starts_with("4 sent"), "{sent:?}");
    let (mut letters, outbox) = (office.server.letters().split_off(1), office.outbox());
    assert_eq!(letters.len(), 4);
    for message in outbox.messages() {
        let taken = letters.iter().filter(|letter| letter.message_id == message.message_id && letter.recipient == message.to);
        assert_eq!((taken.count(), matches!(message.state, State::Sent { .. })), (1, true), "{message:?}");
    }
    assert_eq!(office.statuses(4), [Status::Sent; 4]);
    let again = office.run(&["invite", "--yes", "4"]);
    assert!(again.code == 64 && again.told.contains("0 customers"), "{again:?}");

    // One customer answers.
    letters.retain(|letter| letter.recipient == address(2));
    let catalogue = built_in();
    let before = office.dossier(2);
    let questionnaire = catalogue.get(&before.questionnaire).unwrap();
    let open = |kind: &str| {
        let mut free = questionnaire.questions().filter(|question| question.kind.key() == kind && before.answer(&question.id).is_none());
        free.next().unwrap().id.clone()
    };
    let (amount, yes) = (open("amount"), open("yes-no"));
    let file = office.path("terug.xlsx");
    std::fs::write(&file, filled_in(&letters[0].bytes, &[(&amount, "12,50"), (&yes, "ja")])).unwrap();
    let answered = office.run(&["answers", "--yes", &file]);
    assert!(answered.code == 0 && answered.told.contains("2 answers taken over into 1 dossier"), "{answered:?}");
    let after = office.dossier(2);
    let given = |question: &str| after.answer(question).map(|answer| (answer.value.clone(), answer.origin));
    assert_eq!((given(&amount), given(&yes)), (Some(("12.50".into(), Origin::Returned)), Some(("yes".into(), Origin::Returned))));
    assert_eq!(office.statuses(4), [Status::Sent, Status::Answered, Status::Sent, Status::Sent]);

    let early = office.run(&["invite", "--remind", "--yes", "3"]);
    assert_eq!(early.code, 64, "a reminder on the same day is asked for by its days: {early:?}");
    let reminded = office.run(&["invite", "--remind", "--after", "0", "--until", &ahead().to_string(), "--yes", "3"]);
    assert!(reminded.code == 0 && reminded.out.starts_with("3 sent"), "{reminded:?}");
    let mut to: Vec<String> = office.server.taken().split_off(5).into_iter().map(|(to, _)| to).collect();
    to.sort();
    assert_eq!(to, [1, 3, 4].map(address));
    assert_eq!([1, 2, 3, 4].map(|customer| office.dossier(customer).course.reminders), [1, 0, 1, 1]);
    assert_eq!(office.agree(), 0);
}

/// A clock that is some time ahead.
struct Ahead(jiff::SignedDuration);

impl Clock for Ahead {
    fn today(&self) -> Date {
        SystemClock.today()
    }

    fn now(&self) -> Timestamp {
        SystemClock.now() + self.0
    }
}

#[test]
fn every_answer_of_the_server_is_told_and_kept() {
    let manners = Manners::default()
        .towards(&address(1), Conduct::Refuse)
        .first_times(1, &address(2), Conduct::PutOff)
        .first_times(1, &address(3), Conduct::DropInLetter)
        .first_times(1, &address(5), Conduct::Hang)
        .first_times(1, &address(6), Conduct::DropAfterLetter);
    let office = MailingOffice::of(7, manners);
    office.settle();
    let answer = office.run(&["invite", "--yes", "7", "--wait", "0", "--json"]);
    assert_eq!(answer.code, 1, "{answer:?}");
    let told: serde_json::Value = serde_json::from_str(&answer.out).unwrap();
    let states = |told: &serde_json::Value| {
        let of = |message: &serde_json::Value| (message["to"].as_str().unwrap().to_owned(), message["state"].as_str().unwrap().to_owned());
        told["messages"].as_array().unwrap().iter().map(of).collect::<std::collections::BTreeMap<_, _>>()
    };
    let states = states(&told);
    let expected = ["failed", "waiting", "unsure", "sent", "waiting", "unsure", "sent"];
    assert_eq!((1..=7).map(|customer| states[&address(customer)].as_str()).collect::<Vec<_>>(), expected, "{answer:?}");
    let status = office.statuses(7);
    assert_eq!((status[0], status[1], status[2], status[3]), (Status::Failed, Status::Queued, Status::Unsure, Status::Sent));
    assert!(office.dossier(1).course.refusal.unwrap().starts_with("550"));
    let listed = office.run(&["outbox"]);
    assert!(listed.out.contains("550") && listed.told.contains("2 mails are unsure"), "{listed:?}");

    // A dossier with a mail under way is not taken back with its import.
    let undo = office.json(&["undo", "1", "-n", "--json"]);
    assert_eq!((&undo["counts"]["dossiers_kept"], &undo["counts"]["customers_go"]), (&7.into(), &0.into()), "{undo}");

    // The one that was put off and the one at which the server hung are taken when they come again, some minutes later.
    let file = std::path::PathBuf::from(office.path(".config/instroom/config.toml"));
    let (store, catalogue) = (office.store(), built_in());
    let mail = Mail::settled(store.directory(), Configuration::read(&file, Standing::Named).unwrap());
    let clock = Arc::new(Ahead(jiff::SignedDuration::from_mins(6)));
    let room = Mailroom { store: &store, catalogue: &catalogue, mail: &mail, clock, user: "els" };
    let sent = room.send(None, Duration::ZERO, &|| false, &mut |_| {}).unwrap();
    assert_eq!((sent.ending, sent.messages.len()), (Ending::Done, 2));
    room.begin(&store.snapshot().unwrap()).unwrap();
    assert_eq!((office.statuses(7)[1], office.statuses(7)[4]), (Status::Sent, Status::Sent));

    // A person decides: one arrived, the other is to leave again.
    let id = |customer: u64| {
        let message = office.outbox().messages().iter().find(|message| message.to == address(customer)).map(|message| message.id);
        message.unwrap().to_string()
    };
    assert_eq!(office.run(&["outbox", "decide", &id(6), "arrived", "--yes"]).code, 0);
    assert_eq!(office.run(&["outbox", "decide", &id(3), "again", "--yes"]).code, 0);
    assert_eq!(office.run(&["outbox", "send"]).code, 0);
    assert_eq!(office.agree(), 0);
    assert_eq!(office.run(&["outbox", "send"]).code, 0, "where nothing is queued nothing is sent");
    assert_eq!(office.taken().len(), 6);
}

#[test]
fn of_two_programs_that_are_asked_for_the_same_round_one_sends_it() {
    let office = MailingOffice::of(6, Manners::default());
    office.settle();
    let mut programs: Vec<Child> = (0..3).map(|_| office.start(&["invite", "--yes", "6"])).collect();
    let codes: Vec<i32> = programs.iter_mut().map(|program| program.wait().unwrap().code().unwrap()).collect();
    assert_eq!(codes.iter().filter(|code| **code == 0).count(), 1, "{codes:?}");
    // In use; or it looked when the others had queued already, and the number was another.
    assert!(codes.iter().all(|code| [0, 64, 75].contains(code)), "{codes:?}");
    assert_eq!((office.agree(), office.taken().len()), (0, 6));
}

#[test]
fn a_round_that_is_stopped_ends_its_mail_and_leaves_the_rest_for_later() {
    let office = MailingOffice::of(12, Manners::default());
    office.settle();
    // Where these tests run under nohup the program leaves SIGHUP ignored, as it promises.
    let rounds = [(Signal::TERM, 143), (Signal::INT, 130), (Signal::HUP, 129)];
    for (signal, code) in rounds.into_iter().filter(|(signal, _)| !is_ignored(*signal)) {
        let asked: &[&str] = if code == 143 { &["invite", "--yes", "12"] } else { &["outbox", "send"] };
        let before = office.server.taken().len();
        let mut program = office.start(asked);
        until_taken(&office, before + 2, &mut program);
        kill_process(Pid::from_child(&program), signal).unwrap();
        assert_eq!(program.wait().unwrap().code(), Some(code), "{signal:?}");
        let tally = office.outbox().tally(|_| true);
        assert_eq!((office.agree(), tally.unsure, tally.sending), (0, 0, 0), "the one in flight has ended");
        assert!(tally.queued > 0 && tally.total() == 12, "{tally:?}");
    }
    let listed = office.json(&["invite", "--json"]);
    assert!(listed["left_out"].as_array().unwrap().iter().any(|out| out["why"] == "in_outbox"), "{listed}");
    assert_eq!(office.run(&["outbox", "send"]).code, 0);
    assert_eq!((office.agree(), office.taken().len()), (0, 12));
    assert_eq!(office.statuses(12), [Status::Sent; 12]);
}

/// Whether this process, and so whatever it starts, ignores a signal.
fn is_ignored(signal: Signal) -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:")).unwrap();
    u64::from_str_radix(ignored.trim(), 16).unwrap() & (1 << (signal.as_raw() - 1)) != 0
}

fn of_environment(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|number| number.parse().ok()).unwrap_or(otherwise)
}

#[test]
fn a_program_that_is_killed_while_it_sends_reaches_everybody_once() {
    let (letters, kills) = (of_environment("INSTROOM_MAILROOM_LETTERS", 16), of_environment("INSTROOM_MAILROOM_KILLS", 3));
    let office = MailingOffice::of(letters, Manners::default());
    office.settle();
    let mut random = Random::of(12, 0);
    let mut unsure = 0;
    for kill in 0..kills {
        let at = usize::try_from(letters * (kill + 1) / (kills + 1)).unwrap();
        let number = letters.to_string();
        let asked: &[&str] = if kill == 0 { &["invite", "--yes", &number] } else { &["outbox", "send"] };
        let mut program = office.start(asked);
        until_taken(&office, at, &mut program);
        std::thread::sleep(Duration::from_micros(random.below(110_000)));
        program.kill().unwrap();
        program.wait().unwrap();
        // Whoever looks next settles what was left.
        assert_eq!(office.run(&["outbox"]).code, 0);
        let now = office.agree();
        assert!(now <= unsure + 1, "one kill made {} unsure", now - unsure);
        unsure = now;
    }
    office.run(&["outbox", "send"]);
    assert_eq!((office.agree(), office.outbox().tally(|_| true).ahead()), (unsure, 0), "what is unsure is not sent by itself");
    let log = office.taken();
    for message in office.outbox().messages().iter().filter(|message| matches!(message.state, State::Unsure { .. })) {
        let decision = if log.contains_key(&message.message_id) { "arrived" } else { "again" };
        assert_eq!(office.run(&["outbox", "decide", &message.id.to_string(), decision, "--yes"]).code, 0);
    }
    assert_eq!(office.run(&["outbox", "send"]).code, 0);
    assert_eq!((office.agree(), office.taken().len() as u64), (0, letters));
    assert!(office.statuses(letters).iter().all(|status| *status == Status::Sent));
    println!("{kills} kills while {letters} mails went out: {unsure} unsure, nobody twice");
}

#[test]
fn a_first_invitation_that_was_refused_is_with_nobody() {
    for conduct in [Conduct::Refuse, Conduct::RefuseLetter] {
        let office = MailingOffice::of(2, Manners::default().towards(&address(1), conduct));
        office.settle();
        let sent = office.run(&["invite", "--yes", "2"]);
        assert_eq!(sent.code, 1, "{sent:?}");
        assert_eq!((office.statuses(2), office.dossier(1).course.sent), (vec![Status::Failed, Status::Sent], None));
        let unlinked = office.json(&["flows", "unlink", "pit-2026", "--customer", "C00001", "--customer", "C00002", "-n", "--json"]);
        assert_eq!((&unlinked["dossiers"], &unlinked["sent"]), (&1.into(), &0.into()), "{unlinked}");
        assert_eq!(unlinked["left_out"], serde_json::json!([{ "customer": "C00002", "why": "sent" }]), "{unlinked}");
        let alone = ["flows", "unlink", "pit-2026", "--customer", "C00001", "--yes"];
        assert_eq!(office.run(&alone).code, 0, "no number is asked for");
    }
}
