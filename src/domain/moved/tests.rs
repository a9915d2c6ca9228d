use proptest::prelude::*;

use super::*;
use crate::domain::change_set::{CommitId, FieldChange, SourceMark, Tally};
use crate::domain::customer::Customer;
use crate::domain::dossier::{Course, Dossier, Origin, Status};
use crate::domain::language::Language;
use crate::domain::questionnaire::QuestionnaireId;
use crate::domain::record::encode;
use crate::domain::snapshot::{DossierHead, Revision};
use crate::domain::task_flow::TaskFlowId;

type Person<'a> = &'a [(Field, &'a str)];

const AN: Person<'static> = &[
    (Field::FirstName, "An"),
    (Field::LastName, "Peeters"),
    (Field::Email, "an@example.be"),
    (Field::NationalNumber, "85073003328"),
    (Field::SpouseNationalNumber, "93051822361"),
    (Field::ClientCode, "K-7"),
    (Field::Street, "Markt"),
    (Field::HouseNumber, "1"),
];

fn values(person: Person<'_>) -> Values {
    person.iter().map(|&(field, text)| (field, text)).collect()
}

/// A store at revision 9 in which each person stands with the commit that wrote it; ids from 1.
fn store(people: &[(u64, Person<'_>)]) -> Snapshot {
    let mut snapshot = Snapshot::of_no_store(Vec::new());
    snapshot.store = "s".into();
    snapshot.revision = Revision(9);
    for (id, (version, person)) in (1..).zip(people) {
        let bytes = encode(&Customer { values: values(person), row: None }).unwrap();
        snapshot.add_customer(CustomerId(id), Revision(*version), &bytes).unwrap();
    }
    snapshot
}

fn dossier() -> Dossier {
    Dossier {
        questionnaire: QuestionnaireId("pit-2026".into()),
        language: Language::Dutch,
        status: Status::NotSentYet,
        deadline: jiff::civil::date(2026, 7, 15),
        deadline_origin: Origin::Default,
        invitation_wanted: false,
        token: "0".repeat(32),
        answers: Vec::new(),
        course: Course::default(),
    }
}

fn set(based_on: u64, additions: Vec<Values>, updates: Vec<Update>) -> ChangeSet {
    let additions = (2..).zip(additions).map(|(row, values)| Addition { row, values, dossier: dossier() }).collect();
    ChangeSet {
        commit: CommitId("c".into()),
        store: "s".into(),
        based_on: Revision(based_on),
        source: SourceMark { file: String::new(), fingerprint: String::new(), sheet: String::new(), header_row: 1 },
        flow: TaskFlowId("pit-2026".into()),
        additions,
        updates,
        outcomes: Vec::new(),
        tally: Tally::default(),
        lessons: Vec::new(),
    }
}

fn update(customer: u64, seen: u64, changes: &[(Field, &str, &str)]) -> Update {
    let changes = changes.iter().map(|&(field, before, after)| FieldChange { field, before: before.into(), after: after.into() }).collect();
    Update { row: 50, customer: CustomerId(customer), seen: Revision(seen), changes, dossier: None }
}

fn kinds(set: &ChangeSet, fresh: &Snapshot) -> Vec<MovedKind> {
    moved(set, fresh).into_iter().map(|found| found.kind).collect()
}

#[test]
fn an_addition_moves_when_somebody_newer_may_be_the_same_person() {
    let cases: &[(&str, Person<'_>, bool)] = &[
        ("own number", &[(Field::NationalNumber, "85073003328")], true),
        ("client code, folded", &[(Field::ClientCode, "k-7"), (Field::NationalNumber, "42012205181")], true),
        ("own number is the stored partner's", &[(Field::NationalNumber, "93051822361")], true),
        ("partner's number is the stored own", &[(Field::SpouseNationalNumber, "85073003328")], true),
        (
            "e-mail and name without a number",
            &[(Field::FirstName, "AN"), (Field::LastName, "Peeters"), (Field::Email, "AN@example.be")],
            true,
        ),
        (
            "e-mail and name with another number: father and son",
            &[
                (Field::FirstName, "An"),
                (Field::LastName, "Peeters"),
                (Field::Email, "an@example.be"),
                (Field::NationalNumber, "42012205181"),
            ],
            false,
        ),
        ("e-mail alone", &[(Field::FirstName, "Jo"), (Field::LastName, "Peeters"), (Field::Email, "an@example.be")], false),
        ("the partner's number of both", &[(Field::SpouseNationalNumber, "93051822361")], false),
        ("name alone", &[(Field::FirstName, "An"), (Field::LastName, "Peeters")], false),
        ("nothing at all", &[], false),
    ];
    for (case, person, moves) in cases {
        let expected = if *moves { vec![Moved { row: 2, kind: MovedKind::NowMatches(CustomerId(1)) }] } else { Vec::new() };
        let set = set(8, vec![values(person)], Vec::new());
        assert_eq!(moved(&set, &store(&[(9, AN)])), expected, "{case}");
        assert_eq!(moved(&set, &store(&[(8, AN)])), [], "{case}, and known before");
    }
}

#[test]
fn another_store_and_a_copy_put_back_are_looked_at_in_full() {
    let fresh = store(&[(3, AN)]);
    let other = ChangeSet { store: "t".into(), ..set(9, vec![values(AN)], vec![update(1, 3, &[])]) };
    assert_eq!(kinds(&other, &fresh), [MovedKind::NowMatches(CustomerId(1)), MovedKind::CustomerGone(CustomerId(1))]);
    assert_eq!(kinds(&set(12, vec![values(AN)], Vec::new()), &fresh), [MovedKind::NowMatches(CustomerId(1))]);
    let none = ChangeSet { store: String::new(), ..set(0, vec![values(AN)], Vec::new()) };
    assert_eq!(kinds(&none, &fresh), [MovedKind::NowMatches(CustomerId(1))]);
}

#[test]
fn an_update_moves_when_a_value_it_overwrites_is_another() {
    let fresh = store(&[(9, AN)]);
    let mail = (Field::Email, "an@example.be", "new@example.be");
    let code = (Field::ClientCode, "K-6", "K-9");
    let city = (Field::City, "", "Gent");
    assert_eq!(kinds(&set(8, vec![], vec![update(1, 4, &[mail, city])]), &fresh), []);
    assert_eq!(
        kinds(&set(8, vec![], vec![update(1, 4, &[mail, code])]), &fresh),
        [MovedKind::CustomerChanged(CustomerId(1), Field::ClientCode)]
    );
    assert_eq!(kinds(&set(8, vec![], vec![update(2, 4, &[mail])]), &fresh), [MovedKind::CustomerGone(CustomerId(2))]);
}

#[test]
fn a_dossier_made_by_a_colleague_moves_the_row_that_would_make_it() {
    let mut fresh = store(&[(3, AN)]);
    fresh.add_dossier(&TaskFlowId("pit-2026".into()), CustomerId(1), DossierHead::of(&dossier(), Revision(3)));
    let linking = Update { dossier: Some(dossier()), ..update(1, 3, &[]) };
    assert_eq!(kinds(&set(8, vec![], vec![linking.clone()]), &fresh), [MovedKind::NowHasDossier(CustomerId(1))]);
    assert_eq!(kinds(&set(8, vec![], vec![update(1, 3, &[])]), &fresh), []);
    let other_season = ChangeSet { flow: TaskFlowId("pit-2025".into()), ..set(8, vec![], vec![linking]) };
    assert_eq!(kinds(&other_season, &fresh), []);
}

#[test]
fn an_update_that_would_make_a_double_of_somebody_newer_moves() {
    let jo: Person<'_> = &[(Field::FirstName, "Jo"), (Field::NationalNumber, "42012205181")];
    let number = (Field::NationalNumber, "42012205181", "85073003328");
    let fresh = store(&[(3, jo), (9, AN)]);
    assert_eq!(kinds(&set(8, vec![], vec![update(1, 3, &[number])]), &fresh), [MovedKind::NowMatches(CustomerId(2))]);
    assert_eq!(kinds(&set(9, vec![], vec![update(1, 3, &[number])]), &fresh), []);
    let name = (Field::FirstName, "Jo", "Jos");
    assert_eq!(kinds(&set(8, vec![], vec![update(1, 3, &[name])]), &fresh), []);
}

#[test]
fn rows_come_ascending() {
    let fresh = store(&[(9, AN), (9, &[(Field::ClientCode, "K-8")])]);
    let early = Update { row: 1, ..update(7, 1, &[]) };
    let set = set(8, vec![values(&[(Field::ClientCode, "K-8")])], vec![early, update(8, 1, &[])]);
    assert_eq!(moved(&set, &fresh).iter().map(|found| found.row).collect::<Vec<_>>(), [1, 2, 50]);
}

fn person() -> impl Strategy<Value = Values> {
    let number = || prop_oneof![Just(""), Just("85073003328"), Just("93051822361"), Just("42012205181")];
    let (code, name) = (prop_oneof![Just(""), Just("K1"), Just("k1"), Just("K2")], prop_oneof![Just("An"), Just("Jo")]);
    (number(), number(), code, name).prop_map(|(own, partner, code, name)| {
        values(&[
            (Field::NationalNumber, own),
            (Field::SpouseNationalNumber, partner),
            (Field::ClientCode, code),
            (Field::FirstName, name),
            (Field::LastName, "P"),
            (Field::Email, "p@example.be"),
        ])
    })
}

/// The rule in words, pair by pair, without keys.
fn may_be_the_same(row: &Values, stored: &Values) -> bool {
    let same = |a: Field, b: Field| row.get(a).is_some() && row.get(a) == stored.get(b);
    let (own, partner) = (Field::NationalNumber, Field::SpouseNationalNumber);
    let code = |values: &Values| values.get(Field::ClientCode).map(str::to_lowercase);
    same(own, own)
        || same(own, partner)
        || same(partner, own)
        || (code(row).is_some() && code(row) == code(stored))
        || (same(Field::FirstName, Field::FirstName) && (row.get(own).is_none() || stored.get(own).is_none()))
}

proptest! {
    #[test]
    fn additions_move_exactly_when_some_newer_customer_may_be_the_same(
        rows in prop::collection::vec(person(), 0..4),
        people in prop::collection::vec((1_u64..10, person()), 0..5),
        based_on in 0_u64..10,
    ) {
        let mut fresh = store(&[]);
        for (id, (version, person)) in (1..).zip(&people) {
            let bytes = encode(&Customer { values: person.clone(), row: None }).unwrap();
            fresh.add_customer(CustomerId(id), Revision(*version), &bytes).unwrap();
        }
        let expected: Vec<u32> = (2..).zip(&rows)
            .filter(|(_, row)| people.iter().any(|(version, person)| *version > based_on && may_be_the_same(row, person)))
            .map(|(row, _)| row)
            .collect();
        let found = moved(&set(based_on, rows.clone(), Vec::new()), &fresh);
        prop_assert_eq!(found.iter().map(|moved| moved.row).collect::<Vec<_>>(), expected);
        for Moved { row, kind } in found {
            let MovedKind::NowMatches(CustomerId(id)) = kind else { panic!("an addition can only match") };
            let (version, person) = &people[usize::try_from(id).unwrap() - 1];
            prop_assert!(*version > based_on && may_be_the_same(&rows[row as usize - 2], person));
        }
    }

    #[test]
    fn an_update_moves_exactly_for_the_values_that_are_no_longer_there(
        seen in person(), now in person(), city in prop_oneof![Just(""), Just("Gent")],
    ) {
        let mut now = now;
        now.set(Field::City, city);
        let fields = [Field::NationalNumber, Field::ClientCode, Field::City];
        let changes: Vec<_> = fields.iter().map(|&field| (field, seen.text(field), "other")).collect();
        let mut fresh = store(&[]);
        fresh.add_customer(CustomerId(1), Revision(9), &encode(&Customer { values: now.clone(), row: None }).unwrap()).unwrap();
        let expected: Vec<_> = fields.iter()
            .filter(|&&field| now.text(field) != seen.text(field))
            .map(|&field| MovedKind::CustomerChanged(CustomerId(1), field))
            .collect();
        prop_assert_eq!(kinds(&set(3, vec![], vec![update(1, 3, &changes)]), &fresh), expected);
    }
}
