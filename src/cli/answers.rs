//! `instroom answers`: what customers sent back beside what is known, and taking it over.

use std::fmt::Write as _;
use std::ops::ControlFlow;
use std::path::Path;
use std::process::ExitCode;

use serde::Serialize;

use super::arguments::AnswersArguments;
use super::{Session, code_of, exit, failed, print};
use crate::app::detail::cut;
use crate::app::fault::Fault;
use crate::domain::amendment::{Amendment, Deed, DossierChange};
use crate::domain::answering::shown;
use crate::domain::change_set::Hand;
use crate::domain::form::shown_masked;
use crate::domain::mask::mask_in_text;
use crate::domain::neutral::neutralise;
use crate::domain::questionnaire::{AnswerKind, Question};
use crate::domain::returned::{Arrival, ArrivalFault, Difference, Matched, Outcome};
use crate::words::Told;
use crate::world::arrivals::{Parcel, arrivals};
use crate::world::ids::commit_id;
use crate::world::perform::{of_commit, of_read, of_store};
use crate::world::store::Store as _;
use crate::world::workbook::Source;

/// Columns of a question and of a value in the table.
const QUESTION: usize = 36;
const VALUE: usize = 32;

pub(super) fn run(session: &Session, asked: &AnswersArguments) -> color_eyre::Result<ExitCode> {
    let parcels = asked.files.iter().map(|path| parcel(path)).collect();
    let catalogue = &session.world.office.catalogue;
    let found = match arrivals(&session.world.reader, &session.store, catalogue, parcels) {
        Ok(found) => found,
        Err(fault) => return Ok(failed(&of_store(fault), session.words())),
    };
    let mut written = 0;
    if asked.yes {
        match take_over(session, &found) {
            Ok(count) => written = count,
            Err(fault) => return Ok(failed(&fault, session.words())),
        }
    }
    let text = if asked.json {
        let told: Vec<ToldFile<'_>> = found.iter().map(|arrival| json(session, arrival, asked.yes)).collect();
        serde_json::to_string_pretty(&told)? + "\n"
    } else {
        found.iter().filter_map(|arrival| Some(table(session, &arrival.file, arrival.found.as_ref().ok()?))).collect()
    };
    if let Err(code) = print(session, &text) {
        return Ok(code);
    }
    let refused = found.iter().filter_map(|arrival| Some(refuse(session, &arrival.file, arrival.found.as_ref().err()?)));
    let first = refused.fold(None, |first: Option<u8>, code| first.or(Some(code)));
    let matched = || found.iter().filter_map(|arrival| arrival.found.as_ref().ok());
    let words = &session.words().answers;
    if asked.yes {
        let answers = matched().map(|matched| matched.answers().len() as u64).sum();
        eprintln!("{}", (words.taken_over)(answers, written));
        if matched().any(|matched| matched.compared.is_unclear()) {
            eprintln!("{}", words.kept_aside);
        }
    } else if matched().any(|matched| matched.change(&matched.answers(), session.world.clock.now()).is_some()) {
        eprintln!("{}", words.say_yes);
    }
    let unclear = matched().any(|matched| matched.compared.is_unclear());
    Ok(ExitCode::from(first.unwrap_or(if unclear { exit::INVALID_ROWS } else { exit::SOUND })))
}

/// A file that is named on the line, or what comes in on standard input.
fn parcel(path: &Path) -> Parcel {
    let source = if path == Path::new("-") { Source::from_reader("-", std::io::stdin().lock()) } else { Source::open(path) };
    (neutralise(&path.to_string_lossy()).into_owned(), source)
}

