//! The shape of the commands about plan files: plan, apply.

use std::path::PathBuf;

use clap::Args;

use super::CUSTOMER_LANGUAGE;
use super::intake::WorkbookArguments;
use crate::domain::language::Language;

/// `instroom plan`.
#[derive(Debug, Args)]
#[command(after_help = "The plan holds personal data: values that were typed and the outcome of every row. Only its owner may read \
the file (0600).")]
pub(in crate::cli) struct PlanArguments {
    #[command(flatten)]
    pub(in crate::cli) workbook: WorkbookArguments,
    /// Where to write the plan; - is standard output. A file that is there already is kept.
    #[arg(short, long, value_name = "PLAN")]
    pub(in crate::cli) output: PathBuf,
    /// Replace a file that is there already.
    #[arg(long)]
    pub(in crate::cli) force: bool,
    /// Only say what would be in it; no file is written.
    #[arg(short = 'n', long)]
    pub(in crate::cli) dry_run: bool,
    /// Take what was decided in this kept draft of the workbook; `instroom drafts` lists them.
    #[arg(long, value_name = "ID")]
    pub(in crate::cli) draft: Option<String>,
    /// Language of customers whose row names none: nl, fr, en or de; if not given, that of the settings.
    #[arg(long, value_parser = CUSTOMER_LANGUAGE, hide_possible_values = true, value_name = "LANGUAGE")]
    pub(in crate::cli) language: Option<Language>,
    /// Questionnaire of the new dossiers, such as pit-2026; if not given, that of the settings.
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) questionnaire: Option<String>,
    /// Task flow; if not given, that of the settings, else the newest.
    #[arg(long, value_name = "FLOW")]
    pub(in crate::cli) task_flow: Option<String>,
}

/// `instroom apply`.
#[derive(Debug, Args)]
pub(in crate::cli) struct ApplyArguments {
    /// The plan; - reads standard input.
    pub(in crate::cli) plan: PathBuf,
    /// Only say what would be written.
    #[arg(short = 'n', long)]
    pub(in crate::cli) dry_run: bool,
    /// The workbook, if it lies elsewhere than when the plan was made.
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) workbook: Option<PathBuf>,
    /// Print JSON.
    #[arg(long)]
    pub(in crate::cli) json: bool,
}
