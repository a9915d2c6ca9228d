//! What one import taught comes back in the next, as proposals that say where they are from.

use instroom::domain::draft::Bucket;
use instroom::words::ScreenLanguage;

use crate::support::flow::Flow;
use crate::support::office::workbook_of_texts;

const HEADINGS: &[&str] = &["Naam", "Voornaam", "E-mail", "Straat", "Nr", "Postcode", "Gemeente", "Verantwoordelijke (e-mail)"];

fn list(rows: &[&[&str]]) -> Vec<u8> {
    let rows: Vec<&[&str]> = std::iter::once(HEADINGS).chain(rows.iter().copied()).collect();
    workbook_of_texts(&[("Klanten", &rows)])
}

#[test]
fn fixes_and_verdicts_of_an_earlier_import_are_proposed_and_never_applied_unasked() {
    let earlier: &[&[&str]] = &[
        &["Maes", "An", "an@example.be", "Dorp", "1", "9000", "Gent", "els"],
        &["Claes", "Ann", "ann@example.be", "Laan", "7", "9000", "Gent", ""],
    ];
    // Somebody else of nearly the same name at the same address: a daughter.
    let daughter: &[&[&str]] = &[&["Claes", "Anna", "anna@example.be", "Laan", "7", "9000", "Gent", ""]];
    let later: &[&[&str]] = &[
        &["Wouters", "Bo", "bo@example.be", "Dorp", "2", "9000", "Gent", "els"],
        &["Peeters", "Cy", "cy@example.be", "Dorp", "3", "9000", "Gent", "els"],
        daughter[0],
    ];
    let (first, second, third) = (list(earlier), list(daughter), list(later));
    let mut flow = Flow::at_start(&[("2025.xlsx", &first), ("dochter.xlsx", &second), ("2026.xlsx", &third)]);
    flow.opening("2025.xlsx").press("4 e Ctrl+U").type_text("els@kantoor.be").press("Enter");
    flow.press("1 T Enter Q Enter I Right Enter q").opening("dochter.xlsx").press("3").see("near the same name at the same address");
    flow.press("Enter x").see("somebody else: it is new").press("1 a T Enter Q Enter I Right Enter q");
    flow.opening("2026.xlsx").press("4").see("the same slip in other rows: it says who put it right, and when");
    assert_eq!(flow.draft().counts().invalid, 2, "and nothing is changed by that");
    flow.press("F").see("all alike").press("Enter").see("put right");
    assert_eq!(flow.draft().counts().invalid, 0);
    assert_eq!(flow.draft().rows_in(Bucket::Duplicates), [2], "the daughter is stored now, and found as herself");
    flow.press("u 4").speak(ScreenLanguage::Dutch).see("in Dutch").speak(ScreenLanguage::French).see("in French");
    flow.tell("season-memory");
}
