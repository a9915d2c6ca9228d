//! Erasing people: what was kept of them goes once their commit is visible, and again at the next opening if
//! that was cut short.
//!
//! Nothing of them is left in the trees but the number of the customer, that it is gone, and the counts in the journal.
//! The engine writes over the bytes themselves when it needs the room.

use std::collections::{BTreeMap, HashSet};

use super::fault::{At as _, StoreFault};
use super::layout::{ERASING, Erasing, FORGOTTEN, Forgotten, GONE, customer_key, pack, split_number, unpack};
use super::open::Opened;
use crate::domain::customer::CustomerId;
use crate::domain::memory::{Lesson, Telling};
use crate::domain::record::decode;
use crate::domain::snapshot::Revision;

/// Writes down who is to be erased once the commit of that number is visible, and which lessons go with them.
pub(super) fn note_erased(open: &Opened, number: Revision, customers: Vec<CustomerId>) -> Result<(), StoreFault> {
    if customers.is_empty() {
        return Ok(());
    }
    let path = open.place.sled();
    let mut telling = Telling::default();
    for &id in &customers {
        for record in open.trees.customers.range(customer_key(id, Revision(0))..customer_key(id, number)).values() {
            let record = record.at(&path)?;
            // A version that cannot be read goes as well; what it says is known to nobody.
            if record != GONE
                && let Ok(customer) = decode(&record)
            {
                telling.add(id, &customer.values);
            }
        }
    }
    let mut lessons = Vec::new();
    for item in &open.trees.lessons {
        let (key, bytes) = item.at(&path)?;
        if unpack::<Lesson>(&bytes).is_ok_and(|lesson| telling.tells(&lesson)) {
            lessons.push(key.to_vec());
        }
    }
    open.db.insert(ERASING, pack(&Erasing { number, customers, lessons })?).at(&path)?;
    Ok(())
}

/// Removes what was erased by a commit that is visible, and forgets about what was to be erased by one
/// that is not.
pub(super) fn erase(open: &Opened) -> Result<(), StoreFault> {
    let path = open.place.sled();
    let Some(bytes) = open.db.get(ERASING).at(&path)? else { return Ok(()) };
    let erasing: Erasing = unpack(&bytes)?;
    let mut batch = sled::Batch::default();
    if erasing.number <= head(open)? {
        erase_customers(open, &erasing)?;
        erase_dossiers(open, &erasing)?;
        for key in &erasing.lessons {
            open.trees.lessons.remove(key).at(&path)?;
        }
        // Durable before the note about it goes: else a power cut could leave bytes that nobody looks for.
        open.secure()?;
        // The copies have these people too. Where one cannot be removed the note stays, and the next opening tries again.
        if let Err(fault) = super::thinning::forget(&open.place) {
            tracing::warn!("somebody who was erased is still in a copy of the store: {fault}");
            return Ok(());
        }
        if !erasing.lessons.is_empty() {
            batch.insert(FORGOTTEN, pack(&counting(forgotten(open)?, &erasing.lessons)?)?);
        }
    }
    batch.remove(ERASING);
    open.db.apply_batch(batch).at(&path)?;
    open.secure()
}

/// How many lessons of each commit went with people.
pub(super) fn forgotten(open: &Opened) -> Result<Forgotten, StoreFault> {
    let bytes = open.db.get(FORGOTTEN).at(&open.place.sled())?;
    bytes.map_or_else(|| Ok(Forgotten::default()), |bytes| unpack(&bytes))
}

/// Counted by the note, not by what is still found: an erasing that was cut short counts the same again.
fn counting(mut forgotten: Forgotten, keys: &[Vec<u8>]) -> Result<Forgotten, StoreFault> {
    let mut counts: BTreeMap<Revision, u64> = BTreeMap::new();
    for key in keys {
        *counts.entry(Revision(split_number(key)?.1)).or_default() += 1;
    }
    for (revision, count) in counts {
        *forgotten.lessons.entry(revision).or_default() += count;
    }
    Ok(forgotten)
}

fn erase_customers(open: &Opened, erasing: &Erasing) -> Result<(), StoreFault> {
    let path = open.place.sled();
    for &id in &erasing.customers {
        let older = customer_key(id, Revision(0))..customer_key(id, erasing.number);
        for key in open.trees.customers.range(older).keys().collect::<sled::Result<Vec<_>>>().at(&path)? {
            open.trees.customers.remove(key).at(&path)?;
        }
    }
    Ok(())
}

/// One walk over all keys, whatever task flows there are: nothing of these people may be passed over.
fn erase_dossiers(open: &Opened, erasing: &Erasing) -> Result<(), StoreFault> {
    let path = open.place.sled();
    let erased: HashSet<u64> = erasing.customers.iter().map(|id| id.0).collect();
    let mut theirs = Vec::new();
    for key in open.trees.dossiers.iter().keys() {
        let key = key.at(&path)?;
        if erased.contains(&split_number(split_number(&key)?.0)?.1) {
            theirs.push(key);
        }
    }
    for key in theirs {
        open.trees.dossiers.remove(key).at(&path)?;
    }
    Ok(())
}

/// The last visible commit, as the store says now: the one that erases may just have become that.
fn head(open: &Opened) -> Result<Revision, StoreFault> {
    let bytes = open.db.get(super::layout::HEAD).at(&open.place.sled())?;
    let bytes = bytes.ok_or_else(|| StoreFault::damaged("nothing says what is visible"))?;
    unpack::<super::layout::Head>(&bytes).map(|head| head.revision)
}
