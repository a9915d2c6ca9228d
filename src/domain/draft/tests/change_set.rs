//! What a commit will write.

use jiff::civil::date;

use super::scene::{AN, AN_BIS, BO, CY, DI, ED, Scene, account, choose, flow, numbered, outcome, person, questionnaire, seed, stored};
use crate::domain::change_set::{ChangeSet, RowOutcome};
use crate::domain::customer::CustomerId;
use crate::domain::dossier::{Dossier, Origin, Status};
use crate::domain::draft::{Mark, Seed, Side};
use crate::domain::field::Field;
use crate::domain::language::Language;
use crate::domain::sheet::CellKind;
use crate::domain::snapshot::Revision;

fn answer<'a>(dossier: &'a Dossier, question: &str) -> Option<(&'a str, Origin)> {
    dossier.answers.iter().find(|answer| answer.question == question).map(|answer| (answer.value.as_str(), answer.origin))
}

fn dossier_of(set: &ChangeSet, row: u32) -> &Dossier {
    let added = set.additions.iter().find(|addition| addition.row == row).map(|addition| &addition.dossier);
    added.or_else(|| set.updates.iter().find(|update| update.row == row)?.dossier.as_ref()).unwrap()
}

#[test]
fn every_row_has_an_outcome_and_the_sums_agree() {
    let mut wrong = numbered("Cy", CY, "");
    wrong.push((Field::Mobile, "0471625368", CellKind::Text));
    let mut wanted = numbered("An", AN, BO);
    wanted.push((Field::SendInvitation, "Ja", CellKind::Text));
    let mut changed = numbered("Ed", ED, "");
    changed.push((Field::City, "Gent", CellKind::Text));
    let mut draft = Scene::new()
        .row(&wanted)
        .row(&person("Zoe", "Maes", "zoe@example.be", &[]))
        .row(&wrong)
        .row(&numbered("Di", DI, ""))
        .row(&changed)
        .row(&person("Jo", "Claes", "jo@example.be", &[]))
        .customer(&stored(&numbered("Di", DI, "")))
        .linked(&stored(&numbered("Ed", ED, "")), &[2026])
        .linked(&stored(&person("Jo", "Claes", "jo@example.be", &[])), &[2026])
        .chosen();
    draft.decide(draft.marking([1], Mark::Deselected));
    draft.decide(draft.taking(4, [Field::City], Side::Import));
    let set = draft.change_set(seed()).unwrap();
    let expected = [
        (2, RowOutcome::Added),
        (3, RowOutcome::NotSelected),
        (4, RowOutcome::Invalid(vec!["mobile.country-code".into()])),
        (5, RowOutcome::Updated(CustomerId(1))),
        (6, RowOutcome::Updated(CustomerId(2))),
        (7, RowOutcome::LeftAlone(CustomerId(3))),
    ];
    assert_eq!(set.outcomes, expected);
    let tally = set.tally;
    assert_eq!((tally.rows, tally.added, tally.not_selected, tally.invalid), (6, 1, 1, 1));
    assert_eq!((tally.updated, tally.fields, tally.linked, tally.left_alone), (2, 1, 1, 1));
    assert_eq!((tally.invitations_wanted, tally.joint), (1, 1));
    assert_eq!(u64::from(draft.counts().selected), tally.added + tally.linked);
    assert_eq!((set.based_on, set.store.len(), set.flow.clone()), (Revision(1), 32, flow(2026)));
    assert_eq!(set.source.file, "klanten.xlsx");
    assert_eq!(
        set.updates.iter().map(|update| (update.row, update.changes.len(), update.dossier.is_some())).collect::<Vec<_>>(),
        [(5, 0, true), (6, 1, false)]
    );
    assert_eq!(set.updates[0].seen, Revision(1));
}

