//! E-mail addresses: the shape of the HTML standard (`input type=email`), narrowed to the dot-atom of
//! RFC 5322 and to domains that mail reaches: a dot in it, and a last label of letters.

use super::finding::Rule;
use super::tidy::is_blank;

/// An e-mail address as it was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Email<'a> {
    local: &'a str,
    domain: &'a str,
}

/// Why a text is no e-mail address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum EmailFault {
    /// Not the shape of an address.
    #[error("is no e-mail address")]
    Shape,
    /// More than 64 octets before the @, or 254 in all (RFC 5321).
    #[error("is longer than mail allows")]
    TooLong,
    /// More than one address.
    #[error("holds more than one address")]
    Several,
}

impl EmailFault {
    /// The rule that the fault breaks in the customer's own address.
    #[must_use]
    pub const fn rule(self) -> Rule {
        match self {
            Self::Shape => Rule::EmailShape,
            Self::TooLong => Rule::EmailTooLong,
            Self::Several => Rule::EmailSeveral,
        }
    }
}

impl<'a> Email<'a> {
    /// Octets that may stand before the @.
    const LOCAL_OCTETS: usize = 64;
    /// Octets of a whole address.
    const OCTETS: usize = 254;

    /// Reads an address; upper and lower case are kept.
    ///
    /// # Errors
    /// [`EmailFault`]; the length is asked only of what has the shape of an address.
    pub fn parse(text: &'a str) -> Result<Self, EmailFault> {
        let fault = || if holds_several(text) { EmailFault::Several } else { EmailFault::Shape };
        let (local, domain) = text.split_once('@').ok_or(EmailFault::Shape)?;
        if !is_dot_atom(local) || !is_mail_domain(domain) {
            return Err(fault());
        }
        if local.len() > Self::LOCAL_OCTETS || text.len() > Self::OCTETS {
            return Err(EmailFault::TooLong);
        }
        Ok(Self { local, domain })
    }

    /// What stands before the @.
    #[must_use]
    pub const fn local(self) -> &'a str {
        self.local
    }

    /// What stands behind the @.
    #[must_use]
    pub const fn domain(self) -> &'a str {
        self.domain
    }
}

/// The one address that a text of another shape can mean: `mailto:` or a name in front, white space
/// inside, a comma for the dot of the domain, punctuation at the end.
#[must_use]
pub fn repaired(text: &str) -> Option<String> {
    let inner = match (text.rfind('<'), text.rfind('>')) {
        (Some(open), Some(close)) => text.get(open + 1..close)?,
        _ => text,
    };
    let inner = inner.trim_end_matches(|edge| is_blank(edge) || matches!(edge, '.' | ',' | ';' | ':'));
    let inner = match inner.get(..7) {
        Some(scheme) if scheme.eq_ignore_ascii_case("mailto:") => inner.get(7..)?,
        _ => inner,
    };
    let (local, domain) = inner.split_once('@')?;
    let close = |part: &str| part.chars().filter(|&character| !is_blank(character)).collect::<String>();
    // "An Janssens an@example.com" is a name and an address: gluing the name on would invent a person.
    if local.split(is_blank).filter(|word| !word.is_empty()).count() > 1 {
        return None;
    }
    let address = format!("{}@{}", close(local), close(domain).replace(',', "."));
    (address != text && Email::parse(&address).is_ok()).then_some(address)
}

/// Two or more pieces with an @ in them, however they are separated.
fn holds_several(text: &str) -> bool {
    let separates = |character: char| is_blank(character) || matches!(character, ';' | ',' | '/' | '|' | '&' | '<' | '>' | '\\');
    text.split(separates).filter(|piece| piece.trim_matches('@').contains('@')).count() > 1
}

