//! What is said where values are put right, in English.

use crate::app::replacing::Scope;
use crate::domain::finding::Proof;
use crate::domain::replacement::Unclear;
use crate::domain::sheet::CellKind;
use crate::words::fixing::FixingWords;
use crate::words::plural;

pub(super) const WORDS: FixingWords = FixingWords {
    in_the_file: "In the file",
    cell_kind,
    edited: "Edited",
    problem: "Problem",
    new_value: "New value",
    suggestions: "To choose",
    proof,
    offer_empty: "leave the field empty",
    offer_now: "as it reads now",
    offer_person: "a private person",
    offer_colleague: "a colleague",
    offer_file: "as in the file",
    nothing_wrong: "Nothing is wrong with this value.",
    after_this: "After this",
    goes_to: |tab| format!("the row goes to \"{tab}\""),
    stays_in: |tab| format!("the row stays in \"{tab}\""),
    invalid_become: |before, after| format!("invalid: from {before} to {after}"),
    rows_become: |before, after| format!("from {before} to {after}"),
    still_wrong: "Also wrong",
    accept: "accept",
    accept_next: "accept, next",
    show: "show changes",
    foot: "{choose} accepts   {accept-next} accepts, next   {close} leaves",
    workbook_unchanged: "The workbook itself is not changed.",
    new_values_wrong: |values| plural(values, "new value is wrong", "new values are wrong"),
    changes_to_come: |values| plural(values, "value would change", "values would change"),
    alike_because: |reason, proof| format!("Same error: {reason}. The new value: {proof}."),
    replaced_by: |find, with| format!("\"{find}\" becomes \"{with}\"."),
    repeating: "The value that was put in last, on these rows too.",
    proposal_foot: "{choose} takes all   {close} none",
    take_all: "take all",
    replace_in: |field| format!("Find and replace in: {field}"),
    find: "Find",
    replace_with: "Put instead",
    in_rows: "In",
    scope,
    is_expression: "regular expression, $1 is a group",
    ignores_case: "capitals do not matter",
    unclear,
    replace_foot: "{next-part} next   Space ticks   {choose} shows changes",
};

/// What a cell is in the workbook.
fn cell_kind(kind: CellKind) -> &'static str {
    match kind {
        CellKind::Text => "a text",
        CellKind::Number => "a number",
        CellKind::Date => "a date",
        CellKind::Bool => "true or false",
        CellKind::Error => "an error of Excel",
    }
}

/// What shows that a suggested value is right.
fn proof(proof: &Proof) -> String {
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
fn scope(scope: Scope, rows: usize) -> String {
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
