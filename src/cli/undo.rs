//! `instroom undo`: takes an import back, after saying what that does and what stays.

use std::collections::BTreeMap;
use std::process::ExitCode;

use serde::Serialize;

use super::arguments::UndoArguments;
use super::document::Document;
use super::going::{Going, Preview};
use super::progress::amend;
use super::sending::begun;
use super::{Session, exit, failed, print, print_written};
use crate::domain::customer::CustomerId;
use crate::domain::neutral::neutralise;
use crate::domain::snapshot::{Revision, Snapshot};
use crate::domain::taking_back::{Counts, Kept, Part, Reverse, TakingBack, Untakable, WhyKept};
use crate::words::PastWords;
use crate::world::perform::of_outbox;

/// Customers of whom something stays that a person is told.
const MOST: usize = 20;

/// What `undo --json` prints. Names are stable; new ones may be added.
#[derive(Debug, Serialize)]
struct Answer {
    /// The import.
    import: u64,
    /// The number of the taking back; none where nothing was written.
    number: Option<u64>,
    counts: Counted,
    reverses: Vec<Reversed>,
    keeps: Vec<KeptPart>,
}

#[derive(Debug, Serialize)]
struct Counted {
    customers_go: u64,
    customers_restored: u64,
    fields_restored: u64,
    dossiers_go: u64,
    customers_kept: u64,
    fields_kept: u64,
    dossiers_kept: u64,
    gone_already: u64,
    erased: u64,
}

