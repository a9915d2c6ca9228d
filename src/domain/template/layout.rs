//! Where the customers stand in a workbook: which sheet, which row has the headings, which column is what.

use super::guidance::is_reasons_heading;
use super::headings::{Claim, FIRST_GENERATION, recognise};
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
mod tests {
    use super::*;
    use crate::domain::language::Language;
    use crate::domain::sheet::CellKind;
    use crate::domain::template::headings::{first_generation_heading, heading};

    fn sheet(rows: &[(u32, &str)]) -> Sheet {
        let mut sheet = Sheet::new("Sheet");
        for (row, cells) in rows {
            for (column, text) in cells.split('|').enumerate() {
                sheet.push(*row, u16::try_from(column).unwrap(), CellKind::Text, text).unwrap();
            }
        }
        sheet
    }

    fn visible(sheet: &Sheet) -> SheetHead<'_> {
        SheetHead { sheet, visibility: Visibility::Visible }
    }

    fn fields(layout: &Layout) -> Vec<Option<Field>> {
        layout.columns.iter().map(|column| column.field).collect()
    }

    #[test]
    fn both_generations_are_found_in_every_language_and_in_any_order() {
        for language in [Language::Dutch, Language::French, Language::English] {
            let second: Vec<_> = Field::TEMPLATE.iter().filter_map(|&field| heading(field, language)).collect();
            let first: Vec<_> = FIRST_GENERATION.iter().filter_map(|&field| first_generation_heading(field, language)).collect();
            for (headings, generation) in [(second, Generation::Second), (first, Generation::First)] {
                for turn in 0..headings.len() {
                    let mut turned = headings.clone();
                    turned.rotate_left(turn);
                    if turn % 2 == 1 {
                        turned.reverse();
                    }
                    let place = find(&[visible(&sheet(&[(1, &turned.join("|"))]))]).unwrap();
                    assert_eq!(place.layout.generation, generation, "{turned:?}");
                    assert!(fields(&place.layout).iter().all(Option::is_some), "{turned:?}");
                }
            }
        }
    }

    #[test]
    fn titles_above_the_headings_are_skipped() {
        let sheet = sheet(&[
            (1, "Klanten aanslagjaar 2026"),
            (3, "|E-mail: info@example.com"),
            (5, "|Naam|Voornaam|E-mail|GSM"),
            (6, "|A|B|c@example.com|"),
        ]);
        let place = find(&[visible(&sheet)]).unwrap();
        assert_eq!((place.sheet, place.layout.header_row), (0, 5));
        assert_eq!(place.layout.column_of(Field::LastName), Some(1));
        assert_eq!(place.layout.column_of(Field::Mobile), Some(4));
        assert_eq!(place.layout.column_of(Field::City), None);
        assert_eq!(place.layout.generation, Generation::Own);
    }

    #[test]
    fn a_sheet_that_is_shown_goes_before_a_hidden_one_and_a_whole_layout_before_a_fuller_one() {
        let full = sheet(&[(1, "Voornaam|Naam|E-mail|GSM|INSZ|Straat|Nr|Bus|Postcode|Gemeente")]);
        let small = sheet(&[(2, "Voornaam|Naam|E-mail")]);
        let faulty = sheet(&[(1, "Naam|INSZ|Straat|Nr|Bus|Postcode|Gemeente")]);
        let hidden = SheetHead { sheet: &full, visibility: Visibility::Hidden };
        assert_eq!(find(&[hidden, visible(&faulty), visible(&small)]).map(|place| place.sheet), Ok(2));
        assert_eq!(find(&[hidden]).map(|place| place.sheet), Ok(0));
        assert_eq!(find(&[visible(&small), visible(&full), visible(&full)]).map(|place| place.sheet), Ok(1));
        assert_eq!(candidate(&[hidden, visible(&faulty)]).map(|place| place.sheet), Ok(1));
    }

    #[test]
    fn headings_behind_the_fortieth_filled_row_are_not_searched_but_can_be_chosen() {
        let mut rows: Vec<(u32, &str)> = (1..=40).map(|row| (row * 2, "x|y")).collect();
        rows.push((100, "Voornaam|Naam|E-mail"));
        let sheet = sheet(&rows);
        assert_eq!(find(&[visible(&sheet)]), Err(LayoutFault::NoHeading { seen: vec!["x".into(), "y".into()] }));
        assert_eq!(of_row(&sheet, 100).map(|layout| layout.header_row), Ok(100));
        assert_eq!(of_row(&sheet, 3), Err(LayoutFault::EmptySheet));
        assert_eq!(of_row(&sheet, 4), Err(LayoutFault::NoHeading { seen: vec!["x".into(), "y".into()] }));
    }

    #[test]
    fn faults_name_what_is_twice_missing_or_there_instead() {
        let of = |headings: &str| find(&[visible(&sheet(&[(1, headings)]))]).map(|place| fields(&place.layout));
        assert_eq!(of("Voornaam|Naam|E-mail|x|Mail"), Err(LayoutFault::TwoColumns { field: Field::Email, columns: vec![2, 4] }));
        assert_eq!(of("Naam|INSZ"), Err(LayoutFault::MissingColumn { fields: vec![Field::FirstName, Field::Email] }));
        assert_eq!(of("Omzet|Gemeente|Land"), Err(LayoutFault::NoHeading { seen: ["Omzet", "Gemeente", "Land"].map(String::from).into() }));
        assert_eq!(find(&[visible(&Sheet::new("empty"))]), find(&[]));
        assert_eq!(find(&[]), Err(LayoutFault::EmptySheet));
        assert_eq!(LayoutFault::TwoColumns { field: Field::Email, columns: vec![2, 27] }.to_string(), "columns C, AB all hold email");
    }

    #[test]
    fn a_row_of_customers_is_no_row_of_headings() {
        let sheet =
            sheet(&[(2, "person|An|Janssens|an@example.com|+32475112233|85073003328|Kerkstraat|1||9000|Gent|België||PB|x|dutch|land")]);
        assert!(matches!(find(&[visible(&sheet)]), Err(LayoutFault::NoHeading { .. })));
    }

    #[test]
    fn names_and_numbers_are_read_by_their_neighbours() {
        let of = |headings: &str| fields(&propose(&sheet(&[(1, headings)]), 0));
        assert_eq!(of("Naam|Familienaam"), [None, Some(Field::LastName)]);
        assert_eq!(of("Nr|Naam"), [None, Some(Field::LastName)]);
        assert_eq!(of("Nr|Straat|Nr|Bus"), [None, Some(Field::Street), Some(Field::HouseNumber), Some(Field::Box)]);
        assert_eq!(of("Nummer|Straat|Bus"), [Some(Field::HouseNumber), Some(Field::Street), Some(Field::Box)]);
        assert_eq!(of("Nummer|Naam"), [None, Some(Field::LastName)]);
        assert_eq!(of("Nummer|Straat|Nr"), [None, Some(Field::Street), Some(Field::HouseNumber)]);
        assert_eq!(of("Straat|Nr|Huisnummer"), [Some(Field::Street), None, Some(Field::HouseNumber)]);
        assert_eq!(of("KBO|Btw-nummer"), [Some(Field::EnterpriseNumber), None]);
        assert_eq!(of("Btw-nummer"), [Some(Field::EnterpriseNumber)]);
    }

    #[test]
    fn columns_are_assigned_by_hand() {
        let mut layout = unjudged_row(&sheet(&[(1, "Wie|Naam||Waar")]), 1).unwrap();
        assert_eq!(layout.judge(), Err(LayoutFault::MissingColumn { fields: vec![Field::FirstName, Field::Email] }));
        layout.assign(0, Some(Field::FirstName));
        layout.assign(2, Some(Field::Email));
        assert_eq!(layout.judge(), Ok(()));
        assert_eq!(fields(&layout), [Some(Field::FirstName), Some(Field::LastName), Some(Field::Email), None]);
        layout.assign(3, Some(Field::Email));
        assert_eq!(layout.judge(), Err(LayoutFault::TwoColumns { field: Field::Email, columns: vec![2, 3] }));
        layout.assign(3, None);
        assert_eq!(layout.judge(), Ok(()));
    }
}
