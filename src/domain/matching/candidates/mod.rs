//! The strongest ground on which a row equals a stored customer.

use super::keys::birth;
use super::stock::CROWD;
use super::{Ground, MatchKeys, Stock};
use crate::domain::customer::Values;
use crate::domain::field::Field;
use crate::domain::fold::fold;

/// A stored customer and why a row is held to be the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Match {
    /// Index of the customer in the stock's snapshot.
    pub stored: u32,
    /// Why.
    pub ground: Ground,
    /// Whether other stored customers match on the same ground: then it is not sure which one is meant.
    pub is_one_of_several: bool,
}

/// The strongest match of a row with these keys; of equal grounds the customer stored first.
/// `values` gives the row's values where the keys alone do not settle it. Customers in `apart` are
/// passed over: somebody said that the row is not one of them.
///
/// Who the row is goes before whose partner it is: a marriage or a separation is looked for last.
#[must_use]
pub fn strongest(stock: &Stock, keys: &MatchKeys, apart: &[u32], values: &mut dyn FnMut() -> Values) -> Option<Match> {
    let mut row = Row { stock, keys, apart, values, read: None };
    row.by_number()
        .or_else(|| row.by_code())
        .or_else(|| row.in_changed_places())
        .or_else(|| row.by_email_and_name())
        .or_else(|| row.by_name_and_birth())
        .or_else(|| row.by_near_name())
        .or_else(|| row.as_partner())
}

/// A row that looks for itself in the stock.
struct Row<'a> {
    stock: &'a Stock,
    keys: &'a MatchKeys,
    apart: &'a [u32],
    values: &'a mut dyn FnMut() -> Values,
    /// The values, once they were asked for.
    read: Option<Values>,
}

