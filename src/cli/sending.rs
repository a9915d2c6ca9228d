//! Sending without a screen: for `invite --yes` and `outbox send`.
//!
//! Progress is told on standard error. SIGINT, SIGTERM and SIGHUP let the one mail that is under way end and leave the rest
//! queued; a second signal ends the program at once. Where SIGHUP is ignored, as under `nohup`, it stays so.

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use serde::Serialize;
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::flag;

use super::document::Document;
use super::outbox::{MessageLine, in_words, line, remedies};
use super::progress::{Mails, can_be_drawn};
use super::{Session, exit, failed, print};
use crate::app::effect::Stage;
use crate::domain::invitation::NewRound;
use crate::domain::neutral::neutralise;
use crate::domain::outbox::{Ending, Message, State, Tally};
use crate::domain::snapshot::Snapshot;
use crate::world::mailroom::Dispatched;
use crate::world::perform::{of_mailroom, of_store};
use crate::world::sending::Progress;
use crate::world::store::Store as _;

/// Time between two words about progress where they cannot be written over: in a file, or on a terminal that cannot do it.
const IN_FILE: Duration = Duration::from_secs(10);

/// What a shell adds to the number of the signal that ended a program.
const SIGNALLED: usize = 128;

/// What sending prints with `--json`. Names are stable; new ones may be added.
#[derive(Debug, Serialize)]
struct Answer<'a> {
    outcome: &'static str,
    /// Why it was broken off, where it was.
    detail: Option<&'a str>,
    counts: Tally,
    messages: Vec<MessageLine<'a>>,
}

/// The snapshot of the store with everything in order that earlier sessions left; what could not be put in order is said. An outbox
/// that cannot be read at all is refused: whoever begins so is about to.
pub(super) fn begun(session: &Session) -> Result<Snapshot, ExitCode> {
    let refused = |fault| failed(&of_store(fault), session.words());
    let snapshot = session.store.snapshot().map_err(refused)?;
    match session.world.mailroom().begin(&snapshot) {
        Ok(0) => Ok(snapshot),
        Ok(_) => session.store.snapshot().map_err(refused),
        Err(fault) => {
            let code = failed(&of_mailroom(fault), session.words());
            // Looking is possible all the same, where there is something to look at.
            if session.world.mailroom().outbox().is_ok() { Ok(snapshot) } else { Err(code) }
        }
    }
}

/// Sends what is queued, after a round where one is given.
pub(super) fn run(session: &Session, round: Option<&NewRound>, minutes: u16, json: bool) -> color_eyre::Result<ExitCode> {
    let stop = Stop::watch()?;
    let mut progress = Told::new(session);
    let patience = Duration::from_secs(60 * u64::from(minutes));
    let sent = session.world.spent.during(Stage::Sending, || {
        session.world.mailroom().send(round, patience, &|| stop.signal().is_some(), &mut |far| progress.tell(far))
    });
    progress.end();
    let dispatched = match sent {
        Ok(dispatched) => dispatched,
        Err(fault) => {
            let code = failed(&of_mailroom(fault), session.words());
            put_in_order(session);
            return Ok(code);
        }
    };
    put_in_order(session);
    let text = if json { Document::Sent.text(&answer(&dispatched))? } else { lines(session, &dispatched.messages) };
    let printed = print(session, &text);
    say(&ended(session, &dispatched));
    let failed = dispatched.messages.iter().filter(|message| matches!(message.state, State::Failed { .. }));
    remedies(session, tally(&dispatched.messages).unsure, failed).iter().for_each(|remedy| say(remedy));
    let is_sound = |message: &Message| matches!(message.state, State::Sent { .. } | State::Withdrawn { .. });
    let code = match (dispatched.ending, stop.signal()) {
        (Ending::Stopped, Some(signal)) => u8::try_from(SIGNALLED + signal).unwrap_or(exit::SOFTWARE),
        (Ending::Done, _) if dispatched.messages.iter().all(is_sound) => exit::SOUND,
        _ => exit::INVALID_ROWS,
    };
    Ok(printed.err().unwrap_or(ExitCode::from(code)))
}

/// Says that there is nothing to send.
pub(super) fn nothing(session: &Session, json: bool) -> color_eyre::Result<ExitCode> {
    if !json {
        say(session.words().outbox.none_to_send);
        return Ok(ExitCode::from(exit::SOUND));
    }
    let text = Document::Sent.text(&answer(&Dispatched { ending: Ending::Done, messages: Vec::new() }))?;
    Ok(print(session, &text).err().unwrap_or(ExitCode::from(exit::SOUND)))
}

