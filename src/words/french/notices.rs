//! Messages in French.

use super::{plural, trade};
use crate::app::model::Notice;
use crate::domain::draft::Refusal;

pub(super) fn notice(notice: &Notice) -> String {
    match notice {
        Notice::Refused(refusal) => refused(*refusal).to_owned(),
        Notice::InvalidRow => "Une ligne avec une erreur ne se choisit pas\u{a0}: voyez le volet.".to_owned(),
        Notice::HasDossier => "A déjà un dossier dans ce flux. Enter choisit des champs.".to_owned(),
        Notice::OnlyLook => "Ces clients sont déjà dans Instroom\u{a0}; ici, rien ne leur arrive.".to_owned(),
        Notice::ChooseFlowFirst => "Choisissez d'abord le flux (W)\u{a0}: il donne les questionnaires.".to_owned(),
        Notice::NothingToTake => "Rien à reprendre de l'importation pour ce champ.".to_owned(),
        Notice::NothingToUndo { committed: true } => "Ce qui est importé ne s'annule pas ici.".to_owned(),
        Notice::NothingToUndo { committed: false } => "Il n'y a rien à annuler.".to_owned(),
        Notice::NothingToRedo => "Rien n'a été annulé.".to_owned(),
        Notice::Undone => "Annulé. U le rétablit.".to_owned(),
        Notice::Redone => "Rétabli.".to_owned(),
        Notice::NothingToMark => "Aucun choix modifié.".to_owned(),
        Notice::Marked(rows) => format!("{}. u l'annule.", plural(*rows, "choix modifié", "choix modifiés")),
        Notice::NoMore => "Il n'y a plus rien dans cette direction.".to_owned(),
        Notice::Numbers(true) => "Les numéros nationaux sont affichés. m les masque.".to_owned(),
        Notice::Numbers(false) => "Les numéros nationaux sont masqués. m les affiche.".to_owned(),
        Notice::TemplateWritten(path) => format!("Modèle enregistré\u{a0}: {path}"),
        Notice::Stopped => "Arrêté. Rien n'a été modifié.".to_owned(),
        Notice::Stopping => "Arrêt en cours ...".to_owned(),
        Notice::Refreshed => "La base a été relue. Voyez les onglets, puis de nouveau I.".to_owned(),
        Notice::NoPath => "Tapez d'abord un chemin.".to_owned(),
        Notice::Sorted(column, false) => format!("Trié sur «\u{a0}{}\u{a0}». Encore\u{a0}: inverser.", trade::column(*column)),
        Notice::Sorted(column, true) => {
            format!("Trié sur «\u{a0}{}\u{a0}», inversé. Encore\u{a0}: ordre du fichier.", trade::column(*column))
        }
        Notice::Unsorted => "Dans l'ordre du fichier.".to_owned(),
        Notice::LastColumn => "Une colonne doit rester.".to_owned(),
        Notice::NotHere => "Cette touche ne fait rien ici. ? montre les touches.".to_owned(),
        Notice::Demo => super::WORDS.demo.to_owned(),
        Notice::NotRead(headings) => (super::WORDS.columns_not_read)(headings),
        Notice::DraftKept => "Brouillon conservé. r le reprend depuis cet écran.".to_owned(),
        Notice::TakenUp(when) => format!("Suite du brouillon du {when}."),
        Notice::NoDrafts => "Il n'y a aucun brouillon.".to_owned(),
        Notice::PastedText => "Un chemin collé n'ouvre un classeur que sur l'écran d'accueil.".to_owned(),
    }
}

const fn refused(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::NoLanguage => "Choisissez une langue (T)\u{a0}: pour les lignes qui n'en ont pas.",
        Refusal::NoQuestionnaire => "Choisissez un questionnaire (Q)\u{a0}: chaque nouveau client l'aura.",
        Refusal::NoFlow => "Choisissez d'abord le flux de travail (W).",
        Refusal::LanguageNotOffered => "Questionnaire absent dans cette langue\u{a0}: changez (T ou Q).",
        Refusal::Nothing => "Rien à importer\u{a0}: choisissez lignes (Space) ou champs (Enter).",
    }
}
