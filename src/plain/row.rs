//! Rows of the lists with many columns, said one behind the other.

use crate::app::listing::{Listing, Sign};
use crate::app::past::ToldColumn;
use crate::app::table::{Column, Table};
use crate::app::{Model, Screen};
use crate::domain::draft::Mark;
use crate::domain::field::Field;
use crate::words::Words;

/// A row as it is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    /// Its place in the list, from 0, and how many there are.
    pub(super) place: (usize, usize),
    /// Its cells, and what is worth knowing of it.
    pub(super) parts: Vec<String>,
    /// The column where one is, with its value there.
    pub(super) column: (Column, String),
}

/// Does the same with whichever list is on screen; none where no list is.
macro_rules! of_list {
    ($model:expr, $list:ident => $do:expr) => {
        match &$model.screen {
            Screen::Desk($list) => Some($do),
            Screen::Register($list) => Some($do),
            Screen::Past($list) => Some($do),
            Screen::Arrived($list) => Some($do),
            Screen::Start(_) | Screen::Picker(_) | Screen::Person(_) | Screen::Dossier(_) | Screen::Inviting(_) | Screen::Sending => None,
        }
    };
}

/// The row at a place, or where one is.
pub(super) fn row(model: &Model, place: Option<usize>) -> Option<Row> {
    of_list!(model, list => said(list.as_ref(), model, place)).flatten()
}

/// How many rows are seen at once: a step of the keys that turn pages.
pub(super) fn page(model: &Model) -> usize {
    of_list!(model, list => Listing::seen(list.as_ref(), model.size)).unwrap_or(1).max(1)
}

fn said<L: Listing>(list: &L, model: &Model, place: Option<usize>) -> Option<Row> {
    let (words, table) = (model.sight.words(), list.table());
    let place = place.unwrap_or(table.cursor);
    let item = *table.order.get(place)?;
    let columns = seen(table);
    let cells = list.bare_cells(item, &columns, model.sight);
    let mut parts: Vec<String> = columns.iter().zip(&cells).filter_map(|(column, cell)| part(*column, cell, model)).collect();
    match list.mark(item) {
        Some(Mark::Selected) => parts.push(words.plain.selected.to_owned()),
        Some(Mark::Deselected) => parts.push(words.plain.not_selected.to_owned()),
        None => {}
    }
    if list.is_joint(item) {
        parts.push(words.plain.joint.to_owned());
    }
    // Where the reason is among the cells, the sign says nothing more.
    let sign = if columns.contains(&Column::FindingReason) { Sign::None } else { list.sign(item) };
    match sign {
        Sign::Error => parts.push(words.plain.error.to_owned()),
        Sign::Warning => parts.push(words.plain.warning.to_owned()),
        Sign::None => {}
    }
    if table.anchor.is_some() && table.range().contains(&place) {
        parts.push(words.plain.in_range.to_owned());
    }
    let current = table.current_column().map(|setting| setting.column);
    let at = columns.iter().position(|column| Some(*column) == current).unwrap_or(0);
    let value = cells.get(at).map(|cell| cell.trim().to_owned()).unwrap_or_default();
    let column = (*columns.get(at)?, crate::view::spoken(if value.is_empty() { "-" } else { &value }, words));
    Some(Row { place: (place, table.order.len()), parts, column })
}

/// Columns of the terminal that the cells of a row have on most screens: what fits there is what matters most.
const USUAL: u16 = 73;

/// The columns that are said: those that are seen in a window of the usual width.
fn seen(table: &Table) -> Vec<Column> {
    table.window(USUAL).into_iter().map(|(_, setting, _)| setting.column).collect()
}

/// A cell as it is said: empty ones are left out, and what does not say by itself what it is has its name.
fn part(column: Column, cell: &str, model: &Model) -> Option<String> {
    let words = model.sight.words();
    let cell = cell.split_whitespace().collect::<Vec<_>>().join(" ");
    let name = (words.heard.column)(column);
    let value = match (column, cell.as_str()) {
        (_, "" | "-") => return None,
        (Column::Row, _) => return Some((words.plain.file_row)(&cell)),
        (Column::Differences, "=") => words.plain.none.to_owned(),
        (Column::DaysLeft, _) => cell.parse().map_or_else(|_| cell.clone(), |days: i64| (words.register.days_left)(days)),
        (Column::FindingReason, _) => reason(&cell, words),
        (Column::Progress, _) => cell.split_once('/').map_or_else(|| cell.clone(), |(some, all)| amount(some, all, words)),
        _ => crate::view::spoken(&cell, words),
    };
    Some(if speaks(column) { value } else { format!("{name}{}{value}", words.colon()) })
}

/// A reason, with how many errors there are besides.
fn reason(cell: &str, words: &Words) -> String {
    match cell.rsplit_once(" +").and_then(|(reason, more)| Some((reason, more.parse().ok()?))) {
        Some((reason, more)) => format!("{}, {}", crate::view::spoken(reason, words), (words.plain.more_errors)(more)),
        None => crate::view::spoken(cell, words),
    }
}

/// So many of all.
fn amount(some: &str, all: &str, words: &Words) -> String {
    match (some.parse(), all.parse()) {
        (Ok(some), Ok(all)) => (words.plain.line_of)(some, all),
        _ => format!("{some}, {all}"),
    }
}

/// Whether what stands in a column says by itself what it is.
const fn speaks(column: Column) -> bool {
    matches!(
        column,
        Column::Row
            | Column::Customer
            | Column::Field(Field::Email | Field::FirstName | Field::LastName | Field::Company)
            | Column::FindingField
            | Column::FindingReason
            | Column::DaysLeft
            | Column::Certainty
            | Column::Absence
            | Column::Status
            | Column::MailState
            | Column::Occasion
            | Column::Told(ToldColumn::What | ToldColumn::Outcome | ToldColumn::Fate | ToldColumn::Part | ToldColumn::Question)
    )
}

/// What the columns are called, and by which the list is sorted.
pub(super) fn columns(model: &Model) -> String {
    let words = model.sight.words();
    let named = |table: &Table| {
        let name = |column: Column| {
            let sorted = table.sort.is_some_and(|(by, _)| by == column);
            format!("{}{}", (words.heard.column)(column), if sorted { format!(", {}", words.plain.sorted) } else { String::new() })
        };
        seen(table).into_iter().map(name).collect::<Vec<_>>().join(", ")
    };
    model.table().map(named).unwrap_or_default()
}
