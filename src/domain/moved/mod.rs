//! What moved in the store between computing a change set and committing it.
//!
//! A session works on a snapshot while colleagues go on. A commit that finds another revision
//! matches again, but only against what is newer: rows that would land in another bucket now, and
//! values that are no longer what the summary showed. Anything found stops the commit.

use std::collections::HashMap;

use super::change_set::{Addition, ChangeSet, Update};
use super::customer::{CustomerId, Values};
use super::field::Field;
use super::fold::fold;
use super::matching::{MatchKeys, Stock, strongest};
use super::snapshot::Snapshot;

/// One row of a change set that no longer fits the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moved {
    /// Row number in the workbook.
    pub row: u32,
    /// What happened.
    pub kind: MovedKind,
}

/// How a row came to fit no longer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MovedKind {
    /// This customer, added or changed since, is or may be the person of the row.
    NowMatches(CustomerId),
    /// The stored value that the row would overwrite is no longer the one that was shown.
    CustomerChanged(CustomerId, Field),
    /// The customer has got a dossier in the task flow in the meantime.
    NowHasDossier(CustomerId),
    /// The customer that the row would change is no longer there, or belongs to another store.
    CustomerGone(CustomerId),
}

/// The rows of `set` that no longer fit the store as `fresh` shows it, rows ascending.
///
/// Looked at are the customers that a commit after [`ChangeSet::based_on`] wrote, and the dossiers
/// of the customers in the set. A `fresh` of another store, or of an earlier revision (a copy put
/// back), is looked at in full.
#[must_use]
pub fn moved(set: &ChangeSet, fresh: &Snapshot) -> Vec<Moved> {
    let later = Later::of(set, fresh);
    let mut moved: Vec<Moved> = set.additions.iter().filter_map(|addition| later.addition(addition)).collect();
    for update in &set.updates {
        later.update(set, update, &mut moved);
    }
    moved.sort_by_key(|found| found.row);
    moved
}

/// A reason for which two descriptions may be of one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Key {
    National(u64),
    Partner(u64),
    Code(u64),
    Mail { email: u64, name: u64 },
}

impl Key {
    /// The keys under which a stored customer is found.
    fn of_stored(keys: MatchKeys) -> impl Iterator<Item = Self> {
        [Self::National(keys.national), Self::Partner(keys.partner), Self::Code(keys.code), Self::mail(keys)]
            .into_iter()
            .filter(|key| key.is_known())
    }

    /// The keys that a person is looked for with, strongest first. Own and partner's number are
    /// looked for crosswise too: people change places in a joint return.
    fn of_sought(keys: MatchKeys) -> Vec<Self> {
        let sought = [
            Self::National(keys.national),
            Self::Code(keys.code),
            Self::Partner(keys.national),
            Self::National(keys.partner),
            Self::mail(keys),
        ];
        sought.into_iter().filter(|key| key.is_known()).collect()
    }

    const fn mail(keys: MatchKeys) -> Self {
        Self::Mail { email: keys.email, name: keys.name }
    }

    const fn is_known(self) -> bool {
        match self {
            Self::National(key) | Self::Partner(key) | Self::Code(key) => key != 0,
            Self::Mail { email, name } => email != 0 && name != 0,
        }
    }
}

/// The customers of a snapshot that are newer than a change set, by their keys.
struct Later<'a> {
    fresh: &'a Snapshot,
    same_store: bool,
    /// They alone, as a draft would look for its rows in them.
    stock: Stock,
    by_key: HashMap<Key, Vec<usize>>,
}

impl<'a> Later<'a> {
    fn of(set: &ChangeSet, fresh: &'a Snapshot) -> Self {
        let same_store = set.store == fresh.store;
        let all = !same_store || fresh.revision < set.based_on;
        let mut by_key: HashMap<Key, Vec<usize>> = HashMap::new();
        for index in (0..fresh.customer_count()).filter(|&index| all || fresh.version(index) > set.based_on) {
            for key in Key::of_stored(fresh.keys(index)) {
                by_key.entry(key).or_default().push(index);
            }
        }
        let stock = Stock::new(fresh.only(|version| all || version > set.based_on));
        Self { fresh, same_store, stock, by_key }
    }

