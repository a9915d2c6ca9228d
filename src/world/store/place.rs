//! The files of a store directory.
//!
//! | file | what |
//! |---|---|
//! | `store.toml` | format and access, readable before anything is opened |
//! | `lock` | held while the store is; says by whom |
//! | `sled/` | the engine's own directory |
//! | `sled.new/` | one that was being founded; becomes `sled/` by renaming when it is complete |
//! | `mark` | changes with every commit: whether something was written is seen without opening anything |
//! | `copies/` | [copies](super::copies) that were taken before something was written |
//! | `outbox/` | the mails on their way out: a small store of its own, [`world::outbox`](crate::world::outbox) |

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::copy_name::CopyName;
use super::fault::{At as _, StoreFault};
use super::leftovers::{Leftovers, left_in};
use super::modes::Access;

/// Format of the whole directory. A newer one is refused.
pub(in crate::world) const FORMAT: u32 = 2;

const ABOUT: &str = "store.toml";
const ABOUT_NEW: &str = ".store.toml.new";
const LOCK: &str = "lock";
const MARK: &str = "mark";
const SLED: &str = "sled";
const SLED_NEW: &str = "sled.new";
const COPIES: &str = "copies";
pub(in crate::world) const OUTBOX: &str = "outbox";

/// How often, and how long apart, a place is looked at that somebody else is changing: some seconds, founding takes a part of one.
const LOOKS: u32 = 100;
const BETWEEN_LOOKS: Duration = Duration::from_millis(50);

/// Where a person's own store is: `instroom/store` in the data folder of the XDG rules, which is
/// `~/.local/share` where `XDG_DATA_HOME` says nothing. None where there is no home folder.
#[must_use]
pub fn default_directory() -> Option<PathBuf> {
    use etcetera::BaseStrategy as _;
    let folders = etcetera::base_strategy::Xdg::new().ok()?;
    Some(folders.data_dir().join("instroom").join("store"))
}

/// What `store.toml` says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct About {
    pub(super) format: u32,
    pub(super) access: Access,
}

/// What was found in a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ground {
    /// Nothing, or what was left of a founding that did not get through.
    Bare,
    /// A store of a format this program reads.
    Built(About),
}

/// For whom the store in a directory is; where there is none yet, for the person alone.
///
/// # Errors
/// [`StoreFault`] where something else is there, or a store of a newer format.
pub(in crate::world) fn access_of(directory: &Path) -> Result<Access, StoreFault> {
    match (Place { directory: directory.to_owned() }).look()? {
        Ground::Bare => Ok(Access::Private),
        Ground::Built(about) => Ok(about.access),
    }
}

/// A place for a store. Knows names; holds nothing open.
#[derive(Debug, Clone)]
pub(super) struct Place {
    pub(super) directory: PathBuf,
}

impl Place {
    pub(super) fn lock(&self) -> PathBuf {
        self.directory.join(LOCK)
    }

    pub(super) fn mark(&self) -> PathBuf {
        self.directory.join(MARK)
    }

    pub(super) fn about(&self) -> PathBuf {
        self.directory.join(ABOUT)
    }

    pub(super) fn about_new(&self) -> PathBuf {
        self.directory.join(ABOUT_NEW)
    }

    pub(super) fn sled(&self) -> PathBuf {
        self.directory.join(SLED)
    }

    pub(super) fn sled_new(&self) -> PathBuf {
        self.directory.join(SLED_NEW)
    }

    pub(super) fn copies(&self) -> PathBuf {
        self.directory.join(COPIES)
    }

    pub(super) fn copy(&self, name: CopyName) -> PathBuf {
        self.copies().join(name.to_string())
    }

    /// What may lie in a place that is bare: of a founding that did not get through, or of a look at it.
    pub(super) fn leftovers(&self) -> [PathBuf; 5] {
        [SLED_NEW, ABOUT, ABOUT_NEW, MARK, LOCK].map(|name| self.directory.join(name))
    }

    /// Looks what is there. Creates nothing. What somebody else is founding meanwhile is waited for: half of it looks like nothing of ours.
    pub(super) fn look(&self) -> Result<Ground, StoreFault> {
        for _ in 0..LOOKS {
            match self.look_now() {
                Err(StoreFault::NotAStore { .. }) if self.is_held() => std::thread::sleep(BETWEEN_LOOKS),
                // They may have been done between that look and the question who holds the lock.
                Err(StoreFault::NotAStore { .. }) => break,
                found => return found,
            }
        }
        self.look_now()
    }

