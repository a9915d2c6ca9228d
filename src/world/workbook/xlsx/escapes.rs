//! Characters that XML cannot hold, as the format writes them: `_x000D_` ([ECMA-376] 22.9.2.19, `ST_Xstring`).

use std::borrow::Cow;

/// `_x`, four hexadecimal digits, `_`.
const LENGTH: usize = 7;

/// The text with every `_xHHHH_` as the character that it stands for; what stands for none is U+FFFD.
pub(super) fn decoded(text: &str) -> Cow<'_, str> {
    if memchr::memmem::find(text.as_bytes(), b"_x").is_none() {
        return Cow::Borrowed(text);
    }
    let mut whole = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, from) = rest.split_at(at);
        whole.push_str(before);
        let Some(unit) = unit(from) else {
            // An underscore like any other; what follows it may begin anew.
            let (underscore, behind) = from.split_at(1);
            whole.push_str(underscore);
            rest = behind;
            continue;
        };
        rest = from.get(LENGTH..).unwrap_or_default();
        // Beyond U+FFFF two stand together, as in UTF-16.
        let second = if (0xd800..0xdc00).contains(&unit) { self::unit(rest) } else { None };
        let (character, taken) = match second.map(|second| char::decode_utf16([unit, second]).next()) {
            Some(Some(Ok(character))) => (character, LENGTH),
            _ => (char::from_u32(u32::from(unit)).unwrap_or(char::REPLACEMENT_CHARACTER), 0),
        };
        whole.push(character);
        rest = rest.get(taken..).unwrap_or_default();
    }
    whole.push_str(rest);
    Cow::Owned(whole)
}

/// The unit of UTF-16 that an escape at the beginning of a text stands for.
fn unit(text: &str) -> Option<u16> {
    let digits = text.strip_prefix("_x")?.get(..4)?;
    let closed = text.as_bytes().get(LENGTH - 1) == Some(&b'_');
    (closed && digits.bytes().all(|digit| digit.is_ascii_hexdigit())).then(|| u16::from_str_radix(digits, 16).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_become_characters_and_nothing_else_does() {
        for (text, expected) in [
            ("Van den Berg", "Van den Berg"),
            ("a_x000D_b", "a\rb"),
            ("_x005F_x000D_", "_x000D_"),
            ("_xD83D__xDCF7_!", "\u{1f4f7}!"),
            ("_xD83D_ _xDCF7_", "\u{fffd} \u{fffd}"),
            ("_xD83D__x0041_", "\u{fffd}A"),
            ("__x0041_", "_A"),
            ("_x004_ _xGGGG_ _x0041 _x+041_", "_x004_ _xGGGG_ _x0041 _x+041_"),
            ("_xé", "_xé"),
            ("_x00é_", "_x00é_"),
        ] {
            assert_eq!(decoded(text), expected);
        }
    }
}
