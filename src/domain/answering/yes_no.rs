//! A yes or a no, perhaps with a remark behind it.

use crate::domain::answer_words::yes_or_no;
use crate::domain::fold::fold;

/// What says no without the word, [folded](fold).
const NONE: [&str; 8] = ["geen", "neant", "aucun", "aucune", "none", "helemaal niet", "pas du tout", "not at all"];

/// What is put in a box to tick it.
const TICKS: [&str; 4] = ["x", "v", "✓", "✔"];

/// The words that a remark may follow: no digits and no single letters, which begin remarks themselves.
const BEFORE_A_REMARK: [&str; 8] = ["ja", "nee", "neen", "oui", "non", "yes", "no", "nein"];

/// Words that take back what was said before them, so that neither yes nor no is certain.
const TURNS: [&str; 22] = [
    "maar",
    "mais",
    "but",
    "aber",
    "tenzij",
    "sauf",
    "behalve",
    "hormis",
    "except",
    "unless",
    "wel",
    "toch",
    "pourtant",
    "cependant",
    "however",
    "although",
    "hoewel",
    "alleen",
    "seulement",
    "enkel",
    "only",
    "uniquement",
];

/// Whether a text says yes, and whether it says something more. None where it says neither or both.
pub(super) fn read(text: &str) -> Option<(bool, bool)> {
    if let Some(is_yes) = yes_or_no(text) {
        return Some((is_yes, false));
    }
    let folded = fold(text);
    if TICKS.contains(&folded.as_str()) {
        return Some((true, false));
    }
    if NONE.contains(&folded.as_str()) {
        return Some((false, false));
    }
    let end = folded.find(|sign: char| !sign.is_alphanumeric())?;
    let (word, rest) = folded.split_at_checked(end).filter(|(word, _)| BEFORE_A_REMARK.contains(word))?;
    // A hyphen within a word sets nothing off.
    let is_dash = rest.starts_with(' ') && rest.trim_start().starts_with(['-', '–', '—']);
    let is_set_off = is_dash || rest.trim_start().starts_with([',', ';', ':', '.', '(', '!']) || text.contains('\n');
    let is_yes = yes_or_no(word)?;
    let mut words = rest.split(|sign: char| !sign.is_alphanumeric());
    let turns = words.any(|word| TURNS.contains(&word) || (BEFORE_A_REMARK.contains(&word) && yes_or_no(word) != Some(is_yes)));
    let says_more = rest.chars().any(char::is_alphanumeric);
    (is_set_off && !turns).then_some((is_yes, says_more))
}
