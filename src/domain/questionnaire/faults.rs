//! What is read of a file, and what is said of one that is wrong: line, place and reason.

use super::*;
use proptest::prelude::*;

/// A small file in which every part of the format occurs.
const SMALL: &str = r#"format = 1
id = "small-2026"
assessment_year = 2026
languages = ["nl", "fr"]
title = { nl = "Klein", fr = "Petit" }

[[section]]
id = "first"
title = { nl = "Eerste", fr = "Premier" }

[[section.question]]
id = "sex"
kind = "choice"
prefill = "sex"
text = { nl = "Geslacht", fr = "Sexe" }
choices = [
    { id = "female", text = { nl = "Vrouw", fr = "Femme" } },
    { id = "male", text = { nl = "Man", fr = "Homme" } },
]

[[section.question]]
id = "savings"
kind = "amount"
codes = ["1361-94"]
text.nl = "Pensioensparen"
text.fr = "Épargne-pension"
help.nl = "Zie het attest"
help.fr = "Voir l'attestation"

[[section]]
id = "second"
title = { nl = "Tweede", fr = "Deuxième" }
[[section.question]]
id = "mail"
kind = "text"
prefill = "email"
text = { nl = "E-mail", fr = "E-mail" }
"#;

#[test]
fn every_part_of_the_format_is_read() {
    let read = Questionnaire::parse(SMALL).unwrap();
    assert_eq!((read.id.0.as_str(), read.assessment_year), ("small-2026", 2026));
    assert_eq!(read.languages, [Language::Dutch, Language::French]);
    assert_eq!(read.sections.iter().map(|section| section.questions.len()).collect::<Vec<_>>(), [2, 1]);
    let savings = read.question("savings").unwrap();
    assert_eq!(savings.kind, AnswerKind::Amount);
    assert_eq!(savings.codes.iter().map(ToString::to_string).collect::<Vec<_>>(), ["1361-94"]);
    assert_eq!(savings.help.get(Language::French), Some("Voir l'attestation"));
    assert_eq!(savings.help.get(Language::English), None);
    let sex = read.question("sex").unwrap();
    assert_eq!(sex.prefill, Some(Prefill::Sex));
    assert_eq!(sex.choices[1].text.get(Language::Dutch), Some("Man"));
    assert_eq!(read.question("mail").and_then(|mail| mail.prefill).map(Prefill::key), Some("email"));
}

/// What is said of [`SMALL`] when a piece of it is another.
fn said(piece: &str, other: &str) -> String {
    assert_eq!(SMALL.matches(piece).count(), 1, "{piece} occurs once");
    let text = SMALL.replace(piece, other);
    Questionnaire::parse(&text).map_or_else(|fault| fault.to_string(), |_| "nothing".to_owned())
}

#[test]
fn a_fault_of_the_file_names_its_line() {
    let prefix = "line 2: small-2026: ";
    for (piece, other, expected) in [
        ("format = 1\n", "format = 2\n", "line 1: the file has format 2; this program reads format 1".to_owned()),
        ("format = 1\n", "", "line 1: `format` is missing".to_owned()),
        ("format = 1\n", "format = \"1\"\n", "line 1: `format` has to be a whole number".to_owned()),
        ("id = \"small-2026\"", "id = 7", "line 2: `id` has to be a text".to_owned()),
        ("\"small-2026\"", "\"small-2025\"", "line 2: small-2025: the id `small-2025` has to end in -2026, its assessment year".to_owned()),
        ("year = 2026", "year = 92026", "line 3: small-2026: the assessment year has to be from 2000 to 2099".to_owned()),
        ("year = 2026", "year = 99999999999999999999", "line 3: small-2026: the assessment year has to be from 2000 to 2099".to_owned()),
        (
            "languages",
            "language",
            "line 4: small-2026: `language` is not known here; known are format, id, assessment_year, languages, title, includes, section"
                .to_owned(),
        ),
        ("[\"nl\", \"fr\"]", "[]", "line 4: small-2026: `languages` is empty".to_owned()),
        ("[\"nl\", \"fr\"]", "[\"nl\", \"nl\"]", "line 4: small-2026: the language `nl` is given twice".to_owned()),
        ("[\"nl\", \"fr\"]", "[\"nl\",\n\"dutch\"]", "line 5: small-2026: `dutch` is no language".to_owned()),
        ("[\"nl\", \"fr\"]", "\"nl\"", "line 4: small-2026: `languages` has to be a list of texts".to_owned()),
        ("\"nl\", \"fr\"]", "\"nl\", \"fr\", \"en\"]", "line 5: small-2026: `title` is missing in `en`".to_owned()),
    ] {
        assert_eq!(said(piece, other), expected);
    }
    assert!(said("\"small-2026\"", "\"Small-2026\"").starts_with(&prefix.replace("small", "Small")));
}

