//! Le registre en français.

use super::plural;
use crate::app::register::TabKind;
use crate::domain::amendment::Deed;
use crate::domain::dossier::Status;
use crate::words::register::RegisterWords;

pub(super) const WORDS: RegisterWords = RegisterWords {
    title: "Clients",
    note: "chercher, filtrer, sélectionner les clients\u{a0}; dossiers par date limite",
    tab,
    tab_short,
    file_name,
    reading: "Lecture des clients enregistrés ...",
    reading_short: "lecture",
    preparing: |percent| format!("noms {percent}%"),
    stage: "Préparation des noms",
    none_stored: "Aucun client. {add-customer} en ajoute un\u{a0}; {back}, puis {new-import} importe un classeur.",
    none_filed: |flow| format!("Aucun dossier dans {flow}. {{task-flow}} choisit un autre flux."),
    all_flows: "tous les flux",
    no_dossier: "sans dossier",
    status,
    status_counted: |of, count| match of {
        Status::NotSentYet | Status::Sent | Status::Unsure | Status::Failed | Status::Closed if count > 1 => {
            format!("{count} {}s", status(of))
        }
        Status::NotSentYet | Status::Queued | Status::Sent | Status::Unsure | Status::Failed | Status::Answered | Status::Closed => {
            format!("{count} {}", status(of))
        }
    },
    deed,
    since: |day| format!("depuis le {day}"),
    changed: |day, by| format!("Dernière modification le {day}\u{a0}: {by}."),
    not_linked_to: |flow| format!("Aucun dossier dans {flow}."),
    days_left: |days: i64| match days {
        0 => "aujourd'hui".to_owned(),
        past if past < 0 => format!("{} de retard", plural(past.unsigned_abs(), "jour", "jours")),
        left => format!("encore {}", plural(left.unsigned_abs(), "jour", "jours")),
    },
    sent: "envoyé",
    reminded: |count, day| format!("{}, le dernier le {day}", plural(count, "rappel", "rappels")),
    wanted: "souhaité",
    not_wanted: "non souhaité",
    self_employed: "avec numéro BCE",
    not_self_employed: "sans numéro BCE",
    only_shown: |shown| format!("Seulement {}", plural(shown, "affiché", "affichés")),
    also_hidden: |all, hidden| format!("Les {all} choisis, dont {} par le filtre", plural(hidden, "masqué", "masqués")),
    marked: |marked, hidden| {
        let selected = plural(marked, "sélectionné", "sélectionnés");
        if hidden == 0 { selected } else { format!("{selected}, dont {}", plural(hidden, "masqué", "masqués")) }
    },
    narrowed: "choisi",
    chosen: |groups| plural(groups, "choisi", "choisis"),
    everything: "tout afficher à nouveau",
    narrowed_list: |rows| {
        format!("{}. {{narrow}} restreint encore, {{close}} affiche tout.", plural(rows, "ligne affichée", "lignes affichées"))
    },
    do_customers: "{narrow} restreint (étiquette, statut), {add-customer} ajoute un client.",
    do_dossiers: "Par date limite. {narrow} restreint. * est celle du flux par défaut.",
    next_customers: "Voir les clients enregistrés",
};

const fn file_name(tab: TabKind) -> &'static str {
    match tab {
        TabKind::Outbox => "envois",
        TabKind::Customers => "clients",
        TabKind::Dossiers => "dossiers",
        TabKind::Flows => "flux",
        TabKind::Imports => "importations",
    }
}

const fn tab(tab: TabKind) -> &'static str {
    match tab {
        TabKind::Outbox => "Boîte d'envoi",
        TabKind::Customers => "Clients",
        TabKind::Dossiers => "Dossiers",
        TabKind::Flows => "Flux",
        TabKind::Imports => "Importations",
    }
}

/// Où en est un dossier.
pub(super) const fn status(status: Status) -> &'static str {
    match status {
        Status::NotSentYet => "non envoyé",
        Status::Queued => "en attente",
        Status::Sent => "envoyé",
        Status::Unsure => "incertain",
        Status::Failed => "échoué",
        Status::Answered => "répondu",
        Status::Closed => "clôturé",
    }
}

/// Ce qu'était un enregistrement.
const fn deed(deed: &Deed) -> &'static str {
    match deed {
        Deed::Import => "importation",
        Deed::TakenBack { .. } => "importation annulée",
        Deed::Added => "ajouté à la main",
        Deed::Edited => "modifié",
        Deed::Removed => "supprimé",
        Deed::FlowMade(_) => "flux créé",
        Deed::FlowChanged(_) => "flux modifié",
        Deed::Linked(_) => "lié",
        Deed::Unlinked(_) => "délié",
        Deed::Completed(_) => "dossier complété",
        Deed::Mailed(_) => "e-mail envoyé",
        Deed::Answered(_) | Deed::AnsweredSeveral(_) => "réponses reprises",
        Deed::Closed(_) => "clôturé ou rouvert",
        Deed::Rescheduled(_) => "autre date limite",
        Deed::Reworked(_) => "autre langue ou questionnaire",
    }
}

/// Names of the tabs where a window is narrow: whole words still.
const fn tab_short(tab: TabKind) -> &'static str {
    match tab {
        TabKind::Outbox => "Envois",
        TabKind::Customers => "Clients",
        TabKind::Dossiers => "Dossiers",
        TabKind::Flows => "Flux",
        TabKind::Imports => "Importations",
    }
}
