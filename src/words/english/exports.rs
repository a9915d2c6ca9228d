//! Exports in English: their menu, the words in them, the names of their files.

use crate::app::export::{Caption, ExportKind};
use crate::domain::correction::{Corrected, Manner, Obstacle, Signature, Why};
use crate::domain::export::FileFormat;
use crate::words::exports::ExportsWords;
use crate::words::{Told, plural};

pub(super) const WORDS: ExportsWords = ExportsWords {
    caption,
    kind: export,
    the_range: "the range",
    masked: "National numbers are masked. {close}, then {show-numbers} shows them.",
    shown: "National numbers are shown. {close}, then {show-numbers} masks them.",
    whole: "National numbers are whole here: you put them right.",
    corrected_title: "The corrected copy is there",
    corrected,
    cells: |cells| plural(cells, "cell corrected", "cells corrected"),
    part_of_return: |row| format!("Part of the return of row {row}: not imported on its own."),
    problems: "Problems",
    problem_headings: ["Row", "Customer", "Field", "Value", "Weight", "What is wrong", "What to do", "Rule"],
    an_error: "error",
    a_warning: "warning",
};

/// A word in an export. Words in the name of a file have no accents and no spaces.
const fn caption(caption: Caption) -> &'static str {
    match caption {
        Caption::Findings => "Findings",
        Caption::Fields => "Fields",
        Caption::Counts => "Counts",
        Caption::Report => "Report",
        Caption::Weight => "kind",
        Caption::Error => "error",
        Caption::Warning => "warning",
        Caption::Field => "field",
        Caption::Cell => "cell",
        Caption::Value => "value",
        Caption::Reason => "reason",
        Caption::Rule => "rule",
        Caption::Suggestion => "suggestion",
        Caption::InStore => "in store",
        Caption::InImport => "in import",
        Caption::TakenFrom => "taken from",
        Caption::Store => "store",
        Caption::Import => "import",
        Caption::Both => "both",
        Caption::Same => "the same",
        Caption::Outcome => "outcome",
        Caption::Added => "added",
        Caption::Updated => "known customer",
        Caption::LeftAlone => "left alone",
        Caption::NotSelected => "not selected",
        Caption::Invalid => "invalid",
        Caption::Joined => "joined to its partner",
        Caption::NameNew => "new",
        Caption::NameStore => "only-in-store",
        Caption::NameDuplicates => "duplicates",
        Caption::NameInvalid => "invalid",
        Caption::NameToCorrect => "to-correct",
        Caption::NameCorrected => "corrected",
        Caption::NameReport => "report",
    }
}

/// A line of the menu.
const fn export(kind: ExportKind) -> &'static str {
    match kind {
        ExportKind::View(FileFormat::Xlsx) => "This view, for Excel",
        ExportKind::View(FileFormat::Separated) => "This view, as separated text",
        ExportKind::View(FileFormat::Json) => "This view, for programs",
        ExportKind::InvalidRows => "Invalid rows as a template, to correct",
        ExportKind::Corrected => "Your workbook, corrected, with remarks",
        ExportKind::Report(FileFormat::Xlsx) => "This report, for Excel",
        ExportKind::Report(FileFormat::Separated) => "This report, as separated text",
        ExportKind::Report(FileFormat::Json) => "This report, for programs",
    }
}

/// What became of a corrected copy.
fn corrected(corrected: &Corrected) -> Told {
    let counts = format!(
        "{} changed and coloured, {} on what is still wrong.",
        plural(corrected.cells_changed, "cell", "cells"),
        plural(corrected.remarks, "remark", "remarks")
    );
    let manner = match (corrected.manner, corrected.signature) {
        (Manner::Kept, Signature::None) => "Everything else in your workbook is as it was.".to_owned(),
        (Manner::Kept, Signature::Dropped) => "All else is as it was, but for its signature: a changed workbook cannot keep it.".to_owned(),
        (Manner::Anew(Why::Format(_)), _) => {
            "It is a new workbook with the rows as they were read: this format can be read, not written.".to_owned()
        }
        (Manner::Anew(Why::Obstacle(obstacle)), _) => {
            format!("It is a new workbook with the rows as they were read. {}", obstacle_in_words(obstacle))
        }
    };
    let problems = corrected.problems.as_ref().map(|name| format!("What is still wrong is listed on the sheet {name}."));
    Told::new(counts, manner, problems.unwrap_or_default())
}

/// What stands in the way of changing a workbook.
pub(super) const fn obstacle_in_words(obstacle: Obstacle) -> &'static str {
    match obstacle {
        Obstacle::Strict => "It is in the strict form of the format, which has no place for remarks.",
        Obstacle::SpreadFormula => "A changed cell is part of a formula that fills several cells.",
        Obstacle::TableHeading => "A changed cell is the heading of a table.",
        Obstacle::Disorder => "Its rows or cells are not in order.",
        Obstacle::NoColumn => "No column is free behind the last one.",
        Obstacle::Formats => "It has as many cell formats as a workbook can have.",
        Obstacle::Drawing => "The drawings of its remarks are of an unknown make.",
        Obstacle::Unknown => "Its parts are put together in an unknown way.",
    }
}
