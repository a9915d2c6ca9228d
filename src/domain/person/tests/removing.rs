use super::scene::{BO, SEED, an, cy, dossier, flow, stock, values};
use crate::domain::amendment::{Becomes, Deed};
use crate::domain::customer::CustomerId;
use crate::domain::dossier::{Dossier, Status};
use crate::domain::field::Field;
use crate::domain::matching::Stock;
use crate::domain::person::Removal;
use crate::domain::snapshot::{DossierHead, Revision};

#[test]
fn what_goes_is_named_and_so_is_who_keeps_the_number() {
    let bo = values(&[(Field::FirstName, "Bo"), (Field::LastName, "Peeters"), (Field::NationalNumber, BO)]);
    let stock = stock(&[an(), bo]);
    let removal = Removal::of(&stock, &[CustomerId(2), CustomerId(7)]);
    let [leaver] = removal.leavers.as_slice() else { panic!("{removal:?}") };
    assert_eq!((leaver.name.as_str(), leaver.dossiers.len()), ("Peeters Bo", 0));
    assert_eq!(leaver.partner_of, ["Janssens An"]);
    let both = Removal::of(&stock, &[CustomerId(1), CustomerId(2)]);
    assert_eq!(both.leavers[0].dossiers, [(flow().id, Status::NotSentYet)]);
    assert!(both.leavers[1].partner_of.is_empty(), "who goes too keeps nothing");
    assert_eq!(both.dossiers(), 1);
    let amendment = both.amendment(SEED);
    assert_eq!(amendment.deed, Deed::Removed);
    assert!(amendment.customers.iter().all(|change| change.becomes == Becomes::Erased));
}

#[test]
fn one_is_confirmed_by_the_name_and_several_by_their_number() {
    let mut noble = cy();
    noble.set(Field::LastName, "Van den Bérg");
    let stock = stock(&[an(), noble]);
    let one = Removal::of(&stock, &[CustomerId(2)]);
    for typed in ["Van den Bérg Cy", "van den berg  CY", "Cy van den berg", " Van Den Berg Cy "] {
        assert!(one.is_confirmed_by(typed), "{typed}");
    }
    for typed in ["", " ", "Cy", "Van den Berg", "1", "Vandenberg Cy"] {
        assert!(!one.is_confirmed_by(typed), "{typed}");
    }
    let two = Removal::of(&stock, &[CustomerId(1), CustomerId(2)]);
    assert!(two.is_confirmed_by("2") && !two.is_confirmed_by("Janssens An") && !two.is_confirmed_by("1"));
    assert!(!Removal::of(&stock, &[]).is_confirmed_by("0"));
}

#[test]
fn somebody_without_a_name_is_confirmed_by_the_number_in_the_store() {
    let stock = stock(&[values(&[(Field::Email, "x@example.be")])]);
    let removal = Removal::of(&stock, &[CustomerId(1)]);
    assert_eq!(removal.to_type(), "C00001");
    assert!(removal.is_confirmed_by("c00001"));
    let hostile = super::scene::stock(&[values(&[(Field::LastName, "Maes\u{202e}")])]);
    assert_eq!(Removal::of(&hostile, &[CustomerId(1)]).to_type(), "C00001", "nobody can type that name");
}

#[test]
fn nobody_is_removed_under_a_letter_that_waits_or_may_have_left() {
    let stock = stock(&[an(), cy()]);
    for status in Status::ALL {
        let mut snapshot = stock.snapshot.clone();
        snapshot.add_dossier(&flow().id, CustomerId(1), DossierHead::of(&Dossier { status, ..dossier(&an()) }, Revision(3)));
        let removal = Removal::of(&Stock::new(snapshot), &[CustomerId(1), CustomerId(2)]);
        let waits = matches!(status, Status::Queued | Status::Unsure);
        assert_eq!(
            removal.in_the_mail().map(|leaver| leaver.customer).collect::<Vec<_>>(),
            [CustomerId(1)].repeat(waits.into()),
            "{status:?}"
        );
    }
}
