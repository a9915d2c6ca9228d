//! Causes that have a name of their own, in French.

use crate::app::fault::{Doing, Holding};
use crate::domain::workbook::{Excess, LooksLike};

pub(super) const fn looks_like(looks_like: LooksLike) -> &'static str {
    match looks_like {
        LooksLike::WebPage => "une page web",
        LooksLike::WebArchive => "une archive web",
        LooksLike::Xml => "un document XML",
        LooksLike::Pdf => "un document PDF",
        LooksLike::TextDocument => "un document texte",
        LooksLike::Presentation => "une présentation",
        LooksLike::Numbers => "une feuille Apple Numbers",
        LooksLike::OldExcel => "un fichier Excel d'avant 1993",
        LooksLike::Json => "un document JSON",
        LooksLike::Picture => "une image",
        LooksLike::Archive => "une archive",
        LooksLike::Binary => "des données d'un programme",
    }
}

pub(super) const fn excess(excess: Excess) -> &'static str {
    match excess {
        Excess::Parts => "Il se compose de plus de parties que tout vrai classeur.",
        Excess::Unpacked => "Décompressé, il est plus grand que toute liste de clients.",
        Excess::Sheets => "Il a plus de feuilles que tout vrai classeur.",
        Excess::Cells => "Il a plus de cellules remplies que toute liste de clients.",
        Excess::Text => "Il a plus de texte que toute liste de clients.",
        Excess::Work => "Il demande plus de mémoire ou de temps que permis.",
    }
}

/// Who holds the store, since when and what for.
pub(super) fn held(holding: Option<&Holding>) -> String {
    let Some(Holding { who, pid, since, doing }) = holding else { return "Quelqu'un d'autre l'occupe.".to_owned() };
    format!("{who} (processus {pid}), depuis {since}\u{a0}: {}.", self::doing(*doing))
}

const fn doing(doing: Doing) -> &'static str {
    match doing {
        Doing::Reading => "lit les clients",
        Doing::Committing => "écrit une importation",
        Doing::Amending => "modifie des clients ou dossiers",
        Doing::Sharing => "l'ouvre aux collègues",
        Doing::Checking => "la vérifie",
        Doing::Remembering => "enregistre un choix de colonnes",
        Doing::BackingUp => "écrit une sauvegarde",
        Doing::PuttingBack => "remet une sauvegarde ou copie",
        Doing::Sending => "envoie des e-mails",
    }
}
