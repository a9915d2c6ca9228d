//! What the server's answers, and their absence, mean for a letter.
//!
//! An answer is its code, three digits, and a text for people. The code is read as digits and the text as whatever can be
//! read of it: an "accepté" in Latin-1 is an acceptance all the same.

use std::io;

use super::secrets::Secrets;
use crate::domain::mask::mask_in_text;
use crate::domain::neutral::neutralise;
use crate::domain::outbox::Line;
use crate::world::post::Offered;

/// Most characters of an answer that are kept.
const LONGEST: usize = 200;

/// A whole answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reply {
    pub(super) code: u16,
    /// What stands behind the codes, line by line, as it came.
    lines: Vec<String>,
}

/// One line of an answer.
struct ReplyLine {
    code: u16,
    is_last: bool,
    text: String,
}

impl Reply {
    /// The answer that is whole with this line; none where another one follows. `lines` are what was read of it before.
    ///
    /// # Errors
    /// [`Trouble::Garbled`] where it is no line of an answer of a mail server.
    pub(super) fn with(lines: &mut Vec<String>, bytes: &[u8], secrets: &Secrets) -> Result<Option<Self>, Trouble> {
        let Some(line) = reply_line(bytes) else {
            return Err(Trouble::Garbled(cut(&secrets.blank(&String::from_utf8_lossy(bytes)))));
        };
        lines.push(line.text);
        Ok(line.is_last.then(|| Self { code: line.code, lines: std::mem::take(lines) }))
    }

    /// Whether it is of that kind: 2 for "done", 3 for "go on", 4 for "not now", 5 for "no".
    pub(super) const fn is(&self, kind: u16) -> bool {
        self.code / 100 == kind
    }

    /// The words behind a keyword of EHLO's answer; none where the server does not offer it.
    pub(super) fn offers(&self, keyword: &str) -> Option<Vec<&str>> {
        self.lines.iter().find_map(|line| {
            let mut words = line.split([' ', '=']).filter(|word| !word.is_empty());
            words.next().filter(|first| first.eq_ignore_ascii_case(keyword)).map(|_| words.collect())
        })
    }

    /// What it says, in one line, neutralised and without secrets.
    pub(super) fn said(&self, secrets: &Secrets) -> String {
        cut(&format!("{} {}", self.code, secrets.blank(&self.lines.join(" "))))
    }
}

fn reply_line(bytes: &[u8]) -> Option<ReplyLine> {
    let bytes = bytes.trim_ascii_end();
    let (digits, rest) = bytes.split_at_checked(3)?;
    let code = digits.iter().try_fold(0, |code, digit| digit.is_ascii_digit().then(|| code * 10 + u16::from(digit - b'0')))?;
    let (is_last, text) = match rest.split_first() {
        None => (true, rest),
        Some((b' ', text)) => (true, text),
        Some((b'-', text)) => (false, text),
        Some(_) => return None,
    };
    (200..600).contains(&code).then(|| ReplyLine { code, is_last, text: String::from_utf8_lossy(text).into_owned() })
}

/// Why a step did not go as it should.
#[derive(Debug)]
pub(super) enum Trouble {
    /// The server answered something else, in these words.
    Answer {
        /// Its code.
        code: u16,
        /// What it said, neutralised.
        said: String,
    },
    /// What came is no answer of a mail server; its beginning.
    Garbled(String),
    /// What came had no end.
    Endless,
    /// Nothing came in time.
    Slow,
    /// The server closed the line.
    Closed,
    /// The server cannot do what is asked of it.
    Unable(Line),
    /// There is no line, or none that can be trusted.
    NoLine(io::Error),
}

impl Trouble {
    /// A line that broke.
    pub(super) fn broken(error: io::Error) -> Self {
        match error.kind() {
            // A read that waited too long ends in `WouldBlock` on Linux.
            io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut => Self::Slow,
            io::ErrorKind::UnexpectedEof
            | io::ErrorKind::ConnectionReset
            | io::ErrorKind::ConnectionAborted
            | io::ErrorKind::BrokenPipe
            | io::ErrorKind::NotConnected => Self::Closed,
            _ => Self::NoLine(error),
        }
    }

    /// An answer to something that should have been answered otherwise.
    pub(super) fn answer(reply: &Reply, secrets: &Secrets) -> Self {
        Self::Answer { code: reply.code, said: reply.said(secrets) }
    }

    /// In one line: the server's own words, or what was seen.
    pub(super) fn in_one_line(&self) -> String {
        match self {
            Self::Answer { said, .. } => said.clone(),
            Self::Garbled(beginning) => format!("{}{beginning}", Line::Garbled.kept()),
            Self::Endless => Line::Endless.kept().to_owned(),
            Self::Slow => Line::Slow.kept().to_owned(),
            Self::Closed => Line::Closed.kept().to_owned(),
            Self::Unable(what) => what.kept().to_owned(),
            Self::NoLine(error) => cut(&error.to_string()),
        }
    }

