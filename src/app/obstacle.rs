//! Why an action cannot run now. Its line in the footer and the help is dimmed, and pressing it
//! says why.

use super::action::Action;
use super::desk::Desk;
use super::model::{Model, Notice, Overlay, WayOut};
use crate::domain::draft::Bucket;

impl Model {
    /// Why an action cannot run now, if so.
    #[must_use]
    pub fn obstacle(&self, action: Action) -> Option<Notice> {
        if let (Action::Left | Action::Right, Some(Overlay::Fault(_, WayOut::None, _))) = (action, &self.overlay) {
            return Some(Notice::NotHere);
        }
        if matches!(action, Action::Resume | Action::Drafts) && self.drafts.is_empty() {
            return Some(Notice::NoDrafts);
        }
        let desk = self.desk()?;
        match action {
            Action::Toggle | Action::SelectAll | Action::SelectNone | Action::Invert if self.layer() == super::keymap::Layer::Tabs => {
                unmarkable(desk, action)
            }
            Action::Questionnaire if desk.draft.flow().is_none() => Some(Notice::ChooseFlowFirst),
            Action::Import => desk.draft.refusal().map(Notice::Refused),
            _ => None,
        }
    }
}

fn unmarkable(desk: &Desk, action: Action) -> Option<Notice> {
    match desk.tab {
        Bucket::OnlyInStore => Some(Notice::OnlyLook),
        Bucket::Invalid => Some(Notice::InvalidRow),
        Bucket::OnlyInImport => None,
        Bucket::Duplicates => {
            let table = desk.table();
            let items = if action == Action::Toggle { table.in_range() } else { &table.order };
            let none = !items.is_empty() && !items.iter().any(|&row| desk.draft.is_selectable(row));
            none.then_some(Notice::HasDossier)
        }
    }
}
