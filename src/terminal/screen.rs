//! Raw mode and alternate screen, entered once and left on every way out.

use std::io::{self, BufWriter, Stdout, Write as _};
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture};
use crossterm::style::Print;
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, SetTitle, disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, execute, queue};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Frame, Terminal};

use super::Mouse;
use super::clipboard;
use super::surroundings::{Surroundings, Title};

/// Room for the largest frame, so that it leaves in one write.
const FRAME_BYTES: usize = 1 << 20;

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
    terminal: Terminal<CrosstermBackend<BufWriter<Stdout>>>,
    mouse: Mouse,
    surroundings: Surroundings,
    /// The title that the window has from us.
    title: String,
}

impl Screen {
    pub(super) fn enter(mouse: Mouse, surroundings: Surroundings) -> io::Result<Self> {
        let backend = CrosstermBackend::new(BufWriter::with_capacity(FRAME_BYTES, io::stdout()));
        take(mouse, surroundings)?;
        match Terminal::new(backend) {
            Ok(terminal) => Ok(Self { terminal, mouse, surroundings, title: String::new() }),
            Err(error) => {
                give_back()?;
                Err(error)
            }
        }
    }

    pub(super) fn size(&self) -> io::Result<(u16, u16)> {
        crossterm::terminal::size()
    }

    /// Draws one frame; the terminal shows it whole. The window gets its title where it has another.
    pub(super) fn draw(&mut self, title: &str, draw: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        queue!(self.terminal.backend_mut(), BeginSynchronizedUpdate)?;
        if self.surroundings.title == Title::Ours && self.title != title {
            queue!(self.terminal.backend_mut(), SetTitle(title))?;
            title.clone_into(&mut self.title);
        }
        self.terminal.draw(draw)?;
        queue!(self.terminal.backend_mut(), EndSynchronizedUpdate)?;
        self.terminal.backend_mut().flush()
    }

    /// Offers a text to the clipboard. It leaves with the next frame; nobody learns whether the terminal took it.
    pub(super) fn copy(&mut self, text: &str) -> io::Result<()> {
        self.terminal.backend_mut().write_all(clipboard::offered(text, self.surroundings.between).as_bytes())
    }

    /// Forgets what is on the screen, so that the next frame draws every cell.
    pub(super) fn forget(&mut self) -> io::Result<()> {
        // Not `clear`: that asks the terminal where its cursor is, and the answer would go to the
        // thread that listens for keys.
        let (width, height) = self.size()?;
        self.terminal.resize(Rect::new(0, 0, width, height))
    }

    /// Gives the terminal to the shell and asks the system to stop the program.
    pub(super) fn suspend(&mut self) -> io::Result<()> {
        give_back()?;
        rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::TSTP)?;
        Ok(())
    }

    /// Takes the terminal again after `fg`.
    pub(super) fn resume(&mut self) -> io::Result<()> {
        take(self.mouse, self.surroundings)?;
        self.title.clear();
        self.forget()
    }

    pub(super) fn leave(self) -> io::Result<()> {
        give_back()
    }
}

fn take(mouse: Mouse, surroundings: Surroundings) -> io::Result<()> {
    enable_raw_mode()?;
    ENTERED.store(true, Ordering::SeqCst);
    execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste)?;
    if surroundings.title == Title::Ours {
        TITLED.store(true, Ordering::SeqCst);
        execute!(io::stdout(), Print(PUT_TITLE_ASIDE))?;
    }
    if mouse == Mouse::On {
        MOUSE.store(true, Ordering::SeqCst);
        execute!(io::stdout(), EnableMouseCapture)?;
    }
    Ok(())
}

/// Lets every press come to us, on the screen as it is.
pub(super) fn listen() -> io::Result<()> {
    enable_raw_mode()?;
    LISTENING.store(true, Ordering::SeqCst);
    execute!(io::stdout(), EnableBracketedPaste)
}

/// Gives the terminal back as it was. Doing it twice is doing it once.
pub(crate) fn give_back() -> io::Result<()> {
    if LISTENING.swap(false, Ordering::SeqCst) {
        let raw = disable_raw_mode();
        execute!(io::stdout(), DisableBracketedPaste)?;
        return raw;
    }
    if !ENTERED.swap(false, Ordering::SeqCst) {
        return Ok(());
    }
    let raw = disable_raw_mode();
    let mut out = io::stdout();
    // A frame may have been broken off in the middle.
    queue!(out, EndSynchronizedUpdate)?;
    if MOUSE.swap(false, Ordering::SeqCst) {
        queue!(out, DisableMouseCapture)?;
    }
    if TITLED.swap(false, Ordering::SeqCst) {
        queue!(out, Print(TAKE_TITLE_BACK))?;
    }
    execute!(out, DisableBracketedPaste, LeaveAlternateScreen, cursor::Show)?;
    raw
}
