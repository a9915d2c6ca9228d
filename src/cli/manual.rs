//! The pages of the manual, made from the definition of the command line: one page with every command on it, or a page for each.

use clap::{Arg, Command};
use clap_mangen::Man;
use clap_mangen::roff::{Inline, Roff, bold, italic, roman};

use super::arguments::{EVERYWHERE, examples};
use super::exit::MEANINGS;
use super::shell::commands;

/// What stands in the heads of the pages.
const MANUAL: &str = "Instroom";

/// What the environment says.
const ENVIRONMENT: [(&str, &str); 7] = [
    ("INSTROOM_STORE", "folder of the store, as --store"),
    ("INSTROOM_STATE", "folder of what is kept between sessions, as --state"),
    ("INSTROOM_CONFIG", "file of the office's settings, as --config"),
    ("INSTROOM_LOG", "how much goes into the log, as --log-level"),
    ("INSTROOM_LANG", "language of screens and messages; --lang goes before it, LC_ALL, LC_MESSAGES and LANG after it"),
    ("NO_COLOR", "where it is not empty, nothing is coloured"),
    (
        "XDG_DATA_HOME, XDG_STATE_HOME, XDG_CONFIG_HOME",
        "where the folders below begin, if not in ~/.local/share, ~/.local/state and ~/.config",
    ),
];

/// Where things lie.
const FILES: [(&str, &str); 5] = [
    ("~/.local/share/instroom/store", "the store: customers, dossiers, what was written and when"),
    ("~/.local/state/instroom/drafts", "drafts, each with its own copy of the workbook"),
    ("~/.config/instroom/config.toml", "the office's settings"),
    ("~/.config/instroom/keys.toml", "keys of your own"),
    ("~/.config/instroom/letters, ~/.config/instroom/questionnaires", "the office's own letters and questionnaires"),
];

/// The whole manual as one page.
///
/// # Errors
/// What writing to memory can say.
pub(super) fn page_of(shape: &Command) -> std::io::Result<Vec<u8>> {
    let shape = built(shape);
    let man = man_of(&shape);
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    let mut rest = Roff::new();
    rest.control("SH", ["EXAMPLES"]);
    tell_examples(&mut rest, "");
    rest.control("SH", ["COMMANDS"]);
    for (path, command) in commands(&shape, "") {
        tell_command(&mut rest, &path, command);
    }
    rest.control("SH", ["OPTIONS"]);
    shape.get_arguments().for_each(|arg| tell_option(&mut rest, arg));
    tell_surroundings(&mut rest);
    rest.to_writer(&mut page)?;
    Ok(page)
}

/// The name and the text of a page for each command, the first of them that of the program itself.
///
/// # Errors
/// What writing to memory can say.
pub(super) fn pages(shape: &Command) -> std::io::Result<Vec<(String, Vec<u8>)>> {
    let shape = built(shape);
    let all = std::iter::once((String::new(), &shape)).chain(commands(&shape, ""));
    all.map(|(path, command)| page(&path, command)).collect()
}

fn page(path: &str, command: &Command) -> std::io::Result<(String, Vec<u8>)> {
    let man = man_of(command);
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    let mut rest = Roff::new();
    rest.control("SH", ["EXAMPLES"]);
    tell_examples(&mut rest, path);
    rest.to_writer(&mut page)?;
    man.render_options_section(&mut page)?;
    if command.get_subcommands().next().is_some() {
        man.render_subcommands_section(&mut page)?;
    }
    let mut rest = Roff::new();
    if let Some(more) = command.get_after_help().filter(|_| !path.is_empty()) {
        rest.control("SH", ["NOTES"]);
        rest.text([roman(more.to_string())]);
    }
    tell_surroundings(&mut rest);
    if !path.is_empty() {
        rest.control("SH", ["SEE ALSO"]);
        rest.text([bold("instroom"), roman("(1)")]);
    }
    rest.to_writer(&mut page)?;
    Ok((man.get_filename(), page))
}

/// The definition as it is after the options of everything were handed on to every command.
fn built(shape: &Command) -> Command {
    let mut shape = shape.clone().disable_help_subcommand(true);
    shape.build();
    shape
}

fn man_of(command: &Command) -> Man {
    let source = format!("instroom {}", env!("CARGO_PKG_VERSION"));
    Man::new(command.clone()).source(source).manual(MANUAL)
}

/// A command on the one page: how it is called, what it does, its own options and its examples.
fn tell_command(roff: &mut Roff, path: &str, command: &Command) {
    roff.control("SS", [format!("instroom {path}").as_str()]);
    let usage = command.clone().render_usage().to_string();
    roff.text([bold(usage.trim_start_matches("Usage: ").trim())]);
    let texts = [command.get_about(), command.get_after_help()];
    for text in texts.into_iter().flatten() {
        roff.control("PP", []);
        roff.text([roman(text.to_string())]);
    }
    command.get_arguments().filter(|arg| arg.get_help_heading() != Some(EVERYWHERE)).for_each(|arg| tell_option(roff, arg));
    roff.control("PP", []);
    roff.text([italic("Examples")]);
    tell_examples(roff, path);
}

/// An option with what it takes and what it means; help and version are told by themselves.
fn tell_option(roff: &mut Roff, arg: &Arg) {
    if arg.is_hide_set() || ["help", "version"].contains(&arg.get_id().as_str()) {
        return;
    }
    let short = arg.get_short().map(|short| format!("-{short}"));
    let long = arg.get_long().map(|long| format!("--{long}"));
    let names: Vec<String> = [short, long].into_iter().flatten().collect();
    let mut head: Vec<Inline> = if names.is_empty() { Vec::new() } else { vec![bold(names.join(", ")), roman(" ")] };
    if arg.get_num_args().is_none_or(|count| count.takes_values()) {
        let name = || arg.get_id().as_str().to_uppercase();
        head.push(italic(arg.get_value_names().map_or_else(name, |names| names.join(" "))));
    }
    roff.control("TP", []);
    roff.text(head);
    roff.text([roman(arg.get_help().map(ToString::to_string).unwrap_or_default())]);
}

/// The examples of a command, each with what it does below it.
fn tell_examples(roff: &mut Roff, path: &str) {
    for (typed, does) in examples::of(path) {
        roff.control("TP", []);
        roff.text([bold(*typed)]);
        roff.text([roman(*does)]);
    }
}

/// Exit codes, environment and files: the same for every command.
fn tell_surroundings(roff: &mut Roff) {
    roff.control("SH", ["EXIT STATUS"]);
    for (code, meaning) in MEANINGS {
        roff.control("TP", []);
        roff.text([bold(code.to_string())]);
        roff.text([roman(meaning.replace('`', ""))]);
    }
    for (heading, told) in [("ENVIRONMENT", &ENVIRONMENT[..]), ("FILES", &FILES[..])] {
        roff.control("SH", [heading]);
        for (name, what) in told {
            roff.control("TP", []);
            roff.text([bold(*name)]);
            roff.text([roman(*what)]);
        }
    }
}
