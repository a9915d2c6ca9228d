//! Where the customers stand in a workbook: which sheet, which row has the headings, which column is what.

use super::guidance::is_reasons_heading;
use super::headings::FIRST_GENERATION;
use super::recognition::{Claim, recognise};
use crate::domain::field::Field;
use crate::domain::sheet::{Sheet, column_letters};

/// How many filled rows from the top are looked at for headings.
const SEARCHED_ROWS: usize = 40;
/// How many texts of a sheet without headings a fault quotes.
const QUOTED_TEXTS: usize = 8;

/// Whether a person who opens the workbook sees the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Visibility {
    /// Hidden, in whichever of the two ways a workbook has.
    Hidden,
    /// Shown.
    Visible,
}

/// A sheet, or its first rows, with whether it is shown.
#[derive(Debug, Clone, Copy)]
pub struct SheetHead<'a> {
    /// The filled rows from the top; those behind the first 40 are not looked at.
    pub sheet: &'a Sheet,
    /// Whether it is shown.
    pub visibility: Visibility,
}

/// One column under the header row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Column, counted from 0 (column A).
    pub column: u16,
    /// The heading as it stands in the workbook; empty where a column without one was assigned by hand.
    pub heading: String,
    /// What the column holds; none for a column that is not imported.
    pub field: Option<Field>,
}

/// Which template the headings are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Generation {
    /// The first one, 14 columns.
    First,
    /// The current one, 21 columns.
    Second,
    /// An office's own list.
    Own,
}

/// The header row of a sheet and what its columns hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// Row number of the headings as the workbook shows it, counted from 1.
    pub header_row: u32,
    /// The columns that have a heading, from left to right.
    pub columns: Vec<Column>,
    /// Which template the headings are.
    pub generation: Generation,
}

/// A layout and the sheet that it was found in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Index of the sheet among those that were looked at.
    pub sheet: usize,
    /// Its layout.
    pub layout: Layout,
}

/// Why a sheet cannot be imported as it stands.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LayoutFault {
    /// No row looks like headings.
    #[error("no row of headings was found; the first texts are: {}", seen.join(", "))]
    NoHeading {
        /// The first texts of the sheet, at most eight, as a hint what was looked at.
        seen: Vec<String>,
    },
    /// Two or more columns are headed as the same field.
    #[error("columns {} all hold {}", listed(columns, column_letters), field.key())]
    TwoColumns {
        /// The field.
        field: Field,
        /// The columns, counted from 0, from left to right.
        columns: Vec<u16>,
    },
    /// Required fields have no column.
    #[error("there is no column for {}", listed(fields, |field| field.key().to_owned()))]
    MissingColumn {
        /// The fields, in the order of the templates.
        fields: Vec<Field>,
    },
    /// There is no filled cell, or the chosen row has none.
    #[error("there is nothing in the sheet")]
    EmptySheet,
}

fn listed<T: Copy>(things: &[T], name: impl Fn(T) -> String) -> String {
    things.iter().map(|&thing| name(thing)).collect::<Vec<_>>().join(", ")
}

