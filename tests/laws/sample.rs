//! The sample and the demo's store are what the generator makes, and hold what they promise.

use std::collections::BTreeMap;

use calamine::Data;
use instroom::domain::customer::Values;
use instroom::domain::field::Field;
use instroom::domain::sheet::{CellKind, Sheet};
use instroom::domain::template::layout::{Generation, SheetHead, Visibility, find};

use crate::generate::demo_store::{DIFFERENCES, Difference, STRANGERS, stored};
use crate::generate::faults::Fault;
use crate::generate::rows::{Format, Given};
use crate::generate::sample::{self, CUSTOMERS, Deed, EMPTY_ROW, deeds};
use crate::support::{Cells, cells};

const WORKBOOK: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/sample/customers.xlsx"));
const STORED: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/sample/stored.json"));

/// The rows of customers by their number as the workbook shows it: text of the cells, by field.
fn rows() -> BTreeMap<usize, BTreeMap<Field, Data>> {
    let mut rows: BTreeMap<usize, BTreeMap<Field, Data>> = BTreeMap::new();
    for (row, column, cell) in cells(WORKBOOK.to_vec()).remove(0).1.into_iter().filter(|(row, _, _)| *row > 0) {
        rows.entry(row + 1).or_default().insert(Field::TEMPLATE[column], cell);
    }
    rows
}

#[test]
fn the_committed_sample_is_what_the_generator_makes() {
    let made: Vec<Cells> = cells(sample::workbook().unwrap().save_to_buffer().unwrap());
    let committed = cells(WORKBOOK.to_vec());
    assert_eq!(made.len(), 2);
    for (made, committed) in made.into_iter().zip(&committed) {
        assert_eq!(made.0, committed.0);
        let differing = made.1.iter().zip(&committed.1).find(|(made, committed)| made != committed);
        assert_eq!(differing, None, "run the generator with --sample");
        assert_eq!(made.1.len(), committed.1.len());
    }
    assert!(WORKBOOK.len() < 100_000, "the sample is small");
}

#[test]
fn the_committed_store_is_what_the_generator_makes() {
    let made = serde_json::to_value(stored()).unwrap();
    let committed: serde_json::Value = serde_json::from_str(STORED).unwrap();
    assert!(made == committed, "run the generator with --demo-store");
}

#[test]
fn the_sample_is_read_from_its_first_row_with_an_empty_row_in_the_middle() {
    let mut head = Sheet::new("head");
    for (row, column, cell) in cells(WORKBOOK.to_vec()).remove(0).1 {
        head.push(u32::try_from(row).unwrap() + 1, u16::try_from(column).unwrap(), CellKind::Text, &cell.to_string()).unwrap();
    }
    let place = find(&[SheetHead { sheet: &head, visibility: Visibility::Visible }]).unwrap();
    assert_eq!((place.layout.header_row, place.layout.generation), (1, Generation::Second));
    let numbers: Vec<usize> = rows().into_keys().collect();
    // Two of the customers stand there twice.
    let last = usize::try_from(CUSTOMERS).unwrap() + 2 + 2;
    let expected: Vec<usize> = (2..=last).filter(|&row| row != EMPTY_ROW as usize).collect();
    assert_eq!(numbers, expected);
}

#[test]
fn the_sample_is_wrong_in_the_ways_it_promises_and_in_no_other() {
    let customers = sample::customers();
    let deeds = deeds();
    assert_eq!(deeds.len(), 22, "every deed found a customer: {deeds:?}");
    let rows: Vec<_> = rows().into_values().collect();
    for index in 0..CUSTOMERS {
        let right = crate::generate::rows::Row::of(&customers.customer(index), Format::Second);
        let row = &rows[usize::try_from(index).unwrap()];
        let wrong: Vec<Field> = Field::TEMPLATE.into_iter().filter(|&field| !same(right.get(field), row.get(&field))).collect();
        let expected = match deeds.iter().find(|(done_to, _)| *done_to == index).map(|(_, deed)| *deed) {
            Some(Deed::Spoilt(fault)) => vec![fault.field()],
            Some(Deed::Misspelt(_)) => vec![Field::Email],
            Some(Deed::SpacedLabels) => vec![Field::Labels],
            Some(Deed::PartnerRow | Deed::Repeated) | None => vec![],
        };
        assert_eq!(wrong, expected, "customer {index}");
    }
    let lost: Vec<_> =
        rows.iter().filter_map(|row| row.get(&Field::NationalNumber)).filter(|cell| matches!(cell, Data::Float(_))).collect();
    assert_eq!(lost.len(), 7);
    assert!(lost.iter().all(|cell| matches!(cell, Data::Float(number) if *number < 1e10)), "{lost:?}");
    let has = |field: Field, told: &dyn Fn(&Data) -> bool| rows.iter().any(|row| row.get(&field).is_some_and(told));
    assert!(has(Field::LastName, &|cell| matches!(cell, Data::Error(calamine::CellErrorType::NA))));
    assert!(has(Field::NationalNumber, &|cell| cell.to_string().contains("E+10")));
    assert!(has(Field::EnterpriseNumber, &|cell| matches!(cell, Data::Float(number) if *number < 1e9)));
    assert!(has(Field::Mobile, &|cell| matches!(cell, Data::Float(number) if *number > 3.2e10)));
    assert!(has(Field::Mobile, &|cell| cell.to_string().starts_with("0032")));
    assert!(has(Field::Mobile, &|cell| cell.to_string().starts_with("045") && cell.to_string().contains(' ')));
    assert!(has(Field::Email, &|cell| cell.to_string().ends_with("@gmial.com")));
    assert!(has(Field::Labels, &|cell| cell.to_string().contains(", ")));
    assert!(has(Field::Deadline, &|cell| matches!(cell, Data::DateTime(_))));
}

