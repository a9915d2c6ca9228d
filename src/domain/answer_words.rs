//! The words that a cell may answer with: yes or no, and the one type of customer there is.

use super::fold::fold;

const YES: [&str; 11] = ["yes", "y", "true", "1", "ja", "j", "oui", "o", "waar", "vrai", "wahr"];
const NO: [&str; 11] = ["no", "n", "false", "0", "nee", "neen", "non", "nein", "onwaar", "faux", "falsch"];

/// Names of a private person in Dutch, French, English and German, [folded](fold).
const PERSON: [&str; 26] = [
    "person",
    "private person",
    "privateperson",
    "private individual",
    "individual",
    "natural person",
    "private",
    "persoon",
    "privepersoon",
    "prive-persoon",
    "prive persoon",
    "private persoon",
    "prive",
    "natuurlijk persoon",
    "natuurlijke persoon",
    "natuurlijkpersoon",
    "particulier",
    "particuliere",
    "particuliere persoon",
    "personne",
    "personne physique",
    "personne privee",
    "privatperson",
    "naturliche person",
    "natuerliche person",
    "einzelperson",
];

/// What other programs are left by, and what people call it.
const LEAVING: [&str; 18] = [
    "quit",
    "exit",
    "bye",
    "leave",
    "close",
    "logout",
    ":q",
    ":wq",
    ":q!",
    "stop",
    "einde",
    "sluiten",
    "afsluiten",
    "verlaten",
    "quitter",
    "sortir",
    "fermer",
    "fin",
];

/// The truth of a yes or a no in the languages of the templates, of a truth value, of 1 or 0.
#[must_use]
pub fn yes_or_no(text: &str) -> Option<bool> {
    if is_one_of(text, &YES) {
        Some(true)
    } else if is_one_of(text, &NO) {
        Some(false)
    } else {
        None
    }
}

/// Whether a text asks to leave, in words that other programs are left by or in any of the languages.
#[must_use]
pub fn asks_to_leave(text: &str) -> bool {
    is_one_of(text, &LEAVING)
}

/// Whether a text names a private person, in any of the languages.
#[must_use]
pub fn is_person(text: &str) -> bool {
    is_one_of(text, &PERSON)
}

/// Compares without copying first: of a million cells nearly all are the template's own words.
fn is_one_of(text: &str, words: &[&str]) -> bool {
    let known = |text: &str| words.iter().any(|word| word.eq_ignore_ascii_case(text));
    known(text) || known(&fold(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yes_and_no_are_known_in_the_languages() {
        for text in ["yes", "YES", "Ja", "oui", "true", "TRUE", "1", "WAAR", "Vrai", " ja "] {
            assert_eq!(yes_or_no(text), Some(true), "{text}");
        }
        for text in ["no", "Nee", "neen", "NON", "false", "0", "onwaar", "Faux", "nein"] {
            assert_eq!(yes_or_no(text), Some(false), "{text}");
        }
        for text in ["", "maybe", "2", "-", "yes no", "misschien", "10"] {
            assert_eq!(yes_or_no(text), None, "{text}");
        }
    }

    #[test]
    fn a_private_person_is_known_in_the_languages() {
        for text in [
            "person",
            "Private person",
            "PERSOON",
            "Privépersoon",
            "natuurlijk persoon",
            "Particulier",
            "personne  physique",
            "Natürliche Person",
        ] {
            assert!(is_person(text), "{text}");
        }
        for text in ["", "company", "vennootschap", "société", "personne morale", "rechtspersoon", "persons"] {
            assert!(!is_person(text), "{text}");
        }
    }

    #[test]
    fn who_asks_to_leave_is_understood_in_the_languages() {
        for text in ["quit", "EXIT", " Sluiten ", "quitter", ":q"] {
            assert!(asks_to_leave(text), "{text}");
        }
        for text in ["", "q", "quite", "no", "vertrek uit"] {
            assert!(!asks_to_leave(text), "{text}");
        }
    }

    #[test]
    fn the_lists_hold_folded_words_and_no_word_twice() {
        for list in [YES.as_slice(), &NO, &PERSON, &LEAVING] {
            for word in list {
                assert_eq!(fold(word), *word);
                assert_eq!(list.iter().filter(|other| *other == word).count(), 1, "{word}");
            }
        }
        assert!(YES.iter().all(|word| !NO.contains(word)));
    }
}
