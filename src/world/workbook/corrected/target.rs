//! The file of the copy: whole or not at all, never the original, read by nobody but its owner.

use std::fs::File;
use std::path::{Path, PathBuf};

use super::WriteFault;
use crate::world::unnamed::Unnamed;
use crate::world::whole_file::{folder_of, is_no_file, is_same_file};
use crate::world::workbook::template::Existing;

/// The file in the making.
pub(super) struct Target<'p> {
    path: &'p Path,
    folder: PathBuf,
    existing: Existing,
    file: Unnamed,
}

impl<'p> Target<'p> {
    /// Begins the file, in the folder of the copy.
    pub(super) fn begin(path: &'p Path, original: Option<&Path>, existing: Existing) -> Result<Self, WriteFault> {
        if original.is_some_and(|original| is_same_file(path, original)) {
            return Err(WriteFault::Original { path: path.to_owned() });
        }
        if existing == Existing::Keep && path.symlink_metadata().is_ok() {
            return Err(WriteFault::Exists { path: path.to_owned() });
        }
        if is_no_file(path) {
            return Err(WriteFault::NoFile { path: path.to_owned() });
        }
        let folder = folder_of(path).to_owned();
        let file = Unnamed::begin(&folder, 0o600).map_err(|source| WriteFault::Folder { folder: folder.clone(), source })?;
        Ok(Self { path, folder, existing, file })
    }

    /// The folder.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// What is written to.
    pub(super) fn file(&mut self) -> &mut File {
        self.file.file()
    }

    /// Gives the file its name.
    pub(super) fn name(self) -> Result<(), WriteFault> {
        let in_file = |source| WriteFault::File { path: self.path.to_owned(), source };
        match self.file.name(self.path, self.existing) {
            Err(error) if self.existing == Existing::Keep && error.kind() == std::io::ErrorKind::AlreadyExists => {
                Err(WriteFault::Exists { path: self.path.to_owned() })
            }
            named => named.map_err(in_file),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    #[test]
    fn the_original_is_known_by_any_name() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("a.xlsx"), "original").unwrap();
        fs::create_dir(at("in")).unwrap();
        symlink(at("a.xlsx"), at("link.xlsx")).unwrap();
        symlink(folder.path(), at("in/up")).unwrap();
        fs::hard_link(at("a.xlsx"), at("hard.xlsx")).unwrap();
        for name in ["a.xlsx", "./a.xlsx", "in/../a.xlsx", "in/up/a.xlsx", "link.xlsx", "hard.xlsx"] {
            let path = at(name);
            let begun = Target::begin(&path, Some(&at("a.xlsx")), Existing::Replace);
            assert!(matches!(begun, Err(WriteFault::Original { .. })), "{name}");
        }
        let (other, gone) = (at("b.xlsx"), at("in/up/a.xlsx"));
        assert!(Target::begin(&other, Some(&at("a.xlsx")), Existing::Keep).is_ok());
        fs::remove_file(at("a.xlsx")).unwrap();
        assert!(matches!(Target::begin(&gone, Some(&at("a.xlsx")), Existing::Keep), Err(WriteFault::Original { .. })));
    }

    #[test]
    fn a_pipe_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("pipe.xlsx");
        rustix::fs::mknodat(rustix::fs::CWD, &path, rustix::fs::FileType::Fifo, rustix::fs::Mode::from(0o600), 0).unwrap();
        assert!(matches!(Target::begin(&path, None, Existing::Replace), Err(WriteFault::NoFile { .. })));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_file_that_is_there_stays_or_is_replaced_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("b.xlsx");
        fs::write(&path, "there").unwrap();
        assert!(matches!(Target::begin(&path, None, Existing::Keep), Err(WriteFault::Exists { .. })));
        let mut target = Target::begin(&path, None, Existing::Replace).unwrap();
        std::io::Write::write_all(target.file(), b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"there");
        target.name().unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        // One that is given up leaves nothing behind.
        drop(Target::begin(&path, None, Existing::Replace).unwrap());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        // One that appears in the meantime is kept.
        fs::remove_file(&path).unwrap();
        let target = Target::begin(&path, None, Existing::Keep).unwrap();
        fs::write(&path, "first").unwrap();
        assert!(matches!(target.name(), Err(WriteFault::Exists { .. })));
        assert_eq!(fs::read(&path).unwrap(), b"first");
    }
}
