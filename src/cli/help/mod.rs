//! The help of the command line in the language of whoever reads it. The definition (`arguments`) says what there is, and says it in
//! English; the other languages have each of its texts in [`crate::words`]. The pages are laid out here and not by clap, which
//! speaks English only.

#[cfg(test)]
mod laws;
mod page;
mod told;
pub(super) mod usage;
mod wrap;

pub(super) use page::{explained, meaning};
pub(super) use wrap::{columns, wrap};

use clap::{Command, CommandFactory as _};

use super::arguments::Arguments;
use crate::words::Words;

/// The definition of the command line in a language: every text, and the whole page of help of every command.
pub(super) fn shape(words: &Words) -> Command {
    let mut shape = told::before_building(Arguments::command(), words);
    shape.build();
    let wide = wrap::width();
    dressed(told::after_building(shape, words), "", words, wide)
}

/// The command with its page of help, and those of the commands under it.
fn dressed(command: Command, path: &str, words: &Words, wide: usize) -> Command {
    let page = page::of(&command, path, words, wide);
    let command = command.mut_subcommands(|child| {
        let path = under(path, child.get_name());
        dressed(child, &path, words, wide)
    });
    command.override_help(page)
}

/// The words that call a command under another; the program itself is called by none.
pub(super) fn under(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path} {name}") }
}

/// All the words that call a command, the program's first.
pub(super) fn called(path: &str) -> String {
    under("instroom", path).trim_end().to_owned()
}
