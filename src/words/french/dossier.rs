//! One dossier, in French.

use super::{plural, trade};
use crate::app::dossier::{Asked, DossierNotice};
use crate::domain::answering::NoAnswer;
use crate::domain::completion::Matter;
use crate::domain::dossier::{Origin, Settlement};
use crate::domain::questionnaire::AnswerKind;
use crate::words::dossier::DossierWords;

pub(super) const WORDS: DossierWords = DossierWords {
    since: |day| format!("depuis le {day}"),
    deadline: |date| format!("date limite {date}"),
    by_default: |date| format!("{date} (par défaut)"),
    answered_of: |answered, asked| format!("{answered} sur {asked} répondues"),
    unsaved: |count| format!("{count} à enregistrer"),
    origin,
    origin_note,
    kind,
    matter,
    question,
    notice,
    no_answer_because,
    yes: "oui",
    no: "non",
    no_answer: "sans réponse",
    invitation_wanted: "invitation souhaitée",
    wanted: "souhaité",
    not_wanted: "non souhaité",
    close: "Clôturer le dossier",
    reopen: "Rouvrir le dossier",
    answer_name: "Réponse",
    origin_name: "Provenance",
    before_name: "Enregistré",
    codes_name: "Codes déclaration",
    choices_name: "Choix",
    kind_name: "Type de réponse",
    aside_name: "Reçu",
    aside_note: "Ceci n'est pas compris\u{a0}: répondez à la question, ou tapez {texts-aside}.",
    asides: |count| format!("{} à voir", plural(count, "texte", "textes")),
    to_look_at: |count| format!("{count} à voir"),
    record_note: "Le client a répondu autre chose\u{a0}: tapez {texts-aside} pour décider.",
    take_record: "Reprendre dans la fiche du client",
    leave_record: "Laisser la fiche telle quelle",
    settled: |how| match how {
        Settlement::TakenOver => "repris",
        Settlement::Dismissed => "reste tel quel",
    },
    undecided: "pas décidé",
    beside: |place| format!("à aucune question ({place})"),
    to_question: "Vers la question",
    dealt_with: "Traité\u{a0}: hors du dossier",
    customer_stays: "Repris des données du client. Une modification ici ne vaut que pour ce dossier.",
    is_deadline: "C'est la date limite du dossier.",
    is_language: "C'est la langue du dossier.",
    no_list: |id| {
        format!(
            "Le fichier du questionnaire {id} a disparu. {{about-dossier}} permet d'en choisir un autre\u{a0}; les réponses qui y conviennent restent."
        )
    },
    stands: "{open} répond, {next-unanswered}\u{a0}: question ouverte suivante, {save-dossier} enregistre.",
    stands_out: "Le client a une ancienne version\u{a0}: vos changements restent ici.",
    stands_closed: "Ce dossier est clôturé. {about-dossier} permet de le rouvrir.",
    stands_archived: "Flux archivé\u{a0}: lecture seule. Onglet {tab-flows}, {archive} le sort des archives.",
    filtered: |filter, count| format!("Filtre {filter}\u{a0}: {}. {{close}} montre tout.", plural(count, "question", "questions")),
    reads_as: |value| format!("Sera enregistré\u{a0}: {value}"),
    stays: "Ce qui est masqué reste tant que vous ne tapez rien.",
    cleared: "Vide\u{a0}: la question n'aura pas de réponse.",
    default_again: |date| format!("Vide\u{a0}: à nouveau la date limite du flux, {date}."),
    too_early: |year| format!("La date limite ne peut précéder {year}, l'exercice d'imposition."),
    line_foot: "{choose} valide - Ctrl+U vide - {close} laisse tel quel",
    lines_foot: "{choose} valide - Entrée\u{a0}: à la ligne - {close} annule",
    change_anyway: |count| format!("Changer quand même\u{a0}: {}", plural(count, "réponse perdue", "réponses perdues")),
    save_changes: |count| format!("Enregistrer {}", plural(count, "modification", "modifications")),
    clash: |mine, theirs| format!("à vous\u{a0}: {mine}, en base\u{a0}: {theirs}"),
    leave_title: "Quitter sans enregistrer\u{a0}?",
    leave_text: |count| {
        let made = plural(count, "modification de ce dossier serait perdue", "modifications de ce dossier seraient perdues");
        format!("{made}. Revenez en arrière et appuyez sur {{save-dossier}} pour enregistrer.")
    },
    leave_button: "Quitter",
    close_title: "Clôturer ce dossier\u{a0}?",
    close_text: "Un dossier clôturé ne reçoit ni invitation ni rappel, et ses réponses restent telles quelles. Vous pourrez le rouvrir. Il est clôturé à l'enregistrement.",
    close_button: "Clôturer",
    reopen_title: "Rouvrir ce dossier\u{a0}?",
    reopen_text: "Il redevient ce qu'il était avant sa clôture, et ses réponses peuvent à nouveau être modifiées. Il est rouvert à l'enregistrement.",
    reopen_button: "Rouvrir",
    reading: "Lecture du dossier",
    saving: "Enregistrement du dossier",
    hint_answer: "répondre",
    hint_take: "valider",
};

fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Imported => "importé",
        Origin::Derived => "déduit",
        Origin::Default => "par défaut",
        Origin::Stored => "fiche",
        Origin::Typed => "saisi",
        Origin::Returned => "renvoyé",
        Origin::LastSeason => "l'an passé",
    }
}

