//! Keys of questionnaires that came back: which files, what differs, and taking it over.

use std::sync::Arc;

use super::listing::act_on_list;
use crate::app::action::Action;
use crate::app::arrived::{Arrived, Editing, Parcel, TakingOver};
use crate::app::chooser::Question;
use crate::app::dossier::DossierNotice;
use crate::app::effect::{Effect, Job, Shared};
use crate::app::fault::Fault;
use crate::app::listing::Listing as _;
use crate::app::model::{Ask, Glance, Model, Overlay, Running, Screen, Task, WayOut};
use crate::app::notice::Notice;
use crate::app::picker::{Picker, Wanted};
use crate::domain::change_set::Receipt;
use crate::domain::matching::Stock;

impl Model {
    /// Opens the file picker for questionnaires that came back.
    pub(super) fn pick_answers(&mut self) -> Vec<Effect> {
        self.enter(Screen::Picker(Box::new(Picker { wanted: Wanted::Answers, ..Picker::default() })));
        let job = self.job();
        vec![Effect::ListFolder(job, self.folder.clone())]
    }

    /// Ticks the file under the cursor, or all that are shown, or none.
    pub(super) fn tick(&mut self, action: Action, seen: usize) {
        let Screen::Picker(picker) = &mut self.screen else { return };
        match action {
            Action::SelectAll => {
                let paths: Vec<String> = picker.shown().filter(|entry| !entry.is_folder).map(|entry| entry.path.clone()).collect();
                picker.ticked.extend(paths);
            }
            Action::SelectNone => picker.ticked.clear(),
            _ => {
                let file = picker.current().filter(|entry| !entry.is_folder).map(|entry| entry.path.clone());
                if let Some(path) = file
                    && !picker.ticked.remove(&path)
                {
                    picker.ticked.insert(path);
                }
                picker.go_to(picker.cursor + 1, seen);
            }
        }
    }

    /// Reads workbooks that came back, in the background.
    pub(super) fn read_answers(&mut self, paths: Vec<String>) -> Vec<Effect> {
        let job = self.run(Task::ReadAnswers(paths.clone()));
        vec![Effect::ReadAnswers(job, paths)]
    }

    /// What came back is read.
    pub(super) fn arrived_there(&mut self, job: Job, parcel: Result<Box<Parcel>, Fault>) {
        let Some(Running { task: Task::ReadAnswers(paths), .. }) = self.end(job) else { return };
        match parcel {
            Ok(parcel) => {
                self.store = Glance::Known(Arc::clone(&parcel.stock.0));
                let arrived = Screen::Arrived(Box::new(Arrived::of(*parcel, paths, self.size)));
                match self.screen {
                    // What was read again takes the place of what no longer holds.
                    Screen::Arrived(_) => self.screen = arrived,
                    _ => self.enter(arrived),
                }
            }
            Err(fault) => self.fail(fault, WayOut::None),
        }
    }

    pub(super) fn act_on_arrived(&mut self, action: Action) -> Vec<Effect> {
        let size = self.size;
        match action {
            Action::Open => return self.open_arrival(),
            Action::Edit => return self.ask_answer(),
            Action::TakeOver => return self.ask_taking_over(),
            Action::SortMenu => return self.ask(Question::Sort),
            Action::Columns => self.overlay = Some(Overlay::Columns(0)),
            _ if self.scroll(action) => {}
            _ => {
                let Some(arrived) = self.arrived_mut() else { return Vec::new() };
                if let Some(notice) = act_on_list(arrived, action, size) {
                    self.notice = notice;
                }
            }
        }
        Vec::new()
    }

    /// From a file to its differences; from a difference to its pane.
    fn open_arrival(&mut self) -> Vec<Effect> {
        let size = self.size;
        let Some(arrived) = self.arrived_mut() else { return Vec::new() };
        if arrived.shown.is_some() || !arrived.open(size) {
            arrived.showing_mut().zoom = true;
            arrived.showing_mut().pane_top = 0;
        }
        Vec::new()
    }

    /// Asks what the answer under the cursor was meant to be, as the dossier would.
    fn ask_answer(&mut self) -> Vec<Effect> {
        let sight = self.sight;
        let Some(arrived) = self.arrived().filter(|arrived| arrived.written.is_none()) else { return self.nothing_here() };
        let overlay = match arrived.editor(sight) {
            None => return self.nothing_here(),
            Some(Editing::Masked) => return self.say_of_dossier(DossierNotice::Masked),
            Some(Editing::Chosen(chooser)) => Overlay::Chooser(*chooser),
            Some(Editing::Typed(entry)) => Overlay::Answer(entry),
        };
        self.overlay = Some(overlay);
        Vec::new()
    }

    fn ask_taking_over(&mut self) -> Vec<Effect> {
        let Some(arrived) = self.arrived() else { return Vec::new() };
        match arrived.taking_over().filter(|_| arrived.written.is_none()) {
            Some(taking) => {
                let (answers, dossiers) = taking.counts();
                self.overlay = Some(Overlay::Ask(Ask::TakeOver(answers, dossiers, taking.customers.len() as u64), false));
                Vec::new()
            }
            None => {
                self.notice = Some(Notice::NothingToTakeOver);
                Vec::new()
            }
        }
    }

    /// Takes over what is chosen, as it was shown.
    pub(super) fn take_over(&mut self) -> Vec<Effect> {
        let Some(taking) = self.arrived().and_then(Arrived::taking_over) else { return Vec::new() };
        let taking = Arc::new(taking);
        let job = self.run(Task::TakeOver(Arc::clone(&taking)));
        vec![Effect::TakeOver(job, Shared(taking))]
    }

    /// The answers were taken over, or somebody changed one of the dossiers meanwhile.
    pub(super) fn took_over(&mut self, taking: &TakingOver, written: Result<(Receipt, Arc<Stock>), Fault>) {
        let (answers, dossiers) = taking.counts();
        let Some(arrived) = self.arrived_mut() else { return };
        match written {
            Ok((receipt, stock)) => {
                arrived.written = Some(receipt);
                arrived.stands_as(&stock);
                self.store = Glance::Known(stock);
                self.notice = Some(Notice::TakenOver(answers, dossiers));
            }
            Err(fault) => {
                let way = match fault {
                    Fault::Changed { .. } => WayOut::ReadAnswers(arrived.paths.clone()),
                    _ => WayOut::None,
                };
                self.fail(fault, way);
            }
        }
    }

    /// One step back: from the pane to the list, from a file to the files, and from these to the screen before.
    pub(super) fn leave_arrived(&mut self) -> Vec<Effect> {
        let size = self.size;
        let Some(arrived) = self.arrived_mut() else { return Vec::new() };
        if std::mem::take(&mut arrived.showing_mut().zoom) || arrived.close_file(size) {
            return Vec::new();
        }
        if arrived.taking_over().is_some() && arrived.written.is_none() {
            self.overlay = Some(Overlay::Ask(Ask::LeaveAnswers, false));
            return Vec::new();
        }
        self.leave()
    }
}
