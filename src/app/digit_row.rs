//! Digits by the unshifted row of a Belgian or French keyboard, in fields where only a number can stand.

use super::key::Key;

/// What else than digits can stand in such a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Number {
    /// Nothing: a count of mails, of days. A hyphen is the 6 of a French keyboard.
    Count,
    /// A sign before it, or a stroke for cents: amounts and numbers that are answers. A hyphen behind a digit is a 6.
    Signed,
    /// Hyphens between its parts: dates and national numbers. A hyphen is a hyphen.
    Parted,
}

/// The digit that a key gives: itself, or what stands on its key on the unshifted row of a Belgian or French keyboard.
#[must_use]
pub const fn digit(character: char) -> Option<char> {
    Some(match character {
        '0'..='9' => character,
        '&' => '1',
        'é' => '2',
        '"' => '3',
        '\'' => '4',
        '(' => '5',
        // The Belgian keyboard has the paragraph there, the French a hyphen.
        '§' | '-' => '6',
        'è' => '7',
        '!' | '_' => '8',
        'ç' => '9',
        'à' => '0',
        _ => return None,
    })
}

/// The key that is meant in a field where only a number can stand, behind what is typed before it. Behind letters keys are
/// what they are: `néant` and `15 août` are answers too.
#[must_use]
pub fn meant(number: Number, before: &str, key: Key) -> Key {
    let Key::Char(character) = key else { return key };
    if before.chars().any(char::is_alphabetic) {
        return key;
    }
    let stays = match number {
        Number::Count => false,
        Number::Signed => character == '-' && !before.ends_with(|sign: char| sign.is_ascii_digit()),
        Number::Parted => character == '-',
    };
    if stays { key } else { digit(character).map_or(key, Key::Char) }
}

/// The text that is meant in such a field, each sign behind those before it.
#[must_use]
pub fn meant_text(number: Number, text: &str) -> String {
    let mut said = String::with_capacity(text.len());
    let mut signs = text.chars();
    for sign in signs.by_ref() {
        let last = said.char_indices().next_back().map_or(0, |(at, _)| at);
        let sign = match meant(number, said.get(last..).unwrap_or_default(), Key::Char(sign)) {
            Key::Char(meant) => meant,
            _ => sign,
        };
        said.push(sign);
        // Behind a letter every sign is what it is.
        if sign.is_alphabetic() {
            break;
        }
    }
    said.extend(signs);
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(number: Number, keys: &str) -> String {
        keys.chars().fold(String::new(), |mut text, key| {
            match meant(number, &text, Key::Char(key)) {
                Key::Char(character) => text.push(character),
                other => panic!("{other}"),
            }
            text
        })
    }

    #[test]
    fn a_whole_text_is_what_its_signs_are_one_by_one() {
        for number in [Number::Count, Number::Signed, Number::Parted] {
            for text in ["", "&é\"'(-è_çà", "-&(à,çç", "&(à,-", "néant", "&( août", "15 août", "é-é", "1é0"] {
                assert_eq!(meant_text(number, text), typed(number, text), "{text:?}, {number:?}");
            }
        }
    }

    #[test]
    fn every_row_of_digits_gives_digits() {
        for number in [Number::Count, Number::Signed, Number::Parted] {
            assert_eq!(typed(number, "&é\"'(§è!çà"), "1234567890", "Belgian, {number:?}");
            assert_eq!(typed(number, "1234567890"), "1234567890", "shifted, {number:?}");
        }
        assert_eq!(typed(Number::Count, "&é\"'(-è_çà"), "1234567890", "French");
        assert_eq!(typed(Number::Signed, "&é\"'(-è_çà"), "1234567890", "French, behind a digit");
    }

    #[test]
    fn signs_that_belong_to_the_number_stay() {
        assert_eq!(typed(Number::Signed, "-&(à,çç"), "-150,99");
        assert_eq!(typed(Number::Signed, "&(à,-"), "150,-", "round by a stroke");
        assert_eq!(typed(Number::Parted, "&(-è-éàé§"), "15-7-2026");
        assert_eq!(typed(Number::Parted, "&(/è/éàé§"), "15/7/2026");
        assert_eq!(typed(Number::Parted, "è$"), "7$", "what is no digit is what it is");
    }

    #[test]
    fn words_stay_words() {
        assert_eq!(typed(Number::Signed, "néant"), "néant");
        assert_eq!(typed(Number::Parted, "&( février"), "15 février");
        assert_eq!(meant(Number::Count, "", Key::Backspace), Key::Backspace);
    }
}
