//! The guided tour, in French.

use crate::app::tour::{Advice, TourStep};
use crate::domain::draft::Bucket;
use crate::words::tour::TourWords;

pub(super) const WORDS: TourWords = TourWords { step: |at, all| format!("Étape {at} sur {all}"), title, why, advice };

const fn title(step: TourStep) -> &'static str {
    match step {
        TourStep::Tabs => "Quatre onglets",
        TourStep::Moving => "Parcourir une liste",
        TourStep::Reason => "Pourquoi une erreur",
        TourStep::Alike => "Corriger en une fois",
        TourStep::Undo => "Annuler, rétablir",
        TourStep::Duplicate => "Un doublon",
        TourStep::Marks => "Qui en fait partie",
        TourStep::Filter => "Trouver quelqu'un",
        TourStep::Language => "Leur langue",
        TourStep::Questionnaire => "Leur questionnaire",
        TourStep::Import => "L'importation",
        TourStep::Page => "La fiche d'un client",
        TourStep::TakeBack => "Annuler une importation",
        TourStep::Help => "Les touches",
        TourStep::Leave => "Sortir",
    }
}

const fn why(step: TourStep) -> &'static str {
    match step {
        TourStep::Tabs => {
            "Chaque ligne est dans une de quatre listes\u{a0}: nouvelle, dans Instroom mais pas dans ce fichier, déjà cliente, ou erronée."
        }
        TourStep::Moving => "Flèches et touches de page marchent aussi. Listes et fenêtres se parcourent toutes de la même façon.",
        TourStep::Reason => "Vous y voyez le champ, son contenu, la règle et la cellule\u{a0}: de quoi corriger, ou demander au client.",
        TourStep::Alike => {
            "Excel supprime les zéros initiaux. Une même erreur se corrige en une fois, après un coup d'œil à la liste. Votre fichier reste intact."
        }
        TourStep::Undo => "Tout ce que vous décidez s'annule, sans limite, tant que ce n'est pas importé. Essayez donc sans crainte.",
        TourStep::Duplicate => {
            "Rien de ce qui est enregistré ne change tout seul\u{a0}: champ par champ, vous choisissez ce que l'importation peut remplacer."
        }
        TourStep::Marks => {
            "Les nouvelles lignes sont reprises, sauf celles que vous laissez. Avec une plage, une touche suffit pour plusieurs."
        }
        TourStep::Filter => "Un filtre cherche dans les noms, lieux, numéros et adresses. Ce qu'il cache reste sélectionné comme avant.",
        TourStep::Language => {
            "Elle vaut pour les clients dont la ligne n'en indique pas\u{a0}: leur e-mail et leur questionnaire seront dans cette langue."
        }
        TourStep::Questionnaire => "Chaque nouveau client reçoit un dossier de cette saison avec ce questionnaire. Rien ne part encore.",
        TourStep::Import => "Le résumé est exactement ce qui sera écrit, tout ou rien, et ses totaux concordent avec le fichier.",
        TourStep::Page => "Voici tous les clients, avec dossiers et dates limites\u{a0}; une fiche montre chaque champ, et d'où il vient.",
        TourStep::TakeBack => {
            "Ce qu'une importation a ajouté part, ce qu'elle a changé revient, et ce qui a été travaillé depuis reste. Vous le voyez d'abord."
        }
        TourStep::Help => {
            "Chaque écran a sa liste de touches, et la dernière ligne montre les plus utiles. Une touche grisée dit pourquoi elle ne fait rien."
        }
        TourStep::Leave => {
            "Votre propre travail commence par instroom template, ou par instroom et votre fichier. Rien de cette visite ne reste."
        }
    }
}

