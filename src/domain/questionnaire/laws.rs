//! Laws of the questionnaires that the program brings along: what must hold for every file, every year
//! and every language.

use std::collections::BTreeMap;

use super::*;

const LANGUAGES: [Language; 3] = [Language::Dutch, Language::French, Language::English];

fn catalogue() -> Catalogue {
    built_in()
}

fn named(id: &str) -> Questionnaire {
    catalogue().get(&QuestionnaireId(id.to_owned())).unwrap().clone()
}

/// Every phrase of a questionnaire with the place that it stands in.
fn phrases(questionnaire: &Questionnaire) -> Vec<(String, Phrase)> {
    let mut phrases = vec![("title".to_owned(), questionnaire.title.clone())];
    for section in &questionnaire.sections {
        phrases.push((section.id.clone(), section.title.clone()));
        for question in &section.questions {
            phrases.push((question.id.clone(), question.text.clone()));
            phrases.push((format!("{} (help)", question.id), question.help.clone()));
            phrases.extend(question.choices.iter().map(|choice| (format!("{}: {}", question.id, choice.id), choice.text.clone())));
        }
    }
    phrases
}

/// Calls `judge` with the place, the language and the text of every phrase in the catalogue.
fn for_every_text(mut judge: impl FnMut(&Questionnaire, &str, Language, &str)) {
    for questionnaire in catalogue().iter() {
        for (place, phrase) in phrases(questionnaire) {
            for language in LANGUAGES {
                if let Some(text) = phrase.get(language) {
                    judge(questionnaire, &format!("{} {place}", questionnaire.id), language, text);
                }
            }
        }
    }
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|character: char| !character.is_alphabetic()).map(str::to_lowercase)
}

#[test]
fn every_questionnaire_speaks_dutch_french_and_english() {
    for questionnaire in catalogue().iter() {
        assert_eq!(questionnaire.languages, LANGUAGES, "{}", questionnaire.id);
        for (place, phrase) in phrases(questionnaire) {
            let there = LANGUAGES.map(|language| phrase.get(language).is_some());
            assert!(there == [true; 3] || (there == [false; 3] && place.ends_with("(help)")), "{} {place}", questionnaire.id);
        }
    }
}

#[test]
fn the_checklist_has_its_fourteen_sections_in_order() {
    for year in [2025, 2026] {
        let sections: Vec<_> = named(&format!("pit-{year}")).sections.into_iter().map(|section| section.id).collect();
        let expected = [
            "contact",
            "family",
            "dependants",
            "real-estate",
            "work-income",
            "pensions",
            "maintenance",
            "investments",
            "loans-insurances",
            "tax-saving-expenses",
            "prepayments",
            "abroad",
            "self-employed",
            "documents",
        ];
        assert_eq!(sections, expected, "{year}");
    }
}

#[test]
fn the_checklists_are_long_enough_to_ask_everything() {
    for (id, least) in [("pit-2026", 60), ("pit-2025", 60), ("self-employed-2026", 130), ("self-employed-2025", 130)] {
        let count = named(id).questions().count();
        assert!((least..=160).contains(&count), "{id} has {count} questions");
    }
}

#[test]
fn only_sourced_codes_are_used() {
    let sourced = [
        "1001-66", "1002-65", "1010-57", "1018-49", "1034-33", "1036-31", "1038-29", "1075-89", "1101-63", "1130-34", "1192-69", "1250-11",
        "1254-07", "1258-03", "1361-94", "1384-71", "1394-61", "1444-11", "1570-79", "3364-31", "3366-29", "4364-01", "4366-96",
    ];
    let mut used: Vec<_> =
        catalogue().iter().flat_map(Questionnaire::questions).flat_map(|question| &question.codes).map(ToString::to_string).collect();
    used.sort();
    used.dedup();
    assert_eq!(used, sourced);
}

#[test]
fn everything_that_an_import_knows_is_filled_in_somewhere() {
    let facts = [
        "first_name",
        "last_name",
        "email",
        "mobile",
        "address_line",
        "national_number",
        "spouse_national_number",
        "enterprise_number",
        "spouse_enterprise_number",
        "language",
        "deadline",
        "responsible",
        "birth_date",
        "sex",
        "spouse_birth_date",
        "spouse_name",
    ];
    for year in [2025, 2026] {
        let questionnaire = named(&format!("pit-{year}"));
        let mut filled: Vec<_> = questionnaire.questions().filter_map(|question| question.prefill).map(Prefill::key).collect();
        filled.sort_unstable();
        let mut expected = facts;
        expected.sort_unstable();
        assert_eq!(filled, expected, "{year}");
    }
}

/// A question as it would be asked a year later.
fn next_year(question: &Question, year: i16) -> Question {
    let shift = |phrase: &Phrase| {
        let later =
            |text: &str| text.replace(&year.to_string(), &(year + 1).to_string()).replace(&(year - 1).to_string(), &year.to_string());
        LANGUAGES.into_iter().filter_map(|language| Some((language, later(phrase.get(language)?)))).collect()
    };
    Question { text: shift(&question.text), help: shift(&question.help), ..question.clone() }
}

