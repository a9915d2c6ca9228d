//! From what is asked and what is stored to who gets mail.

use std::collections::{BTreeSet, HashMap};

use jiff::{SignedDuration, Timestamp};

use super::others::{Candidate, Earlier, part};
use super::{Failed, LeftOut, Mailing, Recipient, Wanted, WhyNot, Wish};
use crate::domain::customer::{CustomerId, Values};
use crate::domain::dossier::Status;
use crate::domain::email::Email;
use crate::domain::email_near_miss::near_miss;
use crate::domain::field::Field;
use crate::domain::fold::{fold, name_order};
use crate::domain::letter::Occasion;
use crate::domain::outbox::{Message, NewMessage, Outbox, State};
use crate::domain::questionnaire::Catalogue;
use crate::domain::season::mismatch;
use crate::domain::snapshot::{DossierHead, Snapshot};
use crate::domain::task_flow::{TaskFlow, TaskFlowId};

/// Who gets mail of those that are asked for, and who does not and why.
///
/// `snapshot` is the store as it was read; what the outbox knows beyond it is looked up here.
#[must_use]
pub fn mailing(wanted: &Wanted, snapshot: &Snapshot, outbox: &Outbox, catalogue: &Catalogue) -> Mailing {
    let asking =
        Asking { wanted, snapshot, catalogue, flow: snapshot.flow(&wanted.flow), messages: outbox.last_by_dossier(&snapshot.store) };
    let (mut candidates, mut left_out) = (Vec::new(), Vec::new());
    for id in asking.chosen() {
        match asking.judge(id) {
            Ok(Some(candidate)) => candidates.push(candidate),
            Ok(None) => {}
            Err(out) => left_out.push(out),
        }
    }
    candidates.sort_by_cached_key(|candidate| (name_order(&candidate.recipient.name), candidate.recipient.customer));
    let earlier = if candidates.is_empty() { Earlier::default() } else { Earlier::of(wanted, snapshot, &asking.messages) };
    let (recipients, despite) = part(candidates, &earlier, wanted, &mut left_out);
    left_out.sort_by_cached_key(|left_out| (name_order(&left_out.name), left_out.customer));
    Mailing { recipients, left_out, despite }
}

/// What goes into the outbox for these recipients; `message_id` makes the header for each.
pub fn queueable(recipients: &[Recipient], mut message_id: impl FnMut(&Recipient) -> String) -> Vec<NewMessage> {
    let message = |recipient: &Recipient| NewMessage {
        customer: recipient.customer,
        to: recipient.to.clone(),
        language: recipient.language,
        message_id: message_id(recipient),
    };
    recipients.iter().map(message).collect()
}

fn mistyped(recipient: &Recipient) -> Option<WhyNot> {
    let email = Email::parse(&recipient.to).ok()?;
    let meant = near_miss(email)?.to_owned();
    Some(WhyNot::Mistyped { domain: email.domain().to_owned(), meant })
}

struct Asking<'a> {
    wanted: &'a Wanted,
    snapshot: &'a Snapshot,
    catalogue: &'a Catalogue,
    flow: Option<&'a TaskFlow>,
    messages: HashMap<(&'a TaskFlowId, CustomerId), &'a Message>,
}

