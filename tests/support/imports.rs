//! Change sets as an import would compute them.

use instroom::domain::change_set::{Addition, ChangeSet, CommitId, FieldChange, Founding, Hand, RowOutcome, SourceMark, Tally, Update};
use instroom::domain::customer::{CustomerId, Values};
use instroom::domain::dossier::{Answer, Course, Dossier, Origin, Status};
use instroom::domain::field::Field;
use instroom::domain::language::Language;
use instroom::domain::mapping::{SavedColumn, SavedMapping};
use instroom::domain::memory::{Lesson, PersonKey};
use instroom::domain::questionnaire::QuestionnaireId;
use instroom::domain::snapshot::Snapshot;
use instroom::domain::task_flow::{TaskFlow, TaskFlowId};
use jiff::civil::Date;

/// Two seasons, the older one first.
pub(crate) fn founding() -> Founding {
    let flow = |year: i16| TaskFlow::personal_income_tax(year, vec![QuestionnaireId(format!("pit-{year}"))]);
    Founding { flows: vec![flow(2025), flow(2026)].into() }
}

pub(crate) fn flow(year: i16) -> TaskFlowId {
    TaskFlowId(format!("pit-{year}"))
}

pub(crate) fn hand(who: &str) -> Hand {
    Hand { who: who.into(), when: jiff::Timestamp::from_second(1_780_000_000).unwrap() }
}

/// The `n`th of a row of made-up people, no two alike: valid check digits, no repeated key,
/// no two in one house.
pub(crate) fn person(n: u64) -> Values {
    let nine = 600_000_000 + n;
    [
        (Field::FirstName, format!("Voornaam{n}")),
        (Field::LastName, format!("Van den Achternaam {n}")),
        (Field::Email, format!("klant.{n}@example.be")),
        (Field::Mobile, format!("+324{:08}", 70_000_000 + n % 10_000_000)),
        (Field::NationalNumber, format!("{nine:09}{:02}", 97 - nine % 97)),
        (Field::Street, "Grote Steenweg op Antwerpen".into()),
        (Field::HouseNumber, format!("{n}")),
        (Field::PostalCode, "9000".into()),
        (Field::City, "Gent".into()),
        (Field::Country, "België".into()),
        (Field::Language, "nl".into()),
        (Field::ClientCode, format!("K{n:07}")),
        (Field::Labels, "particulier,papier".into()),
        (Field::Responsible, "an.peeters@kantoor.example".into()),
    ]
    .into_iter()
    .collect()
}

/// What an import may have taught: of each four lessons three fixes and one row held apart.
pub(crate) fn lesson(n: u64) -> Lesson {
    if n % 4 == 3 {
        return Lesson::Apart { customer: CustomerId(1 + n % 5), row: PersonKey::National(60_000_000_000 + n) };
    }
    let field = [Field::Email, Field::NationalNumber, Field::LastName][usize::try_from(n % 4).unwrap()];
    Lesson::fix(field, &format!("zoals in het werkboek {n}"), &format!("verbeterd {n}")).unwrap()
}

/// A mapping of three columns, one of them skipped.
pub(crate) fn mapping(name: &str) -> SavedMapping {
    let columns = [("naam", Some(Field::LastName)), ("rijksregisternummer", Some(Field::NationalNumber)), ("status", None)];
    SavedMapping { name: name.into(), columns: columns.map(|(heading, field)| SavedColumn { heading: heading.to_owned(), field }).into() }
}

/// A dossier with fifteen answers.
pub(crate) fn dossier(values: &Values) -> Dossier {
    let answer = |question: String, value: &str| Answer { question, value: value.to_owned(), origin: Origin::Imported };
    let mut answers: Vec<_> = values.iter().map(|(field, value)| answer(format!("contact-{}", field.key()), value)).collect();
    answers.push(answer("birth-date".into(), "1960-01-01"));
    Dossier {
        questionnaire: QuestionnaireId("pit-2026".into()),
        language: if values.text(Field::Language) == "fr" { Language::French } else { Language::Dutch },
        status: Status::NotSentYet,
        // The season's own, which is ahead on the day on which stories play.
        deadline: jiff::civil::date(2026, 7, 15),
        deadline_origin: Origin::Default,
        invitation_wanted: false,
        // Each has its own, as in a store.
        token: format!("0123456789abcdef{:0>16}", values.text(Field::ClientCode).trim_start_matches('K')),
        answers,
        course: Course::default(),
    }
}

