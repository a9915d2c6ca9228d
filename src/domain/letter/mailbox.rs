//! From whom and to whom: a checked address with a name that fits a header.

use std::fmt;

use super::HeaderText;
use crate::domain::email::{Email, EmailFault};

/// An address that mail can be sent to: what [`Email`] reads. Nothing else fits in one, no line break
/// and no second address.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Address(String);

impl Address {
    /// Reads an address; upper and lower case are kept.
    ///
    /// # Errors
    /// [`EmailFault`].
    pub fn parse(text: &str) -> Result<Self, EmailFault> {
        Email::parse(text)?;
        Ok(Self(text.to_owned()))
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands behind the @.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }
}

impl fmt::Display for Address {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// A person or office with an address, as a mail names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mailbox {
    /// Name to show; may be empty.
    pub name: HeaderText,
    /// The address.
    pub address: Address,
}

impl Mailbox {
    /// A mailbox of a name as it was typed and an address.
    ///
    /// # Errors
    /// [`EmailFault`] of the address.
    pub fn parse(name: &str, address: &str) -> Result<Self, EmailFault> {
        Ok(Self { name: HeaderText::of(name), address: Address::parse(address)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_address_and_nothing_else() {
        assert_eq!(Address::parse("An@kantoor.be").map(|address| address.domain().to_owned()), Ok("kantoor.be".to_owned()));
        for text in ["an@example.com\r\nBcc: x@example.com", "an@example.com, x@example.com", "an@example.com>", "<an@example.com>", ""] {
            assert!(Address::parse(text).is_err(), "{text:?}");
        }
        let mailbox = Mailbox::parse("An\nBcc: x", "an@example.com").unwrap();
        assert_eq!((mailbox.name.as_str(), mailbox.address.as_str()), ("An Bcc: x", "an@example.com"));
    }
}
