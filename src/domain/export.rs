//! What leaves Instroom for another program, before it has a format: tables, and rows in template form.
//!
//! Rows are made one by one while they are written, so that a hundred thousand of them take no room.

use jiff::civil::Date;

use super::draft::Given;
use super::field::Field;
use super::language::Language;

/// A format in which a table can leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FileFormat {
    /// A workbook of Excel 2007 and later.
    Xlsx,
    /// Separated text, as Excel in Belgium writes and reads it.
    Separated,
    /// JSON, for programs.
    Json,
}

impl FileFormat {
    /// The ending of its files, with the dot.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Xlsx => ".xlsx",
            Self::Separated => ".csv",
            Self::Json => ".json",
        }
    }

    /// The format of an ending, without the dot, in any case.
    #[must_use]
    pub fn from_ending(ending: &str) -> Option<Self> {
        let is_its = |format: &Self| format.ending().trim_start_matches('.').eq_ignore_ascii_case(ending);
        [Self::Xlsx, Self::Separated, Self::Json].into_iter().find(is_its)
    }
}

/// What leaves: its form, and its rows to come.
pub enum Content<'a> {
    /// A table in a format of choice.
    Table(FileFormat, Box<Table<'a>>),
    /// Rows in the form of the template, always a workbook.
    Form(Form<'a>),
}

impl Content<'_> {
    /// What it is written as.
    #[must_use]
    pub const fn format(&self) -> FileFormat {
        match self {
            Self::Table(format, _) => *format,
            Self::Form(_) => FileFormat::Xlsx,
        }
    }
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Text, whatever it looks like: `=1+1` and `007` stay as they are.
    Text(String),
    /// A count or a row number.
    Number(u64),
    /// A day.
    Date(Date),
    /// Something with a stable name for programs and a word for people.
    Named {
        /// The stable name.
        key: &'static str,
        /// The word.
        word: String,
    },
}

impl Cell {
    /// Text, or nothing where the text is empty.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Stable name, for programs.
    pub key: &'static str,
    /// What people read.
    pub word: String,
    /// The details say it too and say it better, so that it is left out where both stand in one line.
    pub is_in_details: bool,
}

/// What there is to say about each row beside its cells: the findings of an invalid row, the fields in
/// which a duplicate differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Details {
    /// Stable name, for programs.
    pub key: &'static str,
    /// What people read.
    pub title: String,
    /// The columns by which a row is known again where its details stand apart from it.
    pub identity: Vec<Heading>,
    /// The columns of a detail.
    pub headings: Vec<Heading>,
}

/// A number that belongs to the table as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// Stable name, for programs.
    pub key: &'static str,
    /// What people read.
    pub word: String,
    /// The number.
    pub count: u64,
}

/// Whether national numbers can be read in an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Numbers {
    /// Only the birth date stays.
    Masked,
    /// As they are.
    Shown,
}

/// One row, with everything that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    /// One for each heading.
    pub cells: Vec<Cell>,
    /// One for each heading of [`Details::identity`].
    pub identity: Vec<Cell>,
    /// Each with one cell for each of [`Details::headings`].
    pub details: Vec<Vec<Cell>>,
}

/// A table on its way out.
pub struct Table<'a> {
    /// Stable name of what it shows, for programs.
    pub key: &'static str,
    /// What people read.
    pub title: String,
    /// File name of the workbook that the rows come from.
    pub file: String,
    /// Name of the sheet in it.
    pub sheet: String,
    /// Whether national numbers can be read.
    pub numbers: Numbers,
    /// Title of the numbers about the whole; empty where there are none.
    pub counts_title: String,
    /// Numbers about the whole.
    pub counts: Vec<Count>,
    /// The columns.
    pub headings: Vec<Heading>,
    /// What is said about each row.
    pub details: Option<Details>,
    /// How many rows there will be.
    pub row_count: u64,
    /// The rows.
    pub rows: Box<dyn Iterator<Item = Entry> + 'a>,
}

/// Rows in the form of the template, to be put right by hand and read again.
pub struct Form<'a> {
    /// The language of the template.
    pub language: Language,
    /// Fields of the first template that the rows fill, behind those of the current one.
    pub further: Vec<Field>,
    /// How many rows there will be.
    pub row_count: u64,
    /// The rows.
    pub rows: Box<dyn Iterator<Item = FormRow> + 'a>,
}

/// One row in the form of the template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormRow {
    /// The cells as the office gave them, of every kind.
    pub given: Vec<Given>,
    /// What is wrong, in words.
    pub reasons: String,
}
