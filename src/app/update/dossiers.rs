//! A dossier comes from the store and goes back to it.

use std::sync::Arc;

use crate::app::dossier::{Binder, DossierAsk, DossierNotice, Errand, OpenedDossier};
use crate::app::effect::{Effect, Job, Shared};
use crate::app::fault::Fault;
use crate::app::model::{Ask, Glance, Model, Overlay, Running, Screen, Task, WayOut};
use crate::app::unsaved::Found;
use crate::domain::amendment::Amendment;
use crate::domain::change_set::Receipt;
use crate::domain::customer::CustomerId;
use crate::domain::matching::Stock;
use crate::domain::task_flow::TaskFlowId;

impl Model {
    /// Opens the dossier of a customer in a task flow, over the screen that it is asked for on. Back leads
    /// there again.
    pub fn open_dossier(&mut self, flow: TaskFlowId, customer: CustomerId) -> Vec<Effect> {
        let job = self.run(Task::Dossier(Errand::Read));
        vec![Effect::ReadDossier(job, flow, customer)]
    }

    pub(super) fn dossier_read(&mut self, job: Job, read: Result<Box<OpenedDossier>, Fault>) -> Vec<Effect> {
        let Some(Running { task: Task::Dossier(errand), .. }) = self.end(job) else { return Vec::new() };
        let sight = self.sight;
        match (read, errand, &mut self.screen) {
            (Ok(read), Errand::ReadAgain, Screen::Dossier(binder)) => {
                let again = binder.rebase(*read, sight);
                match binder.clashing(sight) {
                    Some(clashes) => self.overlay = Some(Overlay::Chooser(clashes)),
                    None => return self.say_of_dossier(DossierNotice::OnTop(again)),
                }
            }
            (Ok(read), _, _) => {
                let left = read.left.clone();
                self.enter(Screen::Dossier(Box::new(Binder::new(*read, sight))));
                match left {
                    Ok(Some(left)) => self.take_up_dossier(left),
                    Ok(None) => {}
                    Err(fault) => self.fail(fault, WayOut::None),
                }
            }
            // Saving again reads it again. Where it is gone, that is no way out.
            (Err(fault), Errand::ReadAgain, _) if fault != Fault::NoDossier => self.fail(fault, WayOut::SaveDossier),
            (Err(fault), _, _) => self.fail(fault, WayOut::None),
        }
        Vec::new()
    }

    /// What was left behind without saving is on screen again. Where a colleague was before, that is listed.
    fn take_up_dossier(&mut self, left: Found) {
        let sight = self.sight;
        let Some(binder) = self.binder_mut() else { return };
        let typing = binder.take_up(left.unsaved.work, sight);
        let count = binder.changes().len() + usize::from(typing.is_some());
        if let Some(clashes) = binder.clashing(sight) {
            self.overlay = Some(Overlay::Chooser(clashes));
        } else if let Some((matter, text)) = typing {
            self.type_on(&matter, &text);
        }
        if count > 0 {
            self.say_of_dossier(DossierNotice::TakenUp(count, sight.moment(left.when)));
        }
    }

    /// Shows what would be saved.
    pub(super) fn review_dossier(&mut self) -> Vec<Effect> {
        let sight = self.sight;
        if self.binder().is_some_and(Binder::is_archived) {
            return self.say_of_dossier(DossierNotice::Archived);
        }
        match self.binder().filter(|binder| binder.completion.is_changed()) {
            Some(binder) => self.overlay = Some(Overlay::Chooser(binder.to_save(sight))),
            None => return self.say_of_dossier(DossierNotice::NothingToSave),
        }
        Vec::new()
    }

    /// Writes what was done. What could not be written is tried again under its own name, where nothing was
    /// done since: it may have been written after all.
    pub(super) fn save_dossier(&mut self) -> Vec<Effect> {
        let seed = self.next_seed();
        let Some(binder) = self.binder_mut() else { return Vec::new() };
        let Some(fresh) = binder.amendment(seed.commit()) else { return self.say_of_dossier(DossierNotice::NothingToSave) };
        let is_same = |known: &Arc<Amendment>| known.dossiers == fresh.dossiers;
        let amendment = binder.unwritten.take().filter(is_same).unwrap_or_else(|| Arc::new(fresh));
        binder.unwritten = Some(Arc::clone(&amendment));
        let errand = Errand::Save(binder.opened.flow.id.clone(), binder.opened.customer);
        let job = self.run(Task::Dossier(errand));
        vec![Effect::Amend(job, Shared(amendment))]
    }

    /// What came of writing it. A colleague who was before is held against what was done here.
    pub(super) fn dossier_saved(
        &mut self,
        flow: TaskFlowId,
        customer: CustomerId,
        written: Result<(Receipt, Arc<Stock>), Fault>,
    ) -> Vec<Effect> {
        match written {
            Ok((receipt, stock)) => {
                self.store = Glance::Known(stock);
                let Some(binder) = self.binder_mut() else { return Vec::new() };
                let count = binder.changes().len();
                if let Some(amendment) = binder.unwritten.take() {
                    binder.saved(&amendment, &receipt);
                }
                self.say_of_dossier(DossierNotice::Saved(count))
            }
            Err(Fault::Changed { .. }) => {
                let job = self.run(Task::Dossier(Errand::ReadAgain));
                vec![Effect::ReadDossier(job, flow, customer)]
            }
            Err(fault) => {
                self.fail(fault, WayOut::SaveDossier);
                Vec::new()
            }
        }
    }

    /// Back to where the dossier was opened from; changes that are not saved are asked about.
    pub(super) fn back_from_dossier(&mut self) -> Vec<Effect> {
        let Some(binder) = self.binder_mut() else { return Vec::new() };
        if binder.zoom {
            binder.zoom = false;
            return Vec::new();
        }
        if binder.completion.is_changed() {
            let count = binder.changes().len();
            self.overlay = Some(Overlay::Ask(Ask::Dossier(DossierAsk::Leave(count)), false));
            return Vec::new();
        }
        self.leave()
    }
}
