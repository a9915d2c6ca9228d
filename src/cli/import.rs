//! `instroom import`: all new rows into the store, without a screen.

use std::process::ExitCode;

use serde::Serialize;

use super::arguments::{ImportArguments, WorkbookArguments};
use super::check::{choose_open_flow, open, opening};
use super::document::Document;
use super::going::{Going, Preview};
use super::known::unknown;
use super::progress::Bar;
use super::{Session, exit, failed, print, print_written};
use crate::app::effect::Stage;
use crate::app::export::Caption;
use crate::app::fault::Fault;
use crate::domain::change_set::{ChangeSet, Hand, Receipt, Tally};
use crate::domain::draft::{Draft, Refusal, Seed, Unmet};
use crate::domain::language::Language;
use crate::domain::neutral::neutralise;
use crate::domain::questionnaire::QuestionnaireId;
use crate::words::{Thing, Words};
use crate::world::ids::random_bits;
use crate::world::perform::{of_commit, of_store};
use crate::world::store::{CommitFault, Store as _};

pub(super) fn run(session: &Session, asked: &ImportArguments) -> ExitCode {
    let words = session.words();
    let mut draft = match open(session, &opening(&asked.workbook)) {
        Ok(draft) => draft,
        Err(fault) => return failed(&fault, words),
    };
    let typed = Typed { flow: asked.task_flow.as_deref(), language: asked.language, questionnaire: asked.questionnaire.as_deref() };
    let chosen = choose_open_flow(session, &mut draft, typed.flow);
    if let Err(code) = chosen.and_then(|()| choose(session, &mut draft, typed.language, typed.questionnaire)) {
        return code;
    }
    say_settled(session, &draft, typed);
    let seed = match seed() {
        Ok(seed) => seed,
        Err(fault) => return failed(&fault, words),
    };
    let set = match session.world.spent.during(Stage::Preparing, || draft.change_set(seed)) {
        Ok(set) => set,
        Err(Refusal::Nothing) if asked.writing.json => {
            let code = nothing(session, &draft, &asked.workbook);
            return match print_whole(session, json(&draft.tally_of_nothing(), None)) {
                Ok(()) => code,
                Err(code) => code,
            };
        }
        Err(refusal) => return refused(session, &draft, &asked.workbook, refusal),
    };
    let going = asked.writing.going();
    if going != Going::Write {
        let preview = if asked.writing.json { json(&set.tally, None).map(Preview::Json) } else { Ok(Preview::Lines(told(session, &set))) };
        return match preview {
            Ok(preview) => preview.show(session, going, words.command.say_yes),
            Err(fault) => failed(&fault, words),
        };
    }
    say(session, &set);
    match written(session, &set) {
        Ok(receipt) => {
            tell_done(session, &set, &receipt);
            let number = receipt.revision.0;
            let text = if asked.writing.json { json(&set.tally, Some(number)) } else { Ok(format!("{number}\n")) };
            match text.map(|text| print_written(session, &text)) {
                Ok(Ok(())) => ExitCode::from(exit::SOUND),
                Ok(Err(code)) => code,
                Err(fault) => failed(&fault, words),
            }
        }
        Err(code) => code,
    }
}

/// What `import --json` prints. Names are stable; new ones may be added.
#[derive(Debug, Serialize)]
struct Answer<'a> {
    /// Number of the import; none where nothing was written.
    number: Option<u64>,
    /// The counts of what is written, or would be.
    writes: &'a Tally,
}

fn json(writes: &Tally, number: Option<u64>) -> Result<String, Fault> {
    let text = Document::Import.text(&Answer { number, writes });
    text.map_err(|error| Fault::Output { detail: error.to_string() })
}

/// Puts what was made on standard output.
fn print_whole(session: &Session, text: Result<String, Fault>) -> Result<(), ExitCode> {
    text.map_err(|fault| failed(&fault, session.words())).and_then(|text| print(session, &text))
}

