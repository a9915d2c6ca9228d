//! The command line: the same engine without a screen, and the way to the screen.
//!
//! Data goes to standard output, words to standard error. Exit codes follow sysexits and are listed
//! in [`exit`]. The rooms: `arguments` for the shape of the line, one room for each command.

#![deny(clippy::print_stderr, clippy::print_stdout)]

/// Says a line on standard error, as `eprintln!` would. Nobody may be there to read it any more, or nothing may take it: what is being
/// done goes on all the same.
macro_rules! tell {
    ($($told:tt)*) => { $crate::cli::telling::say(format_args!($($told)*)) };
}

mod answers;
mod apply;
mod arguments;
mod around;
mod check;
mod config;
mod copies;
mod customers;
mod deeds;
mod demo;
mod document;
mod drafts;
pub mod exit;
mod flows;
mod going;
mod help;
mod import;
mod invite;
mod keys;
mod known;
mod line;
mod looks;
mod manual;
mod outbox;
mod output;
mod past;
mod plan;
mod presses;
mod progress;
mod refusal;
mod report;
mod screen;
mod sending;
mod settings_list;
mod settled;
mod shell;
mod spent;
mod standing;
mod store;
mod telling;
mod template;
mod undo;

use std::cell::Cell;
use std::io::IsTerminal as _;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::{Arc, OnceLock};
use std::time::Instant;

use crate::app::desk::Sight;
use crate::app::fault::Fault;
use crate::app::log_place::LogPlace;
use crate::domain::change_set::Founding;
use crate::domain::draft::Office;
use crate::domain::neutral::neutralise;
use crate::domain::questionnaire::{Unused, built_in};
use crate::domain::settings::{Settings, StoreSettings};
use crate::words::{ScreenLanguage, Words};
use crate::world::clock::{Clock, SystemClock, zone};
use crate::world::config::{ConfigFault, Configuration, Gathered, candidates, gather};
use crate::world::drafts::Drafts;
use crate::world::log;
use crate::world::mailroom::Mail;
use crate::world::perform::{InOrder, World, keep_out_of, of_config};
use crate::world::questionnaires::{folder_in, own};
use crate::world::spent::Spent;
use crate::world::store::SledStore;
use crate::world::workbook::Reader;
use arguments::{Arguments, Command, DraftsArguments, DraftsCommand, OutboxArguments, OutboxCommand, StoreCommand};
use deeds::{Deed, Logged};
use keys::Keys;
use looks::Manner;
use output::{file_name, keep_out, print, print_workbook, print_written, put, unwritable, widest};
use settled::Counts;
use telling::{Told, code_of, failed};

/// Runs the program as its command line says. Where its log is, in words, is put in `logged`, for whoever has to tell of a
/// panic; it is said here behind whatever else the system or the program is to be blamed for.
///
/// # Errors
/// What only the program itself can be blamed for.
pub fn run(logged: &OnceLock<String>) -> color_eyre::Result<ExitCode> {
    let (since, spent) = (Instant::now(), Spent::default());
    let typed: Vec<_> = std::env::args_os().collect();
    let arguments = match line::read(&typed) {
        Ok(arguments) => arguments,
        Err(code) => return Ok(code),
    };
    let gathered = gather(candidates(arguments.front.config.as_deref()));
    let words = Words::of(settled::language(&arguments, &gathered).value);
    let ended = match Deed::of(&arguments) {
        // What is asked of the command line itself needs neither a store nor settings, nor is it logged.
        Deed::Completions(asked) => Ok(shell::completions(asked, words)),
        Deed::Man(asked) => Ok(shell::man(asked, words, |folder| keep_out_of_ours(folder, &arguments, &gathered))),
        Deed::Logged(deed) => with_log(&arguments, deed, gathered, logged, &spent),
    };
    if arguments.front.stats && ended.is_ok() {
        spent::tell(&spent, since.elapsed(), &arguments, words);
    }
    ended
}

