//! A command line that the definition refuses, told in the language of whoever typed it: what is wrong with it, what there is
//! instead, and how it goes. It is made from what clap says in data, never from its English sentences.

use std::error::Error as _;
use std::ffi::OsString;

use clap::builder::ValueParser;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgMatches, Command, CommandFactory as _};

use super::arguments::Arguments;
use super::help::{called, under, usage};
use super::known::nearest;
use crate::domain::mask;
use crate::words::Words;

/// What is wrong with a line, and the lines below it: why, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refusal {
    pub(super) what: String,
    pub(super) below: Vec<String>,
}

/// Why the definition refuses a line, told by the definition in a language.
pub(super) fn of(error: &clap::Error, typed: &[OsString], shape: &Command, words: &Words) -> Refusal {
    let path = path_of(typed);
    let found = path.split_whitespace().try_fold(shape, |command, name| command.find_subcommand(name));
    let Refusal { what, below } = Refused { error, typed, command: found.unwrap_or(shape), path: &path, shape, words }.told();
    // What was typed may be the number of somebody, and what is said here may be mailed or logged.
    Refusal { what: mask::file_name(&what), below: below.iter().map(|line| mask::file_name(line)).collect() }
}

/// A refusal of the line itself, which the definition has no words for: what is wrong, and how it goes.
pub(super) fn alone(what: &str, path: &str, words: &Words) -> Refusal {
    Refusal { what: what.to_owned(), below: vec![(words.line.how)(&called(path))] }
}

/// The words of the command that a line goes on about, as far as it can be followed.
fn path_of(typed: &[OsString]) -> String {
    let Ok(matches) = Arguments::command().ignore_errors(true).try_get_matches_from(typed) else { return String::new() };
    let mut path = String::new();
    let mut level: Option<(&str, &ArgMatches)> = matches.subcommand();
    while let Some((name, matches)) = level {
        path = under(&path, name);
        level = matches.subcommand();
    }
    path
}

/// What clap refused, and the command it was told.
struct Refused<'a> {
    error: &'a clap::Error,
    typed: &'a [OsString],
    command: &'a Command,
    path: &'a str,
    shape: &'a Command,
    words: &'a Words,
}

