//! The command line as it was typed: what can be made of it, and what is said where nothing can.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::builder::Resettable;
use clap::error::ErrorKind;
use clap::{Arg, ArgMatches, Args as _, CommandFactory as _, FromArgMatches as _, Subcommand as _};

use super::arguments::{Arguments, Command, DraftsCommand, Front, Typed};
use super::known::nearest;
use super::refusal::{self, Refusal};
use super::settled;
use super::telling::failed;
use super::{exit, help};
use crate::app::fault::Fault;
use crate::domain::neutral::{neutralise, neutralise_lines};
use crate::words::{ScreenLanguage, Words};
use crate::world::config::{candidates, gather};

/// Shared options that take a value, which may stand behind them as a word of its own.
const WITH_VALUE: [&str; 7] = ["--store", "--state", "--config", "--lang", "--log-level", "--theme", "--frames"];

/// What the words are by the definition.
pub(super) fn parsed_by_shape(typed: &[OsString]) -> Result<Arguments, clap::Error> {
    if let Some(arguments) = parsed_without_command(typed) {
        return Ok(arguments);
    }
    parsed_by(without_empty(Arguments::command()), typed)
}

/// What the words are where the first of them is no command. Whatever is odd about them is left to the whole definition, which says more of it.
fn parsed_without_command(typed: &[OsString]) -> Option<Arguments> {
    let is_command = |word: &OsString| word.to_str().is_some_and(|word| Command::has_subcommand(word) || word == "help");
    if first_word(typed).is_some_and(is_command) {
        return None;
    }
    let shape = without_empty(Front::augment_args(clap::Command::new("instroom")));
    let mut matches = shape.try_get_matches_from(typed).ok()?;
    let typed = Typed::of(&matches);
    Some(Arguments { front: Front::from_arg_matches_mut(&mut matches).ok()?, command: None, tells_json: false, typed })
}

/// A definition without the variables that are set to nothing: those say nothing.
fn without_empty(shape: clap::Command) -> clap::Command {
    let is_empty = |arg: &Arg| arg.get_env().and_then(std::env::var_os).is_some_and(|value| value.is_empty());
    let shape = shape.mut_args(|arg| if is_empty(&arg) { arg.env(Resettable::<clap::builder::OsStr>::Reset) } else { arg });
    shape.mut_subcommands(without_empty)
}

fn parsed_by(mut shape: clap::Command, typed: &[OsString]) -> Result<Arguments, clap::Error> {
    let mut matches = shape.try_get_matches_from_mut(typed)?;
    let (tells_json, typed) = (tells_json(&matches), Typed::of(&matches));
    let arguments = Arguments::from_arg_matches_mut(&mut matches).map_err(|error| error.format(&mut shape))?;
    Ok(Arguments { tells_json, typed, ..arguments })
}

/// Whether `--json` was given, to whichever command has it.
fn tells_json(matches: &ArgMatches) -> bool {
    let here = matches.try_get_one::<bool>("json").is_ok_and(|given| given == Some(&true));
    here || matches.subcommand().is_some_and(|(_, below)| tells_json(below))
}

/// Reads the command line. What is wrong with it is said, without anything in it that acts on a terminal.
pub(super) fn read(typed: &[OsString]) -> Result<Arguments, ExitCode> {
    let asked = match parsed_by_shape(typed) {
        Ok(arguments) => return without_contradiction(arguments).map_err(|contradiction| contradiction.say(typed)),
        Err(asked) => asked,
    };
    // Whatever is said from here on is said in a language: help, and what is wrong, come from the definition in it.
    let words = Words::of(language_of(typed));
    let shape = help::shape(words);
    let asked = parsed_by(without_empty(shape.clone()), typed).err().unwrap_or(asked);
    if !asked.use_stderr() {
        let code = match asked.print() {
            // Whoever reads only the head of the help has seen what they wanted.
            Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => failed(&Fault::Output { detail: error.to_string() }, words),
            Ok(()) | Err(_) => ExitCode::from(exit::SOUND),
        };
        return Err(code);
    }
    if asked.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        tell!("{}", neutralise_lines(asked.render().to_string().trim_end()));
        return Err(ExitCode::from(exit::USAGE));
    }
    let is_too_much = matches!(asked.kind(), ErrorKind::UnknownArgument | ErrorKind::InvalidSubcommand);
    let mistyped = first_word(typed).filter(|word| is_too_much && is_command_perhaps(word) && !Path::new(word).exists());
    match mistyped {
        Some(word) => {
            say_no_such(&word.to_string_lossy(), words);
            Err(ExitCode::from(exit::NO_INPUT))
        }
        None => Err(say(&refusal::of(&asked, typed, &shape, words))),
    }
}

