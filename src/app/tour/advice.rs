//! What to press now: one line, which follows from the step and from where somebody is.

use super::{Seen, TourStep, in_force};
use crate::app::chooser::Question;
use crate::app::compare::Compare;
use crate::app::desk::{Desk, Face};
use crate::app::dossier::DossierAsk;
use crate::app::listing::Listing as _;
use crate::app::model::{Ask, Model, Overlay, Screen};
use crate::app::past::Page;
use crate::app::person::PersonAsk;
use crate::app::picker::Wanted;
use crate::app::register::TabKind;
use crate::app::summary::Button;
use crate::domain::draft::Bucket;
use crate::domain::finding::Rule;

/// What is put right for all rows alike.
const LOST: Rule = Rule::NationalNumberLeadingZeros;

/// What to press now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Advice {
    /// Something is being done.
    Wait,
    /// The step was done before somebody came back to it, or there is nothing left to do it with.
    DoneAlready,
    /// Something that is none of the step's stands in front.
    CloseFront,
    /// Another screen than the step's is shown.
    GoBack,
    /// The workbook lies in a draft.
    TakeUpDraft,
    /// No workbook is open.
    BeginImport,
    /// Workbooks are listed.
    PickWorkbook,
    /// Another tab.
    SeeTab(Bucket),
    /// To the last row.
    ToLast,
    /// And to the first.
    ToFirst,
    /// All that is wrong with a row.
    SeeRow,
    /// On to a row that lost its zeros.
    FindAlike,
    /// Back to one.
    FindAlikeAbove,
    /// The list of all alike.
    SeeAlike,
    /// All of them at once.
    TakeAlike,
    /// Nothing was decided that could be taken back.
    DecideFirst,
    /// Take back what was decided.
    Undo,
    /// Make it again.
    Redo,
    /// A duplicate that differs, field by field.
    SeeDuplicate,
    /// On to a field that differs.
    NextDifference,
    /// Nothing differs there.
    OtherDuplicate,
    /// The value of the import.
    TakeValue,
    /// Begin a range.
    BeginRange,
    /// Make it longer.
    LongerRange,
    /// Mark its rows.
    MarkRange,
    /// Begin a filter.
    BeginFilter,
    /// Type a part of a name, and keep it.
    TypeFilter,
    /// All rows again.
    AllRows,
    /// Open the list of languages.
    SeeLanguages,
    /// Open the list of questionnaires.
    SeeQuestionnaires,
    /// Choose the task flow first.
    SeeFlows,
    /// Choose a line of a list.
    ChooseLine,
    /// See what would be written.
    SeeSummary,
    /// To the other button.
    OtherButton,
    /// Press the button.
    PressButton,
    /// To the stored customers.
    SeeCustomers,
    /// The tab of the customers.
    SeeCustomersTab,
    /// A customer's page.
    SeePage,
    /// The tab of the imports.
    SeeImports,
    /// What taking an import back would do.
    SeeTakingBack,
    /// Take it back.
    TakeBack,
    /// The keys of this screen.
    SeeKeys,
    /// Out of the tour.
    Leave,
}

/// What to press now for a step.
pub(super) fn of(step: TourStep, seen: &Seen, model: &Model) -> Advice {
    if model.overlay.is_none() && model.running.is_some() {
        return Advice::Wait;
    }
    match step {
        _ if model.overlay.is_some() => of_front(step, model),
        TourStep::Page | TourStep::TakeBack => in_register(step, model),
        TourStep::Help | TourStep::Leave if model.layer().takes_text() => Advice::CloseFront,
        TourStep::Help => Advice::SeeKeys,
        TourStep::Leave => Advice::Leave,
        _ => to_tabs(step, model).unwrap_or_else(|| on_tabs(step, seen, model)),
    }
}

