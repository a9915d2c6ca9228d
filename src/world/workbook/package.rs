//! Packages (zip) before anyone believes them: how many parts, how large unpacked, whole or not.

use std::collections::HashSet;
use std::io::{self, Cursor, Read as _};

use zip::ZipArchive;

use super::fault::{damaged, excess};
use crate::domain::workbook::{Excess, ReadFault};

/// A package in memory.
pub(super) type Archive<'b> = ZipArchive<Cursor<&'b [u8]>>;

/// The most parts. Workbooks with a thousand sheets, pictures and comments have some 5,000.
const PART_CAP: usize = 10_000;

/// The most bytes of a part that describes others: relationships, the list of sheets, styles.
pub(super) const SMALL_CAP: u64 = 64 << 20;

/// The most bytes of a sheet or a table of texts, unpacked: 2 GiB. 1,048,576 rows of 21 columns
/// are some 700 MiB.
pub(super) const LARGE_CAP: u64 = 2 << 30;

/// Signature of the record that ends a package, and the bytes of that record without its comment.
const END: (&[u8], usize) = (b"PK\x05\x06", 22);

/// Opens the directory of a package.
///
/// # Errors
/// Cut off, damaged, too many parts, parts of one name, or parts that need a password.
pub(super) fn open(bytes: &[u8]) -> Result<Archive<'_>, ReadFault> {
    let Some(claimed) = claimed_parts(bytes) else { return Err(ReadFault::TruncatedZip) };
    if claimed > PART_CAP {
        return Err(excess(Excess::Parts));
    }
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if archive.len() > PART_CAP {
        return Err(excess(Excess::Parts));
    }
    let names = names(&archive);
    let distinct: HashSet<&String> = names.iter().collect();
    // Which of two parts of one name is read is a matter of taste, and tastes differ.
    if distinct.len() < archive.len() || archive.has_duplicate_names() {
        return Err(damaged("two parts of the package have one name"));
    }
    for index in 0..archive.len() {
        if archive.by_index_data(index)?.encrypted() {
            return Err(ReadFault::Encrypted);
        }
    }
    Ok(archive)
}

/// How many parts the end record claims; `None` when there is no whole end record.
fn claimed_parts(bytes: &[u8]) -> Option<usize> {
    let (signature, length) = END;
    let tail = bytes.get(bytes.len().saturating_sub(length + usize::from(u16::MAX))..)?;
    let number = |record: &[u8], at: usize| record.get(at..)?.first_chunk().map(|&pair| usize::from(u16::from_le_bytes(pair)));
    (0..tail.len()).rev().find_map(|at| {
        let record = tail.get(at..).filter(|record| record.starts_with(signature))?;
        // Its comment, whose length stands last, has to be there too.
        let comment = number(record, length - 2)?;
        (record.len() >= length + comment).then(|| number(record, 10))?
    })
}

/// Names of the parts as they are compared: lower case, forward slashes.
pub(super) fn names(archive: &Archive<'_>) -> Vec<String> {
    archive.file_names().map(|name| name.map_or_else(|_| String::from("\0"), |name| folded(&name))).collect()
}

fn folded(name: &str) -> String {
    name.trim_start_matches('/').replace('\\', "/").to_ascii_lowercase()
}

/// Place of the part with that name, upper and lower case alike.
pub(super) fn place(archive: &Archive<'_>, name: &str) -> Option<usize> {
    let wanted = folded(name);
    archive.file_names().position(|name| name.is_ok_and(|name| folded(&name) == wanted))
}

/// A small part, unpacked and checked; `None` when there is none of that name.
///
/// # Errors
/// [`Excess::Unpacked`] above [`SMALL_CAP`], or damaged.
pub(super) fn part(archive: &mut Archive<'_>, name: &str) -> Result<Option<Vec<u8>>, ReadFault> {
    let Some(place) = place(archive, name) else { return Ok(None) };
    let mut bytes = Vec::new();
    unpack(archive, place, SMALL_CAP, &mut bytes)?;
    Ok(Some(bytes))
}

/// Unpacks a part into nothing, which checks its size and its checksum: calamine stops reading
/// before the checksum, and believes the declared size.
///
/// # Errors
/// [`Excess::Unpacked`] above the cap, or damaged.
pub(super) fn verify(archive: &mut Archive<'_>, name: &str, cap: u64) -> Result<(), ReadFault> {
    match place(archive, name) {
        Some(place) => unpack(archive, place, cap, &mut io::sink()),
        None => Ok(()),
    }
}

fn unpack(archive: &mut Archive<'_>, place: usize, cap: u64, into: &mut impl io::Write) -> Result<(), ReadFault> {
    let part = archive.by_index(place)?;
    let declared = part.size();
    if declared > cap {
        return Err(excess(Excess::Unpacked));
    }
    let unpacked = io::copy(&mut part.take(cap + 1), into).map_err(damaged)?;
    if unpacked > cap {
        return Err(excess(Excess::Unpacked));
    }
    if unpacked != declared {
        return Err(damaged("a part of the package has another size than it declares"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::workbook::test_books::package;

    #[test]
    fn parts_are_found_whatever_their_case_and_slashes() {
        let bytes = package(&[("xl\\SharedStrings.xml", b"abc")]);
        let mut archive = open(&bytes).unwrap();
        assert_eq!(part(&mut archive, "/xl/sharedStrings.xml").unwrap().as_deref(), Some(&b"abc"[..]));
        assert_eq!(part(&mut archive, "xl/other.xml"), Ok(None));
    }

    #[test]
    fn two_parts_of_one_name_are_damage() {
        let bytes = package(&[("a.xml", b"1"), ("A.xml", b"2")]);
        assert!(matches!(open(&bytes), Err(ReadFault::Damaged { .. })));
    }

    #[test]
    fn too_many_parts_are_refused() {
        let names: Vec<String> = (0..=PART_CAP).map(|number| number.to_string()).collect();
        let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
        assert_eq!(open(&package(&parts)).unwrap_err(), excess(Excess::Parts));
        assert!(open(&package(&parts[..PART_CAP])).is_ok());
    }

    #[test]
    fn a_flipped_bit_and_a_lying_size_are_found() {
        let good = package(&[("a.xml", &[b'x'; 500])]);
        assert_eq!(verify(&mut open(&good).unwrap(), "a.xml", 500), Ok(()));
        assert_eq!(verify(&mut open(&good).unwrap(), "a.xml", 499), Err(excess(Excess::Unpacked)));
        // The checksum stands at 16 and the unpacked size at 24 of the directory's entry.
        let entry = good.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
        for at in [16, 24] {
            let mut bad = good.clone();
            bad[entry + at] ^= 1;
            let fault = verify(&mut open(&bad).unwrap(), "a.xml", 10_000).unwrap_err();
            assert!(matches!(fault, ReadFault::Damaged { .. }), "{at}: {fault:?}");
        }
    }
}
