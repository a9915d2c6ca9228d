//! Paths as text, and back without loss: a name on the disk is bytes, and not all bytes are text.
//!
//! What is asked of the world, kept with a draft and written into a plan is text. A byte that is none stands in it as a character of a
//! private range (U+EF80 to U+EFFF), which [`neutralise`](super::neutral::neutralise) shows as a replacement mark. The characters of that
//! range themselves are written byte by byte too, so that every text that was made of a path becomes that path again.

use std::ffi::OsString;
use std::os::unix::ffi::{OsStrExt as _, OsStringExt as _};
use std::path::{Path, PathBuf};

/// Where the characters stand that are bytes: behind it by the byte.
const BYTES: u32 = 0xef00;

/// Whether a character stands for a byte of a path that is no text.
#[must_use]
pub const fn is_byte(character: char) -> bool {
    matches!(character, '\u{ef80}'..='\u{efff}')
}

/// A path as text.
#[must_use]
pub fn text_of(path: &Path) -> String {
    let mut text = String::with_capacity(path.as_os_str().len());
    let byte = |byte: &u8| char::from_u32(BYTES + u32::from(*byte)).unwrap_or(char::REPLACEMENT_CHARACTER);
    for chunk in path.as_os_str().as_bytes().utf8_chunks() {
        for character in chunk.valid().chars() {
            if is_byte(character) {
                text.extend(character.encode_utf8(&mut [0; 4]).as_bytes().iter().map(byte));
            } else {
                text.push(character);
            }
        }
        text.extend(chunk.invalid().iter().map(byte));
    }
    text
}

/// The path of which a text was made, or which was typed.
#[must_use]
pub fn path_of(text: &str) -> PathBuf {
    let mut bytes = Vec::with_capacity(text.len());
    for character in text.chars() {
        match u8::try_from(u32::from(character).wrapping_sub(BYTES)) {
            Ok(byte) if is_byte(character) => bytes.push(byte),
            _ => bytes.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
    OsString::from_vec(bytes).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::neutral::neutralise;
    use proptest::prelude::*;

    #[test]
    fn a_byte_that_is_no_text_is_kept_and_shown_as_a_mark() {
        let path = PathBuf::from(OsString::from_vec(b"/srv/kl\xffanten\xc3\xa9.xlsx".to_vec()));
        let text = text_of(&path);
        assert_eq!(neutralise(&text), "/srv/kl\u{fffd}antené.xlsx");
        assert_eq!(path_of(&text), path);
        assert_eq!(text_of(Path::new("/srv/klanten.xlsx")), "/srv/klanten.xlsx");
        assert_eq!(path_of("~/klanten é.xlsx"), Path::new("~/klanten é.xlsx"));
    }

    proptest! {
        #[test]
        fn whatever_bytes_a_path_has_it_comes_back(bytes in proptest::collection::vec(any::<u8>(), 0..40)) {
            let path = PathBuf::from(OsString::from_vec(bytes));
            prop_assert_eq!(path_of(&text_of(&path)), path);
        }

        #[test]
        fn so_does_one_with_characters_of_that_range(name in "[\u{ef7f}-\u{f001}a]{0,8}") {
            prop_assert_eq!(path_of(&text_of(Path::new(&name))), Path::new(&name));
        }
    }
}
