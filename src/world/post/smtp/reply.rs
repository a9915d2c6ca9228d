//! What the server's answers, and their absence, mean for a letter.

use std::error::Error as _;
use std::io;

use lettre::transport::smtp::Error;
use lettre::transport::smtp::response::{Code, Response};

use crate::domain::mask::mask_in_text;
use crate::domain::neutral::neutralise;
use crate::world::post::Offered;

/// Most characters of an answer that are kept.
const LONGEST: usize = 200;

/// Before a letter: connecting, greeting, encryption, name and password. What is refused here is refused
/// to all letters.
pub(super) fn of_opening(error: &Error) -> Offered {
    match Verdict::of(error) {
        Verdict::NotNow => Offered::Later { reply: in_one_line(error) },
        Verdict::Never | Verdict::NotOurs | Verdict::Silence => not_offered(error, true),
    }
}

/// At MAIL: the sender is the office's, the same for all letters.
pub(super) fn of_sender(error: &Error) -> Offered {
    match Verdict::of(error) {
        Verdict::NotNow => Offered::Later { reply: in_one_line(error) },
        Verdict::Never | Verdict::NotOurs => not_offered(error, true),
        Verdict::Silence => not_offered(error, false),
    }
}

/// At RCPT and DATA: the customer's address.
pub(super) fn of_recipient(error: &Error) -> Offered {
    match Verdict::of(error) {
        Verdict::NotNow => Offered::Later { reply: in_one_line(error) },
        Verdict::Never => Offered::Refused { reply: in_one_line(error) },
        Verdict::NotOurs => not_offered(error, true),
        Verdict::Silence => not_offered(error, false),
    }
}

/// Behind the 354: the server may have all of it.
pub(super) fn of_letter(error: &Error) -> Offered {
    match Verdict::of(error) {
        Verdict::NotNow => Offered::Later { reply: in_one_line(error) },
        Verdict::Never | Verdict::NotOurs => Offered::Refused { reply: in_one_line(error) },
        Verdict::Silence => Offered::Unsure { detail: in_one_line(error) },
    }
}

fn not_offered(error: &Error, is_for_all: bool) -> Offered {
    Offered::NotOffered { detail: in_one_line(error), is_for_all }
}

/// What an error says, whatever it is about.
enum Verdict {
    /// 4xx.
    NotNow,
    /// 5xx.
    Never,
    /// 5xx that is about who we are: name and password are asked for, or wrong (RFC 4954).
    NotOurs,
    /// No answer, or none that can be understood.
    Silence,
}

impl Verdict {
    fn of(error: &Error) -> Self {
        match error.status().map(u16::from) {
            Some(400..500) => Self::NotNow,
            Some(530 | 534 | 535 | 538) => Self::NotOurs,
            Some(500..600) => Self::Never,
            Some(_) | None => Self::Silence,
        }
    }
}

/// What a server said, neutralised, in one line.
pub(super) fn said(response: &Response) -> String {
    line(response.code(), &response.message().collect::<Vec<_>>().join(" "))
}

/// What an error says: the server's own words, or what the system saw.
pub(super) fn in_one_line(error: &Error) -> String {
    let deepest = std::iter::successors(error.source(), |&cause| cause.source()).last();
    match (error.status(), error.source()) {
        (Some(code), cause) => line(code, &cause.map(ToString::to_string).unwrap_or_default()),
        (None, _) if is_timeout(error) => "no answer came in time".to_owned(),
        (None, _) => {
            let whole = error.to_string();
            let cause = deepest.map(ToString::to_string).filter(|cause| !whole.contains(cause.as_str()));
            cut(&cause.map_or_else(|| whole.clone(), |cause| format!("{whole}: {cause}")))
        }
    }
}

/// Whether the system gave up waiting. A read that waited too long ends in `WouldBlock` on Linux.
fn is_timeout(error: &Error) -> bool {
    std::iter::successors(error.source(), |&cause| cause.source()).any(|cause| {
        let kind = cause.downcast_ref::<io::Error>().map(io::Error::kind);
        matches!(kind, Some(io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut))
    })
}

fn line(code: Code, text: &str) -> String {
    cut(&format!("{code} {text}"))
}

/// Short, and without anything that acts on a screen or tells a national number.
fn cut(text: &str) -> String {
    let shown = neutralise(text.trim()).into_owned();
    let shown = mask_in_text(&shown);
    match shown.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", shown.get(..end).unwrap_or_default()),
        None => shown.into_owned(),
    }
}
