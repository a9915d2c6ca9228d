//! The mark of a store: a small file that every commit changes before it becomes visible.
//!
//! Whoever works for long by what was read, and must not go by what a colleague has changed since, sees by it whether
//! that still holds, without opening the store and without keeping anybody waiting. It is changed while the store is held, so whoever
//! sees a new mark and then reads, reads what that commit made visible. It is no part of what is stored: where it is missing, nothing is lost
//! but that short way.

use std::fs::OpenOptions;
use std::os::unix::fs::{FileExt as _, OpenOptionsExt as _};

use rustix::fs::OFlags;

use super::fault::{At as _, StoreFault};
use super::place::Place;
use crate::world::ids::random_hex;

/// Digits of a mark.
const DIGITS: usize = 32;

/// What a store's mark was at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark([u8; DIGITS]);

/// The mark of a store as it is now; none where it has none.
pub(super) fn mark(place: &Place) -> Option<Mark> {
    let mut digits = [0; DIGITS];
    options().read(true).open(place.mark()).ok()?.read_exact_at(&mut digits, 0).ok()?;
    Some(Mark(digits))
}

/// Whether bytes are a mark.
pub(super) fn is_mark(bytes: &[u8]) -> bool {
    bytes.len() == DIGITS && bytes.iter().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// Changes the mark; the store is held, with the umask that its files are made under.
pub(super) fn change(place: &Place) -> Result<(), StoreFault> {
    let path = place.mark();
    let mark = random_hex(DIGITS / 2).at(&path)?;
    let file = options().write(true).create(true).truncate(false).mode(0o660).open(&path).at(&path)?;
    file.write_all_at(mark.as_bytes(), 0).at(&path)
}

fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY;
    options.custom_flags(i32::try_from(flags.bits()).unwrap_or(0));
    options
}
