//! What is the same, what differs, and what is taken over.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::domain::answering::NoAnswer;
use crate::domain::dossier::{Course, Origin, Status};
use crate::domain::form::CellPlace;
use crate::domain::language::Language;
use crate::domain::sheet::CellKind;

const QUESTIONNAIRE: &str = r#"
format = 1
id = "small-2026"
assessment_year = 2026
languages = ["nl"]
title.nl = "Klein"
[[section]]
id = "all"
title.nl = "Alles"
question = [
    { id = "number", kind = "text", prefill = "national_number", text.nl = "Rijksregisternummer" },
    { id = "mail", kind = "text", prefill = "email", text.nl = "E-mail" },
    { id = "remarks", kind = "long-text", text.nl = "Opmerkingen" },
    { id = "house", kind = "yes-no", text.nl = "Huis" },
    { id = "amount", kind = "amount", text.nl = "Bedrag" },
    { id = "children", kind = "number", text.nl = "Kinderen" },
    { id = "born", kind = "date", text.nl = "Geboren" },
    { id = "share", kind = "number", text.nl = "Welk deel (in %)?" },
    { id = "account", kind = "account", text.nl = "Rekening" },
    { id = "until", kind = "date", prefill = "deadline", text.nl = "Uiterste datum" },
    { id = "colleague", kind = "text", prefill = "responsible", text.nl = "Dossierbeheerder" },
]
"#;

const NUMBER: &str = "85073003328";

fn questionnaire() -> Questionnaire {
    Questionnaire::parse(QUESTIONNAIRE).unwrap()
}

fn dossier(answers: &[(&str, &str)]) -> Dossier {
    let answer = |&(question, value): &(&str, &str)| Answer { question: question.into(), value: value.into(), origin: Origin::Imported };
    Dossier {
        questionnaire: QuestionnaireId("small-2026".into()),
        language: Language::Dutch,
        status: Status::Sent,
        deadline: jiff::civil::date(2026, 7, 15),
        deadline_origin: Origin::Default,
        invitation_wanted: false,
        token: "0".repeat(32),
        answers: answers.iter().map(answer).collect(),
        course: Course::default(),
    }
}

fn given(asked: Asked, kind: CellKind, text: &str) -> Given {
    Given { asked, text: text.into(), kind, place: CellPlace { sheet: "Vragenlijst".into(), row: 7, column: 2 } }
}

fn returned(given: Vec<Given>) -> Returned {
    Returned { token: "0".repeat(32), questionnaire: None, given }
}

/// What comes of one cell beside one known answer.
fn outcome(question: &str, known: Option<&str>, kind: CellKind, text: &str) -> Outcome {
    let known: Vec<_> = known.map(|known| (question, known)).into_iter().collect();
    let form = returned(vec![given(Asked::Id(question.into()), kind, text)]);
    let compared = compare(&questionnaire(), &dossier(&known), &form).unwrap();
    compared.questions.into_iter().find(|one| one.question == question).unwrap().outcome
}

fn no(why: NoAnswer) -> Outcome {
    Outcome::NotUnderstood(NotUnderstood::NoAnswer(why))
}

#[test]
fn every_cell_is_the_same_new_changed_emptied_or_not_understood() {
    use CellKind::{Bool, Date, Error, Number, Text};
    let new = |value: &str| Outcome::New(value.into());
    for (question, known, kind, text, expected) in [
        ("mail", Some("an@example.be"), Text, " an@example.be ", Outcome::Same),
        ("mail", Some("an@example.be"), Text, "an@example.com", Outcome::Changed("an@example.com".into())),
        ("mail", Some("an@example.be"), Text, "", Outcome::Emptied),
        ("mail", None, Text, " \u{a0}", Outcome::Same),
        ("mail", None, Error, "#REF!", Outcome::NotUnderstood(NotUnderstood::ErrorCell)),
        ("remarks", Some("een\ntwee"), Text, "een twee", Outcome::Same),
        ("remarks", Some("een\ntwee"), Text, "een\ntwee\ndrie", Outcome::Changed("een\ntwee\ndrie".into())),
        ("house", Some("yes"), Text, "Oui", Outcome::Same),
        ("house", None, Bool, "false", new("no")),
        ("house", None, Text, "misschien", no(NoAnswer::NotYesNo)),
        ("amount", Some("1234.50"), Number, "1234.5", Outcome::Same),
        ("amount", Some("1234.50"), Text, "1.234,50", Outcome::Same),
        ("amount", None, Number, "0.30000000000000004", new("0.30")),
        ("amount", None, Number, "-12", new("-12.00")),
        ("children", None, Number, "3.0", new("3")),
        ("children", None, Text, "drie", no(NoAnswer::NotANumber)),
        ("born", None, Date, "1985-07-30", new("1985-07-30")),
        ("born", None, Date, "1985-07-30T00:00:00", new("1985-07-30")),
        ("born", Some("1985-07-30"), Text, "30/7/1985", Outcome::Same),
        ("born", None, Number, "31258", Outcome::New("1985-07-30".into())),
    ] {
        assert_eq!(outcome(question, known, kind, text), expected, "{question} {known:?} {text:?}");
    }
}

