//! `instroom outbox`: rounds and mails with how far they are; sending what is queued; decisions about those that may have left.

use std::process::ExitCode;

use serde::Serialize;

use super::arguments::{Decision, OutboxArguments, OutboxCommand};
use super::{Session, exit, failed, print, sending};
use crate::app::fault::Fault;
use crate::domain::neutral::neutralise;
use crate::domain::outbox::{Event, Message, MessageNumber, Misfit, Outbox, Round, State, Tally, Withdrawal};
use crate::world::outbox::OutboxFault;
use crate::world::perform::of_outbox;
use crate::world::store::Store as _;

/// What `outbox --json` prints. Names are stable; new ones may be added.
#[derive(Debug, Serialize)]
struct Answer<'a> {
    sending: Option<String>,
    rounds: Vec<RoundLine<'a>>,
    messages: Vec<MessageLine<'a>>,
}

#[derive(Debug, Serialize)]
struct RoundLine<'a> {
    #[serde(flatten)]
    round: &'a Round,
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
        Some(OutboxCommand::Decide { id, decision }) => {
            let words = &session.words().outbox;
            let (event, told) = match decision {
                Decision::Arrived => (Event::Arrived, words.arrived),
                Decision::Again => (Event::Again, words.again),
            };
            Ok(turn(session, id, &event, told))
        }
        Some(OutboxCommand::Withdraw { id }) => {
            Ok(turn(session, id, &Event::Withdrawn(Withdrawal::ByPerson), session.words().outbox.taken_back))
        }
        Some(OutboxCommand::Send { wait, now, json }) => {
            if let (true, Err(fault)) = (*now, session.world.mailroom().hurry()) {
                return Ok(failed(&of_outbox(fault), session.words()));
            }
            sending::run(session, None, *wait, *json)
        }
    }
}

/// Lets something happen to a mail, and its dossier follow.
fn turn(session: &Session, text: &str, event: &Event, told: fn(&str) -> String) -> ExitCode {
    let words = &session.words().outbox;
    let unknown = || {
        eprintln!("instroom: {}", neutralise(&(words.no_message)(text)));
        ExitCode::from(exit::USAGE)
    };
    let Some(message) = MessageNumber::parse(text) else { return unknown() };
    match turned(session, message, event) {
        Ok(()) => {
            sending::put_in_order(session);
            eprintln!("{}", told(&message.to_string()));
            ExitCode::from(exit::SOUND)
        }
        Err(Refused::Unknown) => unknown(),
        Err(Refused::Misfit(Misfit::Misstep(_, misstep))) => {
            eprintln!("instroom: {}", (words.misstep)(misstep));
            ExitCode::from(exit::USAGE)
        }
        Err(Refused::Misfit(misfit)) => failed(&of_outbox(OutboxFault::Misfit(misfit)), session.words()),
        Err(Refused::Fault(fault)) => failed(&fault, session.words()),
    }
}

/// Why nothing happened to a mail.
enum Refused {
    Unknown,
    Misfit(Misfit),
    Fault(Fault),
}

fn turned(session: &Session, message: MessageNumber, event: &Event) -> Result<(), Refused> {
    let room = session.world.mailroom();
    room.decide(&[message], event).map_err(|fault| match fault {
        OutboxFault::Misfit(Misfit::NoMessage(_)) => Refused::Unknown,
        OutboxFault::Misfit(misfit) => Refused::Misfit(misfit),
        other => Refused::Fault(of_outbox(other)),
    })
}

fn list(session: &Session, json: bool) -> color_eyre::Result<ExitCode> {
    // A store that nobody made yet is not made by looking into its outbox.
    if let (Ok(true), Err(code)) = (session.store.exists(), sending::begun(session)) {
        return Ok(code);
    }
    let room = session.world.mailroom();
    let outbox = match room.outbox() {
        Ok(outbox) => outbox,
        Err(fault) => return Ok(failed(&of_outbox(fault), session.words())),
    };
    let sender = room.sender();
    let words = &session.words().outbox;
    let text = if json {
        let counts = outbox.rounds().iter().zip(outbox.tallies());
        let rounds = counts.map(|(round, counts)| RoundLine { round, counts }).collect();
        let sending = sender.map(|by| by.who);
        serde_json::to_string_pretty(&Answer { sending, rounds, messages: outbox.messages().iter().map(line).collect() })? + "\n"
    } else {
        if outbox.messages().is_empty() {
            eprintln!("{}", words.empty);
        }
        if let Some(by) = &sender {
            let left = outbox.tally(|_| true).ahead();
            eprintln!("{} {}", (words.sending)(&by.who, &session.sight().moment(by.since)), (words.still_left)(left));
        }
        lines(session, &outbox)
    };
    if let Err(code) = print(session, &text) {
        return Ok(code);
    }
    let unsure = outbox.tally(|_| true).unsure;
    if unsure > 0 && !json {
        eprintln!("{}", (words.to_decide)(unsure));
    }
    Ok(ExitCode::from(exit::SOUND))
}

/// Each round with its counts, its mails below it.
fn lines(session: &Session, outbox: &Outbox) -> String {
    let words = &session.words().outbox;
    let mut text = String::new();
    for (round, counts) in outbox.rounds().iter().zip(outbox.tallies()) {
        let when = session.sight().date(round.when);
        let about = format!("{when}  {}  {}  {}", round.flow, (words.occasion)(round.occasion), round.who);
        text += &format!("{}\n    {}\n", neutralise(&about), (words.tally)(&counts));
        for message in outbox.messages().iter().filter(|message| message.round == round.id) {
            let line = format!("  {}  {}  <{}>  {}", message.id, message.customer, message.to, (words.state)(&message.state));
            text += &format!("{}\n", neutralise(&line));
        }
    }
    text
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