#[derive(Debug, Serialize)]
struct Reversed {
    customer: String,
    what: &'static str,
    task_flow: Option<String>,
    /// The fields that become what they were.
    fields: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
struct KeptPart {
    customer: String,
    what: &'static str,
    field: Option<&'static str>,
    why: &'static str,
    task_flow: Option<String>,
    status: Option<&'static str>,
    /// The commit that changed it.
    number: Option<u64>,
    message: String,
}

pub(super) fn run(session: &Session, asked: &UndoArguments) -> color_eyre::Result<ExitCode> {
    let words = session.words();
    let snapshot = match begun(session) {
        Ok(snapshot) => snapshot,
        Err(code) => return Ok(code),
    };
    // Where the outbox cannot be read, nobody knows which dossiers have a mail under way.
    let busy = match session.world.mailroom().busy(&snapshot) {
        Ok(busy) => busy,
        Err(fault) => return Ok(failed(&of_outbox(fault), words)),
    };
    let taking = match session.world.weigh_taking_back(&snapshot, Revision(asked.import), &busy) {
        Ok(Ok(taking)) => taking,
        Ok(Err(untakable)) => return Ok(refuse(session, &untakable)),
        Err(fault) => return Ok(failed(&fault, words)),
    };
    let json = |number| Document::Undo.text(&answer(session, &taking, number));
    let (mut lines, counsel) = (told(session, &snapshot, &taking), counsel(&words.past, &snapshot, &taking));
    let going = asked.writing.going();
    if taking.is_in_vain() && going != Going::Look {
        return Ok(in_vain(session, &lines, &counsel, asked.writing.json.then(|| json(None)).transpose()?));
    }
    lines.extend(counsel);
    if going != Going::Write {
        let preview = if asked.writing.json { Preview::Json(json(None)?) } else { Preview::Lines(lines) };
        return Ok(preview.show(session, going, words.past.say_yes));
    }
    for line in lines {
        tell!("{}", neutralise(&line));
    }
    let written = match amend(session, &taking.amendment) {
        Ok(written) => written,
        Err(fault) => return Ok(failed(&fault, words)),
    };
    let number = written.map(|receipt| receipt.revision.0);
    if let Some(number) = number {
        tell!("{}", (words.past.taken_back)(asked.import, number));
    }
    let text = if asked.writing.json { json(number)? } else { number.map_or_else(String::new, |number| format!("{number}\n")) };
    Ok(print_written(session, &text).err().unwrap_or(ExitCode::from(exit::SOUND)))
}

/// Refuses what would reverse nothing: whoever asked for it must not take it for done.
fn in_vain(session: &Session, lines: &[String], counsel: &[String], json: Option<String>) -> ExitCode {
    for line in lines {
        tell!("{}", neutralise(line));
    }
    for (at, line) in counsel.iter().enumerate() {
        tell!("{}{}", if at == 0 { "instroom: " } else { "" }, neutralise(line));
    }
    let refused = ExitCode::from(exit::UNREADABLE);
    json.and_then(|text| print(session, &text).err()).unwrap_or(refused)
}

fn refuse(session: &Session, untakable: &Untakable) -> ExitCode {
    let (when, code) = match untakable {
        Untakable::NoSuchImport(_) => (String::new(), exit::NO_INPUT),
        Untakable::NotAnImport(_) => (String::new(), exit::UNREADABLE),
        Untakable::Already { when, .. } => (session.sight().moment(*when), exit::UNREADABLE),
    };
    tell!("instroom: {}", neutralise(&(session.words().past.untakable)(untakable, &when)));
    ExitCode::from(code)
}

/// What it does, for a person: the counts, then what stays and why.
fn told(session: &Session, snapshot: &Snapshot, taking: &TakingBack) -> Vec<String> {
    let words = &session.words().past;
    let counts = taking.counts();
    let always = [
        (counts.customers, words.customers_go),
        (counts.fields, words.values_come_back),
        (counts.dossiers, words.dossiers_go),
        (counts.kept_customers, words.customers_kept),
        (counts.kept_fields, words.values_kept),
        (counts.kept_dossiers, words.dossiers_kept),
    ];
    let perhaps = [(taking.gone, words.gone_already), (taking.erased, words.erased)].into_iter().filter(|(count, _)| *count > 0);
    let mut lines: Vec<String> = always.into_iter().chain(perhaps).map(|(count, name)| format!("{count:>8}  {}", name(count))).collect();
    let kept = kept_by_customer(taking);
    lines.extend(kept.iter().take(MOST).map(|(customer, keeps)| {
        let clauses: Vec<String> = clauses(keeps).iter().map(|(why, parts)| clause(session, why, parts)).collect();
        format!("  {}  {}", named(session, snapshot, *customer), clauses.join("; "))
    }));
    let more = kept.len().checked_sub(MOST).filter(|more| *more > 0);
    lines.extend(more.map(|more| format!("  {}", (words.kept_more)(more))));
    lines
}

/// Whether it goes in part or not at all, and what can be done first so that more goes.
fn counsel(words: &PastWords, snapshot: &Snapshot, taking: &TakingBack) -> Vec<String> {
    if taking.keeps.is_empty() {
        return Vec::new();
    }
    let how_far = if taking.is_in_vain() { words.in_vain } else { words.once_only };
    let releases: Vec<String> = taking.releases(snapshot).iter().map(words.release).collect();
    let first = (!releases.is_empty()).then(|| words.free_first.to_owned());
    [how_far.to_owned()].into_iter().chain(first).chain(releases.into_iter().map(|release| format!("  {release}"))).collect()
}

/// What is kept of each customer, ascending.
fn kept_by_customer(taking: &TakingBack) -> BTreeMap<CustomerId, Vec<&Kept>> {
    let mut kept: BTreeMap<CustomerId, Vec<&Kept>> = BTreeMap::new();
    for keep in &taking.keeps {
        kept.entry(keep.customer).or_default().push(keep);
    }
    kept
}

/// The parts that are kept for the same reason, in the order of the reasons.
fn clauses<'a>(keeps: &[&'a Kept]) -> Vec<(&'a WhyKept, Vec<&'a Part>)> {
    let mut clauses: Vec<(&WhyKept, Vec<&Part>)> = Vec::new();
    for keep in keeps {
        match clauses.iter_mut().find(|(why, _)| **why == keep.why) {
            Some((_, parts)) => parts.push(&keep.what),
            None => clauses.push((&keep.why, vec![&keep.what])),
        }
    }
    clauses
}

