//! Answers as people write them, and the one form in which they are kept.

use super::*;
use crate::domain::questionnaire::{Choice, Phrase};

fn question(kind: AnswerKind) -> Question {
    let choice = |id: &str, nl: &str, fr: &str| Choice {
        id: id.into(),
        text: [(Language::Dutch, nl.to_owned()), (Language::French, fr.to_owned())].into_iter().collect(),
    };
    let choices = if kind == AnswerKind::Choice {
        vec![choice("married", "Gehuwd", "Marié(e)"), choice("single", "Alleenstaand", "Isolé(e)")]
    } else {
        Vec::new()
    };
    Question { id: "q".into(), kind, text: Phrase::default(), help: Phrase::default(), codes: Vec::new(), choices, prefill: None }
}

fn read(kind: AnswerKind, text: &str) -> Result<Option<String>, NoAnswer> {
    canonical(&question(kind), text)
}

fn is(text: &str) -> Result<Option<String>, NoAnswer> {
    Ok(Some(text.to_owned()))
}

#[test]
fn nothing_is_no_answer_to_any_kind() {
    for kind in AnswerKind::ALL {
        assert_eq!(read(kind, " \u{a0} \n"), Ok(None), "{kind:?}");
    }
}

#[test]
fn amounts_are_read_as_people_write_them() {
    for (text, kept) in [
        ("1234", "1234.00"),
        ("1.234,5", "1234.50"),
        ("€ 1 234,56", "1234.56"),
        ("1,234.56", "1234.56"),
        ("1.234", "1234.00"),
        ("12,34 EUR", "12.34"),
        ("0,5", "0.50"),
        ("-7", "-7.00"),
        ("007", "7.00"),
    ] {
        assert_eq!(read(AnswerKind::Amount, text), is(kept), "{text}");
    }
    for text in ["veel", "1,2,3", "12.3456", "1.23.4", ",5", "1e5", "9999999999999"] {
        assert_eq!(read(AnswerKind::Amount, text), Err(NoAnswer::NotAnAmount), "{text}");
    }
}

#[test]
fn choices_are_read_by_id_and_in_every_language() {
    for text in ["married", "gehuwd", "MARIE(E)", " Gehuwd "] {
        assert_eq!(read(AnswerKind::Choice, text), is("married"), "{text}");
    }
    assert_eq!(read(AnswerKind::Choice, "weduwe"), Err(NoAnswer::NotAChoice));
}

#[test]
fn yes_dates_and_numbers_have_one_form() {
    assert_eq!(read(AnswerKind::YesNo, "Oui"), is("yes"));
    assert_eq!(read(AnswerKind::YesNo, "misschien"), Err(NoAnswer::NotYesNo));
    assert_eq!(read(AnswerKind::Date, "15/7/2026"), is("2026-07-15"));
    assert_eq!(read(AnswerKind::Date, "31/6/2026"), Err(NoAnswer::NotADate));
    assert_eq!(read(AnswerKind::Number, "003"), is("3"));
    assert_eq!(read(AnswerKind::Number, "1.200"), is("1200"));
    assert_eq!(read(AnswerKind::Number, "2.0"), is("2"));
    assert_eq!(read(AnswerKind::Number, "2,5"), Err(NoAnswer::NotANumber));
}

#[test]
fn texts_lose_their_edges_and_keep_their_lines_where_they_have_any() {
    assert_eq!(read(AnswerKind::Text, "  Jan \n de   Man "), is("Jan de Man"));
    assert_eq!(read(AnswerKind::LongText, "een  \r\ntwee\n\n drie"), is("een\ntwee\n\n drie"));
    assert_eq!(read(AnswerKind::Text, &"x".repeat(LINE + 1)), Err(NoAnswer::TooLong));
    assert_eq!(read(AnswerKind::LongText, &"x".repeat(LINES + 1)), Err(NoAnswer::TooLong));
}

#[test]
fn a_kept_answer_is_its_own_form() {
    for (kind, text) in [
        (AnswerKind::Amount, "1.234,5"),
        (AnswerKind::Date, "1/2/26"),
        (AnswerKind::Number, "012"),
        (AnswerKind::YesNo, "ja"),
        (AnswerKind::Choice, "Gehuwd"),
    ] {
        let kept = read(kind, text).unwrap().unwrap();
        assert_eq!(read(kind, &kept), Ok(Some(kept.clone())), "{text}");
    }
}

#[test]
fn answers_are_shown_in_words() {
    assert_eq!(shown(&question(AnswerKind::Choice), "married", Language::French), "Marié(e)");
    assert_eq!(shown(&question(AnswerKind::Date), "2026-07-15", Language::Dutch), "15/07/2026");
    assert_eq!(shown(&question(AnswerKind::Amount), "1234.50", Language::Dutch), "1234,50");
}

