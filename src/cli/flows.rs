//! `instroom flows`: task flows listed, made, changed and archived; customers linked and unlinked.

use std::collections::BTreeSet;
use std::process::ExitCode;

use serde::Serialize;

use super::arguments::{FlowsArguments, FlowsCommand, LinkArguments, TermsArguments, WhomArguments, WritingArguments};
use super::document::Document;
use super::going::{Going, Preview};
use super::known::{all_there, somebody_has, unknown};
use super::progress::amend;
use super::{Session, exit, failed, print, print_written};
use crate::app::fault::Fault;
use crate::domain::customer::CustomerId;
use crate::domain::dossier::Status;
use crate::domain::field::Field;
use crate::domain::fold::fold;
use crate::domain::neutral::neutralise;
use crate::domain::questionnaire::{Catalogue, QuestionnaireId};
use crate::domain::season::{LanguageRule, LastAnswers, Link, Planned, Reach, Refused, Remark, WhyNot, Wish, next_season};
use crate::domain::snapshot::Snapshot;
use crate::domain::task_flow::{TaskFlow, TaskFlowId};
use crate::words::Thing;
use crate::world::perform::{of_outbox, of_store};

pub(super) fn run(session: &Session, asked: &FlowsArguments) -> color_eyre::Result<ExitCode> {
    let snapshot = match session.world.store.snapshot() {
        Ok(snapshot) => snapshot,
        Err(fault) => return Ok(failed(&of_store(fault), session.words())),
    };
    let Some(command) = &asked.command else { return list(session, &snapshot, asked.json) };
    if let Err(code) = all_known(session, &snapshot, command) {
        return Ok(code);
    }
    let done = match command {
        FlowsCommand::Next { flow, terms, writing } => next(session, &snapshot, flow, terms, writing),
        FlowsCommand::Change { flow, terms, writing } => change(session, &snapshot, flow, terms, writing),
        FlowsCommand::Archive { flow, back, writing } => archive(session, &snapshot, flow, *back, writing),
        FlowsCommand::Link(asked) => link(session, &snapshot, asked),
        FlowsCommand::Unlink { flow, whom, also_sent, writing } => {
            unlink(session, &TaskFlowId(flow.clone()), whoever(&snapshot, whom), *also_sent, writing)
        }
        FlowsCommand::Deadline { flow, whom, to, writing } => {
            let wish = Wish::Deadline(TaskFlowId(flow.clone()), whoever(&snapshot, whom), *to);
            weigh(session, &wish, writing)
        }
    };
    Ok(done.unwrap_or_else(|fault| failed(&fault, session.words())))
}

/// Refuses a task flow, a customer or a label that there is not, before anything is weighed.
fn all_known(session: &Session, snapshot: &Snapshot, command: &FlowsCommand) -> Result<(), ExitCode> {
    let (flow, whom) = match command {
        FlowsCommand::Next { flow, .. } | FlowsCommand::Change { flow, .. } | FlowsCommand::Archive { flow, .. } => (flow, None),
        FlowsCommand::Unlink { flow, whom, .. } | FlowsCommand::Deadline { flow, whom, .. } => (flow, Some(whom)),
        FlowsCommand::Link(asked) => (&asked.flow, Some(&asked.whom)),
    };
    let Some(known) = snapshot.flow(&TaskFlowId(flow.clone())) else {
        return Err(unknown(session, Thing::Flow, flow, snapshot.flows.iter().map(|flow| flow.id.0.as_str())));
    };
    all_questionnaires(session, known, command)?;
    let Some(whom) = whom else { return Ok(()) };
    all_there(session, snapshot, &whom.customer)?;
    let labels: Vec<&str> = whom.label.iter().map(String::as_str).collect();
    somebody_has(session, snapshot, Field::Labels, &labels)
}

/// Refuses a questionnaire that there is not: what a task flow offers has to be there, and what a dossier gets it has to offer.
fn all_questionnaires(session: &Session, flow: &TaskFlow, command: &FlowsCommand) -> Result<(), ExitCode> {
    let catalogue = &session.world.office.catalogue;
    let (named, known): (&[String], BTreeSet<&str>) = match command {
        FlowsCommand::Next { terms, .. } | FlowsCommand::Change { terms, .. } => {
            let there = catalogue.iter().map(|questionnaire| &questionnaire.id).chain(&flow.questionnaires);
            (&terms.questionnaire, there.map(|id| id.0.as_str()).collect())
        }
        FlowsCommand::Link(asked) => (asked.questionnaire.as_slice(), flow.questionnaires.iter().map(|id| id.0.as_str()).collect()),
        FlowsCommand::Archive { .. } | FlowsCommand::Unlink { .. } | FlowsCommand::Deadline { .. } => return Ok(()),
    };
    match named.iter().find(|name| !known.contains(name.as_str())) {
        Some(missing) => Err(unknown(session, Thing::Questionnaire, missing, known)),
        None => Ok(()),
    }
}

