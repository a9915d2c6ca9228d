use jiff::civil::date;
use proptest::prelude::*;

use super::*;

const TODAY: Date = date(2026, 5, 14);

const VALID: [&str; 30] = [
    // With a birth date.
    "42012205181",
    "93051822361",
    "85073003328",
    "75060898009",
    "66041066660",
    "66041099720",
    "90022742191",
    "88022999297",
    "17073003384",
    "01020300566",
    "09082428248",
    "00012556777",
    "00012511119",
    "00012511148",
    // Month 00.
    "40000095381",
    "40000100133",
    "65000313177",
    "00000100166",
    "00000100195",
    "40003200173",
    // Day 00.
    "00010000135",
    // BIS.
    "98472899765",
    "01490700185",
    "75460898095",
    "75260898052",
    "66241066606",
    // The last sequence; a leap day of 2000; month 00 with sequence 001; the first sequence.
    "85073099833",
    "00022900145",
    "40000200103",
    "66041000146",
];

fn parse(text: &str) -> Result<NationalNumber, NationalNumberFault> {
    NationalNumber::parse(text, TODAY)
}

/// The number of these nine digits with its right check digits.
fn numbered(first_nine: u64, two_in_front: bool) -> String {
    format!("{first_nine:09}{:02}", check_digits(first_nine, two_in_front))
}

#[test]
fn real_people_are_let_in() {
    for text in VALID {
        assert_eq!(parse(text).map(|number| number.to_string()), Ok(text.to_owned()));
    }
}

#[test]
fn a_wrong_number_is_told_the_very_reason() {
    use NationalNumberFault::{CheckDigits, Day, Future, Length, Month, NotDigits, Sequence};
    for (text, fault) in [
        ("12345678901", CheckDigits),
        ("66041066600", CheckDigits),
        ("90022742192", CheckDigits),
        ("00012511149", CheckDigits),
        ("00000000000", CheckDigits),
        ("85133000105", Month),
        ("85333000148", Month),
        ("85533000191", Month),
        ("66641066692", Month),
        ("66023000114", Day),
        ("85073500107", Day),
        ("30010100153", Future),
        ("66041000047", Sequence),
        ("66041099918", Sequence),
        ("", Length),
        ("8507300332", Length),
        ("850730033280", Length),
        ("85.07.30-033.28", NotDigits),
        ("8507300332x", NotDigits),
        ("8507300332８", NotDigits),
        ("+5073003328", NotDigits),
        (" 85073003328", NotDigits),
    ] {
        assert_eq!(parse(text), Err(fault), "{text}");
    }
}

#[test]
fn every_fault_has_a_rule_of_its_own_number() {
    use NationalNumberFault::{CheckDigits, Day, Future, Length, Month, NotDigits, Sequence};
    let ids = [NotDigits, Length, CheckDigits, Month, Day, Future, Sequence].map(|fault| fault.rule().id());
    assert_eq!(
        ids,
        ["not-digits", "length", "check-digits", "month", "day", "future", "sequence"].map(|end| format!("national-number.{end}"))
    );
}

#[test]
fn birth_dates_are_of_the_century_that_fits() {
    for (text, born) in [
        ("00012511119", Some(date(1900, 1, 25))),
        ("00012511148", Some(date(2000, 1, 25))),
        ("17073003384", Some(date(2017, 7, 30))),
        ("85073003328", Some(date(1985, 7, 30))),
        ("88022999297", Some(date(1988, 2, 29))),
        ("98472899765", Some(date(1998, 7, 28))),
        ("75260898052", Some(date(1975, 6, 8))),
        ("40000095381", None),
        ("40003200173", None),
        ("00010000135", None),
    ] {
        assert_eq!(parse(text).unwrap().birth_date(), born, "{text}");
    }
}

#[test]
fn leap_days_are_those_of_the_century_that_fits() {
    assert_eq!(parse(&numbered(229_001, false)), Err(NationalNumberFault::Day), "1900 had no 29 February");
    assert_eq!(parse(&numbered(229_001, true)).unwrap().birth_date(), Some(date(2000, 2, 29)));
}

