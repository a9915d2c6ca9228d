//! What is on screen as state, what a key means, what happens next.
//!
//! [`Model::update`](update) takes a [`Msg`], changes the model and returns [`Effect`]s: plain data
//! that the loop hands to the world, which answers with [`Report`]s. Nothing here draws, waits,
//! reads a clock or touches a file.
//!
//! - `key`, `action`, `keymap`, `obstacle`: from a key press to what it means, or why not; `digit_row`: digits without Shift
//! - `model`, `update`: the state and its one way to change; `screens`: which screen is shown, and whose keys hold;
//!   `notice`: what was last said
//! - `start`, `picker`, `desk`, `compare`, `report`, `register`: one room for each screen's state
//! - `dossier`: the questionnaire of one customer, with its answers
//! - `person`: the page of one customer, and what stands in front of customers
//! - `arrived`: questionnaires that came back
//! - `past`: an import that was made, and taking it back
//! - `export`: what can be written to a file
//! - `palette`: every action by its name, and why it cannot run
//! - `chooser`, `columns`, `summary`, `editor`, `proposal`, `replacing`, `rules`, `couple`, `text_field`, `text_lines`:
//!   what can stand in front of a screen
//! - `listing`: what every list can do; `sifting`: a filter over many rows; `table`, `grouping`, `detail`, `geometry`: lists and panes, the same for all tabs
//! - `copied`: what was copied, to be taken from the screen where the terminal did not take it
//! - `season`: task flows, linking and deadlines as they are filled in, and looked at before they are written
//! - `tour`: the guided tour: its steps, when each is done, and what to press now
//! - `made`: what a step did, for the list of steps
//! - `keeping`: drafts on disk: what is known of them
//! - `inviting`: the invite screen, and what is known of the sending
//! - `mailing`: what is asked of the world about mail, and what it answers

pub mod action;
pub mod answer;
pub mod arrived;
pub mod chooser;
pub mod compare;
pub mod copied;
pub mod copy_fault;
pub mod correction;
pub mod couple;
pub mod desk;
pub mod detail;
pub mod digit_row;
pub mod dossier;
pub mod editor;
pub mod effect;
pub mod export;
pub mod fault;
pub mod geometry;
pub mod grouping;
pub mod inviting;
pub mod keeping;
pub mod key;
pub mod keymap;
pub mod lending;
pub mod listing;
pub mod log_place;
pub mod made;
pub mod mail_fault;
pub mod mailing;
pub mod mapping;
pub mod model;
pub mod notice;
pub mod obstacle;
pub mod pace;
pub mod palette;
pub mod past;
pub mod person;
pub mod picker;
pub mod proposal;
pub mod register;
pub mod replacing;
pub mod report;
pub mod rules;
mod screens;
pub mod season;
pub mod sifting;
pub mod start;
pub mod summary;
pub mod table;
pub mod text_field;
pub mod text_lines;
pub mod tour;
pub mod unsaved;
pub mod update;

pub use effect::{Effect, Job, Msg, Report, Shared};
pub use model::{Model, Overlay, Screen};
