//! `instroom invite`: who would get mail, and who would not and why; and sending it, once the number of recipients is said.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::ExitCode;

use jiff::Timestamp;
use serde::Serialize;

use super::arguments::InviteArguments;
use super::customers::WIDEST;
use super::document::Document;
use super::going::{Going, Preview};
use super::known::{all_there, somebody_has, unknown};
use super::sending::{self, begun};
use super::{Session, exit, failed, keep_out, print, widest};
use crate::app::detail::{fit, width_of};
use crate::app::fault::Fault;
use crate::domain::field::Field;
use crate::domain::invitation::{Caution, Choice, Failed, LeftOut, Mailing, NewRound, Wanted, WhyNot, Wish, mailing};
use crate::domain::letter::Occasion;
use crate::domain::neutral::neutralise;
use crate::domain::snapshot::Snapshot;
use crate::domain::task_flow::TaskFlowId;
use crate::words::Thing;
use crate::world::perform::{of_mailroom, of_outbox};

/// What `invite --json` prints. Names are stable; new ones may be added.
#[derive(Debug, Serialize)]
struct Answer<'a> {
    task_flow: String,
    occasion: Occasion,
    recipients: Vec<Who<'a>>,
    left_out: Vec<Why<'a>>,
}

#[derive(Debug, Serialize)]
struct Who<'a> {
    customer: String,
    name: &'a str,
    to: &'a str,
    language: &'static str,
    questionnaire: &'a str,
    deadline: String,
    reminder: u16,
}

#[derive(Debug, Serialize)]
struct Why<'a> {
    customer: String,
    name: &'a str,
    why: &'static str,
    message: String,
}

pub(super) fn run(session: &Session, asked: &InviteArguments) -> color_eyre::Result<ExitCode> {
    let snapshot = match begun(session) {
        Ok(snapshot) => snapshot,
        Err(code) => return Ok(code),
    };
    let Some(flow) = flow(asked, &snapshot) else {
        return Ok(unknown(
            session,
            Thing::Flow,
            asked.flow.as_deref().unwrap_or(""),
            snapshot.flows.iter().map(|flow| flow.id.0.as_str()),
        ));
    };
    if let Err(code) = all_known(session, asked, &snapshot) {
        return Ok(code);
    }
    let (wanted, mailing) = match computed(session, asked, &snapshot, flow) {
        Ok(computed) => computed,
        Err(fault) => return Ok(failed(&fault, session.words())),
    };
    if let Some(Err(code)) = asked.eml.as_deref().map(|folder| keep_out(session, folder)) {
        return Ok(code);
    }
    if asked.dry_run {
        return tell(session, asked, &wanted, &mailing);
    }
    match (&asked.yes, &asked.eml, &asked.test) {
        (Some(number), ..) => send(session, asked, &wanted, mailing, *number),
        (None, Some(folder), _) => write(session, &wanted, &mailing, folder, asked.json),
        (None, None, Some(address)) => test(session, &wanted, &mailing, address, asked.json),
        (None, None, None) => tell(session, asked, &wanted, &mailing),
    }
}

/// Refuses customers and labels that there are not: nobody of them would get a mail, and nobody would know why.
fn all_known(session: &Session, asked: &InviteArguments, snapshot: &Snapshot) -> Result<(), ExitCode> {
    all_there(session, snapshot, &asked.customer)?;
    all_there(session, snapshot, &asked.also)?;
    somebody_has(session, snapshot, Field::Labels, asked.label.as_deref().as_slice())
}

/// Sends, where the number that was said is that of the recipients.
fn send(session: &Session, asked: &InviteArguments, wanted: &Wanted, mailing: Mailing, number: u64) -> color_eyre::Result<ExitCode> {
    let words = &session.words().outbox;
    let there = mailing.recipients.len() as u64;
    if there != number {
        tell!("instroom: {}", (words.number_differs)(there, number));
        return Ok(ExitCode::from(exit::USAGE));
    }
    for left_out in &mailing.left_out {
        tell!("{}", neutralise(&line(session, left_out)));
    }
    if there == 0 {
        // What others queued is for `outbox send`.
        tell!("{}", (words.get_mail)(0));
        return if asked.json { sending::nothing(session, true) } else { Ok(ExitCode::from(exit::SOUND)) };
    }
    let round = NewRound { flow: wanted.flow.clone(), occasion: wanted.occasion, recipients: mailing.recipients };
    sending::run(session, Some(&round), asked.wait, asked.json)
}

