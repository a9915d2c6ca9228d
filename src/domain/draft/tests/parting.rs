//! Rows held apart from stored customers, and rules for many duplicates at once.

use super::scene::{AN, AN_BIS, BO, Scene, account, numbered, person, rules, stored};
use crate::domain::draft::Bucket::{Duplicates, Invalid, OnlyInImport};
use crate::domain::draft::{Draft, Entry, NoParting, Side, SidesRule, Unfit};
use crate::domain::field::Field;
use crate::domain::finding::Rule;
use crate::domain::matching::{Certainty, Ground};

#[test]
fn who_is_not_the_same_becomes_new_or_meets_the_next() {
    let home = [(Field::Street, "Kerkstraat"), (Field::PostalCode, "9000")];
    let row = person("Anne", "Claes", "a@example.be", &home);
    let near = |first| stored(&person(first, "Claes", "x@example.be", &home));
    let mut draft = Scene::new().row(&row).customer(&near("Ann")).customer(&near("Anna")).open();
    let first = account(&draft, 0).found.unwrap().id;
    draft.decide(draft.holding_apart(0).unwrap());
    let second = account(&draft, 0).found.unwrap().id;
    assert_ne!(first, second);
    draft.decide(draft.holding_apart(0).unwrap());
    assert_eq!((draft.bucket(0), draft.held_apart(0)), (Some(OnlyInImport), &[first, second][..]));
    assert_eq!(draft.counts().only_in_store, 2);
    assert_eq!(draft.holding_apart(0), Err(NoParting::MatchesNobody));
    draft.undo();
    draft.undo();
    assert_eq!(account(&draft, 0).found.unwrap().id, first);
}

#[test]
fn one_national_number_is_one_person() {
    let draft = Scene::new().row(&numbered("An", AN, "")).customer(&stored(&numbered("An", AN, ""))).open();
    assert_eq!(draft.holding_apart(0), Err(NoParting::SameNumber));
}

#[test]
fn a_client_code_that_a_stored_customer_has_is_not_given_twice() {
    let code = |number| person("An", "Peeters", "an@example.be", &[(Field::NationalNumber, number), (Field::ClientCode, "K1")]);
    let mut draft = Scene::new().row(&code(BO)).customer(&stored(&code(AN))).open();
    assert_eq!(draft.ground(0), Some(Ground::ClientCodeOtherNumber));
    draft.decide(draft.holding_apart(0).unwrap());
    assert_eq!((draft.bucket(0), rules(&draft, 0)), (Some(Invalid), vec![(Rule::ClientCodeTaken, None)]));
    draft.decide(draft.typing(0, Field::ClientCode, "K2"));
    assert_eq!(draft.bucket(0), Some(OnlyInImport));
}

/// One surely, one likely, one hardly the same as a stored customer.
fn three() -> Draft {
    let with = |first, number, city, labels| {
        person(first, "Peeters", "p@example.be", &[(Field::NationalNumber, number), (Field::City, city), (Field::Labels, labels)])
    };
    Scene::new()
        .row(&with("An", AN, "Aalst", "vip"))
        .row(&with("Bo", "", "Gent", ""))
        .row(&person("Cy", "Maes", "cy@example.be", &[(Field::NationalNumber, "85073003526"), (Field::City, "Ieper")]))
        .customer(&stored(&with("An", AN, "Brugge", "oud")))
        .customer(&stored(&with("Bo", BO, "", "")))
        .customer(&stored(&person("Cy", "Maes", "x@example.be", &[(Field::NationalNumber, AN_BIS)])))
        .chosen()
}

#[test]
fn a_rule_settles_the_rest_but_never_what_is_unsure() {
    let mut draft = three();
    let certain = [0, 1, 2].map(|row| draft.certainty(row));
    assert_eq!(certain, [Some(Certainty::Sure), Some(Certainty::Likely), Some(Certainty::Unsure)]);
    let blanks = draft.settling(SidesRule::FillBlanks);
    assert_eq!((blanks.rows, blanks.written, blanks.fields, blanks.unsure), (2, 1, 1, 1));
    let wins = draft.settling(SidesRule::ImportWins);
    assert_eq!((wins.rows, wins.written, wins.fields, wins.unsure), (2, 2, 3, 1));
    draft.decide(wins.step);
    assert_eq!(draft.side(0, Field::Labels), Side::Both, "an import adds labels and takes none away");
    assert_eq!(account(&draft, 0).merged(&draft).text(Field::Labels), "oud,vip");
    assert_eq!((draft.overwrite_count(0), draft.overwrite_count(1), draft.overwrite_count(2)), (2, 1, 0));
    draft.decide(draft.settling(SidesRule::Leave).step);
    assert_eq!(draft.overwrite_count(0), 0);
}

