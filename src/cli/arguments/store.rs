//! The shape of the commands about the store as a whole: history, undo, store.

use std::path::PathBuf;

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

/// `instroom store backup`.
#[derive(Debug, Args)]
#[command(
    after_help = "The file holds national numbers, and mails that wait to be sent. Only its owner may read it (0600). Drafts and settings are \
not in it."
)]
pub(in crate::cli) struct BackupArguments {
    /// Where to write it; - is standard output. A file that is there already is kept.
    pub(in crate::cli) file: PathBuf,
    /// Replace a file that is there already.
    #[arg(long)]
    pub(in crate::cli) force: bool,
    /// Only go through the store and say how many records would be written.
    #[arg(short = 'n', long)]
    pub(in crate::cli) dry_run: bool,
    /// Print JSON about it; with - only the backup is printed.
    #[arg(long)]
    pub(in crate::cli) json: bool,
}

/// `instroom store restore`.
#[derive(Debug, Args)]
#[command(
    after_help = "A backup goes where nothing is yet: into the folder of the store, or into DIR. A copy takes the place of the store, which \
becomes a copy itself, while the outbox stays as it is; with --into it goes into DIR with the outbox it has."
)]
pub(in crate::cli) struct RestoreArguments {
    /// The backup; - reads standard input.
    #[arg(conflicts_with = "copy")]
    pub(in crate::cli) file: Option<PathBuf>,
    /// A copy in its place, as instroom store info lists them.
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) copy: Option<String>,
    /// A new or empty folder for it.
    #[arg(long, value_name = "DIR")]
    pub(in crate::cli) into: Option<PathBuf>,
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
        #[command(flatten)]
        writing: WritingArguments,
    },
    /// Say where the store is, whose, how large, when it was written, and its copies.
    Info {
        /// Print JSON.
        #[arg(long)]
        json: bool,
    },
    /// Write everything in the store as one file of plain lines.
    Backup(BackupArguments),
    /// Put back a backup, or a copy that was taken before something was written; writes only with --yes.
    Restore(RestoreArguments),
    /// Go through everything in the store and say what is not as it should be.
    Check {
        /// Go through a backup instead: every record in it, its order and its digest; - reads standard input.
        #[arg(long, value_name = "FILE")]
        backup: Option<PathBuf>,
        /// Print JSON.
        #[arg(long)]
        json: bool,
    },
}
