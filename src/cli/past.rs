//! `instroom history`: what was written in the store, and where the values of one customer came from.

use std::fmt::Write as _;
use std::process::ExitCode;

use serde::Serialize;

use super::arguments::HistoryArguments;
use super::document::Document;
use super::{Session, exit, failed, file_name, print};
use crate::app::desk::Sight;
use crate::domain::amendment::Deed;
use crate::domain::customer::CustomerId;
use crate::domain::history::{DossierEvent, DossierStory, FieldStory, Occasion, Source, Version, Written, dossier_history, field_history};
use crate::domain::neutral::neutralise;
use crate::domain::snapshot::{JournalLine, Snapshot};
use crate::world::perform::of_store;
use crate::world::store::Store as _;

/// What `history --json` prints.
#[derive(Debug, Serialize)]
struct Answer<'a> {
    commits: Vec<Line<'a>>,
}

/// A commit in `history --json`. Names are stable; new ones may be added.
#[derive(Debug, Serialize)]
struct Line<'a> {
    number: u64,
    when: String,
    who: String,
    /// What it was.
    what: &'static str,
    /// The workbook of an import.
    file: Option<String>,
    /// The task flow that it was about, where it was about one.
    task_flow: Option<&'a str>,
    /// All that it was about.
    task_flows: Vec<&'a str>,
    /// The import that it took back.
    import: Option<u64>,
    added: u64,
    changed: u64,
    gone: u64,
    dossiers: u64,
    /// The commit that took this import back.
    taken_back_by: Option<u64>,
}

/// What `history --customer --json` prints.
#[derive(Debug, Serialize)]
struct Story<'a> {
    customer: String,
    fields: Vec<FieldSteps>,
    dossiers: Vec<DossierStep<'a>>,
}

#[derive(Debug, Serialize)]
struct FieldSteps {
    field: &'static str,
    steps: Vec<Step>,
}

#[derive(Debug, Serialize)]
struct Step {
    value: String,
    before: String,
    #[serde(flatten)]
    from: From,
}

#[derive(Debug, Serialize)]
struct DossierStep<'a> {
    task_flow: &'a str,
    event: &'static str,
    /// Status or deadline, before and after.
    before: Option<String>,
    after: Option<String>,
    #[serde(flatten)]
    from: From,
}

/// Where something came from.
#[derive(Debug, Serialize)]
struct From {
    number: u64,
    when: Option<String>,
    who: Option<String>,
    source: &'static str,
    file: Option<String>,
    row: Option<u32>,
    import: Option<u64>,
}

pub(super) fn run(session: &Session, asked: &HistoryArguments) -> color_eyre::Result<ExitCode> {
    let snapshot = match session.store.snapshot() {
        Ok(snapshot) => snapshot,
        Err(fault) => return Ok(failed(&of_store(fault), session.words())),
    };
    if let Some(customer) = asked.customer {
        return of_customer(session, &snapshot, customer, asked.json);
    }
    if snapshot.journal.is_empty() {
        tell!("{}", session.words().past.nothing_yet);
    }
    let text = if asked.json {
        let lines: Vec<Line<'_>> = snapshot.journal.iter().map(|line| told(session.sight(), &snapshot, line)).collect();
        Document::History.text(&Answer { commits: lines })?
    } else {
        snapshot.journal.iter().map(|line| in_words(session.sight(), &snapshot, line)).collect()
    };
    Ok(print(session, &text).err().unwrap_or(ExitCode::from(exit::SOUND)))
}

fn taken_back_by(snapshot: &Snapshot, line: &JournalLine) -> Option<u64> {
    let import = snapshot.imports.iter().find(|past| past.revision == line.revision)?;
    import.taken_back.map(|by| by.0)
}

