//! `instroom plan`: what an import would write, as a file to look at and to apply later.

use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use super::arguments::PlanArguments;
use super::check::{choose_open_flow, open, opening};
use super::going::{Going, Preview};
use super::import::{Typed, choose, refused, say, say_settled, told};
use super::{Session, exit, failed, keep_out, print, unwritable};
use crate::app::effect::Stage;
use crate::app::fault::Fault;
use crate::app::keeping::DraftId;
use crate::domain::draft::{Draft, Seed};
use crate::domain::neutral::neutralise;
use crate::domain::path_text::text_of;
use crate::domain::plan::plan_of;
use crate::world::perform::{of_read, whole_path};
use crate::world::plan_file::write_plan;
use crate::world::whole_file::could_write;
use crate::world::workbook::Source;
use crate::world::workbook::template::Existing;

pub(super) fn run(session: &Session, asked: &PlanArguments) -> color_eyre::Result<ExitCode> {
    let words = session.words();
    let to_standard_output = asked.output == Path::new("-");
    if let Err(code) = keep_out(session, &asked.output) {
        return Ok(code);
    }
    // Nobody is to wait for a plan that cannot be kept.
    if !to_standard_output && !asked.force && asked.output.symlink_metadata().is_ok() {
        let fault = if asked.output.is_dir() {
            Fault::OutputFolder { path: shown(&asked.output) }
        } else {
            Fault::Exists { path: shown(&asked.output) }
        };
        return Ok(failed(&fault, words));
    }
    let begun = match &asked.draft {
        Some(id) => kept(session, id, asked),
        None => open(session, &opening(&asked.workbook)),
    };
    let mut draft = match begun {
        Ok(draft) => draft,
        Err(fault) => return Ok(failed(&fault, words)),
    };
    let typed = Typed { flow: asked.task_flow.as_deref(), language: asked.language, questionnaire: asked.questionnaire.as_deref() };
    let chosen = choose_open_flow(session, &mut draft, typed.flow);
    if let Err(code) = chosen.and_then(|()| choose(session, &mut draft, typed.language, typed.questionnaire)) {
        return Ok(code);
    }
    say_settled(session, &draft, typed);
    let planned = || plan_of(&draft, &whole_path(&text_of(&asked.workbook.file)));
    let plan = match session.world.spent.during(Stage::Preparing, planned) {
        Ok(plan) => plan,
        Err(refusal) => return Ok(refused(session, &draft, &asked.workbook, refusal)),
    };
    if asked.dry_run {
        return Ok(look(session, asked, &draft));
    }
    let text = plan.to_json()?;
    let existing = if asked.force { Existing::Replace } else { Existing::Keep };
    if to_standard_output {
        match std::io::stdout().lock().write_all(&text) {
            Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => return Ok(ExitCode::from(exit::CANNOT_CREATE)),
            Err(error) => return Ok(failed(&Fault::Output { detail: error.to_string() }, words)),
            Ok(()) => {}
        }
    } else if let Err(fault) = write_plan(&asked.output, &asked.workbook.file, &text, existing) {
        return Ok(unwritable(session, fault));
    } else if let Err(code) = print(session, &format!("{}\n", shown(&asked.output))) {
        return Ok(code);
    }
    if let Ok(set) = draft.change_set(Seed::new([0; 32])) {
        say(session, &set);
    }
    tell!("{}", words.plans.personal);
    Ok(ExitCode::from(exit::SOUND))
}

/// What the plan would say, and where it would stand.
fn look(session: &Session, asked: &PlanArguments, draft: &Draft) -> ExitCode {
    let existing = if asked.force { Existing::Replace } else { Existing::Keep };
    match could_write(&asked.output, existing) {
        Err(fault) if asked.output != Path::new("-") => return unwritable(session, fault),
        Ok(()) | Err(_) => {}
    }
    let counts = draft.change_set(Seed::new([0; 32])).map_or_else(|_| Vec::new(), |set| told(session, &set));
    Preview::Lines(counts.into_iter().chain([format!("  {}", shown(&asked.output))]).collect()).show(session, Going::Look, "")
}

/// The kept draft of that name, which has to be of the workbook as it now is: the plan is for that one.
fn kept(session: &Session, id: &str, asked: &PlanArguments) -> Result<Draft, Fault> {
    let id = DraftId::parse(id).ok_or(Fault::NoSuchDraft)?;
    let (draft, unfit) = session.world.kept_draft(&id)?;
    let path = &asked.workbook.file;
    let now = Source::open(path).map_err(|fault| of_read(fault, path))?;
    if now.fingerprint() != draft.source().mark.fingerprint {
        return Err(Fault::OriginalChanged { path: shown(path) });
    }
    for one in &unfit {
        tell!("{}", neutralise(&(session.words().drafts.unfit)(one)));
    }
    Ok(draft)
}

fn shown(path: &Path) -> String {
    neutralise(&path.to_string_lossy()).into_owned()
}
