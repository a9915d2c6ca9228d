//! `instroom store info`: what the store is, whose, how large, when it was written and which copies there are.

use std::process::ExitCode;

use serde::Serialize;

use super::document::Document;
use super::past::word;
use super::{Session, exit, failed, print};
use crate::app::fault::Fault;
use crate::domain::neutral::neutralise;
use crate::domain::outbox::Outbox;
use crate::domain::snapshot::{JournalLine, PastImport, Snapshot};
use crate::world::perform::{of_outbox, of_store};
use crate::world::store::{Standing, Store as _, StoreCopy, Wholeness};

/// What `store info --json` prints. Names are stable; new ones may be added.
#[derive(Debug, Serialize)]
struct Answer {
    path: String,
    /// Whether there is a store.
    exists: bool,
    store_format: Option<u32>,
    /// The group that it is shared with; none where it is for one person.
    group: Option<String>,
    /// What its files take, without its copies.
    bytes: u64,
    customers: u64,
    dossiers: u64,
    commits: u64,
    imports: u64,
    mails: u64,
    mails_waiting: u64,
    first_commit: Option<Commit>,
    last_commit: Option<Commit>,
    largest_import: Option<Import>,
    copies: Vec<Copied>,
}

#[derive(Debug, Serialize)]
struct Commit {
    number: u64,
    when: String,
    who: String,
    what: &'static str,
}

#[derive(Debug, Serialize)]
struct Import {
    number: u64,
    file: String,
    added: u64,
}

#[derive(Debug, Serialize)]
struct Copied {
    name: String,
    when: String,
    /// The last commit in it.
    number: u64,
    /// `import`, `undo`, `change` or `restore`.
    before: &'static str,
    bytes: u64,
    /// Whether everything that belongs to it is there.
    whole: bool,
}

pub(super) fn run(session: &Session, json: bool) -> color_eyre::Result<ExitCode> {
    let (standing, snapshot, outbox) = match look(session) {
        Ok(seen) => seen,
        Err(fault) => return Ok(failed(&fault, session.words())),
    };
    let text = if json {
        Document::StoreInfo.text(&answer(session, standing.as_ref(), &snapshot, &outbox))?
    } else {
        match &standing {
            None => format!("{}\n{}\n", path(session), session.words().past.no_store),
            Some(standing) => {
                lines(session, standing, &snapshot, &outbox).into_iter().map(|line| neutralise(&line).into_owned() + "\n").collect()
            }
        }
    };
    Ok(print(session, &text).err().unwrap_or(ExitCode::from(exit::SOUND)))
}

fn look(session: &Session) -> Result<(Option<Standing>, Snapshot, Outbox), Fault> {
    // Read first: opening a store can sweep what a killed program left.
    let snapshot = session.store.snapshot().map_err(of_store)?;
    let outbox = session.world.mailroom().outbox().map_err(of_outbox)?;
    Ok((session.store.standing().map_err(of_store)?, snapshot, outbox))
}

fn path(session: &Session) -> String {
    neutralise(&session.store.directory().to_string_lossy()).into_owned()
}

fn dossiers(snapshot: &Snapshot) -> u64 {
    snapshot.flows.iter().map(|flow| snapshot.dossier_count(&flow.id) as u64).sum()
}

fn first_and_last(snapshot: &Snapshot) -> (Option<&JournalLine>, Option<&JournalLine>) {
    let by_number = |line: &&JournalLine| line.revision;
    (snapshot.journal.iter().min_by_key(by_number), snapshot.journal.iter().max_by_key(by_number))
}

fn largest(snapshot: &Snapshot) -> Option<&PastImport> {
    snapshot.imports.iter().max_by_key(|import| (import.added, import.revision))
}

fn answer(session: &Session, standing: Option<&Standing>, snapshot: &Snapshot, outbox: &Outbox) -> Answer {
    let clean = |text: &str| neutralise(text).into_owned();
    let commit =
        |line: &JournalLine| Commit { number: line.revision.0, when: line.when.to_string(), who: clean(&line.who), what: word(&line.deed) };
    let import = |import: &PastImport| Import { number: import.revision.0, file: session.file(&import.file), added: import.added };
    let copies = standing.map(|standing| standing.copies.as_slice()).unwrap_or_default().iter().map(|copy| Copied {
        name: copy.name.to_string(),
        when: copy.name.when.to_string(),
        number: copy.name.revision.0,
        before: copy.name.before.word(),
        bytes: copy.bytes,
        whole: copy.wholeness == Wholeness::Whole,
    });
    let (first, last) = first_and_last(snapshot);
    Answer {
        path: path(session),
        exists: standing.is_some(),
        store_format: standing.map(|standing| standing.format),
        group: standing.and_then(|standing| standing.group.clone()),
        bytes: standing.map_or(0, |standing| standing.bytes),
        customers: snapshot.customer_count() as u64,
        dossiers: dossiers(snapshot),
        commits: snapshot.journal.len() as u64,
        imports: snapshot.imports.len() as u64,
        mails: outbox.messages().len() as u64,
        mails_waiting: outbox.tally(|_| true).ahead(),
        first_commit: first.map(commit),
        last_commit: last.map(commit),
        largest_import: largest(snapshot).map(import),
        copies: copies.collect(),
    }
}

fn lines(session: &Session, standing: &Standing, snapshot: &Snapshot, outbox: &Outbox) -> Vec<String> {
    let (words, past, sight) = (&session.words().copies, &session.words().past, session.sight());
    let whose = standing.group.as_deref().map_or_else(|| words.for_you.to_owned(), words.for_group);
    let about = [(words.format)(standing.format.into()), whose, (session.words().picker.bytes)(standing.bytes)].join(", ");
    let counts = [
        (snapshot.customer_count() as u64, past.customers),
        (dossiers(snapshot), past.dossiers),
        (snapshot.journal.len() as u64, past.commits),
        (snapshot.imports.len() as u64, words.imports),
        (outbox.messages().len() as u64, words.mails),
        (outbox.tally(|_| true).ahead(), words.mails_waiting),
    ];
    let mut lines = vec![path(session), format!("  {about}")];
    lines.extend(counts.map(|(count, name)| format!("{count:>8}  {}", name(count))));
    let by = |line: &JournalLine| (sight.moment(line.when), format!("{} ({}, {})", line.who, line.revision.0, (past.deed)(&line.deed)));
    let (first, last) = first_and_last(snapshot);
    lines.extend(first.map(by).map(|(when, who)| (words.first_written)(&when, &who)));
    lines.extend(last.map(by).map(|(when, who)| (words.last_written)(&when, &who)));
    lines.extend(largest(snapshot).map(|import| (words.largest)(&session.file(&import.file), import.added)));
    lines.extend(copies(session, &standing.copies));
    lines
}

/// The copies, line by line, or that there are none.
pub(super) fn copies(session: &Session, copies: &[StoreCopy]) -> Vec<String> {
    let words = &session.words().copies;
    if copies.is_empty() {
        return vec![words.no_copies.to_owned()];
    }
    let widest = copies.iter().map(|copy| copy.name.to_string().len()).max().unwrap_or(0);
    let line = |copy: &StoreCopy| {
        let (name, bytes) = (copy.name.to_string(), (session.words().picker.bytes)(copy.bytes));
        let broken = match copy.wholeness {
            Wholeness::Whole => String::new(),
            Wholeness::Broken => format!(", {}", words.not_whole),
        };
        format!("  {name:widest$}  {bytes:>9}  {}{broken}", (words.before)(copy.name.before))
    };
    [words.copies.to_owned()].into_iter().chain(copies.iter().map(line)).collect()
}
