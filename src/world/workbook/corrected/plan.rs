//! What is to become of which cell, in the order in which a sheet is read.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::correction::{Content, Correction, Obstacle, Place, Spot};
use crate::world::workbook::intake::COLUMN_CAP;

/// What a cell is to hold, and how it is to look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Target {
    /// Where it is.
    pub(super) place: Place,
    /// What it holds.
    pub(super) content: Content,
    /// How it looks.
    pub(super) look: Look,
}

/// Places for the columns to be added: behind the last column that holds anything or is to.
///
/// # Errors
/// [`Obstacle::NoColumn`] where a reading would not come as far.
pub(super) fn free_columns(width: u32, correction: &Correction) -> Result<Vec<u16>, Obstacle> {
    let changed = correction.changes.keys().map(|place| u32::from(place.column) + 1).max().unwrap_or(0);
    let first = width.max(changed);
    let number = |at: usize| u32::try_from(at).ok().and_then(|at| first.checked_add(at)).filter(|&column| column < COLUMN_CAP);
    let place = |at: usize| number(at).and_then(|column| u16::try_from(column).ok()).ok_or(Obstacle::NoColumn);
    (0..correction.added.len()).map(place).collect()
}

/// How a cell looks that is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// As it did, with a colour.
    Changed,
    /// As the heading left of it.
    Heading,
    /// As a value in an added column.
    Added,
}

/// All of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Plan {
    /// By rows, then by columns.
    pub(super) targets: Vec<Target>,
    /// Rows of which the first filled cell has to be found.
    pub(super) seek_first: BTreeSet<u32>,
    /// The row of headings; 0 where none is added.
    pub(super) header_row: u32,
}

impl Plan {
    /// Puts the correction in order, with the added columns in these places.
    pub(super) fn of(correction: &Correction, added: &[u16]) -> Self {
        let mut cells: BTreeMap<Place, (Content, Look)> = BTreeMap::new();
        for (&place, content) in &correction.changes {
            cells.insert(place, (content.clone(), Look::Changed));
        }
        for (column, &at) in correction.added.iter().zip(added) {
            let heading = Place { row: correction.header_row, column: at };
            cells.insert(heading, (Content::Text(column.heading.clone()), Look::Heading));
            for (&row, value) in column.values.iter().filter(|(_, value)| !value.is_empty()) {
                cells.insert(Place { row, column: at }, (Content::Text(value.clone()), Look::Added));
            }
        }
        let spots = correction.remarks.iter().map(|remark| (remark.row, remark.spot));
        let listed = correction.problems.iter().flat_map(|problems| &problems.rows).filter_map(|problem| problem.about);
        let seek_first = spots.chain(listed).filter(|(_, spot)| *spot == Spot::Row).map(|(row, _)| row).collect();
        let targets = cells.into_iter().map(|(place, (content, look))| Target { place, content, look }).collect();
        let header_row = if correction.added.is_empty() { 0 } else { correction.header_row };
        Self { targets, seek_first, header_row }
    }

    /// Whether a cell of that range is to be written.
    pub(super) fn touches(&self, (first, last): ((u32, u16), (u32, u16))) -> bool {
        let from = self.targets.partition_point(|target| target.place.row < first.0);
        let rows = self.targets.get(from..).unwrap_or_default().iter().take_while(|target| target.place.row <= last.0);
        rows.into_iter().any(|target| (first.1..=last.1).contains(&target.place.column))
    }
}

/// Where things stand once the sheet has been read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Ground {
    /// Places of the added columns.
    pub(super) added: Vec<u16>,
    /// The first filled cells of the rows of which they were sought.
    pub(super) first: BTreeMap<u32, u16>,
}

impl Ground {
    /// The cell of a spot.
    pub(super) fn place(&self, row: u32, spot: Spot) -> Place {
        let first = || self.first.get(&row).copied().unwrap_or(0);
        let column = match spot {
            Spot::Column(column) => column,
            Spot::Added(at) => self.added.get(at).copied().unwrap_or_else(first),
            Spot::Row => first(),
        };
        Place { row, column }
    }

    /// What is said beside which cell.
    pub(super) fn remarks<'c>(&self, correction: &'c Correction) -> BTreeMap<Place, Vec<&'c str>> {
        let mut remarks: BTreeMap<Place, Vec<&str>> = BTreeMap::new();
        for remark in &correction.remarks {
            let lines = remarks.entry(self.place(remark.row, remark.spot)).or_default();
            lines.extend(remark.lines.iter().map(String::as_str));
        }
        remarks
    }
}
