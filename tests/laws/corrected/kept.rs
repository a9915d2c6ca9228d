//! The office's own workbook, kept.

use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use instroom::domain::correction::{Content, Correction, Manner, Signature, Spot};
use instroom::domain::sheet::CellKind;
use instroom::domain::template::layout::{self, SheetHead, Visibility};
use instroom::world::workbook::{Reader, Source};
use jiff::civil::date;

use super::scene::{BOOKS, Book, added, at, cells, correct, corrected, part, parts, pieces, problems, read, remark, text};

/// The part that holds the sheet of customers, in every one of the workbooks.
const SHEET: &str = "xl/worksheets/sheet1.xml";

/// Everything that a correction can say.
fn everything(book: Book) -> Correction {
    let row = book.header_row + 1;
    let spots = [(row, Spot::Column(2)), (row + 1, Spot::Row), (row + 2, Spot::Column(2)), (row, Spot::Added(0))];
    Correction {
        added: vec![added(row)],
        remarks: spots.map(|(row, spot)| remark(row, spot, "Er is iets mis: a < b")).to_vec(),
        problems: Some(problems(&spots)),
        ..book.changes()
    }
}

#[test]
fn parts_that_are_not_concerned_are_equal_byte_for_byte() {
    for book in BOOKS {
        let copy = corrected(book, &everything(book));
        assert_eq!(copy.corrected.manner, Manner::Kept, "{}", book.file);
        let (before, after) = (parts(&book.source()), parts(&copy.source));
        let mut concerned: BTreeSet<&str> =
            ["[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", SHEET].into();
        // The remarks, with their drawings; where the office has none of its own, what leads to them.
        concerned.extend(match book.file {
            "openpyxl.xlsx" => ["xl/comments/comment1.xml", "xl/drawings/commentsDrawing1.vml"].as_slice(),
            "libreoffice.xlsx" | "xlsxwriter.xlsx" => &["xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"],
            _ => &["xl/comments1.xml", "xl/drawings/vmlDrawing1.vml", "xl/worksheets/_rels/sheet1.xml.rels"],
        });
        let mut untouched = 0;
        for (name, content) in &before {
            match after.get(name) {
                None => panic!("{}: {name} is gone", book.file),
                Some(found) if concerned.contains(name.as_str()) => assert_ne!(found.0, content.0, "{}: {name}", book.file),
                Some(found) => {
                    assert_eq!(found, content, "{}: {name}", book.file);
                    untouched += 1;
                }
            }
        }
        assert!(untouched >= 4, "{}: {untouched}", book.file);
        let new: Vec<&String> = after.keys().filter(|name| !before.contains_key(*name)).collect();
        assert!(new.iter().all(|name| concerned.contains(name.as_str()) || name.starts_with("xl/worksheets/sheet")), "{new:?}");
    }
}

#[test]
fn in_the_sheet_only_the_named_cells_differ() {
    for book in BOOKS {
        let copy = corrected(book, &book.changes());
        let places = match book.header_row {
            1 => ["B2", "D4", "E3"],
            _ => ["B4", "D6", "E5"],
        };
        let (before, after) = (part(&book.source(), SHEET), part(&copy.source, SHEET));
        assert_eq!(pieces(&before, &places), pieces(&after, &places), "{}", book.file);
        assert_ne!(pieces(&before, &places[1..]), pieces(&after, &places[1..]), "{}", book.file);
        // Nothing but cells: no remarks, no sheet of problems, no drawing.
        assert_eq!(parts(&book.source()).keys().collect::<Vec<_>>(), parts(&copy.source).keys().collect::<Vec<_>>());
        assert_eq!((copy.corrected.cells_changed, copy.corrected.remarks, copy.corrected.problems), (3, 0, None));
    }
}

