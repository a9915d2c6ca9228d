//! Exports in French: their menu, the words in them, the names of their files.

use crate::app::export::{Caption, ExportKind};
use crate::domain::export::FileFormat;

/// A word in an export. Words in the name of a file have no accents and no spaces.
pub(super) const fn caption(caption: Caption) -> &'static str {
    match caption {
        Caption::Findings => "Constats",
        Caption::Fields => "Champs",
        Caption::Counts => "Nombres",
        Caption::Report => "Rapport",
        Caption::Weight => "nature",
        Caption::Error => "erreur",
        Caption::Warning => "avertissement",
        Caption::Field => "champ",
        Caption::Cell => "cellule",
        Caption::Value => "valeur",
        Caption::Reason => "motif",
        Caption::Rule => "règle",
        Caption::Suggestion => "proposition",
        Caption::InStore => "dans Instroom",
        Caption::InImport => "dans l'importation",
        Caption::TakenFrom => "repris de",
        Caption::Store => "Instroom",
        Caption::Import => "importation",
        Caption::Both => "les deux",
        Caption::Same => "identique",
        Caption::Outcome => "résultat",
        Caption::Added => "ajouté",
        Caption::Updated => "client connu",
        Caption::LeftAlone => "inchangé",
        Caption::NotSelected => "pas choisi",
        Caption::Invalid => "invalide",
        Caption::Joined => "jointe au partenaire",
        Caption::NameNew => "nouveaux",
        Caption::NameStore => "uniquement-instroom",
        Caption::NameDuplicates => "doubles",
        Caption::NameInvalid => "invalides",
        Caption::NameToCorrect => "a-corriger",
        Caption::NameReport => "rapport",
    }
}

/// A line of the menu.
pub(super) const fn export(kind: ExportKind) -> &'static str {
    match kind {
        ExportKind::View(FileFormat::Xlsx) => "Cette vue, pour Excel",
        ExportKind::View(FileFormat::Separated) => "Cette vue, en texte séparé",
        ExportKind::View(FileFormat::Json) => "Cette vue, pour des programmes",
        ExportKind::InvalidRows => "Lignes invalides en modèle, à corriger",
        ExportKind::Report(FileFormat::Xlsx) => "Ce rapport, pour Excel",
        ExportKind::Report(FileFormat::Separated) => "Ce rapport, en texte séparé",
        ExportKind::Report(FileFormat::Json) => "Ce rapport, pour des programmes",
    }
}
