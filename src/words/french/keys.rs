//! Les touches en français.

use super::plural;
use crate::app::keymap::{Hindrance, KeysWarning, KeysWrong};
use crate::words::keys::KeysWords;

pub(super) const WORDS: KeysWords = KeysWords {
    not_used: |path| format!("{path} n'est pas utilisé\u{a0}: les touches standard restent en vigueur."),
    on_line: |line| format!("Ligne {line}"),
    wrong,
    remedy: "Corrigez-le à cet endroit. instroom keys montre les écrans, les actions et les touches.",
    warning: |KeysWarning { line, action, key, why }| match why {
        Hindrance::AltGr => format!("Ligne {line}\u{a0}: {key} ({}) demande AltGr sur les claviers belges et français.", action.id()),
        Hindrance::Taken => format!("Ligne {line}\u{a0}: {key} ({}) est souvent retenu par le terminal, tmux ou screen.", action.id()),
    },
    headings: ["écran", "touches", "nom", "ce qu'elles font"],
    own: "votre choix",
    no_key: "(aucune touche)",
    press_keys: "Appuyez sur des touches pour voir ce qui arrive\u{a0}; deux fois q termine.",
    to_stop: "deux fois q ou deux fois Ctrl+C pour terminer",
    colours: |count| format!("{count} couleurs"),
    true_colours: "16 millions de couleurs",
    no_colours: "sans couleurs",
    in_tmux: "tmux est entre les deux\u{a0}: Esc seul attend un instant.",
    in_screen: "screen est entre les deux\u{a0}: Esc seul attend un instant.",
    over_ssh: "Par SSH\u{a0}: Esc seul attend un instant.",
    nothing_between: "Rien entre les deux.",
    no_utf8: "Les paramètres régionaux ne sont pas en UTF-8\u{a0}: é et les autres touches accentuées peuvent ne pas arriver.",
    no_modifiers: "sans touche de combinaison",
    not_understood: "il n'en résulte rien",
    no_action: "aucune action sur aucun écran",
    begins: |keys| format!("début de {keys}"),
    typed_elsewhere: "du texte là où l'on tape",
    number: |digit| format!("là où l'on tape un nombre\u{a0}: {digit}"),
    number_or_sign: |digit, sign| format!("là où l'on tape un nombre\u{a0}: {digit}, ou {sign} si ce signe est possible"),
    pasted: |count| format!("collé\u{a0}: {}", plural(count as u64, "caractère", "caractères")),
    resized: |width, height| format!("la fenêtre est maintenant de {width}x{height}"),
};

fn wrong(wrong: &KeysWrong) -> String {
    match wrong {
        KeysWrong::Unreadable(detail) => format!("Le système répond\u{a0}: {detail}"),
        KeysWrong::Syntax(detail) => detail.clone(),
        KeysWrong::UnknownAction { name, nearest: None } => format!("Il n'y a pas d'action {name}"),
        KeysWrong::UnknownAction { name, nearest: Some(near) } => format!("Il n'y a pas d'action {name}\u{a0}; la plus proche est {near}"),
        KeysWrong::UnknownScreen { name, nearest: None } => format!("Il n'y a pas d'écran {name}"),
        KeysWrong::UnknownScreen { name, nearest: Some(near) } => format!("Il n'y a pas d'écran {name}\u{a0}; le plus proche est {near}"),
        KeysWrong::NotThere { action, layer } => format!("{} ne fait rien sur l'écran {}", action.id(), layer.id()),
        KeysWrong::NotAList { action } => format!("{} demande une liste de touches entre guillemets, comme [\"x\", \"F5\"]", action.id()),
        KeysWrong::UnknownKey { action, key } => format!("Aucune touche ne s'appelle {key} ({})", action.id()),
        KeysWrong::SameAs { action, key, other } => format!("{key} arrive comme {other} ({})", action.id()),
        KeysWrong::TooLong { action, keys } => format!("{keys} font plus de deux touches à la suite ({})", action.id()),
        KeysWrong::IsText { action, layer, key } => {
            format!("{key} est du texte sur l'écran {} et ne peut y être {}", layer.id(), action.id())
        }
        KeysWrong::Twice { layer, keys, one, other } => {
            format!("{keys} serait à la fois {} et {} sur l'écran {}", one.id(), other.id(), layer.id())
        }
        KeysWrong::Begins { layer, key, one, longer, other } => {
            format!("{key} ({}) serait le début de {longer} ({}) sur l'écran {}", one.id(), other.id(), layer.id())
        }
        KeysWrong::Unbound { layer, action } => format!("{} n'aurait pas de touche sur l'écran {}", action.id(), layer.id()),
    }
}
