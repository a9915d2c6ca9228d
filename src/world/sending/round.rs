//! The engine: takes what is ahead in the outbox, one letter after the other.

use std::collections::{BTreeSet, VecDeque};
use std::num::NonZeroU32;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use super::pace::Pace;
use crate::domain::email::EmailFault;
use crate::domain::letter::{Address, Letter, Mailbox, MessageId};
use crate::domain::neutral::neutralise;
use crate::domain::outbox::{
    Doubt, Ending, Entry, Event, Message, MessageNumber, Misfit, Outbox, State, Withdrawal, due, wait, wait_for_line,
};
use crate::world::outbox::{LeasedOutbox, OutboxFault};
use crate::world::post::{Offered, Post};

/// The longest that is waited before it is looked again whether to stop.
const SLICE: Duration = Duration::from_millis(200);
/// A connection is not kept over a wait that is longer than this.
const REST: Duration = Duration::from_secs(15);
/// So many letters one after the other at which the line was lost stop the round: something is wrong with it or the server, and
/// each more takes as long as a server is waited for, or is one more that a person has to find out about.
const IN_A_ROW: u32 = 3;
/// So long is waited for a store that a colleague holds. A large import holds it for seconds.
const BUSY: Duration = Duration::from_secs(2 * 60);
/// How often it is tried again meanwhile.
const AGAIN: Duration = Duration::from_secs(1);

/// Why there is no letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoLetter {
    /// None can be made of this message; it fails for this reason.
    OfThisOne(String),
    /// None can be made at all now: the round stops, and the message stays queued.
    OfAny(String),
    /// None can be made at this moment, because a colleague holds the store: it is waited for.
    NotNow(String),
}

/// Makes the letter of a message of an outbox.
pub type Compose<'a> = dyn Fn(&Message, &Outbox) -> Result<Letter, NoLetter> + 'a;

/// Says why a message of an outbox must not leave any more; none where it may.
pub type Judge<'a> = dyn Fn(&Message, &Outbox) -> Result<Option<Withdrawal>, NoLetter> + 'a;

/// On what terms a round is sent.
pub struct Terms<'a> {
    /// To whom letters are given.
    pub post: &'a dyn Post,
    /// Makes the letter of a message of this outbox. Its `Message-ID` and address are the message's own, whatever the letter says.
    pub compose: &'a Compose<'a>,
    /// Why a message of this outbox must not leave any more, by what the store says now. Asked right before its letter is made.
    pub withdrawn: &'a Judge<'a>,
    /// Waits.
    pub pace: &'a dyn Pace,
    /// How many letters leave in a minute at most.
    pub per_minute: NonZeroU32,
    /// How long letters are waited for that the server put off, when nothing else is left to send.
    pub patience: Duration,
    /// Whether to stop; asked between letters and while waiting.
    pub stopping: &'a dyn Fn() -> bool,
}

/// How far the sending is, since it was begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Taken by the server.
    pub sent: u64,
    /// Refused for good, or no letter could be made.
    pub failed: u64,
    /// Put off by the server, so often.
    pub put_off: u64,
    /// May have left.
    pub unsure: u64,
    /// Taken back before they left.
    pub withdrawn: u64,
    /// Still to be sent, those put off among them.
    pub left: u64,
    /// Those of them that the server put off.
    pub waiting: u64,
    /// About how long that takes yet, without what the server puts off.
    pub about: Duration,
    /// When the first of those put off is offered again, where nothing else is left.
    pub until: Option<Timestamp>,
}

/// Sends what is ahead in the outbox. `tell` hears after each letter how far it is.
///
/// # Errors
/// [`OutboxFault`] where the outbox cannot be written: nothing more is offered then. A letter whose answer could not be
/// written down is unsure from then on.
pub fn send(outbox: &mut LeasedOutbox, terms: &Terms<'_>, tell: &mut dyn FnMut(Progress)) -> Result<Ending, OutboxFault> {
    let begun = outbox.now();
    let mut sender = Sender { outbox, terms, ahead: Ahead::default(), far: Progress::default(), begun, slot: begun, lost: 0, busy: None };
    sender.look();
    let ending = sender.run(tell);
    terms.post.rest();
    ending
}

/// What is ahead: what was never offered in its order, what was put off by its time.
#[derive(Debug, Default)]
struct Ahead {
    queued: VecDeque<MessageNumber>,
    waiting: BTreeSet<(Timestamp, MessageNumber)>,
}

struct Sender<'a, 'b> {
    outbox: &'a mut LeasedOutbox,
    terms: &'a Terms<'b>,
    ahead: Ahead,
    far: Progress,
    begun: Timestamp,
    /// Before this moment no letter leaves.
    slot: Timestamp,
    /// At so many letters in a row the line was lost.
    lost: u32,
    /// Since when the store is held by a colleague.
    busy: Option<Timestamp>,
}

/// Whether the round goes on.
enum On {
    Further,
    Ends(Ending),
}

