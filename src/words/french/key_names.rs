//! What keys are called, in French.

use crate::words::key_names::KeyNames;

pub(super) const WORDS: KeyNames = KeyNames {
    space: "Espace",
    enter: "Entrée",
    escape: "Esc",
    tab: "Tab",
    backspace: "Retour",
    delete: "Suppr",
    insert: "Inser",
    up: "Haut",
    down: "Bas",
    left: "Gauche",
    right: "Droite",
    home: "Début",
    end: "Fin",
    page_up: "PgPréc",
    page_down: "PgSuiv",
    shift: "Maj",
    question_mark: "point d'interrogation",
    slash: "barre oblique",
    plus: "plus",
    minus: "moins",
    star: "astérisque",
    full_stop: "point",
    colon: "deux-points",
    dollar: "signe dollar",
};