#[test]
fn the_future_begins_tomorrow_and_is_not_asked_of_stored_numbers() {
    let today = numbered(260_514_001, true);
    let tomorrow = numbered(260_515_001, true);
    assert!(parse(&today).is_ok());
    assert_eq!(parse(&tomorrow), Err(NationalNumberFault::Future));
    assert_eq!(NationalNumber::parse_stored(&tomorrow).unwrap().birth_date(), Some(date(2026, 5, 15)));
    let no_date = numbered(300_000_001, true);
    assert!(parse(&no_date).is_ok(), "a number without a birth date is never in the future");
    assert_eq!(parse(&numbered(300_101_000, true)), Err(NationalNumberFault::Future), "asked before the sequence");
}

#[test]
fn the_sex_is_told_by_the_sequence_unless_bis_says_it_is_unknown() {
    for (text, sex) in [
        ("85073003328", Some(Sex::Male)),
        ("66041066660", Some(Sex::Female)),
        ("75460898095", Some(Sex::Female)),
        ("75260898052", None),
        ("66241066606", None),
        ("40000095381", Some(Sex::Male)),
    ] {
        assert_eq!(parse(text).unwrap().sex(), sex, "{text}");
    }
}

#[test]
fn bis_numbers_are_told_from_register_numbers() {
    assert_eq!(parse("85073003328").unwrap().kind(), NationalNumberKind::Register);
    assert_eq!(parse("40003200173").unwrap().kind(), NationalNumberKind::Register);
    assert_eq!(parse("75260898052").unwrap().kind(), NationalNumberKind::Bis);
    assert_eq!(parse("98472899765").unwrap().kind(), NationalNumberKind::Bis);
    let unknown_month = parse(&numbered(752_000_001, false)).unwrap();
    assert_eq!((unknown_month.kind(), unknown_month.birth_date()), (NationalNumberKind::Bis, None));
}

#[test]
fn the_proof_shows_the_sum_and_what_the_number_tells() {
    let proof = parse("17073003384").unwrap().check();
    assert_eq!((proof.first_nine, proof.two_in_front, proof.remainder, proof.check_digits), (170_730_033, true, 13, 84));
    assert_eq!((proof.birth_date, proof.sex), (Ok(date(2017, 7, 30)), Ok(Sex::Male)));
    assert_eq!(2_170_730_033 % 97, proof.remainder);
    let old = parse("85073003328").unwrap().check();
    assert_eq!((old.two_in_front, old.remainder, old.check_digits), (false, 850_730_033 % 97, 28));
    assert_eq!(parse("40003200173").unwrap().check().birth_date, Err(NoBirthDate::MonthUnknown));
    assert_eq!(parse("00010000135").unwrap().check().birth_date, Err(NoBirthDate::DayUnknown));
    assert_eq!(parse("66241066606").unwrap().check().sex, Err(NoSex::BisWithoutSex));
}

proptest! {
    #[test]
    fn the_two_centuries_never_both_fit(first_nine in 0_u64..1_000_000_000) {
        prop_assert_ne!(check_digits(first_nine, false), check_digits(first_nine, true));
    }

    #[test]
    fn what_is_shown_is_read_again(first_nine in 0_u64..1_000_000_000, two_in_front: bool) {
        let text = numbered(first_nine, two_in_front);
        if let Ok(number) = NationalNumber::parse_stored(&text) {
            prop_assert_eq!(number.to_string(), text);
            prop_assert_eq!(number.check().two_in_front, two_in_front);
        }
    }

    #[test]
    fn one_wrong_digit_is_always_seen_within_a_century(first_nine in 0_u64..1_000_000_000, place in 0_usize..9, other in 1_u8..10) {
        let mut digits = numbered(first_nine, false).into_bytes();
        digits[place] = b'0' + (digits[place] - b'0' + other) % 10;
        let changed: u64 = String::from_utf8(digits).unwrap().parse().unwrap();
        prop_assert_ne!(check_digits(changed / 100, false), changed % 100);
    }

    #[test]
    fn no_text_is_too_strange(text in "\\PC{0,14}") {
        let digits = text.len() == 11 && text.bytes().all(|byte| byte.is_ascii_digit());
        prop_assert!(digits || parse(&text).is_err());
    }
}
