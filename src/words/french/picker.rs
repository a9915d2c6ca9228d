//! Picking a workbook, in French.

use super::trade;
use crate::words::picker::PickerWords;

pub(super) const WORDS: PickerWords = PickerWords {
    title: "Nouvelle importation > choisir un classeur",
    folder: "Répertoire",
    folder_reading: "Lecture du répertoire ...",
    file_name: "nom",
    file_changed: "modifié",
    file_size: "taille",
    none: "Aucun classeur ici. {parent} va au répertoire parent, {type-path} tape un chemin.",
    none_fits: |filter| format!("Rien ici ne correspond à «\u{a0}{filter}\u{a0}». {{close}} efface le filtre."),
    bytes: trade::bytes,
    only_read: "Le fichier est seulement lu. Rien n'y est modifié.",
    preview: "Aperçu",
    preview_none: "lecture en cours ...",
    sheets: "Feuilles\u{a0}:",
    sheet: "feuille",
    hidden_sheet: "masquée",
    headings_on: |sheet, row| format!("Intitulés trouvés à la ligne {row} de {sheet}\u{a0}:"),
    headings_looked_for: "intitulés à chercher",
};
