//! The few ways in which text gets on the screen.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;
use ratatui::style::Style;

use super::aside::Aside;
use super::heard::{Piece, Role};
use super::look::{Frames, Look};
use crate::app::detail::{TextLine, Tone, fit, is_even, width_of};
use crate::app::geometry;
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
    /// What is put, for whoever hears it instead of seeing it: whole, whatever there is room for.
    heard: Option<Vec<Piece>>,
    /// What the text that is put now is.
    pub(super) role: Role,
    /// The detail pane of the current row of a list, if there is one.
    aside: Option<Aside>,
    /// The pane that stays as it is on the screen: it need not be drawn.
    stays: Option<Aside>,
    /// What had not enough room, whole, for whoever wants to know.
    clipped: Option<Vec<String>>,
}

/// Columns that a line may have where it is heard: it is never broken.
const UNBROKEN: usize = 4096;

impl<'a> Canvas<'a> {
    pub(super) fn new(buffer: &'a mut Buffer, look: Look) -> Self {
        Self { buffer, look, cursor: None, heard: None, role: Role::Text, aside: None, stays: None, clipped: None }
    }

    /// The same where a pane may be left out.
    pub(super) fn with_pane_that_stays(self, stays: Option<Aside>) -> Self {
        Self { stays, ..self }
    }

    /// The same that keeps what had not enough room.
    pub(super) fn that_tells_what_is_cut(self) -> Self {
        Self { clipped: Some(Vec::new()), ..self }
    }

    /// The same for whoever hears it: nothing is drawn, so that of the buffer only its size is asked.
    pub(super) fn heard(buffer: &'a mut Buffer, look: Look) -> Self {
        Self { heard: Some(Vec::new()), ..Self::new(buffer, look) }
    }

    /// What was put, in the order in which it was.
    pub(super) fn into_pieces(self) -> Vec<Piece> {
        self.heard.unwrap_or_default()
    }

    /// Whether it is heard instead of seen.
    pub(super) const fn is_heard(&self) -> bool {
        self.heard.is_some()
    }

    /// From now on what is put is this, until the role that is given back is put back.
    pub(super) const fn put_as(&mut self, role: Role) -> Role {
        std::mem::replace(&mut self.role, role)
    }

    /// How wide a line of text may be before it is broken.
    pub(super) const fn unbroken(&self, width: usize) -> usize {
        if self.heard.is_some() { UNBROKEN } else { width }
    }

    /// What is put at a place takes that of what was there.
    fn hear(&mut self, piece: Piece) {
        if let Some(heard) = &mut self.heard {
            heard.retain(|before| before.y != piece.y || before.x < piece.x || before.x >= piece.x.saturating_add(piece.width));
            if !piece.text.is_empty() {
                heard.push(piece);
            }
        }
    }

    /// What had not enough room, each text whole.
    pub(super) fn into_clipped(self) -> Vec<String> {
        self.clipped.unwrap_or_default()
    }

    /// Keeps a text that had not enough room.
    pub(super) fn clip(&mut self, text: &str) {
        let text = text.trim();
        if let Some(clipped) = self.clipped.as_mut().filter(|_| !text.is_empty()) {
            clipped.push(text.to_owned());
        }
    }

