//! What keys are called, in English.

use crate::words::key_names::KeyNames;

pub(super) const WORDS: KeyNames = KeyNames {
    space: "Space",
    enter: "Enter",
    escape: "Esc",
    tab: "Tab",
    backspace: "Backspace",
    delete: "Del",
    insert: "Ins",
    up: "Up",
    down: "Down",
    left: "Left",
    right: "Right",
    home: "Home",
    end: "End",
    page_up: "PgUp",
    page_down: "PgDn",
    shift: "Shift",
    question_mark: "question mark",
    slash: "slash",
    plus: "plus",
    minus: "minus",
    star: "asterisk",
    full_stop: "full stop",
    colon: "colon",
    dollar: "dollar sign",
};
