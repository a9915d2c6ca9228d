//! The ways in which offices get a row wrong.

use instroom::domain::field::Field;

use super::random::Random;
use super::rows::{Format, Given, Row};

/// One way to get a row wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The national number in a number cell, which has no leading zeros.
    NationalNumberLostZeros,
    /// The national number as it is printed on the identity card.
    NationalNumberPunctuation,
    /// One digit typed wrong.
    NationalNumberSlip,
    /// A number cell that was saved as text after it had been shown in scientific notation.
    NationalNumberScientific,
    /// The partner's number is the customer's own.
    PartnerIsSelf,
    /// The mobile number as one says it: 0450 12 34 56.
    MobileNational,
    /// The mobile number as one dials it from abroad: 0032…
    MobileZeros,
    /// The mobile number in a number cell, without plus or zero.
    MobileNumberCell,
    /// No e-mail address.
    EmailEmpty,
    /// The addresses of both partners in one cell.
    EmailSeveral,
    /// A language that no word stands for.
    LanguageUnknown,
    /// The enterprise number in a number cell.
    EnterpriseNumberLostZero,
    /// The enterprise number as on an invoice.
    EnterpriseNumberPunctuation,
    /// A look-up that found nothing.
    ErrorCell,
}

impl Fault {
    /// Every fault that is an error and not just a warning.
    pub(crate) const ALL: [Self; 14] = [
        Self::NationalNumberLostZeros,
        Self::NationalNumberPunctuation,
        Self::NationalNumberSlip,
        Self::NationalNumberScientific,
        Self::PartnerIsSelf,
        Self::MobileNational,
        Self::MobileZeros,
        Self::MobileNumberCell,
        Self::EmailEmpty,
        Self::EmailSeveral,
        Self::LanguageUnknown,
        Self::EnterpriseNumberLostZero,
        Self::EnterpriseNumberPunctuation,
        Self::ErrorCell,
    ];

    /// The field that is wrong then.
    pub(crate) const fn field(self) -> Field {
        match self {
            Self::NationalNumberLostZeros | Self::NationalNumberPunctuation | Self::NationalNumberSlip | Self::NationalNumberScientific => {
                Field::NationalNumber
            }
            Self::PartnerIsSelf => Field::SpouseNationalNumber,
            Self::MobileNational | Self::MobileZeros | Self::MobileNumberCell => Field::Mobile,
            Self::EmailEmpty | Self::EmailSeveral => Field::Email,
            Self::LanguageUnknown => Field::Language,
            Self::EnterpriseNumberLostZero | Self::EnterpriseNumberPunctuation => Field::EnterpriseNumber,
            Self::ErrorCell => Field::LastName,
        }
    }

    /// Gets the row wrong in this way, if it can be: a number without leading zeros has none to lose.
    pub(crate) fn spoil(self, row: &mut Row, random: &mut Random) -> bool {
        let field = self.field();
        let text = row.text_of(field).to_owned();
        let Some(given) = self.given(row, &text, random) else { return false };
        match given {
            Given::Text(nothing) if nothing.is_empty() => row.clear(field),
            given => row.set(field, given),
        }
        true
    }

    fn given(self, row: &Row, text: &str, random: &mut Random) -> Option<Given> {
        let from = |at: usize| text.get(at..);
        let number = |digits: &str| digits.parse().ok().map(Given::Number);
        Some(match self {
            Self::NationalNumberLostZeros | Self::EnterpriseNumberLostZero if text.starts_with('0') => return number(text),
            Self::NationalNumberLostZeros | Self::EnterpriseNumberLostZero => return None,
            Self::NationalNumberPunctuation => {
                let part = |from: usize, to: usize| text.get(from..to);
                Given::Text(format!("{}.{}.{}-{}.{}", part(0, 2)?, part(2, 4)?, part(4, 6)?, part(6, 9)?, part(9, 11)?))
            }
            Self::NationalNumberSlip => {
                let digit = u64::from(text.chars().last()?.to_digit(10)?);
                Given::Text(format!("{}{}", text.get(..10)?, (digit + 1 + random.below(9)) % 10))
            }
            Self::NationalNumberScientific => {
                // What a sheet shows of a number in a narrow column: six digits and the power.
                let shown = text.parse::<f64>().ok().map(|number| format!("{number:.4E}"))?;
                Given::Text(shown.replace('E', "E+"))
            }
            Self::PartnerIsSelf => match row.text_of(Field::NationalNumber) {
                "" => return None,
                own => Given::Text(own.to_owned()),
            },
            Self::MobileNational => {
                let part = |from: usize, to: usize| text.get(from..to);
                Given::Text(format!("0{} {} {} {}", part(3, 6)?, part(6, 8)?, part(8, 10)?, part(10, 12)?))
            }
            Self::MobileZeros => Given::Text(format!("00{}", from(1).filter(|rest| !rest.is_empty())?)),
            Self::MobileNumberCell => return number(from(1).filter(|rest| !rest.is_empty())?),
            Self::EmailEmpty => Given::Text(String::new()),
            Self::EmailSeveral => Given::Text(format!("{text}; partner.{text}")),
            Self::LanguageUnknown => Given::Text(random.one_of(&["dutsh", "belge", "NL/FR", "italiaans"]).to_owned()),
            Self::EnterpriseNumberPunctuation => Given::Text(format!("BE {}.{}.{}", text.get(..4)?, text.get(4..7)?, text.get(7..10)?)),
            Self::ErrorCell => Given::Error("#N/A"),
        })
    }
}

/// Gets a row wrong in the first way that it can be, starting with the fault of that number.
pub(crate) fn spoil(row: &mut Row, number: u64, format: Format, random: &mut Random) -> Option<Fault> {
    let start = usize::try_from(number).unwrap_or(0) % Fault::ALL.len();
    Fault::ALL.into_iter().cycle().skip(start).take(Fault::ALL.len()).find(|fault| {
        let has_column = match format {
            Format::Second => true,
            Format::First => !matches!(fault.field(), Field::Language | Field::EnterpriseNumber),
        };
        has_column && fault.spoil(row, random)
    })
}
