//! `instroom customers` and `instroom export`: what is stored, for people, for programs, and as a file.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde::Serialize;

use super::answers::ForTheRecord;
use super::arguments::{AskedArguments, CustomersArguments, ExportArguments};
use super::document::Document;
use super::going::{Going, Preview};
use super::known::{somebody_has, unknown};
use super::past::word;
use super::progress::Bar;
use super::{Session, exit, failed, file_name, keep_out, print, put, unwritable, widest};
use crate::app::detail::{fit, width_of};
use crate::app::effect::Stage;
use crate::app::export::Export;
use crate::app::fault::Fault;
use crate::app::register::{Asked, Shelf, TabKind};
use crate::app::table::Column;
use crate::app::{Shared, desk::Sight};
use crate::domain::customer::CustomerId;
use crate::domain::dossier::{Dossier, Origin, Status};
use crate::domain::export::FileFormat;
use crate::domain::field::Field;
use crate::domain::neutral::neutralise;
use crate::domain::search_texts::SearchTexts;
use crate::domain::snapshot::{DossierHead, JournalLine};
use crate::domain::task_flow::{TaskFlow, TaskFlowId};
use crate::words::Thing;
use crate::world::export::write;
use crate::world::perform::of_store;
use crate::world::store::Store as _;
use crate::world::whole_file::{Existing, WriteFault, could_write};

/// The columns of the list for people.
const COLUMNS: [Column; 8] = [
    Column::CustomerId,
    Column::Customer,
    Column::Status,
    Column::Field(Field::Deadline),
    Column::Field(Field::Language),
    Column::Field(Field::Responsible),
    Column::Field(Field::Labels),
    Column::Field(Field::Email),
];

/// How many people are told at a time in `--json`: for each so many the store is opened once more, and the whole dossiers of those that
/// came back are held.
const BATCH: usize = 5_000;

/// Dossiers that came back.
type Returned = HashMap<(TaskFlowId, CustomerId), Dossier>;

/// No column of the list for people is wider on a terminal.
pub(super) const WIDEST: usize = 40;

/// The answer of `customers --json`. Stable: keys may be added.
#[derive(Debug, Serialize)]
struct Answer {
    revision: u64,
    national_numbers: &'static str,
    task_flow: Option<String>,
    customers: Vec<Person>,
}

#[derive(Debug, Serialize)]
struct Person {
    id: String,
    values: serde_json::Map<String, serde_json::Value>,
    readable: bool,
    last_change: Option<Change>,
    dossiers: Vec<File>,
}

#[derive(Debug, Serialize)]
struct Change {
    number: u64,
    when: String,
    who: String,
    what: &'static str,
    file: Option<String>,
}

#[derive(Debug, Serialize)]
struct File {
    task_flow: String,
    questionnaire: String,
    language: &'static str,
    status: &'static str,
    since: Option<String>,
    deadline: String,
    deadline_by_default: bool,
    invitation_wanted: bool,
    answers: u16,
    questions: Option<usize>,
    sent: Option<String>,
    reminders: u16,
    record: Vec<ForTheRecord>,
}

pub(super) fn run(session: &Session, asked: &CustomersArguments) -> color_eyre::Result<ExitCode> {
    let (shelf, items) = match found(session, &asked.asked) {
        Ok(found) => found,
        Err(code) => return Ok(code),
    };
    let text = if asked.json {
        match answer(session, &shelf, &items) {
            Ok(answer) => Document::Customers.text(&answer)?,
            Err(fault) => return Ok(failed(&fault, session.words())),
        }
    } else {
        table(session, &shelf, &items)
    };
    if items.is_empty() && !asked.json {
        let words = session.words();
        let is_empty = shelf.stock().snapshot.customer_count() == 0;
        tell!("{}", if is_empty { words.command.none_stored } else { words.listing.nothing_fits });
    }
    let printed = print(session, &text);
    // What a mark in the table means is said beside it, on standard error: the table is for whoever reads on.
    if printed.is_ok() && !asked.json && items.iter().any(|item| shelf.is_by_default(*item)) {
        tell!("{}", session.words().command.deadline_mark);
    }
    Ok(printed.map_or_else(|code| code, |()| ExitCode::from(exit::SOUND)))
}

