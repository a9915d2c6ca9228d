//! What can be exported, and the rows of it: plain data that the world writes down.
//!
//! - `view`: a tab as it is shown
//! - `list`: a tab of the register as it is shown
//! - `past`: what is told of an import
//! - `form`: the invalid rows in the form of the template
//! - `report`: what became of each row in an import
//!
//! An [`Export`] holds everything as it was when it was asked for; its rows are made while they are
//! written, far from the loop.

mod form;
mod list;
mod past;
mod report;
mod view;

use super::desk::{Desk, Face, Sight};
use super::effect::has_no_place;
use super::past::Past;
use super::register::{Register, Shelf};
use crate::domain::draft::Bucket;
use crate::domain::export::{Content, FileFormat, Heading};
use form::InvalidRows;
use list::RegisterList;
use past::PastList;
use report::Outcomes;
pub(in crate::app) use report::{counts, told};
use view::View;

/// One of the things that can be exported: a line of the menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ExportKind {
    /// The tab as it is shown.
    View(FileFormat),
    /// Every invalid row, in the form of the template, to be put right and read again.
    InvalidRows,
    /// The office's own workbook with what was put right, and remarks on what is still wrong.
    Corrected,
    /// The report after an import.
    Report(FileFormat),
}

impl ExportKind {
    /// The ending of the file, with the dot.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::View(format) | Self::Report(format) => format.ending(),
            // One with macros keeps its own ending: see `file_name`.
            Self::InvalidRows | Self::Corrected => FileFormat::Xlsx.ending(),
        }
    }
}

/// A word that stands in an export or in the name of its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Caption {
    /// Title of the findings.
    Findings,
    /// Title of the fields of duplicates.
    Fields,
    /// Title of the counts.
    Counts,
    /// Title of the report.
    Report,
    /// Heading: error or warning.
    Weight,
    /// An error.
    Error,
    /// A warning.
    Warning,
    /// Heading: the field.
    Field,
    /// Heading: the cell in the workbook.
    Cell,
    /// Heading: the value.
    Value,
    /// Heading: what is wrong.
    Reason,
    /// Heading: the rule that is broken.
    Rule,
    /// Heading: a value that would cure it.
    Suggestion,
    /// Heading: what the store holds.
    InStore,
    /// Heading: what the row gives.
    InImport,
    /// Heading: the side that is taken.
    TakenFrom,
    /// The store's side.
    Store,
    /// The import's side.
    Import,
    /// Both sides: what the import adds to a list.
    Both,
    /// Both sides are the same.
    Same,
    /// Heading: what became of the row.
    Outcome,
    /// Became a new customer.
    Added,
    /// Changed a stored customer, or gave it a dossier.
    Updated,
    /// A duplicate of which nothing was taken.
    LeftAlone,
    /// New, and not selected.
    NotSelected,
    /// Has an error.
    Invalid,
    /// Part of the return of another row.
    Joined,
    /// In the name of a file: new customers.
    NameNew,
    /// In the name of a file: only in the store.
    NameStore,
    /// In the name of a file: duplicates.
    NameDuplicates,
    /// In the name of a file: invalid rows.
    NameInvalid,
    /// In the name of a file: invalid rows to put right.
    NameToCorrect,
    /// In the name of a file: the corrected workbook.
    NameCorrected,
    /// In the name of a file: the report.
    NameReport,
}

impl Caption {
    /// Every caption.
    pub const ALL: [Self; 34] = [
        Self::Findings,
        Self::Fields,
        Self::Counts,
        Self::Report,
        Self::Weight,
        Self::Error,
        Self::Warning,
        Self::Field,
        Self::Cell,
        Self::Value,
        Self::Reason,
        Self::Rule,
        Self::Suggestion,
        Self::InStore,
        Self::InImport,
        Self::TakenFrom,
        Self::Store,
        Self::Import,
        Self::Both,
        Self::Same,
        Self::Outcome,
        Self::Added,
        Self::Updated,
        Self::LeftAlone,
        Self::NotSelected,
        Self::Invalid,
        Self::Joined,
        Self::NameNew,
        Self::NameStore,
        Self::NameDuplicates,
        Self::NameInvalid,
        Self::NameToCorrect,
        Self::NameCorrected,
        Self::NameReport,
    ];
}

