//! What the generator invents is valid, different and follows from the seed.

use std::collections::HashSet;

use instroom::domain::field::Field;
use instroom::domain::sheet::{CellKind, Sheet};
use instroom::domain::template::layout::{Generation, SheetHead, Visibility, find};

use crate::generate::customers::{COLLEAGUES, Customers};
use crate::generate::faults::{Fault, spoil};
use crate::generate::numbers::{Register, Sex, enterprise_number, national_number};
use crate::generate::rows::{Format, Row};
use crate::generate::workbook;
use crate::support::cells;

/// The national number as a number, once everything about it has been checked.
fn checked(text: &str) -> u64 {
    let number: u64 = text.parse().unwrap();
    let (nine, check) = (number / 100, number % 100);
    let fits = |century: u64| 97 - (century + nine) % 97 == check;
    assert!(text.len() == 11 && (fits(0) || fits(2_000_000_000)), "{text}");
    assert!((950..=998).contains(&(nine % 1000)), "{text}");
    number
}

#[test]
fn check_digits_are_those_of_known_numbers() {
    assert_eq!(national_number(jiff::civil::date(1985, 7, 30), 33), "85073003328");
    assert_eq!(national_number(jiff::civil::date(2017, 7, 30), 33), "17073003384");
    assert_eq!(national_number(jiff::civil::date(1900, 1, 25), 111), "00012511119");
    assert_eq!(national_number(jiff::civil::date(2000, 1, 25), 111), "00012511148");
    assert_eq!(enterprise_number(4_030_192), "0403019261");
    assert_eq!(enterprise_number(10_000_000), "1000000021");
}

#[test]
fn no_two_of_a_million_share_a_national_number() {
    for rows in [1_048_575, 2_000] {
        let register = Register::for_rows(rows, 7);
        let mut seen = HashSet::new();
        let mut couples = 0;
        for index in 0..rows {
            let numbers = register.numbers(index, index % 4 < 2);
            let own = checked(&numbers.own);
            assert_eq!(own / 100 % 2 == 1, numbers.sex == Sex::Man, "{own}");
            assert!(seen.insert(own), "{own} twice");
            if let Some(partner) = &numbers.partner {
                let partner = checked(partner);
                assert_ne!(partner / 100 % 2, own / 100 % 2);
                assert!(seen.insert(partner), "{partner} twice");
                couples += 1;
            }
        }
        let share = couples * 100 / rows;
        assert!((36..=46).contains(&share), "{share}% couples");
    }
}

#[test]
fn customers_follow_from_the_seed_and_the_index_alone() {
    let (one, same, other) = (Customers::new(500, 1), Customers::new(500, 1), Customers::new(500, 2));
    assert_eq!(one.customer(77), same.customer(77));
    let differing = (0..500).filter(|&index| one.customer(index) != other.customer(index)).count();
    assert_eq!(differing, 500);
}

#[test]
fn invented_customers_are_valid_in_every_field() {
    let customers = Customers::new(3_000, 5);
    let mut emails = HashSet::new();
    let (mut accents, mut particles, mut languages) = (0, 0, HashSet::new());
    for index in 0..3_000 {
        let customer = customers.customer(index);
        for (field, value) in customer.iter() {
            match field {
                Field::FirstName | Field::LastName | Field::Street | Field::City => assert_eq!(value, value.trim()),
                Field::Email => {
                    let (local, domain) = value.split_once('@').unwrap();
                    assert!(["example.com", "example.net", "example.org"].contains(&domain), "{value}");
                    assert!(local.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'.'), "{value}");
                    assert!(!local.contains("..") && !local.starts_with('.'), "{value}");
                }
                Field::Mobile => assert!(value.len() == 12 && value.starts_with("+3245"), "{value}"),
                Field::NationalNumber | Field::SpouseNationalNumber => {
                    checked(value);
                }
                Field::EnterpriseNumber | Field::SpouseEnterpriseNumber => {
                    assert_eq!(value, enterprise_number(value[..8].parse().unwrap()));
                    assert!(value.starts_with('0') || value.starts_with('1'));
                }
                Field::PostalCode => assert!((1000..=9999).contains(&value.parse::<u32>().unwrap()), "{value}"),
                Field::Responsible => assert!(COLLEAGUES.contains(&value)),
                Field::Language => {
                    languages.insert(value.to_owned());
                }
                _ => {}
            }
        }
        for field in Field::ALL.into_iter().filter(|field| field.is_required()) {
            assert!(customer.get(field).is_some(), "{field:?} of {index}");
        }
        if customer.get(Field::NationalNumber).is_none() {
            assert!(emails.insert(customer.text(Field::Email).to_owned()), "two without a number share an address");
        }
        accents += usize::from(!customer.full_name().is_ascii());
        particles += usize::from(customer.text(Field::LastName).contains(' '));
    }
    assert!(accents > 300 && particles > 300, "{accents} {particles}");
    assert_eq!(languages.len(), 3);
}

