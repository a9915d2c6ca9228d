//! `instroom config`: what is settled and where it came from, which files are looked at, and whether all is in order.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde::Serialize;
use unicode_width::UnicodeWidthStr as _;

use super::arguments::{Arguments, ConfigArguments, ConfigCommand};
use super::document::Document;
use super::help::columns;
use super::keys::Keys;
use super::settings_list::settings_list;
use super::settled::{self, Counts, Origin};
use super::{exit, failed, looks, put};
use crate::app::fault::Fault;
use crate::app::keymap::Own;
use crate::domain::change_set::Founding;
use crate::domain::draft::{Office, Unmet};
use crate::domain::neutral::neutralise;
use crate::domain::questionnaire::{Catalogue, built_in};
use crate::domain::settings::{BadValue, Settings, SettingsFault, SettingsWrong, Value};
use crate::words::Words;
use crate::world::clock::{Clock as _, SystemClock};
use crate::world::config::{Candidate, ConfigFault, Gathered, Presence, Spot, Standing, candidates, gather, keys_beside, read_keys};
use crate::world::perform::{of_config, of_store};
use crate::world::questionnaires::{folder_in, own};
use crate::world::store::{SledStore, Store as _};

pub(super) fn run(arguments: &Arguments, asked: &ConfigArguments) -> color_eyre::Result<ExitCode> {
    let gathered = gather(candidates(arguments.front.config.as_deref()));
    let words = Words::of(settled::language(arguments, &gathered).value);
    match asked.command {
        ConfigCommand::Show { json } => show(arguments, gathered, json, words),
        ConfigCommand::Path { json } => path(&gathered, json, words),
        ConfigCommand::Check { json } => check(arguments, gathered, json, words),
    }
}

/// A folder that a setting names and that is none.
pub(super) fn no_folder(key: &'static str, spot: &Spot) -> Fault {
    of_config(wrong_value(key, spot, BadValue::NoFolder))
}

fn wrong_value(key: &'static str, spot: &Spot, why: BadValue) -> ConfigFault {
    let fault = SettingsFault { layer: 0, line: Some(spot.line), wrong: SettingsWrong::Value { key, why } };
    ConfigFault::Settings { path: spot.file.path.clone(), fault }
}

fn shown(path: &Path) -> String {
    neutralise(&path.to_string_lossy()).into_owned()
}

fn print(text: &str, words: &'static Words, code: u8) -> ExitCode {
    match put(&mut std::io::stdout().lock(), text.as_bytes()) {
        Ok(()) => ExitCode::from(code),
        Err(fault) => failed(&fault, words),
    }
}

/// A setting, its value and where that came from.
struct Row {
    key: &'static str,
    counts: Option<Counts<Value>>,
}

fn rows(arguments: &Arguments, gathered: &Gathered) -> Vec<Row> {
    let settings = &gathered.configuration.settings;
    let folder = |counts: Option<Counts<PathBuf>>| {
        counts.map(|counts| Counts { value: Value::Text(counts.value.to_string_lossy().into_owned()), origin: counts.origin })
    };
    let of_file = |key| {
        let origin = gathered.spots.get(key).cloned().map_or(Origin::Usual, Origin::File);
        Some(Counts { value: settings.value(key)?, origin })
    };
    let counts = |key| match key {
        "folders.store" => folder(settled::store(arguments, gathered)),
        "folders.state" => folder(settled::state(arguments, gathered)),
        "folders.workbooks" => folder(settled::workbooks(gathered)),
        "screen.language" => {
            let Counts { value, origin } = settled::language(arguments, gathered);
            Some(text(Counts { value: value.code(), origin }))
        }
        _ => looks::word(key, arguments, gathered).map(text).or_else(|| of_file(key)),
    };
    Settings::keys().map(|key| Row { key, counts: counts(key) }).collect()
}

fn text(counts: Counts<&str>) -> Counts<Value> {
    counts.map(|text| Value::Text(text.to_owned()))
}

