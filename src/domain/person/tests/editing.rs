use std::sync::Arc;

use proptest::prelude::*;

use super::scene::{AN, BO, CY, SEED, an, cy, flow, office, page, stock, typed, values};
use crate::domain::amendment::{Becomes, Deed};
use crate::domain::customer::CustomerId;
use crate::domain::dossier::Origin;
use crate::domain::draft::Refusal;
use crate::domain::field::Field;
use crate::domain::finding::Rule;
use crate::domain::language::Language;
use crate::domain::matching::Ground;
use crate::domain::person::{Again, Bar, NotOpened, Part, Person, ROW, Unapplied, fields};
use crate::domain::questionnaire::QuestionnaireId;
use crate::domain::snapshot::Revision;

#[test]
fn every_field_that_is_kept_stands_in_one_part() {
    let mut shown: Vec<Field> = fields().collect();
    assert!(shown.iter().all(|field| Part::of(*field).is_some()));
    shown.sort_unstable();
    let kept: Vec<Field> = Field::ALL.into_iter().filter(|field| field.is_stored()).collect();
    assert_eq!(shown, kept);
}

#[test]
fn a_customer_who_is_opened_is_not_their_own_double_and_nothing_is_edited() {
    let (person, draft) = page(&[an(), cy()]);
    assert_eq!(draft.row_count(), 1);
    assert!(!person.is_edited(&draft));
    assert!(person.bars(&draft).is_empty(), "{:?}", person.bars(&draft));
    assert_eq!(person.doubt(&draft), None);
    assert_eq!(person.values(&draft), an());
    assert!(person.amendment(&draft, SEED).unwrap().is_empty());
}

#[test]
fn an_edit_is_saved_in_the_form_in_which_it_is_kept() {
    let (person, mut draft) = page(&[an(), cy()]);
    typed(&person, &mut draft, Field::Labels, "VIP, PB 2026");
    typed(&person, &mut draft, Field::City, "  Ledeberg ");
    let amendment = person.amendment(&draft, SEED).unwrap();
    assert_eq!(amendment.deed, Deed::Edited);
    let [change] = amendment.customers.as_slice() else { panic!("{amendment:?}") };
    assert_eq!((change.customer, change.seen), (CustomerId(1), Revision(1)));
    let mut expected = an();
    expected.set(Field::Labels, "VIP,PB 2026");
    expected.set(Field::City, "Ledeberg");
    assert_eq!(change.becomes, Becomes::Values(expected));
    let [dossier] = amendment.dossiers.as_slice() else { panic!("{amendment:?}") };
    assert_eq!((&dossier.flow, dossier.seen), (&flow().id, Some(Revision(2))), "the address goes into the dossier");
}

#[test]
fn an_error_in_what_was_edited_bars_and_one_that_was_there_does_not() {
    let mut stored = an();
    stored.set(Field::NationalNumber, "85073003329");
    let (person, mut draft) = page(&[stored.clone()]);
    typed(&person, &mut draft, Field::Mobile, "+32475123456");
    assert!(person.bars(&draft).is_empty(), "the number was stored so");
    let mut expected = stored;
    expected.set(Field::Mobile, "+32475123456");
    assert_eq!(person.values(&draft), expected, "what nobody touched stays as it is stored");
    typed(&person, &mut draft, Field::Mobile, "0475 12 34 56");
    let bars = person.bars(&draft);
    let [Bar::Wrong(finding)] = bars.as_slice() else { panic!("{bars:?}") };
    assert_eq!(finding.field, Field::Mobile);
    typed(&person, &mut draft, Field::Mobile, "+32475123456");
    typed(&person, &mut draft, Field::NationalNumber, "850730033");
    assert_eq!(person.bars(&draft).len(), 1, "now it was touched");
}

#[test]
fn an_edit_that_makes_another_field_wrong_bars_too() {
    let (person, mut draft) = page(&[an()]);
    typed(&person, &mut draft, Field::NationalNumber, BO);
    let bars = person.bars(&draft);
    let [Bar::Wrong(finding)] = bars.as_slice() else { panic!("{bars:?}") };
    assert_eq!((finding.field, finding.rule), (Field::SpouseNationalNumber, Rule::NationalNumberSameAsPartner));
}

