//! Customers are invited, reminded, and what became of every mail is looked after.

use instroom::app::key::Key;
use instroom::domain::field::Field;
use instroom::words::ScreenLanguage;
use instroom::world::post::Offered;

use crate::support::flow::Flow;
use crate::support::imports::person;
use crate::support::mail_posts::FakePost;
use crate::support::office::{SAMPLE, empty_store};
use crate::support::posting_office::{PostingOffice, six, states, store_of};

#[test]
fn everybody_is_invited_and_the_number_is_typed() {
    let office = PostingOffice::new(FakePost::default());
    let mut flow = office.flow(six());
    flow.see("the start screen says who was not invited yet");
    flow.press("i").see("who gets mail, who does not and why, and the mail itself");
    let count = flow.model.inviting().unwrap().recipients.len();
    flow.press("Enter").see("who has no address").press("Esc j space").see("the same address is admitted");
    assert_eq!(flow.model.inviting().unwrap().recipients.len(), count + 1);
    flow.press("space").see("and left out again").press("l").see("the mail of the next one");
    flow.press("z").see("the whole mail").press("PgDn").see("scrolled to what is filled in").press("z");
    flow.press("9 Enter").see("another number sends nothing");
    assert!(office.post.taken().is_empty());
    for digit in count.to_string().chars() {
        let unshifted = "à&é\"'(§è!ç".chars().nth(digit.to_digit(10).unwrap() as usize).unwrap();
        flow.press_key(Key::Char(unshifted));
    }
    flow.press("").see("the digits of an unshifted row, and what Enter does");
    flow.hold().press("Enter").see("the mails are queued").go_on().see("everything was sent");
    assert_eq!(office.post.taken().len(), count);
    flow.press("Enter").see("the outbox").press("2").see("the dossiers follow").press("q q").see("who is left");
    flow.tell("inviting-everybody");
}

#[test]
fn a_selection_a_filter_or_a_row_is_invited() {
    let office = PostingOffice::new(FakePost::default());
    let mut flow = office.flow(six());
    flow.press("c space space i").see("the selection");
    assert_eq!(flow.model.inviting().unwrap().wanted.choice.customers.as_ref().unwrap().len(), 2);
    flow.press("q - / 3 Enter i").see("the filtered rows");
    flow.press("q Esc j i").see("the row under the cursor");
    assert_eq!(flow.model.inviting().unwrap().wanted.choice.customers.as_ref().unwrap().len(), 1);
    flow.tell("inviting-chosen");
}

#[test]
fn a_language_is_left_out_and_a_test_goes_to_oneself() {
    let office = PostingOffice::new(FakePost::default());
    let mut flow = office.flow(six());
    flow.press("i G space").see("without French they are fewer").press("k space").see("without Dutch nobody is left");
    assert!(flow.model.inviting().unwrap().recipients.is_empty());
    flow.press("space j space");
    flow.press("t").see("a test mail: to which address?").press("Ctrl+U").type_text("nobody").press("Enter").see("no address");
    flow.press("Ctrl+U").type_text("els@kantoor.be").press("Enter").see("the server took it");
    let taken = office.post.taken();
    assert_eq!(taken.iter().map(|letter| letter.to.address.as_str()).collect::<Vec<_>>(), ["els@kantoor.be"]);
    assert!(states(&flow).is_empty(), "the outbox knows nothing of it");
    flow.press("D").press("Ctrl+U").type_text(office.path().join("mails").to_str().unwrap()).press("Enter");
    let files = std::fs::read_dir(office.path().join("mails")).unwrap().count();
    assert_eq!(files, flow.model.inviting().unwrap().recipients.len());
    assert_eq!(office.post.taken().len(), 1, "nothing was sent");
    flow.tell("inviting-test-mail");
}

#[test]
fn without_settings_the_mails_can_be_looked_at() {
    let mut flow = Flow::over(six(), crate::support::disk::Disk::new(), instroom::world::workbook::Reader::here());
    flow.press("i").see("the very lines that settle it").press("4 Enter").see("nothing leaves");
    assert!(matches!(flow.model.overlay, Some(instroom::app::Overlay::Fault(..))));
    flow.press("Esc z").see("the mail is shown all the same, or why not").resize(60, 15).press("Esc").see("the smallest window");
    flow.tell("inviting-no-settings");
}

#[test]
fn refused_put_off_and_unsure_mails_are_looked_after() {
    let line_lost = || Offered::Unsure { detail: "the line broke".into() };
    let post = FakePost::default()
        .answering("klant.0@example.be", vec![Offered::Refused { reply: "550 5.1.1 no such user".into() }])
        .answering("klant.4@example.be", vec![line_lost()]);
    let office = PostingOffice::new(post);
    let mut flow = office.flow(six());
    flow.press("i").type_text("4").press("Enter").see("what failed and what is unsure is said");
    flow.press("Enter").see("the outbox lists first what wants a person");
    flow.press("b").see("grouped by what?").press("Esc g g d").see("what can be done with a mail that may have left");
    let is_unsure = |flow: &Flow| states(flow).contains(&"unsure");
    assert!(is_unsure(&flow));
    flow.press("Enter").see("it arrived");
    assert!(!is_unsure(&flow), "{:?}", states(&flow));
    flow.press("q q").see("the start screen");
    flow.press("o g g d").see("what can be done with a refused mail").press("Enter").see("tried again: who gets mail");
    flow.type_text("1").press("Enter").see("sent this time");
    assert_eq!(office.post.taken().iter().filter(|letter| letter.to.address.as_str() == "klant.0@example.be").count(), 1);
    flow.tell("inviting-looked-after");
}

