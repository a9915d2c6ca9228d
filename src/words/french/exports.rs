//! Exports in French: their menu, the words in them, the names of their files.

use super::plural;
use crate::app::export::{Caption, ExportKind};
use crate::domain::correction::{Corrected, Manner, Obstacle, Signature, Why};
use crate::domain::export::FileFormat;
use crate::words::Told;
use crate::words::exports::ExportsWords;

pub(super) const WORDS: ExportsWords = ExportsWords {
    caption,
    kind: export,
    the_range: "la plage",
    masked: "Registre national masqué. {close} puis {show-numbers} l'affiche.",
    shown: "Registre national en clair. {close} puis {show-numbers} le masque.",
    whole: "Registre national en clair, pour le corriger.",
    corrected_title: "La copie corrigée est prête",
    corrected,
    cells: |cells| plural(cells, "cellule corrigée", "cellules corrigées"),
    part_of_return: |row| format!("Fait partie de la déclaration de la ligne {row}\u{a0}: pas importée à part."),
    problems: "Problèmes",
    problem_headings: ["Ligne", "Client", "Champ", "Valeur", "Gravité", "Ce qui ne va pas", "Que faire", "Règle"],
    an_error: "erreur",
    a_warning: "avertissement",
};

/// A word in an export. Words in the name of a file have no accents and no spaces.
const fn caption(caption: Caption) -> &'static str {
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
        Caption::InImport => "dans le fichier",
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
        Caption::NameDuplicates => "doublons",
        Caption::NameInvalid => "invalides",
        Caption::NameToCorrect => "a-corriger",
        Caption::NameCorrected => "corrige",
        Caption::NameReport => "rapport",
    }
}

/// A line of the menu.
const fn export(kind: ExportKind) -> &'static str {
    match kind {
        ExportKind::View(FileFormat::Xlsx) => "Cette vue, pour Excel",
        ExportKind::View(FileFormat::Separated) => "Cette vue, en texte séparé",
        ExportKind::View(FileFormat::Json) => "Cette vue, pour des programmes",
        ExportKind::InvalidRows => "Lignes invalides en modèle, à corriger",
        ExportKind::Corrected => "Votre classeur, corrigé et annoté",
        ExportKind::Report(FileFormat::Xlsx) => "Ce rapport, pour Excel",
        ExportKind::Report(FileFormat::Separated) => "Ce rapport, en texte séparé",
        ExportKind::Report(FileFormat::Json) => "Ce rapport, pour des programmes",
    }
}

/// What became of a corrected copy.
fn corrected(corrected: &Corrected) -> Told {
    let counts = format!(
        "{} en couleur, {} sur ce qui ne va pas encore.",
        plural(corrected.cells_changed, "cellule modifiée", "cellules modifiées"),
        plural(corrected.remarks, "remarque", "remarques")
    );
    let manner = match (corrected.manner, corrected.signature) {
        (Manner::Kept, Signature::None) => "Tout le reste de votre classeur est tel qu'il était.".to_owned(),
        (Manner::Kept, Signature::Dropped) => {
            "Le reste est tel qu'il était, sauf la signature\u{a0}: un classeur modifié la perd.".to_owned()
        }
        (Manner::Anew(Why::Format(_)), _) => {
            "C'est un nouveau classeur avec les lignes lues\u{a0}: ce format se lit mais ne s'écrit pas.".to_owned()
        }
        (Manner::Anew(Why::Obstacle(obstacle)), _) => {
            format!("C'est un nouveau classeur avec les lignes lues. {}", obstacle_in_words(obstacle))
        }
    };
    let problems = corrected.problems.as_ref().map(|name| format!("Ce qui ne va pas encore est listé sur la feuille {name}."));
    Told::new(counts, manner, problems.unwrap_or_default())
}

/// What stands in the way of changing a workbook.
pub(super) const fn obstacle_in_words(obstacle: Obstacle) -> &'static str {
    match obstacle {
        Obstacle::Strict => "Il est dans la forme stricte du format, qui n'a pas de place pour les remarques.",
        Obstacle::SpreadFormula => "Une cellule modifiée fait partie d'une formule qui remplit plusieurs cellules.",
        Obstacle::TableHeading => "Une cellule modifiée est l'intitulé d'un tableau.",
        Obstacle::Disorder => "Ses lignes ou ses cellules ne sont pas dans l'ordre.",
        Obstacle::NoColumn => "Aucune colonne n'est libre derrière la dernière.",
        Obstacle::Formats => "Il a autant de formats de cellule qu'un classeur peut en avoir.",
        Obstacle::Drawing => "Les dessins de ses remarques sont d'un genre inconnu.",
        Obstacle::Unknown => "Ses parties sont assemblées d'une manière inconnue.",
    }
}