type Done = Result<ExitCode, Fault>;

fn known<'a>(snapshot: &'a Snapshot, name: &str) -> Result<&'a TaskFlow, Fault> {
    let id = TaskFlowId(name.to_owned());
    snapshot.flow(&id).ok_or(Fault::Refused(Refused::NoSuchFlow(id)))
}

fn next(session: &Session, snapshot: &Snapshot, name: &str, terms: &TermsArguments, writing: &WritingArguments) -> Done {
    let last = known(snapshot, name)?;
    let catalogue = &session.world.office.catalogue;
    let (flow, remarks) = next_season(last, &snapshot.flows, catalogue).map_err(Fault::Refused)?;
    let flow = with_terms(flow, terms);
    let is_settled = |remark: &&Remark| match remark {
        Remark::CheckDeadlines => terms.simple.is_some() && terms.specific.is_some(),
        Remark::OtherYear(id, _) => !flow.questionnaires.contains(id),
        Remark::NotThere(_) => !terms.questionnaire.is_empty(),
    };
    let remarks = remarks.iter().filter(|remark| !is_settled(remark)).map(session.words().flows.remark).collect();
    write(session, &session.world.plan_season(&Wish::Make(flow.clone()))?, remarks, writing)
}

fn change(session: &Session, snapshot: &Snapshot, name: &str, terms: &TermsArguments, writing: &WritingArguments) -> Done {
    weigh(session, &Wish::Change(with_terms(known(snapshot, name)?.clone(), terms)), writing)
}

fn with_terms(flow: TaskFlow, terms: &TermsArguments) -> TaskFlow {
    let named: Vec<QuestionnaireId> = terms.questionnaire.iter().cloned().map(QuestionnaireId).collect();
    TaskFlow {
        deadline_simple: terms.simple.unwrap_or(flow.deadline_simple),
        deadline_specific: terms.specific.unwrap_or(flow.deadline_specific),
        questionnaires: if named.is_empty() { flow.questionnaires } else { named },
        ..flow
    }
}

fn archive(session: &Session, snapshot: &Snapshot, name: &str, back: bool, writing: &WritingArguments) -> Done {
    let flow = known(snapshot, name)?;
    let unsent = snapshot.dossiers(&flow.id).filter(|(_, head)| head.about.status == Status::NotSentYet).count() as u64;
    let mut remarks = Vec::new();
    if !back && !flow.archived {
        let outbox = session.world.mailroom().outbox().map_err(of_outbox)?;
        let queued = outbox.ahead_in(&snapshot.store, &flow.id);
        remarks.extend((unsent > 0).then(|| (session.words().flows.unsent)(unsent)));
        remarks.extend((queued > 0).then(|| (session.words().flows.queued)(queued)));
    }
    let planned = session.world.plan_season(&Wish::Change(TaskFlow { archived: !back, ..flow.clone() }))?;
    write(session, &planned, remarks, writing)
}

fn link(session: &Session, snapshot: &Snapshot, asked: &LinkArguments) -> Done {
    let flow = known(snapshot, &asked.flow)?;
    let named = asked.questionnaire.clone().map(QuestionnaireId);
    let first = || flow.questionnaires.first().cloned();
    let settled = &session.world.office.defaults;
    let offered = settled.questionnaire.clone().filter(|id| named.is_none() && flow.questionnaires.contains(id));
    let spoken = settled.language.filter(|_| asked.language.is_none());
    let taken =
        [spoken.map(|language| format!("--language {}", language.code())), offered.as_ref().map(|id| format!("--questionnaire {id}"))];
    let taken: Vec<String> = taken.into_iter().flatten().collect();
    if !taken.is_empty() {
        tell!("{}", neutralise(&(session.words().config.chosen)(&taken.join(" "))));
    }
    let questionnaire = named.or(offered).or_else(first).ok_or(Fault::Refused(Refused::NoQuestionnaire))?;
    let chosen = asked.language.or(spoken).unwrap_or_else(|| session.language.of_customers());
    let language = if asked.for_all { LanguageRule::Always(chosen) } else { LanguageRule::TheirOwn { otherwise: chosen } };
    let answers = if asked.without_answers { LastAnswers::LeftBehind } else { LastAnswers::TakenAlong };
    let customers = whoever(snapshot, &asked.whom);
    weigh(session, &Wish::Link(flow.id.clone(), customers, Link { questionnaire, language, answers }), &asked.writing)
}

