//! Judging e-mail addresses: the customer's and the colleague's.

use std::borrow::Cow;

use super::Judgement;
use crate::domain::email::{Email, repaired};
use crate::domain::email_near_miss::{is_one_slip, near_miss};
use crate::domain::finding::Rule;

impl<'a> Judgement<'a, '_> {
    pub(super) fn email(&mut self) -> Option<Cow<'a, str>> {
        match Email::parse(self.text) {
            Ok(email) => {
                if let Some(domain) = near_miss(email) {
                    self.find_curable(Rule::EmailNearMiss, Some(format!("{}@{domain}", email.local())));
                }
                Some(Cow::Borrowed(self.text))
            }
            Err(fault) => {
                self.find_curable(fault.rule(), repaired(self.text));
                None
            }
        }
    }

    pub(super) fn responsible(&mut self, colleagues: &[String]) -> Option<Cow<'a, str>> {
        if Email::parse(self.text).is_err() {
            self.find_curable(Rule::ResponsibleShape, repaired(self.text));
            return None;
        }
        let known = |colleague: &String| colleague.trim().eq_ignore_ascii_case(self.text);
        if !colleagues.is_empty() && !colleagues.iter().any(known) {
            self.find_curable(Rule::ResponsibleUnknown, only_near(self.text, colleagues));
        }
        Some(Cow::Borrowed(self.text))
    }
}

/// The colleague that was meant, if exactly one is a slip of the finger away.
fn only_near(text: &str, colleagues: &[String]) -> Option<String> {
    let mut near = colleagues.iter().map(|colleague| colleague.trim()).filter(|known| is_one_slip(text.as_bytes(), known.as_bytes()));
    match (near.next(), near.next()) {
        (Some(meant), None) => Some(meant.to_owned()),
        _ => None,
    }
}
