//! Headings that are near a known name: a slip of the finger, or a known name among other words.
//!
//! What is found here is proposed to a person and never taken unasked.

use super::recognition::{Claim, HeadingWords, recognise, words};
use super::synonyms::{self, lists};
use crate::domain::field::Field;

/// Fewest letters of a name that a slip can be made in: below that, other words are one slip away.
const FEWEST_LETTERS: usize = 5;
/// Fewest letters of a name that counts among words which nobody knows.
const FEWEST_AMONG_OTHERS: usize = 4;

/// A heading that is near a known name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Near {
    /// What the name stands for.
    pub field: Field,
    /// The name, as it is compared: letters and digits only.
    pub known: &'static str,
    /// How near.
    pub how: Nearness,
}

/// How near a heading is to a known name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Nearness {
    /// Letters added, dropped, changed or swapped.
    Slips(u8),
    /// The name with words around it that change nothing ("Code postal domicile").
    Qualified,
    /// The name with words around it that nobody knows.
    AmongOthers,
}

/// Whom or what a heading speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum About {
    /// The customer, as far as can be told.
    Customer,
    /// The partner.
    Partner,
    /// Somebody else, or another use: the accountant's e-mail address, the address for invoices.
    Another,
}

/// Whom or what a heading speaks of.
#[must_use]
pub fn about(text: &str) -> About {
    about_words(&words(text))
}

fn about_words(words: &HeadingWords) -> About {
    let another = |word: &String| lists(synonyms::ANOTHER, word) || lists(synonyms::OTHER_USE, word) || starts_another(word);
    if words.speak_of(synonyms::PARTNER) {
        About::Partner
    } else if words.plain.iter().chain(&words.hints).any(another) {
        About::Another
    } else {
        About::Customer
    }
}

/// Dutch glues its words: "geboortedatum", "factuuradres", "werkgever".
fn starts_another(word: &str) -> bool {
    ["geboorte", "factu", "boekhoud", "bedrijfs", "rekening", "oprichting"]
        .iter()
        .any(|start| word.starts_with(start) && word != "bedrijfsnaam")
}

/// The known name that a heading is near, where exactly one field is. Nothing for a heading that is
/// a known name already, and nothing for one that names several fields ("Postcode en gemeente").
#[must_use]
pub fn near(text: &str) -> Option<Near> {
    if recognise(text).is_some() {
        return None;
    }
    let words = words(text);
    let about = about_words(&words);
    if about == About::Another {
        return None;
    }
    let spare = [synonyms::ARTICLES, synonyms::CUSTOMER, synonyms::PARTNER];
    let plain: Vec<&str> = words.plain.iter().map(String::as_str).filter(|word| !spare.iter().any(|list| lists(list, word))).collect();
    let named = named(&plain);
    if named.iter().any(|(_, field, _)| named.first().is_some_and(|(_, first, _)| first != field)) {
        return None;
    }
    let found = slipped(&plain.concat()).or_else(|| within(&plain, &named)).or_else(|| glued(&plain.concat()))?;
    match (about, found.field) {
        (About::Partner, Field::NationalNumber) => Some(Near { field: Field::SpouseNationalNumber, ..found }),
        (About::Partner, Field::EnterpriseNumber) => Some(Near { field: Field::SpouseEnterpriseNumber, ..found }),
        (About::Partner, Field::FirstName) => Some(Near { field: Field::SpouseFirstName, ..found }),
        // "Naam partner" may be the whole name.
        (About::Partner, Field::LastName) if recognise(found.known).is_some_and(|(_, claim)| claim == Claim::Sure) => {
            Some(Near { field: Field::SpouseLastName, ..found })
        }
        (About::Partner, Field::Email) => Some(Near { field: Field::SpouseEmail, ..found }),
        (About::Partner, Field::Mobile) => Some(Near { field: Field::SpouseMobile, ..found }),
        (About::Partner, _) => None,
        _ => Some(found),
    }
}

/// Names that say by themselves what they are.
fn telling() -> impl Iterator<Item = (Field, &'static str)> {
    synonyms::names().filter(|(_, claim, _)| matches!(claim, Claim::Sure | Claim::UnlessNamed)).map(|(field, _, name)| (field, name))
}

/// The one field among those whose names came nearest.
fn only_one(mut found: impl Iterator<Item = Near>) -> Option<Near> {
    let first = found.next()?;
    found.all(|other| other.field == first.field).then_some(first)
}

/// A typing error in a name. The first letter is hardly ever the wrong one.
fn slipped(text: &str) -> Option<Near> {
    if lists(synonyms::NO_SLIPS, text) {
        return None;
    }
    let allowed = |letters: usize| match letters {
        0..FEWEST_LETTERS => 0,
        FEWEST_LETTERS..8 => 1,
        8..14 => 2,
        _ => 3,
    };
    let length = text.chars().count();
    let slips = |name: &str| {
        let most = allowed(name.len().min(length));
        let possible = most > 0 && name.chars().next() == text.chars().next() && name.len().abs_diff(length) <= most;
        possible.then(|| strsim::osa_distance(text, name)).filter(|slips| (1..=most).contains(slips))
    };
    let fewest = telling().filter_map(|(_, name)| slips(name)).min()?;
    let nearest = telling().filter(|(_, name)| slips(name) == Some(fewest));
    only_one(nearest.map(|(field, known)| Near { field, known, how: Nearness::Slips(u8::try_from(fewest).unwrap_or(u8::MAX)) }))
}

