//! Forms written and read back.

use std::collections::BTreeSet;
use std::io::{Cursor, Read as _};

use calamine::{Data, Reader as _, Xlsx};
use proptest::prelude::*;

use super::*;
use crate::domain::dossier::{Answer, Course, Dossier, Origin, Status};
use crate::domain::form::layout::{ANSWER, HEADINGS, MARK};
use crate::domain::form::{Returned, Unrecognised};
use crate::domain::neutral::neutralise_lines;
use crate::domain::questionnaire::{AnswerKind, QuestionnaireId, built_in};
use crate::domain::returned::{Outcome, compare, take_over};
use crate::domain::workbook::ReadFault;
use crate::world::workbook::{Reader, Source};

const NUMBER: &str = "85073003328";
const TOKEN: &str = "0123456789abcdef0123456789abcdef";

/// Texts that a spreadsheet, a terminal or an XML writer could stumble over.
const HOSTILE: [&str; 9] = [
    "=HYPERLINK(\"http://example.com\";\"klik\")",
    "+32471625368",
    "'s-Gravenhage",
    "007",
    "👩‍👧 مرحبا שלום",
    "_x000D_ <b>&amp;</b>",
    "@SUM(A1)",
    "2026-07-15",
    "a\nb\n\nc",
];

fn dossier(questionnaire: &Questionnaire, language: Language, answers: Vec<Answer>) -> Dossier {
    Dossier {
        questionnaire: questionnaire.id.clone(),
        language,
        status: Status::Sent,
        deadline: jiff::civil::date(2026, 7, 15),
        deadline_origin: Origin::Default,
        invitation_wanted: false,
        token: TOKEN.into(),
        answers,
        course: Course::default(),
    }
}

/// An answer to every question, of its kind; texts by turns.
fn full(questionnaire: &Questionnaire, texts: &[String]) -> Vec<Answer> {
    let mut texts = texts.iter().cycle();
    let mut text = || texts.next().cloned().unwrap_or_default();
    let mut value = |question: &crate::domain::questionnaire::Question| match question.kind {
        _ if crate::domain::form::asks_national_number(question) => NUMBER.to_owned(),
        AnswerKind::Text => text().split_whitespace().take(90).collect::<Vec<_>>().join(" "),
        AnswerKind::LongText => text(),
        AnswerKind::YesNo => "no".to_owned(),
        AnswerKind::Choice => question.choices.last().unwrap().id.clone(),
        AnswerKind::Date => "1950-02-28".to_owned(),
        AnswerKind::Amount => "-123456789.05".to_owned(),
        AnswerKind::Number => "12".to_owned(),
        AnswerKind::Account => "BE68539007547034".to_owned(),
    };
    let answers = questionnaire.questions();
    answers.map(|question| Answer { question: question.id.clone(), value: value(question), origin: Origin::Imported }).collect()
}

fn about() -> About<'static> {
    About { office: "Kantoor =1+1", customer: "Van den Berg Élise", ..About::default() }
}

fn form(questionnaire: &Questionnaire, dossier: &Dossier) -> Vec<u8> {
    form_bytes(questionnaire, dossier, &about()).unwrap()
}

fn read(bytes: Vec<u8>) -> Result<Returned, ReturnedFault> {
    read_form(&Reader::here(), &Source::from_bytes("x.xlsx", bytes).map_err(ReturnedFault::Read)?)
}

fn pit() -> Questionnaire {
    built_in().get(&QuestionnaireId("pit-2026".into())).unwrap().clone()
}

/// The first section alone, for what is done many times.
fn short() -> Questionnaire {
    let mut questionnaire = pit();
    questionnaire.sections.truncate(1);
    questionnaire
}