    /// The same for whoever holds the lock: nobody else changes it meanwhile.
    pub(super) fn look_now(&self) -> Result<Ground, StoreFault> {
        let not_a_store = || StoreFault::NotAStore { path: self.directory.clone() };
        let entries = match fs::read_dir(&self.directory) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Ground::Bare),
            Err(error) if error.kind() == io::ErrorKind::NotADirectory => return Err(not_a_store()),
            entries => entries.at(&self.directory)?,
        };
        let (mut built, mut foreign) = (false, false);
        for entry in entries {
            let name = entry.at(&self.directory)?.file_name();
            built |= name == SLED;
            foreign |= ![SLED, SLED_NEW, ABOUT, ABOUT_NEW, LOCK, MARK, COPIES, OUTBOX].iter().any(|known| name == *known);
        }
        match (built, foreign) {
            (true, _) => self.read_about().map(Ground::Built),
            (false, true) => Err(not_a_store()),
            // A store would be founded over it.
            (false, false) if left_in(self)? == Leftovers::Foreign => Err(not_a_store()),
            (false, false) => Ok(Ground::Bare),
        }
    }

    /// Whether somebody holds the lock.
    fn is_held(&self) -> bool {
        fs::File::open(self.lock()).is_ok_and(|lock| matches!(lock.try_lock_shared(), Err(fs::TryLockError::WouldBlock)))
    }

    fn read_about(&self) -> Result<About, StoreFault> {
        /// Read first, since a newer format may say the rest in another way.
        #[derive(Deserialize)]
        struct Format {
            format: u32,
        }
        let path = self.about();
        let text = match fs::read_to_string(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(StoreFault::NotAStore { path: self.directory.clone() });
            }
            text => text.at(&path)?,
        };
        let damaged = |error: toml::de::Error| StoreFault::damaged(format!("{ABOUT}: {}", error.message()));
        let Format { format } = toml::from_str(&text).map_err(damaged)?;
        if format > FORMAT {
            return Err(StoreFault::NewerFormat { found: format, known: FORMAT });
        }
        toml::from_str(&text).map_err(damaged)
    }

    /// Writes `store.toml`, whole or not at all.
    pub(super) fn write_about(&self, about: About) -> Result<(), StoreFault> {
        let (new, path) = (self.about_new(), self.about());
        let text = toml::to_string(&about).map_err(|error| StoreFault::damaged(error.to_string()))?;
        match fs::remove_file(&new) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            removed => removed.at(&new)?,
        }
        let mut file = fs::File::create_new(&new).at(&new)?;
        about.access.set_file(&new)?;
        file.write_all(text.as_bytes()).at(&new)?;
        file.sync_all().at(&new)?;
        fs::rename(&new, &path).at(&path)?;
        super::durable::sync_path(&self.directory)
    }

    /// Makes the directory, and those above it that are missing, for the person alone.
    pub(super) fn make(&self) -> Result<(), StoreFault> {
        use std::os::unix::fs::DirBuilderExt as _;
        let missing: Vec<&Path> = self.directory.ancestors().take_while(|above| !above.exists()).collect();
        fs::DirBuilder::new().recursive(true).mode(0o700).create(&self.directory).at(&self.directory)?;
        for made in missing {
            let above = made.parent().filter(|above| !above.as_os_str().is_empty());
            super::durable::sync_path(above.unwrap_or_else(|| Path::new(".")))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place() -> (tempfile::TempDir, Place) {
        let folder = tempfile::tempdir().unwrap();
        let directory = folder.path().join("data/instroom/store");
        (folder, Place { directory })
    }

    #[test]
    fn looking_at_nothing_creates_nothing() {
        let (folder, place) = place();
        assert_eq!(place.look().unwrap(), Ground::Bare);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn what_somebody_is_founding_is_waited_for() {
        let (_folder, place) = place();
        place.make().unwrap();
        fs::create_dir(place.sled_new()).unwrap();
        fs::write(place.sled_new().join("half"), "x").unwrap();
        let held = fs::File::create(place.lock()).unwrap();
        assert!(matches!(place.look(), Err(StoreFault::NotAStore { .. })), "nobody is founding it");
        held.lock().unwrap();
        let about = About { format: FORMAT, access: Access::Private };
        std::thread::scope(|threads| {
            let looked = threads.spawn(|| place.look());
            place.write_about(about).unwrap();
            fs::rename(place.sled_new(), place.sled()).unwrap();
            drop(held);
            assert_eq!(looked.join().unwrap().unwrap(), Ground::Built(about));
        });
    }

    #[test]
    fn leftovers_of_a_founding_are_bare_ground() {
        let (_folder, place) = place();
        place.make().unwrap();
        fs::create_dir(place.sled_new()).unwrap();
        fs::write(place.lock(), "").unwrap();
        place.write_about(About { format: FORMAT, access: Access::Private }).unwrap();
        assert_eq!(place.look().unwrap(), Ground::Bare);
        fs::rename(place.sled_new(), place.sled()).unwrap();
        assert_eq!(place.look().unwrap(), Ground::Built(About { format: FORMAT, access: Access::Private }));
    }

    #[test]
    fn something_else_is_refused() {
        let (folder, place) = place();
        fs::create_dir_all(&place.directory).unwrap();
        fs::write(place.directory.join("holiday.jpg"), "").unwrap();
        assert!(matches!(place.look(), Err(StoreFault::NotAStore { path }) if path == place.directory));
        let file = Place { directory: folder.path().join("data/file") };
        fs::write(&file.directory, "").unwrap();
        assert!(matches!(file.look(), Err(StoreFault::NotAStore { .. })));
        let below = Place { directory: file.directory.join("store") };
        assert!(matches!(below.look(), Err(StoreFault::NotAStore { .. })));
    }

    #[test]
    fn an_engine_directory_without_our_word_for_it_is_refused() {
        let (_folder, place) = place();
        fs::create_dir_all(place.sled()).unwrap();
        assert!(matches!(place.look(), Err(StoreFault::NotAStore { .. })));
    }

    #[test]
    fn newer_and_garbled_words_are_told_apart() {
        let (_folder, place) = place();
        fs::create_dir_all(place.sled()).unwrap();
        fs::write(place.about(), "format = 3\nengine = 'another'").unwrap();
        assert!(matches!(place.look(), Err(StoreFault::NewerFormat { found: 3, known: 2 })));
        for text in ["", "format = 1", "format = 1\naccess = \"everybody\"", "format = -1", "\0"] {
            fs::write(place.about(), text).unwrap();
            assert!(matches!(place.look(), Err(StoreFault::Damaged { .. })), "{text:?}");
        }
    }

    #[test]
    fn a_new_directory_is_for_the_person_alone() {
        use std::os::unix::fs::PermissionsExt as _;
        let (_folder, place) = place();
        place.make().unwrap();
        assert_eq!(fs::metadata(&place.directory).unwrap().permissions().mode() & 0o7777, 0o700);
    }
}