/// What is kept, and why. A dossier that the reason names is not named before it too.
fn clause(session: &Session, why: &WhyKept, parts: &[&Part]) -> String {
    let words = session.words();
    let named = parts.iter().filter(|part| !tells_of(why, part)).map(|part| (words.past.part)(part)).collect::<Vec<_>>().join(", ");
    let colon = if named.is_empty() { "" } else { words.colon() };
    neutralise(&format!("{named}{colon}{}", (words.past.why)(why))).into_owned()
}

/// Whether the words of a reason name this part.
fn tells_of(why: &WhyKept, part: &Part) -> bool {
    let told = match why {
        WhyKept::Progressed(flow, _) | WhyKept::InOutbox(flow) | WhyKept::WithCustomer(flow) | WhyKept::Completed(flow, _) => flow,
        WhyKept::Changed(_) | WhyKept::Linked(_) | WhyKept::Archived(_) => return false,
    };
    matches!(part, Part::Dossier(flow) if flow == told)
}

/// Number and name of a customer.
fn named(session: &Session, snapshot: &Snapshot, id: CustomerId) -> String {
    let customer = snapshot.index_of(id).and_then(|index| snapshot.customer(index).ok());
    let name = customer.map(|customer| session.sight().name(&customer.values.full_name())).unwrap_or_default();
    neutralise(&format!("{id} {name}")).into_owned()
}

fn answer(session: &Session, taking: &TakingBack, number: Option<u64>) -> Answer {
    let Counts { customers, restored, fields, dossiers, kept_customers, kept_fields, kept_dossiers } = taking.counts();
    Answer {
        import: taking.import.0,
        number,
        counts: Counted {
            customers_go: customers,
            customers_restored: restored,
            fields_restored: fields,
            dossiers_go: dossiers,
            customers_kept: kept_customers,
            fields_kept: kept_fields,
            dossiers_kept: kept_dossiers,
            gone_already: taking.gone,
            erased: taking.erased,
        },
        reverses: taking.reverses.iter().map(reversed).collect(),
        keeps: taking.keeps.iter().map(|kept| kept_part(session, kept)).collect(),
    }
}

fn reversed(reverse: &Reverse) -> Reversed {
    let bare = |customer: &CustomerId, what| Reversed { customer: customer.to_string(), what, task_flow: None, fields: Vec::new() };
    match reverse {
        Reverse::Customer(customer) => bare(customer, "customer"),
        Reverse::Values(customer, changes) => {
            Reversed { fields: changes.iter().map(|change| change.field.key()).collect(), ..bare(customer, "fields") }
        }
        Reverse::Dossier(flow, customer) => Reversed { task_flow: Some(flow.0.clone()), ..bare(customer, "dossier") },
    }
}

fn kept_part(session: &Session, kept: &Kept) -> KeptPart {
    let (what, field, of) = match &kept.what {
        Part::Customer => ("customer", None, None),
        Part::Field(field) => ("field", Some(field.key()), None),
        Part::Dossier(flow) => ("dossier", None, Some(flow)),
    };
    let (why, flow, status, number) = match &kept.why {
        WhyKept::Changed(by) => ("changed", None, None, Some(by.0)),
        WhyKept::Linked(flow) => ("linked", Some(flow), None, None),
        WhyKept::Progressed(flow, status) => ("progressed", Some(flow), Some(status.word()), None),
        WhyKept::InOutbox(flow) => ("in_outbox", Some(flow), None, None),
        WhyKept::Archived(flow) => ("archived", Some(flow), None, None),
        WhyKept::WithCustomer(flow) => ("with_customer", Some(flow), None, None),
        WhyKept::Completed(flow, by) => ("completed", Some(flow), None, Some(by.0)),
    };
    let task_flow = flow.or(of).map(|flow| flow.0.clone());
    KeptPart {
        customer: kept.customer.to_string(),
        what,
        field,
        why,
        task_flow,
        status,
        number,
        message: clause(session, &kept.why, &[&kept.what]),
    }
}
