//! Keys, in English.

use crate::app::keymap::{Hindrance, KeysWarning, KeysWrong};
use crate::words::keys::KeysWords;
use crate::words::plural;

pub(super) const WORDS: KeysWords = KeysWords {
    not_used: |path| format!("{path} is not used: the standard keys hold."),
    on_line: |line| format!("Line {line}"),
    wrong,
    remedy: "Put it right there. instroom keys lists screens, actions and keys.",
    warning: |KeysWarning { line, action, key, why }| match why {
        Hindrance::AltGr => format!("Line {line}: {key} ({}) needs AltGr on Belgian and French keyboards.", action.id()),
        Hindrance::Taken => format!("Line {line}: {key} ({}) is often kept by the terminal, tmux or screen.", action.id()),
    },
    headings: ["screen", "keys", "name", "what they do"],
    own: "your own",
    no_key: "(no key)",
    press_keys: "Press keys to see what arrives; q twice ends.",
    to_stop: "q twice or Ctrl+C twice ends",
    colours: |count| format!("{count} colours"),
    true_colours: "16 million colours",
    no_colours: "no colours",
    in_tmux: "tmux stands in between: a lone Esc waits a moment.",
    in_screen: "screen stands in between: a lone Esc waits a moment.",
    over_ssh: "Over SSH: a lone Esc waits a moment.",
    nothing_between: "Nothing stands in between.",
    no_utf8: "The locale is not UTF-8: é and other accented keys may not arrive.",
    no_modifiers: "without modifiers",
    not_understood: "nothing comes of it",
    no_action: "no action on any screen",
    begins: |keys| format!("begins {keys}"),
    typed_elsewhere: "text where text is typed",
    number: |digit| format!("where a number is typed: {digit}"),
    number_or_sign: |digit, sign| format!("where a number is typed: {digit}, or {sign} where that sign can stand"),
    pasted: |count| format!("pasted: {}", plural(count as u64, "character", "characters")),
    resized: |width, height| format!("the window is {width}x{height} now"),
};

fn wrong(wrong: &KeysWrong) -> String {
    match wrong {
        KeysWrong::Unreadable(detail) => format!("The system says: {detail}"),
        KeysWrong::Syntax(detail) => detail.clone(),
        KeysWrong::UnknownAction { name, nearest: None } => format!("There is no action {name}"),
        KeysWrong::UnknownAction { name, nearest: Some(near) } => format!("There is no action {name}; the nearest is {near}"),
        KeysWrong::UnknownScreen { name, nearest: None } => format!("There is no screen {name}"),
        KeysWrong::UnknownScreen { name, nearest: Some(near) } => format!("There is no screen {name}; the nearest is {near}"),
        KeysWrong::NotThere { action, layer } => format!("{} does nothing on the screen {}", action.id(), layer.id()),
        KeysWrong::NotAList { action } => format!("{} takes a list of keys in quotation marks, as [\"x\", \"F5\"]", action.id()),
        KeysWrong::UnknownKey { action, key } => format!("No key is called {key} ({})", action.id()),
        KeysWrong::SameAs { action, key, other } => format!("{key} arrives as {other} ({})", action.id()),
        KeysWrong::TooLong { action, keys } => format!("{keys} are more than two keys after one another ({})", action.id()),
        KeysWrong::IsText { action, layer, key } => {
            format!("{key} is typed as text on the screen {} and cannot be {}", layer.id(), action.id())
        }
        KeysWrong::Twice { layer, keys, one, other } => {
            format!("{keys} would be both {} and {} on the screen {}", one.id(), other.id(), layer.id())
        }
        KeysWrong::Begins { layer, key, one, longer, other } => {
            format!("{key} ({}) would be the beginning of {longer} ({}) on the screen {}", one.id(), other.id(), layer.id())
        }
        KeysWrong::Unbound { layer, action } => format!("{} would have no key on the screen {}", action.id(), layer.id()),
    }
}
