//! Names that act on a terminal: of the file, of a sheet, of a heading, and in what a parser quotes of the file (class 8).

use super::xml::parts;
use super::{ACTING, ACTING_IN_XML, Case, DAMAGED, Told, books, case, headings, row, sheet};

pub(super) fn cases() -> Vec<Case> {
    let rows = format!("{}{}", headings(), row(&["An", "Maes", "an@example.com"]));
    let acting: String = ACTING.chars().filter(|sign| *sign >= ' ' && *sign != '\u{7f}').collect();
    let in_headings = sheet("", "", "").replace("<v>", "").replacen(
        "Email</t>",
        &format!("Email</t></is></c><c t='inlineStr'><is><t>{ACTING_IN_XML}</t>"),
        1,
    );
    let unknown = format!("<worksheet><sheetData>{}</sheetData></worksheet>", row(&[ACTING_IN_XML, ACTING_IN_XML]));
    let type_of = sheet("", &format!("<row><c t='{acting}'><v>1</v></c></row>"), "");
    vec![
        case(format!("{ACTING}.csv"), "First name;Last name;Email\nAn;Maes;an@example.com\n", Told::Rows(1)),
        case(format!("{ACTING}2.xlsx"), "%PDF-", Told::Refused("This is not a workbook.")),
        case("a sheet that acts.xlsx", books::xlsx_of(&[(&acting, &rows)], None), Told::Rows(1)),
        case(
            "two sheets that act.xlsx",
            books::xlsx_of(&[(&acting, &rows), (&acting, &rows)], None),
            Told::Refused("Two sheets are called"),
        ),
        case("a heading that acts.xlsx", books::xlsx(&in_headings, None), Told::Rows(1)),
        case("no heading but one that acts.xlsx", books::xlsx(&unknown, None), super::NO_HEADINGS),
        case("a type that acts.xlsx", books::xlsx(&type_of, None), DAMAGED),
        case("a part that acts.xlsx", parts(&[(&format!("xl/{ACTING}"), b"x".to_vec())]), Told::Either),
        case(
            "a target that acts.xlsx",
            parts(&[(
                "xl/_rels/workbook.xml.rels",
                format!("<Relationships><Relationship Id='r0' Type='{acting}' Target='{acting}'/></Relationships>").into_bytes(),
            )]),
            Told::Either,
        ),
        case(
            "an entity that acts.xlsx",
            parts(&[("xl/worksheets/s0.xml", sheet("", &row(&[&format!("&{acting};")]), "").into_bytes())]),
            DAMAGED,
        ),
        case("an end that acts.ods", books::ods_with(&format!("<a><{acting}></b>")), DAMAGED),
        case(
            "a number that acts.ods",
            books::ods(&format!(
                "<table:table table:name='{acting}'><table:table-row><table:table-cell office:value='{acting}'/></table:table-row></table:table>"
            )),
            Told::Either,
        ),
    ]
}
