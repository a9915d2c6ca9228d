//! The shape of the command line: what every command may be told, and the commands. The rooms hold what
//! each family of commands is told of its own.

mod config;
mod customers;
pub(super) mod examples;
mod flows;
mod intake;
mod keys;
mod mails;
mod offered;
mod plans;
mod shell;
mod store;

use std::collections::BTreeSet;
use std::path::PathBuf;

use clap::parser::ValueSource;
use clap::{ArgMatches, Args, Id, Parser, Subcommand};

pub(super) use config::{ConfigArguments, ConfigCommand};
pub(super) use customers::{AskedArguments, CustomersArguments, ExportArguments};
pub(super) use flows::{FlowsArguments, FlowsCommand, LinkArguments, TermsArguments, WhomArguments, WritingArguments};
pub(super) use intake::{CheckArguments, DraftsArguments, DraftsCommand, ImportArguments, TemplateArguments, WorkbookArguments};
pub(super) use keys::KeysArguments;
pub(super) use mails::{AnswersArguments, Decision, InviteArguments, OutboxArguments, OutboxCommand};
pub(super) use plans::{ApplyArguments, PlanArguments};
pub(super) use shell::{CompletionsArguments, ManArguments};
pub(super) use store::{BackupArguments, HistoryArguments, RestoreArguments, StoreCommand, UndoArguments};

use offered::Offered;

use crate::domain::customer::CustomerId;
use crate::domain::language::Language;
use crate::domain::settings::{FrameStyle, MouseUse, PlainUse, ThemeName};
use crate::words::ScreenLanguage;
use crate::world::log::Level;

/// Brings an accounting office's customers into its season, from a workbook, in the terminal.
#[derive(Debug, Parser)]
#[command(name = "instroom", version, after_help = AFTER)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub(super) front: Front,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    /// Whether what is asked for is told as JSON.
    #[arg(skip)]
    pub(super) tells_json: bool,
    /// Which of the options were typed; whatever else is set was said in the environment.
    #[arg(skip)]
    pub(super) typed: Typed,
}

// What can be said where there is no command, or in front of one; all but the workbook behind it as well. Its own definition is small: a
// start that names no command does not wait for those of all commands to be laid out.
#[derive(Debug, Args)]
pub(super) struct Front {
    /// Workbook to open on the four tabs (.xlsx .xlsm .xlsb .xls .ods .csv).
    pub(super) file: Option<PathBuf>,
    /// Folder of the store of customers.
    #[arg(long, global = true, env = "INSTROOM_STORE", hide_env_values = true, value_name = "DIR", help_heading = EVERYWHERE, display_order = 900)]
    pub(super) store: Option<PathBuf>,
    /// Folder of what is kept between sessions: drafts lie in it.
    #[arg(long, global = true, env = "INSTROOM_STATE", hide_env_values = true, value_name = "DIR", help_heading = EVERYWHERE, display_order = 901)]
    pub(super) state: Option<PathBuf>,
    /// File of the office's settings, with letters/ and questionnaires/ beside it; in the place of your config.toml by the XDG rules.
    #[arg(long, global = true, env = "INSTROOM_CONFIG", hide_env_values = true, value_name = "FILE", help_heading = EVERYWHERE, display_order = 902)]
    pub(super) config: Option<PathBuf>,
    /// Language of screens and messages: nl, fr or en.
    #[arg(long, global = true, env = "INSTROOM_LANG", hide_env_values = true, value_parser = Offered { parse: screen_language, words: &["nl", "fr", "en"] }, hide_possible_values = true, value_name = "LANG", help_heading = EVERYWHERE, display_order = 903)]
    pub(super) lang: Option<ScreenLanguage>,
    /// Show national numbers in full.
    #[arg(long, global = true, help_heading = EVERYWHERE, display_order = 904)]
    pub(super) show_numbers: bool,
    /// How much goes into the log, instroom.log in the folder of what is kept between sessions: error, warn, info, debug or trace.
    #[arg(long, global = true, env = "INSTROOM_LOG", hide_env_values = true, value_parser = LOG_LEVEL, hide_possible_values = true, value_name = "LEVEL", default_value = "info", hide_default_value = true, help_heading = EVERYWHERE, display_order = 905)]
    pub(super) log_level: Level,
    /// Ask nothing and open no screen: what is missing is said instead (exit code 64).
    #[arg(long, global = true, help_heading = EVERYWHERE, display_order = 906)]
    pub(super) no_input: bool,
    /// Colours for the ground of the terminal: dark or light, mono for none, or auto for what the terminal says.
    #[arg(long, global = true, env = "INSTROOM_THEME", hide_env_values = true, value_parser = THEME, hide_possible_values = true, value_name = "THEME", help_heading = EVERYWHERE, display_order = 907)]
    pub(super) theme: Option<ThemeName>,
    /// Frames of lines or ascii (+ - |), or auto: lines where the locale is UTF-8.
    #[arg(long, global = true, value_parser = FRAMES, hide_possible_values = true, value_name = "FRAMES", help_heading = EVERYWHERE, display_order = 908)]
    pub(super) frames: Option<FrameStyle>,
    /// Short for --frames ascii.
    #[arg(long, global = true, conflicts_with = "frames", help_heading = EVERYWHERE, display_order = 908)]
    pub(super) ascii: bool,
    /// Listen to the mouse: the wheel scrolls, a click goes to a row. Without it, or with =off, the terminal's own selecting works.
    #[arg(long, global = true, value_parser = MOUSE, hide_possible_values = true, num_args = 0..=1, require_equals = true, default_missing_value = "on", value_name = "on|off", help_heading = EVERYWHERE, display_order = 909)]
    pub(super) mouse: Option<MouseUse>,
    /// A dialogue on plain lines in the place of the screens, for screen readers and terminals that only print (TERM=dumb). With =off, the screens.
    #[arg(long, global = true, env = "INSTROOM_PLAIN", hide_env_values = true, value_parser = PLAIN, hide_possible_values = true, num_args = 0..=1, require_equals = true, default_missing_value = "on", value_name = "on|off", help_heading = EVERYWHERE, display_order = 910)]
    pub(super) plain: Option<PlainUse>,
    /// Tell at the end, on standard error, what it took: rows, seconds by stage, processor, memory, and for the screens frames and bytes. With --json as one line of JSON.
    #[arg(long, global = true, help_heading = EVERYWHERE, display_order = 911)]
    pub(super) stats: bool,
}

