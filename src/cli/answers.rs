//! `instroom answers`: what customers sent back beside what is known, and taking it over.

use std::fmt::Write as _;
use std::ops::ControlFlow;
use std::path::Path;
use std::process::ExitCode;

use jiff::Timestamp;
use serde::Serialize;

use super::arguments::AnswersArguments;
use super::document::Document;
use super::going::Going;
use super::progress::amend;
use super::telling::remedy;
use super::{Session, code_of, exit, failed, print, widest};
use crate::app::desk::Sight;
use crate::app::detail::cut;
use crate::app::effect::Stage;
use crate::app::fault::Fault;
use crate::domain::amendment::{Amendment, Deed, DossierChange};
use crate::domain::language::Language;
use crate::domain::neutral::neutralise;
use crate::domain::questionnaire::Question;
use crate::domain::returned::{Arrival, ArrivalFault, Difference, Doubt, Matched, Offer, Outcome, change_record};
use crate::domain::snapshot::Snapshot;
use crate::words::Told;
use crate::world::arrivals::{Parcel, arrivals};
use crate::world::ids::commit_id;
use crate::world::perform::{World, of_read, of_store};
use crate::world::store::{Store as _, StoreFault};
use crate::world::workbook::Source;

/// Columns of a question and of a value in the table.
const QUESTION: usize = 36;
const VALUE: usize = 32;

pub(super) fn run(session: &Session, asked: &AnswersArguments) -> color_eyre::Result<ExitCode> {
    let found = match read(session, asked) {
        // Nothing here stops it.
        Ok(found) => found.unwrap_or_default(),
        Err(fault) => return Ok(failed(&of_store(fault), session.words())),
    };
    let snapshot = match session.store.snapshot() {
        Ok(snapshot) => snapshot,
        Err(fault) => return Ok(failed(&of_store(fault), session.words())),
    };
    let records: Vec<Vec<Offer>> = found.iter().map(|arrival| session.world.records(arrival, &snapshot)).collect();
    let taking: Vec<Taking<'_>> = found.iter().zip(&records).filter_map(|(arrival, record)| Taking::of(arrival, record, asked)).collect();
    let (going, mut written) = (asked.writing.going(), 0);
    if going == Going::Write {
        match take_over(session, &snapshot, &taking) {
            Ok(count) => written = count,
            Err(fault) => return Ok(failed(&fault, session.words())),
        }
    }
    let matched = || found.iter().filter_map(|arrival| arrival.found.as_ref().ok());
    let text = if asked.writing.json {
        let told: Vec<ToldFile<'_>> = found.iter().zip(&records).map(|(arrival, record)| json(session, arrival, record, asked)).collect();
        Document::Answers.text(&Answer { files: told })?
    } else {
        let one = |(arrival, record): (&Arrival, &Vec<Offer>)| Some(table(session, &arrival.file, arrival.found.as_ref().ok()?, record));
        let tables: String = found.iter().zip(&records).filter_map(one).collect();
        let looked = (going != Going::Write && matched().next().is_some()).then(|| format!("{}\n", session.words().past.dry_run));
        tables + &looked.unwrap_or_default()
    };
    if let Err(code) = print(session, &text) {
        return Ok(code);
    }
    let refused = found.iter().filter_map(|arrival| Some(refuse(session, &arrival.file, arrival.found.as_ref().err()?)));
    let first = refused.fold(None, |first: Option<u8>, code| first.or(Some(code)));
    let words = &session.words().answers;
    let is_to_say = going == Going::Ask && taking.iter().any(|taking| taking.change(session.world.clock.now()).is_some());
    if going == Going::Write {
        let answers = matched().map(|matched| matched.answers().len() as u64).sum();
        tell!("{}", (words.taken_over)(answers, written));
        if matched().any(|matched| matched.compared.is_unclear()) {
            tell!("{}", words.kept_aside);
        }
    } else if is_to_say {
        tell!("{}", words.say_yes);
    }
    let unclear = matched().any(|matched| matched.compared.is_unclear());
    let code = if is_to_say {
        exit::USAGE
    } else if unclear {
        exit::INVALID_ROWS
    } else {
        exit::SOUND
    };
    Ok(ExitCode::from(first.unwrap_or(code)))
}