/// Takes over what is new and changed, all of it or nothing; gives the number of dossiers.
fn take_over(session: &Session, found: &[Arrival]) -> Result<u64, Fault> {
    let now = session.world.clock.now();
    let matched = found.iter().filter_map(|arrival| arrival.found.as_ref().ok());
    let dossiers: Vec<DossierChange> = matched.filter_map(|matched| matched.change(&matched.answers(), now)).collect();
    if dossiers.is_empty() {
        return Ok(0);
    }
    let commit = commit_id().map_err(|error| Fault::System { detail: error.to_string() })?;
    let (deed, written) = (Deed::answered(dossiers.iter().map(|change| change.flow.clone()).collect()), dossiers.len() as u64);
    let amendment = Amendment { dossiers, ..Amendment::new(commit, String::new(), deed) };
    let hand = Hand { who: session.world.user.clone(), when: now };
    session.store.amend(&amendment, &hand, &mut |_| ControlFlow::Continue(())).map_err(of_commit)?;
    Ok(written)
}

/// Says why a file is not taken in, and gives the exit code of it.
fn refuse(session: &Session, file: &str, fault: &ArrivalFault) -> u8 {
    let words = session.words();
    let (Told { what, why, remedy }, code) = match fault {
        ArrivalFault::Read(fault) => {
            let fault = of_read(fault.clone(), Path::new(file));
            (words.fault(&fault), code_of(&fault))
        }
        ArrivalFault::Refused(why) => ((words.answers.refused)(why), exit::UNREADABLE),
    };
    eprintln!("instroom: {file}{}{}", words.colon(), neutralise(&what));
    for line in [why, remedy].iter().filter(|line| !line.is_empty()) {
        eprintln!("  {}", neutralise(line));
    }
    code
}

/// A form beside what is known, for a person.
fn table(session: &Session, file: &str, matched: &Matched) -> String {
    let words = session.words();
    let mut text = format!("{file}{}{} ({})\n", words.colon(), neutralise(&matched.name), matched.flow.0);
    let (new, changed, emptied, unclear) = matched.counts();
    if matched.differences().next().is_none() && matched.compared.strange.is_empty() {
        let _ = writeln!(text, "  {}", words.answers.nothing_new);
        return text;
    }
    let _ = writeln!(text, "  {}", (words.answers.counts)(new, changed, emptied, unclear));
    for one in matched.differences() {
        line(session, matched, one, &mut text);
    }
    for given in &matched.compared.strange {
        let value = value_of(session, None, &given.text);
        let _ = writeln!(text, "  {:<6}{}: {}", given.place.to_string(), words.answers.strange, cut(&value, 2 * VALUE));
    }
    let record = matched.compared.for_the_record(&matched.questionnaire);
    if !record.is_empty() {
        let names: Vec<_> = record.iter().filter_map(|(_, one)| asked_text(matched, one)).collect();
        let _ = writeln!(text, "  {} {}", words.answers.for_the_record, neutralise(&names.join(", ")));
    }
    text
}

/// How a question reads in the language of its dossier, or in the questionnaire's first.
fn asked_text<'a>(matched: &'a Matched, one: &Difference) -> Option<&'a str> {
    let question = matched.questionnaire.question(&one.question)?;
    let first = matched.questionnaire.languages.first()?;
    question.text.get(matched.dossier.language).or_else(|| question.text.get(*first))
}

fn line(session: &Session, matched: &Matched, one: &Difference, text: &mut String) {
    let words = &session.words().answers;
    let question = matched.questionnaire.question(&one.question);
    let place = one.given.as_ref().map(|given| given.place.to_string()).unwrap_or_default();
    let asked = asked_text(matched, one).unwrap_or(&one.question);
    let known = one.known.as_ref().map(|known| value_of(session, question, &known.value)).unwrap_or_default();
    let given = match &one.outcome {
        Outcome::New(value) | Outcome::Changed(value) => value_of(session, question, value),
        _ => one.given.as_ref().map(|given| value_of(session, None, &given.text)).unwrap_or_default(),
    };
    let arrow = if known.is_empty() { cut(&given, VALUE) } else { format!("{} -> {}", cut(&known, VALUE), cut(&given, VALUE)) };
    let outcome = (words.outcome)(&one.outcome);
    let mut note = match &one.outcome {
        Outcome::NotUnderstood(why) => format!("  ({})", (words.not_understood)(*why)),
        Outcome::Told(_) => format!("  ({})", words.of_office),
        _ if one.remark.is_some() => {
            let text = one.given.as_ref().map(|given| value_of(session, None, &given.text)).unwrap_or_default();
            format!("  ({}{}{})", words.remark, session.words().colon(), cut(&text, VALUE))
        }
        _ => String::new(),
    };
    if one.doubt.is_some() {
        let _ = write!(note, "  ({})", words.by_number);
    }
    let width = QUESTION - 1;
    let _ = writeln!(text, "  {place:<6}{outcome:<15} {:<width$} {arrow}{note}", cut(asked, width));
}

