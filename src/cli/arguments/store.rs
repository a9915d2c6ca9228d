//! The shape of the commands about the store as a whole: history, undo, store.

use clap::{Args, Subcommand};

use super::{WritingArguments, customer_number};
use crate::domain::customer::CustomerId;

/// `instroom history`.
#[derive(Debug, Args)]
pub(in crate::cli) struct HistoryArguments {
    /// Print JSON.
    #[arg(long)]
    pub(in crate::cli) json: bool,
    /// Number of a customer, such as C00007: its values and dossiers, each with where it came from.
    #[arg(long, value_parser = customer_number, value_name = "ID")]
    pub(in crate::cli) customer: Option<CustomerId>,
}

/// `instroom undo`.
#[derive(Debug, Args)]
pub(in crate::cli) struct UndoArguments {
    /// Number of the import, as `instroom history` has it.
    pub(in crate::cli) import: u64,
    #[command(flatten)]
    pub(in crate::cli) writing: WritingArguments,
}

/// `instroom store`.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum StoreCommand {
    /// Let the colleagues in a group work with the store too.
    Share {
        /// Name or number of the group.
        #[arg(long, value_name = "GROUP")]
        group: String,
    },
    /// Go through everything in the store and say what is not as it should be.
    Check {
        /// Print JSON.
        #[arg(long)]
        json: bool,
    },
}
