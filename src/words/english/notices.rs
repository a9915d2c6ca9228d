//! Messages in English.

use super::{answers, arrived, fixing, steps, told, trade};
use crate::app::notice::Notice;
use crate::domain::draft::Refusal;
use crate::words::{ScreenLanguage, plural, rule_words};

pub(super) fn notice(notice: &Notice) -> String {
    match notice {
        Notice::Mail(notice) => (super::inviting::WORDS.notice)(notice),
        Notice::Refused(refusal) => refused(*refusal).to_owned(),
        Notice::InvalidRow => "A row with an error cannot be selected: see the pane.".to_owned(),
        Notice::HasDossier => "It has a dossier in this task flow. {open} chooses fields.".to_owned(),
        Notice::OnlyLook => "These are in the store already; nothing happens to them here.".to_owned(),
        Notice::ChooseFlowFirst => "Choose the task flow first ({task-flow}): its questionnaires are on offer.".to_owned(),
        Notice::NothingToTake => "Nothing to take from the import in this field.".to_owned(),
        Notice::HeldApart(row, bucket) => format!("Row {row} is somebody else, now in \"{}\". {{undo}} undoes it.", trade::bucket(*bucket)),
        Notice::SameNumber => "One number is one person: put the number right first ({edit}).".to_owned(),
        Notice::AllLookedAt => "Every duplicate of this list was looked at.".to_owned(),
        Notice::NothingToSettle => "Every duplicate was looked at: no rule is needed.".to_owned(),
        Notice::ValueRefused => "Not taken: the reason stands in the box.".to_owned(),
        Notice::RuleApplied(0, _) => "These duplicates are left as the store has them. {undo} undoes it.".to_owned(),
        Notice::RuleApplied(fields, customers) => {
            format!("{} from the import. {{undo}} undoes it.", (super::WORDS.compare.rule_does)(*fields, *customers))
        }
        Notice::RuleIdle => "Nothing had to change: these duplicates stay as they are.".to_owned(),
        Notice::NobodyToJoin => "No other row looks like the partner's.".to_owned(),
        Notice::PartnerTaken(row) => format!("The partner is joined to row {row} already: {{partner}} there parts them."),
        Notice::Joined(partner, main) => format!("Rows {main} and {partner} are one return now. {{undo}} takes it back."),
        Notice::Parted(row) => format!("Row {row} has a return of its own again. {{undo}} takes it back."),
        Notice::InvalidPartner(row) => format!("Row {row} is invalid: put it right first, in tab {{tab-4}}."),
        Notice::OtherPartner(row) => format!("Row {row} names another partner, or is joined already."),
        Notice::NothingToTakeOver => arrived::WORDS.nothing_chosen.to_owned(),
        Notice::TakenOver(answers, dossiers) => (answers::WORDS.taken_over)(*answers, *dossiers),
        Notice::TakenBackInVain => "Nothing can be reversed now: the list says why.".to_owned(),
        Notice::IsTakenBack => told::WORDS.is_taken_back.to_owned(),
        Notice::NoImport => told::WORDS.no_import.to_owned(),
        Notice::NobodyThere => told::WORDS.nobody_there.to_owned(),
        Notice::NothingToUndo { committed: true } => "Imported: {take-back} in the tab Imports takes it back.".to_owned(),
        Notice::NothingToUndo { committed: false } => "Nothing to take back.".to_owned(),
        Notice::NothingToRedo => "Nothing was taken back.".to_owned(),
        Notice::TakenBack(made, tab) => format!("Taken back: {}{}.", steps::made(made), steps::elsewhere(*tab)),
        Notice::MadeAgain(made, tab) => format!("Made again: {}{}.", steps::made(made), steps::elsewhere(*tab)),
        Notice::StepsTakenBack(count, tab) => {
            format!("{}{}.", plural(*count, "step taken back", "steps taken back"), steps::elsewhere(*tab))
        }
        Notice::StepsMadeAgain(count, tab) => {
            format!("{}{}.", plural(*count, "step made again", "steps made again"), steps::elsewhere(*tab))
        }
        Notice::PlanWritten(path) => format!("Plan written, it holds personal data: {path}"),
        Notice::NothingToMark => "No mark changed.".to_owned(),
        Notice::Marked(rows) => format!("{} changed. {{undo}} takes it back.", plural(*rows, "mark", "marks")),
        Notice::NoGroups => "No row here falls into such a group.".to_owned(),
        Notice::NoMore => "No more in this direction.".to_owned(),
        Notice::Numbers(true) => "National numbers are shown. {show-numbers} masks them.".to_owned(),
        Notice::Numbers(false) => "National numbers are masked. {show-numbers} shows them.".to_owned(),
        Notice::TemplateWritten(path) => format!("Template written: {path}"),
        Notice::Exported(path) => format!("Exported: {path}"),
        Notice::NothingToExport => "There is no row here to export.".to_owned(),
        Notice::Stopped => "Stopped. Nothing was changed.".to_owned(),
        Notice::Stopping => "Stopping ...".to_owned(),
        Notice::Refreshed => "The store was read again. Look at the tabs, then press {import} again.".to_owned(),
        Notice::NoPath => "Type a path first.".to_owned(),
        Notice::Sorted(column, false) => format!("Sorted by \"{}\". Again turns it around.", trade::column(*column)),
        Notice::Sorted(column, true) => format!("Sorted by \"{}\", reversed. Again: file order.", trade::column(*column)),
        Notice::MarksAgain(rows) => format!("{} again as before.", plural(*rows, "mark", "marks")),
        Notice::NoDossierHere => "No dossier in this task flow: {season} links the customer to it.".to_owned(),
        Notice::Unsorted => "In the list's own order again.".to_owned(),
        Notice::LastColumn => "One column has to stay.".to_owned(),
        Notice::Elsewhere(layer) => (super::palette::WORDS.elsewhere)(super::actions::layer(*layer)),
        Notice::TourLeft => "The tour is closed. Look around: nothing is kept. {back} goes back.".to_owned(),
        Notice::NotHere => "That key does nothing here. {help} shows the keys.".to_owned(),
        Notice::NoColumnFor(fields) => format!("No column for {}: {{open}} chooses.", super::mapping::fields(fields)),
        Notice::TakenFrom(column) => format!("Column {column} held it and is left out now."),
        Notice::NothingToTakeFor => "Nothing is proposed here: {open} chooses a field.".to_owned(),
        Notice::NothingToCheck => "No further column to check. {go-on} goes on to the rows.".to_owned(),
        Notice::CannotSave => "Not saved: it takes a name and two columns that are read.".to_owned(),
        Notice::MappingSaved(name) => format!("Saved as \"{name}\", and proposed for such lists."),
        Notice::Mapped => "Read by these columns. {undo} takes it back, {map-columns} shows them.".to_owned(),
        Notice::Demo => "Demo, throw-away store. Choose {questionnaire}, {language}, then {import}. {help} shows the keys.".to_owned(),
        Notice::Person(said) => (super::WORDS.person.notice)(said),
        Notice::StillReading => "Names are still being prepared: try again in a moment.".to_owned(),
        Notice::NotReadAgain => "The store cannot be read now: this is how it was.".to_owned(),
        Notice::Dossier(notice) => (super::WORDS.dossier.notice)(notice),
        Notice::Recorded(number) => (super::flows::WORDS.written)(*number),
        Notice::ToCheck(count, columns, not_read) => {
            let not_read =
                not_read.as_ref().map_or_else(String::new, |headings| format!(". {}", (super::WORDS.command.columns_not_read)(headings)));
            format!("{} to check ({columns}): {{map-columns}}{not_read}", plural(*count, "column", "columns"))
        }
        Notice::NumberWanted(number) => (super::flows::WORDS.number_wanted)(*number),
        Notice::NotRead(headings) => (super::WORDS.command.columns_not_read)(headings),
        Notice::AsSettled(chosen) => (super::WORDS.config.chosen)(chosen),
        Notice::Unmet(unmet) => (super::WORDS.config.unmet)(unmet),
        Notice::NoRow => "There is no row here.".to_owned(),
        Notice::NothingWrong => "Nothing is wrong with this row. {edit} edits a field.".to_owned(),
        Notice::NoSuggestion(rule) => {
            format!("No sure value for \"{}\": {{edit}} types one.", rule_words(ScreenLanguage::English, *rule).reason)
        }
        Notice::NothingChanges => "Nothing changed.".to_owned(),
        Notice::NothingToRepeat => "Nothing was typed yet. {edit} edits a field.".to_owned(),
        Notice::NothingFound => "It stands in none of these rows.".to_owned(),
        Notice::Unclear(unclear) => fixing::unclear(unclear),
        Notice::Fixed(field, before, after) => format!("{}: {before} -> {after}. {{undo}} takes it back.", trade::field(*field)),
        Notice::ChangedMany(values) => format!("{} changed. {{undo}} takes {} back.", plural(*values, "value", "values"), all_of(*values)),
        Notice::FixedMany(values) => format!("{} put right. {{undo}} takes {} back.", plural(*values, "value", "values"), all_of(*values)),
        Notice::DraftKept => "The draft is kept. {resume} on this screen goes on with it.".to_owned(),
        Notice::TakenUp(when) => format!("Going on with the draft of {when}."),
        Notice::NoDrafts => "There are no drafts.".to_owned(),
        Notice::PastedText => "A path or rows can be pasted on the start screen only.".to_owned(),
        Notice::NothingToCopy => "There is nothing in this cell to copy.".to_owned(),
        Notice::TooMuchToCopy(rows) => format!("{} are too much for a clipboard: {{export}} writes a file.", plural(*rows, "row", "rows")),
        Notice::PastedInPart(left_out) => {
            format!("No room for the last {} of what was pasted.", plural(*left_out, "character", "characters"))
        }
        Notice::PastedTooMuch => "Too much to paste: save the rows as a file and open that.".to_owned(),
    }
}

pub(super) const fn refused(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::NoLanguage => "Choose a language first ({language}): it holds for rows that name none.",
        Refusal::NoQuestionnaire => "Choose a questionnaire first ({questionnaire}): each new customer gets it.",
        Refusal::NoFlow => "Choose the task flow first ({task-flow}).",
        Refusal::FlowArchived => "This task flow is archived: choose another ({task-flow}).",
        Refusal::LanguageNotOffered => "This questionnaire is not in that language: choose ({language} or {questionnaire}).",
        Refusal::Nothing => "Nothing to import: select rows ({toggle}) or fields ({open}).",
    }
}

/// What is taken back, of so many.
const fn all_of(values: usize) -> &'static str {
    if values == 1 { "it" } else { "all" }
}
