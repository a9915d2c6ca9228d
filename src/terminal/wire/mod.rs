//! The wire: frames as the fewest bytes that bring a terminal from what it shows to what it is to show.
//!
//! It stands behind ratatui's [`Backend`] in the place of its own, which repaints more than is needed: offices work over SSH,
//! some of them over a telephone.
//!
//! # Contract
//!
//! - The wire keeps a picture of what the terminal shows. Nothing but the wire draws on the screen; who did, or changed the
//!   window, calls [`Wire::forget`], and the next frame sends everything, from a reset of scrolling lines and colours on.
//! - A [`flush`](Backend::flush) is a frame. It sends the difference and what was [written](Write) since the last one, in one
//!   single write, and nothing at all where nothing has changed: no byte, no write, no cursor hidden and shown again. Only a
//!   frame larger than what terminals read at once is framed itself, so that no half of it is seen.
//! - Afterwards the terminal shows, cell by cell, what ratatui's own backend would have made of the same frame: signs, colours,
//!   attributes, cursor. A blank counts as it looks: its ink and its weight do not show. Colours of underlines are not
//!   sent: terminals that do not know them take their numbers for something else.
//! - What is sent is understood by xterm and its like, tmux, GNU screen, mosh and the Linux console:
//!   CR, LF, BS; CUP, CUU, CUD, CUF, CUB, CHA, VPA; EL, ECH, ED; DECSTBM with LF, RI, DL and IL, all lines scrolling again when
//!   the frame ends; SGR; DECTCEM. No REP (not in screen), no SU and SD (not in the Linux console), no insert mode, no tabs, no answers
//!   asked of the terminal.
//! - Lines are erased and moved only with the terminal's own ground and without attributes, so that it does not matter
//!   whether a terminal erases with the current colour.
//! - After the last column the cursor's place is one of which terminals differ: from there it goes back to the first column or
//!   to an absolute place.
//! - Where terminals disagree on how wide a sign is, an absolute move follows it. A line that holds a sign of several
//!   characters or a picture is sent from there to its end when it changes, so that a wrong width never
//!   outlives the line. A wide sign of which a half is written over is gone, as in a terminal.
//!
//! Whoever leaves the screen sends [`LEFT`] first: colours and scrolling lines are kept by the terminal.
//!
//! # Rooms
//!
//! - `picture`: what stands on a screen; `pen`: what the terminal writes with
//! - `difference`: from one picture to another; `shift`: lines that have moved; `print`: bytes, and what they make of the
//!   terminal; `way`: of the cursor, the shortest

mod difference;
mod pen;
mod picture;
mod print;
mod shift;
#[cfg(test)]
mod tests;
mod way;

use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use rustix::termios::tcgetwinsize;

use picture::Picture;
use print::Print;
use way::Spot;

/// What gives colours and scrolling lines back to the terminal. Takes the cursor home.
pub const LEFT: &str = "\x1b[m\x1b[r";

/// From here on a frame is framed, in bytes: terminals read about as much at once.
const LARGE: usize = 4096;
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";

const SHOW: &[u8] = b"\x1b[?25h";
const HIDE: &[u8] = b"\x1b[?25l";

/// How the wire learns the size of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Measure {
    /// The system is asked.
    Asked,
    /// It was told.
    Told(Size),
}

/// Where the cursor is, and whether it can be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Cursor {
    at: Position,
    is_seen: bool,
}

/// What went over the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sent {
    /// Frames that had something to send, each one write.
    pub frames: u64,
    /// Bytes in them.
    pub bytes: u64,
}

/// The wire to a terminal. See the [room](self) for its contract.
#[derive(Debug)]
pub struct Wire<W: Write> {
    line: W,
    measure: Measure,
    wanted: Picture,
    /// Which lines of it something was put in since the last frame.
    touched: Vec<bool>,
    cursor: Cursor,
    /// What the terminal shows, if that is known. It keeps its room: making it anew costs more than drawing.
    shown: Picture,
    is_known: bool,
    /// Whether the terminal's cursor can be seen, as far as that is known.
    is_seen: Option<bool>,
    spot: Spot,
    pen: Option<pen::Pen>,
    /// What goes before the next frame.
    before: Vec<u8>,
    sent: Sent,
}

