//! Keys that put values right: a field typed, a suggestion taken for one row or for all alike, the last
//! value again.

use std::collections::HashSet;

use crate::app::action::Action;
use crate::app::chooser::Question;
use crate::app::desk::{Desk, listed};
use crate::app::editor::Editor;
use crate::app::effect::Effect;
use crate::app::model::{Model, Overlay, Screen};
use crate::app::notice::Notice;
use crate::app::proposal::{Proposal, Why};
use crate::app::replacing::Replacing;
use crate::domain::draft::{Account, Cure, Deed, RowIndex, Step};
use crate::domain::field::Field;

/// Lines that a page key scrolls in a list of changes.
const PAGE: isize = 10;

impl Model {
    /// Keys of the tabs that put values right. An obstacle was asked for before.
    pub(super) fn fix(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Edit => match self.desk().and_then(Desk::field_in_question) {
                Some(field) => self.edit(field),
                None => return self.ask(Question::FieldToEdit),
            },
            Action::Replace => match self.desk().and_then(Desk::column_field) {
                Some(field) => self.replace(field),
                None => return self.ask(Question::FieldToReplace),
            },
            Action::TakeSuggestion => self.take_suggestion(),
            Action::TakeAlike => self.propose_alike(None),
            _ => self.repeat(),
        }
        Vec::new()
    }

    /// Opens a field of the current row.
    pub(super) fn edit(&mut self, field: Field) {
        let Some(desk) = self.desk_mut() else { return };
        let Some(row) = desk.current_row() else { return };
        self.overlay = Editor::open(desk, row, field).map(|editor| Overlay::Editor(Box::new(editor)));
    }

    /// Opens find and replace for a field.
    pub(super) fn replace(&mut self, field: Field) {
        let Some(desk) = self.desk() else { return };
        self.overlay = Some(Overlay::Replacing(Box::new(Replacing::of(desk, field))));
    }

    fn take_suggestion(&mut self) {
        let Some(desk) = self.desk() else { return };
        if desk.table().anchor.is_some() {
            let range = desk.table().in_range().iter().copied().collect();
            return self.propose_alike(Some(range));
        }
        let Some(row) = desk.current_row() else { return };
        let cure = desk.finding_in_question().and_then(|finding| desk.draft.cure(row, &finding));
        if let Some(cure) = cure {
            let step = desk.draft.curing(Deed::TakeSuggestion, std::slice::from_ref(&cure));
            self.put_right(step, &cure);
        }
    }

    /// The cures of all findings alike, or of those in the rows of a range.
    fn propose_alike(&mut self, range: Option<HashSet<RowIndex>>) {
        let Some(desk) = self.desk_mut() else { return };
        let Some(finding) = desk.finding_in_question() else { return };
        let Some(proof) = finding.proof() else { return };
        let mut cures = desk.draft.alike(&finding);
        cures.retain(|cure| range.as_ref().is_none_or(|range| range.contains(&cure.row)));
        let proposal = Proposal::of(desk, Deed::TakeSuggestion, Why::Alike(finding.rule, proof), cures);
        self.propose(proposal);
    }

    fn repeat(&mut self) {
        let Some(desk) = self.desk_mut() else { return };
        let Some((field, text)) = desk.last_edit().map(|(field, text)| (field, text.to_owned())) else { return };
        let cure = |row: RowIndex| Cure { row, field, before: desk.draft.given(row, field).to_owned(), after: text.clone() };
        let cures: Vec<Cure> = desk.table().in_range().iter().map(|row| cure(*row)).filter(|cure| cure.before != cure.after).collect();
        match cures.as_slice() {
            [cure] if desk.table().anchor.is_none() => {
                let step = desk.draft.typing(cure.row, cure.field, &cure.after);
                let cure = cure.clone();
                self.put_right(step, &cure);
            }
            _ => {
                let proposal = Proposal::of(desk, Deed::Type, Why::Repeating, cures);
                self.propose(proposal);
            }
        }
    }

    pub(super) fn propose(&mut self, proposal: Option<Proposal>) {
        match proposal {
            Some(proposal) => self.cover(Overlay::Proposal(Box::new(proposal))),
            None => self.notice = Some(Notice::NothingChanges),
        }
    }

    /// Decides about one value, and says what became of it.
    pub(super) fn put_right(&mut self, step: Step, cure: &Cure) {
        let (step, along) = self.with_separation(step, cure);
        if step.is_empty() {
            self.notice = Some(Notice::NothingChanges);
            return;
        }
        let sight = self.sight;
        let shown = |text: &str| if text.is_empty() { sight.words().empty_value.to_owned() } else { sight.edited(cure.field, text) };
        self.notice = Some(Notice::Fixed(cure.field, shown(&cure.before), shown(&cure.after)));
        self.decide_on_values(step);
        self.say_separated(along);
    }

    fn decide_on_values(&mut self, step: Step) {
        let Some(desk) = self.desk_mut() else { return };
        desk.decide(step);
        desk.table_mut().anchor = None;
        desk.showing.pane_top = 0;
    }

    pub(super) fn act_on_editor(&mut self, action: Action) -> Vec<Effect> {
        let (Some(Overlay::Editor(editor)), Some(desk)) = (&mut self.overlay, self.screen.desk_mut()) else { return Vec::new() };
        match action {
            Action::Down => editor.choose(true, desk),
            Action::Up => editor.choose(false, desk),
            Action::Choose => {
                let (step, cure) = (editor.step(&desk.draft), editor.cure(&desk.draft));
                self.overlay = None;
                self.put_right(step, &cure);
            }
            Action::AcceptNext => self.edit_another(1),
            Action::AcceptPrevious => self.edit_another(-1),
            _ => {}
        }
        Vec::new()
    }

    /// Accepts what a person typed or chose, and opens the next field of the row with a finding. Where no
    /// other field has one, nothing is accepted and the field stays open.
    fn edit_another(&mut self, by: isize) {
        let (Some(Overlay::Editor(editor)), Some(desk)) = (&self.overlay, self.desk()) else { return };
        let (row, touched) = (editor.row, editor.touched);
        let (step, cure) = (editor.step(&desk.draft), editor.cure(&desk.draft));
        let account = if touched { editor.rehearsal.account.clone() } else { desk.draft.account(row) };
        let Some(next) = account.and_then(|account| another(&account, editor.field, by)) else {
            self.notice = Some(Notice::NoMore);
            return;
        };
        if touched {
            self.put_right(step, &cure);
        }
        let Some(desk) = self.desk_mut() else { return };
        self.overlay = Editor::open(desk, row, next).map(|editor| Overlay::Editor(Box::new(editor)));
    }

    pub(super) fn act_on_preview(&mut self, action: Action) -> Vec<Effect> {
        let (size, sight) = (self.size, self.sight);
        let Some(Overlay::Proposal(proposal)) = &mut self.overlay else { return Vec::new() };
        match action {
            Action::Down => proposal.scroll(1, sight, size),
            Action::Up => proposal.scroll(-1, sight, size),
            Action::PageDown => proposal.scroll(PAGE, sight, size),
            Action::PageUp => proposal.scroll(-PAGE, sight, size),
            Action::First => proposal.scroll(isize::MIN, sight, size),
            Action::Last => proposal.scroll(isize::MAX, sight, size),
            Action::Choose => return self.take_all(),
            _ => {}
        }
        Vec::new()
    }

    fn take_all(&mut self) -> Vec<Effect> {
        let Some(Overlay::Proposal(proposal)) = self.overlay.take() else { return Vec::new() };
        // What stood behind it was the way here.
        self.behind.clear();
        if let Some(step) = self.desk().map(|desk| proposal.step(desk)) {
            let values = proposal.cures.len();
            self.notice = Some(match proposal.why {
                Why::Alike(..) => Notice::FixedMany(values),
                // Nothing shows that these are right.
                Why::Replacing(_) | Why::Repeating => Notice::ChangedMany(values),
            });
            self.decide_on_values(step);
        }
        Vec::new()
    }

    pub(super) fn act_on_replacing(&mut self, action: Action) -> Vec<Effect> {
        let (Some(Overlay::Replacing(replacing)), Screen::Desk(desk)) = (&mut self.overlay, &mut self.screen) else { return Vec::new() };
        match action {
            Action::NextPart => replacing.part = replacing.part.by(1),
            Action::PreviousPart => replacing.part = replacing.part.by(4),
            Action::Choose => match replacing.cures(desk) {
                Err(unclear) => self.notice = Some(Notice::Unclear(unclear)),
                Ok(cures) if cures.is_empty() => self.notice = Some(Notice::NothingFound),
                Ok(cures) => {
                    let why = Why::Replacing(replacing.wish());
                    let proposal = Proposal::of(desk, Deed::Replace, why, cures);
                    self.propose(proposal);
                }
            },
            _ => {}
        }
        Vec::new()
    }
}

/// The field with a finding that comes after this one, or before it, and round again.
fn another(account: &Account, field: Field, by: isize) -> Option<Field> {
    let mut fields: Vec<Field> = listed(account).map(|finding| finding.field).collect();
    fields.dedup();
    let last = fields.len();
    // The field may be cured and gone from the list: then the first that is left comes next.
    let next = match fields.iter().position(|known| *known == field) {
        Some(place) => (place + last).checked_add_signed(by).map_or(0, |place| place % last),
        None if by < 0 => last.saturating_sub(1),
        None => 0,
    };
    fields.get(next).copied().filter(|next| *next != field)
}