/// Writes the mails as files. Nobody stops it but by ending the program; what is written by then stays.
fn write(session: &Session, wanted: &Wanted, mailing: &Mailing, folder: &Path, json: bool) -> color_eyre::Result<ExitCode> {
    let room = session.world.mailroom();
    let (flow, occasion) = (&wanted.flow, wanted.occasion);
    match room.write_letters(&mailing.recipients, flow, occasion, folder, &|| false, &mut |_| {}) {
        Ok(written) => {
            let folder = neutralise(&folder.to_string_lossy()).into_owned();
            tell!("{}", (session.words().outbox.letters_written)(written, &folder));
            let text =
                if json { Document::Letters.text(&Letters { task_flow: &flow.0, occasion, folder, written })? } else { String::new() };
            Ok(print(session, &text).err().unwrap_or(ExitCode::from(exit::SOUND)))
        }
        Err(fault) => Ok(failed(&of_mailroom(fault), session.words())),
    }
}

/// What `invite --eml --json` prints. Names are stable; new ones may be added.
#[derive(Debug, Serialize)]
struct Letters<'a> {
    task_flow: &'a str,
    occasion: Occasion,
    folder: String,
    /// How many files were written.
    written: u64,
}

/// What `invite --test --json` prints. Names are stable; new ones may be added.
#[derive(Debug, Serialize)]
struct Tested<'a> {
    task_flow: &'a str,
    occasion: Occasion,
    /// Whose mail it was.
    customer: String,
    to: &'a str,
    /// What the server said.
    reply: String,
}

/// Sends the first recipient's mail to a colleague.
fn test(session: &Session, wanted: &Wanted, mailing: &Mailing, address: &str, json: bool) -> color_eyre::Result<ExitCode> {
    let words = &session.words().outbox;
    let Some(first) = mailing.recipients.first() else {
        tell!("instroom: {}", (words.get_mail)(0));
        return Ok(ExitCode::from(exit::USAGE));
    };
    match session.world.mailroom().test(first, &wanted.flow, wanted.occasion, address) {
        Ok(reply) => {
            tell!("{}", neutralise(&(words.tested)(address, &reply)));
            let (task_flow, customer) = (wanted.flow.0.as_str(), first.customer.to_string());
            let tested = || Tested { task_flow, occasion: wanted.occasion, customer, to: address, reply: neutralise(&reply).into_owned() };
            let text = if json { Document::TestMail.text(&tested())? } else { String::new() };
            Ok(print(session, &text).err().unwrap_or(ExitCode::from(exit::SOUND)))
        }
        Err(fault) => Ok(failed(&of_mailroom(fault), session.words())),
    }
}

fn flow(asked: &InviteArguments, snapshot: &Snapshot) -> Option<TaskFlowId> {
    // The newest assessment year stands first.
    let found = match &asked.flow {
        Some(name) => snapshot.flows.iter().find(|flow| flow.id.0 == *name),
        None => snapshot.flows.iter().find(|flow| !flow.archived),
    };
    found.map(|flow| flow.id.clone())
}

fn computed(session: &Session, asked: &InviteArguments, snapshot: &Snapshot, flow: TaskFlowId) -> Result<(Wanted, Mailing), Fault> {
    let clock = &session.world.clock;
    let outbox = session.world.mailroom().outbox().map_err(of_outbox)?;
    let occasion = if asked.remind { Occasion::Reminder } else { Occasion::Invitation };
    let wanted = Wanted {
        choice: Choice {
            customers: (!asked.customer.is_empty()).then(|| asked.customer.iter().copied().collect()),
            label: asked.label.clone(),
            wish: if asked.wanted { Wish::Invitation } else { Wish::Any },
        },
        failed: if asked.failed { Failed::TryAgain } else { Failed::LeaveOut },
        admitted: asked.also.iter().copied().collect(),
        despite: despite(asked),
        days: asked.after,
        end: asked.until,
        ..Wanted::of(flow, occasion, clock.now(), clock.today())
    };
    let mailing = mailing(&wanted, snapshot, &outbox, &session.world.office.catalogue);
    Ok((wanted, mailing))
}

