//! What is said where values are put right, in Dutch.

use crate::app::replacing::Scope;
use crate::domain::finding::Proof;
use crate::domain::replacement::Unclear;
use crate::domain::sheet::CellKind;
use crate::words::plural;

/// What a cell is in the workbook.
pub(super) fn cell_kind(kind: CellKind) -> &'static str {
    match kind {
        CellKind::Text => "een tekst",
        CellKind::Number => "een getal",
        CellKind::Date => "een datum",
        CellKind::Bool => "waar of onwaar",
        CellKind::Error => "een fout van Excel",
    }
}

/// What shows that a suggested value is right.
pub(super) fn proof(proof: &Proof) -> String {
    match proof {
        Proof::NationalNumber => "klopt volgens elke controle van een rijksregisternummer".to_owned(),
        Proof::EnterpriseNumber => "klopt volgens elke controle van een ondernemingsnummer".to_owned(),
        Proof::BelgianMobile => "is een Belgisch gsm-nummer".to_owned(),
        Proof::ForeignMobile => "is een nummer in internationale vorm".to_owned(),
        Proof::Address => "is een e-mailadres".to_owned(),
        Proof::Domain(domain) => format!("{domain} is bekend en scheelt één tikfout"),
        Proof::Colleague(address) => format!("collega {address} scheelt één tikfout"),
        Proof::Language(code) => format!("{code} is de code van de taal"),
        Proof::PostalCode => "is een Belgische postcode".to_owned(),
        Proof::Date => "is een datum".to_owned(),
        Proof::SameWords => "dezelfde woorden, zonder de spaties".to_owned(),
        Proof::LeftOut => "laat weg wat de rij tegenspreekt".to_owned(),
        Proof::Remembered => "in een vorige import zo verbeterd".to_owned(),
    }
}

/// The rows that are gone through.
pub(super) fn scope(scope: Scope, rows: usize) -> String {
    match scope {
        Scope::Range => plural(rows, "rij van het bereik", "rijen van het bereik"),
        Scope::Selected => plural(rows, "gekozen rij", "gekozen rijen"),
        Scope::Shown => plural(rows, "getoonde rij", "getoonde rijen"),
    }
}

/// Why it is not clear what is looked for.
pub(super) fn unclear(unclear: &Unclear) -> String {
    match unclear {
        Unclear::Nothing => "Typ wat u zoekt.".to_owned(),
        Unclear::Group(at) => format!("Het haakje op {at} staat alleen; \\( is het teken zelf."),
        Unclear::Set(at) => format!("De reeks op {at} is niet af: [abc] of [a-z]."),
        Unclear::Repetition(at) => format!("Op {at} wordt niets herhaald; \\* is het teken zelf."),
        Unclear::Escape(at) => format!("De \\ op {at} betekent niets; \\\\ is het teken zelf."),
        Unclear::NotOnOffer(at) => format!("Wat op {at} staat, kan hier niet: geen look-around."),
        Unclear::NoSuchGroup(group) => format!("Er is geen groep {group} tussen ronde haakjes."),
        Unclear::TooLarge => "Deze expressie is te groot.".to_owned(),
        Unclear::Other(at) => format!("De expressie is niet te begrijpen op {at}."),
    }
}