#[test]
fn a_number_cell_is_never_read_as_thousands() {
    assert_eq!(outcome("amount", None, CellKind::Number, "1.234"), no(NoAnswer::NotAnAmount));
    assert_eq!(outcome("children", None, CellKind::Number, "1.234"), no(NoAnswer::NotANumber));
    assert_eq!(outcome("amount", None, CellKind::Text, "1.234"), Outcome::New("1234.00".into()));
}

#[test]
fn a_date_that_lost_its_format_is_counted_and_a_year_or_anything_else_is_not() {
    let counted = |text: &str| outcome("born", None, CellKind::Number, text);
    assert_eq!(counted("31258"), Outcome::New("1985-07-30".into()));
    assert_eq!(counted("3654"), Outcome::New("1910-01-01".into()));
    for text in ["2025", "3653", "73051", "150725", "20250715", "45000.5", "-45000"] {
        assert_eq!(counted(text), no(NoAnswer::NotADate), "{text}");
    }
    // As text it is no date of anybody.
    assert_eq!(outcome("born", None, CellKind::Text, "31258"), no(NoAnswer::NotADate));
    let cell = |kind| returned(vec![given(Asked::Id("born".into()), kind, "31258")]);
    let doubts =
        |form| compare(&questionnaire(), &dossier(&[]), &form).unwrap().differences().filter_map(|one| one.doubt).collect::<Vec<_>>();
    assert_eq!(doubts(cell(CellKind::Number)), [Doubt::CountedDate]);
    assert!(doubts(cell(CellKind::Text)).is_empty());
}

#[test]
fn what_was_given_to_no_question_is_strange_and_kept_aside_by_its_cell() {
    let form = returned(vec![given(Asked::Nothing, CellKind::Text, "Bel mij gerust."), given(Asked::Nothing, CellKind::Text, "ALLES")]);
    let compared = compare(&questionnaire(), &dossier(&[]), &form).unwrap();
    assert_eq!(compared.strange.iter().map(|given| given.text.as_str()).collect::<Vec<_>>(), ["Bel mij gerust."], "no title of a section");
    let after = take_over(&questionnaire(), &dossier(&[]), &compared, &BTreeSet::new(), jiff::Timestamp::UNIX_EPOCH);
    let place = compared.strange[0].place.to_string();
    assert_eq!(
        after.course.aside.iter().map(|aside| (aside.question.clone(), aside.text.as_str())).collect::<Vec<_>>(),
        [(place, "Bel mij gerust.")]
    );
}

#[test]
fn a_masked_number_that_comes_back_is_no_difference_and_half_of_one_no_answer() {
    let is = |text: &str| outcome("number", Some(NUMBER), CellKind::Text, text);
    assert_eq!(is("850730*****"), Outcome::StillMasked);
    assert_eq!(is(NUMBER), Outcome::Same);
    assert_eq!(is("85.07.30-033.28"), Outcome::Same);
    assert_eq!(is("93.05.18-223.61"), Outcome::Changed("93051822361".into()));
    assert_eq!(is("850731*****"), Outcome::NotUnderstood(NotUnderstood::HalfMasked));
    assert_eq!(is("85073003329"), Outcome::NotUnderstood(NotUnderstood::NotANationalNumber));
    assert_eq!(is(""), Outcome::Emptied);
    assert_eq!(outcome("number", Some("00012556777"), CellKind::Number, "12556777.0"), no_number());
    assert_eq!(outcome("number", Some("01020300566"), CellKind::Number, "1020300566"), Outcome::Same);
    // An account number as well, wherever it stands, and stars never take the place of what is known.
    let account = |text: &str| outcome("remarks", Some("BE68 5390 0754 7034"), CellKind::Text, text);
    assert_eq!(account("BE68 **** **** 7034"), Outcome::StillMasked);
    assert_eq!(account("BE68 **** **** 7034 (nieuw)"), Outcome::NotUnderstood(NotUnderstood::HalfMasked));
    assert_eq!(account("NL91 ABNA 0417 1643 00"), Outcome::Changed("NL91 ABNA 0417 1643 00".into()));
    // A number in a remark is masked in the form too.
    assert_eq!(outcome("remarks", Some("Partner 93051822361 erbij"), CellKind::Text, "Partner 930518***** erbij"), Outcome::StillMasked);
}

