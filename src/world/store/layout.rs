//! What lies where in the store, and in which bytes.
//!
//! Every key of a thing that changes ends in the number of the commit that wrote it, so that old
//! versions stay: they are kept for the life of the store. Every value begins with a version byte;
//! customers have the format of [`crate::domain::record`], dossiers that of [`crate::domain::dossier_record`],
//! everything else is [`pack`]ed. A customer or dossier that is no longer there has a last version of one byte, [`GONE`].
//!
//! | tree | key | value |
//! |---|---|---|
//! | (default) | `schema`, `head`, `intent`, `erasing`, `forgotten` | [`Schema`], [`Head`], [`Intent`], [`Erasing`], [`Forgotten`] |
//! | `customers` | customer, commit | a record |
//! | `dossiers` | task flow, 0, customer, commit | a dossier |
//! | `flows` | task flow, 0, commit | a task flow |
//! | `journal` | commit | [`Entry`] |
//! | `outcomes` | commit, part | row numbers with what became of them |
//! | `commits` | name of the commit | its number |
//! | `lessons` | [what it is about](lesson_key), commit | a lesson |
//! | `mappings` | [its name](mapping_key) | [`KeptMapping`] |
//!
//! A mapping is saved outside of commits and has one version: the next one of its name takes its place.
//! Stores made before there were `lessons` and `mappings` get them, empty, when they are opened.
//! Numbers in keys are 64 bits, big-endian, so that keys sort as numbers do.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::fault::StoreFault;
use crate::domain::amendment::{AmendmentTally, Deed};
use crate::domain::change_set::{CommitId, RowOutcome, SourceMark, Tally};
use crate::domain::customer::CustomerId;
use crate::domain::mapping::SavedMapping;
use crate::domain::memory::{Lesson, PersonKey};
use crate::domain::snapshot::Revision;
use crate::domain::task_flow::TaskFlowId;
use crate::domain::tidy::trim;
use crate::world::ids::hex;

/// Version byte of the values that are not customers.
const VALUE_FORMAT: u8 = 1;

/// Customers written between two reports of progress.
pub(super) const BATCH: usize = 1_000;

/// Most rows in one part of the outcomes.
const OUTCOME_ROWS: usize = 1_000;

/// About the most bytes in one part of the outcomes. sled keeps up to 16 values in a page and puts
/// a page past 128 KiB into a file of its own, which it never syncs: parts this small stay inside.
const OUTCOME_BYTES: usize = 6 * 1024;

pub(super) const SCHEMA: &[u8] = b"schema";
pub(super) const HEAD: &[u8] = b"head";
pub(super) const INTENT: &[u8] = b"intent";
pub(super) const ERASING: &[u8] = b"erasing";
pub(super) const FORGOTTEN: &[u8] = b"forgotten";

/// The last version of a customer or dossier that is no longer there.
pub(super) const GONE: &[u8] = &[0];

/// Says that this is a store, and which.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Schema {
    pub(super) format: u32,
    /// Random name of the store.
    pub(super) store: String,
}

/// The one value that makes a commit visible: whatever carries a higher number does not exist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Head {
    /// The last visible commit.
    pub(super) revision: Revision,
    /// Visible customers.
    pub(super) customers: u64,
    /// The number that the next customer gets.
    pub(super) next_id: u64,
    /// [`fingerprint`] of the last entry of the journal.
    pub(super) journal: String,
}

impl Head {
    /// The head of a store in which nothing was committed yet.
    pub(super) fn of_new_store() -> Self {
        Self { revision: Revision(0), customers: 0, next_id: 1, journal: fingerprint(&[]) }
    }
}

/// What is about to be written, made durable before it is. It outlives its commit, so that a number
/// that was swept is not given out again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Intent {
    pub(super) number: Revision,
    pub(super) commit: CommitId,
    /// The commit came to nothing and its versions are gone.
    pub(super) swept: bool,
}

