//! `instroom [FILE]`: full screen.

use std::fs::File;
use std::io::{IsTerminal as _, Read as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use super::settled::{Counts, Origin};
use super::{Input, Session, config, exit, failed, line};
use crate::app::effect::Opening;
use crate::app::fault::Fault;
use crate::app::model::{Purpose, Setting};
use crate::domain::draft::Seed;
pub(super) use crate::terminal::Arrived;
use crate::terminal::{self, Way};
use crate::world::ids::random_bits;
use crate::world::perform::World;
use crate::world::workbook::SOURCE_CAP;

/// Opens the start screen, or a workbook on the four tabs.
pub(super) fn run(session: &Session, file: Option<PathBuf>) -> color_eyre::Result<ExitCode> {
    if file.as_deref() == Some(Path::new("-")) {
        return from_standard_input(session);
    }
    if let Some(path) = &file
        && !path.exists()
    {
        if line::is_command_perhaps(path.as_os_str()) {
            line::say_no_such(&path.to_string_lossy(), session.words());
            return Ok(ExitCode::from(exit::NO_INPUT));
        }
        return Ok(failed(&Fault::NotFound { path: path.to_string_lossy().into_owned() }, session.words()));
    }
    let opening = file.map(|path| Opening { path: path.to_string_lossy().into_owned(), ..Opening::default() });
    show(session, &session.world, opening, Purpose::Work)
}

/// Opens a workbook that comes in on standard input. It is taken in whole; then the terminal takes its
/// place, so that keys are read from there. The draft keeps its own copy, as of every workbook.
fn from_standard_input(session: &Session) -> color_eyre::Result<ExitCode> {
    let refuse = || {
        tell!("instroom: {}", session.words().command.no_terminal);
        Ok(ExitCode::from(exit::USAGE))
    };
    if session.input == Input::Open && std::io::stdin().is_terminal() {
        return refuse();
    }
    if session.input == Input::Closed {
        return show(session, &session.world, None, Purpose::Work);
    }
    let mut bytes = Vec::new();
    std::io::stdin().lock().take(SOURCE_CAP + 1).read_to_end(&mut bytes)?;
    let Ok(terminal) = File::open("/dev/tty") else { return refuse() };
    rustix::stdio::dup2_stdin(&terminal)?;
    let world = World { standard_input: Some(Arc::new(bytes)), ..session.world.clone() };
    show(session, &world, Some(Opening { path: "-".to_owned(), ..Opening::default() }), Purpose::Work)
}

/// Shows the screens until they are left.
pub(super) fn show(session: &Session, world: &World, opening: Option<Opening>, purpose: Purpose) -> color_eyre::Result<ExitCode> {
    if let Err(code) = somebody_is_there(session, session.manner.way) {
        return Ok(code);
    }
    let beside = |opening: &Opening| Path::new(&opening.path).parent().map(|folder| folder.to_string_lossy().into_owned());
    // Whoever is shown around finds the sample again where workbooks are chosen.
    let sample = opening.as_ref().filter(|_| purpose == Purpose::Tour).and_then(beside);
    let (folder, missing) = sample.map_or_else(|| beginning(session), |folder| (folder, None));
    let faults = session.keys.faults.iter().cloned().chain(missing).chain(unused(session)).collect();
    let setting = Setting {
        sight: session.sight(),
        folder,
        seed: Seed::new(random_bits()?),
        user: session.world.user.clone(),
        catalogue: Arc::new(session.world.office.catalogue.clone()),
        faults,
        log: session.log.clone(),
        purpose,
    };
    match session.manner.way {
        Way::Screens => terminal::run(setting, opening, world, session.manner),
        Way::Lines => terminal::converse(setting, opening, world),
    }
}

/// The folder in which the choice of a workbook begins; where the settled one is not there, the current one, and what is wrong.
fn beginning(session: &Session) -> (String, Option<Fault>) {
    let here = || std::env::current_dir().map_or_else(|_| "/".to_owned(), |folder| folder.to_string_lossy().into_owned());
    match &session.workbooks {
        Some(counts) if counts.origin == Origin::Usual || counts.value.is_dir() => (counts.value.to_string_lossy().into_owned(), None),
        Some(Counts { origin: Origin::File(spot), .. }) => (here(), Some(config::no_folder("folders.workbooks", spot))),
        Some(_) | None => (here(), None),
    }
}

/// The questionnaires of the office's own that are not used, if any.
fn unused(session: &Session) -> Option<Fault> {
    let (first, more) = session.unused.split_first()?;
    Some(Fault::Questionnaire { unused: Box::new(first.clone()), more: more.len() })
}

/// Shows what arrives of each press, until it is left.
pub(super) fn watch_keys(session: &Session, told: impl FnMut(&Arrived) -> Vec<String>) -> color_eyre::Result<ExitCode> {
    // Presses come from a terminal, whatever the screens are shown as.
    if let Err(code) = somebody_is_there(session, Way::Screens) {
        return Ok(code);
    }
    terminal::watch_keys(told)
}

/// Refuses to open a screen where nobody may be asked anything, or there is no terminal to show it on.
fn somebody_is_there(session: &Session, way: Way) -> Result<(), ExitCode> {
    let words = &session.words().command;
    if session.input == Input::Closed {
        tell!("instroom: {}\n  {}", words.no_screen, words.instead_of_screen);
        return Err(ExitCode::from(exit::USAGE));
    }
    // Lines come and go through pipes as well.
    let needs_terminal = way == Way::Screens;
    if needs_terminal && (!std::io::stdin().is_terminal() || !std::io::stdout().is_terminal()) {
        tell!("instroom: {}", words.no_terminal);
        return Err(ExitCode::from(exit::USAGE));
    }
    Ok(())
}
