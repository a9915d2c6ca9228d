//! The few ways in which text gets on the screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::style::Style;

use super::look::{Frames, Look};
use crate::app::detail::{TextLine, fit, width_of};
use crate::domain::neutral::neutralise;

/// A part of the screen, in columns and rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) x: u16,
    pub(super) y: u16,
    pub(super) width: u16,
    pub(super) height: u16,
}

/// The screen being drawn. What lies outside it is left out.
pub(super) struct Canvas<'a> {
    buffer: &'a mut Buffer,
    pub(super) look: Look,
    cursor: Option<Position>,
    pane: Option<Part>,
}

impl<'a> Canvas<'a> {
    pub(super) fn new(buffer: &'a mut Buffer, look: Look) -> Self {
        Self { buffer, look, cursor: None, pane: None }
    }

    pub(super) const fn width(&self) -> u16 {
        self.buffer.area.width
    }

    pub(super) const fn height(&self) -> u16 {
        self.buffer.area.height
    }

    /// Where the terminal's own cursor goes: the row or field in question.
    pub(super) const fn cursor(&self) -> Option<Position> {
        self.cursor
    }

    /// Where the detail pane of the current row of a list is, if there is one.
    pub(super) const fn pane(&self) -> Option<Part> {
        self.pane
    }

    /// Says where the detail pane of a list was drawn.
    pub(super) const fn set_pane(&mut self, part: Part) {
        self.pane = Some(part);
    }

    /// Puts the terminal's cursor there. Outside the window there is nothing to point at.
    pub(super) fn set_cursor(&mut self, x: u16, y: u16) {
        let at = Position::new(x, y);
        self.cursor = self.buffer.area.contains(at).then_some(at);
    }

    /// Puts text into exactly `width` columns: padded, or cut with `>`.
    pub(super) fn put(&mut self, x: u16, y: u16, width: u16, text: &str, style: Style) {
        let room = self.width().saturating_sub(x).min(width);
        if y >= self.height() || room == 0 {
            return;
        }
        // Whatever was typed or pasted: nothing that acts on a terminal leaves by this door.
        let text = neutralise(text);
        // What lies below is covered with its style: a box over the current row is not reversed in its middle.
        self.buffer.set_stringn(x, y, fit(&text, usize::from(room)), usize::from(room), Style::reset().patch(style));
    }

    /// Puts text at its own width, and says how many columns it took.
    pub(super) fn write(&mut self, x: u16, y: u16, text: &str, style: Style) -> u16 {
        let text = neutralise(text);
        let width = u16::try_from(width_of(&text)).unwrap_or(u16::MAX);
        self.put(x, y, width, &text, style);
        width
    }

    /// Puts a line of toned text into exactly `width` columns.
    pub(super) fn line(&mut self, x: u16, y: u16, width: u16, line: &TextLine) {
        self.put(x, y, width, "", self.look.plain());
        let mut at = x;
        let end = x.saturating_add(width);
        for (tone, text) in line {
            let style = self.look.tone(*tone);
            let room = end.saturating_sub(at);
            let text = neutralise(text);
            let taken = u16::try_from(width_of(&text)).unwrap_or(u16::MAX).min(room);
            self.put(at, y, taken, &text, style);
            at = at.saturating_add(taken);
        }
    }

    /// Puts text so that it ends at the right edge, one column of air behind it.
    pub(super) fn put_right(&mut self, y: u16, text: &str, style: Style) {
        let width = u16::try_from(width_of(text)).unwrap_or(u16::MAX);
        self.put(self.width().saturating_sub(width + 1), y, width, text, style);
    }

    /// Puts text over the right end of a line. What it would cut in two goes whole: half a word says something else.
    pub(super) fn put_over_right(&mut self, y: u16, text: &str, style: Style) {
        let width = u16::try_from(width_of(text)).unwrap_or(u16::MAX);
        let begins = self.width().saturating_sub(width + 1);
        let is_gap = |x: &u16| (x.saturating_sub(2)..*x).all(|x| self.buffer[(x, y)].symbol() == " ");
        // Words of one text are one space apart. What begins at the left edge is the title: that is cut rather than gone.
        let from = (2..=begins).rev().find(is_gap).unwrap_or(begins);
        self.put(from, y, self.width().saturating_sub(from), "", self.look.plain());
        self.put_right(y, text, style);
    }