/// Eight digits: too few to be sure that only zeros are missing.
fn no_number() -> Outcome {
    Outcome::NotUnderstood(NotUnderstood::NotANationalNumber)
}

#[test]
fn rows_that_are_gone_copied_numbered_or_strange_are_told_apart() {
    let id = |id: &str| Asked::Id(id.into());
    let text = |asked, text: &str| given(asked, CellKind::Text, text);
    let form = returned(vec![
        text(id("mail"), ""),
        text(id("mail"), "b@example.be"),
        text(id("house"), "ja"),
        text(id("house"), "nee"),
        text(Asked::Number(6), "2"),
        text(id("unknown"), "x"),
        text(id("also-unknown"), " "),
        text(Asked::Number(99), "y"),
    ]);
    let compared = compare(&questionnaire(), &dossier(&[("mail", "a@example.be"), ("amount", "1.00")]), &form).unwrap();
    let of = |question: &str| compared.questions.iter().find(|one| one.question == question).unwrap();
    assert_eq!(of("mail").outcome, Outcome::Changed("b@example.be".into()));
    assert_eq!(of("house").outcome, Outcome::NotUnderstood(NotUnderstood::Twice));
    assert_eq!((&of("children").outcome, of("children").doubt), (&Outcome::New("2".into()), Some(Doubt::ByNumber)));
    assert_eq!(of("amount").outcome, Outcome::RowGone);
    assert_eq!((&of("born").outcome, of("born").doubt), (&Outcome::Same, None));
    assert_eq!(compared.strange.iter().map(|given| given.text.as_str()).collect::<Vec<_>>(), ["x", "y"]);
    assert!(compared.is_unclear());
}

#[test]
fn a_form_of_another_year_is_refused() {
    let form = Returned { questionnaire: Some(QuestionnaireId("small-2025".into())), ..returned(Vec::new()) };
    let refused = compare(&questionnaire(), &dossier(&[]), &form).unwrap_err();
    assert_eq!((refused.found.0.as_str(), refused.wanted.0.as_str()), ("small-2025", "small-2026"));
}

#[test]
fn what_was_chosen_is_taken_over_and_what_was_not_understood_kept_aside() {
    let id = |question: &str, text: &str| given(Asked::Id(question.into()), CellKind::Text, text);
    let form =
        returned(vec![id("born", "30/07/1985"), id("mail", ""), id("remarks", "=1+1"), id("house", "misschien"), id("children", "2")]);
    let before = dossier(&[("mail", "a@example.be"), ("amount", "1.00")]);
    let compared = compare(&questionnaire(), &before, &form).unwrap();
    let now = "2026-06-01T10:00:00Z".parse().unwrap();
    let chosen: BTreeSet<String> = ["born", "remarks", "house"].map(str::to_owned).into();
    let after = take_over(&questionnaire(), &before, &compared, &chosen, now);
    let answers: Vec<_> = after.answers.iter().map(|answer| (answer.question.as_str(), answer.value.as_str(), answer.origin)).collect();
    let expected = [
        ("mail", "a@example.be", Origin::Imported),
        ("remarks", "=1+1", Origin::Returned),
        ("amount", "1.00", Origin::Imported),
        ("born", "1985-07-30", Origin::Returned),
    ];
    assert_eq!(answers, expected);
    assert_eq!((after.status, after.course.since, after.course.answered), (Status::Answered, Some(now), Some(now)));
    let aside: Vec<_> = after.course.aside.iter().map(|aside| (aside.question.as_str(), aside.text.as_str())).collect();
    assert_eq!(aside, [("house", "misschien")]);
    // Once more, later, changes nothing but what was left.
    let later = "2026-06-02T10:00:00Z".parse().unwrap();
    let again = compare(&questionnaire(), &after, &form).unwrap();
    assert_eq!(take_over(&questionnaire(), &after, &again, &chosen, later), after);
    let emptied = take_over(&questionnaire(), &after, &again, &["mail".to_owned()].into(), later);
    assert!(emptied.answer("mail").is_none() && emptied.course.answered == Some(later) && emptied.course.since == Some(now));
    // An answer that is understood now needs no remark aside.
    let clear = compare(&questionnaire(), &after, &returned(vec![id("house", "nee")])).unwrap();
    assert!(take_over(&questionnaire(), &after, &clear, &chosen, later).course.aside.is_empty());
    let closed = Dossier { status: Status::Closed, ..before };
    assert_eq!(take_over(&questionnaire(), &closed, &compared, &chosen, now).status, Status::Closed);
}

