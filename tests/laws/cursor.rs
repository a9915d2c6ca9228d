//! The terminal's own cursor sits where a person is: screen readers, magnifiers and braille lines follow it.

use instroom::app::Msg;
use instroom::view;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::sizes::screens;
use crate::support::flow::{LOOK, text_of};

/// Columns in which the sign of the current line stands on a screen that nothing stands in front of.
const SIGN: usize = 5;

#[test]
fn the_cursor_sits_on_the_row_or_field_where_one_is() {
    let mut astray = Vec::new();
    for (name, model) in screens() {
        for (width, height) in [(60, 15), (80, 24), (120, 40), (200, 60)] {
            let mut model = model.clone();
            model.update(Msg::Resize(width, height));
            let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
            terminal.hide_cursor().unwrap();
            let text = text_of(terminal.draw(|frame| view::draw(&model, LOOK, frame)).unwrap().buffer);
            let at = terminal.backend().cursor_visible().then(|| terminal.backend().cursor_position());
            let Some(at) = at else {
                astray.push(format!("{name} at {width}x{height}: no cursor\n{text}"));
                continue;
            };
            let line = text.lines().nth(usize::from(at.y)).unwrap();
            let is_marked = |line: &str| line.chars().take(SIGN).find(|sign| *sign != ' ') == Some('>');
            let marked: Vec<usize> = text.lines().enumerate().filter(|(_, line)| is_marked(line)).map(|(y, _)| y).collect();
            let is_free = model.overlay.is_none() && model.running.is_none() && !model.layer().takes_text();
            // Digits are typed beside the lines that one goes over.
            let counts = model.inviting().is_some_and(|inviting| !inviting.typed.is_empty());
            if is_free && !counts && marked.first().is_some_and(|y| *y != usize::from(at.y)) {
                astray.push(format!("{name} at {width}x{height}: the cursor is on line {} and not at the sign\n{text}", at.y));
            }
            assert!(!line.trim().is_empty() || model.layer().takes_text(), "{name} at {width}x{height}: nothing is at {at:?}\n{text}");
        }
    }
    assert!(astray.is_empty(), "{}", astray.join("\n"));
}
