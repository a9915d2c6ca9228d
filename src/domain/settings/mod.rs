//! What an office settles once: who it is, who its colleagues are, and by which server its mail goes out.
//!
//! # The file, `config.toml`
//! ```toml
//! [office]
//! name = "Kantoor Peeters"
//! colleagues = ["els@kantoor.be", "tom@kantoor.be"]   # who can be responsible
//!
//! [screen]
//! language = "nl"                       # nl, fr, en
//! theme = "auto"                        # auto, light, dark, mono
//! frames = "auto"                       # auto, lines, ascii
//! mouse = "off"                         # off, on
//! plain = "off"                         # off, on: a dialogue on plain lines
//!
//! [dossiers]                            # what is chosen for new ones until a person chooses otherwise
//! language = "nl"                       # of customers whose row names none: nl, fr, en, de
//! questionnaire = "pit-2026"
//! task_flow = "pit-2026"                # the newest where it is left out
//!
//! [folders]
//! store = "/srv/instroom/store"
//! state = "~/.local/state/instroom"
//! workbooks = "~/Documents"             # where the choice of a workbook begins
//!
//! [store]
//! copies = 5                            # kept of what lay before the last imports; 0 keeps none
//!
//! [mail]                                # only whoever sends mail needs it
//! sender = "info@kantoor.be"
//! sender_name = "Kantoor Peeters"       # the office's name where it is left out
//! reply_to = "belasting@kantoor.be"     # the sender where it is left out
//! answer_by = "Laad ze op in ons portaal: https://portaal.kantoor.be"   # how answers come back, if not as a reply; or for each
//! # language of customers: answer_by = { nl = "…", fr = "…" }; in a language left out, letters ask for a reply
//! host = "smtp.kantoor.be"
//! port = 587                            # 587 for starttls, 465 for tls, 25 for none
//! security = "starttls"                 # starttls, tls, or none to this machine itself
//! user = "info@kantoor.be"              # where the server asks for a name and password
//! password_file = "~/.config/instroom/password"       # or:
//! password_command = ["pass", "show", "mail/kantoor"] # the first line of what it prints
//! ca_file = "/etc/ssl/kantoor.pem"      # certificates trusted beside those of the machine
//! per_minute = 30                       # letters a minute
//! timeout = 60                          # seconds that each answer is waited for
//! ```
//! Keys that are not listed here are refused with the nearest that is. Paths are meant from the folder of
//! the file; `~/` is the home folder. No password stands in it.
//!
//! Several files count together, key by key: what a more important one says stands in the place of what others say.

mod fault;
mod mail;
mod parse;
mod shown;
mod values;

pub use fault::{BadValue, SettingsFault, SettingsWrong, ValueKind};
pub(crate) use mail::is_this_machine;
pub use shown::Value;

use std::collections::BTreeMap;

use crate::domain::draft::Choices;
use crate::domain::language::Language;
use crate::domain::letter::{HeaderText, Mailbox};

/// How the line to the mail server is kept from being read by others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Security {
    /// The line begins in the open and is encrypted before anything is said; else nothing is sent.
    StartTls,
    /// The line is encrypted from its beginning.
    Tls,
    /// Not at all: only to a server on this very machine.
    Open,
}

impl Security {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::StartTls, Self::Tls, Self::Open];

    /// The word in the file.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::StartTls => "starttls",
            Self::Tls => "tls",
            Self::Open => "none",
        }
    }

    /// The port where the file names none.
    #[must_use]
    pub const fn usual_port(self) -> u16 {
        match self {
            Self::StartTls => 587,
            Self::Tls => 465,
            Self::Open => 25,
        }
    }
}

/// Where a password comes from. It stands in no file of settings, no flag and no variable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PasswordSource {
    /// The first line of a file that nobody else can read.
    File(String),
    /// The first line of what a command prints; the command and its arguments, without a shell.
    Command(Vec<String>),
}

/// By which name the office is known to its mail server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoginSettings {
    /// The name.
    pub user: String,
    /// Where its password comes from.
    pub password: PasswordSource,
}

/// By which server mail goes out, and from whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailSettings {
    /// From whom.
    pub sender: Mailbox,
    /// Where answers go, if elsewhere.
    pub reply_to: Option<Mailbox>,
    /// The office's own sentence, in each language that it gave one for, about how answers come back.
    pub answer_by: BTreeMap<Language, String>,
    /// The server's name.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the line is encrypted.
    pub security: Security,
    /// Where the server asks for a name and password.
    pub login: Option<LoginSettings>,
    /// A file of certificates that are trusted beside those of the machine.
    pub ca_file: Option<String>,
    /// Most letters a minute.
    pub per_minute: u16,
    /// Seconds that each answer is waited for.
    pub timeout: u16,
}

