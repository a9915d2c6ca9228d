//! What is said where values are put right, in Dutch.

use crate::app::replacing::Scope;
use crate::domain::finding::Proof;
use crate::domain::replacement::Unclear;
use crate::domain::sheet::CellKind;
use crate::words::fixing::FixingWords;
use crate::words::plural;

pub(super) const WORDS: FixingWords = FixingWords {
    in_the_file: "In bestand",
    cell_kind,
    edited: "Bewerkt",
    problem: "Probleem",
    new_value: "Nieuw",
    suggestions: "Te kiezen",
    proof,
    offer_empty: "het veld leeg laten",
    offer_now: "zoals het nu is",
    offer_person: "een particulier",
    offer_colleague: "een collega",
    offer_file: "zoals in het bestand",
    nothing_wrong: "Met deze waarde is niets mis.",
    after_this: "Hierna",
    goes_to: |tab| format!("de rij gaat naar \"{tab}\""),
    stays_in: |tab| format!("de rij blijft in \"{tab}\""),
    invalid_become: |before, after| format!("ongeldig: van {before} naar {after}"),
    rows_become: |before, after| format!("van {before} naar {after}"),
    still_wrong: "Ook nog mis",
    accept: "aanvaarden",
    accept_next: "aanvaard, volgende",
    show: "tonen",
    foot: "{choose} aanvaardt   {accept-next} ook en verder   {close} laat zo",
    workbook_unchanged: "De werkmap zelf wordt niet gewijzigd.",
    new_values_wrong: |values| plural(values, "nieuwe waarde is fout", "nieuwe waarden zijn fout"),
    changes_to_come: |values| plural(values, "waarde zou wijzigen", "waarden zouden wijzigen"),
    alike_because: |reason, proof| format!("Zelfde fout: {reason}. De nieuwe waarde: {proof}."),
    replaced_by: |find, with| format!("\"{find}\" wordt \"{with}\"."),
    repeating: "De waarde die u het laatst invulde, ook op deze rijen.",
    proposal_foot: "{choose} neemt alles over   {close} niets",
    take_all: "alles",
    replace_in: |field| format!("Zoeken en vervangen in: {field}"),
    find: "Zoek",
    replace_with: "Vervang door",
    in_rows: "Waar",
    scope,
    is_expression: "reguliere expressie, $1 is een groep",
    ignores_case: "hoofdletters tellen niet",
    unclear,
    replace_foot: "{next-part} volgende   Spatie vinkt aan   {choose} toont",
};

/// What a cell is in the workbook.
fn cell_kind(kind: CellKind) -> &'static str {
    match kind {
        CellKind::Text => "een tekst",
        CellKind::Number => "een getal",
        CellKind::Date => "een datum",
        CellKind::Bool => "waar of onwaar",
        CellKind::Error => "een fout van Excel",
    }
}

/// What shows that a suggested value is right.
fn proof(proof: &Proof) -> String {
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
fn scope(scope: Scope, rows: usize) -> String {
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
