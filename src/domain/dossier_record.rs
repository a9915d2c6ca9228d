//! A stored dossier as bytes: a version byte, what lists show of it, the whole of it.
//!
//! What lists show stands in front at fixed places, so that reading a hundred thousand dossiers for a
//! list decodes nothing else. Dossiers of format 1 are the whole of it alone; they are still read.

use std::borrow::Cow;

use jiff::Timestamp;
use jiff::civil::Date;

use super::dossier::{Dossier, Origin, Status};
use super::language::Language;
use super::record::BadRecord;

/// Version of the format that this program writes. A newer one is refused.
pub const FORMAT: u8 = 2;

/// The format before there was a head: nothing but the dossier.
const WHOLE: u8 = 1;

/// Bytes of the head at fixed places, behind the version byte; the name of the questionnaire follows.
const FIXED: usize = 4 + 4 + 2 + 2 + 3 * 8;

/// What lists show of a dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// How far it is.
    pub status: Status,
    /// The language in which the questionnaire goes out.
    pub language: Language,
    /// Last day to file.
    pub deadline: Date,
    /// Whether the deadline was imported or is the task flow's default.
    pub deadline_origin: Origin,
    /// The row asked for an invitation mail.
    pub invitation_wanted: bool,
    /// How many questions have an answer.
    pub answers: u16,
    /// How many reminders were sent.
    pub reminders: u16,
    /// Since when it has its status, where that is known.
    pub since: Option<Timestamp>,
    /// When the invitation was sent.
    pub sent: Option<Timestamp>,
    /// When the last reminder was sent.
    pub reminded: Option<Timestamp>,
}

impl Head {
    /// What lists show of this dossier. Moments are whole milliseconds, as the bytes have them.
    #[must_use]
    pub fn of(dossier: &Dossier) -> Self {
        let shown = |when: Option<Timestamp>| moment(milliseconds(when));
        Self {
            status: dossier.status,
            language: dossier.language,
            deadline: dossier.deadline,
            deadline_origin: dossier.deadline_origin,
            invitation_wanted: dossier.invitation_wanted,
            answers: u16::try_from(dossier.answers.len()).unwrap_or(u16::MAX),
            reminders: dossier.course.reminders,
            since: shown(dossier.course.since),
            sent: shown(dossier.course.sent),
            reminded: shown(dossier.course.reminded),
        }
    }

    fn to_bytes(&self) -> [u8; FIXED] {
        let mut bytes = [0; FIXED];
        let [year_high, year_low] = self.deadline.year().to_be_bytes();
        let fixed = [
            place(Status::ALL.iter().position(|status| *status == self.status)),
            place(Language::ALL.iter().position(|language| *language == self.language)),
            place(Origin::ALL.iter().position(|origin| *origin == self.deadline_origin)),
            u8::from(self.invitation_wanted),
            year_high,
            year_low,
            self.deadline.month().unsigned_abs(),
            self.deadline.day().unsigned_abs(),
        ];
        let counts = self.answers.to_be_bytes().into_iter().chain(self.reminders.to_be_bytes());
        let moments = [self.since, self.sent, self.reminded].into_iter().flat_map(|when| milliseconds(when).to_be_bytes());
        for (slot, byte) in bytes.iter_mut().zip(fixed.into_iter().chain(counts).chain(moments)) {
            *slot = byte;
        }
        bytes
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (fixed, rest) = bytes.split_first_chunk::<8>()?;
        let [status, language, origin, wanted, year_high, year_low, month, day] = *fixed;
        let (answers, rest) = rest.split_first_chunk::<2>()?;
        let (reminders, rest) = rest.split_first_chunk::<2>()?;
        let (since, rest) = rest.split_first_chunk::<8>()?;
        let (sent, rest) = rest.split_first_chunk::<8>()?;
        let reminded = rest.first_chunk::<8>()?;
        let deadline = Date::new(i16::from_be_bytes([year_high, year_low]), i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        Some(Self {
            status: *Status::ALL.get(usize::from(status))?,
            language: *Language::ALL.get(usize::from(language))?,
            deadline: deadline.ok()?,
            deadline_origin: *Origin::ALL.get(usize::from(origin))?,
            invitation_wanted: wanted != 0,
            answers: u16::from_be_bytes(*answers),
            reminders: u16::from_be_bytes(*reminders),
            since: moment(i64::from_be_bytes(*since)),
            sent: moment(i64::from_be_bytes(*sent)),
            reminded: moment(i64::from_be_bytes(*reminded)),
        })
    }
}

/// The bytes of a dossier.
///
/// # Errors
/// [`BadRecord::Values`] should the dossier not encode, or its questionnaire's name be longer than 255 bytes.
pub fn encode(dossier: &Dossier) -> Result<Vec<u8>, BadRecord> {
    let name = dossier.questionnaire.0.as_bytes();
    let length = u8::try_from(name.len()).map_err(|error| BadRecord::Values(error.to_string()))?;
    let mut bytes = Vec::with_capacity(1_024);
    bytes.push(FORMAT);
    bytes.extend_from_slice(&Head::of(dossier).to_bytes());
    bytes.push(length);
    bytes.extend_from_slice(name);
    rmp_serde::encode::write_named(&mut bytes, dossier).map_err(|error| BadRecord::Values(error.to_string()))?;
    Ok(bytes)
}

/// How many bytes of an encoded dossier stand before the whole of it.
#[must_use]
pub fn front(bytes: &[u8]) -> usize {
    let name = bytes.get(1 + FIXED).map_or(usize::MAX, |length| 2 + FIXED + usize::from(*length));
    if bytes.first() == Some(&WHOLE) { 1 } else { name }
}

/// What lists show of an encoded dossier, and the name of its questionnaire.
///
/// # Errors
/// [`BadRecord`] where the bytes are cut short, newer or damaged.
pub fn head(bytes: &[u8]) -> Result<(Head, Cow<'_, str>), BadRecord> {
    if bytes.first() == Some(&WHOLE) {
        let dossier = decode(bytes)?;
        return Ok((Head::of(&dossier), dossier.questionnaire.0.into()));
    }
    let (front, name, _) = parts(bytes)?;
    let head = Head::from_bytes(front).ok_or_else(|| BadRecord::Values("the head of a dossier".into()))?;
    let name = std::str::from_utf8(name).map_err(|error| BadRecord::Values(error.to_string()))?;
    Ok((head, name.into()))
}

/// The dossier of an encoded one.
///
/// # Errors
/// [`BadRecord`] where the bytes are cut short, newer or damaged.
pub fn decode(bytes: &[u8]) -> Result<Dossier, BadRecord> {
    let whole = match bytes.split_first() {
        Some((&WHOLE, whole)) => whole,
        _ => parts(bytes)?.2,
    };
    rmp_serde::from_slice(whole).map_err(|error| BadRecord::Values(error.to_string()))
}

/// The fixed part of the head, the name of the questionnaire, and the dossier.
type Parts<'a> = (&'a [u8], &'a [u8], &'a [u8]);

