//! `instroom drafts`: the drafts that are kept, thrown away or opened.

use std::process::ExitCode;

use serde::Serialize;

use super::arguments::{DraftsArguments, DraftsCommand, WritingArguments};
use super::document::Document;
use super::going::{Going, Preview};
use super::screen::show;
use super::{Session, exit, failed, print};
use crate::app::effect::Opening;
use crate::app::fault::Fault;
use crate::app::keeping::{DraftId, KeptDraft, Taking};
use crate::app::model::Purpose;

/// What `drafts --json` prints. Names are stable; new ones may be added.
#[derive(Debug, Serialize)]
struct Answer<'a> {
    drafts: Vec<Line<'a>>,
}

/// A draft in `--json`.
#[derive(Debug, Serialize)]
struct Line<'a> {
    id: &'a str,
    file: String,
    path: String,
    sheet: &'a str,
    rows: u64,
    invalid: Option<u64>,
    decided: bool,
    changed: String,
    who: &'a str,
    open_by: Option<&'a str>,
    readable: bool,
}

pub(super) fn run(session: &Session, asked: &DraftsArguments) -> color_eyre::Result<ExitCode> {
    let words = session.words();
    match &asked.command {
        None => list(session, asked.json),
        Some(DraftsCommand::Remove { id, writing }) => remove(session, id, *writing),
        Some(DraftsCommand::Open { id }) => match found(session, id) {
            Ok(kept) => {
                let opening = Opening { path: kept.path, taking: Taking::Up(kept.id), ..Opening::default() };
                show(session, &session.world, Some(opening), Purpose::Work)
            }
            Err(fault) => Ok(failed(&fault, words)),
        },
    }
}

/// What `drafts remove --json` prints. Names are stable; new ones may be added.
#[derive(Debug, Serialize)]
struct Removing<'a> {
    draft: Line<'a>,
    /// Whether it was thrown away.
    removed: bool,
}

/// Says which draft would be thrown away, or throws it away.
fn remove(session: &Session, id: &str, writing: WritingArguments) -> color_eyre::Result<ExitCode> {
    let words = session.words();
    let kept = match found(session, id) {
        Ok(kept) => kept,
        Err(fault) => return Ok(failed(&fault, words)),
    };
    let (going, file) = (writing.going(), session.file(&kept.file));
    let json = |removed| Document::Draft.text(&Removing { draft: line(session, &kept), removed });
    if going != Going::Write {
        if let Some(by) = &kept.open_by {
            return Ok(failed(&Fault::DraftInUse { by: Some(by.clone()) }, words));
        }
        let preview = if writing.json { Preview::Json(json(false)?) } else { Preview::Lines(vec![(words.drafts.would_remove)(&file)]) };
        return Ok(preview.show(session, going, words.drafts.say_yes));
    }
    if let Err(fault) = session.world.throw_away(&kept.id) {
        return Ok(failed(&fault, words));
    }
    tell!("{}", (words.drafts.removed)(&file));
    let text = if writing.json { json(true)? } else { String::new() };
    Ok(print(session, &text).err().unwrap_or(ExitCode::from(exit::SOUND)))
}

/// The draft of that name.
fn found(session: &Session, id: &str) -> Result<KeptDraft, Fault> {
    let id = DraftId::parse(id).ok_or(Fault::NoSuchDraft)?;
    session.world.kept_drafts()?.into_iter().find(|kept| kept.id == id).ok_or(Fault::NoSuchDraft)
}

fn list(session: &Session, json: bool) -> color_eyre::Result<ExitCode> {
    let drafts = match session.world.kept_drafts() {
        Ok(drafts) => drafts,
        Err(fault) => return Ok(failed(&fault, session.words())),
    };
    let sight = session.sight();
    let text = if json {
        let lines: Vec<Line<'_>> = drafts.iter().map(|kept| line(session, kept)).collect();
        Document::Drafts.text(&Answer { drafts: lines })?
    } else {
        drafts
            .iter()
            .map(|kept| format!("{}  {}  {}\n", kept.id.as_str(), session.file(&kept.file), crate::app::update::draft_told(kept, sight)))
            .collect()
    };
    if drafts.is_empty() && !json {
        tell!("{}", session.words().drafts.none);
    }
    if let Err(code) = print(session, &text) {
        return Ok(code);
    }
    Ok(ExitCode::from(exit::SOUND))
}

fn line<'a>(session: &Session, kept: &'a KeptDraft) -> Line<'a> {
    Line {
        id: kept.id.as_str(),
        file: session.file(&kept.file),
        path: session.file(&kept.path),
        sheet: &kept.sheet,
        rows: kept.rows,
        invalid: kept.invalid,
        decided: kept.is_decided,
        changed: kept.when.to_string(),
        who: &kept.who,
        open_by: kept.open_by.as_ref().map(|by| by.who.as_str()),
        readable: kept.fault.is_none(),
    }
}