/// Options that were typed, before the command or behind it, by their ids.
#[derive(Debug, Default)]
pub(super) struct Typed(BTreeSet<String>);

impl Typed {
    /// Those of a line as it was understood.
    pub(super) fn of(matches: &ArgMatches) -> Self {
        let levels = std::iter::successors(Some(matches), |matches| matches.subcommand().map(|(_, below)| below));
        // A group has an id as well, of which no source can be asked.
        let is_option = |matches: &ArgMatches, id: &str| matches.try_contains_id(id).unwrap_or(false);
        let typed =
            move |matches: &ArgMatches, id: &str| is_option(matches, id) && matches.value_source(id) == Some(ValueSource::CommandLine);
        let of_level = |matches| ArgMatches::ids(matches).map(Id::as_str).filter(move |id| typed(matches, id)).map(str::to_owned);
        Self(levels.flat_map(of_level).collect())
    }

    /// Whether an option is among them.
    pub(super) fn has(&self, id: &str) -> bool {
        self.0.contains(id)
    }
}

/// Heading of the options that every command takes, before it or behind it.
pub(super) const EVERYWHERE: &str = "Everywhere";

const AFTER: &str = "\
Exit codes: 0 done, 1 rows are invalid, answers are none, mails did not leave or the store is not sound, \
64 wrong usage or something is missing, 65 unreadable workbook or plan, or a plan that no longer fits, \
66 no such file, customer, label or task flow, 70 a fault of the program, 73 a file cannot be created, \
74 the system refused, 75 the store is in use, 77 no permission, 78 the settings are wrong, \
129, 130, 131, 143 ended by a signal. \
The whole manual: instroom man | man -l -";

