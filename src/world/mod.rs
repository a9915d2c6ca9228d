//! How things are done: reading and writing workbooks, the store, the clock.
//!
//! The outside arrives here and leaves here. Cells become text with a kind, records become bytes;
//! calamine, rust_xlsxwriter and sled are named in this ring only.

pub mod arrivals;
pub mod backup;
mod bench;
pub mod clock;
pub mod config;
pub mod demo;
pub mod drafts;
pub mod export;
mod frame;
pub mod guarded;
pub mod ids;
pub mod log;
pub mod mailroom;
pub mod outbox;
pub mod perform;
pub mod plan_file;
pub mod post;
pub mod questionnaires;
pub mod sending;
pub mod spent;
pub mod store;
mod unnamed;
pub mod whole_file;
pub mod workbook;
