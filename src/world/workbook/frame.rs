//! What the reading process and its parent say to each other.
//!
//! To the process: the task (a frame), then the bytes of the workbook, and where it has asked, which
//! sheet is wanted whole (a frame). From it: frames, the last of which is [`Message::Finished`]. A
//! frame is one byte of kind, four of length and its content. Cells are packed by hand, since there
//! are millions of them: how many, then where each stands, what it is and how long its text, then all
//! their texts. All else is MessagePack.

use std::io::{self, Read, Write};

use serde::de::DeserializeOwned;

use super::intake::Step;
use crate::domain::sheet::CellKind;
use crate::domain::workbook::{Notes, ReadFault, ReadProgress, Visibility};
use crate::world::spent::Usage;

/// The most bytes of a frame. Cells go out long before: one has some 400 KiB at most.
const FRAME_CAP: u32 = 4 << 20;

/// When packed cells go out: bytes of their places or of their texts.
const PACKED_ENOUGH: usize = 64 * 1024;

/// Bytes of the place of a cell: row, length of its text, column, kind.
const PLACE: usize = 4 + 4 + 2 + 1;

/// Kinds of frame.
const CELLS: u8 = 1;
const MESSAGE: u8 = 2;

/// Everything but cells.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub(super) enum Message {
    /// The cells that follow belong to this sheet.
    Sheet { name: String, visibility: Visibility },
    /// This sheet cannot be read further.
    SheetFault(ReadFault),
    /// How far it is.
    Progress(ReadProgress),
    /// Every sheet has been outlined: which one is wanted whole? It waits for the place, or none.
    Outlined,
    /// What the process has taken, just before its end.
    Spent(Usage),
    /// Nothing more follows.
    Finished(Result<Notes, ReadFault>),
}

/// What the reading process says, decoded.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Frame {
    /// Packed cells.
    Cells(Vec<u8>),
    /// Anything else.
    Message(Message),
}

/// Writes a value as a frame.
pub(super) fn write(output: &mut impl Write, value: &impl serde::Serialize) -> io::Result<()> {
    let content = rmp_serde::to_vec(value).map_err(io::Error::other)?;
    write_frame(output, MESSAGE, &content)
}

fn write_frame(output: &mut impl Write, kind: u8, content: &[u8]) -> io::Result<()> {
    let length = u32::try_from(content.len()).map_err(io::Error::other)?;
    output.write_all(&[kind])?;
    output.write_all(&length.to_le_bytes())?;
    output.write_all(content)
}

fn read_frame(input: &mut impl Read) -> io::Result<(u8, Vec<u8>)> {
    let (mut kind, mut length) = ([0], [0; 4]);
    input.read_exact(&mut kind)?;
    input.read_exact(&mut length)?;
    let length = u32::from_le_bytes(length);
    if length > FRAME_CAP {
        return Err(io::Error::other("a frame that is too long"));
    }
    let mut content = vec![0; length as usize];
    input.read_exact(&mut content)?;
    let [kind] = kind;
    Ok((kind, content))
}

/// Reads a value that was written as a frame.
pub(super) fn read<T: DeserializeOwned>(input: &mut impl Read) -> io::Result<T> {
    let (_, content) = read_frame(input)?;
    rmp_serde::from_slice(&content).map_err(io::Error::other)
}

/// Reads the next frame of the reading process.
pub(super) fn next(input: &mut impl Read) -> io::Result<Frame> {
    match read_frame(input)? {
        (CELLS, packed) => Ok(Frame::Cells(packed)),
        (_, content) => rmp_serde::from_slice(&content).map(Frame::Message).map_err(io::Error::other),
    }
}

/// Turns steps into frames.
pub(super) struct StepWriter<W: Write> {
    output: W,
    places: Vec<u8>,
    texts: Vec<u8>,
}

impl<W: Write> StepWriter<W> {
    /// Writes to that output.
    pub(super) fn new(output: W) -> Self {
        Self { output, places: Vec::with_capacity(2 * PACKED_ENOUGH), texts: Vec::with_capacity(2 * PACKED_ENOUGH) }
    }

    /// Writes one step; cells wait until there are enough of them or something else comes.
    pub(super) fn step(&mut self, step: Step<'_>) -> io::Result<()> {
        let message = match step {
            Step::Cell { row, column, kind, text } => {
                let length = u32::try_from(text.len()).map_err(io::Error::other)?;
                let ([r0, r1, r2, r3], [l0, l1, l2, l3], [c0, c1]) = (row.to_le_bytes(), length.to_le_bytes(), column.to_le_bytes());
                let place: [u8; PLACE] = [r0, r1, r2, r3, l0, l1, l2, l3, c0, c1, code(kind)];
                self.places.extend_from_slice(&place);
                self.texts.extend_from_slice(text.as_bytes());
                return if self.texts.len() >= PACKED_ENOUGH || self.places.len() >= PACKED_ENOUGH { self.send_cells() } else { Ok(()) };
            }
            Step::Sheet { name, visibility } => Message::Sheet { name: name.to_owned(), visibility },
            Step::SheetFault(fault) => Message::SheetFault(fault),
            Step::Progress(progress) => Message::Progress(progress),
        };
        self.say(&message)
    }

    /// Asks which of the sheets that were outlined is wanted whole.
    pub(super) fn outlined(&mut self) -> io::Result<()> {
        self.say(&Message::Outlined)
    }

