//! Journeys as a dialogue on plain lines, in the three languages: read each aloud.

use instroom::words::ScreenLanguage;

use crate::support::flow::Flow;
use crate::support::talk::Talk;

/// From the four tabs to a report: why a row is invalid, a field put right, what is chosen, the import, and back again.
const IMPORT: &[&str] = &[
    "4", "more", "list 3", "row 2", "edit", "", "u", "1", "list 5", "row 3", "space", "T", "2", "task-flow", "", "Q", "1", "I", "2", "",
];

#[test]
fn an_import_is_talked_through() {
    for language in ScreenLanguage::ALL {
        let mut talk = Talk::of(Flow::sample(), language);
        talk.say(IMPORT).tell(&format!("plain_import_{}", language.code()));
    }
}
