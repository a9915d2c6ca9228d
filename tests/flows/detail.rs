//! The detail pane for every kind of row.

use instroom::domain::customer::Values;
use instroom::domain::field::Field;

use crate::generate::rows::{Format, Given, Row};
use crate::generate::sample;
use crate::support::flow::Flow;
use crate::support::office::{store_with, workbook_with_rows};

/// Invented customers with a national number, a mobile number and no partner.
fn people() -> Vec<Values> {
    let customers = sample::customers();
    let suits = |values: &Values| {
        values.get(Field::NationalNumber).is_some_and(|number| !number.starts_with('0'))
            && values.get(Field::Mobile).is_some()
            && values.get(Field::SpouseNationalNumber).is_none()
    };
    (0..60).map(|index| customers.customer(index)).filter(suits).take(10).collect()
}

fn with(values: &Values, changes: &[(Field, &str)]) -> Values {
    let mut values = values.clone();
    for (field, value) in changes {
        values.set(*field, *value);
    }
    values
}

#[test]
fn every_kind_of_row_explains_itself() {
    let people = people();
    let [new, warned, shares, sure, likely, unsure, wrong, gone, ..] = &people[..] else { panic!("eight people") };
    let row = |values: &Values| Row::of(values, Format::Second);
    let store = store_with([
        with(shares, &[(Field::FirstName, "Partner"), (Field::NationalNumber, ""), (Field::ClientCode, "")]),
        with(sure, &[(Field::Street, "Oude Weg"), (Field::Mobile, "")]),
        with(likely, &[(Field::NationalNumber, ""), (Field::ClientCode, "")]),
        with(unsure, &[(Field::NationalNumber, gone.text(Field::NationalNumber)), (Field::ClientCode, "K-1")]),
        with(gone, &[(Field::NationalNumber, "")]),
    ]);
    let mut spoilt = row(wrong);
    spoilt.text(Field::Email, "nobody at home");
    spoilt.set(Field::NationalNumber, Given::Number(4_010_151_164.0));
    spoilt.text(Field::Mobile, "09 123");
    spoilt.text(Field::Language, "Klingon");
    spoilt.set(Field::City, Given::Error("#N/A"));
    let rows = [
        row(new),
        row(&with(warned, &[(Field::Email, "an@gmial.com"), (Field::Labels, "PB, VIP")])),
        row(shares),
        row(sure),
        row(likely),
        row(&with(unsure, &[(Field::ClientCode, "K-1")])),
        spoilt,
    ];
    let mut flow = Flow::open(store, &workbook_with_rows(rows));
    flow.resize(120, 40);
    flow.see("a new row").press("n").see("a row with warnings").press("j").see("a new row with somebody else's e-mail address");
    flow.press("2").see("a customer who is only in the store");
    flow.press("3").see("surely the same").press("j").see("likely").press("j").see("unsure");
    flow.press("4").see("everything that is wrong with a row");
    flow.resize(80, 24).see("in the small window it says how much there is below");
    flow.press("J J J").see("scrolled").press("z").see("whole").press("j j").see("scrolled there").press("z").see("and back");
    for _ in 0..60 {
        flow.press_key("J".parse().unwrap());
    }
    flow.see("no further than the last line")
        .press("K")
        .see("and back")
        .press("p")
        .see("the pane is off")
        .press("p Enter")
        .see("opened whole");
    flow.press("Esc").see("closed");
    flow.tell("detail");
}
