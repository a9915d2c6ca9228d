//! What goes out comes back: exports read again by Instroom itself.

use std::collections::BTreeSet;

use instroom::app::notice::Notice;
use instroom::domain::draft::{Account, Bucket, Draft};
use instroom::domain::field::Field;
use instroom::domain::finding::{Finding, Remedy};
use instroom::domain::language::Language;
use instroom::domain::template::headings::{first_generation_heading, heading};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

use crate::support::flow::Flow;
use crate::support::office::{demo_store, empty_store};

/// What is wrong with a row, less what other rows have to do with it: they may not be there.
fn own_findings(account: &Account) -> Vec<Finding> {
    account.findings.iter().filter(|finding| finding.other_row.is_none()).cloned().collect()
}

fn invalid(draft: &Draft) -> Vec<Account> {
    draft.rows_in(Bucket::Invalid).into_iter().filter_map(|row| draft.account(row)).collect()
}

/// Exports the invalid rows, opens them over the same store, and holds them against what they were.
fn come_back(flow: &mut Flow) -> usize {
    let before = invalid(flow.draft());
    flow.press("4 E Down Down Down Enter Enter");
    flow.press("q");
    if flow.model.overlay.is_some() {
        flow.press("Right Enter");
    }
    flow.opening("customers-to-correct.xlsx");
    let notice = &flow.model.notice;
    assert!(!matches!(notice, Some(Notice::NotRead(_) | Notice::ToCheck(_, _, Some(_)))), "no column is left out: {}", flow.screen());
    let draft = flow.draft();
    let (sheet, reasons) = (&draft.source().sheet, draft.source().layout.columns.last().unwrap().column);
    for (at, account) in (1..).zip(&before) {
        let told = sheet.cell(at, reasons).unwrap().text;
        assert!(told.starts_with("customers.xlsx, ") && told.contains(&account.number.to_string()), "{told}");
        for value in account.findings.iter().filter_map(|finding| finding.suggestion.as_ref()).map(Remedy::value) {
            assert!(told.contains(value), "{value} is what would cure it: {told}");
        }
    }
    assert_eq!((draft.source().mark.file.as_str(), draft.layout().unread().count()), ("customers-to-correct.xlsx", 0));
    assert_eq!(draft.row_count() as usize, before.len());
    for (row, before) in (0..).zip(&before) {
        let after = draft.account(row).unwrap();
        assert_eq!(own_findings(&after), own_findings(before), "row {}", before.number);
        assert_eq!(after.values, before.values, "row {}", before.number);
        let numbers: BTreeSet<u32> = after.findings.iter().filter_map(|finding| finding.other_row).collect();
        assert!(numbers.iter().all(|number| *number > 1 && *number <= 1 + draft.row_count()), "rows of this file: {numbers:?}");
    }
    before.len()
}

#[test]
fn invalid_rows_of_the_sample_are_wrong_in_the_same_way_in_every_language() {
    for language in ["", "Enter", "Down Enter", "Down Down Enter"] {
        let mut flow = Flow::sample();
        if !language.is_empty() {
            flow.press("T").press(language);
        }
        assert!(come_back(&mut flow) > 10);
    }
}

/// A workbook with what only the first template has, and cells of every kind.
fn of_every_kind() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let fields = [
        Field::FirstName,
        Field::LastName,
        Field::Email,
        Field::NationalNumber,
        Field::Mobile,
        Field::Deadline,
        Field::EnterpriseNumber,
        Field::SendInvitation,
        Field::Address,
        Field::LoopVariable,
    ];
    for (column, field) in (0..).zip(fields) {
        let text = heading(field, Language::English).or(first_generation_heading(field, Language::English)).unwrap();
        sheet.write_string(0, column, text).unwrap();
    }
    sheet.write_string(0, 12, "Opmerkingen").unwrap();
    let padded = Format::new().set_num_format("00000000000");
    let day = Format::new().set_num_format("dd/mm/yyyy");
    for row in 1..=4_u32 {
        sheet.write_string(row, 0, "=1+1").unwrap();
        sheet.write_string(row, 1, format!("Maes {row}")).unwrap();
        sheet.write_string(row, 7, "misschien").unwrap();
        sheet.write_string(row, 12, "+32471625368").unwrap();
    }
    sheet.write_formula(1, 2, Formula::new("=NA()").set_result("#N/A")).unwrap();
    sheet.write_number(1, 3, 12_399_780.0).unwrap();
    sheet.write_number(2, 3, 7_012_345_678.0).unwrap();
    sheet.write_number_with_format(3, 3, 12_399_780.0, &padded).unwrap();
    sheet.write_string(4, 3, "85.07.30-033.28").unwrap();
    sheet.write_number(1, 4, 471_625_368.0).unwrap();
    sheet.write_string(2, 4, "+32 471/62.53.68").unwrap();
    sheet.write_boolean(3, 4, true).unwrap();
    sheet.write_number(4, 4, 47.5).unwrap();
    sheet.write_datetime_with_format(1, 5, ExcelDateTime::from_ymd(2024, 3, 1).unwrap(), &day).unwrap();
    sheet.write_string(2, 5, "morgen").unwrap();
    sheet.write_number(1, 6, 123_456_749.0).unwrap();
    sheet.write_string(1, 8, "Kerkstraat 1, 9000 Gent").unwrap();
    sheet.write_string(2, 9, "x").unwrap();
    workbook.save_to_buffer().unwrap()
}

