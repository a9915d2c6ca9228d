//! The template in Dutch.

use super::{Guidance, SheetWords};
use crate::domain::field::Field;

pub(super) const SHEET: SheetWords = SheetWords {
    customers: "Klanten",
    explanation: "Uitleg",
    columns: ["Kolom", "Kop", "Verplicht", "Wat erin komt", "Voorbeeld"],
    required: "ja",
    optional: "nee",
    notes: &[
        "Eén rij is één aangifte. Een gehuwd of wettelijk samenwonend koppel is één rij: de partner staat er alleen in met het rijksregisternummer in kolom O. Een eigen rij zou een tweede dossier worden.",
        "Laat de koppen staan zoals ze zijn. De grijze rij is een voorbeeld: typ eroverheen of laat ze staan, ze wordt niet ingelezen.",
        "Plak vanuit een andere werkmap alleen waarden: opmaak meeplakken verwijdert de controles, en daarmee de voorloopnullen.",
    ],
    reasons: "Wat er nog fout is (Instroom)",
};

pub(super) const fn guidance(field: Field) -> Option<Guidance> {
    let (title, entry, refusal) = match field {
        Field::Person => ("Persoon", "Altijd het woord person: alleen natuurlijke personen worden ingelezen.", "Kies person uit de lijst."),
        Field::FirstName => ("Voornaam", "Voornaam van de hoofdaangever, zoals geregistreerd.", ""),
        Field::LastName => {
            ("Achternaam", "Achternaam van de hoofdaangever, zoals geregistreerd, met de voorvoegsels: Van den Berg, d'Hondt.", "")
        }
        Field::Email => (
            "E-mailadres",
            "Eén e-mailadres van de hoofdaangever. De vragenlijst gaat daarheen.",
            "Geef één e-mailadres op, zoals naam@example.com, zonder spaties.",
        ),
        Field::Mobile => (
            "Gsm-nummer",
            "Met plusteken en landcode, alleen cijfers, geen spaties: +32475112233. Een vast nummer is geen gsm-nummer.",
            "Het gsm-nummer is ongeldig, of de landcode ontbreekt. Typ het zoals +32475112233, zonder spaties.",
        ),
        Field::NationalNumber => (
            "Rijksregisternummer",
            "Rijksregisternummer of BIS-nummer van de hoofdaangever: 11 cijfers, geen punten, streepjes of spaties. Voorloopnullen blijven staan.",
            "Geef een geldig rijksregisternummer op: 11 cijfers zonder leestekens, met het juiste controlegetal, en niet dat van de partner.",
        ),
        Field::Street => ("Straat", "Straat zonder huisnummer.", ""),
        Field::HouseNumber => ("Huisnummer", "Huisnummer zonder bus. Het is tekst: 12A mag.", ""),
        Field::Box => ("Bus", "Bus, zonder het woord bus. Het is tekst: voorloopnullen blijven staan.", ""),
        Field::PostalCode => (
            "Postcode",
            "Vier cijfers in België; in het buitenland zoals daar geschreven.",
            "Een Belgische postcode heeft vier cijfers, van 1000 tot 9999. Toch behouden?",
        ),
        Field::City => ("Gemeente", "Stad of gemeente.", ""),
        Field::Country => ("Land", "Land van het adres. Leeg betekent België. Een land dat niet in de lijst staat mag getypt worden.", ""),
        Field::ExtraPb => {
            ("Extra PB", "Deze kolom blijft leeg.", "Deze kolom blijft leeg: wat erin staat wordt niet ingelezen. Toch behouden?")
        }
        Field::Labels => (
            "Labels",
            "De eigen labels van het kantoor, gescheiden door komma's zonder spaties errond: VIP,nieuw.",
            "Scheid labels met komma's zonder spaties errond: VIP,nieuw. Toch behouden?",
        ),
        Field::SpouseNationalNumber => (
            "Rijksregisternummer partner",
            "Alleen bij een gezamenlijke aangifte (gehuwd of wettelijk samenwonend): het nummer van de partner, 11 cijfers, geen leestekens. De partner krijgt geen eigen rij.",
            "Geef een geldig rijksregisternummer van de partner op: 11 cijfers zonder leestekens, met het juiste controlegetal, en niet dat van de hoofdaangever.",
        ),
        Field::Language => (
            "Taal",
            "Taal van de klant: dutch, french of english. Leeg: de taal die bij het inlezen gekozen wordt.",
            "Kies dutch, french of english uit de lijst.",
        ),
        Field::ClientCode => ("Klantcode", "De eigen code van het kantoor voor de klant. Twee klanten delen er nooit één.", ""),
        Field::EnterpriseNumber => (
            "Ondernemingsnummer",
            "Alleen voor zelfstandigen met een eenmanszaak: 10 cijfers, geen BE, geen punten. Het eerste cijfer is 0 of 1.",
            "Geef een geldig ondernemingsnummer op: 10 cijfers zonder BE of punten, het eerste 0 of 1, met het juiste controlegetal.",
        ),
        Field::SpouseEnterpriseNumber => (
            "Ondernemingsnummer partner",
            "Alleen als de partner een eenmanszaak heeft: 10 cijfers, geen BE, geen punten.",
            "Geef een geldig ondernemingsnummer op: 10 cijfers zonder BE of punten, het eerste 0 of 1, met het juiste controlegetal.",
        ),
        Field::Deadline => (
            "Uiterste indieningsdatum",
            "Datum waarop de aangifte ten laatste ingediend moet zijn. Leeg: de datum van het seizoen.",
            "Geef een datum op, zoals 16/10/2026.",
        ),
        Field::Responsible => (
            "Hoofdverantwoordelijke",
            "E-mailadres van de collega die de klant opvolgt.",
            "Geef één e-mailadres van een collega op, geen naam.",
        ),
        Field::Address
        | Field::Company
        | Field::SendInvitation
        | Field::LoopVariable
        | Field::LoopPlaceholder
        | Field::SpouseFirstName
        | Field::SpouseLastName
        | Field::SpouseEmail
        | Field::SpouseMobile => return None,
    };
    Some(Guidance { title, entry, refusal })
}
