//! Choosing a workbook: from the list, by a filter, by its path.

use crate::support::flow::Flow;
use crate::support::office::{SAMPLE, workbook_of_texts};

#[test]
fn a_workbook_is_found_looked_into_and_opened() {
    let old = workbook_of_texts(&[("Notities", &[&["nog te bellen"]]), ("Uitleg", &[&["niets"]])]);
    let text: &[u8] = b"Voornaam*;Familienaam*;E-mail*\nJan;Peeters;jan@example.com\n";
    let mut flow = Flow::at_start(&[
        ("klanten oud.xlsx", &old),
        ("klantenlijst.csv", text),
        ("offerte.pdf", b"%PDF-1.7"),
        ("~$Klanten_PB2026.xlsx", b"lock"),
        ("Klanten_PB2025.xlsx", SAMPLE),
        ("Klanten_PB2026.xlsx", SAMPLE),
    ]);
    flow.disk.put_folder("office/archief");
    flow.press("n")
        .see("workbooks, newest first; folders behind; no lock files, no documents")
        .press("space")
        .see("the preview: sheets and headings")
        .press("j j")
        .see("the preview follows the cursor")
        .press("j")
        .see("a workbook without customers says so before it is opened")
        .press("j space")
        .see("a folder has no preview; the preview is off again")
        .press("/")
        .type_text("PB20")
        .see("a filter while typing")
        .press("z z")
        .see("it fits nothing")
        .press("Backspace Backspace")
        .press("Down Enter")
        .see("kept")
        .press("Esc")
        .see("dropped")
        .press("G Enter")
        .see("a folder without workbooks")
        .press("h h")
        .see("two folders up")
        .press("g g Enter")
        .see("and down again");
    flow.tell("picker");
}

#[test]
fn a_path_is_typed_and_completed() {
    let mut flow = Flow::at_start(&[("Klanten_PB2025.xlsx", SAMPLE), ("Klanten_PB2026.xlsx", SAMPLE)]);
    flow.press("n p")
        .see("the folder is there already")
        .type_text("Kl")
        .press("Tab")
        .see("as far as it is clear, and what it could be")
        .type_text("6")
        .press("Tab")
        .see("clear")
        .press("Enter")
        .see("opened");
    assert_eq!(flow.draft().source().mark.file, "Klanten_PB2026.xlsx");
    flow.tell("picker-typed-path");
}
