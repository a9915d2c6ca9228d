//! An answer, or the deadline of a dossier, being typed: the question, what is typed, and what would come of it.

use unicode_segmentation::UnicodeSegmentation as _;

use super::canvas::{Canvas, Part};
use crate::app::Model;
use crate::app::answer::{About, Entry, Input, Place, Verdict};
use crate::app::detail::{Tone, line, width_of, wrap};

use crate::app::geometry::scrolled;
use crate::app::text_lines::TextLines;
use crate::domain::answering::shown;
use crate::domain::completion::Matter;
use crate::domain::neutral::neutralise;
use crate::domain::returned::NotUnderstood;

/// Widest that the box is, and most lines that the question takes in it.
const WIDEST: u16 = 92;
const QUESTION_LINES: usize = 3;

pub(super) fn draw(model: &Model, entry: &Entry, canvas: &mut Canvas<'_>) {
    let words = &model.sight.words().dossier;
    let asking = match &entry.about {
        About::Question(asking) => Some(asking),
        About::Deadline { .. } => None,
    };
    let width = canvas.box_columns(WIDEST);
    let inner = canvas.unbroken(usize::from(width.saturating_sub(4)));
    let asked: Vec<_> =
        asking.into_iter().flat_map(|asking| wrap(line(Tone::Plain, asking.text.as_str()), inner)).take(QUESTION_LINES).collect();
    let above = u16::try_from(asked.len()).unwrap_or(0) + u16::from(!asked.is_empty());
    let field = match entry.input {
        Input::Line(_) => 1,
        Input::Lines(_) => canvas.height().saturating_sub(above + 10).clamp(1, 12),
    };
    let part = canvas.middle(width, above + field + 6);
    let title = asking.map_or_else(|| (words.matter)(&Matter::Deadline), |asking| (words.kind)(asking.question.kind));
    let foot = if matches!(entry.input, Input::Line(_)) { words.line_foot } else { words.lines_foot };
    canvas.frame(part, title, &model.sight.keyed(model.layer(), foot));
    let (x, room) = (part.x + 2, part.width.saturating_sub(4));
    for (y, text) in (part.y + 1..).zip(&asked) {
        canvas.line(x, y, room, text);
    }
    let y = part.y + 1 + above;
    match &entry.input {
        Input::Line(typed) => canvas.field(x, y, room, typed.text(), typed.cursor(), true),
        Input::Lines(lines) => {
            let seen = self::lines(lines, Part { x, y, width: room, height: field }, canvas);
            if let Some((at, all)) = seen {
                canvas.place_in(part, &(model.sight.words().listing.place)(at, all));
            }
        }
    }
    let (tone, text) = judged(model, entry);
    let below = wrap(line(tone, text), inner);
    for (y, text) in (y + field + 1..part.y + part.height.saturating_sub(1)).zip(&below) {
        canvas.line(x, y, room, text);
    }
}

/// What would come of it, in words.
fn judged(model: &Model, entry: &Entry) -> (Tone, String) {
    let words = &model.sight.words().dossier;
    let day = |date: jiff::civil::Date| date.strftime("%d/%m/%Y").to_string();
    match entry.verdict() {
        Verdict::Stays => (Tone::Plain, words.stays.to_owned()),
        Verdict::Cleared if matches!(&entry.about, About::Question(asking) if asking.place == Place::Arrived) => {
            (Tone::Plain, model.sight.words().arrived.left.to_owned())
        }
        Verdict::Cleared => (Tone::Plain, words.cleared.to_owned()),
        Verdict::DefaultDeadline(date) => (Tone::Plain, (words.default_again)(&day(date))),
        Verdict::Wrong(NotUnderstood::NoAnswer(why)) => (Tone::Error, (words.no_answer_because)(why).to_owned()),
        Verdict::Wrong(why) => (Tone::Error, (model.sight.words().arrived.no_answer)((model.sight.words().answers.not_understood)(why))),
        Verdict::TooEarly(year) => (Tone::Error, (words.too_early)(year)),
        Verdict::Kept(kept) => {
            let reads = match &entry.about {
                About::Question(asking) => shown(&asking.question, &kept, asking.language),
                About::Deadline { .. } => kept.parse().map(day).unwrap_or(kept),
            };
            // What was typed is seen where it is typed, and nowhere else.
            (Tone::Good, (words.reads_as)(&neutralise(&model.sight.text(&reads))))
        }
    }
}

/// Several lines with their cursor, long ones broken at the edge. Where not all are seen: at which of them one is, and how many there are.
fn lines(typed: &TextLines, part: Part, canvas: &mut Canvas<'_>) -> Option<(usize, usize)> {
    let room = usize::from(part.width.saturating_sub(2)).max(2);
    let (at_line, at_column) = typed.cursor();
    let mut rows: Vec<String> = Vec::new();
    let mut cursor = (0, 0);
    for (number, text) in typed.lines().iter().enumerate() {
        let first = rows.len();
        rows.extend(broken(text, room));
        if number == at_line {
            let before: String = text.chars().take(at_column).collect();
            let mut pieces = broken(&before, room);
            let last = pieces.pop().unwrap_or_default();
            cursor = (first + pieces.len(), width_of(&last));
        }
    }
    let seen = usize::from(part.height);
    let top = scrolled(0, cursor.0, seen, rows.len());
    for y in 0..part.height {
        let text = rows.get(top + usize::from(y)).map_or("", String::as_str);
        if canvas.is_heard() {
            canvas.field(part.x, part.y + y, part.width, text, 0, y == 0);
            continue;
        }
        canvas.put(part.x, part.y + y, 1, "|", canvas.look.dim());
        canvas.put(part.x + 1, part.y + y, part.width.saturating_sub(2), text, canvas.look.strong());
        canvas.put(part.x + part.width.saturating_sub(1), part.y + y, 1, "|", canvas.look.dim());
    }
    if canvas.is_heard() {
        return None;
    }
    let (row, column) = (u16::try_from(cursor.0 - top).unwrap_or(0), u16::try_from(cursor.1.min(room)).unwrap_or(0));
    canvas.set_cursor(part.x + 1 + column, part.y + row);
    (rows.len() > seen).then_some((cursor.0 + 1, rows.len()))
}

/// A line in pieces that fit; always at least one. What is unseen is shown by its mark.
fn broken(text: &str, room: usize) -> Vec<String> {
    let text = neutralise(text);
    let mut pieces = vec![String::new()];
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        let wide = width_of(grapheme);
        if used + wide > room {
            pieces.push(String::new());
            used = 0;
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push_str(grapheme);
        }
        used += wide;
    }
    pieces
}