fn unlink(session: &Session, flow: &TaskFlowId, customers: Vec<CustomerId>, also_sent: Option<u64>, writing: &WritingArguments) -> Done {
    let Some(said) = also_sent else {
        return weigh(session, &Wish::Unlink(flow.clone(), customers, Reach::NothingSent), writing);
    };
    let planned = session.world.plan_season(&Wish::Unlink(flow.clone(), customers, Reach::AlsoSent))?;
    if said != planned.tally.sent {
        tell!("{}", (session.words().flows.say_sent)(planned.tally.sent));
        return Ok(ExitCode::from(exit::USAGE));
    }
    write(session, &planned, Vec::new(), writing)
}

/// The customers that are named, each once: by their ids as they are named, then by their labels.
fn whoever(snapshot: &Snapshot, whom: &WhomArguments) -> Vec<CustomerId> {
    let mut customers = whom.customer.clone();
    let wanted: Vec<String> = whom.label.iter().map(|label| fold(label)).collect();
    for index in (0..snapshot.customer_count()).filter(|_| !wanted.is_empty()) {
        let (Some(id), Ok(customer)) = (snapshot.customer_id(index), snapshot.customer(index)) else { continue };
        let has: Vec<String> = customer.values.text(Field::Labels).split(',').map(fold).collect();
        customers.extend(wanted.iter().any(|label| has.contains(label)).then_some(id));
    }
    let mut seen = BTreeSet::new();
    customers.retain(|customer| seen.insert(*customer));
    customers
}

fn weigh(session: &Session, wish: &Wish, writing: &WritingArguments) -> Done {
    write(session, &session.world.plan_season(wish)?, Vec::new(), writing)
}

/// What a plan comes to in `--json`. Names are stable; new ones may be added.
#[derive(Debug, Serialize)]
struct Outcome<'a> {
    task_flow: &'a str,
    dossiers: u64,
    own_language: u64,
    specific_income: u64,
    answers_taken_along: u64,
    answers_lost: u64,
    sent: u64,
    left_out: Vec<LeftOut>,
    /// Number in the journal; none where nothing was written.
    number: Option<u64>,
}

#[derive(Debug, Serialize)]
struct LeftOut {
    customer: String,
    why: &'static str,
}

/// Says what a plan comes to and writes it where that is wanted.
fn write(session: &Session, planned: &Planned, remarks: Vec<String>, writing: &WritingArguments) -> Done {
    let words = session.words();
    let sent = planned.not.iter().filter(|(_, why)| *why == WhyNot::Sent).count() as u64;
    let to_say = (matches!(planned.wish, Wish::Unlink(..)) && sent > 0).then(|| (words.flows.say_sent)(planned.tally.sent + sent));
    let lines: Vec<String> = remarks.into_iter().chain(words.planned(planned)).chain(to_say).collect();
    let json = |number| {
        let text = Document::Flow.text(&outcome(planned, number));
        text.map_err(|error| Fault::Output { detail: error.to_string() })
    };
    let is_empty = planned.amendment.is_empty();
    if !is_empty && writing.going() != Going::Write {
        let preview = if writing.json { Preview::Json(json(None)?) } else { Preview::Lines(lines) };
        return Ok(preview.show(session, writing.going(), words.command.say_yes));
    }
    for line in lines {
        tell!("{}", neutralise(&line));
    }
    let amended = if is_empty { None } else { amend(session, &planned.amendment)? };
    let number = amended.map(|receipt| receipt.revision.0);
    number.into_iter().for_each(|number| tell!("{}", (words.flows.written)(number)));
    let text = if writing.json { json(number)? } else { number.map_or_else(String::new, |number| format!("{number}\n")) };
    let printed = if number.is_some() { print_written(session, &text) } else { print(session, &text) };
    Ok(printed.err().unwrap_or_else(|| ExitCode::from(exit::SOUND)))
}