/// Something to be written down, as it was when it was asked for.
#[derive(Debug)]
pub enum Export {
    /// A tab in a format.
    View(View, FileFormat),
    /// A tab of the register in a format.
    List(RegisterList, FileFormat),
    /// What is told of an import, in a format.
    Past(Box<PastList>, FileFormat),
    /// The invalid rows in the form of the template.
    InvalidRows(InvalidRows),
    /// The report after an import in a format.
    Report(Outcomes, FileFormat),
}

impl Export {
    /// What is exported of a desk; none where the desk has no such thing now.
    #[must_use]
    pub fn of(kind: ExportKind, desk: &Desk, sight: Sight) -> Option<Self> {
        match (kind, &desk.face) {
            (ExportKind::View(format), Face::Tabs) => Some(Self::View(View::of(desk, sight), format)),
            (ExportKind::InvalidRows, _) => Some(Self::InvalidRows(InvalidRows::of(desk, sight))),
            (ExportKind::Report(format), Face::Report(done)) => Some(Self::Report(Outcomes::of(desk, done, sight), format)),
            // The corrected workbook is no table: `Correcting` makes it.
            (ExportKind::Corrected, _) => None,
            (ExportKind::View(_), Face::Compare(_) | Face::Mapping(_) | Face::Report(_))
            | (ExportKind::Report(_), Face::Tabs | Face::Compare(_) | Face::Mapping(_)) => None,
        }
    }

    /// The list that the register shows, in a format.
    #[must_use]
    pub fn of_register(format: FileFormat, register: &Register, sight: Sight) -> Self {
        Self::List(RegisterList::shown(register, sight), format)
    }

    /// These customers of a shelf with every column, in a format.
    #[must_use]
    pub fn of_shelf(format: FileFormat, shelf: &Shelf, customers: Vec<u32>, sight: Sight) -> Self {
        Self::List(RegisterList::of_customers(shelf, customers, sight), format)
    }

    /// What is shown of an import, in a format.
    #[must_use]
    pub fn of_past(format: FileFormat, past: &Past, sight: Sight) -> Self {
        Self::Past(Box::new(PastList::shown(past, sight)), format)
    }

    /// Its form, and its rows to come.
    #[must_use]
    pub fn content(&self) -> Content<'_> {
        match self {
            Self::View(view, format) => Content::Table(*format, Box::new(view.table())),
            Self::List(list, format) => Content::Table(*format, Box::new(list.table())),
            Self::Past(list, format) => Content::Table(*format, Box::new(list.table())),
            Self::InvalidRows(rows) => Content::Form(rows.form()),
            Self::Report(outcomes, format) => Content::Table(*format, Box::new(outcomes.table())),
        }
    }

    /// How many rows it has.
    #[must_use]
    pub fn row_count(&self) -> u64 {
        match self {
            Self::View(view, _) => view.row_count(),
            Self::List(list, _) => list.row_count(),
            Self::Past(list, _) => list.row_count(),
            Self::InvalidRows(rows) => rows.row_count(),
            Self::Report(outcomes, _) => outcomes.row_count(),
        }
    }
}

/// The name that is proposed for the file: that of the workbook, what it holds, its ending.
#[must_use]
pub fn file_name(kind: ExportKind, desk: &Desk, sight: Sight) -> String {
    let file = desk.path.rsplit('/').next().unwrap_or(&desk.path);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let stem = if stem.is_empty() || has_no_place(stem) { "instroom".to_owned() } else { without_numbers(stem) };
    let word = (sight.words().exports.caption)(match kind {
        ExportKind::View(_) => match desk.tab {
            Bucket::OnlyInImport => Caption::NameNew,
            Bucket::OnlyInStore => Caption::NameStore,
            Bucket::Duplicates => Caption::NameDuplicates,
            Bucket::Invalid => Caption::NameInvalid,
        },
        ExportKind::InvalidRows => Caption::NameToCorrect,
        ExportKind::Corrected => Caption::NameCorrected,
        ExportKind::Report(_) => Caption::NameReport,
    });
    let has_macros = file.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("xlsm"));
    let ending = if kind == ExportKind::Corrected && has_macros { ".xlsm" } else { kind.ending() };
    format!("{stem}-{word}{ending}")
}

/// A name without the digits that a mask hides: it is only proposed, and goes further than the file that it is made of.
#[must_use]
pub fn without_numbers(name: &str) -> String {
    crate::domain::mask::file_name(name).replace('*', "")
}

fn heading(key: &'static str, word: &str) -> Heading {
    Heading { key, word: word.to_owned(), is_in_details: false }
}