/// The cautions that are set aside.
fn despite(asked: &InviteArguments) -> BTreeSet<Caution> {
    let wanted = |caution: &Caution| match caution {
        Caution::OtherYear => asked.old_questions,
        Caution::DeadlinePast => asked.past,
        Caution::Mistyped => asked.mistyped,
        Caution::Partner => asked.partners,
    };
    Caution::ALL.into_iter().filter(wanted).collect()
}

fn tell(session: &Session, asked: &InviteArguments, wanted: &Wanted, mailing: &Mailing) -> color_eyre::Result<ExitCode> {
    let words = &session.words().outbox;
    let preview = if asked.json {
        Preview::Json(Document::Invite.text(&answer(session, wanted, mailing))?)
    } else {
        Preview::Lines(lines(session, mailing))
    };
    let going = if asked.dry_run || mailing.recipients.is_empty() { Going::Look } else { Going::Ask };
    Ok(preview.show(session, going, &(words.say_number)(mailing.recipients.len() as u64)))
}

fn answer<'a>(session: &Session, wanted: &Wanted, mailing: &'a Mailing) -> Answer<'a> {
    let who = mailing.recipients.iter().map(|to| Who {
        customer: to.customer.to_string(),
        name: &to.name,
        to: &to.to,
        language: to.language.code(),
        questionnaire: &to.questionnaire.0,
        deadline: to.deadline.to_string(),
        reminder: to.reminder,
    });
    let why = mailing.left_out.iter().map(|left_out| Why {
        customer: left_out.customer.to_string(),
        name: &left_out.name,
        why: left_out.why.word(),
        message: reason(session, &left_out.why),
    });
    let (recipients, left_out) = (who.collect(), why.collect());
    Answer { task_flow: wanted.flow.to_string(), occasion: wanted.occasion, recipients, left_out }
}

/// The recipients, then those left out, each with the reason; how many there are stands in front.
fn lines(session: &Session, mailing: &Mailing) -> Vec<String> {
    let words = session.words();
    let mut lines = vec![(words.outbox.get_mail)(mailing.recipients.len() as u64)];
    for (language, count) in mailing.by_language() {
        lines.push(format!("{count:>8}  {}", (words.language)(language)));
    }
    for (day, count) in mailing.by_deadline() {
        lines.push(format!("{count:>8}  {}", (words.inviting.deadlines)(&day.strftime("%d/%m/%Y").to_string())));
    }
    for to in &mailing.recipients {
        let day = to.deadline.strftime("%d/%m/%Y");
        lines.push(format!("  {}  {}  {day}  {}  <{}>", to.customer, to.language.code(), short(&to.name), to.to));
    }
    lines.push((words.outbox.get_none)(mailing.left_out.len() as u64));
    for left_out in &mailing.left_out {
        lines.push(line(session, left_out));
    }
    lines.push(words.outbox.nothing_queued.to_owned());
    lines
}

fn line(session: &Session, left_out: &LeftOut) -> String {
    format!("  {}  {}{}{}", left_out.customer, short(&left_out.name), session.words().colon(), reason(session, &left_out.why))
}

/// Why, with the date or the mail that it is about.
fn reason(session: &Session, why: &WhyNot) -> String {
    let told = (session.words().outbox.why_not)(why);
    let date = |when: &Timestamp| session.sight().day(*when);
    let about = match why {
        WhyNot::Sent { when: Some(when) } | WhyNot::TooSoon { last: when } => date(when),
        WhyNot::Past { end } => end.strftime("%d/%m/%Y").to_string(),
        WhyNot::Unsure { message: Some(message) } | WhyNot::InOutbox { message: Some(message) } => message.to_string(),
        _ => return told,
    };
    format!("{told} ({about})")
}

/// A name as lists of customers show it: one that is too long for a terminal is cut there.
fn short(name: &str) -> Cow<'_, str> {
    let widest = widest(WIDEST);
    if width_of(name) > widest { Cow::Owned(fit(name, widest)) } else { Cow::Borrowed(name) }
}
