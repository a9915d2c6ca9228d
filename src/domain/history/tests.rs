//! A life of a customer, told back.

use super::*;
use crate::domain::amendment::AmendmentTally;
use crate::domain::dossier::{Answer, Course, Origin, Settled, Settlement, Status};
use crate::domain::field::Field;
use crate::domain::language::Language;
use crate::domain::questionnaire::QuestionnaireId;

fn flow() -> TaskFlowId {
    TaskFlowId("pit-2026".into())
}

fn line(revision: u64, deed: Deed, file: &str) -> JournalLine {
    JournalLine {
        revision: Revision(revision),
        when: Timestamp::from_second(1_780_000_000 + i64::try_from(revision).unwrap()).unwrap(),
        who: format!("colleague {revision}"),
        deed,
        tally: AmendmentTally::default(),
        flow: None,
        file: file.into(),
    }
}

fn values(values: &[(Field, &str)], row: Option<u32>) -> Written {
    Written::Values(Customer { values: values.iter().copied().collect(), row })
}

fn version(revision: u64, customer: Written, dossier: Option<Option<Dossier>>) -> Version {
    Version { revision: Revision(revision), customer, dossiers: dossier.map(|dossier| (flow(), dossier)).into_iter().collect() }
}

fn dossier() -> Dossier {
    Dossier {
        questionnaire: QuestionnaireId("pit-2026".into()),
        language: Language::Dutch,
        status: Status::NotSentYet,
        deadline: jiff::civil::date(2026, 7, 15),
        deadline_origin: Origin::Default,
        invitation_wanted: false,
        token: "ab".repeat(16),
        answers: vec![Answer { question: "sex".into(), value: "female".into(), origin: Origin::Derived }],
        course: Course::default(),
    }
}

/// Imported, moved by hand, put back, and gone; commit 5 is unknown to the journal.
fn life() -> (Vec<Version>, Vec<JournalLine>) {
    let sent = Dossier { status: Status::Sent, ..dossier() };
    let mut answered = Dossier { status: Status::Answered, deadline: jiff::civil::date(2026, 10, 16), ..sent.clone() };
    answered.answers.push(Answer { question: "car".into(), value: "no".into(), origin: Origin::Returned });
    answered.course.reminders = 1;
    let versions = vec![
        version(1, values(&[(Field::LastName, "Aerts"), (Field::City, "Gent")], Some(7)), Some(Some(dossier()))),
        version(3, values(&[(Field::LastName, "Aerts"), (Field::City, "Aalst")], None), None),
        version(4, Written::Nothing, Some(Some(sent))),
        version(5, values(&[(Field::LastName, "Aerts")], None), Some(Some(answered))),
        version(6, Written::Gone, Some(None)),
    ];
    let journal = vec![
        line(6, Deed::TakenBack { import: Revision(1) }, ""),
        line(4, Deed::Mailed(flow()), ""),
        line(3, Deed::Edited, ""),
        line(2, Deed::Import, "other.xlsx"),
        line(1, Deed::Import, "klanten.xlsx"),
    ];
    (versions, journal)
}

#[test]
fn every_value_says_where_it_came_from_and_what_it_was_before() {
    let (versions, journal) = life();
    let stories = field_history(&versions, &journal);
    assert_eq!(stories.iter().map(|story| story.field).collect::<Vec<_>>(), [Field::LastName, Field::City]);
    let told: Vec<_> = stories[1].steps.iter().map(|step| (step.value.as_str(), step.before.as_str(), step.occasion.revision.0)).collect();
    assert_eq!(told, [("", "Aalst", 5), ("Aalst", "Gent", 3), ("Gent", "", 1)], "the one that counts first");
    let sources: Vec<_> = stories[0].steps.iter().map(|step| &step.occasion.source).collect();
    let import = Source::Import { file: "klanten.xlsx".into(), row: Some(7) };
    assert_eq!(sources, [&Source::TakenBack { import: Revision(1) }, &import], "commit 3 wrote the same name again");
    let edited = &stories[1].steps[1].occasion;
    assert_eq!((&edited.source, edited.by.as_ref().unwrap().1.as_str()), (&Source::Deed(Deed::Edited), "colleague 3"));
    assert_eq!((&stories[1].steps[0].occasion.source, &stories[1].steps[0].occasion.by), (&Source::Unknown, &None));
    assert_eq!(field_history(&[], &journal), []);
}

#[test]
fn a_value_that_the_customer_answered_says_in_which_file_it_came_back() {
    let decided = |how, value: &str| {
        let mut dossier = dossier();
        dossier.course.file = Some("terug.xlsx".into());
        dossier.settle(Settled { question: "address".into(), answer: value.into(), how });
        Some(Some(dossier))
    };
    let versions = vec![
        version(1, values(&[(Field::City, "Gent")], Some(7)), Some(Some(dossier()))),
        version(2, values(&[(Field::City, "Aalst")], None), decided(Settlement::TakenOver, "Aalst")),
        version(3, values(&[(Field::City, "Brugge")], None), decided(Settlement::TakenOver, "Aalst")),
        version(4, values(&[(Field::City, "Ieper")], None), decided(Settlement::Dismissed, "Oostende")),
    ];
    let journal: Vec<JournalLine> = (1..=4).rev().map(|revision| line(revision, Deed::Completed(flow()), "")).collect();
    let stories = field_history(&versions, &journal);
    let sources: Vec<_> = stories[0].steps.iter().map(|step| step.occasion.source.clone()).collect();
    let other = Source::Deed(Deed::Completed(flow()));
    let returned = Source::Returned { flow: flow(), file: Some("terug.xlsx".into()) };
    assert_eq!(sources, [other.clone(), other.clone(), returned, other]);
}

#[test]
fn a_dossier_tells_what_it_went_through() {
    let (versions, journal) = life();
    let told = dossier_history(&versions, &journal);
    let events: Vec<_> = told.iter().map(|story| (story.occasion.revision.0, story.event.clone())).collect();
    let expected = [
        (6, DossierEvent::Unlinked),
        (5, DossierEvent::Reminded { reminders: 1 }),
        (5, DossierEvent::Status { before: Status::Sent, after: Status::Answered }),
        (5, DossierEvent::Answers { changed: 1 }),
        (5, DossierEvent::Deadline { before: jiff::civil::date(2026, 7, 15), after: jiff::civil::date(2026, 10, 16) }),
        (4, DossierEvent::Status { before: Status::NotSentYet, after: Status::Sent }),
        (1, DossierEvent::Linked { answers: 1 }),
    ];
    assert_eq!(events, expected);
}

#[test]
fn an_answer_that_goes_and_another_form_are_told() {
    let before = dossier();
    let after = Dossier { answers: Vec::new(), language: Language::French, ..dossier() };
    let versions = [version(1, Written::Nothing, Some(Some(before))), version(2, Written::Nothing, Some(Some(after)))];
    let events: Vec<_> = dossier_history(&versions, &[]).into_iter().map(|story| story.event).collect();
    assert_eq!(events, [DossierEvent::Answers { changed: 1 }, DossierEvent::Form, DossierEvent::Linked { answers: 1 }]);
}
