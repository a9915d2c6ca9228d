//! `instroom drafts`: the drafts that are kept, thrown away or opened.

use std::process::ExitCode;

use serde::Serialize;

use super::arguments::{DraftsArguments, DraftsCommand};
use super::document::Document;
use super::going::{Going, Preview};
use super::screen::show;
use super::{Session, exit, failed, print};
use crate::app::effect::Opening;
use crate::app::fault::Fault;
use crate::app::keeping::{DraftId, KeptDraft, Taking};
use crate::app::model::Purpose;
use crate::domain::neutral::neutralise;

/// What `drafts --json` prints. Names are stable; new ones may be added.
#[derive(Debug, Serialize)]
struct Answer<'a> {
    drafts: Vec<Line<'a>>,
}

/// A draft in `--json`.
#[derive(Debug, Serialize)]
struct Line<'a> {
    id: &'a str,
    file: &'a str,
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
        Some(DraftsCommand::Remove { id, dry_run: true }) => Ok(match found(session, id) {
            Ok(kept) => match kept.open_by {
                Some(by) => failed(&Fault::DraftInUse { by: Some(by) }, words),
                None => Preview::Lines(vec![(words.drafts.removed)(&kept.file)]).show(session, Going::Look, ""),
            },
            Err(fault) => failed(&fault, words),
        }),
        Some(DraftsCommand::Remove { id, dry_run: false }) => {
            Ok(match found(session, id).and_then(|kept| session.world.throw_away(&kept.id).map(|()| kept)) {
                Ok(kept) => {
                    tell!("{}", neutralise(&(words.drafts.removed)(&kept.file)));
                    ExitCode::from(exit::SOUND)
                }
                Err(fault) => failed(&fault, words),
            })
        }
        Some(DraftsCommand::Open { id }) => match found(session, id) {
            Ok(kept) => {
                let opening = Opening { path: kept.path, taking: Taking::Up(kept.id), ..Opening::default() };
                show(session, &session.world, Some(opening), Purpose::Work)
            }
            Err(fault) => Ok(failed(&fault, words)),
        },
    }
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
        let lines: Vec<Line<'_>> = drafts.iter().map(line).collect();
        Document::Drafts.text(&Answer { drafts: lines })?
    } else {
        drafts
            .iter()
            .map(|kept| format!("{}  {}  {}\n", kept.id.as_str(), kept.file, crate::app::update::draft_told(kept, sight)))
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

fn line(kept: &KeptDraft) -> Line<'_> {
    Line {
        id: kept.id.as_str(),
        file: &kept.file,
        path: neutralise(&kept.path).into_owned(),
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
