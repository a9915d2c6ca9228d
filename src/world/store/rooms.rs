//! Every record of a store as it lies there, room by room: for a backup, and for the store that is made of one.

use super::fault::{At as _, StoreFault};
use super::layout::{
    ERASING, Entry, Erasing, FORGOTTEN, Forgotten, GONE, HEAD, Head, INTENT, Intent, KeptMapping, SCHEMA, Schema, number, unpack,
};
use super::modes::{Access, Umask};
use super::open::{Engine, Opened, Trees, engine};
use super::place::{About, FORMAT, Place};
use crate::domain::change_set::RowOutcome;
use crate::domain::memory::Lesson;
use crate::domain::snapshot::Revision;
use crate::domain::task_flow::TaskFlow;
use crate::domain::{dossier_record, record};

/// A room of a store. `layout` says what lies in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(in crate::world) enum Room {
    /// Which store it is, what is visible, and which numbers were given out.
    Settled,
    Customers,
    Dossiers,
    Flows,
    Journal,
    Outcomes,
    Commits,
    Lessons,
    Mappings,
}

impl Room {
    pub(in crate::world) const ALL: [Self; 9] = [
        Self::Settled,
        Self::Customers,
        Self::Dossiers,
        Self::Flows,
        Self::Journal,
        Self::Outcomes,
        Self::Commits,
        Self::Lessons,
        Self::Mappings,
    ];

    /// Whether it is the room of what the store says of itself.
    pub(in crate::world) const fn is_settled(self) -> bool {
        matches!(self, Self::Settled)
    }

    fn tree(self, of: &Opened) -> &sled::Tree {
        tree(self, &of.db, &of.trees)
    }
}

fn tree<'a>(room: Room, db: &'a sled::Db, trees: &'a Trees) -> &'a sled::Tree {
    match room {
        Room::Settled => db,
        Room::Customers => &trees.customers,
        Room::Dossiers => &trees.dossiers,
        Room::Flows => &trees.flows,
        Room::Journal => &trees.journal,
        Room::Outcomes => &trees.outcomes,
        Room::Commits => &trees.commits,
        Room::Lessons => &trees.lessons,
        Room::Mappings => &trees.mappings,
    }
}

/// Which store it is, and how far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::world) struct Identity {
    /// Random name of the store.
    pub(in crate::world) store: String,
    /// Format of its directory.
    pub(in crate::world) format: u32,
    /// The last visible commit.
    pub(in crate::world) revision: Revision,
}

/// The records of a store that is open and held: nobody changes anything meanwhile.
pub(in crate::world) struct Records<'a> {
    pub(super) open: &'a Opened,
}

impl Records<'_> {
    pub(in crate::world) fn identity(&self) -> Identity {
        let Opened { schema, head, .. } = self.open;
        Identity { store: schema.store.clone(), format: schema.format, revision: head.revision }
    }

    /// How many records there are in a room. Walks all of them.
    pub(in crate::world) fn count(&self, room: Room) -> u64 {
        room.tree(self.open).len() as u64
    }

    /// Gives every record of a room, key and value, in the order of the keys.
    pub(in crate::world) fn each<F: From<StoreFault>>(
        &self,
        room: Room,
        mut each: impl FnMut(&[u8], &[u8]) -> Result<(), F>,
    ) -> Result<(), F> {
        let path = self.open.place.sled();
        for item in room.tree(self.open) {
            let (key, value) = item.at(&path)?;
            each(&key, &value)?;
        }
        Ok(())
    }
}

/// The engine's directory of a store that is being made of records. It is no store before `finish`.
pub(in crate::world) struct Remaking {
    trees: Trees,
    db: Engine,
    place: Place,
    _umask: Umask,
}

impl Remaking {
    /// Begins in a directory that is there, and has no store in it.
    pub(super) fn begin(place: &Place) -> Result<Self, StoreFault> {
        let (sled, umask) = (place.sled(), Umask::set(Access::Private));
        let db = engine(&sled)?;
        let trees = Trees::open(&db).at(&sled)?;
        Ok(Self { trees, db, place: place.clone(), _umask: umask })
    }

    /// Puts a record where it lay, once it is known to be one that this program reads.
    pub(in crate::world) fn put(&self, room: Room, key: &[u8], value: &[u8]) -> Result<(), StoreFault> {
        readable(room, key, value)?;
        tree(room, &self.db, &self.trees).insert(key, value).at(&self.place.sled())?;
        Ok(())
    }

    /// Makes everything durable, and writes down the format and that it is for the person alone.
    pub(in crate::world) fn finish(self, format: u32) -> Result<(), StoreFault> {
        super::durable::secure(&self.db, &self.place.sled())?;
        drop((self.trees, self.db));
        self.place.write_about(About { format, access: Access::Private })
    }
}

/// Whether a record can be read by this program, every field of it.
///
/// # Errors
/// [`StoreFault::NewerFormat`] and [`StoreFault::Damaged`].
pub(in crate::world) fn readable(room: Room, key: &[u8], value: &[u8]) -> Result<(), StoreFault> {
    match room {
        Room::Settled => readable_settled(key, value),
        Room::Customers | Room::Dossiers if value == GONE => Ok(()),
        Room::Customers => record::decode(value).and_then(|_| record::keys(value)).map(drop).map_err(StoreFault::from),
        Room::Dossiers => dossier_record::decode(value).map(drop).map_err(StoreFault::from),
        Room::Flows => unpack::<TaskFlow>(value).map(drop),
        Room::Journal => unpack::<Entry>(value).map(drop),
        Room::Outcomes => unpack::<Vec<(u32, RowOutcome)>>(value).map(drop),
        Room::Commits => number(value).map(drop),
        Room::Lessons => unpack::<Lesson>(value).map(drop),
        Room::Mappings => unpack::<KeptMapping>(value).map(drop),
    }
}

/// What a record says of the store itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::world) enum Settled {
    /// Which store it is.
    Schema {
        /// Its random name.
        store: String,
        /// Format of its directory.
        format: u32,
    },
    /// What is visible.
    Head {
        /// The last commit.
        revision: Revision,
    },
}

/// What a record says of the store itself; none where it says nothing.
///
/// # Errors
/// [`StoreFault::Damaged`].
pub(in crate::world) fn settled(room: Room, key: &[u8], value: &[u8]) -> Result<Option<Settled>, StoreFault> {
    Ok(match (room, key) {
        (Room::Settled, SCHEMA) => {
            let Schema { format, store } = unpack(value)?;
            Some(Settled::Schema { store, format })
        }
        (Room::Settled, HEAD) => Some(Settled::Head { revision: unpack::<Head>(value)?.revision }),
        _ => None,
    })
}

fn readable_settled(key: &[u8], value: &[u8]) -> Result<(), StoreFault> {
    match key {
        SCHEMA => {
            let Schema { format, .. } = unpack(value)?;
            if format > FORMAT { Err(StoreFault::NewerFormat { found: format, known: FORMAT }) } else { Ok(()) }
        }
        HEAD => unpack::<Head>(value).map(drop),
        INTENT => unpack::<Intent>(value).map(drop),
        ERASING => unpack::<Erasing>(value).map(drop),
        FORGOTTEN => unpack::<Forgotten>(value).map(drop),
        unknown => Err(StoreFault::damaged(format!("nobody knows what {} is", String::from_utf8_lossy(unknown)))),
    }
}