impl Asking<'_> {
    /// Who is asked for, as far as that can be told without reading a record.
    fn chosen(&self) -> BTreeSet<CustomerId> {
        let choice = &self.wanted.choice;
        if let Some(customers) = &choice.customers {
            return customers.clone();
        }
        // Whoever has the label but no dossier is told about; without a label that would be the whole store.
        if choice.label.is_some() && choice.wish == Wish::Any {
            return (0..self.snapshot.customer_count()).filter_map(|index| self.snapshot.customer_id(index)).collect();
        }
        self.snapshot.dossiers(&self.wanted.flow).map(|(customer, _)| customer).collect()
    }

    /// Whether one can get mail, others not looked at; none where the customer was not asked for.
    fn judge(&self, id: CustomerId) -> Result<Option<Candidate>, LeftOut> {
        let left_out = |name: String, why| LeftOut { customer: id, name, why };
        let dossier = self.snapshot.dossier(&self.wanted.flow, id);
        if self.wanted.choice.wish == Wish::Invitation && !dossier.is_some_and(|dossier| dossier.about.invitation_wanted) {
            return Ok(None);
        }
        let Some(index) = self.snapshot.index_of(id) else { return Err(left_out(String::new(), WhyNot::NoCustomer)) };
        let values = match self.snapshot.customer(index) {
            Ok(customer) => customer.values,
            Err(_) => return Err(left_out(String::new(), WhyNot::Unreadable)),
        };
        if !self.has_label(&values) {
            return Ok(None);
        }
        let name = values.full_name();
        let recipient = match self.recipient(id, &values, &name, dossier) {
            Ok(recipient) => recipient,
            Err(why) => return Err(left_out(name, why)),
        };
        let mut despite = Vec::new();
        if !self.wanted.admitted.contains(&id) {
            for why in [self.other_year(&recipient), self.deadline_past(&recipient), mistyped(&recipient)].into_iter().flatten() {
                match why.caution().filter(|caution| self.wanted.despite.contains(caution)) {
                    Some(caution) => despite.push(caution),
                    None => return Err(left_out(name, why)),
                }
            }
        }
        Ok(Some(Candidate::of(recipient, &values, despite)))
    }

    /// Who got the questions is reminded of the same ones.
    fn other_year(&self, recipient: &Recipient) -> Option<WhyNot> {
        let year = mismatch(self.flow?, self.catalogue.get(&recipient.questionnaire)?)?;
        (self.wanted.occasion == Occasion::Invitation).then(|| WhyNot::OtherYear((*recipient.questionnaire).clone(), year))
    }

    /// Reminders have a last day of their own.
    fn deadline_past(&self, recipient: &Recipient) -> Option<WhyNot> {
        let deadline = recipient.deadline;
        (self.wanted.occasion == Occasion::Invitation && deadline < self.wanted.today).then_some(WhyNot::DeadlinePast { deadline })
    }

    fn has_label(&self, values: &Values) -> bool {
        let Some(wanted) = &self.wanted.choice.label else { return true };
        let wanted = fold(wanted.trim());
        values.text(Field::Labels).split(',').any(|label| fold(label) == wanted)
    }

    fn recipient(&self, id: CustomerId, values: &Values, name: &str, dossier: Option<&DossierHead>) -> Result<Recipient, WhyNot> {
        if self.flow.is_some_and(|flow| flow.open().is_err()) {
            return Err(WhyNot::FlowArchived);
        }
        let dossier = dossier.ok_or(WhyNot::NoDossier)?;
        self.course_allows(id, dossier)?;
        let about = &dossier.about;
        let questionnaire = self.catalogue.get(&dossier.questionnaire);
        let questionnaire = questionnaire.ok_or_else(|| WhyNot::NoQuestionnaire((*dossier.questionnaire).clone()))?;
        if !questionnaire.languages.contains(&about.language) {
            return Err(WhyNot::NotInLanguage(about.language));
        }
        let to = values.get(Field::Email).ok_or(WhyNot::NoAddress)?;
        Email::parse(to).map_err(WhyNot::BadAddress)?;
        let reminder = match self.wanted.occasion {
            Occasion::Invitation => 0,
            Occasion::Reminder => about.reminders.saturating_add(1),
        };
        Ok(Recipient {
            customer: id,
            name: name.to_owned(),
            to: to.to_owned(),
            language: about.language,
            questionnaire: std::sync::Arc::clone(&dossier.questionnaire),
            assessment_year: self.flow.map_or(questionnaire.assessment_year, |flow| flow.assessment_year),
            deadline: about.deadline,
            reminder,
        })
    }

    /// Whether the dossier, by all that happened to it, can get this mail now.
    fn course_allows(&self, id: CustomerId, dossier: &DossierHead) -> Result<(), WhyNot> {
        let last = self.messages.get(&(&self.wanted.flow, id)).copied();
        match dossier.about.status {
            Status::Closed => return Err(WhyNot::Closed),
            Status::Answered => return Err(WhyNot::Answered),
            Status::NotSentYet | Status::Queued | Status::Sent | Status::Unsure | Status::Failed => {}
        }
        match last.map(|message| (&message.state, message.id)) {
            Some((State::Unsure { .. }, message)) => return Err(WhyNot::Unsure { message: Some(message) }),
            Some((State::Queued | State::Waiting { .. } | State::Sending { .. }, message)) => {
                return Err(WhyNot::InOutbox { message: Some(message) });
            }
            Some((State::Sent { .. } | State::Failed { .. } | State::Withdrawn { .. }, _)) | None => {}
        }
        // What the outbox knows and the dossier does not show yet.
        let fresh = last.filter(|message| !message.is_recorded()).map(|message| (message.occasion, &message.state));
        match self.wanted.occasion {
            Occasion::Invitation => self.may_invite(dossier, fresh),
            Occasion::Reminder => self.may_remind(dossier, fresh),
        }
    }

    fn may_invite(&self, dossier: &DossierHead, fresh: Option<(Occasion, &State)>) -> Result<(), WhyNot> {
        match fresh {
            Some((_, State::Sent { when, .. })) => return Err(WhyNot::Sent { when: Some(*when) }),
            Some((Occasion::Invitation, State::Failed { .. })) => return self.after_failure(),
            Some((Occasion::Invitation, State::Withdrawn { .. })) if dossier.about.sent.is_none() => return Ok(()),
            _ => {}
        }
        match dossier.about.status {
            Status::Sent => Err(WhyNot::Sent { when: dossier.about.sent }),
            Status::Unsure => Err(WhyNot::Unsure { message: None }),
            // The outbox that would know of it is gone: another machine, or a copy that was put back.
            Status::Queued => Err(WhyNot::InOutbox { message: None }),
            Status::Failed => self.after_failure(),
            Status::NotSentYet | Status::Answered | Status::Closed => Ok(()),
        }
    }

    const fn after_failure(&self) -> Result<(), WhyNot> {
        match self.wanted.failed {
            Failed::TryAgain => Ok(()),
            Failed::LeaveOut => Err(WhyNot::FailedBefore),
        }
    }

    fn may_remind(&self, dossier: &DossierHead, fresh: Option<(Occasion, &State)>) -> Result<(), WhyNot> {
        let about = &dossier.about;
        let just_sent = match fresh {
            Some((_, State::Sent { when, .. })) => Some(*when),
            _ => None,
        };
        // A dossier of which it is known that it was sent, but not when, was sent long ago.
        let since = (about.status == Status::Sent).then(|| about.since.unwrap_or(Timestamp::UNIX_EPOCH));
        let last = [just_sent, about.reminded, about.sent].into_iter().flatten().max().or(since);
        match about.status {
            Status::Unsure => return Err(WhyNot::Unsure { message: None }),
            Status::Failed => return Err(WhyNot::FailedBefore),
            Status::NotSentYet | Status::Queued if just_sent.is_none() => return Err(WhyNot::NotInvited),
            Status::NotSentYet | Status::Queued | Status::Sent | Status::Answered | Status::Closed => {}
        }
        let last = last.ok_or(WhyNot::NotInvited)?;
        let end = self.wanted.end.unwrap_or(about.deadline);
        if self.wanted.today > end {
            return Err(WhyNot::Past { end });
        }
        let days = SignedDuration::from_hours(24 * i64::from(self.wanted.days));
        if self.wanted.now.duration_since(last) < days {
            return Err(WhyNot::TooSoon { last });
        }
        Ok(())
    }
}
