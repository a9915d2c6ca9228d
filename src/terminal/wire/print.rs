//! Bytes for a terminal, with what they make of its cursor and its pen.

use std::io::Write as _;

use super::pen::Pen;
use super::picture::Cell;
use super::shift::{Shift, Way};

/// Where the terminal's cursor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spot {
    /// In this column of this line.
    At(u16, u16),
    /// Behind the last column of this line: terminals differ in what they call that place.
    Behind(u16),
    /// Nobody knows.
    Unknown,
}

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
        let way = shortest(self.spot, x, y);
        self.bytes.extend_from_slice(&way);
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
        sequence(&mut self.bytes, cells, b'X');
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
                sequence(&mut self.bytes, by, b'M');
            }
            (Way::Down, 1) => {
                self.go(0, shift.top);
                self.bytes.extend_from_slice(b"\x1bM");
            }
            (Way::Down, by) => {
                self.go(0, shift.top);
                sequence(&mut self.bytes, by, b'L');
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

/// A sequence with one number, which is left out where it is 1.
fn sequence(bytes: &mut Vec<u8>, number: u16, name: u8) {
    // Writing to memory does not fail.
    let _in_memory = match number {
        1 => bytes.write_all(b"\x1b["),
        _ => write!(bytes, "\x1b[{number}"),
    };
    bytes.push(name);
}

fn sequenced(number: u16, name: u8) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(6);
    sequence(&mut bytes, number, name);
    bytes
}

/// The fewest bytes that take the cursor to a cell.
pub(super) fn shortest(from: Spot, x: u16, y: u16) -> Vec<u8> {
    let mut absolute = Vec::with_capacity(10);
    // Writing to memory does not fail.
    let _in_memory = match (x, y) {
        (0, 0) => absolute.write_all(b"\x1b[H"),
        (0, _) => write!(absolute, "\x1b[{}H", y + 1),
        (_, 0) => write!(absolute, "\x1b[;{}H", x + 1),
        _ => write!(absolute, "\x1b[{};{}H", y + 1, x + 1),
    };
    let relative = match from {
        Spot::Unknown => return absolute,
        // Back to the first column first, which every terminal understands there.
        Spot::Behind(line) => [returned(x), vertical(line, y)].concat(),
        Spot::At(column, line) => [horizontal(column, x), vertical(line, y)].concat(),
    };
    if relative.len() < absolute.len() { relative } else { absolute }
}

/// To a column by way of the first.
fn returned(x: u16) -> Vec<u8> {
    let mut bytes = vec![b'\r'];
    if x > 0 {
        sequence(&mut bytes, x, b'C');
    }
    bytes
}

fn horizontal(from: u16, to: u16) -> Vec<u8> {
    let ways = match to.cmp(&from) {
        std::cmp::Ordering::Equal => return Vec::new(),
        std::cmp::Ordering::Greater => vec![sequenced(to - from, b'C'), sequenced(to + 1, b'G')],
        std::cmp::Ordering::Less => {
            vec![returned(to), sequenced(from - to, b'D'), sequenced(to + 1, b'G'), vec![b'\x08'; usize::from(from - to)]]
        }
    };
    shorter(ways)
}

/// The line feed never scrolls here: the line it goes to is on the screen.
fn vertical(from: u16, to: u16) -> Vec<u8> {
    match to.cmp(&from) {
        std::cmp::Ordering::Equal => Vec::new(),
        std::cmp::Ordering::Greater => {
            shorter(vec![vec![b'\n'; usize::from(to - from)], sequenced(to - from, b'B'), sequenced(to + 1, b'd')])
        }
        std::cmp::Ordering::Less => shorter(vec![sequenced(from - to, b'A'), sequenced(to + 1, b'd')]),
    }
}

/// The first of the shortest.
fn shorter(ways: Vec<Vec<u8>>) -> Vec<u8> {
    ways.into_iter().min_by_key(Vec::len).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(from: Spot, x: u16, y: u16) -> String {
        String::from_utf8(shortest(from, x, y)).unwrap().replace('\u{1b}', "^")
    }

    #[test]
    fn the_cursor_takes_the_shortest_way() {
        let at = Spot::At(10, 10);
        let ways = [
            (10, 10, ""),
            (0, 10, "\r"),
            (9, 10, "\u{8}"),
            (7, 10, "\u{8}\u{8}\u{8}"),
            (5, 10, "^[5D"),
            (11, 10, "^[C"),
            (14, 10, "^[4C"),
            (1, 10, "\r^[C"),
            (0, 11, "\r\n"),
            (10, 11, "\n"),
            (10, 9, "^[A"),
            (0, 9, "\r^[A"),
            (0, 0, "^[H"),
            (0, 20, "^[21H"),
            (10, 20, "^[10B"),
            (40, 3, "^[4;41H"),
            (40, 0, "^[;41H"),
        ];
        for (x, y, expected) in ways {
            assert_eq!(way(at, x, y), expected, "{x} {y}");
        }
        assert_eq!(way(Spot::At(10, 15), 10, 3), "^[4d");
        assert_eq!(way(Spot::Unknown, 0, 1), "^[2H");
        assert_eq!(way(Spot::Behind(4), 0, 5), "\r\n");
        assert_eq!(way(Spot::Behind(4), 3, 4), "\r^[3C");
        assert_eq!(way(Spot::Behind(4), 30, 4), "\r^[30C");
    }
}
