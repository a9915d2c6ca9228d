//! A letter as the bytes of a mail (RFC 5322, MIME).

use std::time::SystemTime;

use lettre::message::header::ContentType;
use lettre::message::{Attachment, Mailbox as MailMailbox, MultiPart, SinglePart};
use lettre::{Address as MailAddress, Message};

use crate::domain::letter::{Address, Enclosure, Letter, Mailbox};

/// What an .xlsx workbook is called among types of files.
const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The last second that the header `Date` can tell: the end of the year 9999.
const LAST_SECOND: i64 = 253_402_300_799;

/// Why a letter cannot become a mail. It never can: trying again does not help.
#[derive(Debug, thiserror::Error)]
pub enum Unpostable {
    /// The mail library does not take the address.
    #[error("mail cannot be sent to or from {address}: {source}")]
    Address {
        /// The address.
        address: String,
        /// What it says.
        source: lettre::address::AddressError,
    },
    /// A day before 1970 or after 9999.
    #[error("{date} cannot stand in a mail as its date")]
    Date {
        /// The moment.
        date: jiff::Timestamp,
    },
    /// The parts do not fit together.
    #[error("the mail cannot be put together: {source}")]
    Parts {
        /// What the mail library says.
        source: lettre::error::Error,
    },
}

/// The mail: its headers, the text and the same in HTML to choose from, and what is enclosed. All of it
/// is ASCII, whatever the names are, so that every server can pass it on. There is no Bcc, and no
/// `Auto-Submitted`: a person decided to send it and a person reads the answer, so that an "I am away until
/// May" has to come back rather than be held in.
///
/// # Errors
/// [`Unpostable`].
pub fn encode(letter: &Letter) -> Result<Vec<u8>, Unpostable> {
    if !(0..=LAST_SECOND).contains(&letter.date.as_second()) {
        return Err(Unpostable::Date { date: letter.date });
    }
    let mut message = Message::builder()
        .from(mailbox(&letter.from)?)
        .to(mailbox(&letter.to)?)
        .subject(letter.subject.as_str())
        .date(SystemTime::from(letter.date))
        .message_id(Some(format!("<{}>", letter.message_id)));
    if let Some(reply_to) = &letter.reply_to {
        message = message.reply_to(mailbox(reply_to)?);
    }
    let said = MultiPart::alternative_plain_html(letter.text.clone(), letter.html.clone());
    let parts = letter.enclosures.iter().fold(MultiPart::mixed().multipart(said), |parts, enclosure| parts.singlepart(part(enclosure)));
    let message = message.multipart(parts).map_err(|source| Unpostable::Parts { source })?;
    Ok(message.formatted())
}

/// An address as the mail library has it.
pub(super) fn address(address: &Address) -> Result<MailAddress, Unpostable> {
    address.as_str().parse().map_err(|source| Unpostable::Address { address: address.to_string(), source })
}

fn mailbox(mailbox: &Mailbox) -> Result<MailMailbox, Unpostable> {
    let name = (!mailbox.name.is_empty()).then(|| mailbox.name.to_string());
    Ok(MailMailbox::new(name, address(&mailbox.address)?))
}

fn part(enclosure: &Enclosure) -> SinglePart {
    let kind = ContentType::parse(WORKBOOK).unwrap_or(ContentType::TEXT_PLAIN);
    Attachment::new(enclosure.name.to_string()).body(enclosure.bytes.clone(), kind)
}
