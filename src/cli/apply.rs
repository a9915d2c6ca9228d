//! `instroom apply`: commits a plan where it still fits, and says what does not where it does not.

use std::process::ExitCode;

use serde::Serialize;

use super::arguments::ApplyArguments;
use super::check::open;
use super::document::Document;
use super::going::{Going, Preview};
use super::import::{say, seed, tell_done, told, written};
use super::{Session, exit, failed, print, print_written};
use crate::app::effect::{Opening, Stage, has_no_place};
use crate::domain::change_set::{ChangeSet, Tally};
use crate::domain::neutral::neutralise;
use crate::domain::path_text::text_of;
use crate::domain::plan::{Misfit, Plan};
use crate::world::plan_file::read_plan;

/// Lines of what no longer fits that a person is told.
const MOST: usize = 20;

/// What `apply --json` prints. Names are stable; new ones may be added.
#[derive(Debug, Serialize)]
struct Answer<'a> {
    /// Whether the plan fits.
    fits: bool,
    /// Number of the import; none where nothing was written.
    number: Option<u64>,
    /// The counts of the plan.
    planned: &'a Tally,
    /// The counts of what is written, or would be; none where the plan does not fit.
    writes: Option<&'a Tally>,
    /// Everything that does not fit.
    differs: Vec<Differs>,
}

#[derive(Debug, Serialize)]
struct Differs {
    what: &'static str,
    row: Option<u32>,
    planned: Option<String>,
    found: Option<String>,
    message: String,
}

pub(super) fn run(session: &Session, asked: &ApplyArguments) -> color_eyre::Result<ExitCode> {
    let words = session.words();
    let plan = match read_plan(&asked.plan) {
        Ok(plan) => plan,
        Err(fault) => return Ok(failed(&fault, words)),
    };
    if asked.workbook.is_none() && has_no_place(&plan.workbook.path) {
        tell!("instroom: {}", words.plans.give_workbook);
        return Ok(ExitCode::from(exit::USAGE));
    }
    let mut draft = match open(session, &opening(&plan, asked)) {
        Ok(draft) => draft,
        Err(fault) => return Ok(failed(&fault, words)),
    };
    let seed = match seed() {
        Ok(seed) => seed,
        Err(fault) => return Ok(failed(&fault, words)),
    };
    match session.world.spent.during(Stage::Preparing, || plan.apply_to(&mut draft, seed)) {
        Ok(set) => commit(session, asked, &plan, &set),
        Err(misfits) => refuse(session, asked, &plan, &misfits),
    }
}

/// The workbook of the plan, as it was read then.
fn opening(plan: &Plan, asked: &ApplyArguments) -> Opening {
    let path = asked.workbook.as_ref().map_or_else(|| plan.workbook.path.clone(), |path| text_of(path));
    Opening { path, sheet: Some(plan.workbook.sheet.clone()), header_row: Some(plan.workbook.header_row), ..Opening::default() }
}

fn commit(session: &Session, asked: &ApplyArguments, plan: &Plan, set: &ChangeSet) -> color_eyre::Result<ExitCode> {
    let words = session.words();
    let answer = |number| in_json(&Answer { fits: true, number, planned: &plan.writes, writes: Some(&set.tally), differs: Vec::new() });
    if asked.dry_run {
        let lines = || told(session, set).into_iter().chain([words.plans.fits.to_owned()]).collect();
        let preview = if asked.json { Preview::Json(answer(None)?) } else { Preview::Lines(lines()) };
        return Ok(preview.show(session, Going::Look, ""));
    }
    say(session, set);
    let receipt = match written(session, set) {
        Ok(receipt) => receipt,
        Err(code) => return Ok(code),
    };
    tell_done(session, set, &receipt);
    let number = receipt.revision.0;
    let text = if asked.json { answer(Some(number))? } else { format!("{number}\n") };
    Ok(print_written(session, &text).err().unwrap_or(ExitCode::from(exit::SOUND)))
}

fn refuse(session: &Session, asked: &ApplyArguments, plan: &Plan, misfits: &[Misfit]) -> color_eyre::Result<ExitCode> {
    let words = session.words();
    // Names in a plan come from a file: nothing in them may act on a terminal.
    let in_words = |misfit: &Misfit| match misfit {
        Misfit::Refused(refusal) => (words.command.refused)(*refusal).to_owned(),
        _ => neutralise(&(words.plans.misfit)(misfit)).into_owned(),
    };
    tell!("instroom: {}", words.plans.unfit);
    for misfit in misfits.iter().take(MOST) {
        tell!("  {}", in_words(misfit));
    }
    if let Some(more) = misfits.len().checked_sub(MOST).filter(|more| *more > 0) {
        tell!("  {}", (words.plans.more)(more));
    }
    tell!("  {}", words.plans.remedy);
    if asked.json {
        let differs = misfits.iter().map(|misfit| differs(misfit, in_words(misfit))).collect();
        if let Err(code) = print(session, &in_json(&Answer { fits: false, number: None, planned: &plan.writes, writes: None, differs })?) {
            return Ok(code);
        }
    }
    Ok(ExitCode::from(exit::UNREADABLE))
}

fn in_json(answer: &Answer<'_>) -> color_eyre::Result<String> {
    Ok(Document::Apply.text(answer)?)
}

fn differs(misfit: &Misfit, message: String) -> Differs {
    let (planned, found) = match misfit {
        Misfit::Workbook { planned, found } | Misfit::Sheet { planned, found } | Misfit::Store { planned, found } => {
            (Some(planned.clone()), Some(found.clone()))
        }
        Misfit::Revision { planned, found } => (Some(planned.to_string()), Some(found.to_string())),
        Misfit::HeaderRow { planned, found } | Misfit::Rows { planned, found } | Misfit::Rules { planned, found } => {
            (Some(planned.to_string()), Some(found.to_string()))
        }
        Misfit::Count { planned, found, .. } => (Some(planned.to_string()), Some(found.to_string())),
        Misfit::Outcome { planned, found, .. } => (planned.map(|fate| fate.word().to_owned()), Some(found.word().to_owned())),
        Misfit::Questionnaire(id) => (Some(id.to_string()), None),
        Misfit::Flow(id) => (Some(id.to_string()), None),
        Misfit::NoSuchRow { .. }
        | Misfit::BadStep { .. }
        | Misfit::TooMuch
        | Misfit::Columns { .. }
        | Misfit::Overwrite { .. }
        | Misfit::Selection { .. }
        | Misfit::Refused(_)
        | Misfit::Choice(_)
        | Misfit::Tally => (None, None),
    };
    let neutral = |text: Option<String>| text.map(|text| neutralise(&text).into_owned());
    Differs { what: misfit.word(), row: misfit.row(), planned: neutral(planned), found: neutral(found), message }
}
