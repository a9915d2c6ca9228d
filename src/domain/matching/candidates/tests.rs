use super::*;
use crate::domain::customer::{Customer, CustomerId};
use crate::domain::matching::Certainty;
use crate::domain::record::encode;
use crate::domain::snapshot::{Revision, Snapshot};

/// Register numbers of three people, and the BIS number that the first had before.
const AN: &str = "85073003328";
const BO: &str = "93051822361";
const CY: &str = "42012205181";
const AN_BIS: &str = "85473000149";

/// A person in few words: first name, last name, e-mail address, then what else is known.
fn person(first: &str, last: &str, email: &str, others: &[(Field, &str)]) -> Values {
    let names = [(Field::FirstName, first), (Field::LastName, last), (Field::Email, email)];
    names.into_iter().chain(others.iter().copied()).collect()
}

fn numbered(first: &str, own: &str, partner: &str) -> Values {
    let email = format!("{}@example.be", first.to_lowercase());
    person(first, "Peeters", &email, &[(Field::NationalNumber, own), (Field::SpouseNationalNumber, partner)])
}

fn stock(people: &[Values]) -> Stock {
    let mut snapshot = Snapshot::of_no_store(Vec::new());
    for (id, values) in (1..).zip(people) {
        let bytes = encode(&Customer { values: values.clone(), row: None }).unwrap();
        snapshot.add_customer(CustomerId(id), Revision(1), &bytes).unwrap();
    }
    Stock::new(snapshot)
}

fn found(people: &[Values], row: &Values) -> Option<(u32, Ground)> {
    strongest(&stock(people), &MatchKeys::of(row), &[], &mut || row.clone()).map(|found| (found.stored, found.ground))
}

#[test]
fn the_same_number_is_sure_whatever_else_differs() {
    let row = person("Xx", "Yy", "x@example.be", &[(Field::NationalNumber, AN), (Field::ClientCode, "K2")]);
    let other = person("Xx", "Yy", "x@example.be", &[(Field::ClientCode, "K2"), (Field::NationalNumber, BO)]);
    assert_eq!(found(&[other, numbered("An", AN, "")], &row), Some((1, Ground::NationalNumber)));
    assert_eq!(Ground::NationalNumber.certainty(), Certainty::Sure);
}

#[test]
fn the_same_code_is_sure_and_a_conflict_where_the_numbers_differ() {
    let stored = |number| person("An", "Peeters", "an@example.be", &[(Field::ClientCode, "K-7"), (Field::NationalNumber, number)]);
    let row = |number| person("Jo", "Claes", "jo@example.be", &[(Field::ClientCode, " k-7"), (Field::NationalNumber, number)]);
    assert_eq!(found(&[stored(AN)], &row("")), Some((0, Ground::ClientCode)));
    assert_eq!(found(&[stored("")], &row(AN)), Some((0, Ground::ClientCode)));
    assert_eq!(found(&[stored(AN)], &row(BO)), Some((0, Ground::ClientCodeOtherNumber)));
    assert_eq!(Ground::ClientCodeOtherNumber.certainty(), Certainty::Unsure);
    assert_eq!(found(&[stored(AN)], &person("An", "Claes", "x@example.be", &[(Field::ClientCode, "K7")])), None, "K-7 is not K7");
}

#[test]
fn email_and_name_are_likely_where_a_side_has_no_number() {
    let stored = |number| person("Élise", "D'Hondt", "E.Dhondt@example.be", &[(Field::NationalNumber, number)]);
    let row = |number| person("ELISE", "d\u{2019}hondt", "e.dhondt@EXAMPLE.be", &[(Field::NationalNumber, number)]);
    for (ours, theirs) in [("", ""), (AN, ""), ("", AN)] {
        assert_eq!(found(&[stored(theirs)], &row(ours)), Some((0, Ground::EmailAndName)), "{ours} {theirs}");
    }
    assert_eq!(Ground::EmailAndName.certainty(), Certainty::Likely);
    assert_eq!(found(&[stored(AN)], &row(BO)), None, "two people with two numbers");
}

#[test]
fn the_same_email_under_another_name_is_nobody() {
    let stored = person("An", "Peeters", "peeters@example.be", &[]);
    assert_eq!(found(std::slice::from_ref(&stored), &person("Jan", "Peeters", "peeters@example.be", &[])), None);
    assert_eq!(found(std::slice::from_ref(&stored), &person("Peeters", "An", "peeters@example.be", &[])), None);
    assert_eq!(found(&[stored], &person("An", "Peeters", "an@example.be", &[])), None, "nor is the same name alone");
}

#[test]
fn father_and_son_of_one_name_and_address_are_told_apart_and_their_like_without_a_number_is_not() {
    let one = |number| person("Jan", "Peeters", "peeters@example.be", &[(Field::NationalNumber, number)]);
    let both = stock(&[one(CY), one(AN)]);
    let found = |row: &Values| strongest(&both, &MatchKeys::of(row), &[], &mut || row.clone());
    let sure = Match { stored: 1, ground: Ground::NationalNumber, is_one_of_several: false };
    assert_eq!(found(&one(AN)), Some(sure));
    assert_eq!(found(&one(BO)), None, "a third of that name");
    assert_eq!(found(&one("")), Some(Match { stored: 0, ground: Ground::EmailAndName, is_one_of_several: true }));
}

