//! Keys of the mapping: which column is which field.

use std::sync::Arc;

use super::steps::redo;
use crate::app::action::Action;
use crate::app::chooser::{Choice, Chooser, Line, Question};
use crate::app::desk::{Desk, Face, Sight};
use crate::app::effect::{Effect, Job, Shared};
use crate::app::mapping::{Mapping, calls_for_a_look, lines};
use crate::app::model::{Model, Overlay, PathEntry, PathFor};
use crate::app::notice::Notice;
use crate::app::text_field::TextField;
use crate::domain::field::Field;
use crate::domain::mapping::{Count, Counted, KnownList, Proposals, SavedMapping, propose};
use crate::domain::sheet::column_letters;

/// Lines of the screen that are neither columns nor pane: title, counts, list, rule, headings, message, keys.
const FRAME_LINES: u16 = 7;

/// Lines that the pane takes.
#[must_use]
pub(crate) const fn pane_lines(height: u16, whole: bool) -> u16 {
    let body = height.saturating_sub(FRAME_LINES);
    match (whole, body / 2) {
        (true, _) => body,
        (false, half) if half < 4 => 0,
        (false, half) if half > 10 => 10,
        (false, half) => half,
    }
}

/// The last line of a text of so many lines with which the pane can begin.
#[must_use]
pub(crate) fn last_top(height: u16, whole: bool, lines: usize) -> usize {
    lines.saturating_sub(usize::from(pane_lines(height, whole).saturating_sub(2)))
}

/// How many columns are seen.
#[must_use]
pub(crate) fn seen(size: (u16, u16), whole: bool) -> usize {
    usize::from(size.1.saturating_sub(FRAME_LINES + pane_lines(size.1, whole)))
}

impl Model {
    /// Shows the columns of a workbook that was just opened, if a person should see them before the rows.
    pub(super) fn look_at_columns(&mut self) -> Vec<Effect> {
        let Some(proposed) = self.desk().map(proposals) else { return Vec::new() };
        self.look_at(proposed)
    }

    /// The same where it is known already what is proposed for them.
    pub(super) fn look_at(&mut self, proposals: Proposals) -> Vec<Effect> {
        let Some(desk) = self.desk() else { return Vec::new() };
        if !calls_for_a_look(desk.draft.layout(), &proposals) {
            return Vec::new();
        }
        if matches!(self.notice, Some(Notice::NotRead(_) | Notice::ToCheck(..))) {
            self.notice = None;
        }
        self.show_columns(Mapping::proposed(proposals))
    }

    /// Shows the columns as they are read now.
    pub(super) fn map_columns(&mut self) -> Vec<Effect> {
        let Some(desk) = self.desk_mut() else { return Vec::new() };
        let mapping = in_force(desk, proposals(desk));
        self.show_columns(mapping)
    }

    fn show_columns(&mut self, mut mapping: Mapping) -> Vec<Effect> {
        mapping.go_to(mapping.cursor, seen(self.size, false));
        if let Some(desk) = self.desk_mut() {
            desk.face = Face::Mapping(Box::new(mapping));
        }
        self.count_columns()
    }

    fn mapping_mut(&mut self) -> Option<&mut Mapping> {
        match &mut self.desk_mut()?.face {
            Face::Mapping(mapping) => Some(mapping),
            Face::Tabs | Face::Compare(_) | Face::Report(_) => None,
        }
    }

    /// Has the columns counted that were not yet; what was asked before is not needed any more, since it is
    /// asked again with the rest.
    fn count_columns(&mut self) -> Vec<Effect> {
        let job = self.job();
        let Some(desk) = self.desk_mut() else { return Vec::new() };
        let draft = Arc::clone(&desk.draft);
        let Face::Mapping(mapping) = &mut desk.face else { return Vec::new() };
        let columns = mapping.uncounted();
        if columns.is_empty() {
            return Vec::new();
        }
        let before = mapping.counting.replace(job).map(Effect::Cancel);
        before.into_iter().chain([Effect::CountColumns(job, Shared(draft), columns)]).collect()
    }

