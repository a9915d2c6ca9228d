//! Bytes for a terminal, with what they make of its cursor and its pen.

use std::io::Write as _;

use super::pen::Pen;
use super::picture::Cell;
use super::shift::{Shift, Way};
use super::way::{Short, Spot, shortest};

/// Bytes that were not sent yet, and how the terminal will stand when it has them.
#[derive(Debug, Clone)]
pub(super) struct Print {
    pub(super) bytes: Vec<u8>,
    pub(super) spot: Spot,
    pub(super) pen: Option<Pen>,
    pub(super) width: u16,
    /// The first and last of the lines that scroll, where not all of them do.
    pub(super) scrolling: Option<(u16, u16)>,
}

impl Print {
    /// Goes there by the shortest way. Beyond lines that scroll the ways of terminals part, and a line feed would scroll.
    pub(super) fn go(&mut self, x: u16, y: u16) {
        if self.scrolling.is_some_and(|(top, bottom)| y < top || y > bottom) {
            self.end_scrolling();
        }
        self.bytes.extend_from_slice(shortest(self.spot, x, y).bytes());
        self.spot = Spot::At(x, y);
    }

    /// Writes a cell where the cursor is.
    pub(super) fn put(&mut self, cell: &Cell) {
        if !self.pen.is_some_and(|pen| cell.takes(pen)) {
            self.take(cell.pen);
        }
        cell.print(&mut self.bytes);
        self.spot = match self.spot {
            Spot::At(x, y) if cell.is_sure() && x + cell.width < self.width => Spot::At(x + cell.width, y),
            Spot::At(_, y) if cell.is_sure() => Spot::Behind(y),
            _ => Spot::Unknown,
        };
    }

    /// Takes a pen that erases to the terminal's own ground.
    pub(super) fn take_eraser(&mut self) {
        if !self.erases() {
            self.take(Pen::PLAIN);
        }
    }

    /// Whether what is erased now gets the terminal's own ground, whatever the terminal takes the colour of blanks from.
    pub(super) fn erases(&self) -> bool {
        self.pen.is_some_and(|pen| pen.leaves(Pen::PLAIN))
    }

    /// Takes another pen.
    fn take(&mut self, pen: Pen) {
        Pen::change(self.pen, pen, &mut self.bytes);
        self.pen = Some(pen);
    }

    /// Empties the line from the cursor to its end; the cursor stays.
    pub(super) fn erase_to_end(&mut self) {
        self.take_eraser();
        self.bytes.extend_from_slice(b"\x1b[K");
    }

    /// Empties so many cells from the cursor on; the cursor stays.
    pub(super) fn erase(&mut self, cells: u16) {
        self.take_eraser();
        self.bytes.extend_from_slice(Short::sequence(cells, b'X').bytes());
    }

    /// Empties the screen, whatever was set before.
    pub(super) fn clear(&mut self) {
        self.pen = None;
        self.take(Pen::PLAIN);
        // All lines scroll, the cursor is at home, nothing is on the screen.
        self.bytes.extend_from_slice(b"\x1b[r\x1b[H\x1b[2J");
        self.spot = Spot::At(0, 0);
    }

    /// Moves lines: those of the block scroll, until the cursor leaves it.
    pub(super) fn shift(&mut self, shift: Shift) {
        self.take_eraser();
        // Writing to memory does not fail.
        let _in_memory = write!(self.bytes, "\x1b[{};{}r", shift.top + 1, shift.bottom + 1);
        // That takes the cursor home, if not in every terminal.
        self.spot = Spot::Unknown;
        match (shift.way, shift.by) {
            (Way::Up, 1..=3) => {
                self.go(0, shift.bottom);
                self.bytes.extend(std::iter::repeat_n(b'\n', usize::from(shift.by)));
            }
            (Way::Up, by) => {
                self.go(0, shift.top);
                self.bytes.extend_from_slice(Short::sequence(by, b'M').bytes());
            }
            (Way::Down, 1) => {
                self.go(0, shift.top);
                self.bytes.extend_from_slice(b"\x1bM");
            }
            (Way::Down, by) => {
                self.go(0, shift.top);
                self.bytes.extend_from_slice(Short::sequence(by, b'L').bytes());
            }
        }
        self.scrolling = Some((shift.top, shift.bottom));
    }

    /// All lines scroll again.
    pub(super) fn end_scrolling(&mut self) {
        if self.scrolling.take().is_some() {
            self.bytes.extend_from_slice(b"\x1b[r");
            self.spot = Spot::Unknown;
        }
    }
}
