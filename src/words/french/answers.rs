//! Questionnaires that came back, in French.

use super::plural;
use crate::domain::answering::NoAnswer;
use crate::domain::archive::Archived;
use crate::domain::form::Unrecognised;
use crate::domain::returned::{NotUnderstood, Outcome, Refused};
use crate::words::{AnswersWords, Told};

pub(super) const WORDS: AnswersWords = AnswersWords {
    outcome,
    not_understood,
    refused,
    counts: |new, changed, emptied, unclear| format!("nouveau {new}, modifié {changed}, vidé {emptied}, pas compris {unclear}"),
    nothing_new: "Toutes les réponses étaient déjà connues.",
    by_number: "ligne reconnue à son seul numéro",
    of_office: "le bureau en décide\u{a0}: pas repris",
    remark: "avec une remarque, gardée mot pour mot",
    counted_date: "date lue dans un nombre, à vérifier",
    strange: "n'appartient à aucune question",
    for_the_record: "Peut-être aussi à modifier chez le client\u{a0}:",
    taken_over: |answers, dossiers| {
        format!("{} dans {}.", plural(answers, "réponse reprise", "réponses reprises"), plural(dossiers, "dossier", "dossiers"))
    },
    say_yes: "Pour reprendre les réponses nouvelles et modifiées, ajoutez --yes.",
    kept_aside: "Ce qui n'est pas compris reste mot pour mot dans le dossier, à voir par vous-même.",
};

const fn outcome(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Same => "inchangé",
        Outcome::StillMasked => "encore masqué",
        Outcome::New(_) => "nouveau",
        Outcome::Changed(_) => "modifié",
        Outcome::Emptied => "vidé",
        Outcome::NotUnderstood(_) => "pas compris",
        Outcome::Told(_) => "dit le client",
        Outcome::RowGone => "ligne absente",
    }
}

const fn not_understood(why: NotUnderstood) -> &'static str {
    match why {
        NotUnderstood::NoAnswer(NoAnswer::NotYesNo) => "ni oui ni non",
        NotUnderstood::NoAnswer(NoAnswer::NotAChoice) => "pas un choix de la liste",
        NotUnderstood::NoAnswer(NoAnswer::NotADate) => "pas une date",
        NotUnderstood::NoAnswer(NoAnswer::NotAnAmount) => "pas un montant",
        NotUnderstood::NoAnswer(NoAnswer::NotANumber) => "pas un nombre entier",
        NotUnderstood::NoAnswer(NoAnswer::NotAnAccount) => "numéro de compte (IBAN) incorrect",
        NotUnderstood::NoAnswer(NoAnswer::TooLong) => "trop long pour une réponse",
        NotUnderstood::HalfMasked => "numéro avec astérisques, incomplet",
        NotUnderstood::NotANationalNumber => "numéro de registre national faux",
        NotUnderstood::ErrorCell => "code d'erreur du classeur",
        NotUnderstood::Twice => "deux réponses différentes",
    }
}

fn refused(why: &Refused) -> Told {
    match why {
        Refused::Unrecognised(Unrecognised::NoToken) => Told::new(
            "Ceci n'est pas un questionnaire de ce bureau.",
            "La référence du dossier n'y figure pas.",
            "Demandez au client de renvoyer le fichier que vous avez envoyé, ou reprenez les réponses à la main.",
        ),
        Refused::Unrecognised(Unrecognised::NoQuestions) => Told::new(
            "Ce classeur ne contient plus de questions.",
            "La référence y est, mais pas les lignes du questionnaire.",
            "Demandez au client de renvoyer le fichier entier.",
        ),
        Refused::Unrecognised(Unrecognised::SeveralTokens { count }) => Told::new(
            "Ce classeur est composé de plusieurs questionnaires.",
            format!("Il contient les références de {count} dossiers."),
            "Demandez à chaque client le sien. Rien n'est attribué au mauvais client.",
        ),
        Refused::Unrecognised(Unrecognised::SeveralQuestionnaires) => Told::new(
            "Ce classeur est composé de plusieurs questionnaires.",
            "Il contient les marques de plusieurs années.",
            "Demandez au client de renvoyer le fichier que vous avez envoyé.",
        ),
        Refused::Unrecognised(Unrecognised::Newer { found }) => Told::new(
            format!("Ce questionnaire a la version {found}."),
            "Un programme plus récent l'a produit.",
            "Utilisez le programme plus récent.",
        ),
        Refused::UnknownToken => Told::new(
            "Aucun dossier n'a cette référence.",
            "Elle vient d'une autre base, ou le client a été supprimé ou détaché.",
            "Indiquez la bonne base avec --store.",
        ),
        Refused::OtherQuestionnaire { found, wanted } => Told::new(
            "Ce questionnaire n'est pas celui du dossier.",
            format!("Le fichier est de {found}, le dossier de {wanted}."),
            "Demandez au client de remplir le questionnaire de cette année.",
        ),
        Refused::NoQuestionnaire { id } => Told::new(
            format!("Le questionnaire {id} n'existe plus."),
            "Sans ses questions, les réponses sont illisibles.",
            "Remettez son fichier dans le répertoire des questionnaires.",
        ),
        Refused::Archived(Archived(flow)) => Told::new(
            format!("Son dossier est archivé, dans le flux {flow}."),
            "Les dossiers archivés sont en lecture seule\u{a0}: rien n'a été repris.",
            "Sortez le flux des archives (clients, flux de travail), puis redonnez le fichier.",
        ),
        Refused::SameFile { earlier } => {
            Told::new("Ce fichier est donné deux fois.", format!("C'est le même que {earlier}."), "Il n'y a rien à faire.")
        }
        Refused::SameDossier { earlier } => Told::new(
            "Un autre fichier est donné pour ce dossier.",
            format!("C'est {earlier}."),
            "Donnez-les un par un, le plus ancien d'abord.",
        ),
    }
}
