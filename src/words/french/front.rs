//! What stands in front of a screen, in French.

use crate::app::log_place::LogPlace;
use crate::words::front::FrontWords;

pub(super) const WORDS: FrontWords = FrontWords {
    fault_title: "Cela n'a pas fonctionné",
    log: |place| match place {
        LogPlace::Unasked => String::new(),
        LogPlace::Kept(path) => format!("Journal\u{a0}: {path}"),
        LogPlace::Refused(path, why) => format!("Pas de journal\u{a0}: {path} ne peut pas être écrit ({why})"),
        LogPlace::Nowhere => "Pas de journal\u{a0}: il n'y a pas de répertoire personnel".to_owned(),
    },
    button_back: "Retour",
    button_headings: "Choisir feuille et intitulés",
    button_again: "Réessayer",
    button_refresh: "Voir ce qui a changé",
    leave: "quitter",
    leave_title: "Quitter cette importation\u{a0}?",
    leave_text: "Vos choix pour ce fichier qui ne sont pas encore importés seront perdus. Le fichier et la base restent tels quels.",
    leave_button: "Quitter",
    typed_title: "Abandonner votre saisie\u{a0}?",
    typed_text: "Ce que vous avez saisi n'est encore dans aucun champ. {choose} permet de continuer.",
    typed_on: "Continuer la saisie",
    typed_button: "Abandonner",
    reopen_title: "Ouvrir avec d'autres intitulés\u{a0}?",
    reopen_text: "Vos choix pour ce fichier qui ne sont pas encore importés seront à refaire.",
    reopen_button: "Ouvrir",
    replace_title: "Remplacer le fichier\u{a0}?",
    replace_text: |path| format!("{path} existe déjà. Le remplacer fait perdre son contenu."),
    replace_button: "Remplacer",
    path_of_workbook: "Chemin du classeur",
    path_of_template: "Enregistrer le modèle sous",
    path_of_plan: "Enregistrer le plan sous",
    path_of_export: "Exporter vers",
    tab_completes: "{right} complète   {choose} valide   {close} quitte",
};