/// A known name in a heading: from which word to which, and what it stands for.
type Named = (std::ops::Range<usize>, Field, &'static str);

/// The known names in a heading, each of words that stand by themselves. Of names in one another the longest counts.
fn named(words: &[&str]) -> Vec<Named> {
    let mut found: Vec<Named> = Vec::new();
    for length in (1..=words.len()).rev() {
        for start in 0..=words.len() - length {
            let range = start..start + length;
            let taken = |(taken, ..): &Named| taken.start < range.end && range.start < taken.end;
            let joined = words.get(range.clone()).map(<[&str]>::concat).filter(|_| !found.iter().any(taken));
            if let Some((field, known)) = joined.and_then(|joined| telling().find(|(_, name)| *name == joined)) {
                found.push((range, field, known));
            }
        }
    }
    // "Adresse e-mail perso" names an address and an e-mail; the word that also qualifies gives way.
    let qualifies = |(range, ..): &Named| range.len() == 1 && words.get(range.start).is_some_and(|word| lists(synonyms::NEUTRAL, word));
    if found.iter().any(|named| !qualifies(named)) {
        found.retain(|named| !qualifies(named));
    }
    found
}

/// A known name among other words.
fn within(words: &[&str], named: &[Named]) -> Option<Near> {
    let others = words.iter().enumerate().filter(|(at, _)| !named.iter().any(|(range, ..)| range.contains(at)));
    let neutral = others.into_iter().all(|(_, word)| lists(synonyms::NEUTRAL, word));
    let how = if neutral { Nearness::Qualified } else { Nearness::AmongOthers };
    let near = only_one(named.iter().map(|&(_, field, known)| Near { field, known, how }))?;
    (neutral || near.known.len() >= FEWEST_AMONG_OTHERS).then_some(near)
}

/// A known name with a word glued to it: "klantemail", "gsmprive".
fn glued(text: &str) -> Option<Near> {
    let spare = |rest: &str| lists(synonyms::NEUTRAL, rest) || lists(synonyms::CUSTOMER, rest);
    let parts = telling().filter(|(_, name)| name.len() >= 3 && name.len() < text.len());
    let mut found: Vec<(Field, &'static str)> =
        parts.filter(|(_, name)| text.strip_prefix(name).is_some_and(spare) || text.strip_suffix(name).is_some_and(spare)).collect();
    found.sort_by_key(|(_, name)| std::cmp::Reverse(name.len()));
    let longest = found.first()?.1.len();
    only_one(found.into_iter().filter(|(_, name)| name.len() == longest).map(|(field, known)| Near {
        field,
        known,
        how: Nearness::Qualified,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(text: &str) -> Option<(Field, Nearness)> {
        near(text).map(|near| (near.field, near.how))
    }

    #[test]
    fn slips_of_the_finger_are_seen_through() {
        for (text, meant, slips) in [
            ("Vornaam", Field::FirstName, 1),
            ("Achternnaam", Field::LastName, 1),
            ("Rijksregisternumer", Field::NationalNumber, 1),
            ("Rijskregisternummer", Field::NationalNumber, 1),
            ("Numéro regitre natonal", Field::NationalNumber, 2),
            ("Emial", Field::Email, 1),
            ("Gemeent", Field::City, 1),
            ("Ondernemingnumer", Field::EnterpriseNumber, 2),
            ("Prenon", Field::FirstName, 1),
        ] {
            assert_eq!(field(text), Some((meant, Nearness::Slips(slips))), "{text}");
        }
    }

    #[test]
    fn words_around_a_name_are_looked_through() {
        for (text, meant, how) in [
            ("Code postal domicile", Field::PostalCode, Nearness::Qualified),
            ("GSM privé", Field::Mobile, Nearness::Qualified),
            ("Klantemail", Field::Email, Nearness::Qualified),
            ("Adresse e-mail perso", Field::Email, Nearness::Qualified),
            ("Gemeente hoofdverblijf", Field::City, Nearness::Qualified),
            ("Voornaam volgens kaartje", Field::FirstName, Nearness::AmongOthers),
            ("Rijksregisternumer van de partner", Field::SpouseNationalNumber, Nearness::Slips(1)),
            ("Vornaam partner", Field::SpouseFirstName, Nearness::Slips(1)),
        ] {
            assert_eq!(field(text), Some((meant, how)), "{text}");
        }
    }

    #[test]
    fn what_is_known_already_names_several_or_means_something_else_is_left_alone() {
        for text in "Voornaam|Postcode en gemeente|Naam en voornaam|Straat huisnummer bus|E-mail factuur|E-mail boekhouder|Naam van de \
             partner|Geboorteplaats|Geboortedatum|Burgerlijke staat|Status|Opmerkingen|Telefoon|Nationaliteit|Rekeningnummer|Startdatum|Volgnummer||Z|Fax"
            .split('|')
        {
            assert_eq!(near(text), None, "{text}");
        }
    }

    #[test]
    fn a_heading_says_whom_it_is_about() {
        assert_eq!(about("GSM echtgeno(o)t(e)"), About::Partner);
        assert_eq!(about("Factuuradres"), About::Another);
        assert_eq!(about("E-mail (boekhouder)"), About::Another);
        assert_eq!(about("Kolom1"), About::Customer);
    }
}
