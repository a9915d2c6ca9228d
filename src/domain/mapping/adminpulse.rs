//! AdminPulse's migration workbook, recognised by its headings.
//!
//! The Dutch headings are those that AdminPulse's help pages name (support article 5434854697490,
//! "Datamigratie via Excel", sheet "Relaties"); the French ones are the names of the same fields on its
//! French pages. The pages describe the columns without giving the whole list, so that any number of
//! them may be missing, and others may stand between them.

use crate::domain::field::Field;
use crate::domain::fold::fold;

/// What a heading of the workbook means; the headings are folded, letters and digits only.
const HEADINGS: &[(Option<Field>, &str)] = &[
    (Some(Field::Person), "type typerelatie typederelation"),
    (Some(Field::LastName), "naam nom"),
    (Some(Field::FirstName), "voornaam prenom"),
    (Some(Field::ClientCode), "klantcode codeclient"),
    (Some(Field::EnterpriseNumber), "ondernemingsnummer numerodentreprise"),
    (Some(Field::NationalNumber), "rijksregisternummer numeroderegistrenational numeroregistrenational registrenational"),
    (Some(Field::Email), "email"),
    (Some(Field::Mobile), "gsm gsmnummer"),
    (Some(Field::Street), "straat rue"),
    (Some(Field::HouseNumber), "huisnummer nummer numero"),
    (Some(Field::Box), "bus boite"),
    (Some(Field::PostalCode), "postcode codepostal"),
    (Some(Field::City), "gemeente plaats localite commune"),
    (Some(Field::Country), "land pays"),
    (Some(Field::Language), "taal langue"),
    (None, "status statut startdatum datededebut geboortedatum datedenaissance geboorteplaats lieudenaissance"),
    (None, "nationaliteit nationalite telefoon telephone website siteweb"),
];

/// The same number with "BE" in front: read where the workbook has no column for the enterprise number.
const VAT: &str = "btwnummer numerodetva numerotva";

/// Headings that hardly any other list has: one of them is needed to call it AdminPulse's.
const TELLING: &[(Option<Field>, &str)] = &[
    (Some(Field::Responsible), "dossiermedewerkers dossiermedewerker collaborateursdudossier collaborateurdudossier collaborateursdossier"),
    (None, "nrboekhouding numerocomptable nrcomptabilite emailfactuur emailfacture emailfacturation boekhoudsoftware logicielcomptable"),
    (None, "rechtsvorm formejuridique oprichtingsdatum datedeconstitution datedecreation geboorteland paysdenaissance"),
];

/// Fewest headings of the workbook that a sheet has to have, the telling one among them.
const FEWEST: usize = 6;

/// What each of a sheet's headings means, if they are those of the workbook: `None` for a heading that
/// it does not have, `Some(None)` for one that says nothing about a customer of ours.
pub(super) fn recognise<'h>(headings: impl IntoIterator<Item = &'h str>) -> Option<Vec<Option<Option<Field>>>> {
    let keys: Vec<String> =
        headings.into_iter().map(|heading| fold(heading).chars().filter(|character| character.is_alphanumeric()).collect()).collect();
    let holds = |names: &str, key: &str| names.split(' ').any(|name| name == key);
    let look = |list: &[(Option<Field>, &str)], key: &str| list.iter().find(|(_, names)| holds(names, key)).map(|(field, _)| *field);
    let has_number = keys.iter().any(|key| look(HEADINGS, key) == Some(Some(Field::EnterpriseNumber)));
    let vat = |key: &str| holds(VAT, key).then_some((!has_number).then_some(Field::EnterpriseNumber));
    let meanings: Vec<Option<Option<Field>>> =
        keys.iter().map(|key| look(HEADINGS, key).or_else(|| look(TELLING, key)).or_else(|| vat(key))).collect();
    let telling = keys.iter().any(|key| look(TELLING, key).is_some());
    let known = meanings.iter().flatten().count();
    let has = |field| meanings.contains(&Some(Some(field)));
    (telling && known >= FEWEST && has(Field::FirstName) && has(Field::LastName)).then_some(meanings)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_workbook_is_recognised_in_any_order() {
        let mut headings =
            ["Status", "Type", "Naam", "Voornaam", "Klantcode", "Nr. boekhouding", "Rijksregisternummer", "E-mail", "E-mail factuur"];
        for turn in 0..headings.len() {
            headings.rotate_left(turn);
            let meanings = recognise(headings).unwrap();
            let of = |heading| meanings[headings.iter().position(|known| *known == heading).unwrap()];
            assert_eq!(of("E-mail"), Some(Some(Field::Email)));
            assert_eq!(of("E-mail factuur"), Some(None));
            assert_eq!(of("Type"), Some(Some(Field::Person)));
        }
    }

    #[test]
    fn an_offices_own_list_is_not_taken_for_it() {
        assert_eq!(recognise(["Naam", "Voornaam", "E-mail", "GSM", "Straat", "Postcode", "Gemeente", "Status", "Type"]), None);
        assert_eq!(recognise(["Naam", "Rechtsvorm", "Ondernemingsnummer", "Straat", "Postcode", "Gemeente"]), None, "companies only");
        assert_eq!(recognise(["Naam", "Voornaam", "Dossiermedewerkers"]), None, "too few");
    }
}