/// Finds the customers: [`candidate`], which then has to have every required column, once.
///
/// # Errors
/// Every [`LayoutFault`].
pub fn find(heads: &[SheetHead<'_>]) -> Result<Place, LayoutFault> {
    let place = candidate(heads)?;
    place.layout.judge()?;
    Ok(place)
}

/// The sheet and row that look most like headings, also where a required column is missing or two
/// claim the same field, so that the person can assign the columns by hand.
///
/// A row qualifies when it names two fields, among them a required one or a national number. Sheets
/// that are shown go before hidden ones, layouts without a fault before faulty ones; then the row
/// that names most fields wins, and of equals the first. Merged titles above the headings lose by
/// that without further care.
///
/// # Errors
/// [`LayoutFault::EmptySheet`] and [`LayoutFault::NoHeading`].
pub fn candidate(heads: &[SheetHead<'_>]) -> Result<Place, LayoutFault> {
    let mut best: Option<((Visibility, bool, usize), Place)> = None;
    for (sheet, head) in heads.iter().enumerate() {
        for index in 0..head.sheet.row_count().min(SEARCHED_ROWS) {
            let layout = propose(head.sheet, index);
            if !layout.looks_like_headings() {
                continue;
            }
            let rank = (head.visibility, layout.judge().is_ok(), layout.named());
            if best.as_ref().is_none_or(|(highest, _)| rank > *highest) {
                best = Some((rank, Place { sheet, layout }));
            }
        }
    }
    best.map(|(_, place)| place).ok_or_else(|| no_heading(heads))
}

/// The layout with the headings in a row chosen by hand (number as the workbook shows it).
///
/// # Errors
/// Every [`LayoutFault`]; [`LayoutFault::NoHeading`] when no cell of the row names a field.
pub fn of_row(sheet: &Sheet, header_row: u32) -> Result<Layout, LayoutFault> {
    let layout = unjudged_row(sheet, header_row)?;
    if layout.named() == 0 {
        return Err(LayoutFault::NoHeading { seen: layout.columns.into_iter().map(|column| column.heading).take(QUOTED_TEXTS).collect() });
    }
    layout.judge()?;
    Ok(layout)
}

/// As [`of_row`], without asking whether the columns suffice: where a person starts assigning by hand.
///
/// # Errors
/// [`LayoutFault::EmptySheet`] when the row has no filled cell.
pub fn unjudged_row(sheet: &Sheet, header_row: u32) -> Result<Layout, LayoutFault> {
    let index = sheet.index_of(header_row).ok_or(LayoutFault::EmptySheet)?;
    Ok(propose(sheet, index))
}

impl Layout {
    /// The column that holds a field, counted from 0; the first one where two do.
    #[must_use]
    pub fn column_of(&self, field: Field) -> Option<u16> {
        self.columns.iter().find(|column| column.field == Some(field)).map(|column| column.column)
    }

    /// Columns with a heading that hold no field: nothing in them is imported. The column of reasons is
    /// none of them: Instroom wrote it, and nobody expects it to be read.
    pub fn unread(&self) -> impl Iterator<Item = &Column> {
        let is_meant = |heading: &str| !heading.trim().is_empty() && !is_reasons_heading(heading);
        self.columns.iter().filter(move |column| column.field.is_none() && is_meant(&column.heading))
    }

    /// Lets a column hold a field, or nothing. A column without a heading can be assigned too.
    pub fn assign(&mut self, column: u16, field: Option<Field>) {
        match self.columns.binary_search_by_key(&column, |known| known.column) {
            Ok(at) => {
                if let Some(known) = self.columns.get_mut(at) {
                    known.field = field;
                }
            }
            Err(at) => self.columns.insert(at, Column { column, heading: String::new(), field }),
        }
        self.generation = generation(&self.columns);
    }

    /// Whether customers can be read with this layout: no field twice, every required field once.
    ///
    /// # Errors
    /// [`LayoutFault::TwoColumns`] and [`LayoutFault::MissingColumn`].
    pub fn judge(&self) -> Result<(), LayoutFault> {
        for field in Field::ALL {
            let columns: Vec<u16> = self.columns.iter().filter(|known| known.field == Some(field)).map(|known| known.column).collect();
            if columns.len() > 1 {
                return Err(LayoutFault::TwoColumns { field, columns });
            }
        }
        let missing = |field: &Field| field.is_required() && self.column_of(*field).is_none();
        let fields: Vec<Field> = Field::ALL.into_iter().filter(missing).collect();
        if fields.is_empty() { Ok(()) } else { Err(LayoutFault::MissingColumn { fields }) }
    }

    /// How many different fields are named.
    fn named(&self) -> usize {
        Field::ALL.into_iter().filter(|&field| self.column_of(field).is_some()).count()
    }

    fn looks_like_headings(&self) -> bool {
        let telling = |field: Field| field.is_required() || field.is_national_number();
        self.named() >= 2 && self.columns.iter().any(|column| column.field.is_some_and(telling))
    }
}

/// What the cells of a row would mean as headings.
fn propose(sheet: &Sheet, index: usize) -> Layout {
    let claims: Vec<_> = sheet.cells(index).map(|cell| (cell, recognise(cell.text))).collect();
    let sure = |field: Field| claims.iter().any(|(_, claim)| *claim == Some((field, Claim::Sure)));
    let has_street = claims.iter().any(|(_, claim)| matches!(claim, Some((Field::Street, _))));
    let behind_street =
        |at: usize| at.checked_sub(1).and_then(|left| claims.get(left)).is_some_and(|(_, claim)| matches!(claim, Some((Field::Street, _))));
    // A bare number behind the street is the house's; then any other bare number is something else.
    let one_is_behind = claims.iter().enumerate().any(|(at, (_, claim))| is_bare(*claim) && behind_street(at));
    let columns: Vec<Column> = claims
        .iter()
        .enumerate()
        .map(|(at, (cell, claim))| {
            let field = claim.and_then(|(field, claim)| {
                let holds = match claim {
                    Claim::Sure => true,
                    Claim::UnlessNamed => !sure(field),
                    Claim::WithStreet => !sure(field) && has_street && (behind_street(at) || !one_is_behind),
                    Claim::BehindStreet => !sure(field) && behind_street(at),
                };
                holds.then_some(field)
            });
            Column { column: cell.column, heading: cell.text.to_owned(), field }
        })
        .collect();
    Layout { header_row: sheet.row_number(index), generation: generation(&columns), columns }
}

const fn is_bare(claim: Option<(Field, Claim)>) -> bool {
    matches!(claim, Some((_, Claim::WithStreet | Claim::BehindStreet)))
}

/// Three quarters of a template's columns make its generation, since offices drop those that they
/// never fill; the current one goes first.
fn generation(columns: &[Column]) -> Generation {
    let has_most_of = |fields: &[Field]| {
        let present = fields.iter().filter(|&&field| columns.iter().any(|column| column.field == Some(field))).count();
        present * 4 >= fields.len() * 3
    };
    if has_most_of(&Field::TEMPLATE) {
        Generation::Second
    } else if has_most_of(&FIRST_GENERATION) {
        Generation::First
    } else {
        Generation::Own
    }
}

/// The first texts of the first filled sheet, those shown going first.
fn no_heading(heads: &[SheetHead<'_>]) -> LayoutFault {
    let filled = |visibility| heads.iter().find(|head| head.visibility == visibility && head.sheet.row_count() > 0);
    let Some(head) = filled(Visibility::Visible).or_else(|| filled(Visibility::Hidden)) else {
        return LayoutFault::EmptySheet;
    };
    let rows = 0..head.sheet.row_count().min(SEARCHED_ROWS);
    // Headings stand beside each other: the first row with more than one cell is worth quoting.
    let index = rows.clone().find(|&index| head.sheet.cells(index).nth(1).is_some()).unwrap_or(0);
    LayoutFault::NoHeading { seen: head.sheet.cells(index).map(|cell| cell.text.to_owned()).take(QUOTED_TEXTS).collect() }
}

#[cfg(test)]
mod tests;
