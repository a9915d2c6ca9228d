//! The files of settings that there can be, and what they say together.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use super::{ConfigFault, Configuration, default_file, read_text};
use crate::domain::settings::{Layer, Layered, SettingsWrong};

/// How a file of settings comes to be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// A person named it: it has to be there.
    Named,
    /// The person's own; it need not be there.
    User,
    /// That of everybody on the machine; it need not be there.
    System,
}

/// A file of settings that there can be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Where it is.
    pub path: PathBuf,
    /// How it comes to be looked at.
    pub standing: Standing,
}

/// What became of looking at a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Presence {
    /// It is there and was read.
    Read,
    /// It is not there.
    Missing,
    /// It is there, or has to be, and cannot be read.
    Unreadable,
}

/// Where a value that counts stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The file.
    pub file: Candidate,
    /// Its line, counted from 1.
    pub line: u64,
}

/// What all files say together.
#[derive(Debug)]
pub struct Gathered {
    /// What is settled, as far as it is right.
    pub configuration: Configuration,
    /// The files, the most important first, and what became of each.
    pub looked: Vec<(Candidate, Presence)>,
    /// Where each key that is given stands.
    pub spots: BTreeMap<&'static str, Spot>,
    /// Everything that is wrong.
    pub faults: Vec<ConfigFault>,
}

/// The files that there can be, the most important first: the one that a person named, or their own in the configuration
/// folder of the XDG rules; then `instroom/config.toml` in each of `XDG_CONFIG_DIRS`, which is `/etc/xdg` where that says
/// nothing.
#[must_use]
pub fn candidates(named: Option<&Path>) -> Vec<Candidate> {
    let named = named.map(|path| Candidate { path: path.to_owned(), standing: Standing::Named });
    let first = named.or_else(|| Some(Candidate { path: default_file()?, standing: Standing::User }));
    let system = of_system(std::env::var_os("XDG_CONFIG_DIRS"));
    first.into_iter().chain(system.into_iter().map(|path| Candidate { path, standing: Standing::System })).collect()
}

/// As the XDG rules have it: folders that are not whole paths are passed over, and nothing means `/etc/xdg`.
fn of_system(folders: Option<OsString>) -> Vec<PathBuf> {
    let folders = folders.filter(|folders| !folders.is_empty()).unwrap_or_else(|| "/etc/xdg".into());
    std::env::split_paths(&folders)
        .filter(|folder| folder.is_absolute())
        .map(|folder| folder.join("instroom").join("config.toml"))
        .collect()
}

/// Reads the files together, the most important first. What cannot be used is told; everything else counts.
#[must_use]
pub fn gather(candidates: Vec<Candidate>) -> Gathered {
    let (mut looked, mut layers, mut read, mut faults) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let file = candidates.iter().find(|one| one.standing != Standing::System).map_or_else(|| "config.toml".into(), |one| one.path.clone());
    for candidate in candidates {
        let presence = match read_text(&candidate.path) {
            Ok(text) => {
                let folder = candidate.path.parent().map_or_else(String::new, |folder| folder.to_string_lossy().into_owned());
                layers.push(Layer { folder, text });
                read.push(candidate.clone());
                Presence::Read
            }
            Err(ConfigFault::Unreadable { source, .. }) if candidate.standing != Standing::Named && is_absent(&source) => Presence::Missing,
            Err(fault) => {
                faults.push(fault);
                Presence::Unreadable
            }
        };
        looked.push((candidate, presence));
    }
    let Layered { settings, places, faults: wrong } = Layered::of(&layers);
    faults.extend(wrong.into_iter().filter_map(|fault| {
        let path = read.get(fault.layer)?.path.clone();
        Some(ConfigFault::Settings { path, fault })
    }));
    let spot = |layer: usize, line| Some(Spot { file: read.get(layer)?.clone(), line });
    let spots = places.into_iter().filter_map(|(key, place)| Some((key, spot(place.layer, place.line)?))).collect();
    Gathered { configuration: Configuration { file, settings }, looked, spots, faults }
}

impl Gathered {
    /// The folder of the person's own file, or of the one that was named; none without a home folder.
    #[must_use]
    pub fn own_folder(&self) -> Option<&Path> {
        self.looked.iter().find(|(file, _)| file.standing != Standing::System).and_then(|(file, _)| file.path.parent())
    }
}

fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

impl ConfigFault {
    /// Whether it is about nothing but how mail is sent.
    #[must_use]
    pub fn is_about_mail(&self) -> bool {
        let about_mail = |key: &str| key == "mail" || key.starts_with("mail.");
        match self {
            Self::Unreadable { .. } => false,
            Self::Settings { fault, .. } => match &fault.wrong {
                SettingsWrong::Syntax(_) => false,
                SettingsWrong::UnknownKey { key, nearest } => about_mail(key) || nearest.as_deref().is_some_and(about_mail),
                SettingsWrong::MissingKey { key }
                | SettingsWrong::Kind { key, .. }
                | SettingsWrong::Value { key, .. }
                | SettingsWrong::Alone { key, .. } => about_mail(key),
                SettingsWrong::Both { one, .. } => about_mail(one),
            },
            Self::Wording { .. } | Self::NoMail { .. } | Self::Password(_) | Self::Server(_) => true,
        }
    }

    /// Whether it can hide which folders are settled: whoever goes on all the same could work with another store.
    #[must_use]
    pub fn hides_folders(&self) -> bool {
        let about_folders = |key: &str| key == "folders" || key.starts_with("folders.");
        match self {
            Self::Unreadable { .. } => true,
            Self::Settings { fault, .. } => match &fault.wrong {
                SettingsWrong::Syntax(_) => true,
                SettingsWrong::UnknownKey { key, nearest } => about_folders(key) || nearest.as_deref().is_some_and(about_folders),
                SettingsWrong::MissingKey { key }
                | SettingsWrong::Kind { key, .. }
                | SettingsWrong::Value { key, .. }
                | SettingsWrong::Alone { key, .. } => about_folders(key),
                SettingsWrong::Both { one, .. } => about_folders(one),
            },
            Self::Wording { .. } | Self::NoMail { .. } | Self::Password(_) | Self::Server(_) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folders_of_the_system_are_those_that_the_rules_name() {
        let named = |folders: Option<&str>| of_system(folders.map(OsString::from));
        let file = |folder: &str| Path::new(folder).join("instroom/config.toml");
        assert_eq!(named(None), [file("/etc/xdg")]);
        assert_eq!(named(Some("")), [file("/etc/xdg")]);
        assert_eq!(named(Some("/opt/xdg:here:/etc/xdg")), [file("/opt/xdg"), file("/etc/xdg")]);
    }

    #[test]
    fn each_value_knows_its_file_and_a_file_that_cannot_be_read_hides_folders() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str, text: &str| {
            std::fs::write(folder.path().join(name), text).unwrap();
            folder.path().join(name)
        };
        let user = Candidate { path: file("user.toml", "[screen]\ntheme = 'dark'\n"), standing: Standing::User };
        let system = Candidate { path: file("system.toml", "[folders]\nstore = 'store'\n[mial]\n"), standing: Standing::System };
        let gone = Candidate { path: folder.path().join("gone.toml"), standing: Standing::System };
        let gathered = gather(vec![user.clone(), gone.clone(), system.clone()]);
        assert_eq!(gathered.looked, [(user.clone(), Presence::Read), (gone, Presence::Missing), (system.clone(), Presence::Read)]);
        assert_eq!(gathered.spots.get("screen.theme"), Some(&Spot { file: user.clone(), line: 2 }));
        assert_eq!(gathered.spots.get("folders.store"), Some(&Spot { file: system.clone(), line: 2 }));
        let store = folder.path().join("store").to_string_lossy().into_owned();
        assert_eq!(gathered.configuration.settings.folders.store, Some(store));
        assert_eq!(gathered.configuration.file, user.path);
        let [fault] = &gathered.faults[..] else { panic!("{:?}", gathered.faults) };
        assert!(matches!(fault, ConfigFault::Settings { path, .. } if *path == system.path) && !fault.hides_folders());
        let named = Candidate { path: folder.path().to_owned(), standing: Standing::Named };
        assert!(gather(vec![named]).faults.iter().all(ConfigFault::hides_folders));
        let folders = Candidate { path: file("wrong.toml", "[folders]\nstroe = 'x'\n"), standing: Standing::User };
        assert!(gather(vec![folders]).faults.iter().all(ConfigFault::hides_folders));
    }
}