#[test]
fn the_same_question_has_the_same_id_in_every_year() {
    let differing = &["other-loans", "service-vouchers-amount"];
    for family in ["pit", "self-employed"] {
        let (earlier, later) = (named(&format!("{family}-2025")), named(&format!("{family}-2026")));
        let by_id: BTreeMap<_, _> = later.questions().map(|question| (question.id.as_str(), question)).collect();
        let mut shared = Vec::new();
        for question in earlier.questions() {
            let shifted = next_year(question, 2025);
            if let Some(same) = by_id.get(question.id.as_str()) {
                shared.push(question.id.as_str());
                assert_eq!(
                    (same.kind, same.prefill, &same.codes, &same.choices),
                    (question.kind, question.prefill, &question.codes, &question.choices)
                );
                assert_eq!(**same != shifted, differing.contains(&question.id.as_str()), "{family} {}", question.id);
            } else {
                assert!(later.questions().all(|other| other.text != shifted.text), "{family} {} has another id", question.id);
            }
        }
        let kept: Vec<_> = later.questions().map(|question| question.id.as_str()).collect();
        assert_eq!(kept, shared, "the later year drops questions, adds none and keeps the order");
    }
}

#[test]
fn the_self_employed_are_asked_all_that_the_checklist_asks_and_about_their_business() {
    for year in [2025, 2026] {
        let (checklist, business) = (named(&format!("pit-{year}")), named(&format!("self-employed-{year}")));
        for question in checklist.questions() {
            assert!(business.question(&question.id).is_some(), "{year} {}", question.id);
        }
        for id in ["bank-account", "mandate", "children", "home-loan", "turnover", "social-contributions", "vat-scheme", "partner-helping"]
        {
            assert!(business.question(id).is_some(), "{year} {id}");
        }
        let sections: Vec<_> = business.sections.iter().map(|section| section.id.as_str()).collect();
        assert_eq!((sections.first(), sections.last()), (Some(&"contact"), Some(&"documents")));
        let last = business.questions().last().map(|question| question.id.as_str());
        assert_eq!(last, Some("completeness"));
        let mut ids: Vec<_> = business.questions().map(|question| &question.id).collect();
        let count = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), count, "no question is asked twice");
    }
}

#[test]
fn what_has_ended_is_asked_for_its_last_year_only() {
    let gone = ["legal-protection-insurance", "domestic-staff", "adoption", "charging-station", "electric-vehicle"];
    for id in gone {
        assert!(named("pit-2025").question(id).is_some(), "{id}");
        assert!(named("pit-2026").question(id).is_none(), "{id}");
    }
}

#[test]
fn every_year_in_a_phrase_is_the_assessment_year_or_the_year_of_the_income() {
    for_every_text(|questionnaire, place, language, text| {
        for word in text.split(|character: char| !character.is_ascii_digit()).filter(|word| word.len() == 4 && word.starts_with("20")) {
            let year: i16 = word.parse().unwrap();
            let allowed = [questionnaire.assessment_year, questionnaire.assessment_year - 1];
            assert!(allowed.contains(&year), "{place} {language:?}: {text}");
        }
    });
}

#[test]
fn every_language_names_the_same_years_amounts_and_forms() {
    for questionnaire in catalogue().iter() {
        for (place, phrase) in phrases(questionnaire) {
            let numbers = LANGUAGES.map(|language| {
                let mut numbers: Vec<_> = phrase
                    .get(language)
                    .unwrap_or("")
                    .split(|character: char| !character.is_ascii_digit())
                    .filter(|number| number.len() > 1)
                    .map(str::to_owned)
                    .collect();
                numbers.sort();
                numbers
            });
            assert!(numbers[0] == numbers[1] && numbers[1] == numbers[2], "{} {place}: {numbers:?}", questionnaire.id);
        }
    }
}

#[test]
fn customers_are_addressed_politely() {
    let familiar = |language| match language {
        Language::Dutch => ["je", "jij", "jou", "jouw", "jullie"],
        Language::French => ["tu", "ton", "tes", "toi", "te"],
        Language::English | Language::German => ["thee", "thou", "thy", "ye", "thine"],
    };
    for_every_text(|_, place, language, text| {
        let bad = words(text).find(|word| familiar(language).contains(&word.as_str()));
        assert_eq!(bad, None, "{place} {language:?}: {text}");
    });
}

#[test]
fn the_typography_is_that_of_the_language() {
    for_every_text(|_, place, language, text| {
        assert!(!text.contains("  ") && !text.contains(['{', '}', '"']), "{place}: {text}");
        let characters: Vec<_> = text.chars().collect();
        for pair in characters.windows(2) {
            let (before, sign) = (pair[0], pair[1]);
            if matches!(sign, '?' | ':' | ';' | '!') {
                assert_eq!(before == '\u{a0}', language == Language::French, "{place} {language:?}: {text}");
            }
            assert!(!(before == ' ' && matches!(sign, ',' | '.' | ')' | '…')), "{place} {language:?}: {text}");
        }
    });
}

#[test]
fn a_help_is_one_or_more_sentences_and_a_question_is_one_short_line() {
    for questionnaire in catalogue().iter() {
        for question in questionnaire.questions() {
            for language in LANGUAGES {
                let text = question.text.get(language).unwrap();
                assert!(text.chars().count() <= 190 && text.starts_with(char::is_uppercase), "{}: {text}", question.id);
                let help = question.help.get(language).unwrap_or("None.");
                assert!(help.chars().count() <= 260 && help.ends_with(['.', '…', '?']), "{}: {help}", question.id);
            }
        }
    }
}
