//! What failed, why, and what to do now, in French.

use super::{causes, mail, plural, trade};
use crate::app::fault::{Fault, Lost, Unkept};
use crate::app::keeping::OpenBy;
use crate::words::{Told, ending, sentence};

pub(super) fn fault(fault: &Fault) -> Told {
    match fault {
        Fault::CustomerGone { customer } => {
            Told::new(format!("Le client {customer} n'est plus en base."), "Un collègue l'a supprimé entre-temps.", "Revenez à la liste.")
        }
        Fault::NotFound { path } => {
            Told::new(format!("Le fichier {path} n'existe pas."), "", "Vérifiez l'orthographe, ou choisissez-le dans la liste.")
        }
        Fault::IsFolder { path } => {
            Told::new(format!("{path} est un répertoire."), "Un classeur est un fichier.", "Choisissez un fichier de ce répertoire.")
        }
        Fault::NoPermission { path } => Told::new(
            format!("{path} ne peut pas être ouvert."),
            "Le système ne vous en donne pas l'accès.",
            "Demandez l'accès à son propriétaire, ou copiez-le dans un de vos répertoires.",
        ),
        Fault::NoWriting { path } => Told::new(
            format!("Il est interdit d'écrire {path}."),
            "Le système ne vous en donne pas l'accès.",
            "Indiquez un autre endroit, ou adressez-vous à son propriétaire.",
        ),
        Fault::NotAFolder { path } => Told::new(
            format!("{path} n'est pas un répertoire."),
            "Rien n'a été écrit.",
            "Indiquez un répertoire qui existe, ou qui peut être créé.",
        ),
        Fault::NotRegular { path } => {
            Told::new(format!("{path} n'est pas un fichier."), "C'est un périphérique, un tube ou une socket.", "Choisissez un classeur.")
        }
        Fault::EmptyFile { path } if path == "-" => Told::new(
            "Rien n'est arrivé sur l'entrée standard.",
            "La commande devant le | n'a rien donné, ou a échoué.",
            "Essayez cette commande seule, ou nommez un fichier au lieu de -.",
        ),
        Fault::EmptyFile { path } => Told::new(
            format!("{path} est vide."),
            "Il ne contient rien du tout\u{a0}; la copie a peut-être échoué.",
            "Enregistrez-le ou copiez-le à nouveau.",
        ),
        Fault::TooLarge { path, cap } => Told::new(
            format!("{path} est trop grand."),
            format!("La limite de lecture est de {}\u{a0}; aucune liste de clients n'est plus grande.", trade::bytes(*cap)),
            "Enregistrez la feuille des clients dans un classeur à part.",
        ),
        Fault::Encrypted => Told::new(
            "Ce classeur est protégé par un mot de passe.",
            "Sans ce mot de passe, son contenu est illisible.",
            "Ouvrez-le dans Excel, enregistrez une copie sans mot de passe et importez-la.",
        ),
        Fault::NotAWorkbook { looks_like } => Told::new(
            "Ceci n'est pas un classeur.",
            format!("Le fichier ressemble à {}, quoi que dise son nom.", causes::looks_like(*looks_like)),
            "Enregistrez-le au format .xlsx depuis Excel ou LibreOffice, puis réessayez.",
        ),
        Fault::Damaged { detail } => Told::new(
            "Le classeur est endommagé ou tronqué.",
            report(detail),
            "Ouvrez-le dans Excel, enregistrez-le à nouveau et réessayez. Rien n'a été modifié.",
        ),
        Fault::TooComplex { excess } => Told::new(
            "Le classeur est plus lourd à lire qu'une liste de clients ne devrait l'être.",
            causes::excess(*excess),
            "Enregistrez la feuille des clients dans un nouveau .xlsx.",
        ),
        Fault::NoSheets => {
            Told::new("Le classeur n'a aucune feuille lisible.", "", "Enregistrez-le à nouveau, avec les clients sur une feuille.")
        }
        Fault::NoSuchSheet { name, seen } => Told::new(
            format!("Il n'y a pas de feuille {name}."),
            format!("Les feuilles sont\u{a0}: {}.", seen.join(", ")),
            "Choisissez l'une d'elles.",
        ),
        Fault::CutOff => Told::new(
            "Le fichier s'arrête avant sa fin.",
            "Une copie ou un téléchargement a été interrompu.",
            "Copiez-le ou téléchargez-le à nouveau.",
        ),
        Fault::SameSheetName { name } => Told::new(
            format!("Deux feuilles s'appellent {name}."),
            "Les cellules pourraient venir de la mauvaise.",
            "Renommez l'une d'elles et enregistrez le classeur.",
        ),
        Fault::UnknownEncoding => Told::new(
            "L'encodage du texte est inconnu.",
            "Ce n'est ni de l'UTF-8, ni de l'UTF-16 marqué, ni un octet par lettre.",
            "Enregistrez-le en UTF-8 ou en .xlsx.",
        ),
        Fault::UnclosedQuote { line } => Told::new(
            format!("Un guillemet ouvert à la ligne {line} n'est jamais fermé."),
            "Tout ce qui suit formerait une seule cellule.",
            "Ajoutez le guillemet manquant et réessayez.",
        ),
        Fault::TooManyRows { format, cap } => Told::new(
            format!("Il y a plus de lignes qu'on n'en lit d'un fichier {} ({cap}).", ending(*format)),
            "Ce format doit tenir tout entier en mémoire.",
            "Enregistrez-le au format .xlsx ou .csv.",
        ),
        Fault::EmptySheet => Told::new("La feuille est vide.", "", "Choisissez une autre feuille ou un autre fichier."),
        Fault::NoHeading { seen } => Told::new(
            "Aucune ligne d'intitulés n'a été trouvée.",
            if seen.is_empty() {
                "Les premières lignes ne contiennent aucun texte.".to_owned()
            } else {
                format!("Les premières lignes contiennent\u{a0}: {}.", seen.join(", "))
            },
            "Indiquez la ligne des intitulés, ou utilisez les intitulés du modèle.",
        ),
        Fault::TwoColumns { field, columns } => Told::new(
            format!("Les colonnes {} sont toutes deux «\u{a0}{}\u{a0}».", columns.join(" et "), trade::field(*field)),
            "L'une d'elles serait perdue.",
            "Renommez ou supprimez l'une d'elles.",
        ),
        Fault::MissingColumn { fields, seen } => Told::new(
            format!("Aucune colonne pour\u{a0}: {}.", fields.iter().map(|field| trade::field(*field)).collect::<Vec<_>>().join(", ")),
            format!("Intitulés trouvés\u{a0}: {}.", seen.join(", ")),
            "Ajoutez la colonne, donnez-lui l'intitulé du modèle, ou indiquez une autre ligne d'intitulés.",
        ),
        Fault::StoreInUse { holding } => Told::new(
            "Une autre session utilise la base en ce moment.",
            causes::held(holding.as_ref()),
            "Cela ne dure que quelques instants\u{a0}: réessayez.",
        ),
        Fault::OutboxInUse { holding, left } => Told::new(
            "Un envoi d'e-mails est en cours.",
            causes::held(holding.as_ref()),
            format!(
                "Il reste {} à envoyer. Attendez la fin de l'envoi, ou faites-le arrêter par ce collègue.",
                plural(*left, "e-mail", "e-mails")
            ),
        ),
        Fault::NotAStore { path } => Told::new(
            format!("{path} n'est pas une base d'Instroom."),
            "Le répertoire contient autre chose, et rien n'y est ajouté.",
            "Indiquez un répertoire vide ou une autre base avec --store.",
        ),
        Fault::StoreIsFile { path } => Told::new(
            format!("{path} est un fichier, et une base est un répertoire."),
            "Rien n'y a été fait.",
            "Nommez un répertoire avec --store, ou celui où se trouve ce fichier.",
        ),
        Fault::StoreNewer { found, known } => Told::new(
            format!("La base est au format {found}."),
            format!("Ce programme connaît les formats jusqu'à {known}."),
            "Utilisez le programme plus récent. La base n'a pas été touchée.",
        ),
        Fault::StoreDamaged { detail } => Told::new(
            "La base ne peut pas être lue.",
            report(detail),
            "Ne supprimez rien. Gardez une copie de son répertoire et demandez de l'aide.",
        ),
        Fault::NoSuchGroup { name } => Told::new(
            format!("Le groupe {name} n'existe pas sur cette machine."),
            "",
            "Demandez à qui la gère dans quel groupe sont vos collègues.",
        ),
        Fault::DiskFull => Told::new(
            "Le disque est plein.",
            "Plus rien ne peut être écrit. Ce qui s'y trouvait est intact.",
            "Libérez de la place et réessayez.",
        ),
        Fault::NoFolder { path } => {
            Told::new(format!("Il n'y a pas de répertoire {path}."), "Rien n'a été écrit.", "Créez-le d'abord, ou nommez-en un autre.")
        }
        Fault::OutputFolder { path } => Told::new(
            format!("{path} est un répertoire."),
            "Rien n'a été écrit.",
            "Nommez un fichier dans ce répertoire, ou un autre endroit.",
        ),
        Fault::OwnFolder { path } => Told::new(
            format!("{path} se trouve là où Instroom garde ses propres données."),
            "Un fichier à cet endroit pourrait abîmer la base, ses copies ou les brouillons.",
            "Choisissez un autre répertoire.",
        ),
        Fault::ReadOnly { path } => Told::new(
            format!("{path} est sur un disque en lecture seule."),
            "Le système n'y laisse écrire personne\u{a0}: c'est peut-être une sauvegarde, ou un disque en panne.",
            "La consultation reste possible. Pour écrire, indiquez un autre endroit, ou adressez-vous à la personne qui gère cette machine.",
        ),
        Fault::Exists { path } => Told::new(format!("{path} existe déjà."), "", "Choisissez un autre nom."),
        Fault::NotReplaced { path } => Told::new(
            format!("{path} n'est pas un fichier."),
            "C'est un périphérique, un tube, une socket ou un lien rompu\u{a0}: rien n'est remplacé.",
            "Choisissez un autre nom.",
        ),
        Fault::Original { path } => Told::new(
            format!("{path} est le classeur ouvert ici."),
            "Il est seulement lu\u{a0}: ce que le bureau a fait reste tel quel.",
            "Choisissez un autre nom.",
        ),
        Fault::OriginalChanged { path } => Told::new(
            format!("{path} a été modifié depuis sa lecture."),
            "Une copie corrigée se fait du classeur qui a été lu, et il n'existe plus.",
            "Rouvrez le classeur et corrigez-y ce qui doit l'être.",
        ),
        Fault::Ending { wanted } => Told::new(
            format!("Le nom doit se terminer par .{wanted}."),
            if wanted.starts_with("xls") {
                "Excel n'ouvre pas le classeur sous une autre extension."
            } else {
                "Sous une autre extension, les programmes le prennent pour autre chose."
            },
            "Changez la fin du nom.",
        ),
        Fault::CannotKeep { obstacle } => Told::new(
            "Ce classeur ne peut pas être modifié sans dommage.",
            super::exports::obstacle_in_words(*obstacle),
            "Donnez à la copie un nom en .xlsx\u{a0}: un nouveau classeur sera créé.",
        ),
        Fault::Refused(refused) => (super::flows::WORDS.refused)(refused),
        Fault::Changed { .. } => Told::new(
            "Rien n'a été écrit.",
            "Entre-temps, un collègue a modifié le même client, le même dossier ou le même flux de travail.",
            "Regardez où cela en est, puis décidez à nouveau.",
        ),
        Fault::NoDossier => Told::new(
            "Le client n'a pas de dossier dans ce flux de travail.",
            "Il n'a jamais été créé, ou un collègue l'a retiré entre-temps.",
            "Regardez à nouveau le client, et liez-le au flux de travail.",
        ),
        Fault::Moved { rows } => Told::new(
            "La base a changé entre-temps, donc rien n'a été écrit.",
            format!("{} plus comme le résumé le montrait.", plural(*rows, "ligne n'est", "lignes ne sont")),
            "Relisez la base, regardez les onglets et importez à nouveau. Vos choix restent.",
        ),
        Fault::PlanUnreadable { detail } => {
            Told::new("Ce n'est pas un plan lisible.", report(detail), "Refaites le plan. Rien n'a été modifié.")
        }
        Fault::PlanNewer { found, known } => Told::new(
            format!("Le plan a la version {found}."),
            format!("Ce programme connaît les versions jusqu'à {known}."),
            "Utilisez le programme plus récent. Rien n'a été modifié.",
        ),
        Fault::NotKept { why } => Told::new(
            "Votre dernier choix compte, mais n'est pas conservé.",
            unkept(why),
            match why {
                Unkept::Removed => "Importez maintenant, ou écrivez un plan\u{a0}: ce qui n'est pas conservé disparaît si vous quittez.",
                Unkept::DiskFull | Unkept::NoPlace | Unkept::NoPermission(_) | Unkept::System(_) => {
                    "Ne quittez pas l'importation. Dès que le disque l'accepte, tout est écrit."
                }
            },
        ),
        Fault::UnsavedNotKept { why } => Told::new(
            "Ce que vous avez modifié ici n'est pas encore enregistré, et n'est pas conservé entre-temps.",
            unkept(why),
            "Enregistrez avant de quitter\u{a0}: d'ici là, une ligne ou un courant coupé l'emporterait.",
        ),
        Fault::Lost { lost, why } => Told::new(
            match lost {
                Lost::Choices => "Vos derniers choix dans l'importation n'ont pas été conservés.",
                Lost::Changes => "Vos dernières modifications non enregistrées n'ont pas été conservées.",
            },
            unkept(why),
            match lost {
                Lost::Choices => "Réglez ceci, rouvrez le classeur et refaites les choix qui manquent.",
                Lost::Changes => "Réglez ceci, rouvrez la même page et refaites les modifications qui manquent.",
            },
        ),
        Fault::NoDraft { why } => Told::new(
            "Aucun brouillon de cette importation ne peut être conservé.",
            unkept(why),
            "L'importation fonctionne quand même. Importez avant de quitter\u{a0}; pour un brouillon, réglez ceci et rouvrez le classeur.",
        ),
        Fault::NoPlaceForDrafts => {
            Told::new("Aucun répertoire ne peut garder les brouillons.", "", "Indiquez-en un avec --state, ou avec INSTROOM_STATE.")
        }
        Fault::NoSuchDraft => Told::new(
            "Ce brouillon n'existe pas.",
            "Il a peut-être été supprimé entre-temps.",
            "Voyez ceux qu'il y a avec instroom drafts.",
        ),
        Fault::DraftInUse { by } => Told::new(
            "Ce brouillon est ouvert ailleurs.",
            match by {
                Some(OpenBy { who, pid, .. }) if !who.is_empty() => format!("{who} l'a ouvert (processus {pid})."),
                Some(_) | None => "Une autre fenêtre l'a ouvert.".to_owned(),
            },
            "Fermez-le là-bas, ou recommencez avec le classeur.",
        ),
        Fault::DraftNewer { found, known } => Told::new(
            format!("Le brouillon a le format {found}."),
            format!("Ce programme connaît les formats jusqu'au {known}."),
            "Utilisez le programme plus récent. Le brouillon est intact.",
        ),
        Fault::DraftDamaged { detail } => Told::new(
            "Le brouillon ne peut pas être lu.",
            report(detail),
            "Ouvrez à nouveau le classeur. Le brouillon reste jusqu'à ce que vous le supprimiez.",
        ),
        Fault::Mail(why) => mail::fault(why),
        Fault::Copies(why) => (super::copies::WORDS.fault)(why),
        Fault::Keys { path, why } => super::keys::WORDS.fault(path, why, "\u{a0}: "),
        Fault::Questionnaire { unused, more } => super::questionnaires::WORDS.unused(unused, *more, "\u{a0}: "),
        Fault::Output { detail } => Told::new(
            "La sortie n'a pas pu être écrite.",
            format!("Le système répond\u{a0}: {}", sentence(detail)),
            "Envoyez-la à un endroit où il y a de la place, et réessayez.",
        ),
        Fault::System { detail } => Told::new(
            "Le système a refusé.",
            report(detail),
            "Rien n'a été modifié. Réessayez, ou demandez à la personne qui gère cette machine.",
        ),
    }
}

/// What a reader or the system said, which it says in its own language.
pub(super) fn report(detail: &str) -> String {
    format!("Message technique\u{a0}: {}", sentence(detail))
}

/// Why decisions cannot be written down.
fn unkept(why: &Unkept) -> String {
    match why {
        Unkept::DiskFull => "Le disque est plein.".to_owned(),
        Unkept::NoPlace => "Aucun répertoire ne peut garder les brouillons.".to_owned(),
        Unkept::NoPermission(path) => format!("Il est interdit d'écrire dans {path}."),
        Unkept::Removed => "Le répertoire du brouillon a été supprimé.".to_owned(),
        Unkept::System(detail) => report(detail),
    }
}
