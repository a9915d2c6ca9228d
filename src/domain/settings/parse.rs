//! From the text of the file to settings.

use std::collections::BTreeMap;

use toml::de::DeTable;

use super::fault::{BadValue, SettingsFault, SettingsWrong};
use super::mail::mail;
use super::values::{Part, Section, line};
use super::{FolderSettings, FrameStyle, Layer, Layered, MouseUse, PlainUse, Settings, StoreSettings, ThemeName};
use crate::domain::draft::Choices;
use crate::domain::email::Email;
use crate::domain::language::Language;
use crate::domain::letter::HeaderText;
use crate::domain::questionnaire::QuestionnaireId;
use crate::domain::task_flow::TaskFlowId;

pub(super) type Faulty<T> = Result<T, SettingsFault>;

const FILE: &[&str] = &["office", "screen", "dossiers", "folders", "store", "mail"];
const OFFICE: &[&str] = &["office.name", "office.colleagues"];
const SCREEN: &[&str] = &["screen.language", "screen.theme", "screen.frames", "screen.mouse", "screen.plain"];
const DOSSIERS: &[&str] = &["dossiers.language", "dossiers.questionnaire", "dossiers.task_flow"];
const FOLDERS: &[&str] = &["folders.store", "folders.state", "folders.workbooks"];
const STORE: &[&str] = &["store.copies"];
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

/// Every key, part by part.
const PARTS: [(&str, &[&str]); 6] =
    [("office", OFFICE), ("screen", SCREEN), ("dossiers", DOSSIERS), ("folders", FOLDERS), ("store", STORE), ("mail", MAIL)];

/// Every key that a file can have, whole, in the order of the parts.
pub(super) fn keys() -> impl Iterator<Item = &'static str> {
    PARTS.into_iter().flat_map(|(_, keys)| keys.iter().copied())
}

/// What is wrong, as far as it was looked at; what is right is taken all the same.
#[derive(Default)]
pub(super) struct Faults(pub(super) Vec<SettingsFault>);

impl Faults {
    pub(super) fn keep<T: Default>(&mut self, read: Faulty<T>) -> T {
        read.unwrap_or_else(|fault| {
            self.0.push(fault);
            T::default()
        })
    }
}

/// Reads files together, the most important first.
pub(super) fn layered(layers: &[Layer]) -> Layered {
    let mut faults = Faults::default();
    let mut documents = Vec::new();
    for (layer, from) in layers.iter().enumerate() {
        match DeTable::parse(&from.text) {
            Ok(document) => documents.push((layer, from, document)),
            Err(error) => faults.0.push(SettingsFault {
                layer,
                line: error.span().map(|span| line(&from.text, span.start)),
                wrong: SettingsWrong::Syntax(error.message().trim().to_owned()),
            }),
        }
    }
    let parts = documents.iter().map(|(layer, from, document)| Part { table: document.get_ref(), layer: *layer, from });
    let file = Section { parts: parts.collect() };
    let everywhere: Vec<&'static str> = keys().collect();
    faults.0.extend(file.unknown(FILE, &everywhere, ""));
    let mut settings = Settings::default();
    let mut places = BTreeMap::new();
    for (name, keys) in PARTS {
        let Some(section) = faults.keep(file.section(name)) else { continue };
        faults.0.extend(section.unknown(keys, &everywhere, &format!("{name}.")));
        places.extend(keys.iter().filter_map(|key| Some((*key, section.find(key)?.place()))));
        match name {
            "office" => office(&section, &mut settings, &mut faults),
            "screen" => screen(&section, &mut settings, &mut faults),
            "dossiers" => dossiers(&section, &mut settings, &mut faults),
            "folders" => folders(&section, &mut settings, &mut faults),
            "store" => store(&section, &mut settings, &mut faults),
            _ => settings.mail = mail(&section, &settings.office, &mut faults),
        }
    }
    Layered { settings, places, faults: in_order(faults.0) }
}

/// By file and line; what is missing because it is misspelt is told once.
fn in_order(mut faults: Vec<SettingsFault>) -> Vec<SettingsFault> {
    let meant: Vec<String> = faults
        .iter()
        .filter_map(|fault| if let SettingsWrong::UnknownKey { nearest, .. } = &fault.wrong { nearest.clone() } else { None })
        .collect();
    faults.retain(|fault| !matches!(&fault.wrong, SettingsWrong::MissingKey { key } if meant.iter().any(|near| near == key)));
    faults.sort_by_key(|fault| (fault.layer, fault.line.unwrap_or(u64::MAX)));
    faults
}

fn office(section: &Section<'_, '_>, settings: &mut Settings, faults: &mut Faults) {
    settings.office = faults.keep(section.text("office.name")).map(HeaderText::of).unwrap_or_default();
    for (address, found) in faults.keep(section.texts("office.colleagues")).unwrap_or_default() {
        match Email::parse(address) {
            Ok(_) => settings.colleagues.push(address.to_owned()),
            Err(_) => faults.0.push(section.bad("office.colleagues", found, BadValue::Address)),
        }
    }
}

fn screen(section: &Section<'_, '_>, settings: &mut Settings, faults: &mut Faults) {
    let spoken = Language::ALL.into_iter().filter(|language| *language != Language::German);
    let spoken: Vec<_> = spoken.map(|language| (language.code(), language)).collect();
    settings.language = faults.keep(section.one_of("screen.language", &spoken));
    settings.theme = faults.keep(section.one_of("screen.theme", &ThemeName::ALL.map(|theme| (theme.word(), theme)))).unwrap_or_default();
    settings.frames = faults.keep(section.one_of("screen.frames", &FrameStyle::WORDS)).unwrap_or_default();
    settings.mouse = faults.keep(section.one_of("screen.mouse", &MouseUse::WORDS)).unwrap_or_default();
    settings.plain = faults.keep(section.one_of("screen.plain", &PlainUse::WORDS)).unwrap_or_default();
}

fn dossiers(section: &Section<'_, '_>, settings: &mut Settings, faults: &mut Faults) {
    let languages = Language::ALL.map(|language| (language.code(), language));
    settings.dossiers = Choices {
        language: faults.keep(section.one_of("dossiers.language", &languages)),
        questionnaire: faults.keep(section.text("dossiers.questionnaire")).map(|id| QuestionnaireId(id.to_owned())),
        flow: faults.keep(section.text("dossiers.task_flow")).map(|id| TaskFlowId(id.to_owned())),
    };
}

fn folders(section: &Section<'_, '_>, settings: &mut Settings, faults: &mut Faults) {
    settings.folders = FolderSettings {
        store: faults.keep(section.path("folders.store")),
        state: faults.keep(section.path("folders.state")),
        workbooks: faults.keep(section.path("folders.workbooks")),
    };
}

fn store(section: &Section<'_, '_>, settings: &mut Settings, faults: &mut Faults) {
    if let Some(copies) = faults.keep(section.number("store.copies", 0, StoreSettings::MOST_COPIES)) {
        settings.store = StoreSettings { copies };
    }
}
