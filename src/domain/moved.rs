//! What moved in the store between computing a change set and committing it.
//!
//! A session works on a snapshot while colleagues go on. A commit that finds another revision
//! matches again, but only against what is newer: rows that would land in another bucket now, and
//! values that are no longer what the summary showed. Anything found stops the commit.

use std::collections::HashMap;

use super::change_set::{Addition, ChangeSet, Update};
use super::customer::{CustomerId, Values};
use super::field::Field;
use super::fold::fold;
use super::matching::MatchKeys;
use super::snapshot::Snapshot;

/// One row of a change set that no longer fits the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moved {
    /// Row number in the workbook.
    pub row: u32,
    /// What happened.
    pub kind: MovedKind,
}

/// How a row came to fit no longer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MovedKind {
    /// This customer, added or changed since, is or may be the person of the row.
    NowMatches(CustomerId),
    /// The stored value that the row would overwrite is no longer the one that was shown.
    CustomerChanged(CustomerId, Field),
    /// The customer has got a dossier in the task flow in the meantime.
    NowHasDossier(CustomerId),
    /// The customer that the row would change is no longer there, or belongs to another store.
    CustomerGone(CustomerId),
}

/// The rows of `set` that no longer fit the store as `fresh` shows it, rows ascending.
///
/// Looked at are the customers that a commit after [`ChangeSet::based_on`] wrote, and the dossiers
/// of the customers in the set. A `fresh` of another store, or of an earlier revision (a copy put
/// back), is looked at in full.
#[must_use]
pub fn moved(set: &ChangeSet, fresh: &Snapshot) -> Vec<Moved> {
    let later = Later::of(set, fresh);
    let mut moved: Vec<Moved> = set.additions.iter().filter_map(|addition| later.addition(addition)).collect();
    for update in &set.updates {
        later.update(set, update, &mut moved);
    }
    moved.sort_by_key(|found| found.row);
    moved
}

/// A reason for which two descriptions may be of one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Key {
    National(u64),
    Partner(u64),
    Code(u64),
    Mail { email: u64, name: u64 },
}

impl Key {
    /// The keys under which a stored customer is found.
    fn of_stored(keys: MatchKeys) -> impl Iterator<Item = Self> {
        [Self::National(keys.national), Self::Partner(keys.partner), Self::Code(keys.code), Self::mail(keys)]
            .into_iter()
            .filter(|key| key.is_known())
    }

    /// The keys that a person is looked for with, strongest first. Own and partner's number are
    /// looked for crosswise too: people change places in a joint return.
    fn of_sought(keys: MatchKeys) -> Vec<Self> {
        let sought = [
            Self::National(keys.national),
            Self::Code(keys.code),
            Self::Partner(keys.national),
            Self::National(keys.partner),
            Self::mail(keys),
        ];
        sought.into_iter().filter(|key| key.is_known()).collect()
    }

    const fn mail(keys: MatchKeys) -> Self {
        Self::Mail { email: keys.email, name: keys.name }
    }

    const fn is_known(self) -> bool {
        match self {
            Self::National(key) | Self::Partner(key) | Self::Code(key) => key != 0,
            Self::Mail { email, name } => email != 0 && name != 0,
        }
    }
}

/// The customers of a snapshot that are newer than a change set, by their keys.
struct Later<'a> {
    fresh: &'a Snapshot,
    same_store: bool,
    by_key: HashMap<Key, Vec<usize>>,
}

impl<'a> Later<'a> {
    fn of(set: &ChangeSet, fresh: &'a Snapshot) -> Self {
        let same_store = set.store == fresh.store;
        let all = !same_store || fresh.revision < set.based_on;
        let mut by_key: HashMap<Key, Vec<usize>> = HashMap::new();
        for index in (0..fresh.customer_count()).filter(|&index| all || fresh.version(index) > set.based_on) {
            for key in Key::of_stored(fresh.keys(index)) {
                by_key.entry(key).or_default().push(index);
            }
        }
        Self { fresh, same_store, by_key }
    }