impl<W: Write> Wire<W> {
    /// To the terminal of this process, whatever it shows now. What is written to `line` has to go to it at once.
    ///
    /// # Errors
    /// If the system does not tell how large the window is.
    pub fn to_terminal(line: W) -> io::Result<Self> {
        Self::new(line, Measure::Asked)
    }

    /// To a terminal of this size.
    ///
    /// # Errors
    /// None.
    pub fn of_size(line: W, size: Size) -> io::Result<Self> {
        Self::new(line, Measure::Told(size))
    }

    fn new(line: W, measure: Measure) -> io::Result<Self> {
        let mut wire = Self {
            line,
            measure,
            wanted: Picture::blank(0, 0),
            touched: Vec::new(),
            cursor: Cursor { at: Position::ORIGIN, is_seen: true },
            shown: Picture::blank(0, 0),
            is_known: false,
            is_seen: None,
            spot: Spot::Unknown,
            pen: None,
            before: Vec::new(),
            sent: Sent::default(),
        };
        wire.fit()?;
        Ok(wire)
    }

    /// Tells the size of a window that the system does not know of.
    pub const fn resize(&mut self, size: Size) {
        self.measure = Measure::Told(size);
    }

    /// Puts a whole line of the next frame. Whoever has frames line by line is spared the rest.
    pub fn put_line(&mut self, y: u16, line: &[Cell]) {
        self.wanted.put_line(y, line);
        self.touch(y);
    }

    fn touch(&mut self, y: u16) {
        if let Some(touched) = self.touched.get_mut(usize::from(y)) {
            *touched = true;
        }
    }

    /// Forgets what the terminal shows: the next frame sends everything.
    pub fn forget(&mut self) {
        self.is_known = false;
        self.is_seen = None;
        self.spot = Spot::Unknown;
        self.pen = None;
    }

    /// What was sent so far.
    pub const fn sent(&self) -> Sent {
        self.sent
    }

    /// Takes a window of another size: its picture is empty, and what it shows is not known.
    fn fit(&mut self) -> io::Result<()> {
        let Size { width, height } = self.size()?;
        if self.wanted.size() != (width, height) {
            self.wanted = Picture::blank(width, height);
            self.shown = Picture::blank(width, height);
            self.touched = vec![true; usize::from(height)];
            self.forget();
        }
        Ok(())
    }

    /// The bytes of the frame, and how the terminal stands when it has them.
    fn print(&mut self) -> Print {
        let (width, height) = self.wanted.size();
        let mut print = Print { bytes: std::mem::take(&mut self.before), spot: self.spot, pen: self.pen, width, scrolling: None };
        if !self.cursor.is_seen && self.is_seen != Some(false) {
            print.bytes.extend_from_slice(HIDE);
        }
        if !self.is_known {
            print.clear();
            self.shown.clear();
            self.is_known = true;
            self.touched.fill(true);
        }
        let changed = self.shown.others(&self.wanted, &self.touched);
        self.touched.fill(false);
        // Fewer are no lines that have moved.
        if changed.len() >= shift::FEWEST {
            self.shown.cut_up(&changed);
            self.wanted.cut_up(&changed);
        }
        difference::draw(&self.shown, &self.wanted, &changed, &mut print);
        self.shown.follow(&self.wanted, &changed);
        if self.cursor.is_seen {
            let (x, y) = (self.cursor.at.x.min(width.saturating_sub(1)), self.cursor.at.y.min(height.saturating_sub(1)));
            if print.spot != Spot::At(x, y) {
                print.go(x, y);
            }
            if self.is_seen != Some(true) {
                print.bytes.extend_from_slice(SHOW);
            }
        }
        self.is_seen = Some(self.cursor.is_seen);
        print
    }

