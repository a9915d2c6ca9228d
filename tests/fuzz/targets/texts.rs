//! What stands in cells: fields, headings, and the answers of a form that came back.

use std::sync::LazyLock;

use instroom::domain::account_number::AccountNumber;
use instroom::domain::answering;
use instroom::domain::deadline;
use instroom::domain::dossier::{Course, Dossier, Origin, Status};
use instroom::domain::email::Email;
use instroom::domain::enterprise_number::EnterpriseNumber;
use instroom::domain::field::Field;
use instroom::domain::field_rules::{FieldContext, GivenCell, judge};
use instroom::domain::form::recognise::recognise;
use instroom::domain::language::Language;
use instroom::domain::mapping;
use instroom::domain::mobile::Mobile;
use instroom::domain::national_number::NationalNumber;
use instroom::domain::neutral::neutralise;
use instroom::domain::questionnaire::{Catalogue, QuestionnaireId, built_in};
use instroom::domain::returned;
use instroom::domain::sheet::{CellKind, Sheet};
use instroom::domain::template::layout::{SheetHead, Visibility, find};
use instroom::world::workbook::questionnaire::read_form;
use instroom::world::workbook::{Reader, Source};
use jiff::civil::date;

const KINDS: [CellKind; 5] = [CellKind::Text, CellKind::Number, CellKind::Date, CellKind::Bool, CellKind::Error];

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(built_in);

/// One cell as every field and as the answer to every kind of question: the first byte says of which kind the cell is.
pub(super) fn fields(bytes: &[u8]) {
    let Some((first, text)) = bytes.split_first() else { return };
    let text = neutralise(&String::from_utf8_lossy(text)).into_owned();
    let kind = KINDS[usize::from(*first) % KINDS.len()];
    let today = date(2026, 5, 14);
    for field in Field::ALL {
        let colleagues = ["els@example.be".to_owned()];
        let country = if first & 0x80 == 0 { "" } else { "Nederland" };
        let context = FieldContext {
            today,
            earliest_deadline_year: Some(2026),
            languages_offered: Some(&Language::ALL),
            colleagues: &colleagues,
            country,
        };
        let mut findings = Vec::new();
        if let Some(value) = judge(field, GivenCell { text: &text, kind }, &context, &mut findings) {
            // What is kept is what is compared: read once more it is the same.
            let mut again = Vec::new();
            let second = judge(field, GivenCell { text: &value, kind: CellKind::Text }, &context, &mut again);
            assert_eq!(second.as_deref(), Some(&*value), "{field:?} of {text:?}: {again:?}");
        }
    }
    let _ = NationalNumber::parse_stored(&text).map(|number| NationalNumber::parse_stored(&number.to_string()));
    let _ = (Email::parse(&text).is_ok(), Mobile::parse(&text).is_ok(), EnterpriseNumber::parse(&text).is_ok());
    let _ = (AccountNumber::parse(&text).is_some(), deadline::parse(&text), NationalNumber::parse(&text, today).is_ok());
    let _ = instroom::domain::address::take_apart(&text);
    for question in CATALOGUE.iter().flat_map(|one| one.questions()).take(60) {
        if let Ok(Some(kept)) = answering::canonical(question, &text) {
            assert_eq!(answering::canonical(question, &kept), Ok(Some(kept.clone())), "{} of {text:?}", question.id);
        }
    }
}

/// Rows of cells between tabs. A cell that begins with `\x01` to `\x04` is a number, a date, a truth value, an error.
fn sheet(bytes: &[u8]) -> Sheet {
    let text = String::from_utf8_lossy(bytes);
    let mut sheet = Sheet::new("S");
    for (row, line) in (1..).zip(text.split('\n')) {
        for (column, cell) in (0..1_024).zip(line.split('\t')) {
            let first = cell.bytes().next().filter(|first| (1..5).contains(first));
            let kind = first.map_or(CellKind::Text, |first| KINDS[usize::from(first)]);
            let cell = first.map_or(cell, |_| &cell[1..]);
            sheet.push(row, column, kind, &neutralise(cell)).expect("little text");
        }
    }
    sheet
}

/// Where the headings are, and which column is which field.
pub(super) fn header(bytes: &[u8]) {
    let sheet = sheet(bytes);
    let heads = [SheetHead { sheet: &sheet, visibility: Visibility::Visible }];
    let _ = find(&heads);
    let _ = mapping::probable_row(&sheet);
    let Ok(mut place) = mapping::place(&heads) else { return };
    let (row, today) = (place.layout.header_row, date(2026, 5, 14));
    assert!(place.sheet == 0 && sheet.index_of(row).is_some(), "headings where nothing stands: row {row}");
    let proposals = mapping::propose(&sheet, row, &[], today);
    assert!(proposals.columns.iter().all(|proposal| proposal.column < 1_024));
    mapping::complete(&mut place.layout, &sheet, today);
}

/// A form that came back: a package, or its cells.
pub(super) fn answers(bytes: &[u8]) {
    let returned = if bytes.starts_with(b"PK") {
        let Ok(source) = Source::from_bytes("back.xlsx", bytes.to_vec()) else { return };
        let Ok(returned) = read_form(&Reader::here(), &source) else { return };
        returned
    } else {
        let Ok(returned) = recognise(&[sheet(bytes)]) else { return };
        returned
    };
    let id = QuestionnaireId("pit-2026".to_owned());
    let questionnaire = CATALOGUE.get(&id).expect("the program brings it along");
    let dossier = Dossier {
        questionnaire: id,
        language: Language::Dutch,
        status: Status::NotSentYet,
        deadline: date(2026, 7, 15),
        deadline_origin: Origin::Typed,
        invitation_wanted: false,
        token: returned.token.clone(),
        answers: Vec::new(),
        course: Course::default(),
    };
    if let Ok(compared) = returned::compare(questionnaire, &dossier, &returned) {
        assert_eq!(compared.questions.len(), questionnaire.questions().count());
    }
}
