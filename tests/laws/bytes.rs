//! What a key press sends over the line. Offices work over SSH, some of them over a telephone.
//!
//! Measured on the sample, with colours, on the very wire that the program has; in brackets what ratatui's own backend sends
//! for the same frames. `cargo test laws::bytes -- --nocapture` prints them all.
//!
//! | bytes at most | 80x24 | 200x60 | budget |
//! |---|---|---|---|
//! | the cursor, pane hidden | 41 [78] | 42 [79] | 50 |
//! | a row marked in a range | 37 [76] | 38 [77] | 50 |
//! | the list scrolls by a line, pane hidden | 137 [1,995] | 236 [12,670] | 240 |
//! | cursor or list, pane shown: share of the least | 1.04 | 1.01 | 1.3 |
//! | the same in bytes | 522 [1,621] | 1,278 [2,293] | |
//! | another tab | 1,536 [2,827] | 7,475 [12,558] | 1.3 of the least |
//! | 501 keys at once, and the pane behind them | 1,048 | 6,597 | 5,120, or the least |
//! | a whole screen | 2,265 [3,233] | 9,878 [16,255] | |
//! | a key that changes nothing | 0 [31] | 0 [31] | 0 |
//!
//! Behind 501 keys a window of 200x60 shows 51 other rows: they alone are 5,342 bytes, and the pane behind them 1,255, of a least of 6,780.
//!
//! The least is what [`Screen::difference`] counts, another way of counting than the wire's.

use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use instroom::terminal::frames::{Follows, Pace};
use instroom::view;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};

use crate::support::flow::{Flow, LOOK};
use crate::support::wired::{Screen, Wired};

/// The sizes of windows that are measured.
const SIZES: [(u16, u16); 2] = [(80, 24), (200, 60)];

/// The most that moving the cursor sends, with the pane hidden.
const MOVE: usize = 50;
/// The most where the list scrolls by a line, with the pane hidden.
const SCROLL: usize = 240;
/// The most that many keys at once send, in at most two frames: one at once, and one in which the pane follows. In a large
/// window the rows alone are more than that, all of them others than before: there it is what differs.
const MANY: usize = 5 * 1024;

/// Keeps what is written.
#[derive(Debug, Clone, Default)]
struct Line(Arc<Mutex<Vec<u8>>>);

impl Write for Line {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A terminal on ratatui's own backend, for comparison.
struct Theirs {
    line: Line,
    terminal: Terminal<CrosstermBackend<Line>>,
}

impl Theirs {
    fn new(width: u16, height: u16) -> Self {
        let line = Line::default();
        let viewport = Viewport::Fixed(Rect::new(0, 0, width, height));
        let terminal = Terminal::with_options(CrosstermBackend::new(line.clone()), TerminalOptions { viewport }).unwrap();
        Self { line, terminal }
    }

    fn draw(&mut self, flow: &Flow) -> usize {
        self.terminal.draw(|frame| view::draw(&flow.model, LOOK, frame)).unwrap();
        std::mem::take(&mut *self.line.0.lock().unwrap()).len()
    }
}

/// The program at both ends of two lines.
struct Session {
    flow: Flow,
    ours: Wired,
    theirs: Theirs,
    size: (u16, u16),
}

/// What one frame took.
#[derive(Debug, Clone, Copy, Default)]
struct Taken {
    ours: usize,
    theirs: usize,
    /// The least that brings the one screen to the other.
    least: usize,
}

impl Session {
    fn new((width, height): (u16, u16)) -> Self {
        let mut flow = Flow::sample();
        flow.resize(width, height);
        Self { flow, ours: Wired::new(width, height), theirs: Theirs::new(width, height), size: (width, height) }
    }

    fn press(&mut self, keys: &str) -> Taken {
        let before = self.ours.screen();
        self.flow.press(keys);
        let ours = self.ours.show(&self.flow);
        let theirs = self.theirs.draw(&self.flow);
        Taken { ours, theirs, least: self.least(&before, &self.ours.screen()) }
    }