#[test]
fn a_fault_of_a_section_or_question_names_it() {
    let savings = "small-2026, section first, question savings: ";
    let sex = "small-2026, section first, question sex";
    for (piece, other, expected) in [
        ("\"second\"", "\"first\"", "line 31: small-2026, section first: the id `first` was given before, on line 8".to_owned()),
        ("\"mail\"", "\"sex\"", "line 34: small-2026, section second, question sex: the id `sex` was given before, on line 12".to_owned()),
        ("id = \"mail\"\n", "", "line 33: small-2026, section second: `id` is missing".to_owned()),
        ("\"savings\"", "\"Savings\"", "line 22: small-2026, section first, question Savings: the id `Savings` has to be lower-case letters and digits, words joined by hyphens, starting with a letter".to_owned()),
        ("help.fr = \"Voir l'attestation\"\n", "", format!("line 27: {savings}`help` is missing in `fr`")),
        ("\"Voir l'attestation\"", "\"\"", format!("line 27: {savings}`help` is missing in `fr`")),
        ("\"Voir l'attestation\"", "\" \"", format!("line 28: {savings}`help` in `fr` has white space at its edges or control characters")),
        ("\"Zie het attest\"", "\"Zie\\nhet attest\"", format!("line 27: {savings}`help` in `nl` has white space at its edges or control characters")),
        ("help.fr", "help.en", format!("line 28: {savings}`help` is given in `en`, which `languages` does not list")),
        ("help.fr", "help.xx", format!("line 28: {savings}`xx` is no language")),
        ("help.nl", "helf.nl", format!("line 27: {savings}`helf` is not known here; known are id, kind, text, help, codes, prefill, choices")),
        ("\"amount\"", "\"money\"", format!("line 23: {savings}`money` is no kind")),
        ("\"amount\"", "\"choice\"", format!("line 23: {savings}a question of kind `choice` needs two choices or more")),
        ("1361-94", "1361-49", format!("line 24: {savings}the check digits of `1361-49` are wrong: 1361-94 would be right")),
        ("1361-94", "1361", format!("line 24: {savings}`1361` is no code of the form: four digits, a hyphen and two check digits")),
        ("[\"1361-94\"]", "[1361]", format!("line 24: {savings}`codes` has to be a list of texts")),
        ("\"choice\"", "\"text\"", format!("line 13: {sex}: a question of kind `text` cannot have choices")),
        ("    { id = \"male\", text = { nl = \"Man\", fr = \"Homme\" } },\n", "", format!("line 13: {sex}: a question of kind `choice` needs two choices or more")),
        ("id = \"male\"", "id = \"female\"", format!("line 18: {sex}, choice female: the id `female` was given before, on line 17")),
        ("id = \"male\"", "id = \"man\"", format!("line 14: {sex}: `sex` cannot fill this question: it needs kind `choice` with the choices `female` and `male`")),
        (", fr = \"Homme\"", "", format!("line 18: {sex}, choice male: `text` is missing in `fr`")),
        ("\"email\"", "\"loop_variable\"", "line 36: small-2026, section second, question mail: `loop_variable` is no prefill".to_owned()),
        ("\"email\"", "\"deadline\"", "line 36: small-2026, section second, question mail: `deadline` cannot fill this question: it needs kind `date`".to_owned()),
    ] {
        assert_eq!(said(piece, other), expected);
    }
}

