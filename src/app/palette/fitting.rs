//! How well a name fits what is sought, and which of its letters do. Both are folded as names of people are: without accents, in
//! lower case.

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::domain::fold::fold;

/// That a name fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fit {
    /// How well; more is better.
    pub(super) score: u32,
    /// The places of the letters that fit, in characters, in order.
    pub(super) places: Vec<usize>,
}

/// What is sought: every word of it has to be found, its letters in their order, not always side by side.
pub(super) struct Wanted {
    pattern: Pattern,
    matcher: Matcher,
}

impl Wanted {
    pub(super) fn of(text: &str) -> Self {
        let pattern = Pattern::new(&fold(text), CaseMatching::Respect, Normalization::Never, AtomKind::Fuzzy);
        Self { pattern, matcher: Matcher::new(Config::DEFAULT) }
    }

    pub(super) fn fit(&mut self, name: &str) -> Option<Fit> {
        let (folded, origins) = letters(name);
        let (mut buffer, mut found) = (Vec::new(), Vec::new());
        let score = self.pattern.indices(Utf32Str::new(&folded, &mut buffer), &mut self.matcher, &mut found)?;
        let place = |at: u32| origins.get(usize::try_from(at).ok()?).copied();
        let mut places: Vec<usize> = found.into_iter().filter_map(place).collect();
        places.sort_unstable();
        places.dedup();
        Some(Fit { score, places })
    }
}

/// The folded letters of a name, and for each the place of the character that it comes from.
fn letters(name: &str) -> (String, Vec<usize>) {
    let (mut folded, mut origins) = (String::new(), Vec::new());
    for (place, character) in name.chars().enumerate() {
        let letters = if character.is_whitespace() { " ".to_owned() } else { fold(character.encode_utf8(&mut [0; 4])) };
        origins.extend(letters.chars().map(|_| place));
        folded.push_str(&letters);
    }
    (folded, origins)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit(wanted: &str, name: &str) -> Option<Vec<usize>> {
        Wanted::of(wanted).fit(name).map(|fit| fit.places)
    }

    #[test]
    fn accents_and_capitals_do_not_matter_and_the_places_are_those_of_the_name() {
        assert_eq!(fit("DEPLA", "déplacer"), Some(vec![0, 1, 2, 3, 4]));
        assert_eq!(fit("déf", "tout défaire"), Some(vec![5, 6, 7]));
        assert_eq!(fit("voeu", "vœu d'été"), Some(vec![0, 1, 2]), "one character may be two letters");
        assert_eq!(fit("x", "vœu"), None);
    }

    #[test]
    fn every_word_has_to_be_there_and_their_order_is_free() {
        assert_eq!(fit("onglet im", "importations: onglet"), Some(vec![0, 1, 14, 15, 16, 17, 18, 19]));
        assert_eq!(fit("onglet wx", "importations: onglet"), None);
        assert!(fit("  ", "importations").is_some(), "nothing sought fits everything");
    }

    #[test]
    fn letters_side_by_side_fit_better_than_scattered_ones() {
        let score = |name| Wanted::of("undo").fit(name).unwrap().score;
        assert!(score("undo") > score("urgently needed dossiers opened"));
        assert!(score("the undo") > score("thundosphere"), "the beginning of a word counts");
    }

    #[test]
    fn signs_of_patterns_are_letters_like_others() {
        for signs in ["!", "^", "$", "'", "\\", "!u", "\\ "] {
            assert_eq!(fit(signs, "undo"), None, "{signs}");
        }
        assert_eq!(fit("d'o", "annuler d'office"), Some(vec![8, 9, 10]));
    }
}
