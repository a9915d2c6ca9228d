//! Foreign text made harmless to show: nothing in it can move a cursor, turn a line round or hide.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::path_text::is_byte;

/// What a character does to the place where it is shown.
enum Sight {
    /// Shows as itself.
    Plain,
    /// Breaks or tabs: a space says as much.
    Space,
    /// A control character that has a picture of its own (`␛` for escape, Unicode block 2400).
    Picture(char),
    /// Unseen, or turns the direction of what follows: shown as `‹U+202E›`.
    Unseen,
}

/// The text with everything that could mislead a terminal or an eye made visible; borrowed when
/// there is nothing of the kind, which is nearly always.
///
/// - Tabs and line breaks (`\t`, `\n`, `\r`, `\r\n`, U+0085, U+2028, U+2029) become one space. A cell
///   broken with Alt+Enter is ordinary, and a sign of ours would end up in the customer's address.
/// - Other control characters become their pictures (U+2400 to U+2421), those above U+007F a mark.
/// - Bidirectional controls, zero-width characters, soft hyphens, byte order marks, tags and fillers
///   without a shape become a mark such as `‹U+200B›`, so that it is seen why two numbers differ.
/// - What stands for a byte of a file name that is no text becomes U+FFFD.
/// - Non-breaking spaces stay: they are ordinary in names and the rules know them.
///
/// Doing it twice is doing it once.
#[must_use]
pub fn neutralise(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| (0x20..0x7f).contains(&byte)) || text.chars().all(|character| matches!(sight(character), Sight::Plain)) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    let mut after_return = false;
    for character in text.chars() {
        match sight(character) {
            Sight::Plain => shown.push(character),
            Sight::Space if character == '\n' && after_return => {}
            Sight::Space => shown.push(' '),
            Sight::Picture(picture) => shown.push(picture),
            Sight::Unseen => mark(character, &mut shown),
        }
        after_return = character == '\r';
    }
    Cow::Owned(shown)
}

/// Whether a character turns the direction in which a line is read, so that it reads otherwise than it is (Unicode UAX 9).
#[must_use]
pub const fn turns_line(character: char) -> bool {
    matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The text for a place where nothing may be marked either, such as the header of a mail: what is
/// unseen is left out, and breaks, tabs and control characters become spaces.
#[must_use]
pub fn stripped(text: &str) -> String {
    let seen = text.chars().filter_map(|character| match sight(character) {
        Sight::Plain => Some(character),
        Sight::Space | Sight::Picture(_) => Some(' '),
        Sight::Unseen => None,
    });
    seen.collect()
}

/// As [`neutralise`], line by line: line breaks (`\n`, `\r`, `\r\n`) stay, as `\n`. For answers of several lines;
/// what shows them sets out the lines itself.
#[must_use]
pub fn neutralise_lines(text: &str) -> Cow<'_, str> {
    if !text.contains(['\n', '\r']) {
        return neutralise(text);
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    Cow::Owned(text.split('\n').map(neutralise).collect::<Vec<_>>().join("\n"))
}

fn mark(character: char, shown: &mut String) {
    // Writing into a String does not fail.
    let _ = write!(shown, "‹U+{:04X}›", u32::from(character));
}

fn sight(character: char) -> Sight {
    match character {
        ' '..='~' => Sight::Plain,
        character if is_byte(character) => Sight::Picture(char::REPLACEMENT_CHARACTER),
        '\t' | '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Sight::Space,
        '\0'..='\u{1f}' => Sight::Picture(char::from_u32(0x2400 + u32::from(character)).unwrap_or('\u{fffd}')),
        '\u{7f}' => Sight::Picture('\u{2421}'),
        '\u{80}'..='\u{9f}'
        | '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{17b4}'
        | '\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{3164}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}' => Sight::Unseen,
        _ => Sight::Plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ordinary_text_is_not_copied() {
        for text in ["", "Van den Berg", "d'Hondt-Müller", "Élise\u{a0}Çelik", "👍 €", "ﬁ"] {
            assert!(matches!(neutralise(text), Cow::Borrowed(same) if same == text), "{text}");
        }
    }

    #[test]
    fn what_could_mislead_is_shown() {
        for (text, shown) in [
            ("\u{1b}]52;c;aGk=\u{7}", "␛]52;c;aGk=␇"),
            ("a\0b\u{7f}", "a␀b␡"),
            ("\u{9b}31m", "‹U+009B›31m"),
            ("abc\u{202e}fdp.exe", "abc‹U+202E›fdp.exe"),
            ("8507\u{200b}3003328", "8507‹U+200B›3003328"),
            ("\u{feff}Naam", "‹U+FEFF›Naam"),
            ("x\u{e0041}", "x‹U+E0041›"),
        ] {
            assert_eq!(neutralise(text), shown);
        }
    }

    #[test]
    fn lines_stay_lines_where_they_are_asked_for() {
        assert_eq!(neutralise_lines("een\r\ntwee\r\n\rdrie\u{202e}\tx"), "een\ntwee\n\ndrie‹U+202E› x");
        assert!(matches!(neutralise_lines("één"), Cow::Borrowed("één")));
    }

    #[test]
    fn breaks_and_tabs_become_one_space_each() {
        assert_eq!(neutralise("Kerkstraat 1\n9000\tGent\r\nBelgië\rx\u{2028}y"), "Kerkstraat 1 9000 Gent België x y");
        assert_eq!(neutralise("a\n\nb"), "a  b");
        assert_eq!(neutralise("a\r\r\nb"), "a  b");
    }

    #[test]
    fn what_is_stripped_leaves_no_mark() {
        assert_eq!(stripped("An\r\nBcc: x\u{202e}y\u{1b}[0m\u{200b} 👍"), "An  Bcc: xy [0m 👍");
    }

    proptest! {
        #[test]
        fn nothing_of_the_kind_is_left_and_twice_is_once(text in any::<String>()) {
            let once = neutralise(&text).into_owned();
            prop_assert!(once.chars().all(|character| !character.is_control()));
            let twice = neutralise(&once);
            prop_assert!(matches!(twice, Cow::Borrowed(_)));
        }
    }
}
