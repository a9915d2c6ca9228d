//! The shape of the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::domain::customer::CustomerId;
use crate::domain::dossier::Status;
use crate::domain::invitation::DAYS;
use crate::domain::language::Language;
use crate::words::ScreenLanguage;

/// Brings an accounting office's customers into its season, from a workbook, in the terminal.
#[derive(Debug, Parser)]
#[command(name = "instroom", version, args_conflicts_with_subcommands = true, after_help = AFTER)]
pub(super) struct Arguments {
    /// Workbook to open on the four tabs (.xlsx .xlsm .xlsb .xls .ods .csv).
    pub(super) file: Option<PathBuf>,
    /// Folder of the store of customers.
    #[arg(long, global = true, env = "INSTROOM_STORE", value_name = "DIR")]
    pub(super) store: Option<PathBuf>,
    /// Folder of what is kept between sessions: drafts lie in it.
    #[arg(long, global = true, env = "INSTROOM_STATE", value_name = "DIR")]
    pub(super) state: Option<PathBuf>,
    /// File of the office's settings; else config.toml by the XDG rules, if it is there.
    #[arg(long, global = true, env = "INSTROOM_CONFIG", value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
    /// Language of screens and messages: nl, fr or en.
    #[arg(long, global = true, value_parser = screen_language, value_name = "LANG")]
    pub(super) lang: Option<ScreenLanguage>,
    /// Show national numbers in full.
    #[arg(long, global = true)]
    pub(super) show_numbers: bool,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

/// Minutes that mails are waited for that the server puts off: greylisting is over by then.
const WAIT: u16 = 60;

const AFTER: &str = "\
Examples:
  instroom demo                               the sample workbook, with a throw-away store
  instroom template -o klanten.xlsx --lang nl an empty workbook to fill in
  instroom klanten.xlsx                       check and import it, full screen
  instroom check klanten.xlsx --json          the same judgement for a script
  instroom import klanten.xlsx --language nl --questionnaire pit-2026 --yes
  instroom plan klanten.xlsx --language nl --questionnaire pit-2026 -o plan.json
  instroom apply plan.json -n                 what the plan would write now
  instroom history                            every import and whatever else was written
  instroom undo 12 -n                         what taking import 12 back would do

  instroom answers vragenlijst-*.xlsx         what customers sent back, beside what is known

Exit codes: 0 done, 1 rows are invalid, answers are none, mails did not leave or the store is not sound, 64 wrong usage,
65 unreadable workbook or plan, or a plan that no longer fits, 66 no such file, 70 a fault of the program, 73 a file cannot be created, 74 the
system refused, 75 the store is in use, 77 no permission, 78 the settings are wrong.";

/// What to do without the four tabs.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Open the sample workbook with a throw-away store that holds some of its customers.
    Demo,
    /// Write the template: an empty workbook with drop-down lists, an example and an explanation.
    Template(TemplateArguments),
    /// Judge a workbook without a screen; writes nothing and creates no store.
    Check(CheckArguments),
    /// Import all new rows of a workbook without a screen; prints the number of the import.
    Import(ImportArguments),
    /// Write what an import would do as a plan, to look at and to apply later; writes nothing else.
    Plan(PlanArguments),
    /// Commit a plan, if workbook and store still fit it.
    Apply(ApplyArguments),
    /// Read questionnaires that came back, and take their answers over.
    Answers(AnswersArguments),
    /// List the drafts that are kept, open one or throw one away.
    Drafts(DraftsArguments),
    /// List what was written in the store, newest first, or where the values of one customer came from.
    History(HistoryArguments),
    /// Take an import back: says what is reversed and what stays and why; writes only with --yes.
    Undo(UndoArguments),
    /// Say who would get an invitation or a reminder, and who would not and why; sends only with --yes and their number.
    Invite(InviteArguments),
    /// List what is in the outbox, send what is queued, decide about mails that may have left, or take mails back.
    Outbox(OutboxArguments),
    /// List the stored customers.
    Customers(CustomersArguments),
    /// Write the stored customers to a file.
    Export(ExportArguments),
    /// Look after the store.
    Store {
        /// What to do with it.
        #[command(subcommand)]
        command: StoreCommand,
    },
}