    /// Puts what may be cut without anybody missing it.
    fn unmissed(&mut self, put: impl FnOnce(&mut Self)) {
        let known = self.clipped.take();
        put(self);
        self.clipped = known;
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

    /// The detail pane of the current row of a list, if there is one.
    pub(super) const fn aside(&self) -> Option<Aside> {
        self.aside
    }

    /// Says which the detail pane of a list is. True where it stays as it is on the screen.
    pub(super) fn leaves_out(&mut self, aside: Option<Aside>) -> bool {
        self.aside = aside;
        aside.is_some() && aside == self.stays
    }

    /// Puts the terminal's cursor there. Outside the window there is nothing to point at.
    pub(super) fn set_cursor(&mut self, x: u16, y: u16) {
        let at = Position::new(x, y);
        self.cursor = self.buffer.area.contains(at).then_some(at);
    }

    /// The cursor is nowhere: what is drawn next is in front.
    pub(super) const fn forget_cursor(&mut self) {
        self.cursor = None;
    }

    /// Puts the terminal's cursor there, unless it has a place already.
    pub(super) fn set_cursor_at_last(&mut self, x: u16, y: u16) {
        if self.cursor.is_none() {
            self.set_cursor(x, y);
        }
    }

    /// Puts text into exactly `width` columns: padded, or cut with `>`.
    pub(super) fn put(&mut self, x: u16, y: u16, width: u16, text: &str, style: Style) {
        let room = self.width().saturating_sub(x).min(width);
        // Whatever was typed or pasted: nothing that acts on a terminal leaves by this door.
        let text = neutralise(text);
        if self.is_heard() {
            if y < self.height() && room > 0 {
                self.hear(Piece { x, y, width: room, role: self.role, name: String::new(), text: text.trim().to_owned() });
            }
            return;
        }
        let has_room = y < self.height() && width_of(&text) <= usize::from(room);
        if !has_room {
            self.clip(&text);
        }
        if y >= self.height() || room == 0 {
            return;
        }
        // What lies below is covered with its style: a box over the current row is not reversed in its middle.
        let style = Style::reset().patch(style);
        if is_even(&text) {
            self.put_even((x, y), usize::from(room), &text, style);
        } else {
            self.buffer.set_stringn(x, y, fit(&text, usize::from(room)), usize::from(room), style);
        }
    }

    /// The same for text of which every character is a column: nearly all of it is, and nothing of it has to be looked up or copied.
    fn put_even(&mut self, (x, y): (u16, u16), room: usize, text: &str, style: Style) {
        let from = usize::from(y) * usize::from(self.width()) + usize::from(x);
        let Some(cells) = self.buffer.content.get_mut(from..from + room) else { return };
        let mut plain = Cell::EMPTY;
        plain.set_style(style);
        let is_cut = text.len() > room && text.chars().nth(room).is_some();
        let whole = if is_cut { room.saturating_sub(1) } else { room };
        let signs = text.chars().take(whole).chain(is_cut.then_some('>'));
        for (cell, sign) in cells.iter_mut().zip(signs.chain(std::iter::repeat(' '))) {
            cell.clone_from(&plain);
            if sign != ' ' {
                cell.set_char(sign);
            }
        }
    }

    /// Puts what is told whole elsewhere, such as the value of a row with its pane: it may be cut.
    pub(super) fn cell(&mut self, x: u16, y: u16, width: u16, text: &str, style: Style) {
        self.unmissed(|canvas| canvas.put(x, y, width, text, style));
    }

    /// The same for a line of toned text.
    pub(super) fn cell_line(&mut self, x: u16, y: u16, width: u16, line: &TextLine) {
        self.unmissed(|canvas| canvas.line(x, y, width, line));
    }

    /// Puts lines below each other, from a line up to another, which is not theirs any more.
    pub(super) fn lines(&mut self, x: u16, (from, end): (u16, u16), width: u16, lines: &[TextLine]) {
        let room = usize::from(end.saturating_sub(from));
        for (y, line) in (from..end).zip(lines) {
            self.line(x, y, width, line);
        }
        for line in lines.iter().skip(room) {
            self.clip(&line.iter().map(|(_, text)| text.as_str()).collect::<String>());
        }
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
        if self.is_heard() {
            let part = |wanted: bool| line.iter().filter(move |(tone, _)| (*tone == Tone::Name) == wanted).map(|(_, text)| text.as_str());
            let [name, text] = [true, false].map(|wanted| neutralise(&part(wanted).collect::<String>()).trim().to_owned());
            // A line that is nothing but a name is what it says.
            let (name, text) = if text.is_empty() { (text, name) } else { (name, text) };
            self.hear(Piece { x, y, width, role: self.role, name, text });
            return;
        }
        let mut at = x;
        let end = x.saturating_add(width);
        for (tone, text) in line {
            let style = self.look.tone(*tone);
            let room = end.saturating_sub(at);
            let text = neutralise(text);
            let taken = u16::try_from(width_of(&text)).unwrap_or(u16::MAX).min(room);
            if usize::from(taken) < width_of(&text) {
                self.clip(&text);
            }
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
        let is_gap = |x: &u16| self.is_heard() || (x.saturating_sub(2)..*x).all(|x| self.buffer[(x, y)].symbol() == " ");
        // Words of one text are one space apart. What begins at the left edge is the title: that is cut rather than gone.
        let from = (2..=begins).rev().find(is_gap).unwrap_or(begins);
        self.put(from, y, self.width().saturating_sub(from), "", self.look.plain());
        self.put_right(y, text, style);
    }

    /// The first line: what the screen is, and at the right edge what is to be known of it. What it is gives way.
    pub(super) fn title(&mut self, name: &str, right: &str) {
        let room = self.width().saturating_sub(u16::try_from(width_of(right)).unwrap_or(u16::MAX).saturating_add(3));
        self.put(0, 0, self.width(), "", self.look.plain());
        self.cell(0, 0, room, &format!(" {name}"), self.look.strong());
        self.put_right(0, right, self.look.dim());
    }

    /// How much of something is done, in the whole `width`.
    pub(super) fn bar(&mut self, x: u16, y: u16, width: u16, (done, all): (u64, u64)) {
        // The count beside it says as much.
        if self.is_heard() {
            return;
        }
        let inner = usize::from(width.saturating_sub(2));
        let share = (done.min(all) * inner as u64).checked_div(all).unwrap_or(0);
        let filled = usize::try_from(share).unwrap_or(0);
        self.put(x, y, width, &format!("[{}{}]", "#".repeat(filled), ".".repeat(inner - filled)), self.look.plain());
    }

    /// Gives a part of a row another style.
    pub(super) fn restyle(&mut self, x: u16, y: u16, width: u16, style: Style) {
        if self.is_heard() {
            return;
        }
        self.buffer.set_style(ratatui::layout::Rect::new(x, y, width, 1).intersection(self.buffer.area), style);
    }

    /// A rule over the whole width.
    pub(super) fn rule(&mut self, y: u16) {
        if self.is_heard() {
            return;
        }
        let sign = if self.look.frames == Frames::Ascii { "-" } else { "─" };
        self.put(0, y, self.width(), &sign.repeat(usize::from(self.width())), self.look.dim());
    }

    /// Puts a key, and says how many columns it took. Keys are told by whoever tells what can be done.
    pub(super) fn key(&mut self, x: u16, y: u16, text: &str) -> u16 {
        let role = self.put_as(Role::Mute);
        let taken = self.write(x, y, text, self.look.key());
        self.role = role;
        taken
    }

    /// Puts the name of what stands behind it.
    pub(super) fn name(&mut self, x: u16, y: u16, width: u16, text: &str, style: Style) {
        let role = self.put_as(Role::Name);
        self.put(x, y, width, text, style);
        self.role = role;
    }

    /// Puts typed text between brackets, `width` columns with them, and where it is being typed the
    /// cursor. The end of a long text is what is being typed, so it is the beginning that goes.
    pub(super) fn field(&mut self, x: u16, y: u16, width: u16, text: &str, cursor: usize, here: bool) {
        if self.is_heard() {
            let role = self.put_as(Role::Field);
            self.put(x, y, width, text, self.look.plain());
            self.role = role;
            if here {
                self.set_cursor(x, y);
            }
            return;
        }
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

    /// How wide a box is that has use for so many columns.
    pub(super) const fn box_columns(&self, most: u16) -> u16 {
        geometry::box_columns(self.width(), most)
    }

    /// A part of this size in the middle of the screen, between title and keys. A single line that it leaves stays above it: below, the
    /// edge of a pane would stand right under its own.
    pub(super) fn middle(&self, width: u16, height: u16) -> Part {
        let (width, room) = (self.box_columns(width), self.height().saturating_sub(3));
        let height = height.min(room);
        let above = match room - height {
            1 => 1,
            left => left / 2,
        };
        Part { x: (self.width() - width) / 2, y: 1 + above, width, height }
    }
}
