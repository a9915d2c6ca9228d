//! What the demo's store knows before the sample is imported into it.

use instroom::domain::customer::Values;
use instroom::domain::field::Field;
use serde::Serialize;

use super::sample::{CUSTOMERS, Deed, customers, deeds};

/// The seasons that a stored customer can be linked to.
const LAST_SEASON: &str = "pit-2025";
const THIS_SEASON: &str = "pit-2026";

/// One customer of the demo's store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Stored {
    /// The values in their canonical form.
    pub(crate) values: Values,
    /// Keys of the task flows that the customer is linked to.
    pub(crate) flows: Vec<&'static str>,
}

/// How a stored customer differs from the one in the sample.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Difference {
    None,
    OldEmail,
    OldMobile,
    OldAddress,
    OldEmailAndMobile,
    OtherLabels,
    /// No national number is known: only the client code is the same.
    ByCodeOnly,
    /// Neither number nor code is known: only e-mail address and name are the same.
    ByEmailAndName,
    /// The partner is the main filer.
    Crosswise,
    /// The same client code, but another national number.
    OtherNumber,
}

/// The differences in the order in which customers that allow them are looked for.
pub(crate) const DIFFERENCES: [Difference; 21] = [
    Difference::OldEmail,
    Difference::None,
    Difference::OldMobile,
    Difference::None,
    Difference::Crosswise,
    Difference::None,
    Difference::OldAddress,
    Difference::None,
    Difference::ByCodeOnly,
    Difference::None,
    Difference::OtherLabels,
    Difference::None,
    Difference::ByEmailAndName,
    Difference::None,
    Difference::OldEmailAndMobile,
    Difference::None,
    Difference::OtherNumber,
    Difference::None,
    Difference::ByCodeOnly,
    Difference::None,
    Difference::ByEmailAndName,
];
/// How many customers only the store knows.
pub(crate) const STRANGERS: u64 = 9;

/// The customers of the demo's store: those of the sample first, then those that only the store knows.
pub(crate) fn stored() -> Vec<Stored> {
    let customers = customers();
    // One of the sample's wrong rows is known too, so that curing it makes it a duplicate.
    let mut untouched: Vec<u64> = (0..CUSTOMERS).filter(|index| deeds().iter().all(|(done_to, _)| done_to != index)).collect();
    let spoilt = deeds().into_iter().find(|(_, deed)| matches!(deed, Deed::Spoilt(_))).map(|(index, _)| index);
    let mut stored: Vec<Stored> = spoilt.map(|index| known(&customers.customer(index), &[LAST_SEASON])).into_iter().collect();
    for (at, difference) in DIFFERENCES.into_iter().enumerate() {
        let Some(place) = untouched.iter().position(|&index| allows(&customers.customer(index), difference)) else { continue };
        let values = differing(&customers.customer(untouched.remove(place)), difference);
        // Some were linked to this season already, some to none since they came in by hand.
        let flows: &[&str] = match at % 7 {
            3 => &[LAST_SEASON, THIS_SEASON],
            5 => &[],
            _ => &[LAST_SEASON],
        };
        stored.push(known(&values, flows));
        // Known customers stand all over the sheet.
        untouched.drain(..2.min(untouched.len()));
    }
    for (at, index) in (0_u64..).zip(CUSTOMERS..CUSTOMERS + STRANGERS) {
        let flows: &[&str] = match at % 3 {
            0 => &[LAST_SEASON],
            1 => &[LAST_SEASON, THIS_SEASON],
            _ => &[],
        };
        stored.push(known(&customers.customer(index), flows));
    }
    stored
}

fn known(values: &Values, flows: &[&'static str]) -> Stored {
    let kept = values.iter().filter(|(field, _)| field.is_stored()).collect();
    Stored { values: kept, flows: flows.to_vec() }
}

/// Whether a customer has what it takes to differ like that.
fn allows(customer: &Values, difference: Difference) -> bool {
    let has = |field| customer.get(field).is_some();
    has(Field::NationalNumber)
        && match difference {
            Difference::None | Difference::OldEmail | Difference::OldAddress | Difference::ByEmailAndName | Difference::OtherLabels => true,
            Difference::OldMobile | Difference::OldEmailAndMobile => has(Field::Mobile),
            Difference::ByCodeOnly | Difference::OtherNumber => has(Field::ClientCode),
            Difference::Crosswise => has(Field::SpouseNationalNumber),
        }
}

fn differing(customer: &Values, difference: Difference) -> Values {
    let mut values = customer.clone();
    match difference {
        Difference::None => {}
        Difference::OldEmail => old_email(&mut values),
        Difference::OldMobile => values.set(Field::Mobile, "+32450000111"),
        Difference::OldEmailAndMobile => {
            old_email(&mut values);
            values.set(Field::Mobile, "+32450000222");
        }
        Difference::OldAddress => {
            let old = [
                (Field::Street, "Oude Markt"),
                (Field::HouseNumber, "3"),
                (Field::Box, ""),
                (Field::PostalCode, "3000"),
                (Field::City, "Leuven"),
            ];
            for (field, value) in old {
                values.set(field, value);
            }
        }
        Difference::OtherLabels => values.set(Field::Labels, "PB,oud dossier"),
        Difference::ByCodeOnly => values.set(Field::NationalNumber, ""),
        Difference::ByEmailAndName => {
            values.set(Field::NationalNumber, "");
            values.set(Field::ClientCode, "");
        }
        Difference::Crosswise => {
            let (own, partner) = (values.text(Field::NationalNumber).to_owned(), values.text(Field::SpouseNationalNumber).to_owned());
            values.set(Field::NationalNumber, partner);
            values.set(Field::SpouseNationalNumber, own);
            values.set(Field::FirstName, "Dominique");
            values.set(Field::LastName, "Verbeke");
            values.set(Field::Email, "dominique.verbeke@example.com");
            values.set(Field::ClientCode, "");
        }
        // The number that the office had before the register corrected the birth date.
        Difference::OtherNumber => values.set(Field::NationalNumber, super::numbers::national_number(jiff::civil::date(1971, 6, 13), 963)),
    }
    values
}

fn old_email(values: &mut Values) {
    let email = values.text(Field::Email).replace('@', ".oud@");
    values.set(Field::Email, email);
}
