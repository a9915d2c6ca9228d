//! Mail on its way out, behind one narrow door.
//!
//! - `smtp`: a mail server, spoken to command by command, so that it is known whether a letter may have left
//! - `eml`: a folder of files instead, for looking before sending
//! - `encode`: a letter as the bytes of a mail
//!
//! Only this room knows the mail library.

mod eml;
mod encode;
mod smtp;

pub use eml::{Eml, EmlFault};
pub use encode::{Unpostable, encode};
pub use smtp::{Login, Server, Smtp, SmtpFault};

use crate::domain::letter::Letter;

/// What a server made of a letter. Answers of servers are neutralised and cut to one short line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Offered {
    /// The server took it, and says so.
    Taken {
        /// What it said.
        reply: String,
    },
    /// The server does not want it now (4xx); the same letter may be offered again later.
    Later {
        /// What it said.
        reply: String,
    },
    /// The server does not want it at all (5xx), or no server could be asked to take it.
    Refused {
        /// What it said, or what is wrong with the letter.
        reply: String,
    },
    /// The letter never left: no connection, no encryption, wrong name or password.
    NotOffered {
        /// Why.
        detail: String,
        /// Whether the next letter would fare the same, so that the round has to stop. Where it is false the
        /// line was lost before anything of this letter left: it may be offered again later, and the next one opens a
        /// line of its own.
        is_for_all: bool,
    },
    /// The line broke after the letter began to leave and before the server answered: it may have it.
    Unsure {
        /// What was seen.
        detail: String,
    },
}

/// Somewhere to which letters can be given.
pub trait Post: Send + Sync {
    /// Gives one letter and waits for the answer, no longer than a stated time for each.
    fn offer(&self, letter: &Letter) -> Offered;

    /// Lets go of a connection that is kept between letters.
    fn rest(&self) {}
}