impl Sender<'_, '_> {
    fn run(&mut self, tell: &mut dyn FnMut(Progress)) -> Result<Ending, OutboxFault> {
        loop {
            if (self.terms.stopping)() {
                return Ok(Ending::Stopped);
            }
            let Some(id) = self.next() else {
                // A colleague may have queued more, or decided that something goes again.
                self.outbox.open().refresh()?;
                self.look();
                if !self.ahead.queued.is_empty() {
                    continue;
                }
                let Some(&(until, _)) = self.ahead.waiting.first() else { return Ok(Ending::Done) };
                let is_long = until.duration_since(self.outbox.now()) > signed(self.terms.patience);
                if is_long {
                    return Ok(Ending::Waiting { until });
                }
                self.wait_until(until)?;
                continue;
            };
            let on = self.one(id)?;
            self.count_left();
            tell(self.far);
            if let On::Ends(ending) = on {
                return Ok(ending);
            }
        }
    }

    /// What is to be offered next: what was put off and is due, else what comes first.
    fn next(&mut self) -> Option<MessageNumber> {
        let now = self.outbox.now();
        match self.ahead.waiting.first() {
            Some(&(until, id)) if until <= now => {
                self.ahead.waiting.pop_first();
                Some(id)
            }
            _ => self.ahead.queued.pop_front(),
        }
    }

    /// Finds what is ahead.
    fn look(&mut self) {
        let (mut ahead, now) = (Ahead::default(), self.outbox.now());
        for message in self.outbox.outbox().messages() {
            match &message.state {
                State::Queued => ahead.queued.push_back(message.id),
                State::Waiting { until, .. } => {
                    ahead.waiting.insert((due(*until, now), message.id));
                }
                State::Sending { .. } | State::Sent { .. } | State::Failed { .. } | State::Unsure { .. } | State::Withdrawn { .. } => {}
            }
        }
        self.ahead = ahead;
    }

    /// Takes one message as far as it goes now.
    fn one(&mut self, id: MessageNumber) -> Result<On, OutboxFault> {
        // A colleague may have taken it back meanwhile.
        let Some(message) = self.outbox.outbox().message(id).filter(|message| message.state.is_ahead()).cloned() else {
            return Ok(On::Further);
        };
        // Waited for before it is judged: while it is waited a customer may answer, or get another address.
        self.wait_until(self.slot)?;
        if (self.terms.stopping)() {
            return Ok(self.ends(id, Ending::Stopped));
        }
        let letter = self.letter(&message);
        if !matches!(letter, Err(NoLetter::NotNow(_))) {
            self.busy = None;
        }
        let letter = match letter {
            Ok(Ok(letter)) => letter,
            Ok(Err(why)) => {
                self.far.withdrawn += 1;
                return self.turn(id, Event::Withdrawn(why)).map(|_| On::Further);
            }
            Err(NoLetter::OfThisOne(detail)) => {
                self.far.failed += 1;
                return self.turn(id, Event::NoLetter { detail: shown(&detail) }).map(|_| On::Further);
            }
            Err(NoLetter::OfAny(detail)) => return Ok(self.ends(id, Ending::NoLetter { detail: shown(&detail) })),
            Err(NoLetter::NotNow(detail)) => return self.in_a_moment(id, &detail),
        };
        self.outbox.renew()?;
        if !self.turn(id, Event::Offering)? {
            return Ok(On::Further);
        }
        let offered = self.terms.post.offer(&letter);
        self.slot = self.outbox.now().checked_add(self.interval()).unwrap_or(self.slot);
        self.answered(id, message.attempts.saturating_add(1), offered)
    }

    /// The letter of a message, or why it must not leave any more.
    fn letter(&self, message: &Message) -> Result<Result<Letter, Withdrawal>, NoLetter> {
        let outbox = self.outbox.outbox();
        if let Some(why) = (self.terms.withdrawn)(message, outbox)? {
            return Ok(Err(why));
        }
        (self.terms.compose)(message, outbox).and_then(|letter| addressed(letter, message)).map(Ok)
    }

    /// The round ends before a message was offered: it is still to be sent, and counted as such.
    fn ends(&mut self, id: MessageNumber, ending: Ending) -> On {
        self.ahead.queued.push_front(id);
        On::Ends(ending)
    }

    /// A colleague holds the store: the message is the next one still, and it is tried again for a while.
    fn in_a_moment(&mut self, id: MessageNumber, detail: &str) -> Result<On, OutboxFault> {
        let now = self.outbox.now();
        let since = *self.busy.get_or_insert(now);
        if now.duration_since(since) >= signed(BUSY) {
            return Ok(self.ends(id, Ending::NoLetter { detail: shown(detail) }));
        }
        self.ahead.queued.push_front(id);
        self.wait_until(now.checked_add(AGAIN).unwrap_or(now))?;
        Ok(On::Further)
    }

