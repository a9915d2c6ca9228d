//! The summary, in French.

use super::{noun, plural};
use crate::words::summary::SummaryWords;

pub(super) const WORDS: SummaryWords = SummaryWords {
    title: "Résumé",
    nothing_written_yet: "rien n'est encore écrit",
    default_is_back: "{choose} revient\u{a0}; l'importation ne part que de son propre bouton.",
    to_add: |count| noun(count, "nouveau client", "nouveaux clients"),
    with_questionnaire: |_| "avec un questionnaire",
    joint: |count| noun(count, "déclaration commune", "déclarations communes"),
    to_update: |count| noun(count, "client connu", "clients connus"),
    to_leave: |count| noun(count, "doublon inchangé", "doublons inchangés"),
    can_follow: |count| noun(count, "peut suivre plus tard", "peuvent suivre plus tard"),
    stay_behind: |count| noun(count, "pas importée, elle reste dans la liste", "pas importées, elles restent dans la liste"),
    updated_note: |fields, linked| {
        format!("{}, {}", plural(linked, "dossier créé", "dossiers créés"), plural(fields, "champ changé", "champs changés"))
    },
    sums: |rows, new, double, invalid, agree| {
        let word = if agree { "exact" } else { "INEXACT" };
        format!(
            "{} = {} + {} + {}\u{a0}: {word}",
            plural(rows, "ligne", "lignes"),
            plural(new, "nouveau", "nouveaux"),
            plural(double, "doublon", "doublons"),
            plural(invalid, "invalide", "invalides")
        )
    },
    sums_joined: |rows, new, double, invalid, joined, agree| {
        let word = if agree { "exact" } else { "FAUX" };
        format!("{rows} = {new} nouv. + {double} doubl. + {invalid} invalides + {joined} jointes\u{a0}: {word}")
    },
    invitations_wanted: |count| {
        format!("{} une invitation. Rien ne part sans le nombre tapé.", plural(count, "ligne demande", "lignes demandent"))
    },
    nothing_sent: "Rien n'est envoyé\u{a0}: chaque nouveau dossier commence comme «\u{a0}non envoyé\u{a0}».",
    hidden_by_filter: |rows| format!("{} par le filtre.", plural(rows, "d'entre eux est masqué", "d'entre eux sont masqués")),
    rows_joined: |rows| format!("{} à une autre", plural(rows, "ligne est jointe", "lignes sont jointes")),
    partners_apart: |rows| {
        format!("{} ailleurs\u{a0}: {{back}} puis {{partner}} réunit", plural(rows, "est partenaire", "sont partenaires"))
    },
    button_import: |added, known| format!("Importer\u{a0}: {}, {}", plural(added, "nouveau", "nouveaux"), plural(known, "connu", "connus")),
    scrolls: |lines| format!("encore {}\u{a0}: {{down}}", plural(lines, "ligne", "lignes")),
    scrolls_up: "fin\u{a0}: {up} remonte",
    further: "suite",
};
