//! The page of help of one command: what it does, examples, how it is called, what it takes.

use clap::{Arg, ArgAction, Command};
use unicode_width::UnicodeWidthStr as _;

use super::usage;
use super::wrap::{beside, indented, wrap};
use crate::cli::arguments::{EVERYWHERE, examples};
use crate::words::Words;

/// Columns between a name and its meaning, and in front of the name.
const AIR: usize = 2;

/// The page of a command of the built definition, whose texts are in the language already.
pub(super) fn of(command: &Command, path: &str, words: &Words, wide: usize) -> String {
    let line = &words.line;
    let mut parts = Vec::new();
    parts.extend(command.get_about().map(|about| wrap(&about.to_string(), wide).join("\n")));
    let examples = examples::lines(path, words, wide);
    if !examples.is_empty() {
        parts.push(section(line.examples, words, &examples));
    }
    parts.push(format!("{}{}{}", line.usage, words.colon(), usage::of(command, path, words)));
    let under: Vec<_> = command.get_subcommands().filter(|child| !child.is_hide_set()).map(row_of_command).collect();
    let of_command = |arg: &&Arg| !arg.is_hide_set() && arg.get_help_heading() != Some(EVERYWHERE);
    let positional: Vec<_> = command.get_positionals().filter(of_command).map(|arg| row_of(arg, words)).collect();
    // Help and version are of every command: they come last.
    let (own, shared): (Vec<_>, Vec<_>) =
        command.get_arguments().filter(|arg| !arg.is_positional()).filter(of_command).partition(|arg| !is_of_clap(arg));
    let options: Vec<_> = own.into_iter().chain(shared).map(|arg| row_of(arg, words)).collect();
    let everywhere: Vec<_> =
        command.get_arguments().filter(|arg| arg.get_help_heading() == Some(EVERYWHERE)).map(|arg| row_of(arg, words)).collect();
    let sections = [(line.commands, under), (line.arguments, positional), (line.options, options), (line.everywhere, everywhere)];
    for (heading, rows) in sections.into_iter().filter(|(_, rows)| !rows.is_empty()) {
        parts.push(section(heading, words, &table(&rows, wide)));
    }
    parts.extend(command.get_after_help().map(|more| wrap(&more.to_string(), wide).join("\n")));
    parts.join("\n\n") + "\n"
}

fn section(heading: &str, words: &Words, below: &str) -> String {
    format!("{heading}{}\n{below}", words.colon().trim_end_matches(' '))
}

/// Options that clap adds to every command.
fn is_of_clap(arg: &Arg) -> bool {
    matches!(arg.get_action(), ArgAction::Help | ArgAction::HelpShort | ArgAction::HelpLong | ArgAction::Version)
}

/// A name, what it means, and values that are explained below it.
struct Row {
    name: String,
    meaning: String,
    values: Vec<String>,
}

fn row_of_command(command: &Command) -> Row {
    let meaning = command.get_about().map(ToString::to_string).unwrap_or_default();
    Row { name: command.get_name().to_owned(), meaning, values: Vec::new() }
}

fn row_of(arg: &Arg, words: &Words) -> Row {
    let values = explained(arg).map(|(name, help)| format!("- {name}{}{help}", words.colon())).collect();
    Row { name: usage::names(arg), meaning: meaning(arg, words), values }
}

/// What an option means, with what it is where nobody says it, the variable that stands for it and what it may be.
pub(in crate::cli) fn meaning(arg: &Arg, words: &Words) -> String {
    let line = &words.line;
    let mut parts: Vec<String> = arg.get_help().map(ToString::to_string).into_iter().collect();
    parts.extend(arg.get_env().map(|name| (line.variable)(&name.to_string_lossy())));
    let usual: Vec<_> = arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    if !usual.is_empty() && !arg.is_hide_default_value_set() && arg.get_action().takes_values() {
        parts.push((line.default)(&usual.join(" ")));
    }
    let values = arg.get_possible_values();
    let is_listed = arg.get_action().takes_values() && !values.is_empty() && !arg.is_hide_possible_values_set();
    if is_listed && explained(arg).next().is_none() {
        let names: Vec<_> = values.iter().map(clap::builder::PossibleValue::get_name).collect();
        parts.push((line.one_of)(&names.join(", ")));
    }
    parts.join(" ")
}

/// Values that an option may have, where they explain themselves.
pub(in crate::cli) fn explained(arg: &Arg) -> impl Iterator<Item = (String, String)> {
    let values = if arg.get_action().takes_values() { arg.get_possible_values() } else { Vec::new() };
    values.into_iter().filter_map(|value| Some((value.get_name().to_owned(), value.get_help()?.to_string())))
}

/// Rows below each other; what they mean begins in the same column.
fn table(rows: &[Row], wide: usize) -> String {
    let column = AIR + rows.iter().map(|row| row.name.width()).max().unwrap_or(0) + AIR;
    let told = rows.iter().flat_map(|row| {
        // A value goes on below its own first word.
        let values = row.values.iter().map(move |value| {
            let lines = wrap(value, wide.saturating_sub(column + AIR));
            let (first, rest) = lines.split_at(1);
            [indented(first, column), indented(rest, column + AIR)].join("\n").trim_end().to_owned()
        });
        std::iter::once(beside(&row.name, &row.meaning, column, wide)).chain(values)
    });
    told.collect::<Vec<_>>().join("\n")
}