/// Says why a line is refused.
fn say(refusal: &Refusal) -> ExitCode {
    tell!("instroom: {}", neutralise(&refusal.what));
    for line in &refusal.below {
        tell!("  {}", neutralise(line));
    }
    ExitCode::from(exit::USAGE)
}

/// What the shape of the line cannot refuse by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Contradiction {
    /// Options before the command are options of everything, but a workbook is opened on the tabs and goes with no command.
    WorkbookInFront,
    /// Opening a draft prints no JSON.
    JsonOfList,
}

impl Contradiction {
    fn say(self, typed: &[OsString]) -> ExitCode {
        let words = Words::of(language_of(typed));
        say(&match self {
            Self::WorkbookInFront => refusal::alone(words.line.workbook_in_front, "", words),
            Self::JsonOfList => refusal::alone(words.line.json_of_list, "drafts", words),
        })
    }
}

fn without_contradiction(arguments: Arguments) -> Result<Arguments, Contradiction> {
    match (&arguments.front.file, &arguments.command) {
        (Some(_), Some(_)) => Err(Contradiction::WorkbookInFront),
        (None, Some(Command::Drafts(asked))) if asked.json && matches!(asked.command, Some(DraftsCommand::Open { .. })) => {
            Err(Contradiction::JsonOfList)
        }
        _ => Ok(arguments),
    }
}

/// The first word that is neither an option nor the value of one.
fn first_word(typed: &[OsString]) -> Option<&OsString> {
    let mut words = typed.iter().skip(1);
    while let Some(word) = words.next() {
        let text = word.to_string_lossy();
        if WITH_VALUE.contains(&text.as_ref()) {
            words.next();
        } else if !text.starts_with('-') {
            return Some(word);
        }
    }
    None
}

/// Whether a word may be meant as a command: it names none, and no workbook is called so.
pub(super) fn is_command_perhaps(word: &OsStr) -> bool {
    // Help is added by clap, and what follows it names the command.
    let plain = word.to_str().is_some_and(|word| !word.is_empty() && !word.contains(['.', '/']) && !["-", "help"].contains(&word));
    plain && Arguments::command().find_subcommand(word).is_none()
}

/// Says that a word is neither a file nor a command, and which command is near.
pub(super) fn say_no_such(word: &str, words: &Words) {
    let commands = Arguments::command();
    let near = nearest(word, commands.get_subcommands().map(clap::Command::get_name));
    tell!("instroom: {}", neutralise(&(words.command.no_file_no_command)(word)));
    match near {
        Some(near) => tell!("  {}", (words.command.nearest)(near)),
        None => tell!("  {}", words.command.see_help),
    }
}

/// The language of what is said before the line is understood.
fn language_of(typed: &[OsString]) -> ScreenLanguage {
    let flag = value_of(typed, "--lang").and_then(|code| ScreenLanguage::from_code(&code));
    let file = value_of(typed, "--config").map(PathBuf::from).or_else(settled::named_in_environment);
    flag.unwrap_or_else(|| settled::language_unless_said(&gather(candidates(file.as_deref()))).value)
}