pub(super) fn export(session: &Session, asked: &ExportArguments) -> ExitCode {
    let words = session.words();
    let named = asked.format.map_or(".xlsx", FileFormat::ending);
    let proposed = || PathBuf::from(format!("{}{named}", (words.register.file_name)(TabKind::Customers)));
    let path = asked.output.clone().unwrap_or_else(proposed);
    let Some(format) = asked.format.or_else(|| format_of(&path)) else {
        tell!("instroom: {}", neutralise(&(words.command.no_format)(&path.to_string_lossy())));
        return ExitCode::from(exit::USAGE);
    };
    if let Some(other) = format_of(&path).filter(|ending| *ending != format) {
        tell!(
            "instroom: {}",
            neutralise(&(words.command.two_formats)(&path.to_string_lossy(), other.ending(), format.ending().trim_start_matches('.')))
        );
        return ExitCode::from(exit::USAGE);
    }
    let (shelf, items) = match found(session, &asked.asked) {
        Ok(found) => found,
        Err(code) => return code,
    };
    if let Err(code) = keep_out(session, &path) {
        return code;
    }
    let export = Export::of_shelf(format, &shelf, items, session.sight());
    let existing = if asked.force { Existing::Replace } else { Existing::Keep };
    let to_standard_output = path == Path::new("-");
    if asked.dry_run {
        let count = export.row_count();
        let lines = vec![format!("{count:>8}  {}", (words.past.customers)(count)), format!("  {}", path.display())];
        return match could_write(&path, existing) {
            Err(fault) if !to_standard_output => unwritable(session, fault),
            Ok(()) | Err(_) => Preview::Lines(lines).show(session, Going::Look, ""),
        };
    }
    if to_standard_output {
        return put_on_standard_output(session, format, &export);
    }
    // There is no workbook that the rows come from, and that could not be written over.
    if let Err(fault) = written(session, &path, existing, &export) {
        return unwritable(session, fault);
    }
    print(session, &format!("{}\n", neutralise(&path.to_string_lossy()))).map_or_else(|code| code, |()| ExitCode::from(exit::SOUND))
}

/// The format that a file's ending names.
fn format_of(path: &Path) -> Option<FileFormat> {
    FileFormat::from_ending(path.extension()?.to_str()?)
}

/// Writes an export, and tells on a terminal how far that is.
fn written(session: &Session, path: &Path, existing: Existing, export: &Export) -> Result<(), WriteFault> {
    let (mut bar, all) = (Bar::of(session, Stage::Exporting), export.row_count());
    write(path, Path::new(""), existing, export.content(), &mut |done| bar.far(Stage::Exporting, done, all))
}

/// Writes an export to standard output: whole in a folder of its own first, so that half of one never leaves.
fn put_on_standard_output(session: &Session, format: FileFormat, export: &Export) -> ExitCode {
    let refused = |error: std::io::Error| failed(&Fault::Output { detail: error.to_string() }, session.words());
    let folder = match tempfile::Builder::new().prefix("instroom-export-").tempdir() {
        Ok(folder) => folder,
        Err(error) => return refused(error),
    };
    let path = folder.path().join(format!("export{}", format.ending()));
    if let Err(fault) = written(session, &path, Existing::Keep, export) {
        return unwritable(session, fault);
    }
    match std::fs::read(&path).map(|bytes| put(&mut std::io::stdout().lock(), &bytes)) {
        Ok(Ok(())) => ExitCode::from(exit::SOUND),
        Ok(Err(fault)) => failed(&fault, session.words()),
        Err(error) => refused(error),
    }
}

/// The store, and the customers that are asked for.
fn found(session: &Session, asked: &AskedArguments) -> Result<(Shelf, Vec<u32>), ExitCode> {
    let stock = session.world.stock().map_err(|fault: Fault| failed(&fault, session.words()))?;
    let flow = asked.flow.clone().map(TaskFlowId);
    if let Some(flow) = flow.as_ref().filter(|flow| stock.snapshot.flow(flow).is_none()) {
        return Err(unknown(session, Thing::Flow, &flow.0, stock.snapshot.flows.iter().map(|flow| flow.id.0.as_str())));
    }
    let (label, responsible) = (asked.label.as_deref(), asked.responsible.as_deref());
    somebody_has(session, &stock.snapshot, Field::Labels, label.as_slice())?;
    somebody_has(session, &stock.snapshot, Field::Responsible, responsible.as_slice())?;
    let texts = session.world.spent.during(Stage::Gathering, || SearchTexts::of(&stock.snapshot));
    let shelf = Shelf::of(&session.world.gathered(Shared(stock), texts), flow.clone());
    let asked = Asked {
        label: asked.label.clone(),
        responsible: asked.responsible.clone(),
        language: asked.language,
        flow,
        status: asked.status,
        search: asked.search.clone(),
    };
    let items = shelf.asked_for(&asked);
    Ok((shelf, items))
}

