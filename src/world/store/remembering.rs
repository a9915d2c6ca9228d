//! The season memory in the store: lessons, which are written with their commit and visible with it, and
//! mappings, which are saved and forgotten on their own.
//!
//! Nothing of it stands in the way of the customers: a lesson or a mapping that cannot be read is
//! passed over and counted, [`Memory::unreadable`] says how many there are, and a check says which.
//! What the engine itself finds damaged is another matter: then the disk or the file is failing, and
//! the store is refused as it is for customers.

use std::collections::HashMap;

use super::fault::{At as _, StoreFault};
use super::layout::{KeptMapping, lesson_key, mapping_key, pack, unpack};
use super::open::Opened;
use super::reading::last_of;
use crate::domain::change_set::Hand;
use crate::domain::mapping::SavedMapping;
use crate::domain::memory::{Lesson, Memory, Remembered};
use crate::domain::snapshot::{PastImport, Revision};

/// A lesson with the key of its version.
pub(super) type Keyed<'a> = ([u8; 24], &'a Lesson);

/// The lessons of a commit in the order of their keys. Of two about the same thing the later one comes
/// later, and is written over the other.
pub(super) fn keyed<'a>(open: &Opened, lessons: &'a [Lesson], commit: Revision) -> Vec<Keyed<'a>> {
    let mut keyed: Vec<_> = lessons.iter().map(|lesson| (lesson_key(&open.schema.store, lesson, commit), lesson)).collect();
    keyed.sort_by_key(|(key, _)| *key);
    keyed
}

/// How many lessons are left when each is written over the one before it that has its key.
pub(super) fn distinct(keyed: &[Keyed<'_>]) -> u64 {
    keyed.chunk_by(|one, other| one.0 == other.0).count() as u64
}

/// Writes one lesson. Nobody sees it before its commit is visible.
pub(super) fn put_lesson(open: &Opened, (key, lesson): &Keyed<'_>) -> Result<(), StoreFault> {
    open.trees.lessons.insert(key, pack(lesson)?).at(&open.place.sled())?;
    Ok(())
}

/// Everything remembered. Moment and person of a lesson are those of its import.
pub(super) fn memory(open: &Opened, imports: &[PastImport]) -> Result<Memory, StoreFault> {
    let stands = imports.iter().filter(|import| import.taken_back.is_none());
    let commits: HashMap<Revision, &PastImport> = stands.map(|import| (import.revision, import)).collect();
    let mut memory = Memory::default();
    // What an import taught goes with it when it is taken back. What the journal does not know was left by a commit that was swept by a program from before
    // there were lessons: it does not count, though its number was passed since.
    last_of(
        open,
        &open.trees.lessons,
        |version| commits.contains_key(&version),
        |_, revision, bytes| {
            match (unpack::<Lesson>(bytes), commits.get(&revision)) {
                (Ok(what), Some(import)) => memory.learn(Remembered { what, revision, when: import.when, who: import.who.clone() }),
                _ => memory.miss_one(),
            }
            Ok(())
        },
    )?;
    for bytes in open.trees.mappings.iter().values() {
        match unpack::<KeptMapping>(&bytes.at(&open.place.sled())?) {
            Ok(KeptMapping { mapping, revision, when, who }) => memory.keep_mapping(Remembered { what: mapping, revision, when, who }),
            Err(_) => memory.miss_one(),
        }
    }
    Ok(memory)
}

/// Saves a mapping, in the place of the one of its name. One write, so all of it or nothing.
pub(super) fn remember_mapping(open: &Opened, mapping: &SavedMapping, hand: &Hand) -> Result<(), StoreFault> {
    let key = mapping_key(&open.schema.store, &mapping.name);
    let kept = KeptMapping { mapping: mapping.clone(), revision: open.head.revision, when: hand.when, who: hand.who.clone() };
    open.trees.mappings.insert(key, pack(&kept)?).at(&open.place.sled())?;
    open.secure()
}

/// Removes the mapping of that name, where there is one. Its bytes stay in the engine's log until the
/// engine writes over them.
pub(super) fn forget_mapping(open: &Opened, name: &str) -> Result<(), StoreFault> {
    match open.trees.mappings.remove(mapping_key(&open.schema.store, name)).at(&open.place.sled())? {
        Some(_) => open.secure(),
        None => Ok(()),
    }
}
