//! What is decided, written down; and the drafts that there are.

use super::faults::{of_unkept, of_unsaved};
use super::{World, of_draft};
use crate::app::Job;
use crate::app::Report;
use crate::app::fault::Fault;
use crate::app::keeping::{DraftId, KeptDraft, Leaving, OpenBy, Whereabouts};
use crate::app::unsaved::{About, Found, LeftBehind, Unsaved};
use crate::domain::customer::CustomerId;
use crate::domain::draft::Entry;
use crate::domain::snapshot::Snapshot;
use crate::world::drafts::DraftFault;

impl World {
    /// Writes entries to the journal of a draft. A few microseconds: no sync.
    pub(super) fn keep(&self, id: DraftId, entries: &[Entry], tell: &mut dyn FnMut(Report)) {
        if let Err(fault) = self.drafts.write(&id, entries) {
            tell(Report::NotKept(id, of_unkept(fault)));
        }
    }

    /// Makes everything durable that was decided, and tells what is safe now. False where something is not,
    /// and is worth another try.
    pub fn secure_drafts(&self, tell: &mut dyn FnMut(Report)) -> bool {
        let mut all_safe = true;
        for (id, secured) in self.drafts.secure() {
            all_safe &= secured.is_ok();
            tell(match secured {
                Ok(count) => Report::Saved(id, count, self.clock.now()),
                Err(fault) => Report::NotKept(id, of_unkept(fault)),
            });
        }
        for (about, secured) in self.drafts.secure_unsaved() {
            all_safe &= secured.is_ok();
            tell(kept_or_not(about, secured));
        }
        all_safe
    }

    /// Keeps changes of a dossier or of a customer that are not saved.
    pub(super) fn keep_unsaved(&self, unsaved: &Unsaved, tell: &mut dyn FnMut(Report)) {
        tell(kept_or_not(unsaved.about.clone(), self.drafts.keep_unsaved(unsaved, self.clock.now(), &self.tag())));
    }

    pub(super) fn drop_unsaved(&self, store: &str, about: &About, tell: &mut dyn FnMut(Report)) {
        match self.drafts.drop_unsaved(store, about) {
            // Where there is no place, nothing is left of them.
            Ok(()) | Err(DraftFault::NoPlace) => tell(Report::UnsavedKept(about.clone())),
            Err(fault) => tell(Report::UnsavedNotKept(about.clone(), of_draft(fault))),
        }
    }

    /// Reads the store, and tells with it which changes to it were left behind without saving. Those of a customer who is
    /// gone are erased.
    pub(super) fn read_store(&self, job: Job, tell: &mut dyn FnMut(Report)) {
        // Looked up before the store is read: whoever is changed in what is found was stored by then.
        let found = self.drafts.all_left_behind();
        let stock = self.stock();
        if let Ok(stock) = &stock {
            let of_store = found.into_iter().filter(|found| found.unsaved.store == stock.snapshot.store);
            let is_there = |found: &Found| found.unsaved.about.customer().is_none_or(|id| stock.snapshot.index_of(id).is_some());
            let (there, gone): (Vec<Found>, Vec<Found>) = of_store.partition(is_there);
            for found in gone {
                self.drop_unsaved(&found.unsaved.store, &found.unsaved.about, tell);
            }
            let left = there.into_iter().map(|found| LeftBehind { about: found.unsaved.about, when: found.when });
            tell(Report::LeftBehind(left.collect()));
        }
        tell(Report::Store(job, stock));
    }

    /// Erases what was left behind without saving of customers who are gone now.
    pub(super) fn forget_unsaved(&self, snapshot: &Snapshot, gone: impl Iterator<Item = CustomerId>) {
        let of = |customer| {
            let dossiers = snapshot.flows.iter().map(move |flow| About::Dossier(flow.id.clone(), customer));
            dossiers.chain([About::Customer(customer)])
        };
        self.drafts.erase_unsaved(&snapshot.store, gone.flat_map(of));
    }

    /// Writes down where the person is.
    pub fn remember(&self, id: &DraftId, view: &Whereabouts) {
        self.drafts.remember(id, view, self.clock.now());
    }

    /// That a commit was begun has to be safe before it is written: whoever takes the draft up after a
    /// power cut asks the store whether it was.
    pub(super) fn secure_before_commit(&self) -> Result<(), Fault> {
        self.drafts.secure().into_iter().try_for_each(|(_, secured)| match secured {
            // Nobody takes up a draft that was removed.
            Ok(_) | Err(DraftFault::Gone) => Ok(()),
            Err(fault) => Err(of_draft(fault)),
        })
    }

    /// The drafts that there are, the one changed last first.
    ///
    /// # Errors
    /// [`Fault`] where their folder cannot be read.
    pub fn kept_drafts(&self) -> Result<Vec<KeptDraft>, Fault> {
        self.drafts.list(of_draft).map(|drafts| drafts.into_iter().map(|one| one.kept).collect()).map_err(of_draft)
    }

    pub(super) fn tag(&self) -> OpenBy {
        OpenBy { who: self.user.clone(), pid: std::process::id(), since: self.clock.now() }
    }

    /// Throws a draft away.
    ///
    /// # Errors
    /// [`Fault`] where there is none, or it is open elsewhere.
    pub fn throw_away(&self, id: &DraftId) -> Result<(), Fault> {
        self.drafts.remove(id, &self.tag()).map_err(of_draft)
    }

    pub(super) fn remove_draft(&self, id: &DraftId, tell: &mut dyn FnMut(Report)) {
        tell(Report::ThrownAway(id.clone(), self.throw_away(id)));
        tell(Report::Drafts(self.kept_drafts()));
    }

    /// Lets go of a draft that was left. Where something of it could not be kept, it is held on to.
    pub(super) fn leave_draft(&self, id: &DraftId, leaving: Leaving, tell: &mut dyn FnMut(Report)) {
        tell(match (self.drafts.leave(id, leaving), leaving) {
            (Ok(left), _) => Report::DraftLeft(id.clone(), left),
            (Err(fault), Leaving::Remove) => Report::ThrownAway(id.clone(), Err(of_draft(fault))),
            (Err(fault), Leaving::Keep | Leaving::Lose) => Report::NotLeft(id.clone(), of_unkept(fault)),
        });
        tell(Report::Drafts(self.kept_drafts()));
    }
}

fn kept_or_not(about: About, kept: Result<(), DraftFault>) -> Report {
    match kept {
        Ok(()) => Report::UnsavedKept(about),
        Err(fault) => Report::UnsavedNotKept(about, of_unsaved(fault)),
    }
}
