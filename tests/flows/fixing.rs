//! Putting a field right where it stands: live validation, the row moves, the work stays.

use instroom::app::chooser::Question;
use instroom::app::model::Overlay;
use instroom::domain::draft::Bucket;
use instroom::domain::field::Field;
use instroom::words::ScreenLanguage;

use crate::generate::rows::{Format, Given, Row};
use crate::generate::sample;
use crate::support::flow::Flow;
use crate::support::office::{empty_store, workbook_with_rows};

/// Rows of invented customers, all with a national number that has no zero in front.
fn rows(count: usize) -> Vec<Row> {
    let suits = |index: &u64| {
        let customer = sample::customers().customer(*index);
        customer.get(Field::NationalNumber).is_some_and(|number| !number.starts_with('0')) && customer.get(Field::Mobile).is_some()
    };
    (0..100).filter(suits).take(count).map(|index| Row::of(&sample::customers().customer(index), Format::Second)).collect()
}

/// The first row has three things wrong, the second one, the third none.
fn spoilt() -> Flow {
    let mut rows = rows(4);
    rows[0].text(Field::NationalNumber, "80.01.02-003.0");
    rows[0].text(Field::Mobile, "0450 12 34 56");
    rows[0].text(Field::Email, "jan@gmial.com");
    rows[1].text(Field::Language, "dutsh");
    Flow::open(empty_store(), &workbook_with_rows(rows))
}

#[test]
fn a_finding_goes_as_it_is_cured_and_the_cursor_stays_where_the_work_is() {
    let mut flow = spoilt();
    flow.press("4").see("two rows cannot be imported").press("j e").see("a word that names no language: nothing can be suggested");
    flow.press("Ctrl+U").see("cleared: the row would be valid without one").type_text("frenc").see("not a language yet");
    flow.type_text("h").see("now it is, and where the row would go").press("Enter").see("the row is gone from this tab, the other stays");
    assert_eq!(flow.draft().bucket(1), Some(Bucket::OnlyInImport));
    flow.press("u").see("it comes back with u").press("U");
    flow.press("e").see("what is first listed comes first: the mobile number, with a suggestion").press("Enter");
    flow.see("cured; the row stays, since its national number is wrong").press("e").see("no suggestion there");
    let right = sample::customers().customer(0).text(Field::NationalNumber).to_owned();
    flow.press("Ctrl+U").type_text(&right[..10]).see("one digit short").type_text(&right[10..11]);
    flow.see("the proof of the number appears as it becomes right")
        .press("Esc")
        .see("Esc asks first: something is typed")
        .press("Right Enter")
        .see("it is as it was");
    assert_eq!(flow.draft().counts().invalid, 1);
    flow.tell("fixing");
}

#[test]
fn tab_goes_through_everything_that_is_wrong_with_a_row() {
    let mut flow = spoilt();
    flow.resize(120, 40);
    flow.press("4 e").see("the first that is wrong").press("Tab").see("nothing was typed, so nothing was decided; the next");
    flow.type_text("9").see("still wrong: it may be accepted, and it says what stays").press("Tab");
    flow.see("accepted, and round to the warning").press("Enter").see("its suggestion was taken");
    flow.press("z").see("the pane says what was edited and what the file says").press("z $ h");
    for _ in 0..30 {
        flow.press_key("h".parse().unwrap());
    }
    let edited: Vec<Field> = flow.draft().edits().map(|(_, field, _)| field).collect();
    assert_eq!(edited.len(), 2, "{edited:?}");
    flow.press("u u u").see("u takes back one after the other, and no more than there was");
    assert_eq!(flow.draft().edits().count(), 0);
    flow.tell("fixing-large");
}

