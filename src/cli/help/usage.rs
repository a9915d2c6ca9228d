//! How a command is called: its words, what it needs and what it takes.

use clap::{Arg, ArgGroup, Command};

use super::called;
use crate::words::Words;

/// The line that calls a command of the built definition, without a heading.
pub(in crate::cli) fn of(command: &Command, path: &str, words: &Words) -> String {
    let mut parts = vec![called(path), format!("[{}]", words.line.any_options)];
    let needed = command.get_arguments().filter(|arg| arg.is_required_set() && !arg.is_positional());
    parts.extend(needed.map(ToString::to_string));
    parts.extend(command.get_groups().filter(|group| group.is_required_set()).map(|group| alternatives(command, group)));
    parts.extend(command.get_positionals().map(ToString::to_string));
    if command.get_subcommands().next().is_some() {
        let name = words.line.a_command;
        parts.push(if command.is_subcommand_required_set() { format!("<{name}>") } else { format!("[{name}]") });
    }
    parts.join(" ")
}

/// Of these at least one is needed.
fn alternatives(command: &Command, group: &ArgGroup) -> String {
    let named = group.get_args().filter_map(|id| command.get_arguments().find(|arg| arg.get_id() == id));
    format!("<{}>", named.map(ToString::to_string).collect::<Vec<_>>().join("|"))
}

/// The names of an option with what it takes, or the name of what stands without one: `-o, --output <FILE>`, `[FILE]`.
pub(in crate::cli) fn names(arg: &Arg) -> String {
    let short = arg.get_short().map(|short| format!("-{short}"));
    match (short, arg.get_long()) {
        (Some(short), Some(_)) => format!("{short}, {arg}"),
        (None, Some(_)) => format!("    {arg}"),
        _ => arg.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;
    use crate::cli::arguments::Arguments;
    use crate::words::ScreenLanguage;

    #[test]
    fn a_command_is_called_with_what_it_needs_first() {
        let mut shape = Arguments::command();
        shape.build();
        for (path, wanted) in [
            ("", "instroom [OPTIONS] [FILE] [COMMAND]"),
            ("plan", "instroom plan [OPTIONS] --output <PLAN> <FILE>"),
            ("answers", "instroom answers [OPTIONS] <FILES>..."),
            ("flows link", "instroom flows link [OPTIONS] <--label <LABEL>|--customer <ID>> <FLOW>"),
            ("store", "instroom store [OPTIONS] <COMMAND>"),
        ] {
            let command = path.split_whitespace().fold(&shape, |command, name| command.find_subcommand(name).unwrap());
            assert_eq!(of(command, path, Words::of(ScreenLanguage::English)), wanted);
        }
    }
}
