//! A mail server (RFC 5321), over one line that is kept between letters.
//!
//! The commands are given one by one, so that it is always known how far a letter came:
//!
//! | where it stops | 4xx | 5xx | no answer |
//! |---|---|---|---|
//! | greeting, EHLO, STARTTLS, AUTH | later | not offered, for all | not offered, for all |
//! | MAIL: the sender, the same for all | later | not offered, for all | not offered, this time |
//! | RCPT, DATA: this customer | later | refused | not offered, this time |
//! | behind the 354, up to the answer | later | refused | unsure |
//!
//! A 5xx of RCPT or DATA that asks for a name and password (530, 534, 535, 538) is about the office
//! rather than the customer: not offered, for all.
//!
//! - `convey`: one letter
//! - `dialogue`: commands and answers, each answer with a most that it may hold and a moment by which it has to be whole
//! - `reply`: what an answer means
//! - `secrets`: what a server must not make us show
//! - `wire`, `trust`: the line, and whom it may lead to

mod convey;
mod dialogue;
mod reply;
mod secrets;
mod trust;
mod wire;

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use lettre::transport::smtp::extension::ClientId;

use super::encode::{self, encode};
use super::{Offered, Post};
use crate::domain::letter::Letter;
use crate::domain::neutral::neutralise;
use crate::domain::settings::{Security, is_this_machine};
use crate::world::config::Password;
use convey::{After, Envelope, convey};
use dialogue::Dialogue;
use reply::Trouble;
use wire::Tls;

/// Where the server is and how it is spoken to.
#[derive(Debug, Clone)]
pub struct Server {
    /// Its name, which its certificate has to bear.
    pub host: String,
    /// Its port: 587 for STARTTLS, 465 for TLS.
    pub port: u16,
    /// How the line is encrypted.
    pub security: Security,
    /// Certificates in PEM that are trusted beside those of the machine.
    pub trusted: Option<Vec<u8>>,
    /// How long each answer is waited for, the whole of it.
    pub patience: Duration,
    /// How many letters go over one line before a new one is opened.
    pub letters_per_line: u32,
}

/// By which name the office is known to the server.
#[derive(Debug, Clone)]
pub struct Login {
    /// The name.
    pub user: String,
    /// The password.
    pub password: Password,
}

/// Why a server cannot be used as it is described.
#[derive(Debug, thiserror::Error)]
pub enum SmtpFault {
    /// The certificates to be trusted cannot be read.
    #[error("the certificates to be trusted cannot be used: {detail}")]
    Certificates {
        /// What is wrong with them.
        detail: String,
    },
    /// No certificate can bear the name of the host.
    #[error("{host} is no name of a server")]
    Host {
        /// The host.
        host: String,
    },
    /// The line would be open to others.
    #[error("the line to {host} would not be encrypted, and it is not this machine")]
    OpenLine {
        /// The host.
        host: String,
    },
}

/// A mail server.
pub struct Smtp {
    server: Server,
    login: Option<Login>,
    tls: Option<Tls>,
    hello: ClientId,
    line: Mutex<Option<Line>>,
}

/// A line that is open, and how many letters went over it.
struct Line {
    dialogue: Dialogue,
    letters: u32,
}

impl Smtp {
    /// How long a farewell is waited for.
    const FAREWELL: Duration = Duration::from_secs(2);

    /// A server that letters can be given to. Nothing is opened yet.
    ///
    /// # Errors
    /// [`SmtpFault`].
    pub fn new(server: Server, login: Option<Login>) -> Result<Self, SmtpFault> {
        let tls = match server.security {
            Security::StartTls | Security::Tls => Some(trust::tls(&server)?),
            Security::Open if is_this_machine(&server.host) => None,
            Security::Open => return Err(SmtpFault::OpenLine { host: server.host }),
        };
        Ok(Self { server, login, tls, hello: hello(), line: Mutex::new(None) })
    }

    fn kept(&self) -> MutexGuard<'_, Option<Line>> {
        // A panic elsewhere does not make a line worse than a broken one, and that is noticed.
        self.line.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn open(&self) -> Result<Line, Trouble> {
        let dialogue = Dialogue::open(&self.server, self.tls.as_ref(), &self.hello, self.login.as_ref())?;
        Ok(Line { dialogue, letters: 0 })
    }

    /// Gives the letter over a new line.
    fn afresh(&self, envelope: &Envelope, bytes: &[u8]) -> (Offered, Option<Line>) {
        match self.open() {
            Ok(line) => self.over(line, envelope, bytes),
            Err(trouble) => (reply::of_opening(&trouble), None),
        }
    }

    /// Gives the letter over this line, which stays open where it can take another.
    fn over(&self, mut line: Line, envelope: &Envelope, bytes: &[u8]) -> (Offered, Option<Line>) {
        let (offered, after) = convey(&mut line.dialogue, envelope, bytes);
        line.letters += 1;
        match after {
            After::Open if line.letters < self.server.letters_per_line => (offered, Some(line)),
            After::Open => {
                line.dialogue.farewell(Self::FAREWELL);
                (offered, None)
            }
            After::Gone => (offered, None),
        }
    }
}

impl Post for Smtp {
    fn offer(&self, letter: &Letter) -> Offered {
        let posted = encode(letter).and_then(|bytes| {
            Ok((Envelope { from: encode::address(&letter.from.address)?, to: encode::address(&letter.to.address)? }, bytes))
        });
        let (envelope, bytes) = match posted {
            Ok(posted) => posted,
            Err(fault) => return Offered::Refused { reply: neutralise(&fault.to_string()).into_owned() },
        };
        // One letter at a time, and the line is out of its place meanwhile: what breaks is not put back.
        let mut kept = self.kept();
        let (offered, line) = match kept.take() {
            // A server may have closed a line that was idle; then the letter goes over a new one.
            Some(mut line) => match convey::is_awake(&mut line.dialogue) {
                true => self.over(line, &envelope, &bytes),
                false => self.afresh(&envelope, &bytes),
            },
            None => self.afresh(&envelope, &bytes),
        };
        *kept = line;
        offered
    }

    fn rest(&self) {
        if let Some(line) = self.kept().take() {
            line.dialogue.farewell(Self::FAREWELL);
        }
    }
}

/// How the machine names itself to the server: by its full name, or by the address that RFC 5321 asks
/// for where there is none.
fn hello() -> ClientId {
    let name = rustix::system::uname().nodename().to_string_lossy().into_owned();
    let is_full = name.contains('.')
        && name.split('.').all(|label| !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'));
    if is_full { ClientId::Domain(name) } else { ClientId::default() }
}
