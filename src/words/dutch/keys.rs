//! De toetsen in het Nederlands.

use crate::app::keymap::{Hindrance, KeysWarning, KeysWrong};
use crate::words::keys::KeysWords;
use crate::words::plural;

pub(super) const WORDS: KeysWords = KeysWords {
    not_used: |path| format!("{path} wordt niet gebruikt: de standaardtoetsen gelden."),
    on_line: |line| format!("Regel {line}"),
    wrong,
    remedy: "Zet het daar recht. instroom keys toont schermen, acties en toetsen.",
    warning: |KeysWarning { line, action, key, why }| match why {
        Hindrance::AltGr => format!("Regel {line}: {key} ({}) vraagt AltGr op Belgische en Franse toetsenborden.", action.id()),
        Hindrance::Taken => format!("Regel {line}: {key} ({}) wordt vaak door de terminal, tmux of screen zelf gebruikt.", action.id()),
    },
    headings: ["scherm", "toetsen", "naam", "wat ze doen"],
    own: "eigen keuze",
    no_key: "(geen toets)",
    press_keys: "Druk op toetsen om te zien wat aankomt; tweemaal q stopt.",
    to_stop: "tweemaal q of tweemaal Ctrl+C stopt",
    colours: |count| format!("{count} kleuren"),
    true_colours: "16 miljoen kleuren",
    no_colours: "geen kleuren",
    in_tmux: "tmux staat ertussen: Esc alleen wacht even.",
    in_screen: "screen staat ertussen: Esc alleen wacht even.",
    over_ssh: "Via SSH: Esc alleen wacht even.",
    nothing_between: "Er staat niets tussen.",
    no_utf8: "De landinstelling is geen UTF-8: é en andere toetsen met accent komen misschien niet aan.",
    no_modifiers: "zonder hulptoets",
    not_understood: "er gebeurt niets mee",
    no_action: "geen actie op enig scherm",
    begins: |keys| format!("begin van {keys}"),
    typed_elsewhere: "tekst waar tekst wordt getypt",
    number: |digit| format!("waar een getal wordt getypt: {digit}"),
    number_or_sign: |digit, sign| format!("waar een getal wordt getypt: {digit}, of {sign} waar dat teken kan staan"),
    pasted: |count| format!("geplakt: {}", plural(count as u64, "teken", "tekens")),
    resized: |width, height| format!("het venster is nu {width}x{height}"),
};

fn wrong(wrong: &KeysWrong) -> String {
    match wrong {
        KeysWrong::Unreadable(detail) => format!("Het systeem zegt: {detail}"),
        KeysWrong::Syntax(detail) => detail.clone(),
        KeysWrong::UnknownAction { name, nearest: None } => format!("Er is geen actie {name}"),
        KeysWrong::UnknownAction { name, nearest: Some(near) } => format!("Er is geen actie {name}; het dichtst komt {near}"),
        KeysWrong::UnknownScreen { name, nearest: None } => format!("Er is geen scherm {name}"),
        KeysWrong::UnknownScreen { name, nearest: Some(near) } => format!("Er is geen scherm {name}; het dichtst komt {near}"),
        KeysWrong::NotThere { action, layer } => format!("{} doet niets op het scherm {}", action.id(), layer.id()),
        KeysWrong::NotAList { action } => {
            format!("{} vraagt een lijst van toetsen tussen aanhalingstekens, zoals [\"x\", \"F5\"]", action.id())
        }
        KeysWrong::UnknownKey { action, key } => format!("Geen toets heet {key} ({})", action.id()),
        KeysWrong::SameAs { action, key, other } => format!("{key} komt aan als {other} ({})", action.id()),
        KeysWrong::TooLong { action, keys } => format!("{keys} zijn meer dan twee toetsen na elkaar ({})", action.id()),
        KeysWrong::IsText { action, layer, key } => {
            format!("{key} is tekst op het scherm {} en kan daar niet {} zijn", layer.id(), action.id())
        }
        KeysWrong::Twice { layer, keys, one, other } => {
            format!("{keys} zou zowel {} als {} zijn op het scherm {}", one.id(), other.id(), layer.id())
        }
        KeysWrong::Begins { layer, key, one, longer, other } => {
            format!("{key} ({}) zou het begin zijn van {longer} ({}) op het scherm {}", one.id(), other.id(), layer.id())
        }
        KeysWrong::Unbound { layer, action } => format!("{} zou geen toets hebben op het scherm {}", action.id(), layer.id()),
    }
}
