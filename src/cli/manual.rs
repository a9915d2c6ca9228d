//! The pages of the manual, made from the definition of the command line: one page with every command on it, or a page for each.
//! They are in the language in which they are asked for.

use clap::{Arg, Command};
use roff::{Inline, Roff, bold, italic, roman};

use super::arguments::{EVERYWHERE, examples};
use super::around::{ENVIRONMENT, FILES, SETTINGS};
use super::exit::MEANINGS;
use super::help::{called, explained, meaning, usage};
use super::shell::commands;
use crate::words::Words;

/// What stands in the heads of the pages.
const MANUAL: &str = "Instroom";

/// Says in which encoding a page is; the page itself shows nothing of it.
const ENCODING: &[u8] = b"'\\\" -*- coding: UTF-8 -*-\n";

/// A page that is being written, in a language.
struct Page {
    roff: Roff,
    words: &'static Words,
}

/// The whole manual as one page, of the built definition.
pub(super) fn page_of(shape: &Command, words: &'static Words) -> Vec<u8> {
    let mut page = Page::begun(shape, "", words);
    page.heading(words.line.examples);
    page.examples("");
    page.heading(words.line.commands);
    for (path, command) in commands(shape, "") {
        page.command(&path, command);
    }
    page.heading(words.line.options);
    shape.get_arguments().for_each(|arg| page.option(arg));
    page.surroundings();
    page.bytes()
}

/// The name and the text of a page for each command of the built definition, the first of them that of the program itself.
pub(super) fn pages(shape: &Command, words: &'static Words) -> Vec<(String, Vec<u8>)> {
    let all = std::iter::once((String::new(), shape)).chain(commands(shape, ""));
    all.map(|(path, command)| page(&path, command, words)).collect()
}

fn page(path: &str, command: &Command, words: &'static Words) -> (String, Vec<u8>) {
    let mut page = Page::begun(command, path, words);
    page.heading(words.line.examples);
    page.examples(path);
    page.heading(words.line.options);
    command.get_arguments().for_each(|arg| page.option(arg));
    let under: Vec<_> = commands(command, path);
    if !under.is_empty() {
        page.heading(words.line.commands);
        for (path, command) in under {
            let about = command.get_about().map(ToString::to_string).unwrap_or_default();
            page.entry(vec![bold(name_of(&path)), roman("(1)")], &about);
        }
    }
    if let Some(more) = command.get_after_help().filter(|_| !path.is_empty()) {
        page.heading(words.line.notes);
        page.text(&more.to_string());
    }
    page.surroundings();
    if !path.is_empty() {
        page.heading(words.line.see_also);
        page.roff.text([bold("instroom"), roman("(1)")]);
    }
    (format!("{}.1", name_of(path)), page.bytes())
}

/// The name of the page of a command: `instroom-flows-link`.
fn name_of(path: &str) -> String {
    called(path).replace(' ', "-")
}

impl Page {
    /// A page with its head: name, how the command is called, and what it does.
    fn begun(command: &Command, path: &str, words: &'static Words) -> Self {
        let mut page = Self { roff: Roff::new(), words };
        let (name, version) = (name_of(path), format!("instroom {}", env!("CARGO_PKG_VERSION")));
        page.roff.control("TH", [name.as_str(), "1", "", &version, MANUAL]);
        let about = command.get_about().map(ToString::to_string).unwrap_or_default();
        page.heading(words.line.name);
        page.roff.text([roman(format!("{name} - {about}"))]);
        page.heading(words.line.synopsis);
        page.roff.text([bold(usage::of(command, path, words))]);
        page.heading(words.line.description);
        page.text(&about);
        page
    }

    fn heading(&mut self, heading: &str) {
        self.roff.control("SH", [heading.to_uppercase().as_str()]);
    }

    fn text(&mut self, text: &str) {
        self.roff.text([roman(text)]);
    }

    /// Something that is explained, and its explanation.
    fn entry(&mut self, head: Vec<Inline>, explanation: &str) {
        self.roff.control("TP", []);
        self.roff.text(head);
        self.text(explanation);
    }

    /// A command on the one page: how it is called, what it does, its own options and its examples.
    fn command(&mut self, path: &str, command: &Command) {
        self.roff.control("SS", [called(path).as_str()]);
        self.roff.text([bold(usage::of(command, path, self.words))]);
        for text in [command.get_about(), command.get_after_help()].into_iter().flatten() {
            self.roff.control("PP", []);
            self.text(&text.to_string());
        }
        command.get_arguments().filter(|arg| arg.get_help_heading() != Some(EVERYWHERE)).for_each(|arg| self.option(arg));
        self.roff.control("PP", []);
        self.roff.text([italic(self.words.line.examples)]);
        self.examples(path);
    }

    /// An option with what it takes and what it means; help and version are told by themselves.
    fn option(&mut self, arg: &Arg) {
        if arg.is_hide_set() || ["help", "version"].contains(&arg.get_id().as_str()) {
            return;
        }
        let told = arg.to_string();
        // What stands without a name is in brackets itself.
        let (name, value) = told.split_once(' ').filter(|_| arg.get_long().is_some()).unwrap_or((&told, ""));
        let short = arg.get_short().map(|short| format!("-{short}, ")).unwrap_or_default();
        let mut head = vec![bold(format!("{short}{name}"))];
        if !value.is_empty() {
            head.extend([roman(" "), italic(value)]);
        }
        self.entry(head, &meaning(arg, self.words));
        for (name, help) in explained(arg) {
            self.roff.control("RS", []);
            self.entry(vec![bold(name)], &help);
            self.roff.control("RE", []);
        }
    }

    /// The examples of a command, each with what it does below it.
    fn examples(&mut self, path: &str) {
        for (typed, does) in examples::of(path, self.words) {
            self.entry(vec![bold(typed)], does);
        }
    }

    /// Exit codes, environment, files and settings: the same for every command.
    fn surroundings(&mut self) {
        let words = self.words;
        self.heading(words.line.exit_status);
        for (code, meaning) in MEANINGS {
            self.entry(vec![bold(code.to_string())], &words.definition(meaning).unwrap_or(meaning).replace('`', ""));
        }
        let sections = [(words.line.environment, &ENVIRONMENT[..]), (words.line.files, &FILES[..]), (words.line.settings, &SETTINGS[..])];
        for (heading, told) in sections {
            self.heading(heading);
            if heading == words.line.settings {
                self.text(words.line.about_settings);
            }
            for (name, what) in told {
                self.entry(vec![bold(*name)], words.definition(what).unwrap_or(what));
            }
        }
    }

    fn bytes(&self) -> Vec<u8> {
        [ENCODING, self.roff.render().as_bytes()].concat()
    }
}