#[test]
fn what_was_looked_at_is_left_to_the_person() {
    let mut draft = three();
    draft.decide(draft.accepting(0));
    assert!(draft.is_looked_at(0) && draft.accepting(0).is_empty());
    assert_eq!((draft.looked_at_count(), draft.settling(SidesRule::ImportWins).rows), (1, 1));
    draft.undo();
    assert!(!draft.is_looked_at(0));
}

#[test]
fn a_journal_over_a_store_that_changed_says_what_no_longer_fits() {
    let row = person("An", "Peeters", "an@example.be", &[(Field::NationalNumber, AN), (Field::City, "Aalst")]);
    let holding = |city| stored(&person("An", "Peeters", "an@example.be", &[(Field::NationalNumber, AN), (Field::City, city)]));
    let before = Scene::new().row(&row).customer(&holding("Gent")).chosen();
    let journal = vec![Entry::Decided(before.taking(0, [Field::City], Side::Import))];
    let mut same = Scene::new().row(&row).customer(&holding("Gent")).open();
    assert_eq!(same.replay(journal.clone()).unfit, []);
    assert_eq!((same.overwrite_count(0), same.bucket(0)), (1, Some(Duplicates)));
    let mut changed = Scene::new().row(&row).customer(&holding("Brugge")).open();
    assert_eq!(changed.replay(journal.clone()).unfit, [Unfit::Overwrite { row: 0, field: Field::City }]);
    assert_eq!(changed.overwrite_count(0), 0, "nothing is overwritten unseen");
    let mut gone = Scene::new().row(&row).open();
    assert_eq!(gone.replay(journal).unfit, [Unfit::Overwrite { row: 0, field: Field::City }]);
}

#[test]
fn a_commit_in_the_journal_is_not_taken_back_and_one_that_was_begun_is_told() {
    let draft = three();
    let step = draft.accepting(0);
    let commit = |name: &str| crate::domain::change_set::CommitId(name.to_owned());
    let mut again = three();
    let begin = again.steps_in_force();
    let told =
        again.replay([Entry::Decided(step), Entry::Committing(commit("a")), Entry::Committed(commit("a")), Entry::Committing(commit("b"))]);
    assert_eq!(told.committing, Some(commit("b")));
    assert_eq!((again.steps_committed(), again.undo()), (begin + 1, None));
}

/// A stored couple, with what is kept of the partner.
fn couple() -> crate::domain::customer::Values {
    let cells = [
        (Field::NationalNumber, AN),
        (Field::SpouseNationalNumber, BO),
        (Field::SpouseFirstName, "Bo"),
        (Field::SpouseEmail, "bo@example.be"),
    ];
    stored(&person("An", "Peeters", "an@example.be", &cells))
}

#[test]
fn what_is_kept_of_a_partner_goes_when_another_comes() {
    let row = person("An", "Peeters", "an@example.be", &[(Field::NationalNumber, AN), (Field::SpouseNationalNumber, "75060898009")]);
    let mut draft = Scene::new().row(&row).customer(&couple()).chosen();
    let merged = |draft: &Draft| account(draft, 0).merged(draft);
    assert_eq!(merged(&draft).text(Field::SpouseFirstName), "Bo", "nothing is taken yet");
    draft.decide(draft.taking(0, [Field::SpouseNationalNumber], Side::Import));
    let kept = [Field::SpouseNationalNumber, Field::SpouseFirstName, Field::SpouseEmail].map(|field| merged(&draft).text(field).to_owned());
    assert_eq!(kept, ["75060898009", "", ""]);
    let set = draft.change_set(super::scene::seed()).unwrap();
    assert_eq!(set.updates[0].changes.len(), 3, "and the store is told so: {:?}", set.updates[0].changes);
}

#[test]
fn nobody_becomes_their_own_partner() {
    let row = person("Bo", "Peeters", "bo@example.be", &[(Field::NationalNumber, BO), (Field::SpouseNationalNumber, AN)]);
    let alone = stored(&person("An", "Peeters", "an@example.be", &[(Field::NationalNumber, AN)]));
    let mut draft = Scene::new().row(&row).customer(&alone).chosen();
    assert_eq!(draft.ground(0), Some(Ground::Marriage));
    draft.decide(draft.taking(0, [Field::SpouseNationalNumber], Side::Import));
    assert_eq!(account(&draft, 0).merged(&draft).get(Field::SpouseNationalNumber), None);
    assert!(draft.change_set(super::scene::seed()).is_err(), "nothing is left to write");
}