/// The characters of the HTML standard, in dot-separated runs none of which is empty.
fn is_dot_atom(local: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+/=?^_`{|}~-.".contains(&byte);
    let bytes = local.as_bytes();
    !bytes.is_empty()
        && bytes.iter().all(|&byte| allowed(byte))
        && bytes.first() != Some(&b'.')
        && bytes.last() != Some(&b'.')
        && !local.contains("..")
}

/// At least two labels of letters, digits and inner hyphens, 63 octets at most; the last one of two or
/// more letters, or an internationalised one (`xn--…`).
fn is_mail_domain(domain: &str) -> bool {
    let is_label = |label: &str| {
        let bytes = label.as_bytes();
        (1..=63).contains(&bytes.len())
            && bytes.iter().all(|&byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && bytes.first() != Some(&b'-')
            && bytes.last() != Some(&b'-')
    };
    let Some((_, last)) = domain.rsplit_once('.') else { return false };
    let is_last = last.len() >= 2 && last.bytes().all(|byte| byte.is_ascii_alphabetic())
        || last.len() > 4 && last.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("xn--"));
    is_last && domain.split('.').all(is_label)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn addresses_are_read_as_typed() {
        for text in [
            "An.Janssens@Telenet.be",
            "a@b.be",
            "o'hara+tax@sub.example.co.uk",
            "!#$%&'*+/=?^_`{|}~-@example.com",
            "1@2.museum",
            "x@xn--bcher-kva.example",
            "x@example.xn--p1ai",
            "a@a-b.be",
        ] {
            let email = Email::parse(text).unwrap();
            assert_eq!(format!("{}@{}", email.local(), email.domain()), text);
        }
    }

    #[test]
    fn other_shapes_are_refused() {
        for text in [
            "",
            "@",
            "an",
            "an@",
            "@example.com",
            "an@example",
            "an@example.c",
            "an@example.c0m",
            "an..j@example.com",
            ".an@example.com",
            "an.@example.com",
            "an@.example.com",
            "an@example..com",
            "an@example.com.",
            "an@-example.com",
            "an@example-.com",
            "an j@example.com",
            "an@exam ple.com",
            "an@@example.com",
            "an@b@example.com",
            "élise@example.com",
            "an@exämple.com",
            "\"an\"@example.com",
            "an@[127.0.0.1]",
            "an@127.0.0.1",
            "an(x)@example.com",
            "an,j@example.com",
            "an@example_x.com",
            "an@xn--.xn--",
        ] {
            assert_eq!(Email::parse(text), Err(EmailFault::Shape), "{text}");
        }
        let label = format!("an@{}.com", "a".repeat(64));
        assert_eq!(Email::parse(&label), Err(EmailFault::Shape));
    }

    #[test]
    fn length_is_measured_in_octets_up_to_the_last_allowed_one() {
        let local = |octets: usize| format!("{}@example.com", "a".repeat(octets));
        assert!(Email::parse(&local(64)).is_ok());
        assert_eq!(Email::parse(&local(65)), Err(EmailFault::TooLong));
        let whole = |last: usize| format!("a@{0}.{0}.{0}.{1}.com", "b".repeat(61), "c".repeat(last));
        assert_eq!(whole(62).len(), 254);
        assert!(Email::parse(&whole(62)).is_ok());
        assert_eq!(Email::parse(&whole(63)), Err(EmailFault::TooLong));
    }

    #[test]
    fn several_addresses_are_their_own_fault() {
        for text in
            ["a@b.be;c@d.be", "a@b.be, c@d.be", "a@b.be c@d.be", "a@b.be / c@d.be", "a@b.be en c@d.be", "<a@b.be> <c@d.be>", "a@b.be,,c@d"]
        {
            assert_eq!(Email::parse(text), Err(EmailFault::Several), "{text}");
        }
    }

    #[test]
    fn only_what_can_be_meant_is_proposed() {
        for (text, address) in [
            ("mailto:an@example.com", Some("an@example.com")),
            ("An Janssens <an@example.com>", Some("an@example.com")),
            ("an @ example.com", Some("an@example.com")),
            ("an@example,com", Some("an@example.com")),
            ("an@example.com;", Some("an@example.com")),
            ("an@example.com.", Some("an@example.com")),
            ("an\u{200b}@example.com", Some("an@example.com")),
            ("An Janssens an@example.com", None),
            ("an@example", None),
            ("an", None),
            ("", None),
            ("><", None),
            ("a@b.be;c@d.be", None),
        ] {
            assert_eq!(repaired(text).as_deref(), address, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_is_too_strange(text in "\\PC{0,20}") {
            if let Ok(email) = Email::parse(&text) {
                prop_assert!(email.domain().contains('.') && text.is_ascii() && !text.contains(char::is_whitespace));
            }
            if let Some(address) = repaired(&text) {
                prop_assert!(Email::parse(&address).is_ok());
            }
        }

        #[test]
        fn what_is_proposed_is_an_address(text in "[a-b@.,; <>:]{0,16}") {
            if let Some(address) = repaired(&text) {
                prop_assert!(Email::parse(&address).is_ok());
            }
        }
    }
}