/// Lets the dossiers follow. What was sent was sent; where they cannot follow now, the next start does it.
pub(super) fn put_in_order(session: &Session) {
    let begun = session.store.snapshot().map_err(of_store);
    let begun = begun.and_then(|snapshot| session.world.mailroom().begin(&snapshot).map_err(of_mailroom));
    if let Err(fault) = begun {
        let _code = failed(&fault, session.words());
        say(session.words().outbox.not_in_order);
    }
}

/// How many are how far, then those that did not leave, each with what the server said.
fn lines(session: &Session, messages: &[Message]) -> String {
    let words = &session.words().outbox;
    if messages.is_empty() {
        say(words.none_to_send);
        return String::new();
    }
    let mut text = format!("{}\n", (words.tally)(&tally(messages)));
    for message in messages.iter().filter(|message| !matches!(message.state, State::Sent { .. } | State::Queued)) {
        text += &format!("{}\n", neutralise(&in_words(session, message)));
    }
    text
}

fn tally(messages: &[Message]) -> Tally {
    let mut tally = Tally::default();
    messages.iter().for_each(|message| tally.count(&message.state));
    tally
}

/// What a person has to know about the end; nothing where nothing is left.
fn ended(session: &Session, dispatched: &Dispatched) -> String {
    let words = &session.words().outbox;
    let left = tally(&dispatched.messages).ahead();
    let count = usize::try_from(left).unwrap_or(usize::MAX);
    match &dispatched.ending {
        Ending::Done => String::new(),
        Ending::Stopped => (words.stopped)(left),
        Ending::Waiting { until } => (words.put_off_until)(&session.sight().moment(*until), count),
        Ending::LinesLost { detail } => (words.lines_lost)(detail, count),
        Ending::NotOffered { detail } | Ending::NoLetter { detail } | Ending::Doubts { detail } => (words.halted)(detail, count),
    }
}

fn answer(dispatched: &Dispatched) -> Answer<'_> {
    let Dispatched { ending, messages } = dispatched;
    Answer { outcome: ending.word(), detail: ending.detail(), counts: tally(messages), messages: messages.iter().map(line).collect() }
}

/// Says a line, if it is one.
fn say(text: &str) {
    if !text.is_empty() {
        tell!("{}", neutralise(text));
    }
}

/// The signals that ask to stop.
struct Stop {
    signal: Arc<AtomicUsize>,
}

impl Stop {
    fn watch() -> std::io::Result<Self> {
        let (signal, is_second) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicBool::new(false)));
        for number in [SIGINT, SIGTERM, SIGHUP].into_iter().filter(|number| !is_ignored(*number)) {
            flag::register_conditional_default(number, Arc::clone(&is_second))?;
            flag::register(number, Arc::clone(&is_second))?;
            flag::register_usize(number, Arc::clone(&signal), usize::try_from(number).unwrap_or(1))?;
        }
        Ok(Self { signal })
    }

    fn signal(&self) -> Option<usize> {
        Some(self.signal.load(Ordering::Relaxed)).filter(|signal| *signal != 0)
    }
}

/// Whether whoever started the program wants it to go on all the same: `nohup` does. Where the system does not say,
/// nobody does.
fn is_ignored(signal: i32) -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| u64::from_str_radix(line.strip_prefix("SigIgn:")?.trim(), 16).ok());
    ignored.is_some_and(|ignored| ignored >> (signal - 1) & 1 == 1)
}

/// Progress on standard error.
struct Told<'a> {
    session: &'a Session,
    /// None where no line can be written over.
    bar: Option<Mails>,
    last: Option<Instant>,
    /// Until when it was said that the server wants no more.
    until: Option<Timestamp>,
}

impl<'a> Told<'a> {
    fn new(session: &'a Session) -> Self {
        Self { session, bar: can_be_drawn().then(Mails::new), last: None, until: None }
    }

    fn tell(&mut self, far: Progress) {
        let pause = if self.bar.is_some() { Duration::ZERO } else { IN_FILE };
        let Progress { sent, failed, put_off: _, unsure, withdrawn, left, waiting, about, until } = far;
        // That it is waited now for an hour, and why, is said whenever the last word was.
        let waits = until.is_some() && until != self.until;
        if !waits && self.last.is_some_and(|last| last.elapsed() < pause) {
            return;
        }
        (self.last, self.until) = (Some(Instant::now()), until);
        let words = &self.session.words().outbox;
        let queued = left.saturating_sub(waiting);
        let mut text = (words.tally)(&Tally { sent, failed, unsure, withdrawn, queued, waiting, ..Tally::default() });
        if let Some(until) = until {
            text += &format!(" ({})", (words.tried)(0, &self.session.sight().moment(until)));
        }
        match &self.bar {
            Some(bar) => {
                let done = sent + failed + unsure + withdrawn;
                bar.tell(done, done + left, about, &text);
            }
            None => say(&text),
        }
    }

    fn end(&mut self) {
        if let Some(bar) = self.bar.take() {
            bar.end();
        }
    }
}
