//! From the text of a file to a questionnaire, in the order in which a person reads it.

use std::collections::BTreeMap;

use toml::de::DeTable;

use super::check;
use super::entries::{self, Entries, Located};
use super::fault::{Named, Place, QuestionnaireFault, Wrong};
use super::form_code::{BadFormCode, FormCode};
use super::{AnswerKind, Choice, FORMAT, Prefill, Question, Questionnaire, QuestionnaireId, Section};
use crate::domain::language::Language;

type Faulty<T> = Result<T, QuestionnaireFault>;

const FILE: &[&str] = &["format", "id", "assessment_year", "languages", "title", "includes", "section"];
const SECTION: &[&str] = &["id", "title", "question"];
const QUESTION: &[&str] = &["id", "kind", "text", "help", "codes", "prefill", "choices"];
const CHOICE: &[&str] = &["id", "text"];

/// Every key of the format, table by table: the file, a section, a question, a choice.
pub const KEYS: [&[&str]; 4] = [FILE, SECTION, QUESTION, CHOICE];

/// The ids given so far, each with its line.
type Seen = BTreeMap<String, usize>;

/// What the sections share while they are read.
struct Reading {
    languages: Vec<Language>,
    sections: Seen,
    questions: Seen,
}

/// A questionnaire as its file has it, before what it includes is put with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// What the file itself asks; no sections at all where it only includes.
    pub(super) own: Questionnaire,
    /// The one of which everything is asked too.
    pub(super) includes: Option<Includes>,
}

/// The name of an included questionnaire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Includes {
    pub(super) id: QuestionnaireId,
    /// The line that says so, counted from 1.
    pub(super) line: usize,
}

pub(super) fn written(text: &str) -> Faulty<Written> {
    let document = DeTable::parse(text).map_err(|error| QuestionnaireFault {
        line: error.span().map(|span| entries::line(text, span.start)),
        place: Box::new(Place::default()),
        wrong: Wrong::Syntax(error.message().trim().to_owned()),
    })?;
    let mut file = Entries::of_file(text, document.get_ref());
    check_format(&file)?;
    let id = file.text("id")?;
    file.place.questionnaire = Some(id.value.to_owned());
    file.only(FILE)?;
    check::id(id.value).map_err(|wrong| file.fault(id.at, wrong))?;
    let assessment_year = assessment_year(&file)?;
    check::id_year(id.value, assessment_year).map_err(|wrong| file.fault(id.at, wrong))?;
    let languages = languages(&file)?;
    let title = file.phrase("title", &languages)?;
    let includes = file.optional_text("includes")?;
    let includes = includes.map(|id| Includes { id: QuestionnaireId(id.value.to_owned()), line: file.line(id.at) });
    let mut reading = Reading { languages, sections: Seen::new(), questions: Seen::new() };
    let sections = if includes.is_some() { file.tables("section")? } else { file.some_tables("section")? };
    let sections = sections.into_iter().map(|entries| section(entries, &mut reading)).collect::<Faulty<_>>()?;
    let own = Questionnaire {
        format: FORMAT,
        id: QuestionnaireId(id.value.to_owned()),
        assessment_year,
        languages: reading.languages,
        title,
        sections,
    };
    Ok(Written { own, includes })
}

/// Comes before everything else: of a newer format nothing else can be said.
fn check_format(file: &Entries<'_, '_>) -> Faulty<()> {
    let format = file.integer("format")?;
    if format.value == i64::from(FORMAT) {
        return Ok(());
    }
    Err(file.fault(format.at, Wrong::Format { found: format.value.to_string() }))
}

fn assessment_year(file: &Entries<'_, '_>) -> Faulty<i16> {
    let year = file.integer("assessment_year")?;
    let fits = i16::try_from(year.value).ok().filter(|year| (2000..2100).contains(year));
    fits.ok_or_else(|| file.fault(year.at, Wrong::AssessmentYear))
}

fn languages(file: &Entries<'_, '_>) -> Faulty<Vec<Language>> {
    let mut languages = Vec::new();
    for code in file.texts("languages")? {
        let unknown = || Wrong::UnknownValue { what: Named::Language, value: code.value.to_owned() };
        let language = entries::language(code.value).ok_or_else(|| file.fault(code.at, unknown()))?;
        if languages.contains(&language) {
            return Err(file.fault(code.at, Wrong::DuplicateLanguage { language }));
        }
        languages.push(language);
    }
    if languages.is_empty() { Err(file.none_of("languages")) } else { Ok(languages) }
}