/// What to do without the four tabs.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Open the sample workbook with a throw-away store that holds some of its customers.
    Demo,
    /// Be shown around on the sample, step by step, with a store that is thrown away.
    Tutor,
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
    /// List the task flows; make the next season's, archive one, link or unlink customers.
    Flows(FlowsArguments),
    /// List the stored customers.
    Customers(CustomersArguments),
    /// Write the stored customers to a file.
    Export(ExportArguments),
    /// List what was written in the store, newest first, or where the values of one customer came from.
    History(HistoryArguments),
    /// Take an import back: says what is reversed and what stays and why; writes only with --yes.
    Undo(UndoArguments),
    /// Say who would get an invitation or a reminder, and who would not and why; sends only with --yes and their number.
    Invite(InviteArguments),
    /// List what is in the outbox, send what is queued, decide about mails that may have left, or take mails back.
    Outbox(OutboxArguments),
    /// Say what is settled and where each setting came from, which files are looked at, and whether all is in order.
    Config(ConfigArguments),
    /// List the keys that hold, yours of keys.toml among them, or see what arrives of each press.
    Keys(KeysArguments),
    /// Look after the store.
    Store {
        /// What to do with it.
        #[command(subcommand)]
        command: StoreCommand,
    },
    /// Print what a shell needs to complete commands and options.
    Completions(CompletionsArguments),
    /// Print the manual, or write a page of it for every command.
    Man(ManArguments),
}

impl Command {
    /// Its name in the log.
    pub(super) const fn name(&self) -> &'static str {
        match self {
            Self::Demo => "demo",
            Self::Tutor => "tutor",
            Self::Template(_) => "template",
            Self::Check(_) => "check",
            Self::Import(_) => "import",
            Self::Plan(_) => "plan",
            Self::Apply(_) => "apply",
            Self::Answers(_) => "answers",
            Self::Drafts(_) => "drafts",
            Self::Flows(_) => "flows",
            Self::Customers(_) => "customers",
            Self::Export(_) => "export",
            Self::History(_) => "history",
            Self::Undo(_) => "undo",
            Self::Invite(_) => "invite",
            Self::Outbox(_) => "outbox",
            Self::Config(_) => "config",
            Self::Keys(_) => "keys",
            Self::Completions(_) => "completions",
            Self::Man(_) => "man",
            Self::Store { .. } => "store",
        }
    }
}

/// `C00007`, or the bare number.
fn customer_number(text: &str) -> Result<CustomerId, String> {
    let digits = text.strip_prefix(['C', 'c']).unwrap_or(text);
    let is_number = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    let number = if is_number { digits.parse().ok() } else { None };
    number.map(CustomerId).ok_or_else(|| "C00007 or 7".to_owned())
}

/// A language by its code; a variable may hold a locale.
fn screen_language(code: &str) -> Result<ScreenLanguage, String> {
    ScreenLanguage::from_locale(code).ok_or_else(|| "nl, fr or en".to_owned())
}

const LOG_LEVEL: Offered<Level> = Offered { parse: log_level, words: &["error", "warn", "info", "debug", "trace"] };

const THEME: Offered<ThemeName> = Offered { parse: theme, words: &["auto", "light", "dark", "mono"] };

const FRAMES: Offered<FrameStyle> = Offered { parse: frames, words: &["auto", "lines", "ascii"] };

const MOUSE: Offered<MouseUse> = Offered { parse: mouse, words: &["on", "off"] };

const PLAIN: Offered<PlainUse> = Offered { parse: plain, words: &["on", "off"] };

fn theme(word: &str) -> Result<ThemeName, String> {
    let found = ThemeName::ALL.into_iter().find(|name| name.word().eq_ignore_ascii_case(word));
    found.ok_or_else(|| ThemeName::ALL.map(ThemeName::word).join(", "))
}

fn frames(word: &str) -> Result<FrameStyle, String> {
    one_of(&FrameStyle::WORDS, word)
}

fn mouse(word: &str) -> Result<MouseUse, String> {
    one_of(&MouseUse::WORDS, word)
}

fn plain(word: &str) -> Result<PlainUse, String> {
    one_of(&PlainUse::WORDS, word)
}

/// What a word stands for, in any case; else the words that there are.
fn one_of<T: Copy>(words: &[(&str, T)], word: &str) -> Result<T, String> {
    let found = words.iter().find(|(name, _)| name.eq_ignore_ascii_case(word));
    found.map(|(_, value)| *value).ok_or_else(|| words.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", "))
}

fn log_level(word: &str) -> Result<Level, String> {
    Level::from_word(word).ok_or_else(|| Level::ALL.map(Level::word).join(", "))
}

/// A language that customers have, by its code or its name.
const CUSTOMER_LANGUAGE: Offered<Language> = Offered { parse: customer_language, words: &["nl", "fr", "en", "de"] };

fn customer_language(word: &str) -> Result<Language, String> {
    Language::from_word(word).ok_or_else(|| "nl, fr, en or de".to_owned())
}
