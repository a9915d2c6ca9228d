//! What is settled, to be shown: key by key, and never a secret.

use super::{FrameStyle, MailSettings, MouseUse, PasswordSource, PlainUse, Settings};
use crate::domain::letter::Mailbox;

/// A value, to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A text.
    Text(String),
    /// A number.
    Number(u16),
    /// A list.
    List(Vec<String>),
}

impl Settings {
    /// The value that counts for a key; none where nothing does, or the key is not known. Of a command that gives a password
    /// only its name is shown: its arguments can be the password.
    #[must_use]
    pub fn value(&self, key: &str) -> Option<Value> {
        let text = |text: &str| (!text.is_empty()).then(|| Value::Text(text.to_owned()));
        match key {
            "office.name" => text(self.office.as_str()),
            "office.colleagues" => (!self.colleagues.is_empty()).then(|| Value::List(self.colleagues.clone())),
            "screen.language" => text(self.language?.code()),
            "screen.theme" => text(self.theme.word()),
            "screen.frames" => word(&FrameStyle::WORDS, self.frames),
            "screen.mouse" => word(&MouseUse::WORDS, self.mouse),
            "screen.plain" => word(&PlainUse::WORDS, self.plain),
            "dossiers.language" => text(self.dossiers.language?.code()),
            "dossiers.questionnaire" => text(&self.dossiers.questionnaire.as_ref()?.0),
            "dossiers.task_flow" => text(&self.dossiers.flow.as_ref()?.0),
            "folders.store" => text(self.folders.store.as_deref()?),
            "folders.state" => text(self.folders.state.as_deref()?),
            "folders.workbooks" => text(self.folders.workbooks.as_deref()?),
            "store.copies" => Some(Value::Number(self.store.copies)),
            _ => of_mail(self.mail.as_ref()?, key),
        }
    }
}

fn word<T: Copy + PartialEq>(words: &[(&str, T)], value: T) -> Option<Value> {
    words.iter().find(|(_, one)| *one == value).map(|(word, _)| Value::Text((*word).to_owned()))
}

fn of_mail(mail: &MailSettings, key: &str) -> Option<Value> {
    let text = |text: &str| (!text.is_empty()).then(|| Value::Text(text.to_owned()));
    let address = |mailbox: &Mailbox| text(mailbox.address.as_str());
    let login = mail.login.as_ref();
    match key {
        "mail.sender" => address(&mail.sender),
        "mail.sender_name" => text(mail.sender.name.as_str()),
        "mail.reply_to" => address(mail.reply_to.as_ref()?),
        "mail.answer_by" if mail.answer_by.is_empty() => None,
        "mail.answer_by" => {
            Some(Value::List(mail.answer_by.iter().map(|(language, text)| format!("{}: {text}", language.code())).collect()))
        }
        "mail.host" => text(&mail.host),
        "mail.port" => Some(Value::Number(mail.port)),
        "mail.security" => text(mail.security.word()),
        "mail.user" => text(&login?.user),
        "mail.password_file" => match &login?.password {
            PasswordSource::File(path) => text(path),
            PasswordSource::Command(_) => None,
        },
        "mail.password_command" => match &login?.password {
            PasswordSource::Command(words) => Some(Value::Text(format!("{} …", words.first()?))),
            PasswordSource::File(_) => None,
        },
        "mail.ca_file" => text(mail.ca_file.as_deref()?),
        "mail.per_minute" => Some(Value::Number(mail.per_minute)),
        "mail.timeout" => Some(Value::Number(mail.timeout)),
        _ => None,
    }
}
