//! `instroom completions` and `instroom man`: what the shell and the manual know of the command line, made from its one
//! definition and in the language of whoever asks. Neither needs a store, settings or a home folder.

use std::any::TypeId;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Arg, Command, ValueHint};

use super::arguments::{CompletionsArguments, ManArguments};
use super::manual::{page_of, pages};
use super::{exit, failed, help, put};
use crate::app::fault::Fault;
use crate::domain::neutral::neutralise;
use crate::words::Words;
use crate::world::perform::of_output;
use crate::world::whole_file::{Existing, Readers, WriteFault, could_write, write_whole};

/// Puts the completions for a shell on standard output.
pub(super) fn completions(asked: &CompletionsArguments, words: &'static Words) -> ExitCode {
    let mut script = Vec::new();
    clap_complete::generate(asked.shell, &mut hinted(help::shape(words)), "instroom", &mut script);
    told(&script, words)
}

/// The definition with what each option may be completed by: files and folders where it takes those; else, where it takes no words of a
/// list, nothing at all.
fn hinted(shape: Command) -> Command {
    let hint = |arg: Arg| {
        let takes_path = arg.get_value_parser().type_id() == TypeId::of::<PathBuf>();
        let is_folder = FOLDERS.contains(&arg.get_id().as_str());
        match (arg.get_action().takes_values() && arg.get_possible_values().is_empty(), takes_path) {
            (false, _) => arg,
            (true, true) if is_folder => arg.value_hint(ValueHint::DirPath),
            (true, true) => arg.value_hint(ValueHint::FilePath),
            (true, false) => arg.value_hint(ValueHint::Other),
        }
    };
    shape.mut_args(hint).mut_subcommands(hinted)
}

/// Options that take a folder.
const FOLDERS: [&str; 5] = ["store", "state", "into", "eml", "all"];

/// Puts the manual on standard output as one page, or writes a page for every command into a folder that is not kept out of.
pub(super) fn man(asked: &ManArguments, words: &'static Words, keep_out: impl Fn(&Path) -> Result<(), Fault>) -> ExitCode {
    match &asked.all {
        None => told(&page_of(&help::shape(words), words), words),
        Some(folder) => {
            if let Err(fault) = keep_out(folder) {
                return failed(&fault, words);
            }
            let pages = pages(&help::shape(words), words);
            let written = could_write_all(folder, &pages).and_then(|()| match asked.dry_run {
                true => Ok(()),
                false => write_all(folder, &pages).map_err(of_output),
            });
            if let Err(fault) = written {
                return failed(&fault, words);
            }
            let paths = pages.iter().map(|(name, _)| format!("{}\n", neutralise(&folder.join(name).to_string_lossy())));
            let code = told(paths.collect::<String>().as_bytes(), words);
            if asked.dry_run {
                tell!("{}", words.past.dry_run);
            }
            code
        }
    }
}

/// Looks whether every page can be written, before any is: nothing is left half done that could have been seen. The folder may be one
/// that is still to be made.
fn could_write_all(folder: &Path, pages: &[(String, Vec<u8>)]) -> Result<(), Fault> {
    let above = || folder.ancestors().map(|above| if above.as_os_str().is_empty() { Path::new(".") } else { above });
    let Some(there) = above().find(|above| above.symlink_metadata().is_ok()) else { return Ok(()) };
    if !there.is_dir() {
        return Err(Fault::NotAFolder { path: neutralise(&there.to_string_lossy()).into_owned() });
    }
    for (name, _) in pages {
        could_write(&there.join(name), Existing::Replace).map_err(of_output)?;
    }
    Ok(())
}

/// Writes the pages so that everybody can read them; the folder is made where there is none.
fn write_all(folder: &Path, pages: &[(String, Vec<u8>)]) -> Result<(), WriteFault> {
    std::fs::create_dir_all(folder).map_err(|source| WriteFault::Folder { folder: folder.to_owned(), source })?;
    for (name, page) in pages {
        write_whole(&folder.join(name), Existing::Replace, Readers::Everybody, |file| {
            std::io::Write::write_all(file, page)?;
            Ok(())
        })?;
    }
    Ok(())
}

fn told(bytes: &[u8], words: &'static Words) -> ExitCode {
    match put(&mut std::io::stdout().lock(), bytes) {
        Ok(()) => ExitCode::from(exit::SOUND),
        Err(fault) => failed(&fault, words),
    }
}

/// Every command under this one with the words that call it, in the order of the help; not `help` itself.
pub(super) fn commands<'a>(of: &'a Command, path: &str) -> Vec<(String, &'a Command)> {
    let mut found = Vec::new();
    for child in of.get_subcommands().filter(|child| child.get_name() != "help" && !child.is_hide_set()) {
        let name = format!("{path}{}{}", if path.is_empty() { "" } else { " " }, child.get_name());
        let below = commands(child, &name);
        found.push((name, child));
        found.extend(below);
    }
    found
}