#[test]
fn amounts_are_understood_with_words_about_them_and_nothing_is_nothing() {
    for (text, kept) in [
        ("geen", "0.00"),
        ("Néant", "0.00"),
        ("aucun", "0.00"),
        ("none", "0.00"),
        ("nvt", "0.00"),
        ("n.v.t.", "0.00"),
        ("N/A", "0.00"),
        ("-", "0.00"),
        ("/", "0.00"),
        ("1050,5 euro", "1050.50"),
        ("€ 1.050,50", "1050.50"),
        ("1 050,50 €", "1050.50"),
        ("150 Euros", "150.00"),
        ("EUR 12,34", "12.34"),
        ("150,-", "150.00"),
        ("-€ 5", "-5.00"),
        ("-0", "0.00"),
    ] {
        assert_eq!(read(AnswerKind::Amount, text), is(kept), "{text}");
    }
    for text in ["150 € par mois", "150/maand", "ca. 500", "100 + 50", "100 of 200", "euro", "€", "geen idee", "20%", "euro 5 euro"] {
        assert_eq!(read(AnswerKind::Amount, text), Err(NoAnswer::NotAnAmount), "{text}");
    }
    assert_eq!(read(AnswerKind::Number, "geen"), is("0"));
    assert_eq!(read(AnswerKind::Number, "2 kinderen"), Err(NoAnswer::NotANumber));
}

#[test]
fn a_yes_or_a_no_may_have_a_remark_behind_it_that_is_kept() {
    let say = |text: &str| super::read(&question(AnswerKind::YesNo), text).map(|reading| reading.map(|one| (one.value, one.remark)));
    for (text, value, has_remark) in [
        ("nee, geen", "no", true),
        ("Oui, Revolut", "yes", true),
        ("ja (bij N26)", "yes", true),
        ("Yes - see mail", "yes", true),
        ("ja\nzie bijlage", "yes", true),
        ("ja.", "yes", false),
        ("x", "yes", false),
        ("X", "yes", false),
        ("geen", "no", false),
        ("aucun", "no", false),
        ("Nee!", "no", false),
    ] {
        let remark = has_remark.then(|| text.to_owned());
        assert_eq!(say(text), Ok(Some((value.to_owned(), remark))), "{text}");
    }
    for text in
        ["ja, maar niet meer", "nee, mijn partner wel", "ja/nee", "ja, nee", "no idea", "1 rekening", "non-résident", "misschien", "?", "-"]
    {
        assert_eq!(say(text), Err(NoAnswer::NotYesNo), "{text}");
    }
    assert_eq!(read(AnswerKind::YesNo, "oui, Revolut"), Err(NoAnswer::NotYesNo), "typed by the office, the remark would be lost");
}

#[test]
fn choices_are_known_by_what_people_write_where_only_one_fits() {
    let choice = |id: &str, nl: &str, fr: &str| Choice {
        id: id.into(),
        text: [(Language::Dutch, nl.to_owned()), (Language::French, fr.to_owned())].into_iter().collect(),
    };
    let choices = vec![
        choice("owner", "Eigenaar of mede-eigenaar", "Propriétaire ou copropriétaire"),
        choice("married", "Gehuwd", "Marié(e)"),
        choice("other", "Andere (bijvoorbeeld gratis inwonend)", "Autre (par exemple hébergé gratuitement)"),
        choice("no-arrived", "Nee, ik kwam", "Non, je suis arrivé(e)"),
        choice("no-left", "Nee, ik vertrok", "Non, j'ai quitté"),
        choice("whole-year", "Ja, het hele jaar", "Oui, toute l'année"),
        choice("single", "Ongehuwd", "Célibataire"),
    ];
    let question = Question { choices, ..question(AnswerKind::Choice) };
    for (text, id) in [
        ("marié", "married"),
        ("Mariée", "married"),
        ("mariés", "married"),
        ("MARIE(E)", "married"),
        ("Eigenaar", "owner"),
        ("andere", "other"),
        ("Autre.", "other"),
        ("célibataires", "single"),
        ("Ja", "whole-year"),
        ("nee, ik kwam", "no-arrived"),
        ("gehuwd", "married"),
    ] {
        assert_eq!(canonical(&question, text), is(id), "{text}");
    }
    for text in ["Nee", "non", "Eigen", "e", "Eigenaar (50%)", "huwd", "weduwe", "", " . "] {
        assert_eq!(canonical(&question, text).ok().flatten(), None, "{text}");
    }
}

#[test]
fn per_cent_is_understood_where_it_is_asked_for() {
    let texts = |text: &str| [(Language::Dutch, text.to_owned())].into_iter().collect();
    let asks = Question { text: texts("Welk deel (in %)?"), ..question(AnswerKind::Number) };
    assert!(asks_percentage(&asks));
    for text in ["20", "20%", "20 %"] {
        assert_eq!(canonical(&asks, text), is("20"), "{text}");
    }
    assert_eq!(canonical(&asks, "%"), Err(NoAnswer::NotANumber));
    assert_eq!(canonical(&question(AnswerKind::Number), "20%"), Err(NoAnswer::NotANumber));
}

#[test]
fn accounts_are_kept_without_spaces_and_shown_in_groups() {
    for text in ["BE68539007547034", "be68 5390 0754 7034", "IBAN BE68 5390 0754 7034"] {
        assert_eq!(read(AnswerKind::Account, text), is("BE68539007547034"), "{text}");
    }
    assert_eq!(read(AnswerKind::Account, "BE68 5390 0754 7035"), Err(NoAnswer::NotAnAccount));
    assert_eq!(shown(&question(AnswerKind::Account), "BE68539007547034", Language::Dutch), "BE68 5390 0754 7034");
    assert_eq!(shown(&question(AnswerKind::Account), "zie vorig jaar", Language::Dutch), "zie vorig jaar");
}

#[test]
fn decimals_are_written_as_in_the_language() {
    let amount = |language| shown(&question(AnswerKind::Amount), "1234.50", language);
    assert_eq!([Language::Dutch, Language::French, Language::English].map(amount), ["1234,50", "1234,50", "1234.50"]);
}
