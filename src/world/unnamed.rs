//! A file in the making: without a name until it is whole, so that a program that is killed leaves nothing of it.
//!
//! Where the file system knows no files without a name, it has one that begins with a dot, and goes with the program unless that is killed.

use std::fs::{File, OpenOptions, Permissions};
use std::io;
use std::os::fd::AsRawFd as _;
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use rustix::fs::{AtFlags, CWD, OFlags, linkat};
use tempfile::NamedTempFile;

use super::ids::random_hex;
use super::whole_file::{Existing, folder_of};

/// How names of files in the making begin.
const PREFIX: &str = ".instroom-";

/// A file in the making.
#[derive(Debug)]
pub(crate) enum Unnamed {
    /// It has no name.
    Nameless(File, PathBuf),
    /// It has one that says what it is.
    Hidden(NamedTempFile),
}

impl Unnamed {
    /// Begins a file in the folder in which it is to be: a name can be given within one file system only.
    ///
    /// # Errors
    /// What the system says.
    pub(crate) fn begin(folder: &Path, mode: u32) -> io::Result<Self> {
        match nameless(folder, mode) {
            Some(file) => Ok(Self::Nameless(file, folder.to_owned())),
            None => hidden(folder, mode).map(Self::Hidden),
        }
    }

    /// What is written to.
    pub(crate) fn file(&mut self) -> &mut File {
        match self {
            Self::Nameless(file, _) => file,
            Self::Hidden(file) => file.as_file_mut(),
        }
    }

    /// Gives the file its name, in one step, once it is on the disk; and then the name is there to stay.
    ///
    /// # Errors
    /// [`io::ErrorKind::AlreadyExists`] where there is one to be kept, and what else the system says.
    pub(crate) fn name(mut self, path: &Path, existing: Existing) -> io::Result<()> {
        self.file().sync_all()?;
        self.put(path, existing)?;
        sync_folder(folder_of(path))
    }

    fn put(self, path: &Path, existing: Existing) -> io::Result<()> {
        match (self, existing) {
            (Self::Nameless(file, _), Existing::Keep) => link(&file, path),
            (Self::Nameless(file, folder), Existing::Replace) => {
                // A link replaces nothing, so that it is renamed; between the two steps there is a whole file of that name.
                let between = folder.join(format!("{PREFIX}{}", random_hex(8)?));
                link(&file, &between)?;
                std::fs::rename(&between, path).inspect_err(|_| {
                    let _stays = std::fs::remove_file(&between);
                })
            }
            (Self::Hidden(file), Existing::Keep) => file.persist_noclobber(path).map(drop).map_err(|refused| refused.error),
            (Self::Hidden(file), Existing::Replace) => file.persist(path).map(drop).map_err(|refused| refused.error),
        }
    }
}

/// Makes a folder's names survive a power cut. Where that is not to be had, the file is there all the same: of a folder in which one may write and
/// not look, and on file systems that know no sync of a folder.
fn sync_folder(folder: &Path) -> io::Result<()> {
    match File::open(folder).and_then(|folder| folder.sync_all()) {
        Err(error) if matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::InvalidInput) => Ok(()),
        synced => synced,
    }
}

/// A file without a name; none where there can be none, or it could not be given one later.
fn nameless(folder: &Path, mode: u32) -> Option<File> {
    let flags = i32::try_from(OFlags::TMPFILE.bits()).ok()?;
    let file = OpenOptions::new().read(true).write(true).mode(mode).custom_flags(flags).open(folder).ok()?;
    known_as(&file).exists().then_some(file)
}

fn hidden(folder: &Path, mode: u32) -> io::Result<NamedTempFile> {
    tempfile::Builder::new().prefix(PREFIX).permissions(Permissions::from_mode(mode)).tempfile_in(folder)
}

/// Where the system shows a file that is open.
fn known_as(file: &File) -> PathBuf {
    PathBuf::from(format!("/proc/self/fd/{}", file.as_raw_fd()))
}

fn link(file: &File, path: &Path) -> io::Result<()> {
    Ok(linkat(CWD, known_as(file), CWD, path, AtFlags::SYMLINK_FOLLOW)?)
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    #[test]
    fn both_kinds_come_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        let both: [fn(&Path) -> Unnamed; 2] =
            [|folder| Unnamed::begin(folder, 0o600).unwrap(), |folder| Unnamed::Hidden(hidden(folder, 0o600).unwrap())];
        for (round, begin) in both.into_iter().enumerate() {
            let put = |text: &str, existing| {
                let mut file = begin(folder.path());
                file.file().write_all(text.as_bytes()).unwrap();
                file.name(&path, existing)
            };
            put("first", Existing::Keep).unwrap();
            assert_eq!(put("second", Existing::Keep).unwrap_err().kind(), io::ErrorKind::AlreadyExists);
            assert_eq!(std::fs::read_to_string(&path).unwrap(), "first");
            put("third", Existing::Replace).unwrap();
            assert_eq!(std::fs::read_to_string(&path).unwrap(), "third");
            assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
            drop(begin(folder.path()));
            assert_eq!(names(folder.path()), ["a"], "round {round}");
            std::fs::remove_file(&path).unwrap();
        }
    }

    #[test]
    fn a_file_in_the_making_has_no_name_that_a_kill_could_leave() {
        let folder = tempfile::tempdir().unwrap();
        let making = Unnamed::begin(folder.path(), 0o600).unwrap();
        // Every file system of Linux that a test runs on knows such files.
        assert!(matches!(making, Unnamed::Nameless(..)));
        assert_eq!(names(folder.path()), [""; 0]);
    }
}
