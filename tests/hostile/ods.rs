//! `.ods`: elements that do not close, what is repeated, values that are none (class 5).

use super::{ACTING, Case, DAMAGED, TOO_MUCH, Told, books, case};

fn row(texts: &[&str]) -> String {
    let cell = |text: &&str| format!("<table:table-cell office:value-type='string'><text:p>{text}</text:p></table:table-cell>");
    format!("<table:table-row>{}</table:table-row>", texts.iter().map(cell).collect::<String>())
}

/// A list of one customer, with this between its headings and the customer.
fn table(between: &str) -> String {
    let headings = row(&["First name", "Last name", "Email"]);
    let customer = row(&["An", "Maes", "an@example.com"]);
    format!("<table:table table:name='S'>{headings}{between}{customer}</table:table>")
}

fn between(name: &str, xml: &str, told: Told) -> Case {
    case(format!("{name}.ods"), books::ods(&table(xml)), told)
}

pub(super) fn cases() -> Vec<Case> {
    let cell = |attributes: &str, inside: &str| {
        format!("<table:table-row><table:table-cell {attributes}>{inside}</table:table-cell></table:table-row>")
    };
    let times = |rows: &str, columns: &str, text: &str| {
        format!(
            "<table:table-row table:number-rows-repeated='{rows}'><table:table-cell office:value-type='string' \
             table:number-columns-repeated='{columns}'><text:p>{text}</text:p></table:table-cell></table:table-row>"
        )
    };
    let far = Told::Refused("More rows than are read from .ods (1048576).");
    let acting: String = ACTING.chars().filter(|sign| *sign >= ' ').collect();
    vec![
        between("sound", "", Told::Rows(1)),
        case("elements that do not close.ods", books::ods_with("<a><office:spreadsheet><table:table table:name='S'>"), DAMAGED),
        case(
            "a cell that does not close.ods",
            books::ods_with("<a><office:spreadsheet><table:table table:name='S'><table:table-row><table:table-cell></a>"),
            DAMAGED,
        ),
        case("nothing.ods", books::ods_with(""), DAMAGED),
        case("elements within elements.ods", books::ods_with(&"<a>".repeat(300_000)), DAMAGED),
        case("tables within tables.ods", books::ods(&"<table:table table:name='S'>".repeat(10_000)), DAMAGED),
        case("no table.ods", books::ods(""), Told::Refused("The workbook has no sheet that can be read.")),
        case("two tables of one name.ods", books::ods(&table("").repeat(2)), Told::Either),
        case("two thousand tables.ods", books::ods(&"<table:table table:name='S'/>".repeat(2_000)), TOO_MUCH),
        between("spaces by the billion", &cell("", "<text:p>a<text:s text:c='4294967295'/>b</text:p>"), Told::Rows(2)),
        between(
            "spaces by the billion, often",
            &cell("", &format!("<text:p>a{}</text:p>", "<text:s text:c='99999'/>".repeat(200_000))),
            Told::Rows(2),
        ),
        between("spaces that are no number", &cell("", "<text:p>a<text:s text:c='-1'/></text:p>"), DAMAGED),
        between("a row repeated for ever", &times("4294967296", "1", "x"), TOO_MUCH),
        between("empty rows for ever", "<table:table-row table:number-rows-repeated='4294967295'/>", far),
        between("rows by columns, repeated", &times("1048000", "256", "x"), TOO_MUCH),
        between("a long text by rows by columns", &times("9000", "3", &"x".repeat(30_000)), TOO_MUCH),
        between("columns for ever", &times("1", "18446744073709551616", "x"), Told::Rows(2)),
        between("repeated a negative number of times", &times("-1", "1", "x"), DAMAGED),
        between("repeated no times", &times("0", "0", "x"), Told::Rows(2)),
        between("a value that is no number", &cell("office:value-type='float' office:value='twelve'", ""), DAMAGED),
        between("a number of a person that is no number", &cell("office:value-type='float' office:value='85.07.30-033.28'", ""), DAMAGED),
        between("a value beyond all numbers", &cell("office:value-type='float' office:value='1e999'", ""), Told::Rows(2)),
        between("a date that is none", &cell("office:value-type='date' office:date-value='99999999999-13-45'", ""), Told::Rows(2)),
        between("an entity that multiplies", &cell("", "<text:p>&l9;</text:p>"), DAMAGED),
        between("a formula as text", &cell("table:formula='of:=HYPERLINK(\"x\")'", "<text:p>=cmd|' /C calc'!A0</text:p>"), Told::Rows(2)),
        between("a text that acts on terminals", &row(&[&acting, &format!("&#x1b;[2J{acting}"), "&#7;&#x9b;"]), Told::Rows(2)),
    ]
}