#[test]
fn a_stopped_round_goes_on_from_the_outbox() {
    let office = PostingOffice::new(FakePost::default());
    let mut flow = office.flow(six());
    flow.press("i")
        .type_text("4")
        .hold()
        .press("Enter Ctrl+C")
        .see("it stops between two mails")
        .go_on()
        .see("stopped: the rest is queued");
    assert!(office.post.taken().is_empty());
    flow.press("q").see("the start screen points it out");
    let mut flow = {
        flow.tell("inviting-stopped");
        office.flow(flow.store.clone())
    };
    flow.press("o").see("after a new start the outbox has everything").press("x").see("one is taken back: sure?").press("Right Enter");
    assert_eq!(states(&flow).iter().filter(|state| **state == "withdrawn").count(), 1);
    flow.press("I")
        .see("send the rest?")
        .press("Enter")
        .see("no")
        .press("I Right")
        .hold()
        .press("Enter q")
        .see("it goes on in the background");
    flow.press("q q").see("leaving while it goes on is asked about").press("Esc").go_on().see("done, and said where one is");
    assert_eq!(office.post.taken().len(), 3);
    flow.tell("inviting-resumed");
}

#[test]
fn those_who_have_not_answered_are_reminded() {
    let office = PostingOffice::new(FakePost::default());
    let mut flow = office.flow(six());
    flow.press("i").type_text("4").press("Enter q c é R").see("nobody: the last mail is too recent");
    assert!(flow.model.inviting().unwrap().recipients.is_empty());
    flow.press("Enter").see("after how many days?").press("Ctrl+U").type_text("0").press("Enter").see("those who have not answered");
    flow.press("j Enter").see("until when?").type_text("01/05/2026").press("Enter").see("that day is over");
    flow.press("Enter Ctrl+U Enter").type_text("4").press("Enter").see("reminded");
    assert_eq!(office.post.taken().len(), 8);
    flow.press("q").see("back among the dossiers").press("z").see("they count their reminders");
    flow.tell("inviting-reminders");
}

#[test]
fn an_import_offers_to_invite_its_customers() {
    let office = PostingOffice::new(FakePost::default());
    let mut flow = office.flow(empty_store());
    flow.disk.put("office/customers.xlsx", SAMPLE, 14, 13);
    flow.opening("customers.xlsx").press("1 T Enter Q Enter I Right Enter").see("the report offers it");
    flow.press("j j Enter").see("everybody who got a dossier by the import");
    let whence = flow.model.inviting().unwrap().whence;
    assert_eq!(whence, instroom::app::inviting::Whence::Import);
    flow.tell("inviting-import");
}

#[test]
fn the_invite_screen_speaks_the_languages_of_the_office_at_every_size() {
    let office = PostingOffice::new(FakePost::default());
    let mut flow = office.flow(six());
    for language in [ScreenLanguage::Dutch, ScreenLanguage::French] {
        flow.speak(language)
            .press("i")
            .see("who gets mail")
            .resize(120, 40)
            .see("with more room")
            .resize(60, 15)
            .see("the smallest window");
        flow.resize(80, 24)
            .type_text("7")
            .press("Enter")
            .see("a wrong number")
            .press("?")
            .see("its keys")
            .press("Esc q o")
            .see("the outbox")
            .press("q");
    }
    flow.tell("inviting-languages");
}

#[test]
fn hostile_names_do_not_reach_the_terminal() {
    let mut values = person(0);
    values.set(Field::LastName, "Evil\u{1b}[2J\r\nBcc: all@example.be");
    let office = PostingOffice::new(
        FakePost::default().answering("klant.0@example.be", vec![Offered::Refused { reply: "550 \u{1b}]52;c;aGk=\u{7} no".into() }]),
    );
    let mut flow = office.flow(store_of([values]));
    flow.press("i")
        .see("shown as signs")
        .press("z")
        .see("the whole mail too")
        .press("z")
        .type_text("1")
        .press("Enter Enter")
        .see("and the answer");
    flow.tell("inviting-hostile");
}

#[test]
fn an_outbox_that_cannot_be_put_in_order_says_so_until_it_is() {
    let office = PostingOffice::new(FakePost::default());
    let store = six();
    let mut flow = office.flow(store.clone());
    flow.press("i");
    let count = flow.model.inviting().unwrap().recipients.len();
    store.fill_up(true);
    let digits: Vec<String> = count.to_string().chars().map(|digit| digit.to_string()).collect();
    flow.press(&digits.join(" ")).press("Enter").see("sent, but the dossiers cannot follow");
    flow.press("q").see("the start screen says why");
    assert!(flow.model.mails.trouble().is_some());
    store.fill_up(false);
    flow.press("o").press("q").see("once there is room it is in order by itself");
    assert!(flow.model.mails.trouble().is_none());
    flow.tell("inviting-not-in-order");
}

#[test]
fn who_is_left_out_is_looked_up_and_the_invitation_is_still_there() {
    let office = PostingOffice::new(FakePost::default());
    let mut flow = office.flow(six());
    flow.press("i Enter").see("who has no address").press("Enter").see("the customer");
    assert!(flow.model.register().is_some(), "{}", flow.screen());
    flow.press("q").see("back to the invitation");
    assert!(flow.model.inviting().is_some(), "{}", flow.screen());
    flow.tell("inviting-left-out");
}
