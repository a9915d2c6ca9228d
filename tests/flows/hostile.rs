//! Text that wants more than to be read.

use std::ops::ControlFlow;

use instroom::domain::change_set::Hand;
use instroom::domain::field::Field;
use instroom::world::post::Offered;
use instroom::world::store::Store as _;

use crate::support::flow::Flow;
use crate::support::imports::{Import, flow as season, hand, person};
use crate::support::mail_posts::FakePost;
use crate::support::office::{empty_store, workbook_of_texts};
use crate::support::posting_office::PostingOffice;

#[test]
fn control_characters_and_overrides_show_as_symbols() {
    let text = "First name;Last name;Email;City;Labels\n\
        \x1b[31mRed\x1b[0m;\x1b]0;title\x07Bell;esc@example.com;Gent;x\n\
        \u{202e}neddih;Bidi\u{2066}x;bidi@example.com;Aalst;y\n\
        Zero\u{200b}Width;\u{feff}Bom;zero@example.com;Brugge;z\n\
        漢字かな;Wide 👩‍👩‍👧;wide@example.com;Ieper;\u{9b}31m\n\
        e\u{301}e\u{301}\u{301}\u{301}\u{301}\u{301};Combi\u{300}ning;combining@example.com;Ath;w\n\
        =cmd|' /C calc'!A0;Formula;formula@example.com;Mol;\u{85}\n";
    let mut flow = Flow::at_start(&[("\u{1b}[2Jevil\u{202e}xslx.csv", text.as_bytes())]);
    flow.press("n space").see("the picker").press("Enter").see("the rows").press("4").see("what became of the others");
    flow.press("1 z").see("a row, whole").press("z j z").see("the next").press("z j j z").see("wide characters").press("z /");
    flow.paste("\u{1b}[31m\u{202e}x\ny").see("pasted into a filter").press("Esc");
    flow.tell("hostile");
}

#[test]
fn hostile_names_of_sheets_stay_names() {
    let rows: &[&[&str]] = &[&["First name", "Last name", "Email", "\u{202e}gnidaeh"], &["An", "Maes", "an@example.com", "\u{7}"]];
    let mut flow = Flow::open(empty_store(), &workbook_of_texts(&[("a\u{202e}b", rows)]));
    flow.see("the name of the sheet").press("H").see("and the headings").press("Esc").tell("hostile-names");
}

/// Acts on terminals, turns directions, has no width, or is longer than any screen.
const HOSTILE: [&str; 5] = [
    "\u{1b}[2J\u{1b}]0;mine\u{7}",
    "\u{202e}tfel\u{2066}",
    "\u{200b}\u{feff}\u{ad}",
    "\u{9b}31m\u{0}\r\n\t",
    "漢字👩‍👩‍👧e\u{301}\u{301}\u{301}",
];

#[test]
fn hostile_customers_and_imports_are_only_text_wherever_they_are_listed() {
    let long = "ü".repeat(10_000);
    let reply = format!("550 {}{}", HOSTILE.concat(), long);
    let post = FakePost::default().answering("klant.0@example.be", vec![Offered::Refused { reply: reply.clone() }]).answering(
        "klant.1@example.be",
        vec![Offered::Later { reply }, Offered::Later { reply: HOSTILE.concat() }, Offered::Unsure { detail: HOSTILE.concat() }],
    );
    let office = PostingOffice::new(post);
    let store = empty_store();
    let people = (0..4).map(|number| {
        let (mut values, hostile) = (person(number), HOSTILE[usize::try_from(number).unwrap()]);
        values.set(Field::LastName, if number == 3 { long.clone() } else { format!("Van {hostile}den") });
        values.set(Field::FirstName, HOSTILE[4]);
        values.set(Field::City, hostile);
        values.set(Field::Labels, format!("{hostile},{long}"));
        values.set(Field::Responsible, hostile);
        values
    });
    let name = format!("{}{long}", HOSTILE.concat());
    let set = Import::new(&name, &store.snapshot().unwrap(), season(2026)).adding(people).passing_over(3).done();
    let who = Hand { who: format!("tom{}", HOSTILE.concat()), ..hand("tom") };
    store.commit(&set, &who, &mut |_| ControlFlow::Continue(())).unwrap();
    let mut flow = office.flow(store);
    flow.see("the start screen names the import").press("c").see("the customers").press("z").see("one of them").press("z j j j z");
    flow.see("a name of ten thousand letters").press("z b Enter").see("grouped by what they have").press("Enter").see("one group");
    flow.press("Esc 2").see("the dossiers").press("Enter").see("a dossier").press("q").press("5").see("the imports");
    flow.press("z").see("an import, whole").press("z Enter").see("its rows").press("x").see("taking it back").press("x").see("sure?");
    flow.press("Esc q q q i").see("who gets mail").type_text("4").press("Enter").see("sent");
    flow.press("Enter").see("the outbox, what wants a person first").press("z").see("whole").press("z d");
    flow.see("what about it?")
        .press("Esc E")
        .see("into a file")
        .press("Esc")
        .resize(120, 40)
        .see("with more room")
        .resize(60, 15)
        .see("and little");
    flow.tell("hostile-lists");
}
