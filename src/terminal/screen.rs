//! Raw mode and alternate screen, entered once and left on every way out.

use std::fs::File;
use std::io::{self, Write as _};
use std::os::fd::AsFd as _;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture};
use crossterm::style::Print;
use crossterm::terminal::{EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, SetTitle, disable_raw_mode, enable_raw_mode};
use crossterm::{cursor, execute, queue};
use ratatui::Frame;

use super::Mouse;
use super::clipboard;
use super::frames::{Follows, Frames, Pace};
use super::signals::{self, Stop};
use super::surroundings::{Surroundings, Title};
use super::wire::{LEFT, Sent, Wire};
use crate::view::Aside;
use crate::world::spent::OnTerminal;

/// Whether the terminal is in our hands. The panic hook asks it from any thread.
static ENTERED: AtomicBool = AtomicBool::new(false);

/// Whether every press comes to us without the alternate screen. The panic hook asks it from any thread.
static LISTENING: AtomicBool = AtomicBool::new(false);
/// Whether the title of the window was put aside, and the mouse taken: what has to be given back with the rest.
static TITLED: AtomicBool = AtomicBool::new(false);
static MOUSE: AtomicBool = AtomicBool::new(false);

/// The terminal keeps its title on a stack of its own (XTWINOPS).
const PUT_TITLE_ASIDE: &str = "\x1b[22;0t";
const TAKE_TITLE_BACK: &str = "\x1b[23;0t";

/// The terminal, in raw mode on its alternate screen.
pub(super) struct Screen {
    frames: Frames<File>,
    /// Bytes beside the frames: they take the terminal and give it back.
    beside: u64,
    mouse: Mouse,
    surroundings: Surroundings,
    /// The title that the window has from us.
    title: String,
}

impl Screen {
    pub(super) fn enter(mouse: Mouse, surroundings: Surroundings) -> io::Result<Self> {
        // Past the standard output of the language, which writes line by line.
        let line = File::from(io::stdout().as_fd().try_clone_to_owned()?);
        let beside = take(mouse, surroundings)?;
        match Wire::to_terminal(line).and_then(Frames::over) {
            Ok(frames) => Ok(Self { frames, beside, mouse, surroundings, title: String::new() }),
            Err(error) => {
                give_back()?;
                Err(error)
            }
        }
    }

    pub(super) fn size(&self) -> io::Result<(u16, u16)> {
        crossterm::terminal::size()
    }

    /// Draws one frame. The window gets its title where it has another.
    pub(super) fn draw(&mut self, title: &str, pace: Pace, draw: impl FnOnce(&mut Frame<'_>) -> Option<Aside>) -> io::Result<Follows> {
        if self.surroundings.title == Title::Ours && self.title != title {
            queue!(self.frames.wire(), SetTitle(title))?;
            title.clone_into(&mut self.title);
        }
        self.frames.draw(pace, draw)
    }

    /// Offers a text to the clipboard. It leaves with the next frame; nobody learns whether the terminal took it.
    pub(super) fn copy(&mut self, text: &str) -> io::Result<()> {
        self.frames.wire().write_all(clipboard::offered(text, self.surroundings.between).as_bytes())
    }

    /// Forgets what is on the screen, so that the next frame draws every cell.
    pub(super) fn forget(&mut self) {
        self.frames.wire().forget();
    }

    /// Gives the terminal to the shell and stops the program.
    pub(super) fn suspend(&mut self) -> io::Result<Stop> {
        self.beside += give_back()?;
        signals::stop_watched()
    }

    /// Takes the terminal again after `fg`, also where nobody could give it back before: the shell has changed it all the same.
    pub(super) fn resume(&mut self) -> io::Result<()> {
        disable_raw_mode()?;
        self.beside += take(self.mouse, self.surroundings)?;
        self.title.clear();
        self.forget();
        Ok(())
    }

    /// Gives the terminal back for good, and tells what went to it.
    pub(super) fn leave(mut self) -> io::Result<OnTerminal> {
        let Sent { frames, bytes } = self.frames.wire().sent();
        Ok(OnTerminal { frames, bytes: bytes + self.beside + give_back()? })
    }
}

/// Takes the terminal; gives the number of bytes that went to it.
fn take(mouse: Mouse, surroundings: Surroundings) -> io::Result<u64> {
    enable_raw_mode()?;
    ENTERED.store(true, Ordering::SeqCst);
    let mut bytes = Vec::new();
    queue!(bytes, EnterAlternateScreen, EnableBracketedPaste)?;
    // Put aside twice, its own would not come back.
    if surroundings.title == Title::Ours && !TITLED.swap(true, Ordering::SeqCst) {
        queue!(bytes, Print(PUT_TITLE_ASIDE))?;
    }
    if mouse == Mouse::On {
        MOUSE.store(true, Ordering::SeqCst);
        queue!(bytes, EnableMouseCapture)?;
    }
    sent(&bytes)
}

/// Puts bytes on the terminal at once; gives their number.
fn sent(bytes: &[u8]) -> io::Result<u64> {
    let mut out = io::stdout();
    out.write_all(bytes)?;
    out.flush()?;
    Ok(bytes.len() as u64)
}

/// Lets every press come to us, on the screen as it is.
pub(super) fn listen() -> io::Result<()> {
    enable_raw_mode()?;
    LISTENING.store(true, Ordering::SeqCst);
    execute!(io::stdout(), EnableBracketedPaste)
}

/// Makes a terminal that takes nothing more an ordinary one again, as far as that can be done without writing to it.
pub(super) fn let_go() {
    // It is being left in any case.
    let _as_far_as_it_goes = disable_raw_mode();
}

/// Gives the terminal back as it was; gives the number of bytes that went to it. Doing it twice is doing it once.
pub(crate) fn give_back() -> io::Result<u64> {
    if LISTENING.swap(false, Ordering::SeqCst) {
        let raw = disable_raw_mode();
        execute!(io::stdout(), DisableBracketedPaste)?;
        return raw.map(|()| 0);
    }
    if !ENTERED.swap(false, Ordering::SeqCst) {
        return Ok(0);
    }
    let raw = disable_raw_mode();
    let mut out = Vec::new();
    // A frame may have been broken off in the middle.
    queue!(out, EndSynchronizedUpdate, Print(LEFT))?;
    if MOUSE.swap(false, Ordering::SeqCst) {
        queue!(out, DisableMouseCapture)?;
    }
    if TITLED.swap(false, Ordering::SeqCst) {
        queue!(out, Print(TAKE_TITLE_BACK))?;
    }
    queue!(out, DisableBracketedPaste, LeaveAlternateScreen, cursor::Show)?;
    let bytes = sent(&out)?;
    raw.map(|()| bytes)
}
