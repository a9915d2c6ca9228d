//! `instroom [FILE]`: full screen.

use std::fs::File;
use std::io::{IsTerminal as _, Read as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use super::settled::{Counts, Origin};
use super::{Input, Session, Told, code_of, config, exit, failed, line};
use crate::app::effect::Opening;
use crate::app::fault::Fault;
use crate::app::model::{Purpose, Setting};
use crate::domain::draft::Seed;
use crate::domain::path_text::text_of;
use crate::plain::Undone;
pub(super) use crate::terminal::Arrived;
use crate::terminal::{self, Ended, Way};
use crate::words::CommandWords;
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
    let opening = file.map(|path| Opening { path: text_of(&path), ..Opening::default() });
    show(session, &session.world, opening, Purpose::Work)
}

/// Opens a workbook that comes in on standard input. It is taken in whole; then the terminal takes its
/// place, so that keys are read from there. The draft keeps its own copy, as of every workbook.
fn from_standard_input(session: &Session) -> color_eyre::Result<ExitCode> {
    let words = &session.words().command;
    if session.input == Input::Open && std::io::stdin().is_terminal() {
        tell!("instroom: {}\n  {}", words.no_workbook_comes_in, words.name_a_file);
        return Ok(ExitCode::from(exit::USAGE));
    }
    if session.input == Input::Closed {
        return show(session, &session.world, None, Purpose::Work);
    }
    let mut bytes = Vec::new();
    std::io::stdin().lock().take(SOURCE_CAP + 1).read_to_end(&mut bytes)?;
    let Ok(terminal) = File::open("/dev/tty") else {
        tell!("instroom: {}\n  {}\n  {}", words.no_terminal, words.answers_need_terminal, words.name_a_file);
        return Ok(ExitCode::from(exit::USAGE));
    };
    rustix::stdio::dup2_stdin(&terminal)?;
    let world = World { standard_input: Some(Arc::new(bytes)), ..session.world.clone() };
    show(session, &world, Some(Opening { path: "-".to_owned(), ..Opening::default() }), Purpose::Work)
}

/// Shows the screens until they are left.
pub(super) fn show(session: &Session, world: &World, opening: Option<Opening>, purpose: Purpose) -> color_eyre::Result<ExitCode> {
    if let Err(code) = somebody_is_there(session) {
        return Ok(code);
    }
    let beside = |opening: &Opening| Path::new(&opening.path).parent().map(text_of);
    // Whoever is shown around finds the sample again where workbooks are chosen.
    let sample = opening.as_ref().filter(|_| purpose == Purpose::Tour).and_then(beside);
    let (folder, missing) = sample.map_or_else(|| beginning(session), |folder| (folder, None));
    let faults = session.keys.faults.iter().cloned().chain(missing).chain(unused(session)).collect();
    let setting = Setting {
        sight: session.sight(),
        folder,
        seed: Seed::new(random_bits()?),
        user: session.world.user.clone(),
        catalogue: session.world.office.catalogue.clone(),
        faults,
        log: session.log.clone(),
        purpose,
    };
    let ended = match session.manner.way {
        Way::Screens => terminal::run(setting, opening, world, session.manner)?,
        Way::Lines => terminal::converse(setting, opening, world)?,
    };
    Ok(match ended {
        Ended::Left(code) => code,
        Ended::Undone(undone) => {
            session.told.set(Told::InDialogue);
            ExitCode::from(code_of_undone(&undone))
        }
        // The code is that of the first.
        Ended::Untold(faults) => {
            let codes: Vec<ExitCode> = faults.iter().map(|fault| failed(fault, session.words())).collect();
            codes.first().copied().unwrap_or(ExitCode::from(exit::SOUND))
        }
    })
}

/// What a script learns of what it asked in the dialogue: the same as from the command that does it.
const fn code_of_undone(undone: &Undone) -> u8 {
    match undone {
        Undone::Failed(fault) => code_of(fault),
        Undone::Refused => exit::USAGE,
        Undone::Mails => exit::INVALID_ROWS,
    }
}

/// The folder in which the choice of a workbook begins; where the settled one is not there, the current one, and what is wrong.
fn beginning(session: &Session) -> (String, Option<Fault>) {
    let here = || std::env::current_dir().map_or_else(|_| "/".to_owned(), |folder| text_of(&folder));
    match &session.workbooks {
        Some(counts) if counts.origin == Origin::Usual || counts.value.is_dir() => (text_of(&counts.value), None),
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
pub(super) fn watch_keys(session: &Session, told: impl FnMut(&Arrived, u16) -> Vec<String>) -> color_eyre::Result<ExitCode> {
    // Presses come from a terminal, whatever the screens are shown as.
    let words = &session.words().command;
    if let Err(code) = may_be_asked(session).and_then(|()| is_terminal(words, words.presses_need_terminal, words.presses_instead)) {
        return Ok(code);
    }
    terminal::watch_keys(told)
}

/// Refuses to open a screen where nobody may be asked anything, or there is no terminal to show it on.
pub(super) fn somebody_is_there(session: &Session) -> Result<(), ExitCode> {
    let words = &session.words().command;
    may_be_asked(session)?;
    match session.manner.way {
        Way::Screens => is_terminal(words, words.no_terminal, words.plain_instead),
        // Lines come and go through pipes as well.
        Way::Lines => Ok(()),
    }
}

fn may_be_asked(session: &Session) -> Result<(), ExitCode> {
    let words = &session.words().command;
    if session.input == Input::Open {
        return Ok(());
    }
    tell!("instroom: {}\n  {}", words.no_screen, words.instead_of_screen);
    Err(ExitCode::from(exit::USAGE))
}

/// Says what cannot be done, why, and what to do, where the program does not stand in a terminal.
fn is_terminal(words: &CommandWords, what: &str, instead: &str) -> Result<(), ExitCode> {
    let why = match (std::io::stdin().is_terminal(), std::io::stdout().is_terminal()) {
        (true, true) => return Ok(()),
        (false, true) => words.input_is_none,
        (true, false) => words.output_is_none,
        (false, false) => words.neither_is_one,
    };
    tell!("instroom: {what}\n  {why}\n  {instead}");
    Err(ExitCode::from(exit::USAGE))
}
