//! Mails on their way out when it does not go smoothly: put off, refused, unsure, somebody else, stopped half-way.

use std::sync::Arc;

use instroom::app::mailing::SendingFar;
use instroom::words::ScreenLanguage;
use instroom::world::clock::Clock as _;
use instroom::world::outbox::KeptOutbox;
use instroom::world::post::Offered;
use instroom::world::sending::Pace as _;

use crate::support::flow::Flow;
use crate::support::mail_posts::FakePost;
use crate::support::posting_office::{PostingOffice, six, states};

const HOUR: std::time::Duration = std::time::Duration::from_secs(3_600);

fn put_off(times: usize) -> FakePost {
    let later = Offered::Later { reply: "451 4.7.1 greylisted, come back later".into() };
    FakePost::default().answering("klant.0@example.be", vec![later; times])
}

fn taken_by(office: &PostingOffice, address: &str) -> usize {
    office.post.taken().iter().filter(|letter| letter.to.address.as_str() == address).count()
}

#[test]
fn a_mail_that_is_put_off_says_when_it_is_tried_again() {
    let office = PostingOffice::new(put_off(4));
    let mut flow = office.flow(six());
    flow.press("i").type_text("4").hold().press("Enter");
    let until = "2026-05-14T14:07:00Z".parse().ok();
    flow.sends(SendingFar { sent: 3, waiting: 1, left: 1, seconds: 9, until, ..SendingFar::default() })
        .see("all the others are gone: when the last one is tried again")
        .resize(120, 40)
        .see("with more room")
        .resize(80, 24)
        .press("q")
        .see("meanwhile anything else can be done")
        .press("c")
        .see("the customers");
    flow.go_on().press("q o g g").see("put off for two hours: the session waits no longer, and the pane says when");
    assert_eq!(states(&flow).iter().filter(|state| **state == "waiting").count(), 1);
    flow.press("I Right Enter").see("too early: nothing goes").press("q");
    office.time.pause(2 * HOUR);
    flow.press("o I Right Enter").see("later it is taken");
    assert_eq!(taken_by(&office, "klant.0@example.be"), 1);
    flow.tell("sending-put-off");
}

#[test]
fn a_mail_that_is_put_off_each_time_can_be_tried_another_day() {
    let office = PostingOffice::new(put_off(6));
    let mut flow = office.flow(six());
    flow.press("i").type_text("4").press("Enter");
    for hours in [2, 5] {
        office.time.pause(hours * HOUR);
        flow.press("q o I Right Enter");
    }
    flow.press("q o g g").see("that it was temporary, how often it was tried, and what to do").press("d").see("tried again");
    assert_eq!(states(&flow).iter().filter(|state| **state == "failed").count(), 1);
    for language in [ScreenLanguage::Dutch, ScreenLanguage::French] {
        flow.press("Esc").speak(language).see("in the other languages");
    }
    flow.tell("sending-put-off-each-time");
}

#[test]
fn a_colleague_who_is_sending_is_named_with_since_when() {
    let office = PostingOffice::new(FakePost::default());
    let kept = KeptOutbox::of_store(&office.path().join("store"));
    let lease = kept.lease("tom", Arc::new(office.time.clone())).unwrap();
    let mut flow = office.flow(six());
    flow.press("i").see("who is sending, and since when").type_text("4").press("Enter").see("nothing is queued beside it");
    assert!(office.post.taken().is_empty() && states(&flow).is_empty());
    flow.resize(120, 40).see("with more room").resize(80, 24);
    for language in [ScreenLanguage::Dutch, ScreenLanguage::French] {
        flow.speak(language).press("Enter").see("in the office's language");
    }
    flow.speak(ScreenLanguage::English);
    drop(lease);
    flow.press("q i").see("the colleague is done").type_text("4").press("Enter").see("and it goes");
    assert_eq!(office.post.taken().len(), 4);
    flow.tell("sending-elsewhere");
}

#[test]
fn a_round_that_is_stopped_half_way_goes_on_with_the_rest() {
    let office = PostingOffice::new(FakePost::default());
    let mut flow = office.flow(six());
    flow.press("i").type_text("4").hold().press("Enter");
    flow.sends(SendingFar { sent: 2, left: 2, seconds: 4, seconds_left: 4, ..SendingFar::default() }).see("half of it");
    flow.press("Ctrl+C").see("the mail in flight still leaves").stopping_after(2).go_on().see("stopped: two of four are gone");
    assert_eq!(office.post.taken().len(), 2);
    flow.press("Enter").see("the rest is queued").press("q q").see("and the start screen says so");
    flow.press("i").see("nobody is asked twice: they are in the outbox").press("q");
    flow.press("o I Right Enter").see("the rest goes");
    assert_eq!(office.post.taken().len(), 4);
    let mut addresses: Vec<_> = office.post.taken().iter().map(|letter| letter.to.address.to_string()).collect();
    addresses.dedup();
    assert_eq!(addresses.len(), 4, "nobody got it twice: {addresses:?}");
    flow.press("Enter").resize(120, 40).see("all of them, with more room");
    flow.tell("sending-stopped-half-way");
}

#[test]
fn customers_of_two_languages_get_their_own_letters() {
    let office = PostingOffice::new(FakePost::default());
    let mut flow = office.flow(six());
    flow.press("i l").see("the second speaks French");
    let current = flow.model.inviting().unwrap().current().unwrap().clone();
    assert_eq!(current.language, instroom::domain::language::Language::French);
    flow.press("z").see("the whole letter").press("G").see("and its end").resize(120, 40).see("with more room");
    flow.press("z").see("the preview").resize(80, 24).type_text("4").press("Enter");
    let letter = office.post.taken().into_iter().find(|letter| letter.to.address.as_str() == "klant.3@example.be").unwrap();
    assert!(letter.text.contains("Bonjour Voornaam3"), "{}", letter.text);
    flow.tell("sending-french");
}