#[test]
fn every_fault_occurs_and_spoils_exactly_its_own_field() {
    let customers = Customers::new(4_000, 9);
    for format in [Format::First, Format::Second] {
        let mut seen = HashSet::new();
        for index in 0..4_000 {
            let right = Row::of(&customers.customer(index), format);
            let mut row = right.clone();
            let fault = spoil(&mut row, index, format, &mut customers.random(index)).unwrap();
            let wrong: Vec<Field> = Field::ALL.into_iter().filter(|&field| row.get(field) != right.get(field)).collect();
            assert_eq!(wrong, [fault.field()], "{fault:?} at {index}");
            seen.insert(fault as usize);
        }
        let missing = match format {
            Format::First => 3,
            Format::Second => 0,
        };
        assert_eq!(seen.len(), Fault::ALL.len() - missing);
    }
}

#[test]
fn both_templates_are_written_row_by_row_with_that_many_wrong() {
    let folder = tempfile::tempdir().unwrap();
    for (format, generation) in [(Format::First, Generation::First), (Format::Second, Generation::Second)] {
        let path = folder.path().join("customers.xlsx");
        let read = |faulty: u64| {
            workbook::write(workbook::Texts::Own, &path, 300, faulty, 4, format).unwrap();
            cells(std::fs::read(&path).unwrap()).remove(0).1
        };
        let (right, wrong) = (read(0), read(7));
        let mut head = Sheet::new("head");
        for (row, column, cell) in &right {
            let (row, column) = (u32::try_from(row + 1).unwrap(), u16::try_from(*column).unwrap());
            head.push(row, column, CellKind::Text, &cell.to_string()).unwrap();
        }
        assert_eq!(head.row_count(), 301);
        let place = find(&[SheetHead { sheet: &head, visibility: Visibility::Visible }]).unwrap();
        assert_eq!((place.layout.header_row, place.layout.generation), (1, generation));
        let cells_of = |cells: &[(usize, usize, calamine::Data)], row: usize| -> Vec<_> {
            cells.iter().filter(|cell| cell.0 == row).map(|(_, column, cell)| (*column, cell.to_string())).collect()
        };
        let differing = (0..=300).filter(|&row| cells_of(&right, row) != cells_of(&wrong, row)).count();
        assert_eq!(differing, 7);
    }
}

#[test]
fn texts_stand_in_each_cell_or_once_in_a_table_and_say_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let written = |texts| {
        let path = folder.path().join("customers.xlsx");
        workbook::write(texts, &path, 300, 7, 4, Format::Second).unwrap();
        std::fs::read(&path).unwrap()
    };
    let part = |bytes: &[u8], name: &str| {
        let mut package = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let mut text = String::new();
        let there = package.by_name(name).map(|mut part| std::io::Read::read_to_string(&mut part, &mut text).unwrap());
        there.is_ok().then_some(text)
    };
    let (own, shared) = (written(workbook::Texts::Own), written(workbook::Texts::Shared));
    let sheet = |bytes: &[u8]| part(bytes, "xl/worksheets/sheet1.xml").unwrap();
    assert!(sheet(&own).contains("t=\"inlineStr\"") && !sheet(&own).contains("t=\"s\""));
    assert!(!sheet(&shared).contains("t=\"inlineStr\"") && sheet(&shared).contains("t=\"s\""));
    let table = part(&shared, "xl/sharedStrings.xml").unwrap();
    assert!(table.matches("<si>").count() > 300, "every national number is another");
    assert_eq!(part(&own, "xl/sharedStrings.xml"), None);
    assert_eq!(cells(own).remove(0).1, cells(shared).remove(0).1);
}
