//! Lines that have moved: a terminal moves them itself, for the price of a few bytes.

use std::hash::{Hash as _, Hasher};
use std::ops::RangeInclusive;

use super::pen::Pen;
use super::picture::{Cell, Picture, Sign};

/// Columns that are compared at once: narrow enough that a column of a list is found beside one that has changed.
const STRIP: usize = 8;

/// What moving lines costs at least, in bytes.
const COST: i64 = 14;

/// Two lines change where a cursor moves, and a third that counts them: from so many on, lines may have moved.
pub(super) const FEWEST: usize = 4;

/// How many ways of moving lines are looked at for one frame, and how many of them are tried.
const HEARD: usize = 4;
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

    /// The line that is seen there when the block has moved, counted as before: itself outside of it, none where it is emptied.
    pub(super) fn source(self, y: u16) -> Option<u16> {
        if self.lines().contains(&y) { self.comes_from(y) } else { Some(y) }
    }

    /// The moves that are likely to pay, best first, where the lines that changed are cut up. Whether one does is known when it has been
    /// tried.
    pub(super) fn likely(shown: &Picture, wanted: &Picture, changed: &[u16]) -> Vec<Self> {
        if changed.len() < FEWEST {
            return Vec::new();
        }
        let (before, after) = (strips(shown, changed), strips(wanted, changed));
        let stays: Vec<i64> = before.iter().zip(&after).map(|(before, after)| alike(before, after)).collect();
        let mut found: Vec<(i64, Self)> =
            heard(&before, &after, &stays).into_iter().filter_map(|(by, way)| best(by, way, &before, &after, &stays)).collect();
        found.sort_by_key(|(saved, shift)| (-saved, shift.by));
        found.into_iter().take(TRIED).map(|(_, shift)| shift).collect()
    }
}

/// The moves for which most lines speak: each is heard on where the fullest part of it was before.
fn heard(before: &[&[Strip]], after: &[&[Strip]], stays: &[i64]) -> Vec<(u16, Way)> {
    let mut up = vec![0; before.len()];
    let mut down = vec![0; before.len()];
    for (y, line) in after.iter().enumerate() {
        let fullest = line.iter().enumerate().max_by_key(|(_, strip)| strip.1);
        let Some((column, fullest)) = fullest.filter(|(_, strip)| strip.1 > 0 && stays.get(y).is_some_and(|stays| *stays < total(line)))
        else {
            continue;
        };
        for (from, _) in before.iter().enumerate().filter(|(_, line)| line.get(column).is_some_and(|strip| strip.0 == fullest.0)) {
            let votes = if from > y { up.get_mut(from - y) } else { down.get_mut(y - from) };
            if let Some(votes) = votes {
                *votes += fullest.1;
            }
        }
    }
    let by = |votes: Vec<i64>, way| votes.into_iter().enumerate().skip(1).map(move |(by, votes)| (votes, by, way));
    let mut heard: Vec<(i64, usize, Way)> = by(up, Way::Up).chain(by(down, Way::Down)).filter(|(votes, _, _)| *votes > 0).collect();
    heard.sort_by_key(|(votes, by, _)| (-votes, *by));
    heard.into_iter().take(HEARD).filter_map(|(_, by, way)| Some((u16::try_from(by).ok()?, way))).collect()
}

/// How many bytes a line holds.
fn total(line: &[Strip]) -> i64 {
    line.iter().map(|strip| strip.1).sum()
}

/// A few columns of a line: what stands there, and how much that is.
pub(super) type Strip = (u64, i64);

/// A hash that costs next to nothing. Two strips that are taken for each other cost a try, not a wrong screen.
struct Mixed(u64);

impl Hasher for Mixed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u8(*byte));
    }

    fn write_u8(&mut self, number: u8) {
        self.write_u64(u64::from(number));
    }

    fn write_u16(&mut self, number: u16) {
        self.write_u64(u64::from(number));
    }

    fn write_u32(&mut self, number: u32) {
        self.write_u64(u64::from(number));
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = (self.0.rotate_left(5) ^ number).wrapping_mul(0x517c_c1b7_2722_0a95);
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }
}

/// The strips of the lines that change; the others have none.
fn strips<'a>(picture: &'a Picture, changed: &[u16]) -> Vec<&'a [Strip]> {
    let (_, height) = picture.size();
    let mut strips: Vec<&[Strip]> = vec![&[]; usize::from(height)];
    for y in changed {
        if let Some(line) = strips.get_mut(usize::from(*y)) {
            *line = picture.strips(*y);
        }
    }
    strips
}

/// Cuts a line up.
pub(super) fn cut_up(line: &[Cell], strips: &mut Vec<Strip>) {
    let mut pen = (Pen::PLAIN, 0);
    strips.extend(line.chunks(STRIP).map(|cells| strip(cells, &mut pen)));
}

/// What stands in a few cells. A pen is mixed once for as long as nothing else is written with.
fn strip(cells: &[Cell], (pen, mixed): &mut (Pen, u64)) -> Strip {
    let (mut hasher, mut seen) = (Mixed(0), 0);
    for cell in cells {
        if cell.pen != *pen {
            let mut of_pen = Mixed(0);
            cell.pen.hash(&mut of_pen);
            (*pen, *mixed) = (cell.pen, of_pen.finish());
        }
        match &cell.sign {
            Sign::One(sign) => hasher.write_u64(u64::from(u32::from(*sign)) ^ *mixed),
            Sign::Several(signs) => signs.hash(&mut hasher),
            Sign::Covered => hasher.write_u64(u64::MAX ^ *mixed),
        }
        if !cell.is_blank() {
            seen += i64::try_from(cell.length()).unwrap_or(0);
        }
    }
    (hasher.finish(), seen)
}

/// How many bytes two lines have in common.
fn alike(before: &[Strip], after: &[Strip]) -> i64 {
    before.iter().zip(after).filter(|(before, after)| before.0 == after.0).map(|(_, after)| after.1).sum()
}

/// The lines that are best moved so, and about how many bytes that saves.
fn best(by: u16, way: Way, before: &[&[Strip]], after: &[&[Strip]], stays: &[i64]) -> Option<(i64, Shift)> {
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
            let (mut shown, mut wanted, all) = (before.clone(), after.clone(), [0, 1, 2, 3, 4, 5]);
            shown.cut_up(&all);
            wanted.cut_up(&all);
            assert_eq!(Shift::likely(&shown, &wanted, &all).first(), Some(&shift));
            assert_eq!(&before.shifted(shift), after);
        }
        assert_eq!(Shift::likely(&before, &before, &[]), []);
    }
}
