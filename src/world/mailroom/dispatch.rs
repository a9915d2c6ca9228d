//! A round is queued and sent.

use std::collections::{BTreeSet, HashMap};
use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use jiff::civil::Date;

use super::Mailroom;
use super::fault::MailroomFault;
use super::scribe::{Scribe, Whom};
use crate::domain::customer::{CustomerId, Values};
use crate::domain::dossier::Dossier;
use crate::domain::invitation::{Choice, Failed, NewRound, Recipient, Wanted, Wish, mailing, queueable};
use crate::domain::letter::MessageId;
use crate::domain::outbox::{Ending, Entry, Message, MessageNumber, Round, RoundId, Tally};
use crate::domain::snapshot::Snapshot;
use crate::domain::task_flow::TaskFlowId;
use crate::world::ids::random_hex;
use crate::world::log::Deed;
use crate::world::outbox::OpenOutbox;
use crate::world::sending::{Composer, NoLetter, Progress, Terms, send};

/// What came of a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dispatched {
    /// How it ended.
    pub ending: Ending,
    /// The mails that were to be sent, as far as they are now; in the order of their numbers.
    pub messages: Vec<Message>,
}

/// How a round ended, for the log.
fn told(dispatched: &Dispatched) -> String {
    let mut tally = Tally::default();
    dispatched.messages.iter().for_each(|message| tally.count(&message.state));
    let Tally { sent, failed, unsure, .. } = tally;
    let ending = dispatched.ending.word();
    let why = dispatched.ending.detail().map(|detail| format!(" why={detail}")).unwrap_or_default();
    format!("{ending} sent={sent} failed={failed} unsure={unsure} ahead={}{why}", tally.ahead())
}

