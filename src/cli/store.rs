//! `instroom store`: opening it to colleagues, and verifying it. Backups and copies have a room of their own.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

use serde::Serialize;

use super::arguments::{StoreCommand, WritingArguments};
use super::document::Document;
use super::going::{Going, Preview};
use super::{Session, copies, exit, failed, print, standing};
use crate::app::fault::Fault;
use crate::domain::neutral::neutralise;
use crate::domain::outbox::behind;
use crate::domain::trouble::Trouble;
use crate::world::backup::{Head, Restored};
use crate::world::perform::{of_outbox, of_store};
use crate::world::store::{Store as _, check::Report};

/// What `store check --json` prints. Names are stable; new ones may be added.
#[derive(Debug, Serialize)]
struct Answer {
    /// Whether there is a store.
    exists: bool,
    sound: bool,
    customers: u64,
    dossiers: u64,
    commits: u64,
    lessons: u64,
    mappings: u64,
    troubles: Vec<Told>,
}

#[derive(Debug, Serialize)]
struct Told {
    what: &'static str,
    message: String,
}

pub(super) fn run(session: &Session, command: &StoreCommand) -> color_eyre::Result<ExitCode> {
    match command {
        StoreCommand::Share { group, writing } => share(session, group, *writing),
        StoreCommand::Info { json } => standing::run(session, *json),
        StoreCommand::Backup(asked) => copies::backup(session, asked),
        StoreCommand::Restore(asked) => copies::put_back(session, asked),
        StoreCommand::Check { json, backup: Some(file) } => check_backup(session, file, *json),
        StoreCommand::Check { json, backup: None } => check(session, *json),
    }
}

/// What `store share --json` prints. Names are stable; new ones may be added.
#[derive(Debug, Serialize)]
struct Sharing<'a> {
    path: &'a str,
    group: &'a str,
    /// Whether it was opened to them.
    shared: bool,
}

fn share(session: &Session, group: &str, writing: WritingArguments) -> color_eyre::Result<ExitCode> {
    let (words, going) = (&session.words().command, writing.going());
    let directory = session.store.directory().to_string_lossy();
    let (path, group) = (neutralise(&directory), neutralise(group));
    let json = |shared| Document::StoreShare.text(&Sharing { path: &path, group: &group, shared });
    let done = if going == Going::Write { session.store.share(&group) } else { session.store.could_share(&group) };
    if let Err(fault) = done {
        return Ok(failed(&of_store(fault), session.words()));
    }
    if going != Going::Write {
        let preview = if writing.json { Preview::Json(json(false)?) } else { Preview::Lines(vec![(words.would_share)(&path, &group)]) };
        return Ok(preview.show(session, going, words.say_share));
    }
    tell!("{}", (words.shared_with)(&path, &group));
    let text = if writing.json { json(true)? } else { String::new() };
    Ok(print(session, &text).err().unwrap_or(ExitCode::from(exit::SOUND)))
}

/// What `store check --backup --json` prints. Names are stable; new ones may be added.
#[derive(Debug, Serialize)]
struct BackupAnswer<'a> {
    sound: bool,
    store: &'a str,
    /// When it was written.
    written: String,
    /// The last commit in it.
    number: u64,
    /// How many records there are in each room.
    records: &'a BTreeMap<String, u64>,
}

/// Goes through a backup; what is wrong in it is said as what failed.
fn check_backup(session: &Session, file: &Path, json: bool) -> color_eyre::Result<ExitCode> {
    let head = match copies::check(session, file) {
        Ok(Restored { head, .. }) => head,
        Err(code) => return Ok(code),
    };
    let text = if json {
        let Head { store, written, revision, records, .. } = &head;
        let answer = BackupAnswer { sound: true, store, written: written.to_string(), number: *revision, records };
        Document::BackupCheck.text(&answer)?
    } else {
        let end = session.words().copies.backup_sound.to_owned();
        copies::about(session, &head).into_iter().chain([end]).map(|line| line + "\n").collect()
    };
    Ok(print(session, &text).err().unwrap_or(ExitCode::from(exit::SOUND)))
}

/// Dossiers that say that a mail is under way, and the outbox knows none.
fn stranded(session: &Session) -> Result<Vec<Trouble>, Fault> {
    let snapshot = session.store.snapshot().map_err(of_store)?;
    let outbox = session.world.mailroom().outbox().map_err(of_outbox)?;
    let found = behind(&outbox, &snapshot).stranded;
    Ok(found.into_iter().map(|(flow, customer)| Trouble::Stranded { flow, customer }).collect())
}

/// Goes through everything in the store and says what it found.
fn check(session: &Session, json: bool) -> color_eyre::Result<ExitCode> {
    let words = &session.words().past;
    let found = match session.store.check() {
        Ok(found) => found,
        Err(fault) => return Ok(failed(&of_store(fault), session.words())),
    };
    let exists = found.is_some();
    let Report { customers, dossiers, commits, lessons, mappings, mut troubles } = found.unwrap_or_default();
    if exists {
        match stranded(session) {
            Ok(found) => troubles.extend(found),
            Err(fault) => return Ok(failed(&fault, session.words())),
        }
    }
    let sound = troubles.is_empty();
    let message = |text: String| session.sight().text(&neutralise(&text));
    let troubles: Vec<Told> =
        troubles.iter().map(|trouble| Told { what: trouble.word(), message: message((words.trouble)(trouble)) }).collect();
    let text = if json {
        let answer = Answer { exists, sound, customers, dossiers, commits, lessons, mappings, troubles };
        Document::StoreCheck.text(&answer)?
    } else {
        let counts = [
            (customers, words.customers),
            (dossiers, words.dossiers),
            (commits, words.commits),
            (lessons, words.lessons),
            (mappings, words.mappings),
        ];
        let counts = counts.map(|(count, name)| format!("{count:>8}  {}\n", name(count))).concat();
        let told: String = troubles.iter().map(|told| format!("{}\n", told.message)).collect();
        let end = match (exists, sound) {
            (false, _) => words.no_store.to_owned(),
            (true, true) => words.sound.to_owned(),
            (true, false) => format!("{}\n{}", (words.unsound)(troubles.len()), words.put_copy_back),
        };
        if exists { format!("{counts}{told}{end}\n") } else { format!("{end}\n") }
    };
    if let Err(code) = print(session, &text) {
        return Ok(code);
    }
    Ok(ExitCode::from(if sound { exit::SOUND } else { exit::INVALID_ROWS }))
}
