//! What can be done first, so that more of an import is taken back.

use super::{TakingBack, WhyKept};
use crate::domain::dossier::Status;
use crate::domain::snapshot::{Revision, Snapshot};
use crate::domain::task_flow::TaskFlowId;

/// Something that frees what is kept. A mail that left, an answer that came and a change by hand are freed by nothing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Release {
    /// Mails wait in the outbox: they can be withdrawn.
    Withdraw,
    /// A later import changed the customers: it can be taken back.
    TakeBack(Revision),
    /// Customers were linked to this task flow: they can be unlinked.
    Unlink(TaskFlowId),
    /// The task flow is archived: it can be brought back.
    BringBack(TaskFlowId),
}

impl TakingBack {
    /// What can be done first, each once; nothing where all that is kept stays for good.
    #[must_use]
    pub fn releases(&self, snapshot: &Snapshot) -> Vec<Release> {
        let can_go = |revision: Revision| snapshot.imports.iter().any(|past| past.revision == revision && past.taken_back.is_none());
        let release = |why: &WhyKept| match why {
            WhyKept::InOutbox(_) | WhyKept::Progressed(_, Status::Queued) => Some(Release::Withdraw),
            WhyKept::Changed(by) => can_go(*by).then_some(Release::TakeBack(*by)),
            WhyKept::Linked(flow) => Some(Release::Unlink(flow.clone())),
            WhyKept::Archived(flow) => Some(Release::BringBack(flow.clone())),
            // Its customer is kept for a reason of its own.
            WhyKept::WithCustomer(_) | WhyKept::Completed(..) => None,
            WhyKept::Progressed(
                _,
                Status::NotSentYet | Status::Sent | Status::Unsure | Status::Failed | Status::Answered | Status::Closed,
            ) => None,
        };
        let mut releases: Vec<Release> = self.keeps.iter().filter_map(|kept| release(&kept.why)).collect();
        releases.sort_unstable();
        releases.dedup();
        releases
    }
}
