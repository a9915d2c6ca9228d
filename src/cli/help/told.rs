//! The texts of the definition in another language: what commands and options say, and the names of what options take.

use clap::builder::{PossibleValue, PossibleValuesParser, StyledStr, TypedValueParser as _, ValueParser};
use clap::{Arg, ArgAction, Command, ValueEnum};

use crate::cli::arguments::Decision;
use crate::words::Words;

/// The definition with the texts that are handed on to every command under it, where the names of what options take have to be
/// settled: clap's own words for an option contain them.
pub(super) fn before_building(command: Command, words: &Words) -> Command {
    let command = command.mut_args(|arg| named(arg, words)).mut_subcommands(|child| before_building(child, words));
    texts(command, words)
}

/// The built definition with the texts of what clap itself adds.
pub(super) fn after_building(command: Command, words: &Words) -> Command {
    let command = command.mut_subcommands(|child| after_building(child, words));
    // Where values explain themselves clap speaks of a shorter help: here there is one.
    let command = command.mut_args(|arg| if matches!(arg.get_action(), ArgAction::Help) { arg.help(HELP) } else { arg });
    texts(command, words)
}

/// What clap says of the option that asks for help.
pub(super) const HELP: &str = "Print help";

fn texts(command: Command, words: &Words) -> Command {
    let of = |text: Option<&StyledStr>| text.and_then(|text| words.definition(&text.to_string()));
    let (about, more) = (of(command.get_about()), of(command.get_after_help()));
    let command = command.mut_args(|arg| match of(arg.get_help()) {
        Some(help) => arg.help(help),
        None => arg,
    });
    let command = if let Some(about) = about { command.about(about) } else { command };
    if let Some(more) = more { command.after_help(more) } else { command }
}

/// The option with the names of what it takes and, where those are explained, its values.
fn named(arg: Arg, words: &Words) -> Arg {
    if !arg.get_action().takes_values() {
        return arg;
    }
    // What has no name of its own is called by its own.
    let name = arg.get_value_names().map_or_else(|| arg.get_id().as_str().to_uppercase(), |names| names.join(" "));
    let is_decision = arg.get_id() == "decision";
    let arg = if let Some(name) = words.definition(&name) { arg.value_name(name) } else { arg };
    if is_decision { arg.value_parser(decision(words)) } else { arg }
}

/// Reads a decision; what each means is in the language.
fn decision(words: &Words) -> ValueParser {
    let told = |value: PossibleValue| match value.get_help().and_then(|help| words.definition(&help.to_string())) {
        Some(help) => value.help(help),
        None => value,
    };
    let values: Vec<PossibleValue> = Decision::value_variants().iter().filter_map(ValueEnum::to_possible_value).map(told).collect();
    PossibleValuesParser::new(values).try_map(|word| Decision::from_str(&word, false)).into()
}