fn outcome(planned: &Planned, written: Option<u64>) -> Outcome<'_> {
    let tally = planned.tally;
    let left_out = planned.not.iter().map(|(customer, why)| LeftOut { customer: customer.to_string(), why: why.word() });
    Outcome {
        task_flow: &planned.wish.flow().0,
        dossiers: tally.dossiers,
        own_language: tally.own_language,
        specific_income: tally.specific,
        answers_taken_along: tally.carried,
        answers_lost: tally.lost,
        sent: tally.sent,
        left_out: left_out.collect(),
        number: written,
    }
}

/// What `flows --json` prints. Names are stable; new ones may be added.
#[derive(Debug, Serialize)]
struct Answer<'a> {
    task_flows: Vec<Line<'a>>,
}

/// A task flow in `--json`.
#[derive(Debug, Serialize)]
struct Line<'a> {
    id: &'a str,
    assessment_year: i16,
    archived: bool,
    deadline_simple: String,
    deadline_specific: String,
    questionnaires: Vec<&'a str>,
    /// Those of them that are neither built in nor in the office's folder any more.
    questionnaires_gone: Vec<&'a str>,
    dossiers: u64,
    statuses: std::collections::BTreeMap<&'static str, u64>,
}

fn list(session: &Session, snapshot: &Snapshot, json: bool) -> color_eyre::Result<ExitCode> {
    let words = session.words();
    let mut flows: Vec<&TaskFlow> = snapshot.flows.iter().collect();
    flows.sort_by_key(|flow| (flow.archived, std::cmp::Reverse(flow.assessment_year)));
    let lines: Vec<Line<'_>> = flows.iter().map(|flow| line(flow, snapshot, &session.world.office.catalogue)).collect();
    let text = if json {
        Document::Flows.text(&Answer { task_flows: lines })?
    } else {
        flows.iter().zip(&lines).map(|(flow, line)| told(flow, line, words)).collect()
    };
    Ok(print(session, &text).err().unwrap_or_else(|| ExitCode::from(exit::SOUND)))
}

fn line<'a>(flow: &'a TaskFlow, snapshot: &Snapshot, catalogue: &Catalogue) -> Line<'a> {
    let mut statuses: std::collections::BTreeMap<_, _> = Status::ALL.into_iter().map(|status| (status.word(), 0)).collect();
    for (_, head) in snapshot.dossiers(&flow.id) {
        *statuses.entry(head.about.status.word()).or_default() += 1;
    }
    Line {
        id: &flow.id.0,
        assessment_year: flow.assessment_year,
        archived: flow.archived,
        deadline_simple: flow.deadline_simple.to_string(),
        deadline_specific: flow.deadline_specific.to_string(),
        questionnaires: flow.questionnaires.iter().map(|id| id.0.as_str()).collect(),
        questionnaires_gone: flow.questionnaires.iter().filter(|id| catalogue.get(id).is_none()).map(|id| id.0.as_str()).collect(),
        dossiers: snapshot.dossier_count(&flow.id) as u64,
        statuses,
    }
}

/// One task flow for a person: its name, what it is, until when, and how far its dossiers are.
fn told(flow: &TaskFlow, line: &Line<'_>, words: &crate::words::Words) -> String {
    let day = |date: jiff::civil::Date| date.strftime("%d/%m/%Y").to_string();
    let archived = if flow.archived { format!(" ({})", words.flows.archived) } else { String::new() };
    let dossiers = (words.dossiers)(usize::try_from(line.dossiers).unwrap_or(usize::MAX));
    let far = Status::ALL.into_iter().filter_map(|status| {
        let count = line.statuses.get(status.word()).copied().filter(|count| *count > 0)?;
        Some((words.register.status_counted)(status, usize::try_from(count).unwrap_or(usize::MAX)))
    });
    let far: Vec<String> = far.collect();
    let far = if far.is_empty() { String::new() } else { format!("{}{}", words.colon(), far.join(", ")) };
    let named = |id: &&str| {
        if line.questionnaires_gone.contains(id) { format!("{id} ({})", words.flows.questionnaire_gone) } else { (*id).to_owned() }
    };
    let questionnaires: Vec<String> = line.questionnaires.iter().map(named).collect();
    let text = format!(
        "{}  {}{archived}\n    {}\n    {}\n    {dossiers}{far}\n",
        flow.id,
        (words.flow)(flow.assessment_year),
        (words.flows.deadlines)(&day(flow.deadline_simple), &day(flow.deadline_specific)),
        questionnaires.join(", "),
    );
    text.lines().map(|line| format!("{}\n", neutralise(line))).collect()
}
