//! A questionnaire in the hands of other programs: filled in, rearranged and saved by LibreOffice
//! (`tests/workbooks/README.md`), then read by the real reading process.

use std::collections::BTreeMap;
use std::path::Path;

use instroom::domain::form::Returned;
use instroom::domain::language::Language;
use instroom::domain::returned::{Compared, compare};
use instroom::world::workbook::questionnaire::{ReturnedFault, read_form};
use instroom::world::workbook::{Reader, Source};

use crate::generate::forms::{TOKEN, dossier, form, short};

fn read(name: &str) -> Result<Returned, ReturnedFault> {
    let bytes = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/workbooks").join(name)).unwrap();
    let reader = Reader::with_program(env!("CARGO_BIN_EXE_instroom"));
    read_form(&reader, &Source::from_bytes(name, bytes).map_err(ReturnedFault::Read)?)
}

fn compared(name: &str) -> Compared {
    let questionnaire = short().unwrap();
    let returned = read(name).unwrap();
    assert_eq!(returned.token, TOKEN, "{name}");
    compare(&questionnaire, &dossier(&questionnaire, Language::Dutch), &returned).unwrap()
}

/// What came out of each question, as one reads it.
fn outcomes(compared: &Compared) -> BTreeMap<&str, String> {
    compared.questions.iter().map(|one| (one.question.as_str(), format!("{:?}", one.outcome))).collect()
}

#[test]
fn the_form_that_the_samples_are_of_is_still_the_one_that_is_mailed() {
    let written = compared("form.xlsx");
    assert_eq!((written.differences().count(), written.strange.len()), (0, 0));
    let questionnaire = short().unwrap();
    let now = form(&questionnaire, Language::Dutch).unwrap();
    let now = read_form(&Reader::here(), &Source::from_bytes("form.xlsx", now).unwrap()).unwrap();
    assert_eq!(now, read("form.xlsx").unwrap(), "tests/workbooks/make-form.sh makes the samples anew");
}

#[test]
fn what_a_customer_fills_in_is_read_alike_from_every_format() {
    for name in ["form-filled.xlsx", "form-filled.ods", "form-filled.xls", "form-filled.csv"] {
        let compared = compared(name);
        let expected = [
            ("first-name", "Same"),
            ("last-name", "Same"),
            ("national-number", "StillMasked"),
            ("partner-number", "New(\"93051822361\")"),
            ("account", "Same"),
            ("has-moved", "Changed(\"no\")"),
            ("house", "New(\"no\")"),
            ("car", "NotUnderstood(NoAnswer(NotYesNo))"),
            ("civil-status", "Changed(\"cohabiting\")"),
            ("region", "New(\"brussels\")"),
            ("since", "Changed(\"2019-06-20\")"),
            ("sold", "New(\"2025-03-01\")"),
            ("bought", "New(\"2023-03-15\")"),
            ("gifts", "Changed(\"2345.67\")"),
            ("pension", "New(\"1234.56\")"),
            ("childcare", "NotUnderstood(NoAnswer(NotAnAmount))"),
            ("children", "Changed(\"3\")"),
            ("work-days", "NotUnderstood(NoAnswer(NotANumber))"),
            ("remarks", "Changed(\"Wij zijn verhuisd:\\n- eerst Aalst\\n- nu Brugge\")"),
            ("questions", "New(\"Regel 1\\n\\nRegel 3 met \\\"tekens\\\": <b> & €\")"),
        ];
        let mut expected: BTreeMap<&str, String> = expected.into_iter().map(|(id, outcome)| (id, outcome.to_owned())).collect();
        if name.ends_with("csv") {
            // Nothing there says that it is a number and no text.
            expected.insert("bought", "NotUnderstood(NoAnswer(NotADate))".to_owned());
        }
        assert_eq!(outcomes(&compared), expected, "{name}");
        let strange: Vec<(String, &str)> = compared.strange.iter().map(|given| (given.place.to_string(), given.text.as_str())).collect();
        assert_eq!(strange, [("C28".to_owned(), "En nog iets: bel mij gerust.")], "{name}");
    }
}

#[test]
fn a_rearranged_form_is_known_by_its_numbers_and_loses_nothing() {
    for name in ["form-rearranged.xlsx", "form-rearranged.ods"] {
        let compared = compared(name);
        let differing: Vec<_> = compared.differences().map(|one| (one.question.as_str(), format!("{:?}", one.outcome))).collect();
        let expected = [("first-name", "Changed(\"Charlotte\")"), ("remarks", "Changed(\"Een\\ntwee\")")];
        assert_eq!(differing, expected.map(|(id, outcome)| (id, outcome.to_owned())), "{name}");
        assert!(compared.questions.iter().all(|one| one.doubt.is_some()), "{name}: the marks are gone");
        let strange: Vec<&str> = compared.strange.iter().map(|given| given.text.as_str()).collect();
        assert_eq!(strange, ["Mijn eigen rij"], "{name}");
    }
}
