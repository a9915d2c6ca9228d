//! Names that nobody can guess: of commits, stores and dossiers.

use std::fmt::Write as _;
use std::io;

use crate::domain::change_set::CommitId;

/// So many random bytes from the operating system, in lower-case hexadecimal: two digits a byte.
///
/// # Errors
/// Where the operating system has no randomness to give.
pub fn random_hex(bytes: usize) -> io::Result<String> {
    let mut random = vec![0; bytes];
    getrandom::fill(&mut random).map_err(|error| io::Error::other(error.to_string()))?;
    Ok(hex(&random))
}

/// 256 random bits from the operating system.
///
/// # Errors
/// Where the operating system has no randomness to give.
pub fn random_bits() -> io::Result<[u8; 32]> {
    let mut bits = [0; 32];
    getrandom::fill(&mut bits).map_err(|error| io::Error::other(error.to_string()))?;
    Ok(bits)
}

/// A name for a new commit: 128 random bits.
///
/// # Errors
/// As [`random_hex`].
pub fn commit_id() -> io::Result<CommitId> {
    random_hex(16).map(CommitId)
}

/// Bytes in lower-case hexadecimal.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a text cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_two_digits_a_byte_and_differ() {
        let (one, other) = (random_hex(16).unwrap(), random_hex(16).unwrap());
        assert_eq!(one.len(), 32);
        assert!(one.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f')));
        assert_ne!(one, other);
        assert_eq!(random_hex(0).unwrap(), "");
    }

    #[test]
    fn hexadecimal_keeps_leading_zeros() {
        assert_eq!(hex(&[0, 10, 255]), "000aff");
    }
}