/// Whether a question is about leaving what is shown: going on with the tour is what was asked for.
const fn is_about_leaving(ask: &Ask) -> bool {
    match ask {
        Ask::LeaveImport | Ask::LeaveAnswers | Ask::LeaveSending | Ask::LeaveTyped => true,
        Ask::Dossier(ask) => matches!(ask, DossierAsk::Leave(_)),
        Ask::Person(ask) => matches!(ask, PersonAsk::Leave),
        Ask::Reopen(_)
        | Ask::Replace(..)
        | Ask::TakeOver(..)
        | Ask::TakeBack(..)
        | Ask::ThrowAway(..)
        | Ask::DropUnsaved(..)
        | Ask::SendOutbox(_)
        | Ask::Withdraw(_) => false,
    }
}

/// What to do with what stands in front.
fn of_front(step: TourStep, model: &Model) -> Advice {
    let is_asked = |wanted: Question| matches!(&model.overlay, Some(Overlay::Chooser(chooser)) if chooser.question == wanted);
    match (step, &model.overlay) {
        (TourStep::Alike, Some(Overlay::Proposal(_))) => Advice::TakeAlike,
        (TourStep::Import, Some(Overlay::Summary(summary))) => match summary.button {
            Button::Back => Advice::OtherButton,
            Button::Import => Advice::PressButton,
        },
        (TourStep::Language, _) if is_asked(Question::Language) => Advice::ChooseLine,
        (TourStep::Questionnaire, _) if is_asked(Question::Questionnaire) || is_asked(Question::TaskFlow) => Advice::ChooseLine,
        (_, Some(Overlay::Ask(ask, goes_on))) => match (ask, step) {
            (Ask::TakeBack(..), TourStep::TakeBack) => button(*goes_on),
            (ask, _) if is_about_leaving(ask) => button(*goes_on),
            _ => Advice::CloseFront,
        },
        _ => Advice::CloseFront,
    }
}

/// The way through a question: to the button that goes on, and its press.
const fn button(goes_on: bool) -> Advice {
    if goes_on { Advice::PressButton } else { Advice::OtherButton }
}

/// The way to the four tabs; nothing where they are shown. A duplicate is compared on the way, and a whole row is a place to fix it.
fn to_tabs(step: TourStep, model: &Model) -> Option<Advice> {
    match &model.screen {
        Screen::Desk(desk) => match &desk.face {
            Face::Tabs if desk.showing.is_filtering && step != TourStep::Filter => Some(Advice::CloseFront),
            Face::Tabs if desk.showing.zoom && !matches!(step, TourStep::Alike | TourStep::Undo) => Some(Advice::GoBack),
            Face::Tabs => None,
            Face::Compare(compare) if step == TourStep::Duplicate => Some(compared(desk, compare)),
            // Steps are taken back there too.
            Face::Compare(_) if step == TourStep::Undo => None,
            Face::Compare(_) | Face::Mapping(_) | Face::Report(_) => Some(Advice::GoBack),
        },
        Screen::Start(_) if model.drafts.is_empty() => Some(Advice::BeginImport),
        Screen::Start(_) => Some(Advice::TakeUpDraft),
        Screen::Picker(picker) if picker.wanted == Wanted::Import && !picker.is_filtering => Some(Advice::PickWorkbook),
        _ if model.layer().takes_text() => Some(Advice::CloseFront),
        _ => Some(Advice::GoBack),
    }
}

fn compared(desk: &Desk, compare: &Compare) -> Advice {
    let Some(sight) = compare.sight(&desk.draft) else { return Advice::OtherDuplicate };
    let can_be_taken = |at: usize| sight.comparisons.get(at).is_some_and(|one| one.difference.can_be_taken());
    if can_be_taken(compare.cursor) {
        Advice::TakeValue
    } else if (0..sight.comparisons.len()).any(can_be_taken) {
        Advice::NextDifference
    } else {
        Advice::OtherDuplicate
    }
}

