//! The business, pure: customers, numbers, rules, matching, drafts, change sets, questionnaires.
//!
//! Nothing here reads a file, a clock or a terminal, and nothing here names a ring further out.
//! Data comes in as a [`sheet::Sheet`] of text cells and a [`snapshot::Snapshot`] of the store, and
//! goes out as a [`change_set::ChangeSet`].

pub mod change_set;
pub mod customer;
pub mod dossier;
pub mod field;
pub mod finding;
pub mod fold;
pub mod language;
pub mod matching;
pub mod neutral;
pub mod questionnaire;
pub mod record;
pub mod sheet;
pub mod snapshot;
pub mod task_flow;
pub mod workbook;
