//! What was seen of the line to a mail server where it gave no answer in words of its own.

/// What was seen. An outbox keeps it as an English sentence among what servers said, so that it stays readable whatever reads it;
/// whoever shows it says it in the language of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// What came is no answer of a mail server; its beginning follows.
    Garbled,
    /// What came had no end.
    Endless,
    /// Nothing came in time.
    Slow,
    /// The server closed the line.
    Closed,
    /// It does not offer to encrypt the line.
    Bare,
    /// It spoke before the line was encrypted: somebody in between might have.
    Early,
    /// It offers no way to tell it a name and password.
    NoLogin,
}

impl Line {
    /// Everything that can be seen.
    pub const ALL: [Self; 7] = [Self::Garbled, Self::Endless, Self::Slow, Self::Closed, Self::Bare, Self::Early, Self::NoLogin];

    /// As an outbox keeps it. These sentences lie in outboxes: they stay.
    #[must_use]
    pub const fn kept(self) -> &'static str {
        match self {
            Self::Garbled => "the server's answer cannot be understood: ",
            Self::Endless => "the server's answer had no end",
            Self::Slow => "no answer came in time",
            Self::Closed => "the server closed the connection without an answer",
            Self::Bare => "the server does not offer STARTTLS",
            Self::Early => "the server spoke before the line was encrypted",
            Self::NoLogin => "the server offers no way to tell it a name and password (AUTH PLAIN or LOGIN)",
        }
    }

    /// What was seen, from how it is kept, and what follows it; nothing where the text is the server's own.
    #[must_use]
    pub fn read(kept: &str) -> Option<(Self, &str)> {
        Self::ALL.into_iter().find_map(|line| Some((line, kept.strip_prefix(line.kept())?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_read_again_and_what_a_server_says_is_its_own() {
        for line in Line::ALL {
            assert_eq!(Line::read(&format!("{}x", line.kept())), Some((line, "x")));
        }
        assert_eq!(Line::read("550 5.1.1 mailbox unavailable"), None);
    }
}
