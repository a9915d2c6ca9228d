//! `instroom check`: the judgement of a workbook, without a screen and without a trace.

use std::process::ExitCode;

use super::arguments::{CheckArguments, WorkbookArguments};
use super::document::Document;
use super::known::unknown;
use super::progress::Bar;
use super::report::Judgement;
use super::{Session, exit, failed, print};
use crate::app::effect::Opening;
use crate::app::fault::Fault;
use crate::domain::draft::Draft;
use crate::domain::path_text::text_of;
use crate::domain::task_flow::{TaskFlow, TaskFlowId};
use crate::world::perform::opened;

pub(super) fn run(session: &Session, asked: &CheckArguments) -> color_eyre::Result<ExitCode> {
    let mut draft = match open(session, &opening(&asked.workbook)) {
        Ok(draft) => draft,
        Err(fault) => return Ok(failed(&fault, session.words())),
    };
    if let Err(code) = choose_flow(session, &mut draft, asked.task_flow.as_deref()) {
        return Ok(code);
    }
    let judgement = Judgement::of(&draft, session.sight(), asked.rows);
    let text = if asked.json { Document::Check.text(&judgement)? } else { judgement.lines(session.sight()) };
    if let Err(code) = print(session, &text) {
        return Ok(code);
    }
    Ok(ExitCode::from(if draft.counts().invalid > 0 { exit::INVALID_ROWS } else { exit::SOUND }))
}

/// Opens a workbook, and tells on a terminal how far that is.
pub(super) fn open(session: &Session, asked: &Opening) -> Result<Draft, Fault> {
    let mut bar = Bar::new(session);
    opened(&session.world, asked, &mut |stage, done, all| bar.far(stage, done, all))
}

pub(super) fn opening(asked: &WorkbookArguments) -> Opening {
    Opening { path: text_of(&asked.file), sheet: asked.sheet.clone(), header_row: asked.header_row, ..Opening::default() }
}

/// Chooses a task flow to import into by its name, if one was given: one that is not archived.
pub(super) fn choose_open_flow(session: &Session, draft: &mut Draft, name: Option<&str>) -> Result<(), ExitCode> {
    choose_flow(session, draft, name)?;
    match draft.flow().map(TaskFlow::open) {
        Some(Err(archived)) => Err(failed(&Fault::Refused(archived.into()), session.words())),
        Some(Ok(_)) | None => Ok(()),
    }
}

/// Chooses a task flow by its name, if one was given.
pub(super) fn choose_flow(session: &Session, draft: &mut Draft, name: Option<&str>) -> Result<(), ExitCode> {
    let Some(name) = name else { return Ok(()) };
    let id = TaskFlowId(name.to_owned());
    if draft.stock().snapshot.flow(&id).is_none() {
        return Err(unknown(session, name, draft.stock().snapshot.flows.iter().map(|flow| flow.id.0.as_str())));
    }
    let step = draft.choosing_flow(&id);
    draft.decide(step);
    Ok(())
}