#[test]
fn a_number_or_code_of_another_customer_bars_and_names_whom() {
    let (person, mut draft) = page(&[an(), cy()]);
    typed(&person, &mut draft, Field::NationalNumber, CY);
    let taken = |field| Bar::Taken { field, customer: CustomerId(2), name: "Peeters Cy".into() };
    assert_eq!(person.bars(&draft), [taken(Field::NationalNumber)]);
    draft.undo();
    typed(&person, &mut draft, Field::ClientCode, "p-7");
    assert_eq!(person.bars(&draft), [taken(Field::ClientCode)]);
}

#[test]
fn doubles_that_are_stored_already_do_not_bar_what_has_nothing_to_do_with_them() {
    let mut double = an();
    double.set(Field::Email, "other@example.be");
    let (person, mut draft) = page(&[an(), double]);
    typed(&person, &mut draft, Field::City, "Ledeberg");
    assert!(person.bars(&draft).is_empty());
    assert_eq!(person.doubt(&draft), None, "they were held to be the same before");
}

#[test]
fn somebody_who_may_be_the_same_is_asked_about() {
    let mut stranger = cy();
    stranger.set(Field::NationalNumber, "");
    stranger.set(Field::ClientCode, "");
    let (person, mut draft) = page(&[an(), stranger]);
    typed(&person, &mut draft, Field::LastName, "Peeters");
    assert_eq!(person.doubt(&draft), None);
    typed(&person, &mut draft, Field::FirstName, "Cy");
    typed(&person, &mut draft, Field::Email, "cy@example.be");
    let doubt = person.doubt(&draft).unwrap();
    assert_eq!((doubt.customer, doubt.ground), (CustomerId(2), Ground::EmailAndName));
    assert!(person.bars(&draft).is_empty());
}

#[test]
fn without_the_partners_number_nothing_of_the_partner_is_kept() {
    let (person, mut draft) = page(&[an()]);
    typed(&person, &mut draft, Field::SpouseNationalNumber, "");
    let after = person.values(&draft);
    for field in Part::Partner.fields() {
        assert_eq!(after.get(*field), None, "{field:?}");
    }
    draft.undo();
    assert_eq!(person.values(&draft), an(), "one step");
}

#[test]
fn an_address_in_one_cell_is_taken_apart_when_it_is_touched_and_not_before() {
    let stored = values(&[
        (Field::FirstName, "An"),
        (Field::LastName, "Janssens"),
        (Field::Email, "an@example.be"),
        (Field::Address, "Molenstraat 12, 9000 Gent"),
    ]);
    let (person, mut draft) = page(std::slice::from_ref(&stored));
    typed(&person, &mut draft, Field::Labels, "VIP");
    assert_eq!(person.values(&draft).text(Field::Address), "Molenstraat 12, 9000 Gent");
    typed(&person, &mut draft, Field::HouseNumber, "14");
    let after = person.values(&draft);
    assert_eq!((after.text(Field::Street), after.text(Field::HouseNumber), after.text(Field::City)), ("Molenstraat", "14", "Gent"));
    assert_eq!(after.get(Field::Address), None);
    let (person, mut draft) = page(&[stored]);
    typed(&person, &mut draft, Field::Address, "Kerkstraat 3, 9050 Ledeberg");
    let after = person.values(&draft);
    assert_eq!((after.text(Field::Street), after.get(Field::Address)), ("Kerkstraat", None));
}

