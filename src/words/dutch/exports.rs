//! Exports in Dutch: their menu, the words in them, the names of their files.

use crate::app::export::{Caption, ExportKind};
use crate::domain::export::FileFormat;

/// A word in an export. Words in the name of a file have no accents and no spaces.
pub(super) const fn caption(caption: Caption) -> &'static str {
    match caption {
        Caption::Findings => "Bevindingen",
        Caption::Fields => "Velden",
        Caption::Counts => "Aantallen",
        Caption::Report => "Verslag",
        Caption::Weight => "soort",
        Caption::Error => "fout",
        Caption::Warning => "waarschuwing",
        Caption::Field => "veld",
        Caption::Cell => "cel",
        Caption::Value => "waarde",
        Caption::Reason => "reden",
        Caption::Rule => "regel",
        Caption::Suggestion => "voorstel",
        Caption::InStore => "in Instroom",
        Caption::InImport => "in de import",
        Caption::TakenFrom => "overgenomen uit",
        Caption::Store => "Instroom",
        Caption::Import => "import",
        Caption::Both => "beide",
        Caption::Same => "gelijk",
        Caption::Outcome => "resultaat",
        Caption::Added => "toegevoegd",
        Caption::Updated => "gekende klant",
        Caption::LeftAlone => "ongemoeid",
        Caption::NotSelected => "niet geselecteerd",
        Caption::Invalid => "ongeldig",
        Caption::Joined => "samengevoegd met partner",
        Caption::NameNew => "nieuw",
        Caption::NameStore => "enkel-in-instroom",
        Caption::NameDuplicates => "dubbel",
        Caption::NameInvalid => "ongeldig",
        Caption::NameToCorrect => "te-verbeteren",
        Caption::NameReport => "verslag",
    }
}

/// A line of the menu.
pub(super) const fn export(kind: ExportKind) -> &'static str {
    match kind {
        ExportKind::View(FileFormat::Xlsx) => "Deze weergave, voor Excel",
        ExportKind::View(FileFormat::Separated) => "Deze weergave, als gescheiden tekst",
        ExportKind::View(FileFormat::Json) => "Deze weergave, voor programma's",
        ExportKind::InvalidRows => "Ongeldige rijen als sjabloon",
        ExportKind::Report(FileFormat::Xlsx) => "Dit verslag, voor Excel",
        ExportKind::Report(FileFormat::Separated) => "Dit verslag, als gescheiden tekst",
        ExportKind::Report(FileFormat::Json) => "Dit verslag, voor programma's",
    }
}