/// What was typed behind an option.
fn value_of(typed: &[OsString], option: &str) -> Option<String> {
    let texts: Vec<_> = typed.iter().map(|word| word.to_string_lossy()).collect();
    let behind = texts.iter().position(|text| text == option).and_then(|at| texts.get(at + 1)).map(|text| text.to_string());
    let joined = || texts.iter().find_map(|text| Some(text.strip_prefix(option)?.strip_prefix('=')?.to_owned()));
    behind.or_else(joined)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(line: &str) -> Vec<OsString> {
        std::iter::once("instroom").chain(line.split_whitespace()).map(OsString::from).collect()
    }

    fn parsed(line: &str) -> Result<Arguments, clap::Error> {
        parsed_by_shape(&typed(line))
    }

    #[test]
    fn the_shape_of_the_line_holds_together() {
        Arguments::command().debug_assert();
        for language in ScreenLanguage::ALL {
            help::shape(Words::of(language)).debug_assert();
        }
    }

    #[test]
    fn what_every_command_may_be_told_stands_before_or_behind_it() {
        for line in [
            "--store S history",
            "history --store S",
            "--lang nl customers",
            "--show-numbers customers --json",
            "--lang fr outbox send",
            "outbox --lang fr send",
            "flows --json link pit-2026 --label VIP",
            "flows --store S link pit-2026 --label VIP --json",
            "drafts --state D remove x",
            "store --config F check",
            "--stats check a.xlsx",
            "check a.xlsx --stats",
            "store check --stats",
        ] {
            let arguments = parsed(line).unwrap_or_else(|error| panic!("{line}: {error}"));
            assert!(arguments.command.is_some() && arguments.front.file.is_none(), "{line}: {arguments:?}");
        }
        for (line, tells) in
            [("check a.xlsx --json", true), ("check a.xlsx", false), ("flows --json next f", true), ("store info --json", true)]
        {
            assert_eq!(parsed(line).unwrap().tells_json, tells, "{line}");
        }
        let arguments = parsed("--store S --lang nl klanten.xlsx").unwrap();
        assert_eq!(
            (arguments.front.file.as_deref(), arguments.front.store.as_deref()),
            (Some(Path::new("klanten.xlsx")), Some(Path::new("S")))
        );
        let Some(Command::Flows(flows)) = parsed("flows --json link pit-2026 --label VIP").unwrap().command else { panic!() };
        let Some(super::super::arguments::FlowsCommand::Link(link)) = flows.command else { panic!() };
        assert!(link.writing.json, "--json before the word counts");
    }

    #[test]
    fn an_option_is_typed_before_the_command_or_behind_it() {
        for (line, is_there) in [
            ("--store S config show", true),
            ("config show --store=S", true),
            ("config --store S show", true),
            ("config show", false),
            ("--state S config show", false),
        ] {
            assert_eq!(parsed(line).unwrap().typed.has("store"), is_there, "{line}");
        }
    }

    #[test]
    fn a_line_without_a_command_is_understood_without_the_definitions_of_commands() {
        for line in
            ["", "klanten.xlsx", "--store store --lang nl", "--ascii -- check", "--store=S ./check", "--theme mono customers.xlsx --stats"]
        {
            let typed = typed(line);
            let typed: Vec<OsString> = typed.into_iter().filter(|word| !word.is_empty()).collect();
            let quick = parsed_without_command(&typed).map(|arguments| format!("{arguments:?}"));
            let whole = parsed_by(Arguments::command(), &typed).unwrap();
            assert_eq!(quick, Some(format!("{whole:?}")).filter(|_| !line.ends_with("-- check")), "{line}");
            assert!(whole.command.is_none());
        }
        for line in ["check a.xlsx", "help", "help check", "--help", "--version", "a.xlsx check", "a.xlsx b.xlsx", "--lang de", "--stor S"]
        {
            assert!(parsed_without_command(&typed(line)).is_none(), "{line} is left to the whole definition");
        }
    }

    #[test]
    fn a_workbook_goes_with_no_command() {
        for (line, wrong) in [("klanten.xlsx history", Contradiction::WorkbookInFront), ("drafts --json open x", Contradiction::JsonOfList)]
        {
            assert_eq!(without_contradiction(parsed(line).unwrap()).unwrap_err(), wrong, "{line}");
        }
    }

    #[test]
    fn the_word_that_may_be_a_command_is_found_behind_options() {
        for (line, word) in [("chekc a.xlsx", Some("chekc")), ("--store S --lang=nl imprt", Some("imprt")), ("--show-numbers", None)] {
            assert_eq!(first_word(&typed(line)).and_then(|word| word.to_str()), word, "{line}");
        }
        assert!(is_command_perhaps(OsStr::new("chekc")) && !is_command_perhaps(OsStr::new("check")));
        assert!(!is_command_perhaps(OsStr::new("a.xlsx")) && !is_command_perhaps(OsStr::new("-")));
        assert_eq!(language_of(&typed("--lang fr chekc")), ScreenLanguage::French);
    }
}
