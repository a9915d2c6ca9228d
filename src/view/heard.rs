//! The screens for whoever hears them: what every room puts on the screen, taken up whole where it is put, as lines that
//! each say what they are. Frames, rules and bars are nothing to hear; signs become words.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::aloud::{aloud, capital, of_field, spoken};
use super::canvas::Canvas;
use super::footer;
use super::look::{Frames, Look, Theme};
use super::tour;
use crate::app::Model;
use crate::words::Words;

/// Columns and rows of the window that is heard: wide enough for no column to be left out, and high enough for long lists.
pub const WINDOW: (u16, u16) = (160, 200);

/// What a line says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Where one is.
    Title,
    /// What is to be read.
    Text,
    /// The name of what stands behind it on its line.
    Name,
    /// One of a list.
    Line,
    /// What is said of the line above.
    Note,
    /// What stands above part of a list.
    Heading,
    /// All that is told of one of a list.
    Pane,
    /// Something that can be chosen in a box.
    Button,
    /// What is being typed.
    Field,
    /// What is said at the foot of a box.
    Foot,
    /// Nothing to be heard: a key, or the heading of a column.
    Mute,
}

/// Something that was put on the screen.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub(super) x: u16,
    pub(super) y: u16,
    pub(super) width: u16,
    pub(super) role: Role,
    /// Its name, where it has one.
    pub(super) name: String,
    pub(super) text: String,
}

/// A line that is heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub role: Role,
    /// What it says.
    pub text: String,
    /// Whether one is there.
    pub here: bool,
}

/// A screen, or what stands in front of it, as it is heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    /// Where one is.
    pub title: String,
    /// What stands beside the title; may be empty. It changes by itself, as the time at which a draft was saved.
    pub aside: String,
    /// What is there, from top to bottom.
    pub lines: Vec<Line>,
    /// What was just said, if anything.
    pub notice: Option<String>,
    /// What to do here; may be empty.
    pub standing: String,
    /// What the guided tour says, if there is one.
    pub tour: Vec<String>,
}

impl Heard {
    /// The lines of some roles.
    pub fn of<'a>(&'a self, roles: &'a [Role]) -> impl Iterator<Item = &'a Line> {
        self.lines.iter().filter(|line| roles.contains(&line.role))
    }
}

/// What of a model is heard: what stands in front, else what is being done, else the screen.
#[must_use]
pub fn hear(model: &Model) -> Heard {
    let mut buffer = Buffer { area: Rect::new(0, 0, WINDOW.0, WINDOW.1), content: Vec::new() };
    let mut canvas = Canvas::heard(&mut buffer, Look { frames: Frames::Ascii, theme: Theme::Mono });
    let sight = model.compared();
    if model.overlay.is_some() || model.running.is_some() {
        super::front(model, &mut canvas);
    } else {
        super::screen(model, sight.as_ref(), &mut canvas);
    }
    let words = model.sight.words();
    let at = canvas.cursor().map(|at| at.y);
    let (mut title, lines) = lines(canvas.into_pieces(), at, words);
    // The code of the language is known to who hears it.
    let code = model.sight.language.code().to_uppercase();
    title.retain(|part| *part != code);
    let aside = title.get(1..).unwrap_or_default().join(", ");
    let aside = aside.strip_suffix(&format!(", {code}")).unwrap_or(&aside);
    // The brackets are only for eyes.
    let aside = aside.replacen(", [", ", ", 1).replacen(']', "", usize::from(aside.contains(", [")));
    let title = title.into_iter().next().unwrap_or_default();
    let said = footer::said(model, sight.as_ref());
    let told = |text: &str| aloud(text, words);
    let notice = said.notice.map(|notice| of_field(&told(&notice), words));
    // What a star means needs no saying where none is heard.
    let standing: Vec<&str> = said.standing.split(". ").filter(|sentence| !sentence.starts_with("* ")).collect();
    let tour = tour::heard(model).iter().map(|line| told(line)).collect();
    Heard { title, aside, lines, notice, standing: told(&standing.join(". ")), tour }
}

/// The pieces of each row joined, those of a pane beside it apart.
fn lines(mut pieces: Vec<Piece>, at: Option<u16>, words: &Words) -> (Vec<String>, Vec<Line>) {
    pieces.retain(|piece| piece.role != Role::Mute);
    pieces.sort_by_key(|piece| (piece.role == Role::Pane, piece.y, piece.x));
    let mut title: Vec<String> = Vec::new();
    let mut lines: Vec<Line> = Vec::new();
    for row in pieces.chunk_by(|one, other| one.y == other.y && (one.role == Role::Pane) == (other.role == Role::Pane)) {
        let (Some(first), text) = (row.first(), joined(row, words)) else { continue };
        if text.is_empty() {
            continue;
        }
        let says = row.iter().filter(|piece| piece.text != ">");
        let role = says.map(|piece| piece.role).find(|role| *role != Role::Name).unwrap_or(Role::Text);
        match role {
            Role::Title if title.is_empty() => title.push(text),
            Role::Text if first.y == 0 && title.is_empty() => title = row.iter().map(|piece| spoken(&piece.text, words)).collect(),
            Role::Note => match lines.last_mut() {
                Some(line) => line.text = format!("{}. {}", line.text, capital(&text)),
                None => lines.push(Line { role: Role::Text, text, here: false }),
            },
            // Each button is a choice of its own.
            Role::Button => lines.extend(buttons(row, at == Some(first.y), words)),
            role => lines.push(Line { role, text, here: role != Role::Pane && at == Some(first.y) }),
        }
    }
    (title, lines)
}

/// The buttons of a row; the one that is marked is the one where one is.
fn buttons(row: &[Piece], here: bool, words: &Words) -> Vec<Line> {
    let mut marked = false;
    let mut buttons = Vec::new();
    for piece in row {
        if piece.text == ">" {
            marked = true;
            continue;
        }
        let text = spoken(&piece.text, words);
        buttons.push(Line { role: Role::Button, text, here: here && std::mem::take(&mut marked) });
    }
    buttons
}

/// The pieces of one row, one behind the other.
fn joined(row: &[Piece], words: &Words) -> String {
    let mut text = String::new();
    let (mut is_number, mut is_joint) = (false, false);
    for piece in row {
        let said = spoken(&piece.text, words);
        let name = named(&piece.name, words);
        if said.is_empty() && name.is_empty() {
            continue;
        }
        let is_arrow = piece.text == "->";
        if !text.is_empty() {
            text.push_str(if text.ends_with(words.colon()) {
                ""
            } else if is_number || is_joint || is_arrow || text.ends_with(':') {
                " "
            } else {
                ", "
            });
        }
        is_number = said.bytes().all(|byte| byte.is_ascii_digit());
        is_joint = is_arrow;
        if !name.is_empty() {
            text.push_str(&format!("{name}{}", words.colon()));
        }
        text.push_str(&said);
        if piece.role == Role::Name && !said.is_empty() {
            text.push_str(words.colon());
        }
    }
    text.trim_end_matches([':', ' ', '\u{a0}']).to_owned()
}

/// The name of a line, whatever signs stand before it.
fn named(name: &str, words: &Words) -> String {
    spoken(name, words).trim_end_matches([':', '\u{a0}', ' ']).to_owned()
}
