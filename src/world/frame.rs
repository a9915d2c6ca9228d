//! How a value lies in a file: length and checksum, then a version and the value by names.
//!
//! | bytes | what |
//! |---|---|
//! | 4 | how many bytes follow the checksum, little-endian |
//! | 4 | CRC-32 of them, little-endian |
//! | 1 | version |
//! | rest | MessagePack with the names of the fields, so that later programs can add some |

use serde::Serialize;
use serde::de::DeserializeOwned;

/// The newest version that is read, and the one that is written.
pub(super) const VERSION: u8 = 1;

/// Why bytes are no such value.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum FrameFault {
    /// A later program wrote them.
    Newer {
        /// Version found.
        found: u8,
    },
    /// They are not what was written.
    Damaged(String),
}

const LEAD: usize = 8;

/// What comes next in some bytes.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Next<'a> {
    /// Nothing.
    End,
    /// A whole frame: version and value, and how many bytes the frame takes.
    Whole(u8, &'a [u8], usize),
    /// No whole frame: cut short, or not what was written.
    Broken,
}

/// A value as a frame.
pub(super) fn pack<T: Serialize>(value: &T) -> Result<Vec<u8>, FrameFault> {
    let mut body = vec![VERSION];
    rmp_serde::encode::write_named(&mut body, value).map_err(|error| FrameFault::Damaged(error.to_string()))?;
    wrap(&body)
}

/// A version and a value as a frame.
pub(super) fn wrap(body: &[u8]) -> Result<Vec<u8>, FrameFault> {
    let mut frame = vec![0; LEAD];
    frame.extend_from_slice(body);
    let (lead, body) = frame.split_at_mut(LEAD);
    let length = u32::try_from(body.len()).map_err(|_| FrameFault::Damaged("an entry of more than 4 GiB".into()))?;
    let sum = crc32fast::hash(body);
    for (slot, byte) in lead.iter_mut().zip(length.to_le_bytes().into_iter().chain(sum.to_le_bytes())) {
        *slot = byte;
    }
    Ok(frame)
}

/// The frame at the beginning of some bytes.
pub(super) fn next(bytes: &[u8]) -> Next<'_> {
    if bytes.is_empty() {
        return Next::End;
    }
    let word = |at: usize| bytes.get(at..at + 4).and_then(|word| word.try_into().ok()).map(u32::from_le_bytes);
    let (Some(length), Some(sum)) = (word(0), word(4)) else { return Next::Broken };
    let Some(body) = bytes.get(LEAD..).and_then(|rest| rest.get(..length as usize)) else { return Next::Broken };
    match body.split_first() {
        Some((version, value)) if crc32fast::hash(body) == sum => Next::Whole(*version, value, LEAD + body.len()),
        _ => Next::Broken,
    }
}

/// The value of a frame.
///
/// # Errors
/// [`FrameFault::Newer`] for a later version, [`FrameFault::Damaged`] where it is no such value.
pub(super) fn unpack<T: DeserializeOwned>(version: u8, value: &[u8]) -> Result<T, FrameFault> {
    if version > VERSION {
        return Err(FrameFault::Newer { found: version });
    }
    rmp_serde::from_slice(value).map_err(|error| FrameFault::Damaged(error.to_string()))
}

/// The value of the one frame of a file. What stands behind it is left over from a longer one.
pub(super) fn only<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, FrameFault> {
    match next(bytes) {
        Next::Whole(version, value, _) => unpack(version, value),
        Next::End | Next::Broken => Err(FrameFault::Damaged("no whole value".into())),
    }
}