/// How the screens are coloured, by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ThemeName {
    /// As the terminal's ground asks for.
    #[default]
    Auto,
    /// For a light ground.
    Light,
    /// For a dark ground.
    Dark,
    /// Without colours.
    Mono,
}

impl ThemeName {
    /// Every theme.
    pub const ALL: [Self; 4] = [Self::Auto, Self::Light, Self::Dark, Self::Mono];

    /// The word in the file.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Mono => "mono",
        }
    }
}

/// What frames on the screens are drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum FrameStyle {
    /// Lines where the locale can show them.
    #[default]
    Auto,
    /// Lines, whatever the locale.
    Lines,
    /// Characters of ASCII.
    Ascii,
}

impl FrameStyle {
    /// Every style, with the word in the file.
    pub const WORDS: [(&'static str, Self); 3] = [("auto", Self::Auto), ("lines", Self::Lines), ("ascii", Self::Ascii)];
}

/// Whether the screens listen to the mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum MouseUse {
    /// The terminal keeps it, for selecting.
    #[default]
    Off,
    /// The wheel scrolls, a click goes to a row.
    On,
}

impl MouseUse {
    /// Both, with the word in the file.
    pub const WORDS: [(&'static str, Self); 2] = [("off", Self::Off), ("on", Self::On)];
}

/// Whether the program is a dialogue on plain lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum PlainUse {
    /// Screens, where the terminal can show them.
    #[default]
    Off,
    /// A dialogue, for screen readers.
    On,
}

impl PlainUse {
    /// Both, with the word in the file.
    pub const WORDS: [(&'static str, Self); 2] = [("off", Self::Off), ("on", Self::On)];
}

/// Folders in the place of the usual ones. Paths are whole, or begin with `~/`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FolderSettings {
    /// Of the store of customers.
    pub store: Option<String>,
    /// Of what is kept between sessions.
    pub state: Option<String>,
    /// Where the choice of a workbook begins.
    pub workbooks: Option<String>,
}

/// How the store is looked after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StoreSettings {
    /// How many copies of it are kept that were taken before imports; 0 where none are to be taken.
    pub copies: u16,
}

impl StoreSettings {
    /// More copies than anybody looks at.
    pub const MOST_COPIES: u16 = 100;
}

impl Default for StoreSettings {
    fn default() -> Self {
        Self { copies: 5 }
    }
}

/// What an office settles once. Nothing of it has to be settled before mail is sent.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// Name of the office; empty where it is not given.
    pub office: HeaderText,
    /// Addresses of the colleagues who can be responsible; none means that nobody has listed them.
    pub colleagues: Vec<String>,
    /// The language of the screen, one of Dutch, French and English; none where the environment tells it.
    pub language: Option<Language>,
    /// How the screens are coloured.
    pub theme: ThemeName,
    /// What frames are drawn with.
    pub frames: FrameStyle,
    /// Whether the mouse is listened to.
    pub mouse: MouseUse,
    /// Whether there is a dialogue on plain lines in the place of the screens.
    pub plain: PlainUse,
    /// What is chosen for new dossiers to begin with.
    pub dossiers: Choices,
    /// Folders in the place of the usual ones.
    pub folders: FolderSettings,
    /// How the store is looked after.
    pub store: StoreSettings,
    /// By which server mail goes out; none where nobody has said.
    pub mail: Option<MailSettings>,
}

/// A file of settings, as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layer {
    /// The folder that its paths are meant from; empty to leave them as they are.
    pub folder: String,
    /// What stands in it.
    pub text: String,
}

/// Where a value stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Place {
    /// In which of the files, counted from the most important, which is 0.
    pub layer: usize,
    /// Its line, counted from 1.
    pub line: u64,
}

/// What several files say together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layered {
    /// What is settled, as far as it is right.
    pub settings: Settings,
    /// Where each key that was given stands.
    pub places: BTreeMap<&'static str, Place>,
    /// Everything that is wrong, file by file and line by line.
    pub faults: Vec<SettingsFault>,
}

impl Layered {
    /// Reads files together, the most important first.
    #[must_use]
    pub fn of(layers: &[Layer]) -> Self {
        parse::layered(layers)
    }
}

impl Settings {
    /// Reads the text of a file.
    ///
    /// # Errors
    /// [`SettingsFault`] of the first thing that is wrong.
    pub fn parse(text: &str) -> Result<Self, SettingsFault> {
        let Layered { settings, faults, .. } = Layered::of(&[Layer { folder: String::new(), text: text.to_owned() }]);
        faults.into_iter().next().map_or(Ok(settings), Err)
    }

    /// Every key that a file can have, whole, such as `mail.host`.
    pub fn keys() -> impl Iterator<Item = &'static str> {
        parse::keys()
    }
}

#[cfg(test)]
mod tests;