#[test]
fn a_refusal_shows_the_words_of_the_server_and_none_of_its_signs() {
    let long = format!("550 5.1.1 \u{1b}[2J\u{1b}]0;owned\u{7}\u{202e}resu hcus on\u{2066}\u{200b}{}", "x".repeat(10_000));
    let post = FakePost::default().answering("klant.0@example.be", vec![Offered::Refused { reply: long }]).answering(
        "klant.4@example.be",
        vec![Offered::Refused { reply: "552 5.2.2 <klant.4@example.be>: Recipient address rejected: mailbox full, please try later or write to postmaster@example.be".into() }],
    );
    let office = PostingOffice::new(post);
    let mut flow = office.flow(six());
    flow.press("i").type_text("4").press("Enter").see("two were refused").press("Enter g g").see("why");
    flow.press("j").see("the other").press("z").see("everything about it").press("z").resize(120, 40).see("with more room");
    flow.resize(200, 60).see("with much room").resize(80, 24);
    flow.press("2").see("the dossiers say that it failed").press("j j j j Enter").see("and the dossier opens from there");
    flow.tell("sending-refused");
}

#[test]
fn a_mail_that_may_have_left_is_asked_about_and_sent_again_when_somebody_says_so() {
    let lost = Offered::Unsure { detail: "the connection was closed before the answer".into() };
    let office = PostingOffice::new(FakePost::default().answering("klant.4@example.be", vec![lost]));
    let mut flow = office.flow(six());
    flow.press("i").type_text("4").press("Enter q").see("the start screen asks for a decision");
    flow.press("i").see("nobody is invited whose mail may have left").press("q o g g").see("why nobody knows");
    flow.press("I").see("by itself it is never sent again").press("d Down Enter").see("a person says that it did not arrive: queued");
    assert_eq!((taken_by(&office, "klant.4@example.be"), states(&flow).contains(&"queued")), (0, true));
    flow.press("I Right Enter").see("sent").press("Enter").resize(120, 40).see("and everything in its place");
    assert_eq!(taken_by(&office, "klant.4@example.be"), 1);
    flow.tell("sending-unsure");
}

#[test]
fn what_can_be_done_with_a_mail_is_decided_where_it_is_read_whole() {
    let lost = Offered::Unsure { detail: "the connection was closed before the answer".into() };
    let office = PostingOffice::new(FakePost::default().answering("klant.4@example.be", vec![lost]));
    let mut flow = office.flow(six());
    flow.press("i").type_text("4").press("Enter q o g g z").see("the mail, whole: what to press holds here");
    assert!(flow.screen().contains("press d") && !flow.screen().contains("in the list"), "{}", flow.screen());
    flow.press("d").see("what can be done with it").press("Down Enter").see("queued, and still whole");
    assert!(states(&flow).contains(&"queued"));
    flow.press("x").see("withdrawn again?").press("Right Enter");
    assert!(!states(&flow).contains(&"queued"), "{:?}", states(&flow));
    flow.press("z").see("the list");
    flow.tell("sending-decided-whole");
}

#[test]
fn the_words_of_sending_are_those_of_the_office() {
    for (language, name) in [(ScreenLanguage::Dutch, "sending-nl"), (ScreenLanguage::French, "sending-fr")] {
        let lost = Offered::Unsure { detail: "connection reset".into() };
        let office = PostingOffice::new(put_off(4).answering("klant.4@example.be", vec![lost]));
        let mut flow: Flow = office.flow(six());
        flow.speak(language).press("i").see("who gets mail").type_text("4").hold().press("Enter").see("queueing");
        let until = Some(office.time.now());
        flow.sends(SendingFar { sent: 2, unsure: 1, waiting: 1, left: 1, seconds: 9, until, ..SendingFar::default() }).see("put off");
        flow.go_on().see("how it ended").press("Enter g g").see("unsure").press("d").see("what about it?").press("Esc j").see("put off");
        flow.press("x").see("taken back?").press("Right Enter").see("it is").press("q q").see("the start screen");
        flow.tell(name);
    }
}

#[test]
fn a_line_that_is_lost_before_letter_after_letter_stops_the_round_and_costs_nobody_anything() {
    let lost = || Offered::NotOffered { detail: "no answer came in time \u{1b}[31m".into(), is_for_all: false };
    let post = (0..6).fold(FakePost::default(), |post, customer| post.answering(&format!("klant.{customer}@example.be"), vec![lost()]));
    let office = PostingOffice::new(post);
    let mut flow = office.flow(six());
    flow.press("i").type_text("4").press("Enter").see("the line was lost three times in a row: why it stopped, and what to do");
    for language in [ScreenLanguage::Dutch, ScreenLanguage::French] {
        flow.speak(language).see("in the office's language");
    }
    flow.speak(ScreenLanguage::English).resize(120, 40).see("with more room").resize(80, 24);
    assert_eq!(states(&flow).iter().filter(|state| **state == "waiting").count(), 3);
    flow.press("Enter g g").see("what is left of it, and when it may go again");
    office.time.pause(HOUR);
    flow.press("I Right Enter").see("the line is back: all of them leave");
    let mut addresses: Vec<_> = office.post.taken().iter().map(|letter| letter.to.address.to_string()).collect();
    addresses.sort();
    addresses.dedup();
    assert_eq!((addresses.len(), office.post.taken().len()), (4, 4), "nobody got it twice, nobody is forgotten");
    flow.tell("sending-lines-lost");
}
