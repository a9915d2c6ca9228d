//! Mails on their way out through the built program in a real terminal: whoever leaves, or whose line drops, leaves every mail in
//! a known state, and nobody gets one twice.

use std::time::{Duration, Instant};

use rustix::process::Signal;

use super::end;
use crate::support::mail_server::Manners;
use crate::support::mailing_office::MailingOffice;
use crate::support::terminal::Terminal;

const CUSTOMERS: u64 = 40;

/// A session of an office that can send, with everybody invited and the first mails gone.
fn sending() -> (MailingOffice, Terminal) {
    let office = MailingOffice::of(CUSTOMERS, Manners::default());
    office.settle();
    let mut terminal = at_start(&office);
    terminal.type_text("i");
    terminal.wait_for(&format!("{CUSTOMERS} customers get a mail"));
    terminal.wait_for("of 95 questions");
    terminal.type_text(&format!("{CUSTOMERS}\r"));
    terminal.wait_for("Sending mails");
    until_taken(&office, 3);
    (office, terminal)
}

fn at_start(office: &MailingOffice) -> Terminal {
    let home = office.path("");
    let mut terminal = Terminal::start(&["--store", &office.path("store"), "--lang", "en"], home.as_ref());
    terminal.wait_for(&format!("In the store: {CUSTOMERS} customers"));
    terminal
}

/// Waits until the server took so many.
fn until_taken(office: &MailingOffice, count: usize) {
    let deadline = Instant::now() + Duration::from_secs(60);
    while office.server.taken().len() < count {
        assert!(Instant::now() < deadline, "the program does not get on: {} taken", office.server.taken().len());
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Nothing is in doubt, something is left; a new session sends that, and everybody has one mail.
fn the_rest_goes(office: &MailingOffice) {
    let tally = office.outbox().tally(|_| true);
    assert_eq!((office.agree(), tally.unsure, tally.sending), (0, 0, 0), "the mail in flight has ended: {tally:?}");
    assert!(tally.queued > 0 && tally.sent >= 3 && tally.total() == CUSTOMERS, "{tally:?}");
    let mut terminal = at_start(office);
    terminal.wait_for("still queued");
    terminal.type_text("oI");
    terminal.wait_for("mails wait in the outbox");
    terminal.type_text("\t\r");
    terminal.wait_for("Done: nothing is left to send.");
    assert_eq!((office.agree(), office.taken().len() as u64), (0, CUSTOMERS));
    terminal.type_text("qqq");
    assert_eq!(terminal.wait_for_end().exit_code(), 0);
    assert!(office.statuses(CUSTOMERS).iter().all(|status| *status == instroom::domain::dossier::Status::Sent));
}

#[test]
fn whoever_leaves_while_mails_are_sent_waits_for_the_one_in_flight_only() {
    let (office, mut terminal) = sending();
    terminal.type_text("qq");
    terminal.wait_for("Leave while mails are being sent");
    // The default is the way back.
    terminal.type_text("\r");
    terminal.wait_until("the question to go away", |text| !text.contains("Leave while mails are being sent"));
    terminal.type_text("q");
    terminal.wait_for("Leave while mails are being sent");
    terminal.type_text("\t\r");
    assert_eq!(terminal.wait_for_end().exit_code(), 0);
    assert!(!terminal.is_alternate() && !terminal.hides_cursor(), "the terminal is as it was");
    the_rest_goes(&office);
}

#[test]
fn a_line_that_drops_while_mails_are_sent_leaves_no_mail_in_doubt() {
    let (office, mut terminal) = sending();
    end(&terminal, Signal::HUP);
    assert_eq!(terminal.wait_for_end().exit_code(), 129);
    the_rest_goes(&office);
}

#[test]
fn a_terminal_that_is_closed_while_mails_are_sent_leaves_no_process() {
    let (office, mut terminal) = sending();
    terminal.hang_up();
    assert_eq!(terminal.wait_for_end().exit_code(), 129);
    the_rest_goes(&office);
}

#[test]
fn ctrl_c_stops_the_round_and_the_program_goes_on() {
    let (office, mut terminal) = sending();
    terminal.type_text("\u{3}");
    terminal.wait_for("Stopped. The rest stays in the outbox");
    terminal.type_text("qq");
    assert_eq!(terminal.wait_for_end().exit_code(), 0);
    the_rest_goes(&office);
}

#[test]
fn a_program_that_is_killed_while_it_sends_from_the_screen_asks_about_one_mail_at_most() {
    let (office, mut terminal) = sending();
    end(&terminal, Signal::KILL);
    terminal.wait_for_end();
    let mut terminal = at_start(&office);
    terminal.wait_for("still queued");
    terminal.type_text("oI");
    terminal.wait_for("in the outbox");
    terminal.type_text("\t\r");
    terminal.wait_for("Done: nothing is left to send.");
    let unsure = office.agree();
    assert!(unsure <= 1, "{unsure} unsure");
    assert!(office.taken().len() as u64 >= CUSTOMERS - 1);
    terminal.type_text("qqq");
    assert_eq!(terminal.wait_for_end().exit_code(), 0);
}