/// `instroom template`.
#[derive(Debug, Args)]
pub(super) struct TemplateArguments {
    /// Where to write it; a file that is there already is kept.
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: PathBuf,
}

/// Which part of which workbook.
#[derive(Debug, Args)]
pub(super) struct WorkbookArguments {
    /// The workbook; - reads standard input.
    pub(super) file: PathBuf,
    /// Name of the sheet, if it should not be found.
    #[arg(long, value_name = "NAME")]
    pub(super) sheet: Option<String>,
    /// Row of the headings, from 1, if it should not be found.
    #[arg(long, value_name = "ROW")]
    pub(super) header_row: Option<u32>,
}

/// `instroom check`.
#[derive(Debug, Args)]
pub(super) struct CheckArguments {
    #[command(flatten)]
    pub(super) workbook: WorkbookArguments,
    /// Print JSON.
    #[arg(long)]
    pub(super) json: bool,
    /// With --json: also what became of each row.
    #[arg(long, requires = "json")]
    pub(super) rows: bool,
    /// Task flow to compare with, such as pit-2026.
    #[arg(long, value_name = "FLOW")]
    pub(super) task_flow: Option<String>,
}

/// `instroom import`.
#[derive(Debug, Args)]
pub(super) struct ImportArguments {
    #[command(flatten)]
    pub(super) workbook: WorkbookArguments,
    /// Language of customers whose row names none: nl, fr, en or de.
    #[arg(long, value_parser = customer_language, value_name = "LANGUAGE")]
    pub(super) language: Language,
    /// Questionnaire of the new dossiers, such as pit-2026.
    #[arg(long, value_name = "NAME")]
    pub(super) questionnaire: String,
    /// Task flow; the newest if not given.
    #[arg(long, value_name = "FLOW")]
    pub(super) task_flow: Option<String>,
    /// Really write; without it only what would be written is said.
    #[arg(long)]
    pub(super) yes: bool,
}

/// `instroom plan`.
#[derive(Debug, Args)]
#[command(after_help = "The plan holds personal data: values that were typed and the outcome of every row. Only its owner may read \
the file (0600).")]
pub(super) struct PlanArguments {
    #[command(flatten)]
    pub(super) workbook: WorkbookArguments,
    /// Where to write the plan; - is standard output. A file that is there already is kept.
    #[arg(short, long, value_name = "PLAN")]
    pub(super) output: PathBuf,
    /// Replace a file that is there already.
    #[arg(long)]
    pub(super) force: bool,
    /// Take what was decided in this kept draft of the workbook; `instroom drafts` lists them.
    #[arg(long, value_name = "ID")]
    pub(super) draft: Option<String>,
    /// Language of customers whose row names none: nl, fr, en or de.
    #[arg(long, value_parser = customer_language, value_name = "LANGUAGE")]
    pub(super) language: Option<Language>,
    /// Questionnaire of the new dossiers, such as pit-2026.
    #[arg(long, value_name = "NAME")]
    pub(super) questionnaire: Option<String>,
    /// Task flow; the newest if not given.
    #[arg(long, value_name = "FLOW")]
    pub(super) task_flow: Option<String>,
}

/// `instroom apply`.
#[derive(Debug, Args)]
pub(super) struct ApplyArguments {
    /// The plan; - reads standard input.
    pub(super) plan: PathBuf,
    /// Only say what would be written.
    #[arg(short = 'n', long)]
    pub(super) dry_run: bool,
    /// The workbook, if it lies elsewhere than when the plan was made.
    #[arg(long, value_name = "FILE")]
    pub(super) workbook: Option<PathBuf>,
    /// Print JSON.
    #[arg(long)]
    pub(super) json: bool,
}

