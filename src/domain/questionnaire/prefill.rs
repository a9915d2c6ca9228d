//! Which answers are known beforehand, and from where.

use jiff::civil::Date;

use super::address::{PARTS, address_line};
use super::{Prefill, Question, Questionnaire};
use crate::domain::customer::Values;
use crate::domain::dossier::{Answer, Origin};
use crate::domain::field::Field;
use crate::domain::language::Language;
use crate::domain::national_number::{NationalNumber, Sex};

/// Id of the choice "female" in a question that the sex fills.
pub const FEMALE: &str = "female";
/// Id of the choice "male" in a question that the sex fills.
pub const MALE: &str = "male";

/// What the national numbers of a customer tell. A number whose birth date is unknown, or whose sex
/// cannot be shown, tells nothing of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ToldByNumber {
    /// Birth date of the main filer.
    pub birth_date: Option<Date>,
    /// Sex of the main filer: [`FEMALE`] or [`MALE`].
    pub sex: Option<&'static str>,
    /// Birth date of the partner.
    pub spouse_birth_date: Option<Date>,
}

impl ToldByNumber {
    /// What the national numbers of a customer tell.
    #[must_use]
    pub fn of(values: &Values) -> Self {
        let number = |field| values.get(field).and_then(|text| NationalNumber::parse_stored(text).ok());
        let own = number(Field::NationalNumber);
        Self {
            birth_date: own.and_then(NationalNumber::birth_date),
            sex: own.and_then(NationalNumber::sex).map(|sex| match sex {
                Sex::Male => MALE,
                Sex::Female => FEMALE,
            }),
            spouse_birth_date: number(Field::SpouseNationalNumber).and_then(NationalNumber::birth_date),
        }
    }
}

/// All that is known of a customer when the dossier is made.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// The customer as it will be stored: the row, or the stored values with the chosen changes.
    pub customer: &'a Values,
    /// What the workbook's row says. A value that is the same in both counts as imported.
    pub row: &'a Values,
    /// The language of the dossier.
    pub language: Language,
    /// Last day to file.
    pub deadline: Date,
    /// Whether the deadline was imported or is the task flow's default.
    pub deadline_origin: Origin,
    /// What the national numbers tell.
    pub told: ToldByNumber,
}

/// The answers that are known beforehand, in the order of the questionnaire. A question whose value is
/// not known, or is not among its choices, has none.
#[must_use]
pub fn prefill(questionnaire: &Questionnaire, known: &Known<'_>) -> Vec<Answer> {
    questionnaire.questions().filter_map(|question| answer(question, known)).collect()
}

fn answer(question: &Question, known: &Known<'_>) -> Option<Answer> {
    let (value, origin) = known.value(question.prefill?)?;
    let offered = question.choices.is_empty() || question.choices.iter().any(|choice| choice.id == value);
    offered.then(|| Answer { question: question.id.clone(), value, origin })
}