const fn advice(advice: Advice) -> &'static str {
    match advice {
        Advice::Wait => "Un instant\u{a0}: cela continue tout seul.",
        Advice::DoneAlready => "C'est déjà fait. {tour-skip} passe à la suite.",
        Advice::CloseFront => "Regardez à votre aise. {close} ferme ceci, et la visite continue.",
        Advice::GoBack => "Regardez à votre aise. {back} revient, et la visite continue.",
        Advice::TakeUpDraft => "{resume} reprend votre brouillon, tel quel.",
        Advice::BeginImport => "{new-import} choisit un fichier\u{a0}: l'exemple, à nouveau.",
        Advice::PickWorkbook => "{open} ouvre le fichier sous le curseur.",
        Advice::SeeTab(Bucket::OnlyInImport) => "{tab-1} montre les nouveaux\u{a0}: seulement dans le fichier.",
        Advice::SeeTab(Bucket::OnlyInStore) => "{tab-2} montre qui est dans Instroom et pas dans ce fichier.",
        Advice::SeeTab(Bucket::Duplicates) => "{tab-3} montre les lignes qui sont déjà des clients.",
        Advice::SeeTab(Bucket::Invalid) => "{tab-4} montre les lignes encore erronées.",
        Advice::ToLast => "{last} va à la dernière ligne\u{a0}; {down} et {up} avancent une à une.",
        Advice::ToFirst => "{first} revient à la première ligne.",
        Advice::SeeRow => "{next-finding} va à la ligne suivante\u{a0}; {open} montre toutes ses erreurs.",
        Advice::FindAlike => "{next-finding} avance, vers une ligne qui a perdu ses zéros initiaux.",
        Advice::FindAlikeAbove => "{previous-finding} recule, vers une ligne qui a perdu ses zéros initiaux.",
        Advice::SeeAlike => "{take-alike} montre toutes les lignes semblables, avant et après.",
        Advice::TakeAlike => "{choose} les corrige toutes en une fois.",
        Advice::DecideFirst => "{tab-1}, puis {toggle} sur une ligne\u{a0}: il y aura quelque chose à annuler.",
        Advice::Undo => "{undo} annule ce que vous avez fait en dernier.",
        Advice::Redo => "{redo} le rétablit.",
        Advice::SeeDuplicate => "{next-finding} va à un doublon qui diffère\u{a0}; {open} compare les deux.",
        Advice::NextDifference => "{next-finding} va au champ suivant qui diffère.",
        Advice::OtherDuplicate => "Ici, rien ne diffère. {back} revient, vers un autre.",
        Advice::TakeValue => "{toggle} prend la valeur de l'importation.",
        Advice::BeginRange => "{range} commence une plage.",
        Advice::LongerRange => "{down} l'allonge\u{a0}: quelques lignes suffisent.",
        Advice::MarkRange => "{toggle} les laisse toutes de côté, ou les reprend.",
        Advice::BeginFilter => "{filter} commence un filtre.",
        Advice::TypeFilter => "Tapez une partie d'un nom ou d'un lieu\u{a0}; {choose} la garde.",
        Advice::AllRows => "{close} montre à nouveau toutes les lignes.",
        Advice::SeeLanguages => "{language} ouvre la liste des langues.",
        Advice::SeeQuestionnaires => "{questionnaire} ouvre la liste des questionnaires.",
        Advice::SeeFlows => "D'abord {task-flow}\u{a0}: les questionnaires dépendent du flux de travail.",
        Advice::ChooseLine => "{choose} prend la ligne sous le curseur\u{a0}; taper en cherche une autre.",
        Advice::SeeSummary => "{import} montre ce qui serait écrit. Rien ne l'est encore.",
        Advice::OtherButton => "{right} va à l'autre bouton.",
        Advice::PressButton => "{choose} appuie sur le bouton.",
        Advice::SeeCustomers => "{customers} montre tous les clients.",
        Advice::SeeCustomersTab => "{tab-customers} revient aux clients.",
        Advice::SeePage => "{edit} ouvre la fiche du client sous le curseur.",
        Advice::SeeImports => "{tab-imports} montre les importations, la plus récente d'abord.",
        Advice::SeeTakingBack => "{take-back} montre ce que ferait l'annulation.",
        Advice::TakeBack => "{take-back} annule l'importation, après une question.",
        Advice::SeeKeys => "{help} montre les touches de cet écran.",
        Advice::Leave => "{back} revient, et depuis l'écran d'accueil, sort.",
    }
}