#[test]
fn a_new_customer_is_stored_as_the_row_says_with_the_chosen_language_where_it_says_none() {
    let mut silent = numbered("An", AN, "");
    for (field, text) in
        [(Field::Person, "Private person"), (Field::Deadline, "1/8/2026"), (Field::SendInvitation, "no"), (Field::Labels, "VIP, Gent")]
    {
        silent.push((field, text, CellKind::Text));
    }
    silent.push((Field::HouseNumber, "12.0", CellKind::Number));
    let mut speaking = numbered("Bo", BO, "");
    speaking.push((Field::Language, "Frans", CellKind::Text));
    let set = Scene::new().row(&silent).row(&speaking).chosen().change_set(seed()).unwrap();
    let values: Vec<_> = set.additions[0].values.iter().collect();
    let expected = [
        (Field::FirstName, "An"),
        (Field::LastName, "Peeters"),
        (Field::Email, "an@example.be"),
        (Field::NationalNumber, AN),
        (Field::HouseNumber, "12"),
        (Field::Labels, "VIP,Gent"),
        (Field::Language, "nl"),
    ];
    assert_eq!(values, expected);
    assert_eq!(set.additions[1].values.text(Field::Language), "fr");
    let languages: Vec<_> =
        set.additions.iter().map(|addition| (addition.dossier.language, answer(&addition.dossier, "language"))).collect();
    assert_eq!(languages, [(Language::Dutch, Some(("nl", Origin::Default))), (Language::French, Some(("fr", Origin::Imported)))]);
}

#[test]
fn the_language_of_a_duplicate_is_the_rows_then_the_stored_then_the_chosen_one() {
    let said = |first, own, word| {
        let mut cells = numbered(first, own, "");
        cells.push((Field::Language, word, CellKind::Text));
        cells
    };
    let draft = Scene::new()
        .row(&said("An", AN, "english"))
        .row(&said("Bo", BO, ""))
        .row(&said("Cy", CY, ""))
        .row(&said("Di", DI, ""))
        .customer(&stored(&said("An", AN, "fr")))
        .customer(&stored(&said("Bo", BO, "fr")))
        .customer(&stored(&said("Cy", CY, "de")))
        .customer(&stored(&said("Di", DI, "")))
        .chosen();
    let set = draft.change_set(seed()).unwrap();
    let languages: Vec<Language> = set.updates.iter().map(|update| update.dossier.as_ref().unwrap().language).collect();
    assert_eq!(languages, [Language::English, Language::French, Language::Dutch, Language::Dutch], "German is not offered");
    assert!(set.updates.iter().all(|update| update.changes.is_empty()), "the stored language is not changed unasked");
    let told: Vec<_> = (0..4).map(|row| draft.dossier_language(&account(&draft, row)).unwrap()).collect();
    assert_eq!(
        told,
        [
            (Language::English, Origin::Imported),
            (Language::French, Origin::Stored),
            (Language::Dutch, Origin::Default),
            (Language::Dutch, Origin::Default)
        ]
    );
}

#[test]
fn an_empty_deadline_takes_the_flows_by_the_kind_of_income() {
    let with = |first, own, field, text| {
        let mut cells = numbered(first, own, "");
        cells.push((field, text, CellKind::Text));
        cells
    };
    let draft = Scene::new()
        .row(&numbered("An", AN, ""))
        .row(&with("Bo", BO, Field::EnterpriseNumber, "0403019261"))
        .row(&with("Cy", CY, Field::SpouseEnterpriseNumber, "0403019261"))
        .row(&with("Di", DI, Field::Deadline, "30/06/2026"))
        .row(&numbered("Ed", ED, ""))
        .customer(&stored(&with("Ed", ED, Field::EnterpriseNumber, "0403019261")))
        .chosen();
    let set = draft.change_set(seed()).unwrap();
    let simple = (date(2026, 7, 15), Origin::Default);
    let specific = (date(2026, 10, 16), Origin::Default);
    let expected = [simple, specific, specific, (date(2026, 6, 30), Origin::Imported), specific];
    for (row, expected) in (0..).zip(expected) {
        let dossier = dossier_of(&set, row + 2);
        assert_eq!((dossier.deadline, dossier.deadline_origin), expected, "row {row}");
        assert_eq!(answer(dossier, "deadline"), Some((expected.0.to_string().as_str(), expected.1)));
        assert_eq!(draft.dossier_deadline(&account(&draft, row)), Some(expected), "the screen says what is written");
    }
}

