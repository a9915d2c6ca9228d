//! The part of a package that is being read, as much of it as is in memory: unpacked piece by piece, and in the end held to
//! the size and the checksum that it declares.

use std::io::{self, BufRead, Read};

use zip::read::ZipFile;

use super::super::fault::{damaged, excess};
use super::super::package::{self, Archive, LARGE_CAP};
use crate::domain::workbook::{Excess, ReadFault};

/// How much is unpacked at a time: bytes. A usual row has some 1,500.
const PIECE: usize = 128 * 1024;

/// A part as it unpacks, which ends where it says that it does. Its reader sees to the checksum.
pub(super) struct Unpacking<R> {
    part: R,
    left: u64,
}

impl<R: Read> Unpacking<R> {
    /// A part of that many bytes.
    pub(super) fn new(part: R, size: u64) -> Self {
        Self { part, left: size }
    }
}

impl<R: Read> Read for Unpacking<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.part.read(into)?;
        let left = self.left.checked_sub(read as u64);
        match left {
            Some(left) if read > 0 || left == 0 || into.is_empty() => {
                self.left = left;
                Ok(read)
            }
            _ => Err(io::Error::other("a part of the package has another size than it declares")),
        }
    }
}

/// A stretch of bytes that grows at its end and is let go of at its beginning.
pub(super) struct Window<R> {
    source: R,
    bytes: Vec<u8>,
    from: usize,
    to: usize,
}

/// The window on a part of a package.
pub(super) type PartWindow<'a, 'b> = Window<Unpacking<ZipFile<'a, io::Cursor<&'b [u8]>>>>;

/// Opens a part; `None` where there is none of that name.
///
/// # Errors
/// [`Excess::Unpacked`] where it declares more than 2 GiB, or damaged.
pub(super) fn open<'a, 'b>(archive: &'a mut Archive<'b>, name: &str) -> Result<Option<PartWindow<'a, 'b>>, ReadFault> {
    let Some(place) = package::place(archive, name) else { return Ok(None) };
    let part = archive.by_index(place)?;
    let size = part.size();
    if size > LARGE_CAP {
        return Err(excess(Excess::Unpacked));
    }
    Ok(Some(Window::new(Unpacking::new(part, size))))
}

impl<R: Read> Window<R> {
    /// Nothing of it read yet.
    pub(super) fn new(source: R) -> Self {
        Self { source, bytes: Vec::new(), from: 0, to: 0 }
    }

    /// What is in memory and not passed yet.
    pub(super) fn seen(&self) -> &[u8] {
        self.bytes.get(self.from..self.to).unwrap_or_default()
    }

    /// Lets go of that many bytes.
    pub(super) fn pass(&mut self, bytes: usize) {
        self.from = (self.from + bytes).min(self.to);
    }

    /// Takes in another piece behind what is seen; false where there is none.
    ///
    /// # Errors
    /// Damaged.
    pub(super) fn more(&mut self) -> Result<bool, ReadFault> {
        self.grow().map_err(damaged)
    }

    /// Takes in all that is left, which is of no interest but has to be whole.
    ///
    /// # Errors
    /// Damaged.
    pub(super) fn finish(mut self) -> Result<(), ReadFault> {
        io::copy(&mut self.source, &mut io::sink()).map(drop).map_err(damaged)
    }

    fn grow(&mut self) -> io::Result<bool> {
        if self.from > 0 {
            self.bytes.copy_within(self.from..self.to, 0);
            (self.from, self.to) = (0, self.to - self.from);
        }
        if self.bytes.len() < self.to + PIECE {
            self.bytes.resize(self.to + PIECE, 0);
        }
        let before = self.to;
        while self.to < self.bytes.len() {
            let room = self.bytes.get_mut(self.to..).unwrap_or_default();
            match self.source.read(room) {
                Ok(0) => break,
                Ok(read) => self.to += read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(self.to > before)
    }
}

/// For the reader of events, which goes on where the reader of plain rows has stopped, and the other way round.
impl<R: Read> BufRead for Window<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.from == self.to {
            self.grow()?;
        }
        Ok(self.bytes.get(self.from..self.to).unwrap_or_default())
    }

    fn consume(&mut self, amount: usize) {
        self.pass(amount);
    }
}

impl<R: Read> Read for Window<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(into)?;
        self.consume(read);
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_passed_stays_when_more_comes() {
        let bytes: Vec<u8> = (0..3 * PIECE + 7).map(|at| u8::try_from(at % 251).unwrap()).collect();
        let mut window = Window::new(bytes.as_slice());
        let (mut at, mut pieces) = (0, 0);
        while window.more().unwrap() {
            pieces += 1;
            assert_eq!(window.seen(), &bytes[at..at + window.seen().len()]);
            let passed = window.seen().len() - 5;
            window.pass(passed);
            at += passed;
        }
        assert_eq!((window.seen(), pieces), (&bytes[bytes.len() - 5..], 4));
    }

    #[test]
    fn a_part_that_is_longer_or_shorter_than_it_says_is_damaged() {
        let read = |size| Window::new(Unpacking::new(&b"abcde"[..], size)).finish();
        assert_eq!(read(5), Ok(()));
        for wrong in [4, 6] {
            assert!(matches!(read(wrong), Err(ReadFault::Damaged { .. })), "{wrong}");
        }
    }
}
