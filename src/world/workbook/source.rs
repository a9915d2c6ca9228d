//! A workbook's bytes, taken in once and never read again from their place.

use std::fs::File;
use std::io::Read;
use std::os::unix::fs::FileTypeExt as _;
use std::path::Path;

use rustix::fs::{Mode, OFlags};
use sha2::{Digest as _, Sha256};

use super::format;
use crate::domain::neutral::neutralise;
use crate::domain::workbook::{Format, ReadFault};

/// The most bytes that a workbook may have: 1 GiB. A full sheet of 1,048,576 rows and 21 columns
/// is some 100 MiB as `.xlsx` and 250 MiB as separated text.
pub const SOURCE_CAP: u64 = 1 << 30;

/// The bytes of a workbook with what is known about them before any cell is read.
///
/// The bytes are held in memory, so that what was judged is what is read even where the file is
/// being written to meanwhile.
#[derive(Debug, Clone)]
pub struct Source {
    name: String,
    bytes: Vec<u8>,
    format: Format,
    fingerprint: String,
    modified: Option<jiff::Timestamp>,
}

impl Source {
    /// Takes in a file. It is opened without waiting, the *opened* thing is judged, and it alone
    /// is read: a pipe, a device or a file that changes places in between does no harm.
    ///
    /// # Errors
    /// [`ReadFault`]: not there, a folder, not permitted, not a regular file, empty, larger than
    /// [`SOURCE_CAP`], or by its content no workbook.
    pub fn open(path: &Path) -> Result<Self, ReadFault> {
        let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
        let file = match rustix::fs::open(path, flags, Mode::empty()) {
            Ok(descriptor) => File::from(descriptor),
            // What opening a socket answers.
            Err(rustix::io::Errno::NXIO | rustix::io::Errno::NODEV) => return Err(ReadFault::NotRegular),
            Err(error) => return Err(std::io::Error::from(error).into()),
        };
        let found = file.metadata()?;
        let kind = found.file_type();
        if kind.is_dir() {
            return Err(ReadFault::Directory);
        }
        if !kind.is_file() || kind.is_fifo() {
            return Err(ReadFault::NotRegular);
        }
        if found.len() > SOURCE_CAP {
            return Err(ReadFault::TooLarge { cap: SOURCE_CAP });
        }
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        let mut source = Self::from_reader(&name, file)?;
        source.modified = found.modified().ok().and_then(|time| jiff::Timestamp::try_from(time).ok());
        Ok(source)
    }

    /// Takes in everything a reader gives, such as standard input.
    ///
    /// # Errors
    /// As [`Source::open`], as far as it applies.
    pub fn from_reader(name: &str, reader: impl Read) -> Result<Self, ReadFault> {
        Self::from_bytes(name, take_in(reader, SOURCE_CAP)?)
    }

    /// Takes in bytes that are already there, such as pasted rows.
    ///
    /// # Errors
    /// [`ReadFault`]: empty, larger than [`SOURCE_CAP`], or by their content no workbook.
    pub fn from_bytes(name: &str, bytes: Vec<u8>) -> Result<Self, ReadFault> {
        if bytes.is_empty() {
            return Err(ReadFault::Empty);
        }
        if bytes.len() as u64 > SOURCE_CAP {
            return Err(ReadFault::TooLarge { cap: SOURCE_CAP });
        }
        let format = format::detect(&bytes)?;
        let fingerprint = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Self { name: neutralise(name).into_owned(), bytes, format, fingerprint, modified: None })
    }

    /// Bytes that another process has taken in and judged; they are judged again, but neither named
    /// nor fingerprinted.
    pub(super) fn received(bytes: Vec<u8>) -> Result<Self, ReadFault> {
        let format = format::detect(&bytes)?;
        Ok(Self { name: String::new(), bytes, format, fingerprint: String::new(), modified: None })
    }

    /// Name of the file without its folders, neutralised.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What kind of workbook it is, by its content.
    #[must_use]
    pub fn format(&self) -> Format {
        self.format
    }

    /// SHA-256 of all bytes, as 64 lower-case hexadecimal digits.
    #[must_use]
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// Number of bytes.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.bytes.len() as u64
    }

    /// All bytes, as they were when they were taken in.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// When the file was last changed, where it is a file and the system knows.
    #[must_use]
    pub fn modified(&self) -> Option<jiff::Timestamp> {
        self.modified
    }
}

/// Everything that a reader gives, up to a cap.
fn take_in(reader: impl Read, cap: u64) -> Result<Vec<u8>, ReadFault> {
    let mut bytes = Vec::new();
    reader.take(cap + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > cap { Err(ReadFault::TooLarge { cap }) } else { Ok(bytes) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn fault(path: &Path) -> ReadFault {
        Source::open(path).unwrap_err()
    }

    #[test]
    fn a_file_is_taken_in_with_its_name_size_and_fingerprint() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("kl\u{1b}anten.csv");
        fs::write(&path, "abc").unwrap();
        let source = Source::open(&path).unwrap();
        assert_eq!((source.name(), source.size(), source.format()), ("kl␛anten.csv", 3, Format::Separated));
        assert_eq!(source.fingerprint(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert!(source.modified().is_some());
        // What was taken in stays, whatever happens to the file.
        fs::write(&path, "other").unwrap();
        assert_eq!(source.bytes(), b"abc");
    }

    #[test]
    fn what_is_no_readable_file_is_refused_without_waiting() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        assert_eq!(fault(&at("nothing.xlsx")), ReadFault::NotFound);
        assert_eq!(fault(folder.path()), ReadFault::Directory);
        fs::write(at("empty.xlsx"), "").unwrap();
        assert_eq!(fault(&at("empty.xlsx")), ReadFault::Empty);
        assert_eq!(fault(&at("empty.xlsx").join("below")), ReadFault::NotFound);
        assert_eq!(fault(Path::new("/dev/zero")), ReadFault::NotRegular);
        rustix::fs::mknodat(rustix::fs::CWD, at("pipe"), rustix::fs::FileType::Fifo, Mode::from(0o600), 0).unwrap();
        assert_eq!(fault(&at("pipe")), ReadFault::NotRegular);
        let _socket = std::os::unix::net::UnixListener::bind(at("socket")).unwrap();
        assert_eq!(fault(&at("socket")), ReadFault::NotRegular);
        fs::File::create(at("sparse.xlsx")).unwrap().set_len(SOURCE_CAP + 1).unwrap();
        assert_eq!(fault(&at("sparse.xlsx")), ReadFault::TooLarge { cap: SOURCE_CAP });
    }

    #[test]
    fn an_endless_reader_is_not_read_to_its_end() {
        assert_eq!(take_in(std::io::repeat(b'x'), 1_000), Err(ReadFault::TooLarge { cap: 1_000 }));
        assert_eq!(take_in(&[b'x'; 1_000][..], 1_000).map(|bytes| bytes.len()), Ok(1_000));
        assert_eq!(Source::from_reader("nothing", &b""[..]).unwrap_err(), ReadFault::Empty);
    }
}
