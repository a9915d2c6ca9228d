//! Backups: a whole store as one file of plain lines, which needs neither this program nor its engine to be read.
//!
//! # The format `instroom-backup`, version 1
//! UTF-8 text; each line is one JSON object, and ends in a line feed. Objects are written as they are here, without spaces.
//!
//! | line | what |
//! |---|---|
//! | first | the head: `format`, `version`, `program` that wrote it, `written` when, `store` (its random name), `store_format`, `revision` (the last commit), `records` in each room |
//! | each between | one record: `room`, `key`, `front` and, where the rest of it is plain, `value` |
//! | last | the foot: `end` (the name of the format), `lines` before it, and `sha256` of every byte before it |
//!
//! A record's bytes are `front`, which is hexadecimal, followed by `value` as MessagePack with the names of the fields, integers as short
//! as they go. `front` is the version byte; of a customer the match keys behind it too, of a dossier what lists show of it. A record that does not
//! come out of that as the very bytes that it was has no `value`, and all of it in `front`.
//!
//! Rooms come in this order, and the records of a room in the order of the bytes of their keys, each key once:
//!
//! | room | key |
//! |---|---|
//! | `settled` | name: `schema`, `head`, `intent`, `erasing`, `forgotten` |
//! | `customers` | number of the customer, of the commit |
//! | `dossiers` | task flow, number of the customer, of the commit |
//! | `flows` | task flow, number of the commit |
//! | `journal` | number of the commit |
//! | `outcomes` | number of the commit, of the part |
//! | `commits` | name of the commit |
//! | `lessons` | what it is about, hashed, number of the commit |
//! | `mappings` | its name, hashed |
//! | `outbox` | place in the journal of the outbox, from 1 |
//!
//! Drafts and settings are no part of a store, nor are its copies. A backup holds national numbers: files are for their owner alone. What is
//! written goes through one writer and is read through one reader, so that sealing goes in between and changes nothing here.

mod fault;
mod judging;
mod line;
mod plain;
mod reading;
mod restoring;
#[cfg(test)]
mod tests;
mod writing;

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

pub use fault::BackupFault;
pub use reading::verify;
pub use restoring::{Restored, could_restore, put_copy_back, rehearse, restore, waiting_in};
pub use writing::{back_up, write, write_aside};

/// Name of the format.
pub const FORMAT: &str = "instroom-backup";

/// Newest version of the format that is read, and the one that is written.
pub const VERSION: u32 = 1;

/// What a backup says of itself, or would.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// Name of the format.
    pub format: String,
    /// Version of it.
    pub version: u32,
    /// Version of the program that wrote it.
    pub program: String,
    /// When.
    pub written: Timestamp,
    /// Random name of the store.
    pub store: String,
    /// Format of the store.
    pub store_format: u32,
    /// The last commit in it.
    pub revision: u64,
    /// How many records there are in each room, by its name.
    pub records: BTreeMap<String, u64>,
}

impl Head {
    /// How many records there are in all; the most that can be counted where there would be more, which no backup has that was read.
    #[must_use]
    pub fn all(&self) -> u64 {
        self.records.values().fold(0, |all, count| all.saturating_add(*count))
    }

    /// How many there are in a room.
    #[must_use]
    pub fn of(&self, room: &str) -> u64 {
        self.records.get(room).copied().unwrap_or(0)
    }
}

/// The last line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Foot {
    end: String,
    lines: u64,
    sha256: String,
}
