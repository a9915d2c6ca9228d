//! The outbox as the sum of its entries.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;
use serde::Serialize;

use super::entry::{Entry, NewMessage};
use super::message::{Message, MessageNumber, Round, RoundId};
use super::state::{Doubt, Event, Misstep, State};
use crate::domain::customer::CustomerId;
use crate::domain::task_flow::TaskFlowId;

/// Why an entry does not fit an outbox. Nothing of it counts then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Misfit {
    /// There is no such message.
    #[error("there is no message {0}")]
    NoMessage(MessageNumber),
    /// There is a round of that name already.
    #[error("the round {0} is queued already")]
    RoundTwice(RoundId),
    /// That cannot happen to the message as far as it is.
    #[error("{0}: {1}")]
    Misstep(MessageNumber, Misstep),
    /// A summary that is not the first entry, or is not in order.
    #[error("the summary of the outbox is not in order")]
    Standing,
}

/// How many messages are how far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Tally {
    /// Not offered yet.
    pub queued: u64,
    /// Being offered.
    pub sending: u64,
    /// Taken by the server.
    pub sent: u64,
    /// Refused for good.
    pub failed: u64,
    /// Put off by the server.
    pub waiting: u64,
    /// May have left.
    pub unsure: u64,
    /// Taken back.
    pub withdrawn: u64,
}

impl Tally {
    /// Counts one more message.
    pub const fn count(&mut self, state: &State) {
        *match state {
            State::Queued => &mut self.queued,
            State::Sending { .. } => &mut self.sending,
            State::Sent { .. } => &mut self.sent,
            State::Failed { .. } => &mut self.failed,
            State::Waiting { .. } => &mut self.waiting,
            State::Unsure { .. } => &mut self.unsure,
            State::Withdrawn { .. } => &mut self.withdrawn,
        } += 1;
    }

    /// All of them.
    #[must_use]
    pub const fn total(&self) -> u64 {
        self.queued + self.sending + self.sent + self.failed + self.waiting + self.unsure + self.withdrawn
    }

    /// Those that are still to be offered.
    #[must_use]
    pub const fn ahead(&self) -> u64 {
        self.queued + self.waiting
    }
}

/// Rounds and messages, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outbox {
    rounds: Vec<Round>,
    /// By their numbers, ascending.
    messages: Vec<Message>,
    next: u64,
}

impl Outbox {
    /// The sum of these entries.
    ///
    /// # Errors
    /// [`Misfit`] of the first entry that does not fit those before it.
    pub fn of(entries: impl IntoIterator<Item = Entry>) -> Result<Self, Misfit> {
        let mut outbox = Self::default();
        entries.into_iter().try_for_each(|entry| outbox.take(entry))?;
        Ok(outbox)
    }

    /// Takes one more entry in.
    ///
    /// # Errors
    /// [`Misfit`]; the outbox is as it was then.
    pub fn take(&mut self, entry: Entry) -> Result<(), Misfit> {
        match entry {
            Entry::Queued { round, messages } => self.queue(round, messages, &State::Queued),
            Entry::Forgotten { round, messages } => {
                let since = round.when;
                self.queue(round, messages, &State::Unsure { why: Doubt::Forgotten, since })
            }
            Entry::Turned { message, when, event } => self.turn(message, &event, when),
            Entry::Recorded { messages } => self.record(&messages),
            Entry::Standing { next, rounds, messages } => self.stand(next, rounds, messages),
        }
    }

    /// Whether an entry fits.
    ///
    /// # Errors
    /// [`Misfit`], as [`Self::take`] gives it.
    pub fn accepts(&self, entry: &Entry) -> Result<(), Misfit> {
        match entry {
            Entry::Turned { message, when, event } => {
                let found = self.message(*message).ok_or(Misfit::NoMessage(*message))?;
                found.state.after(event, *when).map(|_| ()).map_err(|misstep| Misfit::Misstep(*message, misstep))
            }
            Entry::Queued { round, .. } | Entry::Forgotten { round, .. } if self.round(&round.id).is_some() => {
                Err(Misfit::RoundTwice(round.id.clone()))
            }
            Entry::Queued { .. } | Entry::Forgotten { .. } => Ok(()),
            Entry::Recorded { messages } => messages.iter().try_for_each(|(id, _)| self.place(*id).map(|_| ())),
            Entry::Standing { .. } => Self::default().take(entry.clone()),
        }
    }

    fn queue(&mut self, round: Round, messages: Vec<NewMessage>, state: &State) -> Result<(), Misfit> {
        if self.round(&round.id).is_some() {
            return Err(Misfit::RoundTwice(round.id));
        }
        self.messages.reserve(messages.len());
        for new in messages {
            self.next += 1;
            self.messages.push(Message {
                id: MessageNumber(self.next),
                round: round.id.clone(),
                flow: round.flow.clone(),
                customer: new.customer,
                to: new.to,
                language: new.language,
                occasion: round.occasion,
                message_id: new.message_id,
                state: state.clone(),
                attempts: 0,
                turns: 0,
                recorded: None,
            });
        }
        self.rounds.push(round);
        Ok(())
    }

