//! A full sheet is read in every format: what is too much is far above it. For long (`INSTROOM_FULL_SHEETS=1`) they are full,
//! else they have a thousandth of that.

use std::fmt::Write as _;

use crate::support::books::{ods, xlsx};
use crate::support::full_books::{xls_of, xlsb_of};
use crate::support::place::{Place, parsed};

/// Rows of a full sheet, and columns of the template.
const FULL: (u32, usize) = (1_048_576, 21);
/// Rows of a full sheet of Excel 2003.
const FULL_XLS: u32 = 65_536;

/// What of a full sheet is made here.
fn rows(full: u32) -> u32 {
    if std::env::var_os("INSTROOM_FULL_SHEETS").is_some() { full } else { full / 1_000 }
}

/// The texts of a row from 0, the first of which has the headings.
fn texts(row: u32, columns: usize) -> Vec<String> {
    let known = match row {
        0 => ["First name", "Last name", "Email"].map(str::to_owned),
        row => ["An".to_owned(), format!("Maes {row}"), format!("a{row}@example.com")],
    };
    known.into_iter().chain((3..columns).map(|column| format!("note {column}"))).collect()
}

/// What `check` says of a workbook of so many rows, headings included.
fn is_read(place: &Place, name: &str, rows: u32, bytes: &[u8]) {
    let path = place.put(name, bytes);
    let started = std::time::Instant::now();
    let answer = place.run(&["check", &path, "--json"]);
    assert_eq!(answer.code, 0, "{name}: {}", answer.told);
    assert_eq!(parsed(&answer)["rows"], rows - 1, "{name}");
    println!("{name}: {rows} rows, {} bytes, {:.1} s", bytes.len(), started.elapsed().as_secs_f64());
    std::fs::remove_file(path).unwrap();
}

#[test]
fn a_full_sheet_of_every_format_is_read() {
    let (place, (full, columns)) = (Place::empty(), FULL);
    let all = rows(full);
    let csv: String = (0..all).fold(String::new(), |text, row| text + &texts(row, columns).join(";") + "\n");
    is_read(&place, "full.csv", all, csv.as_bytes());
    drop(csv);
    let mut xml = String::new();
    for row in 0..all {
        let _ = write!(xml, "<row r='{}'>", row + 1);
        texts(row, columns).iter().for_each(|text| _ = write!(xml, "<c t='str'><v>{text}</v></c>"));
        xml.push_str("</row>");
    }
    is_read(&place, "full.xlsx", all, &xlsx(&xml, None));
    is_read(&place, "full.xlsb", all, &xlsb_of((0..all).map(|row| texts(row, columns))));
    xml.clear();
    for row in 0..all {
        xml.push_str("<table:table-row>");
        let cell = |text: &String| format!("<table:table-cell office:value-type='string'><text:p>{text}</text:p></table:table-cell>");
        texts(row, columns).iter().for_each(|text| xml.push_str(&cell(text)));
        xml.push_str("</table:table-row>");
    }
    is_read(&place, "full.ods", all, &ods(&format!("<table:table table:name='S'>{xml}</table:table>")));
    drop(xml);
    let old = rows(FULL_XLS);
    is_read(&place, "full.xls", old, &xls_of(&(0..old).map(|row| texts(row, 3)).collect::<Vec<_>>()));
}