fn origin_note(origin: Origin) -> &'static str {
    match origin {
        Origin::Imported => "importé\u{a0}: le classeur le dit",
        Origin::Derived => "déduit du numéro de registre national",
        Origin::Default => "par défaut, du flux ou de l'importation",
        Origin::Stored => "de la fiche du client au bureau",
        Origin::Typed => "saisi par un collègue",
        Origin::Returned => "renvoyé par le client",
        Origin::LastSeason => "repris de la saison précédente",
    }
}

fn kind(kind: AnswerKind) -> &'static str {
    match kind {
        AnswerKind::Text => "texte sur une ligne",
        AnswerKind::LongText => "texte sur plusieurs lignes",
        AnswerKind::YesNo => "oui ou non",
        AnswerKind::Choice => "un des choix",
        AnswerKind::Date => "date, jour d'abord",
        AnswerKind::Amount => "montant en euros",
        AnswerKind::Number => "nombre entier",
        AnswerKind::Account => "numéro de compte (IBAN)",
    }
}

fn matter(matter: &Matter) -> &'static str {
    match matter {
        Matter::Questionnaire => "Questionnaire",
        Matter::Language => "Langue du dossier",
        Matter::Deadline => "Date limite",
        Matter::Invitation => "E-mail d'invitation",
        Matter::Status => "Statut",
        Matter::Aside => "Textes du client",
        Matter::Record(_) => "Fiche du client",
        Matter::Answer(_) => "Réponse",
    }
}

fn question(asked: Asked) -> &'static str {
    match asked {
        Asked::Choice => "La réponse",
        Asked::YesNo => "La réponse\u{a0}: o ou n",
        Asked::Sections => "Rubriques\u{a0}: {choose} y va",
        Asked::About => "Ce dossier\u{a0}: {choose} modifie",
        Asked::Language => "Langue du dossier",
        Asked::Questionnaire => "Questionnaire de ce dossier",
        Asked::Lost => "Ces réponses n'y ont pas de place",
        Asked::Changes => "Ce qui sera enregistré",
        Asked::Clashes => "Aussi modifié par un collègue\u{a0}: le vôtre attend",
        Asked::Asides => "Ce que le client a écrit\u{a0}: à voir",
        Asked::Record => "La fiche du client\u{a0}: reprendre\u{a0}?",
        Asked::Aside => "Ce que le client a écrit",
    }
}

fn notice(notice: &DossierNotice) -> String {
    match notice {
        DossierNotice::TakenBack(what) => format!("Annulé\u{a0}: {what}"),
        DossierNotice::MadeAgain(what) => format!("Rétabli\u{a0}: {what}"),
        DossierNotice::Closed => "Ce dossier est clôturé\u{a0}: rouvrez-le d'abord ({about-dossier}).".to_owned(),
        DossierNotice::Archived => "Flux archivé\u{a0}: lecture seule. Onglet {tab-flows}, {archive} le sort des archives.".to_owned(),
        DossierNotice::NoQuestion => "Il n'y a pas de question ici.".to_owned(),
        DossierNotice::NotYesNo => "Ce n'est pas une question oui/non\u{a0}: {open} y répond.".to_owned(),
        DossierNotice::NothingToClear => "Il n'y a pas de réponse à effacer.".to_owned(),
        DossierNotice::NoneOpen => "Plus de question ouverte dans ce sens.".to_owned(),
        DossierNotice::NoneAside => "Aucun texte du client n'est à voir.".to_owned(),
        DossierNotice::NotTaken => "Pas repris\u{a0}: la raison est dans le cadre.".to_owned(),
        DossierNotice::Masked => "Numéro de registre national masqué\u{a0}: {show-numbers} le montre d'abord.".to_owned(),
        DossierNotice::TakenUp(count, when) => {
            format!("{} du {when}, à enregistrer. {{undo}} annule.", plural(*count, "changement", "changements"))
        }
        DossierNotice::Saved(count) => format!("{}.", plural(*count, "modification enregistrée", "modifications enregistrées")),
        DossierNotice::NothingToSave => "Rien n'a changé depuis l'enregistrement.".to_owned(),
        DossierNotice::OnTop(count) => {
            format!("Un collègue vous a devancé\u{a0}; {}.", plural(*count, "modification gardée", "modifications gardées"))
        }
        DossierNotice::OtherLanguages(codes) => format!("Il n'existe qu'en {codes}\u{a0}: changez d'abord la langue."),
        DossierNotice::Reads(language) => format!("Questions en {}. {{question-language}} revient en arrière.", trade::language(*language)),
        DossierNotice::OnlyOne => "Le flux n'a pas d'autre questionnaire.".to_owned(),
    }
}

fn no_answer_because(why: NoAnswer) -> &'static str {
    match why {
        NoAnswer::NotYesNo => "Ni oui ni non\u{a0}: tapez oui ou non.",
        NoAnswer::NotAChoice => "Aucun des choix\u{a0}: prenez-en un de la liste.",
        NoAnswer::NotADate => "Pas une date\u{a0}: tapez par exemple 15/7/2026.",
        NoAnswer::NotAnAmount => "Pas un montant\u{a0}: tapez par exemple 1234,50, deux décimales au plus.",
        NoAnswer::NotANumber => "Pas un nombre entier\u{a0}: tapez des chiffres.",
        NoAnswer::NotAnAccount => "IBAN incorrect\u{a0}: vérifiez les chiffres, comme BE68 5390 0754 7034.",
        NoAnswer::TooLong => "Trop long pour une réponse\u{a0}: abrégez.",
    }
}
