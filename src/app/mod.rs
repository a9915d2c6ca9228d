//! What is on screen as state, what a key means, what happens next.
//!
//! [`Model::update`](update) takes a [`Msg`], changes the model and returns [`Effect`]s: plain data
//! that the loop hands to the world, which answers with [`Report`]s. Nothing here draws, waits,
//! reads a clock or touches a file.
//!
//! - `key`, `action`, `keymap`, `obstacle`: from a key press to what it means, or why not
//! - `model`, `update`: the state and its one way to change
//! - `start`, `picker`, `desk`, `compare`, `report`: one room for each screen's state
//! - `chooser`, `columns`, `summary`, `text_field`: what can stand in front of a screen
//! - `keeping`: drafts on disk: what is known of them
//! - `table`, `detail`, `geometry`: lists and panes, the same for all tabs

pub mod action;
pub mod chooser;
pub mod compare;
pub mod desk;
pub mod detail;
pub mod effect;
pub mod fault;
pub mod geometry;
pub mod keeping;
pub mod key;
pub mod keymap;
pub mod model;
pub mod obstacle;
pub mod picker;
pub mod report;
pub mod start;
pub mod summary;
pub mod table;
pub mod text_field;
pub mod update;

pub use effect::{Effect, Job, Msg, Report, Shared};
pub use model::{Model, Overlay, Screen};
