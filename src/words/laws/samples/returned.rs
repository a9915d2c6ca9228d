//! Every variant of what is said about questionnaires that came back, and about their files.

use super::every::PATH;
use crate::domain::answering::NoAnswer;
use crate::domain::dossier::Settlement;
use crate::domain::form::Unrecognised;
use crate::domain::language::Language;
use crate::domain::questionnaire::built_in;
use crate::domain::questionnaire::{Expected, FormCode, Named, Needs, Place, QuestionnaireFault, QuestionnaireId, Unused, Why, Wrong};
use crate::domain::returned::{NotUnderstood, Outcome, Refused};

fn id(name: &str) -> QuestionnaireId {
    QuestionnaireId(name.to_owned())
}

/// The named things around a fault, all of them.
pub(in crate::words::laws) fn place() -> Place {
    let name = |text: &str| Some(text.to_owned());
    Place { questionnaire: name("pit-2026"), section: name("family"), question: name("sex"), choice: name("male") }
}

fn form_code() -> FormCode {
    built_in().iter().find_map(|one| one.questions().find_map(|question| question.codes.first().copied())).unwrap()
}

/// A file whose content is wrong.
pub(in crate::words::laws) fn unused_content() -> Unused {
    let fault = QuestionnaireFault { line: Some(5), place: Box::new(place()), wrong: Wrong::AssessmentYear };
    Unused { file: "own.toml".into(), why: Why::Content(fault) }
}

