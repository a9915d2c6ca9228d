//! What is seen of folders and workbooks before one is opened.

use crate::app::fault::Fault;

/// What is seen in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    /// Its full path.
    pub path: String,
    /// Sub-folders and workbooks, newest first, folders behind.
    pub entries: Vec<Entry>,
}

/// One file or folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Name to show, neutralised.
    pub name: String,
    /// Path to open.
    pub path: String,
    /// Whether it is a folder.
    pub is_folder: bool,
    /// Size in bytes.
    pub size: u64,
    /// When it was changed, local time, `2026-05-14 13:58`.
    pub changed: String,
}

/// The first rows of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Name of the sheet.
    pub sheet: String,
    /// Whether the sheet is hidden in the workbook.
    pub hidden: bool,
    /// Row number and the texts of its cells.
    pub rows: Vec<(u32, Vec<String>)>,
}

/// A look into a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// The path that was looked into.
    pub path: String,
    /// Its sheets.
    pub heads: Vec<Head>,
    /// The sheet and header row that would be used, if they are found.
    pub found: Option<(String, u32)>,
    /// Why they are not found.
    pub fault: Option<Fault>,
}