    /// The first line: what the screen is, and at the right edge what is to be known of it. What it is gives way.
    pub(super) fn title(&mut self, name: &str, right: &str) {
        let room = self.width().saturating_sub(u16::try_from(width_of(right)).unwrap_or(u16::MAX).saturating_add(3));
        self.put(0, 0, self.width(), "", self.look.plain());
        self.put(0, 0, room, &format!(" {name}"), self.look.strong());
        self.put_right(0, right, self.look.dim());
    }

    /// How much of something is done, in the whole `width`.
    pub(super) fn bar(&mut self, x: u16, y: u16, width: u16, (done, all): (u64, u64)) {
        let inner = usize::from(width.saturating_sub(2));
        let share = (done.min(all) * inner as u64).checked_div(all).unwrap_or(0);
        let filled = usize::try_from(share).unwrap_or(0);
        self.put(x, y, width, &format!("[{}{}]", "#".repeat(filled), ".".repeat(inner - filled)), self.look.plain());
    }

    /// Gives a part of a row another style.
    pub(super) fn restyle(&mut self, x: u16, y: u16, width: u16, style: Style) {
        self.buffer.set_style(ratatui::layout::Rect::new(x, y, width, 1).intersection(self.buffer.area), style);
    }

    /// A rule over the whole width.
    pub(super) fn rule(&mut self, y: u16) {
        let sign = if self.look.frames == Frames::Ascii { "-" } else { "─" };
        self.put(0, y, self.width(), &sign.repeat(usize::from(self.width())), self.look.dim());
    }

    /// A frame around a part, emptied, with a title above and a word below.
    pub(super) fn frame(&mut self, part: Part, title: &str, foot: &str) {
        let [across, down, corners] = match self.look.frames {
            Frames::Ascii => ["-", "|", "++++"],
            Frames::Lines => ["─", "│", "┌┐└┘"],
        };
        let corner = |at: usize| corners.chars().nth(at).map(String::from).unwrap_or_default();
        let dim = self.look.dim();
        let inner = part.width.saturating_sub(2);
        let last = part.y + part.height.saturating_sub(1);
        let edge = across.repeat(usize::from(inner));
        for (y, left, right) in [(part.y, 0, 1), (last, 2, 3)] {
            self.put(part.x, y, part.width, &format!("{}{edge}{}", corner(left), corner(right)), dim);
        }
        for y in part.y + 1..last {
            self.put(part.x, y, part.width, &format!("{down}{}{down}", " ".repeat(usize::from(inner))), dim);
        }
        for (y, text, style) in [(part.y, title, self.look.strong()), (last, foot, dim)] {
            if !text.is_empty() {
                let room = usize::from(inner.saturating_sub(4));
                let text = neutralise(text);
                let text = if width_of(&text) > room { fit(&text, room) } else { text.into_owned() };
                self.write(part.x + 2, y, &format!(" {text} "), style);
            }
        }
    }

    /// Puts typed text between brackets, `width` columns with them, and where it is being typed the
    /// cursor. The end of a long text is what is being typed, so it is the beginning that goes.
    pub(super) fn field(&mut self, x: u16, y: u16, width: u16, text: &str, cursor: usize, here: bool) {
        let room = usize::from(width.saturating_sub(2));
        // Back from the cursor as far as there is room: a cell may hold 32,767 characters.
        let before: Vec<char> = text.chars().take(cursor).collect();
        let mut columns = 0;
        let mut hidden = before.len();
        while let Some(character) = hidden.checked_sub(1).and_then(|at| before.get(at)) {
            let wide = width_of(character.encode_utf8(&mut [0; 4]));
            if columns + wide >= room.max(1) {
                break;
            }
            columns += wide;
            hidden -= 1;
        }
        let visible: String = text.chars().skip(hidden).take(4 * room).collect();
        self.put(x, y, 1, "[", self.look.dim());
        self.put(x + 1, y, width.saturating_sub(2), &visible, self.look.strong());
        self.put(x + width.saturating_sub(1), y, 1, "]", self.look.dim());
        if here {
            self.set_cursor(x + 1 + u16::try_from(columns).unwrap_or(0), y);
        }
    }

    /// A part of this size in the middle of the screen, between title and keys.
    pub(super) fn middle(&self, width: u16, height: u16) -> Part {
        let width = width.min(self.width());
        let height = height.min(self.height().saturating_sub(3));
        Part { x: (self.width() - width) / 2, y: 1 + (self.height().saturating_sub(3) - height) / 2, width, height }
    }
}