/// Does what is logged, and logs it.
fn with_log(
    arguments: &Arguments,
    deed: Logged<'_>,
    gathered: Gathered,
    logged: &OnceLock<String>,
    spent: &Spent,
) -> color_eyre::Result<ExitCode> {
    let words = Words::of(settled::language(arguments, &gathered).value);
    let place = log::begin(settled::state(arguments, &gathered).map(|counts| counts.value).as_deref(), arguments.front.log_level);
    // Nobody else has put anything there.
    let _is_first = logged.set((words.front.log)(&place));
    let (command, since) = (spent::name(arguments), Instant::now());
    tracing::info!("command {command} begins");
    let told = Cell::new(Told::OnStandardError);
    let ended = begun(arguments, deed, gathered, (&place, spent), &told);
    match &ended {
        Ok(code) => tracing::info!("command {command} ended exit={} took={:.3}s", exit::number_of(*code), since.elapsed().as_secs_f64()),
        Err(report) => tracing::error!("command {command} failed: {report:#}"),
    }
    if ended.as_ref().is_ok_and(exit::blames_the_system) && told.get() == Told::OnStandardError {
        tell!("  {}", neutralise(&(words.front.log)(&place)));
    }
    ended
}

/// Whether something may be written there by a command that begins no session; not among what the program keeps for itself.
fn keep_out_of_ours(folder: &std::path::Path, arguments: &Arguments, gathered: &Gathered) -> Result<(), Fault> {
    let own = [settled::store(arguments, gathered), settled::state(arguments, gathered)].map(|counts| counts.map(|counts| counts.value));
    keep_out_of(folder, own.iter().flatten().map(|folder| folder.as_path()), &gathered.configuration.file)
}

fn begun(
    arguments: &Arguments,
    deed: Logged<'_>,
    gathered: Gathered,
    kept: (&LogPlace, &Spent),
    told: &Cell<Told>,
) -> color_eyre::Result<ExitCode> {
    let work = match deed {
        Logged::Config(asked) => return config::run(arguments, asked),
        Logged::InSession(work) => work,
    };
    let session = match Session::begin(arguments, gathered, kept) {
        Ok(session) => session,
        Err((fault, words)) => return Ok(failed(&fault, words)),
    };
    if session.input == Input::Closed && std::io::stdin().is_terminal() && arguments.reads_standard_input() {
        tell!("instroom: {}\n  {}", session.words().command.nothing_comes_in, session.words().command.name_a_file);
        return Ok(ExitCode::from(exit::USAGE));
    }
    // The screens tell it in a box of their own. Refused keys are nothing to a command without screens.
    let told_here = !matches!(arguments.command, None | Some(Command::Demo | Command::Tutor));
    for unused in session.unused.iter().filter(|_| told_here) {
        // Nobody is kept from working by it.
        let _code = failed(&Fault::Questionnaire { unused: Box::new(unused.clone()), more: 0 }, session.words());
    }
    let ended = work(&session);
    told.set(session.told.get());
    if session.store.was_read_apart() {
        let store = neutralise(&session.store.directory().to_string_lossy()).into_owned();
        tell!("{}", (session.words().copies.read_apart)(&store));
    }
    ended
}

/// Whether somebody is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Input {
    /// Perhaps: the screens open, and standard input is waited for where it is a terminal.
    Open,
    /// `--no-input`: nobody. What needs somebody says what is missing instead.
    Closed,
}

/// What a command needs of the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Need {
    Nothing,
    /// All but what mail is sent by.
    Office,
    All,
}

/// What every command works with.
struct Session {
    /// Where the log is.
    log: LogPlace,
    told: Cell<Told>,
    /// Questionnaires of the office's own that are not used.
    unused: Vec<Unused>,
    keys: Keys,
    language: ScreenLanguage,
    shows_numbers: bool,
    /// Where the choice of a workbook begins.
    workbooks: Option<Counts<PathBuf>>,
    /// How the screens look and listen.
    manner: Manner,
    /// Whether somebody may be asked something, or shown the screens.
    input: Input,
    store: SledStore,
    founding: Founding,
    world: World,
}

