//! What was found by fuzzing, replayed. `.ci/fuzz` looks for more: see `targets`.

mod mutated;
mod replay;
mod targets;

use crate::support::books;
