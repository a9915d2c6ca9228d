//! What must not come back to a screen, a journal or a log: a server may quote what it was told.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::Login;

/// What stands where a secret stood.
const BLANK: &str = "***";
/// So much of the beginning of a secret is blanked too: a server may cut short what it quotes.
const BEGINNING: usize = 8;

/// The password, as it is and as it is sent.
pub(super) struct Secrets(Vec<Vec<char>>);

impl Secrets {
    pub(super) fn of(login: Option<&Login>) -> Self {
        let Some(Login { user, password }) = login else { return Self(Vec::new()) };
        let password = password.revealed();
        let encoded = |text: &str| STANDARD.encode(text).trim_end_matches('=').to_owned();
        let all = [plain(user, password), encoded(password), password.to_owned()];
        Self(all.iter().map(|secret| secret.chars().collect::<Vec<char>>()).filter(|secret| !secret.is_empty()).collect())
    }

    /// The text without them, however their letters are written: some servers quote in capitals.
    pub(super) fn blank(&self, text: &str) -> String {
        let characters: Vec<char> = text.chars().collect();
        let (mut blanked, mut rest) = (String::with_capacity(text.len()), characters.as_slice());
        while let Some((first, behind)) = rest.split_first() {
            let longest = self.0.iter().filter_map(|secret| beginning(secret, rest)).max();
            match longest {
                Some(length) => {
                    blanked.push_str(BLANK);
                    rest = rest.get(length..).unwrap_or(&[]);
                }
                None => {
                    blanked.push(*first);
                    rest = behind;
                }
            }
        }
        blanked
    }
}

/// How many characters of the text are the secret, or enough of its beginning.
fn beginning(secret: &[char], text: &[char]) -> Option<usize> {
    let same = secret.iter().zip(text).take_while(|(one, other)| one.eq_ignore_ascii_case(other)).count();
    (same >= secret.len().min(BEGINNING)).then_some(same)
}

/// What AUTH PLAIN sends (RFC 4616).
pub(super) fn plain(user: &str, password: &str) -> String {
    STANDARD.encode(format!("\0{user}\0{password}"))
}

/// What AUTH LOGIN sends, one at a time.
pub(super) fn encoded(text: &str) -> String {
    STANDARD.encode(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::config::Password;

    fn secrets(password: &str) -> Secrets {
        Secrets::of(Some(&Login { user: "kantoor".to_owned(), password: Password::in_first_line(password).unwrap() }))
    }

    #[test]
    fn a_password_is_blanked_as_it_is_and_as_it_is_sent() {
        let secrets = secrets("Geheim van 2026");
        for quoted in [
            "Geheim van 2026".to_owned(),
            "GEHEIM VAN 2026".to_owned(),
            encoded("Geheim van 2026"),
            plain("kantoor", "Geheim van 2026"),
            plain("kantoor", "Geheim van 2026").to_uppercase(),
            "Geheim v".to_owned(),
        ] {
            let blanked = secrets.blank(&format!("5.7.8 unknown: {quoted} (kantoor)"));
            assert!(blanked.starts_with("5.7.8 unknown: ***") && blanked.ends_with(" (kantoor)"), "{blanked}");
            assert!(!blanked.to_lowercase().contains("geheim") && blanked.len() < 32, "{blanked}");
        }
        assert_eq!(secrets.blank("een geheim"), "een geheim");
        assert_eq!(Secrets::of(None).blank("een geheim"), "een geheim");
    }
}