    pub(super) fn counted(&mut self, job: Job, counts: Vec<(Counted, Count)>) {
        if let Some(mapping) = self.mapping_mut().filter(|mapping| mapping.counting == Some(job)) {
            mapping.counting = None;
            mapping.hear(counts);
        }
    }

    pub(super) fn act_on_mapping(&mut self, action: Action) -> Vec<Effect> {
        if let Some(notice) = self.obstacle(action) {
            self.notice = Some(notice);
            return Vec::new();
        }
        let (size, sight) = (self.size, self.sight);
        let Some(mapping) = self.mapping_mut() else { return Vec::new() };
        let seen = seen(size, mapping.whole);
        let before = mapping.cursor;
        match action {
            Action::Down => mapping.go_to(before + 1, seen),
            Action::Up => mapping.go_to(before.saturating_sub(1), seen),
            Action::First => mapping.go_to(0, seen),
            Action::Last => mapping.go_to(usize::MAX, seen),
            Action::PageDown => mapping.go_to(before + seen.max(1), seen),
            Action::PageUp => mapping.go_to(before.saturating_sub(seen.max(1)), seen),
            Action::NextFinding | Action::PreviousFinding => match mapping.next_to_check(action == Action::NextFinding) {
                Some(place) => mapping.go_to(place, seen),
                None => self.notice = Some(Notice::NothingToCheck),
            },
            Action::SeeValues => (mapping.whole, mapping.pane_top) = (!mapping.whole, 0),
            Action::PaneDown | Action::PaneUp => {
                let by = if action == Action::PaneDown { 1 } else { -1 };
                let all = lines(mapping, sight, usize::from(size.0.saturating_sub(4))).1.len();
                let last = last_top(size.1, mapping.whole, all);
                mapping.pane_top = mapping.pane_top.min(last).saturating_add_signed(by).min(last);
            }
            Action::Open => return self.ask_field(),
            Action::Toggle => return self.toggle_column(),
            Action::SaveMapping => self.ask_name(),
            Action::GoOn => return self.go_on(),
            Action::Undo => {
                let place = mapping.take_back();
                return self.column_changed(place);
            }
            Action::Redo if mapping.can_make_again() => {
                let place = mapping.make_again();
                return self.column_changed(place);
            }
            Action::Redo => return self.redo_mapping(),
            _ => {}
        }
        Vec::new()
    }

    /// The last change of the column at that place was taken back, or made again.
    fn column_changed(&mut self, place: Option<usize>) -> Vec<Effect> {
        let size = self.size;
        let Some(place) = place else { return self.say(Notice::NothingToUndo { committed: false }) };
        let Some(mapping) = self.mapping_mut() else { return Vec::new() };
        mapping.go_to(place, seen(size, mapping.whole));
        self.count_columns()
    }

    /// What was taken back is made again; with it come the rows.
    fn redo_mapping(&mut self) -> Vec<Effect> {
        let size = self.size;
        let Some(desk) = self.desk_mut() else { return Vec::new() };
        let notice = redo(desk, size);
        if notice != Notice::NothingToRedo && desk.draft.layout().judge().is_ok() {
            desk.face = Face::Tabs;
        }
        self.notice = Some(notice);
        Vec::new()
    }

    fn toggle_column(&mut self) -> Vec<Effect> {
        let size = self.size;
        let Some(mapping) = self.mapping_mut() else { return Vec::new() };
        if !mapping.toggle() {
            self.notice = Some(Notice::NothingToTakeFor);
            return Vec::new();
        }
        mapping.go_to(mapping.cursor + 1, seen(size, mapping.whole));
        self.count_columns()
    }

    /// Which field the column under the cursor holds: what it may be first.
    fn ask_field(&mut self) -> Vec<Effect> {
        let sight = self.sight;
        let Some(mapping) = self.mapping_mut() else { return Vec::new() };
        let chosen = mapping.current().map(|mapped| Choice::MapTo(mapped.field));
        let lines = field_lines(mapping, sight);
        self.overlay = Some(Overlay::Chooser(Chooser::new(Question::MappedField, lines, chosen.as_ref())));
        Vec::new()
    }

