use std::convert::Infallible;

use super::scene::{SEED, an, cy, dossier, flow, office, stock, values};
use crate::domain::amendment::{Becomes, Deed};
use crate::domain::customer::CustomerId;
use crate::domain::field::Field;
use crate::domain::finding::{Rule, Severity};
use crate::domain::person::{Many, Unsent, Wish};
use crate::domain::snapshot::Revision;

fn many(wish: Wish, value: &str) -> Many {
    let stock = stock(&[an(), cy(), values(&[(Field::LastName, "Maes")])]);
    let customers = [CustomerId(1), CustomerId(2), CustomerId(3), CustomerId(8)];
    let many = Many::of(&stock.snapshot, &office(), &customers, (wish, value), SEED, |wanted| {
        assert_eq!(wanted, [(flow().id, CustomerId(1))], "only who changes and has an unsent dossier");
        let unsent = Unsent { flow: flow().id, seen: Revision(2), dossier: dossier(&an()) };
        Ok::<_, Infallible>(vec![Some(unsent)])
    });
    many.unwrap()
}

#[test]
fn labels_are_added_beside_those_that_are_there() {
    let many = many(Wish::AddLabels, "vip,PB 2026");
    let after: Vec<&str> = many.changes.iter().map(|change| change.after.as_str()).collect();
    assert_eq!(after, ["Gent,VIP,PB 2026", "vip,PB 2026", "vip,PB 2026"]);
    assert_eq!((many.unchanged, many.unreadable, many.dossiers), (0, 1, 0));
    assert_eq!(many.amendment.deed, Deed::Edited);
    assert_eq!(many.amendment.customers.len(), 3);
}

#[test]
fn labels_are_removed_whatever_their_capitals_and_who_has_none_is_counted() {
    let many = many(Wish::RemoveLabels, "vip");
    assert_eq!(
        many.changes.iter().map(|change| (change.before.as_str(), change.after.as_str())).collect::<Vec<_>>(),
        [("Gent,VIP", "Gent")]
    );
    assert_eq!(many.unchanged, 2);
}

#[test]
fn another_colleague_in_charge_goes_into_the_dossiers_that_wait() {
    let many = many(Wish::Responsible, "tom@office.be");
    assert_eq!((many.changes.len(), many.dossiers), (3, 1));
    assert!(many.warning.is_some(), "nobody of the office");
    let dossier = many.amendment.dossiers[0].becomes.as_ref().unwrap();
    assert_eq!(dossier.answer("responsible").map(|answer| answer.value.as_str()), Some("tom@office.be"));
    let Becomes::Values(values) = &many.amendment.customers[1].becomes else { panic!("{many:?}") };
    assert_eq!(values.text(Field::Responsible), "tom@office.be");
}

#[test]
fn nobody_is_in_charge_where_nothing_is_typed() {
    let many = many(Wish::Responsible, "");
    assert_eq!((many.changes.len(), many.unchanged), (1, 2));
}

#[test]
fn what_is_typed_is_held_against_the_rules() {
    let office = office().colleagues;
    assert_eq!(Wish::AddLabels.understood(" a, b ,a", &office).map(|(value, _)| value), Ok("a,b".to_owned()));
    assert_eq!(Wish::Responsible.understood("els@office.be", &office), Ok(("els@office.be".to_owned(), None)));
    let (_, warning) = Wish::Responsible.understood("tom@office.be", &office).unwrap();
    assert_eq!(warning.map(|finding| finding.severity()), Some(Severity::Warning));
    let wrong = Wish::Responsible.understood("tom at office", &office).unwrap_err();
    assert_eq!(wrong.severity(), Severity::Error);
    assert_ne!(wrong.rule, Rule::EmailMissing);
}
