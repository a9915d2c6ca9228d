//! The wire shows what ratatui's own backend shows, cell by cell.

mod random;
mod screens;
mod tmux;