/// The list for people: every column as wide as what stands in it, on a terminal up to a limit.
fn table(session: &Session, shelf: &Shelf, items: &[u32]) -> String {
    let (words, sight) = (session.words(), session.sight());
    if items.is_empty() {
        return String::new();
    }
    let headings: Vec<String> = COLUMNS.iter().map(|column| (words.column)(*column).to_owned()).collect();
    let told = |item: &u32| {
        let cells = shelf.cells(TabKind::Customers, *item, &COLUMNS, sight);
        cells.iter().map(|cell| neutralise(cell).into_owned()).collect::<Vec<_>>()
    };
    let rows: Vec<Vec<String>> = std::iter::once(headings).chain(items.iter().map(told)).collect();
    let widest = widest(WIDEST);
    let wide = |place: usize| rows.iter().filter_map(|row| row.get(place)).map(|cell| width_of(cell)).max().unwrap_or(0).min(widest);
    let widths: Vec<usize> = (0..COLUMNS.len()).map(wide).collect();
    let mut text = String::new();
    for row in &rows {
        let cells: Vec<String> = row.iter().zip(&widths).map(|(cell, width)| fit(cell, *width)).collect();
        text.push_str(cells.join("  ").trim_end());
        text.push('\n');
    }
    text
}

fn answer(session: &Session, shelf: &Shelf, items: &[u32]) -> Result<Answer, Fault> {
    let sight = session.sight();
    let customers = items.chunks(BATCH).map(|items| people(session, shelf, items, sight)).collect::<Result<Vec<_>, _>>()?;
    Ok(Answer {
        revision: shelf.stock().snapshot.revision.0,
        national_numbers: if sight.shows_numbers { "shown" } else { "masked" },
        task_flow: shelf.flow_id().map(ToString::to_string),
        customers: customers.into_iter().flatten().collect(),
    })
}

/// So many people with their dossiers, of which those that came back are read in one go.
fn people(session: &Session, shelf: &Shelf, items: &[u32], sight: Sight) -> Result<Vec<Person>, Fault> {
    let snapshot = &shelf.stock().snapshot;
    let mut wanted = Vec::new();
    for customer in items.iter().filter_map(|item| shelf.customer_id(*item)) {
        let came_back = |flow: &&TaskFlow| {
            let head = snapshot.dossier(&flow.id, customer);
            head.is_some_and(|head| matches!(head.about.status, Status::Answered | Status::Closed))
        };
        wanted.extend(snapshot.flows.iter().filter(came_back).map(|flow| (flow.id.clone(), customer)));
    }
    // Nothing is told rather than that nobody's record lacks anything.
    let read = if wanted.is_empty() { Vec::new() } else { session.store.dossiers(&wanted).map_err(of_store)? };
    let dossiers: Returned = wanted.into_iter().zip(read).filter_map(|(key, found)| Some((key, found?.1))).collect();
    Ok(items.iter().map(|item| person(session, shelf, &dossiers, *item, sight)).collect())
}

fn person(session: &Session, shelf: &Shelf, returned: &Returned, item: u32, sight: Sight) -> Person {
    let values = shelf.values(item);
    let told = |(field, value): (Field, &str)| (field.key().to_owned(), sight.value(field, value).into());
    let snapshot = &shelf.stock().snapshot;
    let id = shelf.customer_id(item);
    let dossiers = snapshot.flows.iter().filter_map(|flow| {
        let returned = returned.get(&(flow.id.clone(), id?)).zip(values.as_ref());
        let record = returned.map_or_else(Vec::new, |(dossier, values)| session.world.undecided(dossier, values));
        let record = record.iter().map(|offer| ForTheRecord::of(sight, offer)).collect();
        Some(file(shelf, &flow.id, snapshot.dossier(&flow.id, id?)?, record))
    });
    Person {
        id: id.map_or_else(String::new, |id| id.to_string()),
        readable: values.is_some(),
        values: values.iter().flat_map(|values| values.iter().map(told)).collect(),
        last_change: shelf.last_change(item).map(|line| change(sight, line)),
        dossiers: dossiers.collect(),
    }
}

fn change(sight: Sight, line: &JournalLine) -> Change {
    Change {
        number: line.revision.0,
        when: line.when.to_string(),
        who: line.who.clone(),
        what: word(&line.deed),
        file: (!line.file.is_empty()).then(|| file_name(sight, &line.file)),
    }
}

fn file(shelf: &Shelf, flow: &TaskFlowId, head: &DossierHead, record: Vec<ForTheRecord>) -> File {
    let about = &head.about;
    File {
        task_flow: flow.0.clone(),
        questionnaire: head.questionnaire.0.clone(),
        language: about.language.code(),
        status: about.status.word(),
        since: about.since.map(|when| when.to_string()),
        deadline: about.deadline.to_string(),
        deadline_by_default: about.deadline_origin == Origin::Default,
        invitation_wanted: about.invitation_wanted,
        answers: about.answers,
        questions: shelf.question_count(&head.questionnaire),
        sent: about.sent.map(|when| when.to_string()),
        reminders: about.reminders,
        record,
    }
}
