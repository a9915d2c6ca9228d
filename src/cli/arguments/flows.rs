//! The shape of the command about task flows: flows.

use clap::{Args, Subcommand};
use jiff::civil::Date;

use super::{CUSTOMER_LANGUAGE, customer_number};
use crate::domain::customer::CustomerId;
use crate::domain::deadline;
use crate::domain::language::Language;

/// `instroom flows`.
#[derive(Debug, Args)]
pub(in crate::cli) struct FlowsArguments {
    /// Print JSON.
    #[arg(long, global = true)]
    pub(in crate::cli) json: bool,
    /// What to do with one; without it all are listed, those in the archive last.
    #[command(subcommand)]
    pub(in crate::cli) command: Option<FlowsCommand>,
}

/// What to do with task flows.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum FlowsCommand {
    /// Make the task flow of the assessment year after.
    Next {
        /// The task flow of the season before, such as pit-2026.
        flow: String,
        #[command(flatten)]
        terms: TermsArguments,
        #[command(flatten)]
        writing: WritingArguments,
    },
    /// Change the default deadlines or the questionnaires of a task flow.
    Change {
        /// The task flow.
        flow: String,
        #[command(flatten)]
        terms: TermsArguments,
        #[command(flatten)]
        writing: WritingArguments,
    },
    /// Put a task flow into the archive, where its dossiers are read only.
    Archive {
        /// The task flow.
        flow: String,
        /// Take it out of the archive instead.
        #[arg(long)]
        back: bool,
        #[command(flatten)]
        writing: WritingArguments,
    },
    /// Give customers a dossier in a task flow.
    Link(LinkArguments),
    /// Take the dossiers of customers out of a task flow, with their answers.
    Unlink {
        /// The task flow.
        flow: String,
        #[command(flatten)]
        whom: WhomArguments,
        /// Also dossiers of which something was sent: how many of them there are.
        #[arg(long, value_name = "NUMBER")]
        also_sent: Option<u64>,
        #[command(flatten)]
        writing: WritingArguments,
    },
    /// Give dossiers another deadline.
    Deadline {
        /// The task flow.
        flow: String,
        #[command(flatten)]
        whom: WhomArguments,
        /// The deadline, such as 2026-07-15 or 15/7/2026; without it the task flow's default.
        #[arg(long, value_parser = day, value_name = "DATE")]
        to: Option<Date>,
        #[command(flatten)]
        writing: WritingArguments,
    },
}

/// `instroom flows link`.
#[derive(Debug, Args)]
pub(in crate::cli) struct LinkArguments {
    /// The task flow.
    pub(in crate::cli) flow: String,
    #[command(flatten)]
    pub(in crate::cli) whom: WhomArguments,
    /// Questionnaire of the dossiers; the first of the task flow if not given.
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) questionnaire: Option<String>,
    /// Language of customers whose own is not known, or in which the questionnaire does not exist; the
    /// language of the messages if not given.
    #[arg(long, value_parser = CUSTOMER_LANGUAGE, hide_possible_values = true, value_name = "LANGUAGE")]
    pub(in crate::cli) language: Option<Language>,
    /// That language for everybody, also for those who have another.
    #[arg(long, requires = "language")]
    pub(in crate::cli) for_all: bool,
    /// Leave last season's answers behind: the account number, the mandate and other lasting facts.
    #[arg(long)]
    pub(in crate::cli) without_answers: bool,
    #[command(flatten)]
    pub(in crate::cli) writing: WritingArguments,
}

/// The default deadlines and the questionnaires of a task flow.
#[derive(Debug, Args)]
pub(in crate::cli) struct TermsArguments {
    /// Default deadline for simple income, such as 2026-07-15 or 15/7/2026.
    #[arg(long, value_parser = day, value_name = "DATE")]
    pub(in crate::cli) simple: Option<Date>,
    /// Default deadline for specific income: where there is an enterprise number.
    #[arg(long, value_parser = day, value_name = "DATE")]
    pub(in crate::cli) specific: Option<Date>,
    /// Questionnaire that it offers; may be given several times.
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) questionnaire: Vec<String>,
}

/// Which customers.
#[derive(Debug, Args)]
#[group(required = true, multiple = true)]
pub(in crate::cli) struct WhomArguments {
    /// Everybody with this label; may be given several times.
    #[arg(long, value_name = "LABEL")]
    pub(in crate::cli) label: Vec<String>,
    /// A customer, such as C00012; may be given several times.
    #[arg(long, value_parser = customer_number, value_name = "ID")]
    pub(in crate::cli) customer: Vec<CustomerId>,
}

/// Whether it is written.
#[derive(Debug, Clone, Copy, Args)]
pub(in crate::cli) struct WritingArguments {
    /// Only say what would be written; nothing is.
    #[arg(short = 'n', long, conflicts_with = "yes")]
    pub(in crate::cli) dry_run: bool,
    /// Really write; without it only what would be written is said.
    #[arg(long)]
    pub(in crate::cli) yes: bool,
    /// Print JSON.
    #[arg(long)]
    pub(in crate::cli) json: bool,
}

/// A day as it is written in Belgium, or as ISO 8601 has it.
pub(super) fn day(text: &str) -> Result<Date, String> {
    deadline::parse(text).ok_or_else(|| "2026-07-15 or 15/7/2026".to_owned())
}
