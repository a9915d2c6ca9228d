//! What the program keeps for itself is no place for files of people: the store with its copies, the drafts and the log, and the
//! settings.

use std::path::Path;

use super::World;
use super::faults::shown;
use crate::app::fault::Fault;
use crate::world::whole_file::lies_in;

impl World {
    /// Whether a file of a person may be written there, through whatever links and spellings the path leads.
    ///
    /// # Errors
    /// [`Fault::OwnFolder`] where it would lie in the store's folder, or in that of drafts and log, or take the place of one, or of
    /// the settings.
    pub fn keep_out(&self, path: &Path) -> Result<(), Fault> {
        let drafts = self.drafts.folder();
        let own = [self.store.folder(), drafts, drafts.and_then(Path::parent)];
        keep_out_of(path, own.into_iter().flatten(), &self.mail.configuration.file)
    }
}

/// The same before there is a world: of these folders, and of these settings with the keys beside them.
///
/// # Errors
/// [`Fault::OwnFolder`], as [`World::keep_out`].
pub fn keep_out_of<'a>(path: &Path, mut own: impl Iterator<Item = &'a Path>, settings: &Path) -> Result<(), Fault> {
    let files = [settings.to_owned(), crate::world::config::keys_beside(settings)];
    let mut files = files.iter().filter(|file| file.is_file()).map(|file| file.as_path());
    let is_ours = own.any(|place| lies_in(path, place)) || files.any(|place| lies_in(path, place));
    if is_ours { Err(Fault::OwnFolder { path: shown(path) }) } else { Ok(()) }
}
