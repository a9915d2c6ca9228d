//! The log: what was begun and ended, how long it took, how many, and what failed with its causes. In a file in the folder of
//! what is kept between sessions, for its owner alone, never on the screen and never on standard output.
//!
//! - `book`: the file itself, bounded, and shared by sessions without torn lines
//! - `scribe`: from an event of `tracing` to one masked line: the one place through which every line goes
//! - `deed`: a piece of work that is begun and ended
//! - `level`: how much is logged
//! - `telling`: faults and panics
//!
//! Names of customers are not logged on purpose; numbers, accounts and addresses are masked whatever is logged
//! ([`mask_logged`](crate::domain::mask::mask_logged)). Where no log can be kept, the program goes on without.

mod book;
mod deed;
mod level;
mod scribe;
mod telling;

use std::path::{Path, PathBuf};

use tracing::Dispatch;

use crate::app::log_place::LogPlace;
use crate::domain::neutral::neutralise;
use book::Book;
pub use deed::Deed;
pub use level::Level;
use scribe::Scribe;
pub use telling::{fault, panicked, with_causes};

/// The name of the log in its folder. The one before it has `.1` behind.
pub const FILE: &str = "instroom.log";

/// Most bytes of one file; two are kept.
const MOST: u64 = 2 * 1024 * 1024;

/// Where a person's log is: `instroom` in the state folder of the XDG rules. None where there is no home folder.
#[must_use]
pub fn default_directory() -> Option<PathBuf> {
    use etcetera::BaseStrategy as _;
    Some(etcetera::base_strategy::Xdg::new().ok()?.state_dir()?.join("instroom"))
}

/// Begins the log of this program in a folder, which is made where it is missing, and says in it which program runs where.
pub fn begin(directory: Option<&Path>, level: Level) -> LogPlace {
    let Some(directory) = directory else { return LogPlace::Nowhere };
    let (dispatch, place) = open(directory, level, MOST);
    if let Some(dispatch) = dispatch
        && tracing::dispatcher::set_global_default(dispatch).is_ok()
    {
        let (system, machine) = (std::env::consts::OS, std::env::consts::ARCH);
        let kernel = rustix::system::uname();
        let release = kernel.release().to_string_lossy();
        tracing::info!("instroom {} begins on {system} {machine}, kernel {release}", env!("CARGO_PKG_VERSION"));
    }
    place
}

/// A log in a folder, and where it is.
fn open(directory: &Path, level: Level, most: u64) -> (Option<Dispatch>, LogPlace) {
    let path = directory.join(FILE);
    let shown = shown(&path);
    match Book::open(path, most) {
        Ok(book) => (Some(Dispatch::new(Scribe::new(book, level))), LogPlace::Kept(shown)),
        Err(error) => (None, LogPlace::Refused(shown, neutralise(&error.to_string()).into_owned())),
    }
}

/// A path fit to be shown, with `~` for the home folder: it has to fit the edge of a box.
fn shown(path: &Path) -> String {
    let home = std::env::var_os("HOME").filter(|home| Path::new(home).is_absolute());
    let below = home.as_ref().and_then(|home| path.strip_prefix(home).ok()).map(|below| Path::new("~").join(below));
    neutralise(&below.as_deref().unwrap_or(path).to_string_lossy()).into_owned()
}

#[cfg(test)]
mod tests;
