//! Files for people, written whole or not at all.
//!
//! What is written goes into an unnamed neighbour first and gets its name in one step, so that a full
//! disk or a stop leaves what was there before.

use std::fs::File;
use std::io;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use super::unnamed::Unnamed;

/// What happens to a file that is already there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Existing {
    /// It stays as it is, and nothing is written.
    Keep,
    /// It is replaced, whole, in one step.
    Replace,
}

/// Who may read the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Readers {
    /// Everybody whom the umask lets: there is nothing personal in it.
    Everybody,
    /// Nobody but its owner: it holds customers.
    Owner,
}

/// Why no file was written. Whatever was there before is still there.
#[derive(Debug, thiserror::Error)]
pub enum WriteFault {
    /// There is a file of that name, and it was to be kept.
    #[error("{} exists already", path.display())]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// What is there is no file: a device, a pipe, a socket, or a link that leads nowhere.
    #[error("{} is no file, and is not replaced", path.display())]
    NoFile {
        /// The path.
        path: PathBuf,
    },
    /// It is the workbook that the rows come from, which is never written.
    #[error("{} is the workbook itself", path.display())]
    Original {
        /// The file.
        path: PathBuf,
    },
    /// No file can be made in the folder.
    #[error("no file can be made in the folder {}", folder.display())]
    Folder {
        /// The folder.
        folder: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The file cannot be written or given its name.
    #[error("{} cannot be written", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// What goes in cannot be put together.
    #[error("the file cannot be put together")]
    Content {
        /// What the writer of the format says.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// The person stopped it.
    #[error("writing was stopped")]
    Stopped,
}

/// Why the content of a file could not be written.
#[derive(Debug)]
pub enum Unfinished {
    /// What the system says.
    Io(io::Error),
    /// What the writer of the format says.
    Content(Box<dyn std::error::Error + Send + Sync>),
    /// The person stopped it.
    Stopped,
}

impl From<io::Error> for Unfinished {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// Writes a file: `fill` writes its content, which then gets its name in one step.
///
/// # Errors
/// [`WriteFault`]; then the folder is as it was.
pub fn write_whole(
    path: &Path,
    existing: Existing,
    readers: Readers,
    fill: impl FnOnce(&mut File) -> Result<(), Unfinished>,
) -> Result<(), WriteFault> {
    if existing == Existing::Keep && path.symlink_metadata().is_ok() {
        return Err(WriteFault::Exists { path: path.to_owned() });
    }
    if is_no_file(path) {
        return Err(WriteFault::NoFile { path: path.to_owned() });
    }
    let in_file = |source| WriteFault::File { path: path.to_owned(), source };
    let folder = folder_of(path);
    let mode = match readers {
        Readers::Everybody => 0o666,
        Readers::Owner => 0o600,
    };
    let mut file = Unnamed::begin(folder, mode).map_err(|source| WriteFault::Folder { folder: folder.to_owned(), source })?;
    fill(file.file()).map_err(|unfinished| match unfinished {
        Unfinished::Io(source) => in_file(source),
        Unfinished::Content(source) => WriteFault::Content { source },
        Unfinished::Stopped => WriteFault::Stopped,
    })?;
    match file.name(path, existing) {
        Err(error) if existing == Existing::Keep && error.kind() == io::ErrorKind::AlreadyExists => {
            Err(WriteFault::Exists { path: path.to_owned() })
        }
        named => named.map_err(in_file),
    }
}

/// Whether a file could be written there, without writing one: for a look at what would be done.
///
/// # Errors
/// [`WriteFault`], as [`write_whole`] would say it. What only writing shows, such as a full disk, is not seen.
pub fn could_write(path: &Path, existing: Existing) -> Result<(), WriteFault> {
    if existing == Existing::Keep && path.symlink_metadata().is_ok() {
        return Err(WriteFault::Exists { path: path.to_owned() });
    }
    if is_no_file(path) {
        return Err(WriteFault::NoFile { path: path.to_owned() });
    }
    if path.is_dir() {
        return Err(WriteFault::File { path: path.to_owned(), source: io::ErrorKind::IsADirectory.into() });
    }
    let folder = folder_of(path);
    rustix::fs::access(folder, rustix::fs::Access::WRITE_OK | rustix::fs::Access::EXEC_OK)
        .map_err(|source| WriteFault::Folder { folder: folder.to_owned(), source: source.into() })
}

/// Whether something is there that is neither a file, nor a link to one, nor a folder: putting a file
/// in its place would take a device or a pipe away from whoever uses it. A folder cannot be replaced anyhow.
#[must_use]
pub fn is_no_file(path: &Path) -> bool {
    match path.metadata() {
        Ok(found) => !found.is_file() && !found.is_dir(),
        Err(_) => path.is_symlink(),
    }
}

/// Whether both lead to one file, through whatever links and spellings; also where the original is
/// gone and would come back under its name as something else.
#[must_use]
pub fn is_same_file(path: &Path, original: &Path) -> bool {
    let identity = |path: &Path| path.metadata().ok().map(|found| (found.dev(), found.ino()));
    if identity(path).is_some_and(|known| identity(original) == Some(known)) {
        return true;
    }
    let spelled = |path: &Path| Some((folder_of(path).canonicalize().ok()?, path.file_name()?.to_owned()));
    spelled(path).is_some_and(|known| spelled(original) == Some(known))
}

/// Whether a path leads into a folder, or to it, through whatever links and spellings; neither has to be there yet.
#[must_use]
pub fn lies_in(path: &Path, folder: &Path) -> bool {
    let folder = resolved(folder);
    // The name itself may be a link that leads there, and may lie there itself.
    let by_name = path.file_name().map(|name| resolved(folder_of(path)).join(name));
    resolved(path).starts_with(&folder) || by_name.is_some_and(|path| path.starts_with(&folder))
}

/// A path without links and without dots, as far as it is there; what is not there yet behind it.
fn resolved(path: &Path) -> PathBuf {
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut found = PathBuf::new();
    for part in whole.components() {
        match part {
            std::path::Component::ParentDir => {
                found.pop();
            }
            part => {
                found.push(part);
                found = found.canonicalize().unwrap_or(found);
            }
        }
    }
    found
}

/// The folder that a file is in, or will be.
#[must_use]
pub fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

#[cfg(test)]
mod tests {
    use std::fs::Permissions;
    use std::io::Write as _;
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> =
            std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn what_is_no_file_is_never_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        rustix::fs::mknodat(rustix::fs::CWD, at("pipe"), rustix::fs::FileType::Fifo, rustix::fs::Mode::from(0o600), 0).unwrap();
        std::os::unix::fs::symlink(at("pipe"), at("link")).unwrap();
        std::os::unix::fs::symlink(at("gone"), at("nowhere")).unwrap();
        std::fs::write(at("file"), "mine").unwrap();
        std::os::unix::fs::symlink(at("file"), at("of a file")).unwrap();
        let put = |name| write_whole(&at(name), Existing::Replace, Readers::Owner, |file| Ok(file.write_all(b"new")?));
        for name in ["pipe", "link", "nowhere"] {
            assert!(matches!(put(name), Err(WriteFault::NoFile { path }) if path == at(name)), "{name}");
        }
        put("of a file").unwrap();
        assert_eq!(std::fs::read_to_string(at("of a file")).unwrap(), "new");
        assert!(std::os::unix::fs::FileTypeExt::is_fifo(&at("pipe").symlink_metadata().unwrap().file_type()));
        assert_eq!(names(folder.path()), ["file", "link", "nowhere", "of a file", "pipe"]);
    }

    #[test]
    fn a_path_leads_into_a_folder_by_whatever_links_and_spellings() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::create_dir_all(at("store/sled")).unwrap();
        std::fs::create_dir(at("other")).unwrap();
        std::fs::write(at("store/store.toml"), "").unwrap();
        std::os::unix::fs::symlink(at("store"), at("other/way")).unwrap();
        std::os::unix::fs::symlink(at("store/store.toml"), at("other/link")).unwrap();
        std::os::unix::fs::symlink(at("other"), at("store/out")).unwrap();
        for inside in
            ["store", "store/store.toml", "store/new", "store/no/such", "other/../store/x", "other/way/x", "other/link", "store/out"]
        {
            assert!(lies_in(&at(inside), &at("store")), "{inside}");
            assert!(lies_in(&at(inside), &at("other/way")), "{inside}");
        }
        for outside in ["stores", "other", "other/x", "store/../x", "other/way/../x", "store/out/x"] {
            assert!(!lies_in(&at(outside), &at("store")), "{outside}");
        }
        assert!(lies_in(&at("none/x"), &at("none")) && !lies_in(&at("none"), &at("none/x")));
    }

    #[test]
    fn what_is_not_finished_leaves_nothing_and_what_was_there_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("list.csv");
        std::fs::write(&path, "mine").unwrap();
        let stopped = write_whole(&path, Existing::Replace, Readers::Owner, |file| {
            file.write_all(b"half")?;
            Err(Unfinished::Stopped)
        });
        assert!(matches!(stopped, Err(WriteFault::Stopped)));
        let full = || io::Error::from(io::ErrorKind::StorageFull);
        let refused = write_whole(&path, Existing::Replace, Readers::Owner, |_| Err(full().into()));
        assert!(matches!(refused, Err(WriteFault::File { source, .. }) if source.kind() == io::ErrorKind::StorageFull));
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");
        assert_eq!(names(folder.path()), ["list.csv"]);
    }

    #[test]
    fn customers_are_for_their_owner_alone_also_where_the_old_file_was_open_to_all() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("list.csv");
        std::fs::write(&path, "mine").unwrap();
        std::fs::set_permissions(&path, Permissions::from_mode(0o644)).unwrap();
        write_whole(&path, Existing::Replace, Readers::Owner, |file| Ok(file.write_all(b"whole")?)).unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "whole");
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        let kept = write_whole(&path, Existing::Keep, Readers::Owner, |_| Ok(()));
        assert!(matches!(kept, Err(WriteFault::Exists { path: named }) if named == path));
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "whole");
    }
}