fn told<'a>(sight: Sight, snapshot: &Snapshot, line: &'a JournalLine) -> Line<'a> {
    let import = if let Deed::TakenBack { import } = line.deed { Some(import.0) } else { None };
    Line {
        number: line.revision.0,
        when: line.when.to_string(),
        who: neutralise(&line.who).into_owned(),
        what: word(&line.deed),
        file: (line.deed == Deed::Import).then(|| file_name(sight, &line.file)),
        task_flow: line.flow.as_ref().map(|flow| flow.0.as_str()),
        task_flows: line.flows().iter().map(|flow| flow.0.as_str()).collect(),
        import,
        added: line.tally.added,
        changed: line.tally.changed,
        gone: line.tally.gone,
        dossiers: line.tally.dossiers,
        taken_back_by: taken_back_by(snapshot, line),
    }
}

fn in_words(sight: Sight, snapshot: &Snapshot, line: &JournalLine) -> String {
    let words = &sight.words().past;
    let mut text = format!("{:>5}  {}  {}  {}", line.revision.0, sight.moment(line.when), line.who, (words.deed)(&line.deed));
    if !line.file.is_empty() {
        let _ = write!(text, "  {}", file_name(sight, &line.file));
    }
    let tally = line.tally;
    let _ = write!(text, "  {}", (words.tally)(tally.added, tally.changed, tally.gone, tally.dossiers));
    if let Some(by) = taken_back_by(snapshot, line) {
        let _ = write!(text, "  {}", (words.taken_back_by)(by));
    }
    neutralise(&text).into_owned() + "\n"
}

/// The word of a deed in `--json`. Stable.
pub(super) const fn word(deed: &Deed) -> &'static str {
    match deed {
        Deed::Import => "import",
        Deed::TakenBack { .. } => "taken_back",
        Deed::Added => "added",
        Deed::Edited => "edited",
        Deed::Removed => "removed",
        Deed::FlowMade(_) => "flow_made",
        Deed::FlowChanged(_) => "flow_changed",
        Deed::Linked(_) => "linked",
        Deed::Unlinked(_) => "unlinked",
        Deed::Completed(_) => "completed",
        Deed::Mailed(_) => "mailed",
        Deed::Answered(_) | Deed::AnsweredSeveral(_) => "answered",
        Deed::Closed(_) => "closed",
        Deed::Rescheduled(_) => "rescheduled",
        Deed::Reworked(_) => "reworked",
    }
}

/// The commit with which everything of a customer went, where nothing else is left.
fn removal<'a>(versions: &[Version], snapshot: &'a Snapshot) -> Option<&'a JournalLine> {
    let is_gone =
        versions.iter().all(|version| version.customer == Written::Gone && version.dossiers.iter().all(|(_, left)| left.is_none()));
    snapshot.journal_line(versions.last().filter(|_| is_gone)?.revision)
}

/// What `history --customer --json` prints of a customer who was removed with all data.
#[derive(Debug, Serialize)]
struct RemovedStory {
    customer: String,
    removed: Removed,
}

#[derive(Debug, Serialize)]
struct Removed {
    number: u64,
    when: String,
    who: String,
}

fn of_customer(session: &Session, snapshot: &Snapshot, customer: CustomerId, json: bool) -> color_eyre::Result<ExitCode> {
    let words = session.words();
    let versions = match session.store.versions(customer) {
        Ok(versions) => versions,
        Err(fault) => return Ok(failed(&of_store(fault), words)),
    };
    if versions.is_empty() {
        tell!("instroom: {}", (words.past.no_customer)(&customer.to_string()));
        return Ok(ExitCode::from(exit::NO_INPUT));
    }
    if let Some(line) = removal(&versions, snapshot) {
        let told = (words.command.was_removed)(&customer.to_string(), &session.sight().moment(line.when), &line.who);
        let text = if json {
            let removed = Removed { number: line.revision.0, when: line.when.to_string(), who: neutralise(&line.who).into_owned() };
            Document::Customer.text(&RemovedStory { customer: customer.to_string(), removed })?
        } else {
            format!("{}\n", neutralise(&told))
        };
        return Ok(print(session, &text).err().unwrap_or(ExitCode::from(exit::SOUND)));
    }
    let (fields, dossiers) = (field_history(&versions, &snapshot.journal), dossier_history(&versions, &snapshot.journal));
    let sight = session.sight();
    let text = if json {
        let story = Story {
            customer: customer.to_string(),
            fields: fields.iter().map(|story| steps(sight, story)).collect(),
            dossiers: dossiers.iter().map(|story| dossier_step(sight, story)).collect(),
        };
        Document::Customer.text(&story)?
    } else {
        lines(sight, &fields, &dossiers)
    };
    Ok(print(session, &text).err().unwrap_or(ExitCode::from(exit::SOUND)))
}