#[test]
fn every_questionnaire_comes_back_in_every_language_as_it_went() {
    let mut texts: Vec<String> = HOSTILE.map(str::to_owned).into();
    texts.push("lang ".repeat(900).trim_end().to_owned());
    for questionnaire in built_in().iter() {
        for language in questionnaire.languages.clone() {
            let known = dossier(questionnaire, language, full(questionnaire, &texts));
            let returned = read(form(questionnaire, &known)).unwrap();
            assert_eq!((returned.token.as_str(), returned.questionnaire.as_ref()), (TOKEN, Some(&questionnaire.id)));
            let compared = compare(questionnaire, &known, &returned).unwrap();
            let differing: Vec<_> = compared.differences().collect();
            assert!(differing.is_empty() && compared.strange.is_empty(), "{} {language:?}: {differing:?}", questionnaire.id);
            // The same cells fill a dossier that knows nothing, save the masked ones and what the office decides.
            let empty = dossier(questionnaire, language, Vec::new());
            let compared = compare(questionnaire, &empty, &returned).unwrap();
            let chosen: BTreeSet<String> = questionnaire.questions().map(|question| question.id.clone()).collect();
            let after = take_over(questionnaire, &empty, &compared, &chosen, jiff::Timestamp::UNIX_EPOCH);
            let is_asked = |answer: &&Answer| {
                let is_told = questionnaire.question(&answer.question).is_some_and(crate::domain::questionnaire::Question::is_told);
                answer.value != NUMBER && answer.question != "bank-account" && !is_told
            };
            for (was, is) in known.answers.iter().filter(is_asked).zip(&after.answers) {
                assert_eq!(
                    (was.question.as_str(), &*neutralise_lines(&was.value)),
                    (is.question.as_str(), &*is.value),
                    "{}",
                    questionnaire.id
                );
            }
            let is_masked_or_told = |aside: &crate::domain::dossier::Aside| {
                ["850730*****", "BE68 **** **** 7034"].contains(&aside.text.as_str())
                    || ["deadline", "responsible"].contains(&aside.question.as_str())
            };
            assert!(after.course.aside.iter().all(is_masked_or_told));
        }
    }
}

#[test]
fn an_empty_form_gives_no_answers() {
    let questionnaire = pit();
    let known = dossier(&questionnaire, Language::French, Vec::new());
    let returned = read(form(&questionnaire, &known)).unwrap();
    let compared = compare(&questionnaire, &known, &returned).unwrap();
    assert_eq!((compared.count(|outcome| *outcome == Outcome::Same), compared.strange.len()), (questionnaire.questions().count(), 0));
}

/// All parts of the package, unpacked, one behind the other.
fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut part = archive.by_index(at).unwrap();
            let mut text = String::new();
            let _ = part.read_to_string(&mut text);
            (part.name().unwrap().into_owned(), text)
        })
        .collect()
}

#[test]
fn no_national_number_and_no_formula_is_anywhere_in_the_file() {
    let questionnaire = pit();
    let texts = ["Mijn nummer is 93.05.18-223.61".to_owned(), "=1+1".to_owned()];
    let bytes = form(&questionnaire, &dossier(&questionnaire, Language::Dutch, full(&questionnaire, &texts)));
    for (name, text) in parts(&bytes) {
        assert!(!text.contains(NUMBER) && !text.contains("223.61") && !text.contains("<f>"), "{name}");
    }
    let words: String = parts(&bytes).into_iter().map(|(_, text)| text).collect();
    assert!(words.contains("850730*****") && words.contains("=1+1") && words.contains(TOKEN));
}

#[test]
fn answers_can_be_typed_and_nothing_else_and_lists_are_the_customers_words() {
    let questionnaire = pit();
    let bytes = form(&questionnaire, &dossier(&questionnaire, Language::French, Vec::new()));
    let all = parts(&bytes);
    let part = |name: &str| all.iter().find(|(path, _)| path.ends_with(name)).unwrap().1.clone();
    let sheet = part("sheet1.xml");
    assert!(sheet.contains("<sheetProtection sheet=\"1\"") && !sheet.contains("password"), "protected, without a password");
    assert!(part("styles.xml").contains("<protection locked=\"0\"/>"));
    assert!(part("workbook.xml").contains("state=\"veryHidden\""));
    assert!(sheet.contains("\"Oui,Non\"") && sheet.contains("paperSize=\"9\"") && sheet.contains("fitToHeight=\"0\""));
    assert!(part("workbook.xml").contains("_xlnm.Print_Titles"), "the headings come again on every page");
    // Every row has its height, and those of the questions can grow.
    let rows: Vec<&str> = sheet.split("<row ").skip(1).filter_map(|row| row.split('>').next()).collect();
    assert!(rows.iter().all(|row| row.contains("ht=\"")));
    assert_eq!(rows.iter().filter(|row| row.contains("customHeight")).count(), usize::try_from(HEADINGS).unwrap() + 1);
    let kinds = [("type=\"list\"", AnswerKind::Choice), ("type=\"date\"", AnswerKind::Date), ("type=\"decimal\"", AnswerKind::Amount)];
    for (check, kind) in kinds {
        let asked = questionnaire.questions().filter(|question| question.kind == kind).count();
        assert!(asked == 0 || sheet.contains(check), "{check}");
    }
    // The same bytes each time.
    assert_eq!(bytes, form(&questionnaire, &dossier(&questionnaire, Language::French, Vec::new())));
}

