//! One cell of an `.ods`: its value from its attributes ([ODF 1.3] part 3, 19.385 and on), or its
//! text from its paragraphs (6.1).

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::BytesStart;

use super::cells::Value;
use super::fault::damaged;
use super::ods::{Piece, Xml, repeated};
use crate::domain::workbook::ReadFault;

/// The most bytes of text that are kept of a cell: more than its 32,767 characters can have.
const TEXT_CAP: usize = 4 * 32_768;

/// The signs of errors that formulas leave as text where a program does not mark them.
const ERRORS: [&str; 7] = ["#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NULL!", "#NUM!"];

/// What the attributes say the cell holds.
#[derive(Debug, Clone, PartialEq)]
enum Content {
    /// Nothing: then its text counts.
    Text,
    /// Text that is not what is shown.
    Given(String),
    Number(f64),
    Date(String),
    Bool(bool),
}

/// One cell.
#[derive(Debug, Clone)]
pub(super) struct OdsCell {
    content: Content,
    is_error: bool,
    has_formula: bool,
    text: String,
}

impl OdsCell {
    /// The cell whose element has just opened.
    pub(super) fn of(element: &BytesStart<'_>) -> Result<Self, ReadFault> {
        let mut cell = Self { content: Content::Text, is_error: false, has_formula: false, text: String::new() };
        for found in element.attributes().with_checks(false) {
            let found = found?;
            let value = found.normalized_value(XmlVersion::Implicit1_0)?;
            match found.key.as_ref() {
                "office:value" => {
                    let number: f64 = value.trim().parse().map_err(|_| damaged(format!("the number {value:?}")))?;
                    cell.content = Content::Number(number);
                }
                "office:date-value" => cell.content = Content::Date(value.into_owned()),
                "office:boolean-value" => cell.content = Content::Bool(value.eq_ignore_ascii_case("true")),
                "office:time-value" | "office:string-value" => cell.content = Content::Given(value.into_owned()),
                "calcext:value-type" => cell.is_error = value == "error",
                "table:formula" => cell.has_formula = true,
                _ => {}
            }
        }
        Ok(cell)
    }

    /// Reads the paragraphs of the cell, to behind its end.
    pub(super) fn read_text(&mut self, xml: &mut Xml<'_, '_>) -> Result<(), ReadFault> {
        let floor = xml.depth;
        let mut paragraph = Paragraph::default();
        loop {
            match xml.next()? {
                Piece::Open(element) => match element.name().as_ref() {
                    "text:p" | "text:h" => paragraph.open(&mut self.text),
                    "text:s" => {
                        let spaces = repeated(&element, "text:c")?;
                        paragraph.spaces(spaces, &mut self.text);
                    }
                    "text:tab" => paragraph.character('\t', &mut self.text),
                    "text:line-break" => paragraph.character('\n', &mut self.text),
                    "text:note" | "text:ruby-text" => xml.skip()?,
                    // Spans, links and fields stand within the text; drawings and annotations do not.
                    name if name.starts_with("text:") => {}
                    _ => xml.skip()?,
                },
                Piece::Text(text) => paragraph.text(&text.xml10_content(), &mut self.text),
                Piece::Reference(reference) => match reference.resolve_char_ref()? {
                    Some(character) => paragraph.character(character, &mut self.text),
                    None => {
                        let known = resolve_predefined_entity(&reference.xml10_content());
                        let known = known.ok_or_else(|| damaged("an entity that XML does not know"))?;
                        paragraph.text(known, &mut self.text);
                    }
                },
                Piece::Close(depth) if depth < floor => return Ok(()),
                Piece::Close(_) | Piece::Other => {}
            }
        }
    }

    /// What the cell holds.
    pub(super) fn value(&self) -> Value<'_> {
        let text = match &self.content {
            Content::Given(given) if !(self.is_error && given.is_empty()) => given,
            _ => &self.text,
        };
        let unmarked = self.has_formula && (ERRORS.contains(&text.as_str()) || text.starts_with("Err:"));
        match &self.content {
            _ if self.is_error || unmarked => Value::Error(text),
            Content::Number(number) => Value::Number(*number, self.digits(*number)),
            Content::Date(date) => Value::Iso(date),
            Content::Bool(truth) => Value::Bool(*truth),
            Content::Text | Content::Given(_) => Value::Text(text),
        }
    }

    /// To how many digits the shown text pads a number: `00012556777` shown for 12556777.
    fn digits(&self, number: f64) -> u8 {
        let plain = number.to_string();
        let shown: String = self.text.chars().filter(|sign| !matches!(sign, '.' | '-' | '/' | ' ' | '\u{a0}')).collect();
        let pads = shown.len() > plain.len() && shown.bytes().all(|byte| byte.is_ascii_digit()) && shown.trim_start_matches('0') == plain;
        if pads && shown.len() <= 15 { u8::try_from(shown.len()).unwrap_or(0) } else { 0 }
    }
}

