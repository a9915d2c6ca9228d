//! What an office has settled, as it lies on disk: `config.toml`, the password beside it, and its own
//! wording of letters.
//!
//! | file | what |
//! |---|---|
//! | `$XDG_CONFIG_HOME/instroom/config.toml` | settings; [`settings`](crate::domain::settings) has the format |
//! | `instroom/config.toml` in each of `$XDG_CONFIG_DIRS` | the same for everybody on the machine, below that one |
//! | `letters/nl.toml` and so on beside it | wording in the place of the built-in; [`wording`](crate::domain::letter::wording) has the format |
//! | `keys.toml` beside it | the keys that a person chose; the keymap has the format |
//!
//! No password is ever in the settings, on the command line, in the environment or in the store.

mod files;
mod password;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

pub use files::{Candidate, Gathered, Presence, Spot, Standing, candidates, gather};
pub use password::{Password, PasswordFault};

use crate::domain::language::Language;
use crate::domain::letter::{Wording, WordingFault, Wordings};
use crate::domain::settings::{MailSettings, Settings, SettingsFault};
use crate::world::post::{Login, Server, Smtp, SmtpFault};

/// Most bytes of a file of settings, wording or certificates: no honest one comes near.
const CAP: u64 = 1024 * 1024;

/// How many letters go over one line; many servers close it after a hundred.
const LETTERS_PER_LINE: u32 = 50;

/// Where a person's settings are: `instroom/config.toml` in the configuration folder of the XDG rules,
/// which is `~/.config` where `XDG_CONFIG_HOME` says nothing. None where there is no home folder.
#[must_use]
pub fn default_file() -> Option<PathBuf> {
    use etcetera::BaseStrategy as _;
    let folders = etcetera::base_strategy::Xdg::new().ok()?;
    Some(folders.config_dir().join("instroom").join("config.toml"))
}

/// Why what an office has settled cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigFault {
    /// A file cannot be read.
    #[error("{} cannot be read", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The settings are wrong.
    #[error("{}: {fault}", path.display())]
    Settings {
        /// The file.
        path: PathBuf,
        /// What is wrong in it.
        fault: SettingsFault,
    },
    /// The wording of letters is wrong.
    #[error("{}: {fault}", path.display())]
    Wording {
        /// The file.
        path: PathBuf,
        /// What is wrong in it.
        fault: WordingFault,
    },
    /// Mail is to be sent and no server is settled.
    #[error("{} says nothing about mail", path.display())]
    NoMail {
        /// The file.
        path: PathBuf,
    },
    /// There is no password to be had.
    #[error("no password")]
    Password(#[from] PasswordFault),
    /// The server cannot be used as it is described.
    #[error("the mail server cannot be used")]
    Server(#[from] SmtpFault),
}

/// What an office has settled, and where that stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Configuration {
    /// The file, whether it is there or not.
    pub file: PathBuf,
    /// What it says.
    pub settings: Settings,
}

impl Configuration {
    /// Reads a file of settings. Where the usual one is not there, nothing is settled.
    ///
    /// # Errors
    /// [`ConfigFault`] of the file.
    pub fn read(file: &Path, standing: Standing) -> Result<Self, ConfigFault> {
        let Gathered { configuration, faults, .. } = gather(vec![Candidate { path: file.to_owned(), standing }]);
        faults.into_iter().next().map_or(Ok(configuration), Err)
    }

    /// A folder that is settled; `~/` is the home folder.
    #[must_use]
    pub fn folder_at(&self, text: &str) -> PathBuf {
        self.path(text)
    }

    /// What is settled about mail.
    ///
    /// # Errors
    /// [`ConfigFault::NoMail`] where nothing is.
    pub fn mail(&self) -> Result<&MailSettings, ConfigFault> {
        self.settings.mail.as_ref().ok_or_else(|| ConfigFault::NoMail { path: self.file.clone() })
    }

