//! What arrives of each press, for `keys --check`: on the screen as it is, so that it can be read and copied afterwards.

use std::io::{self, IsTerminal as _, Write as _};
use std::process::ExitCode;
use std::time::Duration;

use color_eyre::eyre::WrapErr as _;
use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, poll};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGTSTP};

use super::keyboard;
use super::screen;
use super::signals::{self, Stop};
use super::torn::{Line, Rejoiner};
use crate::app::key::Key;

/// How often it is looked whether the terminal is still there.
const LOOK: Duration = Duration::from_secs(1);

/// What arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arrived {
    /// Nothing yet: what is said first. The window has these columns and rows.
    Nothing(u16, u16),
    /// A press.
    Press {
        /// What it is here; none where nothing comes of it.
        key: Option<Key>,
        /// As the terminal reported it: a character, or the name of a key.
        code: String,
        /// The keys held with it, as `Ctrl+Shift`; empty for none.
        modifiers: String,
    },
    /// So many characters at once.
    Paste(usize),
    /// The window has these columns and rows now.
    Resize(u16, u16),
}

/// Shows what `told` says of each thing that arrives, in a terminal of so many columns, until q or Ctrl+C is pressed twice. The
/// terminal is given back on every way out.
///
/// # Errors
/// What the terminal refuses.
pub fn watch_keys(mut told: impl FnMut(&Arrived, u16) -> Vec<String>) -> color_eyre::Result<ExitCode> {
    let (width, height) = crossterm::terminal::size().wrap_err("the terminal does not tell its size")?;
    follow_signals()?;
    screen::listen().wrap_err("the terminal cannot be used")?;
    let ended = watch(&mut told, (width, height));
    let back = screen::give_back();
    match ended {
        // Whoever went away needs no terminal back, and nobody can be told.
        Err(_) => Ok(ExitCode::from(signals::code(SIGHUP))),
        Ok(()) => back.map(|_| ExitCode::SUCCESS).wrap_err("the terminal could not be given back"),
    }
}

fn watch(told: &mut impl FnMut(&Arrived, u16) -> Vec<String>, (width, height): (u16, u16)) -> io::Result<()> {
    show(&told(&Arrived::Nothing(width, height), width))?;
    let mut columns = width;
    let mut rejoiner = Rejoiner::new(Line::of_environment());
    let mut before = None;
    loop {
        if rejoiner.patience().is_none() && !poll(LOOK)? {
            if !io::stdin().is_terminal() {
                return Err(io::ErrorKind::BrokenPipe.into());
            }
            continue;
        }
        for arrived in keyboard::next(&mut rejoiner)?.into_iter().filter_map(arrived) {
            // A window that changed while the program was stopped may tell so only later.
            columns = crossterm::terminal::size().map_or(columns, |(width, _)| width);
            show(&told(&arrived, columns))?;
            let key = if let Arrived::Press { key, .. } = arrived { key } else { None };
            if before == key && matches!(key, Some(Key::Char('q') | Key::Ctrl('c'))) {
                return Ok(());
            }
            before = key;
        }
    }
}

/// Lines on a terminal that does not go back to the first column by itself.
fn show(lines: &[String]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    for line in lines {
        write!(out, "{line}\r\n")?;
    }
    out.flush()
}

fn arrived(event: Event) -> Option<Arrived> {
    match event {
        Event::Key(event) if event.kind != KeyEventKind::Release => Some(press(event)),
        Event::Paste(text) => Some(Arrived::Paste(text.chars().count())),
        Event::Resize(width, height) => Some(Arrived::Resize(width, height)),
        _ => None,
    }
}

fn press(event: KeyEvent) -> Arrived {
    let code = match event.code {
        KeyCode::Char(character) => format!("{character:?} U+{:04X}", u32::from(character)),
        code => format!("{code:?}"),
    };
    let modifiers: Vec<String> = event.modifiers.iter_names().map(|(name, _)| capitalised(name)).collect();
    Arrived::Press { key: keyboard::key(event), code, modifiers: modifiers.join("+") }
}

/// `CONTROL` as `Control`.
fn capitalised(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().into_iter().chain(letters.flat_map(char::to_lowercase)).collect()
}

/// What ends the program or stops it gives the terminal back first.
fn follow_signals() -> color_eyre::Result<()> {
    signals::on_each(&[&signals::ENDING[..], &[SIGTSTP, SIGCONT]].concat(), |signal| {
        if signals::ENDING.contains(&signal) {
            std::thread::spawn(move || signals::end_all_the_same(signals::code(signal)));
        }
        // A terminal that is gone needs nothing back.
        let _gone = screen::give_back();
        match signal {
            // Where nobody is to be stopped, or nobody could stop us, it is taken again at once.
            SIGTSTP if signals::stop_watched().is_ok_and(|stop| stop == Stop::Stopped) => true,
            SIGTSTP | SIGCONT => screen::listen().is_ok(),
            ending => std::process::exit(i32::from(signals::code(ending))),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossterm::event::KeyModifiers;

    #[test]
    fn a_press_is_told_as_it_came_and_as_what_it_is() {
        let press = |code, modifiers| press(KeyEvent::new(code, modifiers));
        let is = |key, code: &str, modifiers: &str| Arrived::Press { key, code: code.into(), modifiers: modifiers.into() };
        assert_eq!(press(KeyCode::Char('é'), KeyModifiers::NONE), is(Some(Key::Char('é')), "'é' U+00E9", ""));
        assert_eq!(press(KeyCode::Char('d'), KeyModifiers::CONTROL), is(Some(Key::Ctrl('d')), "'d' U+0064", "Control"));
        assert_eq!(press(KeyCode::Char('x'), KeyModifiers::ALT), is(None, "'x' U+0078", "Alt"));
        assert_eq!(press(KeyCode::Up, KeyModifiers::SHIFT), is(Some(Key::ShiftUp), "Up", "Shift"));
    }
}
