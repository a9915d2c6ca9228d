//! Questionnaires as the mail encloses them, of one invented customer.
//!
//! The workbooks `tests/workbooks/form.*` are this form in the hands of other programs, so what is known
//! here is what the tests hold them against.

use color_eyre::eyre::eyre;
use instroom::domain::dossier::{Answer, Course, Dossier, Origin, Status};
use instroom::domain::language::Language;
use instroom::domain::questionnaire::Questionnaire;
use instroom::world::workbook::questionnaire::{About, form_bytes};

/// The reference of the dossier.
pub(crate) const TOKEN: &str = "0123456789abcdef0123456789abcdef";

/// A few questions of every kind, for what other programs do with a form.
const SHORT: &str = include_str!("../workbooks/form.toml");

/// What is known of the customer, by the questions of the built-in lists and of the short one.
const KNOWN: [(&str, &str); 18] = [
    ("first-name", "Lotte"),
    ("last-name", "Van den Berg"),
    ("national-number", "85073003328"),
    ("birth-date", "1985-07-30"),
    ("sex", "female"),
    ("email", "lotte.vandenberg@example.com"),
    ("mobile", "+32471625368"),
    ("street", "Sint-Pietersnieuwstraat"),
    ("house-number", "12A"),
    ("postal-code", "9000"),
    ("city", "Gent"),
    ("remarks", "Wij zijn verhuisd:\n- eerst Aalst\n- nu Gent"),
    ("has-moved", "yes"),
    ("civil-status", "married"),
    ("since", "2019-06-15"),
    ("gifts", "1234.50"),
    ("children", "2"),
    ("account", "007"),
];

/// The short list of questions.
pub(crate) fn short() -> color_eyre::Result<Questionnaire> {
    Questionnaire::parse(SHORT).map_err(|fault| eyre!("{fault:?}"))
}

/// The dossier with all that is known.
pub(crate) fn dossier(questionnaire: &Questionnaire, language: Language) -> Dossier {
    let known = |(question, value): &(&str, &str)| {
        questionnaire.question(question)?;
        Some(Answer { question: (*question).to_owned(), value: (*value).to_owned(), origin: Origin::Imported })
    };
    let mut answers: Vec<Answer> = KNOWN.iter().filter_map(known).collect();
    answers.sort_by_key(|answer| questionnaire.questions().position(|question| question.id == answer.question));
    Dossier {
        questionnaire: questionnaire.id.clone(),
        language,
        status: Status::Sent,
        deadline: jiff::civil::date(2026, 7, 15),
        deadline_origin: Origin::Default,
        invitation_wanted: false,
        token: TOKEN.to_owned(),
        answers,
        course: Course::default(),
    }
}

/// The bytes of its form.
pub(crate) fn form(questionnaire: &Questionnaire, language: Language) -> color_eyre::Result<Vec<u8>> {
    let about = About { office: "Kantoor Peeters", customer: "Van den Berg Lotte", number: None, assessment_year: None, answer_by: None };
    Ok(form_bytes(questionnaire, &dossier(questionnaire, language), &about)?)
}
