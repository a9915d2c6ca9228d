//! What stands in the way of sending mail, in English.

use super::outbox::line;
use crate::app::mail_fault::MailFault;
use crate::domain::settings::{BadValue, SettingsWrong, ValueKind};
use crate::words::outbox::seen as outbox_seen;
use crate::words::{Told, sentence};

pub(super) fn fault(fault: &MailFault) -> Told {
    match fault {
        MailFault::Settings { path, line, wrong: cause } => Told::new(
            format!("{path} cannot be used."),
            format!("{}{}", line.map(|line| format!("Line {line}: ")).unwrap_or_default(), wrong(cause)),
            "Put it right there; instroom man tells every setting.",
        ),
        MailFault::NotSettled { path } => Told::new(
            "It is not settled by which server mail goes out.",
            format!("{path} has no part [mail]."),
            "Add [mail] with sender and host; instroom man tells every setting.",
        ),
        MailFault::Unreadable { path, detail } => {
            Told::new(format!("{path} cannot be read."), seen(detail), "Check its name and its permissions in the settings.")
        }
        MailFault::Wording { path, detail } => Told::new(
            format!("The wording in {path} cannot be used."),
            seen(detail),
            "Put it right, or remove the file to take the built-in wording.",
        ),
        MailFault::PasswordOpen { path } => Told::new(
            format!("The password in {path} is open to others."),
            "Group or everybody may read or change the file.",
            format!("Run chmod 600 on {path}."),
        ),
        MailFault::NoPassword { from } => Told::new(
            format!("No password comes from {from}."),
            "The first line is empty, or it is not text.",
            "Put the password alone in the first line.",
        ),
        MailFault::PasswordCommand { command, detail } => {
            Told::new(format!("The password command {command} failed."), seen(detail), "Run it in a terminal to see why.")
        }
        MailFault::PasswordSlow { command, seconds } => Told::new(
            format!("The password command {command} gives no answer."),
            format!("It was waited for {seconds} seconds."),
            "Unlock your passwords first, then try again.",
        ),
        MailFault::Server { detail } => {
            Told::new("The mail server cannot be used as it is settled.", seen(detail), "Check [mail] in the settings.")
        }
        MailFault::NoLetter { detail } => Told::new("The mail cannot be made.", seen(detail), "Look at the customer and the dossier."),
        MailFault::NotTaken { detail } => {
            Told::new("The mail was not taken.", seen(detail), "Check the address, and [mail] in the settings.")
        }
    }
}

fn wrong(wrong: &SettingsWrong) -> String {
    match wrong {
        SettingsWrong::Syntax(detail) => seen(detail),
        SettingsWrong::UnknownKey { key, nearest: None } => format!("{key} is not a known setting."),
        SettingsWrong::UnknownKey { key, nearest: Some(near) } => format!("{key} is not a known setting; {near} is."),
        SettingsWrong::MissingKey { key } => format!("{key} is missing."),
        SettingsWrong::Kind { key, kind } => {
            let kind = match kind {
                ValueKind::Text => "a text",
                ValueKind::WholeNumber => "a whole number",
                ValueKind::Texts => "a list of texts",
                ValueKind::Table => "a part of its own",
            };
            format!("{key} has to be {kind}.")
        }
        SettingsWrong::Value { key, why } => match why {
            BadValue::Empty => format!("{key} is empty."),
            BadValue::Address => format!("{key} is not an e-mail address."),
            BadValue::Host => format!("{key} is not the name of a server."),
            BadValue::Outside { least, most } => format!("{key} has to be from {least} to {most}."),
            BadValue::NotOneOf { words } => {
                let words = words.join(", ");
                format!("{key} has to be one of: {words}.")
            }
            BadValue::NoWord { words } => {
                let words = words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", ");
                format!("{key} has to be one of these words, in quotation marks: {words}.")
            }
            BadValue::OpenLine => format!("{key} can only be none where the server is this machine itself."),
            BadValue::Controls => format!("{key} holds control characters."),
            BadValue::NoFolder => format!("{key} is not a folder that is there."),
            BadValue::NoSuch { known } if known.is_empty() => format!("{key} names what is not there."),
            BadValue::NoSuch { known } => {
                let known = known.join(", ");
                format!("{key} names what is not there; there are: {known}.")
            }
        },
        SettingsWrong::Both { one, other } => format!("{one} and {other} are both given, and only one can count."),
        SettingsWrong::Alone { key, needs, or: None } => format!("{key} is given without {needs}."),
        SettingsWrong::Alone { key, needs, or: Some(or) } => {
            format!("{key} is given without {needs} or {or}: one of them tells where the password comes from.")
        }
    }
}

/// What the system, the server or the reader of the file said, in their own words.
fn seen(detail: &str) -> String {
    format!("What was seen: {}", sentence(&outbox_seen(detail, line)))
}
