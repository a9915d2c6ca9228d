//! A record as a line, and back.

use serde::{Deserialize, Serialize};

use super::plain::Plain;
use crate::domain::dossier_record;
use crate::domain::matching::MatchKeys;
use crate::world::ids::hex;
use crate::world::store::Room;

/// Where a record lies: in a room of the store, or in the outbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shelf {
    Store(Room),
    Outbox,
}

/// A part of a key.
#[derive(Clone, Copy)]
enum Part {
    /// 64 bits, big-endian.
    Number,
    /// A text, closed by a 0.
    Name,
    /// 16 bytes of a hash.
    Hash,
    /// A text that goes to the end.
    Text,
}

impl Shelf {
    /// Every shelf, in the order in which they are written.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        Room::ALL.into_iter().map(Self::Store).chain([Self::Outbox])
    }

    /// Its name in a backup. Stable.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Store(Room::Settled) => "settled",
            Self::Store(Room::Customers) => "customers",
            Self::Store(Room::Dossiers) => "dossiers",
            Self::Store(Room::Flows) => "flows",
            Self::Store(Room::Journal) => "journal",
            Self::Store(Room::Outcomes) => "outcomes",
            Self::Store(Room::Commits) => "commits",
            Self::Store(Room::Lessons) => "lessons",
            Self::Store(Room::Mappings) => "mappings",
            Self::Outbox => "outbox",
        }
    }

    pub(super) fn named(name: &str) -> Option<Self> {
        Self::all().find(|shelf| shelf.name() == name)
    }

    const fn key(self) -> &'static [Part] {
        match self {
            Self::Store(Room::Settled | Room::Commits) => &[Part::Text],
            Self::Store(Room::Customers | Room::Outcomes) => &[Part::Number, Part::Number],
            Self::Store(Room::Dossiers) => &[Part::Name, Part::Number, Part::Number],
            Self::Store(Room::Flows) => &[Part::Name, Part::Number],
            Self::Store(Room::Journal) | Self::Outbox => &[Part::Number],
            Self::Store(Room::Lessons) => &[Part::Hash, Part::Number],
            Self::Store(Room::Mappings) => &[Part::Hash],
        }
    }

    /// How many bytes stand before the MessagePack of a record; more than there are where there is none.
    fn front(self, value: &[u8]) -> usize {
        match self {
            Self::Store(Room::Customers) => 1 + MatchKeys::BYTES,
            Self::Store(Room::Dossiers) => dossier_record::front(value),
            Self::Store(Room::Commits) => usize::MAX,
            Self::Store(_) | Self::Outbox => 1,
        }
    }
}

/// A record as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Line {
    room: String,
    key: Vec<Plain>,
    front: String,
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "some")]
    value: Option<Plain>,
}

/// A value that is there is one, also where it is `null`.
fn some<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Plain>, D::Error> {
    Plain::deserialize(deserializer).map(Some)
}

impl Line {
    /// The line of a record; none where the key is not of the format.
    pub(super) fn of(shelf: Shelf, key: &[u8], value: &[u8]) -> Option<Self> {
        let key = apart(shelf.key(), key)?;
        let at = shelf.front(value);
        let (front, value) = match value.split_at_checked(at).and_then(|(front, rest)| Some((front, Plain::of(rest)?))) {
            Some((front, plain)) => (front, Some(plain)),
            None => (value, None),
        };
        Some(Self { room: shelf.name().to_owned(), key, front: hex(front), value })
    }

    /// The record of a line: its shelf, key and value.
    pub(super) fn record(&self) -> Option<(Shelf, Vec<u8>, Vec<u8>)> {
        let shelf = Shelf::named(&self.room)?;
        let key = together(shelf.key(), &self.key)?;
        let mut value = bytes_of(&self.front)?;
        if let Some(plain) = &self.value {
            value.extend(plain.bytes()?);
        }
        Some((shelf, key, value))
    }
}

/// The bytes of hexadecimal text, as [`hex`] writes it.
fn bytes_of(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: &u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    };
    let pairs = text.as_bytes().chunks(2);
    pairs.map(|pair| if let [high, low] = pair { Some(digit(high)? << 4 | digit(low)?) } else { None }).collect()
}

/// The parts of a key.
fn apart(parts: &[Part], key: &[u8]) -> Option<Vec<Plain>> {
    let mut rest = key;
    let mut taken = Vec::with_capacity(parts.len());
    for part in parts {
        let (plain, behind) = match part {
            Part::Number => {
                let (number, behind) = rest.split_first_chunk()?;
                (Plain::Natural(u64::from_be_bytes(*number)), behind)
            }
            Part::Name => {
                let end = rest.iter().position(|byte| *byte == 0)?;
                (Plain::Text(std::str::from_utf8(rest.get(..end)?).ok()?.to_owned()), rest.get(end + 1..)?)
            }
            Part::Hash => {
                let (hash, behind) = rest.split_first_chunk::<16>()?;
                (Plain::Text(hex(hash)), behind)
            }
            Part::Text => (Plain::Text(std::str::from_utf8(rest).ok()?.to_owned()), &[][..]),
        };
        taken.push(plain);
        rest = behind;
    }
    rest.is_empty().then_some(taken)
}

/// The key of its parts.
fn together(parts: &[Part], key: &[Plain]) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(32);
    if parts.len() != key.len() {
        return None;
    }
    for (part, plain) in parts.iter().zip(key) {
        match (part, plain) {
            (Part::Number, Plain::Natural(number)) => bytes.extend(number.to_be_bytes()),
            (Part::Name, Plain::Text(name)) if !name.contains('\0') => {
                bytes.extend(name.as_bytes());
                bytes.push(0);
            }
            (Part::Hash, Plain::Text(hash)) => bytes.extend(<[u8; 16]>::try_from(bytes_of(hash)?).ok()?),
            (Part::Text, Plain::Text(text)) => bytes.extend(text.as_bytes()),
            _ => return None,
        }
    }
    Some(bytes)
}