/// Says that there is nothing to import. Where that is because rows are invalid, it is they that are said, and where to see why: a
/// script is not to take that for an import that went well.
fn nothing(session: &Session, draft: &Draft, workbook: &WorkbookArguments) -> ExitCode {
    let words = session.words();
    match draft.counts().invalid {
        0 => {
            tell!("{}", words.command.nothing_to_import);
            ExitCode::from(exit::SOUND)
        }
        invalid => {
            tell!("{}", (words.command.only_invalid)(u64::from(invalid), &neutralise(&workbook.file.to_string_lossy())));
            ExitCode::from(exit::INVALID_ROWS)
        }
    }
}

/// Random bits for the commit.
pub(super) fn seed() -> Result<Seed, Fault> {
    random_bits().map(Seed::new).map_err(|error| Fault::System { detail: error.to_string() })
}

/// Says why nothing can be committed: where nothing is left to do and no row is invalid, that is no error. What has to be said first
/// is told all at once, with what there is to choose from.
pub(super) fn refused(session: &Session, draft: &Draft, workbook: &WorkbookArguments, refusal: Refusal) -> ExitCode {
    let words = session.words();
    if refusal == Refusal::Nothing {
        return nothing(session, draft, workbook);
    }
    match draft.unchosen().as_slice() {
        unchosen @ [_, _, ..] => {
            let options: Vec<String> = unchosen.iter().map(|refusal| to_say(*refusal, words)).collect();
            tell!("instroom: {}", (words.command.needed)(&options.join(" ")));
        }
        _ => tell!("instroom: {}", (words.command.refused)(refusal)),
    }
    for line in on_offer(draft, refusal, words) {
        tell!("  {}", neutralise(&line));
    }
    ExitCode::from(exit::USAGE)
}

/// The option with which something is chosen.
fn to_say(refusal: Refusal, words: &Words) -> String {
    let (option, value) = match refusal {
        Refusal::NoLanguage | Refusal::LanguageNotOffered => ("--language", "LANGUAGE"),
        Refusal::NoQuestionnaire => ("--questionnaire", "NAME"),
        Refusal::NoFlow | Refusal::FlowArchived => ("--task-flow", "FLOW"),
        Refusal::Nothing => return String::new(),
    };
    format!("{option} {}", words.definition(value).unwrap_or(value))
}

/// What there is to choose from, a line for each choice that is still to be made.
fn on_offer(draft: &Draft, refusal: Refusal, words: &Words) -> Vec<String> {
    let languages = || {
        let spoken = draft.questionnaire().map_or_else(|| Language::ALL.to_vec(), |questionnaire| questionnaire.languages.clone());
        spoken.iter().map(|language| language.code()).collect::<Vec<_>>().join(", ")
    };
    let questionnaires = || draft.questionnaires_on_offer().map(|one| one.id.to_string()).collect::<Vec<_>>().join(", ");
    let flows = || {
        let open = draft.stock().snapshot.flows.iter().filter(|flow| !flow.archived);
        open.map(|flow| flow.id.to_string()).collect::<Vec<_>>().join(", ")
    };
    let mut choices = draft.unchosen();
    if choices.is_empty() {
        choices.push(refusal);
    }
    let told = choices.into_iter().filter_map(|choice| match choice {
        Refusal::NoLanguage | Refusal::LanguageNotOffered => Some((words.command.languages)(&languages())),
        Refusal::NoQuestionnaire => Some((words.command.questionnaires)(&questionnaires())),
        Refusal::NoFlow | Refusal::FlowArchived => Some((words.command.flows)(&flows())),
        Refusal::Nothing => None,
    });
    told.collect()
}

/// Chooses language and questionnaire as the command line names them. What it does not name stays as it is settled, or as it
/// was decided; what is taken from the settings is said, and so is what cannot be.
pub(super) fn choose(session: &Session, draft: &mut Draft, language: Option<Language>, asked: Option<&str>) -> Result<(), ExitCode> {
    if let Some(language) = language {
        let step = draft.choosing_language(language);
        draft.decide(step);
    }
    if let Some(name) = asked {
        choose_questionnaire(session, draft, name)?;
    }
    Ok(())
}

