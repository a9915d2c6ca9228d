//! What taking an import back would do.

use super::{World, of_store};
use crate::app::fault::Fault;
use crate::domain::change_set::CommitId;
use crate::domain::customer::CustomerId;
use crate::domain::snapshot::{Revision, Snapshot};
use crate::domain::taking_back::{TakingBack, Untakable, can_be_taken_back, taking_back};
use crate::domain::task_flow::TaskFlowId;
use crate::world::ids::random_hex;

impl World {
    /// What taking an import back would do to the store as the snapshot shows it; its amendment is committed by
    /// [`World::amend`]. `busy` says of which dossiers the outbox holds a mail.
    ///
    /// # Errors
    /// Those of the store. That the import cannot be taken back is no fault but an answer.
    pub fn weigh_taking_back(
        &self,
        snapshot: &Snapshot,
        import: Revision,
        busy: &dyn Fn(&TaskFlowId, CustomerId) -> bool,
    ) -> Result<Result<TakingBack, Untakable>, Fault> {
        if let Err(untakable) = can_be_taken_back(snapshot, import) {
            return Ok(Err(untakable));
        }
        let name = random_hex(16).map_err(|error| Fault::System { detail: error.to_string() })?;
        let traces = self.store.traces(import).map_err(of_store)?;
        Ok(taking_back(&traces, snapshot, CommitId(name), busy))
    }
}
