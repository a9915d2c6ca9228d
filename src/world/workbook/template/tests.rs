//! The template read back as an office's workbook would be.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use calamine::{Data, Reader as _, Xlsx};

use super::*;
use crate::domain::field::Field;
use crate::domain::sheet::{CellKind, Sheet, column_letters};
use crate::domain::template::example::is_untouched_example;
use crate::domain::template::guidance::{guidance, sheet_words};
use crate::domain::template::headings;
use crate::domain::template::layout::{Generation, SheetHead, Visibility, find};

/// The sheets of the template, read by another library than the one that wrote them.
fn read(language: Language) -> Vec<Sheet> {
    let mut workbook = Xlsx::new(Cursor::new(template_bytes(language).unwrap())).unwrap();
    let names = workbook.sheet_names();
    names
        .iter()
        .map(|name| {
            let mut sheet = Sheet::new(name);
            let range = workbook.worksheet_range(name).unwrap();
            for (row, column, cell) in range.used_cells() {
                let Data::String(text) = cell else { panic!("{cell:?} is no text") };
                sheet.push(u32::try_from(row).unwrap() + 1, u16::try_from(column).unwrap(), CellKind::Text, text).unwrap();
            }
            sheet
        })
        .collect()
}

/// A part of the package, as text.
fn part(language: Language, name: &str) -> String {
    let mut package = zip::ZipArchive::new(Cursor::new(template_bytes(language).unwrap())).unwrap();
    let mut text = String::new();
    package.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The attribute of an element's opening tag.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let from = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag.get(from..)?.split('"').next()
}

/// The checks of the sheet of customers by the cells that they hold for.
fn checks(language: Language) -> BTreeMap<String, String> {
    let xml = part(language, "xl/worksheets/sheet1.xml");
    xml.split("<dataValidation ")
        .skip(1)
        .map(|check| (attribute(&format!(" {check}"), "sqref").unwrap().to_owned(), format!(" {check}")))
        .collect()
}

#[test]
fn both_sheets_are_there_and_the_customers_are_found() {
    for language in Language::ALL {
        let sheets = read(language);
        let words = sheet_words(language);
        assert_eq!(sheets.iter().map(Sheet::name).collect::<Vec<_>>(), [words.customers, words.explanation]);
        let heads: Vec<_> = sheets.iter().map(|sheet| SheetHead { sheet, visibility: Visibility::Visible }).collect();
        let place = find(&heads).unwrap();
        assert_eq!((place.sheet, place.layout.header_row, place.layout.generation), (0, 1, Generation::Second));
        let fields: Vec<_> = place.layout.columns.iter().map(|column| column.field).collect();
        assert_eq!(fields, Field::TEMPLATE.map(Some));
        let texts: Vec<_> = place.layout.columns.iter().map(|column| Some(column.heading.as_str())).collect();
        assert_eq!(texts, Field::TEMPLATE.map(|field| headings::heading(field, language)));
    }
}

#[test]
fn the_second_row_is_the_example_and_the_last() {
    for language in Language::ALL {
        let sheets = read(language);
        assert_eq!(sheets[0].row_count(), 2);
        let row = sheets[0].cells(1).map(|cell| (Field::TEMPLATE[usize::from(cell.column)], cell.text));
        assert!(is_untouched_example(row), "{language:?}");
    }
}

#[test]
fn the_explanation_has_a_line_for_every_column() {
    for language in Language::ALL {
        let sheet = read(language).remove(1);
        for (at, field) in Field::TEMPLATE.into_iter().enumerate() {
            let texts: Vec<_> = sheet.cells(at + 1).map(|cell| cell.text).collect();
            let letters = column_letters(u16::try_from(at).unwrap());
            assert_eq!(texts[..2], [letters.as_str(), headings::heading(field, language).unwrap()]);
            assert_eq!(texts[3], guidance(field, language).unwrap().entry);
        }
        assert_eq!(sheet.row_count(), 1 + Field::TEMPLATE.len() + sheet_words(language).notes.len());
    }
}

#[test]
fn columns_with_zeros_or_signs_to_lose_are_text_in_every_row() {
    let xml = part(Language::English, "xl/worksheets/sheet1.xml");
    let styles = part(Language::English, "xl/styles.xml");
    let cell_formats: Vec<&str> =
        styles.split("<cellXfs").nth(1).unwrap().split("</cellXfs>").next().unwrap().split("<xf").skip(1).collect();
    let format_of = |style: &str| attribute(cell_formats[style.parse::<usize>().unwrap()], "numFmtId").unwrap().to_owned();
    let mut text = Vec::new();
    for column in xml.split("<cols>").nth(1).unwrap().split("</cols>").next().unwrap().split("<col").skip(1) {
        let (first, last): (usize, usize) =
            (attribute(column, "min").unwrap().parse().unwrap(), attribute(column, "max").unwrap().parse().unwrap());
        // 49 is the built-in format "@".
        if attribute(column, "style").map(format_of).as_deref() == Some("49") {
            text.extend(first - 1..last);
        }
    }
    // E F · H I J · N O · Q R S.
    assert_eq!(text, [4, 5, 7, 8, 9, 13, 14, 16, 17, 18]);
    for cell in ["E2", "F2", "I2", "R2"] {
        let tag = xml.split(&format!("<c r=\"{cell}\"")).nth(1).unwrap();
        assert_eq!(attribute(tag, "s").map(format_of).as_deref(), Some("49"), "{cell}");
    }
    assert!(styles.contains("formatCode=\"dd/mm/yyyy\""));
    assert!(xml.contains("state=\"frozen\"") && xml.contains("topLeftCell=\"A2\""));
}

