//! The store as one session sees it, with the keys of its customers indexed.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::{BuildHasherDefault, Hasher};

use super::MatchKeys;
use super::keys::{email_and_name, name_and_birth};
use crate::domain::dossier::Status;
use crate::domain::snapshot::Snapshot;

/// Past this many customers under one key (an institution's address, the office's own e-mail address)
/// none of them is compared one by one: such a key tells nobody apart.
pub(crate) const CROWD: usize = 100;

/// Hashes keys that are hashes or register numbers already: one multiplication spreads them.
#[derive(Debug, Clone, Copy, Default)]
pub struct KeyHasher(u64);

impl Hasher for KeyHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u64(u64::from(byte));
        }
    }

    fn write_u64(&mut self, key: u64) {
        // The golden ratio spreads register numbers, which differ in few low bits; the rotation
        // brings the spread bits to where the table looks first.
        self.0 = (self.0 ^ key).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(26);
    }
}

/// A map from a key of a person to whoever has it.
pub type KeyMap = HashMap<u64, Group, BuildHasherDefault<KeyHasher>>;

/// Whoever shares one key, ascending. Nearly always one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Group {
    /// One.
    One(u32),
    /// Several. Boxed once more so that the common case stays two words.
    Many(Box<Vec<u32>>),
}

impl Group {
    /// The members, ascending.
    #[must_use]
    pub fn members(&self) -> &[u32] {
        match self {
            Self::One(member) => std::slice::from_ref(member),
            Self::Many(members) => members,
        }
    }

    /// Adds a member at its place in `map`; key 0 ("not known") is left out.
    pub fn join(map: &mut KeyMap, key: u64, member: u32) {
        if key == 0 {
            return;
        }
        match map.entry(key) {
            Entry::Vacant(place) => {
                place.insert(Self::One(member));
            }
            Entry::Occupied(mut group) => group.get_mut().admit(member),
        }
    }

    /// Takes a member out of its place in `map`, where it is there.
    pub fn leave(map: &mut KeyMap, key: u64, member: u32) {
        let Entry::Occupied(mut place) = map.entry(key) else { return };
        let is_empty = match place.get_mut() {
            Self::One(known) => *known == member,
            Self::Many(members) => {
                if let Ok(at) = members.binary_search(&member) {
                    members.remove(at);
                }
                if let [last] = members.as_slice() {
                    let last = *last;
                    place.insert(Self::One(last));
                }
                false
            }
        };
        if is_empty {
            place.remove();
        }
    }

    fn admit(&mut self, member: u32) {
        match self {
            Self::One(known) if *known == member => {}
            Self::One(known) => *self = Self::Many(Box::new(vec![(*known).min(member), (*known).max(member)])),
            Self::Many(members) => {
                if let Err(at) = members.binary_search(&member) {
                    members.insert(at, member);
                }
            }
        }
    }

    /// The members under `key` in `map`; none under key 0.
    #[must_use]
    pub fn under(map: &KeyMap, key: u64) -> &[u32] {
        if key == 0 {
            return &[];
        }
        map.get(&key).map_or(&[], Self::members)
    }
}

/// Everybody under a key; `known` is 0 for nobody who has one. Each table is filled alone, and has room for all from the start: so it
/// stays within the processor's cache, and nothing is moved while it grows.
fn index(snapshot: &Snapshot, known: impl Fn(&MatchKeys) -> u64, key: impl Fn(&MatchKeys) -> u64) -> KeyMap {
    let room = snapshot.all_keys().filter(|keys| known(keys) != 0).count();
    let mut map = KeyMap::with_capacity_and_hasher(room, BuildHasherDefault::default());
    for (member, keys) in (0_u32..).zip(snapshot.all_keys()) {
        Group::join(&mut map, key(keys), member);
    }
    map
}

/// The dossiers not sent yet of the newest task flow that is in use and has dossiers.
fn unsent(snapshot: &Snapshot) -> usize {
    let flow = snapshot.flows.iter().find(|flow| !flow.archived && snapshot.dossier_count(&flow.id) > 0);
    flow.map_or(0, |flow| snapshot.dossiers(&flow.id).filter(|(_, head)| head.about.status == Status::NotSentYet).count())
}

/// A snapshot of the store with its customers findable by every key.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stock {
    /// The snapshot; members of the groups are indexes into it.
    pub snapshot: Snapshot,
    national: KeyMap,
    partner: KeyMap,
    code: KeyMap,
    email: KeyMap,
    /// By e-mail address and name together, for the addresses that a crowd shares.
    crowded_email: KeyMap,
    name_and_birth: KeyMap,
    address: KeyMap,
    unsent: usize,
}

impl Stock {
    /// How many dossiers of the newest task flow in use were not sent anything yet. Counted once: the start screen is drawn often.
    #[must_use]
    pub const fn unsent(&self) -> usize {
        self.unsent
    }

    /// Indexes a snapshot. No record is decoded.
    #[must_use]
    pub fn new(snapshot: Snapshot) -> Self {
        let email = index(&snapshot, |keys| keys.email, |keys| keys.email);
        let crowds = email.values().map(Group::members).filter(|members| members.len() > CROWD).flatten();
        let mut crowded_email = KeyMap::default();
        for member in crowds {
            Group::join(&mut crowded_email, email_and_name(&snapshot.keys(*member as usize)), *member);
        }
        Self {
            national: index(&snapshot, |keys| keys.national, |keys| keys.national),
            partner: index(&snapshot, |keys| keys.partner, |keys| keys.partner),
            code: index(&snapshot, |keys| keys.code, |keys| keys.code),
            crowded_email,
            name_and_birth: index(&snapshot, |keys| keys.name.min(keys.national), name_and_birth),
            address: index(&snapshot, |keys| keys.address, |keys| keys.address),
            email,
            unsent: unsent(&snapshot),
            snapshot,
        }
    }

    /// Customers whose own national number this is.
    #[must_use]
    pub fn with_national(&self, number: u64) -> &[u32] {
        Group::under(&self.national, number)
    }

    /// Customers whose partner's national number this is.
    #[must_use]
    pub fn with_partner(&self, number: u64) -> &[u32] {
        Group::under(&self.partner, number)
    }

    /// Customers with this client code.
    #[must_use]
    pub fn with_code(&self, code: u64) -> &[u32] {
        Group::under(&self.code, code)
    }

    /// Customers with this e-mail address.
    #[must_use]
    pub fn with_email(&self, email: u64) -> &[u32] {
        Group::under(&self.email, email)
    }

    /// Customers with the e-mail address and name of these keys.
    pub fn with_email_and_name(&self, keys: &MatchKeys) -> impl Iterator<Item = u32> {
        let with_email = if keys.name == 0 { &[] } else { self.with_email(keys.email) };
        let few = if with_email.len() > CROWD { Group::under(&self.crowded_email, email_and_name(keys)) } else { with_email };
        let name = keys.name;
        few.iter().copied().filter(move |&stored| self.keys(stored).name == name)
    }

    /// Customers with the name of these keys and the birth date that their national number tells.
    #[must_use]
    pub fn with_name_and_birth(&self, keys: &MatchKeys) -> &[u32] {
        Group::under(&self.name_and_birth, name_and_birth(keys))
    }

    /// Customers at this address.
    #[must_use]
    pub fn with_address(&self, address: u64) -> &[u32] {
        Group::under(&self.address, address)
    }

    /// The keys of the customer at `index`.
    #[must_use]
    pub fn keys(&self, index: u32) -> MatchKeys {
        self.snapshot.keys(index as usize)
    }
}