fn section(mut entries: Entries<'_, '_>, reading: &mut Reading) -> Faulty<Section> {
    let id = entries.text("id")?;
    entries.place.section = Some(id.value.to_owned());
    entries.only(SECTION)?;
    let id = new_id(&entries, id, &mut reading.sections)?;
    let title = entries.phrase("title", &reading.languages)?;
    let questions = entries.some_tables("question")?.into_iter().map(|entries| question(entries, reading)).collect::<Faulty<_>>()?;
    Ok(Section { id, title, questions })
}

fn question(mut entries: Entries<'_, '_>, reading: &mut Reading) -> Faulty<Question> {
    let id = entries.text("id")?;
    entries.place.question = Some(id.value.to_owned());
    entries.only(QUESTION)?;
    let id = new_id(&entries, id, &mut reading.questions)?;
    let kind_text = entries.text("kind")?;
    let kind = AnswerKind::ALL.into_iter().find(|kind| kind.key() == kind_text.value);
    let kind = kind.ok_or_else(|| unknown(&entries, Named::Kind, kind_text))?;
    let text = entries.phrase("text", &reading.languages)?;
    let help = entries.optional_phrase("help", &reading.languages)?.unwrap_or_default();
    let codes = entries.texts("codes")?.into_iter().map(|code| form_code(&entries, code)).collect::<Faulty<_>>()?;
    let mut seen = Seen::new();
    let choices = entries.tables("choices")?;
    let choices: Vec<_> = choices.into_iter().map(|entries| choice(entries, reading, &mut seen)).collect::<Faulty<_>>()?;
    check::choices(kind, &choices).map_err(|wrong| entries.fault(kind_text.at, wrong))?;
    let prefill = prefill(&entries, kind, &choices, &reading.languages)?;
    Ok(Question { id, kind, text, help, codes, choices, prefill })
}

fn choice(mut entries: Entries<'_, '_>, reading: &Reading, seen: &mut Seen) -> Faulty<Choice> {
    let id = entries.text("id")?;
    entries.place.choice = Some(id.value.to_owned());
    entries.only(CHOICE)?;
    let id = new_id(&entries, id, seen)?;
    let text = entries.phrase("text", &reading.languages)?;
    Ok(Choice { id, text })
}

fn prefill(entries: &Entries<'_, '_>, kind: AnswerKind, choices: &[Choice], languages: &[Language]) -> Faulty<Option<Prefill>> {
    let Some(key) = entries.optional_text("prefill")? else { return Ok(None) };
    let prefill = Prefill::from_key(key.value).ok_or_else(|| unknown(entries, Named::Prefill, key))?;
    check::prefill(prefill, kind, choices, languages).map_err(|wrong| entries.fault(key.at, wrong))?;
    Ok(Some(prefill))
}

fn form_code(entries: &Entries<'_, '_>, text: Located<&str>) -> Faulty<FormCode> {
    FormCode::parse(text.value).map_err(|bad| {
        let code = text.value.to_owned();
        let wrong = match bad {
            BadFormCode::Shape => Wrong::CodeShape { code },
            BadFormCode::CheckDigits(right) => Wrong::CodeCheckDigits { code, right },
        };
        entries.fault(text.at, wrong)
    })
}

/// An id of the right shape that was not given before.
fn new_id(entries: &Entries<'_, '_>, id: Located<&str>, seen: &mut Seen) -> Faulty<String> {
    check::id(id.value).map_err(|wrong| entries.fault(id.at, wrong))?;
    match seen.insert(id.value.to_owned(), entries.line(id.at)) {
        None => Ok(id.value.to_owned()),
        Some(first) => Err(entries.fault(id.at, Wrong::DuplicateId { id: id.value.to_owned(), first })),
    }
}

fn unknown(entries: &Entries<'_, '_>, what: Named, text: Located<&str>) -> QuestionnaireFault {
    entries.fault(text.at, Wrong::UnknownValue { what, value: text.value.to_owned() })
}