    /// Whether the line still stands.
    pub(super) const fn leaves_the_line(&self) -> bool {
        matches!(self, Self::Answer { code, .. } if *code >= 400 && *code != 421)
    }

    fn verdict(&self) -> Verdict {
        match self {
            Self::Answer { code: 400..500, .. } => Verdict::NotNow,
            Self::Answer { code: 530 | 534 | 535 | 538, .. } => Verdict::NotOurs,
            Self::Answer { code: 500..600, .. } => Verdict::Never,
            Self::Answer { .. } | Self::Garbled(_) | Self::Endless | Self::Slow | Self::Closed | Self::Unable(_) | Self::NoLine(_) => {
                Verdict::Silence
            }
        }
    }

    fn not_offered(&self, is_for_all: bool) -> Offered {
        Offered::NotOffered { detail: self.in_one_line(), is_for_all }
    }
}

/// Before a letter: connecting, greeting, encryption, name and password. What is refused here is refused
/// to all letters.
pub(super) fn of_opening(trouble: &Trouble) -> Offered {
    match trouble.verdict() {
        Verdict::NotNow => Offered::Later { reply: trouble.in_one_line() },
        Verdict::Never | Verdict::NotOurs | Verdict::Silence => trouble.not_offered(true),
    }
}

/// At MAIL: the sender is the office's, the same for all letters.
pub(super) fn of_sender(trouble: &Trouble) -> Offered {
    match trouble.verdict() {
        Verdict::NotNow => Offered::Later { reply: trouble.in_one_line() },
        Verdict::Never | Verdict::NotOurs => trouble.not_offered(true),
        Verdict::Silence => trouble.not_offered(false),
    }
}

/// At RCPT and DATA: the customer's address.
pub(super) fn of_recipient(trouble: &Trouble) -> Offered {
    match trouble.verdict() {
        Verdict::NotNow => Offered::Later { reply: trouble.in_one_line() },
        Verdict::Never => Offered::Refused { reply: trouble.in_one_line() },
        Verdict::NotOurs => trouble.not_offered(true),
        Verdict::Silence => trouble.not_offered(false),
    }
}

/// Behind the 354: the server may have all of it.
pub(super) fn of_letter(trouble: &Trouble) -> Offered {
    match trouble.verdict() {
        Verdict::NotNow => Offered::Later { reply: trouble.in_one_line() },
        Verdict::Never | Verdict::NotOurs => Offered::Refused { reply: trouble.in_one_line() },
        Verdict::Silence => Offered::Unsure { detail: trouble.in_one_line() },
    }
}

/// What an answer says, whatever it is about.
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

/// Short, and without anything that acts on a screen or tells a national number.
pub(super) fn cut(text: &str) -> String {
    let shown = neutralise(text.trim()).into_owned();
    let shown = mask_in_text(&shown);
    match shown.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", shown.get(..end).unwrap_or_default()),
        None => shown.into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reply(lines: &[&[u8]]) -> Result<Option<Reply>, Trouble> {
        let mut before = Vec::new();
        lines.iter().try_fold(None, |_, line| Reply::with(&mut before, line, &Secrets::of(None)))
    }

    #[test]
    fn a_code_counts_whatever_its_text_is_written_in() {
        let taken = reply(&[b"250 2.0.0 accept\xe9\r\n"]).unwrap().unwrap();
        assert!(taken.is(2) && taken.said(&Secrets::of(None)).starts_with("250 2.0.0 accept"));
        assert_eq!(reply(&[b"450 4.2.1 Bo\xeete pleine\n"]).unwrap().unwrap().code, 450);
        assert_eq!(reply(&[b"250"]).unwrap().unwrap().code, 250);
    }

    #[test]
    fn several_lines_are_one_answer_and_what_is_none_is_told() {
        assert_eq!(reply(&[b"250-mail.test\r\n", b"250-AUTH PLAIN LOGIN\r\n"]).unwrap(), None);
        let whole = reply(&[b"250-mail.test\r\n", b"250-auth=plain LOGIN\r\n", b"250 SIZE\r\n"]).unwrap().unwrap();
        assert_eq!(whole.offers("AUTH"), Some(vec!["plain", "LOGIN"]));
        assert_eq!((whole.offers("SIZE"), whole.offers("STARTTLS")), (Some(vec![]), None));
        for none in [b"HTTP/1.1 400 Bad Request".as_slice(), b"25", b"999 ok", b"2502 ok", b"250\xe9", b""] {
            assert!(matches!(reply(&[none]), Err(Trouble::Garbled(_))), "{none:?}");
        }
    }
}
