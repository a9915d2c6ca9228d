//! A letter that a colleague sends to the office itself, to see what customers get.

use super::{HeaderText, Letter, Mailbox, MessageId};
use crate::domain::language::Language;

/// What stands in front of the subject, and in the first line.
const fn words(language: Language) -> (&'static str, &'static str) {
    match language {
        Language::Dutch => ("[TEST]", "Dit is een testmail van het kantoor. De klant heeft hem niet gekregen."),
        Language::French => ("[ESSAI]", "Ceci est un e-mail d'essai du bureau. Le client ne l'a pas reçu."),
        Language::English => ("[TEST]", "This is a test mail of the office. The customer did not get it."),
        Language::German => ("[TEST]", "Dies ist eine Testmail des Büros. Der Kunde hat sie nicht erhalten."),
    }
}

impl Letter {
    /// The letter as a test to another address, under a name of its own: its subject and its first line say so.
    /// Everything else is as the customer would get it.
    #[must_use]
    pub fn as_test(mut self, language: Language, to: Mailbox, message_id: MessageId) -> Self {
        let (mark, line) = words(language);
        self.subject = HeaderText::of(&format!("{mark} {}", self.subject));
        self.text = format!("{line}\n\n{}", self.text);
        // The line has nothing in it that HTML reads as its own, but for an apostrophe that it lets stand.
        self.html = self.html.replacen("<body>\n", &format!("<body>\n<p><strong>{line}</strong></p>\n"), 1);
        (self.to, self.message_id) = (to, message_id);
        self
    }
}
