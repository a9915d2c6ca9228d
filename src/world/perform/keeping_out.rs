//! What the program keeps for itself is no place for files of people: the store with its copies, the drafts and the log.

use std::path::Path;

use super::World;
use super::faults::shown;
use crate::app::fault::Fault;
use crate::world::whole_file::lies_in;

impl World {
    /// Whether a file of a person may be written there, through whatever links and spellings the path leads.
    ///
    /// # Errors
    /// [`Fault::OwnFolder`] where it would lie in the store's folder, or in that of drafts and log, or take the place of one.
    pub fn keep_out(&self, path: &Path) -> Result<(), Fault> {
        let drafts = self.drafts.folder();
        let own = [self.store.folder(), drafts, drafts.and_then(Path::parent)];
        let is_ours = own.into_iter().flatten().any(|folder| lies_in(path, folder));
        if is_ours { Err(Fault::OwnFolder { path: shown(path) }) } else { Ok(()) }
    }
}
