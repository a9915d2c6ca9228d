//! Two rows, one return.

use super::scene::{AN, BO, CY, Scene, account, buckets, numbered, outcome, person, rules, seed, stored};
use crate::domain::change_set::RowOutcome;
use crate::domain::draft::Bucket::OnlyInImport;
use crate::domain::draft::{Bond, Deed, Draft, NoJoin, Pair};
use crate::domain::field::Field;
use crate::domain::finding::{Proof, Rule};
use crate::domain::sheet::CellKind;

fn couple() -> Scene {
    let mut partner = numbered("Bo", BO, "");
    partner.push((Field::Mobile, "+32471625368", CellKind::Text));
    Scene::new().row(&numbered("An", AN, BO)).row(&partner)
}

fn join(draft: &mut Draft, pair: Pair) {
    draft.decide(draft.joining(pair).unwrap());
}

const PAIR: Pair = Pair { main: 0, partner: 1, bond: Bond::NamedPartner };

#[test]
fn a_couple_in_two_rows_becomes_one_return_that_keeps_the_partners_address() {
    let mut draft = couple().chosen();
    assert_eq!(rules(&draft, 1), [(Rule::RowPartnerElsewhere, Some(2))]);
    assert_eq!((draft.pairs(0), draft.pairs(1)), (vec![PAIR], vec![PAIR]), "from either row");
    join(&mut draft, PAIR);
    assert_eq!((draft.bucket(0), draft.bucket(1)), (Some(OnlyInImport), None));
    let counts = draft.counts();
    assert_eq!((counts.rows, counts.only_in_import, counts.joined, counts.selected), (2, 1, 1, 1));
    let values = account(&draft, 0).values;
    let kept = [Field::SpouseNationalNumber, Field::SpouseFirstName, Field::SpouseLastName, Field::SpouseEmail, Field::SpouseMobile];
    assert_eq!(kept.map(|field| values.text(field).to_owned()), [BO, "Bo", "Peeters", "bo@example.be", "+32471625368"].map(str::to_owned));
    let set = draft.change_set(seed()).unwrap();
    assert_eq!((set.additions.len(), set.tally.joined, set.tally.joint), (1, 1, 1));
    assert_eq!(outcome(&set, 3), &RowOutcome::Joined(2));
    assert_eq!(set.additions[0].values.text(Field::SpouseEmail), "bo@example.be");
    draft.undo();
    assert_eq!((buckets(&draft), draft.counts().joined), (vec![OnlyInImport; 2], 0));
    assert_eq!(account(&draft, 0).values.get(Field::SpouseEmail), None);
}

#[test]
fn two_who_name_each_other_are_one_pair_with_the_first_row_as_the_return() {
    let mut draft = Scene::new().row(&numbered("An", AN, BO)).row(&numbered("Bo", BO, AN)).open();
    assert_eq!((draft.pairs(0), draft.pairs(1)), (vec![PAIR], vec![PAIR]));
    join(&mut draft, PAIR);
    assert_eq!((rules(&draft, 0), draft.bucket(1)), (vec![], None));
}

#[test]
fn a_household_is_pointed_out_and_can_be_joined() {
    let home =
        |number| [(Field::Street, "Kerkstraat"), (Field::HouseNumber, "1"), (Field::PostalCode, "9000"), (Field::NationalNumber, number)];
    let row = |first, number| person(first, "Maes", "maes@example.be", &home(number));
    let mut draft = Scene::new().row(&row("An", AN)).row(&row("Bo", BO)).row(&row("Cy", CY)).open();
    assert_eq!(rules(&draft, 0), []);
    assert_eq!(rules(&draft, 1), [(Rule::RowSameHousehold, Some(2))]);
    assert_eq!(rules(&draft, 2), [(Rule::RowSameHousehold, Some(2))]);
    let pair = Pair { main: 0, partner: 1, bond: Bond::Household };
    assert_eq!(draft.pairs(1), [pair]);
    join(&mut draft, pair);
    assert_eq!(account(&draft, 0).values.text(Field::SpouseNationalNumber), BO);
    assert_eq!(rules(&draft, 2), [], "who lives there beside the couple is no partner");
}

