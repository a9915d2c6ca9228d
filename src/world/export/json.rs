//! JSON, for programs. One object:
//!
//! ```json
//! {
//!   "format": "instroom-table",
//!   "version": 1,
//!   "table": "invalid",
//!   "title": "Invalid",
//!   "file": "customers.xlsx",
//!   "sheet": "Customers",
//!   "national_numbers": "masked",
//!   "counts": {"rows": 122},
//!   "columns": [{"key": "row", "heading": "row"}, {"key": "email", "heading": "e-mail"}],
//!   "details": {"key": "findings", "heading": "Findings", "columns": [{"key": "rule", "heading": "rule"}]},
//!   "rows": [
//!     {"row": 5, "email": "an@example.com", "findings": [{"rule": "national-number.punctuation"}]}
//!   ]
//! }
//! ```
//!
//! - `table` is `only_in_import`, `only_in_store`, `duplicates`, `invalid` or `report`.
//! - `national_numbers` is `masked` (only the birth date can be read) or `shown`.
//! - Each row has every key of `columns`, and the key of `details` where the table has details. A
//!   cell is a text, a number, a day as `YYYY-MM-DD`, or null where there is nothing.
//! - Keys are stable; fields are named as in `instroom check --json`. Headings and texts are in the
//!   language of the screen. Within a version keys may be added; what changes its meaning gets
//!   another version.

use std::fs::File;
use std::io::{BufWriter, Write};

use serde_json::{Map, Value, json};

use super::{Pace, Unfinished, Watch};
use crate::domain::export::{Cell, Heading, Numbers, Table};

/// Version of the shape.
const VERSION: u32 = 1;

pub(super) fn write(file: &mut File, table: Table<'_>, watch: &mut Watch<'_>) -> Result<(), Unfinished> {
    let mut out = BufWriter::new(file);
    let mut pace = Pace::new(watch);
    head(&mut out, &table)?;
    for (place, entry) in table.rows.enumerate() {
        let mut row = object(&table.headings, &entry.cells);
        if let Some(details) = &table.details {
            let all = entry.details.iter().map(|cells| Value::Object(object(&details.headings, cells)));
            row.insert(details.key.to_owned(), all.collect());
        }
        out.write_all(if place == 0 { b"\n    " } else { b",\n    " })?;
        serde_json::to_writer(&mut out, &row).map_err(std::io::Error::from)?;
        pace.step()?;
    }
    out.write_all(b"\n  ]\n}\n")?;
    out.flush()?;
    pace.ask()
}

/// Everything but the rows, which are written one by one behind it.
fn head(out: &mut impl Write, table: &Table<'_>) -> std::io::Result<()> {
    let numbers = match table.numbers {
        Numbers::Masked => "masked",
        Numbers::Shown => "shown",
    };
    let counts: Map<String, Value> = table.counts.iter().map(|count| (count.key.to_owned(), count.count.into())).collect();
    let details =
        table.details.as_ref().map(|details| json!({"key": details.key, "heading": details.title, "columns": columns(&details.headings)}));
    writeln!(out, "{{")?;
    for (key, value) in [
        ("format", json!("instroom-table")),
        ("version", json!(VERSION)),
        ("table", json!(table.key)),
        ("title", json!(table.title)),
        ("file", json!(table.file)),
        ("sheet", json!(table.sheet)),
        ("national_numbers", json!(numbers)),
        ("counts", Value::Object(counts)),
        ("columns", columns(&table.headings)),
        ("details", json!(details)),
    ] {
        writeln!(out, "  {}: {value},", json!(key))?;
    }
    write!(out, "  \"rows\": [")
}

fn columns(headings: &[Heading]) -> Value {
    headings.iter().map(|heading| json!({"key": heading.key, "heading": heading.word})).collect()
}

fn object(headings: &[Heading], cells: &[Cell]) -> Map<String, Value> {
    let value = |cell: &Cell| match cell {
        Cell::Empty => Value::Null,
        Cell::Text(text) => json!(text),
        Cell::Number(number) => json!(number),
        Cell::Date(date) => json!(date.strftime("%Y-%m-%d").to_string()),
        Cell::Named { key, .. } => json!(key),
    };
    headings.iter().zip(cells).map(|(heading, cell)| (heading.key.to_owned(), value(cell))).collect()
}