impl Known<'_> {
    fn value(&self, prefill: Prefill) -> Option<(String, Origin)> {
        let derived = |date: Option<Date>| date.map(|date| (date.to_string(), Origin::Derived));
        match prefill {
            Prefill::BirthDate => derived(self.told.birth_date),
            Prefill::SpouseBirthDate => derived(self.told.spouse_birth_date),
            Prefill::Sex => self.told.sex.map(|sex| (sex.to_owned(), Origin::Derived)),
            Prefill::SpouseName => self.spouse_name(),
            Prefill::AddressLine => self.address(),
            Prefill::Field(Field::Deadline) => Some((self.deadline.to_string(), self.deadline_origin)),
            Prefill::Field(Field::Language) => Some((self.language.code().to_owned(), self.language_origin())),
            Prefill::Field(field) => {
                let value = self.customer.get(field)?;
                Some((value.to_owned(), self.origin(&[field])))
            }
        }
    }

    fn spouse_name(&self) -> Option<(String, Origin)> {
        const NAMES: [Field; 2] = [Field::SpouseFirstName, Field::SpouseLastName];
        let names: Vec<&str> = NAMES.iter().filter_map(|field| self.customer.get(*field)).collect();
        (!names.is_empty()).then(|| (names.join(" "), self.origin(&NAMES)))
    }

    fn address(&self) -> Option<(String, Origin)> {
        let line = address_line(self.customer, self.language)?;
        let mut parts = PARTS.to_vec();
        parts.push(Field::Address);
        Some((line, self.origin(&parts)))
    }

    /// Imported where the row says every one of the customer's values of these fields, else stored before.
    fn origin(&self, fields: &[Field]) -> Origin {
        let imported = |&field: &Field| self.customer.get(field).is_none_or(|value| self.row.get(field) == Some(value));
        if fields.iter().all(imported) { Origin::Imported } else { Origin::Stored }
    }

    /// The row's language wins over the one chosen for the import; that one is a default.
    fn language_origin(&self) -> Origin {
        let says = |values: &Values| values.get(Field::Language) == Some(self.language.code());
        match (says(self.row), says(self.customer)) {
            (true, _) => Origin::Imported,
            (false, true) => Origin::Stored,
            (false, false) => Origin::Default,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::questionnaire::{QuestionnaireId, built_in};
    use jiff::civil::date;

    fn row() -> Values {
        [
            (Field::FirstName, "Élise"),
            (Field::LastName, "d'Hondt"),
            (Field::Email, "elise@example.be"),
            (Field::Mobile, "+32471625368"),
            (Field::NationalNumber, "85073003328"),
            (Field::SpouseNationalNumber, "93051822361"),
            (Field::Street, "Molenstraat"),
            (Field::HouseNumber, "12"),
            (Field::City, "Gent"),
            (Field::EnterpriseNumber, "0403019261"),
            (Field::Language, "nl"),
            (Field::Responsible, "an@office.be"),
            (Field::Labels, "vip"),
        ]
        .into_iter()
        .collect()
    }

    fn known<'a>(customer: &'a Values, row: &'a Values) -> Known<'a> {
        let told = ToldByNumber { birth_date: Some(date(1985, 7, 30)), sex: Some(MALE), spouse_birth_date: None };
        Known { customer, row, language: Language::Dutch, deadline: date(2026, 10, 16), deadline_origin: Origin::Default, told }
    }

    fn answers(known: &Known<'_>) -> Vec<(String, String, Origin)> {
        let catalogue = built_in();
        let questionnaire = catalogue.get(&QuestionnaireId("pit-2026".to_owned())).unwrap();
        prefill(questionnaire, known).into_iter().map(|answer| (answer.question, answer.value, answer.origin)).collect()
    }

    fn owned(expected: &[(&str, &str, Origin)]) -> Vec<(String, String, Origin)> {
        expected.iter().map(|(question, value, origin)| ((*question).to_owned(), (*value).to_owned(), *origin)).collect()
    }

    #[test]
    fn a_new_customer_is_asked_with_all_that_the_row_says_in_the_order_of_the_questions() {
        let row = row();
        let expected = owned(&[
            ("first-name", "Élise", Origin::Imported),
            ("last-name", "d'Hondt", Origin::Imported),
            ("national-number", "85073003328", Origin::Imported),
            ("birth-date", "1985-07-30", Origin::Derived),
            ("sex", "male", Origin::Derived),
            ("email", "elise@example.be", Origin::Imported),
            ("mobile", "+32471625368", Origin::Imported),
            ("address", "Molenstraat 12, Gent", Origin::Imported),
            ("language", "nl", Origin::Imported),
            ("deadline", "2026-10-16", Origin::Default),
            ("responsible", "an@office.be", Origin::Imported),
            ("spouse-national-number", "93051822361", Origin::Imported),
            ("enterprise-number", "0403019261", Origin::Imported),
        ]);
        assert_eq!(answers(&known(&row, &row)), expected);
    }

    #[test]
    fn what_the_row_does_not_say_is_stored_and_a_chosen_language_is_a_default() {
        let mut customer = row();
        customer.set(Field::Language, "");
        let row: Values = [(Field::FirstName, "Élise"), (Field::LastName, "Dhondt"), (Field::City, "Gent")].into_iter().collect();
        let answers = answers(&known(&customer, &row));
        for expected in owned(&[
            ("first-name", "Élise", Origin::Imported),
            ("last-name", "d'Hondt", Origin::Stored),
            ("address", "Molenstraat 12, Gent", Origin::Stored),
            ("language", "nl", Origin::Default),
        ]) {
            assert!(answers.contains(&expected), "{expected:?} in {answers:?}");
        }
    }

    #[test]
    fn a_joined_return_is_asked_with_the_partners_name() {
        let mut row = row();
        row.set(Field::SpouseFirstName, "Jan");
        row.set(Field::SpouseLastName, "Maes");
        let name = |origin| owned(&[("spouse-name", "Jan Maes", origin)])[0].clone();
        assert!(answers(&known(&row, &row)).contains(&name(Origin::Imported)));
        let later = Values::new();
        assert!(answers(&known(&row, &later)).contains(&name(Origin::Stored)), "last season's partner is still known");
    }

    #[test]
    fn nothing_known_leaves_only_what_the_dossier_has() {
        let empty = Values::new();
        let known = Known { told: ToldByNumber::default(), deadline_origin: Origin::Imported, ..known(&empty, &empty) };
        let expected = owned(&[("language", "nl", Origin::Default), ("deadline", "2026-10-16", Origin::Imported)]);
        assert_eq!(answers(&known), expected);
    }

    #[test]
    fn a_value_that_the_question_does_not_offer_is_no_answer() {
        let empty = Values::new();
        let known = Known {
            language: Language::German,
            told: ToldByNumber { sex: Some("unknown"), ..ToldByNumber::default() },
            ..known(&empty, &empty)
        };
        assert_eq!(answers(&known), owned(&[("deadline", "2026-10-16", Origin::Default)]));
    }
}