    fn addition(&self, addition: &Addition) -> Option<Moved> {
        if self.stock.snapshot.customer_count() == 0 {
            return None;
        }
        let keys = MatchKeys::of(&addition.values);
        let values = &addition.values;
        let found = || strongest(&self.stock, &keys, &[], &mut || values.clone()).map(|found| found.stored);
        let customer =
            self.first_match(&Key::of_sought(keys), values, None).or_else(|| self.stock.snapshot.customer_id(found()? as usize))?;
        Some(Moved { row: addition.row, kind: MovedKind::NowMatches(customer) })
    }

    fn update(&self, set: &ChangeSet, update: &Update, moved: &mut Vec<Moved>) {
        let customer = update.customer;
        let mut push = |kind| moved.push(Moved { row: update.row, kind });
        let Some(index) = self.fresh.index_of(customer).filter(|_| self.same_store) else {
            return push(MovedKind::CustomerGone(customer));
        };
        if update.dossier.is_some() && self.fresh.dossier(&set.flow, customer).is_some() {
            push(MovedKind::NowHasDossier(customer));
        }
        let touched = self.fresh.version(index) != update.seen;
        let identifies = !self.by_key.is_empty() && update.changes.iter().any(|change| identifies(change.field));
        if !touched && !identifies {
            return;
        }
        let Ok(stored) = self.fresh.customer(index) else {
            return push(MovedKind::CustomerGone(customer));
        };
        for change in update.changes.iter().filter(|change| stored.values.text(change.field) != change.before) {
            push(MovedKind::CustomerChanged(customer, change.field));
        }
        if identifies && let Some(other) = self.becomes(update, &stored.values) {
            push(MovedKind::NowMatches(other));
        }
    }

    /// The newer customer that the customer of an update would become a double of by the update.
    fn becomes(&self, update: &Update, stored: &Values) -> Option<CustomerId> {
        let mut after = stored.clone();
        update.apply_to(&mut after);
        let known = Key::of_sought(MatchKeys::of(stored));
        let mut sought = Key::of_sought(MatchKeys::of(&after));
        sought.retain(|key| !known.contains(key));
        self.first_match(&sought, &after, Some(update.customer))
    }

    fn first_match(&self, sought: &[Key], values: &Values, except: Option<CustomerId>) -> Option<CustomerId> {
        sought.iter().find_map(|key| {
            self.by_key.get(key)?.iter().find_map(|&index| {
                let id = self.fresh.customer_id(index)?;
                (except != Some(id) && self.truly(*key, values, index)).then_some(id)
            })
        })
    }

    /// Whether the texts behind equal keys are equal too. A record that cannot be read counts as a
    /// match: nothing is written unseen.
    fn truly(&self, key: Key, values: &Values, index: usize) -> bool {
        let fields: &[Field] = match key {
            Key::National(_) | Key::Partner(_) => return true,
            Key::Code(_) => &[Field::ClientCode],
            Key::Mail { .. } => &[Field::Email, Field::LastName, Field::FirstName],
        };
        let Ok(stored) = self.fresh.customer(index) else { return true };
        let national = Field::NationalNumber;
        let both_known = values.get(national).is_some() && stored.values.get(national).is_some();
        if matches!(key, Key::Mail { .. }) && both_known && values.get(national) != stored.values.get(national) {
            // Father and son may share name and address: different numbers, different people.
            return false;
        }
        fields.iter().all(|&field| fold(values.text(field)) == fold(stored.values.text(field)))
    }
}

/// Whether people are recognised by this field.
const fn identifies(field: Field) -> bool {
    matches!(
        field,
        Field::NationalNumber | Field::SpouseNationalNumber | Field::ClientCode | Field::Email | Field::LastName | Field::FirstName
    )
}

#[cfg(test)]
mod tests;