#[test]
fn an_address_that_a_crowd_shares_still_finds_each_of_them() {
    let office = "info@office.be";
    let people: Vec<Values> = (0..250).map(|at| person(&format!("Voornaam{at}"), "Peeters", office, &[])).collect();
    for at in [0, 99, 100, 249] {
        let row = person(&format!("voornaam{at}"), "PEETERS", office, &[(Field::NationalNumber, AN)]);
        assert_eq!(found(&people, &row), Some((at, Ground::EmailAndName)));
    }
    assert_eq!(found(&people, &person("Voornaam250", "Peeters", office, &[])), None);
}

#[test]
fn name_and_birth_date_find_a_number_that_was_corrected() {
    let stored = |number| person("An", "Peeters", "an@example.be", &[(Field::NationalNumber, number)]);
    let row = person("AN", "Peeters", "new@example.be", &[(Field::NationalNumber, AN)]);
    assert_eq!(found(&[stored(AN_BIS)], &row), Some((0, Ground::NameAndBirthDate)), "from BIS to the register");
    assert_eq!(Ground::NameAndBirthDate.certainty(), Certainty::Unsure);
    assert_eq!(found(&[stored(BO)], &row), None, "another birth date");
    assert_eq!(found(&[stored("")], &row), None, "no birth date");
    let namesakes: Vec<Values> = (0..150).map(|_| stored(BO)).chain([stored(AN_BIS)]).collect();
    assert_eq!(found(&namesakes, &row), Some((150, Ground::NameAndBirthDate)), "in a crowd of namesakes");
    let no_date = person("An", "Peeters", "x@example.be", &[(Field::NationalNumber, "40000095381")]);
    assert_eq!(found(&[stored("40000100133")], &no_date), None, "two numbers without a date have none in common");
}

#[test]
fn a_near_name_at_the_same_address_may_be_the_same() {
    const HOME: [(Field, &str); 3] = [(Field::Street, "Kerkstraat"), (Field::HouseNumber, "12"), (Field::PostalCode, "9000")];
    let at_home = |first: &str, last: &str, number: &str| {
        let mut values = person(first, last, &format!("{first}@example.be"), &HOME);
        values.set(Field::NationalNumber, number);
        values
    };
    let stored = [at_home("Ann", "Vandenbroucke", "")];
    for (first, last) in [("An", "Vandenbroucke"), ("Ann", "Van den Broucke"), ("Vandenbroucke", "Ann"), ("Ann Louise", "Vandenbroecke")] {
        assert_eq!(found(&stored, &at_home(first, last, "")), Some((0, Ground::NearNameAndAddress)), "{first} {last}");
    }
    for (first, last) in [("Tom", "Vandenbroucke"), ("Jan", "Vandenbroucke"), ("Ann", "Peeters"), ("Lou", "Vandenbroucke-De Smedt")] {
        assert_eq!(found(&stored, &at_home(first, last, "")), None, "{first} {last} is family, or nobody");
    }
    assert_eq!(Ground::NearNameAndAddress.certainty(), Certainty::Unsure);
    let elsewhere = person("An", "Vandenbroucke", "x@example.be", &[(Field::Street, "Kerkstraat"), (Field::PostalCode, "9000")]);
    assert_eq!(found(&stored, &elsewhere), None);
    assert_eq!(found(&[at_home("Jan", "Peeters", CY)], &at_home("Jan", "Peeters", AN)), None, "father and son at one address");
    assert_eq!(found(&[at_home("An", "Peeters", "")], &at_home("Ann", "Peeters", AN)), Some((0, Ground::NearNameAndAddress)));
}

#[test]
fn a_house_of_more_than_a_hundred_tells_nobody_apart() {
    let house = [(Field::Street, "Residentie"), (Field::PostalCode, "9000")];
    let people =
        |count: usize| -> Vec<Values> { (0..count).map(|at| person("An", "Peeters", &format!("a{at}@example.be"), &house)).collect() };
    let row = person("Ann", "Peeters", "x@example.be", &house);
    assert_eq!(found(&people(100), &row), Some((0, Ground::NearNameAndAddress)));
    assert_eq!(found(&people(101), &row), None);
}

#[test]
fn a_couple_that_changed_places_is_found_and_said_so() {
    let stored = numbered("An", AN, BO);
    assert_eq!(found(std::slice::from_ref(&stored), &numbered("Bo", BO, AN)), Some((0, Ground::ChangedPlaces)));
    assert_eq!(Ground::ChangedPlaces.certainty(), Certainty::Unsure);
    let mut with_code = stored;
    with_code.set(Field::ClientCode, "K1");
    let mut row = numbered("Bo", BO, AN);
    row.set(Field::ClientCode, "K1");
    assert_eq!(found(&[with_code], &row), Some((0, Ground::ChangedPlaces)), "also where the couple keeps its code");
    let other_couple = numbered("Cy", CY, BO);
    assert_eq!(found(&[other_couple, numbered("An", AN, BO)], &numbered("Bo", BO, AN)), Some((1, Ground::ChangedPlaces)));
}

