//! Text in columns: how wide the terminal is, and where a line is broken.

use unicode_width::UnicodeWidthStr as _;

/// Columns beyond which lines of text are hard to read.
const MOST: usize = 100;

/// The fewest columns that lines are broken for; a narrower terminal breaks them itself.
const FEWEST: usize = 40;

/// Columns of the help: those of the terminal, else those that the environment names, within what can be read.
pub(super) fn width() -> usize {
    columns().min(MOST)
}

/// Columns of the terminal, else those that the environment names, for what is read in columns of its own.
pub(in crate::cli) fn columns() -> usize {
    let named = || std::env::var("COLUMNS").ok()?.parse::<usize>().ok();
    let there = terminal_size::terminal_size().map(|(wide, _)| usize::from(wide.0)).or_else(named);
    there.unwrap_or(MOST).max(FEWEST)
}

/// The lines of a text. It is broken at spaces only: not at those that hold a French sign to its word, nor within brackets. What is
/// too wide has a line of its own.
pub(in crate::cli) fn wrap(text: &str, wide: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in parts(text) {
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(&word),
            Some(line) if line.width() + 1 + word.width() <= wide => {
                line.push(' ');
                line.push_str(&word);
            }
            _ => lines.push(word),
        }
    }
    lines
}

/// The words of a text; what stands in brackets is one, as long as it is short.
fn parts(text: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for word in text.split([' ', '\n']).filter(|word| !word.is_empty()) {
        match parts.last_mut() {
            Some(last) if last.starts_with('[') && !last.contains(']') && last.width() + word.width() < FEWEST => {
                last.push(' ');
                last.push_str(word);
            }
            _ => parts.push(word.to_owned()),
        }
    }
    parts
}

/// A name and what it means, the meaning in a column of its own; below the name where there is no room beside it.
pub(super) fn beside(name: &str, meaning: &str, column: usize, wide: usize) -> String {
    let room = wide.saturating_sub(column);
    if room < FEWEST / 2 {
        let lines = wrap(meaning, wide.saturating_sub(BELOW));
        return format!("  {name}\n{}", indented(&lines, BELOW));
    }
    let lines = wrap(meaning, room);
    let gap = " ".repeat(column.saturating_sub(2 + name.width()));
    format!("  {name}{gap}{}", indented(&lines, column).trim_start()).trim_end().to_owned()
}

/// Columns in front of a meaning that stands below its name.
const BELOW: usize = 10;

/// The lines below each other, each behind so many spaces.
pub(super) fn indented(lines: &[String], by: usize) -> String {
    let front = " ".repeat(by);
    lines.iter().map(|line| format!("{front}{line}")).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_broken_at_spaces_by_the_columns_that_they_take() {
        assert_eq!(wrap("één twee drie", 8), ["één twee", "drie"]);
        assert_eq!(wrap("donnez-le\u{a0}: un nom", 11), ["donnez-le\u{a0}:", "un nom"], "a sign stays with its word");
        assert_eq!(wrap("Donaudampfschifffahrt ja", 10), ["Donaudampfschifffahrt", "ja"]);
        assert_eq!(wrap("days [default: 14]", 14), ["days", "[default: 14]"]);
        assert_eq!(wrap("", 10), [""]);
    }

    #[test]
    fn a_meaning_stands_beside_its_name_or_below_it() {
        assert_eq!(beside("--été", "la saison de l'office", 10, 31), "  --été   la saison de l'office");
        assert_eq!(beside("--été", "la saison de notre office", 10, 31), "  --été   la saison de notre\n          office");
        assert_eq!(beside("--a-very-long-name", "so", 38, 44), "  --a-very-long-name\n          so");
    }
}
