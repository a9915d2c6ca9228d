//! Writing what was decided about stored customers, dossiers and task flows.

use std::ops::ControlFlow;

use super::{Stopping, World, of_outbox, of_store};
use crate::app::effect::Far;
use crate::app::fault::Fault;
use crate::app::{Job, Report};
use crate::domain::amendment::{Amendment, Becomes, CustomerChange, Deed};
use crate::domain::change_set::{Hand, Receipt};
use crate::domain::customer::CustomerId;
use crate::world::store::{CommitFault, CommitProgress};

impl World {
    /// Writes an amendment and reads the store again; tells how far it is.
    pub(super) fn perform_amend(&self, job: Job, amendment: &Amendment, stopping: Stopping<'_>, tell: &mut dyn FnMut(Report)) {
        let mut far = |progress: CommitProgress| {
            tell(Report::Far(job, Far { stage: progress.stage.into(), done: progress.done, all: progress.total }));
            if stopping(job) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        match self.amend(amendment, &mut far) {
            Ok(Some(receipt)) => tell(Report::Amended(job, self.stock().map(|stock| (receipt, stock)))),
            Ok(None) => tell(Report::Stopped(job)),
            Err(fault) => tell(Report::Amended(job, Err(fault))),
        }
    }

    /// Writes an amendment. None where `far` stopped it.
    ///
    /// # Errors
    /// [`Fault::Changed`] where somebody changed the same meanwhile, and those of the store.
    pub fn amend(&self, amendment: &Amendment, far: &mut dyn FnMut(CommitProgress) -> ControlFlow<()>) -> Result<Option<Receipt>, Fault> {
        self.nobody_leaves_with_mail_on_its_way(amendment)?;
        let hand = Hand { who: self.user.clone(), when: self.clock.now() };
        let stamped = moved_now(amendment, hand.when);
        match self.store.amend(stamped.as_ref().unwrap_or(amendment), &hand, far) {
            Ok(receipt) => {
                if leavers(amendment).next().is_some()
                    && let Ok(snapshot) = self.store.snapshot()
                {
                    self.forget_unsaved(&snapshot, leavers(amendment));
                    // Addresses of those who are gone leave the outbox too. Should that fail, the next start does it.
                    let _ = self.mailroom().begin(&snapshot);
                }
                Ok(Some(receipt))
            }
            Err(CommitFault::Cancelled) => Ok(None),
            Err(fault) => Err(of_commit(fault)),
        }
    }

    /// A customer with a mail in the outbox stays until that has left or was taken back: it may have been queued
    /// by somebody else since the customer was looked at.
    fn nobody_leaves_with_mail_on_its_way(&self, amendment: &Amendment) -> Result<(), Fault> {
        if leavers(amendment).next().is_none() {
            return Ok(());
        }
        let snapshot = self.store.snapshot().map_err(of_store)?;
        let busy = self.mailroom().busy(&snapshot).map_err(of_outbox)?;
        let is_waited_for = |customer: &CustomerId| snapshot.flows.iter().any(|flow| busy(&flow.id, *customer));
        match leavers(amendment).filter(is_waited_for).count() as u64 {
            0 => Ok(()),
            count => Err(Fault::Changed { count }),
        }
    }
}

/// The customers that are no longer there after it.
fn leavers(amendment: &Amendment) -> impl Iterator<Item = CustomerId> {
    let leaves = |change: &&CustomerChange| !matches!(change.becomes, Becomes::Values(_));
    amendment.customers.iter().filter(leaves).map(|change| change.customer)
}

/// Where dossiers are closed or opened again: the same, with the moment since when they are. Only the world has a clock.
fn moved_now(amendment: &Amendment, when: jiff::Timestamp) -> Option<Amendment> {
    if !matches!(amendment.deed, Deed::Closed(_)) {
        return None;
    }
    let mut stamped = amendment.clone();
    for dossier in stamped.dossiers.iter_mut().filter_map(|change| change.becomes.as_mut()) {
        dossier.course.since = Some(when);
    }
    Some(stamped)
}

/// What a commit that was not made means. One that was stopped is not asked about.
#[must_use]
pub fn of_commit(fault: CommitFault) -> Fault {
    match fault {
        CommitFault::Moved(moved) => Fault::Moved { rows: moved.len() as u64 },
        CommitFault::Changed(conflicts) => Fault::Changed { count: conflicts.len() as u64 },
        CommitFault::Archived(archived) => Fault::Refused(archived.into()),
        CommitFault::Store(fault) => of_store(fault),
        CommitFault::Cancelled => Fault::Moved { rows: 0 },
    }
}
