//! The shape of the commands about the stored customers: customers, export.

use std::path::PathBuf;

use clap::Args;

use super::CUSTOMER_LANGUAGE;
use super::offered::Offered;
use crate::domain::dossier::Status;
use crate::domain::export::FileFormat;
use crate::domain::language::Language;

/// Which customers. Everything that is said has to hold.
#[derive(Debug, Args)]
pub(in crate::cli) struct AskedArguments {
    /// With this label.
    #[arg(long, value_name = "LABEL")]
    pub(in crate::cli) label: Option<String>,
    /// Of this responsible.
    #[arg(long, value_name = "E-MAIL")]
    pub(in crate::cli) responsible: Option<String>,
    /// Who speak this language: nl, fr, en or de.
    #[arg(long, value_parser = CUSTOMER_LANGUAGE, hide_possible_values = true, value_name = "LANGUAGE")]
    pub(in crate::cli) language: Option<Language>,
    /// With a dossier in this task flow, such as pit-2026.
    #[arg(long, value_name = "FLOW")]
    pub(in crate::cli) flow: Option<String>,
    /// Whose dossier (in that task flow, else the newest) is: not_sent_yet, queued, sent, unsure, failed,
    /// answered or closed.
    #[arg(long, value_parser = STATUS, hide_possible_values = true, value_name = "STATUS")]
    pub(in crate::cli) status: Option<Status>,
    /// With this text in one of their values; capitals and accents do not matter.
    #[arg(long, value_name = "TEXT")]
    pub(in crate::cli) search: Option<String>,
}

/// `instroom customers`.
#[derive(Debug, Args)]
#[command(after_help = "A deadline with * is the task flow's: nobody gave that customer another.")]
pub(in crate::cli) struct CustomersArguments {
    #[command(flatten)]
    pub(in crate::cli) asked: AskedArguments,
    /// Print JSON.
    #[arg(long)]
    pub(in crate::cli) json: bool,
}

/// `instroom export`.
#[derive(Debug, Args)]
#[command(after_help = "The file holds personal data. Only its owner may read it (0600).")]
pub(in crate::cli) struct ExportArguments {
    #[command(flatten)]
    pub(in crate::cli) asked: AskedArguments,
    /// Where to write it: .xlsx, .csv or .json; - is standard output, with --format. A file that is there already is kept.
    #[arg(short, long, value_name = "FILE")]
    pub(in crate::cli) output: Option<PathBuf>,
    /// What to write, where the ending does not say: xlsx, csv or json.
    #[arg(long, value_parser = FORMAT, hide_possible_values = true, value_name = "FORMAT")]
    pub(in crate::cli) format: Option<FileFormat>,
    /// Replace a file that is there already.
    #[arg(long)]
    pub(in crate::cli) force: bool,
    /// Only say how many customers would be written, and where.
    #[arg(short = 'n', long)]
    pub(in crate::cli) dry_run: bool,
}

const FORMAT: Offered<FileFormat> = Offered { parse: format, words: &["xlsx", "csv", "json"] };

const STATUS: Offered<Status> =
    Offered { parse: status, words: &["not_sent_yet", "queued", "sent", "unsure", "failed", "answered", "closed"] };

fn format(word: &str) -> Result<FileFormat, String> {
    FileFormat::from_ending(word).ok_or_else(|| "xlsx, csv or json".to_owned())
}

fn status(word: &str) -> Result<Status, String> {
    let known = || Status::ALL.map(Status::word).join(", ");
    Status::ALL.into_iter().find(|status| status.word() == word).ok_or_else(known)
}
