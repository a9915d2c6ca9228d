//! Frames over the wire: whole, or with the detail pane as it was while keys repeat.

use std::io::{self, Write};

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::{Frame, Terminal};

use super::wire::Wire;
use crate::view::Aside;

/// Whether more keys are to be expected at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// Everything follows.
    Settled,
    /// Keys repeat: the detail pane stays as it is, and follows when they pause.
    Moving,
}

/// Whether a frame shows everything as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Follows {
    /// It does.
    All,
    /// The detail pane tells of a row where the cursor was before.
    AllButPane,
}

/// The detail pane as it was drawn last.
#[derive(Debug)]
struct Kept {
    aside: Aside,
    cells: Vec<Cell>,
}

/// Frames over a wire.
#[derive(Debug)]
pub struct Frames<W: Write> {
    terminal: Terminal<Wire<W>>,
    kept: Option<Kept>,
}

impl<W: Write> Frames<W> {
    /// Frames over this wire. Nothing is sent before the first.
    ///
    /// # Errors
    /// If the system does not tell how large the window is.
    pub fn over(wire: Wire<W>) -> io::Result<Self> {
        Ok(Self { terminal: Terminal::new(wire)?, kept: None })
    }

    /// The wire.
    pub fn wire(&mut self) -> &mut Wire<W> {
        self.terminal.backend_mut()
    }

    /// Draws one frame and sends what differs.
    ///
    /// # Errors
    /// What the line refuses.
    pub fn draw(&mut self, pace: Pace, draw: impl FnOnce(&mut Frame<'_>) -> Option<Aside>) -> io::Result<Follows> {
        // Ratatui's own difference leaves out what lies below wide signs, and the wire makes its own anyway: it gets every cell.
        let size = self.terminal.size()?;
        self.terminal.resize(Rect::from(size))?;
        let kept = &mut self.kept;
        let mut follows = Follows::All;
        self.terminal.draw(|frame| {
            let aside = draw(frame);
            let buffer = frame.buffer_mut();
            match (aside, kept.as_ref()) {
                (Some(aside), Some(kept)) if pace == Pace::Moving && kept.aside == aside => {
                    if put_back(buffer, kept) {
                        follows = Follows::AllButPane;
                    }
                }
                _ => *kept = aside.map(|aside| Kept { aside, cells: cells(buffer, aside).cloned().collect() }),
            }
        })?;
        Ok(follows)
    }
}

/// The cells of a pane, as far as they are on the screen.
fn cells(buffer: &Buffer, aside: Aside) -> impl Iterator<Item = &Cell> {
    aside.area().intersection(buffer.area).positions().filter_map(|at| buffer.cell(at))
}

/// Puts the pane back as it was. False where it is as it was.
fn put_back(buffer: &mut Buffer, kept: &Kept) -> bool {
    if cells(buffer, kept.aside).eq(&kept.cells) {
        return false;
    }
    for (at, cell) in kept.aside.area().intersection(buffer.area).positions().zip(&kept.cells) {
        if let Some(place) = buffer.cell_mut(at) {
            place.clone_from(cell);
        }
    }
    true
}
