//! Separated text: quotation marks, line ends, encodings, sizes (class 9).

use super::{ACTING, Case, Told, case};

const HEADINGS: &str = "First name;Last name;Email\n";

fn text(name: &str, rows: impl AsRef<[u8]>, told: Told) -> Case {
    case(format!("{name}.csv"), [HEADINGS.as_bytes(), rows.as_ref()].concat(), told)
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2], mark: bool) -> Vec<u8> {
    mark.then_some(0xfeff).into_iter().chain(text.encode_utf16()).flat_map(bytes).collect()
}

pub(super) fn cases() -> Vec<Case> {
    let customer = "An;Maes;an@example.com\n";
    let whole = format!("{HEADINGS}{customer}");
    let unclosed = Told::Refused("A quotation mark on line 2 is never closed.");
    let unknown = Told::Refused("The encoding of the text cannot be told.");
    vec![
        text("sound", customer, Told::Rows(1)),
        text("a quotation mark that does not close", "\"An;Maes;an@example.com\n".to_owned() + &customer.repeat(500), unclosed.clone()),
        text("a quotation mark of megabytes", format!("\"{}\";b;c\n", "x".repeat(3 << 20)), unclosed.clone()),
        text("doubled quotation marks for ever", format!("\"{}", "\"\"".repeat(1 << 20)), unclosed),
        text("quotation marks only", "\"\n".repeat(9), Told::Either),
        text("a byte that is nothing", "An\0;Maes;an@example.com\n", unknown.clone()),
        text("a line of ten megabytes", format!("{};Maes;an@example.com\n", "x".repeat(10 << 20)), Told::Rows(1)),
        text("a line of ten million fields", ";".repeat(10_000_000), Told::Rows(0)),
        text("ten million empty lines", "\n".repeat(10_000_000), Told::Either),
        text("returns alone", "An;Maes;an@example.com\rBo;Maes;bo@example.com\r", Told::Rows(2)),
        text("returns before returns", "An;Maes;an@example.com\r\r\nBo;Maes;bo@example.com", Told::Rows(2)),
        text("other line ends", "An;Maes\u{2028}x;an@example.com\u{85}\n", Told::Rows(1)),
        text("the end mark of DOS", "An;Maes;an@example.com\n\u{1a}", Told::Rows(1)),
        text("a text that acts on terminals", format!("{ACTING};{ACTING};{ACTING}@example.com\n"), Told::Rows(1)),
        text("formulas", "=cmd|' /C calc'!A0;@SUM(1);+32\n-1;\t=1;'=1\n", Told::Rows(2)),
        text("bytes of no encoding", &b"\xff\xfe\x80;\xc3\x28;\xf0\x9f\n"[..], Told::Rows(1)),
        case("utf-16.csv", utf16(&whole, u16::to_le_bytes, true), Told::Rows(1)),
        case("utf-16 the other way round.csv", utf16(&whole, u16::to_be_bytes, true), Told::Rows(1)),
        case("utf-16 without a mark.csv", utf16(&whole, u16::to_le_bytes, false), unknown),
        case("half of utf-16.csv", utf16(&whole, u16::to_le_bytes, true)[..51].to_vec(), Told::Either),
        case(
            "lone halves of utf-16.csv",
            [&utf16(&whole, u16::to_le_bytes, true)[..], &[0, 0xd8, 0x3b, 0, 0, 0xdc]].concat(),
            Told::Either,
        ),
        case("two marks.csv", format!("\u{feff}\u{feff}{whole}"), Told::Either),
        case("a separator that is declared.csv", format!("sep=,\n{}", whole.replace(';', ",")), Told::Rows(1)),
        case("a separator that is a quotation mark.csv", format!("sep=\"\n{whole}"), Told::Either),
        case("a separator that is nothing.csv", format!("sep=\n{whole}"), Told::Either),
        case("a separator that acts on terminals.csv", format!("sep=\u{1b}\n{}", whole.replace(';', "\u{1b}")), Told::Rows(1)),
        case("only a mark.csv", "\u{feff}", Told::Either),
        case("only line ends.csv", "\r\n\r\n", Told::Either),
        case("only blanks.csv", " \t ", Told::Either),
        case("accents by the thousand.csv", format!("{HEADINGS}e{};Maes;an@example.com\n", "\u{301}".repeat(20_000)), Told::Rows(1)),
        case(
            "more rows than are read.csv",
            format!("{HEADINGS}{}", "a\n".repeat(1_048_576)),
            Told::Refused("More rows than are read from .csv (1048576)."),
        ),
    ]
}
