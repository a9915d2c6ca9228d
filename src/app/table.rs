//! A list of many rows: what is shown of it, in which order, and where the cursor is.
//!
//! The same for every tab. A table holds indexes only; what stands in a cell is asked of the desk
//! when the row is drawn.

use super::geometry::scrolled;
use super::grouping::Group;
use super::past::ToldColumn;
use super::sifting::Sifting;
use super::text_field::TextField;
use crate::domain::field::Field;

/// What a column shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Column {
    /// Row number in the workbook.
    Row,
    /// Family name, then first name.
    Customer,
    /// A field of the row or of the stored customer.
    Field(Field),
    /// Field of the finding in question.
    FindingField,
    /// Value that the finding is about.
    FindingValue,
    /// Why it is not right.
    FindingReason,
    /// Whether a duplicate was looked at.
    Looked,
    /// How sure a match is.
    Certainty,
    /// How many fields differ from the stored customer.
    Differences,
    /// How many of them are taken from the import.
    Taken,
    /// Whether there is a dossier in the chosen task flow.
    Dossier,
    /// Whether a stored customer lacks in the file or is not linked to the task flow.
    Absence,
    /// When the stored customer was last imported or changed.
    LastChange,
    /// The number of the customer in the store.
    CustomerId,
    /// How far a dossier is.
    Status,
    /// Days until a dossier's deadline.
    DaysLeft,
    /// Since when a dossier has its status.
    Since,
    /// How many questions of a dossier have an answer.
    Progress,
    /// The list of questions of a dossier.
    Questionnaire,
    /// How many reminders a dossier had.
    Reminders,
    /// Who changed the stored customer last, and how.
    ChangedBy,
    /// The task flow of a dossier.
    Flow,
    /// How many dossiers a task flow has.
    Dossiers,
    /// Default deadline of a task flow for simple income.
    Simple,
    /// Default deadline of a task flow for specific income.
    Specific,
    /// Something that is told of the imports that were made.
    Told(ToldColumn),
    /// The number of a mail in the outbox.
    Message,
    /// How far a mail is.
    MailState,
    /// How often a mail was offered to the server.
    Attempts,
    /// What the server said of a mail, or why it is where it is.
    Answer,
    /// When and by whom the round of a mail was queued.
    Round,
    /// Whether a mail is an invitation or a reminder.
    Occasion,
}

/// A column as a person has set it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ColumnSetting {
    /// What it shows.
    pub column: Column,
    /// Its width in terminal columns.
    pub width: u16,
    /// Whether it is shown.
    pub shown: bool,
}

/// Narrowest and widest that a column can be made.
const WIDTHS: (u16, u16) = (4, 60);

/// From this width of a list on, columns of text get a quarter more: long names and addresses are whole there.
const ROOMY: u16 = 100;

/// From this width on a column holds text.
const TEXT: u16 = 16;

/// Which way a table is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Direction {
    /// A to Z.
    Ascending,
    /// Z to A.
    Descending,
}

/// A list of many rows.
#[derive(Debug, Clone)]
pub struct Table {
    /// All columns, shown or not, in order.
    pub columns: Vec<ColumnSetting>,
    /// The current column, counted over those shown.
    pub column: usize,
    /// The items that the filter leaves, in the order shown.
    pub order: Vec<u32>,
    /// Place of the cursor in `order`.
    pub cursor: usize,
    /// Place in `order` of the first row seen.
    pub top: usize,
    /// What is typed to filter.
    pub filter: TextField,
    /// The group whose items alone are shown.
    pub group: Option<Group>,
    /// The groups that the list is narrowed to: of each thing grouped by, one of its groups at least.
    pub narrowing: Vec<Group>,
    /// The column sorted by, and which way; none is the order of the workbook.
    pub sort: Option<(Column, Direction)>,
    /// Where a range begins, as a place in `order`.
    pub anchor: Option<usize>,
    /// The rows that the filter has still to be looked for in, and those that it keeps from being shown.
    pub sifting: Sifting,
    /// Columns whose widths a person has set.
    resized: Vec<Column>,
}

