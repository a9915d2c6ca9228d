//! Steps that came from a file, looked at before they are made: rows that there are, returns that are
//! joined in pairs, texts that a cell could hold, and no more work than a person could have made.

use std::collections::{BTreeMap, BTreeSet};

use super::Misfit;
use crate::domain::draft::{Decision, Draft, Edit, RowIndex, RowRuns, Step};
use crate::domain::neutral::turns_line;
use crate::domain::sheet::LONGEST_TEXT;

/// The most rows that all steps together may be about: fifty decisions about each of a million rows,
/// which takes seconds. Ten thousand steps about every row would take hours.
const MOST_WORK: usize = 50_000_000;

/// Columns of the widest sheet (Excel's own limit).
const COLUMNS: u16 = 16_384;

/// Judges the steps, without making any of them.
pub(super) fn judge(steps: &[Step], draft: &Draft) -> Result<(), Misfit> {
    let mut work = 0_usize;
    let mut joined = Joined::default();
    for (number, step) in (1..).zip(steps) {
        for decision in &step.decisions {
            if let Some(row) = beyond(decision, draft.row_count()) {
                return Err(Misfit::NoSuchRow { step: number, row });
            }
            work = work.saturating_add(work_of(decision));
            if work > MOST_WORK {
                return Err(Misfit::TooMuch);
            }
            if !is_possible(decision, &mut joined) {
                return Err(Misfit::BadStep { step: number });
            }
        }
    }
    Ok(())
}

/// A row of the decision that there is not, if any.
fn beyond(decision: &Decision, rows: RowIndex) -> Option<RowIndex> {
    let last = |found: Option<RowIndex>| found.filter(|row| *row >= rows);
    match decision {
        // Only the end of the runs is looked at: they may be spelled out only once that is known.
        Decision::Mark { rows: runs, duplicates, .. } => last(runs.last()).or_else(|| last(duplicates.iter().map(|one| one.row).max())),
        Decision::Sides(changes) => last(changes.iter().map(|one| one.row).max()),
        Decision::Edit(edits) => last(edits.iter().map(|one| one.row).max()),
        Decision::Look(looks) => last(looks.iter().map(|one| one.row).max()),
        Decision::Part(parting) => last(Some(parting.row)),
        Decision::Join { row, from, to } => last([Some(*row), *from, *to].into_iter().flatten().max()),
        Decision::Language { .. } | Decision::Questionnaire { .. } | Decision::Flow { .. } | Decision::Map(_) => None,
    }
}

fn work_of(decision: &Decision) -> usize {
    match decision {
        Decision::Mark { rows, .. } => RowRuns::count(rows),
        Decision::Sides(changes) => changes.len(),
        Decision::Edit(edits) => edits.len(),
        Decision::Look(looks) => looks.len(),
        Decision::Map(columns) => columns.len(),
        Decision::Part(_) | Decision::Join { .. } | Decision::Language { .. } | Decision::Questionnaire { .. } | Decision::Flow { .. } => 1,
    }
}

/// The rows joined so far.
#[derive(Default)]
struct Joined {
    main_of: BTreeMap<RowIndex, RowIndex>,
    mains: BTreeSet<RowIndex>,
}

impl Joined {
    /// Joins a row, or parts it; false where one of the two is joined otherwise already.
    fn put(&mut self, row: RowIndex, main: Option<RowIndex>) -> bool {
        if let Some(before) = self.main_of.remove(&row) {
            self.mains.remove(&before);
        }
        let Some(main) = main else { return true };
        let is_taken = |one| self.main_of.contains_key(one) || self.mains.contains(one);
        let fits = row != main && !is_taken(&row) && !is_taken(&main);
        self.main_of.insert(row, main);
        self.mains.insert(main);
        fits
    }
}

/// Whether a draft could have come to decide that.
fn is_possible(decision: &Decision, joined: &mut Joined) -> bool {
    match decision {
        Decision::Edit(edits) => are_possible(edits),
        Decision::Map(columns) => columns.iter().all(|one| one.column < COLUMNS),
        Decision::Join { row, to, .. } => joined.put(*row, *to),
        Decision::Mark { .. }
        | Decision::Sides(_)
        | Decision::Look(_)
        | Decision::Part(_)
        | Decision::Language { .. }
        | Decision::Questionnaire { .. }
        | Decision::Flow { .. } => true,
    }
}

/// One value for a field of a row, and each fit for a cell.
fn are_possible(edits: &[Edit]) -> bool {
    let mut seen = BTreeSet::new();
    edits.iter().all(|edit| seen.insert((edit.row, edit.field)) && edit.to.as_deref().is_none_or(fits_a_cell))
}

/// Nobody types what acts on a terminal or turns the direction of a line into a cell; a line break
/// can stand in one.
fn fits_a_cell(text: &str) -> bool {
    let misleads = |character: char| match character {
        '\n' | '\t' => false,
        other => other.is_control() || turns_line(other),
    };
    text.chars().count() <= LONGEST_TEXT && !text.chars().any(misleads)
}
