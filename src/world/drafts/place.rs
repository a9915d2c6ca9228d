//! The files of kept drafts, for the person alone: directories 0700, files 0600, no link followed.
//!
//! | file | what |
//! |---|---|
//! | `<id>/head` | what the draft was made from, by whom and when; never changes |
//! | `<id>/source` | the workbook's bytes, as they were opened |
//! | `<id>/journal` | every decision, each behind the last |
//! | `<id>/journal.aside-N` | what stood behind a damaged entry |
//! | `<id>/view` | where the person was; may be missing or old |
//! | `<id>/lock` | held while the draft is open; says by whom |
//! | `.new-<id>/` | one that is being made; becomes `<id>/` by renaming when it is whole |
//! | `.gone-<id>/` | one that is being thrown away |

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use rustix::fs::OFlags;

use super::fault::{At as _, DraftFault};
use crate::app::keeping::DraftId;
use crate::world::whole_file::folder_of;

pub(super) const HEAD: &str = "head";
pub(super) const SOURCE: &str = "source";
pub(super) const JOURNAL: &str = "journal";
pub(super) const VIEW: &str = "view";
pub(super) const LOCK: &str = "lock";

const NEW: &str = ".new-";
const GONE: &str = ".gone-";

/// Where a person's drafts are: `instroom/drafts` in the state folder of the XDG rules, which is
/// `~/.local/state` where `XDG_STATE_HOME` says nothing. None where there is no home folder.
#[must_use]
pub fn default_directory() -> Option<PathBuf> {
    use etcetera::BaseStrategy as _;
    let folders = etcetera::base_strategy::Xdg::new().ok()?;
    Some(folders.state_dir()?.join("instroom").join("drafts"))
}

/// A place for drafts. Knows names; holds nothing open.
#[derive(Debug, Clone)]
pub(super) struct Place {
    pub(super) directory: PathBuf,
}

impl Place {
    /// Where a draft is.
    pub(super) fn of(&self, id: &DraftId) -> PathBuf {
        self.directory.join(id.as_str())
    }

    /// Where a draft is while it is being made.
    pub(super) fn of_new(&self, id: &DraftId) -> PathBuf {
        self.directory.join(format!("{NEW}{}", id.as_str()))
    }

    /// Makes the place where it is missing, for the person alone; durably, with the folders above it.
    pub(super) fn make(&self) -> Result<(), DraftFault> {
        let missing: Vec<&Path> = self.directory.ancestors().take_while(|above| !above.exists()).collect();
        DirBuilder::new().recursive(true).mode(0o700).create(&self.directory).at(&self.directory)?;
        let found = fs::symlink_metadata(&self.directory).at(&self.directory)?;
        if !found.is_dir() {
            return Err(not_a_directory(&self.directory));
        }
        if found.permissions().mode() & 0o777 != 0o700 {
            fs::set_permissions(&self.directory, fs::Permissions::from_mode(0o700)).at(&self.directory)?;
        }
        missing.into_iter().try_for_each(|made| sync(folder_of(made)))
    }

    /// The draft's directory, which has to be one and no link to one.
    pub(super) fn existing(&self, id: &DraftId) -> Result<PathBuf, DraftFault> {
        let path = self.of(id);
        for directory in [self.directory.as_path(), &path] {
            match fs::symlink_metadata(directory) {
                Ok(found) if found.is_dir() => {}
                Ok(_) => return Err(not_a_directory(directory)),
                Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(DraftFault::Gone),
                Err(error) => return Err(error).at(directory),
            }
        }
        Ok(path)
    }

    /// The names of the drafts. What a killed program left half made or half thrown away goes.
    pub(super) fn ids(&self) -> Result<Vec<DraftId>, DraftFault> {
        let entries = match fs::read_dir(&self.directory) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries.at(&self.directory)?,
        };
        let mut ids = Vec::new();
        for entry in entries.flatten() {
            let name = entry.file_name();
            let Some(name) = name.to_str() else { continue };
            if !entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                continue;
            }
            if name.strip_prefix(GONE).and_then(DraftId::parse).is_some()
                || name.strip_prefix(NEW).and_then(DraftId::parse).is_some() && super::lock::is_free(&entry.path().join(LOCK))
            {
                // Whatever cannot be removed now is tried again the next time.
                let _later = fs::remove_dir_all(entry.path());
            }
            ids.extend(DraftId::parse(name));
        }
        ids.sort();
        Ok(ids)
    }

    /// Erases a draft and everything in it: it is none any more before its first file goes, after a power cut either.
    pub(super) fn erase(&self, id: &DraftId) -> Result<(), DraftFault> {
        let path = self.existing(id)?;
        let gone = self.directory.join(format!("{GONE}{}", id.as_str()));
        fs::rename(&path, &gone).at(&path)?;
        sync(&self.directory)?;
        fs::remove_dir_all(&gone).at(&gone)?;
        sync(&self.directory)
    }
}

fn not_a_directory(path: &Path) -> DraftFault {
    DraftFault::Io { path: path.to_path_buf(), source: io::Error::from(io::ErrorKind::NotADirectory) }
}

/// Options that follow no link, let nobody else in, and wait for nothing: a pipe without a writer would
/// hold up the whole list.
fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY;
    options.mode(0o600).custom_flags(i32::try_from(flags.bits()).unwrap_or(0));
    options
}

/// The file, where it is one: no pipe, no device, no folder.
fn regular(file: File) -> io::Result<File> {
    if file.metadata()?.is_file() { Ok(file) } else { Err(io::Error::new(io::ErrorKind::InvalidInput, "not a file")) }
}

/// A new file of these bytes, made durable.
pub(super) fn put(path: &Path, bytes: &[u8]) -> Result<File, DraftFault> {
    let mut file = options().read(true).write(true).create_new(true).open(path).at(path)?;
    file.write_all(bytes).at(path)?;
    file.sync_all().at(path)?;
    Ok(file)
}

/// A file to be read and written, made where it is missing.
pub(super) fn open(path: &Path) -> Result<File, DraftFault> {
    options().read(true).write(true).create(true).truncate(false).open(path).and_then(regular).at(path)
}

/// A file that is there, to be looked at.
pub(super) fn open_existing(path: &Path) -> io::Result<File> {
    options().read(true).open(path).and_then(regular)
}

/// The bytes of a file, up to a bound.
pub(super) fn bytes(path: &Path, most: u64) -> Result<Vec<u8>, DraftFault> {
    let file = open_existing(path).at(path)?;
    let mut bytes = Vec::new();
    file.take(most + 1).read_to_end(&mut bytes).at(path)?;
    if bytes.len() as u64 > most { Err(DraftFault::damaged("larger than any that is written")) } else { Ok(bytes) }
}

/// Makes a directory's entries durable.
pub(super) fn sync(directory: &Path) -> Result<(), DraftFault> {
    File::open(directory).and_then(|file| file.sync_all()).at(directory)
}

/// A directory for one draft.
pub(super) fn make_directory(path: &Path) -> Result<(), DraftFault> {
    DirBuilder::new().mode(0o700).create(path).at(path)
}
