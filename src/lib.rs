//! Instroom brings an accounting office's customers into its season, from a workbook, in the terminal.

pub mod app;
pub mod cli;
pub mod domain;
pub mod terminal;
pub mod view;
pub mod words;
pub mod world;