#[test]
fn a_marriage_is_unsure_on_either_side() {
    let an = numbered("An", AN, "");
    let bo = numbered("Bo", BO, "");
    assert_eq!(found(&[an.clone(), bo.clone()], &numbered("An", AN, BO)), Some((0, Ground::NationalNumberAndMarriage)));
    assert_eq!(Ground::NationalNumberAndMarriage.certainty(), Certainty::Unsure);
    assert_eq!(found(std::slice::from_ref(&bo), &numbered("An", AN, BO)), Some((0, Ground::Marriage)), "the partner alone is stored");
    assert_eq!(Ground::Marriage.certainty(), Certainty::Unsure);
    assert_eq!(found(&[numbered("An", AN, BO), bo], &numbered("An", AN, BO)), Some((0, Ground::NationalNumber)), "no news any more");
    assert_eq!(found(&[an], &numbered("An", AN, BO)), Some((0, Ground::NationalNumber)), "a partner whom nobody knows");
}

#[test]
fn a_separation_is_unsure() {
    let couple = numbered("An", AN, BO);
    assert_eq!(found(std::slice::from_ref(&couple), &numbered("Bo", BO, "")), Some((0, Ground::Separation)));
    assert_eq!(found(std::slice::from_ref(&couple), &numbered("Bo", BO, CY)), Some((0, Ground::Separation)), "with a new partner");
    assert_eq!(found(&[couple], &numbered("An", AN, "")), Some((0, Ground::NationalNumber)), "the main filer stays who they are");
    assert_eq!(Ground::Separation.certainty(), Certainty::Unsure);
}

#[test]
fn who_somebody_is_goes_before_whose_partner_they_are() {
    let bo = numbered("Bo", BO, "");
    let an = person("An", "Peeters", "an@example.be", &[(Field::SpouseNationalNumber, BO)]);
    assert_eq!(found(&[bo.clone(), an.clone()], &an), Some((1, Ground::EmailAndName)));
    let bis = person("An", "Peeters", "old@example.be", &[(Field::NationalNumber, AN_BIS)]);
    assert_eq!(found(&[bo, bis], &numbered("An", AN, BO)), Some((1, Ground::NameAndBirthDate)));
}

#[test]
fn an_empty_row_is_nobody() {
    let people = [person("", "", "", &[]), numbered("An", AN, BO), person("An", "", "", &[(Field::PostalCode, "9000")])];
    assert_eq!(found(&people, &Values::new()), None);
    assert_eq!(found(&people, &person("", "", "", &[(Field::PostalCode, "9000")])), None);
}

#[test]
fn two_stored_customers_of_one_number_make_a_match_one_of_several() {
    let twice = stock(&[numbered("An", AN, ""), numbered("Ann", AN, "")]);
    let row = numbered("An", AN, "");
    let found = strongest(&twice, &MatchKeys::of(&row), &[], &mut || row.clone());
    assert_eq!(found, Some(Match { stored: 0, ground: Ground::NationalNumber, is_one_of_several: true }));
}

#[test]
fn the_order_is_number_code_places_email_birth_near_partner() {
    let home = [(Field::Street, "Kerkstraat"), (Field::PostalCode, "9000")];
    let mut row = person("An", "Peeters", "an@example.be", &home);
    for (field, value) in [(Field::NationalNumber, AN), (Field::SpouseNationalNumber, BO), (Field::ClientCode, "K1")] {
        row.set(field, value);
    }
    let mut near = person("Ann", "Peeters", "ann@example.be", &home);
    near.set(Field::ClientCode, "K9");
    let mut people = vec![
        person("X", "Y", "a@example.be", &[(Field::NationalNumber, AN)]),
        person("X", "Y", "b@example.be", &[(Field::ClientCode, "K1")]),
        person("X", "Y", "c@example.be", &[(Field::NationalNumber, BO), (Field::SpouseNationalNumber, AN)]),
        person("An", "Peeters", "an@example.be", &[]),
        person("An", "Peeters", "d@example.be", &[(Field::NationalNumber, AN_BIS)]),
        near,
        person("X", "Y", "e@example.be", &[(Field::SpouseNationalNumber, AN)]),
    ];
    let mut grounds = Vec::new();
    while let Some((at, ground)) = found(&people, &row) {
        assert_eq!(at, 0, "{ground:?} in its turn");
        grounds.push(ground);
        people.remove(0);
    }
    use Ground as G;
    let expected = [
        // The partner is a stored customer too.
        G::NationalNumberAndMarriage,
        G::ClientCode,
        G::ChangedPlaces,
        G::EmailAndName,
        G::NameAndBirthDate,
        G::NearNameAndAddress,
        G::Separation,
    ];
    assert_eq!(grounds, expected);
    assert!(grounds.is_sorted_by(|stronger, weaker| stronger.strength() >= weaker.strength()));
}
