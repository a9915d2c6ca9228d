//! A few invented people and couples, small enough to be read in a storyboard.

use instroom::domain::customer::Values;
use instroom::domain::field::Field;

/// Register numbers whose check digits are right.
pub(crate) const AN: &str = "85073003328";
pub(crate) const BO: &str = "93051822361";
pub(crate) const CY: &str = "42012205181";
pub(crate) const DI: &str = "75060898009";
pub(crate) const ED: &str = "90022742191";

/// Somebody with a name, an e-mail address, and what else is said of them.
pub(crate) fn person(last: &str, first: &str, email: &str, others: &[(Field, &str)]) -> Values {
    let names = [(Field::LastName, last), (Field::FirstName, first), (Field::Email, email)];
    names.into_iter().chain(others.iter().copied()).collect()
}

/// The same person with something else said of them; an empty text takes it away.
pub(crate) fn with(values: &Values, changes: &[(Field, &str)]) -> Values {
    let mut values = values.clone();
    changes.iter().for_each(|(field, value)| values.set(*field, *value));
    values
}

/// Where a couple lives.
pub(crate) const HOME: [(Field, &str); 4] =
    [(Field::Street, "Kerkstraat"), (Field::HouseNumber, "12"), (Field::PostalCode, "9000"), (Field::City, "Gent")];

/// Somebody at that address.
pub(crate) fn at_home(last: &str, first: &str, email: &str, others: &[(Field, &str)]) -> Values {
    with(&person(last, first, email, &HOME), others)
}

/// Two rows of a couple: a partner whom the other names, with something that a joint return has no place for.
pub(crate) fn couple() -> [Values; 2] {
    let an = at_home("Maes", "An", "an@example.com", &[(Field::NationalNumber, AN), (Field::SpouseNationalNumber, BO)]);
    let bo = at_home(
        "Claes",
        "Bo",
        "bo@example.com",
        &[(Field::NationalNumber, BO), (Field::Mobile, "+32475220000"), (Field::Labels, "papier"), (Field::ClientCode, "K7")],
    );
    [an, bo]
}
