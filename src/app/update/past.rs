//! Keys of an import that is looked back on: its rows, and taking it back.

use std::sync::Arc;

use super::listing::act_on_list;
use crate::app::action::Action;
use crate::app::chooser::Question;
use crate::app::effect::{Effect, Job, Shared};
use crate::app::fault::Fault;
use crate::app::model::{Ask, Glance, Model, Overlay, Screen, Task, WayOut};
use crate::app::notice::Notice;
use crate::app::past::{Asked, Found, LookedBack, Page, Past};
use crate::domain::amendment::Deed;
use crate::domain::change_set::Receipt;
use crate::domain::matching::Stock;
use crate::domain::snapshot::Revision;
use crate::domain::taking_back::{TakingBack, Untakable, can_be_taken_back};

impl Model {
    /// Looks back on an import, in the background.
    pub(super) fn look_back(&mut self, import: Revision, asked: Asked) -> Vec<Effect> {
        let job = self.run(Task::LookBack(asked));
        vec![Effect::LookBack(job, import, asked)]
    }

    /// Shows the rows of the import under the cursor; of anything else that was written, the pane whole.
    pub(super) fn open_commit(&mut self) -> Vec<Effect> {
        let Some(register) = self.register_mut() else { return Vec::new() };
        let commit = register.table().current().and_then(|item| register.shelf.commit(item));
        match commit.map(|commit| (commit.revision, commit.deed.clone())) {
            Some((import, Deed::Import)) => self.look_back(import, Asked::Rows),
            Some(_) => {
                register.showing.zoom = true;
                register.showing.pane_top = 0;
                Vec::new()
            }
            None => self.nothing_here(),
        }
    }

    /// Finds out what taking the import under the cursor back would do.
    pub(super) fn weigh_taking_back(&mut self) -> Vec<Effect> {
        let Some(register) = self.register() else { return Vec::new() };
        let snapshot = &register.shelf.stock().snapshot;
        let commit = register.table().current().and_then(|item| register.shelf.commit(item));
        let Some(import) = commit.map(|commit| commit.revision) else { return self.nothing_here() };
        match can_be_taken_back(snapshot, import) {
            Ok(()) => self.look_back(import, Asked::TakingBack),
            Err(untakable) => {
                self.notice = Some(obstacle(&untakable));
                Vec::new()
            }
        }
    }

    /// Lists everything that was written, or the imports alone again.
    pub(super) fn list_all_commits(&mut self) {
        let size = self.size;
        if let Some(register) = self.register_mut() {
            let all = !register.shelf.lists_all_commits();
            register.list_all_commits(all, size);
        }
    }

    /// What was asked of an import is there.
    pub(super) fn looked_back(&mut self, job: Job, looked: Result<Box<LookedBack>, Fault>) {
        if self.end(job).is_none() {
            return;
        }
        let looked = match looked {
            Ok(looked) => looked,
            Err(fault) => return self.fail(fault, WayOut::None),
        };
        self.store = Glance::Known(Arc::clone(&looked.stock.0));
        if let Found::Untakable(untakable) = &looked.found {
            self.notice = Some(obstacle(untakable));
            return;
        }
        let Some(past) = Past::of(*looked, self.size) else {
            self.notice = Some(Notice::NoImport);
            return;
        };
        let past = Screen::Past(Box::new(past));
        match &self.screen {
            // What was worked out again takes the place of what no longer holds.
            Screen::Past(before) if !matches!(before.page, Page::Rows) => self.screen = past,
            _ => self.enter(past),
        }
    }

    pub(super) fn act_on_past(&mut self, action: Action) -> Vec<Effect> {
        let size = self.size;
        match action {
            Action::Open => return self.open_customer_of_line(),
            Action::TakeBack => return self.ask_taking_back(),
            Action::SortMenu => return self.ask(Question::Sort),
            Action::Group => return self.ask(Question::GroupBy),
            Action::Columns => self.overlay = Some(Overlay::Columns(0)),
            Action::Export => return self.ask_export(),
            _ if self.scroll(action) => {}
            _ => {
                let Some(past) = self.past_mut() else { return Vec::new() };
                if let Some(notice) = act_on_list(past, action, size) {
                    self.notice = notice;
                }
            }
        }
        Vec::new()
    }

    /// Goes to the customer of the line under the cursor.
    fn open_customer_of_line(&mut self) -> Vec<Effect> {
        let (Some(past), Glance::Known(stock)) = (self.past(), &self.store) else { return Vec::new() };
        // As it is known by now: the list goes on telling of whom a colleague has removed meanwhile.
        let stored = past.current().and_then(|line| line.customer).filter(|id| stock.snapshot.index_of(*id).is_some());
        let Some(customer) = stored else { return self.say(Notice::NobodyThere) };
        self.go_to_customer(customer)
    }

    fn ask_taking_back(&mut self) -> Vec<Effect> {
        let Some(past) = self.past() else { return Vec::new() };
        let import = past.import.revision;
        match &past.page {
            Page::Rows if past.import.taken_back.is_none() => return self.look_back(import, Asked::TakingBack),
            Page::Rows | Page::TakenBack(..) => self.notice = Some(Notice::IsTakenBack),
            Page::TakingBack(taking) if taking.is_in_vain() => self.notice = Some(Notice::TakenBackInVain),
            Page::TakingBack(taking) => {
                let ask = Ask::TakeBack(import.0, taking.counts());
                self.overlay = Some(Overlay::Ask(ask, false));
            }
        }
        Vec::new()
    }

    /// Takes the import back, as it was shown.
    pub(super) fn take_back(&mut self) -> Vec<Effect> {
        let Some(Page::TakingBack(taking)) = self.past().map(|past| &past.page) else { return Vec::new() };
        let taking = Arc::clone(taking);
        let amendment = Shared(Arc::new(taking.amendment.clone()));
        let job = self.run(Task::TakeBack(taking));
        vec![Effect::Amend(job, amendment)]
    }

    /// The import was taken back, or somebody changed something meanwhile.
    pub(super) fn took_back(&mut self, taking: Arc<TakingBack>, written: Result<(Receipt, Arc<Stock>), Fault>) {
        match written {
            Ok((receipt, stock)) => {
                self.store = Glance::Known(Arc::clone(&stock));
                if let Some(past) = self.past_mut() {
                    past.stock = stock;
                    past.page = Page::TakenBack(taking, receipt);
                }
            }
            Err(fault) => {
                let way = match fault {
                    Fault::Changed { .. } => WayOut::LookBack(taking.import),
                    _ => WayOut::None,
                };
                self.fail(fault, way);
            }
        }
    }
}

/// Why something cannot be taken back.
const fn obstacle(untakable: &Untakable) -> Notice {
    match untakable {
        Untakable::Already { .. } => Notice::IsTakenBack,
        Untakable::NoSuchImport(_) | Untakable::NotAnImport(_) => Notice::NoImport,
    }
}