/// Says what is chosen since it is settled, as it would be typed, and what is settled and cannot be chosen. `typed` is what the
/// command line named itself: that is nobody else's choice.
pub(super) fn say_settled(session: &Session, draft: &Draft, typed: Typed<'_>) {
    let words = session.words();
    let office = draft.office();
    for unmet in office.unmet(&draft.stock().snapshot) {
        let is_replaced = match &unmet {
            Unmet::Flow(_) => typed.flow.is_some(),
            Unmet::Questionnaire(..) => typed.questionnaire.is_some() || draft.questionnaire().is_some(),
        };
        if !is_replaced {
            tell!("{}", neutralise(&(words.config.unmet)(&unmet)));
        }
    }
    let settled = draft.as_settled();
    let flow = settled.flow.filter(|_| typed.flow.is_none()).map(|flow| format!("--task-flow {}", flow.0));
    let language = settled.language.filter(|_| typed.language.is_none()).map(|language| format!("--language {}", language.code()));
    let asked = settled.questionnaire.filter(|_| typed.questionnaire.is_none()).map(|id| format!("--questionnaire {}", id.0));
    let chosen: Vec<String> = [flow, language, asked].into_iter().flatten().collect();
    if !chosen.is_empty() {
        tell!("{}", neutralise(&(words.config.chosen)(&chosen.join(" "))));
    }
}

/// What the command line names of what can be settled.
#[derive(Debug, Clone, Copy)]
pub(super) struct Typed<'a> {
    pub(super) flow: Option<&'a str>,
    pub(super) language: Option<Language>,
    pub(super) questionnaire: Option<&'a str>,
}

/// Chooses a questionnaire by its name.
pub(super) fn choose_questionnaire(session: &Session, draft: &mut Draft, name: &str) -> Result<(), ExitCode> {
    let id = QuestionnaireId(name.to_owned());
    let known: Vec<String> = draft.questionnaires_on_offer().map(|questionnaire| questionnaire.id.to_string()).collect();
    if !known.contains(&id.0) {
        return Err(unknown(session, Thing::Questionnaire, &id.0, known.iter().map(String::as_str)));
    }
    let step = draft.choosing_questionnaire(id);
    draft.decide(step);
    Ok(())
}

/// The summary, for a person, on standard error.
pub(super) fn say(session: &Session, set: &ChangeSet) {
    for line in told(session, set) {
        tell!("{line}");
    }
}

/// The summary, for a person, line by line.
pub(super) fn told(session: &Session, set: &ChangeSet) -> Vec<String> {
    let words = session.words();
    let tally = &set.tally;
    let counts = [
        (tally.added, (words.summary.to_add)(tally.added)),
        (tally.updated, (words.summary.to_update)(tally.updated)),
        (tally.left_alone, (words.summary.to_leave)(tally.left_alone)),
        (tally.not_selected, (words.report.not_selected)(tally.not_selected)),
        (tally.invalid, (words.report.invalid_rows)(tally.invalid)),
        (tally.joined, (words.exports.caption)(Caption::Joined)),
        (tally.rows, (words.report.total)(tally.rows)),
    ];
    let counts = counts.into_iter().map(|(count, name)| format!("{count:>8}  {name}"));
    let apart = (tally.partners_apart > 0).then(|| (words.command.partners_apart)(tally.partners_apart));
    counts.chain(apart).collect()
}

/// What was written, for a person.
pub(super) fn tell_done(session: &Session, set: &ChangeSet, receipt: &Receipt) {
    let words = session.words();
    let (before, after) = receipt.customers;
    tell!("{}", (words.report.done)(set.tally.added, set.tally.updated, before, after));
    tell!("{}", words.summary.nothing_sent);
}

/// Writes a change set; what failed is said, and its exit code given.
pub(super) fn written(session: &Session, set: &ChangeSet) -> Result<Receipt, ExitCode> {
    let words = session.words();
    let hand = Hand { who: session.world.user.clone(), when: session.world.clock.now() };
    let mut bar = Bar::new(session);
    let committed = session.store.commit(set, &hand, &mut |far| bar.commit(far));
    drop(bar);
    match committed {
        Ok(receipt) => Ok(receipt),
        Err(CommitFault::Store(fault)) => Err(failed(&of_store(fault), words)),
        Err(fault) => Err(failed(&of_commit(fault), words)),
    }
}
