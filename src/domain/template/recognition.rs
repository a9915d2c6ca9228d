//! Recognising a heading that a person typed: which field it names, and how firmly.

use super::synonyms;
use crate::domain::field::Field;
use crate::domain::fold::fold;

/// How firmly a heading names its field. What a word means can depend on its neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Claim {
    /// It can hardly mean anything else.
    Sure,
    /// It names the field unless another column names it surely: "Naam" is the family name, but
    /// beside "Familienaam" it is the whole name; "Btw-nummer" gives way to "KBO-nummer".
    UnlessNamed,
    /// It names the house number in a sheet that has a street: the bare "number" of the templates.
    WithStreet,
    /// It names the house number directly behind the street only: "Nr" elsewhere counts the rows.
    BehindStreet,
}

/// The field that a heading names, whatever its neighbours are; `None` for a heading that names no
/// field, or more than one ("Naam en voornaam").
///
/// Case, accents, white space, line breaks, stars, quotes and punctuation do not count; a hint in
/// brackets does not either, unless it says that the column is about somebody else: "E-mail
/// (partner)" is not the customer's. A heading in two languages ("Voornaam / Prénom") counts when
/// both mean the same. "Telefoon" and its like are left unrecognised on purpose: they hold fixed
/// lines, which are no mobile numbers.
#[must_use]
pub fn field_of_heading(text: &str) -> Option<Field> {
    recognise(text).map(|(field, _)| field)
}

/// As [`field_of_heading`], with how firmly the heading names the field.
#[must_use]
pub fn recognise(text: &str) -> Option<(Field, Claim)> {
    if let Some(found) = recognise_one(text) {
        return Some(found);
    }
    let mut parts = text.split(['/', '|', '\n', ';']).filter(|part| !words(part).is_empty()).map(recognise_one);
    let first = parts.next()??;
    parts.all(|part| part.is_some_and(|(field, _)| field == first.0)).then_some(first)
}

/// The longest text that is looked at as a heading, in bytes: with all its hints and languages one has some hundreds. A row of
/// a thousand cells, each as long as cells can be, would take minutes.
const LONGEST: usize = 2_000;

/// The words of a heading, folded.
#[derive(Debug, Default)]
pub(super) struct HeadingWords {
    pub(super) plain: Vec<String>,
    /// What stands in brackets.
    pub(super) hints: Vec<String>,
}

impl HeadingWords {
    fn is_empty(&self) -> bool {
        self.plain.is_empty() && self.hints.is_empty()
    }

    pub(super) fn speak_of(&self, list: &str) -> bool {
        self.plain.iter().chain(&self.hints).any(|word| synonyms::lists(list, word))
    }
}