/// One commit in the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Entry {
    pub(super) revision: Revision,
    pub(super) commit: CommitId,
    pub(super) who: String,
    pub(super) when: Timestamp,
    /// What it was. Entries from before there was anything else are imports.
    #[serde(default)]
    pub(super) deed: Deed,
    /// The task flow of its dossiers: an import's.
    #[serde(default)]
    pub(super) flow: Option<TaskFlowId>,
    /// The workbook of an import.
    #[serde(default)]
    pub(super) source: Option<SourceMark>,
    /// The counts of an import.
    #[serde(default)]
    pub(super) tally: Option<Tally>,
    /// Customers of whom a value changed by an import.
    #[serde(default)]
    pub(super) changed: u64,
    /// The counts of an amendment.
    #[serde(default)]
    pub(super) amended: AmendmentTally,
    /// Customers in the store before and after.
    pub(super) customers: (u64, u64),
    /// Lessons it left. 0 in entries from before there were any.
    #[serde(default)]
    pub(super) lessons: u64,
    /// [`fingerprint`] of the entry before this one, as stored; of no bytes for the first one.
    pub(super) previous: String,
}

impl Entry {
    /// Customers that came and went by it.
    pub(super) fn came_and_went(&self) -> (u64, u64) {
        (self.tally.map_or(0, |tally| tally.added) + self.amended.added, self.amended.gone)
    }
}

/// Customers that are erased: every version of theirs but the last goes, once their commit is visible.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Erasing {
    /// The commit that makes them gone.
    pub(super) number: Revision,
    pub(super) customers: Vec<CustomerId>,
    /// The keys of the lessons that tell of them. Written down beforehand: what tells which they are goes too.
    #[serde(default)]
    pub(super) lessons: Vec<Vec<u8>>,
}

/// How many lessons of each commit were erased with the people they told of: the journal still counts them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct Forgotten {
    pub(super) lessons: BTreeMap<Revision, u64>,
}

/// A saved mapping.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct KeptMapping {
    pub(super) mapping: SavedMapping,
    /// The visible commit when it was saved.
    pub(super) revision: Revision,
    pub(super) when: Timestamp,
    pub(super) who: String,
}

