//! The page of one customer, in French.

use super::plural;
use crate::app::person::{PersonNotice, PersonTask};
use crate::domain::person::{Part, Wish};
use crate::words::PersonWords;

pub(super) const WORDS: PersonWords = PersonWords {
    title: "Client",
    title_new: "Nouveau client",
    save_changes: |fields| format!("Enregistrer {}", plural(fields, "champ modifié", "champs modifiés")),
    add_button: |name| format!("Ajouter {name}"),
    unsaved: |fields| plural(fields, "champ modifié non enregistré", "champs modifiés non enregistrés"),
    part: |part| match part {
        Part::Person => "Personne",
        Part::Address => "Adresse",
        Part::Office => "Tenu par le bureau",
        Part::Partner => "Partenaire d'une déclaration commune",
    },
    required: "(obligatoire)",
    in_store: "Enregistré",
    offer_stored: "tel qu'enregistré",
    stood: "C'est enregistré ainsi\u{a0}: les autres champs s'enregistrent quand même.",
    taken: |field, whom| format!("{field}\u{a0}: appartient déjà à {whom}."),
    unapplied: |field, theirs, mine| {
        format!("{field}\u{a0}: quelqu'un d'autre a enregistré {theirs} entre-temps, {mine} n'a donc pas été gardé.")
    },
    doubt: |whom, ground| format!("Peut-être la même personne que {whom}\u{a0}: {ground}."),
    follows: |flow, answers| match answers {
        0 => format!("Le dossier {flow} suit."),
        1 => format!("Le dossier {flow} suit\u{a0}: 1 réponse."),
        many => format!("Le dossier {flow} suit\u{a0}: {many} réponses."),
    },
    will_follow: |flows| format!("Rien n'est encore parti pour {flows}\u{a0}: ce dossier suit vos modifications."),
    lines_by_j: |lines| format!("{}\u{a0}: {{pane-down}} fait défiler", plural(lines, "ligne de plus", "lignes de plus")),
    no_dossier: "Pas encore de dossier\u{a0}: {questionnaire} choisit un questionnaire, {task-flow} un autre flux de travail.",
    no_language: "aucune langue choisie ({language})",
    dossier: |flow, questionnaire, language| format!("Un dossier est créé avec\u{a0}: {flow}, {questionnaire}, {language}."),
    dossiers: "Les dossiers",
    standing: "Rien n'est enregistré avant {save-customer}.",
    nothing_saved_yet: "Rien n'est encore enregistré par ceci.",
    leave_title: "Non enregistré",
    leave_text: "Vos modifications de cette fiche ne sont pas enregistrées. Si vous quittez, elles sont perdues.",
    save_title: "La même personne\u{a0}?",
    save_text: |whom, ground| {
        format!("C'est peut-être la même personne que {whom}\u{a0}: {ground}. Si vous enregistrez, les deux clients restent.")
    },
    save_button: "Enregistrer malgré tout",
    notice,
    task: |task| match task {
        PersonTask::Opening => "Ouverture du client",
        PersonTask::Saving => "Enregistrement du client",
        PersonTask::Preparing => "Recherche de ce qui change",
        PersonTask::Changing(_) => "Modification des clients",
        PersonTask::Removing(_) => "Suppression en cours",
        PersonTask::Recalling => "Lecture de l'historique",
    },
    remove_title: "Supprimer",
    remove_goes: |customers, dossiers| {
        let dossiers = plural(dossiers, "dossier avec ses réponses", "dossiers avec leurs réponses");
        format!("Ce qui disparaît pour de bon\u{a0}: {}, {dossiers}, et l'historique.", plural(customers, "client", "clients"))
    },
    remove_stays: "Ce qui reste\u{a0}: que quelqu'un a été supprimé, quand et par qui, sans nom. Les brouillons de classeurs, les copies de sauvegarde et la boîte d'envoi peuvent encore citer ceux qui partent jusqu'à leur propre disparition.",
    remove_partner: |names| format!("Le numéro de registre national reste comme celui du partenaire chez {names}."),
    remove_type: |wanted| format!("Pour supprimer, tapez\u{a0}: {wanted}"),
    remove_foot: "{choose} supprime, {close} revient",
    wish: |wish| match wish {
        Wish::AddLabels => "Ajouter des étiquettes",
        Wish::RemoveLabels => "Retirer des étiquettes",
        Wish::Responsible => "Autre responsable",
    },
    wish_hint: |wish| match wish {
        Wish::AddLabels | Wish::RemoveLabels => "Plusieurs étiquettes\u{a0}: une virgule entre elles.",
        Wish::Responsible => "L'adresse e-mail d'un collègue\u{a0}; vide, plus personne n'est responsable.",
    },
    wish_foot: "{choose} montre ce qui change",
    customers: |count| plural(count, "client", "clients"),
    many_foot: "{choose} enregistre, {close} revient",
    many_counts: |changes, unchanged| {
        let changes = plural(changes, "client change", "clients changent");
        if unchanged == 0 { format!("{changes}.") } else { format!("{changes}, {unchanged} l'ont déjà ainsi.") }
    },
    many_dossiers: |count| plural(count, "dossier pas encore envoyé suit.", "dossiers pas encore envoyés suivent."),
    many_unreadable: |count| plural(count, "client n'est plus là ou est illisible.", "clients ne sont plus là ou sont illisibles."),
    history_title: "Historique",
};

