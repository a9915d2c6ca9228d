use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::domain::finding::{Remedy, Severity};

const AROUND: FieldContext<'static> = FieldContext {
    today: date(2026, 5, 14),
    earliest_deadline_year: Some(2026),
    languages_offered: Some(&[Language::Dutch, Language::French, Language::English]),
    colleagues: &[],
    country: "",
};

/// The value of a cell, and its findings as rule and suggestion.
type Judged = (Option<String>, Vec<(&'static str, Option<String>)>);

fn judged_in(field: Field, kind: CellKind, text: &str, around: &FieldContext<'_>) -> Judged {
    let mut findings = Vec::new();
    let value = judge(field, GivenCell { text, kind }, around, &mut findings).map(Cow::into_owned);
    let told = |finding: Finding| {
        assert_eq!(finding.field, field);
        (finding.rule.id(), finding.suggestion.map(|remedy: Remedy| remedy.value().to_owned()))
    };
    (value, findings.into_iter().map(told).collect())
}

fn judged(field: Field, kind: CellKind, text: &str) -> Judged {
    judged_in(field, kind, text, &AROUND)
}

fn clean(value: &str) -> Judged {
    (Some(value.to_owned()), Vec::new())
}

fn wrong(rules: &[&'static str]) -> Judged {
    (None, rules.iter().map(|rule| (*rule, None)).collect())
}

fn curable(rule: &'static str, suggestion: &str) -> Judged {
    (None, vec![(rule, Some(suggestion.to_owned()))])
}

fn warned(value: &str, rule: &'static str, suggestion: Option<&str>) -> Judged {
    (Some(value.to_owned()), vec![(rule, suggestion.map(str::to_owned))])
}

use CellKind::{Bool, Date as DateCell, Error, Number, Text};

#[test]
fn national_numbers_in_text_cells() {
    for field in [Field::NationalNumber, Field::SpouseNationalNumber] {
        for (text, expected) in [
            ("85073003328", clean("85073003328")),
            ("\u{a0}85073003328\u{200b} ", clean("85073003328")),
            ("85.07.30-033.28", curable("national-number.punctuation", "85073003328")),
            ("850730 033 28", curable("national-number.punctuation", "85073003328")),
            ("850730\u{a0}033\u{2013}28", curable("national-number.punctuation", "85073003328")),
            ("'85073003328", curable("national-number.punctuation", "85073003328")),
            ("=\"85073003328\"", curable("national-number.punctuation", "85073003328")),
            ("85073003328.0", curable("national-number.punctuation", "85073003328")),
            ("85.07.30-033.29", wrong(&["national-number.punctuation", "national-number.check-digits"])),
            ("85.07.30-033", wrong(&["national-number.punctuation", "national-number.length"])),
            ("4010151164", wrong(&["national-number.length"])),
            ("4010151164.0", wrong(&["national-number.punctuation", "national-number.length"])),
            ("850730033280", wrong(&["national-number.length"])),
            ("8.5073E+10", wrong(&["national-number.scientific"])),
            ("8,5073E+10", wrong(&["national-number.scientific"])),
            ("geen", wrong(&["national-number.not-digits"])),
            ("-", wrong(&["national-number.not-digits"])),
            ("RR 85073003328", wrong(&["national-number.not-digits"])),
            ("85073003328 / 66041066660", wrong(&["national-number.punctuation", "national-number.length"])),
            ("90022742192", wrong(&["national-number.check-digits"])),
            ("85133000105", wrong(&["national-number.month"])),
            ("66023000114", wrong(&["national-number.day"])),
            ("30010100153", wrong(&["national-number.future"])),
            ("66041000047", wrong(&["national-number.sequence"])),
            ("66.04.10-000.47", wrong(&["national-number.punctuation", "national-number.sequence"])),
        ] {
            assert_eq!(judged(field, Text, text), expected, "{text}");
        }
    }
}

#[test]
fn national_numbers_in_number_cells() {
    for (text, expected) in [
        ("85073003328", clean("85073003328")),
        ("85073003328.0", clean("85073003328")),
        ("8.5073003328e10", clean("85073003328")),
        ("01020300566", clean("01020300566")),
        ("4010151164", curable("national-number.leading-zeros", "04010151164")),
        ("4.010151164e9", curable("national-number.leading-zeros", "04010151164")),
        ("12556777", curable("national-number.leading-zeros", "00012556777")),
        ("100166", curable("national-number.leading-zeros", "00000100166")),
        ("4010151165", wrong(&["national-number.leading-zeros", "national-number.check-digits"])),
        ("0", wrong(&["national-number.leading-zeros", "national-number.check-digits"])),
        ("85073003329", wrong(&["national-number.check-digits"])),
        ("850730033280", wrong(&["national-number.length"])),
        ("85073003328.5", wrong(&["national-number.not-digits"])),
        ("-85073003328", wrong(&["national-number.not-digits"])),
    ] {
        assert_eq!(judged(Field::NationalNumber, Number, text), expected, "{text}");
    }
    assert_eq!(judged(Field::NationalNumber, DateCell, "1985-07-30"), wrong(&["national-number.not-digits"]));
    assert_eq!(judged(Field::NationalNumber, Bool, "true"), wrong(&["national-number.not-digits"]));
    assert_eq!(judged(Field::NationalNumber, Text, "  "), (None, Vec::new()));
}

#[test]
fn enterprise_numbers() {
    for field in [Field::EnterpriseNumber, Field::SpouseEnterpriseNumber] {
        for (kind, text, expected) in [
            (Text, "0403019261", clean("0403019261")),
            (Text, "BE0403019261", curable("enterprise-number.punctuation", "0403019261")),
            (Text, "be 0403.019.261", curable("enterprise-number.punctuation", "0403019261")),
            (Text, "BTW BE 0403.019.261", curable("enterprise-number.punctuation", "0403019261")),
            (Text, "0403.019.261", curable("enterprise-number.punctuation", "0403019261")),
            (Text, "0403.019.262", wrong(&["enterprise-number.punctuation", "enterprise-number.check-digits"])),
            (Text, "BE 403.019.261", wrong(&["enterprise-number.punctuation", "enterprise-number.length"])),
            (Text, "403019261", wrong(&["enterprise-number.length"])),
            (Text, "NL0403019261", wrong(&["enterprise-number.not-digits"])),
            (Text, "0403019261BE", wrong(&["enterprise-number.not-digits"])),
            (Text, "4.0301926E+8", wrong(&["enterprise-number.not-digits"])),
            (Text, "0431150351", wrong(&["enterprise-number.check-digits"])),
            (Text, "2000021323", wrong(&["enterprise-number.first-digit"])),
            (Number, "403019261", curable("enterprise-number.leading-zeros", "0403019261")),
            (Number, "403019262", wrong(&["enterprise-number.leading-zeros", "enterprise-number.check-digits"])),
            (Number, "1000000021", clean("1000000021")),
            (Number, "1.000000021e9", clean("1000000021")),
            (Number, "40301926", wrong(&["enterprise-number.length"])),
            (Number, "403019261.5", wrong(&["enterprise-number.not-digits"])),
        ] {
            assert_eq!(judged(field, kind, text), expected, "{text}");
        }
    }
}

#[test]
fn mobile_numbers() {
    for (kind, text, expected) in [
        (Text, "+32471625368", clean("+32471625368")),
        (Text, "\u{202a}+32471625368\u{202c}", clean("+32471625368")),
        (Text, "0471/62.53.68", curable("mobile.country-code", "+32471625368")),
        (Text, "+32 (0)471 62 53 68", curable("mobile.punctuation", "+32471625368")),
        (Number, "32471625368", curable("mobile.number-cell", "+32471625368")),
        (Number, "3.2471625368e10", curable("mobile.number-cell", "+32471625368")),
        (Number, "471625368", curable("mobile.number-cell", "+32471625368")),
        (Number, "471625368.0", curable("mobile.number-cell", "+32471625368")),
        (Number, "471625368.5", wrong(&["mobile.shape"])),
        (Text, "+31612345678", warned("+31612345678", "mobile.foreign", None)),
        (Text, "09 222 33 44", wrong(&["mobile.not-mobile"])),
        (Text, "3.2472E+10", wrong(&["mobile.shape"])),
        (Text, "geen", wrong(&["mobile.shape"])),
        (DateCell, "2026-07-15", wrong(&["mobile.shape"])),
        (Bool, "true", wrong(&["mobile.shape"])),
        (Text, "", (None, Vec::new())),
    ] {
        assert_eq!(judged(Field::Mobile, kind, text), expected, "{text}");
    }
}

#[test]
fn email_addresses() {
    for (text, expected) in [
        (" An.Janssens@Example.com\u{a0}", clean("An.Janssens@Example.com")),
        ("an@gmial.com", warned("an@gmial.com", "email.near-miss", Some("an@gmail.com"))),
        ("An@HOTMAIL.con", warned("An@HOTMAIL.con", "email.near-miss", Some("An@hotmail.com"))),
        ("an@example", wrong(&["email.shape"])),
        ("an @example.com", curable("email.shape", "an@example.com")),
        ("a@b.be; c@d.be", wrong(&["email.several"])),
        ("", wrong(&["email.missing"])),
        ("\u{200b}", wrong(&["email.missing"])),
    ] {
        assert_eq!(judged(Field::Email, Text, text), expected, "{text}");
    }
    let long = format!("{}@example.com", "a".repeat(65));
    assert_eq!(judged(Field::Email, Text, &long), wrong(&["email.too-long"]));
}

#[test]
fn the_responsible_is_looked_up_in_the_offices_list() {
    let colleagues = ["Els@kantoor.be", "tom@kantoor.be", "tim@kantoor.be"].map(str::to_owned);
    let office = FieldContext { colleagues: &colleagues, ..AROUND };
    for (text, expected) in [
        ("els@kantoor.be", clean("els@kantoor.be")),
        ("marc@kantoor.be", warned("marc@kantoor.be", "responsible.unknown", None)),
        ("els@kantor.be", warned("els@kantor.be", "responsible.unknown", Some("Els@kantoor.be"))),
        ("tam@kantoor.be", warned("tam@kantoor.be", "responsible.unknown", None)),
        ("Els", wrong(&["responsible.shape"])),
        ("Els <els@kantoor.be>", curable("responsible.shape", "els@kantoor.be")),
        ("els@kantoor.be;tom@kantoor.be", wrong(&["responsible.shape"])),
        ("", (None, Vec::new())),
    ] {
        assert_eq!(judged_in(Field::Responsible, Text, text, &office), expected, "{text}");
    }
    assert_eq!(judged(Field::Responsible, Text, "marc@kantoor.be"), clean("marc@kantoor.be"), "without a list nobody is unknown");
}

#[test]
fn languages() {
    for (text, expected) in [
        ("dutch", clean("nl")),
        ("Français", clean("fr")),
        ("EN", clean("en")),
        ("NÉERLANDAIS", clean("nl")),
        ("german", wrong(&["language.not-offered"])),
        ("klingon", wrong(&["language.unknown"])),
        ("", (None, Vec::new())),
    ] {
        assert_eq!(judged(Field::Language, Text, text), expected, "{text}");
    }
    let unchosen = FieldContext { languages_offered: None, ..AROUND };
    assert_eq!(judged_in(Field::Language, Text, "Deutsch", &unchosen), clean("de"));
}

#[test]
fn deadlines() {
    for (kind, text, expected) in [
        (DateCell, "2026-07-15", clean("2026-07-15")),
        (DateCell, "2026-07-15T08:30:00", clean("2026-07-15")),
        (Text, "2026-07-15", clean("2026-07-15")),
        (Text, "15/7/2026", clean("2026-07-15")),
        (Text, "15.07.26", clean("2026-07-15")),
        (Text, "2026-01-01", clean("2026-01-01")),
        (Text, "2026/07/15", clean("2026-07-15")),
        (Text, "31/12/2025", wrong(&["deadline.before-assessment-year"])),
        (Text, "31/06/2026", wrong(&["deadline.not-a-date"])),
        (Text, "later", wrong(&["deadline.not-a-date"])),
        (Number, "46218", wrong(&["deadline.not-a-date"])),
        (Number, "15.07.26", wrong(&["deadline.not-a-date"])),
        (Text, "", (None, Vec::new())),
    ] {
        assert_eq!(judged(Field::Deadline, kind, text), expected, "{text}");
    }
    let unchosen = FieldContext { earliest_deadline_year: None, ..AROUND };
    assert_eq!(judged_in(Field::Deadline, Text, "1/1/1999", &unchosen), clean("1999-01-01"));
}

#[test]
fn postal_codes_are_judged_by_the_country_of_the_row() {
    let abroad = FieldContext { country: "Nederland", ..AROUND };
    let at_home = FieldContext { country: "België", ..AROUND };
    assert_eq!(judged(Field::PostalCode, Text, "9000"), clean("9000"));
    assert_eq!(judged(Field::PostalCode, Number, "9000.0"), clean("9000"));
    assert_eq!(judged(Field::PostalCode, Text, "B-9000"), warned("B-9000", "postal-code.shape", Some("9000")));
    assert_eq!(judged_in(Field::PostalCode, Number, "900", &at_home), warned("900", "postal-code.shape", None));
    assert_eq!(judged_in(Field::PostalCode, Text, "1012  AB", &abroad), clean("1012 AB"));
}

#[test]
fn words_of_the_first_template() {
    for (field, kind, text, expected) in [
        (Field::Person, Text, "Private person", clean("person")),
        (Field::Person, Text, "natuurlijk persoon", clean("person")),
        (Field::Person, Text, "Vennootschap", wrong(&["person.unknown"])),
        (Field::Person, Text, "", (None, Vec::new())),
        (Field::SendInvitation, Text, "Ja", clean("yes")),
        (Field::SendInvitation, Bool, "false", clean("no")),
        (Field::SendInvitation, Number, "1", clean("yes")),
        (Field::SendInvitation, Number, "0.0", clean("no")),
        (Field::SendInvitation, Number, "2", wrong(&["send-invitation.unknown"])),
        (Field::SendInvitation, Text, "misschien", wrong(&["send-invitation.unknown"])),
        (Field::SendInvitation, Text, "", (None, Vec::new())),
    ] {
        assert_eq!(judged(field, kind, text), expected, "{text}");
    }
}

#[test]
fn labels_lose_the_space_around_their_commas() {
    assert_eq!(judged(Field::Labels, Text, "VIP,Gent"), clean("VIP,Gent"));
    assert_eq!(judged(Field::Labels, Text, "VIP, Gent "), warned("VIP,Gent", "labels.spaces", Some("VIP,Gent")));
    assert_eq!(judged(Field::Labels, Text, ","), (None, Vec::new()));
    assert_eq!(judged(Field::Labels, Number, "2026.0"), clean("2026"));
}

#[test]
fn names_and_addresses_are_tidied_and_never_recased() {
    for field in [Field::FirstName, Field::LastName, Field::Street, Field::City, Field::Country, Field::Address, Field::Company] {
        assert_eq!(judged(field, Text, " van\u{a0}den  BERG "), clean("van den BERG"));
    }
    for field in [Field::HouseNumber, Field::Box, Field::ClientCode] {
        assert_eq!(judged(field, Text, " 0101 "), clean("0101"));
        assert_eq!(judged(field, Number, "12.0"), clean("12"));
        assert_eq!(judged(field, Number, "12.5"), clean("12.5"));
    }
    assert_eq!(judged(Field::FirstName, Text, "\u{a0}"), wrong(&["name.missing"]));
    assert_eq!(judged(Field::LastName, Text, ""), wrong(&["name.missing"]));
}

#[test]
fn columns_that_stay_empty_only_warn() {
    for field in Field::ALL.into_iter().filter(|field| field.stays_empty()) {
        assert_eq!(judged(field, Text, "x"), wrong(&["column.stays-empty"]));
        assert_eq!(judged(field, Error, "#N/A"), wrong(&["column.stays-empty"]), "content there is never a reason to refuse");
        assert_eq!(judged(field, Text, " "), (None, Vec::new()));
        assert_eq!(Rule::ColumnStaysEmpty.severity(), Severity::Warning);
    }
}

#[test]
fn error_values_are_errors_in_every_other_field() {
    for field in Field::ALL.into_iter().filter(|field| !field.stays_empty()) {
        assert_eq!(judged(field, Error, "#N/A"), wrong(&["cell.error"]));
        assert_eq!(judged(field, Text, "#WAARDE!"), wrong(&["cell.error"]), "as a sheet saved as text keeps it");
    }
    assert_eq!(judged(Field::Labels, Text, "#1"), clean("#1"));
}

#[test]
fn the_two_numbers_of_a_row_differ() {
    let number = Some("85073003328");
    let same = judge_pair(number, number);
    assert_eq!(same.map(|finding| (finding.field, finding.rule)), Some((Field::SpouseNationalNumber, Rule::NationalNumberSameAsPartner)));
    assert_eq!(judge_pair(number, Some("66041066660")), None);
    assert_eq!(judge_pair(number, None), None);
    assert_eq!(judge_pair(None, None), None);
    assert_eq!(judge_pair(Some(""), Some("")), None);
}

#[test]
fn clean_text_cells_are_not_copied() {
    for (field, text) in [
        (Field::Person, "person"),
        (Field::FirstName, "Élise"),
        (Field::Email, "an@example.com"),
        (Field::Mobile, "+32471625368"),
        (Field::NationalNumber, "85073003328"),
        (Field::HouseNumber, "12A"),
        (Field::PostalCode, "9000"),
        (Field::Labels, "VIP,Gent"),
        (Field::Language, "dutch"),
        (Field::EnterpriseNumber, "0403019261"),
        (Field::Deadline, "2026-07-15"),
        (Field::SendInvitation, "no"),
    ] {
        let value = judge(field, GivenCell { text, kind: Text }, &AROUND, &mut Vec::new());
        assert!(matches!(value, Some(Cow::Borrowed(_))), "{field:?}");
    }
}

fn any_kind() -> impl Strategy<Value = CellKind> {
    prop::sample::select(vec![Text, Number, DateCell, Bool])
}

proptest! {
    #[test]
    fn what_is_proposed_has_no_error_left(
        field in prop::sample::select(Field::ALL.to_vec()),
        kind in any_kind(),
        text in "\\PC{0,14}|[0-9 .+/E-]{0,14}|[0-9]{8,11}|[a-c@.;, ]{0,14}|an@[gmail]{4,6}\\.com",
    ) {
        let mut findings = Vec::new();
        judge(field, GivenCell { text: &text, kind }, &AROUND, &mut findings);
        for proposed in findings.iter().filter_map(|finding| finding.suggestion.as_ref()) {
            let mut left = Vec::new();
            let value = judge(field, GivenCell { text: proposed.value(), kind: Text }, &AROUND, &mut left);
            prop_assert_eq!(value.as_deref(), Some(proposed.value()));
            prop_assert!(left.iter().all(|finding| finding.severity() == Severity::Warning));
        }
    }

    #[test]
    fn a_value_is_its_own_value_and_errors_give_none(
        field in prop::sample::select(Field::ALL.to_vec()),
        kind in any_kind(),
        text in "\\PC{0,14}|[0-9 .+/-]{0,14}|[0-9]{2}/[0-9]{2}/20[0-9]{2}|[a-c, ]{0,14}",
    ) {
        let mut findings = Vec::new();
        let value = judge(field, GivenCell { text: &text, kind }, &AROUND, &mut findings);
        let refused = findings.iter().any(|finding| finding.severity() == Severity::Error);
        prop_assert!(!(refused && value.is_some()));
        if let Some(value) = value.filter(|_| !field.stays_empty()) {
            let again = judge(field, GivenCell { text: &value, kind: Text }, &AROUND, &mut Vec::new());
            prop_assert_eq!(again.as_deref(), Some(&*value));
        }
    }
}

#[test]
fn one_letter_for_a_language_is_offered_and_not_taken() {
    for (letter, code) in [("N", "nl"), ("f", "fr"), ("E", "en"), ("D", "de")] {
        let mut findings = Vec::new();
        let context = FieldContext {
            today: jiff::civil::date(2026, 5, 14),
            earliest_deadline_year: None,
            languages_offered: None,
            colleagues: &[],
            country: "",
        };
        assert_eq!(judge(Field::Language, GivenCell { text: letter, kind: CellKind::Text }, &context, &mut findings), None);
        let told: Vec<_> =
            findings.iter().map(|finding| (finding.rule, finding.suggestion.as_ref().map(|remedy| remedy.value()))).collect();
        assert_eq!(told, [(Rule::LanguageUnknown, Some(code))]);
    }
}