/// SHA-256 in hexadecimal.
pub(super) fn fingerprint(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

pub(super) fn customer_key(id: CustomerId, commit: Revision) -> [u8; 16] {
    let mut key = [0; 16];
    let (front, back) = key.split_at_mut(8);
    front.copy_from_slice(&id.0.to_be_bytes());
    back.copy_from_slice(&commit.0.to_be_bytes());
    key
}

pub(super) fn dossier_key(flow: &TaskFlowId, id: CustomerId, commit: Revision) -> Vec<u8> {
    let mut key = flow_key(flow, Revision(id.0));
    key.extend_from_slice(&commit.0.to_be_bytes());
    key
}

pub(super) fn flow_key(flow: &TaskFlowId, commit: Revision) -> Vec<u8> {
    let mut key = Vec::with_capacity(flow.0.len() + 17);
    key.extend_from_slice(flow.0.as_bytes());
    key.push(0);
    key.extend_from_slice(&commit.0.to_be_bytes());
    key
}

pub(super) fn outcome_key(commit: Revision, part: u64) -> [u8; 16] {
    customer_key(CustomerId(commit.0), Revision(part))
}

/// Bytes of a hash that stand in a key. Two lessons in 2^64 would have to meet for one to be lost.
const HASHED: usize = 16;

/// Where the versions of a lesson lie: under what it is about, that is all of it but what was
/// learned. Hashed with the random name of the store, so that a key gives nothing away about a person,
/// and so that the keys of two stores tell nothing about each other.
pub(super) fn lesson_key(store: &str, lesson: &Lesson, commit: Revision) -> [u8; HASHED + 8] {
    let about = hasher(store);
    let about = match lesson {
        Lesson::Fix { field, before, .. } => {
            about.chain_update(b"fix").chain_update(field.key()).chain_update([0]).chain_update(trim(before))
        }
        Lesson::Apart { customer, row } => {
            let about = about.chain_update(b"apart").chain_update(customer.0.to_be_bytes());
            match row {
                PersonKey::National(number) => about.chain_update(b"n").chain_update(number.to_be_bytes()),
                PersonKey::EmailAndName { email, name } => {
                    about.chain_update(b"e").chain_update(email.to_be_bytes()).chain_update(name.to_be_bytes())
                }
            }
        }
    };
    let mut key = [0; HASHED + 8];
    for (slot, byte) in key.iter_mut().zip(about.finalize().into_iter().take(HASHED).chain(commit.0.to_be_bytes())) {
        *slot = byte;
    }
    key
}

/// Where a mapping lies: under its name, hashed as for [`lesson_key`].
pub(super) fn mapping_key(store: &str, name: &str) -> [u8; HASHED] {
    let mut key = [0; HASHED];
    for (slot, byte) in key.iter_mut().zip(hasher(store).chain_update(b"mapping").chain_update(name).finalize()) {
        *slot = byte;
    }
    key
}

fn hasher(store: &str) -> Sha256 {
    Sha256::new().chain_update(store).chain_update([0])
}

/// Takes the number off the end of a key.
///
/// # Errors
/// [`StoreFault::Damaged`] where the key is shorter than that.
pub(super) fn split_number(key: &[u8]) -> Result<(&[u8], u64), StoreFault> {
    key.split_last_chunk().map(|(front, number)| (front, u64::from_be_bytes(*number))).ok_or_else(|| bad_key(key))
}

/// The number that is the whole of `key`.
///
/// # Errors
/// [`StoreFault::Damaged`] where the key is anything else.
pub(super) fn number(key: &[u8]) -> Result<u64, StoreFault> {
    key.try_into().map(u64::from_be_bytes).map_err(|_| bad_key(key))
}

/// The task flow that a key begins with: all of it but the closing 0.
///
/// # Errors
/// [`StoreFault::Damaged`] where there is none.
pub(super) fn flow_of(front: &[u8]) -> Result<TaskFlowId, StoreFault> {
    let name = front.strip_suffix(&[0]).and_then(|name| std::str::from_utf8(name).ok()).ok_or_else(|| bad_key(front))?;
    Ok(TaskFlowId(name.to_owned()))
}

fn bad_key(key: &[u8]) -> StoreFault {
    StoreFault::damaged(format!("the key {} is not of this format", hex(key)))
}

/// The bytes of a value: a version byte and named fields.
///
/// # Errors
/// [`StoreFault::Damaged`] should the value not encode.
pub(super) fn pack<T: Serialize>(value: &T) -> Result<Vec<u8>, StoreFault> {
    let mut bytes = Vec::with_capacity(256);
    bytes.push(VALUE_FORMAT);
    rmp_serde::encode::write_named(&mut bytes, value).map_err(|error| StoreFault::damaged(error.to_string()))?;
    Ok(bytes)
}

/// The value of packed bytes. Fields that `T` does not have are passed over.
///
/// # Errors
/// [`StoreFault::NewerFormat`] and [`StoreFault::Damaged`].
pub(super) fn unpack<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, StoreFault> {
    match bytes.split_first() {
        Some((&VALUE_FORMAT, value)) => rmp_serde::from_slice(value).map_err(|error| StoreFault::damaged(error.to_string())),
        Some((&found, _)) => Err(StoreFault::NewerFormat { found: found.into(), known: VALUE_FORMAT.into() }),
        None => Err(StoreFault::damaged("an empty value")),
    }
}

/// The outcomes in parts that are small enough for a page of sled.
pub(super) fn outcome_parts(outcomes: &[(u32, RowOutcome)]) -> impl Iterator<Item = &[(u32, RowOutcome)]> {
    let mut rest = outcomes;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let mut bytes = 0;
        let fits = rest.iter().take(OUTCOME_ROWS).take_while(|(_, outcome)| {
            bytes += outcome_size(outcome);
            bytes <= OUTCOME_BYTES
        });
        let (part, later) = rest.split_at(fits.count().max(1));
        rest = later;
        Some(part)
    })
}

