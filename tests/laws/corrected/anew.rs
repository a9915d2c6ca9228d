//! New workbooks, of formats that are only read.

use instroom::domain::correction::{Content, Correction, Manner, Spot, Why};
use instroom::domain::sheet::{CellKind, column_letters};
use instroom::domain::workbook::Format;
use instroom::world::workbook::{Source, Which};
use jiff::civil::date;

use super::scene::{added, at, cells, correct, folder, part, problems, read, remark, text};
use crate::support::books::{xls, xlsb};

#[test]
fn a_new_workbook_reads_as_the_old_one_but_for_the_changes() {
    let file = |name: &str| Source::open(&folder().join(name)).unwrap();
    let separated = "Voornaam;Naam;E-mail;INSZ\r\nAn;=1+1;an@example.com;00012556777\r\nBert;Peeters;;1e3\r\n";
    for (source, sheet, format) in [
        (file("libreoffice.ods"), "Klanten 't Hof", Format::Ods),
        (file("libreoffice.xls"), "Klanten 't Hof", Format::Xls),
        (Source::from_bytes("k.xlsb", xlsb()).unwrap(), "Klanten", Format::Xlsb),
        (Source::from_bytes("k.xls", xls()).unwrap(), "Klanten", Format::Xls),
        (Source::from_bytes("klanten.csv", separated.as_bytes().to_vec()).unwrap(), "klanten.csv", Format::Separated),
    ] {
        let sheet = match format {
            Format::Separated => {
                let here = instroom::world::workbook::Reader::here();
                here.read(&source, &Which::At(0), &mut |_| std::ops::ControlFlow::Continue(())).unwrap().sheet
            }
            _ => read(&source, sheet),
        };
        let correction = Correction {
            sheet: sheet.name().to_owned(),
            header_row: 3,
            changes: [(at(3, 0), text("=cmd|x")), (at(4, 2), Content::Empty), (at(2, 1), Content::Date(date(2026, 10, 16)))].into(),
            added: vec![added(4)],
            remarks: vec![remark(3, Spot::Row, "a < b"), remark(4, Spot::Added(0), "c")],
            problems: Some(problems(&[(3, Spot::Row)])),
        };
        let copy = correct(&source, &sheet, &correction, "kopie.xlsx").unwrap();
        assert_eq!(copy.corrected.manner, Manner::Anew(Why::Format(format)));
        assert_eq!((copy.corrected.remarks, copy.corrected.problems.as_deref()), (2, Some("Problemen")));
        let mut expected = cells(&sheet);
        expected.insert(at(3, 0), (CellKind::Text, "=cmd|x".into()));
        expected.remove(&at(4, 2));
        expected.insert(at(2, 1), (CellKind::Date, "2026-10-16".into()));
        expected.insert(at(3, sheet.width()), (CellKind::Text, "Klantcode".into()));
        expected.insert(at(4, sheet.width()), (CellKind::Text, "K-0012".into()));
        assert_eq!(copy.corrected.added, [sheet.width()]);
        assert_eq!(cells(&read(&copy.source, sheet.name())), expected, "{format:?}");
        // What was changed is coloured, and the remarks stand where they should.
        assert!(part(&copy.source, "xl/styles.xml").contains("FFFFF2CC"));
        let comments = part(&copy.source, "xl/comments1.xml");
        let first = cells(&sheet).into_keys().find(|place| place.row == 3).map_or(0, |place| place.column);
        for place in [at(3, first), at(4, sheet.width())] {
            let name = format!("ref=\"{}{}\"", column_letters(place.column), place.row);
            assert!(comments.contains(&name), "{format:?}: {name} in {comments}");
        }
        assert!(comments.contains("a &lt; b") && comments.contains("<author>Instroom</author>"));
        let list = read(&copy.source, "Problemen");
        assert_eq!((list.row_count(), list.cell(1, 0).unwrap().kind, list.cell(1, 0).unwrap().text), (2, CellKind::Number, "3"));
    }
}
