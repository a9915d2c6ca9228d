//! `instroom outbox`: rounds and mails with how far they are; sending what is queued; decisions about those that may have left.

use std::collections::BTreeMap;
use std::process::ExitCode;

use serde::Serialize;

use super::arguments::{Decision, OutboxArguments, OutboxCommand, WritingArguments};
use super::document::Document;
use super::going::{Going, Preview};
use super::known::unknown;
use super::{Session, exit, failed, print, sending};
use crate::domain::dossier::Status;
use crate::domain::letter::Occasion;
use crate::domain::neutral::neutralise;
use crate::domain::outbox::{Entry, Event, Failure, Message, MessageNumber, Misfit, Outbox, Round, State, Tally, Withdrawal};
use crate::domain::snapshot::Snapshot;
use crate::words::Thing;
use crate::world::outbox::OutboxFault;
use crate::world::perform::of_outbox;

/// What `outbox --json` prints. Names are stable; new ones may be added.
#[derive(Debug, Serialize)]
struct Answer<'a> {
    sending: Option<String>,
    rounds: Vec<RoundLine<'a>>,
    messages: Vec<MessageLine<'a>>,
}

#[derive(Debug, Serialize)]
struct RoundLine<'a> {
    id: &'a str,
    task_flow: &'a str,
    occasion: &'static str,
    when: String,
    who: &'a str,
    counts: Tally,
}

#[derive(Debug, Serialize)]
pub(super) struct MessageLine<'a> {
    id: String,
    round: &'a str,
    task_flow: &'a str,
    customer: String,
    to: &'a str,
    occasion: &'static str,
    message_id: &'a str,
    attempts: u16,
    state: &'static str,
    about: &'a State,
}

pub(super) fn run(session: &Session, asked: &OutboxArguments) -> color_eyre::Result<ExitCode> {
    match &asked.command {
        None => list(session, asked.json),
        Some(OutboxCommand::Decide { id, decision, writing }) => {
            let words = &session.words().outbox;
            let (event, told) = match decision {
                Decision::Arrived => (Event::Arrived, Turning { done: words.arrived, would: words.would_arrive }),
                Decision::Again => (Event::Again, Turning { done: words.again, would: words.would_again }),
            };
            turn(session, id, &event, told, *writing)
        }
        Some(OutboxCommand::Withdraw { id, writing }) => {
            let words = &session.words().outbox;
            let told = Turning { done: words.taken_back, would: words.would_take_back };
            turn(session, id, &Event::Withdrawn(Withdrawal::ByPerson), told, *writing)
        }
        Some(OutboxCommand::Send { dry_run: true, json, .. }) => would_send(session, *json),
        Some(OutboxCommand::Send { wait, now, json, dry_run: false }) => {
            // Where nothing waits there is nothing to settle either.
            let is_empty = match looked(session) {
                Ok((_, outbox)) => outbox.tally(|_| true).ahead() == 0,
                Err(code) => return Ok(code),
            };
            if is_empty {
                return sending::nothing(session, *json);
            }
            if let (true, Err(fault)) = (*now, session.world.mailroom().hurry()) {
                return Ok(failed(&of_outbox(fault), session.words()));
            }
            sending::run(session, None, *wait, *json)
        }
    }
}

/// What is said of what happens to a mail: once it did, and before.
#[derive(Clone, Copy)]
struct Turning {
    done: fn(&str) -> String,
    would: fn(&str) -> String,
}

