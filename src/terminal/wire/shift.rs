//! Lines that have moved: a terminal moves them itself, for the price of a few bytes.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::ops::RangeInclusive;

use super::picture::{Cell, Picture};

/// Columns that are compared at once: narrow enough that a column of a list is found beside one that has changed.
const STRIP: usize = 8;

/// What moving lines costs at least, in bytes.
const COST: i64 = 14;

/// How many ways of moving lines are tried for one frame.
const TRIED: usize = 2;

/// Which way lines move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Up,
    Down,
}

/// A block of lines that moves. What it leaves behind is empty, and what it moves over is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shift {
    /// First and last line of the block, with what is left empty.
    pub(super) top: u16,
    pub(super) bottom: u16,
    /// By how many lines it moves.
    pub(super) by: u16,
    pub(super) way: Way,
}

impl Shift {
    /// The lines that it changes.
    pub(super) const fn lines(self) -> RangeInclusive<u16> {
        self.top..=self.bottom
    }

    /// Where the line that stands there afterwards comes from; none for an empty one.
    pub(super) fn comes_from(self, y: u16) -> Option<u16> {
        match self.way {
            Way::Up => y.checked_add(self.by).filter(|from| *from <= self.bottom),
            Way::Down => y.checked_sub(self.by).filter(|from| *from >= self.top),
        }
    }

    /// The moves that are likely to pay, best first. Whether one does is known when it has been tried.
    pub(super) fn likely(shown: &Picture, wanted: &Picture) -> Vec<Self> {
        let (_, height) = wanted.size();
        let changed = (0..height).filter(|y| shown.row(*y) != wanted.row(*y)).count();
        // Two lines change where a cursor moves.
        if changed < 3 {
            return Vec::new();
        }
        let (before, after) = (strips(shown), strips(wanted));
        let stays: Vec<i64> = before.iter().zip(&after).map(|(before, after)| alike(before, after)).collect();
        let mut found: Vec<(i64, Self)> = (1..height)
            .flat_map(|by| [(by, Way::Up), (by, Way::Down)])
            .filter_map(|(by, way)| best(by, way, &before, &after, &stays))
            .collect();
        found.sort_by_key(|(saved, shift)| (-saved, shift.by));
        found.into_iter().take(TRIED).map(|(_, shift)| shift).collect()
    }
}

/// A few columns of a line: what stands there, and how much that is.
type Strip = (u64, i64);

fn strips(picture: &Picture) -> Vec<Vec<Strip>> {
    let (_, height) = picture.size();
    (0..height).map(|y| picture.row(y).chunks(STRIP).map(strip).collect()).collect()
}

fn strip(cells: &[Cell]) -> Strip {
    let seen = cells.iter().filter(|cell| !cell.is_blank());
    let mut hasher = DefaultHasher::new();
    cells.hash(&mut hasher);
    (hasher.finish(), seen.map(|cell| i64::try_from(cell.length()).unwrap_or(0)).sum())
}

/// How many bytes two lines have in common.
fn alike(before: &[Strip], after: &[Strip]) -> i64 {
    before.iter().zip(after).filter(|(before, after)| before.0 == after.0).map(|(_, after)| after.1).sum()
}

/// The lines that are best moved so, and about how many bytes that saves.
fn best(by: u16, way: Way, before: &[Vec<Strip>], after: &[Vec<Strip>], stays: &[i64]) -> Option<(i64, Shift)> {
    let (lines, by_lines) = (after.len(), usize::from(by));
    // The lines, as they are afterwards, whose source is on the screen.
    let moved = match way {
        Way::Up => 0..lines.saturating_sub(by_lines),
        Way::Down => by_lines..lines,
    };
    let from = |y: usize| match way {
        Way::Up => y + by_lines,
        Way::Down => y - by_lines,
    };
    let (mut sum, mut begins) = (0, moved.start);
    let mut found: Option<(i64, usize, usize)> = None;
    for y in moved {
        let gained = before.get(from(y)).zip(after.get(y)).map_or(0, |(before, after)| alike(before, after));
        if sum <= 0 {
            (sum, begins) = (0, y);
        }
        sum += gained - stays.get(y).copied().unwrap_or(0);
        if sum > found.map_or(0, |(most, _, _)| most) {
            found = Some((sum, begins, y));
        }
    }
    let (gained, first, last) = found?;
    let (top, bottom, emptied) = match way {
        Way::Up => (first, last + by_lines, last + 1..=last + by_lines),
        Way::Down => (first - by_lines, last, first - by_lines..=first - 1),
    };
    let saved = gained - stays.get(emptied).map_or(0, |lost| lost.iter().sum::<i64>());
    let shift = Shift { top: u16::try_from(top).ok()?, bottom: u16::try_from(bottom).ok()?, by, way };
    (saved > COST).then_some((saved, shift))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(lines: &[&str]) -> Picture {
        let mut picture = Picture::blank(20, u16::try_from(lines.len()).unwrap());
        for (y, line) in (0..).zip(lines) {
            for (x, sign) in (0..).zip(line.chars()) {
                picture.put(x, y, ratatui::buffer::Cell::default().set_char(sign));
            }
        }
        picture
    }

    #[test]
    fn lines_that_moved_are_found_and_moving_them_gives_the_picture() {
        let before = picture(&["title", "Janssens An, Gent", "Peeters Luc, Aalst", "Claes Jo, Hasselt", "Maes Els, Tienen", "foot"]);
        let up = picture(&["title", "Peeters Luc, Aalst", "Claes Jo, Hasselt", "Maes Els, Tienen", "", "foot"]);
        let down = picture(&["title", "", "", "Janssens An, Gent", "Peeters Luc, Aalst", "foot"]);
        let moves = [(&up, Shift { top: 1, bottom: 4, by: 1, way: Way::Up }), (&down, Shift { top: 1, bottom: 4, by: 2, way: Way::Down })];
        for (after, shift) in moves {
            assert_eq!(Shift::likely(&before, after).first(), Some(&shift));
            assert_eq!(&before.shifted(shift), after);
        }
        assert_eq!(Shift::likely(&before, &before), []);
    }
}
