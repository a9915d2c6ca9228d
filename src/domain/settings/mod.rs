//! What an office settles once: who it is, who its colleagues are, and by which server its mail goes out.
//!
//! # The file, `config.toml`
//! ```toml
//! [office]
//! name = "Kantoor Peeters"
//! colleagues = ["els@kantoor.be", "tom@kantoor.be"]   # who can be responsible
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

mod fault;
mod parse;
mod values;

pub use fault::{BadValue, SettingsFault, SettingsWrong, ValueKind};
pub(crate) use parse::is_this_machine;

use std::collections::BTreeMap;

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

/// What an office settles once. Nothing of it has to be settled before mail is sent.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// Name of the office; empty where it is not given.
    pub office: HeaderText,
    /// Addresses of the colleagues who can be responsible; none means that nobody has listed them.
    pub colleagues: Vec<String>,
    /// By which server mail goes out; none where nobody has said.
    pub mail: Option<MailSettings>,
}

impl Settings {
    /// Reads the text of a file.
    ///
    /// # Errors
    /// [`SettingsFault`] of the first thing that is wrong.
    pub fn parse(text: &str) -> Result<Self, SettingsFault> {
        parse::settings(text)
    }
}
