//! Letters, made of what is stored and settled.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::fault::MailroomFault;
use crate::domain::customer::{CustomerId, Values};
use crate::domain::dossier::Dossier;
use crate::domain::email::EmailFault;
use crate::domain::field::Field;
use crate::domain::form::shows_masked;
use crate::domain::language::Language;
use crate::domain::letter::{About, Address, Enclosure, HeaderText, Letter, Mailbox, Masks, MessageId, Occasion, Wordings, compose};
use crate::domain::questionnaire::Catalogue;
use crate::world::config::Configuration;
use crate::world::sending::NoLetter;
use crate::world::workbook::questionnaire::{About as FormAbout, form_bytes, form_language, form_name};

/// From whom letters are where nothing is settled yet: they can be looked at, and none can leave. A name that reaches
/// nobody (RFC 2606).
pub(super) const NOT_SETTLED: &str = "sender@not-settled.invalid";

/// Writes letters of one office.
pub(super) struct Scribe<'a> {
    catalogue: &'a Catalogue,
    office: HeaderText,
    from: Mailbox,
    reply_to: Option<Mailbox>,
    answer_by: BTreeMap<Language, String>,
    wordings: Wordings,
}

/// Whom a letter is to.
#[derive(Clone, Copy)]
pub(super) struct Whom<'a> {
    /// The customer.
    pub(super) customer: CustomerId,
    /// Assessment year of the task flow, where there is one.
    pub(super) assessment_year: Option<i16>,
    /// What is stored of the customer.
    pub(super) values: &'a Values,
    /// The dossier.
    pub(super) dossier: &'a Dossier,
}

impl<'a> Scribe<'a> {
    /// A scribe for what is settled; without a sender where nothing is settled about mail.
    ///
    /// # Errors
    /// [`MailroomFault::Config`] of the office's own wording.
    pub(super) fn of(configuration: &Configuration, catalogue: &'a Catalogue) -> Result<Self, MailroomFault> {
        let settings = &configuration.settings;
        let no_letter = |fault: EmailFault| MailroomFault::NoLetter { detail: fault.to_string() };
        let (from, reply_to) = match &settings.mail {
            Some(mail) => (mail.sender.clone(), mail.reply_to.clone()),
            None => (Mailbox::parse(settings.office.as_str(), NOT_SETTLED).map_err(no_letter)?, None),
        };
        let of_sender = || if from.name.is_empty() { HeaderText::of(from.address.as_str()) } else { from.name.clone() };
        let office = if settings.office.is_empty() { of_sender() } else { settings.office.clone() };
        let answer_by = settings.mail.as_ref().map(|mail| mail.answer_by.clone()).unwrap_or_default();
        Ok(Self { catalogue, office, from, reply_to, answer_by, wordings: configuration.wordings()? })
    }

    /// The name of the letter of a dossier in a round.
    ///
    /// # Errors
    /// [`EmailFault`] of the sender's domain.
    pub(super) fn message_id(&self, round: &str, token: &str) -> Result<MessageId, EmailFault> {
        MessageId::of(round, token, self.from.address.domain())
    }

    /// The sender's own mailbox.
    pub(super) const fn sender(&self) -> &Mailbox {
        &self.from
    }

    /// The letter of a customer and a dossier, with the questionnaire enclosed; both in the language of the dossier.
    ///
    /// # Errors
    /// [`NoLetter::OfThisOne`].
    pub(super) fn letter(
        &self,
        whom: &Whom<'_>,
        occasion: Occasion,
        (to, message_id): (&str, MessageId),
        date: Timestamp,
    ) -> Result<Letter, NoLetter> {
        let Whom { customer, assessment_year, values, dossier } = *whom;
        let none = NoLetter::OfThisOne;
        let id = &dossier.questionnaire;
        let questionnaire = self.catalogue.get(id).ok_or_else(|| none(format!("there is no questionnaire {id}")))?;
        let to = Address::parse(to).map_err(|fault| none(format!("{to}: {fault}")))?;
        let (first, last) = (HeaderText::of(values.text(Field::FirstName)), HeaderText::of(values.text(Field::LastName)));
        let name = HeaderText::of(&format!("{first} {last}"));
        let language = form_language(questionnaire, dossier);
        let answer_by = self.answer_by.get(&language);
        let form = FormAbout {
            office: self.office.as_str(),
            customer: name.as_str(),
            number: Some(customer),
            assessment_year,
            answer_by: answer_by.map(String::as_str),
        };
        let bytes = form_bytes(questionnaire, dossier, &form).map_err(|fault| none(format!("no workbook: {fault}")))?;
        let enclosure = Enclosure { name: HeaderText::of(&form_name(questionnaire, dossier, &form)), bytes };
        let about = About {
            office: self.office.clone(),
            from: self.from.clone(),
            reply_to: self.reply_to.clone(),
            to,
            first_name: first,
            last_name: last,
            language,
            questionnaire: HeaderText::of(questionnaire.title.get(language).unwrap_or(&questionnaire.id.0)),
            assessment_year: assessment_year.unwrap_or(questionnaire.assessment_year),
            deadline: dossier.deadline,
            answer_by: answer_by.cloned(),
            masks: if shows_masked(questionnaire, dossier) { Masks::Numbers } else { Masks::Nothing },
            message_id,
            date,
        };
        Ok(compose(&self.wordings, occasion, &about, enclosure))
    }
}
