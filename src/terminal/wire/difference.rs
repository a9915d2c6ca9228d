//! From what a terminal shows to what it is to show, in the fewest bytes.

use super::pen::Pen;
use super::picture::{Cell, Picture, Sign};
use super::print::Print;
use super::shift::Shift;
use super::way::{Spot, shortest};

/// Brings a screen from one picture to another. Moving lines is tried, and kept where it is shorter.
pub(super) fn draw(shown: &Picture, wanted: &Picture, changed: &[u16], print: &mut Print) {
    let mut best: Option<Print> = None;
    let most = |best: &Option<Print>| best.as_ref().map_or(usize::MAX, |best| best.bytes.len());
    for shift in Shift::likely(shown, wanted, changed) {
        let mut tried = print.clone();
        tried.shift(shift);
        let mut moved: Vec<u16> = changed.iter().copied().chain(shift.lines()).collect();
        moved.sort_unstable();
        moved.dedup();
        if lines(wanted, &moved, |y| shift.source(y).map_or(&[], |from| shown.row(from)), &mut tried, most(&best)) {
            tried.end_scrolling();
            if tried.bytes.len() < most(&best) {
                best = Some(tried);
            }
        }
    }
    let is_shorter = lines(wanted, changed, |y| shown.row(y), print, most(&best));
    if let Some(best) = best.filter(|_| !is_shorter) {
        *print = best;
    }
}

/// Draws every one of these lines that differs; a line that was emptied has no cells. False where that takes as much as may be taken at
/// most.
fn lines<'a>(wanted: &'a Picture, of: &[u16], shown: impl Fn(u16) -> &'a [Cell], print: &mut Print, most: usize) -> bool {
    let (width, _) = wanted.size();
    let empty = vec![Cell::BLANK; usize::from(width)];
    for y in of.iter().copied() {
        let (shown, wanted) = (shown(y), wanted.row(y));
        let shown = if shown.is_empty() { empty.as_slice() } else { shown };
        if shown != wanted {
            Line { y, shown, wanted, rough: rough(shown).min(rough(wanted)) }.draw(print);
            if print.bytes.len() >= most {
                return false;
            }
        }
    }
    true
}

/// The first cell from which on terminals may show a line otherwise than thought.
fn rough(cells: &[Cell]) -> usize {
    cells.iter().position(Cell::is_rough).unwrap_or(usize::MAX)
}

/// A line that is to change.
struct Line<'a> {
    y: u16,
    shown: &'a [Cell],
    wanted: &'a [Cell],
    /// From here on the whole line is sent: where a terminal has another idea of a sign's width, that ends with the line.
    rough: usize,
}

