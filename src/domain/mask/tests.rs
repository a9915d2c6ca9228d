use proptest::prelude::*;

use super::*;

#[test]
fn the_birth_date_stays_and_the_rest_goes() {
    for (number, masked) in [
        ("85073003328", "850730*****"),
        ("85.07.30-033.28", "85.07.30-***.**"),
        ("85 07 30 033 28", "85 07 30 *** **"),
        ("4010151164", "40101*****"),
        ("102030056", "1020*****"),
        ("12556777", "125*****"),
        ("12345", "*****"),
        ("850730033281", "850730******"),
        ("8.5073E+10", "8.5***E+**"),
        ("８５０７３００３３２８", "８５０７３０*****"),
        ("geen", "geen"),
        ("", ""),
    ] {
        assert_eq!(mask_number(number), masked);
        assert_eq!(mask_number(masked), masked, "masking twice is masking once");
    }
}

#[test]
fn numbers_in_text_are_masked_however_they_are_written() {
    for (text, masked) in [
        ("85073003328", "850730*****"),
        ("An (85073003328)", "An (850730*****)"),
        ("RR85073003328x", "RR850730*****x"),
        ("85.07.30-033.28", "85.07.30-***.**"),
        ("85.07.30-033.29", "85.07.30-***.**"),
        ("85/07/30-033/28", "85/07/30-***/**"),
        ("850730-033-28", "850730-***-**"),
        ("850730 033 28", "850730 *** **"),
        ("850730033 - 28", "850730*** - **"),
        ("85.07.30\u{2013}033.28", "85.07.30\u{2013}***.**"),
        ("column 4010151164 row 3", "column 40101***** row 3"),
        ("1020300566", "10203*****"),
        ("85073003328 85073003328", "850730***** 850730*****"),
        ("tel 0471625368 85073003328", "tel 0471625368 850730*****"),
        ("85073003328.5", "850730*****.5"),
        ("8.5073003328e10", "8.50730*****e10"),
        ("+85073003328", "+850730*****"),
        ("élève 66241066606 né", "élève 662410***** né"),
    ] {
        assert_eq!(mask_in_text(text), masked);
    }
}

#[test]
fn a_number_with_a_digit_typed_wrongly_is_masked_all_the_same() {
    for (text, masked) in [
        ("85073003399", "850730*****"),
        ("An 85073003399.", "An 850730*****."),
        ("850730 033 99", "850730 *** **"),
        ("85 07 30 033 99", "85 07 30 *** **"),
        ("85270003399", "852700*****"),
    ] {
        assert_eq!(mask_in_text(text), masked);
        assert_eq!(mask_likely(text), masked);
    }
    for (typed, masked) in [
        ("O5073003328", "O50730*****"),
        ("8507300332B 85O73003328", "8507300332B 85O730*****"),
        ("8507300332", "85073*****"),
        ("5073003328", "50730*****"),
        ("850730033281", "850730******"),
        ("mijn nummer: 8507300338 (An)", "mijn nummer: 85073***** (An)"),
    ] {
        assert_eq!(mask_likely(typed), masked);
        assert_eq!(mask_likely(masked), masked, "masking twice is masking once");
    }
}

#[test]
fn what_was_meant_as_a_number_is_hidden_whole_where_it_is_none() {
    for (written, masked) in [
        ("93.05.18-223.61", "93.05.18-***.**"),
        ("93.05.18-223.6", "**************"),
        ("93.05.18", "********"),
        ("geen, of 93051822361?", "geen, of 930518*****?"),
        ("geen", "geen"),
        ("bus 3", "bus 3"),
        ("930518*****", "***********"),
    ] {
        assert_eq!(mask_meant(written), masked);
    }
}

#[test]
fn other_numbers_that_people_type_stay() {
    for text in [
        "0471625368",
        "0471 62 53 68",
        "+32471625368",
        "32471625368",
        "0403019261",
        "BE0403019261",
        "BE68 5390 0754 7034",
        "BE68539007547034",
        "NL91ABNA0417164300",
        "15/07/2026",
        "1.234.567,89",
        "Kerkstraat 12A bus 3, 9000 Gent",
        "Ollie",
    ] {
        assert_eq!(mask_likely(text), text);
    }
}

