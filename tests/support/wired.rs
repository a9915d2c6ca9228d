//! Frames over the wire into a terminal emulator, and what ratatui's own backend would have made of them.

use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use instroom::terminal::frames::{Follows, Frames, Pace};
use instroom::terminal::wire::Wire;
use instroom::view::{self, Aside, Drawn};
use ratatui::backend::CrosstermBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::{Frame, Terminal, TerminalOptions, Viewport};

use super::flow::{Flow, LOOK};

/// Keeps what is written, write by write.
#[derive(Debug, Clone, Default)]
pub(crate) struct Line(Arc<Mutex<Vec<Vec<u8>>>>);

impl Line {
    fn take(&self) -> Vec<Vec<u8>> {
        std::mem::take(&mut self.0.lock().unwrap())
    }
}

impl Write for Line {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().push(bytes.to_vec());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What a terminal shows of a cell. The ink and the weight of a blank do not show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shown {
    text: String,
    ink: vt100::Color,
    ground: vt100::Color,
    /// Bold, dim, italic, underlined, reversed.
    attributes: [bool; 5],
}

impl Shown {
    const fn plain() -> Self {
        Self { text: String::new(), ink: vt100::Color::Default, ground: vt100::Color::Default, attributes: [false; 5] }
    }

    fn of(cell: &vt100::Cell) -> Self {
        let attributes = [cell.bold(), cell.dim(), cell.italic(), cell.underline(), cell.inverse()];
        let shown = Self { text: cell.contents().trim().to_owned(), ink: cell.fgcolor(), ground: cell.bgcolor(), attributes };
        let is_seen = !shown.text.is_empty() || cell.underline() || cell.inverse();
        if is_seen { shown } else { Self { ink: vt100::Color::Default, attributes: [false; 5], ..shown } }
    }
}

/// A whole screen: its cells, and where the cursor is seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Screen {
    cells: Vec<Vec<Shown>>,
    cursor: Option<(u16, u16)>,
}

impl Screen {
    fn of(screen: &vt100::Screen) -> Self {
        let (rows, columns) = screen.size();
        let row = |y| (0..columns.get()).map(|x| screen.cell(y, x).map(Shown::of).expect("it is on the screen")).collect();
        let cursor = (!screen.hide_cursor()).then(|| screen.cursor_position());
        Self { cells: (0..rows.get()).map(row).collect(), cursor }
    }

    /// What a terminal says that it shows, line by line with its colours, and where its cursor is: `y x 1` where it is seen.
    /// As large as another screen.
    pub(crate) fn captured(lines: &[u8], cursor: &str, like: &Self) -> Self {
        let (height, width) = (like.cells.len(), like.cells.first().map_or(0, Vec::len));
        let mut emulator = emulator(u16::try_from(width).unwrap(), u16::try_from(height).unwrap());
        for (y, line) in lines.split(|byte| *byte == b'\n').take(height).enumerate() {
            emulator.process(format!("\x1b[{};1H", y + 1).as_bytes());
            emulator.process(line);
        }
        let numbers: Vec<u16> = cursor.split_whitespace().filter_map(|number| number.parse().ok()).collect();
        let cursor = if let [y, x, 1] = numbers[..] { Some((y, x)) } else { None };
        Self { cursor, ..Self::of(emulator.screen()) }
    }

    /// The first cell that is another one elsewhere.
    pub(crate) fn first_other(&self, other: &Self) -> Option<(usize, usize, Shown, Shown)> {
        let rows = self.cells.iter().zip(&other.cells).enumerate();
        let mut cells = rows.flat_map(|(y, (ours, theirs))| ours.iter().zip(theirs).enumerate().map(move |(x, pair)| (y, x, pair)));
        cells.find(|(_, _, (ours, theirs))| ours != theirs).map(|(y, x, (ours, theirs))| (y, x, ours.clone(), theirs.clone()))
    }

