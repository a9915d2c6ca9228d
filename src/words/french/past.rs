//! What was done in the store, in French.

use super::{noun, plural, register};
use crate::domain::amendment::Deed;
use crate::domain::history::{DossierEvent, Source};
use crate::domain::taking_back::{Part, Release, Untakable, WhyKept};
use crate::domain::trouble::Trouble;
use crate::words::PastWords;

pub(super) const WORDS: PastWords = PastWords {
    deed,
    source,
    event,
    tally: |added, changed, gone, dossiers| {
        let changed = plural(changed, "modifié", "modifiés");
        format!("{added} en plus, {changed}, {gone} en moins, {}", plural(dossiers, "dossier", "dossiers"))
    },
    taken_back_by: |number| format!("annulée par le n° {number}"),
    dossier: "Dossier dans",
    nothing_yet: "Rien n'a encore été écrit ici.",
    before: |value| format!("avant\u{a0}: {value}"),
    no_value: "(vide)",
    empty_before: "vide avant",
    unknown_moment: "inconnu",
    no_customer: |id| format!("Il n'y a pas de client {id}, et il n'y en a jamais eu."),
    part: |part| match part {
        Part::Customer => "le client".to_owned(),
        Part::Field(field) => super::trade::field(*field).to_owned(),
        Part::Dossier(flow) => format!("le dossier dans {flow}"),
    },
    why,
    untakable: |untakable, when| match untakable {
        Untakable::NoSuchImport(import) => format!("Il n'y a pas d'importation {}. instroom history les montre.", import.0),
        Untakable::NotAnImport(number) => {
            format!("Le numéro {} n'est pas une importation\u{a0}: seules les importations peuvent être annulées.", number.0)
        }
        Untakable::Already { import, by, who, .. } => {
            format!("L'importation {} a déjà été annulée, par {who} le {when}, sous le numéro {}.", import.0, by.0)
        }
    },
    customers_go: |count| if count < 2 { "nouveau client disparaît" } else { "nouveaux clients disparaissent" },
    values_come_back: |count| if count < 2 { "valeur redevient ce qu'elle était" } else { "valeurs redeviennent ce qu'elles étaient" },
    dossiers_go: |count| if count < 2 { "dossier disparaît" } else { "dossiers disparaissent" },
    customers_kept: |count| if count < 2 { "nouveau client reste" } else { "nouveaux clients restent" },
    values_kept: |count| if count < 2 { "valeur reste" } else { "valeurs restent" },
    dossiers_kept: |count| if count < 2 { "dossier reste" } else { "dossiers restent" },
    gone_already: |count| if count < 2 { "client avait déjà disparu" } else { "clients avaient déjà disparu" },
    erased: |count| {
        if count < 2 { "client a été supprimé avec ses données" } else { "clients ont été supprimés avec leurs données" }
    },
    kept_more: |count| {
        if count < 2 {
            format!("et {count} autre client dont quelque chose reste")
        } else {
            format!("et {count} autres clients dont quelque chose reste")
        }
    },
    dry_run: "Simple aperçu\u{a0}: rien n'a été écrit.",
    say_yes: "Pour annuler l'importation, ajoutez --yes.",
    in_vain: "Rien n'a été annulé\u{a0}: tout ce qui reste de cette importation a été utilisé depuis et est gardé.",
    once_only: "Ce qui est gardé le reste pour de bon\u{a0}: une importation s'annule une fois.",
    free_first: "Pour en annuler plus, faites d'abord ceci\u{a0}:",
    release: |release| match release {
        Release::Withdraw => "Retirez les e-mails qui sont encore dans la boîte d'envoi.".to_owned(),
        Release::TakeBack(import) => format!("Annulez l'importation {}.", import.0),
        Release::Unlink(flow) => format!("Retirez les clients de {flow}."),
        Release::BringBack(flow) => format!("Sortez {flow} des archives."),
    },
    taken_back: |import, number| format!("L'importation {import} est annulée, sous le numéro {number}."),
    no_store: "Il n'y a pas encore de base ici.",
    customers: |count| noun(count, "client", "clients"),
    dossiers: |count| noun(count, "dossier actuel", "dossiers actuels"),
    commits: |count| noun(count, "enregistrement", "enregistrements"),
    commit: |number| format!("enregistrement {number}"),
    lessons: |count| noun(count, "choix mémorisé", "choix mémorisés"),
    mappings: |count| noun(count, "choix de colonnes enregistré", "choix de colonnes enregistrés"),
    sound: "La base est en ordre.",
    unsound: |count| format!("La base n'est pas en ordre\u{a0}: {}.", plural(count, "défaut", "défauts")),
    put_copy_back: "N'y changez rien et remettez une copie.",
    trouble,
};

