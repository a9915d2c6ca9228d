//! A dossier as it starts, from an import or by linking a stored customer.

use jiff::civil::Date;

use crate::domain::customer::Values;
use crate::domain::dossier::{Course, Dossier, Origin, Status};
use crate::domain::field::Field;
use crate::domain::language::Language;
use crate::domain::national_number::{NationalNumber, Sex};
use crate::domain::questionnaire::{FEMALE, Known, MALE, Questionnaire, ToldByNumber, prefill};

/// What a dossier starts with.
#[derive(Debug, Clone)]
pub struct Beginning<'a> {
    /// The list of questions.
    pub questionnaire: &'a Questionnaire,
    /// The customer as it is, or will be, stored.
    pub customer: &'a Values,
    /// What the workbook's row says; nothing where there is no workbook.
    pub row: &'a Values,
    /// The language in which the questionnaire goes out.
    pub language: Language,
    /// Last day to file, and whether it was given or is the default.
    pub deadline: (Date, Origin),
    /// The row asked for an invitation mail.
    pub invitation_wanted: bool,
    /// Unguessable mark of the dossier.
    pub token: String,
}

impl Beginning<'_> {
    /// The dossier: nothing sent yet, everything filled in that is known beforehand.
    #[must_use]
    pub fn dossier(self) -> Dossier {
        let (deadline, deadline_origin) = self.deadline;
        let told = told_by_numbers(self.customer);
        let known = Known { customer: self.customer, row: self.row, language: self.language, deadline, deadline_origin, told };
        Dossier {
            questionnaire: self.questionnaire.id.clone(),
            language: self.language,
            status: Status::NotSentYet,
            deadline,
            deadline_origin,
            invitation_wanted: self.invitation_wanted,
            answers: prefill(self.questionnaire, &known),
            token: self.token,
            course: Course::default(),
        }
    }
}

/// Whether the customer or the partner has an enterprise number: their income is held to be specific.
#[must_use]
pub fn has_enterprise_number(values: &Values) -> bool {
    values.get(Field::EnterpriseNumber).is_some() || values.get(Field::SpouseEnterpriseNumber).is_some()
}

/// What the national numbers of a customer tell.
#[must_use]
pub fn told_by_numbers(values: &Values) -> ToldByNumber {
    let number = |field| values.get(field).and_then(|text| NationalNumber::parse_stored(text).ok());
    let own = number(Field::NationalNumber);
    ToldByNumber {
        birth_date: own.and_then(NationalNumber::birth_date),
        sex: own.and_then(NationalNumber::sex).map(|sex| match sex {
            Sex::Male => MALE,
            Sex::Female => FEMALE,
        }),
        spouse_birth_date: number(Field::SpouseNationalNumber).and_then(NationalNumber::birth_date),
    }
}
