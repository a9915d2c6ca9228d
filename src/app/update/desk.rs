//! Keys of the four tabs.

use super::listing::act_on_list;
use super::steps;
use crate::app::action::Action;
use crate::app::chooser::Question;
use crate::app::compare::Compare;
use crate::app::desk::{Desk, Face};
use crate::app::effect::{Effect, Shared};
use crate::app::model::{Model, Overlay, Task};
use crate::app::notice::Notice;
use crate::domain::draft::Bucket;

impl Model {
    pub(super) fn act_on_desk(&mut self, action: Action) -> Vec<Effect> {
        if let Some(notice) = self.obstacle(action) {
            self.notice = Some(notice);
            return Vec::new();
        }
        match action {
            Action::Language => self.ask(Question::Language),
            Action::Questionnaire => self.ask(Question::Questionnaire),
            Action::TaskFlow => self.ask(Question::TaskFlow),
            Action::SortMenu => self.ask(Question::Sort),
            Action::Group => self.ask(Question::GroupBy),
            Action::Steps => self.ask(Question::Steps),
            Action::SheetAndHeadings => self.ask(Question::SheetAndHeadings),
            Action::MapColumns => self.map_columns(),
            Action::Columns => {
                self.overlay = Some(Overlay::Columns(0));
                Vec::new()
            }
            Action::Import => self.prepare(),
            Action::Export => self.ask_export(),
            Action::Partner => self.show_couple(),
            Action::Rule => self.weigh(),
            Action::Edit | Action::TakeSuggestion | Action::TakeAlike | Action::Replace | Action::Repeat => self.fix(action),
            _ if self.scroll(action) => Vec::new(),
            Action::Undo | Action::Redo => {
                self.act_on_table(action);
                // Where taking back leaves a required field without a column, the columns come first again.
                let lacks = self.desk().is_some_and(|desk| desk.draft.layout().judge().is_err());
                if lacks { self.look_at_columns() } else { Vec::new() }
            }
            _ => {
                self.act_on_table(action);
                Vec::new()
            }
        }
    }

    fn act_on_table(&mut self, action: Action) {
        let size = self.size;
        let Some(desk) = self.desk_mut() else { return };
        if let Some(notice) = act_on_list(desk, action, size) {
            self.notice = notice;
            return;
        }
        let seen = desk.seen(size);
        let notice = match action {
            Action::NextTab
            | Action::PreviousTab
            | Action::TabOnlyInImport
            | Action::TabOnlyInStore
            | Action::TabDuplicates
            | Action::TabInvalid => {
                go_to_tab(desk, action, size);
                None
            }
            Action::Open => {
                open(desk);
                None
            }
            Action::NextFinding | Action::PreviousFinding => next_to_look_at(desk, action == Action::NextFinding, seen),
            Action::Undo => Some(steps::undo(desk, size)),
            Action::Redo => Some(steps::redo(desk, size)),
            _ => None,
        };
        self.notice = notice;
    }

    /// Computes what a commit would write, in the background: a hundred thousand rows take a moment.
    fn prepare(&mut self) -> Vec<Effect> {
        let seed = self.next_seed();
        let job = self.run(Task::Prepare);
        let Some(desk) = self.desk() else { return Vec::new() };
        vec![Effect::Prepare(job, Shared(std::sync::Arc::clone(&desk.draft)), seed)]
    }
}

fn go_to_tab(desk: &mut Desk, action: Action, size: (u16, u16)) {
    let tab = match action {
        Action::TabOnlyInImport => Bucket::OnlyInImport,
        Action::TabOnlyInStore => Bucket::OnlyInStore,
        Action::TabDuplicates => Bucket::Duplicates,
        Action::TabInvalid => Bucket::Invalid,
        Action::PreviousTab => desk.tab_by(3),
        _ => desk.tab_by(1),
    };
    desk.show(tab);
    let seen = desk.seen(size);
    desk.table_mut().go_by(0, seen);
}

/// A duplicate opens field by field; any other row over the whole screen.
fn open(desk: &mut Desk) {
    let Some(item) = desk.table().current() else { return };
    if desk.tab == Bucket::Duplicates {
        desk.face = Face::Compare(Compare::of(item, &desk.draft));
    } else {
        desk.showing.zoom = true;
        desk.showing.pane_top = 0;
    }
}

fn next_to_look_at(desk: &mut Desk, forward: bool, seen: usize) -> Option<Notice> {
    let place = {
        let table = desk.table();
        let worth = |place: &usize| {
            table.order.get(*place).is_some_and(|&item| match desk.tab {
                Bucket::OnlyInStore => desk.is_linked(item),
                Bucket::OnlyInImport => desk.draft.has_warning(item),
                Bucket::Duplicates => desk
                    .draft
                    .account(item)
                    .is_some_and(|account| account.comparisons(&desk.draft).iter().any(|one| one.difference.can_be_taken())),
                Bucket::Invalid => true,
            })
        };
        if forward { (table.cursor + 1..table.order.len()).find(worth) } else { (0..table.cursor).rev().find(worth) }
    };
    let Some(place) = place else { return Some(Notice::NoMore) };
    desk.showing.pane_top = 0;
    desk.table_mut().go_to(place, seen);
    None
}
