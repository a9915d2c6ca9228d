//! What each key gives, and which field takes the row.

use super::*;
use crate::app::editor::press_for;
use crate::app::text_field::TextField;

fn typed(number: Number, keys: &str) -> String {
    keys.chars().fold(String::new(), |mut text, key| {
        match meant(number, &text, Key::Char(key)) {
            Key::Char(character) => text.push(character),
            other => panic!("{other}"),
        }
        text
    })
}

#[test]
fn every_row_of_digits_gives_digits() {
    for number in [Number::Count, Number::Signed, Number::Parted, Number::Coded, Number::House] {
        assert_eq!(typed(number, "&é\"'(§è!çà"), "1234567890", "Belgian, {number:?}");
        assert_eq!(typed(number, "1234567890"), "1234567890", "shifted, {number:?}");
    }
    assert_eq!(typed(Number::Count, "&é\"'(-è_çà"), "1234567890", "French");
    assert_eq!(typed(Number::Signed, "&é\"'(-è_çà"), "1234567890", "French, behind a digit");
}

#[test]
fn signs_that_belong_to_the_number_stay() {
    assert_eq!(typed(Number::Signed, "-&(à,çç"), "-150,99");
    assert_eq!(typed(Number::Signed, "&(à,-"), "150,-", "round by a stroke");
    assert_eq!(typed(Number::Parted, "&(-è-éàé§"), "15-7-2026");
    assert_eq!(typed(Number::Parted, "&(/è/éàé§"), "15/7/2026");
    assert_eq!(typed(Number::Parted, "è$"), "7$", "what is no digit is what it is");
}

#[test]
fn words_stay_words() {
    assert_eq!(typed(Number::Signed, "néant"), "néant");
    assert_eq!(typed(Number::Parted, "&( février"), "15 février");
    assert_eq!(meant(Number::Count, "", Key::Backspace), Key::Backspace);
}

/// What stands in a field of a customer after these keys.
fn typed_in(field: Field, keys: &str) -> String {
    let mut input = TextField::default();
    for key in keys.chars() {
        press_for(field, &mut input, if key == ' ' { Key::Space } else { Key::Char(key) });
    }
    input.text().to_owned()
}

#[test]
fn a_telephone_number_keeps_its_signs() {
    for (keys, read) in [
        ("+\"éàè", "+3207"),
        ("à'è&§é(\"§!", "0471625368"),
        ("à'è& §é (\" §!", "0471 62 53 68"),
        ("+32 (0)471 62 53 68", "+32 (0)471 62 53 68"),
        ("+\"é (à)'è&", "+32 (0)471"),
        ("+31(0)6", "+31(0)6"),
        ("(0471) 62 53 68", "(0471) 62 53 68"),
        ("(+32) 471", "(+32) 471"),
        ("0471-62.53/68", "0471-62.53/68"),
        ("+'!(àà", "+48500"),
    ] {
        assert_eq!(typed_in(Field::Mobile, keys), read, "{keys}");
    }
    let mut pasted = TextField::default();
    assert_eq!(pasted.paste("+32 (0)471'62"), 0);
    assert_eq!(pasted.text(), "+32 (0)471'62", "what is pasted is what it is");
}

#[test]
fn a_postal_code_may_have_letters_and_a_house_number_words() {
    for (field, keys, read) in [
        (Field::PostalCode, "çààà", "9000"),
        (Field::PostalCode, "SW&A &AA", "SW1A 1AA"),
        (Field::PostalCode, "B-çààà", "B-9000"),
        (Field::PostalCode, "&é\"' AB", "1234 AB"),
        (Field::HouseNumber, "&éA", "12A"),
        (Field::HouseNumber, "&é-&'", "12-14"),
        (Field::HouseNumber, "12 à 14", "12 à 14"),
        (Field::HouseNumber, "Zé", "Zé"),
        (Field::EnterpriseNumber, "BE à'à\"à&çé§&", "BE 0403019261"),
        (Field::EnterpriseNumber, "à'à\"à&çé-&", "0403019261"),
        (Field::Deadline, "&(/è/éàé§", "15/7/2026"),
    ] {
        assert_eq!(typed_in(field, keys), read, "{field:?} {keys}");
    }
}

/// Every field, and what of the row it takes. Whoever adds one puts it here.
#[test]
fn every_field_of_a_customer_is_judged() {
    use Number::{Coded, Count, Dialled, House, Parted};
    let takes = [
        (Field::Mobile, Dialled),
        (Field::NationalNumber, Parted),
        (Field::HouseNumber, House),
        (Field::PostalCode, Coded),
        (Field::SpouseNationalNumber, Parted),
        (Field::EnterpriseNumber, Count),
        (Field::SpouseEnterpriseNumber, Count),
        (Field::Deadline, Parted),
        (Field::SpouseMobile, Dialled),
    ];
    let found: Vec<_> = Field::ALL.into_iter().filter_map(|field| Some((field, Number::of(field)?))).collect();
    assert_eq!(found, takes);
    // In all others each key is what it is.
    for field in Field::ALL.into_iter().filter(|field| Number::of(*field).is_none()) {
        assert_eq!(typed_in(field, "&é\"'(§è!çà-_"), "&é\"'(§è!çà-_", "{field:?}");
    }
}
