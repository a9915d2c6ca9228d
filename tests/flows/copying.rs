//! Copying a value and rows, pasting rows of a spreadsheet, and the mouse.

use instroom::app::Msg;
use instroom::words::ScreenLanguage;

use crate::support::flow::Flow;

/// Rows as a spreadsheet copies them, under headings.
const ROWS: &str = "Naam\tVoornaam\tE-mail\tTaal\r\nMaes\tKatrien\tkatrien.maes@example.be\tnl\r\nDubois\tMarie\tmarie@example.be\tfr\r\n";

#[test]
fn a_value_and_rows_go_to_the_clipboard_and_are_seen() {
    let mut flow = Flow::sample();
    flow.press("1 l l y").see("The value under the cursor: on the clipboard perhaps, on the screen for sure");
    let cell = flow.clipboard().unwrap().to_owned();
    assert!(!cell.contains(['\t', '\n']) && flow.screen().contains(&cell), "{cell}");
    flow.press("y").see("The same key closes it");
    flow.press("v j j Y").see("A range is rows under their headings");
    let rows = flow.clipboard().unwrap().to_owned();
    assert_eq!(
        (rows.lines().count(), rows.lines().map(|row| row.split('\t').count()).min()),
        (4, rows.lines().map(|row| row.split('\t').count()).max())
    );
    flow.press("Esc").resize(60, 15);
    flow.press("Y G").see("In the smallest window it scrolls");
    flow.press("q Esc").resize(80, 24);
    flow.press("2 a Y").see("Elsewhere than in the register a mark is no wish to copy");
    flow.tell("copying");
}

#[test]
fn what_is_copied_is_masked_unless_numbers_are_shown() {
    let mut flow = Flow::sample();
    flow.press("1 v G Y");
    let masked = flow.clipboard().map(str::to_owned);
    flow.press("Esc Esc g g");
    let column = |flow: &mut Flow| {
        for _ in 0..12 {
            let heading = flow.model.table().unwrap().current_column().unwrap().column;
            if matches!(heading, instroom::app::table::Column::Field(field) if field.is_national_number()) {
                return;
            }
            flow.press("l");
        }
        panic!("no column of national numbers is shown");
    };
    column(&mut flow);
    flow.press("y");
    let hidden = flow.clipboard().unwrap().to_owned();
    assert!(hidden.contains('*'), "{hidden}");
    flow.press("Esc m y");
    let shown = flow.clipboard().unwrap().to_owned();
    assert!(!shown.contains('*') && shown.chars().filter(char::is_ascii_digit).count() == 11, "{shown}");
    assert!(masked.is_none_or(|rows| !rows.contains(&shown)));
}

#[test]
fn an_empty_value_and_too_many_rows_are_not_copied() {
    let mut flow = Flow::sample();
    flow.press("1 / n o b o d y Enter y").see("There is no row");
    assert_eq!(flow.clipboard(), None);
    flow.tell("copying_nothing");
}

#[test]
fn pasted_rows_become_an_import() {
    let mut flow = Flow::at_start(&[]);
    flow.paste(ROWS).see("Rows under headings, pasted on the start screen");
    assert_eq!(flow.draft().row_count(), 2, "{}", flow.screen());
    flow.press("space q");
    flow.paste(ROWS).see("Pasted again: there is a draft of them");
    flow.press("Esc n");
    let bare = ROWS.split_once("\r\n").unwrap().1.replace("\r\n", "\r");
    flow.paste(&bare).see("Without headings each column has its letter, and a person says what it is");
    assert_eq!(flow.draft().row_count(), 2, "{}", flow.screen());
    flow.tell("pasting_rows");
}

#[test]
fn what_is_pasted_elsewhere_or_is_no_rows_changes_nothing() {
    let mut flow = Flow::sample();
    let before = flow.draft().steps().len();
    flow.paste(ROWS).see("On the tabs rows are not taken");
    assert_eq!(flow.draft().steps().len(), before);
    let mut start = Flow::at_start(&[]);
    start.speak(ScreenLanguage::Dutch);
    start.paste("een regel\nnog een regel").see("Text without cells is no list");
    start.paste(&"a\tb\n".repeat(5 << 20)).see("Too much to paste");
    assert!(start.model.desk().is_none());
    flow.tell("pasting_elsewhere");
    start.tell("pasting_too_much");
}

#[test]
fn a_click_goes_to_the_row_and_nowhere_else() {
    let mut flow = Flow::sample();
    let cursor = |flow: &Flow| flow.model.table().unwrap().cursor;
    flow.take_in(Msg::Click(10, 8));
    assert_eq!(cursor(&flow), 3);
    for (column, row) in [(0, 0), (10, 23), (10, 20), (200, 200)] {
        flow.take_in(Msg::Click(column, row));
        assert_eq!(cursor(&flow), 3, "{column},{row}");
    }
    flow.press("?").take_in(Msg::Click(10, 6));
    assert_eq!(cursor(&flow), 3, "what stands in front is not clicked through");
}
