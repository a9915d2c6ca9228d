//! Commands and answers over one line, from the greeting on.
//!
//! The commands are those of the mail library; the answers are read here. Its own reading wants UTF-8, takes in a line however long it
//! gets before it looks at it, and waits anew for every piece of it.

use std::fmt::Display;
use std::io::{Read as _, Write as _};
use std::time::Duration;

use lettre::transport::smtp::commands::{Ehlo, Quit, Starttls};
use lettre::transport::smtp::extension::ClientId;

use super::reply::{Reply, Trouble};
use super::secrets::{Secrets, encoded, plain};
use super::wire::{Tls, Wire};
use super::{Login, Server};
use crate::domain::outbox::Line;
use crate::domain::settings::Security;

/// Most bytes of one answer. RFC 5321 lets a line have 512.
const MOST: usize = 64 * 1024;
/// So much of a letter is written within the time that an answer is waited for.
const CHUNK: usize = 64 * 1024;

/// A line on which a server has greeted and knows who we are.
pub(super) struct Dialogue {
    wire: Wire,
    /// Bytes that came and were not read yet.
    waiting: Vec<u8>,
    patience: Duration,
    secrets: Secrets,
}

impl Dialogue {
    /// Opens a line: greeting, encryption, name and password.
    ///
    /// # Errors
    /// [`Trouble`]; the line is closed then.
    pub(super) fn open(server: &Server, tls: Option<&Tls>, hello: &ClientId, login: Option<&Login>) -> Result<Self, Trouble> {
        let mut wire = Wire::open(&server.host, server.port, server.patience).map_err(Trouble::broken)?;
        if let (Security::Tls, Some(tls)) = (server.security, tls) {
            wire = wire.encrypted(tls).map_err(Trouble::broken)?;
        }
        let mut dialogue = Self { wire, waiting: Vec::new(), patience: server.patience, secrets: Secrets::of(login) };
        dialogue.wire.wait_no_longer_than(server.patience);
        dialogue.answer(2)?;
        let mut abilities = dialogue.ask(&Ehlo::new(hello.clone()), 2)?;
        if let (Security::StartTls, Some(tls)) = (server.security, tls) {
            abilities.offers("STARTTLS").ok_or(Trouble::Unable(Line::Bare))?;
            dialogue = dialogue.start_tls(tls)?;
            abilities = dialogue.ask(&Ehlo::new(hello.clone()), 2)?;
        }
        if let Some(login) = login {
            dialogue.log_in(&abilities, login)?;
        }
        Ok(dialogue)
    }

    fn start_tls(mut self, tls: &Tls) -> Result<Self, Trouble> {
        self.ask(&Starttls, 2)?;
        if !self.waiting.is_empty() {
            // Somebody in between might have said it: nobody may vouch for it later.
            return Err(Trouble::Unable(Line::Early));
        }
        self.wire.wait_no_longer_than(self.patience);
        let wire = self.wire.encrypted(tls).map_err(Trouble::broken)?;
        Ok(Self { wire, ..self })
    }

    fn log_in(&mut self, abilities: &Reply, Login { user, password }: &Login) -> Result<(), Trouble> {
        let ways = abilities.offers("AUTH").unwrap_or_default();
        let offers = |way: &str| ways.iter().any(|offered| offered.eq_ignore_ascii_case(way));
        let told = if offers("PLAIN") {
            let told = plain(user, password.revealed());
            match self.say(format_args!("AUTH PLAIN {told}\r\n"))? {
                // Some want to ask first.
                asked if asked.is(3) => self.say(format_args!("{told}\r\n"))?,
                answered => answered,
            }
        } else if offers("LOGIN") {
            self.ask(&"AUTH LOGIN\r\n", 3)?;
            self.ask(&format_args!("{}\r\n", encoded(user)), 3)?;
            self.say(format_args!("{}\r\n", encoded(password.revealed())))?
        } else {
            return Err(Trouble::Unable(Line::NoLogin));
        };
        self.expect(told, 2).map(|_| ())
    }