fn steps(sight: Sight, story: &FieldStory) -> FieldSteps {
    let value = |text: &str| neutralise(&sight.value(story.field, text)).into_owned();
    let step = |step: &crate::domain::history::Step| Step {
        value: value(&step.value),
        before: value(&step.before),
        from: from(sight, &step.occasion),
    };
    FieldSteps { field: story.field.key(), steps: story.steps.iter().map(step).collect() }
}

fn from(sight: Sight, occasion: &Occasion) -> From {
    let masked = |file: &str| file_name(sight, file);
    let (source, file, row, import) = match &occasion.source {
        Source::Import { file, row } => ("import", Some(masked(file)), *row, Some(occasion.revision.0)),
        Source::TakenBack { import } => ("taken_back", None, None, Some(import.0)),
        Source::Returned { file, .. } => ("returned", file.as_deref().map(masked), None, None),
        Source::Deed(deed) => (word(deed), None, None, None),
        Source::Unknown => ("unknown", None, None, None),
    };
    let when = occasion.by.as_ref().map(|(when, _)| when.to_string());
    let who = occasion.by.as_ref().map(|(_, who)| neutralise(who).into_owned());
    From { number: occasion.revision.0, when, who, source, file, row, import }
}

fn dossier_step(sight: Sight, story: &DossierStory) -> DossierStep<'_> {
    let (event, before, after) = match &story.event {
        DossierEvent::Linked { answers } => ("linked", None, Some(answers.to_string())),
        DossierEvent::Unlinked => ("unlinked", None, None),
        DossierEvent::Status { before, after } => ("status", Some(before.word().to_owned()), Some(after.word().to_owned())),
        DossierEvent::Reminded { reminders } => ("reminded", None, Some(reminders.to_string())),
        DossierEvent::Deadline { before, after } => ("deadline", Some(before.to_string()), Some(after.to_string())),
        DossierEvent::Answers { changed } => ("answers", None, Some(changed.to_string())),
        DossierEvent::Form => ("form", None, None),
    };
    DossierStep { task_flow: &story.flow.0, event, before, after, from: from(sight, &story.occasion) }
}

fn lines(sight: Sight, fields: &[FieldStory], dossiers: &[DossierStory]) -> String {
    let words = sight.words();
    let mut text = String::new();
    let or_empty = |value: String| if value.is_empty() { words.past.no_value.to_owned() } else { value };
    for story in fields {
        let _ = writeln!(text, "{}", (words.field)(story.field));
        for step in &story.steps {
            let value = or_empty(sight.value(story.field, &step.value));
            let before = sight.value(story.field, &step.before);
            let before = if before.is_empty() { words.past.empty_before.to_owned() } else { (words.past.before)(&before) };
            let line = format!("  {}  {value}  ({before})", occasion(sight, &step.occasion));
            let _ = writeln!(text, "{}", neutralise(&line));
        }
    }
    let mut last = None;
    for story in dossiers {
        if last.replace(&story.flow) != Some(&story.flow) {
            let _ = writeln!(text, "{} {}", words.past.dossier, neutralise(&story.flow.0));
        }
        let line = format!("  {}  {}", occasion(sight, &story.occasion), (words.past.event)(&story.event));
        let _ = writeln!(text, "{}", neutralise(&line));
    }
    text
}

fn occasion(sight: Sight, occasion: &Occasion) -> String {
    let words = &sight.words().past;
    let by = occasion.by.as_ref().map(|(when, who)| format!("{}  {who}", sight.moment(*when)));
    let by = by.unwrap_or_else(|| words.unknown_moment.to_owned());
    format!("{:>5}  {by}  {}", occasion.revision.0, file_name(sight, &(words.source)(&occasion.source)))
}
