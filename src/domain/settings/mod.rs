//! What an office settles once: who it is and by which server its mail goes out.

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
