//! What is said where values are put right, in English.

use crate::app::replacing::Scope;
use crate::domain::finding::Proof;
use crate::domain::replacement::Unclear;
use crate::domain::sheet::CellKind;
use crate::words::plural;

/// What a cell is in the workbook.
pub(super) fn cell_kind(kind: CellKind) -> &'static str {
    match kind {
        CellKind::Text => "a text",
        CellKind::Number => "a number",
        CellKind::Date => "a date",
        CellKind::Bool => "true or false",
        CellKind::Error => "an error of Excel",
    }
}

/// What shows that a suggested value is right.
pub(super) fn proof(proof: &Proof) -> String {
    match proof {
        Proof::NationalNumber => "passes every check of a national number".to_owned(),
        Proof::EnterpriseNumber => "passes every check of an enterprise number".to_owned(),
        Proof::BelgianMobile => "is a Belgian mobile number".to_owned(),
        Proof::ForeignMobile => "is a number in international form".to_owned(),
        Proof::Address => "is an e-mail address".to_owned(),
        Proof::Domain(domain) => format!("{domain} is known, and one slip away"),
        Proof::Colleague(address) => format!("colleague {address} is one slip away"),
        Proof::Language(code) => format!("{code} is the code of the language"),
        Proof::PostalCode => "is a Belgian postal code".to_owned(),
        Proof::Date => "is a date".to_owned(),
        Proof::SameWords => "the same words, without the spaces".to_owned(),
        Proof::LeftOut => "leaves out what contradicts the row".to_owned(),
        Proof::Remembered => "put right so in an earlier import".to_owned(),
    }
}

/// The rows that are gone through.
pub(super) fn scope(scope: Scope, rows: usize) -> String {
    match scope {
        Scope::Range => plural(rows, "row of the range", "rows of the range"),
        Scope::Selected => plural(rows, "row selected", "rows selected"),
        Scope::Shown => plural(rows, "row shown", "rows shown"),
    }
}

/// Why it is not clear what is looked for.
pub(super) fn unclear(unclear: &Unclear) -> String {
    match unclear {
        Unclear::Nothing => "Type what to look for.".to_owned(),
        Unclear::Group(at) => format!("The bracket at {at} stands alone; \\( is the sign itself."),
        Unclear::Set(at) => format!("The set at {at} is not whole: [abc] or [a-z]."),
        Unclear::Repetition(at) => format!("At {at} nothing is repeated; \\* is the sign itself."),
        Unclear::Escape(at) => format!("The \\ at {at} means nothing; \\\\ is the sign itself."),
        Unclear::NotOnOffer(at) => format!("What stands at {at} is not on offer: no look-around."),
        Unclear::NoSuchGroup(group) => format!("There is no group {group} between round brackets."),
        Unclear::TooLarge => "This expression is too large.".to_owned(),
        Unclear::Other(at) => format!("The expression is not understood at {at}."),
    }
}
