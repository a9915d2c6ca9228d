//! Letters to be looked at: nothing of it is in the outbox, and no customer gets any of it.

use std::path::Path;

use super::Mailroom;
use super::fault::MailroomFault;
use super::scribe::{Scribe, Whom};
use crate::domain::customer::{Customer, CustomerId, Values};
use crate::domain::dossier::Dossier;
use crate::domain::history::Written;
use crate::domain::invitation::Recipient;
use crate::domain::letter::{Letter, Mailbox, Occasion};
use crate::domain::neutral::neutralise;
use crate::domain::task_flow::TaskFlowId;
use crate::world::ids::random_hex;
use crate::world::post::{Eml, EmlFault, Offered};
use crate::world::sending::NoLetter;

/// The round of letters that only lie in files: the same letter has the same name each time, so that a second look replaces the
/// first.
const ON_PAPER: &str = "on paper";

/// How many dossiers are read at a time.
const BATCH: usize = 200;

impl Mailroom<'_> {
    /// The very letter that a recipient would get, as it is stored and settled now, and the dossier that it was made of. It is made as well where nothing is settled about
    /// mail yet; then its sender is nobody.
    ///
    /// # Errors
    /// [`MailroomFault`] where it cannot be made.
    pub fn letter(&self, recipient: &Recipient, flow: &TaskFlowId, occasion: Occasion) -> Result<(Letter, Dossier), MailroomFault> {
        let scribe = Scribe::of(&self.mail.configuration, self.catalogue)?;
        let stored = self.stored(recipient.customer, flow)?;
        let letter = self.written(&scribe, &stored, recipient, occasion)?;
        Ok((letter, stored.1))
    }

    /// Sends the letter of a recipient to another address, marked as a test. Gives what the server said.
    ///
    /// # Errors
    /// [`MailroomFault::NotTaken`] where the server did not take it, and whatever keeps a letter from being made.
    pub fn test(&self, recipient: &Recipient, flow: &TaskFlowId, occasion: Occasion, address: &str) -> Result<String, MailroomFault> {
        let post = self.mail.posts.open(&self.mail.configuration)?;
        let scribe = Scribe::of(&self.mail.configuration, self.catalogue)?;
        let no_letter = |fault: crate::domain::email::EmailFault| MailroomFault::NoLetter { detail: format!("{address}: {fault}") };
        let to = Mailbox::parse("", address.trim()).map_err(no_letter)?;
        let stored = self.stored(recipient.customer, flow)?;
        let letter = self.written(&scribe, &stored, recipient, occasion)?;
        // A name of its own each time: a mailbox shows the second test too.
        let name = random_hex(16).map_err(MailroomFault::Name)?;
        let message_id = scribe.message_id(&name, &stored.1.token).map_err(no_letter)?;
        let offered = post.offer(&letter.as_test(recipient.language, to, message_id));
        post.rest();
        taken(offered)
    }

    /// Writes the letters of these recipients into a folder, one file each, as mail programs open them. Nothing is queued. `stopping` is
    /// asked before each; `tell` hears how many are written. Gives how many were.
    ///
    /// # Errors
    /// [`MailroomFault`]; what was written by then stays.
    pub fn write_letters(
        &self,
        recipients: &[Recipient],
        flow: &TaskFlowId,
        occasion: Occasion,
        folder: &Path,
        stopping: &dyn Fn() -> bool,
        tell: &mut dyn FnMut(u64),
    ) -> Result<u64, MailroomFault> {
        let scribe = Scribe::of(&self.mail.configuration, self.catalogue)?;
        let eml = Eml::into(folder).map_err(|source| MailroomFault::Folder { path: folder.to_owned(), source })?;
        let (snapshot, mut written) = (self.store.snapshot()?, 0);
        for batch in recipients.chunks(BATCH) {
            let wanted: Vec<_> = batch.iter().map(|recipient| (flow.clone(), recipient.customer)).collect();
            for (recipient, dossier) in batch.iter().zip(self.store.dossiers(&wanted)?) {
                if stopping() {
                    return Ok(written);
                }
                let customer = snapshot.index_of(recipient.customer).and_then(|index| snapshot.customer(index).ok());
                let stored = customer.zip(dossier).map(|(customer, (_, dossier))| (customer.values, dossier));
                let stored = stored.ok_or_else(|| gone(recipient.customer))?;
                eml.write(&self.written(&scribe, &stored, recipient, occasion)?)?;
                written += 1;
                tell(written);
            }
        }
        Ok(written)
    }

    fn written(
        &self,
        scribe: &Scribe<'_>,
        (values, dossier): &(Values, Dossier),
        recipient: &Recipient,
        occasion: Occasion,
    ) -> Result<Letter, MailroomFault> {
        let name = scribe.message_id(ON_PAPER, &dossier.token);
        let message_id = name.map_err(|fault| MailroomFault::NoLetter { detail: format!("{}: {fault}", scribe.sender().address) })?;
        let whom = Whom { customer: recipient.customer, assessment_year: Some(recipient.assessment_year), values, dossier };
        let letter = scribe.letter(&whom, occasion, (&recipient.to, message_id), self.clock.now());
        letter.map_err(|none| match none {
            NoLetter::OfThisOne(detail) | NoLetter::OfAny(detail) | NoLetter::NotNow(detail) => {
                MailroomFault::NoLetter { detail: shown(&detail) }
            }
        })
    }

    /// One customer with one dossier, without reading all the others.
    fn stored(&self, id: CustomerId, flow: &TaskFlowId) -> Result<(Values, Dossier), MailroomFault> {
        let mut now: Option<Customer> = None;
        for version in self.store.versions(id)? {
            match version.customer {
                Written::Nothing => {}
                Written::Values(customer) => now = Some(customer),
                Written::Gone => now = None,
            }
        }
        let dossier = self.store.dossier(flow, id)?;
        now.zip(dossier).map(|(customer, dossier)| (customer.values, dossier)).ok_or_else(|| gone(id))
    }
}

fn gone(customer: CustomerId) -> MailroomFault {
    MailroomFault::NoLetter { detail: format!("{customer} or its dossier is not there") }
}

impl From<EmlFault> for MailroomFault {
    fn from(fault: EmlFault) -> Self {
        match fault {
            EmlFault::Letter(fault) => Self::NoLetter { detail: shown(&fault.to_string()) },
            EmlFault::File(fault) => Self::File(fault),
        }
    }
}

fn taken(offered: Offered) -> Result<String, MailroomFault> {
    match offered {
        Offered::Taken { reply } => Ok(shown(&reply)),
        Offered::Later { reply: detail }
        | Offered::Refused { reply: detail }
        | Offered::NotOffered { detail, .. }
        | Offered::Unsure { detail } => Err(MailroomFault::NotTaken { detail: shown(&detail) }),
    }
}

fn shown(text: &str) -> String {
    neutralise(text).into_owned()
}
