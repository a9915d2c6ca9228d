//! Lines that fit a width, counted in terminal columns.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use super::{TextLine, Tone};
use crate::domain::neutral::neutralise;

/// How many terminal columns a text takes as it is drawn.
#[must_use]
pub fn width_of(text: &str) -> usize {
    if is_even(text) { text.chars().count() } else { text.graphemes(true).map(|grapheme| steady(grapheme).width()).sum() }
}

/// Whether every character is a sign of its own that takes one column everywhere: letters of Western languages, and what frames are drawn
/// with. Nearly every text is so, and none of it has to be looked up.
#[must_use]
pub fn is_even(text: &str) -> bool {
    text.chars().all(|character| {
        matches!(character, ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{24f}' | '\u{2010}'..='\u{2022}' | '\u{20ac}' | '\u{2500}'..='\u{257f}')
    })
}

/// One character as it is drawn. Where terminals disagree on its columns, as on a face with the tint of its skin, which some draw as two
/// characters, it is its first part alone: that takes the same everywhere.
fn steady(grapheme: &str) -> &str {
    let apart: usize = grapheme.chars().map(|character| character.width().unwrap_or(0)).sum();
    match grapheme.char_indices().nth(1) {
        Some((at, _)) if apart != grapheme.width() => grapheme.get(..at).unwrap_or(grapheme),
        Some(_) | None => grapheme,
    }
}

/// The text as it is drawn.
fn drawn(text: &str) -> Cow<'_, str> {
    if is_even(text) { Cow::Borrowed(text) } else { Cow::Owned(text.graphemes(true).map(steady).collect()) }
}

/// The text in exactly `width` columns: padded, or cut with `>` as its last column.
#[must_use]
pub fn fit(text: &str, width: usize) -> String {
    if is_even(text) {
        return fit_even(text, width);
    }
    let taken = width_of(text);
    if taken <= width {
        return format!("{}{}", drawn(text), " ".repeat(width - taken));
    }
    let mut cut = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        let wide = width_of(grapheme);
        if used + wide + 1 > width {
            break;
        }
        cut.push_str(steady(grapheme));
        used += wide;
    }
    if width > 0 {
        cut.push_str(&" ".repeat(width - 1 - used));
        cut.push('>');
    }
    cut
}

/// The same where every character takes one column.
fn fit_even(text: &str, width: usize) -> String {
    let mut fitted = String::with_capacity(text.len().max(width));
    let taken = text.chars().count();
    if taken > width {
        fitted.extend(text.chars().take(width.saturating_sub(1)));
        fitted.extend((width > 0).then_some('>'));
    } else {
        fitted.push_str(text);
        fitted.extend(std::iter::repeat_n(' ', width - taken));
    }
    fitted
}

/// The text, cut with `>` where it is wider than `width`.
#[must_use]
pub fn cut(text: &str, width: usize) -> String {
    if width_of(text) > width { fit(text, width) } else { text.to_owned() }
}

/// The longest text of a person that is said again whole, in bytes: no longer than the widest window.
const LONGEST_QUOTE: usize = 400;

/// A text of a person as it is said again: of one that no line has room for, its beginning.
#[must_use]
pub fn quoted(text: &str) -> Cow<'_, str> {
    if text.len() <= LONGEST_QUOTE {
        return Cow::Borrowed(text);
    }
    Cow::Owned(format!("{}\u{2026}", text.chars().take(LONGEST_QUOTE / 10).collect::<String>()))
}

/// As much of a sentence, or of several, as has room, ended where it may end: behind a sentence, else behind a part of one. Half a clause
/// says something else, and a whole one says something. Cut where not even the first has room.
#[must_use]
pub fn clauses(text: &str, width: usize) -> String {
    if width_of(text) <= width {
        return text.to_owned();
    }
    let ends = text.char_indices().filter(|(at, sign)| {
        let behind = text.get(at + sign.len_utf8()..).unwrap_or_default();
        matches!(sign, '.' | ';' | ':' | ',') && behind.starts_with(' ')
    });
    let parts = ends.filter_map(|(at, sign)| {
        let part = text.get(..at)?.trim_end();
        Some(if sign == '.' { format!("{part}.") } else { part.to_owned() })
    });
    let fitting = parts.rev().find(|part| width_of(part) <= width);
    fitting.unwrap_or_else(|| fit(text, width))
}