#[test]
fn cells_of_every_kind_and_columns_of_the_first_template_come_back() {
    let mut flow = Flow::open(empty_store(), &of_every_kind());
    assert_eq!(flow.draft().counts().invalid, 4);
    let rules: BTreeSet<&str> =
        invalid(flow.draft()).iter().flat_map(|account| account.findings.iter().map(|finding| finding.rule.id())).collect();
    for rule in ["cell.error", "national-number.leading-zeros", "mobile.number-cell", "send-invitation.unknown", "column.stays-empty"] {
        assert!(rules.contains(rule), "{rule} is among them: {rules:?}");
    }
    flow.press("4");
    assert_eq!(come_back(&mut flow), 4);
}

#[test]
fn separated_text_of_the_new_customers_comes_back_with_their_mobile_numbers() {
    let mut flow = Flow::open(demo_store(), crate::support::office::SAMPLE);
    flow.press("m 1 E Down Enter Enter");
    let text = std::fs::read_to_string(flow.disk.path("office/customers-new.csv")).unwrap();
    assert!(text.contains(";'+32") && !text.contains(";+"), "{text}");
    let desk = flow.model.desk().unwrap();
    let before: Vec<Account> = desk.table().order.iter().filter_map(|row| desk.draft.account(*row)).collect();
    let lines: Vec<&str> = text.split("\r\n").skip(1).filter(|line| !line.is_empty()).collect();
    assert_eq!(lines.len(), before.len());
    for (line, account) in lines.iter().zip(&before) {
        let mobile = account.values.text(Field::Mobile);
        assert!(mobile.is_empty() || line.contains(&format!(";'{mobile};")), "{line}");
    }
    // In the view the name stands in one column: told apart, the list is one that can be imported.
    let list = text.replacen(";customer;", ";last name;", 1).replacen("row;", "first name;", 1);
    std::fs::write(flow.disk.path("office/list.csv"), list).unwrap();
    flow.press("q").opening("list.csv");
    let draft = flow.draft();
    assert_eq!(draft.row_count() as usize, before.len(), "{}", flow.screen());
    for (row, before) in (0..).zip(&before) {
        let after = draft.account(row).unwrap();
        for field in [Field::Mobile, Field::Email, Field::NationalNumber, Field::Street, Field::PostalCode, Field::Deadline] {
            assert_eq!(after.values.get(field), before.values.get(field), "{field:?} of row {}", before.number);
        }
    }
}

#[test]
fn a_duplicate_shows_both_sides_where_they_differ_and_stands_once_where_they_do_not() {
    let mut flow = Flow::sample();
    flow.press("m 3 E Down Down Enter Enter");
    let json: serde_json::Value =
        serde_json::from_slice(&std::fs::read(flow.disk.path("office/customers-duplicates.json")).unwrap()).unwrap();
    let desk = flow.model.desk().unwrap();
    let rows = json["rows"].as_array().unwrap();
    assert_eq!(rows.len(), desk.table().order.len());
    let mut differing = 0;
    for (row, item) in rows.iter().zip(&desk.table().order) {
        let account = desk.draft.account(*item).unwrap();
        let fields = row["fields"].as_array().unwrap();
        let expected = account.comparisons(&desk.draft).into_iter().filter(|one| one.store != one.import);
        let expected: Vec<_> = expected.map(|one| (one.field.key().to_owned(), one.store, one.import)).collect();
        let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
        let told: Vec<_> = fields.iter().map(|one| (text(&one["field"]), text(&one["store"]), text(&one["import"]))).collect();
        assert_eq!(told, expected, "row {}", account.number);
        assert_eq!(row["row"], account.number);
        differing += told.len();
    }
    assert!(differing > 5, "{differing}");
}
