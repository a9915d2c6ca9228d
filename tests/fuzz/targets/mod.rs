//! What is fuzzed: every reader of foreign or kept bytes, each as a function of bytes that stops loudly where what
//! it was promised is not so. `cargo fuzz` looks for such bytes; `cargo test` replays those that were kept.

mod books;
mod kept;
mod texts;

use super::books as made;

/// A target: its name, and what it does with bytes.
pub(crate) type Target = (&'static str, fn(&[u8]));

/// All targets.
pub(crate) const TARGETS: [Target; 15] = [
    ("answers", texts::answers),
    ("backup", kept::backup),
    ("fields", texts::fields),
    ("header", texts::header),
    ("journal", kept::journal),
    ("keys", kept::keys),
    ("ods", books::ods),
    ("outline", books::outline),
    ("plan", kept::plan),
    ("questionnaire", kept::questionnaire),
    ("separated", books::separated),
    ("settings", kept::settings),
    ("xls", books::xls),
    ("xlsb", books::xlsb),
    ("xlsx", books::xlsx),
];

/// Gives bytes to the target of that name.
pub(crate) fn run(name: &str, bytes: &[u8]) {
    let (_, target) = TARGETS.iter().find(|(known, _)| *known == name).expect("a target of that name");
    target(bytes);
}

/// What is shown of foreign bytes: nothing in it acts on a terminal or misleads an eye.
fn harmless(text: &str) {
    let harmless = instroom::domain::neutral::neutralise_lines(text);
    assert_eq!(text, harmless, "a text that acts on a terminal");
}