/// Breaks a line at spaces so that it fits; what follows is set in as far as the line began.
#[must_use]
pub fn wrap(line: TextLine, width: usize) -> Vec<TextLine> {
    // As it is shown: a mark in the place of what has no width takes room.
    let shown = |(tone, text): (Tone, String)| match neutralise(&text) {
        Cow::Owned(marked) => (tone, marked),
        Cow::Borrowed(_) => (tone, text),
    };
    let line: TextLine = line.into_iter().map(shown).collect();
    let whole: usize = line.iter().map(|(_, text)| width_of(text)).sum();
    if whole <= width || width < 12 {
        return vec![line];
    }
    let indent = hanging(&line).min(width / 2);
    let mut lines: Vec<TextLine> = vec![Vec::new()];
    let mut used = 0;
    for (tone, text) in line {
        for word in text.split_inclusive(' ') {
            for piece in pieces(word, width - indent) {
                let wide = width_of(&piece);
                if used + wide > width {
                    lines.push(vec![(Tone::Plain, " ".repeat(indent))]);
                    used = indent;
                    if piece.trim().is_empty() {
                        continue;
                    }
                }
                used += wide;
                if let Some(last) = lines.last_mut() {
                    match last.last_mut() {
                        Some((known, before)) if *known == tone => before.push_str(&piece),
                        _ => last.push((tone, piece)),
                    }
                }
            }
        }
    }
    lines
}

/// How far the following lines are set in: behind the name of a field, or as far as the text began.
fn hanging(line: &TextLine) -> usize {
    if let Some((Tone::Name, name)) = line.first() {
        return width_of(name);
    }
    let text: String = line.iter().map(|(_, text)| text.as_str()).collect();
    let rest = text.trim_start_matches(' ');
    let sign = if rest.starts_with("! ") || rest.starts_with("i ") { 2 } else { 0 };
    text.len() - rest.len() + sign
}

/// A word that is wider than a line comes in pieces.
fn pieces(word: &str, width: usize) -> Vec<String> {
    if width_of(word) <= width {
        return vec![word.to_owned()];
    }
    let mut pieces = vec![String::new()];
    for grapheme in word.graphemes(true) {
        if pieces.last().is_some_and(|piece| width_of(piece) + width_of(grapheme) > width) {
            pieces.push(String::new());
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push_str(grapheme);
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::super::line;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_long_line_breaks_at_spaces_and_keeps_its_indent() {
        let text = |line: &TextLine| line.iter().map(|(_, text)| text.as_str()).collect::<String>();
        let lines = wrap(line(Tone::Plain, "! one two three four five"), 14);
        assert_eq!(lines.iter().map(text).collect::<Vec<_>>(), ["! one two ", "  three four ", "  five"]);
        let lines = wrap(line(Tone::Plain, "abcdefghijklmnopqrst"), 12);
        assert_eq!(lines.iter().map(text).collect::<Vec<_>>(), ["abcdefghijkl", "mnopqrst"]);
    }

    #[test]
    fn a_sentence_without_room_ends_where_it_may_end() {
        for (text, width, told) in [
            ("Enter opens. Esc closes.", 24, "Enter opens. Esc closes."),
            ("Enter opens. Esc closes.", 23, "Enter opens."),
            ("Rien n'est envoyé\u{a0}: tout commence, ici.", 30, "Rien n'est envoyé"),
            ("Rien n'est envoyé\u{a0}: tout commence, ici.", 35, "Rien n'est envoyé\u{a0}: tout commence"),
            ("choose a file; nothing is written", 20, "choose a file"),
            ("one long word, or two", 8, "one lon>"),
            ("at 14:02, and so on", 10, "at 14:02"),
        ] {
            assert_eq!(clauses(text, width), told);
        }
    }

    #[test]
    fn of_a_long_text_its_beginning_is_said_again() {
        let whole = "é".repeat(LONGEST_QUOTE / 2);
        assert_eq!(quoted(&whole), whole);
        assert_eq!(quoted(&format!("{whole}x")), format!("{}\u{2026}", "é".repeat(LONGEST_QUOTE / 10)));
    }

    #[test]
    fn what_is_even_is_one_column_and_one_sign_for_each_character() {
        for character in (' '..='\u{2fff}').filter(|character| is_even(character.encode_utf8(&mut [0; 4]))) {
            assert_eq!(character.width(), Some(1), "{character:?}");
            let twice = String::from_iter([character, character]);
            assert_eq!((twice.width(), twice.graphemes(true).count()), (2, 2), "{character:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_even_is_fitted_like_everything(text in "[a-zé ─]{0,20}", width in 0_usize..24) {
            // A sign of two columns behind it, and the long way is taken.
            let long = fit(&format!("{text}漢"), width.max(width_of(&text)) + 2);
            prop_assert_eq!(fit(&text, width.max(width_of(&text)) + 2), long.replace('漢', "  "));
        }

        #[test]
        fn what_is_fitted_takes_exactly_the_width(text in "\\PC{0,30}", width in 0_usize..40) {
            prop_assert_eq!(width_of(&fit(&text, width)), width);
        }

        #[test]
        fn no_wrapped_line_is_wider_than_the_width(text in "[a-z é漢,.]{0,120}", width in 12_usize..40) {
            for line in wrap(line(Tone::Plain, text), width) {
                prop_assert!(line.iter().map(|(_, text)| width_of(text)).sum::<usize>() <= width);
            }
        }
    }
}
