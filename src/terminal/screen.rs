//! Raw mode and alternate screen, entered once and left on every way out.

use std::io::{self, BufWriter, Stdout, Write as _};
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, execute, queue};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Frame, Terminal};

/// Room for the largest frame, so that it leaves in one write.
const FRAME_BYTES: usize = 1 << 20;

/// Whether the terminal is in our hands. The panic hook asks it from any thread.
static ENTERED: AtomicBool = AtomicBool::new(false);

/// Whether every press comes to us without the alternate screen. The panic hook asks it from any thread.
static LISTENING: AtomicBool = AtomicBool::new(false);

/// The terminal, in raw mode on its alternate screen.
pub(super) struct Screen {
    terminal: Terminal<CrosstermBackend<BufWriter<Stdout>>>,
}

impl Screen {
    pub(super) fn enter() -> io::Result<Self> {
        let backend = CrosstermBackend::new(BufWriter::with_capacity(FRAME_BYTES, io::stdout()));
        take()?;
        match Terminal::new(backend) {
            Ok(terminal) => Ok(Self { terminal }),
            Err(error) => {
                give_back()?;
                Err(error)
            }
        }
    }

    pub(super) fn size(&self) -> io::Result<(u16, u16)> {
        crossterm::terminal::size()
    }

    /// Draws one frame; the terminal shows it whole.
    pub(super) fn draw(&mut self, draw: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        queue!(self.terminal.backend_mut(), BeginSynchronizedUpdate)?;
        self.terminal.draw(draw)?;
        queue!(self.terminal.backend_mut(), EndSynchronizedUpdate)?;
        self.terminal.backend_mut().flush()
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
        take()?;
        self.forget()
    }

    pub(super) fn leave(self) -> io::Result<()> {
        give_back()
    }
}

fn take() -> io::Result<()> {
    enable_raw_mode()?;
    ENTERED.store(true, Ordering::SeqCst);
    execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste)
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
    execute!(io::stdout(), DisableBracketedPaste, LeaveAlternateScreen, cursor::Show)?;
    raw
}
