//! A stored customer and a row, field by field.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization as _;

use super::Side;
use crate::domain::customer::Values;
use crate::domain::field::Field;
use crate::domain::postal_code::is_belgium;

/// How a field of the row stands to the same field of the stored customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Difference {
    /// Both hold the same.
    Same,
    /// The row gives nothing; the store keeps what it has.
    OnlyStore,
    /// The store has nothing yet.
    OnlyImport,
    /// Both hold something, and not the same.
    Differs,
}

impl Difference {
    /// Whether taking the import's side would change the store.
    #[must_use]
    pub const fn can_be_taken(self) -> bool {
        matches!(self, Self::OnlyImport | Self::Differs)
    }
}

/// One field of a duplicate, both sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The field.
    pub field: Field,
    /// What the store holds.
    pub store: String,
    /// What the row gives.
    pub import: String,
    /// How they stand to each other.
    pub difference: Difference,
    /// Which side is chosen.
    pub side: Side,
    /// The store keeps it of a partner who is no longer the partner: it goes with the number.
    pub is_outdated: bool,
}

impl Comparison {
    /// What the store will hold, as it is now chosen.
    #[must_use]
    pub fn result(&self) -> Cow<'_, str> {
        match self.side {
            Side::Import if self.difference.can_be_taken() => Cow::Borrowed(&self.import),
            Side::Both if self.difference.can_be_taken() => Cow::Owned(both_lists(&self.store, &self.import)),
            Side::Store | Side::Import | Side::Both if self.is_outdated => Cow::Borrowed(""),
            Side::Store | Side::Import | Side::Both => Cow::Borrowed(&self.store),
        }
    }

    /// Whether the store will hold something else than now.
    #[must_use]
    pub fn changes(&self) -> bool {
        self.result() != self.store
    }
}

/// What is kept of a partner beside the number.
const OF_PARTNER: [Field; 5] =
    [Field::SpouseFirstName, Field::SpouseLastName, Field::SpouseEmail, Field::SpouseMobile, Field::SpouseEnterpriseNumber];

/// Sees to it that a customer and the partner stay two people: nobody becomes their own partner, and what
/// is kept of a partner goes when another one comes.
pub(super) fn keep_partners_apart(comparisons: &mut [Comparison]) {
    let (own, partner) = (Field::NationalNumber, Field::SpouseNationalNumber);
    let result = |comparisons: &[Comparison], field| {
        comparisons.iter().find(|one| one.field == field).map(|one| one.result().into_owned()).unwrap_or_default()
    };
    if !result(comparisons, own).is_empty() && result(comparisons, own) == result(comparisons, partner) {
        let of_both = |one: &&mut Comparison| one.field == own || one.field == partner || OF_PARTNER.contains(&one.field);
        comparisons.iter_mut().filter(of_both).for_each(|one| one.side = Side::Store);
    }
    let another = comparisons.iter().any(|one| one.field == partner && !one.store.is_empty() && one.changes());
    for one in comparisons.iter_mut().filter(|one| another && one.side == Side::Store && OF_PARTNER.contains(&one.field)) {
        one.is_outdated = true;
    }
}

/// The entries of both lists: the store's, then those that only the row has.
fn both_lists(store: &str, import: &str) -> String {
    let known: Vec<&str> = store.split(',').filter(|entry| !entry.is_empty()).collect();
    let added = import.split(',').filter(|entry| !entry.is_empty() && !known.contains(entry));
    known.iter().copied().chain(added).collect::<Vec<_>>().join(",")
}

/// Both sides of a field; none where neither holds anything.
pub(super) fn compare(field: Field, stored: &Values, row: &Values, side: Side) -> Option<Comparison> {
    let (store, import) = (stored.text(field), row.text(field));
    let difference = match (store.is_empty(), import.is_empty()) {
        (true, true) => return None,
        (false, true) => Difference::OnlyStore,
        (true, false) => Difference::OnlyImport,
        (false, false) if say_the_same(field, store, import) => Difference::Same,
        (false, false) => Difference::Differs,
    };
    Some(Comparison { field, store: store.to_owned(), import: import.to_owned(), difference, side, is_outdated: false })
}

/// Whether a person would call two filled values the same, beside what their canonical form settles.
fn say_the_same(field: Field, store: &str, import: &str) -> bool {
    // One name can come with its accents joined or apart: nobody sees the difference.
    let looks_alike = || store == import || (!store.is_ascii() && store.nfc().eq(import.nfc()));
    match field {
        // The domain never tells case apart, and no provider tells it apart before the @.
        Field::Email | Field::Responsible => store.eq_ignore_ascii_case(import),
        Field::Country => looks_alike() || (is_belgium(store) && is_belgium(import)),
        // Labels have no order.
        Field::Labels => {
            let has = |labels: &str, label| labels.split(',').any(|known| known == label);
            store.split(',').all(|label| has(import, label)) && import.split(',').all(|label| has(store, label))
        }
        _ => looks_alike(),
    }
}
