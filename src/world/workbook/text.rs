//! Bytes of separated text as characters.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use crate::domain::workbook::ReadFault;

/// Decoded text and how it was decoded.
#[derive(Debug)]
pub(super) struct Decoded<'b> {
    /// The text without its byte order mark.
    pub(super) text: Cow<'b, str>,
    /// Name of the encoding.
    pub(super) encoding: &'static str,
    /// Whether it was guessed.
    pub(super) guessed: bool,
    /// Whether bytes without a meaning were replaced.
    pub(super) replaced: bool,
}

/// Decodes by the byte order mark, else as UTF-8 if it is that, else as the encoding of one byte
/// for each character that it most resembles: Windows-1252 nearly always, which Belgian Excel saves.
///
/// # Errors
/// [`ReadFault::UnknownEncoding`] where a zero byte shows that it is another encoding.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded<'_>, ReadFault> {
    // Text from DOS ends with its own end mark.
    let bytes = bytes.strip_suffix(b"\x1a").unwrap_or(bytes);
    let (encoding, mark, guessed) = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => (encoding, length, false),
        None if is_utf8(bytes) => (UTF_8, 0, false),
        None => (guess(bytes), 0, true),
    };
    let (text, replaced) = encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default());
    if text.as_bytes().contains(&0) {
        return Err(ReadFault::UnknownEncoding);
    }
    Ok(Decoded { text, encoding: encoding.name(), guessed, replaced })
}

/// Whether it is UTF-8, perhaps cut off within its last character.
fn is_utf8(bytes: &[u8]) -> bool {
    match std::str::from_utf8(bytes) {
        Ok(_) => true,
        Err(error) => error.error_len().is_none() && error.valid_up_to() > 0,
    }
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(Some(b"be"), Utf8Detection::Deny);
    // A few accents in a short list resemble anything; encodings of several bytes are a misreading.
    if guess.is_single_byte() { guess } else { WINDOWS_1252 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> (String, &'static str, bool) {
        let decoded = decode(bytes).unwrap();
        (decoded.text.into_owned(), decoded.encoding, decoded.replaced)
    }

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(bytes).collect()
    }

    #[test]
    fn marks_are_believed_and_left_out() {
        let text = "Müller;Élise\n";
        assert_eq!(decoded(text.as_bytes()), (text.to_owned(), "UTF-8", false));
        assert_eq!(decoded(format!("\u{feff}{text}").as_bytes()), (text.to_owned(), "UTF-8", false));
        assert_eq!(decoded(&utf16(text, u16::to_le_bytes)), (text.to_owned(), "UTF-16LE", false));
        assert_eq!(decoded(&utf16(text, u16::to_be_bytes)), (text.to_owned(), "UTF-16BE", false));
    }

    #[test]
    fn short_lists_of_belgian_names_are_windows_1252() {
        for text in [
            "Naam;Voornaam\nMüller;Élise\n",
            "François;Çelik\n",
            "é",
            "Lefèvre;Zoë;Bruges\nD\u{2019}Hondt;Noël;€ 5\n",
            "Nom;Prénom;Numéro de registre national\nBeaulieu;Hélène;85073003328\n",
            "Naam\nGöransson\nÅström\nSørensen",
        ] {
            let (bytes, _, unmappable) = WINDOWS_1252.encode(text);
            assert!(!unmappable, "{text}");
            assert_eq!(decoded(&bytes), (text.to_owned(), "windows-1252", false));
        }
    }

    #[test]
    fn a_last_character_cut_off_does_not_change_the_rest() {
        let bytes = "Müller;Élise;Zoë".as_bytes();
        let (text, encoding, replaced) = decoded(&bytes[..bytes.len() - 1]);
        assert_eq!((text.as_str(), encoding, replaced), ("Müller;Élise;Zo\u{fffd}", "UTF-8", true));
    }

    #[test]
    fn zero_bytes_mean_another_encoding() {
        let unmarked: Vec<u8> = "Naam;Voornaam".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&unmarked).unwrap_err(), ReadFault::UnknownEncoding);
        assert_eq!(decode(b"a;b\0").unwrap_err(), ReadFault::UnknownEncoding);
        assert!(decode(b"a;b\x1a").is_ok_and(|decoded| decoded.text == "a;b"));
    }
}
