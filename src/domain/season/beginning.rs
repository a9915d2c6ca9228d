//! A dossier as it starts, from an import or by linking a stored customer.

use jiff::civil::Date;

use crate::domain::customer::Values;
use crate::domain::dossier::{Course, Dossier, Origin, Status};
use crate::domain::language::Language;
use crate::domain::questionnaire::{Known, Questionnaire, ToldByNumber, prefill};

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
        let told = ToldByNumber::of(self.customer);
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