    fn addition(&self, addition: &Addition) -> Option<Moved> {
        if self.by_key.is_empty() {
            return None;
        }
        let sought = Key::of_sought(MatchKeys::of(&addition.values));
        let customer = self.first_match(&sought, &addition.values, None)?;
        Some(Moved { row: addition.row, kind: MovedKind::NowMatches(customer) })
    }

    fn update(&self, set: &ChangeSet, update: &Update, moved: &mut Vec<Moved>) {
        let customer = update.customer;
        let mut push = |kind| moved.push(Moved { row: update.row, kind });
        let Some(index) = self.fresh.index_of(customer).filter(|_| self.same_store) else {
            return push(MovedKind::CustomerGone(customer));
        };
        if update.dossier.is_some() && self.fresh.dossier(&set.flow, customer).is_some() {
            push(MovedKind::NowHasDossier(customer));
        }
        let touched = self.fresh.version(index) != update.seen;
        let identifies = !self.by_key.is_empty() && update.changes.iter().any(|change| identifies(change.field));
        if !touched && !identifies {
            return;
        }
        let Ok(stored) = self.fresh.customer(index) else {
            return push(MovedKind::CustomerGone(customer));
        };
        for change in update.changes.iter().filter(|change| stored.values.text(change.field) != change.before) {
            push(MovedKind::CustomerChanged(customer, change.field));
        }
        if identifies && let Some(other) = self.becomes(update, &stored.values) {
            push(MovedKind::NowMatches(other));
        }
    }

    /// The newer customer that the customer of an update would become a double of by the update.
    fn becomes(&self, update: &Update, stored: &Values) -> Option<CustomerId> {
        let mut after = stored.clone();
        update.apply_to(&mut after);
        let known = Key::of_sought(MatchKeys::of(stored));
        let mut sought = Key::of_sought(MatchKeys::of(&after));
        sought.retain(|key| !known.contains(key));
        self.first_match(&sought, &after, Some(update.customer))
    }

    fn first_match(&self, sought: &[Key], values: &Values, except: Option<CustomerId>) -> Option<CustomerId> {
        sought.iter().find_map(|key| {
            self.by_key.get(key)?.iter().find_map(|&index| {
                let id = self.fresh.customer_id(index)?;
                (except != Some(id) && self.truly(*key, values, index)).then_some(id)
            })
        })
    }

    /// Whether the texts behind equal keys are equal too. A record that cannot be read counts as a
    /// match: nothing is written unseen.
    fn truly(&self, key: Key, values: &Values, index: usize) -> bool {
        let fields: &[Field] = match key {
            Key::National(_) | Key::Partner(_) => return true,
            Key::Code(_) => &[Field::ClientCode],
            Key::Mail { .. } => &[Field::Email, Field::LastName, Field::FirstName],
        };
        let Ok(stored) = self.fresh.customer(index) else { return true };
        let national = Field::NationalNumber;
        let both_known = values.get(national).is_some() && stored.values.get(national).is_some();
        if matches!(key, Key::Mail { .. }) && both_known && values.get(national) != stored.values.get(national) {
            // Father and son may share name and address: different numbers, different people.
            return false;
        }
        fields.iter().all(|&field| fold(values.text(field)) == fold(stored.values.text(field)))
    }
}

/// Whether people are recognised by this field.
const fn identifies(field: Field) -> bool {
    matches!(
        field,
        Field::NationalNumber | Field::SpouseNationalNumber | Field::ClientCode | Field::Email | Field::LastName | Field::FirstName
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::change_set::{CommitId, FieldChange, SourceMark, Tally};
    use crate::domain::customer::Customer;
    use crate::domain::dossier::{Dossier, Origin, Status};
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
        }
    }

    fn update(customer: u64, seen: u64, changes: &[(Field, &str, &str)]) -> Update {
        let changes =
            changes.iter().map(|&(field, before, after)| FieldChange { field, before: before.into(), after: after.into() }).collect();
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
        fresh.add_dossier(&TaskFlowId("pit-2026".into()), CustomerId(1), DossierHead { status: Status::NotSentYet });
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
}
