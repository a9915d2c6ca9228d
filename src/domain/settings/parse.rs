//! From the text of the file to settings.

use std::collections::BTreeMap;

use toml::de::DeTable;

use super::fault::{BadValue, SettingsFault, SettingsWrong};
use super::values::Section;
use super::{LoginSettings, MailSettings, PasswordSource, Security, Settings};
use crate::domain::email::Email;
use crate::domain::language::Language;
use crate::domain::letter::HeaderText;

type Faulty<T> = Result<T, SettingsFault>;

const FILE: &[&str] = &["office", "mail"];
const OFFICE: &[&str] = &["office.name", "office.colleagues"];
const MAIL: &[&str] = &[
    "mail.sender",
    "mail.sender_name",
    "mail.reply_to",
    "mail.answer_by",
    "mail.host",
    "mail.port",
    "mail.security",
    "mail.user",
    "mail.password_file",
    "mail.password_command",
    "mail.ca_file",
    "mail.per_minute",
    "mail.timeout",
];

const ANSWER_BY: &[&str] = &["mail.answer_by.nl", "mail.answer_by.fr", "mail.answer_by.en", "mail.answer_by.de"];

/// Most letters a minute, and how many where the file does not say.
const PER_MINUTE: (u16, u16) = (600, 30);
/// Most seconds that an answer is waited for, and how many where the file does not say. RFC 5321 asks for
/// minutes; a person who looks on is not that patient.
const TIMEOUT: (u16, u16) = (600, 60);

pub(super) fn settings(text: &str) -> Faulty<Settings> {
    let document = DeTable::parse(text).map_err(|error| SettingsFault {
        line: error.span().map(|span| text.bytes().take(span.start).filter(|&byte| byte == b'\n').count() as u64 + 1),
        wrong: SettingsWrong::Syntax(error.message().trim().to_owned()),
    })?;
    let file = Section { text, table: document.get_ref() };
    file.only(FILE, "")?;
    let (mut office, mut colleagues) = (HeaderText::default(), Vec::new());
    if let Some(section) = file.section("office")? {
        section.only(OFFICE, "office.")?;
        office = section.text("office.name")?.map(HeaderText::of).unwrap_or_default();
        for (address, found) in section.texts("office.colleagues")?.unwrap_or_default() {
            Email::parse(address).map_err(|_| section.bad("office.colleagues", found, BadValue::Address))?;
            colleagues.push(address.to_owned());
        }
    }
    let mail = file.section("mail")?.map(|section| mail(&section, &office)).transpose()?;
    Ok(Settings { office, colleagues, mail })
}

fn mail(section: &Section<'_, '_>, office: &HeaderText) -> Faulty<MailSettings> {
    section.only(MAIL, "mail.")?;
    let name = section.text("mail.sender_name")?.unwrap_or(office.as_str());
    let missing = || SettingsFault { line: None, wrong: SettingsWrong::MissingKey { key: "mail.sender" } };
    let sender = section.mailbox("mail.sender", name)?.ok_or_else(missing)?;
    let host = host(section)?;
    let security = security(section, &host)?;
    Ok(MailSettings {
        reply_to: section.mailbox("mail.reply_to", name)?,
        answer_by: answer_by(section)?,
        port: section.number("mail.port", 1, u16::MAX)?.unwrap_or(security.usual_port()),
        login: login(section)?,
        ca_file: section.text("mail.ca_file")?.map(str::to_owned),
        per_minute: section.number("mail.per_minute", 1, PER_MINUTE.0)?.unwrap_or(PER_MINUTE.1),
        timeout: section.number("mail.timeout", 1, TIMEOUT.0)?.unwrap_or(TIMEOUT.1),
        sender,
        host,
        security,
    })
}

