//! A stream of XML of which no single piece can fill the memory.

use std::io::{self, BufRead, Read};

use quick_xml::Reader;
use quick_xml::events::Event;

use super::stop::Stop;
use crate::domain::workbook::Excess;
use crate::world::workbook::fault::excess;

/// The most bytes of one tag or text: 500 times what a cell can hold.
const PIECE_CAP: u64 = 16 << 20;

/// XML, piece by piece.
pub(super) struct Pieces<R> {
    reader: Reader<Bounded<R>>,
}

impl<R: BufRead> Pieces<R> {
    /// At the beginning. `most` bytes are read at all.
    pub(super) fn new(source: R, most: u64) -> Self {
        Self { reader: Reader::from_reader(Bounded { source, piece: PIECE_CAP, most }) }
    }

    /// The next piece.
    ///
    /// # Errors
    /// No well-formed XML, or a piece that is too large.
    pub(super) fn next<'a>(&mut self, buffer: &'a mut Vec<u8>) -> Result<Event<'a>, Stop> {
        buffer.clear();
        self.reader.get_mut().piece = PIECE_CAP;
        match self.reader.read_event_into(buffer) {
            Ok(event) => Ok(event),
            Err(_) if self.reader.get_mut().is_spent() => Err(excess(Excess::Unpacked).into()),
            Err(error) => Err(error.into()),
        }
    }
}

/// A reader that gives up after so many bytes.
struct Bounded<R> {
    source: R,
    piece: u64,
    most: u64,
}

impl<R> Bounded<R> {
    fn is_spent(&self) -> bool {
        self.piece == 0 || self.most == 0
    }
}

impl<R: BufRead> Read for Bounded<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let available = self.fill_buf()?;
        let length = available.len().min(into.len());
        if let (Some(from), Some(to)) = (available.get(..length), into.get_mut(..length)) {
            to.copy_from_slice(from);
        }
        self.consume(length);
        Ok(length)
    }
}

impl<R: BufRead> BufRead for Bounded<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.is_spent() {
            return Err(io::Error::other("more than a workbook needs"));
        }
        self.source.fill_buf()
    }

    fn consume(&mut self, length: usize) {
        self.source.consume(length);
        self.piece = self.piece.saturating_sub(length as u64);
        self.most = self.most.saturating_sub(length as u64);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn end(xml: impl BufRead, most: u64) -> Result<usize, Stop> {
        let (mut pieces, mut buffer) = (Pieces::new(xml, most), Vec::new());
        let mut count = 0;
        loop {
            match pieces.next(&mut buffer)? {
                Event::Eof => return Ok(count),
                _ => count += 1,
            }
        }
    }

    #[test]
    fn a_piece_without_end_is_given_up() {
        assert_eq!(end(&b"<a>b</a>"[..], 100).unwrap(), 3);
        assert!(matches!(end(&b"<a>b</a>"[..], 5), Err(Stop::Read(_))));
        let endless = io::BufReader::new(b"<a>".chain(io::repeat(b'x')));
        assert!(matches!(end(endless, u64::MAX), Err(Stop::Read(crate::domain::workbook::ReadFault::TooComplex { .. }))));
    }
}