impl Mailroom<'_> {
    /// Queues a round, where one is given, and sends all that is queued. Settings, wording and password are looked at first, then
    /// the lease is taken: where one of them is missing or somebody else sends, nothing is queued. `patience` is how long
    /// letters are waited for that the server put off. The dossiers follow by [`Self::begin`].
    ///
    /// # Errors
    /// [`MailroomFault`]; [`MailroomFault::Moved`] where a recipient is not what the person saw.
    pub fn send(
        &self,
        round: Option<&NewRound>,
        patience: Duration,
        stopping: &dyn Fn() -> bool,
        tell: &mut dyn FnMut(Progress),
    ) -> Result<Dispatched, MailroomFault> {
        let deed = Deed::begin("mail round", format!("new={}", round.map_or(0, |round| round.recipients.len())));
        let sent = self.dispatched(round, patience, stopping, tell);
        deed.ended(&sent, told, |_| false);
        sent
    }

    fn dispatched(
        &self,
        round: Option<&NewRound>,
        patience: Duration,
        stopping: &dyn Fn() -> bool,
        tell: &mut dyn FnMut(Progress),
    ) -> Result<Dispatched, MailroomFault> {
        let configuration = &self.mail.configuration;
        let per_minute = configuration.mail()?.per_minute;
        let post = self.mail.posts.open(configuration)?;
        let scribe = Scribe::of(configuration, self.catalogue)?;
        let mut leased = self.kept().lease(self.user, Arc::clone(&self.clock))?;
        let read = self.caught_up(leased.open())?;
        if let Some(round) = round {
            self.queue(&scribe, &read.snapshot, leased.open(), round)?;
        }
        let years: HashMap<TaskFlowId, i16> = read.snapshot.flows.iter().map(|flow| (flow.id.clone(), flow.assessment_year)).collect();
        let write = |message: &Message, values: &Values, dossier: &Dossier| {
            let message_id = MessageId::parse(&message.message_id).map_err(|fault| NoLetter::OfThisOne(fault.to_string()))?;
            let assessment_year = years.get(&message.flow).copied();
            let whom = Whom { customer: message.customer, assessment_year, values, dossier };
            scribe.letter(&whom, message.occasion, (&message.to, message_id), self.clock.now())
        };
        let composer = Composer::new(self.store, read, &write);
        let ahead = leased.outbox().messages().iter().filter(|message| message.state.is_ahead());
        let ahead: BTreeSet<MessageNumber> = ahead.map(|message| message.id).collect();
        let terms = Terms {
            post: &*post,
            compose: &|message, outbox| composer.compose(message, outbox),
            withdrawn: &|message, outbox| composer.withdrawn(message, outbox),
            pace: &*self.mail.pace,
            per_minute: NonZeroU32::new(per_minute.into()).unwrap_or(NonZeroU32::MIN),
            patience,
            stopping,
        };
        // Whatever was to be queued is queued.
        tell(Progress { left: ahead.len() as u64, ..Progress::default() });
        let ending = send(&mut leased, &terms, tell)?;
        let messages = leased.outbox().messages().iter().filter(|message| ahead.contains(&message.id)).cloned().collect();
        Ok(Dispatched { ending, messages })
    }

    /// Writes a round into the outbox whose lease is held, if its recipients are what they were.
    fn queue(&self, scribe: &Scribe<'_>, snapshot: &Snapshot, open: &mut OpenOutbox, round: &NewRound) -> Result<(), MailroomFault> {
        let moved = self.moved(snapshot, open, round);
        if moved > 0 {
            return Err(MailroomFault::Moved { count: moved });
        }
        let tokens = self.tokens(round)?;
        let name = random_hex(16).map_err(MailroomFault::Name)?;
        let mut unnamed = None;
        let messages = queueable(&round.recipients, |recipient| {
            let token = tokens.get(&recipient.customer).map_or("", String::as_str);
            match scribe.message_id(&name, token) {
                Ok(message_id) => message_id.to_string(),
                Err(fault) => {
                    unnamed = Some(fault);
                    String::new()
                }
            }
        });
        if let Some(fault) = unnamed {
            return Err(MailroomFault::NoLetter { detail: format!("{}: {fault}", scribe.sender().address) });
        }
        let queued = Round {
            id: RoundId(name),
            store: snapshot.store.clone(),
            flow: round.flow.clone(),
            occasion: round.occasion,
            who: self.user.to_owned(),
            when: self.clock.now(),
        };
        if !messages.is_empty() {
            open.write(vec![Entry::Queued { round: queued, messages }])?;
        }
        Ok(())
    }

    /// How many of the recipients would not get the very same mail by what is stored now. What a person decided about them, that
    /// a reminder is due or that a refused address is tried again, is not asked a second time.
    fn moved(&self, snapshot: &Snapshot, open: &OpenOutbox, round: &NewRound) -> u64 {
        let customers: BTreeSet<CustomerId> = round.recipients.iter().map(|recipient| recipient.customer).collect();
        let wanted = Wanted {
            choice: Choice { customers: Some(customers.clone()), label: None, wish: Wish::Any },
            failed: Failed::TryAgain,
            admitted: customers,
            days: 0,
            end: Some(Date::MAX),
            ..Wanted::of(round.flow.clone(), round.occasion, self.clock.now(), self.clock.today())
        };
        let now = mailing(&wanted, snapshot, open.outbox(), self.catalogue).recipients;
        let now: HashMap<CustomerId, &Recipient> = now.iter().map(|recipient| (recipient.customer, recipient)).collect();
        round.recipients.iter().filter(|seen| now.get(&seen.customer) != Some(seen)).count() as u64
    }

    /// The token of each recipient's dossier.
    fn tokens(&self, round: &NewRound) -> Result<HashMap<CustomerId, String>, MailroomFault> {
        let wanted: Vec<_> = round.recipients.iter().map(|recipient| (round.flow.clone(), recipient.customer)).collect();
        let dossiers = self.store.dossiers(&wanted)?;
        let tokens = wanted.into_iter().zip(dossiers).filter_map(|((_, customer), found)| Some((customer, found?.1.token)));
        Ok(tokens.collect())
    }
}
