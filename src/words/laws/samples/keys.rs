//! Everything that can be wrong with the keys that a person chose.

use crate::app::action::Action;
use crate::app::keymap::{Hindrance, KeysWarning, KeysWrong, Layer};

every! {
    keys_wrongs: KeysWrong {
        KeysWrong::Unreadable(_) => [KeysWrong::Unreadable("no such file".into())],
        // What the reader of the file says is in its own words.
        KeysWrong::Syntax(_) => [KeysWrong::TooLong { action: Action::Import, keys: "g g g".into() }],
        KeysWrong::UnknownAction { .. } => [
            KeysWrong::UnknownAction { name: "imprt".into(), nearest: Some("import") },
            KeysWrong::UnknownAction { name: "zzz".into(), nearest: None },
        ],
        KeysWrong::UnknownScreen { .. } => [
            KeysWrong::UnknownScreen { name: "tab".into(), nearest: Some("tabs") },
            KeysWrong::UnknownScreen { name: "zzz".into(), nearest: None },
        ],
        KeysWrong::NotThere { .. } => [KeysWrong::NotThere { action: Action::Import, layer: Layer::Start }],
        KeysWrong::NotAList { .. } => [KeysWrong::NotAList { action: Action::Import }],
        KeysWrong::UnknownKey { .. } => [KeysWrong::UnknownKey { action: Action::Import, key: "Hyper".into() }],
        KeysWrong::SameAs { .. } => [KeysWrong::SameAs { action: Action::Import, key: "Ctrl+I".into(), other: "Tab" }],
        KeysWrong::TooLong { .. } => [KeysWrong::TooLong { action: Action::Import, keys: "g g g".into() }],
        KeysWrong::IsText { .. } => [KeysWrong::IsText { action: Action::Help, layer: Layer::Typing, key: "h".into() }],
        KeysWrong::Twice { .. } => [KeysWrong::Twice {
            layer: Layer::Tabs,
            keys: "n".into(),
            one: Action::Import,
            other: Action::NextFinding,
        }],
        KeysWrong::Begins { .. } => [KeysWrong::Begins {
            layer: Layer::Tabs,
            key: "g".into(),
            one: Action::Import,
            longer: "g g".into(),
            other: Action::First,
        }],
        KeysWrong::Unbound { .. } => [KeysWrong::Unbound { layer: Layer::Tabs, action: Action::Help }],
    }
    hindrances: Hindrance {
        Hindrance::AltGr => [Hindrance::AltGr],
        Hindrance::Taken => [Hindrance::Taken],
    }
}

pub(super) fn keys_warnings() -> Vec<KeysWarning> {
    let warning = |why| KeysWarning { line: 7, action: Action::Import, key: "Ctrl+S".into(), why };
    hindrances().into_iter().map(warning).collect()
}