fn deed(deed: &Deed) -> String {
    match deed {
        Deed::Import => "importation".to_owned(),
        Deed::TakenBack { import } => format!("importation {} annulée", import.0),
        Deed::Added => "clients ajoutés à la main".to_owned(),
        Deed::Edited => "clients modifiés".to_owned(),
        Deed::Removed => "clients supprimés".to_owned(),
        Deed::FlowMade(flow) => format!("flux {flow} créé"),
        Deed::FlowChanged(flow) => format!("flux {flow} modifié"),
        Deed::Linked(flow) => format!("clients liés à {flow}"),
        Deed::Unlinked(flow) => format!("clients retirés de {flow}"),
        Deed::Completed(flow) => format!("dossiers complétés dans {flow}"),
        Deed::Mailed(flow) => format!("e-mails de {flow} notés"),
        Deed::Answered(flow) => format!("réponses reprises dans {flow}"),
        Deed::AnsweredSeveral(flows) => {
            format!("réponses reprises dans {}", flows.iter().map(|flow| flow.0.as_str()).collect::<Vec<_>>().join(", "))
        }
        Deed::Closed(flow) => format!("dossiers clôturés ou rouverts dans {flow}"),
        Deed::Rescheduled(flow) => format!("dates limites modifiées dans {flow}"),
        Deed::Reworked(flow) => format!("langue ou questionnaire modifiés dans {flow}"),
    }
}

fn source(source: &Source) -> String {
    match source {
        Source::Import { file, row: Some(row) } => format!("{file}, ligne {row}"),
        Source::Import { file, row: None } => format!("classeur {file}"),
        Source::TakenBack { import } => format!("importation {} annulée", import.0),
        Source::Returned { flow, file: Some(file) } => format!("réponse dans {file} ({flow})"),
        Source::Returned { flow, file: None } => format!("réponse dans le questionnaire de {flow}"),
        Source::Deed(of) => deed(of),
        Source::Unknown => "le journal ne le sait pas".to_owned(),
    }
}

fn event(event: &DossierEvent) -> String {
    match event {
        DossierEvent::Linked { answers } => format!("lié, avec {}", plural(*answers, "réponse", "réponses")),
        DossierEvent::Unlinked => "retiré".to_owned(),
        DossierEvent::Status { before, after } => format!("{}, avant\u{a0}: {}", register::status(*after), register::status(*before)),
        DossierEvent::Reminded { reminders } => format!("rappel {reminders} envoyé"),
        DossierEvent::Deadline { before, after } => format!("date limite {}, avant\u{a0}: {}", day(*after), day(*before)),
        DossierEvent::Answers { changed } => format!("modification de {}", plural(*changed, "réponse", "réponses")),
        DossierEvent::Form => "autre questionnaire, autre langue ou autre souhait d'e-mail".to_owned(),
    }
}

fn why(why: &WhyKept) -> String {
    match why {
        WhyKept::Changed(by) => format!("modifié depuis, au numéro {}", by.0),
        WhyKept::Linked(flow) => format!("lié à {flow} depuis"),
        WhyKept::Progressed(flow, to) => format!("le dossier dans {flow} a avancé\u{a0}: {}", register::status(*to)),
        WhyKept::InOutbox(flow) => format!("un e-mail du dossier dans {flow} est dans la boîte d'envoi"),
        WhyKept::Archived(flow) => format!("{flow} est archivé\u{a0}: ses dossiers sont en lecture seule"),
        WhyKept::WithCustomer(flow) => format!("le client reste, donc aussi son dossier dans {flow}"),
        WhyKept::Completed(flow, by) => format!("le dossier dans {flow} a été complété depuis, au numéro {}", by.0),
    }
}

fn trouble(trouble: &Trouble) -> String {
    match trouble {
        Trouble::Record { customer, version, detail } => {
            format!("Le client {customer} est illisible tel que le numéro {} l'a écrit\u{a0}: {detail}.", version.0)
        }
        Trouble::Keys { customer, version } => format!("Le client {customer} est introuvable par les valeurs du numéro {}.", version.0),
        Trouble::Customers { said, found } => format!("Clients\u{a0}: {found} comptés, {said} notés."),
        Trouble::NextNumber { customer } => format!("Le client {customer} a un numéro qui n'a pas encore été donné."),
        Trouble::Dossier { flow, customer, detail } => format!("Le dossier de {customer} dans {flow}\u{a0}: {detail}."),
        Trouble::Stranded { flow, customer } => format!(
            "Dossier de {customer} dans {flow}\u{a0}: un e-mail serait en route, mais la boîte d'envoi n'en connaît pas. Le prochain démarrage posera la question."
        ),
        Trouble::Journal { revision, detail } => format!("Journal, numéro {}\u{a0}: {detail}.", revision.0),
        Trouble::Outcomes { revision, detail } => {
            format!("Ce qu'a fait le numéro {} n'est pas ce qui est noté\u{a0}: {detail}.", revision.0)
        }
        Trouble::Name { commit } => format!("L'enregistrement {} est introuvable par son nom.", commit.0),
        Trouble::Lesson { revision, detail } => format!("Appris au numéro {}\u{a0}: {detail}.", revision.0),
        Trouble::Mapping { detail } => format!("Un choix de colonnes enregistré\u{a0}: {detail}."),
        Trouble::Above { tree, count } => format!("Resté dans {tree}\u{a0}: {}.", plural(*count, "valeur", "valeurs")),
    }
}

fn day(day: jiff::civil::Date) -> String {
    day.strftime("%d/%m/%Y").to_string()
}