/// The text of paragraphs, in which white space counts once ([ODF 1.3] part 3, 6.1.2).
#[derive(Default)]
struct Paragraph {
    /// Whether any paragraph has opened: text outside them is only the layout of the XML.
    opened: bool,
    /// Whether something stands in this paragraph already.
    filled: bool,
    /// Whether white space has come that counts only if something follows.
    gap: bool,
}

impl Paragraph {
    fn open(&mut self, text: &mut String) {
        if self.opened {
            text.push('\n');
        }
        *self = Self { opened: true, filled: false, gap: false };
    }

    fn text(&mut self, piece: &str, text: &mut String) {
        for character in piece.chars() {
            if matches!(character, ' ' | '\t' | '\n' | '\r') {
                self.gap = true;
            } else {
                self.character(character, text);
            }
        }
    }

    fn spaces(&mut self, count: u32, text: &mut String) {
        for _ in 0..count.min(32_768) {
            if text.len() > TEXT_CAP {
                return;
            }
            self.character(' ', text);
        }
    }

    fn character(&mut self, character: char, text: &mut String) {
        if !self.opened || text.len() > TEXT_CAP {
            return;
        }
        if self.gap && self.filled {
            text.push(' ');
        }
        (self.gap, self.filled) = (false, true);
        text.push(character);
    }
}

#[cfg(test)]
mod tests {
    use super::super::book::{Task, perform};
    use super::super::intake::{Collector, Step};
    use super::super::source::Source;
    use super::super::test_books::{ods, ods_with};
    use crate::domain::sheet::{CellKind, Sheet};
    use crate::domain::workbook::{Excess, ReadFault, SheetOutline, Visibility, Which};

