//! How a store lies on the disk.

use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

use super::copies::{StoreCopy, list, size};
use super::fault::{At as _, StoreFault};
use super::modes::Access;
use super::place::{Ground, Place};

/// The list of groups that every system has.
const GROUPS: &str = "/etc/group";

/// How a store lies on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Format of its directory.
    pub format: u32,
    /// The group that it is shared with, by name where that is known; none where it is for one person.
    pub group: Option<String>,
    /// What the files of the store take, without its copies.
    pub bytes: u64,
    /// Its copies, newest first.
    pub copies: Vec<StoreCopy>,
}

/// How the store of a place lies; none where there is none.
pub(super) fn standing(place: &Place) -> Result<Option<Standing>, StoreFault> {
    let Ground::Built(about) = place.look()? else { return Ok(None) };
    let group = match about.access {
        Access::Private => None,
        Access::Shared => Some(group_of(&place.directory)?),
    };
    let copied = if place.copies().is_dir() { size(&place.copies())? } else { 0 };
    let bytes = size(&place.directory)?.saturating_sub(copied);
    Ok(Some(Standing { format: about.format, group, bytes, copies: list(place)? }))
}

fn group_of(directory: &Path) -> Result<String, StoreFault> {
    let number = std::fs::metadata(directory).at(directory)?.gid();
    let groups = std::fs::read_to_string(GROUPS).unwrap_or_default();
    let named = groups.lines().find_map(|line| {
        let mut fields = line.split(':');
        let (name, found) = (fields.next()?, fields.nth(1)?);
        (found.parse() == Ok(number)).then(|| name.to_owned())
    });
    Ok(named.unwrap_or_else(|| number.to_string()))
}