impl Table {
    /// A table of these columns, without rows.
    #[must_use]
    pub fn new(columns: Vec<ColumnSetting>) -> Self {
        Self {
            columns,
            column: 0,
            order: Vec::new(),
            cursor: 0,
            top: 0,
            filter: TextField::default(),
            group: None,
            narrowing: Vec::new(),
            sort: None,
            anchor: None,
            sifting: Sifting::default(),
            resized: Vec::new(),
        }
    }

    /// The item the cursor is on.
    #[must_use]
    pub fn current(&self) -> Option<u32> {
        self.order.get(self.cursor).copied()
    }

    /// Whether a filter, a group or a narrowing keeps items from being shown.
    #[must_use]
    pub fn is_narrowed(&self) -> bool {
        !self.filter.text().is_empty() || self.group.is_some() || !self.narrowing.is_empty()
    }

    /// The columns that are shown, in order.
    pub fn shown(&self) -> impl Iterator<Item = &ColumnSetting> {
        self.columns.iter().filter(|setting| setting.shown)
    }

    /// The current column.
    #[must_use]
    pub fn current_column(&self) -> Option<&ColumnSetting> {
        self.shown().nth(self.column)
    }

    /// Puts the cursor at a place, or at the last where there are fewer rows.
    pub fn go_to(&mut self, place: usize, seen: usize) {
        self.cursor = place.min(self.order.len().saturating_sub(1));
        self.top = scrolled(self.top, self.cursor, seen, self.order.len());
    }

    /// Moves the cursor by so many rows.
    pub fn go_by(&mut self, rows: isize, seen: usize) {
        self.go_to(self.cursor.saturating_add_signed(rows), seen);
    }

    /// Puts other rows in the table; the cursor stays on its item where that is still there.
    pub fn put(&mut self, order: Vec<u32>, seen: usize) {
        let current = self.current();
        let place = current.and_then(|item| order.iter().position(|other| *other == item)).unwrap_or(self.cursor);
        self.order = order;
        self.sifting = Sifting::default();
        self.anchor = None;
        self.go_to(place, seen);
    }

    /// Takes the item at a place out. The cursor stays on its item, or goes to the one that comes next.
    pub fn take_out(&mut self, place: usize) {
        if place < self.order.len() {
            self.order.remove(place);
            self.anchor = None;
            if place < self.cursor || self.cursor == self.order.len() {
                self.cursor = self.cursor.saturating_sub(1);
                // A tab that is not shown is scrolled by nobody.
                self.top = self.top.min(self.cursor);
            }
        }
    }

    /// Puts an item in at a place. The cursor stays on its item.
    pub fn put_in(&mut self, place: usize, item: u32) {
        let was_empty = self.order.is_empty();
        let place = place.min(self.order.len());
        self.order.insert(place, item);
        self.anchor = None;
        if place <= self.cursor && !was_empty {
            self.cursor += 1;
        }
    }

    /// The places of the range, or of the cursor alone.
    #[must_use]
    pub fn range(&self) -> std::ops::RangeInclusive<usize> {
        let anchor = self.anchor.unwrap_or(self.cursor).min(self.order.len().saturating_sub(1));
        anchor.min(self.cursor)..=anchor.max(self.cursor)
    }

    /// The items of the range, or the one under the cursor.
    #[must_use]
    pub fn in_range(&self) -> &[u32] {
        self.order.get(self.range()).unwrap_or(&[])
    }

    /// To another column, `by` to the right.
    pub fn column_by(&mut self, by: isize) {
        let last = self.shown().count().saturating_sub(1);
        self.column = self.column.saturating_add_signed(by).min(last);
    }

    /// Makes the current column wider, or narrower.
    pub fn widen(&mut self, by: i16) {
        let column = self.current_column().map(|setting| setting.column);
        for setting in &mut self.columns {
            if Some(setting.column) == column {
                setting.width = setting.width.saturating_add_signed(by).clamp(WIDTHS.0, WIDTHS.1);
            }
        }
        self.resized.extend(column);
    }

    /// Whether a person has set the width of a column.
    #[must_use]
    pub fn is_resized(&self, column: Column) -> bool {
        self.resized.contains(&column)
    }

    /// Sorts by a column; by the same again turns the order around.
    pub fn sort_by(&mut self, column: Column) {
        self.sort = Some(match self.sort {
            Some((known, Direction::Ascending)) if known == column => (column, Direction::Descending),
            _ => (column, Direction::Ascending),
        });
    }

