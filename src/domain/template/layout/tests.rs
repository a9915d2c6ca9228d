//! Headings found, in whichever order and sheet they are.

use super::*;
use crate::domain::language::Language;
use crate::domain::sheet::CellKind;
use crate::domain::template::headings::{first_generation_heading, heading};

fn sheet(rows: &[(u32, &str)]) -> Sheet {
    let mut sheet = Sheet::new("Sheet");
    for (row, cells) in rows {
        for (column, text) in cells.split('|').enumerate() {
            sheet.push(*row, u16::try_from(column).unwrap(), CellKind::Text, text).unwrap();
        }
    }
    sheet
}

fn visible(sheet: &Sheet) -> SheetHead<'_> {
    SheetHead { sheet, visibility: Visibility::Visible }
}

fn fields(layout: &Layout) -> Vec<Option<Field>> {
    layout.columns.iter().map(|column| column.field).collect()
}

#[test]
fn both_generations_are_found_in_every_language_and_in_any_order() {
    for language in [Language::Dutch, Language::French, Language::English] {
        let second: Vec<_> = Field::TEMPLATE.iter().filter_map(|&field| heading(field, language)).collect();
        let first: Vec<_> = FIRST_GENERATION.iter().filter_map(|&field| first_generation_heading(field, language)).collect();
        for (headings, generation) in [(second, Generation::Second), (first, Generation::First)] {
            for turn in 0..headings.len() {
                let mut turned = headings.clone();
                turned.rotate_left(turn);
                if turn % 2 == 1 {
                    turned.reverse();
                }
                let place = find(&[visible(&sheet(&[(1, &turned.join("|"))]))]).unwrap();
                assert_eq!(place.layout.generation, generation, "{turned:?}");
                assert!(fields(&place.layout).iter().all(Option::is_some), "{turned:?}");
            }
        }
    }
}

#[test]
fn titles_above_the_headings_are_skipped() {
    let sheet = sheet(&[
        (1, "Klanten aanslagjaar 2026"),
        (3, "|E-mail: info@example.com"),
        (5, "|Naam|Voornaam|E-mail|GSM"),
        (6, "|A|B|c@example.com|"),
    ]);
    let place = find(&[visible(&sheet)]).unwrap();
    assert_eq!((place.sheet, place.layout.header_row), (0, 5));
    assert_eq!(place.layout.column_of(Field::LastName), Some(1));
    assert_eq!(place.layout.column_of(Field::Mobile), Some(4));
    assert_eq!(place.layout.column_of(Field::City), None);
    assert_eq!(place.layout.generation, Generation::Own);
}

#[test]
fn a_sheet_that_is_shown_goes_before_a_hidden_one_and_a_whole_layout_before_a_fuller_one() {
    let full = sheet(&[(1, "Voornaam|Naam|E-mail|GSM|INSZ|Straat|Nr|Bus|Postcode|Gemeente")]);
    let small = sheet(&[(2, "Voornaam|Naam|E-mail")]);
    let faulty = sheet(&[(1, "Naam|INSZ|Straat|Nr|Bus|Postcode|Gemeente")]);
    let hidden = SheetHead { sheet: &full, visibility: Visibility::Hidden };
    assert_eq!(find(&[hidden, visible(&faulty), visible(&small)]).map(|place| place.sheet), Ok(2));
    assert_eq!(find(&[hidden]).map(|place| place.sheet), Ok(0));
    assert_eq!(find(&[visible(&small), visible(&full), visible(&full)]).map(|place| place.sheet), Ok(1));
    assert_eq!(candidate(&[hidden, visible(&faulty)]).map(|place| place.sheet), Ok(1));
}

