//! What keys do, in French.

use crate::app::action::Action;
use crate::app::chooser::Question;
use crate::app::keymap::Layer;

/// A line of the help.
pub(super) fn action(action: Action) -> &'static str {
    match action {
        Action::Help => "touches de cet écran",
        Action::Back => "un écran en arrière\u{a0}; au premier, quitter",
        Action::Close => "fermer la boîte, sinon la plage, sinon le filtre",
        Action::Cancel => "arrêter ce qui est en cours",
        Action::Redraw => "redessiner l'écran",
        Action::Suspend => "vers le shell, fg pour revenir",
        Action::ShowNumbers => "montrer ou masquer les numéros nationaux",
        Action::ScreenLanguage => "langue de l'écran",
        Action::Undo => "annuler le dernier choix",
        Action::Redo => "le rétablir",
        Action::Down => "vers le bas",
        Action::Up => "vers le haut",
        Action::Left => "à gauche",
        Action::Right => "à droite",
        Action::First => "premier",
        Action::Last => "dernier",
        Action::PageDown => "page suivante",
        Action::PageUp => "page précédente",
        Action::FirstColumn => "première colonne",
        Action::LastColumn => "dernière colonne",
        Action::NewImport => "nouvelle importation",
        Action::Template => "télécharger le modèle",
        Action::Choose => "choisir ou appuyer",
        Action::Open => "ouvrir, choisir ou valider",
        Action::Preview => "regarder dans le fichier",
        Action::Parent => "dossier parent",
        Action::TypePath => "taper un chemin",
        Action::NextTab => "onglet suivant",
        Action::PreviousTab => "onglet précédent",
        Action::TabOnlyInImport => "onglet 1\u{a0}: uniquement en importation",
        Action::TabOnlyInStore => "onglet 2\u{a0}: uniquement dans Instroom",
        Action::TabDuplicates => "onglet 3\u{a0}: doubles",
        Action::TabInvalid => "onglet 4\u{a0}: invalides",
        Action::Toggle => "sélectionner ou désélectionner",
        Action::Range => "début ou fin de la plage",
        Action::ExtendDown => "étendre la plage vers le bas",
        Action::ExtendUp => "étendre la plage vers le haut",
        Action::SelectAll => "sélectionner tout ce qui est affiché",
        Action::Invert => "inverser la sélection",
        Action::SelectNone => "désélectionner tout ce qui est affiché",
        Action::Filter => "filtrer en tapant",
        Action::Sort => "trier sur cette colonne, encore\u{a0}: inverser",
        Action::SortMenu => "choisir la colonne de tri",
        Action::Columns => "afficher et masquer des colonnes",
        Action::Narrower => "rétrécir cette colonne",
        Action::Wider => "élargir cette colonne",
        Action::Pane => "afficher ou masquer le volet de détail",
        Action::Zoom => "volet de détail en grand, et retour",
        Action::PaneDown => "faire descendre le volet",
        Action::PaneUp => "faire remonter le volet",
        Action::NextFinding => "avertissement, différence, erreur\u{a0}: suivant",
        Action::PreviousFinding => "avertissement, différence, erreur\u{a0}: précédent",
        Action::Language => "langue des clients dont la ligne n'en dit rien",
        Action::Questionnaire => "questionnaire des nouveaux dossiers",
        Action::TaskFlow => "flux de travail",
        Action::SheetAndHeadings => "autre feuille ou ligne d'intitulés",
        Action::Import => "importer\u{a0}: d'abord le résumé",
        Action::Export => "exporter ce qui est affiché",
        Action::TakeAll => "toutes les différences de l'importation",
        Action::TakeNone => "tous les champs d'Instroom",
        Action::FillBlanks => "seulement ce qui est vide dans Instroom",
        Action::TakeStore => "la valeur d'Instroom",
        Action::TakeImport => "la valeur de l'importation",
    }
}

/// A word in the footer.
pub(super) fn hint(action: Action) -> &'static str {
    match action {
        Action::Help => "aide",
        Action::Back => "retour",
        Action::Close => "fermer",
        Action::Choose => "choisir",
        Action::Open => "ouvrir",
        Action::NewImport | Action::Import => "importer",
        Action::Template => "modèle",
        Action::Preview => "aperçu",
        Action::Parent => "parent",
        Action::TypePath => "chemin",
        Action::Filter => "filtrer",
        Action::SheetAndHeadings => "intitulés",
        Action::Toggle => "choisir",
        Action::Language => "langue",
        Action::Questionnaire => "questions",
        Action::NextFinding => "suivant",
        Action::PreviousFinding => "précédent",
        Action::Sort => "trier",
        Action::Export => "exporter",
        Action::TakeStore => "Instroom",
        Action::TakeImport => "import",
        Action::TakeAll => "tout",
        Action::TakeNone => "rien",
        Action::FillBlanks => "vides",
        Action::Zoom => "réduire",
        Action::PaneDown | Action::Down => "bas",
        Action::PaneUp | Action::Up => "haut",
        Action::Left => "gauche",
        Action::Right => "autre",
        other => self::action(other),
    }
}

/// The title of a drop-down list.
pub(super) fn question(question: Question) -> &'static str {
    match question {
        Question::Language => "Langue, si la ligne n'en indique pas",
        Question::Questionnaire => "Questionnaire des nouveaux dossiers",
        Question::TaskFlow => "Flux de travail",
        Question::ScreenLanguage => "Langue de l'écran",
        Question::SheetAndHeadings => "Quelle feuille, ou quelle ligne porte les intitulés\u{a0}?",
        Question::Sort => "Trier sur",
        Question::Help => "Touches ici",
        Question::TemplateLanguage => "Langue du modèle",
        Question::Export => "Exporter quoi\u{a0}?",
    }
}

/// The heading of a layer in the table of keys.
pub(super) fn layer(layer: Layer) -> &'static str {
    match layer {
        Layer::Everywhere => "Partout (sauf en tapant du texte)",
        Layer::Start => "Écran d'accueil",
        Layer::Picker => "Choix du fichier",
        Layer::Running => "Pendant un traitement",
        Layer::Tabs => "Les quatre onglets",
        Layer::Compare => "Un double, champ par champ",
        Layer::Zoom => "Volet de détail, en grand",
        Layer::Summary => "Résumé",
        Layer::Report => "Rapport",
        Layer::Columns => "Colonnes",
        Layer::Box => "Questions et erreurs",
        Layer::Choosing => "Listes déroulantes",
        Layer::Filtering => "Saisie d'un filtre",
        Layer::Typing => "Saisie d'un chemin",
    }
}