#[test]
fn what_would_be_lost_or_contradicts_is_refused() {
    let mut invalid = numbered("Bo", BO, "");
    invalid.push((Field::Mobile, "12", CellKind::Text));
    let draft = Scene::new().row(&numbered("An", AN, BO)).row(&invalid).open();
    assert_eq!(draft.joining(PAIR), Err(NoJoin::InvalidPartner { partner: 1 }));
    let elsewhere = Scene::new().row(&numbered("An", AN, BO)).row(&numbered("Bo", BO, CY)).open();
    assert_eq!(elsewhere.joining(PAIR), Err(NoJoin::OtherPartner { row: 1 }));
}

#[test]
fn one_person_as_the_partner_of_two_is_pointed_out_and_joined_once() {
    let mut draft = Scene::new().row(&numbered("An", AN, BO)).row(&numbered("Bo", BO, "")).row(&numbered("Cy", CY, BO)).open();
    assert_eq!(rules(&draft, 2), [(Rule::RowPartnerOfTwo, Some(2))]);
    let other = Pair { main: 2, partner: 1, bond: Bond::NamedPartner };
    assert_eq!(draft.pairs(1), [PAIR, other]);
    join(&mut draft, PAIR);
    assert_eq!(draft.joining(other), Err(NoJoin::Nobody), "the row is part of another return already");
    assert_eq!(rules(&draft, 2), [(Rule::RowPartnerOfTwo, Some(2))], "and the other still names the same partner");
}

#[test]
fn partner_and_self_is_cured_by_leaving_the_partner_out() {
    let mut draft = Scene::new().row(&numbered("An", AN, AN)).open();
    let finding = account(&draft, 0).findings.remove(0);
    assert_eq!((finding.rule, finding.proof()), (Rule::NationalNumberSameAsPartner, Some(Proof::LeftOut)));
    draft.decide(draft.curing(Deed::TakeSuggestion, &draft.alike(&finding)));
    assert_eq!((buckets(&draft), draft.given(0, Field::SpouseNationalNumber)), (vec![OnlyInImport], ""));
}

#[test]
fn the_return_follows_what_is_put_right_in_the_partners_row() {
    let mut draft = couple().open();
    join(&mut draft, PAIR);
    draft.decide(draft.typing(1, Field::Email, "new@example.be"));
    assert_eq!(account(&draft, 0).values.text(Field::SpouseEmail), "new@example.be");
    draft.decide(draft.separating(0));
    assert_eq!((draft.bucket(1), draft.partner_row(0)), (Some(OnlyInImport), None));
}

#[test]
fn a_stored_customer_is_no_longer_met_when_its_row_is_joined() {
    let mut draft =
        Scene::new().row(&numbered("An", AN, "")).row(&numbered("Bo", BO, AN)).customer(&stored(&numbered("An", AN, ""))).open();
    assert_eq!(draft.counts().only_in_store, 0);
    let pair = draft.pairs(0)[0];
    assert_eq!((pair.main, pair.partner), (1, 0));
    join(&mut draft, pair);
    assert_eq!((draft.bucket(0), draft.ground(1)), (None, Some(crate::domain::matching::Ground::Marriage)));
}

#[test]
fn a_joined_return_names_its_partner_and_nobody_else() {
    let mut draft = couple().open();
    join(&mut draft, PAIR);
    draft.decide(draft.typing(0, Field::SpouseNationalNumber, CY));
    assert_eq!(rules(&draft, 0), [(Rule::RowJoinedToAnother, Some(3))], "or Bo would be lost, and Cy get her name");
    assert_eq!(draft.counts().invalid, 1);
    draft.decide(draft.typing(0, Field::SpouseNationalNumber, ""));
    assert_eq!(account(&draft, 0).values.text(Field::SpouseNationalNumber), BO, "left open, the joined row says it");
    assert_eq!(draft.counts().invalid, 0);
}

#[test]
fn a_new_row_that_is_a_partner_elsewhere_is_counted_in_the_summary() {
    let mut draft = couple().chosen();
    assert_eq!(draft.change_set(seed()).unwrap().tally.partners_apart, 1);
    join(&mut draft, PAIR);
    assert_eq!(draft.change_set(seed()).unwrap().tally.partners_apart, 0);
}