#[test]
fn the_copy_reads_as_the_original_but_for_the_changes() {
    for book in BOOKS {
        let correction = everything(book);
        let copy = corrected(book, &correction);
        let mut expected = cells(&read(&book.source(), book.sheet));
        for (place, content) in &correction.changes {
            let Content::Text(text) = content else { panic!("{content:?}") };
            expected.insert(*place, (CellKind::Text, text.clone()));
        }
        let column = copy.corrected.added[0];
        expected.insert(at(book.header_row, column), (CellKind::Text, "Klantcode".into()));
        expected.insert(at(book.header_row + 1, column), (CellKind::Text, "K-0012".into()));
        let found = read(&copy.source, book.sheet);
        assert_eq!(found.name(), book.sheet);
        assert_eq!(cells(&found), expected, "{}", book.file);
        assert_eq!(copy.corrected.cells_changed, 5);
    }
}

#[test]
fn another_reader_finds_every_sheet_value_and_formula_as_it_was() {
    for book in BOOKS {
        let copy = corrected(book, &everything(book));
        let open = |source: &Source| Xlsx::new(Cursor::new(source.bytes().to_vec())).unwrap();
        let (mut before, mut after) = (open(&book.source()), open(&copy.source));
        let names = before.sheet_names();
        assert_eq!(after.sheet_names(), [names.clone(), vec!["Problemen".to_owned()]].concat());
        assert_eq!(before.sheets_metadata(), &after.sheets_metadata()[..names.len()]);
        assert_eq!(after.defined_names()[..before.defined_names().len()], *before.defined_names());
        for name in names {
            let formulas = |reader: &mut Xlsx<_>| {
                let range = reader.worksheet_formula(&name).unwrap();
                let (top, left) = range.start().unwrap_or_default();
                let place = |row: usize, column: usize| (row + top as usize, column + left as usize);
                let found = range.used_cells().filter(|(_, _, text)| !text.is_empty());
                found.map(|(row, column, text)| (place(row, column), text.clone())).collect::<Vec<_>>()
            };
            assert_eq!(formulas(&mut before), formulas(&mut after), "{} {name}", book.file);
            if name != book.sheet {
                assert_eq!(before.worksheet_range(&name).unwrap(), after.worksheet_range(&name).unwrap(), "{} {name}", book.file);
            }
        }
        let list = after.worksheet_range("Problemen").unwrap();
        let first = [Data::Float(f64::from(book.header_row + 1)), Data::String("Voornaam".into()), Data::String("E-mail".into())];
        assert_eq!(list.rows().nth(1).unwrap()[..3], first);
        assert_eq!(list.get_value((1, 3)), Some(&Data::String("=HYPERLINK(\"http://x\")".into())));
        assert!(after.worksheet_formula("Problemen").unwrap().is_empty());
    }
}

#[test]
fn the_customers_are_found_where_they_were_and_not_among_the_problems() {
    for book in BOOKS {
        let copy = corrected(book, &everything(book));
        let place = |source: &Source| {
            let outline = Reader::here().outline(source).unwrap();
            let shown = |visibility| match visibility {
                instroom::world::workbook::Visibility::Visible => Visibility::Visible,
                instroom::world::workbook::Visibility::Hidden => Visibility::Hidden,
            };
            let heads: Vec<SheetHead<'_>> =
                outline.sheets.iter().map(|sheet| SheetHead { sheet: &sheet.head, visibility: shown(sheet.visibility) }).collect();
            let place = layout::find(&heads).unwrap();
            let columns: Vec<_> = place.layout.columns.iter().map(|column| (column.column, column.field)).collect();
            (place.sheet, place.layout.header_row, columns)
        };
        let (before, after) = (place(&book.source()), place(&copy.source));
        assert_eq!((before.0, before.1), (after.0, after.1), "{}", book.file);
        assert_eq!(before.2, after.2[..before.2.len()], "{}", book.file);
    }
}