/// Whether a cell holds what was given.
fn same(given: Option<&Given>, cell: Option<&Data>) -> bool {
    match (given, cell) {
        (None, None) => true,
        (Some(Given::Text(text)), Some(Data::String(read))) => text == read,
        (Some(Given::Number(number)), Some(Data::Float(read))) => number == read,
        (Some(Given::Date(..)), Some(Data::DateTime(_))) => true,
        (Some(Given::Error(sign)), Some(Data::Error(read))) => *sign == read.to_string(),
        _ => false,
    }
}

#[test]
fn the_last_two_rows_are_a_partner_and_a_repeated_customer() {
    let rows: Vec<_> = rows().into_values().collect();
    let text = |row: usize, field: Field| rows[row].get(&field).map(Data::to_string).unwrap_or_default();
    let (customers, partner, repeated) = (usize::try_from(CUSTOMERS).unwrap(), rows.len() - 2, rows.len() - 1);
    let number = text(partner, Field::NationalNumber);
    assert_eq!((0..customers).filter(|&row| text(row, Field::SpouseNationalNumber) == number).count(), 1);
    assert_eq!((0..customers).filter(|&row| rows[row] == rows[repeated]).count(), 1);
    assert!(!text(partner, Field::LastName).is_empty() && text(partner, Field::SpouseNationalNumber).is_empty());
}

#[test]
fn the_store_knows_the_sample_in_every_way_that_a_match_can_be() {
    let stored = stored();
    assert_eq!(stored.len(), 1 + DIFFERENCES.len() + usize::try_from(STRANGERS).unwrap());
    let sample: Vec<Values> = (0..CUSTOMERS).map(|index| sample::customers().customer(index)).collect();
    let mut by_number = 0;
    let mut equal = 0;
    let mut by_code_only = 0;
    let mut by_email_and_name = 0;
    let mut crosswise = 0;
    let mut other_number = 0;
    let mut strangers = 0;
    for known in &stored {
        let of = |field| known.values.get(field);
        let with = |field: Field| sample.iter().find(|row| of(field).is_some() && row.get(field) == of(field));
        match (with(Field::NationalNumber), with(Field::ClientCode), with(Field::Email)) {
            (Some(row), _, _) => {
                by_number += 1;
                equal += usize::from(row.iter().filter(|(field, _)| field.is_stored()).eq(known.values.iter()));
            }
            (None, Some(_), _) if of(Field::NationalNumber).is_none() => by_code_only += 1,
            (None, Some(_), _) => other_number += 1,
            (None, None, Some(row)) => {
                assert_eq!(row.full_name(), known.values.full_name());
                assert_eq!(of(Field::NationalNumber), None);
                by_email_and_name += 1;
            }
            (None, None, None) => {
                let partner = sample.iter().find(|row| row.get(Field::SpouseNationalNumber) == of(Field::NationalNumber));
                match partner {
                    Some(row) if of(Field::NationalNumber).is_some() => {
                        assert_eq!(row.get(Field::NationalNumber), of(Field::SpouseNationalNumber));
                        crosswise += 1;
                    }
                    _ => strangers += 1,
                }
            }
        }
    }
    let wanted = |difference: Difference| DIFFERENCES.iter().filter(|&&known| known == difference).count();
    assert_eq!(equal, wanted(Difference::None) + 1, "with the one whose row is wrong");
    assert_eq!((by_code_only, by_email_and_name), (wanted(Difference::ByCodeOnly), wanted(Difference::ByEmailAndName)));
    assert_eq!((crosswise, other_number, strangers), (1, 1, 9));
    assert_eq!(by_number, 16, "equal ones, and those with one or two fields of old");
}

#[test]
fn stored_values_are_canonical_and_stored_fields_only() {
    let mut numbers = Vec::new();
    for known in stored() {
        for (field, value) in known.values.iter() {
            assert!(field.is_stored(), "{field:?}");
            match field {
                Field::NationalNumber | Field::SpouseNationalNumber => {
                    assert!(value.len() == 11 && value.bytes().all(|byte| byte.is_ascii_digit()), "{value}");
                }
                Field::Mobile => assert!(value.starts_with("+324") && value.len() == 12, "{value}"),
                Field::Language => assert!(["nl", "fr", "en"].contains(&value), "{value}"),
                Field::Labels => assert!(!value.contains(", ") && !value.contains(" ,"), "{value}"),
                _ => assert_eq!(value, value.trim()),
            }
        }
        numbers.extend(known.values.get(Field::NationalNumber).map(str::to_owned));
        assert!(known.flows.iter().all(|flow| ["pit-2025", "pit-2026"].contains(flow)));
    }
    let all = numbers.len();
    numbers.sort();
    numbers.dedup();
    assert_eq!(numbers.len(), all, "no two stored customers share a number");
    let linked = |count: usize| stored().iter().filter(|known| known.flows.len() == count).count();
    assert!(linked(0) >= 3 && linked(1) >= 10 && linked(2) >= 3);
}

#[test]
fn a_wrong_row_of_the_sample_is_in_the_store_too() {
    let (index, deed) = deeds().into_iter().find(|(_, deed)| matches!(deed, Deed::Spoilt(_))).unwrap();
    assert_ne!(deed, Deed::Spoilt(Fault::ErrorCell));
    let number = sample::customers().customer(index).get(Field::NationalNumber).map(str::to_owned);
    assert!(stored().iter().any(|known| known.values.get(Field::NationalNumber) == number.as_deref()));
}