#[test]
fn the_dossier_begins_unsent_with_its_questionnaire_token_and_invitation() {
    let wanting = |first, own, word| {
        let mut cells = numbered(first, own, "");
        cells.push((Field::SendInvitation, word, CellKind::Text));
        cells
    };
    let scene = Scene::new()
        .row(&wanting("An", AN, "yes"))
        .row(&wanting("Bo", BO, "no"))
        .row(&wanting("Cy", CY, ""))
        .row(&wanting("Di", DI, "oui"))
        .customer(&stored(&numbered("Di", DI, "")));
    let mut draft = scene.open();
    choose(&mut draft, Language::French, "self-employed-2026");
    let set = draft.change_set(seed()).unwrap();
    let mut tokens = Vec::new();
    for (row, wanted) in (2..).zip([true, false, false, true]) {
        let dossier = dossier_of(&set, row);
        assert_eq!(dossier.invitation_wanted, wanted, "row {row}");
        assert_eq!((dossier.status, &dossier.questionnaire), (Status::NotSentYet, &questionnaire("self-employed-2026")));
        assert!(dossier.token.len() == 32 && dossier.token.bytes().all(|digit| digit.is_ascii_hexdigit()));
        tokens.push(dossier.token.clone());
    }
    assert_eq!(set.tally.invitations_wanted, 2);
    tokens.sort_unstable();
    tokens.dedup();
    assert_eq!(tokens.len(), 4);
    assert_eq!(draft.change_set(seed()).unwrap(), set, "the same seed, the same set");
    let other = draft.change_set(seed().next()).unwrap();
    assert!(other.commit != set.commit && dossier_of(&other, 2).token != dossier_of(&set, 2).token);
    assert_eq!(format!("{:?}", Seed::new([9; 32])), "Seed");
}

#[test]
fn answers_are_filled_in_from_the_row_the_store_and_the_numbers() {
    let mut row = numbered("An", AN, BO);
    row.push((Field::City, "Aalst", CellKind::Text));
    let mut known = stored(&numbered("An", AN, ""));
    known.set(Field::Street, "Kerkstraat");
    known.set(Field::City, "Gent");
    let mut draft =
        Scene::new().row(&row).row(&numbered("Cy", "98472899765", "")).row(&numbered("Di", AN_BIS, "")).customer(&known).chosen();
    let set = draft.change_set(seed()).unwrap();
    let dossier = dossier_of(&set, 2);
    assert_eq!(answer(dossier, "first-name"), Some(("An", Origin::Imported)));
    assert_eq!(answer(dossier, "national-number"), Some((AN, Origin::Imported)));
    assert_eq!(answer(dossier, "birth-date"), Some(("1985-07-30", Origin::Derived)));
    assert_eq!(answer(dossier, "sex"), Some(("male", Origin::Derived)));
    assert_eq!(answer(dossier, "address"), Some(("Kerkstraat, Gent", Origin::Stored)), "the store's side is kept");
    assert_eq!(answer(dossier, "spouse-national-number"), None, "and so its partner");
    assert_eq!(answer(dossier_of(&set, 3), "birth-date"), Some(("1998-07-28", Origin::Derived)), "BIS, sex known");
    draft.decide(draft.taking(0, [Field::City, Field::SpouseNationalNumber], Side::Import));
    let set = draft.change_set(seed()).unwrap();
    assert_eq!(answer(dossier_of(&set, 2), "address"), Some(("Kerkstraat, Aalst", Origin::Stored)));
    assert_eq!(answer(dossier_of(&set, 2), "spouse-national-number"), Some((BO, Origin::Imported)));
    assert_eq!(set.updates[0].changes.len(), 2);
}

#[test]
fn every_rule_of_an_invalid_row_is_in_its_outcome_and_no_warning() {
    let row = person("", "Peeters", "an@@example.be", &[(Field::NationalNumber, "85073003329"), (Field::Mobile, "+31612345678")]);
    let set = Scene::new().row(&row).row(&numbered("Bo", BO, "")).chosen().change_set(seed()).unwrap();
    let RowOutcome::Invalid(rules) = outcome(&set, 2) else { panic!("{:?}", outcome(&set, 2)) };
    assert_eq!(rules[0], "name.missing");
    assert!(rules[1].starts_with("email.") && rules[2] == "national-number.check-digits" && rules.len() == 3, "{rules:?}");
}