/// About how many bytes an outcome takes when packed with its row number.
fn outcome_size(outcome: &RowOutcome) -> usize {
    let words = match outcome {
        RowOutcome::Added | RowOutcome::NotSelected => 6,
        RowOutcome::Updated(_) | RowOutcome::LeftAlone(_) => 18,
        RowOutcome::Joined(_) => 14,
        RowOutcome::Invalid(rules) => 12 + rules.iter().map(|rule| rule.len() + 2).sum::<usize>(),
    };
    6 + words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_sort_as_their_numbers_and_come_apart_again() {
        let keys: Vec<_> =
            [(1, 2), (1, 256), (2, 1), (256, 1), (u64::MAX, 0)].map(|(id, commit)| customer_key(CustomerId(id), Revision(commit))).into();
        assert!(keys.is_sorted());
        let flow = TaskFlowId("pit-2026".into());
        let key = dossier_key(&flow, CustomerId(7), Revision(300));
        let (front, commit) = split_number(&key).unwrap();
        let (front, id) = split_number(front).unwrap();
        assert_eq!((flow_of(front).unwrap(), id, commit), (flow, 7, 300));
    }

    #[test]
    fn keys_of_another_format_are_damage_not_a_panic() {
        assert!(matches!(split_number(&[1, 2]), Err(StoreFault::Damaged { .. })));
        assert!(matches!(number(&[0; 9]), Err(StoreFault::Damaged { .. })));
        assert!(matches!(flow_of(b"pit-2026"), Err(StoreFault::Damaged { .. })));
        assert!(matches!(flow_of(&[0xff, 0]), Err(StoreFault::Damaged { .. })));
    }

    #[test]
    fn values_say_their_version_and_pass_over_new_fields() {
        #[derive(Serialize)]
        struct Richer {
            added_later: Vec<u8>,
            format: u32,
            store: String,
        }
        let schema = Schema { format: 1, store: "ab".into() };
        let bytes = pack(&Richer { added_later: vec![1], format: 1, store: "ab".into() }).unwrap();
        assert_eq!(unpack::<Schema>(&bytes).unwrap(), schema);
        let mut newer = pack(&schema).unwrap();
        newer[0] = 2;
        assert!(matches!(unpack::<Schema>(&newer), Err(StoreFault::NewerFormat { found: 2, known: 1 })));
        assert!(matches!(unpack::<Schema>(&[]), Err(StoreFault::Damaged { .. })));
        assert!(matches!(unpack::<Schema>(&bytes[..bytes.len() - 1]), Err(StoreFault::Damaged { .. })));
    }

    #[test]
    fn parts_of_outcomes_are_all_rows_in_order_and_small() {
        let rules = |count: usize| RowOutcome::Invalid(vec!["national-number.check-digits".to_owned(); count]);
        let outcomes: Vec<_> = (2..5_000_u32)
            .map(|row| match row % 5 {
                0 => (row, RowOutcome::Added),
                1 => (row, RowOutcome::Updated(CustomerId(row.into()))),
                2 => (row, RowOutcome::LeftAlone(CustomerId(u64::MAX))),
                3 => (row, RowOutcome::NotSelected),
                _ => (row, rules(row as usize % 7)),
            })
            .chain([(9_000, rules(1_000)), (9_001, RowOutcome::Added)])
            .collect();
        let parts: Vec<_> = outcome_parts(&outcomes).collect();
        assert_eq!(parts.concat(), outcomes);
        for part in parts {
            let size = pack(&part).unwrap().len();
            assert!(part.len() <= OUTCOME_ROWS && (size <= 8 * 1024 || part.len() == 1), "{} rows, {size} bytes", part.len());
        }
        assert_eq!(outcome_parts(&[]).count(), 0);
    }
}
