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
mod check;
mod customers;
mod demo;
mod document;
mod drafts;
pub mod exit;
mod flows;
mod going;
mod import;
mod invite;
mod keys;
mod known;
mod line;
mod manual;
mod outbox;
mod past;
mod plan;
mod progress;
mod report;
mod screen;
mod sending;
mod shell;
mod store;
mod telling;
mod template;
mod undo;

use std::io::{ErrorKind, IsTerminal as _, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::{Arc, OnceLock};
use std::time::Instant;

use crate::app::fault::Fault;
use crate::app::log_place::LogPlace;
use crate::domain::change_set::Founding;
use crate::domain::draft::Office;
use crate::domain::neutral::neutralise;
use crate::domain::questionnaire::{Unused, built_in};
use crate::domain::settings::Settings;
use crate::words::{ScreenLanguage, Words};
use crate::world::clock::{Clock, SystemClock};
use crate::world::config::{Configuration, Named, default_file};
use crate::world::drafts::{Drafts, default_directory as drafts_directory};
use crate::world::log;
use crate::world::mailroom::Mail;
use crate::world::perform::{InOrder, World, of_config, of_output};
use crate::world::questionnaires::{folder_beside, own};
use crate::world::store::{SledStore, default_directory};
use crate::world::whole_file::WriteFault;
use crate::world::workbook::Reader;
use arguments::{Arguments, Command, DraftsCommand, OutboxCommand};
use keys::Keys;
use telling::{code_of, failed};

/// Runs the program as its command line says. Where its log is, in words, is put in `logged`, for whoever has to tell of a
/// panic; it is said here behind whatever else the system or the program is to be blamed for.
///
/// # Errors
/// What only the program itself can be blamed for.
pub fn run(logged: &OnceLock<String>) -> color_eyre::Result<ExitCode> {
    let typed: Vec<_> = std::env::args_os().collect();
    let arguments = match line::read(&typed) {
        Ok(arguments) => arguments,
        Err(code) => return Ok(code),
    };
    let words = Words::of(arguments.lang.unwrap_or_else(of_environment));
    // What is asked of the command line itself needs neither a store nor settings, nor is it logged.
    match &arguments.command {
        Some(Command::Completions(asked)) => return Ok(shell::completions(asked, words)),
        Some(Command::Man(asked)) => return shell::man(asked, words),
        _ => {}
    }
    let place = log::begin(arguments.state.clone().or_else(log::default_directory).as_deref(), arguments.log_level);
    // Nobody else has put anything there.
    let _is_first = logged.set((words.front.log)(&place));
    let (command, since) = (arguments.command.as_ref().map_or("screens", Command::name), Instant::now());
    tracing::info!("command {command} begins");
    let ended = begun(arguments, &place);
    match &ended {
        Ok(code) => tracing::info!("command {command} ended {code:?} took={:.3}s", since.elapsed().as_secs_f64()),
        Err(report) => tracing::error!("command {command} failed: {report:#}"),
    }
    if ended.as_ref().is_ok_and(blames_the_system) {
        tell!("  {}", neutralise(&(words.front.log)(&place)));
    }
    ended
}

/// Whether an exit code says that the system, or the program itself, failed.
fn blames_the_system(code: &ExitCode) -> bool {
    [exit::SOFTWARE, exit::SYSTEM, exit::NO_PERMISSION].into_iter().any(|blame| *code == ExitCode::from(blame))
}

fn begun(arguments: Arguments, place: &LogPlace) -> color_eyre::Result<ExitCode> {
    let session = match Session::begin(&arguments, place) {
        Ok(session) => session,
        Err((fault, words)) => return Ok(failed(&fault, words)),
    };
    if session.input == Input::Closed && std::io::stdin().is_terminal() && arguments.reads_standard_input() {
        tell!("instroom: {}\n  {}", session.words().command.nothing_comes_in, session.words().command.name_a_file);
        return Ok(ExitCode::from(exit::USAGE));
    }
    if let Some(fault) = session.keys.fault.as_ref().filter(|_| arguments.needs_settings()) {
        // Nobody is kept from working by it: the standard keys hold.
        let _code = failed(fault, session.words());
    }
    for unused in &session.unused {
        // Nobody is kept from working by it.
        let _code = failed(&Fault::Questionnaire { unused: Box::new(unused.clone()), more: 0 }, session.words());
    }
    match arguments.command {
        None => screen::run(&session, arguments.file),
        Some(Command::Demo) => demo::run(&session),
        Some(Command::Keys(asked)) => keys::run(&session, &asked),
        Some(Command::Template(asked)) => Ok(template::run(&session, &asked)),
        Some(Command::Check(asked)) => check::run(&session, &asked),
        Some(Command::Import(asked)) => Ok(import::run(&session, &asked)),
        Some(Command::Plan(asked)) => plan::run(&session, &asked),
        Some(Command::Apply(asked)) => apply::run(&session, &asked),
        Some(Command::Answers(asked)) => answers::run(&session, &asked),
        Some(Command::Drafts(asked)) => drafts::run(&session, &asked),
        Some(Command::History(asked)) => past::run(&session, &asked),
        Some(Command::Undo(asked)) => undo::run(&session, &asked),
        Some(Command::Store { command }) => store::run(&session, &command),
        Some(Command::Invite(asked)) => invite::run(&session, &asked),
        Some(Command::Outbox(asked)) => outbox::run(&session, &asked),
        Some(Command::Flows(asked)) => flows::run(&session, &asked),
        Some(Command::Customers(asked)) => customers::run(&session, &asked),
        Some(Command::Export(asked)) => Ok(customers::export(&session, &asked)),
        Some(Command::Completions(asked)) => Ok(shell::completions(&asked, session.words())),
        Some(Command::Man(asked)) => shell::man(&asked, session.words()),
    }
}

/// Whether somebody is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Input {
    /// Perhaps: the screens open, and standard input is waited for where it is a terminal.
    Open,
    /// `--no-input`: nobody. What needs somebody says what is missing instead.
    Closed,
}

