//! A folder in place of a mail server: each letter becomes a file that mail programs open.

use std::fs::DirBuilder;
use std::io::{self, Write as _};
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};

use super::{Offered, Post, encode};
use crate::domain::letter::Letter;
use crate::domain::neutral::neutralise;
use crate::world::whole_file::{Existing, Readers, write_whole};

/// A folder that letters are written to, one `.eml` each. They hold customers: each file is written whole
/// or not at all, for its owner alone (0600). The same letter gets the same name again, so that a second
/// look replaces the first.
#[derive(Debug, Clone)]
pub struct Eml {
    folder: PathBuf,
}

impl Eml {
    /// Most characters of the name that come from the address.
    const LONGEST: usize = 100;
    /// Characters of the name that come from the letter's own name.
    const OF_ID: usize = 8;

    /// A folder for letters; it is made, for its owner alone, where it is not there yet.
    ///
    /// # Errors
    /// What the system says where the folder cannot be made.
    pub fn into(folder: &Path) -> io::Result<Self> {
        DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
        Ok(Self { folder: folder.to_owned() })
    }

    /// Where a letter is written: `an.janssens@example.com-1f0c22ab.eml`.
    #[must_use]
    pub fn path(&self, letter: &Letter) -> PathBuf {
        let is_safe = |character: char| character.is_ascii_alphanumeric() || matches!(character, '.' | '_' | '-' | '+' | '@');
        let safe = |text: &str, most: usize| {
            text.chars().take(most).map(|character| if is_safe(character) { character } else { '_' }).collect::<String>()
        };
        let mut name = safe(letter.to.address.as_str(), Self::LONGEST);
        if name.starts_with(['-', '.']) {
            name.insert(0, '_');
        }
        let id = safe(letter.message_id.as_str().split('@').next().unwrap_or_default(), Self::OF_ID);
        self.folder.join(format!("{name}-{id}.eml"))
    }
}

impl Post for Eml {
    fn offer(&self, letter: &Letter) -> Offered {
        let bytes = match encode(letter) {
            Ok(bytes) => bytes,
            Err(fault) => return Offered::Refused { reply: neutralise(&fault.to_string()).into_owned() },
        };
        let path = self.path(letter);
        match write_whole(&path, Existing::Replace, Readers::Owner, |file| Ok(file.write_all(&bytes)?)) {
            Ok(()) => Offered::Taken { reply: neutralise(&path.to_string_lossy()).into_owned() },
            Err(fault) => {
                let cause = std::error::Error::source(&fault).map(|cause| format!(": {cause}")).unwrap_or_default();
                Offered::NotOffered { detail: neutralise(&format!("{fault}{cause}")).into_owned(), is_for_all: true }
            }
        }
    }
}