#[test]
fn a_list_too_long_for_its_check_or_with_commas_stands_out_of_sight() {
    let choices: String = (0..40).map(|at| format!("{{ id = \"c{at}\", text.nl = \"Keuze, nummer {at}\" }}, ")).collect();
    let text = format!(
        "format = 1\nid = \"long-2026\"\nassessment_year = 2026\nlanguages = [\"nl\"]\ntitle.nl = \"Lang\"\n[[section]]\nid = \"all\"\n\
         title.nl = \"Alles\"\n[[section.question]]\nid = \"many-choices\"\nkind = \"choice\"\ntext.nl = \"Kies\"\nchoices = [{choices}]\n"
    );
    let questionnaire = Questionnaire::parse(&text).unwrap();
    let answers = vec![Answer { question: "many-choices".into(), value: "c39".into(), origin: Origin::Typed }];
    let known = dossier(&questionnaire, Language::German, answers);
    let bytes = form(&questionnaire, &known);
    let all: String = parts(&bytes).into_iter().map(|(_, text)| text).collect();
    assert!(all.contains("<formula1>list_many_choices</formula1>") && all.contains("instroom!$D$1:$D$40"));
    let compared = compare(&questionnaire, &known, &read(bytes).unwrap()).unwrap();
    assert_eq!(compared.differences().count(), 0);
}

/// The visible sheet of a form as rows of text, and the bytes of a workbook of such rows.
fn copied(bytes: &[u8], change: impl Fn(&mut Vec<Vec<String>>)) -> Vec<u8> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.to_vec())).unwrap();
    let range = book.worksheet_range_at(0).unwrap().unwrap();
    let text = |cell: &Data| match cell {
        Data::Empty => String::new(),
        // Every date of the forms here.
        Data::DateTime(_) => "1950-02-28".to_owned(),
        other => other.to_string(),
    };
    let mut rows: Vec<Vec<String>> = range.rows().map(|row| row.iter().map(text).collect()).collect();
    change(&mut rows);
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, cells) in (0_u32..).zip(rows) {
        for (column, text) in (0_u16..).zip(cells).filter(|(_, text)| !text.is_empty()) {
            sheet.write_string(row, column, text).unwrap();
        }
    }
    workbook.save_to_buffer().unwrap()
}

#[test]
fn a_copy_of_the_sheet_is_still_known_sorted_widened_and_without_its_marks() {
    let questionnaire = pit();
    let known = dossier(&questionnaire, Language::Dutch, full(&questionnaire, &["tekst".to_owned()]));
    let bytes = form(&questionnaire, &known);
    let differing = |change: &dyn Fn(&mut Vec<Vec<String>>)| {
        let returned = read(copied(&bytes, change)).unwrap();
        let compared = compare(&questionnaire, &known, &returned).unwrap();
        let doubts = compared.questions.iter().filter(|one| one.doubt.is_some()).count();
        (compared.differences().count(), doubts)
    };
    let all = questionnaire.questions().count();
    let first = usize::try_from(HEADINGS).unwrap() + 1;
    assert_eq!(differing(&|_| {}), (0, 0));
    assert_eq!(differing(&|rows| rows[first..].reverse()), (0, 0));
    assert_eq!(differing(&|rows| rows.iter_mut().for_each(|row| row.insert(1, "eigen kolom".into()))), (0, 0));
    assert_eq!(differing(&|rows| rows[first - 1].clear()), (0, 0));
    assert_eq!(differing(&|rows| rows.iter_mut().for_each(|row| row.truncate(usize::from(MARK)))), (0, all));
    assert_eq!(differing(&|rows| rows.truncate(first + 2)), (all - 1, 0));
    let emptied = differing(&|rows| rows[first..].iter_mut().for_each(|row| row[usize::from(ANSWER)].clear()));
    // The deadline and the colleague are the office's: an emptied cell says nothing about them.
    assert_eq!(emptied, (all - 2, 0));
}

