//! The phrases of exports: their menu, the words in them, and the corrected copy of a workbook.

use crate::app::export::{Caption, ExportKind};
use crate::domain::correction::Corrected;
use crate::words::Told;

phrases! { ExportsWords {
    caption: fn(Caption) -> &'static str,
    kind: fn(ExportKind) -> &'static str,
    the_range: &'static str,
    masked: &'static str,
    shown: &'static str,
    whole: &'static str,
    corrected_title: &'static str,
    corrected: fn(&Corrected) -> Told,
    cells: fn(u64) -> String,
    part_of_return: fn(u32) -> String,
    problems: &'static str,
    problem_headings: [&'static str; 8],
    an_error: &'static str,
    a_warning: &'static str,
} }