impl Row<'_> {
    fn values(&mut self) -> &Values {
        if self.read.is_none() {
            self.read = Some((self.values)());
        }
        self.read.get_or_insert_default()
    }

    /// Customers with this number as their own, but for those that the row is held apart from.
    fn with_national(&self, number: u64) -> impl Iterator<Item = u32> {
        self.stock.with_national(number).iter().copied().filter(|stored| !self.apart.contains(stored))
    }

    fn by_number(&self) -> Option<Match> {
        let mut namesakes = self.with_national(self.keys.national);
        let stored = namesakes.next()?;
        // A partner who is known as such is no news, even if they are a customer of their own too.
        let is_new_partner = self.keys.partner != self.stock.keys(stored).partner;
        let marries = is_new_partner && self.with_national(self.keys.partner).any(|other| other != stored);
        let ground = if marries { Ground::NationalNumberAndMarriage } else { Ground::NationalNumber };
        Some(Match { stored, ground, is_one_of_several: namesakes.next().is_some() })
    }

    fn by_code(&mut self) -> Option<Match> {
        let (stock, keys) = (self.stock, self.keys);
        let crowd = stock.with_code(keys.code);
        let (stored, is_one_of_several) = self.alike(crowd.iter().copied(), &[Field::ClientCode])?;
        let theirs = stock.keys(stored);
        let changed_places = keys.national == theirs.partner && keys.partner == theirs.national;
        let ground = match differ(keys.national, theirs.national) {
            false => Ground::ClientCode,
            // A couple keeps its code when the other one becomes the main filer.
            true if changed_places => Ground::ChangedPlaces,
            true => Ground::ClientCodeOtherNumber,
        };
        Some(Match { stored, ground, is_one_of_several })
    }

    /// Own and partner's numbers the other way round.
    fn in_changed_places(&self) -> Option<Match> {
        if self.keys.national == 0 {
            return None;
        }
        let stored = self.with_national(self.keys.partner).find(|&stored| self.stock.keys(stored).partner == self.keys.national)?;
        Some(Match { stored, ground: Ground::ChangedPlaces, is_one_of_several: false })
    }

    /// People who share address and name, as father and son may, are told apart by two numbers.
    fn by_email_and_name(&mut self) -> Option<Match> {
        let (stock, keys) = (self.stock, self.keys);
        let undisputed = |stored: &u32| !differ(keys.national, stock.keys(*stored).national);
        let fields = [Field::Email, Field::LastName, Field::FirstName];
        let (stored, is_one_of_several) = self.alike(stock.with_email_and_name(keys).filter(undisputed), &fields)?;
        Some(Match { stored, ground: Ground::EmailAndName, is_one_of_several })
    }

    /// A corrected number: BIS to register, or another sequence. Birth dates come from the numbers alone.
    fn by_name_and_birth(&mut self) -> Option<Match> {
        let (stock, keys) = (self.stock, self.keys);
        let crowd = stock.with_name_and_birth(keys);
        let (stored, is_one_of_several) = self.alike(crowd.iter().copied(), &[Field::LastName, Field::FirstName])?;
        Some(Match { stored, ground: Ground::NameAndBirthDate, is_one_of_several })
    }

    /// People at one address with nearly one name, unless their numbers tell that they were born on
    /// different days: that is a family, not a slip of the pen.
    fn by_near_name(&mut self) -> Option<Match> {
        let (stock, keys) = (self.stock, self.keys);
        let crowd = stock.with_address(keys.address);
        if crowd.is_empty() || crowd.len() > CROWD {
            return None;
        }
        let ours = Name::of(self.values());
        let near = |&stored: &u32| {
            let other = stock.keys(stored).national;
            let born_apart = differ(keys.national, other) && birth(keys.national) != birth(other);
            !born_apart && stored_values(stock, stored).is_some_and(|theirs| ours.is_near(&Name::of(&theirs)))
        };
        let apart = self.apart;
        let stored = crowd.iter().copied().filter(|stored| !apart.contains(stored)).find(near)?;
        Some(Match { stored, ground: Ground::NearNameAndAddress, is_one_of_several: false })
    }

    /// The partner is a stored customer of their own, or the row is the partner of a stored one.
    fn as_partner(&self) -> Option<Match> {
        let married = self.with_national(self.keys.partner).next().map(|stored| (stored, Ground::Marriage));
        let mut former = self.stock.with_partner(self.keys.national).iter().copied().filter(|stored| !self.apart.contains(stored));
        let separated = || former.next().map(|stored| (stored, Ground::Separation));
        let (stored, ground) = married.or_else(separated)?;
        Some(Match { stored, ground, is_one_of_several: false })
    }

    /// The first of these candidates whose fields are, folded, the row's, and whether there are more.
    /// Equal keys only name a candidate.
    fn alike(&mut self, candidates: impl Iterator<Item = u32>, fields: &[Field]) -> Option<(u32, bool)> {
        let (stock, apart) = (self.stock, self.apart);
        let mut candidates = candidates.filter(|stored| !apart.contains(stored)).take(CROWD).peekable();
        candidates.peek()?;
        let ours = self.values();
        let same = |&stored: &u32| {
            let theirs = stored_values(stock, stored);
            theirs.is_some_and(|theirs| fields.iter().all(|&field| fold(ours.text(field)) == fold(theirs.text(field))))
        };
        let mut alike = candidates.filter(same);
        let stored = alike.next()?;
        Some((stored, alike.next().is_some()))
    }
}

/// A name as it is compared with another.
struct Name {
    first: String,
    last: String,
}

impl Name {
    fn of(values: &Values) -> Self {
        Self { first: fold(values.text(Field::FirstName)), last: fold(values.text(Field::LastName)) }
    }

    /// Both halves near each other, also where they stand in each other's column.
    fn is_near(&self, other: &Self) -> bool {
        let near = |first: &str, last: &str| are_near(&self.first, first) && are_near(&self.last, last);
        near(&other.first, &other.last) || near(&other.last, &other.first)
    }
}

/// From this Jaro-Winkler similarity on, two halves of a name are near: "Janssens" and "Jansens",
/// "Ann" and "An", "Marc" and "Mark"; not "Jan" and "An", "Tom" and "Tim".
///
/// The halves are compared apart: beside a long family name any two first names look alike.
const NEAR: f64 = 0.87;

/// Nearly the same, or the one goes on where the other ends: "Maria" and "Maria Louise".
fn are_near(one: &str, other: &str) -> bool {
    let goes_on = |long: &str, short: &str| long.strip_prefix(short).is_some_and(|rest| rest.starts_with([' ', '-']));
    if one.is_empty() || other.is_empty() {
        return false;
    }
    goes_on(one, other) || goes_on(other, one) || strsim::jaro_winkler(one, other) >= NEAR
}

fn stored_values(stock: &Stock, stored: u32) -> Option<Values> {
    stock.snapshot.customer(stored as usize).ok().map(|customer| customer.values)
}

const fn differ(ours: u64, theirs: u64) -> bool {
    ours != 0 && theirs != 0 && ours != theirs
}

#[cfg(test)]
mod tests;
