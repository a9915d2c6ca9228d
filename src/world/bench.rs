//! A private folder for a moment: made for its owner alone and gone afterwards. What a killed program left in the same place is
//! swept by the next one that works there.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::{DirBuilderExt as _, MetadataExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use super::ids::random_hex;

const PREFIX: &str = "instroom-bench-";

/// Held as long as somebody works there: a bench that nobody holds was left by a program that was killed.
const HELD: &str = "held";

/// A private folder (0700). Dropping it removes it.
#[derive(Debug)]
pub(crate) struct Bench {
    folder: PathBuf,
    _held: File,
}

impl Bench {
    /// Makes one in a folder.
    ///
    /// # Errors
    /// What the system says.
    pub(crate) fn make_in(folder: &Path) -> io::Result<Self> {
        sweep(folder);
        let folder = folder.join(format!("{PREFIX}{}", random_hex(8)?));
        fs::DirBuilder::new().mode(0o700).create(&folder)?;
        match hold(&folder) {
            Ok(held) => Ok(Self { folder, _held: held }),
            Err(error) => {
                let _stays = fs::remove_dir_all(&folder);
                Err(error)
            }
        }
    }

    /// Works on the first bench that can be made and on which the work does not fail for want of room; gives what came of the last one
    /// otherwise.
    ///
    /// # Errors
    /// Of the last folder, named by `refused` where it cannot be made; where there is no folder at all, of the system's usual one.
    pub(crate) fn work<T, F>(
        folders: &[PathBuf],
        refused: impl Fn(io::Error, &Path) -> F,
        has_no_room: impl Fn(&F) -> bool,
        mut work: impl FnMut(Self) -> Result<T, F>,
    ) -> Result<T, F> {
        let usual = [std::env::temp_dir()];
        let folders = if folders.is_empty() { &usual } else { folders };
        let mut folders = folders.iter().peekable();
        loop {
            let Some(folder) = folders.next() else { return Err(refused(io::ErrorKind::NotFound.into(), Path::new("/"))) };
            let worked = Self::make_in(folder).map_err(|error| (refused(error, folder), true)).and_then(|bench| {
                work(bench).map_err(|fault| {
                    let wants_room = has_no_room(&fault);
                    (fault, wants_room)
                })
            });
            match worked {
                Ok(done) => return Ok(done),
                Err((_, true)) if folders.peek().is_some() => {}
                Err((fault, _)) => return Err(fault),
            }
        }
    }

    /// The folder.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }
}

impl Drop for Bench {
    fn drop(&mut self) {
        // What stays is swept by the next.
        let _next_time = fs::remove_dir_all(&self.folder);
    }
}

fn hold(folder: &Path) -> io::Result<File> {
    let held = OpenOptions::new().write(true).create_new(true).mode(0o600).open(folder.join(HELD))?;
    held.try_lock()?;
    Ok(held)
}

/// Removes benches of this person that nobody holds any more.
fn sweep(folder: &Path) {
    let named = |entry: &fs::DirEntry| entry.file_name().to_string_lossy().starts_with(PREFIX);
    for entry in fs::read_dir(folder).into_iter().flatten().flatten().filter(named) {
        let path = entry.path();
        let is_own = fs::symlink_metadata(&path).is_ok_and(|about| about.is_dir() && about.uid() == rustix::process::geteuid().as_raw());
        // One without the file may be being made at this moment.
        let is_left = is_own && File::open(path.join(HELD)).is_ok_and(|held| held.try_lock().is_ok());
        if is_left {
            let _somebody_was_faster = fs::remove_dir_all(&path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt as _;

    #[test]
    fn a_bench_is_private_and_goes_with_whoever_works_there() {
        let folder = tempfile::tempdir().unwrap();
        let left = folder.path().join("instroom-bench-left");
        fs::create_dir(&left).unwrap();
        fs::write(left.join(HELD), "").unwrap();
        fs::create_dir(folder.path().join("instroom-bench-made")).unwrap();
        let first = Bench::make_in(folder.path()).unwrap();
        assert_eq!(fs::metadata(first.folder()).unwrap().permissions().mode() & 0o7777, 0o700);
        let second = Bench::make_in(folder.path()).unwrap();
        assert!(first.folder().is_dir() && second.folder().is_dir() && !left.exists());
        drop((first, second));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "one that may be being made stays");
    }

    #[test]
    fn where_there_is_no_room_the_next_folder_is_tried() {
        let folder = tempfile::tempdir().unwrap();
        let folders = [folder.path().join("missing"), folder.path().join("full"), folder.path().to_owned()];
        fs::create_dir(&folders[1]).unwrap();
        let full = |fault: &String| fault == "full";
        let refused = |error: io::Error, path: &Path| format!("{} {}", path.display(), error.kind());
        let work =
            |bench: Bench| if bench.folder().starts_with(&folders[1]) { Err("full".to_owned()) } else { Ok(bench.folder().to_owned()) };
        assert!(Bench::work(&folders, refused, full, work).unwrap().starts_with(folder.path()));
        assert_eq!(Bench::work(&folders[..2], refused, full, work).unwrap_err(), "full");
        assert!(Bench::work(&folders[..1], refused, full, work).unwrap_err().contains("missing"));
    }
}
