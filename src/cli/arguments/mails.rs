//! The shape of the commands about mails and what comes back to them: invite, outbox, answers.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{WritingArguments, customer_number};
use crate::domain::customer::CustomerId;
use crate::domain::invitation::DAYS;

/// Minutes that mails are waited for that the server puts off: greylisting is over by then.
const WAIT: u16 = 60;

/// `instroom invite`.
#[derive(Debug, Args)]
pub(in crate::cli) struct InviteArguments {
    /// Task flow; the newest that is not archived if not given.
    #[arg(long, value_name = "FLOW")]
    pub(in crate::cli) flow: Option<String>,
    /// Only customers with this label.
    #[arg(long, value_name = "LABEL")]
    pub(in crate::cli) label: Option<String>,
    /// Only dossiers whose row asked for an invitation mail.
    #[arg(long)]
    pub(in crate::cli) wanted: bool,
    /// Only this customer, such as C00012; may be given several times.
    #[arg(long, value_parser = customer_number, value_name = "ID")]
    pub(in crate::cli) customer: Vec<CustomerId>,
    /// Try those again whose last mail was refused.
    #[arg(long)]
    pub(in crate::cli) failed: bool,
    /// Invite with a questionnaire of another assessment year too, where a dossier has such a one.
    #[arg(long)]
    pub(in crate::cli) old_questions: bool,
    /// Also those whose deadline is past.
    #[arg(long)]
    pub(in crate::cli) past: bool,
    /// Also those whose address looks mistyped.
    #[arg(long)]
    pub(in crate::cli) mistyped: bool,
    /// Also those whose partner gets the mail, or has had it.
    #[arg(long)]
    pub(in crate::cli) partners: bool,
    /// Send to this customer although the deadline is past, the address looks mistyped, or the partner or another customer at the
    /// same address gets a mail; may be given several times.
    #[arg(long, value_parser = customer_number, value_name = "ID")]
    pub(in crate::cli) also: Vec<CustomerId>,
    /// Remind those who were invited and have not answered.
    #[arg(long)]
    pub(in crate::cli) remind: bool,
    /// With --remind: at least so many days after the last mail.
    #[arg(long, requires = "remind", default_value_t = DAYS, value_name = "DAYS")]
    pub(in crate::cli) after: u16,
    /// With --remind: the last day for reminders, such as 2026-07-01; the deadline of each dossier if not given.
    #[arg(long, requires = "remind", value_parser = super::flows::day, value_name = "DATE")]
    pub(in crate::cli) until: Option<jiff::civil::Date>,
    /// Only say who would get mail and who not; nothing is queued.
    #[arg(short = 'n', long, conflicts_with = "yes")]
    pub(in crate::cli) dry_run: bool,
    /// Really send, if this is the number of those who get mail; any other sends nothing.
    #[arg(long, value_name = "NUMBER", conflicts_with_all = ["eml", "test"])]
    pub(in crate::cli) yes: Option<u64>,
    /// Write the mails into this folder instead, one .eml file each; sends nothing.
    #[arg(long, value_name = "DIR", conflicts_with = "test")]
    pub(in crate::cli) eml: Option<PathBuf>,
    /// Send the mail of the first customer to this address instead, marked as a test.
    #[arg(long, value_name = "ADDRESS")]
    pub(in crate::cli) test: Option<String>,
    /// With --yes: how many minutes mails are waited for that the server puts off.
    #[arg(long, default_value_t = WAIT, value_name = "MINUTES")]
    pub(in crate::cli) wait: u16,
    /// Print JSON.
    #[arg(long)]
    pub(in crate::cli) json: bool,
}

/// `instroom outbox`.
#[derive(Debug, Args)]
pub(in crate::cli) struct OutboxArguments {
    /// Print JSON.
    #[arg(long, global = true)]
    pub(in crate::cli) json: bool,
    /// What to do with a mail; without it rounds and mails are listed.
    #[command(subcommand)]
    pub(in crate::cli) command: Option<OutboxCommand>,
}

/// What to do with a mail in the outbox.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum OutboxCommand {
    /// Say of a mail that may have left whether it arrived, or is to be sent again; of one that was put off, that it need not wait.
    Decide {
        /// Its number, such as M00012.
        id: String,
        /// Whether it arrived.
        decision: Decision,
        #[command(flatten)]
        writing: WritingArguments,
    },
    /// Send what is queued: the rest of a round that was stopped, mails that were put off or are to be sent again.
    Send {
        /// How many minutes mails are waited for that the server puts off.
        #[arg(long, default_value_t = WAIT, value_name = "MINUTES")]
        wait: u16,
        /// Only say what would be sent; nothing is.
        #[arg(short = 'n', long)]
        dry_run: bool,
        /// Those that were put off too, without waiting for their time.
        #[arg(long)]
        now: bool,
        /// Print JSON.
        #[arg(long)]
        json: bool,
    },
    /// Take back a mail that has not left.
    Withdraw {
        /// Its number, such as M00012.
        id: String,
        #[command(flatten)]
        writing: WritingArguments,
    },
}

/// What a person knows of a mail that may have left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(in crate::cli) enum Decision {
    /// It arrived.
    Arrived,
    /// It did not, and is to be sent again; or it was put off, and is to be sent now.
    Again,
}

/// `instroom answers`.
#[derive(Debug, Args)]
#[command(after_help = "Without --yes nothing is written: the differences are shown. Emptied answers and texts that are no answer \
are never taken over by --yes; the latter are kept in the dossier, word for word, for a person to look at.")]
pub(in crate::cli) struct AnswersArguments {
    /// Workbooks that came back, in any of their formats; - reads standard input.
    #[arg(required = true)]
    pub(in crate::cli) files: Vec<PathBuf>,
    #[command(flatten)]
    pub(in crate::cli) writing: WritingArguments,
    /// With --yes: put e-mail, address, names and the like into the customers' own records too, where the rules allow it.
    #[arg(long, requires = "yes")]
    pub(in crate::cli) record: bool,
}
