//! What lies in a place where there is no store: what this program leaves of a founding that did not get through, or what is somebody's.

use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

use super::fault::{At as _, StoreFault};
use super::lock::is_begun_tag;
use super::place::{About, Place};
use crate::world::store::mark::is_mark;

/// Longer than any of these files is.
const LONGEST: u64 = 4 * 1024;

/// The least is the one that counts for them all together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Leftovers {
    /// Something there is not of this program, or of another person.
    Foreign,
    /// Something there could be anybody's: an empty file or folder of one of our names, or a file of zeros. Nothing is lost where we write in it.
    Unknown,
    /// Everything there was left by this program for this person.
    Ours,
    /// There is nothing.
    Nothing,
}

/// What it is that lies under our names in a place without a store.
pub(super) fn left_in(place: &Place) -> Result<Leftovers, StoreFault> {
    let found = [
        engine(&place.sled_new())?,
        file(&place.lock(), is_begun_tag)?,
        file(&place.mark(), is_mark)?,
        file(&place.about(), is_about)?,
        file(&place.about_new(), is_begun_about)?,
    ];
    let there = found.into_iter().filter(|left| *left != Leftovers::Nothing);
    // An empty lock beside a founded engine is of that founding; alone it could be anybody's.
    let (least, most) = there.fold((Leftovers::Nothing, Leftovers::Foreign), |(least, most), left| (least.min(left), most.max(left)));
    Ok(if least == Leftovers::Unknown && most == Leftovers::Ours { Leftovers::Ours } else { least })
}

/// Whether it is of this person, and no link: its metadata then.
fn own(path: &Path) -> Result<Option<Option<fs::Metadata>>, StoreFault> {
    match fs::symlink_metadata(path) {
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
        found => Ok(Some(found.at(path).map(|found| Some(found).filter(is_own))?)),
    }
}

/// Whether something belongs to whoever runs this program.
pub(super) fn is_own(about: &fs::Metadata) -> bool {
    about.uid() == rustix::process::geteuid().as_raw()
}

fn file(path: &Path, is_ours: fn(&[u8]) -> bool) -> Result<Leftovers, StoreFault> {
    Ok(match own(path)? {
        None => Leftovers::Nothing,
        Some(Some(about)) if about.is_file() && about.len() <= LONGEST => {
            let bytes = fs::read(path).at(path)?;
            // A power cut can leave room that was never filled.
            let filled = bytes.iter().rposition(|byte| *byte != 0).and_then(|last| bytes.get(..=last));
            match filled {
                None => Leftovers::Unknown,
                Some(filled) if is_ours(filled) => Leftovers::Ours,
                Some(_) => Leftovers::Foreign,
            }
        }
        Some(_) => Leftovers::Foreign,
    })
}

/// The engine's directory, as far as a founding came with it.
fn engine(path: &Path) -> Result<Leftovers, StoreFault> {
    match own(path)? {
        None => return Ok(Leftovers::Nothing),
        Some(Some(about)) if about.is_dir() => {}
        Some(_) => return Ok(Leftovers::Foreign),
    }
    let (mut is_filled, mut has_settings) = (false, false);
    for entry in fs::read_dir(path).at(path)? {
        let entry = entry.at(path)?;
        let (name, kind) = (entry.file_name(), entry.file_type().at(&entry.path())?);
        let name = name.to_string_lossy();
        let is_known =
            (kind.is_file() && (name == "db" || name == "conf" || name.starts_with("snap."))) || (kind.is_dir() && name == "blobs");
        if !is_known {
            return Ok(Leftovers::Foreign);
        }
        has_settings |= name == "conf";
        let path = entry.path();
        is_filled |= if kind.is_dir() { fs::read_dir(&path).at(&path)?.next().is_some() } else { entry.metadata().at(&path)?.len() > 0 };
    }
    Ok(match (has_settings, is_filled) {
        (true, _) => Leftovers::Ours,
        // A power cut can leave the first names of a founding without what was to be in them.
        (false, false) => Leftovers::Unknown,
        (false, true) => Leftovers::Foreign,
    })
}

fn is_about(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok_and(|text| toml::from_str::<About>(text).is_ok())
}

/// It may have been cut off where it was written.
fn is_begun_about(bytes: &[u8]) -> bool {
    const BEGIN: &[u8] = b"format = ";
    bytes.starts_with(BEGIN) || BEGIN.starts_with(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::store::modes::Access;
    use crate::world::store::place::FORMAT;

    fn place() -> (tempfile::TempDir, Place) {
        let folder = tempfile::tempdir().unwrap();
        let place = Place { directory: folder.path().to_owned() };
        (folder, place)
    }

    #[test]
    fn what_could_be_anybodys_is_told_from_what_is_ours() {
        let (_folder, place) = place();
        let left = || left_in(&place).unwrap();
        assert_eq!(left(), Leftovers::Nothing);
        fs::create_dir(place.sled_new()).unwrap();
        for zeros in [0, 85] {
            fs::write(place.lock(), vec![0; zeros]).unwrap();
            assert_eq!(left(), Leftovers::Unknown);
        }
        fs::create_dir(place.sled_new().join("blobs")).unwrap();
        fs::write(place.sled_new().join("db"), "").unwrap();
        assert_eq!(left(), Leftovers::Unknown);
        fs::write(place.sled_new().join("db"), "x").unwrap();
        assert_eq!(left(), Leftovers::Foreign);
        fs::write(place.sled_new().join("db"), "").unwrap();
        place.write_about(About { format: FORMAT, access: Access::Private }).unwrap();
        assert_eq!(left(), Leftovers::Ours);
        fs::write(place.sled_new().join("conf"), "x").unwrap();
        fs::write(place.mark(), "0123456789abcdef0123456789abcdef").unwrap();
        assert_eq!(left(), Leftovers::Ours);
        for (tag, is_ours) in [("{\"who\":\"an", true), ("{\"wh\0\0", true), ("pid 7", false), ("{\"why\":1}", false)] {
            fs::write(place.lock(), tag).unwrap();
            assert_eq!(left() == Leftovers::Ours, is_ours, "{tag}");
        }
    }

    #[test]
    fn links_and_things_of_others_are_foreign() {
        let (folder, place) = place();
        let mine = folder.path().join("mine");
        fs::write(&mine, "").unwrap();
        for path in [place.lock(), place.mark(), place.about(), place.about_new(), place.sled_new()] {
            std::os::unix::fs::symlink(&mine, &path).unwrap();
            assert_eq!(left_in(&place).unwrap(), Leftovers::Foreign, "{}", path.display());
            fs::remove_file(&path).unwrap();
            fs::write(&path, "somebody's").unwrap();
            assert_eq!(left_in(&place).unwrap(), Leftovers::Foreign, "{}", path.display());
            fs::remove_file(&path).unwrap();
        }
        fs::create_dir_all(place.sled_new().join("letters")).unwrap();
        assert_eq!(left_in(&place).unwrap(), Leftovers::Foreign);
    }
}
