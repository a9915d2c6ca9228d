//! What is said about keys: those that a person chose, and what arrives of them.

use crate::app::keymap::{KeysFault, KeysWarning, KeysWrong};
use crate::words::{Told, sentence};

phrases! { KeysWords {
    not_used: fn(&str) -> String,
    on_line: fn(u64) -> String,
    wrong: fn(&KeysWrong) -> String,
    remedy: &'static str,
    warning: fn(&KeysWarning) -> String,
    headings: [&'static str; 4],
    own: &'static str,
    no_key: &'static str,
    press_keys: &'static str,
    to_stop: &'static str,
    colours: fn(u32) -> String,
    true_colours: &'static str,
    no_colours: &'static str,
    in_tmux: &'static str,
    in_screen: &'static str,
    over_ssh: &'static str,
    nothing_between: &'static str,
    no_utf8: &'static str,
    no_modifiers: &'static str,
    not_understood: &'static str,
    no_action: &'static str,
    begins: fn(&str) -> String,
    typed_elsewhere: &'static str,
    number: fn(&str) -> String,
    number_or_sign: fn(&str, &str) -> String,
    pasted: fn(usize) -> String,
    resized: fn(u16, u16) -> String,
} }

impl KeysWords {
    /// Why the keys that a person chose are not used.
    pub(super) fn fault(&self, path: &str, why: &KeysFault, colon: &str) -> Told {
        let line = why.line.map(|line| format!("{}{colon}", (self.on_line)(line))).unwrap_or_default();
        Told::new((self.not_used)(path), format!("{line}{}", sentence(&(self.wrong)(&why.wrong))), self.remedy)
    }
}