/// A value on one line, masked unless numbers are shown.
fn value_of(session: &Session, question: Option<&Question>, kept: &str) -> String {
    let words = &session.words().answers;
    let value = match question {
        Some(question) if question.kind == AnswerKind::YesNo => match kept {
            "yes" => words.yes.to_owned(),
            "no" => words.no.to_owned(),
            other => other.to_owned(),
        },
        Some(question) if !session.shows_numbers => shown(question, &shown_masked(question, kept), session.language.of_customers()),
        Some(question) => shown(question, kept, session.language.of_customers()),
        None if session.shows_numbers => kept.to_owned(),
        None => mask_in_text(kept).into_owned(),
    };
    neutralise(&value).into_owned()
}

/// A file in `--json`.
#[derive(Debug, Serialize)]
struct ToldFile<'a> {
    file: &'a str,
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
    customer: u64,
    name: &'a str,
    task_flow: &'a str,
    questionnaire: &'a str,
    new: u64,
    changed: u64,
    emptied: u64,
    not_understood: u64,
    taken_over: bool,
    differences: Vec<Line<'a>>,
    strange: Vec<Stray>,
    for_the_record: Vec<&'static str>,
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
}

/// A row of no question in `--json`.
#[derive(Debug, Serialize)]
struct Stray {
    text: String,
    cell: String,
}

fn json<'a>(session: &Session, arrival: &'a Arrival, yes: bool) -> ToldFile<'a> {
    let (refused, form) = match &arrival.found {
        Ok(matched) => (None, Some(form(session, matched, yes))),
        Err(ArrivalFault::Refused(why)) => (Some(RefusedFile { why: why.word(), told: (session.words().answers.refused)(why).what }), None),
        Err(ArrivalFault::Read(fault)) => {
            let told = session.words().fault(&of_read(fault.clone(), Path::new(&arrival.file))).what;
            (Some(RefusedFile { why: "unreadable", told: neutralise(&told).into_owned() }), None)
        }
    };
    ToldFile { file: &arrival.file, refused, form }
}

fn form<'a>(session: &Session, matched: &'a Matched, yes: bool) -> Form<'a> {
    let masked = |question: &str, text: &str| match matched.questionnaire.question(question) {
        _ if session.shows_numbers => text.to_owned(),
        Some(question) => mask_in_text(&shown_masked(question, text)).into_owned(),
        None => mask_in_text(text).into_owned(),
    };
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
        by_number: one.doubt.is_some(),
    };
    let (new, changed, emptied, not_understood) = matched.counts();
    let stray = |given: &crate::domain::form::Given| Stray { text: masked("", &given.text), cell: given.place.to_string() };
    Form {
        customer: matched.customer.0,
        name: &matched.name,
        task_flow: &matched.flow.0,
        questionnaire: &matched.questionnaire.id.0,
        new,
        changed,
        emptied,
        not_understood,
        taken_over: yes,
        differences: matched.differences().map(line).collect(),
        strange: matched.compared.strange.iter().map(stray).collect(),
        for_the_record: matched.compared.for_the_record(&matched.questionnaire).into_iter().map(|(prefill, _)| prefill.key()).collect(),
    }
}
