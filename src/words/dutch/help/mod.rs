//! What the definition of the command line says, in Dutch: each text behind the English one of the definition, by which it is found.

mod commands;
mod examples;
mod manual;
mod options;

use crate::words::Phrasebook;

pub(in crate::words) const HELP: &[Phrasebook] = &[commands::COMMANDS, options::OPTIONS, examples::EXAMPLES, manual::MANUAL];