#[test]
fn a_newcomer_needs_what_is_required_and_gets_a_dossier_where_a_questionnaire_is_chosen() {
    let (person, mut draft) = Person::newcomer(stock(&[an()]), Arc::new(office())).unwrap();
    assert_eq!(draft.row_count(), 1);
    assert_eq!(person.bars(&draft).len(), 3);
    for (field, text) in [(Field::FirstName, "Élise"), (Field::LastName, "d'Hondt"), (Field::Email, "elise@example.be")] {
        typed(&person, &mut draft, field, text);
    }
    assert!(person.bars(&draft).is_empty());
    let bare = person.amendment(&draft, SEED).unwrap();
    assert_eq!(bare.deed, Deed::Added);
    assert!(bare.newcomers[0].dossiers.is_empty());
    assert_eq!(bare.newcomers[0].values.iter().count(), 3, "what fills the row is not kept");
    draft.decide(draft.choosing_questionnaire(QuestionnaireId("pit-2026".into())));
    assert_eq!(person.amendment(&draft, SEED), Err(Refusal::NoLanguage));
    draft.decide(draft.choosing_language(Language::French));
    let amendment = person.amendment(&draft, SEED).unwrap();
    let [(into, dossier)] = amendment.newcomers[0].dossiers.as_slice() else { panic!("{amendment:?}") };
    assert_eq!((into, dossier.language), (&flow().id, Language::French));
    assert_eq!(dossier.answer("first-name").map(|answer| (answer.value.as_str(), answer.origin)), Some(("Élise", Origin::Stored)));
    assert!(dossier.answers.iter().all(|answer| answer.origin != Origin::Imported));
    typed(&person, &mut draft, Field::NationalNumber, AN);
    assert!(matches!(person.bars(&draft).as_slice(), [Bar::Taken { customer: CustomerId(1), .. }]));
}

#[test]
fn a_newcomer_who_speaks_needs_no_language_chosen() {
    let (person, mut draft) = Person::newcomer(stock(&[]), Arc::new(office())).unwrap();
    typed(&person, &mut draft, Field::Language, "fr");
    draft.decide(draft.choosing_questionnaire(QuestionnaireId("pit-2026".into())));
    let amendment = person.amendment(&draft, SEED).unwrap();
    assert_eq!(amendment.newcomers[0].dossiers[0].1.language, Language::French);
}

#[test]
fn edits_are_made_again_where_nobody_else_changed_the_field() {
    let (person, mut draft) = page(&[an()]);
    typed(&person, &mut draft, Field::City, "Ledeberg");
    typed(&person, &mut draft, Field::Mobile, "+32475123456");
    typed(&person, &mut draft, Field::Labels, "VIP");
    let again: Again = person.again(&draft).unwrap();
    let mut meanwhile = an();
    meanwhile.set(Field::Mobile, "+32499999999");
    meanwhile.set(Field::Labels, "VIP");
    let (person, mut draft) = page(&[meanwhile.clone()]);
    let (step, unapplied) = person.reapplying(&draft, &again);
    draft.decide(step);
    let lost = Unapplied { field: Field::Mobile, mine: "+32475123456".into(), theirs: "+32499999999".into() };
    assert_eq!(unapplied, [lost]);
    meanwhile.set(Field::City, "Ledeberg");
    assert_eq!(person.values(&draft), meanwhile);
}

#[test]
fn somebody_who_is_gone_is_not_opened() {
    let opened = Person::of_stored(&stock(&[an()]), CustomerId(9), Vec::new(), Arc::new(office()));
    assert_eq!(opened.err(), Some(NotOpened::Gone(CustomerId(9))));
}

proptest! {
    #[test]
    fn editing_and_editing_back_is_as_it_was(edits in proptest::collection::vec((0_usize..24, "[a-zA-Z0-9+@., -]{0,12}"), 1..12)) {
        let shown: Vec<Field> = fields().collect();
        let (person, mut draft) = page(&[an(), cy()]);
        for (at, text) in &edits {
            typed(&person, &mut draft, shown[at % shown.len()], text);
        }
        for field in &shown {
            let step = draft.typing(ROW, *field, an().text(*field));
            draft.decide(step);
        }
        prop_assert!(!person.is_edited(&draft));
        prop_assert_eq!(person.values(&draft), an());
        prop_assert!(person.amendment(&draft, SEED).unwrap().is_empty());
        while draft.undo().is_some() {}
        prop_assert_eq!(person.values(&draft), an());
    }
}