#[test]
fn any_field_of_any_row_can_be_put_right() {
    let mut flow = spoilt();
    flow.press("1 e").see("the column is no field: which one?").type_text("city").press("Enter Ctrl+U").type_text("Oostende");
    flow.see("a new row: it stays where it is").press("Enter").see("the column shows that it was edited, if it is in sight");
    flow.press("l e").see("the column of the customer is about two fields").press("Down Enter").see("the last name, as it is now");
    flow.press("Esc l e").see("an e-mail column opens the e-mail").press("Ctrl+U").see("a required field cannot be empty").press("Enter");
    flow.see("accepted as it is: the row is invalid now");
    flow.press("4 G e").see("where it was edited, the file's own value is on offer").press("Up").see("chosen").press("Enter");
    flow.see("the row is new again")
        .press("1 g g 0 l l l l l l l l l l l")
        .see("a column of what was edited says so, and what the file says");
    flow.press("2 e").see("stored customers are only looked at");
    flow.tell("fixing-anything");
}

#[test]
fn it_speaks_dutch_and_french() {
    let mut flow = spoilt();
    flow.speak(ScreenLanguage::Dutch).press("4 e").see("Nederlands").press("Tab").see("het nummer").press("Esc j e").see("de taal");
    flow.press("Esc").speak(ScreenLanguage::French).press("g g e").see("français").press("Tab").see("le numéro").press("Esc j e");
    flow.see("la langue").press("Esc r").see("le choix du champ").press("Enter").see("chercher").press("Esc F").see("rien de sûr");
    flow.tell("fixing-nl-fr");
}

#[test]
fn a_number_in_the_file_is_masked_until_it_is_typed_over() {
    let mut rows = rows(2);
    rows[0].set(Field::NationalNumber, Given::Number(85_073_003_329.0));
    let mut flow = Flow::open(empty_store(), &workbook_with_rows(rows));
    flow.press("4 e");
    assert!(!flow.screen().contains("85073003329"), "{}", flow.screen());
    flow.press("Left 1");
    assert!(flow.screen().contains("[1"), "the key takes the place of the whole number: {}", flow.screen());
    assert!(!flow.screen().contains("85073003329") && !flow.screen().contains("329"), "{}", flow.screen());
    flow.press("Up Backspace");
    assert!(flow.screen().contains("[ "), "so does the key that takes away: {}", flow.screen());
    flow.type_text("85073003328");
    assert!(flow.screen().contains("[85073003328"), "what is typed is seen: {}", flow.screen());
    flow.press("Enter");
    assert!(!flow.screen().contains("8507300332"), "{}", flow.screen());
    flow.press("u m e");
    assert!(flow.screen().contains("85073003329"), "{}", flow.screen());
}

#[test]
fn the_smallest_window_leaves_out_what_matters_least() {
    let mut flow = spoilt();
    flow.resize(60, 15).press("4 e").see("the value, what comes of it, and what is chosen").press("Tab").see("a number without suggestion");
    flow.press("Esc F").see("a list of one").press("Esc r Enter").type_text("[").press("Tab Tab Tab space").see("find and replace");
    flow.tell("fixing-smallest");
}

#[test]
fn what_is_odd_in_a_cell_can_be_put_right_too() {
    let mut rows = rows(2);
    rows[0].text(Field::Street, "Grote\u{a0}Markt");
    rows[1].text(Field::Street, "漢".repeat(20_000));
    let mut flow = Flow::open(empty_store(), &workbook_with_rows(rows));
    flow.press("1 e").type_text("street").press("Enter").type_text(" 1");
    let (_, cursor) = flow.drawn();
    assert!(cursor.is_some(), "{}", flow.screen());
    flow.press("Enter");
    assert_eq!(flow.draft().given(0, Field::Street), "Grote\u{a0}Markt 1");
    flow.press("j e").type_text("street").press("Enter").type_text("x");
    let screen = flow.screen();
    assert!(screen.contains("漢x"), "the end is what is typed: {screen}");
    assert!(flow.drawn().1.is_some_and(|at| at.x < 80), "{screen}");
    flow.press("Enter u Enter");
    assert_eq!(flow.draft().given(1, Field::Street).chars().count(), 20_000);
}

#[test]
fn the_help_gives_the_typed_value_back() {
    let mut flow = spoilt();
    flow.press("4 e Ctrl+U").type_text("+3247").press("F1").see("the keys of the editor").press("Esc").see("as it was left");
    flow.press("F1").type_text("press").press("Enter").see("a line of the help does what it says, there");
    assert_eq!(flow.draft().given(0, Field::Mobile), "+3247");
    flow.tell("fixing-help");
}

