//! The engine from a sheet to a change set and back.
//!
//! - `scene`: builds a workbook and a store in few words, and commits by hand
//! - one room for each thing that can be said of rows

mod after_commit;
mod blank_rows;
mod carrying;
mod change_set;
mod choices;
mod couples;
mod customers;
mod differences;
mod editing;
mod in_file;
mod joining;
mod judged;
mod laws;
mod mapping;
mod marks;
mod parting;
mod remembering;
mod scene;
mod ties;