    /// Says a command and waits for an answer of that kind.
    ///
    /// # Errors
    /// [`Trouble`], [`Trouble::Answer`] where the answer is of another kind.
    pub(super) fn ask(&mut self, command: &dyn Display, kind: u16) -> Result<Reply, Trouble> {
        let reply = self.say(command)?;
        self.expect(reply, kind)
    }

    /// Gives a letter and waits for the answer to it.
    ///
    /// # Errors
    /// As [`Self::ask`].
    pub(super) fn give(&mut self, letter: &[u8]) -> Result<Reply, Trouble> {
        for chunk in stuffed(letter).chunks(CHUNK) {
            self.write(chunk)?;
        }
        self.wire.wait_no_longer_than(self.patience);
        self.answer(2)
    }

    /// What a reply says, for a person.
    pub(super) fn said(&self, reply: &Reply) -> String {
        reply.said(&self.secrets)
    }

    /// Says good-bye, and waits no longer than that for the answer.
    pub(super) fn farewell(mut self, patience: Duration) {
        self.patience = patience;
        // Every letter has its answer; what the server says to this changes nothing.
        let _farewell = self.say(Quit);
    }

    fn say(&mut self, command: impl Display) -> Result<Reply, Trouble> {
        self.write(command.to_string().as_bytes())?;
        self.wire.wait_no_longer_than(self.patience);
        self.reply()
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), Trouble> {
        self.wire.wait_no_longer_than(self.patience);
        self.wire.write_all(bytes).and_then(|()| self.wire.flush()).map_err(Trouble::broken)
    }

    fn answer(&mut self, kind: u16) -> Result<Reply, Trouble> {
        let reply = self.reply()?;
        self.expect(reply, kind)
    }

    fn expect(&self, reply: Reply, kind: u16) -> Result<Reply, Trouble> {
        if reply.is(kind) { Ok(reply) } else { Err(Trouble::answer(&reply, &self.secrets)) }
    }

    /// The next answer, no larger than an answer may be.
    fn reply(&mut self) -> Result<Reply, Trouble> {
        let (mut lines, mut taken) = (Vec::new(), 0);
        loop {
            while let Some(line) = self.line() {
                taken += line.len();
                if let Some(reply) = Reply::with(&mut lines, &line, &self.secrets)? {
                    return Ok(reply);
                }
                if taken > MOST {
                    return Err(Trouble::Endless);
                }
            }
            if taken + self.waiting.len() > MOST {
                return Err(Trouble::Endless);
            }
            let mut bytes = [0; 4 * 1024];
            match self.wire.read(&mut bytes).map_err(Trouble::broken)? {
                0 => return Err(Trouble::Closed),
                count => self.waiting.extend_from_slice(bytes.get(..count).unwrap_or_default()),
            }
        }
    }

    /// The next whole line among the bytes that came.
    fn line(&mut self) -> Option<Vec<u8>> {
        let end = self.waiting.iter().position(|byte| *byte == b'\n')?;
        let rest = self.waiting.split_off(end + 1);
        Some(std::mem::replace(&mut self.waiting, rest))
    }
}

/// A letter as it goes over the line: a dot at the beginning of a line is doubled, and one alone ends it (RFC 5321, 4.5.2).
fn stuffed(letter: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(letter.len() + 64);
    let mut before = b'\n';
    for byte in letter {
        if before == b'\n' && *byte == b'.' {
            bytes.push(b'.');
        }
        bytes.push(*byte);
        before = *byte;
    }
    let end: &[u8] = if letter.ends_with(b"\r\n") { b".\r\n" } else { b"\r\n.\r\n" };
    bytes.extend_from_slice(end);
    bytes
}

#[cfg(test)]
mod tests {
    use super::stuffed;

    #[test]
    fn dots_at_the_beginning_of_lines_are_doubled() {
        assert_eq!(stuffed(b".a\r\n.\r\nb.\r\n"), b"..a\r\n..\r\nb.\r\n.\r\n");
        assert_eq!(stuffed(b"a"), b"a\r\n.\r\n");
    }
}
