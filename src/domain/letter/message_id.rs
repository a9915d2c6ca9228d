//! The name of a mail, fixed for one dossier and round.

use std::fmt;
use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use crate::domain::email::{Email, EmailFault};

/// What stands in the header `Message-ID`, without its angle brackets: of the shape of an e-mail address.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MessageId(String);

impl MessageId {
    /// Octets of the hash that a name begins with: too many for two dossiers ever to share one.
    const OCTETS: usize = 16;

    /// The name of the mail of a dossier in a round. It is the same whenever it is asked for, so that a
    /// mail that is sent again is known to be the same; and it does not tell the token by which an answer
    /// is recognised, of which it holds a hash only.
    ///
    /// # Errors
    /// [`EmailFault`] where the domain is none that mail reaches.
    pub fn of(round: &str, token: &str, domain: &str) -> Result<Self, EmailFault> {
        let mut hash = Sha256::new();
        // The length of the round in front, so that no two pairs read the same in a row.
        hash.update(format!("instroom-message-id/1/{}/", round.len()));
        hash.update(round);
        hash.update(token);
        let mut text = String::with_capacity(2 * Self::OCTETS + 1 + domain.len());
        for octet in hash.finalize().iter().take(Self::OCTETS) {
            // Writing into a String does not fail.
            let _ = write!(text, "{octet:02x}");
        }
        text.push('@');
        text.push_str(domain);
        Self::parse(&text)
    }

    /// Reads a name that was kept.
    ///
    /// # Errors
    /// [`EmailFault`] where it has another shape.
    pub fn parse(text: &str) -> Result<Self, EmailFault> {
        Email::parse(text)?;
        Ok(Self(text.to_owned()))
    }

    /// The name, without angle brackets.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for MessageId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_fixed_for_a_dossier_and_a_round_and_hides_the_token() {
        let token = "ab".repeat(16);
        let of = |round: &str, token: &str| MessageId::of(round, token, "kantoor.be").unwrap();
        let name = of("17", &token);
        assert_eq!(name, of("17", &token));
        assert_eq!(name.as_str().len(), 32 + "@kantoor.be".len());
        assert!(!name.as_str().contains("abab"));
        assert_ne!(name, of("18", &token));
        assert_ne!(name, of("17", &"cd".repeat(16)));
        assert_ne!(of("1", "23"), of("12", "3"));
        assert_eq!(MessageId::parse(name.as_str()), Ok(name));
    }

    #[test]
    fn no_domain_and_no_other_shape_gets_through() {
        for domain in ["", "kantoor", "kantoor.be\r\nBcc: x@example.com", "kantoor.be>"] {
            assert!(MessageId::of("1", "2", domain).is_err(), "{domain:?}");
        }
        assert!(MessageId::parse("a b@example.com").is_err());
    }
}
