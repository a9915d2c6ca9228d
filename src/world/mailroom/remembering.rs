//! An outbox that was lost, or is an older one, hears from the dossiers what it should know: those mails may have left, and a person
//! decides.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::Mailroom;
use super::fault::MailroomFault;
use super::scribe::NOT_SETTLED;
use crate::domain::field::Field;
use crate::domain::letter::{Address, MessageId, Occasion};
use crate::domain::outbox::{Behind, Doubt, Entry, Event, MessageNumber, NewMessage, Round, RoundId, behind};
use crate::domain::snapshot::Snapshot;
use crate::domain::task_flow::TaskFlowId;
use crate::world::ids::random_hex;
use crate::world::outbox::{OpenOutbox, OutboxFault};

impl Mailroom<'_> {
    /// Brings the outbox up to what the dossiers know. `snapshot` is the store as it was read before the outbox.
    ///
    /// # Errors
    /// [`MailroomFault`]; what was written is asked about, the rest is found the next time.
    pub(super) fn remember(&self, open: &mut OpenOutbox, snapshot: &Snapshot) -> Result<(), MailroomFault> {
        open.refresh()?;
        let Behind { stranded, sent } = behind(open.outbox(), snapshot);
        self.doubt(open, &sent)?;
        if stranded.is_empty() {
            return Ok(());
        }
        let domain = self.domain();
        let mut rounds: BTreeMap<(TaskFlowId, Timestamp), (String, Vec<NewMessage>)> = BTreeMap::new();
        // Read again, behind the outbox: what has changed since `snapshot` is no longer what it says.
        for ((flow, customer), stored) in stranded.iter().zip(self.store.dossiers(&stranded)?) {
            let known = snapshot.dossier(flow, *customer).map(|head| head.version);
            let Some((_, dossier)) = stored.filter(|(version, _)| Some(*version) == known) else { continue };
            let since = dossier.course.since.unwrap_or_else(|| self.clock.now());
            let name = random_hex(16).map_err(MailroomFault::Name)?;
            let (name, messages) = rounds.entry((flow.clone(), since)).or_insert((name, Vec::new()));
            let message_id = MessageId::of(name, &dossier.token, &domain)
                .map_err(|fault| MailroomFault::NoLetter { detail: format!("{customer}: {fault}") })?;
            let values = snapshot.index_of(*customer).and_then(|index| snapshot.customer(index).ok());
            let to = values.map(|customer| customer.values.text(Field::Email).to_owned()).unwrap_or_default();
            messages.push(NewMessage { customer: *customer, to, language: dossier.language, message_id: message_id.to_string() });
        }
        for ((flow, when), (name, messages)) in rounds {
            let (who, store) = (self.user.to_owned(), snapshot.store.clone());
            let round = Round { id: RoundId(name), store, flow, occasion: Occasion::Invitation, who, when };
            open.write(vec![Entry::Forgotten { round, messages }])?;
        }
        Ok(())
    }

    /// These were to be sent, and their dossiers say that they were.
    fn doubt(&self, open: &mut OpenOutbox, messages: &[MessageNumber]) -> Result<(), OutboxFault> {
        let when = self.clock.now();
        for message in messages {
            let turned = |event| Entry::Turned { message: *message, when, event };
            match open.write(vec![turned(Event::Offering), turned(Event::Doubted(Doubt::Forgotten))]) {
                // Somebody is sending it, or took it back.
                Ok(()) | Err(OutboxFault::Misfit(_)) => {}
                Err(fault) => return Err(fault),
            }
        }
        Ok(())
    }

    /// The sender's domain, for the names of mails.
    fn domain(&self) -> String {
        let settled = self.mail.configuration.settings.mail.as_ref().map(|mail| mail.sender.address.domain().to_owned());
        let nobody = || Address::parse(NOT_SETTLED).map(|address| address.domain().to_owned()).unwrap_or_default();
        settled.unwrap_or_else(nobody)
    }
}