/// `instroom answers`.
#[derive(Debug, Args)]
#[command(after_help = "Without --yes nothing is written: the differences are shown. Emptied answers and texts that are no answer \
are never taken over by --yes; the latter are kept in the dossier, word for word, for a person to look at.")]
pub(super) struct AnswersArguments {
    /// Workbooks that came back, in any of their formats; - reads standard input.
    #[arg(required = true)]
    pub(super) files: Vec<PathBuf>,
    /// Print JSON.
    #[arg(long)]
    pub(super) json: bool,
    /// Only say what would be taken over.
    #[arg(short = 'n', long, conflicts_with = "yes")]
    pub(super) dry_run: bool,
    /// Take over what is new and what changed.
    #[arg(long)]
    pub(super) yes: bool,
}

/// `instroom drafts`.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct DraftsArguments {
    /// Print JSON.
    #[arg(long)]
    pub(super) json: bool,
    /// What to do with one; without it they are listed.
    #[command(subcommand)]
    pub(super) command: Option<DraftsCommand>,
}

/// What to do with a draft.
#[derive(Debug, Subcommand)]
pub(super) enum DraftsCommand {
    /// Go on with a draft, full screen.
    Open {
        /// Its name, as the list has it.
        id: String,
    },
    /// Throw a draft away, with its copy of the workbook.
    Remove {
        /// Its name, as the list has it.
        id: String,
    },
}

/// `instroom history`.
#[derive(Debug, Args)]
pub(super) struct HistoryArguments {
    /// Print JSON.
    #[arg(long)]
    pub(super) json: bool,
    /// Number of a customer, such as C00007: its values and dossiers, each with where it came from.
    #[arg(long, value_parser = customer_number, value_name = "ID")]
    pub(super) customer: Option<CustomerId>,
}

/// `instroom undo`.
#[derive(Debug, Args)]
pub(super) struct UndoArguments {
    /// Number of the import, as `instroom history` has it.
    pub(super) import: u64,
    /// Only say what would be reversed and what would stay.
    #[arg(short = 'n', long, conflicts_with = "yes")]
    pub(super) dry_run: bool,
    /// Really take it back.
    #[arg(long)]
    pub(super) yes: bool,
    /// Print JSON.
    #[arg(long)]
    pub(super) json: bool,
}

/// `instroom invite`.
#[derive(Debug, Args)]
pub(super) struct InviteArguments {
    /// Task flow; the newest that is not archived if not given.
    #[arg(long, value_name = "FLOW")]
    pub(super) flow: Option<String>,
    /// Only customers with this label.
    #[arg(long, value_name = "LABEL")]
    pub(super) label: Option<String>,
    /// Only dossiers whose row asked for an invitation mail.
    #[arg(long)]
    pub(super) wanted: bool,
    /// Only this customer, such as C00012; may be given several times.
    #[arg(long, value_parser = customer_number, value_name = "ID")]
    pub(super) customer: Vec<CustomerId>,
    /// Try those again whose last mail was refused.
    #[arg(long)]
    pub(super) failed: bool,
    /// Send to this customer although another one has the same address; may be given several times.
    #[arg(long, value_parser = customer_number, value_name = "ID")]
    pub(super) also: Vec<CustomerId>,
    /// Remind those who were invited and have not answered.
    #[arg(long)]
    pub(super) remind: bool,
    /// With --remind: at least so many days after the last mail.
    #[arg(long, requires = "remind", default_value_t = DAYS, value_name = "DAYS")]
    pub(super) after: u16,
    /// With --remind: the last day for reminders, such as 2026-07-01; the deadline of each dossier if not given.
    #[arg(long, requires = "remind", value_name = "DATE")]
    pub(super) until: Option<jiff::civil::Date>,
    /// Only say who would get mail and who not; nothing is queued without --yes either.
    #[arg(short = 'n', long, conflicts_with_all = ["yes", "eml", "test"])]
    pub(super) dry_run: bool,
    /// Really send, if this is the number of those who get mail; any other sends nothing.
    #[arg(long, value_name = "NUMBER", conflicts_with_all = ["eml", "test"])]
    pub(super) yes: Option<u64>,
    /// Write the mails into this folder instead, one .eml file each; sends nothing.
    #[arg(long, value_name = "DIR", conflicts_with = "test")]
    pub(super) eml: Option<PathBuf>,
    /// Send the mail of the first customer to this address instead, marked as a test.
    #[arg(long, value_name = "ADDRESS")]
    pub(super) test: Option<String>,
    /// With --yes: how many minutes mails are waited for that the server puts off.
    #[arg(long, default_value_t = WAIT, value_name = "MINUTES")]
    pub(super) wait: u16,
    /// Print JSON.
    #[arg(long)]
    pub(super) json: bool,
}

