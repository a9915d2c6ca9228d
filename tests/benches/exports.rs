//! What big exports cost: `cargo bench --bench exports` (Linux; a hundred thousand rows, less than a
//! minute). It fails where writing one takes memory that grows with its rows.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a measurement that cannot go on should stop loudly")]

#[path = "../generate/mod.rs"]
#[expect(dead_code, reason = "the generator and the tests use the rest")]
mod generate;

use std::fs;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use instroom::app::desk::{Desk, Sight};
use instroom::app::effect::Opening;
use instroom::app::export::{Export, ExportKind};
use instroom::domain::draft::{Bucket, Draft, Office};
use instroom::domain::export::FileFormat;
use instroom::domain::matching::Stock;
use instroom::domain::questionnaire::built_in;
use instroom::domain::snapshot::Snapshot;
use instroom::words::ScreenLanguage;
use instroom::world::export::write;
use instroom::world::perform::{Unfamiliar, open_source};
use instroom::world::whole_file::Existing;
use instroom::world::workbook::Reader;

const ROWS: u64 = 100_000;
/// What writing may take, in MiB: a table of as many rows would take more.
const MOST: u64 = 48;

/// A line of /proc/self/status, in MiB.
fn status(name: &str) -> u64 {
    let text = fs::read_to_string("/proc/self/status").unwrap();
    let line = text.lines().find_map(|line| line.strip_prefix(name)).unwrap();
    line.trim_matches(|character: char| !character.is_ascii_digit()).parse::<u64>().unwrap() / 1024
}

/// The desk of a workbook of which so many rows are wrong, over an empty store.
fn desk(folder: &Path, faulty: u64) -> Desk {
    let path = folder.join("customers.xlsx");
    generate::workbook::write_with(generate::workbook::Texts::Own, &path, ROWS, faulty, 1, generate::rows::Format::Second).unwrap();
    let opening = Opening { path: path.to_str().unwrap().to_owned(), ..Opening::default() };
    let source = open_source(&Reader::here(), &opening, Unfamiliar::Refused, &mut |_, _, _| ControlFlow::Continue(())).unwrap();
    let catalogue = built_in();
    let stock = Arc::new(Stock::new(Snapshot::of_no_store(catalogue.founding_flows())));
    let office = Arc::new(Office {
        catalogue,
        colleagues: Vec::new(),
        defaults: instroom::domain::draft::Choices::default(),
        today: jiff::civil::date(2026, 5, 14),
    });
    let draft = Draft::open(Arc::new(source), office, stock, &mut |_| ControlFlow::Continue(())).unwrap();
    Desk::new(opening.path, Arc::new(draft))
}

/// Exports, and says how long it took and how much memory it had at its highest on top of what
/// there was. Gives that memory in MiB.
fn measured(what: &str, folder: &Path, kind: ExportKind, desk: &Desk) -> u64 {
    let sight = Sight::first(ScreenLanguage::English);
    // Resets the high-water mark of this process (proc(5)).
    fs::write("/proc/self/clear_refs", "5").unwrap();
    let (before, started) = (status("VmRSS:"), Instant::now());
    let export = Export::of(kind, desk, sight).expect("the desk has it");
    let asked = started.elapsed();
    let path = folder.join(format!("export{}", kind.ending()));
    write(&path, Path::new(&desk.path), Existing::Replace, export.content(), &mut |_| ControlFlow::Continue(())).unwrap();
    let (taken, memory) = (started.elapsed(), status("VmHWM:").saturating_sub(before));
    let (rows, size) = (export.row_count(), fs::metadata(&path).unwrap().len() / 1024);
    println!(
        "{what}: {rows} rows, asked for in {:.1} ms, written in {:.2} s, {memory} MiB on top of {before}, {size} KiB",
        asked.as_secs_f64() * 1e3,
        taken.as_secs_f64()
    );
    memory
}

fn main() {
    // Among the tests, where it would be in a debug build, there is nothing to measure.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let mut most = 0;
    for (what, faulty, tab) in [("new customers", 0, Bucket::OnlyInImport), ("invalid rows", ROWS, Bucket::Invalid)] {
        let mut desk = desk(folder.path(), faulty);
        desk.show(tab);
        for format in [FileFormat::Xlsx, FileFormat::Separated, FileFormat::Json] {
            let name = format!("{what}{}", format.ending());
            most = most.max(measured(&name, folder.path(), ExportKind::View(format), &desk));
        }
        if tab == Bucket::Invalid {
            most = most.max(measured("invalid rows as a template", folder.path(), ExportKind::InvalidRows, &desk));
        }
    }
    assert!(most <= MOST, "an export took {most} MiB");
}
