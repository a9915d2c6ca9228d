//! What holds for the texts of the definition in the other languages: each is there, is of that language, says the same options,
//! and none is left of what the definition does not say any more.

use std::collections::BTreeSet;
use std::error::Error as _;
use std::ffi::OsString;

use clap::error::ErrorKind;
use clap::{Arg, ArgAction, Command, CommandFactory as _};

use super::told::HELP;
use super::{called, explained, shape};
use crate::cli::arguments::{Arguments, examples};
use crate::cli::around::{ENVIRONMENT, FILES, SETTINGS};
use crate::cli::exit::MEANINGS;
use crate::cli::shell::commands;
use crate::words::{ScreenLanguage, Words};

const OTHERS: [ScreenLanguage; 2] = [ScreenLanguage::Dutch, ScreenLanguage::French];

/// What is the same in the language of the one or the other: shells, and what options take.
const SHARED: &[&str] =
    &["bash", "fish", "LABEL", "FLOW", "ID", "PLAN", "STATUS", "DATE", "MINUTES", "FORMAT", "SHELL", "IMPORT", "LEVEL", "on|off"];

/// Everything that the definition says in English, and the tables beside it that the manual tells.
fn english() -> BTreeSet<String> {
    let mut built = Arguments::command();
    built.build();
    let all: Vec<(String, &Command)> = std::iter::once((String::new(), &built)).chain(commands(&built, "")).collect();
    let mut texts: BTreeSet<String> = BTreeSet::new();
    for (path, command) in &all {
        texts.extend([command.get_about(), command.get_after_help()].into_iter().flatten().map(ToString::to_string));
        texts.extend(command.find_subcommand("help").and_then(Command::get_about).map(ToString::to_string));
        for arg in command.get_arguments() {
            texts.extend(said_by(arg));
            texts.extend(explained(arg).map(|(_, help)| help));
            if arg.get_action().takes_values() {
                let names = arg.get_value_names().unwrap_or_default();
                texts.extend(names.iter().map(ToString::to_string));
                texts.extend(expected(path, command, arg));
            }
        }
    }
    texts.extend(examples::EXAMPLES.iter().flat_map(|(_, examples)| *examples).map(|(_, does)| (*does).to_owned()));
    texts.extend(MEANINGS.iter().map(|(_, meaning)| (*meaning).to_owned()));
    texts.extend(ENVIRONMENT.iter().chain(&FILES).chain(&SETTINGS).map(|(_, what)| (*what).to_owned()));
    texts
}

/// What an option means. Help is said in one way wherever it is.
fn said_by(arg: &Arg) -> Option<String> {
    if matches!(arg.get_action(), ArgAction::Help) { Some(HELP.to_owned()) } else { arg.get_help().map(ToString::to_string) }
}

/// What an option says that it takes, to a value that nothing takes; numbers and lists are told otherwise.
fn expected(path: &str, command: &Command, arg: &Arg) -> Option<String> {
    let needed = command.get_positionals().take_while(|other| other.get_id() != arg.get_id()).map(|_| "1".to_owned());
    let option = arg.get_long().map(|long| format!("--{long}"));
    let words = called(path).split(' ').map(str::to_owned).chain(needed).chain(option).chain(["\u{7}".to_owned()]).collect::<Vec<_>>();
    let error = Arguments::command().try_get_matches_from(words.iter().map(OsString::from)).err()?;
    let is_number = super::super::refusal::largest_number(arg.get_value_parser()).is_some();
    let said = (error.kind() == ErrorKind::ValueValidation && !is_number).then(|| error.source().map(ToString::to_string)).flatten();
    // Words to be typed as they are, with commas between them, are the same in every language.
    said.filter(|said| !said.split(", ").all(|word| word.chars().all(|sign| sign.is_ascii_lowercase() || sign == '_')))
}

/// The book of a language.
fn book(language: ScreenLanguage) -> Vec<(&'static str, &'static str)> {
    Words::of(language).phrasebook().iter().copied().flatten().copied().collect()
}

#[test]
fn every_text_of_the_definition_is_said_in_every_language_and_no_other_is() {
    let texts = english();
    let mut wrong = Vec::new();
    for language in OTHERS {
        let known: Vec<&str> = book(language).into_iter().map(|(english, _)| english).collect();
        let once: BTreeSet<&str> = known.iter().copied().collect();
        assert_eq!(once.len(), known.len(), "{}: a text stands twice", language.code());
        let missing = texts.iter().filter(|text| !once.contains(text.as_str()));
        wrong.extend(missing.map(|text| format!("{}: not said: {text:?}", language.code())));
        let over = once.iter().filter(|text| !texts.contains(**text));
        wrong.extend(over.map(|text| format!("{}: not in the definition: {text:?}", language.code())));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What stands in a text that no language changes: options, variables, files, commands in quotes, numbers.
fn fixed(text: &str) -> BTreeSet<&str> {
    let parts = text.split(|sign: char| sign.is_whitespace() || matches!(sign, ',' | ';' | '(' | ')' | '`' | ':'));
    let parts = parts.map(|part| part.trim_end_matches('.'));
    parts.filter(|part| part.starts_with("--") || part.starts_with("INSTROOM") || part.starts_with('~') || part.contains('_')).collect()
}

#[test]
fn every_text_is_tidy_and_of_its_language() {
    let mut wrong = Vec::new();
    for language in OTHERS {
        for (english, told) in book(language) {
            let mut say = |what: &str| wrong.push(format!("{}: {what}: {told:?}", language.code()));
            if told == english && !SHARED.contains(&english) {
                say("as in English");
            }
            if told.trim() != told || told.contains("  ") || told.contains(char::is_control) {
                say("untidy");
            }
            if told.ends_with('.') != english.ends_with('.')
                || told.starts_with(char::is_lowercase) != english.starts_with(char::is_lowercase)
            {
                say("begun or ended otherwise than in English");
            }
            if fixed(told) != fixed(english) {
                say("names other options");
            }
            if language != ScreenLanguage::French && told.contains('\u{a0}') {
                say("a French space");
            }
            for (at, sign) in told.char_indices().filter(|_| language == ScreenLanguage::French) {
                let before = told[..at].chars().next_back();
                if matches!(sign, ':' | ';' | '?' | '!' | '»') && before != Some('\u{a0}') {
                    say("no French space");
                }
                if sign == '\'' && before == Some(' ') {
                    say("a quotation");
                }
            }
        }
    }
    let (dutch, french) = (book(ScreenLanguage::Dutch), book(ScreenLanguage::French));
    for (english, told) in dutch {
        let same = french.iter().any(|(of, other)| *of == english && *other == told);
        if same && !SHARED.contains(&english) {
            wrong.push(format!("the same in both: {told}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_page_of_help_says_a_heading_of_clap() {
    for words in OTHERS.map(Words::of) {
        let built = shape(words);
        for (path, command) in std::iter::once((String::new(), &built)).chain(commands(&built, "")) {
            let page = command.clone().render_long_help().to_string();
            for english in ["Usage:", "Commands:", "[default", "[env", "[possible", "Possible", "Print help", "Everywhere"] {
                assert!(!page.contains(english), "{path}: {english}\n{page}");
            }
        }
    }
}
