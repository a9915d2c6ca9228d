//! What stands in the way of sending mail, in French.

use super::outbox::line;
use crate::app::mail_fault::MailFault;
use crate::domain::settings::{BadValue, SettingsWrong, ValueKind};
use crate::words::outbox::seen as outbox_seen;
use crate::words::{Told, sentence};

pub(super) fn fault(fault: &MailFault) -> Told {
    match fault {
        MailFault::Settings { path, line, wrong: cause } => Told::new(
            format!("{path} est inutilisable."),
            format!("{}{}", line.map(|line| format!("Ligne {line}\u{a0}: ")).unwrap_or_default(), wrong(cause)),
            "Corrigez-le à cet endroit\u{a0}; instroom man donne tous les réglages.",
        ),
        MailFault::NotSettled { path } => Told::new(
            "Aucun serveur n'est réglé pour l'envoi des e-mails.",
            format!("La partie [mail] manque dans {path}."),
            "Ajoutez [mail] avec sender et host\u{a0}; instroom man donne tous les réglages.",
        ),
        MailFault::Unreadable { path, detail } => {
            Told::new(format!("{path} ne peut pas être lu."), seen(detail), "Vérifiez son nom dans les réglages et ses droits d'accès.")
        }
        MailFault::Wording { path, detail } => Told::new(
            format!("Le texte de {path} est inutilisable."),
            seen(detail),
            "Corrigez-le, ou supprimez le fichier pour reprendre le texte d'origine.",
        ),
        MailFault::PasswordOpen { path } => Told::new(
            format!("Le mot de passe dans {path} est accessible à d'autres."),
            "Le groupe ou tout le monde peut lire ou modifier le fichier.",
            format!("Exécutez chmod 600 sur {path}."),
        ),
        MailFault::NoPassword { from } => Told::new(
            format!("Aucun mot de passe ne vient de {from}."),
            "La première ligne est vide, ou ce n'est pas du texte.",
            "Mettez le mot de passe seul sur la première ligne.",
        ),
        MailFault::PasswordCommand { command, detail } => Told::new(
            format!("La commande du mot de passe {command} a échoué."),
            seen(detail),
            "Exécutez-la dans un terminal pour voir pourquoi.",
        ),
        MailFault::PasswordSlow { command, seconds } => Told::new(
            format!("La commande du mot de passe {command} ne répond pas."),
            format!("L'attente a duré {seconds} secondes."),
            "Déverrouillez d'abord vos mots de passe, puis réessayez.",
        ),
        MailFault::Server { detail } => {
            Told::new("Le serveur d'e-mail est inutilisable tel qu'il est réglé.", seen(detail), "Vérifiez [mail] dans les réglages.")
        }
        MailFault::NoLetter { detail } => {
            Told::new("L'e-mail ne peut pas être composé.", seen(detail), "Vérifiez le client et le dossier.")
        }
        MailFault::NotTaken { detail } => {
            Told::new("L'e-mail n'a pas été accepté.", seen(detail), "Vérifiez l'adresse, et [mail] dans les réglages.")
        }
    }
}

fn wrong(wrong: &SettingsWrong) -> String {
    match wrong {
        SettingsWrong::Syntax(detail) => seen(detail),
        SettingsWrong::UnknownKey { key, nearest: None } => format!("{key} n'est pas un réglage connu."),
        SettingsWrong::UnknownKey { key, nearest: Some(near) } => format!("{key} n'est pas un réglage connu\u{a0}; {near} l'est."),
        SettingsWrong::MissingKey { key } => format!("{key} manque."),
        SettingsWrong::Kind { key, kind } => {
            let kind = match kind {
                ValueKind::Text => "un texte",
                ValueKind::WholeNumber => "un nombre entier",
                ValueKind::Texts => "une liste de textes",
                ValueKind::Table => "une partie à part",
            };
            format!("{key} doit être {kind}.")
        }
        SettingsWrong::Value { key, why } => match why {
            BadValue::Empty => format!("{key} est vide."),
            BadValue::Address => format!("{key} n'est pas une adresse e-mail."),
            BadValue::Host => format!("{key} n'est pas un nom de serveur."),
            BadValue::Outside { least, most } => format!("{key} doit aller de {least} à {most}."),
            BadValue::NotOneOf { words } => {
                let words = words.join(", ");
                format!("{key} doit être l'un de ceux-ci\u{a0}: {words}.")
            }
            BadValue::NoWord { words } => {
                // Straight marks are those of the file; French has its own.
                let words = words.join(", ");
                format!("{key} attend un de ces mots, entre guillemets droits\u{a0}: {words}.")
            }
            BadValue::OpenLine => format!("{key} ne peut être none que si le serveur est cette machine même."),
            BadValue::Controls => format!("{key} contient des caractères de contrôle."),
            BadValue::NoFolder => format!("{key} n'est pas un répertoire qui existe."),
            BadValue::NoSuch { known } if known.is_empty() => format!("{key} nomme ce qui n'existe pas."),
            BadValue::NoSuch { known } => {
                let known = known.join(", ");
                format!("{key} nomme ce qui n'existe pas\u{a0}; il y a\u{a0}: {known}.")
            }
        },
        SettingsWrong::Both { one, other } => format!("{one} et {other} sont donnés tous les deux, et un seul peut compter."),
        SettingsWrong::Alone { key, needs, or: None } => format!("{key} est donné sans {needs}."),
        SettingsWrong::Alone { key, needs, or: Some(or) } => {
            format!("{key} est donné sans {needs} ni {or}\u{a0}: l'un des deux dit d'où vient le mot de passe.")
        }
    }
}

/// What the system, the server or the reader of the file said, in their own words.
fn seen(detail: &str) -> String {
    format!("Constaté\u{a0}: {}", sentence(&outbox_seen(detail, line)))
}
