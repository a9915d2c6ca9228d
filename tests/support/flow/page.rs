//! What is on the screen, and the story that is told of it.

use instroom::app::Model;
use instroom::app::geometry::is_too_small;
use instroom::view;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use unicode_width::UnicodeWidthStr as _;

use super::super::rounds;
use super::{Flow, LOOK};

impl Flow {
    /// Draws the screen. Whatever stands in front of a screen and takes its keys has to be seen there.
    pub(crate) fn drawn(&self) -> (Buffer, Option<Position>) {
        let (buffer, cursor) = draw(&self.model);
        let (width, height) = self.model.window();
        if self.model.overlay.is_some() && !is_too_small(width, height) {
            let mut without = self.model.clone();
            without.overlay = None;
            let behind = draw(&without).0;
            // The last two lines name the keys, which are others already; so does the strip of the tour.
            let body = usize::from(width) * usize::from(self.model.size.1 - 2);
            assert_ne!(buffer.content[..body], behind.content[..body], "nothing is seen of {:?}", self.model.layer());
        }
        (buffer, cursor)
    }

    /// The text of the screen, line by line, without the spaces at their ends.
    pub(crate) fn screen(&self) -> String {
        text_of(&self.drawn().0)
    }

    /// Writes down what is on the screen now, under a caption.
    pub(crate) fn see(&mut self, caption: &str) -> &mut Self {
        let (buffer, cursor) = self.drawn();
        let text = text_of(&buffer);
        let text = rounds::without_names(&text);
        let (width, height) = self.model.window();
        let neutral = instroom::domain::neutral::neutralise(&text.replace('\n', " ")).into_owned();
        assert_eq!(neutral, text.replace('\n', " "), "{caption}: nothing that acts on a terminal is drawn");
        let keys = std::mem::take(&mut self.pressed).join(" ");
        let cursor = cursor.map_or_else(|| "no cursor".to_owned(), |at| format!("cursor {},{}", at.x, at.y));
        self.story.push_str(&format!("## {caption}\n"));
        if !keys.is_empty() {
            self.story.push_str(&format!("keys: {keys}\n"));
        }
        self.story.push_str(&format!("{width}x{height}, {cursor}\n{}\n{text}\n", "·".repeat(usize::from(width))));
        self
    }

    /// The story of another session behind this one.
    pub(crate) fn then(&mut self, mut other: Self) -> &mut Self {
        self.story.push_str(&std::mem::take(&mut other.story));
        self
    }

    /// Holds the story against the one that was accepted, `snapshots/<name>.snap`.
    pub(crate) fn tell(&mut self, name: &str) {
        accept(name, &std::mem::take(&mut self.story));
    }
}

/// Draws a model, and says where the cursor stands.
pub(crate) fn draw(model: &Model) -> (Buffer, Option<Position>) {
    let (width, height) = model.window();
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.hide_cursor().unwrap();
    let buffer = terminal.draw(|frame| view::draw(model, LOOK, frame)).unwrap().buffer.clone();
    let cursor = terminal.backend().cursor_visible().then(|| terminal.backend().cursor_position());
    (buffer, cursor)
}

/// Holds a text against the one that was accepted. `INSTA_UPDATE=always cargo test` accepts it.
pub(crate) fn accept(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(concat!(env!("CARGO_MANIFEST_DIR"), "/snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

/// The text of a buffer, line by line, without the spaces at their ends.
pub(crate) fn text_of(buffer: &Buffer) -> String {
    let mut text = String::new();
    for y in 0..buffer.area.height {
        let mut line = String::new();
        let mut x = 0;
        while x < buffer.area.width {
            let symbol = buffer[(x, y)].symbol();
            line.push_str(symbol);
            // A wide character covers the cell behind it.
            x += u16::try_from(symbol.width().max(1)).unwrap();
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}
