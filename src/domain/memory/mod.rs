//! The season memory: what the whole office learned in earlier imports.
//!
//! Lessons are learned by an import and kept with it: they are in its [change
//! set](super::change_set::ChangeSet) and become visible with the commit or not at all. They come
//! back in later imports as proposals that name the import they are from; nothing here is applied
//! without a person. Mappings are saved and forgotten on their own.
//!
//! # What is kept of people
//!
//! Lessons are personal data, as the customers are:
//!
//! | what | of whom | in which words |
//! |---|---|---|
//! | [`Lesson::Fix`] | whoever stood in the row | the text of the cell as the workbook had it, and the text that took its place: a name, an address, a national number |
//! | [`Lesson::Apart`] | the customer and the person of the row, who need not be a customer | the customer's number; the national number of the row, or else hashes of its e-mail address and name, which can be found again by trying |
//! | [`SavedMapping`] | nobody | headings, as the workbook had them |
//! | [`Remembered`] | the colleague | login name and moment |
//!
//! All of it lies in the store's own directory, under the modes that protect the customers, and
//! nowhere else: no copy is made outside of it. It is neither masked nor encrypted there. Older
//! versions of a lesson are kept for the life of the store, as those of customers are. The keys
//! under which the store has it are hashes with the random name of the store in them, so that
//! messages that name a key tell nothing about a person.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::Hash;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::customer::CustomerId;
use super::field::Field;
use super::mapping::SavedMapping;
use super::snapshot::Revision;
use super::tidy::trim;

pub mod person_key;
pub mod telling;

pub use person_key::PersonKey;
pub use telling::Telling;

/// Something learned from what a person did in an import. Stored, so the variants, their fields and
/// their names stay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lesson {
    /// A cell was put right. Made by [`Lesson::fix`].
    Fix {
        /// The field of its column.
        field: Field,
        /// What stood in it, as the workbook gave it, without blanks at the edges. Never empty.
        before: String,
        /// What the person accepted or typed; empty where the cell was cleared.
        after: String,
    },
    /// "Not the same customer": a row was held apart from a stored customer that it resembles.
    Apart {
        /// The stored customer.
        customer: CustomerId,
        /// The person of the row.
        row: PersonKey,
    },
}

impl Lesson {
    /// Most characters on either side of a fix. What is longer is a remark, not a slip of the pen.
    pub const LONGEST: usize = 500;

    /// The lesson of a cell that held `before` and was put right as `after`. None where there is
    /// nothing to learn: nothing changed, the cell was empty, which says nothing about what belongs
    /// there, or a text is longer than [`Self::LONGEST`].
    #[must_use]
    pub fn fix(field: Field, before: &str, after: &str) -> Option<Self> {
        let (before, after) = (trim(before), trim(after));
        let is_long = |text: &str| text.chars().nth(Self::LONGEST).is_some();
        if before.is_empty() || before == after || is_long(before) || is_long(after) {
            return None;
        }
        Some(Self::Fix { field, before: before.to_owned(), after: after.to_owned() })
    }
}

/// Something remembered, and of which occasion it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remembered<T> {
    /// What is remembered.
    pub what: T,
    /// Of a lesson, the import that it was learned in. Of a mapping, the last import before it was saved.
    pub revision: Revision,
    /// When it was learned or saved.
    pub when: Timestamp,
    /// Login name of the person.
    pub who: String,
}

/// Everything remembered, to be asked for each row: an answer costs one look into a hash table and
/// copies nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Memory {
    fixes: HashMap<Field, HashMap<String, Remembered<String>>>,
    apart: HashMap<(CustomerId, PersonKey), Remembered<CustomerId>>,
    mappings: Vec<Remembered<SavedMapping>>,
    unreadable: u64,
}

impl Memory {
    /// As what a cell of that field with that text was put right, blanks at its edges aside.
    #[must_use]
    pub fn fix(&self, field: Field, before: &str) -> Option<&Remembered<String>> {
        self.fixes.get(&field)?.get(trim(before))
    }

    /// When, and by whom, that row was held apart from that stored customer.
    #[must_use]
    pub fn apart(&self, customer: CustomerId, row: &PersonKey) -> Option<&Remembered<CustomerId>> {
        self.apart.get(&(customer, *row))
    }

    /// The saved mappings, newest first, those of one moment by name; no two have the same one.
    #[must_use]
    pub fn mappings(&self) -> &[Remembered<SavedMapping>] {
        &self.mappings
    }

    /// How many cells are known to be put right.
    #[must_use]
    pub fn fix_count(&self) -> usize {
        self.fixes.values().map(HashMap::len).sum()
    }

    /// How many rows are known to be held apart from a customer.
    #[must_use]
    pub fn apart_count(&self) -> usize {
        self.apart.len()
    }

    /// Lessons and mappings that the store has and cannot read: damaged, or of a newer program.
    #[must_use]
    pub const fn unreadable(&self) -> u64 {
        self.unreadable
    }

    /// Takes a lesson up. It takes the place of an older one about the same cell text, or the same row
    /// and customer; of two of one import the later one stays.
    pub fn learn(&mut self, lesson: Remembered<Lesson>) {
        let Remembered { what, revision, when, who } = lesson;
        match what {
            Lesson::Fix { field, before, after } => {
                let before = if trim(&before).len() == before.len() { before } else { trim(&before).to_owned() };
                put_newest(self.fixes.entry(field).or_default(), before, Remembered { what: after, revision, when, who });
            }
            Lesson::Apart { customer, row } => {
                put_newest(&mut self.apart, (customer, row), Remembered { what: customer, revision, when, who });
            }
        }
    }

    /// Takes a mapping up, in the place of the one of its name.
    pub fn keep_mapping(&mut self, mapping: Remembered<SavedMapping>) {
        self.forget_mapping(&mapping.what.name);
        let place = |of: &Remembered<SavedMapping>| (Reverse((of.revision, of.when)), of.what.name.clone());
        let own = place(&mapping);
        let at = self.mappings.partition_point(|known| place(known) < own);
        self.mappings.insert(at, mapping);
    }

    /// Lets the mapping of that name go, where there is one.
    pub fn forget_mapping(&mut self, name: &str) {
        self.mappings.retain(|known| known.what.name != name);
    }

    /// Counts something that cannot be read.
    pub const fn miss_one(&mut self) {
        self.unreadable += 1;
    }
}

/// Puts a lesson in its place, unless a newer one is there.
fn put_newest<K: Eq + Hash, T>(known: &mut HashMap<K, Remembered<T>>, key: K, lesson: Remembered<T>) {
    match known.entry(key) {
        Entry::Occupied(older) if older.get().revision > lesson.revision => {}
        Entry::Occupied(mut older) => {
            older.insert(lesson);
        }
        Entry::Vacant(place) => {
            place.insert(lesson);
        }
    }
}

#[cfg(test)]
mod tests;
