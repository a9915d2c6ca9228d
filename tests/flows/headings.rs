//! Sheet and headings, chosen by hand.

use crate::support::flow::Flow;
use crate::support::office::workbook_of_texts;

/// Two sheets of customers; the second has a note above its headings.
fn two_sheets() -> Vec<u8> {
    let first: &[&[&str]] = &[&["First name", "Last name", "Email"], &["An", "Maes", "an@example.com"]];
    let second: &[&[&str]] = &[
        &["Klanten van Tom", "", ""],
        &["First name", "Last name", "Email"],
        &["First name", "Last name", "Email"],
        &["Jan", "Peeters", "jan@example.com"],
        &["Piet", "Claes", "piet@example.com"],
    ];
    workbook_of_texts(&[("Els", first), ("Tom", second)])
}

#[test]
fn another_sheet_or_row_is_chosen_on_the_tabs() {
    let mut flow = Flow::at_start(&[("twee.xlsx", &two_sheets())]);
    flow.opening("twee.xlsx").see("the first sheet").press("H").see("which sheet, which row?").type_text("tom").see("filtered");
    flow.press("Enter").see("the other sheet");
    assert_eq!(flow.draft().source().mark.sheet, "Tom");
    flow.press("space H").type_text("3").see("a row of this sheet").press("Enter");
    flow.see("read with the headings of row 3");
    assert_eq!((flow.draft().source().mark.header_row, flow.draft().row_count()), (3, 2));
    flow.press("q d").see("the draft with the other headings is kept").tell("headings-by-hand");
}

#[test]
fn headings_that_are_not_found_are_pointed_out() {
    let numbers: &[&[&str]] = &[&["Overzicht 2026"], &["", "Peeters", "jan@example.com"]];
    let unknown: &[&[&str]] = &[&["kolom1", "kolom2"], &["a", "b"]];
    let mut flow =
        Flow::at_start(&[("los.xlsx", &workbook_of_texts(&[("Lijst", numbers), ("Twee", unknown)])), ("twee.xlsx", &two_sheets())]);
    // The path is typed while the cursor of the picker is on another workbook.
    flow.press("n").see("the cursor is on another workbook").press("p").type_text("los.xlsx").press("Enter").see("no headings");
    flow.press("Right Enter").see("choose them").type_text("kolom1").press("Enter").see("a person says what the columns of that row are");
    let desk = flow.model.desk().expect("the typed workbook is opened, not the one under the cursor");
    assert_eq!((desk.path.as_str(), flow.draft().source().mark.sheet.as_str()), ("/srv/office/los.xlsx", "Twee"));
    flow.press("q n").see("back in the picker").press("H H").see("the sheets of the workbook under the cursor");
    flow.type_text("tom").press("Enter").see("opened at that sheet");
    assert_eq!(flow.draft().source().mark.sheet, "Tom");
    flow.tell("headings-not-found");
}

#[test]
fn a_hidden_sheet_is_offered_as_what_it_is() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    for (name, hidden, first) in [("Klanten", false, "An"), ("Oud", true, "Jan"), ("Nieuw", false, "Piet")] {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name).unwrap().set_hidden(hidden);
        for (column, (heading, value)) in (0..).zip([("First name", first), ("Last name", "Maes"), ("Email", "a@example.com")]) {
            sheet.write_string(0, column, heading).unwrap().write_string(1, column, value).unwrap();
        }
    }
    let mut flow = Flow::at_start(&[("verborgen.xlsx", &workbook.save_to_buffer().unwrap())]);
    flow.opening("verborgen.xlsx").press("H").see("the second sheet is hidden").type_text("oud").press("Enter");
    assert_eq!((flow.draft().source().mark.sheet.as_str(), flow.draft().row_count()), ("Oud", 1));
    flow.press("H").see("and is still, now that it is open").tell("headings-hidden-sheet");
}