    /// The text, line by line.
    pub(crate) fn lines(&self) -> Vec<String> {
        let text = |cell: &Shown| if cell.text.is_empty() { " ".to_owned() } else { cell.text.clone() };
        self.cells.iter().map(|row| row.iter().map(text).collect::<String>().trim_end().to_owned()).collect()
    }

    /// About how many bytes bringing a terminal from this screen to another takes at the least: the signs of every cell that
    /// differs, each run of them with the shortest way there from the one before (or with what lies between, where that is
    /// shorter) and with its colours; blanks and the end of a line by erasing them. The cursor starts where it is here
    /// and ends where it is there.
    pub(crate) fn difference(&self, to: &Self) -> usize {
        let mut bytes = 0;
        let mut at = self.cursor.map(|(y, x)| (usize::from(y), usize::from(x)));
        let plain = Shown::plain();
        let mut pen = plain.clone();
        for (y, (before, after)) in self.cells.iter().zip(&to.cells).enumerate() {
            let end = after.iter().rposition(|cell| *cell != plain).map_or(0, |last| last + 1);
            let mut x = 0;
            while x < after.len() {
                if before[x] == after[x] {
                    x += 1;
                    continue;
                }
                // What lies between may be sent again; in the colours of the pen that is one byte for each cell.
                let again = at.filter(|at| at.0 == y && at.1 < x).map_or(usize::MAX, |at| x - at.1);
                bytes += way(at, (y, x)).min(again);
                at = Some((y, x));
                if x >= end {
                    // What is left of the line is erased, or is shorter written.
                    bytes += 3.min(after.len() - x);
                    break;
                }
                while x < end && before[x] != after[x] {
                    let blanks = (x..end).take_while(|x| after[*x] == plain && before[*x] != plain).count();
                    if blanks > 0 && !pen.attributes[3] && !pen.attributes[4] {
                        // ESC [ n X, and ESC [ n C.
                        bytes += blanks.min(8);
                        x += blanks;
                        continue;
                    }
                    let cell = &after[x];
                    if pen.ink != cell.ink || pen.ground != cell.ground || pen.attributes != cell.attributes {
                        // ESC [ n m, and no number to go back to what is plain.
                        let is_plain = cell.ink == plain.ink && cell.ground == plain.ground && cell.attributes == plain.attributes;
                        bytes += if is_plain { 3 } else { 4 };
                        pen = cell.clone();
                    }
                    bytes += cell.text.len().max(1);
                    x += 1;
                }
                at = Some((y, x));
            }
        }
        bytes + to.cursor.map_or(0, |(y, x)| way(at, (usize::from(y), usize::from(x))))
    }

    /// The same screen with lines moved by one, as a terminal moves them; for lines that scroll.
    pub(crate) fn scrolled(&self, top: usize, bottom: usize, up: bool) -> Self {
        let mut scrolled = self.clone();
        let emptied = if up { bottom } else { top };
        let lines = &mut scrolled.cells[top..=bottom];
        if up {
            lines.rotate_left(1)
        } else {
            lines.rotate_right(1)
        }
        scrolled.cells[emptied].fill(Shown::plain());
        scrolled
    }
}

/// The bytes of the shortest move: a sequence with its numbers, or control characters.
fn way(from: Option<(usize, usize)>, to: (usize, usize)) -> usize {
    let digits = |number: usize| number.to_string().len();
    let absolute = 4 + digits(to.0 + 1) + digits(to.1 + 1);
    let Some(from) = from else { return absolute };
    let one = |distance: usize| if distance == 1 { 3 } else { 3 + digits(distance) };
    let across = match (from.1, to.1) {
        (from, to) if from == to => 0,
        (_, 0) => 1,
        (from, to) => one(from.abs_diff(to)).min(if to < from { from - to } else { usize::MAX }),
    };
    let down = if to.0 >= from.0 { (to.0 - from.0).min(3 + digits(to.0 - from.0)) } else { one(from.0 - to.0) };
    absolute.min(across + down)
}