impl Session {
    fn begin(arguments: &Arguments, gathered: Gathered, (place, spent): (&LogPlace, &Spent)) -> Result<Self, (Fault, &'static Words)> {
        let language = settled::language(arguments, &gathered).value;
        let words = Words::of(language);
        let refused = |fault| (fault, words);
        let built_in = built_in();
        let keys = Keys::beside(gathered.own_folder().map(|_| gathered.configuration.file.as_path()));
        let (own, unused) = gathered.own_folder().map(|folder| own(&folder_in(folder), &built_in)).unwrap_or_default();
        let catalogue = built_in.with_own(own);
        let founding = Founding::of(&catalogue);
        let directory = settled::store(arguments, &gathered).map(|counts| counts.value);
        let no_home = || refused(Fault::System { detail: "neither a home folder nor --store tells where the store is".to_owned() });
        let store = SledStore::new(directory.ok_or_else(no_home)?, founding.clone()).counting(spent.clone());
        let reader = Reader::of_this_program().map_err(|fault| refused(Fault::System { detail: fault.to_string() }))?;
        let reader = reader.counting(spent.clone());
        let state = settled::state(arguments, &gathered).map(|counts| counts.value);
        let drafts = Drafts::new(state.as_ref().map(|state| state.join("drafts")));
        let workbooks = settled::workbooks(&gathered);
        let manner = looks::manner(arguments, &gathered);
        let clock = SystemClock;
        let configuration = arguments.usable(gathered, words).map_err(refused)?;
        let Settings { colleagues, dossiers, store: StoreSettings { copies }, .. } = configuration.settings.clone();
        let benches = state.into_iter().chain([std::env::temp_dir()]).collect();
        let store = store.keeping(copies).with_benches(benches);
        let office = Office { catalogue, colleagues, defaults: dossiers, today: clock.today() };
        let world = World {
            reader,
            drafts,
            store: Arc::new(store.clone()),
            clock: Arc::new(clock),
            office,
            mail: Mail::settled(store.directory(), configuration),
            user: login_name(),
            standard_input: None,
            in_order: InOrder::default(),
            spent: spent.clone(),
        };
        Ok(Self {
            log: place.clone(),
            told: Cell::new(Told::OnStandardError),
            unused,
            keys,
            language,
            shows_numbers: arguments.front.show_numbers,
            workbooks,
            manner,
            input: arguments.input(),
            store,
            founding,
            world,
        })
    }

    fn words(&self) -> &'static Words {
        Words::of(self.language)
    }

    /// The name of a file that somebody else gave, or a path to it: without what acts on a terminal, and national numbers in it masked
    /// unless asked for.
    fn file(&self, name: &str) -> String {
        file_name(self.sight(), name)
    }

    fn sight(&self) -> Sight {
        let offset = zone().to_offset(jiff::Timestamp::now());
        Sight { shows_numbers: self.shows_numbers, offset, keys: self.keys.keymap, ..Sight::first(self.language) }
    }
}

impl Arguments {
    /// What the office has settled, where the command can do with it: something can be wrong that it does not need. Where the
    /// folders are left to the settings, they have to be known, or another store would be worked with.
    fn usable(&self, gathered: Gathered, words: &'static Words) -> Result<Configuration, Fault> {
        let hides_folders = gathered.faults.iter().any(ConfigFault::hides_folders);
        let (needs, hides) = (self.needs(), hides_folders && self.leaves_folders_to_settings());
        let is_in_the_way = |fault: &ConfigFault| match needs {
            Need::All => true,
            Need::Office => hides || !fault.is_about_mail(),
            Need::Nothing => hides,
        };
        let Gathered { faults, configuration, .. } = gathered;
        let (in_the_way, others): (Vec<ConfigFault>, Vec<ConfigFault>) = faults.into_iter().partition(is_in_the_way);
        if let Some(fault) = in_the_way.into_iter().next() {
            return Err(of_config(fault));
        }
        if let Some(fault) = others.into_iter().next() {
            // Nobody is kept from looking at customers by a slip in what mails are sent by.
            let _code = failed(&of_config(fault), words);
            tell!("  {}", if needs == Need::Office { words.command.without_mail } else { words.command.without_settings });
        }
        Ok(configuration)
    }