#[test]
fn a_changed_cell_has_the_format_that_it_had_and_a_colour() {
    for book in BOOKS {
        let row = book.header_row + 2;
        let copy = corrected(book, &book.changes());
        let format = |source: &Source| {
            let place = format!("E{row}");
            let sheet = part(source, SHEET);
            let cell = sheet.split(&format!("r=\"{place}\"")).nth(1).unwrap().split('>').next().unwrap();
            let number: usize = cell.split("s=\"").nth(1).map_or(0, |number| number.split('"').next().unwrap().parse().unwrap());
            let styles = part(source, "xl/styles.xml");
            let formats = styles.split("<cellXfs").nth(1).unwrap().split("</cellXfs>").next().unwrap();
            let format = formats.split("<xf ").nth(number + 1).unwrap().to_owned();
            let fill: usize = format.split("fillId=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap();
            let fills = styles.split("<fills").nth(1).unwrap().split("</fills>").next().unwrap();
            let fill = fills.split("<fill>").nth(fill + 1).unwrap().to_owned();
            let number = format.split("numFmtId=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
            (number, fill)
        };
        let (before, after) = (format(&book.source()), format(&copy.source));
        assert_eq!(before.0, after.0, "{}: the number format", book.file);
        assert!(!before.1.contains("FFFFF2CC") && after.1.contains("FFFFF2CC"), "{}: {before:?} {after:?}", book.file);
    }
}

#[test]
fn dates_stay_dates_numbers_become_text_and_formulas_give_way() {
    for book in BOOKS.into_iter().filter(|book| book.header_row == 3) {
        let changes = [
            (at(4, 10), Content::Date(date(2026, 10, 16))),
            (at(5, 6), text("14")),
            (at(5, 11), text("no formula")),
            (at(6, 0), Content::Empty),
            (at(40, 2), text("below")),
        ];
        let correction = Correction { changes: changes.into(), ..book.changes() };
        let copy = corrected(book, &correction);
        let found = cells(&read(&copy.source, book.sheet));
        let cell = |row, column| found.get(&at(row, column)).map(|(kind, text)| (*kind, text.as_str()));
        assert_eq!(cell(4, 10), Some((CellKind::Date, "2026-10-16")), "{}", book.file);
        assert_eq!(cell(5, 6), Some((CellKind::Text, "14")));
        assert_eq!(cell(5, 11), Some((CellKind::Text, "no formula")));
        assert_eq!(cell(6, 0), None);
        assert_eq!(cell(40, 2), Some((CellKind::Text, "below")));
        // Formulas that look at what was changed are computed when the workbook is opened.
        assert!(part(&copy.source, "xl/workbook.xml").contains("fullCalcOnLoad=\"1\""));
    }
}

/// The remarks of a sheet: cell and text.
fn remarks(source: &Source, name: &str) -> Vec<(String, String)> {
    let comments = part(source, name);
    let comment = |comment: &str| {
        let place = comment.split("ref=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let texts = comment.split("<t").skip(1).filter(|text| text.starts_with(['>', ' ']));
        (place, texts.map(|text| text.split('>').nth(1).unwrap().split('<').next().unwrap()).collect())
    };
    comments.split("<comment ").skip(1).map(comment).collect()
}

#[test]
fn remarks_stand_beside_those_of_the_office_and_each_has_one_drawing() {
    for (file, name, drawing) in [
        ("openpyxl.xlsx", "xl/comments/comment1.xml", "xl/drawings/commentsDrawing1.vml"),
        ("libreoffice.xlsx", "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"),
        ("in-line.xlsx", "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"),
    ] {
        let book = BOOKS.into_iter().find(|book| book.file == file).unwrap();
        let copy = corrected(book, &everything(book));
        let said = |place: &str| remarks(&copy.source, name).into_iter().find(|found| found.0 == place).map(|found| found.1);
        let own = "Instroom:\nEr is iets mis: a &lt; b\nKijk dit na.";
        let before = if file == "in-line.xlsx" { "" } else { "Eerst bellen &lt;na 18 u&gt;\n\n" };
        assert_eq!(said("C6").unwrap(), format!("{before}{own}"), "{file}");
        assert_eq!(said("B4").as_deref(), (file != "in-line.xlsx").then_some("Sinds 2011"));
        for place in ["C4", "A5", "M4"] {
            assert_eq!(said(place).unwrap(), own, "{file} {place}");
        }
        assert_eq!((copy.corrected.remarks, copy.corrected.remarks_left_out), (4, 0));
        // As many drawings as remarks, and the sheet leads to them.
        let shapes = part(&copy.source, drawing).matches("ObjectType=\"Note\"").count();
        assert_eq!(shapes, remarks(&copy.source, name).len(), "{file}");
        assert_eq!(part(&copy.source, SHEET).matches("<legacyDrawing ").count(), 1);
    }
}

#[test]
fn the_problems_stay_in_sight_can_be_filtered_and_lead_to_their_cells() {
    for book in BOOKS {
        let copy = corrected(book, &everything(book));
        let before = parts(&book.source());
        let name =
            parts(&copy.source).into_keys().find(|name| name.starts_with("xl/worksheets/sheet") && !before.contains_key(name)).unwrap();
        let list = part(&copy.source, &name);
        let row = book.header_row + 1;
        let column = instroom::domain::sheet::column_letters(copy.corrected.added[0]);
        let sheet = book.sheet.replace('\'', "''");
        for said in [
            "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>",
            "<autoFilter ref=\"A1:E5\"/>",
            "<col min=\"4\" max=\"4\" width=\"24\" customWidth=\"1\"/>",
            &format!("<hyperlink ref=\"A2\" location=\"'{sheet}'!C{row}\"/>"),
            &format!("<hyperlink ref=\"A3\" location=\"'{sheet}'!A{}\"/>", row + 1),
            &format!("<hyperlink ref=\"A5\" location=\"'{sheet}'!{column}{row}\"/>"),
        ] {
            assert!(list.contains(said), "{}: {said} in {list}", book.file);
        }
        let sheets = Xlsx::new(Cursor::new(copy.source.bytes().to_vec())).unwrap().sheet_names().len();
        let filter = format!("localSheetId=\"{}\" hidden=\"1\">'Problemen'!$A$1:$E$5<", sheets - 1);
        assert!(part(&copy.source, "xl/workbook.xml").contains(&filter), "{}", book.file);
    }
}

#[test]
fn the_corrected_copy_can_be_corrected_again() {
    for book in BOOKS {
        let copy = corrected(book, &everything(book));
        let row = book.header_row + 1;
        let again = Correction {
            sheet: book.sheet.into(),
            header_row: book.header_row,
            remarks: vec![remark(row + 1, Spot::Column(1), "Nog dit")],
            problems: Some(problems(&[(row + 1, Spot::Column(1))])),
            ..Correction::default()
        };
        let twice = correct(&copy.source, &read(&copy.source, book.sheet), &again, book.file).unwrap();
        assert_eq!(twice.corrected.problems.as_deref(), Some("Problemen (2)"));
        assert_eq!(cells(&read(&copy.source, book.sheet)), cells(&read(&twice.source, book.sheet)));
        let name = if book.file == "openpyxl.xlsx" { "xl/comments/comment1.xml" } else { "xl/comments1.xml" };
        let ours: Vec<String> =
            remarks(&twice.source, name).into_iter().filter(|found| found.1.contains("Instroom:")).map(|found| found.0).collect();
        assert_eq!(ours, [format!("B{}", row + 1)], "{}: what was cured is said no longer", book.file);
    }
}

#[test]
fn a_copy_without_a_word_to_say_is_the_same_workbook() {
    for book in BOOKS {
        let nothing = Correction { sheet: book.sheet.into(), header_row: book.header_row, ..Correction::default() };
        let copy = corrected(book, &nothing);
        assert_eq!(copy.corrected.signature, Signature::None);
        let (before, after) = (parts(&book.source()), parts(&copy.source));
        assert_eq!(before.len(), after.len());
        for (name, content) in before {
            let shown = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
            assert_eq!(shown(&content.0), shown(&after[&name].0), "{}: {name}", book.file);
        }
    }
}