/// One sentence for every language of customers, or one for each that is named.
fn answer_by(section: &Section<'_, '_>) -> Faulty<BTreeMap<Language, String>> {
    const KEY: &str = "mail.answer_by";
    if section.find(KEY).is_none_or(|found| found.get_ref().as_table().is_none()) {
        let text = section.text(KEY)?;
        return Ok(text.into_iter().flat_map(|text| Language::ALL.map(|language| (language, text.to_owned()))).collect());
    }
    let mut texts = BTreeMap::new();
    let Some(table) = section.section(KEY)? else { return Ok(texts) };
    table.only(ANSWER_BY, "mail.answer_by.")?;
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
    Err(section.find(KEY).map_or(SettingsFault { line: None, wrong: SettingsWrong::MissingKey { key: KEY } }, bad))
}

fn security(section: &Section<'_, '_>, host: &str) -> Faulty<Security> {
    const KEY: &str = "mail.security";
    let (Some(word), Some(found)) = (section.text(KEY)?, section.find(KEY)) else { return Ok(Security::StartTls) };
    let words = || Security::ALL.map(Security::word).to_vec();
    let security = Security::ALL.into_iter().find(|security| security.word() == word);
    let security = security.ok_or_else(|| section.bad(KEY, found, BadValue::NotOneOf { words: words() }))?;
    if security == Security::Open && !is_this_machine(host) {
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
    let alone = |key: &'static str, needs: &'static str| {
        let wrong = SettingsWrong::Alone { key, needs };
        section.find(key).map_or_else(|| SettingsFault { line: None, wrong: wrong.clone() }, |found| section.fault(found, wrong.clone()))
    };
    let file = section.text(FILE)?.map(str::to_owned);
    let command = section.texts(COMMAND)?;
    let source = match (file, command, section.find(COMMAND)) {
        (Some(_), Some(_), Some(found)) => return Err(section.fault(found, SettingsWrong::Both { one: FILE, other: COMMAND })),
        (None, Some(words), Some(found)) if words.is_empty() => return Err(section.bad(COMMAND, found, BadValue::Empty)),
        (_, Some(words), _) => Some((COMMAND, PasswordSource::Command(words.into_iter().map(|(word, _)| word.to_owned()).collect()))),
        (Some(path), None, _) => Some((FILE, PasswordSource::File(path))),
        (None, None, _) => None,
    };
    match (section.text("mail.user")?, source) {
        (Some(user), Some((_, password))) => Ok(Some(LoginSettings { user: user.to_owned(), password })),
        (Some(_), None) => Err(alone("mail.user", FILE)),
        (None, Some((key, _))) => Err(alone(key, "mail.user")),
        (None, None) => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = "[office]\nname = 'Kantoor Peeters'\ncolleagues = ['els@kantoor.be']\n\n[mail]\nsender = 'info@kantoor.be'\n\
                         host = 'smtp.kantoor.be'\nsecurity = 'tls'\nuser = 'info'\npassword_file = 'secret'\n";

    fn fault(from: &str, to: &str) -> String {
        assert!(WHOLE.contains(from), "{from}");
        settings(&WHOLE.replacen(from, to, 1)).unwrap_err().to_string()
    }

    #[test]
    fn the_way_back_is_one_sentence_or_one_for_each_language() {
        let of = |text: &str| {
            let settings = settings(&WHOLE.replacen("security", &format!("{text}\nsecurity"), 1)).unwrap();
            settings.mail.unwrap().answer_by
        };
        assert!(of("").is_empty());
        assert_eq!(of("answer_by = 'Portaal'").get(&Language::German).map(String::as_str), Some("Portaal"));
        let each = of("answer_by = { nl = 'Portaal', fr = 'Portail' }");
        assert_eq!((each.len(), each.get(&Language::French).map(String::as_str)), (2, Some("Portail")));
        let wrong = fault("security", "answer_by = { nk = 'Portaal' }\nsecurity");
        assert!(wrong.contains("`mail.answer_by.nk` is not known"), "{wrong}");
    }

    #[test]
    fn nothing_has_to_be_settled() {
        assert_eq!(settings(""), Ok(Settings::default()));
        assert_eq!(settings("[office]\n").map(|settings| settings.colleagues), Ok(Vec::new()));
    }

    #[test]
    fn what_is_left_out_is_the_usual() {
        let read = settings(WHOLE).unwrap();
        let mail = read.mail.unwrap();
        assert_eq!((read.office.as_str(), read.colleagues), ("Kantoor Peeters", vec!["els@kantoor.be".to_owned()]));
        assert_eq!((mail.sender.name.as_str(), mail.port, mail.per_minute, mail.timeout), ("Kantoor Peeters", 465, 30, 60));
        assert_eq!(mail.login, Some(LoginSettings { user: "info".into(), password: PasswordSource::File("secret".into()) }));
        let bare = settings("[mail]\nsender = 'a@b.be'\nhost = 'x'\n").unwrap().mail.unwrap();
        assert_eq!((bare.security, bare.port, bare.login, bare.reply_to), (Security::StartTls, 587, None, None));
    }

    #[test]
    fn each_slip_is_told_with_its_line_and_the_nearest_key() {
        for (from, to, told) in [
            ("host =", "hots =", "line 7: `mail.hots` is not known; `mail.host` is"),
            ("[mail]", "[mial]", "line 5: `mial` is not known; `mail` is"),
            ("user =", "password =", "line 9: `mail.password` is not known; `mail.password_file` is"),
            ("name =", "zzz =", "line 2: `office.zzz` is not known"),
            ("host = 'smtp.kantoor.be'\n", "", "`mail.host` is missing"),
            ("sender = 'info@kantoor.be'\n", "", "`mail.sender` is missing"),
            ("'smtp.kantoor.be'", "25", "line 7: `mail.host` has another kind of value: Text is asked for"),
            ("'smtp.kantoor.be'", "'smtp kantoor'", "line 7: `mail.host` is no name of a server"),
            ("'info@kantoor.be'", "\"info@kantoor.be\\r\\nBcc: x@y.be\"", "line 6: `mail.sender` holds control characters"),
            ("'info@kantoor.be'", "'info'", "line 6: `mail.sender` is no e-mail address"),
            ("'els@kantoor.be'", "'els'", "line 3: `office.colleagues` is no e-mail address"),
            ("'tls'", "'ssl'", "line 8: `mail.security` has to be one of starttls, tls, none"),
            ("'tls'", "'none'", "line 8: `mail.security` may only be none where host is this machine"),
            ("'tls'", "'tls'\nport = 70000", "line 9: `mail.port` has to be from 1 to 65535"),
            ("'tls'", "'tls'\nper_minute = 0", "line 9: `mail.per_minute` has to be from 1 to 600"),
            ("user = 'info'\n", "", "line 9: `mail.password_file` is given without `mail.user`"),
            ("password_file = 'secret'\n", "", "line 9: `mail.user` is given without `mail.password_file`"),
            (
                "'secret'",
                "'secret'\npassword_command = ['pass']",
                "line 11: `mail.password_file` and `mail.password_command` are both given",
            ),
            ("password_file = 'secret'", "password_command = []", "line 10: `mail.password_command` is empty"),
            ("'info'\n", "' '\n", "line 9: `mail.user` is empty"),
        ] {
            assert_eq!(fault(from, to), told);
        }
        let twice = settings(&format!("{WHOLE}[office]\n")).unwrap_err();
        assert!(matches!(twice, SettingsFault { line: Some(_), wrong: SettingsWrong::Syntax(_) }), "{twice:?}");
    }

    #[test]
    fn an_open_line_is_for_this_machine_alone() {
        for (host, is_here) in
            [("localhost", true), ("127.0.0.1", true), ("::1", true), ("127.evil.com", false), ("127.0.0.1.be", false), ("10.0.0.1", false)]
        {
            let read = settings(&format!("[mail]\nsender = 'a@b.be'\nhost = '{host}'\nsecurity = 'none'\n"));
            assert_eq!(read.is_ok(), is_here, "{host}");
        }
    }
}
