//! What reading a workbook gives besides its cells: which sheets there are, what had to be left
//! out, how far it is, and why it could not be read. Plain data, so that every ring can name it.

use super::sheet::Sheet;

/// What kind of workbook a file is, by its content and never by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Format {
    /// Excel 2007 and later, with or without macros (`.xlsx`, `.xlsm`).
    Xlsx,
    /// Excel's binary form of the same (`.xlsb`).
    Xlsb,
    /// Excel 5.0 to 2003 (`.xls`).
    Xls,
    /// OpenDocument spreadsheet (`.ods`).
    Ods,
    /// Separated text (`.csv`, `.tsv`, pasted rows).
    Separated,
}

/// What a file that is no workbook seems to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum LooksLike {
    /// A web page, which some programs save under the name `.xls`.
    WebPage,
    /// A web archive (MIME), as Excel saves "single file web page".
    WebArchive,
    /// An XML document, also Excel's own "XML Spreadsheet 2003" and flat OpenDocument.
    Xml,
    /// A PDF document.
    Pdf,
    /// A text document: Word, Writer or rich text.
    TextDocument,
    /// A presentation.
    Presentation,
    /// An Apple Numbers spreadsheet, which has to be exported first.
    Numbers,
    /// Excel 4.0 or older, from before workbooks.
    OldExcel,
    /// A JSON document.
    Json,
    /// A picture.
    Picture,
    /// An archive that holds no workbook at its top.
    Archive,
    /// Bytes that are no text.
    Binary,
}

/// Whether a sheet shows in its workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Visibility {
    /// It has a tab.
    Visible,
    /// It is hidden, or very hidden.
    Hidden,
}

/// One sheet of a workbook, and how it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetOutline {
    /// Name, neutralised.
    pub name: String,
    /// Whether it shows.
    pub visibility: Visibility,
    /// The first filled rows (about forty).
    pub head: Sheet,
    /// Why this sheet cannot be read although the workbook can, if so.
    pub fault: Option<ReadFault>,
}

/// The sheets of a workbook, in its own order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// What kind of workbook it is.
    pub format: Format,
    /// At least one sheet.
    pub sheets: Vec<SheetOutline>,
}

/// One sheet, wholly read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// All filled cells.
    pub sheet: Sheet,
    /// What a person should know about how it was read.
    pub notes: Notes,
}

/// What was left out of a sheet or taken for granted. The default says: nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub struct Notes {
    /// Columns with filled cells that stand too far to the right to be read.
    pub columns_left_out: u32,
    /// Cells whose text was cut at the 32,767 characters that Excel allows.
    pub texts_cut: u64,
    /// Cells left out because the file gives them out of order or twice, or because their value
    /// is of no known kind.
    pub cells_left_out: u64,
    /// How separated text was understood; `None` for workbooks.
    pub text: Option<TextShape>,
}

/// How separated text was understood.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct TextShape {
    /// Name of the encoding, such as `UTF-8` or `windows-1252`.
    pub encoding: String,
    /// Whether the encoding was guessed: there was no byte order mark and it is no UTF-8.
    pub guessed: bool,
    /// Whether bytes that mean nothing in the encoding were replaced by U+FFFD.
    pub replaced: bool,
    /// What stands between the fields.
    pub separator: char,
}

/// How far reading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub struct ReadProgress {
    /// Number of the last row that was read; 0 while the workbook is being opened.
    pub row: u32,
    /// How much is done, in the unit of `total` (rows or bytes).
    pub done: u64,
    /// How much there is to do, where the workbook says so; never less than `done`.
    pub total: Option<u64>,
}

/// Which sheet to read.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Which {
    /// By its place in the outline, from 0.
    At(usize),
    /// By its name; where no sheet has exactly that name, upper and lower case do not count.
    Named(String),
}

/// Which bound a workbook broke. All of them lie far above what an office can need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Excess {
    /// More parts in the package.
    Parts,
    /// A part of the package that unpacks to more bytes.
    Unpacked,
    /// More sheets.
    Sheets,
    /// More filled cells, also by repetition.
    Cells,
    /// More text in one sheet.
    Text,
    /// More memory or time, where the format can only be read as a whole.
    Work,
}

/// Why a workbook could not be read. Texts of the file inside are neutralised.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, serde::Serialize, serde::Deserialize)]
pub enum ReadFault {
    /// Nothing has that name.
    #[error("there is no such file")]
    NotFound,
    /// It is a folder.
    #[error("it is a folder")]
    Directory,
    /// The account may not read it.
    #[error("this account may not read it")]
    NoPermission,
    /// It is a device, a pipe or a socket.
    #[error("it is not a regular file")]
    NotRegular,
    /// It has no bytes.
    #[error("the file is empty")]
    Empty,
    /// It is larger than will be read.
    #[error("the file is larger than {cap} bytes")]
    TooLarge {
        /// The most that is read, in bytes.
        cap: u64,
    },
    /// It is protected with a password to open it.
    #[error("the workbook is protected with a password")]
    Encrypted,
    /// Its content is something else.
    #[error("it is not a workbook but looks like {looks_like:?}")]
    NotAWorkbook {
        /// What it seems to be.
        looks_like: LooksLike,
    },
    /// The package stops before its end: a copy or download that was broken off.
    #[error("the file stops before its end")]
    TruncatedZip,
    /// The content contradicts itself.
    #[error("the workbook is damaged: {detail}")]
    Damaged {
        /// What the reader stumbled over, in the reader's own words.
        detail: String,
    },
    /// The content goes beyond a bound.
    #[error("the workbook goes beyond a bound: {excess:?}")]
    TooComplex {
        /// Which bound.
        excess: Excess,
    },
    /// The workbook has no sheet with cells.
    #[error("the workbook has no sheets")]
    NoSheets,
    /// No sheet answers to that name or place.
    #[error("there is no sheet {name:?}")]
    NoSuchSheet {
        /// What was asked for.
        name: String,
        /// The names that there are.
        seen: Vec<String>,
    },
    /// Two sheets have the same name, so that cells could come from the wrong one.
    #[error("two sheets have the name {name:?}")]
    SameSheetName {
        /// The name.
        name: String,
    },
    /// A quotation mark opens a field and nothing closes it.
    #[error("the quotation mark opened on line {line} is not closed")]
    UnclosedQuote {
        /// Line of the file, from 1, on which it is opened.
        line: u64,
    },
    /// Text in an encoding that is neither UTF-8, marked UTF-16 nor one byte for each character.
    #[error("the encoding of the text is not known")]
    UnknownEncoding,
    /// The sheet has more rows than can be read.
    #[error("the sheet has more than {cap} rows")]
    TooManyRows {
        /// What kind of workbook it is.
        format: Format,
        /// The most rows that are read.
        cap: u32,
    },
    /// The person stopped it.
    #[error("reading was stopped")]
    Cancelled,
    /// The separate process that reads workbooks could not be started or spoken to.
    #[error("the reading process could not be used: {reason}")]
    NoReader {
        /// The system's reason.
        reason: String,
    },
    /// The system could not read the file.
    #[error("the file could not be read: {reason}")]
    Io {
        /// The system's reason.
        reason: String,
    },
}