    /// The columns seen in `width`, with the width each gets: from the first that lets the current
    /// column be whole, the last one cut where it does not fit.
    #[must_use]
    pub fn window(&self, width: u16) -> Vec<(usize, ColumnSetting, u16)> {
        // Where a reason stands beside the value, it is the room for what is behind them that counts.
        let tells_why = self.shown().any(|setting| setting.column == Column::FindingReason);
        let roomy = |setting: &ColumnSetting| {
            let is_text = !tells_why && setting.width >= TEXT && width >= ROOMY && !self.is_resized(setting.column);
            ColumnSetting { width: if is_text { setting.width + setting.width / 4 } else { setting.width }, ..*setting }
        };
        let shown: Vec<ColumnSetting> = self.shown().map(roomy).collect();
        let span = |first: usize| -> u16 {
            shown.get(first..=self.column).unwrap_or(&[]).iter().fold(0, |sum: u16, setting| sum.saturating_add(setting.width + 1))
        };
        let first = (0..=self.column).find(|&first| span(first) <= width + 1).unwrap_or(self.column);
        let mut left = width;
        let mut window = Vec::new();
        for (place, setting) in shown.iter().enumerate().skip(first) {
            let given = setting.width.min(left);
            // A sliver of a column says nothing, unless it is the column in question.
            if given < setting.width.min(WIDTHS.0 + 2) && place != self.column {
                // The room it would have taken goes to the widest, which is the likeliest to be cut.
                if let Some((_, _, widest)) = window.iter_mut().rev().max_by_key(|(_, _, given)| *given) {
                    *widest += left + 1;
                }
                break;
            }
            window.push((place, *setting, given));
            left = left.saturating_sub(given + 1);
            if left == 0 {
                break;
            }
        }
        window
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        let setting = |column, width| ColumnSetting { column, width, shown: true };
        let mut table = Table::new(vec![
            setting(Column::Row, 5),
            setting(Column::Customer, 20),
            setting(Column::Field(Field::Email), 30),
            setting(Column::Field(Field::City), 20),
        ]);
        table.put((10..30).collect(), 5);
        table
    }

    #[test]
    fn the_cursor_stays_on_its_item_when_rows_come_and_go() {
        let mut table = table();
        table.go_to(7, 5);
        assert_eq!((table.current(), table.top), (Some(17), 3));
        table.put(vec![12, 15, 17, 20], 5);
        assert_eq!((table.current(), table.cursor, table.top), (Some(17), 2, 0));
        table.put(vec![12, 15], 5);
        assert_eq!(table.current(), Some(15), "its item is gone, so the last one");
        table.put(Vec::new(), 5);
        assert_eq!((table.current(), table.in_range()), (None, &[][..]));
    }

    #[test]
    fn a_range_reads_the_same_both_ways() {
        let mut table = table();
        table.go_to(4, 5);
        table.anchor = Some(6);
        assert_eq!(table.in_range(), [14, 15, 16]);
        table.anchor = Some(2);
        assert_eq!(table.in_range(), [12, 13, 14]);
    }

    #[test]
    fn columns_scroll_sideways_until_the_current_one_is_whole() {
        let mut table = table();
        let widths = |table: &Table, width| table.window(width).iter().map(|(place, _, width)| (*place, *width)).collect::<Vec<_>>();
        assert_eq!(widths(&table, 60), [(0, 5), (1, 20), (2, 33)], "the room for a sliver of the last goes to the widest");
        table.column_by(9);
        assert_eq!(table.column, 3);
        assert_eq!(widths(&table, 60), [(2, 30), (3, 20)]);
        assert_eq!(widths(&table, 12), [(3, 12)], "too wide for the window: cut");
        assert_eq!(widths(&table, 78), [(0, 5), (1, 20), (2, 30), (3, 20)]);
    }

    #[test]
    fn sorting_again_turns_the_order_and_widths_have_limits() {
        let mut table = table();
        table.sort_by(Column::Customer);
        table.sort_by(Column::Customer);
        assert_eq!(table.sort, Some((Column::Customer, Direction::Descending)));
        table.sort_by(Column::Row);
        assert_eq!(table.sort, Some((Column::Row, Direction::Ascending)));
        for _ in 0..40 {
            table.widen(-2);
        }
        assert_eq!(table.current_column().map(|setting| setting.width), Some(4));
    }
}
