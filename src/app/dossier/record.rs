//! What the customer answered about their own record, and the record says otherwise: shown, taken over, or left as it is.
//!
//! A decision is a change of the dossier like any other, so it is taken back, kept when the line is lost, and held against a
//! colleague's in the same way. What becomes of the record is read off the decisions.

use super::{Binder, OpenedDossier};
use crate::app::desk::Sight;
use crate::domain::amendment::{Becomes, CustomerChange};
use crate::domain::dossier::{Dossier, Origin, Settlement};
use crate::domain::field::Field;
use crate::domain::neutral::neutralise;
use crate::domain::returned::Offer;

impl Binder {
    /// What the record says otherwise and nobody decided about, as the dossier now reads.
    pub fn undecided(&self) -> impl Iterator<Item = &Offer> {
        let dossier = self.dossier();
        let stands = move |offer: &&Offer| {
            let answer = dossier.answer(&offer.question);
            answer.is_some_and(|answer| answer.origin == Origin::Returned && answer.value == offer.answer)
                && dossier.settlement(&offer.question, &offer.answer).is_none()
        };
        self.opened.record.iter().filter(stands)
    }

    /// How many things that came back are left to be looked at: texts that are no answers, and what the record says otherwise.
    #[must_use]
    pub fn to_look_at(&self) -> usize {
        self.dossier().course.aside.len() + self.undecided().count()
    }

    /// Whether something that came back for a question is left to be looked at.
    #[must_use]
    pub fn is_to_look_at(&self, question: &str) -> bool {
        self.dossier().course.aside.iter().any(|aside| aside.question == question)
            || self.undecided().any(|offer| offer.question == question)
    }

    /// Whether something else is decided for the record than what is stored.
    #[must_use]
    pub fn is_decided_anew(&self, question: &str) -> bool {
        let decided = |dossier: &Dossier| dossier.course.settled.iter().find(|one| one.question == question).cloned();
        decided(self.dossier()) != decided(self.completion.stored())
    }

    /// What a question came to for the record, decided or not.
    pub(super) fn offer(&self, question: &str) -> Option<&Offer> {
        self.opened.record.iter().find(|offer| offer.question == question)
    }

    /// What the record says about the matter of a question, once a dossier is saved.
    pub(super) fn says_of_record(&self, dossier: &Dossier, question: &str, sight: Sight) -> String {
        let words = &sight.words().dossier;
        let decided = dossier.course.settled.iter().find(|one| one.question == question).map(|one| one.how);
        match (self.offer(question), decided) {
            (Some(offer), Some(Settlement::TakenOver)) => on_record(offer, &offer.after, sight),
            (Some(_), Some(how @ Settlement::Dismissed)) => (words.settled)(how).to_owned(),
            (Some(offer), None) => on_record(offer, &offer.before, sight),
            // A colleague decided about it, or changed the record.
            (None, decided) => decided.map_or(words.undecided, words.settled).to_owned(),
        }
    }

    /// The change of the customer's record that goes with what is decided; none where it stays as it is.
    pub(super) fn record_change(&self) -> Option<CustomerChange> {
        let taken = |dossier: &Dossier, offer: &Offer| dossier.settlement(&offer.question, &offer.answer) == Some(Settlement::TakenOver);
        let mut values = self.opened.values.clone();
        for offer in &self.opened.record {
            match (taken(self.completion.stored(), offer), taken(self.dossier(), offer)) {
                (false, true) => offer.take_over(&mut values),
                // It was saved a moment ago, and that is taken back.
                (true, false) => offer.take_back(&mut values),
                (false, false) | (true, true) => {}
            }
        }
        let OpenedDossier { customer, customer_version: seen, values: stored, .. } = &*self.opened;
        (values != *stored).then_some(CustomerChange { customer: *customer, seen: *seen, becomes: Becomes::Values(values) })
    }
}

/// What the record says, or would, as it is shown.
pub(super) fn on_record(offer: &Offer, value: &str, sight: Sight) -> String {
    if value.is_empty() { sight.words().empty_value.to_owned() } else { neutralise(&sight.edited(offer.about, value)).into_owned() }
}

/// What of the record an answer is about, in words.
pub(crate) fn of_record(about: Field, sight: Sight) -> &'static str {
    let words = sight.words();
    if about == Field::SpouseLastName { words.arrived.partner_name } else { (words.field)(about) }
}

/// Each field of the record that would change, with its name, what it says and what it would say.
pub(crate) fn pieces(offer: &Offer, sight: Sight) -> impl Iterator<Item = (&'static str, String)> + '_ {
    let value = move |field: Field, text: &str| {
        if text.is_empty() { sight.words().empty_value.to_owned() } else { neutralise(&sight.value(field, text)).into_owned() }
    };
    let piece = move |field: Field, before: &str, after: &str| format!("{} -> {}", value(field, before), value(field, after));
    offer.changes.iter().map(move |change| ((sight.words().field)(change.field), piece(change.field, &change.before, &change.after)))
}
