//! The rules in Dutch, as it is spoken in Belgium.

use super::{RuleWords, words};
use crate::domain::finding::Rule;

/// The same beginning for every fault of a national number, and the precise cause behind it.
macro_rules! number {
    ($cause:literal) => {
        concat!("Vul een geldig rijksregisternummer in: ", $cause)
    };
}

/// The same beginning for every fault of a mobile number, and the precise cause behind it.
macro_rules! mobile {
    ($cause:literal) => {
        concat!("Het gsm-nummer is ongeldig of de landcode ontbreekt: ", $cause)
    };
}

/// A table: one entry for each rule.
pub(super) const fn rule_words(rule: Rule) -> RuleWords {
    match rule {
        Rule::NameMissing => words(
            "naam ontbreekt",
            "De naam is leeg; een klant heeft een voornaam en een familienaam nodig.",
            "Vul de naam in zoals hij officieel geschreven wordt.",
        ),
        Rule::EmailMissing => words(
            "e-mailadres ontbreekt",
            "Het e-mailadres is leeg; elke klant heeft er een nodig.",
            "Vul het e-mailadres van de klant in.",
        ),
        Rule::EmailShape => {
            words("geen e-mailadres", "Dit heeft niet de vorm van een e-mailadres.", "Vul één adres in, zoals naam@example.com.")
        }
        Rule::EmailTooLong => words(
            "e-mailadres te lang",
            "Het e-mailadres is langer dan mail toelaat: 64 tekens vóór de @ en 254 in totaal.",
            "Kijk na of er andere tekst in het adres is geraakt, en kort het in.",
        ),
        Rule::EmailSeveral => words(
            "meerdere adressen",
            "In de cel staat meer dan één e-mailadres.",
            "Behoud alleen het adres waar de vragenlijst naartoe moet.",
        ),
        Rule::EmailNearMiss => words(
            "tikfout in domein?",
            "Het deel na de @ lijkt op een tikfout in een bekend domein.",
            "Neem het voorstel over, of laat het adres staan als het klopt.",
        ),
        Rule::NationalNumberPunctuation => words(
            "spaties of leestekens",
            number!("er staan leestekens of spaties in, en alleen de 11 cijfers horen er te staan."),
            "Neem het voorstel over, of vul alleen de 11 cijfers in.",
        ),
        Rule::NationalNumberLeadingZeros => words(
            "nullen vooraan verloren",
            number!("de cel is een getal, en een getal verliest de nullen vooraan."),
            "Neem het voorstel over, of vul alle 11 cijfers in; geef de kolom in het bestand de opmaak tekst.",
        ),
        Rule::NationalNumberNotDigits => {
            words("niet alleen cijfers", number!("er staat iets anders dan cijfers in."), "Vul de 11 cijfers van het nummer in.")
        }
        Rule::NationalNumberScientific => words(
            "cijfers verloren (E+10)",
            number!("het bestand heeft maar een deel van de cijfers bewaard, zoals in 8,5073E+10."),
            "Zoek het nummer op en vul alle 11 cijfers in; de verloren cijfers zijn niet te herstellen.",
        ),
        Rule::NationalNumberLength => {
            words("geen 11 cijfers", number!("het telt geen 11 cijfers."), "Vul alle 11 cijfers in, ook de nullen vooraan.")
        }
        Rule::NationalNumberCheckDigits => words(
            "controlegetal fout",
            number!("de laatste twee cijfers passen niet bij de eerste negen, dus is er een cijfer fout of zijn er twee verwisseld."),
            "Vergelijk het nummer cijfer voor cijfer met de identiteitskaart.",
        ),
        Rule::NationalNumberMonth => words(
            "maand bestaat niet",
            number!("de maand (derde en vierde cijfer) bestaat niet, ook niet voor een BIS-nummer."),
            "Vergelijk de eerste zes cijfers met de geboortedatum.",
        ),
        Rule::NationalNumberDay => words(
            "dag bestaat niet",
            number!("de dag (vijfde en zesde cijfer) bestaat niet in die maand."),
            "Vergelijk de eerste zes cijfers met de geboortedatum.",
        ),
        Rule::NationalNumberFuture => words(
            "geboren in de toekomst",
            number!("de geboortedatum in het nummer ligt in de toekomst."),
            "Vergelijk de eerste zes cijfers met de geboortedatum.",
        ),
        Rule::NationalNumberSequence => words(
            "volgnummer onmogelijk",
            number!("het volgnummer (zevende tot negende cijfer) is 000 of 999, en dat krijgt niemand."),
            "Vergelijk het nummer cijfer voor cijfer met de identiteitskaart.",
        ),
        Rule::NationalNumberSameAsPartner => words(
            "zelfde als de partner",
            number!("de klant en de partner hebben hetzelfde nummer."),
            "Verbeter het nummer dat fout is, of maak dat van de partner leeg als er geen partner is.",
        ),
        Rule::MobileCountryCode => words(
            "landcode ontbreekt",
            mobile!("het moet beginnen met + en de landcode, zonder de 0 van binnenlandse oproepen."),
            "Neem het voorstel over, of vul het nummer in als +32471123456.",
        ),
        Rule::MobilePunctuation => words(
            "spaties of leestekens",
            mobile!("er staan spaties of leestekens tussen de cijfers."),
            "Neem het voorstel over, of vul alleen + en de cijfers in.",
        ),
        Rule::MobileNumberCell => words(
            "plusteken verloren",
            mobile!("de cel is een getal, en een getal verliest de + en de 0 vooraan."),
            "Neem het voorstel over, of vul het nummer in als +32471123456; geef de kolom in het bestand de opmaak tekst.",
        ),
        Rule::MobileNotMobile => words(
            "geen gsm-nummer",
            mobile!("het is een Belgisch nummer, maar niet van een gsm."),
            "Vul een gsm-nummer in, of maak de cel leeg.",
        ),
        Rule::MobileShape => words(
            "geen telefoonnummer",
            mobile!("dit kan geen telefoonnummer zijn."),
            "Vul één nummer in als +32471123456, of maak de cel leeg.",
        ),
        Rule::MobileForeign => words(
            "buitenlands nummer",
            "Dit is een buitenlands nummer; alleen de lengte kon worden nagekeken.",
            "Kijk het na, en laat het staan als het klopt.",
        ),
        Rule::EnterpriseNumberPunctuation => words(
            "BE of leestekens",
            "Er staan letters, spaties of leestekens in het KBO-nummer, en alleen de 10 cijfers horen er te staan.",
            "Neem het voorstel over, of vul alleen de 10 cijfers in.",
        ),
        Rule::EnterpriseNumberLeadingZeros => words(
            "nul vooraan verloren",
            "De cel van het KBO-nummer is een getal, en een getal verliest de nul vooraan.",
            "Neem het voorstel over, of vul alle 10 cijfers in; geef de kolom in het bestand de opmaak tekst.",
        ),
        Rule::EnterpriseNumberNotDigits => {
            words("niet alleen cijfers", "Er staat iets anders dan cijfers in het KBO-nummer.", "Vul de 10 cijfers van het nummer in.")
        }
        Rule::EnterpriseNumberLength => words(
            "geen 10 cijfers",
            "Het KBO-nummer telt geen 10 cijfers.",
            "Vul alle 10 cijfers in; een ouder nummer van 9 cijfers krijgt een 0 vooraan.",
        ),
        Rule::EnterpriseNumberFirstDigit => words(
            "begint niet met 0 of 1",
            "Het KBO-nummer begint met een ander cijfer dan 0 of 1.",
            "Zoek het nummer op in de Kruispuntbank van Ondernemingen.",
        ),
        Rule::EnterpriseNumberCheckDigits => words(
            "controlegetal fout",
            "De laatste twee cijfers van het KBO-nummer passen niet bij de eerste acht.",
            "Zoek het nummer op in de Kruispuntbank van Ondernemingen.",
        ),
        Rule::LanguageUnknown => words(
            "taal onbekend",
            "Dit woord is geen taal die we kennen.",
            "Vul Nederlands, Frans of Engels in, of maak de cel leeg om de taal van de import te gebruiken.",
        ),
        Rule::LanguageNotOffered => words(
            "niet in deze taal",
            "De gekozen vragenlijst bestaat niet in deze taal.",
            "Kies een andere taal voor de klant, of een andere vragenlijst voor de import.",
        ),
        Rule::DeadlineNotADate => words(
            "geen datum",
            "De uiterste datum is geen bestaande datum.",
            "Vul hem in als dag/maand/jaar of als 2026-07-15, of maak de cel leeg om de gewone datum te gebruiken.",
        ),
        Rule::DeadlineTooEarly => words(
            "vóór het aanslagjaar",
            "De uiterste datum ligt vóór het aanslagjaar.",
            "Verbeter het jaar, of maak de cel leeg om de gewone datum te gebruiken.",
        ),
        Rule::ResponsibleShape => words(
            "geen e-mailadres",
            "De verantwoordelijke moet als één e-mailadres ingevuld zijn.",
            "Vul het e-mailadres van de collega in, of maak de cel leeg.",
        ),
        Rule::ResponsibleUnknown => words(
            "collega onbekend",
            "Dit adres staat niet op de lijst van collega's van het kantoor.",
            "Verbeter het adres, of laat het staan en zet de collega op de lijst.",
        ),
        Rule::PostalCodeShape => words(
            "geen Belgische postcode",
            "Een Belgische postcode telt vier cijfers, van 1000 tot 9999.",
            "Verbeter de postcode, of vul het land in als het niet België is.",
        ),
        Rule::PersonUnknown => words(
            "geen privépersoon",
            "Alleen privépersonen kunnen worden ingevoerd, en hier staat een ander type.",
            "Vul particulier in als de klant er een is, of laat de rij weg.",
        ),
        Rule::SendInvitationUnknown => words(
            "geen ja en geen nee",
            "Of er een uitnodiging moet vertrekken, wordt alleen met ja of nee beantwoord.",
            "Vul ja of nee in, of maak de cel leeg.",
        ),
        Rule::LabelsSpaces => words(
            "spaties rond komma's",
            "Er staan spaties rond de komma's tussen de labels; die vallen weg.",
            "Er moet niets gebeuren; het voorstel toont de labels zoals ze worden ingevoerd.",
        ),
        Rule::ColumnStaysEmpty => words(
            "hoort leeg te blijven",
            "Deze kolom moet leeg blijven; wat erin staat, wordt niet ingevoerd.",
            "Er moet niets gebeuren; maak de kolom in het bestand leeg om de waarschuwing kwijt te zijn.",
        ),
        Rule::CellError => words(
            "fout in het bestand",
            "Het bestand toont in deze cel een fout in plaats van een waarde.",
            "Vul de waarde hier in, of verbeter de formule in het bestand.",
        ),
        Rule::RowSameNationalNumber => words(
            "nummer komt dubbel voor",
            "Rij {row} heeft hetzelfde rijksregisternummer.",
            "Verbeter het nummer dat fout is, of laat een van de twee rijen weg.",
        ),
        Rule::RowSameClientCode => words(
            "zelfde klantcode",
            "Rij {row} heeft dezelfde klantcode.",
            "Verbeter de code die fout is, of laat een van de twee rijen weg.",
        ),
        Rule::RowSameEmailAndName => words(
            "zelfde e-mail en naam",
            "Rij {row} heeft hetzelfde e-mailadres en dezelfde naam, en niets onderscheidt de twee.",
            "Vul beide rijksregisternummers in als het twee personen zijn, en laat anders één rij weg.",
        ),
        Rule::RowPartnerElsewhere => words(
            "partner in andere rij",
            "Deze klant staat als partner in rij {row}: een koppel dat samen aangeeft, is één rij.",
            "Voeg de twee rijen samen, of laat ze staan als de partners afzonderlijk aangeven.",
        ),
        Rule::RowPartnerOfTwo => words(
            "partner van twee",
            "Rij {row} noemt dezelfde partner, en niemand dient met twee samen in.",
            "Verbeter het partnernummer dat fout is, of maak het leeg.",
        ),
        Rule::RowSameHousehold => words(
            "zelfde huishouden",
            "Rij {row} heeft hetzelfde adres en e-mailadres, onder een andere naam: dat kan de partner zijn.",
            "Voeg de twee rijen samen als ze samen indienen; laat ze anders staan.",
        ),
        Rule::ClientCodeTaken => words(
            "klantcode bestaat al",
            "Een bewaarde klant, die deze rij niet is, heeft deze klantcode.",
            "Geef de rij een andere code, of laat de code leeg.",
        ),
        Rule::RowJoinedToAnother => words(
            "andere partner",
            "Het partnernummer is niet dat van rij {row}, die als partner is samengevoegd.",
            "Vul het nummer van die rij weer in, of scheid de twee rijen eerst met P.",
        ),
        Rule::RowSeparated => words(
            "partner op zichzelf",
            "Deze klant is bewaard als de partner van de klant in rij {row}, en heeft nu een eigen rij.",
            "Importeer de klant als nieuwe klant als de twee uit elkaar zijn, of laat de rij weg als ze nog samen aangeven.",
        ),
        Rule::RowMatchTaken => words(
            "andere rij past beter",
            "Rij {row} past beter bij dezelfde bestaande klant.",
            "Laat deze rij weg, of verbeter ze als het een andere klant is.",
        ),
    }
}