proptest! {
    #[test]
    fn whatever_is_typed_is_judged_without_harm(texts in prop::collection::vec(any::<String>(), 7), kind in 0_usize..5) {
        let kinds = [CellKind::Text, CellKind::Number, CellKind::Date, CellKind::Bool, CellKind::Error];
        let questionnaire = questionnaire();
        let cells = questionnaire.questions().zip(&texts).map(|(question, text)| given(Asked::Id(question.id.clone()), kinds[kind], text));
        let form = returned(cells.collect());
        let before = dossier(&[("number", NUMBER), ("remarks", "x")]);
        let compared = compare(&questionnaire, &before, &form).unwrap();
        let chosen = compared.questions.iter().filter(|one| one.outcome.is_answer()).map(|one| one.question.clone()).collect();
        let after = take_over(&questionnaire, &before, &compared, &chosen, jiff::Timestamp::UNIX_EPOCH);
        // What was taken over is its own form: the same file again is no difference.
        let again = compare(&questionnaire, &after, &form).unwrap();
        prop_assert_eq!(again.count(Outcome::is_answer), 0);
    }
}

#[test]
fn what_the_office_decides_is_told_and_never_taken_over() {
    use CellKind::{Date, Text};
    let told = |text: &str| Outcome::Told(text.into());
    for (question, known, kind, text, expected) in [
        ("until", Some("2026-07-15"), Text, "15/07/2026", Outcome::Same),
        ("until", Some("2026-07-15"), Date, "2026-07-15", Outcome::Same),
        ("until", Some("2026-07-15"), Text, "", Outcome::Same),
        ("until", Some("2026-07-15"), Text, "30/09/2026", told("30/09/2026")),
        ("colleague", Some("an@office.be"), Text, "liever Bart", told("liever Bart")),
        ("colleague", None, Text, "Bart", told("Bart")),
        ("colleague", None, Text, "", Outcome::Same),
    ] {
        assert_eq!(outcome(question, known, kind, text), expected, "{question} {text}");
    }
    let before = dossier(&[("until", "2026-07-15")]);
    let form = returned(vec![given(Asked::Id("until".into()), Text, "30/09/2026")]);
    let compared = compare(&questionnaire(), &before, &form).unwrap();
    let all: BTreeSet<String> = compared.questions.iter().map(|one| one.question.clone()).collect();
    let after = take_over(&questionnaire(), &before, &compared, &all, jiff::Timestamp::UNIX_EPOCH);
    assert_eq!((&after.answers, after.deadline), (&before.answers, before.deadline));
    assert_eq!(after.course.aside.iter().map(|aside| aside.text.as_str()).collect::<Vec<_>>(), ["30/09/2026"]);
}

#[test]
fn a_remark_behind_a_yes_is_kept_with_it() {
    for known in [None, Some("yes")] {
        let known: Vec<_> = known.map(|known| ("house", known)).into_iter().collect();
        let form = returned(vec![given(Asked::Id("house".into()), CellKind::Text, "Oui, en location")]);
        let compared = compare(&questionnaire(), &dossier(&known), &form).unwrap();
        assert_eq!(compared.differences().count(), 1, "also where only the remark is news");
        let chosen = BTreeSet::from(["house".to_owned()]);
        let after = take_over(&questionnaire(), &dossier(&known), &compared, &chosen, jiff::Timestamp::UNIX_EPOCH);
        assert_eq!(after.answer("house").map(|answer| answer.value.as_str()), Some("yes"));
        assert_eq!(after.course.aside.len(), 1);
        assert_eq!(after.course.aside[0].text, "Oui, en location");
    }
}

#[test]
fn accounts_and_percentages_are_read_from_cells() {
    use CellKind::{Number, Text};
    let kept = "BE68539007547034";
    for (question, known, kind, text, expected) in [
        ("share", None, Number, "0.2", Outcome::New("20".into())),
        ("share", None, Number, "0.29", Outcome::New("29".into())),
        ("share", None, Number, "20", Outcome::New("20".into())),
        ("share", None, Text, "20%", Outcome::New("20".into())),
        ("share", None, Number, "0.205", no(NoAnswer::NotANumber)),
        ("children", None, Number, "0.2", no(NoAnswer::NotANumber)),
        ("account", Some(kept), Text, "BE68 5390 0754 7034", Outcome::Same),
        ("account", Some("BE68 5390 0754 7034"), Text, "BE68 5390 0754 7034", Outcome::Same),
        ("account", Some(kept), Text, "BE68 **** **** 7034", Outcome::StillMasked),
        ("account", None, Text, "be68539007547034", Outcome::New(kept.into())),
        ("account", None, Text, "BE68 5390 0754 7035", no(NoAnswer::NotAnAccount)),
        ("amount", None, Text, "geen", Outcome::New("0.00".into())),
        ("amount", None, Text, "150 € par mois", no(NoAnswer::NotAnAmount)),
    ] {
        assert_eq!(outcome(question, known, kind, text), expected, "{question} {text}");
    }
}
