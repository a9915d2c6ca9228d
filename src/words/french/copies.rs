//! Sauvegardes et copies, in French.

use super::faults::report;
use super::{noun, past, plural};
use crate::app::copy_fault::{CopyFault, Uncopied};
use crate::domain::store_copy::Before;
use crate::words::Told;
use crate::words::copies::CopiesWords;

pub(super) const WORDS: CopiesWords = CopiesWords {
    fault,
    backed_up: |file| {
        format!("{file} contient toute la base, numéros de registre national compris. Gardez-le là où personne d'autre ne le lit.")
    },
    not_here: "Une sauvegarde n'est pas faite pour un terminal\u{a0}: envoyez-la plus loin avec > FICHIER, ou nommez un fichier.",
    records: |count| noun(count, "enregistrement", "enregistrements"),
    written: |when, program, number| format!("Écrite le {when} par Instroom {program}, jusqu'au numéro {number}."),
    backup_sound: "La sauvegarde est en ordre.",
    restored: |store| format!("La base est maintenant dans {store}. Tout ce qu'elle contient a été vérifié."),
    would_restore: |store| format!("La base serait mise dans {store}."),
    would_put_back: |copy| format!("La copie {copy} prendrait la place de la base, et la base actuelle deviendrait une copie."),
    put_back: |copy| format!("La base est maintenant comme dans la copie {copy}. Tout ce qu'elle contient a été vérifié."),
    gone: |copies| format!("Supprimé pour faire de la place\u{a0}: {copies}."),
    read_apart: |store| {
        format!("Rien ne peut être écrit dans {store}\u{a0}: la lecture s'est faite dans une copie à part, déjà supprimée.")
    },
    which: "Dites ce qui doit être remis\u{a0}: une sauvegarde ou une copie.",
    which_backup: "Une sauvegarde va là où il n'y a encore rien\u{a0}: instroom store restore FICHIER",
    which_copy: "Une copie prend la place de la base\u{a0}: instroom store restore --copy NOM",
    not_whole: "incomplète",
    kept_as: |copy| format!("Telle qu'elle était, elle est gardée comme la copie {copy}."),
    outbox_stays: "La boîte d'envoi reste comme elle est\u{a0}: ce qui est parti est parti. Au prochain démarrage, vous serez interrogé sur les dossiers qui l'ignorent.",
    mails_wait: |count| {
        let mails = plural(count, "e-mail attend", "e-mails attendent");
        format!(
            "{mails} dans la boîte d'envoi, comme à ce moment-là. Certains ont pu partir depuis\u{a0}: regardez avec instroom outbox avant d'envoyer."
        )
    },
    say_yes: "Pour remettre cela, ajoutez --yes.",
    format: |format| format!("au format {format}"),
    for_you: "pour vous seul",
    for_group: |group| format!("ouverte au groupe {group}"),
    imports: |count| noun(count, "importation", "importations"),
    mails: |count| noun(count, "e-mail dans la boîte d'envoi", "e-mails dans la boîte d'envoi"),
    mails_waiting: |_| "encore à envoyer parmi eux",
    first_written: |when, who| format!("Premier enregistrement le {when} par {who}."),
    last_written: |when, who| format!("Dernier enregistrement le {when} par {who}."),
    largest: |file, added| {
        format!("La plus grande importation\u{a0}: {file}, avec {}.", plural(added, "nouveau client", "nouveaux clients"))
    },
    copies: "Copies, les plus récentes d'abord\u{a0}:",
    no_copies: "Il n'y a pas encore de copies\u{a0}: il s'en fait une avant chaque importation, annulation et modification.",
    before: |before| match before {
        Before::Import => "avant une importation",
        Before::Undo => "avant l'annulation d'une importation",
        Before::Change => "avant une modification",
        Before::Restore => "avant la remise d'une copie",
    },
};

fn fault(fault: &CopyFault) -> Told {
    match fault {
        CopyFault::NotCopied { why } => Told::new(
            "Rien n'a été écrit\u{a0}: la base n'a pas pu être copiée d'abord.",
            match why {
                Uncopied::DiskFull => "Le disque est plein.".to_owned(),
                Uncopied::NoPermission(path) => format!("Rien ne peut être écrit dans {path}."),
                Uncopied::System(detail) => report(detail),
            },
            "Remédiez-y et réessayez\u{a0}; ou ne gardez pas de copies\u{a0}: copies = 0 sous [store] dans les réglages.",
        ),
        CopyFault::NoSuchCopy { name } => Told::new(
            format!("Il n'y a pas de copie {name}."),
            "Les anciennes copies s'en vont quand de nouvelles arrivent.",
            "Voyez lesquelles existent avec instroom store info.",
        ),
        CopyFault::Occupied { path } => Told::new(
            format!("Il y a déjà quelque chose dans {path}."),
            "Une base n'est mise que là où il n'y a rien.",
            "Indiquez un autre répertoire avec --into.",
        ),
        CopyFault::InTheWay { path } => Told::new(
            format!("{path} fait obstacle."),
            "La base serait préparée dans un répertoire de ce nom, et celui-ci ne vient pas d'Instroom.",
            "Déplacez-le, ou indiquez un autre répertoire avec --into. Rien n'a été modifié.",
        ),
        CopyFault::CopyDamaged { name, detail } => Told::new(
            format!("La copie {name} est endommagée."),
            report(detail),
            "La base elle-même n'a pas été touchée. Prenez une autre copie\u{a0}: instroom store info les montre.",
        ),
        CopyFault::NoSpool { folders, detail } => Told::new(
            "La sauvegarde n'a pas pu être constituée.",
            format!(
                "Elle est écrite en entier avant d'être envoyée, et il n'y a pas de place pour cela dans {}\u{a0}: {}",
                folders.join(", "),
                report(detail)
            ),
            "Faites de la place dans l'un d'eux, ou indiquez un autre répertoire dans TMPDIR.",
        ),
        CopyFault::Unsound { count, first } => Told::new(
            format!("Ce qui devait être remis n'est pas en ordre\u{a0}: {}.", plural(*count, "défaut", "défauts")),
            (past::WORDS.trouble)(first),
            "Rien n'a été remis. Prenez une autre sauvegarde ou copie.",
        ),
        CopyFault::NoBackup => Told::new(
            "Ceci n'est pas une sauvegarde d'Instroom.",
            "Le fichier ne commence pas comme une sauvegarde.",
            "Nommez un fichier écrit par instroom store backup.",
        ),
        CopyFault::Newer { found, known } => Told::new(
            format!("La sauvegarde a la version {found}."),
            format!("Ce programme connaît les versions jusqu'à {known}."),
            "Utilisez le programme plus récent. Rien n'a été remis.",
        ),
        CopyFault::CutOff => Told::new(
            "La sauvegarde s'arrête avant sa fin.",
            "Elle a été interrompue pendant l'écriture ou la copie.",
            "Reprenez-la là d'où elle vient, ou prenez-en une autre.",
        ),
        CopyFault::Damaged { line, detail } => Told::new(
            format!("La sauvegarde n'est pas ce qui a été écrit\u{a0}: ligne {line}."),
            report(detail),
            "Rien n'a été remis. Reprenez-la là d'où elle vient, ou prenez-en une autre.",
        ),
        CopyFault::NoStore => Told::new("Il n'y a pas ici de base à sauvegarder.", "", "Indiquez-en une avec --store."),
    }
}