impl Refused<'_> {
    fn told(&self) -> Refusal {
        let line = &self.words.line;
        match self.error.kind() {
            ErrorKind::MissingRequiredArgument => self.missing(),
            ErrorKind::UnknownArgument => self.unknown(),
            ErrorKind::InvalidSubcommand => self.no_command(),
            ErrorKind::MissingSubcommand => {
                let there = self.texts(ContextKind::ValidSubcommand).into_iter().filter(|name| name != "help").collect::<Vec<_>>();
                self.with_usage((line.command_missing)(&called(self.path)), vec![(self.words.command.known)(&there.join(", "))])
            }
            ErrorKind::InvalidValue | ErrorKind::ValueValidation => self.wrong_value(),
            ErrorKind::NoEquals | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
                self.with_usage((line.value_missing)(&self.text(ContextKind::InvalidArg)), Vec::new())
            }
            ErrorKind::TooManyValues => self.with_usage((line.no_value)(&self.text(ContextKind::InvalidArg)), Vec::new()),
            ErrorKind::ArgumentConflict => self.apart(),
            ErrorKind::InvalidUtf8 => self.with_usage(line.not_text.to_owned(), Vec::new()),
            _ => self.with_usage(line.not_understood.to_owned(), Vec::new()),
        }
    }

    /// What is needed and is not there, each with what it is.
    fn missing(&self) -> Refusal {
        let names: Vec<Vec<String>> = self.texts(ContextKind::InvalidArg).iter().map(|name| alternatives(name)).collect();
        let or = format!(" {} ", self.words.line.or);
        // That there may be several is said by how the command is called.
        let listed: Vec<String> = names.iter().map(|either| either.join(&or).trim_end_matches("...").to_owned()).collect();
        let told = names.iter().flatten().filter_map(|name| {
            let help = self.arg(name)?.get_help()?.to_string();
            Some(format!("{}{}{help}{}", name.trim_end_matches("..."), self.words.colon(), if help.ends_with('.') { "" } else { "." }))
        });
        self.with_usage((self.words.line.missing)(&listed.join(", ")), told.collect())
    }

    fn unknown(&self) -> Refusal {
        let line = &self.words.line;
        let typed = self.text(ContextKind::InvalidArg);
        if !typed.starts_with('-') {
            return self.with_usage((line.word_too_many)(&typed), Vec::new());
        }
        let near = Some(self.text(ContextKind::SuggestedArg)).filter(|near| !near.is_empty()).or_else(|| self.elsewhere(&typed));
        let hint = match near {
            Some(near) => Some((self.words.command.nearest)(&near)),
            None if self.command.get_positionals().next().is_some() => Some((line.as_a_name)(&format!("-- {typed}"))),
            None => None,
        };
        self.with_usage((line.no_option)(&typed), hint.into_iter().collect())
    }

    /// The first command that has an option of this name, with it.
    fn elsewhere(&self, option: &str) -> Option<String> {
        let name = option.strip_prefix("--")?;
        let has = |command: &Command| command.get_arguments().any(|arg| arg.get_long() == Some(name));
        let found = super::shell::commands(self.shape, "").into_iter().find(|(_, command)| has(command));
        found.map(|(path, _)| format!("{} {option}", called(&path)))
    }

    fn no_command(&self) -> Refusal {
        let word = self.text(ContextKind::InvalidSubcommand);
        let names: Vec<&str> = self.command.get_subcommands().map(Command::get_name).filter(|name| *name != "help").collect();
        let hint = match nearest(&word, names.iter().copied()) {
            Some(near) => (self.words.command.nearest)(&under(self.path, near)),
            None => (self.words.command.known)(&names.join(", ")),
        };
        self.with_usage((self.words.line.no_command)(&under(self.path, &word)), vec![hint])
    }

    /// A value that an option does not take, and what it does take.
    fn wrong_value(&self) -> Refusal {
        let line = &self.words.line;
        let (option, value) = (self.text(ContextKind::InvalidArg), self.text(ContextKind::InvalidValue));
        let near = self.text(ContextKind::SuggestedValue);
        let near = Some((self.words.command.nearest)(&near)).filter(|_| !near.is_empty());
        let taken = self.taken(&option).map(|taken| (line.takes)(&taken));
        // Of an option its name is enough; what stands without one has only that.
        let name = option.split([' ', '[']).next().filter(|name| name.starts_with('-')).unwrap_or(&option);
        let variable = self.arg(&option).and_then(Arg::get_env).filter(|_| !self.is_typed(name)).map(|name| name.to_string_lossy());
        let name = variable.as_deref().unwrap_or(name);
        let what = if value.is_empty() { (line.value_missing)(name) } else { (line.takes_not)(name, &value) };
        let below = taken.into_iter().chain(near).chain([(line.how)(&called(self.path))]).collect();
        Refusal { what, below }
    }

    /// Whether an option stands on the line: what does not was said by its variable.
    fn is_typed(&self, option: &str) -> bool {
        let is_it = |word: &str| word.strip_prefix(option).is_some_and(|rest| rest.is_empty() || rest.starts_with('='));
        self.typed.iter().any(|word| is_it(&word.to_string_lossy()))
    }

    /// What an option takes: words of a list, or what the definition says of it.
    fn taken(&self, option: &str) -> Option<String> {
        let valid = self.texts(ContextKind::ValidValue);
        if !valid.is_empty() {
            return Some(valid.join(", "));
        }
        if let Some(most) = self.arg(option).and_then(|arg| largest_number(arg.get_value_parser())) {
            // Nobody types what does not fit into 64 bits.
            return Some(if most == u64::MAX { self.words.line.whole_number.to_owned() } else { (self.words.line.number_up_to)(most) });
        }
        let said = self.error.source()?.to_string();
        Some(self.words.definition(&said).map_or(said, str::to_owned))
    }

    /// Options that do not go together; one of them may be the same again.
    fn apart(&self) -> Refusal {
        let line = &self.words.line;
        let one = [ContextKind::InvalidArg, ContextKind::InvalidSubcommand].map(|kind| self.text(kind)).concat();
        let others = self.texts(ContextKind::PriorArg);
        let is_again = others.iter().all(|other| *other == one);
        let what = if is_again { (line.given_twice)(&one) } else { (line.apart)(&one, &others.join(", ")) };
        self.with_usage(what, Vec::new())
    }

    /// The option or the word of the command that is called so.
    fn arg(&self, name: &str) -> Option<&Arg> {
        // What is needed only sometimes is in square brackets where it is called, and in others where it is missing.
        let bare = |name: &str| name.trim_matches(['<', '>', '[', ']']).to_owned();
        self.command.get_arguments().find(|arg| arg.to_string() == name || (arg.is_positional() && bare(&arg.to_string()) == bare(name)))
    }

    fn with_usage(&self, what: String, mut below: Vec<String>) -> Refusal {
        let line = &self.words.line;
        below.push(format!("{}{}{}", line.usage, self.words.colon(), usage::of(self.command, self.path, self.words)));
        below.push((line.how)(&called(self.path)));
        Refusal { what, below }
    }

    /// What clap says of this kind; nothing where it says nothing.
    fn text(&self, kind: ContextKind) -> String {
        self.texts(kind).join(", ")
    }

    fn texts(&self, kind: ContextKind) -> Vec<String> {
        match self.error.get(kind) {
            Some(ContextValue::String(text)) => vec![text.clone()],
            Some(ContextValue::Strings(texts)) => texts.clone(),
            _ => Vec::new(),
        }
    }
}

/// The largest number that is read, where whole numbers are.
pub(super) fn largest_number(parser: &ValueParser) -> Option<u64> {
    use std::any::TypeId;
    let read = parser.type_id();
    let kinds = [(TypeId::of::<u16>(), u16::MAX.into()), (TypeId::of::<u32>(), u32::MAX.into()), (TypeId::of::<u64>(), u64::MAX)];
    kinds.into_iter().find(|(kind, _)| read == *kind).map(|(_, most)| most)
}

/// The names in what clap says of a group of which one is needed, `<--label <LABEL>|--customer <ID>>`; a name alone is one.
fn alternatives(name: &str) -> Vec<String> {
    match name.strip_prefix('<').and_then(|name| name.strip_suffix('>')) {
        Some(within) if within.contains('|') => within.split('|').map(str::to_owned).collect(),
        _ => vec![name.to_owned()],
    }
}
