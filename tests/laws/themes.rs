//! What the themes look like, that none of them says anything by colour alone, and that a real terminal emulator shows every
//! screen column by column as it was drawn.

use instroom::app::{Model, Msg};
use instroom::view::{self, Frames, Look, Theme};
use ratatui::backend::{CrosstermBackend, TestBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};
use ratatui::{Terminal, TerminalOptions, Viewport};
use unicode_width::UnicodeWidthStr as _;

use super::sizes::screens;
use crate::support::flow::{Flow, LOOK, accept, text_of};
use crate::support::office::{empty_store, workbook_of_texts};

fn drawn(model: &Model, look: Look) -> Buffer {
    let (width, height) = model.size;
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(|frame| view::draw(model, look, frame)).unwrap().buffer.clone()
}

fn with(theme: Theme) -> Look {
    Look { theme, ..LOOK }
}

#[test]
fn the_themes_look_so() {
    let mut flow = Flow::sample();
    flow.press("4");
    for theme in Theme::ALL {
        accept(&format!("theme_{}", theme.name()), &format!("{:?}", drawn(&flow.model, with(theme))));
    }
    flow.press("T Enter Q Enter 1 z");
    let ascii = Look { frames: Frames::Ascii, theme: Theme::Mono };
    accept("frames_of_ascii", &text_of(&drawn(&flow.model, ascii)));
}

#[test]
fn no_theme_says_anything_by_colour_alone() {
    for (name, model) in screens() {
        let plain = drawn(&model, with(Theme::Mono));
        for theme in Theme::ALL {
            assert_eq!(text_of(&drawn(&model, with(theme))), text_of(&plain), "{name}");
        }
        assert!(plain.content.iter().all(|cell| (cell.fg, cell.bg) == (Color::Reset, Color::Reset)), "{name} has colours in mono");
        for (y, line) in text_of(&plain).lines().enumerate() {
            let y = u16::try_from(y).unwrap();
            let reversed = (0..plain.area.width).any(|x| plain[(x, y)].modifier.contains(Modifier::REVERSED));
            assert!(!reversed || line.contains(['>', '[', '(']), "{name}: only reverse says where the cursor is: {line}");
        }
    }
}

#[test]
fn no_ground_is_painted_but_by_reverse() {
    for (name, model) in screens() {
        for theme in [Theme::Dark, Theme::Light] {
            assert!(drawn(&model, with(theme)).content.iter().all(|cell| cell.bg == Color::Reset), "{name}");
        }
    }
}

#[test]
fn frames_of_ascii_have_no_other_sign() {
    for (name, model) in screens() {
        let text = text_of(&drawn(&model, Look { frames: Frames::Ascii, theme: Theme::Mono }));
        assert!(!text.contains(|sign| matches!(sign, '\u{2500}'..='\u{259f}' | '×')), "{name}: {text}");
    }
}

/// Holds a screen against what a terminal emulator makes of its bytes.
fn same_in_a_terminal(name: &str, model: &Model) {
    let (width, height) = model.size;
    let viewport = Viewport::Fixed(Rect::new(0, 0, width, height));
    let mut bytes = Vec::new();
    let buffer = {
        let mut terminal = Terminal::with_options(CrosstermBackend::new(&mut bytes), TerminalOptions { viewport }).unwrap();
        terminal.draw(|frame| view::draw(model, LOOK, frame)).unwrap().buffer.clone()
    };
    let lines = |count: u16| std::num::NonZeroU16::new(count).unwrap();
    let mut emulator = vt100::Parser::new(lines(height), lines(width), 0);
    emulator.process(&bytes);
    for y in 0..height {
        let mut x = 0;
        while x < width {
            let symbol = buffer[(x, y)].symbol();
            let wide = u16::try_from(symbol.width().max(1)).unwrap();
            // Some emulators draw the two letters of a flag one behind the other: in the same columns.
            let seen: String = (x..x + wide).filter_map(|x| emulator.screen().cell(y, x)).map(vt100::Cell::contents).collect();
            let seen = if seen.is_empty() { " " } else { seen.as_str() };
            assert_eq!(seen, symbol, "{name}, line {y}, column {x}:\n{}\n{}", emulator.screen().contents(), text_of(&buffer));
            x += wide;
        }
    }
}

#[test]
fn a_terminal_shows_every_screen_column_by_column_as_it_was_drawn() {
    for (name, model) in screens() {
        for (width, height) in [(60, 15), (80, 24), (120, 40)] {
            let mut resized = model.clone();
            resized.update(Msg::Resize(width, height));
            same_in_a_terminal(&name, &resized);
        }
    }
}

/// Names that take other columns than they have characters: wide, decomposed, joined, tinted, with and without a shape of their own.
const WIDE: [&str; 16] = [
    "漢字太郎",
    "ｱﾝ",
    "Ａｎ",
    "Jose\u{301}",
    "Z\u{335}\u{336}oe\u{308}",
    "\u{1112}\u{1161}\u{11ab}",
    "한글",
    "👩‍👩‍👧",
    "🇧🇪 Belg",
    "👍🏽 An",
    "☎️ An",
    "1️⃣ An",
    "नमस्ते",
    "ไทยแลนด์",
    "עברית",
    "e\u{301}\u{301}\u{301}\u{301}",
];

#[test]
fn wide_and_joined_characters_keep_the_columns_straight() {
    let heads = ["Naam", "Voornaam", "E-mail", "Gemeente", "Taal"];
    let mut rows: Vec<Vec<&str>> = vec![heads.to_vec()];
    for name in WIDE {
        rows.push(vec![name, "An", "an@example.be", name, "nl"]);
    }
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let mut flow = Flow::open(empty_store(), &workbook_of_texts(&[(WIDE[0], &rows)]));
    for keys in ["Esc 1", "4", "z", "Esc j j j j j j j z", "Esc G e", "Esc Esc Y", "Esc / 漢", "Esc b Enter"] {
        flow.press(keys);
        for (width, height) in [(60, 15), (80, 24), (120, 40), (200, 60)] {
            flow.resize(width, height);
            same_in_a_terminal(keys, &flow.model);
        }
        flow.resize(80, 24);
    }
    flow.press("Esc Esc Esc Esc 1").see("Names of every width: what stands behind them stands in one column");
    flow.tell("wide_characters");
}