/// What every command works with.
struct Session {
    /// Where the log is.
    log: LogPlace,
    /// Questionnaires of the office's own that are not used.
    unused: Vec<Unused>,
    keys: Keys,
    language: ScreenLanguage,
    shows_numbers: bool,
    /// Whether somebody may be asked something, or shown the screens.
    input: Input,
    store: SledStore,
    founding: Founding,
    world: World,
}

impl Session {
    fn begin(arguments: &Arguments, place: &LogPlace) -> Result<Self, (Fault, &'static Words)> {
        let language = arguments.lang.unwrap_or_else(of_environment);
        let words = Words::of(language);
        let refused = |fault| (fault, words);
        let built_in = built_in().map_err(|fault| refused(Fault::System { detail: fault.to_string() }))?;
        let settings = settings_file(arguments);
        let keys = Keys::beside(settings.as_ref().map(|(file, _)| file.as_path()));
        let (own, unused) = settings.as_ref().map(|(file, _)| own(&folder_beside(file), &built_in)).unwrap_or_default();
        let catalogue = built_in.with_own(own);
        let founding = Founding { flows: catalogue.founding_flows() };
        let directory = arguments.store.clone().or_else(default_directory);
        let no_home = || refused(Fault::System { detail: "neither a home folder nor --store tells where the store is".to_owned() });
        let store = SledStore::new(directory.ok_or_else(no_home)?, founding.clone());
        let reader = Reader::of_this_program().map_err(|fault| refused(Fault::System { detail: fault.to_string() }))?;
        let state = arguments.state.as_ref().map(|folder| folder.join("drafts"));
        let drafts = Drafts::new(state.or_else(drafts_directory));
        let clock = SystemClock;
        let configuration = match settled(settings) {
            Ok(configuration) => configuration,
            Err((_, fault)) if arguments.needs_settings() => return Err(refused(fault)),
            Err((file, fault)) => {
                // Nobody is kept from looking at customers by a slip in what mails are sent by.
                let _code = failed(&fault, words);
                tell!("  {}", words.command.without_settings);
                Configuration { file, settings: Settings::default() }
            }
        };
        let office = Office { catalogue, colleagues: configuration.settings.colleagues.clone(), today: clock.today() };
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
        };
        Ok(Self {
            log: place.clone(),
            unused,
            keys,
            language,
            shows_numbers: arguments.show_numbers,
            input: arguments.input(),
            store,
            founding,
            world,
        })
    }

    fn words(&self) -> &'static Words {
        Words::of(self.language)
    }

    fn sight(&self) -> crate::app::desk::Sight {
        let offset = jiff::Zoned::now().offset();
        crate::app::desk::Sight { language: self.language, shows_numbers: self.shows_numbers, offset, keys: self.keys.keymap }
    }
}

/// Where the office's settings are; none without a home folder. The usual file may be missing.
fn settings_file(arguments: &Arguments) -> Option<(PathBuf, Named)> {
    let named = arguments.config.clone().map(|file| (file, Named::ByPerson));
    named.or_else(|| Some((default_file()?, Named::Usual)))
}