/// Reads the files, and finds the dossier of each.
fn read(session: &Session, asked: &AnswersArguments) -> Result<Option<Vec<Arrival>>, StoreFault> {
    let World { reader, office, spent, .. } = &session.world;
    spent.during(Stage::Answers, || {
        let parcels = asked.files.iter().map(|path| parcel(path)).collect();
        arrivals(reader, &session.store, &office.catalogue, parcels, &mut |_| ControlFlow::Continue(()))
    })
}

/// A file that is named on the line, or what comes in on standard input.
fn parcel(path: &Path) -> Parcel {
    let source = if path == Path::new("-") { Source::from_reader("-", std::io::stdin().lock()) } else { Source::open(path) };
    (neutralise(&path.to_string_lossy()).into_owned(), source)
}

/// What is taken over of a file: every answer that is understood, and for the record what was asked for.
struct Taking<'a> {
    file: &'a str,
    matched: &'a Matched,
    record: &'a [Offer],
}

impl<'a> Taking<'a> {
    fn of(arrival: &'a Arrival, record: &'a [Offer], asked: &AnswersArguments) -> Option<Self> {
        let matched = arrival.found.as_ref().ok()?;
        Some(Self { file: &arrival.file, matched, record: if asked.record { record } else { &[] } })
    }

    fn change(&self, now: Timestamp) -> Option<DossierChange> {
        self.matched.change(&self.matched.answers(), self.record, self.file, now)
    }
}

/// Takes over all of it or nothing; gives the number of dossiers.
fn take_over(session: &Session, snapshot: &Snapshot, taking: &[Taking<'_>]) -> Result<u64, Fault> {
    let now = session.world.clock.now();
    let dossiers: Vec<DossierChange> = taking.iter().filter_map(|taking| taking.change(now)).collect();
    if dossiers.is_empty() {
        return Ok(0);
    }
    let mut customers = Vec::new();
    taking.iter().for_each(|taking| change_record(taking.record, taking.matched.customer, snapshot, &mut customers));
    let commit = commit_id().map_err(|error| Fault::System { detail: error.to_string() })?;
    let written = dossiers.len() as u64;
    let deed = Deed::answered(dossiers.iter().map(|change| change.flow.clone()).collect());
    let amendment = Amendment { dossiers, customers, ..Amendment::new(commit, snapshot.store.clone(), deed) };
    amend(session, &amendment)?;
    Ok(written)
}

/// Says why a file is not taken in, and gives the exit code of it.
fn refuse(session: &Session, file: &str, fault: &ArrivalFault) -> u8 {
    let words = session.words();
    let (told, code) = match fault {
        ArrivalFault::Read(fault) => {
            let fault = of_read(fault.clone(), Path::new(file));
            let told = words.fault(&fault);
            (Told { remedy: remedy(&fault, words).map_or(told.remedy, str::to_owned), ..told }, code_of(&fault))
        }
        ArrivalFault::Refused(why) => ((words.answers.refused)(why), exit::UNREADABLE),
    };
    tell!("instroom: {}{}{}", session.file(file), words.colon(), session.file(&told.what));
    for line in [told.why, told.remedy].iter().filter(|line| !line.is_empty()) {
        tell!("  {}", session.file(line));
    }
    code
}

/// A form beside what is known, for a person.
fn table(session: &Session, file: &str, matched: &Matched, record: &[Offer]) -> String {
    let words = session.words();
    let mut text = format!("{}{}{} ({})\n", session.file(file), words.colon(), neutralise(&matched.name), matched.flow.0);
    let (new, changed, emptied, unclear) = matched.counts();
    if matched.differences().next().is_none() && matched.compared.strange.is_empty() {
        let _ = writeln!(text, "  {}", words.answers.nothing_new);
    } else {
        let _ = writeln!(text, "  {}", (words.answers.counts)(new, changed, emptied, unclear));
    }
    for one in matched.differences() {
        line(session, matched, one, &mut text);
    }
    for given in &matched.compared.strange {
        let value = text_of(session, None, &given.text);
        let colon = words.colon();
        let _ = writeln!(text, "  {:<6}{}{colon}{}", given.place.to_string(), words.answers.strange, cut(&value, widest(2 * VALUE)));
    }
    if !record.is_empty() {
        let _ = writeln!(text, "  {}", words.answers.for_the_record);
    }
    for offer in record {
        let (before, after) = (session.sight().value(offer.about, &offer.before), session.sight().value(offer.about, &offer.after));
        let note = if offer.is_sure() { String::new() } else { format!("  ({})", words.arrived.by_hand) };
        let _ =
            writeln!(text, "    {}: {} -> {}{note}", (words.field)(offer.about), cut(&before, widest(VALUE)), cut(&after, widest(VALUE)));
    }
    text
}

/// How a question reads, in the language of [`language_of`].
fn asked_text<'a>(session: &Session, matched: &'a Matched, one: &Difference) -> Option<&'a str> {
    matched.questionnaire.question(&one.question)?.text.get(language_of(session, matched))
}