/// What `config show --json` prints. Names are stable; new ones may be added.
#[derive(Debug, Serialize)]
struct Shown {
    settings: Vec<ShownSetting>,
}

#[derive(Debug, Serialize)]
struct ShownSetting {
    key: &'static str,
    value: Option<serde_json::Value>,
    /// `flag`, `variable`, `file` or `default`; none where nothing is set.
    from: Option<&'static str>,
    /// The flag or the variable.
    name: Option<&'static str>,
    file: Option<String>,
    line: Option<u64>,
}

fn show(arguments: &Arguments, gathered: Gathered, json: bool, words: &'static Words) -> color_eyre::Result<ExitCode> {
    let rows = rows(arguments, &gathered);
    let text =
        if json { Document::Settings.text(&Shown { settings: rows.iter().map(in_json).collect() })? } else { in_words(&rows, words) };
    let code = if gathered.faults.is_empty() { exit::SOUND } else { exit::CONFIGURATION };
    for fault in gathered.faults {
        let _code = failed(&of_config(fault), words);
    }
    Ok(print(&text, words, code))
}

fn in_json(row: &Row) -> ShownSetting {
    let clean = |text: &str| serde_json::Value::from(neutralise(text).into_owned());
    let value = row.counts.as_ref().map(|counts| match &counts.value {
        Value::Text(text) => clean(text),
        Value::Number(number) => (*number).into(),
        Value::List(texts) => texts.iter().map(|text| clean(text)).collect(),
    });
    let (from, name, spot) = match row.counts.as_ref().map(|counts| &counts.origin) {
        Some(Origin::Flag(name)) => (Some("flag"), Some(*name), None),
        Some(Origin::Variable(name)) => (Some("variable"), Some(*name), None),
        Some(Origin::File(spot)) => (Some("file"), None, Some(spot)),
        Some(Origin::Usual) => (Some("default"), None, None),
        None => (None, None, None),
    };
    ShownSetting { key: row.key, value, from, name, file: spot.map(|spot| shown(&spot.file.path)), line: spot.map(|spot| spot.line) }
}

fn in_words(rows: &[Row], words: &Words) -> String {
    let told: Vec<(&str, String, String)> = rows.iter().map(|row| told(row, words)).collect();
    settings_list(&told, std::io::stdout().is_terminal().then(columns))
}

fn told(row: &Row, words: &Words) -> (&'static str, String, String) {
    let Some(counts) = &row.counts else { return (row.key, "-".to_owned(), words.config.not_set.to_owned()) };
    let value = match &counts.value {
        Value::Text(text) => neutralise(text).into_owned(),
        Value::Number(number) => number.to_string(),
        Value::List(texts) => neutralise(&texts.join(", ")).into_owned(),
    };
    let origin = match &counts.origin {
        Origin::Flag(name) | Origin::Variable(name) => (*name).to_owned(),
        Origin::File(spot) => format!("{}:{}", shown(&spot.file.path), spot.line),
        Origin::Usual => words.config.usual.to_owned(),
    };
    (row.key, value, origin)
}

/// What `config path --json` prints. Names are stable; new ones may be added.
#[derive(Debug, Serialize)]
struct Paths {
    files: Vec<PathLine>,
    /// Your own keys, beside your own settings or those that are named.
    keys: Option<KeysLine>,
}

#[derive(Debug, Serialize)]
struct KeysLine {
    path: String,
    presence: &'static str,
}

#[derive(Debug, Serialize)]
struct PathLine {
    path: String,
    /// `named`, `user` or `system`.
    standing: &'static str,
    /// `read`, `faulty`, `missing` or `unreadable`.
    presence: &'static str,
}

/// What became of looking at a file, and whether something in it is wrong.
#[derive(Clone, Copy)]
enum Found {
    Read,
    Faulty,
    Missing,
    Unreadable,
}

impl Found {
    fn of(gathered: &Gathered, file: &Path, presence: Presence) -> Self {
        let is_about = |fault: &ConfigFault| matches!(fault, ConfigFault::Settings { path, .. } if path == file);
        match presence {
            Presence::Read if gathered.faults.iter().any(is_about) => Self::Faulty,
            Presence::Read => Self::Read,
            Presence::Missing => Self::Missing,
            Presence::Unreadable => Self::Unreadable,
        }
    }