    fn send(&mut self) -> io::Result<()> {
        let Print { mut bytes, spot, pen, .. } = self.print();
        if bytes.is_empty() {
            return Ok(());
        }
        if bytes.len() > LARGE {
            bytes.splice(0..0, BEGIN.iter().copied());
            bytes.extend_from_slice(END);
        }
        (self.spot, self.pen) = (spot, pen);
        self.sent.frames += 1;
        self.sent.bytes += bytes.len() as u64;
        let went = self.line.write_all(&bytes).and_then(|()| self.line.flush());
        if went.is_err() {
            // Some of it may have come through.
            self.forget();
        }
        went
    }
}

/// What is written goes out with the next frame, before it, as it is. It may set titles and the clipboard; it neither draws
/// nor moves the cursor.
impl<W: Write> Write for Wire<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.before.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<W: Write> Backend for Wire<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        // What ratatui says of cells that a wide sign of the same frame covers is how some terminals are cleared of what
        // was there before.
        let mut covered = (0..0, 0);
        for (x, y, cell) in content {
            if covered.1 == y && covered.0.contains(&x) {
                continue;
            }
            covered = (x..self.wanted.put(x, y, cell), y);
            self.touch(y);
        }
        Ok(())
    }

    fn append_lines(&mut self, count: u16) -> io::Result<()> {
        let (_, height) = self.wanted.size();
        let below = self.cursor.at.y.saturating_add(count);
        let last = height.saturating_sub(1);
        self.cursor.at = Position::new(0, below.min(last));
        let by = below.saturating_sub(last);
        if by > 0 {
            self.wanted = self.wanted.shifted(shift::Shift { top: 0, bottom: last, by, way: shift::Way::Up });
            self.touched.fill(true);
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.cursor.is_seen = false;
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.cursor.is_seen = true;
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.cursor.at)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.cursor.at = position.into();
        Ok(())
    }

    /// The frame begins with an empty screen. Nothing is sent: a frame that puts everything back sends nothing either.
    fn clear(&mut self) -> io::Result<()> {
        self.fit()?;
        self.wanted.clear();
        self.touched.fill(true);
        Ok(())
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        let (width, height) = self.wanted.size();
        let Position { x, y } = self.cursor.at;
        self.touched.fill(true);
        match region {
            ClearType::All => return self.clear(),
            ClearType::AfterCursor => {
                self.wanted.erase(y, x..width);
                (y.saturating_add(1)..height).for_each(|y| self.wanted.erase(y, 0..width));
            }
            ClearType::BeforeCursor => {
                (0..y).for_each(|y| self.wanted.erase(y, 0..width));
                self.wanted.erase(y, 0..x.saturating_add(1));
            }
            ClearType::CurrentLine => self.wanted.erase(y, 0..width),
            ClearType::UntilNewLine => self.wanted.erase(y, x..width),
        }
        Ok(())
    }

    fn size(&self) -> io::Result<Size> {
        match self.measure {
            Measure::Told(size) => Ok(size),
            // Asked for each frame, and of this very terminal: the library opens the terminal of the process anew.
            Measure::Asked => match tcgetwinsize(std::io::stdout()) {
                Ok(window) if window.ws_col > 0 && window.ws_row > 0 => Ok(Size { width: window.ws_col, height: window.ws_row }),
                Ok(_) | Err(_) => {
                    let (width, height) = crossterm::terminal::size()?;
                    Ok(Size { width, height })
                }
            },
        }
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        match self.measure {
            Measure::Told(size) => Ok(WindowSize { columns_rows: size, pixels: Size::ZERO }),
            Measure::Asked => {
                let window = crossterm::terminal::window_size()?;
                let columns_rows = Size { width: window.columns, height: window.rows };
                Ok(WindowSize { columns_rows, pixels: Size { width: window.width, height: window.height } })
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.send()
    }
}
