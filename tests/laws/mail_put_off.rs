//! A server that puts a mail off and never takes it: that this was temporary, how often it was tried and what to do then is said wherever
//! the mail is shown.

use instroom::domain::outbox::TRIES;

use crate::support::mail_server::{Conduct, Manners};
use crate::support::mailing_office::{MailingOffice, address};

#[test]
fn what_is_put_off_each_time_says_so_and_how_to_try_again() {
    let manners = Manners::default().first_times(TRIES.into(), &address(1), Conduct::PutOff).towards(&address(2), Conduct::Refuse);
    let office = MailingOffice::of(3, manners);
    office.settle();
    let sent = office.run(&["invite", "--yes", "3", "--wait", "0"]);
    assert_eq!(sent.code, 1, "{sent:?}");
    let listed = office.run(&["outbox"]);
    let line = |text: &str, customer: u64| text.lines().find(|line| line.contains(&address(customer))).unwrap_or_default().to_owned();
    assert!(line(&listed.out, 1).contains("put off: 451") && line(&listed.out, 1).contains("tried 1 time, next try after "), "{listed:?}");
    assert!(listed.told.contains("1 mail does not leave any more") && listed.told.contains("instroom invite --failed"), "{listed:?}");
    let now = || office.run(&["outbox", "send", "--now", "--wait", "0"]);
    for _ in 2..TRIES {
        assert_eq!(now().code, 1);
    }
    let last = now();
    let times = format!("put off {TRIES} times");
    assert!(line(&last.out, 1).contains(&format!("failed, {times}: 451")), "{last:?}");
    assert!(last.told.contains(&format!("1 mail was put off by the server {TRIES} times")), "{last:?}");
    assert!(last.told.contains("To try again: instroom invite --failed."), "{last:?}");
    let listed = office.run(&["outbox"]);
    assert!(line(&listed.out, 1).contains(&format!("failed, {times}: 451")) && listed.told.contains("put off by the server"), "{listed:?}");
    assert!(line(&listed.out, 2).contains("failed: 550"), "what is refused for good is no such thing: {listed:?}");
    let about = |customer: u64| {
        let listed = office.json(&["outbox", "--json"]);
        let of = |message: &&serde_json::Value| message["to"] == address(customer);
        listed["messages"].as_array().unwrap().iter().find(of).unwrap().clone()
    };
    assert_eq!((&about(1)["about"]["failed"]["why"], &about(1)["attempts"]), (&"put_off".into(), &TRIES.into()));
    assert_eq!((&about(2)["about"]["failed"]["why"], &about(2)["attempts"]), (&"refused".into(), &1.into()));

    // Another day the mailbox has room.
    let again = office.run(&["invite", "--failed", "--customer", "1", "--yes", "1"]);
    assert_eq!((again.code, again.told.contains("--failed")), (0, false), "{again:?}");
    let listed = office.run(&["outbox"]);
    assert!(
        !listed.told.contains("put off by the server") && listed.told.contains("1 mail does not leave"),
        "it got one since: {listed:?}"
    );
}

#[test]
fn whoever_waits_for_the_server_is_told_until_when() {
    let office = MailingOffice::of(1, Manners::default().towards(&address(1), Conduct::PutOff));
    office.settle();
    let mut program = office.start_told(&["invite", "--yes", "1", "--wait", "60"]);
    let mut told = String::new();
    let mut lines = std::io::BufRead::lines(std::io::BufReader::new(program.stderr.take().unwrap()));
    while !told.contains("next try after ") {
        told += &lines.next().unwrap_or_else(|| panic!("it ended: {told}")).unwrap();
    }
    assert!(told.contains("1 put off (next try after "), "{told}");
    program.kill().unwrap();
    program.wait().unwrap();
}
