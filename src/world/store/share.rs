//! Opening a store to colleagues.

use std::fs;
use std::path::Path;

use rustix::fs::Gid;

use super::durable::sync_directory;
use super::fault::{At as _, StoreFault};
use super::modes::Access;
use super::open::Opened;
use super::place::{About, FORMAT};

/// The list of groups that every system has.
const GROUPS: &str = "/etc/group";

/// The number of a group, given by name or number. A group that is not in the computer's own list
/// is asked of the office's directory service, through `getent`.
pub(super) fn group_number(group: &str) -> Result<Gid, StoreFault> {
    let unknown = || StoreFault::NoSuchGroup { name: group.to_owned() };
    if let Some(number) = number(group) {
        return Ok(number);
    }
    if group.is_empty() || group.contains([':', '\n']) || group.starts_with('-') {
        return Err(unknown());
    }
    let path = Path::new(GROUPS);
    if let Some(found) = listed(&fs::read_to_string(path).at(path)?, group) {
        return Ok(found);
    }
    let asked = std::process::Command::new("getent").args(["group", group]).stdin(std::process::Stdio::null()).output();
    asked.ok().and_then(|answer| listed(&String::from_utf8_lossy(&answer.stdout), group)).ok_or_else(unknown)
}

/// The number of a group in lines of `name:password:number:members` (group(5)).
fn listed(lines: &str, group: &str) -> Option<Gid> {
    lines.lines().find_map(|line| {
        let mut fields = line.split(':');
        (fields.next() == Some(group)).then(|| fields.nth(1).and_then(number)).flatten()
    })
}

fn number(text: &str) -> Option<Gid> {
    // All bits set means "leave as it is" to chown(2), and is no group.
    text.parse().ok().filter(|&number| number != u32::MAX).map(Gid::from_raw)
}

/// Gives everything in the store to the group, then writes down that it is shared: from then on
/// each opening sets its umask accordingly. Doing it again finishes what was cut short.
pub(super) fn share(open: &Opened, group: Gid) -> Result<(), StoreFault> {
    give(&open.place.directory, group)?;
    open.place.write_about(About { format: FORMAT, access: Access::Shared })?;
    give_one(&open.place.about(), group)?;
    sync_directory(&open.place.directory)
}

/// Group before mode: a change of owner takes the setgid bit away. What is neither a file nor a
/// directory was not put there by this program: a link would lead out of the store.
fn give_one(path: &Path, group: Gid) -> Result<(), StoreFault> {
    let kind = fs::symlink_metadata(path).at(path)?;
    if !kind.is_dir() && !kind.is_file() {
        return Ok(());
    }
    rustix::fs::chown(path, None, Some(group)).at(path)?;
    if kind.is_dir() { Access::Shared.set_directory(path) } else { Access::Shared.set_file(path) }
}

fn give(directory: &Path, group: Gid) -> Result<(), StoreFault> {
    give_one(directory, group)?;
    for entry in fs::read_dir(directory).at(directory)? {
        let entry = entry.at(directory)?;
        if entry.file_type().at(&entry.path())?.is_dir() {
            give(&entry.path(), group)?;
        } else {
            give_one(&entry.path(), group)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_found_by_name_and_number() {
        assert_eq!(group_number("0").unwrap(), Gid::ROOT);
        assert_eq!(group_number("root").unwrap(), Gid::ROOT);
        assert_eq!(group_number("1234567").unwrap().as_raw(), 1_234_567);
        for unknown in ["", "-1", "4294967295", "no such group of people", "root:x", "--help"] {
            assert!(matches!(group_number(unknown), Err(StoreFault::NoSuchGroup { name }) if name == unknown), "{unknown:?}");
        }
    }

    #[test]
    fn only_whole_names_count() {
        let lines = "offices:x:5:\noffice:x:70:an,jo\nbroken:x\n";
        assert_eq!(listed(lines, "office").map(Gid::as_raw), Some(70));
        assert_eq!(listed(lines, "off"), None);
        assert_eq!(listed(lines, "broken"), None);
    }
}
