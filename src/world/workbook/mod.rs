//! Workbooks in and out.
//!
//! Reading goes one way: [`Source`] takes in the bytes and says by their content what they are,
//! [`Reader`] turns them into an [`Outline`] or a whole [`Reading`]. Foreign bytes are believed in
//! nothing: sizes, counts, positions and texts are all bounded before they are used, every text is
//! neutralised, and whatever needs a parser of others runs in a process of its own.

mod binary;
mod book;
mod cells;
mod child;
pub mod corrected;
mod fault;
mod format;
mod frame;
mod intake;
mod ods;
mod ods_cell;
mod package;
mod parent;
pub mod questionnaire;
mod reader;
mod separated;
mod source;
pub mod template;
#[cfg(test)]
#[path = "../../../tests/support/books.rs"]
mod test_books;
mod text;
mod xlsx;

pub use child::{CHILD_ARGUMENT, child_main};
pub use reader::{Follow, Reader};
pub use source::{SOURCE_CAP, Source};

pub use crate::domain::workbook::{
    Excess, Format, LooksLike, Notes, Outline, ReadFault, ReadProgress, Reading, SheetOutline, TextShape, Visibility, Which,
};