    /// Of the file of keys.
    fn of_keys(file: &Path) -> Self {
        match read_keys(file) {
            Ok(None) => Self::Missing,
            Ok(Some(text)) if Own::parse(&text).is_ok() => Self::Read,
            Ok(Some(_)) => Self::Faulty,
            Err(_) => Self::Unreadable,
        }
    }

    /// The word in `--json`.
    const fn word(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Faulty => "faulty",
            Self::Missing => "missing",
            Self::Unreadable => "unreadable",
        }
    }

    const fn told(self, words: &Words) -> &'static str {
        match self {
            Self::Read => words.config.read,
            Self::Faulty => words.config.faulty,
            Self::Missing => words.config.not_there,
            Self::Unreadable => words.config.unreadable,
        }
    }
}

fn path(gathered: &Gathered, json: bool, words: &'static Words) -> color_eyre::Result<ExitCode> {
    let standing = |standing| match standing {
        Standing::Named => ("named", words.config.by_person),
        Standing::User => ("user", words.config.of_person),
        Standing::System => ("system", words.config.of_machine),
    };
    let of_files =
        |(file, presence): &(Candidate, Presence)| (file.path.clone(), standing(file.standing), Found::of(gathered, &file.path, *presence));
    let files: Vec<_> = gathered.looked.iter().map(of_files).collect();
    let keys = gathered.own_folder().map(|_| keys_beside(&gathered.configuration.file)).map(|path| (Found::of_keys(&path), path));
    let text = if json {
        let line = |(path, standing, found): &(PathBuf, (&'static str, &str), Found)| PathLine {
            path: shown(path),
            standing: standing.0,
            presence: found.word(),
        };
        let keys = keys.map(|(found, path)| KeysLine { path: shown(&path), presence: found.word() });
        Document::SettingsFiles.text(&Paths { files: files.iter().map(line).collect(), keys })?
    } else {
        let of_keys = keys.map(|(found, path)| (path, ("keys", words.config.keys), found));
        let all: Vec<_> = files.into_iter().chain(of_keys).collect();
        let widest = all.iter().map(|(path, ..)| shown(path).width()).max().unwrap_or(0);
        let line = |(path, standing, found): &(PathBuf, (&str, &str), Found)| {
            let path = shown(path);
            let gap = " ".repeat(widest.saturating_sub(path.width()));
            format!("{path}{gap}  {}, {}\n", standing.1, found.told(words))
        };
        all.iter().map(line).collect()
    };
    Ok(print(&text, words, exit::SOUND))
}

/// What `config check --json` prints. Names are stable; new ones may be added.
#[derive(Debug, Serialize)]
struct Checked {
    sound: bool,
    faults: Vec<CheckedFault>,
}

#[derive(Debug, Serialize)]
struct CheckedFault {
    what: String,
    why: String,
    remedy: String,
}

fn check(arguments: &Arguments, gathered: Gathered, json: bool, words: &'static Words) -> color_eyre::Result<ExitCode> {
    let faults = judged(arguments, gathered);
    if json {
        let clean = |text: &str| neutralise(text).into_owned();
        let told = faults.iter().map(|fault| words.fault(fault));
        let told = told.map(|told| CheckedFault { what: clean(&told.what), why: clean(&told.why), remedy: clean(&told.remedy) });
        let text = Document::SettingsCheck.text(&Checked { sound: faults.is_empty(), faults: told.collect() })?;
        return Ok(print(&text, words, if faults.is_empty() { exit::SOUND } else { exit::CONFIGURATION }));
    }
    if faults.is_empty() {
        tell!("{}", words.config.sound);
        return Ok(ExitCode::from(exit::SOUND));
    }
    for fault in &faults {
        let _code = failed(fault, words);
    }
    Ok(ExitCode::from(exit::CONFIGURATION))
}

/// Everything that is wrong with the settings and with what they name. Nothing is written; a command that gives a password is
/// run, since nothing else tells whether it does.
fn judged(arguments: &Arguments, gathered: Gathered) -> Vec<Fault> {
    let mut faults = of_folders(arguments, &gathered);
    let known = built_in();
    let (own, unused) = gathered.own_folder().map(|folder| own(&folder_in(folder), &known)).unwrap_or_default();
    faults.extend(unused.into_iter().map(|unused| Fault::Questionnaire { unused: Box::new(unused), more: 0 }));
    faults.extend(of_dossiers(arguments, &gathered, known.with_own(own)));
    let configuration = &gathered.configuration;
    faults.extend(configuration.wordings().err().map(of_config));
    if configuration.settings.mail.is_some() {
        faults.extend(configuration.smtp().err().map(of_config));
    }
    faults.extend(Keys::beside(gathered.own_folder().map(|_| configuration.file.as_path())).faults);
    gathered.faults.into_iter().map(of_config).chain(faults).collect()
}

/// Folders that are settled and are none. Those of the store and of the state are made when they are needed.
fn of_folders(arguments: &Arguments, gathered: &Gathered) -> Vec<Fault> {
    let settled = [
        ("folders.store", settled::store(arguments, gathered), true),
        ("folders.state", settled::state(arguments, gathered), true),
        ("folders.workbooks", settled::workbooks(gathered), false),
    ];
    let judge = |(key, counts, is_made): (&'static str, Option<Counts<PathBuf>>, bool)| {
        let Counts { value, origin: Origin::File(spot) } = counts? else { return None };
        let is_right = value.is_dir() || (is_made && !value.exists());
        (!is_right).then(|| no_folder(key, &spot))
    };
    settled.into_iter().filter_map(judge).collect()
}

/// What is settled for new dossiers and is not there.
fn of_dossiers(arguments: &Arguments, gathered: &Gathered, catalogue: Catalogue) -> Vec<Fault> {
    let defaults = gathered.configuration.settings.dossiers.clone();
    let founding = Founding::of(&catalogue);
    let office = Office { catalogue, colleagues: Vec::new(), defaults, today: SystemClock.today() };
    let Some(store) =
        settled::store(arguments, gathered).filter(|_| office.defaults.flow.is_some() || office.defaults.questionnaire.is_some())
    else {
        return Vec::new();
    };
    let snapshot = match SledStore::new(store.value, founding).snapshot() {
        Ok(snapshot) => snapshot,
        Err(fault) => return vec![of_store(fault)],
    };
    let wrong = |unmet: Unmet| {
        let (key, known) = match unmet {
            Unmet::Flow(_) => {
                let open = snapshot.flows.iter().filter(|flow| !flow.archived);
                ("dossiers.task_flow", open.map(|flow| flow.id.0.clone()).collect())
            }
            Unmet::Questionnaire(_, flow) => {
                let offered = flow.and_then(|flow| snapshot.flow(&flow)).map(|flow| flow.questionnaires.clone()).unwrap_or_default();
                ("dossiers.questionnaire", offered.into_iter().map(|id| id.0).collect())
            }
        };
        Some(of_config(wrong_value(key, gathered.spots.get(key)?, BadValue::NoSuch { known })))
    };
    office.unmet(&snapshot).into_iter().filter_map(wrong).chain(of_language(&office, gathered)).collect()
}

/// A language that is settled beside a questionnaire that does not exist in it.
fn of_language(office: &Office, gathered: &Gathered) -> Option<Fault> {
    const KEY: &str = "dossiers.language";
    let languages = &office.catalogue.get(office.defaults.questionnaire.as_ref()?)?.languages;
    let spoken = languages.iter().map(|language| language.code()).collect();
    let is_missing = !languages.contains(&office.defaults.language?);
    let spot = gathered.spots.get(KEY).filter(|_| is_missing)?;
    Some(of_config(wrong_value(KEY, spot, BadValue::NotOneOf { words: spoken })))
}
