//! What stands in the way of sending mail, in Dutch.

use super::outbox::line;
use crate::app::mail_fault::MailFault;
use crate::domain::settings::{BadValue, SettingsWrong, ValueKind};
use crate::words::outbox::seen as outbox_seen;
use crate::words::{Told, sentence};

pub(super) fn fault(fault: &MailFault) -> Told {
    match fault {
        MailFault::Settings { path, line, wrong: cause } => Told::new(
            format!("{path} kan niet gebruikt worden."),
            format!("{}{}", line.map(|line| format!("Regel {line}: ")).unwrap_or_default(), wrong(cause)),
            "Verbeter het daar; instroom man noemt alle instellingen.",
        ),
        MailFault::NotSettled { path } => Told::new(
            "Er is niet ingesteld via welke server mail vertrekt.",
            format!("In {path} ontbreekt het deel [mail]."),
            "Voeg [mail] toe met sender en host; instroom man noemt alle instellingen.",
        ),
        MailFault::Unreadable { path, detail } => Told::new(
            format!("{path} kan niet gelezen worden."),
            seen(detail),
            "Kijk de naam in de instellingen en de rechten van het bestand na.",
        ),
        MailFault::Wording { path, detail } => Told::new(
            format!("De tekst in {path} kan niet gebruikt worden."),
            seen(detail),
            "Verbeter die, of verwijder het bestand om de ingebouwde tekst te gebruiken.",
        ),
        MailFault::PasswordOpen { path } => Told::new(
            format!("Het wachtwoord in {path} staat open voor anderen."),
            "De groep of iedereen mag het bestand lezen of wijzigen.",
            format!("Voer chmod 600 uit op {path}."),
        ),
        MailFault::NoPassword { from } => Told::new(
            format!("Er komt geen wachtwoord uit {from}."),
            "De eerste regel is leeg, of het is geen tekst.",
            "Zet het wachtwoord alleen op de eerste regel.",
        ),
        MailFault::PasswordCommand { command, detail } => Told::new(
            format!("De wachtwoordopdracht {command} is mislukt."),
            seen(detail),
            "Voer ze uit in een terminal om te zien waarom.",
        ),
        MailFault::PasswordSlow { command, seconds } => Told::new(
            format!("De wachtwoordopdracht {command} antwoordt niet."),
            format!("Er is {seconds} seconden gewacht."),
            "Ontgrendel eerst uw wachtwoorden en probeer het opnieuw.",
        ),
        MailFault::Server { detail } => {
            Told::new("De mailserver kan zo niet gebruikt worden.", seen(detail), "Kijk [mail] na in de instellingen.")
        }
        MailFault::NoLetter { detail } => Told::new("De mail kan niet gemaakt worden.", seen(detail), "Kijk de klant en het dossier na."),
        MailFault::NotTaken { detail } => {
            Told::new("De mail werd niet aangenomen.", seen(detail), "Kijk het adres na, en [mail] in de instellingen.")
        }
    }
}

fn wrong(wrong: &SettingsWrong) -> String {
    match wrong {
        SettingsWrong::Syntax(detail) => seen(detail),
        SettingsWrong::UnknownKey { key, nearest: None } => format!("{key} is geen bekende instelling."),
        SettingsWrong::UnknownKey { key, nearest: Some(near) } => format!("{key} is geen bekende instelling; {near} wel."),
        SettingsWrong::MissingKey { key } => format!("{key} ontbreekt."),
        SettingsWrong::Kind { key, kind } => {
            let kind = match kind {
                ValueKind::Text => "een tekst",
                ValueKind::WholeNumber => "een geheel getal",
                ValueKind::Texts => "een lijst van teksten",
                ValueKind::Table => "een eigen deel",
            };
            format!("{key} moet {kind} zijn.")
        }
        SettingsWrong::Value { key, why } => match why {
            BadValue::Empty => format!("{key} is leeg."),
            BadValue::Address => format!("{key} is geen e-mailadres."),
            BadValue::Host => format!("{key} is geen naam van een server."),
            BadValue::Outside { least, most } => format!("{key} moet van {least} tot {most} gaan."),
            BadValue::NotOneOf { words } => {
                let words = words.join(", ");
                format!("{key} moet een van deze zijn: {words}.")
            }
            BadValue::NoWord { words } => {
                let words = words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", ");
                format!("{key} vraagt een van deze woorden, tussen aanhalingstekens: {words}.")
            }
            BadValue::OpenLine => format!("{key} kan alleen none zijn als de server deze machine zelf is."),
            BadValue::Controls => format!("{key} bevat besturingstekens."),
            BadValue::NoFolder => format!("{key} is geen map die er is."),
            BadValue::NoSuch { known } if known.is_empty() => format!("{key} noemt iets wat er niet is."),
            BadValue::NoSuch { known } => {
                let known = known.join(", ");
                format!("{key} noemt iets wat er niet is; wel: {known}.")
            }
        },
        SettingsWrong::Both { one, other } => format!("{one} en {other} staan er allebei, en maar één ervan kan tellen."),
        SettingsWrong::Alone { key, needs, or: None } => format!("{key} staat er zonder {needs}."),
        SettingsWrong::Alone { key, needs, or: Some(or) } => {
            format!("{key} staat er zonder {needs} of {or}: een van beide zegt waar het wachtwoord vandaan komt.")
        }
    }
}

/// What the system, the server or the reader of the file said, in their own words.
fn seen(detail: &str) -> String {
    format!("Vastgesteld: {}", sentence(&outbox_seen(detail, line)))
}
