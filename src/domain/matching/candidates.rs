//! The strongest ground on which a row equals a stored customer.

use super::{Ground, MatchKeys, Stock};
use crate::domain::customer::Values;
use crate::domain::field::Field;
use crate::domain::fold::fold;
use crate::domain::national_number::NationalNumber;

/// Past this many customers under one key (an institution's address, "Janssens Jan") none of them
/// is compared one by one: such a key tells nobody apart.
const CROWD: usize = 100;

/// From this Jaro–Winkler similarity on, two names at one address are near. "Janssens An" and
/// "Jansens An" pass, "Janssens An" and "Janssens Tom" do not.
const NEAR: f64 = 0.94;

/// A stored customer and why a row is held to be the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Match {
    /// Index of the customer in the stock's snapshot.
    pub stored: u32,
    /// Why.
    pub ground: Ground,
}

/// The strongest match of a row with these keys; of equal grounds the customer stored first.
/// `values` gives the row's values where the keys alone do not settle it.
#[must_use]
pub fn strongest(stock: &Stock, keys: &MatchKeys, values: &mut dyn FnMut() -> Values) -> Option<Match> {
    by_number(stock, keys)
        .or_else(|| by_code(stock, keys, values))
        .or_else(|| crosswise(stock, keys))
        .or_else(|| by_email_and_name(stock, keys, values))
        .or_else(|| by_name_and_birth(stock, keys))
        .or_else(|| by_near_name(stock, keys, values))
}

fn by_number(stock: &Stock, keys: &MatchKeys) -> Option<Match> {
    let stored = *stock.with_national(keys.national).first()?;
    // A couple that the store knows as one is no news: the same file comes again every season.
    let is_known = keys.partner == stock.keys(stored).partner;
    let marries = !is_known && stock.with_national(keys.partner).iter().any(|&other| other != stored);
    Some(Match { stored, ground: if marries { Ground::NationalNumberAndMarriage } else { Ground::NationalNumber } })
}

fn by_code(stock: &Stock, keys: &MatchKeys, values: &mut dyn FnMut() -> Values) -> Option<Match> {
    let crowd = stock.with_code(keys.code);
    if crowd.is_empty() {
        return None;
    }
    let code = fold(values().text(Field::ClientCode));
    let same = |stored: u32| stored_values(stock, stored).is_some_and(|stored| fold(stored.text(Field::ClientCode)) == code);
    let stored = crowd.iter().copied().take(CROWD).find(|&stored| same(stored))?;
    let conflict = differ(keys.national, stock.keys(stored).national);
    Some(Match { stored, ground: if conflict { Ground::ClientCodeOtherNumber } else { Ground::ClientCode } })
}

/// Own and partner's numbers the other way round.
fn crosswise(stock: &Stock, keys: &MatchKeys) -> Option<Match> {
    let as_their_partner = stock.with_partner(keys.national).first().copied();
    let as_our_partner = stock.with_national(keys.partner).first().copied();
    match (as_their_partner, as_our_partner) {
        (Some(stored), Some(other)) if stored == other => Some(Match { stored, ground: Ground::ChangedPlaces }),
        (_, Some(stored)) => Some(Match { stored, ground: Ground::Marriage }),
        (Some(stored), None) => Some(Match { stored, ground: Ground::Separation }),
        (None, None) => None,
    }
}

fn by_email_and_name(stock: &Stock, keys: &MatchKeys, values: &mut dyn FnMut() -> Values) -> Option<Match> {
    let crowd = stock.with_email(keys.email);
    let named = |stored: &u32| {
        let theirs = stock.keys(*stored);
        theirs.name == keys.name && keys.name != 0 && (theirs.national == 0 || keys.national == 0)
    };
    let stored = crowd.iter().copied().take(CROWD).find(named)?;
    let (ours, theirs) = (values(), stored_values(stock, stored)?);
    let same = |field| fold(ours.text(field)) == fold(theirs.text(field));
    [Field::Email, Field::LastName, Field::FirstName].into_iter().all(same).then_some(Match { stored, ground: Ground::EmailAndName })
}

/// A corrected number: BIS to register, or another sequence. Birth dates come from the numbers alone.
fn by_name_and_birth(stock: &Stock, keys: &MatchKeys) -> Option<Match> {
    let born = birth(keys.national)?;
    let crowd = stock.with_name(keys.name);
    let same = |stored: &u32| birth(stock.keys(*stored).national) == Some(born);
    let stored = crowd.iter().copied().take(CROWD).find(same)?;
    Some(Match { stored, ground: Ground::NameAndBirthDate })
}

/// People at one address with nearly one name, unless their numbers tell that they were born on
/// different days: that is a family, not a slip of the pen.
fn by_near_name(stock: &Stock, keys: &MatchKeys, values: &mut dyn FnMut() -> Values) -> Option<Match> {
    let crowd = stock.with_address(keys.address);
    if crowd.is_empty() || crowd.len() > CROWD {
        return None;
    }
    let name = fold(&values().full_name());
    let near = |stored: u32| {
        let other = stock.keys(stored).national;
        let born_apart = differ(keys.national, other) && birth(keys.national) != birth(other);
        !born_apart && stored_values(stock, stored).is_some_and(|theirs| strsim::jaro_winkler(&name, &fold(&theirs.full_name())) >= NEAR)
    };
    let stored = crowd.iter().copied().find(|&stored| near(stored))?;
    Some(Match { stored, ground: Ground::NearNameAndAddress })
}

fn stored_values(stock: &Stock, stored: u32) -> Option<Values> {
    stock.snapshot.customer(stored as usize).ok().map(|customer| customer.values)
}

const fn differ(ours: u64, theirs: u64) -> bool {
    ours != 0 && theirs != 0 && ours != theirs
}

fn birth(number: u64) -> Option<jiff::civil::Date> {
    // Born dates are read from a stored number whatever the day is.
    NationalNumber::parse_stored(&format!("{number:011}")).ok()?.birth_date()
}