fn parts(bytes: &[u8]) -> Result<Parts<'_>, BadRecord> {
    match bytes.split_first() {
        None => Err(BadRecord::Short),
        Some((&FORMAT, rest)) => {
            let (front, rest) = rest.split_at_checked(FIXED).ok_or(BadRecord::Short)?;
            let (length, rest) = rest.split_first().ok_or(BadRecord::Short)?;
            let (name, whole) = rest.split_at_checked(usize::from(*length)).ok_or(BadRecord::Short)?;
            Ok((front, name, whole))
        }
        Some((&found, _)) => Err(BadRecord::Newer { found }),
    }
}

fn place(at: Option<usize>) -> u8 {
    at.and_then(|at| u8::try_from(at).ok()).unwrap_or(u8::MAX)
}

/// Milliseconds since 1970; the least number where nothing is known.
fn milliseconds(when: Option<Timestamp>) -> i64 {
    when.map_or(i64::MIN, Timestamp::as_millisecond)
}

fn moment(milliseconds: i64) -> Option<Timestamp> {
    if milliseconds == i64::MIN { None } else { Timestamp::from_millisecond(milliseconds).ok() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::dossier::{Answer, Course};
    use crate::domain::questionnaire::QuestionnaireId;

    fn dossier(status: Status) -> Dossier {
        Dossier {
            questionnaire: QuestionnaireId("pit-2026".into()),
            language: Language::French,
            status,
            deadline: jiff::civil::date(2026, 10, 16),
            deadline_origin: Origin::Returned,
            invitation_wanted: true,
            token: "ab".repeat(16),
            answers: vec![Answer { question: "sex".into(), value: "male".into(), origin: Origin::Derived }],
            course: Course { sent: Some("2026-05-14T11:00:00.123456789Z".parse().unwrap()), reminders: 2, ..Course::default() },
        }
    }

    #[test]
    fn what_was_encoded_is_decoded_and_its_head_is_in_front() {
        for status in Status::ALL {
            let bytes = encode(&dossier(status)).unwrap();
            assert_eq!(decode(&bytes), Ok(dossier(status)));
            assert_eq!(head(&bytes), Ok((Head::of(&dossier(status)), "pit-2026".into())));
        }
    }

    #[test]
    fn a_dossier_from_before_there_was_a_head_is_read() {
        let mut bytes = vec![WHOLE];
        rmp_serde::encode::write_named(&mut bytes, &dossier(Status::NotSentYet)).unwrap();
        assert_eq!(decode(&bytes), Ok(dossier(Status::NotSentYet)));
        assert_eq!(head(&bytes).unwrap().0, Head::of(&dossier(Status::NotSentYet)));
    }

    #[test]
    fn newer_and_damaged_dossiers_are_refused_by_name() {
        let mut bytes = encode(&dossier(Status::Sent)).unwrap();
        assert!(matches!(decode(&bytes[..bytes.len() - 2]), Err(BadRecord::Values(_))));
        assert_eq!(head(&bytes[..20]), Err(BadRecord::Short));
        bytes[1] = 200;
        assert!(matches!(head(&bytes), Err(BadRecord::Values(_))), "a status that there is not");
        bytes[0] = FORMAT + 1;
        assert_eq!(decode(&bytes), Err(BadRecord::Newer { found: FORMAT + 1 }));
        assert_eq!(head(&[]), Err(BadRecord::Short));
    }
}
