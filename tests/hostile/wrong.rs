//! What is no workbook, or none that its name says (classes 1 and 2). Devices, pipes and folders are made where they are used.

use super::{Case, DAMAGED, Told, books, case, sound};

const NOT: Told = Told::Refused("This is not a workbook.");

pub(super) fn cases() -> Vec<Case> {
    let html = "<html><table><tr><td>First name<td>Last name<td>Email<tr><td>An<td>Maes<td>an@example.com</table>";
    let text = "First name;Last name;Email\nAn;Maes;an@example.com\n";
    let ods = |kind: &str| books::package(&[("mimetype", kind.as_bytes()), ("content.xml", b"<x/>")]);
    let manifest = b"<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let kind = b"application/vnd.oasis.opendocument.spreadsheet";
    vec![
        case("nothing.xlsx", "", Told::Refused("is empty.")),
        case("a web page.xls", html, NOT),
        case("a web page with a mark.xls", format!("\u{feff}\n {html}"), NOT),
        case("an old web archive.xls", "MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n", NOT),
        case("xml of 2003.xls", "<?xml version='1.0'?><?mso-application progid='Excel.Sheet'?><Workbook/>", NOT),
        case("a document.xlsx", "%PDF-1.7\n%\u{e9}\n", NOT),
        case("rich text.xls", "{\\rtf1\\ansi First name}", NOT),
        case("json.csv", "[{\"First name\": \"An\"}]", NOT),
        case("an old sheet.xls", &b"\x09\x04\x06\x00\x00\x00\x10\x00"[..], NOT),
        case("a picture.xlsx", &b"\x89PNG\r\n\x1a\n"[..], NOT),
        case("a program.xlsx", &b"\x7fELF\x02\x01\x01\x00"[..], NOT),
        case("noise.csv", (1..=8).cycle().take(4_000).collect::<Vec<u8>>(), NOT),
        case("an archive.xlsx", books::package(&[("customers.txt", b"x")]), NOT),
        case("an archive of nothing.xlsx", books::package(&[]), NOT),
        case("a letter.xlsx", books::package(&[("[Content_Types].xml", b""), ("word/document.xml", b"")]), NOT),
        case("a letter.ods", ods("application/vnd.oasis.opendocument.text"), NOT),
        case("a compound file of something.xls", books::compound("Contents", b"x"), NOT),
        case("text.xlsx", text, Told::Rows(1)),
        case("a workbook.csv", sound(), Told::Rows(1)),
        case("a workbook.xls", sound(), Told::Rows(1)),
        case("with a password.xlsx", books::compound("EncryptedPackage", b"x"), Told::Refused("This workbook has a password.")),
        case(
            "with a password.ods",
            books::package(&[("mimetype", kind), ("content.xml", b"\x01"), ("META-INF/manifest.xml", manifest)]),
            Told::Refused("This workbook has a password."),
        ),
        case("only the head of a package.xlsx", &b"PK\x03\x04"[..], Told::Refused("The file stops before its end.")),
        case("only the head of a compound file.xls", &b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"[..], NOT),
        case("cut in the middle.xlsx", sound()[..sound().len() / 2].to_vec(), Told::Refused("The file stops before its end.")),
        case("types and nothing else.xlsx", books::package(&[("[Content_Types].xml", b"<Types/>")]), Told::Either),
        case("a workbook of no sheets.xlsx", books::xlsx_of(&[], None), Told::Refused("The workbook has no sheet that can be read.")),
        case("two sheets of one name.xlsx", books::xlsx_of(&[("S", ""), ("S", "")], None), Told::Refused("Two sheets are called S.")),
        case("a sheet without its part.xlsx", without_part(), DAMAGED),
    ]
}

fn without_part() -> Vec<u8> {
    let list = b"<workbook><sheets><sheet name='S' r:id='r0'/></sheets></workbook>";
    let rels = b"<Relationships><Relationship Id='r0' Type='o/relationships/worksheet' Target='worksheets/none.xml'/></Relationships>";
    books::package(&[("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", list), ("xl/_rels/workbook.xml.rels", rels)])
}
