//! The shortest way of the cursor from one cell to another.

use std::cmp::Ordering;

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

/// A few bytes, on the stack: thousands of ways are weighed for one frame.
#[derive(Debug, Clone, Copy)]
pub(super) struct Short {
    bytes: [u8; Self::ROOM],
    length: usize,
}

impl Short {
    /// Room for two sequences with two numbers each.
    const ROOM: usize = 32;

    const NOTHING: Self = Self { bytes: [0; Self::ROOM], length: 0 };

    /// A sequence with one number, which is left out where it is 1.
    pub(super) fn sequence(number: u16, name: u8) -> Self {
        let begun = Self::NOTHING.then(b"\x1b[");
        let numbered = if number == 1 { begun } else { begun.number(number) };
        numbered.then(&[name])
    }

    fn repeated(byte: u8, count: u16) -> Self {
        (0..count).fold(Self::NOTHING, |short, _| short.then(&[byte]))
    }

    /// What follows it. Nothing here is as long as the room.
    fn then(mut self, bytes: &[u8]) -> Self {
        if let Some(room) = self.bytes.get_mut(self.length..self.length + bytes.len()) {
            room.copy_from_slice(bytes);
            self.length += bytes.len();
        }
        self
    }

    fn number(self, number: u16) -> Self {
        let above = number / 10;
        let begun = if above == 0 { self } else { self.number(above) };
        let digit = u8::try_from(number % 10).unwrap_or(0);
        begun.then(&[b'0' + digit])
    }

    /// The shorter of two; the first where they are alike.
    const fn or(self, other: Self) -> Self {
        if other.length < self.length { other } else { self }
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }

    pub(super) const fn len(&self) -> usize {
        self.length
    }
}

/// A control character moves by one; a sequence that moves by several is four bytes long.
const CONTROLS: u16 = 4;

/// The fewest bytes that take the cursor to a cell.
pub(super) fn shortest(from: Spot, x: u16, y: u16) -> Short {
    if from == Spot::At(x, y) {
        return Short::NOTHING;
    }
    let begun = Short::NOTHING.then(b"\x1b[");
    let line = if y == 0 { begun } else { begun.number(y + 1) };
    let absolute = if x == 0 { line } else { line.then(b";").number(x + 1) }.then(b"H");
    let relative = match from {
        Spot::Unknown => return absolute,
        // Back to the first column first, which every terminal understands there.
        Spot::Behind(line) => returned(x).then(vertical(line, y).bytes()),
        Spot::At(column, line) => horizontal(column, x).then(vertical(line, y).bytes()),
    };
    if relative.length < absolute.length { relative } else { absolute }
}

/// To a column by way of the first.
fn returned(x: u16) -> Short {
    let first = Short::repeated(b'\r', 1);
    if x > 0 { first.then(Short::sequence(x, b'C').bytes()) } else { first }
}

fn horizontal(from: u16, to: u16) -> Short {
    let absolute = Short::sequence(to + 1, b'G');
    match to.cmp(&from) {
        Ordering::Equal => Short::NOTHING,
        Ordering::Greater => Short::sequence(to - from, b'C').or(absolute),
        Ordering::Less => {
            let back = returned(to).or(Short::sequence(from - to, b'D')).or(absolute);
            if from - to <= CONTROLS { back.or(Short::repeated(b'\x08', from - to)) } else { back }
        }
    }
}

/// The line feed never scrolls here: the line it goes to is on the screen, and among those that scroll if it leaves one of them.
fn vertical(from: u16, to: u16) -> Short {
    let absolute = Short::sequence(to + 1, b'd');
    match to.cmp(&from) {
        Ordering::Equal => Short::NOTHING,
        Ordering::Greater if to - from <= CONTROLS => Short::repeated(b'\n', to - from),
        Ordering::Greater => Short::sequence(to - from, b'B').or(absolute),
        Ordering::Less => Short::sequence(from - to, b'A').or(absolute),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(from: Spot, x: u16, y: u16) -> String {
        String::from_utf8_lossy(shortest(from, x, y).bytes()).replace('\u{1b}', "^")
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
