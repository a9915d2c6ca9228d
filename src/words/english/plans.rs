//! Plan files, in English.

use super::{notices, trade};
use crate::domain::plan::{Choice, Count, Fate, Misfit};
use crate::words::plans::PlansWords;
use crate::words::plural;

pub(super) const WORDS: PlansWords = PlansWords {
    misfit,
    more: |count| format!("and {} more", plural(count, "difference", "differences")),
    personal: "The plan holds personal data. Keep it where only those who need it can read it.",
    give_workbook: "The plan was made from standard input: give --workbook with the same content.",
    fits: "The plan fits. Nothing was written.",
    unfit: "The plan no longer fits, so nothing was written.",
    remedy: "Look at the differences and make the plan again.",
};

fn misfit(misfit: &Misfit) -> String {
    match misfit {
        Misfit::Workbook { planned, found } => format!("Workbook: {found} has other content than {planned} had."),
        Misfit::Sheet { planned, found } => format!("Sheet: planned {planned}, found {found}."),
        Misfit::HeaderRow { planned, found } => format!("Row of headings: planned {planned}, found {found}."),
        Misfit::Rows { planned, found } => format!("Rows: planned {planned}, found {found}."),
        Misfit::Store { planned, .. } if planned.is_empty() => "Store: there was none yet, and now there is one.".to_owned(),
        Misfit::Store { .. } => "Store: this is another one.".to_owned(),
        Misfit::Revision { planned, found } => format!("Store: planned after import {planned}, and this one is at import {found}."),
        Misfit::Choice(choice) => format!("The steps choose another {} than the plan says.", chosen(*choice)),
        Misfit::Rules { planned, found } => format!("Rules: planned with version {planned}; this program has version {found}."),
        Misfit::NoSuchRow { step, .. } => format!("Step {step} is about a row that is not there."),
        Misfit::BadStep { step } => format!("Step {step} decides what nobody can decide here."),
        Misfit::TooMuch => "The steps are about more rows than a person decides about.".to_owned(),
        Misfit::Columns { detail } => format!("Columns: {detail}."),
        Misfit::Overwrite { row, field } => {
            format!("Row {row}, {}: the store no longer holds what was to be overwritten.", trade::field(*field))
        }
        Misfit::Selection { row } => format!("Row {row}: it equals another customer now, or nobody."),
        Misfit::Questionnaire(id) => format!("There is no questionnaire {id} any more."),
        Misfit::Flow(id) => format!("There is no task flow {id} any more."),
        Misfit::Refused(refusal) => notices::refused(*refusal).to_owned(),
        Misfit::Count { count, planned, found } => format!("Count of {}: planned {planned}, now {found}.", counted(*count)),
        Misfit::Outcome { row, planned: Some(planned), found } => format!("Row {row}: planned {}, now {}.", fate(*planned), fate(*found)),
        Misfit::Outcome { row, planned: None, found } => format!("Row {row}: not in the plan, now {}.", fate(*found)),
        Misfit::Tally => "Invitations or joint returns are counted otherwise.".to_owned(),
    }
}

const fn chosen(choice: Choice) -> &'static str {
    match choice {
        Choice::Flow => "task flow",
        Choice::Language => "language",
        Choice::Questionnaire => "questionnaire",
    }
}

const fn counted(count: Count) -> &'static str {
    match count {
        Count::OnlyInImport => "rows only in import",
        Count::OnlyInStore => "customers only in store",
        Count::Duplicates => "duplicates",
        Count::Invalid => "invalid rows",
        Count::Joined => "joined rows",
        Count::Added => "new customers",
        Count::Updated => "known customers",
        Count::Fields => "changed fields",
        Count::Linked => "new dossiers of known customers",
    }
}

fn fate(fate: Fate) -> String {
    match fate {
        Fate::Added => "a new customer".to_owned(),
        Fate::NotSelected => "not selected".to_owned(),
        Fate::Invalid => "invalid".to_owned(),
        Fate::Updated(customer) => format!("writes to {customer}"),
        Fate::LeftAlone(customer) => format!("leaves {customer} alone"),
        Fate::Joined(main) => format!("joined to row {main}"),
    }
}
