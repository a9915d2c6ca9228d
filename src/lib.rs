//! Instroom brings an accounting office's customers into its season, from a workbook, in the terminal.
//!
//! # The path of the data
//!
//! ```text
//!  a file ─▶ world::workbook ─▶ domain::sheet ─▶ domain::template ─▶ domain::draft ─▶ domain::change_set ─▶ world::store
//!            bytes, guarded     text cells       which column is     rows judged,     computed once,       all or nothing
//!                                                which field         matched, bucketed shown, written
//! ```
//!
//! Where the headings alone do not tell which column is which field, [`domain::mapping`] proposes it and a person
//! decides.
//!
//! A [draft](domain::draft) is a source plus an ordered list of decisions. Everything on screen is derived from
//! sheet, decisions and the store as it was read; what the summary shows is the very value that is committed.
//!
//! # The rings
//!
//! | ring | knows | names |
//! |---|---|---|
//! | [`domain`] | customers, rules, matching, drafts, change sets, questionnaires; pure | nothing further out |
//! | [`app`] | what is on screen as state, what a key means, what happens next | `domain`, `words` |
//! | [`view`] | how it looks: `&Model` to one frame | `domain`, `app`, `words`, ratatui |
//! | [`plain`] | the same screens as a dialogue on plain lines: what is told, and what an answer means | `domain`, `app`, `words`, `view` |
//! | [`world`] | how things are done: workbooks, the store, the clock | `domain`, `app`'s effects and reports, calamine, sled |
//! | [`words`] | what is said, in Dutch, French and English | the data of `domain` and `app` |
//! | [`cli`], [`terminal`] | the doors: the command line, and the loop with crossterm | all |
//!
//! `words` stands beside the rings rather than in one: lines of the detail pane have to be wrapped to be scrolled,
//! so the model needs them as text. `tests/laws/walls.rs` holds the rings apart.
//!
//! # The loop
//!
//! [`app::Model::update`] takes a [message](app::Msg), changes the model and returns [effects](app::Effect) as plain data.
//! [`world::perform`] does them and answers with [reports](app::Report): on threads under [`terminal`], on the spot
//! in the tests. One frame is drawn for everything that waited; nothing is drawn while nothing happens.
//!
//! # The store
//!
//! [`world::store`] keeps every customer as versions and makes a commit visible by one small durable write. It is held for
//! moments: a session reads a [snapshot](domain::snapshot), works on it, and a commit that finds the store changed
//! writes only if nothing that was shown [moved](domain::moved). What an import taught is kept with it, and
//! comes back in later ones as proposals: the [season memory](domain::memory).
//!
//! # Drafts
//!
//! [`world::drafts`] keeps every draft on disk: its own copy of the workbook, and a journal to which each decision is
//! written before the frame that shows it. A draft that is taken up again is that source with those decisions
//! [replayed](domain::draft::Draft::replay), or [carried over](domain::draft::Draft::carry_over) where the workbook has changed.

pub mod app;
pub mod cli;
pub mod domain;
pub mod plain;
pub mod terminal;
pub mod view;
pub mod words;
pub mod world;
