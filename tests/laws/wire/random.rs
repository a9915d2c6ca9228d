//! Frames of any kind, one after the other.

use proptest::prelude::*;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier, Style};
use unicode_width::UnicodeWidthStr as _;

use instroom::terminal::frames::Pace;
use instroom::view::Drawn;

use crate::support::wired::{Wired, inside};

/// What stands in lists, and what may: accents as one character and as two, wide signs, pictures, frames.
const TEXTS: [&str; 12] = [
    "Janssens An",
    "De Smet-Vandenberghe Karel",
    "e",
    "Be\u{301}nédicte Noe\u{308}l",
    "王小明 Wang",
    "서울",
    "─────────────────────────",
    "│ Gent │ 9000 │",
    "😀 mail 📧",
    "                                   ",
    "a   b   c                d",
    "ﬀ ß ø ł €",
];

/// What happens between two frames.
#[derive(Debug, Clone)]
enum Change {
    Write {
        x: u16,
        y: u16,
        text: usize,
        style: Style,
    },
    Style {
        x: u16,
        y: u16,
        width: u16,
        style: Style,
    },
    Erase {
        y: u16,
        from: u16,
    },
    /// Lines of a block move up, and another comes in.
    Scroll {
        top: u16,
        height: u16,
        by: u16,
        up: bool,
    },
    Cursor(Option<(u16, u16)>),
    Resize {
        width: u16,
        height: u16,
    },
    Forget,
    Fill {
        text: usize,
    },
}

fn style() -> impl Strategy<Value = Style> {
    let colour = prop_oneof![
        4 => Just(Color::Reset),
        1 => Just(Color::Red),
        1 => Just(Color::White),
        1 => Just(Color::Indexed(200)),
        1 => Just(Color::Rgb(1, 20, 255)),
    ];
    let attributes = prop_oneof![
        3 => Just(Modifier::empty()),
        1 => Just(Modifier::DIM),
        1 => Just(Modifier::BOLD),
        1 => Just(Modifier::REVERSED),
        1 => (0..0x20_u16).prop_map(|bits| {
            let each = [Modifier::BOLD, Modifier::DIM, Modifier::ITALIC, Modifier::UNDERLINED, Modifier::REVERSED];
            let attributes: Modifier = each.into_iter().enumerate().filter(|(place, _)| bits >> place & 1 == 1).map(|(_, one)| one).collect();
            // The emulator knows one weight at a time.
            if attributes.contains(Modifier::BOLD) { attributes - Modifier::DIM } else { attributes }
        }),
    ];
    (colour.clone(), colour, attributes).prop_map(|(ink, ground, attributes)| Style::reset().fg(ink).bg(ground).add_modifier(attributes))
}

fn change() -> impl Strategy<Value = Change> {
    let at = || (0..50_u16, 0..20_u16);
    prop_oneof![
        8 => (at(), 0..TEXTS.len(), style()).prop_map(|((x, y), text, style)| Change::Write { x, y, text, style }),
        2 => (at(), 1..20_u16, style()).prop_map(|((x, y), width, style)| Change::Style { x, y, width, style }),
        2 => at().prop_map(|(from, y)| Change::Erase { y, from }),
        4 => (0..8_u16, 2..16_u16, 1..4_u16, any::<bool>()).prop_map(|(top, height, by, up)| Change::Scroll { top, height, by, up }),
        2 => prop_oneof![Just(None), at().prop_map(Some)].prop_map(Change::Cursor),
        1 => (2..60_u16, 2..20_u16).prop_map(|(width, height)| Change::Resize { width, height }),
        1 => Just(Change::Forget),
        2 => (0..TEXTS.len()).prop_map(|text| Change::Fill { text }),
    ]
}

/// A screen that is changed and drawn.
struct Scene {
    buffer: Buffer,
    cursor: Option<(u16, u16)>,
}