    fn turn(&mut self, id: MessageNumber, event: &Event, when: Timestamp) -> Result<(), Misfit> {
        let at = self.place(id)?;
        let message = self.messages.get_mut(at).ok_or(Misfit::NoMessage(id))?;
        message.state = message.state.after(event, when).map_err(|misstep| Misfit::Misstep(id, misstep))?;
        message.turns += 1;
        match event {
            Event::Offering => message.attempts = message.attempts.saturating_add(1),
            // Nobody saw it: it was no attempt.
            Event::NotOffered | Event::LineLost { .. } => message.attempts = message.attempts.saturating_sub(1),
            _ => {}
        }
        Ok(())
    }

    fn record(&mut self, recorded: &[(MessageNumber, u32)]) -> Result<(), Misfit> {
        recorded.iter().try_for_each(|(id, _)| self.place(*id).map(|_| ()))?;
        for (id, turns) in recorded {
            let at = self.place(*id)?;
            if let Some(message) = self.messages.get_mut(at) {
                message.recorded = message.recorded.max(Some(*turns));
            }
        }
        Ok(())
    }

    fn stand(&mut self, next: u64, rounds: Vec<Round>, messages: Vec<Message>) -> Result<(), Misfit> {
        let names: HashSet<&RoundId> = rounds.iter().map(|round| &round.id).collect();
        let in_order = messages.is_sorted_by(|before, after| before.id < after.id);
        let known = messages.iter().all(|message| names.contains(&message.round) && message.id.0 <= next);
        if !self.rounds.is_empty() || !in_order || !known {
            return Err(Misfit::Standing);
        }
        *self = Self { rounds, messages, next };
        Ok(())
    }

    fn place(&self, id: MessageNumber) -> Result<usize, Misfit> {
        self.messages.binary_search_by_key(&id, |message| message.id).map_err(|_| Misfit::NoMessage(id))
    }

    /// The rounds, oldest first.
    #[must_use]
    pub fn rounds(&self) -> &[Round] {
        &self.rounds
    }

    /// The round of that name.
    #[must_use]
    pub fn round(&self, id: &RoundId) -> Option<&Round> {
        self.rounds.iter().find(|round| round.id == *id)
    }

    /// The names of the rounds of a store.
    fn rounds_of(&self, store: &str) -> HashSet<&RoundId> {
        self.rounds.iter().filter(|round| round.store == store).map(|round| &round.id).collect()
    }

    /// The messages, oldest first.
    #[must_use]
    pub fn messages(&self) -> &[Message] {
        &self.messages
    }

    /// The message of that number.
    #[must_use]
    pub fn message(&self, id: MessageNumber) -> Option<&Message> {
        self.place(id).ok().and_then(|at| self.messages.get(at))
    }

    /// How many of the messages for which that holds are how far.
    pub fn tally(&self, mut counts: impl FnMut(&Message) -> bool) -> Tally {
        let mut tally = Tally::default();
        self.messages.iter().filter(|message| counts(message)).for_each(|message| tally.count(&message.state));
        tally
    }

    /// How far the messages of each round are, in the order of the rounds. One walk.
    #[must_use]
    pub fn tallies(&self) -> Vec<Tally> {
        let places: HashMap<&RoundId, usize> = self.rounds.iter().enumerate().map(|(at, round)| (&round.id, at)).collect();
        let mut tallies = vec![Tally::default(); self.rounds.len()];
        for message in &self.messages {
            if let Some(tally) = places.get(&message.round).and_then(|at| tallies.get_mut(*at)) {
                tally.count(&message.state);
            }
        }
        tallies
    }

    /// For each dossier of a store its last message, whatever became of it.
    #[must_use]
    pub fn last_by_dossier(&self, store: &str) -> HashMap<(&TaskFlowId, CustomerId), &Message> {
        let of_store = self.rounds_of(store);
        let own = self.messages.iter().filter(|message| of_store.contains(&message.round));
        own.map(|message| ((&message.flow, message.customer), message)).collect()
    }

    /// How many mails of a task flow of a store are still to be sent.
    #[must_use]
    pub fn ahead_in(&self, store: &str, flow: &TaskFlowId) -> u64 {
        let of_store = self.rounds_of(store);
        self.tally(|message| message.flow == *flow && of_store.contains(&message.round)).ahead()
    }

    /// The messages of a store whose dossiers do not show yet how far they are, oldest first.
    #[must_use]
    pub fn unrecorded(&self, store: &str) -> Vec<&Message> {
        let of_store = self.rounds_of(store);
        self.messages.iter().filter(|message| !message.is_recorded() && of_store.contains(&message.round)).collect()
    }

    /// All of it as one entry, without the messages that need not be kept. Those that are not over stay.
    #[must_use]
    pub fn in_short(&self, keeps: impl Fn(&Message) -> bool) -> Entry {
        let messages: Vec<Message> = self.messages.iter().filter(|message| !message.state.is_over() || keeps(message)).cloned().collect();
        Entry::Standing { next: self.next, rounds: self.rounds.clone(), messages }
    }
}
