//! Frames over the wire: whole, or with the detail pane as it was while keys repeat.

use std::io::{self, Write};

use ratatui::backend::Backend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

use super::wire::Wire;
use crate::view::{Aside, Drawn};

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
    /// The detail pane may tell of a row where the cursor was before.
    AllButPane,
}

/// The detail pane as it was drawn last.
#[derive(Debug)]
struct Kept {
    aside: Aside,
    cells: Vec<Cell>,
}

/// Frames over a wire. Two buffers take turns, as in ratatui's own terminal; lines that are as they were never reach the wire.
#[derive(Debug)]
pub struct Frames<W: Write> {
    wire: Wire<W>,
    drawn: Buffer,
    before: Buffer,
    kept: Option<Kept>,
}

impl<W: Write> Frames<W> {
    /// Frames over this wire. Nothing is sent before the first.
    ///
    /// # Errors
    /// If the system does not tell how large the window is.
    pub fn over(wire: Wire<W>) -> io::Result<Self> {
        let area = Rect::from(wire.size()?);
        Ok(Self { wire, drawn: Buffer::empty(area), before: Buffer::empty(area), kept: None })
    }

    /// The wire.
    pub const fn wire(&mut self) -> &mut Wire<W> {
        &mut self.wire
    }

    /// Draws one frame and sends what differs. `draw` is told of the pane that it may leave out, where that stays as it is.
    ///
    /// # Errors
    /// What the line refuses.
    pub fn draw(&mut self, pace: Pace, draw: impl FnOnce(&mut Buffer, Option<Aside>) -> Drawn) -> io::Result<Follows> {
        let area = Rect::from(self.wire.size()?);
        if self.drawn.area == area {
            self.drawn.reset();
        } else {
            (self.drawn, self.before) = (Buffer::empty(area), Buffer::empty(area));
            self.wire.clear()?;
        }
        let stays = self.kept.as_ref().map(|kept| kept.aside).filter(|_| pace == Pace::Moving);
        let Drawn { cursor, aside } = draw(&mut self.drawn, stays);
        let follows = match (aside, &self.kept) {
            (Some(aside), Some(kept)) if stays == Some(aside) => {
                put_back(&mut self.drawn, kept);
                Follows::AllButPane
            }
            _ => {
                self.kept = aside.map(|aside| Kept { aside, cells: cells(&self.drawn, aside).cloned().collect() });
                Follows::All
            }
        };
        self.give(area);
        match cursor {
            Some(cursor) => self.wire.set_cursor_position(cursor).and_then(|()| self.wire.show_cursor())?,
            None => self.wire.hide_cursor()?,
        }
        std::mem::swap(&mut self.drawn, &mut self.before);
        Backend::flush(&mut self.wire)?;
        Ok(follows)
    }

    /// Gives the wire the lines that are others than before. Ratatui's own difference leaves out what lies below wide signs, and the
    /// wire makes its own anyway.
    fn give(&mut self, area: Rect) {
        let width = usize::from(area.width).max(1);
        let lines = self.drawn.content.chunks_exact(width).zip(self.before.content.chunks_exact(width));
        for (y, (line, before)) in (0..area.height).zip(lines) {
            if line != before {
                self.wire.put_line(y, line);
            }
        }
    }
}

/// The cells of a pane, as far as they are on the screen.
fn cells(buffer: &Buffer, aside: Aside) -> impl Iterator<Item = &Cell> {
    aside.area().intersection(buffer.area).positions().filter_map(|at| buffer.cell(at))
}

/// Puts the pane back as it was.
fn put_back(buffer: &mut Buffer, kept: &Kept) {
    for (at, cell) in kept.aside.area().intersection(buffer.area).positions().zip(&kept.cells) {
        if let Some(place) = buffer.cell_mut(at) {
            place.clone_from(cell);
        }
    }
}
