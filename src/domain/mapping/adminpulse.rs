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
    (
        None,
        "status statut btwnummer numerodetva numerotva startdatum datededebut geboortedatum datedenaissance geboorteplaats lieudenaissance",
    ),
    (None, "nationaliteit nationalite telefoon telephone website siteweb"),
];

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
    let look = |list: &[(Option<Field>, &str)], key: &str| {
        list.iter().find(|(_, names)| names.split(' ').any(|name| name == key)).map(|(field, _)| *field)
    };
    let mut telling = 0;
    let meanings: Vec<Option<Option<Field>>> = headings
        .into_iter()
        .map(|heading| {
            let key: String = fold(heading).chars().filter(|character| character.is_alphanumeric()).collect();
            look(HEADINGS, &key).or_else(|| look(TELLING, &key).inspect(|_| telling += 1))
        })
        .collect();
    let known = meanings.iter().flatten().count();
    let has = |field| meanings.contains(&Some(Some(field)));
    (telling > 0 && known >= FEWEST && has(Field::FirstName) && has(Field::LastName)).then_some(meanings)
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
