//! Messages in French.

use super::{answers, arrived, fixing, plural, steps, told, trade};
use crate::app::notice::Notice;
use crate::domain::draft::Refusal;
use crate::words::{ScreenLanguage, rule_words};

pub(super) fn notice(notice: &Notice) -> String {
    match notice {
        Notice::Mail(notice) => (super::inviting::WORDS.notice)(notice),
        Notice::Refused(refusal) => refused(*refusal).to_owned(),
        Notice::InvalidRow => "Une ligne avec une erreur ne se choisit pas\u{a0}: voyez le volet.".to_owned(),
        Notice::HasDossier => "A déjà un dossier dans ce flux. {open} choisit des champs.".to_owned(),
        Notice::OnlyLook => "Ces clients sont déjà dans Instroom\u{a0}; ici, rien ne leur arrive.".to_owned(),
        Notice::ChooseFlowFirst => "Choisissez d'abord le flux ({task-flow})\u{a0}: il donne les questionnaires.".to_owned(),
        Notice::NothingToTake => "Rien à reprendre de l'importation pour ce champ.".to_owned(),
        Notice::HeldApart(row, bucket) => {
            format!("Ligne {row}\u{a0}: un autre client, dans «\u{a0}{}\u{a0}». {{undo}} l'annule.", trade::bucket_middle(*bucket))
        }
        Notice::SameNumber => "Un numéro est une personne\u{a0}: corrigez d'abord le numéro ({edit}).".to_owned(),
        Notice::AllLookedAt => "Tous les doublons de cette liste ont été vus.".to_owned(),
        Notice::NothingToSettle => "Tous les doublons ont été vus\u{a0}: une règle est inutile.".to_owned(),
        Notice::ValueRefused => "Pas pris\u{a0}: la raison est dans le cadre.".to_owned(),
        Notice::RuleApplied(0, _) => "Ces doublons restent comme dans Instroom. {undo} l'annule.".to_owned(),
        Notice::RuleApplied(fields, customers) => {
            format!("{} de l'importation. {{undo}} l'annule.", (super::WORDS.compare.rule_does)(*fields, *customers))
        }
        Notice::RuleIdle => "Rien à changer\u{a0}: ces doublons restent comme ils sont.".to_owned(),
        Notice::NobodyToJoin => "Aucune autre ligne ne semble celle du partenaire.".to_owned(),
        Notice::PartnerTaken(row) => format!("Le partenaire est déjà joint à la ligne {row}\u{a0}: {{partner}} là les sépare."),
        Notice::Joined(partner, main) => format!("Lignes {main} et {partner}\u{a0}: une seule déclaration. {{undo}} l'annule."),
        Notice::Parted(row) => format!("La ligne {row} a de nouveau sa déclaration. {{undo}} l'annule."),
        Notice::InvalidPartner(row) => format!("La ligne {row} est invalide\u{a0}: corrigez-la d'abord, onglet {{tab-4}}."),
        Notice::OtherPartner(row) => format!("La ligne {row} nomme un autre partenaire, ou est déjà jointe."),
        Notice::NothingToTakeOver => arrived::WORDS.nothing_chosen.to_owned(),
        Notice::TakenOver(answers, dossiers) => (answers::WORDS.taken_over)(*answers, *dossiers),
        Notice::TakenBackInVain => "Rien à annuler maintenant\u{a0}: la liste dit pourquoi.".to_owned(),
        Notice::IsTakenBack => told::WORDS.is_taken_back.to_owned(),
        Notice::NoImport => told::WORDS.no_import.to_owned(),
        Notice::NobodyThere => told::WORDS.nobody_there.to_owned(),
        Notice::NothingToUndo { committed: true } => "C'est importé\u{a0}: {take-back} l'annule, dans l'onglet Importations.".to_owned(),
        Notice::NothingToUndo { committed: false } => "Il n'y a rien à annuler.".to_owned(),
        Notice::NothingToRedo => "Rien n'a été annulé.".to_owned(),
        Notice::TakenBack(made, tab) => format!("Annulé\u{a0}: {}{}.", steps::made(made), steps::elsewhere(*tab)),
        Notice::MadeAgain(made, tab) => format!("Rétabli\u{a0}: {}{}.", steps::made(made), steps::elsewhere(*tab)),
        Notice::StepsTakenBack(count, tab) => format!("{}{}.", plural(*count, "étape annulée", "étapes annulées"), steps::elsewhere(*tab)),
        Notice::StepsMadeAgain(count, tab) => {
            format!("{}{}.", plural(*count, "étape rétablie", "étapes rétablies"), steps::elsewhere(*tab))
        }
        Notice::PlanWritten(path) => format!("Plan enregistré, données personnelles\u{a0}: {path}"),
        Notice::NothingToMark => "Aucun choix modifié.".to_owned(),
        Notice::Marked(rows) => format!("{}. {{undo}} l'annule.", plural(*rows, "choix modifié", "choix modifiés")),
        Notice::NoGroups => "Aucune ligne ici n'entre dans un tel groupe.".to_owned(),
        Notice::NoMore => "Il n'y a plus rien dans cette direction.".to_owned(),
        Notice::Numbers(true) => "Les numéros de registre national sont affichés. {show-numbers} les masque.".to_owned(),
        Notice::Numbers(false) => "Les numéros de registre national sont masqués. {show-numbers} les affiche.".to_owned(),
        Notice::TemplateWritten(path) => format!("Modèle enregistré\u{a0}: {path}"),
        Notice::Exported(path) => format!("Exporté\u{a0}: {path}"),
        Notice::NothingToExport => "Il n'y a ici aucune ligne à exporter.".to_owned(),
        Notice::Stopped => "Arrêté. Rien n'a été modifié.".to_owned(),
        Notice::Stopping => "Arrêt en cours ...".to_owned(),
        Notice::Refreshed => "La base a été relue. Voyez les onglets, puis de nouveau {import}.".to_owned(),
        Notice::NoPath => "Tapez d'abord un chemin.".to_owned(),
        Notice::Sorted(column, false) => format!("Trié sur «\u{a0}{}\u{a0}». Encore\u{a0}: inverser.", trade::column(*column)),
        Notice::Sorted(column, true) => {
            format!("Trié sur «\u{a0}{}\u{a0}», inversé. Encore\u{a0}: ordre du fichier.", trade::column(*column))
        }
        Notice::MarksAgain(rows) => format!("{} comme avant.", plural(*rows, "choix remis", "choix remis")),
        Notice::NoDossierHere => "Pas de dossier dans ce flux\u{a0}: {season} y rattache le client.".to_owned(),
        Notice::Unsorted => "De nouveau dans l'ordre de la liste.".to_owned(),
        Notice::LastColumn => "Une colonne doit rester.".to_owned(),
        Notice::Elsewhere(layer) => (super::palette::WORDS.elsewhere)(super::actions::layer(*layer)),
        Notice::TourLeft => "Visite fermée. Explorez\u{a0}: rien n'est gardé. {back} revient.".to_owned(),
        Notice::NotHere => "Cette touche ne fait rien ici. {help} montre les touches.".to_owned(),
        Notice::NoColumnFor(fields) => format!("Sans colonne\u{a0}: {}. {{open}} choisit.", super::mapping::fields(fields)),
        Notice::TakenFrom(column) => format!("La colonne {column} avait ce champ\u{a0}; elle n'est plus lue."),
        Notice::NothingToTakeFor => "Aucune proposition ici\u{a0}: {open} choisit un champ.".to_owned(),
        Notice::NothingToCheck => "Plus de colonne à vérifier. {go-on} passe aux lignes.".to_owned(),
        Notice::CannotSave => "Pas enregistré\u{a0}: il faut un nom et deux colonnes lues.".to_owned(),
        Notice::MappingSaved(name) => format!("Enregistré sous «\u{a0}{name}\u{a0}», proposé pour ces listes."),
        Notice::Mapped => "Lu selon ces colonnes. {undo} annule, {map-columns} les montre.".to_owned(),
        Notice::Demo => "Démo, base jetable. Choisissez {questionnaire}, {language} puis {import}. Touches\u{a0}: {help}.".to_owned(),
        Notice::Person(said) => (super::WORDS.person.notice)(said),
        Notice::StillReading => "Les noms se préparent encore\u{a0}: réessayez dans un instant.".to_owned(),
        Notice::NotReadAgain => "Lecture impossible pour l'instant\u{a0}: voici l'état d'avant.".to_owned(),
        Notice::Dossier(notice) => (super::WORDS.dossier.notice)(notice),
        Notice::Recorded(number) => (super::flows::WORDS.written)(*number),
        Notice::ToCheck(count, columns, not_read) => {
            let not_read =
                not_read.as_ref().map_or_else(String::new, |headings| format!(". {}", (super::WORDS.command.columns_not_read)(headings)));
            format!("{} à vérifier ({columns})\u{a0}: {{map-columns}}{not_read}", plural(*count, "colonne", "colonnes"))
        }
        Notice::NumberWanted(number) => (super::flows::WORDS.number_wanted)(*number),
        Notice::NotRead(headings) => (super::WORDS.command.columns_not_read)(headings),
        Notice::AsSettled(chosen) => (super::WORDS.config.chosen)(chosen),
        Notice::Unmet(unmet) => (super::WORDS.config.unmet)(unmet),
        Notice::NoRow => "Il n'y a pas de ligne ici.".to_owned(),
        Notice::NothingWrong => "Rien à redire à cette ligne. {edit} corrige un champ.".to_owned(),
        Notice::NoSuggestion(rule) => {
            format!("Rien de sûr pour «\u{a0}{}\u{a0}»\u{a0}: {{edit}} permet de taper.", rule_words(ScreenLanguage::French, *rule).reason)
        }
        Notice::NothingChanges => "Rien n'a changé.".to_owned(),
        Notice::NothingToRepeat => "Rien n'a encore été saisi. {edit} corrige un champ.".to_owned(),
        Notice::NothingFound => "Ce n'est dans aucune de ces lignes.".to_owned(),
        Notice::Unclear(unclear) => fixing::unclear(unclear),
        Notice::Fixed(field, before, after) => format!("{}\u{a0}: {before} -> {after}. {{undo}} l'annule.", trade::field(*field)),
        Notice::ChangedMany(values) => {
            format!("{}. {{undo}} annule {}.", plural(*values, "valeur modifiée", "valeurs modifiées"), all_of(*values))
        }
        Notice::FixedMany(values) => {
            format!("{}. {{undo}} annule {}.", plural(*values, "valeur corrigée", "valeurs corrigées"), all_of(*values))
        }
        Notice::DraftKept => "Brouillon conservé. {resume} le reprend depuis cet écran.".to_owned(),
        Notice::TakenUp(when) => format!("Suite du brouillon du {when}."),
        Notice::NoDrafts => "Il n'y a aucun brouillon.".to_owned(),
        Notice::PastedText => "Chemin et lignes ne se collent que sur l'écran d'accueil.".to_owned(),
        Notice::NothingToCopy => "Il n'y a rien à copier dans cette cellule.".to_owned(),
        Notice::TooMuchToCopy(rows) => {
            format!("{}, c'est trop à copier\u{a0}: {{export}} écrit un fichier.", plural(*rows, "ligne", "lignes"))
        }
        Notice::PastedInPart(left_out) => {
            format!("Collé en partie\u{a0}: {} de trop à la fin.", plural(*left_out, "caractère", "caractères"))
        }
        Notice::PastedTooMuch => "Trop à coller\u{a0}: enregistrez les lignes et ouvrez le fichier.".to_owned(),
    }
}

pub(super) const fn refused(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::NoLanguage => "Choisissez une langue ({language})\u{a0}: pour les lignes qui n'en ont pas.",
        Refusal::NoQuestionnaire => "Choisissez un questionnaire ({questionnaire})\u{a0}: chaque nouveau client l'aura.",
        Refusal::NoFlow => "Choisissez d'abord le flux de travail ({task-flow}).",
        Refusal::FlowArchived => "Ce flux est archivé\u{a0}: choisissez-en un autre ({task-flow}).",
        Refusal::LanguageNotOffered => "Questionnaire absent dans cette langue\u{a0}: changez ({language} ou {questionnaire}).",
        Refusal::Nothing => "Rien à importer\u{a0}: choisissez lignes ({toggle}) ou champs ({open}).",
    }
}

/// What is taken back, of so many.
const fn all_of(values: usize) -> &'static str {
    if values < 2 { "cela" } else { "tout" }
}
