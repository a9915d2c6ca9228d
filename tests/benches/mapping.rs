//! What the mapping of a big sheet costs: `cargo bench --bench mapping`.
//!
//! 100,000 rows of 25 columns, some of them wrong: proposals, which a person waits for before the screen,
//! and the counts under them, which come in behind it.

#![expect(clippy::expect_used, clippy::print_stdout, reason = "a measurement stops at the first surprise and prints its result")]

use std::hint::black_box;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::Instant;

use instroom::domain::change_set::SourceMark;
use instroom::domain::draft::{Draft, Office, Source};
use instroom::domain::field::Field;
use instroom::domain::field_rules::FieldContext;
use instroom::domain::mapping::{Counted, count, propose};
use instroom::domain::matching::Stock;
use instroom::domain::questionnaire::built_in;
use instroom::domain::sheet::{CellKind, Sheet};
use instroom::domain::snapshot::Snapshot;
use instroom::domain::template::layout::unjudged_row;

const ROWS: u32 = 100_000;
const TODAY: jiff::civil::Date = jiff::civil::date(2026, 6, 1);

fn national_number(row: u32) -> String {
    let nine = u64::from(600_101_000 + row % 300_000 * 1_000 % 300_000_000 + row % 900 + 1);
    format!("{nine:09}{:02}", 97 - nine % 97)
}

fn cell(column: u16, row: u32) -> String {
    match column {
        0 => format!("Janssens{}", row % 5_000),
        1 => format!("An{}", row % 700),
        2 => format!("an.janssens{row}@telenet.be"),
        3 => format!("04{:08}", 71_000_000 + row),
        4 | 5 => national_number(row),
        6 => format!("Kerkstraat {}", row % 200),
        7 => format!("{}", 1_000 + row % 8_000),
        8 => "Gent".to_owned(),
        9 => ["nl", "fr", "Nederlands", "x"][row as usize % 4].to_owned(),
        10 => format!("0{:09}", 403_019_261 + row),
        other => format!("tekst {other} van {row}"),
    }
}

fn main() {
    let mut sheet = Sheet::new("Blad1");
    for column in 0..25 {
        sheet.push(1, column, CellKind::Text, &format!("Kolom {column}")).expect("room");
    }
    for row in 2..ROWS + 2 {
        for column in 0..25 {
            sheet.push(row, column, CellKind::Text, &cell(column, row)).expect("room");
        }
    }
    let begun = Instant::now();
    let proposals = black_box(propose(&sheet, 1, &[], TODAY));
    println!("proposals for 25 columns: {:?}", begun.elapsed());

    let context = FieldContext { today: TODAY, earliest_deadline_year: None, languages_offered: None, colleagues: &[], country: "" };
    let columns: Vec<Counted> = proposals.columns.iter().map(|known| Counted { column: known.column, field: known.field() }).collect();
    let begun = Instant::now();
    black_box(count(&sheet, 1, &columns, &context, &mut || ControlFlow::Continue(())));
    println!("counts of 25 columns over {ROWS} rows: {:?}", begun.elapsed());

    let one = [Counted { column: 4, field: Some(Field::NationalNumber) }];
    let begun = Instant::now();
    black_box(count(&sheet, 1, &one, &context, &mut || ControlFlow::Continue(())));
    println!("counts of one column over {ROWS} rows: {:?}", begun.elapsed());

    let assignments: Vec<_> = proposals.columns.iter().map(|known| (known.column, known.field())).collect();
    let catalogue = built_in();
    let stock = Stock::new(Snapshot::of_no_store(catalogue.founding_flows()));
    let layout = unjudged_row(&sheet, 1).expect("a filled row");
    let mark = SourceMark { file: "list.xlsx".into(), fingerprint: String::new(), sheet: "Blad1".into(), header_row: 1 };
    let source = Source { mark, sheet, layout, sheets: Vec::new(), columns_left_out: 0 };
    let office = Office { catalogue, colleagues: Vec::new(), defaults: instroom::domain::draft::Choices::default(), today: TODAY };
    let mut draft =
        Draft::open(Arc::new(source), Arc::new(office), Arc::new(stock), &mut |_| ControlFlow::Continue(())).expect("never stopped");
    let step = draft.mapping_columns(assignments);
    let begun = Instant::now();
    draft.decide(step);
    println!("reading {ROWS} rows by other columns: {:?}", begun.elapsed());
    let begun = Instant::now();
    draft.undo();
    println!("taking that back: {:?}", begun.elapsed());
}