    /// With the lines of the list moved by the terminal, or without.
    fn least(&self, before: &Screen, after: &Screen) -> usize {
        let (_, height) = self.size;
        let rows = self.flow.model.desk().map_or(0, |desk| instroom::app::listing::Listing::seen(desk, self.flow.model.size));
        let (first, last) = (5, (4 + rows).min(usize::from(height) - 3));
        // ESC [ 6 ; 22 r, ESC [ 22 H, a line feed there, ESC [ r.
        let moved = |up| before.scrolled(first, last, up).difference(after) + 16;
        before.difference(after).min(moved(true)).min(moved(false))
    }

    /// The frame that took most of so many presses, and the worst share of the least that it could have taken.
    fn most(&mut self, key: &str, presses: usize, what: &str) -> (Taken, f64) {
        let taken: Vec<Taken> = (0..presses).map(|_| self.press(key)).collect();
        let most = taken.iter().copied().max_by_key(|taken| taken.ours).unwrap();
        let theirs = taken.iter().map(|taken| taken.theirs).max().unwrap();
        let share = |taken: &Taken| f64::from(u32::try_from(taken.ours).unwrap()) / f64::from(u32::try_from(taken.least).unwrap());
        let worst = taken.iter().map(share).fold(0.0, f64::max);
        println!("{:?} {what}: {} [{theirs}], at least {}, worst share {worst:.2}", self.size, most.ours, most.least);
        (most, worst)
    }
}

#[test]
fn with_the_pane_hidden_moving_sends_next_to_nothing() {
    for size in SIZES {
        let rows = usize::from(size.1) - 7;
        let mut session = Session::new(size);
        session.press("p");
        let (moved, _) = session.most("j", rows - 1, "the cursor");
        let (scrolled, _) = session.most("j", 30, "the list");
        let (back, _) = session.most("k", rows - 1, "the cursor up");
        let (scrolled_back, _) = session.most("k", 20, "the list up");
        session.press("g g");
        session.press("v");
        let (marked, _) = session.most("j", 6, "a range");
        assert!(moved.ours <= MOVE && back.ours <= MOVE && marked.ours <= MOVE, "{moved:?} {back:?} {marked:?}");
        assert!(scrolled.ours <= SCROLL && scrolled_back.ours <= SCROLL, "{scrolled:?} {scrolled_back:?}");
    }
}

#[test]
fn with_the_pane_shown_little_more_is_sent_than_differs() {
    for size in SIZES {
        let mut session = Session::new(size);
        let whole = session.ours.show(&session.flow);
        println!("{size:?} whole: {whole} [{}]", session.theirs.draw(&session.flow));
        let (_, moved) = session.most("j", 40, "the cursor, and the list, with the pane");
        let (_, back) = session.most("k", 40, "back");
        let (_, tab) = session.most("Tab", 4, "a tab");
        assert!(moved <= 1.3 && back <= 1.3 && tab <= 1.3, "{moved} {back} {tab}");
    }
}

#[test]
fn many_keys_at_once_are_one_frame_and_one_in_which_the_pane_follows() {
    for size in SIZES {
        for key in ["j", "k", "Space", "Tab"] {
            let mut session = Session::new(size);
            session.ours.show(&session.flow);
            let (before, shown) = (session.flow.screen(), session.ours.screen());
            (0..501).for_each(|_| session.flow.press_key(key.parse().unwrap()));
            assert_ne!(before == session.flow.screen(), key != "k", "{key} does something");
            let draw = |session: &mut Session, pace| {
                session.ours.draw(pace, |buffer, stays| view::draw_on(&session.flow.model, LOOK, buffer, stays))
            };
            let (at_once, follows) = draw(&mut session, Pace::Moving);
            let (then, all) = draw(&mut session, Pace::Settled);
            let least = shown.difference(&session.ours.screen());
            println!("{size:?} 501 x {key}: {at_once} + {then}, at least {least}, {follows:?}");
            assert!(at_once + then <= MANY.max(least) && all == Follows::All, "{key}: {at_once} {then}");
        }
    }
}

#[test]
fn a_key_that_changes_nothing_sends_nothing() {
    for size in SIZES {
        let mut session = Session::new(size);
        session.press("k");
        for keys in ["k", "h", "Esc", "? Esc", "j k"] {
            assert_eq!(session.press(keys).ours, 0, "{keys}");
        }
    }
}
