//! Messages in English.

use super::trade;
use crate::app::model::Notice;
use crate::domain::draft::Refusal;
use crate::words::plural;

pub(super) fn notice(notice: &Notice) -> String {
    match notice {
        Notice::Refused(refusal) => refused(*refusal).to_owned(),
        Notice::InvalidRow => "A row with an error cannot be selected: see the pane.".to_owned(),
        Notice::HasDossier => "It has a dossier in this task flow. Enter chooses fields.".to_owned(),
        Notice::OnlyLook => "These are in the store already; nothing happens to them here.".to_owned(),
        Notice::ChooseFlowFirst => "Choose the task flow first (W): its questionnaires are on offer.".to_owned(),
        Notice::NothingToTake => "Nothing to take from the import in this field.".to_owned(),
        Notice::NothingToUndo { committed: true } => "What was imported is not taken back by undo.".to_owned(),
        Notice::NothingToUndo { committed: false } => "Nothing to take back.".to_owned(),
        Notice::NothingToRedo => "Nothing was taken back.".to_owned(),
        Notice::Undone => "Taken back. U makes it again.".to_owned(),
        Notice::Redone => "Made again.".to_owned(),
        Notice::NothingToMark => "No mark changed.".to_owned(),
        Notice::Marked(rows) => format!("{} changed. u takes it back.", plural(*rows, "mark", "marks")),
        Notice::NoMore => "No more in this direction.".to_owned(),
        Notice::Numbers(true) => "National numbers are shown. m masks them.".to_owned(),
        Notice::Numbers(false) => "National numbers are masked. m shows them.".to_owned(),
        Notice::TemplateWritten(path) => format!("Template written: {path}"),
        Notice::Stopped => "Stopped. Nothing was changed.".to_owned(),
        Notice::Stopping => "Stopping ...".to_owned(),
        Notice::Refreshed => "The store was read again. Look at the tabs, then press I again.".to_owned(),
        Notice::NoPath => "Type a path first.".to_owned(),
        Notice::Sorted(column, false) => format!("Sorted by \"{}\". Again turns it around.", trade::column(*column)),
        Notice::Sorted(column, true) => format!("Sorted by \"{}\", reversed. Again: file order.", trade::column(*column)),
        Notice::Unsorted => "In the order of the file.".to_owned(),
        Notice::LastColumn => "One column has to stay.".to_owned(),
        Notice::NotHere => "That key does nothing here. ? shows the keys.".to_owned(),
        Notice::Demo => super::WORDS.demo.to_owned(),
        Notice::NotRead(headings) => (super::WORDS.columns_not_read)(headings),
        Notice::DraftKept => "The draft is kept. r on this screen goes on with it.".to_owned(),
        Notice::TakenUp(when) => format!("Going on with the draft of {when}."),
        Notice::NoDrafts => "There are no drafts.".to_owned(),
        Notice::PastedText => "A pasted path opens a workbook, on the start screen only.".to_owned(),
    }
}

const fn refused(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::NoLanguage => "Choose a language first (T): it holds for rows that name none.",
        Refusal::NoQuestionnaire => "Choose a questionnaire first (Q): each new customer gets it.",
        Refusal::NoFlow => "Choose the task flow first (W).",
        Refusal::LanguageNotOffered => "This questionnaire is not in that language: choose (T or Q).",
        Refusal::Nothing => "Nothing to import: select rows (Space) or fields (Enter).",
    }
}