/// What the office has settled.
fn settled(settings: Option<(PathBuf, Named)>) -> Result<Configuration, (PathBuf, Fault)> {
    match settings {
        Some((file, named)) => Configuration::read(&file, named).map_err(|fault| (file, of_config(fault))),
        // Without a home folder the usual file is nowhere.
        None => Ok(Configuration { file: "config.toml".into(), settings: Settings::default() }),
    }
}

impl Arguments {
    const fn input(&self) -> Input {
        if self.no_input { Input::Closed } else { Input::Open }
    }

    /// Whether a file on the line is what comes in on standard input.
    fn reads_standard_input(&self) -> bool {
        let is_it = |path: &PathBuf| path.as_os_str() == "-";
        match &self.command {
            None => self.file.as_ref().is_some_and(is_it),
            Some(Command::Check(asked)) => is_it(&asked.workbook.file),
            Some(Command::Import(asked)) => is_it(&asked.workbook.file),
            Some(Command::Plan(asked)) => is_it(&asked.workbook.file),
            Some(Command::Apply(asked)) => is_it(&asked.plan) || asked.workbook.as_ref().is_some_and(is_it),
            Some(Command::Answers(asked)) => asked.files.iter().any(is_it),
            Some(_) => false,
        }
    }

    /// Whether the settings are needed: for mail, and for the colleagues beside whom a workbook is judged.
    const fn needs_settings(&self) -> bool {
        let Some(command) = &self.command else { return true };
        match command {
            Command::Check(_) | Command::Import(_) | Command::Plan(_) | Command::Apply(_) | Command::Invite(_) => true,
            Command::Drafts(asked) => matches!(asked.command, Some(DraftsCommand::Open { .. })),
            Command::Outbox(asked) => matches!(asked.command, Some(OutboxCommand::Send { dry_run: false, .. })),
            Command::Demo
            | Command::Keys(_)
            | Command::Template(_)
            | Command::Answers(_)
            | Command::Flows(_)
            | Command::Customers(_)
            | Command::Export(_)
            | Command::History(_)
            | Command::Undo(_)
            | Command::Completions(_)
            | Command::Man(_)
            | Command::Store { .. } => false,
        }
    }
}

/// The language of the screen by the environment, as POSIX orders it; INSTROOM_LANG before all.
fn of_environment() -> ScreenLanguage {
    let value = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let named = value("INSTROOM_LANG").and_then(|code| ScreenLanguage::from_locale(&code));
    let locale = || ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(value);
    named.or_else(|| ScreenLanguage::from_locale(&locale()?)).unwrap_or_default()
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

/// Says why a file could not be written.
fn unwritable(session: &Session, fault: WriteFault) -> ExitCode {
    failed(&of_output(fault), session.words())
}

/// Puts data on standard output; what failed is said, and its exit code given.
fn print(session: &Session, text: &str) -> Result<(), ExitCode> {
    put(&mut std::io::stdout().lock(), text.as_bytes()).map_err(|fault| failed(&fault, session.words()))
}

/// Puts a workbook on standard output; not where that is a terminal, which would show a heap of signs.
fn print_workbook(session: &Session, bytes: &[u8]) -> ExitCode {
    let mut out = std::io::stdout().lock();
    if out.is_terminal() {
        tell!("instroom: {}", session.words().command.no_workbook_here);
        return ExitCode::from(exit::USAGE);
    }
    match put(&mut out, bytes) {
        Ok(()) => ExitCode::from(exit::SOUND),
        Err(fault) => failed(&fault, session.words()),
    }
}

/// Prints what a commit gave: where that fails, it is said that the import itself is written.
fn print_written(session: &Session, text: &str) -> Result<(), ExitCode> {
    print(session, text).inspect_err(|_| tell!("  {}", session.words().command.written_unsaid))
}

/// Whoever reads only the head of the output has seen what they wanted.
fn put(out: &mut impl Write, text: &[u8]) -> Result<(), Fault> {
    match out.write_all(text).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        Err(error) => Err(Fault::Output { detail: error.to_string() }),
        Ok(()) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Takes nothing, as a full disk or a reader that went away.
    struct Closed(ErrorKind);

    impl Write for Closed {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(self.0.into())
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Err(self.0.into())
        }
    }

    #[test]
    fn an_output_that_takes_nothing_is_a_fault_unless_nobody_reads_on() {
        assert_eq!(put(&mut Closed(ErrorKind::BrokenPipe), b"x"), Ok(()));
        let fault = put(&mut Closed(ErrorKind::StorageFull), b"x").unwrap_err();
        assert!(matches!(fault, Fault::Output { .. }), "{fault:?}");
        assert_eq!(code_of(&fault), exit::SYSTEM);
        let mut kept = Vec::new();
        assert_eq!((put(&mut kept, b"x"), kept), (Ok(()), b"x".to_vec()));
    }
}