/// `instroom outbox`.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct OutboxArguments {
    /// Print JSON.
    #[arg(long)]
    pub(super) json: bool,
    /// What to do with a mail; without it rounds and mails are listed.
    #[command(subcommand)]
    pub(super) command: Option<OutboxCommand>,
}

/// What to do with a mail in the outbox.
#[derive(Debug, Subcommand)]
pub(super) enum OutboxCommand {
    /// Say of a mail that may have left whether it arrived, or is to be sent again.
    Decide {
        /// Its number, such as M00012.
        id: String,
        /// Whether it arrived.
        decision: Decision,
    },
    /// Send what is queued: the rest of a round that was stopped, mails that were put off or are to be sent again.
    Send {
        /// How many minutes mails are waited for that the server puts off.
        #[arg(long, default_value_t = WAIT, value_name = "MINUTES")]
        wait: u16,
        /// Print JSON.
        #[arg(long)]
        json: bool,
    },
    /// Take back a mail that has not left.
    Withdraw {
        /// Its number, such as M00012.
        id: String,
    },
}

/// What a person knows of a mail that may have left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Decision {
    /// It arrived.
    Arrived,
    /// It did not, and is to be sent again.
    Again,
}

/// Which customers. Everything that is said has to hold.
#[derive(Debug, Args)]
pub(super) struct AskedArguments {
    /// With this label.
    #[arg(long, value_name = "LABEL")]
    pub(super) label: Option<String>,
    /// Of this responsible.
    #[arg(long, value_name = "E-MAIL")]
    pub(super) responsible: Option<String>,
    /// Who speak this language: nl, fr, en or de.
    #[arg(long, value_parser = customer_language, value_name = "LANGUAGE")]
    pub(super) language: Option<Language>,
    /// With a dossier in this task flow, such as pit-2026.
    #[arg(long, value_name = "FLOW")]
    pub(super) flow: Option<String>,
    /// Whose dossier (in that task flow, else the newest) is: not_sent_yet, queued, sent, unsure, failed,
    /// answered or closed.
    #[arg(long, value_parser = status, value_name = "STATUS")]
    pub(super) status: Option<Status>,
    /// With this text in one of their values; capitals and accents do not matter.
    #[arg(long, value_name = "TEXT")]
    pub(super) search: Option<String>,
}

/// `instroom customers`.
#[derive(Debug, Args)]
pub(super) struct CustomersArguments {
    #[command(flatten)]
    pub(super) asked: AskedArguments,
    /// Print JSON.
    #[arg(long)]
    pub(super) json: bool,
}

/// `instroom export`.
#[derive(Debug, Args)]
#[command(after_help = "The file holds personal data. Only its owner may read it (0600).")]
pub(super) struct ExportArguments {
    #[command(flatten)]
    pub(super) asked: AskedArguments,
    /// Where to write it: .xlsx, .csv or .json. A file that is there already is kept.
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// Replace a file that is there already.
    #[arg(long)]
    pub(super) force: bool,
}

/// `instroom store`.
#[derive(Debug, Subcommand)]
pub(super) enum StoreCommand {
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

fn customer_number(text: &str) -> Result<CustomerId, String> {
    let digits = text.strip_prefix(['C', 'c']).unwrap_or(text);
    digits.parse().map(CustomerId).map_err(|_| "C00007 or 7".to_owned())
}

fn screen_language(code: &str) -> Result<ScreenLanguage, String> {
    ScreenLanguage::from_code(code).ok_or_else(|| "nl, fr or en".to_owned())
}

fn status(word: &str) -> Result<Status, String> {
    let known = || Status::ALL.map(Status::word).join(", ");
    Status::ALL.into_iter().find(|status| status.word() == word).ok_or_else(known)
}

fn customer_language(word: &str) -> Result<Language, String> {
    Language::from_word(word).ok_or_else(|| "nl, fr, en or de".to_owned())
}
