//! Questionnaires that came back, in Dutch.

use crate::domain::answering::NoAnswer;
use crate::domain::archive::Archived;
use crate::domain::form::Unrecognised;
use crate::domain::returned::{NotUnderstood, Outcome, Refused};
use crate::words::{AnswersWords, Told, plural};

pub(super) const WORDS: AnswersWords = AnswersWords {
    outcome,
    not_understood,
    refused,
    counts: |new, changed, emptied, unclear| format!("{new} nieuw, {changed} gewijzigd, {emptied} leeggemaakt, {unclear} niet begrepen"),
    nothing_new: "Alle antwoorden waren al zo bekend.",
    by_number: "rij herkend aan haar nummer alleen",
    of_office: "dit bepaalt het kantoor: niet overgenomen",
    remark: "met een opmerking: die blijft woordelijk bewaard",
    counted_date: "datum uit een getal: kijk na",
    strange: "hoort bij geen vraag",
    for_the_record: "Misschien ook aan te passen bij de klant:",
    taken_over: |answers, dossiers| {
        format!("{} overgenomen in {}.", plural(answers, "antwoord", "antwoorden"), plural(dossiers, "dossier", "dossiers"))
    },
    say_yes: "Om de nieuwe en gewijzigde antwoorden over te nemen: voeg --yes toe.",
    kept_aside: "Wat niet begrepen is, staat woordelijk in het dossier: bekijk het zelf.",
};

const fn outcome(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Same => "ongewijzigd",
        Outcome::StillMasked => "nog verborgen",
        Outcome::New(_) => "nieuw",
        Outcome::Changed(_) => "gewijzigd",
        Outcome::Emptied => "leeggemaakt",
        Outcome::NotUnderstood(_) => "niet begrepen",
        Outcome::Told(_) => "klant schreef",
        Outcome::RowGone => "rij ontbreekt",
    }
}

const fn not_understood(why: NotUnderstood) -> &'static str {
    match why {
        NotUnderstood::NoAnswer(NoAnswer::NotYesNo) => "geen ja en geen nee",
        NotUnderstood::NoAnswer(NoAnswer::NotAChoice) => "geen keuze uit de lijst",
        NotUnderstood::NoAnswer(NoAnswer::NotADate) => "geen datum",
        NotUnderstood::NoAnswer(NoAnswer::NotAnAmount) => "geen bedrag",
        NotUnderstood::NoAnswer(NoAnswer::NotANumber) => "geen geheel getal",
        NotUnderstood::NoAnswer(NoAnswer::NotAnAccount) => "geen juist rekeningnummer (IBAN)",
        NotUnderstood::NoAnswer(NoAnswer::TooLong) => "te lang voor een antwoord",
        NotUnderstood::HalfMasked => "onvolledig nummer met sterretjes",
        NotUnderstood::NotANationalNumber => "geen geldig rijksregisternummer",
        NotUnderstood::ErrorCell => "foutcode van de werkmap",
        NotUnderstood::Twice => "tweemaal beantwoord, verschillend",
    }
}

fn refused(why: &Refused) -> Told {
    match why {
        Refused::Unrecognised(Unrecognised::NoToken) => Told::new(
            "Dit is geen vragenlijst van dit kantoor.",
            "De referentie van het dossier staat er niet in.",
            "Vraag de klant het bestand terug te sturen dat u verzonden hebt, of neem de antwoorden zelf over.",
        ),
        Refused::Unrecognised(Unrecognised::NoQuestions) => Told::new(
            "In deze werkmap staan geen vragen meer.",
            "De referentie staat er, maar de rijen van de vragenlijst niet.",
            "Vraag de klant het hele bestand terug te sturen.",
        ),
        Refused::Unrecognised(Unrecognised::SeveralTokens { count }) => Told::new(
            "Deze werkmap is uit meerdere vragenlijsten samengesteld.",
            format!("Er staan referenties van {count} dossiers in."),
            "Vraag elke klant de eigen vragenlijst: niets is aan de verkeerde toegewezen.",
        ),
        Refused::Unrecognised(Unrecognised::SeveralQuestionnaires) => Told::new(
            "Deze werkmap is uit meerdere vragenlijsten samengesteld.",
            "Er staan kenmerken van verschillende jaren in.",
            "Vraag de klant het bestand terug te sturen dat u verzonden hebt.",
        ),
        Refused::Unrecognised(Unrecognised::Newer { found }) => Told::new(
            format!("Deze vragenlijst heeft versie {found}."),
            "Een nieuwer programma heeft ze gemaakt.",
            "Gebruik het nieuwere programma.",
        ),
        Refused::UnknownToken => Told::new(
            "Geen dossier heeft deze referentie.",
            "Het is van een andere opslag, of de klant is verwijderd of ontkoppeld.",
            "Kies de juiste opslag met --store.",
        ),
        Refused::OtherQuestionnaire { found, wanted } => Told::new(
            "Deze vragenlijst is niet die van het dossier.",
            format!("Het bestand is van {found}, het dossier van {wanted}."),
            "Vraag de klant de vragenlijst van dit jaar in te vullen.",
        ),
        Refused::NoQuestionnaire { id } => Told::new(
            format!("De vragenlijst {id} is er niet meer."),
            "Zonder haar vragen zijn de antwoorden niet te lezen.",
            "Zet haar bestand terug in de map met vragenlijsten.",
        ),
        Refused::Archived(Archived(flow)) => Told::new(
            format!("Het dossier zit in het archief, in taskflow {flow}."),
            "Dossiers in het archief zijn alleen te lezen: er is niets overgenomen.",
            "Haal de taskflow uit het archief (klanten, taskflows) en geef het bestand opnieuw.",
        ),
        Refused::SameFile { earlier } => {
            Told::new("Dit bestand is tweemaal gegeven.", format!("Het is hetzelfde als {earlier}."), "U hoeft niets te doen.")
        }
        Refused::SameDossier { earlier } => Told::new(
            "Voor dit dossier is al een ander bestand gegeven.",
            format!("Dat is {earlier}."),
            "Geef ze een voor een, het oudste eerst.",
        ),
    }
}