#[test]
fn what_is_no_form_says_so() {
    let questionnaire = pit();
    let bytes = form(&questionnaire, &dossier(&questionnaire, Language::Dutch, Vec::new()));
    let without = |rows: &mut Vec<Vec<String>>| rows[3].clear();
    assert_eq!(read(copied(&bytes, without)), Err(ReturnedFault::Unrecognised(Unrecognised::NoToken)));
    let two = |rows: &mut Vec<Vec<String>>| rows[0][0] = format!("instroom-{}", "f".repeat(32));
    assert_eq!(read(copied(&bytes, two)), Err(ReturnedFault::Unrecognised(Unrecognised::SeveralTokens { count: 2 })));
    let no_rows = |rows: &mut Vec<Vec<String>>| rows.truncate(4);
    assert_eq!(read(copied(&bytes, no_rows)), Err(ReturnedFault::Unrecognised(Unrecognised::NoQuestions)));
    assert!(matches!(read(b"%PDF-1.7".to_vec()), Err(ReturnedFault::Read(ReadFault::NotAWorkbook { .. }))));
    assert!(matches!(read(bytes[..bytes.len() / 2].to_vec()), Err(ReturnedFault::Read(_))));
}

#[test]
fn the_name_of_the_file_is_plain() {
    let questionnaire = pit();
    let name = |customer, language| {
        form_name(&questionnaire, &dossier(&questionnaire, language, Vec::new()), &About { customer, ..About::default() })
    };
    assert_eq!(name("Van den Berg Élise", Language::Dutch), "vragenlijst-2026-van-den-berg-elise.xlsx");
    assert_eq!(name("../../etc/passwd\n\"", Language::French), "questionnaire-2026-etc-passwd.xlsx");
    assert_eq!(name("张伟", Language::English), "questions-2026.xlsx");
    assert_eq!(name("Familie 👨‍👩‍👧 Peeters", Language::Dutch), "vragenlijst-2026-familie-peeters.xlsx");
    assert_eq!(name("Familie ‹U+200D›Peeters", Language::Dutch), "vragenlijst-2026-familie-peeters.xlsx");
    assert!(name(&"Naam ".repeat(100), Language::Dutch).len() <= 85);
    let numbered = |number, customer| {
        let about = About { customer, number: Some(CustomerId(number)), assessment_year: Some(2027), ..About::default() };
        form_name(&questionnaire, &dossier(&questionnaire, Language::Dutch, Vec::new()), &about)
    };
    assert_eq!(numbered(30, "Fien Claes"), "vragenlijst-2027-fien-claes-C00030.xlsx");
    let long = "Naam ".repeat(100);
    assert!(numbered(30, &long) != numbered(31, &long) && numbered(30, &long).len() <= 90);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn bytes_that_were_changed_are_read_or_refused(at in prop::collection::vec((0.0..1.0_f64, any::<u8>()), 1..8), cut in 0.5..1.0_f64) {
        let questionnaire = short();
        let mut bytes = form(&questionnaire, &dossier(&questionnaire, Language::Dutch, full(&questionnaire, &["x".to_owned()])));
        let length = bytes.len();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a place in a small file")]
        let place = |share: f64| ((length as f64 * share) as usize).min(length - 1);
        at.iter().for_each(|(share, byte)| bytes[place(*share)] = *byte);
        if at.len() > 5 {
            bytes.truncate(place(cut));
        }
        if let Ok(returned) = read(bytes) {
            prop_assert!(compare(&questionnaire, &dossier(&questionnaire, Language::Dutch, Vec::new()), &returned).is_ok() || returned.questionnaire.is_some());
        }
    }

    #[test]
    fn texts_of_any_kind_come_back(text in "\\PC{0,80}") {
        let questionnaire = short();
        let known = dossier(&questionnaire, Language::Dutch, full(&questionnaire, &[text.trim().to_owned()]));
        let returned = read(form(&questionnaire, &known)).unwrap();
        let compared = compare(&questionnaire, &known, &returned).unwrap();
        prop_assert_eq!(compared.differences().count(), 0);
    }
}
