//! Exports in English: their menu, the words in them, the names of their files.

use crate::app::export::{Caption, ExportKind};
use crate::domain::export::FileFormat;

/// A word in an export. Words in the name of a file have no accents and no spaces.
pub(super) const fn caption(caption: Caption) -> &'static str {
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
        Caption::NameReport => "report",
    }
}

/// A line of the menu.
pub(super) const fn export(kind: ExportKind) -> &'static str {
    match kind {
        ExportKind::View(FileFormat::Xlsx) => "This view, for Excel",
        ExportKind::View(FileFormat::Separated) => "This view, as separated text",
        ExportKind::View(FileFormat::Json) => "This view, for programs",
        ExportKind::InvalidRows => "Invalid rows as a template, to correct",
        ExportKind::Report(FileFormat::Xlsx) => "This report, for Excel",
        ExportKind::Report(FileFormat::Separated) => "This report, as separated text",
        ExportKind::Report(FileFormat::Json) => "This report, for programs",
    }
}