impl Scene {
    fn apply(&mut self, change: &Change, wired: &mut Wired) {
        let Rect { width, height, .. } = self.buffer.area;
        match *change {
            Change::Write { x, y, text, style } => {
                let at = inside((x, y), width, height);
                self.buffer.set_stringn(at.x, at.y, TEXTS[text], usize::from(width), style);
            }
            Change::Style { x, y, width: wide, style } => {
                let at = inside((x, y), width, height);
                self.buffer.set_style(Rect::new(at.x, at.y, wide, 1).intersection(self.buffer.area), style);
            }
            Change::Erase { y, from } => {
                let at = inside((from, y), width, height);
                (at.x..width).for_each(|x| self.buffer[(x, at.y)].reset());
            }
            Change::Scroll { top, height: lines, by, up } => self.scroll(top, lines, by, up),
            Change::Cursor(cursor) => self.cursor = cursor,
            Change::Resize { width, height } => {
                let mut resized = Buffer::empty(Rect::new(0, 0, width, height));
                for at in resized.area.intersection(self.buffer.area).positions() {
                    resized[at] = self.buffer[at].clone();
                }
                // Nobody draws half a wide sign at the edge; a terminal would take the other half to the next line.
                for y in 0..height {
                    if resized[(width - 1, y)].symbol().width() > 1 {
                        resized[(width - 1, y)].reset();
                    }
                }
                self.buffer = resized;
                wired.resize(width, height);
            }
            Change::Forget => wired.forget(),
            Change::Fill { text } => {
                for y in 0..height {
                    let line = format!("{y:2} {} {}", TEXTS[(text + usize::from(y)) % TEXTS.len()], u32::from(y) * 7919);
                    self.buffer.set_stringn(0, y, line, usize::from(width), Style::new());
                }
            }
        }
    }

    fn scroll(&mut self, top: u16, lines: u16, by: u16, up: bool) {
        let Rect { width, height, .. } = self.buffer.area;
        let top = top % height;
        let bottom = (top + lines).min(height);
        let before = self.buffer.clone();
        for y in top..bottom {
            let from = if up { y.checked_add(by).filter(|from| *from < bottom) } else { y.checked_sub(by).filter(|from| *from >= top) };
            for x in 0..width {
                self.buffer[(x, y)] = from.map_or(Cell::EMPTY, |from| before[(x, from)].clone());
            }
            if from.is_none() {
                self.buffer.set_stringn(0, y, TEXTS[usize::from(y) % TEXTS.len()], usize::from(width), Style::new());
            }
        }
    }

    fn draw(&self, buffer: &mut Buffer) -> Drawn {
        let Rect { width, height, .. } = self.buffer.area;
        *buffer = self.buffer.clone();
        Drawn { cursor: self.cursor.map(|at| inside(at, width, height)), aside: None }
    }

    fn draw_by_ratatui(&self, frame: &mut ratatui::Frame<'_>) {
        if let Some(cursor) = self.draw(frame.buffer_mut()).cursor {
            frame.set_cursor_position(cursor);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_screen_is_the_same(frames in proptest::collection::vec(proptest::collection::vec(change(), 1..4), 1..24)) {
        let mut wired = Wired::new(40, 12);
        let mut scene = Scene { buffer: Buffer::empty(Rect::new(0, 0, 40, 12)), cursor: None };
        for changes in &frames {
            for change in changes {
                scene.apply(change, &mut wired);
            }
            wired.draw(Pace::Settled, |buffer, _| scene.draw(buffer));
            let Rect { width, height, .. } = scene.buffer.area;
            wired.is_as_ratatui_draws_it(width, height, |frame| scene.draw_by_ratatui(frame));
            let again = wired.draw(Pace::Settled, |buffer, _| scene.draw(buffer));
            prop_assert_eq!(again.0, 0, "a frame without a change");
        }
    }
}

/// Whatever a terminal takes a sign for, what stands behind it and below it is where it belongs.
#[test]
fn a_sign_that_terminals_measure_differently_moves_nothing_else() {
    for sign in ["👨‍👩‍👧‍👦", "🇧🇪", "❤\u{fe0f}", "👍🏽", "☺", "각", "ｶﾞ"] {
        let mut wired = Wired::new(40, 3);
        let mut buffer = Buffer::empty(Rect::new(0, 0, 40, 3));
        let mut check = |buffer: &Buffer, behind: &str| {
            wired.draw(Pace::Settled, |drawn, _| {
                drawn.clone_from(buffer);
                Drawn::default()
            });
            let lines = wired.screen();
            let place = |text: &str| lines.lines().iter().any(|line| line.ends_with(text));
            assert!(place(behind) && place("below"), "{sign}: {:?}", lines.lines());
            for (x, expected) in (12_u16..).zip(behind.chars()) {
                assert_eq!(wired.emulator.screen().cell(1, x).unwrap().contents(), expected.to_string(), "{sign}");
            }
        };
        buffer.set_string(0, 1, format!("An {sign}"), Style::new());
        buffer.set_string(12, 1, "behind", Style::new());
        buffer.set_string(0, 2, "below", Style::new());
        check(&buffer, "behind");
        buffer.set_string(12, 1, "BeHind", Style::new());
        check(&buffer, "BeHind");
        buffer.set_string(0, 1, "Els        ", Style::new());
        check(&buffer, "BeHind");
        assert_eq!(buffer[Position::new(12, 1)].symbol(), "B");
        assert_eq!(wired.screen().lines()[1], "Els         BeHind", "{sign} is gone without a trace");
    }
}