    /// Writes the last messages: what it took, and how it ended.
    pub(super) fn finish(&mut self, end: Result<Notes, ReadFault>, usage: Usage) -> io::Result<()> {
        self.say(&Message::Spent(usage))?;
        self.say(&Message::Finished(end))
    }

    fn say(&mut self, message: &Message) -> io::Result<()> {
        self.send_cells()?;
        write(&mut self.output, message)?;
        self.output.flush()
    }

    fn send_cells(&mut self) -> io::Result<()> {
        if self.places.is_empty() {
            return Ok(());
        }
        let count = u32::try_from(self.places.len() / PLACE).map_err(io::Error::other)?.to_le_bytes();
        let length = u32::try_from(count.len() + self.places.len() + self.texts.len()).map_err(io::Error::other)?;
        self.output.write_all(&[CELLS])?;
        self.output.write_all(&length.to_le_bytes())?;
        for piece in [&count[..], &self.places, &self.texts] {
            self.output.write_all(piece)?;
        }
        self.places.clear();
        self.texts.clear();
        Ok(())
    }
}

fn code(kind: CellKind) -> u8 {
    match kind {
        CellKind::Text => 0,
        CellKind::Number => 1,
        CellKind::Date => 2,
        CellKind::Bool => 3,
        CellKind::Error => 4,
    }
}

fn kind(code: u8) -> Option<CellKind> {
    [CellKind::Text, CellKind::Number, CellKind::Date, CellKind::Bool, CellKind::Error].get(usize::from(code)).copied()
}

/// Unpacks cells, calling back for each; `None` when they are not packed as they should be.
pub(super) fn unpack<E>(packed: &[u8], mut take: impl FnMut(Step<'_>) -> Result<(), E>) -> Option<Result<(), E>> {
    let (count, packed) = packed.split_first_chunk()?;
    let (places, texts) = packed.split_at_checked((u32::from_le_bytes(*count) as usize).checked_mul(PLACE)?)?;
    let mut texts = std::str::from_utf8(texts).ok()?;
    for place in places.as_chunks::<PLACE>().0 {
        let &[r0, r1, r2, r3, l0, l1, l2, l3, c0, c1, code] = place;
        let (text, behind) = texts.split_at_checked(u32::from_le_bytes([l0, l1, l2, l3]) as usize)?;
        texts = behind;
        let (row, column) = (u32::from_le_bytes([r0, r1, r2, r3]), u16::from_le_bytes([c0, c1]));
        if let Err(error) = take(Step::Cell { row, column, kind: kind(code)?, text }) {
            return Some(Err(error));
        }
    }
    texts.is_empty().then_some(Ok(()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn steps_come_out_as_they_went_in() {
        let progress = ReadProgress { row: 7, done: 7, total: Some(9) };
        let notes = Notes { columns_left_out: 3, ..Notes::default() };
        let mut writer = StepWriter::new(Vec::new());
        writer.step(Step::Sheet { name: "Ünï", visibility: Visibility::Hidden }).unwrap();
        for kind in [CellKind::Text, CellKind::Number, CellKind::Date, CellKind::Bool, CellKind::Error] {
            writer.step(Step::Cell { row: 1_048_576, column: 1_023, kind, text: "é" }).unwrap();
        }
        writer.step(Step::Progress(progress)).unwrap();
        writer.step(Step::SheetFault(ReadFault::UnclosedQuote { line: 3 })).unwrap();
        let usage = Usage { processor: std::time::Duration::new(3, 7), peak: Some(12_345) };
        writer.finish(Ok(notes.clone()), usage).unwrap();

        let mut input = writer.output.as_slice();
        assert_eq!(next(&mut input).unwrap(), Frame::Message(Message::Sheet { name: "Ünï".into(), visibility: Visibility::Hidden }));
        let Frame::Cells(packed) = next(&mut input).unwrap() else { panic!() };
        let mut kinds = Vec::new();
        let unpacked = unpack(&packed, |step| match step {
            Step::Cell { row: 1_048_576, column: 1_023, kind, text: "é" } => {
                kinds.push(kind);
                Ok(())
            }
            other => Err(format!("{other:?}")),
        });
        assert_eq!(unpacked, Some(Ok(())));
        assert_eq!(kinds, [CellKind::Text, CellKind::Number, CellKind::Date, CellKind::Bool, CellKind::Error]);
        assert_eq!(next(&mut input).unwrap(), Frame::Message(Message::Progress(progress)));
        assert_eq!(next(&mut input).unwrap(), Frame::Message(Message::SheetFault(ReadFault::UnclosedQuote { line: 3 })));
        assert_eq!(next(&mut input).unwrap(), Frame::Message(Message::Spent(usage)));
        assert_eq!(next(&mut input).unwrap(), Frame::Message(Message::Finished(Ok(notes))));
        assert!(next(&mut input).is_err());
    }

    #[test]
    fn a_frame_that_claims_too_much_is_refused() {
        assert!(next(&mut &[CELLS, 0xff, 0xff, 0xff, 0xff, 0][..]).is_err());
    }

    proptest! {
        #[test]
        fn nonsense_is_refused_and_never_more_cells_than_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..80)) {
            let mut count = 0;
            let _ = unpack::<()>(&bytes, |_| { count += 1; Ok(()) });
            prop_assert!(count * 11 <= bytes.len());
        }
    }
}