/// Lets something happen to a mail, and its dossier follow; says before what would happen to it.
fn turn(session: &Session, text: &str, event: &Event, told: Turning, writing: WritingArguments) -> color_eyre::Result<ExitCode> {
    // A mail whose sender was killed is unsure from now on: that may be what is decided about.
    let outbox = match looked(session) {
        Ok((_, outbox)) => outbox,
        Err(code) => return Ok(code),
    };
    let room = session.world.mailroom();
    let Some(message) = MessageNumber::parse(text).filter(|number| outbox.message(*number).is_some()) else {
        let known: Vec<String> = outbox.messages().iter().map(|message| message.id.to_string()).collect();
        return Ok(unknown(session, Thing::Mail, text, known.iter().map(String::as_str)));
    };
    if writing.going() == Going::Write {
        if let Err(fault) = room.decide(&[message], event) {
            return Ok(refused(session, fault));
        }
        sending::put_in_order(session);
        tell!("{}", (told.done)(&message.to_string()));
        let outbox = room.outbox().unwrap_or(outbox);
        let text = if writing.json { json_of(&outbox, message)? } else { String::new() };
        return Ok(print(session, &text).err().unwrap_or(ExitCode::from(exit::SOUND)));
    }
    let entry = Entry::Turned { message, when: session.world.clock.now(), event: event.clone() };
    if let Err(misfit) = outbox.accepts(&entry) {
        return Ok(refused(session, OutboxFault::Misfit(misfit)));
    }
    let about = outbox.message(message).map(|message| in_words(session, message));
    let preview = if writing.json {
        Preview::Json(json_of(&outbox, message)?)
    } else {
        Preview::Lines(about.into_iter().chain([(told.would)(&message.to_string())]).collect())
    };
    Ok(preview.show(session, writing.going(), session.words().command.say_yes))
}

/// Why nothing happens to a mail.
fn refused(session: &Session, fault: OutboxFault) -> ExitCode {
    match fault {
        OutboxFault::Misfit(Misfit::Misstep(_, misstep)) => {
            tell!("instroom: {}", (session.words().outbox.misstep)(misstep));
            ExitCode::from(exit::USAGE)
        }
        other => failed(&of_outbox(other), session.words()),
    }
}

/// A mail as it stands, for a program.
fn json_of(outbox: &Outbox, message: MessageNumber) -> color_eyre::Result<String> {
    Ok(Document::Mail.text(&outbox.message(message).map(line))?)
}

/// What `outbox send` would offer to the server, now or when it is due.
fn would_send(session: &Session, json: bool) -> color_eyre::Result<ExitCode> {
    let outbox = match looked(session) {
        Ok((_, outbox)) => outbox,
        Err(code) => return Ok(code),
    };
    let ahead: Vec<&Message> = outbox.messages().iter().filter(|message| message.state.is_ahead()).collect();
    let preview = if json {
        let messages: Vec<MessageLine<'_>> = ahead.into_iter().map(line).collect();
        Preview::Json(Document::ToSend.text(&WouldSend { messages })?)
    } else if ahead.is_empty() {
        tell!("{}", session.words().outbox.none_to_send);
        return Ok(ExitCode::from(exit::SOUND));
    } else {
        let tally = (session.words().outbox.tally)(&outbox.tally(|message| message.state.is_ahead()));
        Preview::Lines([tally].into_iter().chain(ahead.into_iter().map(|message| in_words(session, message))).collect())
    };
    Ok(preview.show(session, Going::Look, ""))
}

/// What `outbox send -n --json` prints.
#[derive(Debug, Serialize)]
struct WouldSend<'a> {
    messages: Vec<MessageLine<'a>>,
}

fn list(session: &Session, json: bool) -> color_eyre::Result<ExitCode> {
    let (snapshot, outbox) = match looked(session) {
        Ok(looked) => looked,
        Err(code) => return Ok(code),
    };
    let sender = session.world.mailroom().sender();
    let words = &session.words().outbox;
    let text = if json {
        let counts = outbox.rounds().iter().zip(outbox.tallies());
        let rounds = counts.map(|(round, counts)| round_line(round, counts)).collect();
        let sending = sender.map(|by| by.who);
        Document::Outbox.text(&Answer { sending, rounds, messages: outbox.messages().iter().map(line).collect() })?
    } else {
        if outbox.messages().is_empty() {
            tell!("{}", words.empty);
        }
        if let Some(by) = &sender {
            let left = outbox.tally(|_| true).ahead();
            tell!("{} {}", (words.sending)(&by.who, &session.sight().moment(by.since)), (words.still_left)(left));
        }
        lines(session, &outbox)
    };
    if let Err(code) = print(session, &text) {
        return Ok(code);
    }
    if !json {
        let failed = outbox.last_by_dossier(&snapshot.store).into_values().filter(|message| can_be_tried_again(&snapshot, message));
        remedies(session, outbox.tally(|_| true).unsure, failed).iter().for_each(|remedy| tell!("{remedy}"));
    }
    Ok(ExitCode::from(exit::SOUND))
}

