//! A folder in place of a mail server: each letter becomes a file that mail programs open.

use std::fs::DirBuilder;
use std::io::{self, Write as _};
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};

use super::{Unpostable, encode};
use crate::domain::letter::Letter;
use crate::world::whole_file::{Existing, Readers, WriteFault, write_whole};

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

    /// Writes a letter; gives the file.
    ///
    /// # Errors
    /// [`EmlFault`]; what lay in the place of the file is there still.
    pub fn write(&self, letter: &Letter) -> Result<PathBuf, EmlFault> {
        let (bytes, path) = (encode(letter)?, self.path(letter));
        write_whole(&path, Existing::Replace, Readers::Owner, |file| Ok(file.write_all(&bytes)?))?;
        Ok(path)
    }
}

/// Why a letter is not in its file.
#[derive(Debug, thiserror::Error)]
pub enum EmlFault {
    /// It cannot become a mail.
    #[error(transparent)]
    Letter(#[from] Unpostable),
    /// The file cannot be written.
    #[error(transparent)]
    File(#[from] WriteFault),
}