every! {
    settlements: Settlement {
        Settlement::TakenOver => [Settlement::TakenOver],
        Settlement::Dismissed => [Settlement::Dismissed],
    }
    outcomes: Outcome {
        Outcome::Same => [Outcome::Same],
        Outcome::StillMasked => [Outcome::StillMasked],
        Outcome::New(_) => [Outcome::New("x".into())],
        Outcome::Changed(_) => [Outcome::Changed("x".into())],
        Outcome::Emptied => [Outcome::Emptied],
        Outcome::NotUnderstood(_) => [Outcome::NotUnderstood(NotUnderstood::Twice)],
        Outcome::Told(_) => [Outcome::Told("x".into())],
        Outcome::RowGone => [Outcome::RowGone],
    }
    no_answers: NoAnswer {
        NoAnswer::NotYesNo => [NoAnswer::NotYesNo],
        NoAnswer::NotAChoice => [NoAnswer::NotAChoice],
        NoAnswer::NotADate => [NoAnswer::NotADate],
        NoAnswer::NotAnAmount => [NoAnswer::NotAnAmount],
        NoAnswer::NotANumber => [NoAnswer::NotANumber],
        NoAnswer::NotAnAccount => [NoAnswer::NotAnAccount],
        NoAnswer::TooLong => [NoAnswer::TooLong],
    }
    other_not_understood: NotUnderstood {
        NotUnderstood::NoAnswer(_) | NotUnderstood::HalfMasked => [NotUnderstood::HalfMasked],
        NotUnderstood::NotANationalNumber => [NotUnderstood::NotANationalNumber],
        NotUnderstood::ErrorCell => [NotUnderstood::ErrorCell],
        NotUnderstood::Twice => [NotUnderstood::Twice],
    }
    unrecognised: Unrecognised {
        Unrecognised::NoToken => [Unrecognised::NoToken],
        Unrecognised::SeveralTokens { .. } => [Unrecognised::SeveralTokens { count: 2 }],
        Unrecognised::Newer { .. } => [Unrecognised::Newer { found: "2".into() }],
        Unrecognised::SeveralQuestionnaires => [Unrecognised::SeveralQuestionnaires],
        Unrecognised::NoQuestions => [Unrecognised::NoQuestions],
    }
    other_refusals: Refused {
        Refused::Unrecognised(_) | Refused::UnknownToken => [Refused::UnknownToken],
        Refused::OtherQuestionnaire { .. } => [Refused::OtherQuestionnaire { found: id("pit-2025"), wanted: id("pit-2026") }],
        Refused::NoQuestionnaire { .. } => [Refused::NoQuestionnaire { id: id("pit-2026") }],
        Refused::Archived(_) => [Refused::Archived(crate::domain::archive::Archived(crate::domain::task_flow::TaskFlowId("pit-2026".into())))],
        Refused::SameFile { .. } => [Refused::SameFile { earlier: PATH.into() }],
        Refused::SameDossier { .. } => [Refused::SameDossier { earlier: PATH.into() }],
    }
    expected: Expected {
        Expected::Text => [Expected::Text],
        Expected::WholeNumber => [Expected::WholeNumber],
        Expected::Texts => [Expected::Texts],
        Expected::Table => [Expected::Table],
        Expected::Tables => [Expected::Tables],
    }
    named: Named {
        Named::Kind => [Named::Kind],
        Named::Prefill => [Named::Prefill],
        Named::Language => [Named::Language],
    }
    needs: Needs {
        Needs::Date => [Needs::Date],
        Needs::Sexes => [Needs::Sexes],
        Needs::Languages => [Needs::Languages],
        Needs::Text => [Needs::Text],
    }
    other_wrongs: Wrong {
        Wrong::Syntax(_) => [Wrong::Syntax("expected =".into())],
        Wrong::Format { .. } => [Wrong::Format { found: "2".into() }],
        Wrong::UnknownKey { .. } => [Wrong::UnknownKey { key: "ids".into(), known: &["id", "text"] }],
        Wrong::MissingKey { .. } => [Wrong::MissingKey { key: "id" }],
        Wrong::Type { .. } | Wrong::UnknownValue { .. } | Wrong::PrefillKind { .. } | Wrong::Empty { .. } => [Wrong::Empty { key: "section" }],
        Wrong::AssessmentYear => [Wrong::AssessmentYear],
        Wrong::IdShape { .. } => [Wrong::IdShape { id: "A".into() }],
        Wrong::IdYear { .. } => [Wrong::IdYear { id: "pit-2025".into(), year: 2026 }],
        Wrong::DuplicateId { .. } => [Wrong::DuplicateId { id: "sex".into(), first: 8 }],
        Wrong::DuplicateLanguage { .. } => [Wrong::DuplicateLanguage { language: Language::Dutch }],
        Wrong::PhraseMissing { .. } => [Wrong::PhraseMissing { phrase: "title", language: Language::Dutch }],
        Wrong::PhraseUndeclared { .. } => [Wrong::PhraseUndeclared { phrase: "title", language: Language::Dutch }],
        Wrong::PhraseUnclean { .. } => [Wrong::PhraseUnclean { phrase: "title", language: Language::Dutch }],
        Wrong::ChoicesMissing => [Wrong::ChoicesMissing],
        Wrong::ChoicesUnexpected { .. } => [Wrong::ChoicesUnexpected { kind: "text" }],
        Wrong::IncludesUnknown { .. } => [Wrong::IncludesUnknown { id: "pit-2026".into() }],
        Wrong::IncludesUnusable { .. } => [Wrong::IncludesUnusable { id: "pit-2026".into() }],
        Wrong::IncludesCircle { .. } => [Wrong::IncludesCircle { ids: "a-2026 → b-2026 → a-2026".into() }],
        Wrong::IncludesYear { .. } => [Wrong::IncludesYear { id: "pit-2025".into(), year: 2025 }],
        Wrong::IncludesLanguage { .. } => [Wrong::IncludesLanguage { id: "pit-2026".into(), language: Language::German }],
        Wrong::CodeShape { .. } => [Wrong::CodeShape { code: "1361".into() }],
        Wrong::CodeCheckDigits { .. } => [Wrong::CodeCheckDigits { code: "1361-49".into(), right: form_code() }],
    }
}

pub(in crate::words::laws) fn not_understood() -> Vec<NotUnderstood> {
    no_answers().into_iter().map(NotUnderstood::NoAnswer).chain(other_not_understood()).collect()
}

pub(in crate::words::laws) fn refused() -> Vec<Refused> {
    unrecognised().into_iter().map(Refused::Unrecognised).chain(other_refusals()).collect()
}

pub(in crate::words::laws) fn wrongs() -> Vec<Wrong> {
    let mut wrongs = other_wrongs();
    wrongs.extend(expected().into_iter().map(|expected| Wrong::Type { key: "id", expected }));
    wrongs.extend(named().into_iter().map(|what| Wrong::UnknownValue { what, value: "x".into() }));
    wrongs.extend(needs().into_iter().map(|needs| Wrong::PrefillKind { prefill: "sex", needs }));
    wrongs
}