    pub(super) fn take_column_for(&mut self, field: Option<Field>) -> Vec<Effect> {
        let Some(mapping) = self.mapping_mut() else { return Vec::new() };
        let taken = mapping.choose(field);
        self.notice = taken.map(|column| Notice::TakenFrom(column_letters(column)));
        self.count_columns()
    }

    fn ask_name(&mut self) {
        let Some(mapping) = self.mapping_mut() else { return };
        let known = match &mapping.list {
            Some(KnownList::Saved { name }) => name.clone(),
            Some(KnownList::AdminPulse) | None => String::new(),
        };
        self.overlay =
            Some(Overlay::Path(PathEntry { purpose: PathFor::MappingName, field: TextField::with(&known), candidates: Vec::new() }));
    }

    /// Saves the columns as they stand under a name, for every later import of the office.
    pub(super) fn save_mapping(&mut self, name: &str) -> Vec<Effect> {
        let job = self.job();
        let Some(desk) = self.desk_mut() else { return Vec::new() };
        let mut layout = desk.draft.layout().clone();
        let Face::Mapping(mapping) = &desk.face else { return Vec::new() };
        for (column, field) in mapping.assignments() {
            layout.assign(column, field);
        }
        match SavedMapping::of(name, &layout) {
            Some(saved) => vec![Effect::SaveMapping(job, saved)],
            None => {
                self.notice = Some(Notice::CannotSave);
                Vec::new()
            }
        }
    }

    /// Reads the rows by the columns as they stand: one step, which undo takes back.
    fn go_on(&mut self) -> Vec<Effect> {
        let size = self.size;
        let Some(desk) = self.desk_mut() else { return Vec::new() };
        let Face::Mapping(mapping) = std::mem::replace(&mut desk.face, Face::Tabs) else { return Vec::new() };
        let step = desk.draft.mapping_columns(mapping.assignments());
        if desk.decide(step) {
            let tab = super::reports::first_worth_looking_at(desk);
            desk.show(tab);
            let seen = desk.seen(size);
            desk.table_mut().go_to(0, seen);
            self.notice = Some(Notice::Mapped);
        }
        mapping.counting.map(Effect::Cancel).into_iter().collect()
    }
}

/// The columns as they are read now, beside what is proposed for them.
pub(super) fn in_force(desk: &Desk, proposals: Proposals) -> Mapping {
    Mapping::in_force(proposals, &desk.draft.source().layout, desk.draft.layout())
}

/// What is proposed for the columns of a workbook, by the office's saved mappings too.
pub(super) fn proposals(desk: &Desk) -> Proposals {
    let source = desk.draft.source();
    let saved: Vec<&SavedMapping> = desk.draft.stock().snapshot.memory.mappings().iter().map(|saved| &saved.what).collect();
    propose(&source.sheet, source.layout.header_row, &saved, desk.draft.office().today)
}

/// Leaving out, what the column may be, then every other field. A field that another column holds says so.
fn field_lines(mapping: &Mapping, sight: Sight) -> Vec<Line> {
    let words = sight.words();
    let Some(current) = mapping.current() else { return Vec::new() };
    let known = || current.proposal.best.iter().chain(&current.proposal.others);
    let note = |field: Field| match mapping.holder(field) {
        Some(holder) if holder.proposal.column != current.proposal.column => {
            (words.mapping.column_named)(&column_letters(holder.proposal.column))
        }
        _ => known().find(|proposal| proposal.field == Some(field)).map_or_else(String::new, |known| (words.mapping.ground)(&known.ground)),
    };
    let line = |field: Field| Line {
        lead: known()
            .find(|proposal| proposal.field == Some(field))
            .map_or_else(String::new, |known| format!("{}%", known.certainty.hundredths())),
        label: (words.field)(field).to_owned(),
        note: note(field),
        choice: Choice::MapTo(Some(field)),
    };
    let likely: Vec<Field> = known().filter_map(|proposal| proposal.field).collect();
    let rest = Field::ALL.into_iter().filter(|field| !likely.contains(field) && !field.stays_empty());
    let leave_out =
        Line { lead: String::new(), label: words.mapping.leave_out.to_owned(), note: String::new(), choice: Choice::MapTo(None) };
    let offered = likely.iter().copied().chain(rest).map(line);
    std::iter::once(leave_out).chain(offered).collect()
}
