//! The new package: parts that were not touched are copied as they are packed, the others are packed
//! beside them as they are made and put in their place.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, BufWriter, Write};
use std::path::Path;

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::stop::Stop;
use crate::domain::correction::Obstacle;
use crate::world::workbook::package::{self, Archive};

/// Halfway between small and quick: sheets pack well at any rate.
const PACKING: i64 = 3;

/// New content on its way into a package.
pub(super) type Packing = ZipWriter<BufWriter<File>>;

/// Parts that differ from the original's.
pub(super) struct Assembly {
    made: Packing,
    /// Places of parts in the original, with the number under which their new content was made;
    /// none where they are left out.
    instead: BTreeMap<usize, Option<usize>>,
    /// New parts.
    new: Vec<(String, usize)>,
    count: usize,
}

impl Assembly {
    /// Nothing differs yet. New content is kept in a nameless file in the folder.
    pub(super) fn new(folder: &Path) -> Result<Self, Stop> {
        let file = tempfile::tempfile_in(folder)?;
        Ok(Self { made: ZipWriter::new(BufWriter::new(file)), instead: BTreeMap::new(), new: Vec::new(), count: 0 })
    }

    /// Begins the new content of a part, in the place of the one that is there or behind all others.
    pub(super) fn begin<'s>(&'s mut self, archive: &Archive<'_>, part: &str) -> Result<&'s mut Packing, Stop> {
        let options = SimpleFileOptions::default().compression_level(Some(PACKING));
        self.made.start_file(self.count.to_string(), options).map_err(Stop::writing)?;
        match package::place(archive, part) {
            Some(place) => {
                self.instead.insert(place, Some(self.count));
            }
            None => self.new.push((part.to_owned(), self.count)),
        }
        self.count += 1;
        Ok(&mut self.made)
    }

    /// The whole new content of a part.
    pub(super) fn put(&mut self, archive: &Archive<'_>, part: &str, bytes: &[u8]) -> Result<(), Stop> {
        self.begin(archive, part)?.write_all(bytes)?;
        Ok(())
    }

    /// Leaves a part out.
    pub(super) fn leave_out(&mut self, archive: &Archive<'_>, part: &str) {
        if let Some(place) = package::place(archive, part) {
            self.instead.insert(place, None);
        }
    }

    /// A name of that shape that no part has: `before`, a number, `behind`.
    pub(super) fn free_name(&self, archive: &Archive<'_>, before: &str, behind: &str) -> Result<String, Stop> {
        let names = package::names(archive);
        let taken = |name: &str| {
            let name = name.to_ascii_lowercase();
            names.contains(&name) || self.new.iter().any(|(new, _)| new.to_ascii_lowercase() == name)
        };
        // There are fewer parts than numbers.
        (1..=names.len() + self.new.len() + 1)
            .map(|number| format!("{before}{number}{behind}"))
            .find(|name| !taken(name))
            .ok_or_else(|| Obstacle::Unknown.into())
    }

    /// Writes the package.
    pub(super) fn write(self, archive: &mut Archive<'_>, into: &mut File) -> Result<(), Stop> {
        let file = self.made.finish().map_err(Stop::writing)?.into_inner().map_err(|error| Stop::Write(error.into_error()))?;
        let mut made = ZipArchive::new(BufReader::new(file)).map_err(Stop::writing)?;
        let mut package = ZipWriter::new(BufWriter::new(into));
        for place in 0..archive.len() {
            match self.instead.get(&place) {
                None => package.raw_copy_file(archive.by_index_raw(place)?).map_err(Stop::writing)?,
                Some(None) => {}
                Some(Some(number)) => {
                    let name = archive.by_index_raw(place)?.name()?.into_owned();
                    copy(&mut made, *number, &mut package, &name)?;
                }
            }
        }
        for (name, number) in &self.new {
            copy(&mut made, *number, &mut package, name)?;
        }
        package.finish().map_err(Stop::writing)?.flush()?;
        Ok(())
    }
}

fn copy(
    made: &mut ZipArchive<BufReader<File>>,
    number: usize,
    package: &mut ZipWriter<impl Write + std::io::Seek>,
    name: &str,
) -> Result<(), Stop> {
    let place = made.index_for_name(&number.to_string()).ok_or(Obstacle::Unknown)?;
    let part = made.by_index_raw(place).map_err(Stop::writing)?;
    package.raw_copy_file_rename(part, name).map_err(Stop::writing)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::workbook::test_books::package as packed;
    use std::io::{Read as _, Seek as _};

    #[test]
    fn parts_are_copied_replaced_left_out_and_added_in_their_order() {
        let bytes = packed(&[("[Content_Types].xml", b"old"), ("xl/A.xml", &[7; 3_000]), ("xl/gone.xml", b"x"), ("xl/b1.xml", b"b")]);
        let mut archive = package::open(&bytes).unwrap();
        let mut assembly = Assembly::new(&std::env::temp_dir()).unwrap();
        assert_eq!(assembly.free_name(&archive, "xl/b", ".xml").unwrap(), "xl/b2.xml");
        assembly.put(&archive, "xl/b2.xml", b"new part").unwrap();
        assert_eq!(assembly.free_name(&archive, "xl/b", ".xml").unwrap(), "xl/b3.xml");
        assembly.put(&archive, "[content_types].xml", b"new").unwrap();
        assembly.leave_out(&archive, "xl/gone.xml");
        let mut file = tempfile::tempfile().unwrap();
        assembly.write(&mut archive, &mut file).unwrap();
        file.rewind().unwrap();
        let mut copy = ZipArchive::new(file).unwrap();
        let mut parts = Vec::new();
        for place in 0..copy.len() {
            let mut part = copy.by_index(place).unwrap();
            let mut content = Vec::new();
            part.read_to_end(&mut content).unwrap();
            parts.push((part.name().unwrap().into_owned(), content));
        }
        let named: Vec<(&str, &[u8])> = parts.iter().map(|(name, content)| (name.as_str(), content.as_slice())).collect();
        assert_eq!(
            named,
            [("[Content_Types].xml", &b"new"[..]), ("xl/A.xml", &[7; 3_000]), ("xl/b1.xml", b"b"), ("xl/b2.xml", b"new part")]
        );
    }
}