#[test]
fn headings_behind_the_fortieth_filled_row_are_not_searched_but_can_be_chosen() {
    let mut rows: Vec<(u32, &str)> = (1..=40).map(|row| (row * 2, "x|y")).collect();
    rows.push((100, "Voornaam|Naam|E-mail"));
    let sheet = sheet(&rows);
    assert_eq!(find(&[visible(&sheet)]), Err(LayoutFault::NoHeading { seen: vec!["x".into(), "y".into()] }));
    assert_eq!(of_row(&sheet, 100).map(|layout| layout.header_row), Ok(100));
    assert_eq!(of_row(&sheet, 3), Err(LayoutFault::EmptySheet));
    assert_eq!(of_row(&sheet, 4), Err(LayoutFault::NoHeading { seen: vec!["x".into(), "y".into()] }));
}

#[test]
fn faults_name_what_is_twice_missing_or_there_instead() {
    let of = |headings: &str| find(&[visible(&sheet(&[(1, headings)]))]).map(|place| fields(&place.layout));
    assert_eq!(of("Voornaam|Naam|E-mail|x|Mail"), Err(LayoutFault::TwoColumns { field: Field::Email, columns: vec![2, 4] }));
    assert_eq!(of("Naam|INSZ"), Err(LayoutFault::MissingColumn { fields: vec![Field::FirstName, Field::Email] }));
    assert_eq!(of("Omzet|Gemeente|Land"), Err(LayoutFault::NoHeading { seen: ["Omzet", "Gemeente", "Land"].map(String::from).into() }));
    assert_eq!(find(&[visible(&Sheet::new("empty"))]), find(&[]));
    assert_eq!(find(&[]), Err(LayoutFault::EmptySheet));
    assert_eq!(LayoutFault::TwoColumns { field: Field::Email, columns: vec![2, 27] }.to_string(), "columns C, AB all hold email");
}

#[test]
fn a_row_of_customers_is_no_row_of_headings() {
    let sheet = sheet(&[(2, "person|An|Janssens|an@example.com|+32475112233|85073003328|Kerkstraat|1||9000|Gent|België||PB|x|dutch|land")]);
    assert!(matches!(find(&[visible(&sheet)]), Err(LayoutFault::NoHeading { .. })));
}

#[test]
fn names_and_numbers_are_read_by_their_neighbours() {
    let of = |headings: &str| fields(&propose(&sheet(&[(1, headings)]), 0));
    assert_eq!(of("Naam|Familienaam"), [None, Some(Field::LastName)]);
    assert_eq!(of("Nr|Naam"), [None, Some(Field::LastName)]);
    assert_eq!(of("Nr|Straat|Nr|Bus"), [None, Some(Field::Street), Some(Field::HouseNumber), Some(Field::Box)]);
    assert_eq!(of("Nummer|Straat|Bus"), [Some(Field::HouseNumber), Some(Field::Street), Some(Field::Box)]);
    assert_eq!(of("Nummer|Naam"), [None, Some(Field::LastName)]);
    assert_eq!(of("Nummer|Straat|Nr"), [None, Some(Field::Street), Some(Field::HouseNumber)]);
    assert_eq!(of("Straat|Nr|Huisnummer"), [Some(Field::Street), None, Some(Field::HouseNumber)]);
    assert_eq!(of("KBO|Btw-nummer"), [Some(Field::EnterpriseNumber), None]);
    assert_eq!(of("Btw-nummer"), [Some(Field::EnterpriseNumber)]);
}

#[test]
fn columns_are_assigned_by_hand() {
    let mut layout = unjudged_row(&sheet(&[(1, "Wie|Naam||Waar")]), 1).unwrap();
    assert_eq!(layout.judge(), Err(LayoutFault::MissingColumn { fields: vec![Field::FirstName, Field::Email] }));
    layout.assign(0, Some(Field::FirstName));
    layout.assign(2, Some(Field::Email));
    assert_eq!(layout.judge(), Ok(()));
    assert_eq!(fields(&layout), [Some(Field::FirstName), Some(Field::LastName), Some(Field::Email), None]);
    layout.assign(3, Some(Field::Email));
    assert_eq!(layout.judge(), Err(LayoutFault::TwoColumns { field: Field::Email, columns: vec![2, 3] }));
    layout.assign(3, None);
    assert_eq!(layout.judge(), Ok(()));
}
