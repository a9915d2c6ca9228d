//! Mail on its way out, behind one narrow door.

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
    /// The server does not want it at all (5xx).
    Refused {
        /// What it said.
        reply: String,
    },
    /// The letter never left: no connection, no encryption, wrong name or password.
    NotOffered {
        /// Why.
        detail: String,
        /// Whether the next letter would fare the same, so that the round has to stop.
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
    /// Gives one letter and waits for the answer, no longer than a stated time.
    fn offer(&self, letter: &Letter) -> Offered;

    /// Lets go of a connection that is kept between letters.
    fn rest(&self) {}
}