/// The language in which the questions and choices of a form are told: that of the messages, and where the questionnaire
/// does not exist in it that of the dossier.
fn language_of(session: &Session, matched: &Matched) -> Language {
    let (languages, own) = (&matched.questionnaire.languages, matched.dossier.language);
    let is_there = |language: &Language| languages.contains(language);
    let wanted = [session.language.of_customers(), own].into_iter().find(is_there);
    wanted.or_else(|| languages.first().copied()).unwrap_or(own)
}

fn line(session: &Session, matched: &Matched, one: &Difference, text: &mut String) {
    let words = &session.words().answers;
    let question = matched.questionnaire.question(&one.question);
    let place = one.given.as_ref().map(|given| given.place.to_string()).unwrap_or_default();
    let asked = asked_text(session, matched, one).unwrap_or(&one.question);
    let language = language_of(session, matched);
    let known = one.known.as_ref().map(|known| value_of(session, question, language, &known.value)).unwrap_or_default();
    let given = match &one.outcome {
        Outcome::New(value) | Outcome::Changed(value) => value_of(session, question, language, value),
        _ => one.given.as_ref().map(|given| text_of(session, question, &given.text)).unwrap_or_default(),
    };
    let arrow = if known.is_empty() {
        cut(&given, widest(VALUE))
    } else {
        format!("{} -> {}", cut(&known, widest(VALUE)), cut(&given, widest(VALUE)))
    };
    let outcome = (words.outcome)(&one.outcome);
    let mut note = match &one.outcome {
        Outcome::NotUnderstood(why) => format!("  ({})", (words.not_understood)(*why)),
        Outcome::Told(_) => format!("  ({})", words.of_office),
        _ if one.remark.is_some() => {
            let text = one.given.as_ref().map(|given| text_of(session, None, &given.text)).unwrap_or_default();
            format!("  ({}{}{})", words.remark, session.words().colon(), cut(&text, widest(VALUE)))
        }
        _ => String::new(),
    };
    if let Some(doubt) = one.doubt {
        let doubt = match doubt {
            Doubt::ByNumber => words.by_number,
            Doubt::CountedDate => words.counted_date,
        };
        let _ = write!(note, "  ({doubt})");
    }
    let width = QUESTION - 1;
    let _ = writeln!(text, "  {place:<6}{outcome:<15} {:<width$} {arrow}{note}", cut(asked, widest(width)));
}

/// An answer on one line, masked unless numbers are shown.
fn value_of(session: &Session, question: Option<&Question>, language: Language, kept: &str) -> String {
    neutralise(&session.sight().answer(question, kept, language)).into_owned()
}

/// What somebody typed on one line, masked unless numbers are shown.
fn text_of(session: &Session, question: Option<&Question>, typed: &str) -> String {
    neutralise(&session.sight().typed(question, typed)).into_owned()
}

/// What `answers --json` prints. Names are stable; new ones may be added.
#[derive(Debug, Serialize)]
struct Answer<'a> {
    files: Vec<ToldFile<'a>>,
}

/// A file in `--json`.
#[derive(Debug, Serialize)]
struct ToldFile<'a> {
    file: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    refused: Option<RefusedFile>,
    #[serde(skip_serializing_if = "Option::is_none")]
    form: Option<Form<'a>>,
}