    /// Writes down what came of a letter.
    fn answered(&mut self, id: MessageNumber, attempts: u16, offered: Offered) -> Result<On, OutboxFault> {
        let now = self.outbox.now();
        let is_lost = matches!(offered, Offered::Unsure { .. } | Offered::NotOffered { is_for_all: false, .. });
        self.lost = if is_lost { self.lost + 1 } else { 0 };
        let breaks = |ending: Ending, lost: u32| if lost >= IN_A_ROW { On::Ends(ending) } else { On::Further };
        let (event, on) = match offered {
            Offered::Taken { reply } => {
                self.far.sent += 1;
                (Event::Taken { reply: shown(&reply) }, On::Further)
            }
            Offered::Later { reply } => {
                let until = wait(attempts, now);
                match until {
                    Some(until) => {
                        self.far.put_off += 1;
                        self.ahead.waiting.insert((until, id));
                    }
                    None => self.far.failed += 1,
                }
                (Event::PutOff { reply: shown(&reply), until }, On::Further)
            }
            Offered::Refused { reply } => {
                self.far.failed += 1;
                (Event::Refused { reply: shown(&reply) }, On::Further)
            }
            Offered::NotOffered { detail, is_for_all: true } => {
                (Event::NotOffered, self.ends(id, Ending::NotOffered { detail: shown(&detail) }))
            }
            Offered::NotOffered { detail, is_for_all: false } => {
                let turns = self.outbox.outbox().message(id).map_or(0, |message| message.turns);
                let (until, detail) = (wait_for_line(turns, now), shown(&detail));
                self.far.put_off += 1;
                self.ahead.waiting.insert((until, id));
                let on = breaks(Ending::LinesLost { detail: detail.clone() }, self.lost);
                (Event::LineLost { detail, until }, on)
            }
            Offered::Unsure { detail } => {
                self.far.unsure += 1;
                let detail = shown(&detail);
                let on = breaks(Ending::Doubts { detail: detail.clone() }, self.lost);
                (Event::Doubted(Doubt::LineLost { detail }), on)
            }
        };
        self.turn(id, event)?;
        Ok(on)
    }

    /// Writes an event of a message. False where it can no longer happen to it: a colleague was first.
    fn turn(&mut self, message: MessageNumber, event: Event) -> Result<bool, OutboxFault> {
        let when = self.outbox.now();
        match self.outbox.open().write(vec![Entry::Turned { message, when, event }]) {
            Ok(()) => Ok(true),
            Err(OutboxFault::Misfit(Misfit::Misstep(..))) => Ok(false),
            Err(fault) => Err(fault),
        }
    }

    /// Waits in short slices, so that it can be stopped and the lease stays good.
    fn wait_until(&mut self, until: Timestamp) -> Result<(), OutboxFault> {
        if until.duration_since(self.outbox.now()) > signed(REST) {
            self.terms.post.rest();
        }
        loop {
            let left = Duration::try_from(until.duration_since(self.outbox.now())).unwrap_or(Duration::ZERO);
            if left.is_zero() || (self.terms.stopping)() {
                return Ok(());
            }
            self.terms.pace.pause(left.min(SLICE));
            self.outbox.renew()?;
        }
    }

    fn interval(&self) -> Duration {
        Duration::from_secs(60) / self.terms.per_minute.get()
    }

    fn count_left(&mut self) {
        let queued = self.ahead.queued.len() as u64;
        self.far.waiting = self.ahead.waiting.len() as u64;
        self.far.left = queued + self.far.waiting;
        let next = self.ahead.waiting.first().map(|&(until, _)| until);
        self.far.until = if queued == 0 { next } else { None };
        let handled = self.far.sent + self.far.failed + self.far.put_off + self.far.unsure;
        let taken = Duration::try_from(self.outbox.now().duration_since(self.begun)).unwrap_or(Duration::ZERO);
        let each = u32::try_from(handled.max(1)).map_or(Duration::ZERO, |handled| taken / handled).max(self.interval());
        self.far.about = each.saturating_mul(u32::try_from(queued).unwrap_or(u32::MAX));
    }
}

/// The letter with the name and the address of its message: those that the outbox answers for.
fn addressed(letter: Letter, message: &Message) -> Result<Letter, NoLetter> {
    let unusable = |what: &str, fault: EmailFault| NoLetter::OfThisOne(format!("{what}: {fault}"));
    let message_id = MessageId::parse(&message.message_id).map_err(|fault| unusable(&message.message_id, fault))?;
    let address = Address::parse(&message.to).map_err(|fault| unusable(&message.to, fault))?;
    Ok(Letter { message_id, to: Mailbox { name: letter.to.name, address }, ..letter })
}

fn signed(duration: Duration) -> SignedDuration {
    SignedDuration::try_from(duration).unwrap_or(SignedDuration::MAX)
}

/// What servers say is shown in terminals and kept for years.
fn shown(text: &str) -> String {
    const MOST: usize = 300;
    neutralise(text).chars().take(MOST).collect()
}