impl Line<'_> {
    fn draw(&self, print: &mut Print) {
        let end = self.wanted.iter().rposition(|cell| !cell.is_blank()).map_or(0, |last| last + 1);
        let erased = self.erased(end, print);
        let limit = if erased.is_some() { end } else { self.wanted.len() };
        let mut x = 0;
        while let Some(next) = self.next(x, limit) {
            x = self.part(next, limit, print);
        }
        if let Some(first) = erased {
            match print.spot {
                // What lies between is empty already.
                Spot::At(x, y) if y == self.y && (end..=first).contains(&usize::from(x)) => {}
                _ => print.go(column(first), self.y),
            }
            print.erase_to_end();
        }
    }

    /// Whether a cell has to be sent.
    fn changes(&self, x: usize) -> bool {
        x >= self.rough || self.shown.get(x) != self.wanted.get(x)
    }

    /// The next cell that has to be sent. What a wide sign covers comes with it.
    fn next(&self, from: usize, limit: usize) -> Option<usize> {
        (from..limit).find(|x| self.changes(*x) && self.wanted.get(*x).is_some_and(|cell| cell.sign != Sign::Covered))
    }

    /// The first cell to be emptied behind everything that is seen, where erasing the rest of the line is shorter than blanks.
    fn erased(&self, end: usize, print: &Print) -> Option<usize> {
        let first = (end..self.wanted.len()).find(|x| self.changes(*x))?;
        let last = (first..self.wanted.len()).rev().find(|x| self.changes(*x))?;
        // The pen is taken for granted where the line has something to write; else it may have to be put down.
        let eraser = if print.erases() { 3 } else { 6 };
        (last + 1 - first > eraser).then_some(first)
    }

    /// Sends one cell, or empties several. Says where to go on.
    fn part(&self, x: usize, limit: usize, print: &mut Print) -> usize {
        let Some(cell) = self.wanted.get(x) else { return limit };
        if cell.is_blank() {
            let run = self.wanted.get(x..limit).unwrap_or_default().iter().take_while(|cell| cell.is_blank()).count();
            let last = (x..x + run).rev().find(|at| self.changes(*at)).unwrap_or(x);
            if self.erasing_pays(x, last + 1, limit, print) {
                self.reach(x, print);
                print.erase(column(last + 1 - x));
                return last + 1;
            }
        }
        self.reach(x, print);
        print.put(cell);
        x + usize::from(cell.width).max(1)
    }

    /// Whether blanks are better erased than written: the cursor stays where it is and has to be moved on.
    fn erasing_pays(&self, from: usize, to: usize, limit: usize, print: &Print) -> bool {
        let blanks = to - from;
        let number = |count: usize| {
            if count < 10 {
                4
            } else if count < 100 {
                5
            } else {
                6
            }
        };
        let on = self.next(to, limit).map_or((0, 0), |next| (number(next - from), if next == to { 0 } else { number(next - to) }));
        let eraser = if print.erases() { 0 } else { 3 };
        number(blanks) + on.0 + eraser < blanks + on.1
    }

    /// Takes the cursor to a cell of the line: by a move, or by sending once more what lies between.
    fn reach(&self, x: usize, print: &mut Print) {
        let Some(target) = self.wanted.get(x) else { return };
        // Nearly every cell follows the one before it: nothing is shorter than no way at all.
        if print.spot == Spot::At(column(x), self.y) {
            return;
        }
        let direct = shortest(print.spot, column(x), self.y);
        let mut ways: Vec<(usize, Option<usize>)> = vec![(direct.len() + change(print.pen, target), None)];
        let mut starts = vec![0];
        if let Spot::At(column, line) = print.spot {
            starts.extend((line == self.y && usize::from(column) != 0).then_some(usize::from(column)));
        }
        for start in starts.into_iter().filter(|start| *start < x) {
            let there = shortest(print.spot, column(start), self.y).len();
            // What takes more than a move is not looked at any further.
            if there + (x - start) < direct.len() + 8 {
                ways.extend(self.again(start, x, print.pen).map(|bytes| (there + bytes, Some(start))));
            }
        }
        match ways.into_iter().min_by_key(|(bytes, _)| *bytes) {
            Some((_, Some(start))) => {
                print.go(column(start), self.y);
                for cell in self.wanted.get(start..x).unwrap_or_default() {
                    print.put(cell);
                }
            }
            _ => print.go(column(x), self.y),
        }
    }

    /// How many bytes sending cells again takes, with the pen that the cell behind them needs. Not where it is unsure where
    /// that ends.
    fn again(&self, from: usize, to: usize, pen: Option<Pen>) -> Option<usize> {
        let (mut pen, mut bytes) = (pen, 0);
        for cell in self.wanted.get(from..to)? {
            if !cell.is_sure() || cell.width != 1 {
                return None;
            }
            let changed = change(pen, cell);
            if changed > 0 {
                pen = Some(cell.pen);
            }
            bytes += changed + cell.length();
        }
        Some(bytes + change(pen, self.wanted.get(to)?))
    }
}

/// How many bytes taking the pen for a cell takes.
fn change(pen: Option<Pen>, cell: &Cell) -> usize {
    if pen.is_some_and(|pen| cell.takes(pen)) {
        return 0;
    }
    let mut bytes = Vec::new();
    Pen::change(pen, cell.pen, &mut bytes);
    bytes.len()
}

/// A column as a terminal counts it. No screen is wider.
fn column(x: usize) -> u16 {
    u16::try_from(x).unwrap_or(u16::MAX)
}