    /// Whether the settings say which folders the command works with.
    const fn leaves_folders_to_settings(&self) -> bool {
        let uses_store = !matches!(self.command, Some(Command::Demo | Command::Tutor | Command::Template(_) | Command::Keys(_)));
        let uses_drafts = matches!(self.command, Some(Command::Drafts(_)));
        (uses_store && self.front.store.is_none()) || (uses_drafts && self.front.state.is_none())
    }

    const fn input(&self) -> Input {
        if self.front.no_input { Input::Closed } else { Input::Open }
    }

    /// Whether a file on the line is what comes in on standard input.
    fn reads_standard_input(&self) -> bool {
        let is_it = |path: &PathBuf| path.as_os_str() == "-";
        match &self.command {
            None => self.front.file.as_ref().is_some_and(is_it),
            Some(Command::Check(asked)) => is_it(&asked.workbook.file),
            Some(Command::Import(asked)) => is_it(&asked.workbook.file),
            Some(Command::Plan(asked)) => is_it(&asked.workbook.file),
            Some(Command::Apply(asked)) => is_it(&asked.plan) || asked.workbook.as_ref().is_some_and(is_it),
            Some(Command::Answers(asked)) => asked.files.iter().any(is_it),
            Some(Command::Store { command: StoreCommand::Restore(asked) }) => asked.file.as_ref().is_some_and(is_it),
            Some(Command::Store { command: StoreCommand::Check { backup, .. } }) => backup.as_ref().is_some_and(is_it),
            Some(_) => false,
        }
    }

    /// What of the settings is needed: all where mail is sent, or may be; else the colleagues beside whom a workbook is judged.
    const fn needs(&self) -> Need {
        let Some(command) = &self.command else { return Need::All };
        match command {
            Command::Check(_) | Command::Import(_) | Command::Plan(_) | Command::Apply(_) => Need::Office,
            Command::Invite(_)
            | Command::Drafts(DraftsArguments { command: Some(DraftsCommand::Open { .. }), .. })
            | Command::Outbox(OutboxArguments { command: Some(OutboxCommand::Send { dry_run: false, .. }), .. }) => Need::All,
            Command::Demo
            | Command::Tutor
            | Command::Keys(_)
            | Command::Template(_)
            | Command::Answers(_)
            | Command::Flows(_)
            | Command::Customers(_)
            | Command::Export(_)
            | Command::History(_)
            | Command::Config(_)
            | Command::Undo(_)
            | Command::Completions(_)
            | Command::Man(_)
            | Command::Drafts(_)
            | Command::Outbox(_)
            | Command::Store { .. } => Need::Nothing,
        }
    }
}

fn login_name() -> String {
    let name = ["USER", "LOGNAME"].into_iter().find_map(|name| std::env::var(name).ok()).filter(|name| !name.is_empty());
    let name = name.or_else(account_name).unwrap_or_else(|| format!("uid {}", rustix::process::getuid().as_raw()));
    neutralise(&name).into_owned()
}

/// The name of the account, where the machine keeps its accounts in the usual file: night jobs have no `USER`.
fn account_name() -> Option<String> {
    let (accounts, uid) = (std::fs::read_to_string("/etc/passwd").ok()?, rustix::process::getuid().as_raw().to_string());
    accounts.lines().find_map(|line| {
        let mut parts = line.split(':');
        let (name, number) = (parts.next()?, parts.nth(1)?);
        (number == uid && !name.is_empty()).then(|| name.to_owned())
    })
}
