//! Text that wants more than to be read.

use crate::support::flow::Flow;
use crate::support::office::{empty_store, workbook_of_texts};

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