fn notice(notice: &PersonNotice) -> String {
    match notice {
        PersonNotice::Saved(fields) => {
            format!("Enregistré\u{a0}: {}. {{customer-history}} montre ce qu'il y avait avant.", plural(*fields, "champ", "champs"))
        }
        PersonNotice::Added(name) => format!("{name} a été ajouté."),
        PersonNotice::Removed(count) => format!("Supprimé\u{a0}: {}.", plural(*count, "client", "clients")),
        PersonNotice::Changed(count) => format!("Modifié\u{a0}: {}.", plural(*count, "client", "clients")),
        PersonNotice::NothingToSave => "Rien n'est modifié, rien à enregistrer.".to_owned(),
        PersonNotice::Barred(fields) => {
            let names: Vec<&str> = fields.iter().take(2).map(|field| super::trade::field(*field)).collect();
            format!("Non enregistré, à corriger\u{a0}: {}.", names.join(", "))
        }
        PersonNotice::Separated(fields) => {
            format!("Vidé, avec {} du partenaire. {{undo}} rétablit.", plural(*fields, "autre champ", "autres champs"))
        }
        PersonNotice::TakenUp(fields, when) => {
            format!("{} le {when}, à enregistrer avec {{save-customer}}.", plural(*fields, "champ repris", "champs repris"))
        }
        PersonNotice::MadeAgain(0) => "Un collègue vous a devancé. Vos modifications y sont\u{a0}: {save-customer}.".to_owned(),
        PersonNotice::MadeAgain(lost) => {
            format!("Modifié entre-temps\u{a0}: {}, voir panneau.", plural(*lost, "modification écartée", "modifications écartées"))
        }
        PersonNotice::NotConfirmed => "Rien n'est supprimé\u{a0}: tapez ce qui est demandé, ou {close}.".to_owned(),
        PersonNotice::InTheMail(_) => "Un e-mail à ce client attend\u{a0}: retirez-le d'abord.".to_owned(),
        PersonNotice::NobodyChanges => "Personne ne change\u{a0}: tous l'ont déjà ainsi.".to_owned(),
        PersonNotice::StoreNotRead => "La base n'est pas encore lue. Réessayez dans un instant.".to_owned(),
        PersonNotice::OnlyNewcomers => "Seulement pour un nouveau client\u{a0}: celui-ci a déjà ses dossiers.".to_owned(),
    }
}
