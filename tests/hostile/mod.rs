//! Hostile and broken files, made anew each time: what each is, and what has to be said of it where that is known.

mod binary;
mod names;
mod ods;
mod packages;
mod text;
mod wrong;
mod xlsx;
mod xml;

use crate::support::books;

/// What has to become of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Told {
    /// It is refused with this among what is said.
    Refused(&'static str),
    /// So many rows are read.
    Rows(u64),
    /// An answer, whichever: readers may differ about it.
    Either,
}

/// A file.
#[derive(Debug, Clone)]
pub(crate) struct Case {
    /// What is wrong with it, with the ending of its name.
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) told: Told,
}

pub(crate) const DAMAGED: Told = Told::Refused("The workbook is damaged.");
pub(crate) const TOO_MUCH: Told = Told::Refused("The workbook takes more to read than a list of customers should.");
pub(crate) const NO_HEADINGS: Told = Told::Refused("No row of headings was found.");

fn case(name: impl Into<String>, bytes: impl Into<Vec<u8>>, told: Told) -> Case {
    Case { name: name.into(), bytes: bytes.into(), told }
}

/// All of them.
pub(crate) fn all() -> Vec<Case> {
    [wrong::cases(), packages::cases(), xml::cases(), xlsx::cases(), binary::cases(), ods::cases(), text::cases(), names::cases()].concat()
}

/// Does what it says, would it be believed: the screen is cleared, a title is set, text goes into the clipboard, a line is turned
/// round, and something is not seen.
pub(crate) const ACTING: &str =
    "\u{1b}[2J\u{1b}]0;title\u{7}\u{1b}]52;c;ZXZpbA==\u{7}\u{9b}31m\u{202e}tfel\u{2066}\u{200b}\u{feff}\u{7f}\u{85}";

/// The same as XML can hold it: a workbook of Excel has its own way of writing what XML forbids.
pub(crate) const ACTING_IN_XML: &str =
    "_x001B_[2J_x001B_]52;c;ZXZpbA==_x0007_&#x9b;31m&#x202e;tfel&#x2066;&#x200b;&#xfeff;&#x7f;&#x85;_x0000_";

/// A row of texts in the cells of an `.xlsx`.
fn row(texts: &[&str]) -> String {
    let cell = |text: &&str| format!("<c t='inlineStr'><is><t>{text}</t></is></c>");
    format!("<row>{}</row>", texts.iter().map(cell).collect::<String>())
}

/// The headings of a list of customers.
fn headings() -> String {
    row(&["First name", "Last name", "Email"])
}

/// A list of one customer, with this in front of it, between and behind.
fn sheet(front: &str, between: &str, behind: &str) -> String {
    format!(
        "<worksheet>{front}<sheetData>{}{between}{}</sheetData>{behind}</worksheet>",
        headings(),
        row(&["An", "Maes", "an@example.com"])
    )
}

/// A sound workbook of one customer.
fn sound() -> Vec<u8> {
    books::xlsx(&sheet("", "", ""), None)
}
