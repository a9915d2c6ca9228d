//! What the operating system says of what it refused, which it says in English only, in the language of the rest.

use super::Words;

/// What the system refuses, of what people meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// There is no such file or folder.
    NotThere,
    /// Reading or writing the disk itself failed.
    Disk,
    /// It may not.
    NoPermission,
    /// Somebody has it.
    InUse,
    /// It is there already.
    Exists,
    /// A file, where a folder has to be.
    NoFolder,
    /// A folder, where a file has to be.
    IsFolder,
    /// Too many files are open.
    TooManyOpen,
    /// The file is too large.
    TooLarge,
    /// No room is left.
    Full,
    /// Nothing can be written there.
    ReadOnly,
    /// The name is too long.
    NameTooLong,
    /// The folder has something in it.
    NotEmpty,
    /// Links lead in a circle.
    Circle,
    /// The other end is gone.
    Gone,
    /// Nobody answers there.
    NoAnswer,
    /// There is no way there.
    NoWay,
}

impl Refused {
    /// By the number that Linux gives it.
    const fn of(number: i32) -> Option<Self> {
        Some(match number {
            2 | 6 | 19 => Self::NotThere,
            5 => Self::Disk,
            1 | 13 => Self::NoPermission,
            11 | 16 | 26 => Self::InUse,
            17 => Self::Exists,
            20 => Self::NoFolder,
            21 => Self::IsFolder,
            23 | 24 => Self::TooManyOpen,
            27 => Self::TooLarge,
            28 | 122 => Self::Full,
            30 => Self::ReadOnly,
            36 => Self::NameTooLong,
            39 => Self::NotEmpty,
            40 => Self::Circle,
            32 | 104 => Self::Gone,
            110 | 111 => Self::NoAnswer,
            101 | 113 => Self::NoWay,
            _ => return None,
        })
    }
}

/// What stands behind the words of the system, with the number of what it refused.
const NUMBERED: &str = " (os error ";

/// A text with what the system said in it in words of ours; what is not known stays as it is, with its number.
pub(super) fn told(text: &str, words: &Words) -> String {
    let (mut all, mut rest) = (String::with_capacity(text.len()), text);
    while let Some((before, behind)) = rest.split_once(NUMBERED) {
        let Some((number, behind)) = behind.split_once(')') else { break };
        match number.parse().ok().and_then(Refused::of) {
            Some(refused) => {
                // The words of the system go back to what the program said itself; there is no colon in them.
                let said = (words.front.system)(refused);
                match before.rsplit_once(": ") {
                    Some((ours, _)) => all.extend([ours, ": ", said]),
                    None if all.is_empty() => all.push_str(&begun(said)),
                    None => all.push_str(said),
                }
            }
            None => all.extend([before, NUMBERED, number, ")"]),
        }
        rest = behind;
    }
    all + rest
}

/// As a sentence begins.
fn begun(said: &str) -> String {
    let mut signs = said.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::ScreenLanguage;

    #[test]
    fn what_the_system_said_is_told_in_the_language_of_the_rest() {
        let dutch = Words::of(ScreenLanguage::Dutch);
        for number in [2, 13, 28, 30] {
            let system = std::io::Error::from_raw_os_error(number).to_string();
            let text = told(&format!("/a/b: {system}."), dutch);
            assert!(text.starts_with("/a/b: ") && text.ends_with('.') && !text.contains("os error"), "{text}");
            assert!(!text.contains(system.split(" (").next().unwrap()), "{text}");
            assert_eq!(told(&system, dutch).to_lowercase() + ".", text.trim_start_matches("/a/b: ").to_lowercase());
            assert!(told(&system, dutch).starts_with(char::is_uppercase), "{text}");
        }
        let unknown = format!("x: {}", std::io::Error::from_raw_os_error(95));
        assert_eq!(told(&unknown, dutch), unknown, "what is not known keeps its number");
        assert_eq!(told("nothing (os error", dutch), "nothing (os error");
        assert_eq!(told("", dutch), "");
    }
}
