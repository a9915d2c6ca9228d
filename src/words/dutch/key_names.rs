//! What keys are called, in Dutch.

use crate::words::key_names::KeyNames;

pub(super) const WORDS: KeyNames = KeyNames {
    space: "Spatie",
    enter: "Enter",
    escape: "Esc",
    tab: "Tab",
    backspace: "Backspace",
    delete: "Del",
    insert: "Ins",
    up: "Omhoog",
    down: "Omlaag",
    left: "Links",
    right: "Rechts",
    home: "Home",
    end: "End",
    page_up: "PgUp",
    page_down: "PgDn",
    shift: "Shift",
    question_mark: "vraagteken",
    slash: "schuine streep",
    plus: "plus",
    minus: "min",
    star: "sterretje",
    full_stop: "punt",
    colon: "dubbele punt",
    dollar: "dollarteken",
};
