//! What tests share.

pub(crate) mod amendments;
pub(crate) mod books;
pub(crate) mod couples;
pub(crate) mod disk;
pub(crate) mod flow;
pub(crate) mod full_books;
pub(crate) mod guide;
pub(crate) mod house;
pub(crate) mod imports;
pub(crate) mod mail_posts;
pub(crate) mod mail_server;
pub(crate) mod mailing_office;
pub(crate) mod memory;
pub(crate) mod office;
pub(crate) mod place;
pub(crate) mod posting_office;
pub(crate) mod program;
pub(crate) mod rounds;
pub(crate) mod shared_store;
pub(crate) mod talk;
pub(crate) mod terminal;
pub(crate) mod wired;

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};

/// A sheet of a workbook as another library reads it: its name and its filled cells, each with row
/// and column counted from 0.
pub(crate) type Cells = (String, Vec<(usize, usize, Data)>);

/// Every sheet of an .xlsx file.
pub(crate) fn cells(bytes: Vec<u8>) -> Vec<Cells> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).expect("the bytes are an .xlsx file");
    let mut sheets = Vec::new();
    for name in workbook.sheet_names() {
        let range = workbook.worksheet_range(&name).unwrap();
        let Some((top, left)) = range.start() else { panic!("{name} is empty") };
        let at = |from: u32, offset: usize| from as usize + offset;
        let filled = range.used_cells().map(|(row, column, cell)| (at(top, row), at(left, column), cell.clone())).collect();
        sheets.push((name, filled));
    }
    sheets
}