#[test]
fn other_numbers_stay() {
    for text in [
        "0471625368",
        "0471 62 53 68",
        "+32471625368",
        "0403019261",
        "0403.019.261",
        "BE0403019261",
        "BE68 5390 0754 7034",
        "15/07/2026",
        "2026-07-15T00:00:00",
        "20260715",
        "1.234.567,89",
        "1234567890123456",
        "850730033285",
        "Kerkstraat 12A bus 3, 9000 Gent",
        "Rue du 8 mai 1945 12, 1000 Bruxelles",
        "12345678901",
        "850730*****",
        "85.07.30-***.**",
        "row 1048576, column 16384",
    ] {
        assert!(matches!(mask_in_text(text), Cow::Borrowed(same) if same == text), "{text}");
    }
}

#[test]
fn a_mobile_number_whose_digits_fit_stays_behind_its_plus() {
    let fitting = (0..97)
        .map(|last| 32_471_625_300_u64 + last)
        .find(|&number| NationalNumber::check_digits_fit(number))
        .map(|number| number.to_string())
        .unwrap();
    assert_eq!(mask_in_text(&format!("+{fitting}")), format!("+{fitting}"));
    assert_eq!(mask_in_text(&fitting), mask_number(&fitting), "without the plus nobody can tell");
}

/// A number of the register or BIS that passes every rule.
fn number() -> impl Strategy<Value = String> {
    number_of(0..100)
}

/// As [`number`], with a year of birth (two digits) out of these.
fn number_of(years: std::ops::Range<u64>) -> impl Strategy<Value = String> {
    (years, 1_u64..=12, 1_u64..=28, 1_u64..=998, prop::sample::select(vec![0_u64, 20, 40]), any::<bool>()).prop_map(
        |(year, month, day, sequence, bis, from_2000)| {
            let nine = ((year * 100 + month + bis) * 100 + day) * 1000 + sequence;
            let before = if from_2000 { 2_000_000_000 } else { 0 };
            format!("{nine:09}{:02}", 97 - (before + nine) % 97)
        },
    )
}

/// The number with these marks between its groups.
fn written(number: &str, marks: [&str; 4]) -> String {
    let groups = [&number[..2], &number[2..4], &number[4..6], &number[6..9], &number[9..]];
    groups.into_iter().zip(marks.into_iter().chain([""])).flat_map(|(group, mark)| [group, mark]).collect()
}

proptest! {
    #[test]
    fn at_most_six_digits_of_a_number_survive(
        number in number(),
        marks in prop::array::uniform4(prop::sample::select(vec!["", ".", "-", "/", " ", " - ", "\u{a0}"])),
        before in "([a-zA-Zé:(+ ]{0,8}|[0-9]{4,5} )",
        behind in "([a-zé;) ]{0,8}| [0-9]{4,5})",
    ) {
        let text = format!("{before}{}{behind}", written(&number, marks));
        let masked = mask_in_text(&text);
        let middle: String = masked.chars().skip(before.chars().count()).take(written(&number, marks).chars().count()).collect();
        let mobile = before.ends_with('+') && number.starts_with("32") && matches!(&number[2..4], "45" | "46" | "47" | "48" | "49");
        prop_assert!(mobile || middle.chars().filter(char::is_ascii_digit).count() <= 6, "{} -> {}", text, masked);
    }

    #[test]
    fn a_number_that_lost_one_or_two_zeros_is_masked(number in number_of(0..10)) {
        let short = number.trim_start_matches('0');
        prop_assume!(short.len() < number.len() && short.len() >= 9);
        let masked = mask_in_text(short).into_owned();
        prop_assert_eq!(&masked, &mask_number(short));
        prop_assert_eq!(masked.bytes().filter(u8::is_ascii_digit).count(), short.len() - 5);
    }

    #[test]
    fn masking_twice_is_masking_once(text in "([0-9]{1,12}|[-. */+a]){0,9}", number in number()) {
        for text in [text.clone(), format!("{text}{number}"), format!("{text} {number} {text}")] {
            let once = mask_in_text(&text).into_owned();
            prop_assert_eq!(mask_in_text(&once).into_owned(), once.clone());
            prop_assert_eq!(mask_number(&mask_number(&text)), mask_number(&text));
            prop_assert_eq!(once.len(), text.len());
        }
    }

    #[test]
    fn text_without_digits_comes_back_without_a_copy(text in "[^0-9]{0,40}") {
        prop_assert!(matches!(mask_in_text(&text), Cow::Borrowed(_)));
    }

    #[test]
    fn nothing_but_digits_changes(text in "\\PC{0,40}") {
        let masked = mask_in_text(&text);
        for (before, after) in text.chars().zip(masked.chars()) {
            prop_assert!(before == after || (before.is_ascii_digit() && after == '*'));
        }
    }
}