#[test]
fn what_is_empty_is_refused() {
    let (head, _) = SMALL.split_once("[[section]]").unwrap();
    let fault = |text: &str| Questionnaire::parse(text).unwrap_err();
    assert_eq!(fault(head).to_string(), "line 1: small-2026: `section` is missing");
    assert_eq!(fault(&format!("{head}section = []")).wrong, Wrong::Empty { key: "section" });
    let hollow = format!("{head}[[section]]\nid = \"hollow\"\ntitle = {{ nl = \"x\", fr = \"x\" }}\n");
    assert_eq!(fault(&hollow).to_string(), "line 7: small-2026, section hollow: `question` is missing");
    assert_eq!(fault(&format!("{hollow}question = []")).to_string(), "line 10: small-2026, section hollow: `question` is empty");
    assert_eq!(fault("").wrong, Wrong::MissingKey { key: "format" });
}

#[test]
fn what_is_no_toml_names_the_line_of_the_slip() {
    for (piece, other, line) in
        [("\"savings\"", "\"savings", 22), ("kind = \"amount\"", "id = \"again\"\nkind = \"amount\"", 23), ("help.fr", "help.nl", 28)]
    {
        let fault = Questionnaire::parse(&SMALL.replace(piece, other)).unwrap_err();
        assert!(matches!(&fault.wrong, Wrong::Syntax(message) if !message.is_empty()), "{fault}");
        assert_eq!(fault.line, Some(line), "{fault}");
    }
}

#[test]
fn a_newer_format_is_named_before_what_it_brings() {
    let text = SMALL.replace("format = 1", "format = 2\ncolour = \"blue\"");
    assert_eq!(Questionnaire::parse(&text).unwrap_err().wrong, Wrong::Format { found: "2".to_owned() });
}

#[test]
fn a_language_question_offers_every_language_of_the_questionnaire() {
    let question = |kind: &str, ids: [&str; 2]| {
        let choices = ids.map(|id| format!("{{ id = \"{id}\", text = {{ nl = \"x\", fr = \"x\" }} }}")).join(", ");
        let choices = if kind == "choice" { format!("choices = [{choices}]\n") } else { String::new() };
        let other = format!("kind = \"{kind}\"\n{choices}prefill = \"language\"");
        Questionnaire::parse(&SMALL.replace("kind = \"text\"\nprefill = \"email\"", &other)).map_err(|fault| fault.wrong)
    };
    assert!(question("choice", ["nl", "fr"]).is_ok());
    for (kind, ids) in [("choice", ["nl", "en"]), ("text", ["nl", "fr"])] {
        assert!(matches!(question(kind, ids), Err(Wrong::PrefillKind { prefill: "language", .. })), "{kind} {ids:?}");
    }
}

proptest! {
    #[test]
    fn a_file_with_a_hole_is_read_or_refused_with_a_line_in_the_file(from in 0_usize..SMALL.len(), length in 0_usize..40) {
        let text: String = SMALL.char_indices().filter(|(at, _)| !(from..from + length).contains(at)).map(|(_, c)| c).collect();
        if let Err(fault) = Questionnaire::parse(&text) {
            let lines = text.lines().count() + 1;
            prop_assert!(fault.line.is_some_and(|line| (1..=lines).contains(&line)), "{}", fault);
        }
    }
}

#[test]
fn the_example_in_the_documentation_of_the_format_is_a_questionnaire() {
    let text: Vec<_> = include_str!("mod.rs").lines().skip_while(|line| *line != "//! ```toml").skip(1).collect();
    let example: Vec<_> = text.iter().take_while(|line| **line != "//! ```").map(|line| line.trim_start_matches("//!")).collect();
    let read = Questionnaire::parse(&example.join("\n")).unwrap();
    assert_eq!(read.question("sex").map(|sex| sex.choices.len()), Some(2));
}
