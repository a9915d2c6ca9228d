//! What stands on a screen, cell by cell.

use ratatui::buffer::CellWidth as _;
use unicode_width::UnicodeWidthChar as _;

use super::pen::Pen;
use super::shift::{self, Shift, Strip};

/// What a cell shows.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Sign {
    /// One character.
    One(char),
    /// Several characters that are one sign: letters with marks above them, flags, families.
    Several(Box<str>),
    /// The rest of a wide sign to its left.
    Covered,
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Cell {
    pub(super) sign: Sign,
    pub(super) pen: Pen,
    /// How many columns it takes; a covered one none.
    pub(super) width: u16,
}

impl Cell {
    /// Nothing, on the terminal's own ground.
    pub(super) const BLANK: Self = Self { sign: Sign::One(' '), pen: Pen::PLAIN, width: 1 };

    /// What ratatui asks for. What has no width of its own is a blank, and so is what would act on the terminal.
    fn new(cell: &ratatui::buffer::Cell) -> Self {
        let pen = Pen { ink: cell.fg, ground: cell.bg, attributes: cell.modifier };
        let symbol = cell.symbol();
        // Nearly every cell of nearly every screen.
        if let [byte @ b'!'..=b'~'] = symbol.as_bytes() {
            return Self { sign: Sign::One(char::from(*byte)), pen, width: 1 };
        }
        let blank = Self { sign: Sign::One(' '), pen: pen.on_blank(), width: 1 };
        if symbol == " " || symbol.contains(char::is_control) {
            return blank;
        }
        let mut characters = symbol.chars();
        match (characters.next(), characters.next(), symbol.cell_width()) {
            (None, _, _) | (_, _, 0) => blank,
            (Some(sign), None, width) => Self { sign: Sign::One(sign), pen, width },
            (Some(_), Some(_), width) => Self { sign: Sign::Several(symbol.into()), pen, width },
        }
    }

    /// Whether nothing can be seen of it but the terminal's own ground.
    pub(super) fn is_blank(&self) -> bool {
        *self == Self::BLANK
    }

    /// Whether any terminal moves on by as many columns for it. How wide others are is a matter of the terminal's age, its font
    /// and its tables.
    pub(super) fn is_sure(&self) -> bool {
        match self.sign {
            Sign::One(' '..='~') => true,
            Sign::One(sign) if is_ideograph(sign) => self.width == 2,
            Sign::One(sign) => self.width == 1 && sign.width() == Some(1) && !is_pictograph(sign),
            Sign::Several(_) | Sign::Covered => false,
        }
    }

    /// Whether terminals may disagree by so much that neighbours are hit: signs of several characters, and pictures.
    pub(super) fn is_rough(&self) -> bool {
        match self.sign {
            Sign::One(sign) => is_pictograph(sign),
            Sign::Several(_) => true,
            Sign::Covered => false,
        }
    }

    /// Whether this cell may be written with that pen as it is.
    pub(super) fn takes(&self, pen: Pen) -> bool {
        self.pen == pen || (self.sign == Sign::One(' ') && pen.leaves(self.pen))
    }

    /// Writes its sign.
    pub(super) fn print(&self, bytes: &mut Vec<u8>) {
        match &self.sign {
            Sign::One(sign) => bytes.extend_from_slice(sign.encode_utf8(&mut [0; 4]).as_bytes()),
            Sign::Several(signs) => bytes.extend_from_slice(signs.as_bytes()),
            Sign::Covered => {}
        }
    }

    /// How many bytes its sign takes.
    pub(super) fn length(&self) -> usize {
        match &self.sign {
            Sign::One(sign) => sign.len_utf8(),
            Sign::Several(signs) => signs.len(),
            Sign::Covered => 0,
        }
    }
}

/// Arrows, weather, pictures: signs that are one column wide in some fonts and two in others.
const fn is_pictograph(sign: char) -> bool {
    matches!(sign, '\u{2300}'..='\u{23ff}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{e000}'..='\u{f8ff}' | '\u{1f000}'..)
}

