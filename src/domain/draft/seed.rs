//! Random bits from the world, and what is named by them.

use sha2::{Digest as _, Sha256};

use crate::domain::change_set::CommitId;

/// Random bits from the world: they name the commit and make its dossiers' tokens unguessable.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Seed([u8; 32]);

impl Seed {
    /// A seed of these random bits.
    #[must_use]
    pub const fn new(bits: [u8; 32]) -> Self {
        Self(bits)
    }

    /// The next seed, from which this one cannot be told.
    #[must_use]
    pub fn next(self) -> Self {
        Self(Sha256::new_with_prefix(b"next").chain_update(self.0).finalize().into())
    }

    /// The name of a commit.
    #[must_use]
    pub fn commit(self) -> CommitId {
        CommitId(hex(&Sha256::new_with_prefix(b"commit").chain_update(self.0).finalize()))
    }

    pub(super) fn token(self, row: u32) -> String {
        hex(&Sha256::new_with_prefix(b"token").chain_update(self.0).chain_update(row.to_le_bytes()).finalize())
    }
}

// The bits make tokens unguessable, so they are kept out of every debug print.
impl std::fmt::Debug for Seed {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Seed")
    }
}

/// The first 128 bits in hexadecimal.
fn hex(bytes: &[u8]) -> String {
    const DIGITS: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    let digit = |value: u8| DIGITS.get(usize::from(value)).copied().unwrap_or('0');
    bytes.iter().take(16).flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
