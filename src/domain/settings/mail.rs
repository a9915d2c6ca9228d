//! From the part about mail to its settings.

use std::collections::BTreeMap;

use super::fault::{BadValue, SettingsWrong};
use super::parse::{Faults, Faulty};
use super::values::{Found, Section};
use super::{LoginSettings, MailSettings, PasswordSource, Security};
use crate::domain::language::Language;
use crate::domain::letter::HeaderText;

const ANSWER_BY: &[&str] = &["mail.answer_by.nl", "mail.answer_by.fr", "mail.answer_by.en", "mail.answer_by.de"];

/// Most letters a minute, and how many where the file does not say.
const PER_MINUTE: (u16, u16) = (600, 30);
/// Most seconds that an answer is waited for, and how many where the file does not say. RFC 5321 asks for
/// minutes; a person who looks on is not that patient.
const TIMEOUT: (u16, u16) = (600, 60);

/// None where anything of it is wrong: half of it could send mail from nobody, or in the open.
pub(super) fn mail(section: &Section<'_, '_>, office: &HeaderText, faults: &mut Faults) -> Option<MailSettings> {
    let before = faults.0.len();
    let name = faults.keep(section.text("mail.sender_name")).unwrap_or(office.as_str());
    let missing = || section.lacks(SettingsWrong::MissingKey { key: "mail.sender" });
    let sender = faults.keep(section.mailbox("mail.sender", name).and_then(|sender| sender.ok_or_else(missing)).map(Some));
    let host = faults.keep(host(section).map(Some));
    let security = faults.keep(security(section, host.as_deref()).map(Some));
    let port = faults.keep(section.number("mail.port", 1, u16::MAX)).or(security.map(Security::usual_port));
    let read = MailSettings {
        reply_to: faults.keep(section.mailbox("mail.reply_to", name)),
        answer_by: faults.keep(answer_by(section)),
        login: faults.keep(login(section)),
        ca_file: faults.keep(section.path("mail.ca_file")),
        per_minute: faults.keep(section.number("mail.per_minute", 1, PER_MINUTE.0)).unwrap_or(PER_MINUTE.1),
        timeout: faults.keep(section.number("mail.timeout", 1, TIMEOUT.0)).unwrap_or(TIMEOUT.1),
        port: port?,
        sender: sender?,
        host: host?,
        security: security?,
    };
    (faults.0.len() == before).then_some(read)
}

/// One sentence for every language of customers, or one for each that is named.
fn answer_by(section: &Section<'_, '_>) -> Faulty<BTreeMap<Language, String>> {
    const KEY: &str = "mail.answer_by";
    let Some(table) = section.find(KEY).filter(Found::is_table).and_then(|found| found.alone()) else {
        let text = section.text(KEY)?;
        return Ok(text.into_iter().flat_map(|text| Language::ALL.map(|language| (language, text.to_owned()))).collect());
    };
    let mut texts = BTreeMap::new();
    if let Some(unknown) = table.unknown(ANSWER_BY, &[], "mail.answer_by.").into_iter().next() {
        return Err(unknown);
    }
    for language in Language::ALL {
        let key = ANSWER_BY.iter().find(|key| key.ends_with(&format!(".{}", language.code())));
        if let Some(text) = key.map(|key| table.text(key)).transpose()?.flatten() {
            texts.insert(language, text.to_owned());
        }
    }
    Ok(texts)
}

/// A name of letters, digits, hyphens and dots, or an IP address.
fn host(section: &Section<'_, '_>) -> Faulty<String> {
    const KEY: &str = "mail.host";
    let host = section.needed_text(KEY)?;
    let label = |label: &str| !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if host.split('.').all(label) || is_like_ipv6(host) {
        return Ok(host.to_owned());
    }
    let bad = |found| section.bad(KEY, found, BadValue::Host);
    Err(section.find(KEY).map_or_else(|| section.lacks(SettingsWrong::MissingKey { key: KEY }), bad))
}

fn security(section: &Section<'_, '_>, host: Option<&str>) -> Faulty<Security> {
    const KEY: &str = "mail.security";
    let words = Security::ALL.map(|security| (security.word(), security));
    let (Some(security), Some(found)) = (section.one_of(KEY, &words)?, section.find(KEY)) else { return Ok(Security::StartTls) };
    if security == Security::Open && host.is_some_and(|host| !is_this_machine(host)) {
        return Err(section.bad(KEY, found, BadValue::OpenLine));
    }
    Ok(security)
}

/// Whether a host means the machine itself, whatever a name server says.
pub(crate) fn is_this_machine(host: &str) -> bool {
    let is_loopback = |host: &str| {
        host.split('.').next() == Some("127") && host.split('.').count() == 4 && host.split('.').all(|octet| octet.parse::<u8>().is_ok())
    };
    host.eq_ignore_ascii_case("localhost") || host == "::1" || is_loopback(host)
}

/// Written like an IPv6 address; whether it is one the system says when a line is opened.
fn is_like_ipv6(host: &str) -> bool {
    (host.contains("::") || host.matches(':').count() == 7) && host.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b':')
}

fn login(section: &Section<'_, '_>) -> Faulty<Option<LoginSettings>> {
    const FILE: &str = "mail.password_file";
    const COMMAND: &str = "mail.password_command";
    let alone = |key: &'static str, needs: &'static str, or: Option<&'static str>| {
        let wrong = SettingsWrong::Alone { key, needs, or };
        section.find(key).map_or_else(|| section.lacks(wrong.clone()), |found| section.fault(found, wrong.clone()))
    };
    let file = section.path(FILE)?;
    let command = section.texts(COMMAND)?;
    let source = match (file.zip(section.find(FILE)), command.zip(section.find(COMMAND))) {
        (Some((_, file)), Some((_, found))) if file.place().layer == found.place().layer => {
            return Err(section.fault(found, SettingsWrong::Both { one: FILE, other: COMMAND }));
        }
        (_, Some((words, found))) if words.is_empty() => return Err(section.bad(COMMAND, found, BadValue::Empty)),
        // Who settles the one in a more important file does not mean the other any more.
        (Some((path, file)), Some((_, found))) if file.place().layer < found.place().layer => Some((FILE, PasswordSource::File(path))),
        (_, Some((words, _))) => Some((COMMAND, PasswordSource::Command(words.into_iter().map(|(word, _)| word.to_owned()).collect()))),
        (Some((path, _)), None) => Some((FILE, PasswordSource::File(path))),
        (None, None) => None,
    };
    match (section.text("mail.user")?, source) {
        (Some(user), Some((_, password))) => Ok(Some(LoginSettings { user: user.to_owned(), password })),
        (Some(_), None) => Err(alone("mail.user", FILE, Some(COMMAND))),
        (None, Some((key, _))) => Err(alone(key, "mail.user", None)),
        (None, None) => Ok(None),
    }
}