/// Why a file is not taken in, in `--json`.
#[derive(Debug, Serialize)]
struct RefusedFile {
    why: &'static str,
    told: String,
}

/// A form in `--json`.
#[derive(Debug, Serialize)]
struct Form<'a> {
    customer: String,
    name: &'a str,
    task_flow: &'a str,
    questionnaire: &'a str,
    new: u64,
    changed: u64,
    emptied: u64,
    not_understood: u64,
    taken_over: bool,
    record_taken_over: bool,
    record: Vec<ForTheRecord>,
    differences: Vec<Line<'a>>,
    strange: Vec<Stray>,
}

/// A difference in `--json`.
#[derive(Debug, Serialize)]
struct Line<'a> {
    question: &'a str,
    outcome: &'static str,
    known: Option<String>,
    value: Option<String>,
    text: Option<String>,
    sheet: Option<&'a str>,
    cell: Option<String>,
    by_number: bool,
    counted_date: bool,
}

/// Something that the customer's own record does not say, in `--json`.
#[derive(Debug, Serialize)]
pub(super) struct ForTheRecord {
    field: &'static str,
    before: String,
    after: String,
    by_hand: bool,
}

impl ForTheRecord {
    pub(super) fn of(sight: Sight, offer: &Offer) -> Self {
        let value = |text: &str| sight.value(offer.about, text);
        Self { field: offer.about.key(), before: value(&offer.before), after: value(&offer.after), by_hand: !offer.is_sure() }
    }
}

/// A row of no question in `--json`.
#[derive(Debug, Serialize)]
struct Stray {
    text: String,
    cell: String,
}

fn json<'a>(session: &Session, arrival: &'a Arrival, record: &[Offer], asked: &AnswersArguments) -> ToldFile<'a> {
    let (refused, form) = match &arrival.found {
        Ok(matched) => (None, Some(form(session, matched, record, asked))),
        Err(ArrivalFault::Refused(why)) => (Some(RefusedFile { why: why.word(), told: (session.words().answers.refused)(why).what }), None),
        Err(ArrivalFault::Read(fault)) => {
            let told = session.words().fault(&of_read(fault.clone(), Path::new(&arrival.file))).what;
            (Some(RefusedFile { why: "unreadable", told: session.file(&told) }), None)
        }
    };
    ToldFile { file: session.file(&arrival.file), refused, form }
}

fn form<'a>(session: &Session, matched: &'a Matched, record: &[Offer], asked: &AnswersArguments) -> Form<'a> {
    let masked = |question: &str, text: &str| session.sight().typed(matched.questionnaire.question(question), text);
    let line = |one: &'a Difference| Line {
        question: &one.question,
        outcome: one.outcome.word(),
        known: one.known.as_ref().map(|known| masked(&one.question, &known.value)),
        value: match &one.outcome {
            Outcome::New(value) | Outcome::Changed(value) => Some(masked(&one.question, value)),
            _ => None,
        },
        text: one.given.as_ref().map(|given| masked(&one.question, &given.text)),
        sheet: one.given.as_ref().map(|given| given.place.sheet.as_str()),
        cell: one.given.as_ref().map(|given| given.place.to_string()),
        by_number: one.doubt == Some(Doubt::ByNumber),
        counted_date: one.doubt == Some(Doubt::CountedDate),
    };
    let (new, changed, emptied, not_understood) = matched.counts();
    let stray = |given: &crate::domain::form::Given| Stray { text: masked("", &given.text), cell: given.place.to_string() };
    Form {
        customer: matched.customer.to_string(),
        name: &matched.name,
        task_flow: &matched.flow.0,
        questionnaire: &matched.questionnaire.id.0,
        new,
        changed,
        emptied,
        not_understood,
        taken_over: asked.writing.going() == Going::Write,
        record_taken_over: asked.record && asked.writing.going() == Going::Write,
        record: record.iter().map(|offer| ForTheRecord::of(session.sight(), offer)).collect(),
        differences: matched.differences().map(line).collect(),
        strange: matched.compared.strange.iter().map(stray).collect(),
    }
}