/// An import being put together against a snapshot; rows count from 2.
pub(crate) struct Import {
    set: ChangeSet,
    row: u32,
}

impl Import {
    pub(crate) fn new(name: &str, snapshot: &Snapshot, flow: TaskFlowId) -> Self {
        let source = SourceMark { file: format!("{name}.xlsx"), fingerprint: "ab".repeat(32), sheet: "Klanten".into(), header_row: 1 };
        let set = ChangeSet {
            commit: CommitId(name.into()),
            store: snapshot.store.clone(),
            based_on: snapshot.revision,
            source,
            flow,
            additions: Vec::new(),
            updates: Vec::new(),
            outcomes: Vec::new(),
            tally: Tally::default(),
            lessons: Vec::new(),
        };
        Self { set, row: 1 }
    }

    fn next_row(&mut self, outcome: RowOutcome) -> u32 {
        self.row += 1;
        self.set.tally.rows += 1;
        self.set.outcomes.push((self.row, outcome));
        self.row
    }

    pub(crate) fn adding(mut self, people: impl IntoIterator<Item = Values>) -> Self {
        for values in people {
            let row = self.next_row(RowOutcome::Added);
            self.set.tally.added += 1;
            self.set.additions.push(Addition { row, dossier: dossier(&values), values });
        }
        self
    }

    /// Changes fields of a stored customer as the snapshot shows it.
    pub(crate) fn changing(self, snapshot: &Snapshot, id: u64, changes: &[(Field, &str)]) -> Self {
        self.updating(snapshot, id, changes, None)
    }

    /// Gives a stored customer a dossier in the task flow of the import.
    pub(crate) fn linking(self, snapshot: &Snapshot, id: u64) -> Self {
        self.updating(snapshot, id, &[], Some(dossier(&stored(snapshot, id))))
    }

    fn updating(mut self, snapshot: &Snapshot, id: u64, changes: &[(Field, &str)], dossier: Option<Dossier>) -> Self {
        let before = stored(snapshot, id);
        let change = |&(field, after): &(Field, &str)| FieldChange { field, before: before.text(field).into(), after: after.into() };
        let row = self.next_row(RowOutcome::Updated(CustomerId(id)));
        let seen = snapshot.version(snapshot.index_of(CustomerId(id)).unwrap());
        self.set.tally.updated += 1;
        self.set.tally.fields += changes.len() as u64;
        self.set.tally.linked += u64::from(dossier.is_some());
        let changes = changes.iter().map(change).collect();
        self.set.updates.push(Update { row, customer: CustomerId(id), seen, changes, dossier });
        self
    }

    /// Everybody who was added has to file by this day.
    pub(crate) fn filing_by(mut self, day: Date) -> Self {
        self.set.additions.iter_mut().for_each(|addition| addition.dossier.deadline = day);
        self
    }

    /// A row that is not written: left alone, not selected and invalid, in turn.
    pub(crate) fn passing_over(mut self, rows: u32) -> Self {
        for row in 0..rows {
            let tally = &mut self.set.tally;
            let outcome = match row % 3 {
                0 => (&mut tally.left_alone, RowOutcome::LeftAlone(CustomerId(1))),
                1 => (&mut tally.not_selected, RowOutcome::NotSelected),
                _ => (&mut tally.invalid, RowOutcome::Invalid(vec!["email.shape".into(), "national-number.check-digits".into()])),
            };
            let (counter, outcome) = outcome;
            *counter += 1;
            self.next_row(outcome);
        }
        self
    }

    /// Learns something on the way.
    pub(crate) fn learning(mut self, lessons: impl IntoIterator<Item = Lesson>) -> Self {
        self.set.lessons.extend(lessons);
        self
    }

    pub(crate) fn done(self) -> ChangeSet {
        self.set
    }
}

/// What a snapshot has of a customer.
pub(crate) fn stored(snapshot: &Snapshot, id: u64) -> Values {
    snapshot.customer(snapshot.index_of(CustomerId(id)).expect("a customer of that number")).unwrap().values
}