    /// The mail server, with the password fetched. Nothing is opened yet.
    ///
    /// # Errors
    /// [`ConfigFault`].
    pub fn smtp(&self) -> Result<Smtp, ConfigFault> {
        let mail = self.mail()?;
        let trusted = mail.ca_file.as_ref().map(|file| read_bytes(&self.path(file))).transpose()?;
        let login = match &mail.login {
            None => None,
            Some(login) => Some(Login { user: login.user.clone(), password: self.password(&login.password)? }),
        };
        let server = Server {
            host: mail.host.clone(),
            port: mail.port,
            security: mail.security,
            trusted,
            patience: Duration::from_secs(u64::from(mail.timeout)),
            letters_per_line: LETTERS_PER_LINE,
        };
        Ok(Smtp::new(server, login)?)
    }

    /// What letters say: as the program brings it along, with the office's own files in the place of them.
    ///
    /// # Errors
    /// [`ConfigFault::Wording`] of the first file that cannot be used, [`ConfigFault::Unreadable`].
    pub fn wordings(&self) -> Result<Wordings, ConfigFault> {
        let folder = self.folder().join("letters");
        let file = |language: Language| folder.join(format!("{}.toml", language.code()));
        let faulty = |path: PathBuf| move |fault| ConfigFault::Wording { path, fault };
        let mut wordings = Wordings::built_in().map_err(|(language, fault)| faulty(file(language))(fault))?;
        for language in Language::ALL {
            let path = file(language);
            match read_text(&path) {
                Err(ConfigFault::Unreadable { source, .. }) if source.kind() == io::ErrorKind::NotFound => {}
                text => wordings.replace(language, Wording::parse(&text?).map_err(faulty(path))?),
            }
        }
        Ok(wordings)
    }

    fn folder(&self) -> &Path {
        self.file.parent().unwrap_or(Path::new("."))
    }

    /// A path of the settings: from the folder they are in, `~/` from the home folder.
    fn path(&self, text: &str) -> PathBuf {
        let below_home = text.strip_prefix("~/").or_else(|| (text == "~").then_some(""));
        match below_home.and_then(|rest| Some(etcetera::home_dir().ok()?.join(rest))) {
            Some(path) => path,
            None => self.folder().join(text),
        }
    }
}

/// Where the keys of a person are: beside the settings, wherever those are.
#[must_use]
pub fn keys_beside(settings: &Path) -> PathBuf {
    settings.with_file_name("keys.toml")
}

/// The text of a file of keys; none where there is no such file.
///
/// # Errors
/// What the system says, and where a file is larger than any honest one or no text.
pub fn read_keys(file: &Path) -> Result<Option<String>, String> {
    match read_text(file) {
        Ok(text) => Ok(Some(text)),
        Err(ConfigFault::Unreadable { source, .. }) if source.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(ConfigFault::Unreadable { source, .. }) => Err(source.to_string()),
        Err(fault) => Err(fault.to_string()),
    }
}

/// The text of a file that is no larger than any honest one.
fn read_text(path: &Path) -> Result<String, ConfigFault> {
    let bytes = read_bytes(path)?;
    let unreadable = |error| ConfigFault::Unreadable { path: path.to_owned(), source: io::Error::new(io::ErrorKind::InvalidData, error) };
    String::from_utf8(bytes).map_err(unreadable)
}

fn read_bytes(path: &Path) -> Result<Vec<u8>, ConfigFault> {
    let unreadable = |source| ConfigFault::Unreadable { path: path.to_owned(), source };
    let about = fs::metadata(path).map_err(unreadable)?;
    if !about.is_file() {
        return Err(unreadable(io::Error::new(io::ErrorKind::InvalidInput, "it is not a file")));
    }
    if about.len() > CAP {
        return Err(unreadable(io::Error::from(io::ErrorKind::FileTooLarge)));
    }
    fs::read(path).map_err(unreadable)
}

#[cfg(test)]
mod tests;
