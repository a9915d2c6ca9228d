//! The dossier that a row's customer gets.

use jiff::civil::Date;

use super::{Account, Draft, Seed};
use crate::domain::customer::Values;
use crate::domain::dossier::{Dossier, Origin};
use crate::domain::field::Field;
use crate::domain::language::Language;
use crate::domain::questionnaire::Questionnaire;
use crate::domain::season::Beginning;
use crate::domain::task_flow::TaskFlow;

/// What all dossiers of one change set have in common.
pub(super) struct Season<'a> {
    pub(super) flow: &'a TaskFlow,
    pub(super) questionnaire: &'a Questionnaire,
    pub(super) language: Language,
    pub(super) seed: Seed,
}

impl Draft {
    /// The language of the dossier that a row's customer gets, and whether the row, the stored
    /// customer or the choice for the import says so, in this order; a stored one only where the
    /// chosen questionnaire exists in it. None where nobody says.
    #[must_use]
    pub fn dossier_language(&self, account: &Account) -> Option<(Language, Origin)> {
        let spoken = |values: &Values| values.get(Field::Language).and_then(Language::from_word);
        let questionnaire = self.questionnaire();
        let offered = |language: &Language| questionnaire.is_none_or(|questionnaire| questionnaire.languages.contains(language));
        let imported = spoken(&account.values).map(|language| (language, Origin::Imported));
        let stored = || account.found.as_ref().and_then(|found| spoken(&found.values)).filter(offered);
        imported
            .or_else(|| stored().map(|language| (language, Origin::Stored)))
            .or_else(|| self.choices().language.map(|language| (language, Origin::Default)))
    }

    /// The deadline of the dossier that a row's customer gets: the row's own, or else the task flow's.
    /// That one is for specific income where the row or the stored customer has an enterprise number.
    /// None where no task flow is chosen.
    #[must_use]
    pub fn dossier_deadline(&self, account: &Account) -> Option<(Date, Origin)> {
        let given = account.values.get(Field::Deadline).and_then(|date| date.parse().ok());
        let found = account.found.as_ref();
        let self_employed = account.values.has_enterprise_number() || found.is_some_and(|found| found.values.has_enterprise_number());
        given
            .map(|date| (date, Origin::Imported))
            .or_else(|| self.flow().map(|flow| (flow.default_deadline(self_employed), Origin::Default)))
    }

    /// The dossier of a row's customer, who will be stored with these values.
    pub(super) fn dossier(&self, account: &Account, values: &Values, season: &Season<'_>) -> Dossier {
        let language = self.dossier_language(account).map_or(season.language, |(language, _)| language);
        let simple = (season.flow.default_deadline(false), Origin::Default);
        let beginning = Beginning {
            questionnaire: season.questionnaire,
            customer: values,
            row: &account.values,
            language,
            deadline: self.dossier_deadline(account).unwrap_or(simple),
            invitation_wanted: account.values.get(Field::SendInvitation) == Some("yes"),
            token: season.seed.token(account.number),
        };
        beginning.dossier()
    }
}
