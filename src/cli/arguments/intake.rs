//! The shape of the commands that bring a workbook in: template, check, import, drafts.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{CUSTOMER_LANGUAGE, WritingArguments};
use crate::domain::language::Language;

/// `instroom template`.
#[derive(Debug, Args)]
pub(in crate::cli) struct TemplateArguments {
    /// Where to write it; - is standard output. A file that is there already is kept.
    #[arg(short, long, value_name = "FILE")]
    pub(in crate::cli) output: PathBuf,
    /// Replace a file that is there already.
    #[arg(long)]
    pub(in crate::cli) force: bool,
    /// Only say what would be written.
    #[arg(short = 'n', long)]
    pub(in crate::cli) dry_run: bool,
}

/// Which part of which workbook.
#[derive(Debug, Args)]
pub(in crate::cli) struct WorkbookArguments {
    /// The workbook; - reads standard input.
    pub(in crate::cli) file: PathBuf,
    /// Name of the sheet, in the place of the one that would be found.
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) sheet: Option<String>,
    /// Row of the headings, from 1, in the place of the one that would be found.
    #[arg(long, value_name = "ROW")]
    pub(in crate::cli) header_row: Option<u32>,
}

/// `instroom check`.
#[derive(Debug, Args)]
pub(in crate::cli) struct CheckArguments {
    #[command(flatten)]
    pub(in crate::cli) workbook: WorkbookArguments,
    /// Print JSON.
    #[arg(long)]
    pub(in crate::cli) json: bool,
    /// With --json: also what became of each row.
    #[arg(long, requires = "json")]
    pub(in crate::cli) rows: bool,
    /// Task flow to compare with, such as pit-2026.
    #[arg(long, value_name = "FLOW")]
    pub(in crate::cli) task_flow: Option<String>,
}

/// `instroom import`.
#[derive(Debug, Args)]
pub(in crate::cli) struct ImportArguments {
    #[command(flatten)]
    pub(in crate::cli) workbook: WorkbookArguments,
    /// Language of customers whose row names none: nl, fr, en or de; if not given, that of the settings.
    #[arg(long, value_parser = CUSTOMER_LANGUAGE, hide_possible_values = true, value_name = "LANGUAGE")]
    pub(in crate::cli) language: Option<Language>,
    /// Questionnaire of the new dossiers, such as pit-2026; if not given, that of the settings.
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) questionnaire: Option<String>,
    /// Task flow; if not given, that of the settings, else the newest.
    #[arg(long, value_name = "FLOW")]
    pub(in crate::cli) task_flow: Option<String>,
    #[command(flatten)]
    pub(in crate::cli) writing: WritingArguments,
}

/// `instroom drafts`.
#[derive(Debug, Args)]
pub(in crate::cli) struct DraftsArguments {
    /// Print JSON.
    #[arg(long, global = true)]
    pub(in crate::cli) json: bool,
    /// What to do with one; without it they are listed.
    #[command(subcommand)]
    pub(in crate::cli) command: Option<DraftsCommand>,
}

/// What to do with a draft.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum DraftsCommand {
    /// Go on with a draft, full screen.
    Open {
        /// Its name, as the list has it.
        id: String,
    },
    /// Throw a draft away, with its copy of the workbook.
    Remove {
        /// Its name, as the list has it.
        id: String,
        #[command(flatten)]
        writing: WritingArguments,
    },
}