    fn done(book: Vec<u8>, task: &Task) -> Result<Vec<SheetOutline>, ReadFault> {
        let mut collector = Collector::default();
        perform(&Source::from_bytes("x.ods", book)?, task, &mut |step: Step<'_>| collector.take(step))?;
        Ok(collector.sheets)
    }

    fn sheet(rows: &str) -> Result<Sheet, ReadFault> {
        let book = ods(&format!("<table:table table:name='S'>{rows}</table:table>"));
        Ok(done(book, &Task::Sheet(Which::At(0)))?.remove(0).head)
    }

    fn cell(xml: &str) -> (CellKind, String) {
        let sheet = sheet(&format!("<table:table-row>{xml}</table:table-row>")).unwrap();
        sheet.cell(0, 0).map(|cell| (cell.kind, cell.text.to_owned())).unwrap_or((CellKind::Text, String::new()))
    }

    #[test]
    fn every_kind_of_cell_is_read() {
        use CellKind::{Bool, Date, Error, Number, Text};
        for (xml, kind, text) in [
            ("office:value-type='float' office:value='85073003328'><text:p>85.073.003.328</text:p>", Number, "85073003328"),
            ("office:value-type='float' office:value='12556777'><text:p>00012556777</text:p>", Number, "00012556777"),
            ("office:value-type='float' office:value='403019261'><text:p>0403.019.261</text:p>", Number, "0403019261"),
            ("office:value-type='float' office:value='12'><text:p>12,00</text:p>", Number, "12"),
            ("office:value-type='date' office:date-value='2026-04-23'><text:p>23/04/26</text:p>", Date, "2026-04-23"),
            ("office:value-type='date' office:date-value='2026-04-23T10:30:00'><text:p>x</text:p>", Date, "2026-04-23T10:30:00"),
            ("office:value-type='boolean' office:boolean-value='true'><text:p>WAAR</text:p>", Bool, "true"),
            ("office:value-type='string'><text:p>Jan</text:p>", Text, "Jan"),
            ("office:value-type='string' office:string-value='real'><text:p>shown</text:p>", Text, "real"),
            ("office:value-type='string' office:string-value='' calcext:value-type='error'><text:p>#N/A</text:p>", Error, "#N/A"),
            ("table:formula='of:=1/0' office:value-type='string'><text:p>#DIV/0!</text:p>", Error, "#DIV/0!"),
            ("office:value-type='string'><text:p>#N/A</text:p>", Text, "#N/A"),
            (">", Text, ""),
        ] {
            assert_eq!(cell(&format!("<table:table-cell {xml}</table:table-cell>")), (kind, text.to_owned()), "{xml}");
        }
    }

    #[test]
    fn paragraphs_are_joined_and_their_white_space_counts_once() {
        let text = |xml: &str| cell(&format!("<table:table-cell office:value-type='string'>{xml}</table:table-cell>")).1;
        assert_eq!(
            text("\n  <text:p>\n  Dorp <text:span>1</text:span>\n  bus\t2 </text:p>\n  <text:p>9000 Gent</text:p>\n"),
            "Dorp 1 bus 2 9000 Gent"
        );
        assert_eq!(text("<text:p>a<text:s text:c='3'/>b<text:tab/>c<text:line-break/>d</text:p>"), "a   b c d");
        assert_eq!(text("<text:p>D&apos;Hondt &amp; Zn &#233;&#x1b;[0m</text:p>"), "D'Hondt & Zn é␛[0m");
        assert_eq!(text("<office:annotation><text:p>note</text:p></office:annotation><text:p>Jan</text:p>"), "Jan");
        assert_eq!(text("<text:p>a</text:p><draw:frame><text:p>drawn</text:p></draw:frame>"), "a");
        assert_eq!(text("<text:p>a<text:s text:c='4294967295'/>b</text:p>").len(), 32_767);
    }

    #[test]
    fn pretty_printed_rows_groups_and_repetitions_keep_their_places() {
        let sheet = sheet(
            "\n<table:table-column table:number-columns-repeated='3'/>\n <table:table-header-rows>\n <table:table-row>\n \
             <table:table-cell office:value-type='string' table:number-columns-repeated='2'>\n<text:p>x</text:p>\n</table:table-cell>\n\
             <table:covered-table-cell table:number-columns-repeated='3'/> <table:table-cell office:value-type='float' office:value='1'/>\
             </table:table-row></table:table-header-rows><table:table-row table:number-rows-repeated='10'><table:table-cell/></table:table-row>\
             <table:table-row-group><table:table-row table:number-rows-repeated='2'><table:table-cell/><table:table-cell office:value='7'/></table:table-row>\
             </table:table-row-group><table:table-row table:number-rows-repeated='1048000'/>",
        )
        .unwrap();
        let cells: Vec<(u32, Vec<(u16, &str)>)> = (0..sheet.row_count())
            .map(|row| (sheet.row_number(row), sheet.cells(row).map(|cell| (cell.column, cell.text)).collect()))
            .collect();
        assert_eq!(cells, [(1, vec![(0, "x"), (1, "x"), (5, "1")]), (12, vec![(1, "7")]), (13, vec![(1, "7")])]);
    }

    #[test]
    fn repetition_cannot_make_much_of_little() {
        let row = |rows: &str, columns: &str| {
            sheet(&format!(
                "<table:table-row table:number-rows-repeated='{rows}'><table:table-cell office:value='1' \
                 table:number-columns-repeated='{columns}'/></table:table-row>"
            ))
        };
        let fault = row("4294967296", "1").unwrap_err();
        assert!(matches!(fault, ReadFault::TooComplex { excess: Excess::Cells }), "{fault:?}");
        // However far down a customer stands, below the last row it is refused and not passed over.
        for empty in ["1048576", "1048577", "4294967295", "99999999999"] {
            let far = sheet(&format!(
                "<table:table-row table:number-rows-repeated='{empty}'/><table:table-row><table:table-cell office:value='1'/></table:table-row>"
            ));
            assert!(matches!(far, Err(ReadFault::TooManyRows { .. })), "{empty}: {far:?}");
        }
        let wide = row("3", "99999999999999").unwrap();
        assert_eq!((wide.row_count(), wide.width()), (3, 1_024));
        assert!(matches!(row("-1", "1"), Err(ReadFault::Damaged { .. })));
    }

    #[test]
    fn content_that_is_not_closed_or_not_xml_is_damaged() {
        for content in [
            "<office:document-content>",
            "<a><office:spreadsheet><table:table table:name='S'><table:table-row><table:table-cell></a>",
            "<a><office:spreadsheet><table:table table:name='S'><table:table-row><table:table-cell office:value='x'/></table:table-row></table:table></office:spreadsheet></a>",
            "",
        ] {
            let fault = done(ods_with(content), &Task::Sheet(Which::At(0))).unwrap_err();
            assert!(matches!(fault, ReadFault::Damaged { .. }), "{content}: {fault:?}");
        }
    }

    #[test]
    fn sheets_are_listed_hidden_ones_too_and_nothing_else_that_is_a_table() {
        let table = |name: &str, style: &str| {
            format!(
                "<table:table table:name='{name}' table:style-name='{style}'><table:shapes><table:table table:name='no'/></table:shapes>\
                     <table:table-row table:number-rows-repeated='50'><table:table-cell office:value='1'/></table:table-row></table:table>"
            )
        };
        let book = ods(&format!(
            "<table:tracked-changes><table:table table:name='old'/></table:tracked-changes>{}{}",
            table("A&amp;B", "vis"),
            table("Geheim", "hid")
        ));
        let sheets = done(book, &Task::Outline).unwrap();
        let seen: Vec<_> = sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.visibility, sheet.head.row_count())).collect();
        assert_eq!(seen, [("A&B", Visibility::Visible, 40), ("Geheim", Visibility::Hidden, 40)]);
        assert_eq!(done(ods(""), &Task::Outline), Err(ReadFault::NoSheets));
    }
}