pub(super) fn words(text: &str) -> HeadingWords {
    let mut found = HeadingWords::default();
    if text.len() > LONGEST {
        return found;
    }
    let mut depth = 0_u32;
    let mut word = String::new();
    // "echtgeno(o)t(e)" is one word that its brackets would tear apart.
    let folded = fold(text).replace("geno(o)t(e)", "genote");
    for character in folded.chars().chain([' ']) {
        if character.is_alphanumeric() {
            word.push(character);
            continue;
        }
        if !word.is_empty() {
            let list = if depth == 0 { &mut found.plain } else { &mut found.hints };
            list.push(std::mem::take(&mut word));
        }
        match character {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    if found.plain.is_empty() {
        found.plain = std::mem::take(&mut found.hints);
    }
    found
}

fn recognise_one(text: &str) -> Option<(Field, Claim)> {
    let words = words(text);
    if words.speak_of(synonyms::PARTNER) {
        return of_partner(&words);
    }
    let (field, claim) = look_up(&words)?;
    let about_another = words.hints.iter().any(|hint| synonyms::lists(synonyms::ANOTHER, hint))
        || matches!(words.hints.as_slice(), [only] if synonyms::lists("2 3 4 5", only));
    let indifferent = matches!(field, Field::Person | Field::Company | Field::EnterpriseNumber | Field::Responsible);
    (!about_another || indifferent).then_some((field, claim))
}

/// What a heading that speaks of the partner names: what is kept of partners, or nothing.
fn of_partner(words: &HeadingWords) -> Option<(Field, Claim)> {
    let rest: Vec<String> = words.plain.iter().filter(|word| !synonyms::lists(synonyms::PARTNER, word)).cloned().collect();
    let (field, claim) = look_up(&HeadingWords { plain: rest, hints: Vec::new() })?;
    match field {
        Field::NationalNumber => Some((Field::SpouseNationalNumber, claim)),
        Field::EnterpriseNumber => Some((Field::SpouseEnterpriseNumber, claim)),
        Field::FirstName => Some((Field::SpouseFirstName, claim)),
        // "Naam partner" may be the whole name.
        Field::LastName if claim == Claim::Sure => Some((Field::SpouseLastName, claim)),
        Field::Email => Some((Field::SpouseEmail, claim)),
        Field::Mobile => Some((Field::SpouseMobile, claim)),
        _ => None,
    }
}

/// Looks a heading up as it is, then without articles, then without "of the customer".
fn look_up(words: &HeadingWords) -> Option<(Field, Claim)> {
    let without = |lists: &[&str]| -> String {
        let keeps = |word: &&String| !lists.iter().any(|list| synonyms::lists(list, word));
        words.plain.iter().filter(keeps).map(String::as_str).collect()
    };
    synonyms::field_of(&without(&[])).or_else(|| synonyms::field_of(&without(&[synonyms::ARTICLES]))).or_else(|| {
        let found = synonyms::field_of(&without(&[synonyms::ARTICLES, synonyms::CUSTOMER]))?;
        // "Nummer" of a customer is not the number of a house.
        matches!(found.1, Claim::Sure | Claim::UnlessNamed).then_some(found)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::language::Language;
    use crate::domain::template::headings::{FIRST_GENERATION, first_generation_heading, heading};

    #[test]
    fn every_heading_of_both_generations_is_recognised_however_it_is_dressed() {
        for language in [Language::Dutch, Language::French, Language::English] {
            let second = Field::TEMPLATE.map(|field| (field, heading(field, language)));
            let first = FIRST_GENERATION.map(|field| (field, first_generation_heading(field, language)));
            for (field, heading) in second.into_iter().chain(first) {
                let heading = heading.expect("a template's column has a heading");
                for dressed in [
                    heading.to_owned(),
                    heading.to_uppercase(),
                    format!("  \"{heading}\"\u{a0}*:\r\n"),
                    heading.replace(' ', "\n"),
                    heading.replace(' ', "_"),
                ] {
                    assert_eq!(field_of_heading(&dressed), Some(field), "{dressed:?}");
                }
            }
        }
    }

    #[test]
    fn stable_keys_are_headings_too() {
        for field in Field::ALL {
            assert_eq!(field_of_heading(field.key()), Some(field));
        }
    }

    #[test]
    fn names_that_offices_use_are_recognised() {
        for (field, names) in [
            (Field::LastName, "Naam|Achternaam|Familienaam|Nom|Nom de famille|Last name|Surname|Naam klant|Nom du client|NAAM*"),
            (Field::FirstName, "Voornaam|Prénom|First Name|first_name|Given name|Voornaam van de klant|Voornaam / Prénom"),
            (Field::Email, "E-mail|E-mailadres|Adresse e-mail|Mail|Courriel|e-mail address|Email (verplicht)|E-mail\n(verplicht)"),
            (Field::Mobile, "GSM|Mobiel|Mobile|Gsm-nummer|N° GSM|Numéro de GSM|Mobile / GSM|Téléphone portable|Nº GSM"),
            (
                Field::NationalNumber,
                "Rijksregisternummer|Rijksnummer|INSZ|RR|RRN|Numéro national|NISS|N° national|Rijksregisternr.|Rijksregisternummer (11 cijfers)",
            ),
            (
                Field::SpouseNationalNumber,
                "RRN partner|Partner RRN|NISS conjoint(e)|INSZ echtgeno(o)t(e)|Rijksregisternummer (partner)|N° national du conjoint|Spouse's national number",
            ),
            (
                Field::SpouseEnterpriseNumber,
                "KBO partner|BCE du conjoint|Ondernemingsnummer echtgenote|Numéro d\u{2019}entreprise (partenaire)",
            ),
            (Field::Street, "Straat|Straatnaam|Rue|Straat + nr|Rue et numéro"),
            (Field::HouseNumber, "Huisnummer|Nr|N°|Number|Street number"),
            (Field::Box, "Bus|Bte|Boîte|Box|Busnummer"),
            (Field::PostalCode, "Postcode|Code postal|CP|ZIP|PLZ"),
            (Field::City, "Gemeente|Stad|Localité|Commune|Ville|Woonplaats|Stad/Gemeente"),
            (Field::Country, "Land|Pays|Country"),
            (Field::Labels, "Labels|Label(s)|Étiquettes|ÉTIQUETTE(S)|Tags"),
            (Field::Language, "Taal|Langue|Langue du client|Language (nl/fr)"),
            (Field::ClientCode, "Klantcode|Klantnummer|Dossiernummer|N° client|Code client|Nummer klant|Customer ID"),
            (Field::EnterpriseNumber, "KBO-nummer|KBO|Ondernemingsnummer|BCE|Numéro d'entreprise|N° BCE|Btw-nummer"),
            (Field::Responsible, "Verantwoordelijke|Responsable|Main responsible|Verantwoordelijke (boekhouder)|E-mail responsable"),
            (Field::Deadline, "Deadline|Indieningsdatum|Échéance|Date d'échéance|Date limite de dépôt"),
            (
                Field::SendInvitation,
                "Uitnodigingsmail versturen|Envoyer un mail d'invitation|Have to send invitation mail (\"no\" is advised)",
            ),
            (Field::Address, "Adres|Adresse|Address|Volledig adres"),
            (Field::Company, "Bedrijf|Société|Company"),
            (Field::Person, "Type (\"Private person\", \"Company\")|Persoon|Type de personne"),
            (Field::LoopVariable, "Loop Variable (stays empty)"),
            (Field::SpouseEmail, "E-mail (partner)|E-mail partner|E-mail du conjoint"),
            (Field::SpouseFirstName, "Voornaam partner|Prénom du partenaire"),
            (Field::SpouseMobile, "Gsm partner"),
        ] {
            for name in names.split('|').filter(|name| !name.is_empty()) {
                assert_eq!(field_of_heading(name), Some(field), "{name:?}");
            }
        }
    }

    #[test]
    fn headings_about_somebody_or_something_else_are_left_alone() {
        for name in "| * |()|Naam en voornaam|Nom et prénom|Naam / Voornaam|Naam partner|Voornaam \
             (kind)|Naam (bedrijf)|E-mail (2)|E-mail 2|Telefoon|Téléphone|Geboortedatum|Partner|Klant|Nummer \
             partner|Straat/nr/bus|Postcode en gemeente|E-mail/GSM|Janssens|an.janssens@example.com|85073003328"
            .split('|')
        {
            assert_eq!(field_of_heading(name), None, "{name:?}");
        }
    }

    #[test]
    fn words_that_depend_on_their_neighbours_say_so() {
        for (name, claim) in [
            ("Naam", Claim::UnlessNamed),
            ("Familienaam", Claim::Sure),
            ("Nr.", Claim::BehindStreet),
            ("number", Claim::WithStreet),
            ("Huisnummer", Claim::Sure),
            ("Dossiernummer", Claim::UnlessNamed),
        ] {
            assert_eq!(recognise(name).map(|(_, claim)| claim), Some(claim), "{name}");
        }
    }
}