/// A terminal at the end of a wire.
pub(crate) struct Wired {
    line: Line,
    frames: Frames<Line>,
    pub(crate) emulator: vt100::Parser,
    /// What the last frame sent.
    pub(crate) bytes: Vec<u8>,
}

impl Wired {
    pub(crate) fn new(width: u16, height: u16) -> Self {
        let line = Line::default();
        let frames = Frames::over(Wire::of_size(line.clone(), Size::new(width, height)).unwrap()).unwrap();
        Self { line, frames, emulator: emulator(width, height), bytes: Vec::new() }
    }

    /// Draws a frame, and says how many bytes that took. It is one write or none.
    pub(crate) fn draw(&mut self, pace: Pace, draw: impl FnOnce(&mut Buffer, Option<Aside>) -> Drawn) -> (usize, Follows) {
        let follows = self.frames.draw(pace, draw).unwrap();
        let writes = self.line.take();
        assert!(writes.len() <= 1, "{} writes for one frame", writes.len());
        self.bytes = writes.concat();
        self.emulator.process(&self.bytes);
        (self.bytes.len(), follows)
    }

    /// Draws the program as it is, and says how many bytes that took.
    pub(crate) fn show(&mut self, flow: &Flow) -> usize {
        self.draw(Pace::Settled, |buffer, stays| view::draw_on(&flow.model, LOOK, buffer, stays)).0
    }

    /// The window gets another size. What is on it then is no picture of anything.
    pub(crate) fn resize(&mut self, width: u16, height: u16) {
        self.frames.wire().resize(Size::new(width, height));
        self.emulator.screen_mut().set_size(lines(height), lines(width));
    }

    /// Everything is to be sent again.
    pub(crate) fn forget(&mut self) {
        self.frames.wire().forget();
    }

    /// What is on the screen.
    pub(crate) fn screen(&self) -> Screen {
        Screen::of(self.emulator.screen())
    }

    /// Every cell is as ratatui's own backend draws it on an empty screen.
    pub(crate) fn is_as_ratatui_draws_it(&self, width: u16, height: u16, draw: impl FnOnce(&mut Frame<'_>)) {
        let (ours, theirs) = (self.screen(), by_ratatui(width, height, draw));
        assert_eq!(ours.lines(), theirs.lines(), "{:?}", String::from_utf8_lossy(&self.bytes));
        for (y, (ours, theirs)) in ours.cells.iter().zip(&theirs.cells).enumerate() {
            for (x, (ours, theirs)) in ours.iter().zip(theirs).enumerate() {
                assert_eq!(ours, theirs, "column {x} of line {y} after {:?}", String::from_utf8_lossy(&self.bytes));
            }
        }
        assert_eq!(ours.cursor, theirs.cursor, "after {:?}", String::from_utf8_lossy(&self.bytes));
    }
}

/// What ratatui's own backend makes of a frame on an empty screen.
fn by_ratatui(width: u16, height: u16, draw: impl FnOnce(&mut Frame<'_>)) -> Screen {
    let line = Line::default();
    let viewport = Viewport::Fixed(Rect::new(0, 0, width, height));
    let mut terminal = Terminal::with_options(CrosstermBackend::new(line.clone()), TerminalOptions { viewport }).unwrap();
    terminal.draw(draw).unwrap();
    drop(terminal);
    let mut emulator = emulator(width, height);
    // It shows the cursor again when it is dropped.
    let mut bytes = line.take().concat();
    if bytes.ends_with(b"\x1b[?25h") {
        bytes.truncate(bytes.len() - 6);
    }
    emulator.process(&bytes);
    Screen::of(emulator.screen())
}

/// A position inside a window.
pub(crate) fn inside((x, y): (u16, u16), width: u16, height: u16) -> Position {
    Position::new(x % width, y % height)
}

fn emulator(width: u16, height: u16) -> vt100::Parser {
    vt100::Parser::new(lines(height), lines(width), 0)
}

fn lines(count: u16) -> std::num::NonZeroU16 {
    std::num::NonZeroU16::new(count).expect("no window has no lines")
}