/// Signs of Chinese, Japanese and Korean that are two columns wide in every table since there is one.
const fn is_ideograph(sign: char) -> bool {
    matches!(sign, '\u{1100}'..='\u{115f}' | '\u{3041}'..='\u{3247}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
}

/// A whole screen. A wide sign is always followed by the cells it covers.
#[derive(Debug, Clone)]
pub(super) struct Picture {
    width: u16,
    height: u16,
    cells: Vec<Cell>,
    /// Each row in strips, where they are known.
    strips: Vec<Vec<Strip>>,
}

impl PartialEq for Picture {
    fn eq(&self, other: &Self) -> bool {
        self.size() == other.size() && self.cells == other.cells
    }
}

impl Eq for Picture {}

impl Picture {
    /// An empty screen.
    pub(super) fn blank(width: u16, height: u16) -> Self {
        let cells = vec![Cell::BLANK; usize::from(width) * usize::from(height)];
        Self { width, height, cells, strips: vec![Vec::new(); usize::from(height)] }
    }

    pub(super) const fn size(&self) -> (u16, u16) {
        (self.width, self.height)
    }

    /// The cells of a row. There are none outside the screen.
    pub(super) fn row(&self, y: u16) -> &[Cell] {
        let width = usize::from(self.width);
        self.cells.get(usize::from(y) * width..).and_then(|rest| rest.get(..width)).unwrap_or_default()
    }

    fn row_mut(&mut self, y: u16) -> &mut [Cell] {
        if let Some(strips) = self.strips.get_mut(usize::from(y)) {
            strips.clear();
        }
        let width = usize::from(self.width);
        self.cells.get_mut(usize::from(y) * width..).and_then(|rest| rest.get_mut(..width)).unwrap_or_default()
    }

    /// Puts a cell. Of a wide sign that it hits, nothing is left, as in a terminal; one without room is left out.
    /// Says behind which column the next cell begins.
    pub(super) fn put(&mut self, x: u16, y: u16, cell: &ratatui::buffer::Cell) -> u16 {
        let cell = Cell::new(cell);
        let width = cell.width;
        let row = self.row_mut(y);
        let from = usize::from(x);
        let to = from + usize::from(width);
        if to > row.len() {
            if let Some(last) = row.get_mut(from) {
                *last = Cell::BLANK;
            }
            return x.saturating_add(1);
        }
        unhalve(row, from);
        unhalve(row, to);
        for (place, covered) in row.iter_mut().enumerate().take(to).skip(from) {
            *covered = if place == from { cell.clone() } else { Cell { sign: Sign::Covered, pen: cell.pen, width: 0 } };
        }
        x + width
    }

    /// Puts a whole row. What it held is gone, so that nothing has to be halved.
    pub(super) fn put_line(&mut self, y: u16, line: &[ratatui::buffer::Cell]) {
        let mut covered = 0;
        let mut pen = Pen::PLAIN;
        let room = usize::from(self.width);
        for (x, (cell, asked)) in self.row_mut(y).iter_mut().zip(line).enumerate() {
            if covered > 0 {
                covered -= 1;
                *cell = Cell { sign: Sign::Covered, pen, width: 0 };
                continue;
            }
            *cell = Cell::new(asked);
            if x + usize::from(cell.width) > room {
                *cell = Cell::BLANK;
            }
            (covered, pen) = (cell.width.saturating_sub(1), cell.pen);
        }
    }

    /// Empties cells of a row.
    pub(super) fn erase(&mut self, y: u16, columns: std::ops::Range<u16>) {
        let row = self.row_mut(y);
        let (from, to) = (usize::from(columns.start).min(row.len()), usize::from(columns.end).min(row.len()));
        if from >= to {
            return;
        }
        unhalve(row, from);
        unhalve(row, to);
        if let Some(part) = row.get_mut(from..to) {
            part.fill(Cell::BLANK);
        }
    }

    /// Empties everything.
    pub(super) fn clear(&mut self) {
        self.cells.fill(Cell::BLANK);
        self.strips.iter_mut().for_each(Vec::clear);
    }

    /// Sees to it that the strips of these rows are known: they stay so until something is put there.
    pub(super) fn cut_up(&mut self, rows: &[u16]) {
        for y in rows {
            let mut strips = self.strips.get_mut(usize::from(*y)).map(std::mem::take).unwrap_or_default();
            if strips.is_empty() {
                shift::cut_up(self.row(*y), &mut strips);
            }
            if let Some(known) = self.strips.get_mut(usize::from(*y)) {
                *known = strips;
            }
        }
    }

    /// The strips of a row, if they are known.
    pub(super) fn strips(&self, y: u16) -> &[Strip] {
        self.strips.get(usize::from(y)).map(Vec::as_slice).unwrap_or_default()
    }

    /// The rows that are others in another picture of the same size, among those that were touched there.
    pub(super) fn others(&self, other: &Self, touched: &[bool]) -> Vec<u16> {
        let rows = (0..self.height).zip(touched).filter(|(_, touched)| **touched).map(|(y, _)| y);
        rows.filter(|y| self.row(*y) != other.row(*y)).collect()
    }

    /// Becomes like another picture in these rows.
    pub(super) fn follow(&mut self, other: &Self, rows: &[u16]) {
        for y in rows {
            self.row_mut(*y).clone_from_slice(other.row(*y));
            if let Some(strips) = self.strips.get_mut(usize::from(*y)) {
                strips.extend_from_slice(other.strips(*y));
            }
        }
    }

    /// The picture after its lines have moved.
    pub(super) fn shifted(&self, shift: Shift) -> Self {
        let mut shifted = self.clone();
        for y in shift.lines() {
            let from = shift.comes_from(y);
            let row = shifted.row_mut(y);
            match from {
                Some(from) => row.clone_from_slice(self.row(from)),
                None => row.fill(Cell::BLANK),
            }
        }
        shifted
    }
}

/// Makes blanks of a wide sign that has one part on each side of a place.
fn unhalve(row: &mut [Cell], place: usize) {
    if row.get(place).is_none_or(|cell| cell.sign != Sign::Covered) {
        return;
    }
    let begins = row.get(..place).and_then(|before| before.iter().rposition(|cell| cell.sign != Sign::Covered)).unwrap_or(0);
    let ends = (place..row.len()).find(|at| row.get(*at).is_none_or(|cell| cell.sign != Sign::Covered)).unwrap_or(row.len());
    if let Some(part) = row.get_mut(begins..ends) {
        part.fill(Cell::BLANK);
    }
}