#[test]
fn tab_keeps_the_field_open_where_nothing_else_is_wrong() {
    let mut flow = spoilt();
    flow.press("4 j e").type_text("x").press("Tab");
    assert!(flow.draft().steps().is_empty(), "nothing was accepted");
    assert!(matches!(flow.model.overlay, Some(Overlay::Editor(_))), "{}", flow.screen());
    flow.press("Enter");
    assert_eq!(flow.draft().given(1, Field::Language), "dutshx", "what was typed is still there");
}

#[test]
fn help_gives_the_list_back_that_it_covers() {
    let mut flow = spoilt();
    flow.press("1 e F1");
    let question = |flow: &Flow| match &flow.model.overlay {
        Some(Overlay::Chooser(chooser)) => Some(chooser.question),
        _ => None,
    };
    assert_eq!(question(&flow), Some(Question::Help));
    flow.press("Esc");
    assert_eq!(question(&flow), Some(Question::FieldToEdit));
    flow.press("F1 F1 Esc Esc");
    assert_eq!(question(&flow), None, "help does not cover itself");
}

#[test]
fn in_a_window_too_small_for_it_escape_leads_out_of_what_is_typed() {
    let mut flow = spoilt();
    flow.press("4 e").resize(40, 10);
    assert!(flow.screen().contains("Esc") && !flow.screen().contains("press q"), "{}", flow.screen());
    flow.press("Esc");
    assert!(flow.model.overlay.is_none());
    assert!(flow.screen().contains("press q"), "{}", flow.screen());
}

#[test]
fn what_replacing_makes_of_a_number_never_shows_what_the_mask_hides() {
    let mut rows = rows(2);
    for row in &mut rows {
        row.text(Field::NationalNumber, "85073003328");
    }
    let mut flow = Flow::open(empty_store(), &workbook_with_rows(rows));
    flow.press("4");
    let step = flow.draft().typing(0, Field::NationalNumber, "33280730085");
    flow.decide(step);
    assert!(!flow.screen().contains("3328"), "the table: {}", flow.screen());
    flow.press("z");
    assert!(!flow.screen().contains("3328"), "the pane: {}", flow.screen());
}

#[test]
fn a_field_of_few_values_offers_each_of_them_by_name() {
    let mut flow = spoilt();
    flow.press("4 j e");
    let screen = flow.screen();
    for (value, name) in [("nl", "Dutch"), ("fr", "French"), ("en", "English")] {
        let is_told = screen.lines().any(|line| line.contains(&format!(" {value} ")) && line.contains(name));
        assert!(is_told, "{value}: {screen}");
    }
    flow.press("Down Down").see("a language is chosen from the list").press("Enter");
    assert_eq!(flow.draft().given(1, Field::Language), "fr", "{}", flow.screen());
    assert_eq!(flow.draft().bucket(1), Some(Bucket::OnlyInImport));
    flow.tell("fixing-listed");
}

#[test]
fn what_would_put_the_typed_text_right_is_offered_in_the_box() {
    let mut flow = spoilt();
    flow.press("4 e Tab");
    let typing = match &flow.model.overlay {
        Some(Overlay::Editor(editor)) => editor.field,
        _ => panic!("no field is open"),
    };
    assert_eq!(typing, Field::NationalNumber);
    let right = sample::customers().customer(0).text(Field::NationalNumber).to_owned();
    let on_card = format!("{}.{}.{}-{} {}", &right[..2], &right[2..4], &right[4..6], &right[6..9], &right[9..]);
    flow.press("Ctrl+U").type_text(&on_card).see("typed as on the card: the number it is stands first");
    flow.press("Down").see("chosen, and it stays on offer").press("Enter");
    assert_eq!(flow.draft().given(0, Field::NationalNumber), right);
    flow.press("u 4 e Ctrl+U").type_text("0475 66 77 99").press("Down Enter");
    assert_eq!(flow.draft().given(0, Field::Mobile), "+32475667799");
    flow.tell("fixing-typed-suggestion");
}