/// What to do on the four tabs.
fn on_tabs(step: TourStep, seen: &Seen, model: &Model) -> Advice {
    // A duplicate that is compared has the keys that take back, too.
    let Some(desk) = super::desk(model) else { return Advice::GoBack };
    match step {
        TourStep::Tabs => seen.unseen_tab().map_or(Advice::ToLast, Advice::SeeTab),
        TourStep::Moving if seen.last_row => Advice::ToFirst,
        TourStep::Moving if desk.table().order.len() < 2 => Advice::SeeTab(Bucket::OnlyInImport),
        TourStep::Moving => Advice::ToLast,
        TourStep::Reason | TourStep::Alike if desk.tab != Bucket::Invalid => Advice::SeeTab(Bucket::Invalid),
        TourStep::Reason => Advice::SeeRow,
        TourStep::Alike => alike(desk),
        TourStep::Undo if seen.taken_back => Advice::Redo,
        TourStep::Undo if in_force(desk).len() > desk.draft.steps_committed() => Advice::Undo,
        TourStep::Undo => Advice::DecideFirst,
        TourStep::Duplicate if desk.tab != Bucket::Duplicates => Advice::SeeTab(Bucket::Duplicates),
        TourStep::Duplicate => Advice::SeeDuplicate,
        TourStep::Marks if desk.tab != Bucket::OnlyInImport => Advice::SeeTab(Bucket::OnlyInImport),
        TourStep::Marks => marking(desk),
        TourStep::Filter if desk.showing.is_filtering => Advice::TypeFilter,
        TourStep::Filter if desk.table().is_narrowed() => Advice::AllRows,
        TourStep::Filter => Advice::BeginFilter,
        TourStep::Language => Advice::SeeLanguages,
        TourStep::Questionnaire if desk.draft.flow().is_none() => Advice::SeeFlows,
        TourStep::Questionnaire => Advice::SeeQuestionnaires,
        TourStep::Import => Advice::SeeSummary,
        TourStep::Page | TourStep::TakeBack | TourStep::Help | TourStep::Leave => Advice::GoBack,
    }
}

fn marking(desk: &Desk) -> Advice {
    match desk.table().anchor {
        None => Advice::BeginRange,
        Some(_) if desk.table().in_range().len() < 2 => Advice::LongerRange,
        Some(_) => Advice::MarkRange,
    }
}

/// Lost zeros are what most lists come with, so that is what is put right; where there are none, whatever else is wrong alike.
fn alike(desk: &Desk) -> Advice {
    let in_question = desk.finding_in_question();
    if in_question.as_ref().is_some_and(|finding| finding.rule == LOST) {
        return Advice::SeeAlike;
    }
    let table = desk.table();
    let lost_theirs = |rows: &[u32]| rows.iter().any(|row| desk.draft.rules(*row).contains(LOST));
    let (above, below) = table.order.split_at(table.cursor.min(table.order.len()));
    if lost_theirs(below) {
        Advice::FindAlike
    } else if lost_theirs(above) {
        Advice::FindAlikeAbove
    } else if in_question.is_some_and(|finding| finding.suggestion.is_some() && desk.draft.alike(&finding).len() > 1) {
        Advice::SeeAlike
    } else {
        Advice::DoneAlready
    }
}

/// What to do for a step among what is stored.
fn in_register(step: TourStep, model: &Model) -> Advice {
    match (&model.screen, step) {
        (Screen::Start(_), _) => Advice::SeeCustomers,
        (Screen::Register(register), _) if register.showing.is_filtering => Advice::CloseFront,
        (Screen::Register(register), _) if register.showing.zoom => Advice::GoBack,
        (Screen::Register(register), TourStep::Page) if register.tab == TabKind::Customers => Advice::SeePage,
        (Screen::Register(_), TourStep::Page) => Advice::SeeCustomersTab,
        (Screen::Register(register), _) if register.tab == TabKind::Imports => Advice::SeeTakingBack,
        (Screen::Register(_), _) => Advice::SeeImports,
        (Screen::Past(past), TourStep::TakeBack) if past.showing().is_filtering => Advice::CloseFront,
        (Screen::Past(past), TourStep::TakeBack) if matches!(past.page, Page::TakingBack(_)) && !past.showing().zoom => Advice::TakeBack,
        (Screen::Past(past), TourStep::TakeBack) if !past.showing().zoom => Advice::SeeTakingBack,
        // Whoever types a filter has no other way out.
        _ if model.layer().takes_text() => Advice::CloseFront,
        _ => Advice::GoBack,
    }
}