/// The store and the outbox, with everything in order that earlier sessions left. Looking makes neither where it is not there.
fn looked(session: &Session) -> Result<(Snapshot, Outbox), ExitCode> {
    let snapshot = sending::begun(session)?;
    let outbox = session.world.mailroom().outbox().map_err(|fault| failed(&of_outbox(fault), session.words()))?;
    Ok((snapshot, outbox))
}

/// Whether the last mail of a dossier failed and the customer is still waited for.
fn can_be_tried_again(snapshot: &Snapshot, last: &Message) -> bool {
    let status = snapshot.dossier(&last.flow, last.customer).map(|head| head.about.status);
    matches!(last.state, State::Failed { .. }) && !matches!(status, None | Some(Status::Answered | Status::Closed))
}

/// What a person can do about mails that will not leave by themselves: those that are unsure, and those that failed.
pub(super) fn remedies<'a>(session: &Session, unsure: u64, failed: impl Iterator<Item = &'a Message>) -> Vec<String> {
    let words = &session.words().outbox;
    let mut counts: BTreeMap<(bool, &str), u64> = BTreeMap::new();
    for message in failed {
        let command = match message.occasion {
            Occasion::Invitation => "instroom invite --failed",
            Occasion::Reminder => "instroom invite --remind",
        };
        let is_for_good = !matches!(message.state, State::Failed { why: Failure::PutOff, .. });
        *counts.entry((is_for_good, command)).or_default() += 1;
    }
    let told = |((is_for_good, command), count): ((bool, &str), u64)| {
        let remedy = if is_for_good { words.failed_for_good } else { words.put_off_each_time };
        remedy(count, command)
    };
    (unsure > 0).then(|| (words.to_decide)(unsure)).into_iter().chain(counts.into_iter().map(told)).collect()
}

/// A round in `--json`.
fn round_line(round: &Round, counts: Tally) -> RoundLine<'_> {
    RoundLine {
        id: &round.id.0,
        task_flow: &round.flow.0,
        occasion: round.occasion.code(),
        when: round.when.to_string(),
        who: &round.who,
        counts,
    }
}

/// Each round with its counts, its mails below it.
fn lines(session: &Session, outbox: &Outbox) -> String {
    let words = &session.words().outbox;
    let mut text = String::new();
    for (round, counts) in outbox.rounds().iter().zip(outbox.tallies()) {
        let when = session.sight().day(round.when);
        let about = format!("{when}  {}  {}  {}", round.flow, (words.occasion)(round.occasion), round.who);
        text += &format!("{}\n    {}\n", neutralise(&about), (words.tally)(&counts));
        for message in outbox.messages().iter().filter(|message| message.round == round.id) {
            text += &format!("{}\n", neutralise(&in_words(session, message)));
        }
    }
    text
}

/// A mail for a person.
pub(super) fn in_words(session: &Session, message: &Message) -> String {
    let words = &session.words().outbox;
    let state = (words.state)(&message.state);
    let tried = match message.state {
        State::Waiting { until, .. } => format!("  ({})", (words.tried)(message.attempts.into(), &session.sight().moment(until))),
        _ => String::new(),
    };
    format!("  {}  {}  <{}>  {state}{tried}", message.id, message.customer, message.to)
}

/// A mail in `--json`.
pub(super) fn line(message: &Message) -> MessageLine<'_> {
    MessageLine {
        id: message.id.to_string(),
        round: &message.round.0,
        task_flow: &message.flow.0,
        customer: message.customer.to_string(),
        to: &message.to,
        occasion: message.occasion.code(),
        message_id: &message.message_id,
        attempts: message.attempts,
        state: message.state.word(),
        about: &message.state,
    }
}
