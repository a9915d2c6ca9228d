//! What a key press sends over the line. Offices work over SSH, some of them over a telephone.
//!
//! Measured at 80x24 on the sample, with colours, on the very backend that the program has:
//!
//! | what | bytes at most |
//! |---|---|
//! | a whole screen | 3,304 |
//! | another tab | 3,219 |
//! | the cursor, pane hidden | 78 |
//! | a row marked in a range | 32 |
//! | the cursor, pane shown | 252 |
//! | the cursor at the edge, so that the list scrolls, pane hidden | 1,908 |
//! | the same, pane shown (fewer rows) | 1,535 |
//! | a key that changes nothing | 31 |
//!
//! The loop adds 16 for showing a frame whole (synchronized output).

use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use instroom::view;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};

use crate::support::flow::{Flow, LOOK};

/// The most that moving the cursor may send: a line is 80 bytes.
const MOVE: usize = 700;
/// The most with the detail pane, whose text changes from row to row.
const MOVE_WITH_PANE: usize = 4 * 1024;
/// The most for a key that changes nothing: cursor and colours are put where they are.
const NOTHING: usize = 64;
/// The most for a whole screen.
const WHOLE: usize = 16 * 1024;

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

/// A terminal at the end of a line.
struct Remote {
    line: Line,
    terminal: Terminal<CrosstermBackend<Line>>,
}

impl Remote {
    fn new((width, height): (u16, u16)) -> Self {
        let line = Line::default();
        let viewport = Viewport::Fixed(Rect::new(0, 0, width, height));
        let terminal = Terminal::with_options(CrosstermBackend::new(line.clone()), TerminalOptions { viewport }).unwrap();
        Self { line, terminal }
    }

    /// Draws, and says how many bytes that took.
    fn draw(&mut self, flow: &Flow) -> usize {
        self.terminal.draw(|frame| view::draw(&flow.model, LOOK, frame)).unwrap();
        std::mem::take(&mut *self.line.0.lock().unwrap()).len()
    }
}

/// The most bytes that one of so many presses of a key takes.
fn most(flow: &mut Flow, remote: &mut Remote, key: &str, presses: usize) -> usize {
    (0..presses).map(|_| remote.draw(flow.press(key))).max().unwrap()
}

#[test]
fn moving_sends_little() {
    let mut flow = Flow::sample();
    let mut remote = Remote::new((80, 24));
    let whole = remote.draw(&flow);
    let with_pane = most(&mut flow, &mut remote, "j", 8);
    let scrolling_with_pane = most(&mut flow, &mut remote, "j", 20);
    flow.press("p g g");
    remote.draw(&flow);
    let moved = most(&mut flow, &mut remote, "j", 15);
    let marked = most(&mut flow, &mut remote, "v", 6);
    let scrolled = most(&mut flow, &mut remote, "j", 20);
    let tab = most(&mut flow, &mut remote, "Tab", 4);
    println!(
        "whole {whole}, with pane {with_pane}, scrolling with pane {scrolling_with_pane}, moved {moved}, range {marked}, scrolled {scrolled}, tab {tab}"
    );
    assert!(whole <= WHOLE && tab <= WHOLE, "{whole} {tab}");
    assert!(moved <= MOVE && marked <= MOVE, "{moved} {marked}");
    assert!(
        with_pane <= MOVE_WITH_PANE && scrolling_with_pane <= MOVE_WITH_PANE && scrolled <= MOVE_WITH_PANE,
        "{with_pane} {scrolling_with_pane} {scrolled}"
    );
}

#[test]
fn a_key_that_changes_nothing_sends_next_to_nothing() {
    let mut flow = Flow::sample();
    let mut remote = Remote::new((80, 24));
    remote.draw(&flow);
    remote.draw(flow.press("k"));
    for keys in ["k", "h", "Esc"] {
        let sent = remote.draw(flow.press(keys));
        println!("{keys}: {sent}");
        assert!(sent <= NOTHING, "{keys} sent {sent}");
    }
    // The frame itself has no byte to send: what is left are colours and cursor.
    assert_eq!(remote.draw(&flow), remote.draw(&flow));
}