#[test]
fn every_column_that_needs_one_has_its_check_and_notes() {
    for language in Language::ALL {
        let checks = checks(language);
        for (at, field) in Field::TEMPLATE.into_iter().enumerate() {
            let letters = column_letters(u16::try_from(at).unwrap());
            let check = checks.get(&format!("{letters}2:{letters}1048576"));
            if matches!(field, Field::FirstName | Field::Street | Field::City) {
                assert_eq!(check, None);
                continue;
            }
            let check = check.unwrap_or_else(|| panic!("{field:?} has no check"));
            assert!(attribute(check, "prompt").is_some_and(|prompt| !prompt.is_empty()), "{field:?}");
            let refuses = !guidance(field, language).unwrap().refusal.is_empty();
            assert_eq!(attribute(check, "showErrorMessage").is_some(), refuses, "{field:?}");
            assert_eq!(attribute(check, "error").is_some(), refuses, "{field:?}");
            let kind = match field {
                Field::Person | Field::Language | Field::Country => Some("list"),
                Field::Deadline => Some("date"),
                field if checks::formula(field).is_some() => Some("custom"),
                _ => None,
            };
            assert_eq!(attribute(check, "type"), kind, "{field:?}");
        }
        assert!(checks["P2:P1048576"].contains("<formula1>\"dutch,french,english\"</formula1>"));
        assert!(checks["A2:A1048576"].contains("<formula1>\"person\"</formula1>"));
        assert_eq!(attribute(&checks["J2:J1048576"], "errorStyle"), Some("warning"));
        assert_eq!(attribute(&checks["F2:F1048576"], "errorStyle"), None);
    }
}

#[test]
fn formulas_are_whole_and_short_enough_for_a_workbook() {
    for field in Field::TEMPLATE {
        let Some(formula) = checks::formula(field) else { continue };
        assert!(formula.encode_utf16().count() <= 255, "{field:?}: {}", formula.len());
        let outside_quotes: String = formula.split('"').step_by(2).collect();
        assert_eq!(formula.matches('"').count() % 2, 0, "{formula}");
        assert_eq!(outside_quotes.matches('(').count(), outside_quotes.matches(')').count(), "{formula}");
        assert!(!formula.contains("  "), "{formula}");
    }
    assert!(checks::formula(Field::NationalNumber).is_some_and(|formula| formula.contains("F2<>O2")));
    assert!(checks::formula(Field::SpouseNationalNumber).is_some_and(|formula| formula.contains("O2<>F2")));
}

#[test]
fn the_same_template_is_the_same_bytes() {
    assert_eq!(template_bytes(Language::French).unwrap(), template_bytes(Language::French).unwrap());
    assert_eq!(template_bytes(Language::German).unwrap(), template_bytes(Language::English).unwrap());
    assert_ne!(template_bytes(Language::Dutch).unwrap(), template_bytes(Language::English).unwrap());
}

#[test]
fn a_file_is_written_whole_kept_or_replaced_and_leaves_nothing_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("template.xlsx");
    write_template(&path, Language::Dutch, Existing::Keep).unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), template_bytes(Language::Dutch).unwrap());
    assert!(matches!(write_template(&path, Language::French, Existing::Keep), Err(WriteFault::Exists { path: named }) if named == path));
    assert_eq!(std::fs::read(&path).unwrap(), template_bytes(Language::Dutch).unwrap());
    write_template(&path, Language::French, Existing::Replace).unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), template_bytes(Language::French).unwrap());
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn refusals_name_the_place_and_the_cause() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("nowhere/template.xlsx");
    let fault = write_template(&missing, Language::Dutch, Existing::Keep).unwrap_err();
    assert!(matches!(&fault, WriteFault::Folder { folder: named, .. } if named == missing.parent().unwrap()), "{fault}");
    assert!(std::error::Error::source(&fault).is_some());
    let taken = folder.path().join("folder.xlsx");
    std::fs::create_dir(&taken).unwrap();
    let fault = write_template(&taken, Language::Dutch, Existing::Replace).unwrap_err();
    assert!(matches!(fault, WriteFault::File { .. }), "{fault}");
    std::os::unix::fs::symlink("nowhere", folder.path().join("dangling.xlsx")).unwrap();
    let fault = write_template(&folder.path().join("dangling.xlsx"), Language::Dutch, Existing::Keep).unwrap_err();
    assert!(matches!(fault, WriteFault::Exists { .. }), "{fault}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
}
