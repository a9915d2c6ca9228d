//! Les importations faites, en français.

use super::{noun, plural};
use crate::app::past::{Fate, ToldColumn};
use crate::words::{ToldWords, enumerated};

pub(super) const WORDS: ToldWords = ToldWords {
    column,
    fate: |fate| match fate {
        Fate::Goes => "disparaît",
        Fate::ComesBack => "revient",
        Fate::Stays => "reste",
    },
    no_imports: "Rien n'a encore été importé.",
    no_rows: "Aucune ligne de cette importation n'a été gardée.",
    nothing_left: "Plus rien de cette importation n'est dans la base.",
    with_row: |row| format!("avec la ligne {row}"),
    stored_now: "Enregistré actuellement pour",
    not_there: "Ce client n'est plus là.",
    now: "maintenant",
    then: "redevient",
    by: |who, when| format!("par {who} le {when}"),
    file: "fichier",
    sheet: "feuille",
    sheet_and_row: |sheet, row| format!("{sheet}, intitulés à la ligne {row}"),
    dossiers: "nouveaux dossiers",
    lessons: "choix mémorisés",
    changed_since: |changed, wrote| match changed {
        0 => format!("Sur {}, aucun changement depuis.", plural(wrote, "client écrit", "clients écrits")),
        _ => format!("Sur {}, changés depuis ou partis\u{a0}: {changed}.", plural(wrote, "client écrit", "clients écrits")),
    },
    fingerprint: "empreinte",
    import: |number, file| format!("Importation {number} de {file}"),
    takes_back: |number, file| format!("Annuler l'importation {number} de {file}"),
    took_back: |import, number| format!("L'importation {import} est annulée, sous le numéro {number}"),
    reverses: |customers, values, dossiers| {
        format!(
            "Partent\u{a0}: {}, {}. Reviennent\u{a0}: {}.",
            plural(customers, "client", "clients"),
            plural(dossiers, "dossier", "dossiers"),
            plural(values, "valeur", "valeurs")
        )
    },
    keeps: |customers, values, dossiers| {
        format!(
            "Restent\u{a0}: {}, {}, {}.",
            plural(customers, "client", "clients"),
            plural(values, "valeur", "valeurs"),
            plural(dossiers, "dossier", "dossiers")
        )
    },
    gone: |gone, erased| format!("Déjà partis\u{a0}: {gone}. Effacés avec leurs données\u{a0}: {erased}."),
    looking_back: "Recherche de l'importation",
    weighing: "Calcul de ce que l'annulation ferait",
    taking_back: "Annulation de l'importation",
    ask_title: "Annuler l'importation",
    ask_text: |import, counts| {
        let goes = counts.customers + counts.dossiers;
        let gone = enumerated(&[(counts.customers, ["client", "clients"]), (counts.dossiers, ["dossier", "dossiers"])], "et");
        let kept = [
            (counts.kept_customers, ["client", "clients"]),
            (counts.kept_fields, ["valeur", "valeurs"]),
            (counts.kept_dossiers, ["dossier", "dossiers"]),
        ];
        let mut text = format!("Annuler l'importation {import}\u{a0}?");
        if goes > 0 {
            text += &format!(" {gone} {}.", noun(goes, "disparaît", "disparaissent"));
        }
        if counts.fields > 0 {
            let becomes = noun(counts.fields, "redevient ce qu'elle était", "redeviennent ce qu'elles étaient");
            text += &format!(" {} {becomes}.", plural(counts.fields, "valeur", "valeurs"));
        }
        if kept.iter().any(|(count, _)| *count > 0) {
            text += &format!(" À cause d'un usage depuis, on garde {}.", enumerated(&kept, "et"));
        }
        text + " Cette annulation est définitive."
    },
    ask_button: "Annuler l'importation",
    again_button: "Recalculer",
    do_imports: "{open}\u{a0}: ses lignes. {take-back}\u{a0}: l'annuler. {all-commits}\u{a0}: aussi tout le reste.",
    do_rows: "{open}\u{a0}: au client. {take-back}\u{a0}: annuler l'importation. {group}\u{a0}: grouper.",
    do_preview: "Rien n'est fait. {take-back} annule toute l'importation\u{a0}; {group} groupe.",
    do_receipt: "C'est fait. Ce qui est resté figure ici avec sa raison.",
    is_taken_back: "Cette importation est déjà annulée.",
    no_import: "Seule une importation peut être annulée.",
    nobody_there: "Cette ligne n'appartient à aucun client encore présent.",
    file_rows: "lignes",
    file_back: "annulation",
};

pub(super) const fn column(column: ToldColumn) -> &'static str {
    match column {
        ToldColumn::Number => "ordre",
        ToldColumn::When => "quand",
        ToldColumn::Who => "qui",
        ToldColumn::What => "quoi",
        ToldColumn::Added => "ajouts",
        ToldColumn::Changed => "autres",
        ToldColumn::TakenBack => "annulée",
        ToldColumn::Outcome => "résultat",
        ToldColumn::Reason => "explication",
        ToldColumn::Rules => "règles",
        ToldColumn::Fate => "effet",
        ToldColumn::Part => "élément",
        ToldColumn::Now => "actuel",
        ToldColumn::Then => "redevient",
        ToldColumn::Emptied => "vides",
        ToldColumn::Unclear => "floues",
        ToldColumn::Question => "demandé",
        ToldColumn::Known => "connu",
        ToldColumn::Given => "donné",
    }
}
