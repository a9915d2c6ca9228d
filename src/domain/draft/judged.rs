//! The rows of a sheet that is still being read: judged as they come, so that with a second processor this costs no time.

use std::sync::Arc;

use super::opening::{BrokenOff, STRIDE};
use super::reading::{Demands, RowCells, read_row, standing_of};
use super::source::Watch;
use super::standing::Standing;
use super::{Office, Progress, RowIndex, Stage};
use crate::domain::field::Field;
use crate::domain::sheet::{ROOM, Sheet};
use crate::domain::template::example::is_untouched_example;
use crate::domain::template::layout::Layout;
use crate::domain::tidy;

/// Rows judged on their own, each by its own fields; nothing is compared yet.
#[derive(Debug)]
pub struct Judged {
    /// Which column is which field.
    pub(super) layout: Arc<Layout>,
    pub(super) office: Arc<Office>,
    pub(super) rows: Vec<Standing>,
    pub(super) skipped_blank: u32,
    pub(super) skipped_example: u32,
    /// Index in the sheet of the next row.
    next: usize,
    /// Number of the row before it.
    last_number: u32,
}

impl Judged {
    /// Nothing judged yet, of a sheet with that layout.
    #[must_use]
    pub fn new(layout: Arc<Layout>, office: Arc<Office>) -> Self {
        let mut rows = Vec::new();
        // As for the sheet itself: where the system does not promise that much, it grows piece by piece.
        let _ = rows.try_reserve_exact(ROOM / size_of::<Standing>());
        Self { last_number: layout.header_row, layout, office, rows, skipped_blank: 0, skipped_example: 0, next: 0 }
    }

    /// Judges what has come of a sheet that grows: every row but the last, which may get more cells.
    pub fn follow(&mut self, sheet: &Sheet) {
        for at in self.next..sheet.row_count().saturating_sub(1) {
            self.judge(sheet, at);
        }
        self.next = self.next.max(sheet.row_count().saturating_sub(1));
    }

    /// Judges the rest of a sheet that is there whole.
    ///
    /// # Errors
    /// [`BrokenOff`] when `watch` breaks.
    pub(super) fn finish(&mut self, sheet: &Sheet, watch: &mut Watch<'_>) -> Result<(), BrokenOff> {
        let before = (0..sheet.row_count()).take_while(|&at| sheet.row_number(at) <= self.layout.header_row).count();
        let rows = |at: usize| RowIndex::try_from(at.saturating_sub(before)).unwrap_or(RowIndex::MAX);
        let all = rows(sheet.row_count());
        for at in self.next..sheet.row_count() {
            if rows(at) % STRIDE == 0 && watch(Progress { stage: Stage::Judging, done: rows(at), all }).is_break() {
                return Err(BrokenOff);
            }
            self.judge(sheet, at);
        }
        self.next = sheet.row_count();
        Ok(())
    }

    fn judge(&mut self, sheet: &Sheet, at: usize) {
        let number = sheet.row_number(at);
        if number <= self.layout.header_row {
            return;
        }
        self.skipped_blank += number - self.last_number - 1;
        self.last_number = number;
        if sheet.row_text(at).chars().all(tidy::is_blank) {
            self.skipped_blank += 1;
        } else if self.is_example(sheet, at) {
            self.skipped_example += 1;
        } else {
            let cells = RowCells { sheet, layout: &self.layout, at, edits: &[] };
            let standing = standing_of(u32::try_from(at).unwrap_or(u32::MAX), read_row(&cells, &self.office, &Demands::default()));
            self.rows.push(standing);
        }
    }

    fn is_example(&self, sheet: &Sheet, at: usize) -> bool {
        let cell = |column: u16| sheet.cell(at, column).map_or("", |cell| cell.text);
        // Cheap to refuse: the example's address is looked at before anything else.
        let email = self.layout.column_of(Field::Email).map_or("", cell);
        let cells = self.layout.columns.iter().filter_map(|column| Some((column.field?, cell(column.column))));
        email.ends_with("@example.com") && is_untouched_example(cells)
    }
}
