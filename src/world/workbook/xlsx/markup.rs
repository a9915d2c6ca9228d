//! XML as nearly every program writes it: no space but the one before an attribute, quoted values without references,
//! elements closed where they end. Whatever is written otherwise is `None` here, and read from its events.

use std::borrow::Cow;

/// What stands next in a tag.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum InTag<'a> {
    /// An attribute: its name and its value.
    Attribute(&'a [u8], &'a [u8]),
    /// The end of a tag that opens an element.
    Open,
    /// The end of a tag that is a whole element.
    Closed,
}

/// Takes what stands next in a tag.
pub(super) fn in_tag<'a>(rest: &mut &'a [u8]) -> Option<InTag<'a>> {
    let bytes: &'a [u8] = rest;
    match bytes {
        [b'>', behind @ ..] => {
            *rest = behind;
            Some(InTag::Open)
        }
        [b'/', b'>', behind @ ..] => {
            *rest = behind;
            Some(InTag::Closed)
        }
        [b' ', named @ ..] => {
            let equals = named.iter().position(|&byte| !is_name(byte)).filter(|&at| at > 0)?;
            let (name, from) = named.split_at_checked(equals)?;
            let [b'=', quote @ (b'"' | b'\''), quoted @ ..] = from else { return None };
            let length = quoted.iter().position(|byte| byte == quote || matches!(byte, b'&' | b'<'))?;
            let (value, behind) = quoted.split_at_checked(length)?;
            *rest = behind.strip_prefix(&[*quote])?;
            Some(InTag::Attribute(name, value))
        }
        _ => None,
    }
}

/// Whether a byte can be part of the name of an attribute.
const fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b':' | b'_' | b'-' | b'.')
}

/// Takes these very bytes.
pub(super) fn passed(rest: &mut &[u8], expected: &[u8]) -> Option<()> {
    *rest = rest.strip_prefix(expected)?;
    Some(())
}

/// Takes the text up to the next tag, as it stands.
pub(super) fn raw_text<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let end = memchr::memchr(b'<', rest)?;
    let (text, behind) = rest.split_at_checked(end)?;
    *rest = behind;
    Some(text)
}

/// A text with its references resolved. One with a carriage return, which XML makes a line feed of, is left to the events.
pub(super) fn resolved(text: &[u8]) -> Option<Cow<'_, str>> {
    let text = std::str::from_utf8(text).ok()?;
    match memchr::memchr2(b'&', b'\r', text.as_bytes()) {
        None => Some(Cow::Borrowed(text)),
        Some(_) if text.contains('\r') => None,
        Some(_) => quick_xml::escape::unescape(text).ok(),
    }
}

/// What is left of a text in an element `t` that does not say that its white space counts ([XML] 2.10).
pub(super) fn trimmed(text: &str) -> &str {
    text.trim_matches([' ', '\t', '\r', '\n'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(mut text: &[u8]) -> Option<Vec<InTag<'_>>> {
        let mut found = Vec::new();
        loop {
            found.push(in_tag(&mut text)?);
            if !matches!(found.last(), Some(InTag::Attribute(..))) {
                return Some(found);
            }
        }
    }

    #[test]
    fn tags_are_read_as_they_are_usually_written() {
        use InTag::{Attribute, Closed, Open};
        assert_eq!(tag(b">x"), Some(vec![Open]));
        assert_eq!(
            tag(b" r=\"A1\" xml:space='preserve'/>"),
            Some(vec![Attribute(b"r", b"A1"), Attribute(b"xml:space", b"preserve"), Closed])
        );
        assert_eq!(tag(b" a=\">\" b=''>"), Some(vec![Attribute(b"a", b">"), Attribute(b"b", b""), Open]));
        for odd in [&b"  r='1'>"[..], b"\nr='1'>", b" r = '1'>", b" r='&lt;'>", b" r='1", b" r=1>", b" ='1'>", b" r>", b" />", b""] {
            assert_eq!(tag(odd), None, "{}", odd.escape_ascii());
        }
    }

    #[test]
    fn texts_are_resolved_or_left_to_the_events() {
        assert_eq!(resolved(b"a&amp;b &#233;").as_deref(), Some("a&b é"));
        for odd in [&b"a\r\n"[..], b"a&b", b"&nbsp;", b"\xff", b"&amp;\r"] {
            assert_eq!(resolved(odd), None, "{}", odd.escape_ascii());
        }
    }
}
