//! What can be wrong with a row: findings are data, not errors of the program.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::field::Field;

/// The version of the rules. It grows by one when a rule comes, goes, or judges a value otherwise, so that
/// what was decided under other rules is known to be.
pub const RULES_VERSION: u32 = 1;

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Shows, and leaves the row where it is.
    Warning,
    /// Puts the row in the bucket of invalid rows.
    Error,
}

macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident = $id:literal, $severity:ident;)*) => {
        /// The rules that a row is judged by. The identifier is the same on screen, in `--json`,
        /// in exported workbooks and in the manual, and is never reused for another meaning.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule { $($(#[$doc])* $name,)* }

        impl Rule {
            /// Every rule.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The stable identifier.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)* }
            }

            /// What breaking the rule means for the row.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)* }
            }
        }
    };
}

rules! {
    /// A required name is empty.
    NameMissing = "name.missing", Error;
    /// The e-mail address is empty.
    EmailMissing = "email.missing", Error;
    /// Not the shape of an e-mail address (HTML standard, dot-atom, a dotted domain).
    EmailShape = "email.shape", Error;
    /// More than 64 octets before the @ or 254 in all (RFC 5321).
    EmailTooLong = "email.too-long", Error;
    /// More than one address in the cell.
    EmailSeveral = "email.several", Error;
    /// The domain is one slip away from a well-known one.
    EmailNearMiss = "email.near-miss", Warning;
    /// The national number has punctuation; without it, it would be read.
    NationalNumberPunctuation = "national-number.punctuation", Error;
    /// A number cell has lost its leading zeros.
    NationalNumberLeadingZeros = "national-number.leading-zeros", Error;
    /// Something else than digits.
    NationalNumberNotDigits = "national-number.not-digits", Error;
    /// Digits lost to scientific notation (`8.5073E+10` as text).
    NationalNumberScientific = "national-number.scientific", Error;
    /// Not 11 digits.
    NationalNumberLength = "national-number.length", Error;
    /// The check digits are those of no century.
    NationalNumberCheckDigits = "national-number.check-digits", Error;
    /// A month that neither register nor BIS numbers have.
    NationalNumberMonth = "national-number.month", Error;
    /// A day that the month does not have.
    NationalNumberDay = "national-number.day", Error;
    /// Born in the future.
    NationalNumberFuture = "national-number.future", Error;
    /// Sequence 000 or 999.
    NationalNumberSequence = "national-number.sequence", Error;
    /// The partner's number is the customer's own.
    NationalNumberSameAsPartner = "national-number.same-as-partner", Error;
    /// Written without the country code, or with 00 for it.
    MobileCountryCode = "mobile.country-code", Error;
    /// The right digits with spaces, dots, slashes or brackets.
    MobilePunctuation = "mobile.punctuation", Error;
    /// A number cell has dropped the plus or the zero.
    MobileNumberCell = "mobile.number-cell", Error;
    /// A Belgian number that is no mobile number.
    MobileNotMobile = "mobile.not-mobile", Error;
    /// No telephone number at all.
    MobileShape = "mobile.shape", Error;
    /// A foreign number: only its length could be checked.
    MobileForeign = "mobile.foreign", Warning;
    /// The enterprise number has "BE" or punctuation.
    EnterpriseNumberPunctuation = "enterprise-number.punctuation", Error;
    /// A number cell has lost its leading zero.
    EnterpriseNumberLeadingZeros = "enterprise-number.leading-zeros", Error;
    /// Something else than digits.
    EnterpriseNumberNotDigits = "enterprise-number.not-digits", Error;
    /// Not 10 digits.
    EnterpriseNumberLength = "enterprise-number.length", Error;
    /// Does not start with 0 or 1.
    EnterpriseNumberFirstDigit = "enterprise-number.first-digit", Error;
    /// The check digits are wrong.
    EnterpriseNumberCheckDigits = "enterprise-number.check-digits", Error;
    /// A word that names no language.
    LanguageUnknown = "language.unknown", Error;
    /// The questionnaire does not exist in this language.
    LanguageNotOffered = "language.not-offered", Error;
    /// Not a date.
    DeadlineNotADate = "deadline.not-a-date", Error;
    /// A date before the assessment year of the task flow.
    DeadlineTooEarly = "deadline.before-assessment-year", Error;
    /// Not an e-mail address.
    ResponsibleShape = "responsible.shape", Error;
    /// Not on the office's list of colleagues.
    ResponsibleUnknown = "responsible.unknown", Warning;
    /// Not four digits from 1000 to 9999, in Belgium.
    PostalCodeShape = "postal-code.shape", Warning;
    /// Another type than a private person.
    PersonUnknown = "person.unknown", Error;
    /// Neither yes nor no.
    SendInvitationUnknown = "send-invitation.unknown", Error;
    /// Labels with white space around the commas.
    LabelsSpaces = "labels.spaces", Warning;
    /// Content in a column that has to stay empty.
    ColumnStaysEmpty = "column.stays-empty", Warning;
    /// The workbook holds an error value (`#N/A`) in this cell.
    CellError = "cell.error", Error;
    /// The national number of an earlier row.
    RowSameNationalNumber = "row.same-national-number", Error;
    /// The client code of an earlier row.
    RowSameClientCode = "row.same-client-code", Error;
    /// The e-mail address and name of an earlier row.
    RowSameEmailAndName = "row.same-email-and-name", Error;
    /// The own number stands as the partner's number in another row.
    RowPartnerElsewhere = "row.partner-elsewhere", Warning;
    /// The partner that an earlier row names too.
    RowPartnerOfTwo = "row.partner-of-two", Warning;
    /// Address and e-mail address of an earlier row, and another name: it may be the partner.
    RowSameHousehold = "row.same-household", Warning;
    /// The partner's number is another than that of the row that was joined as the partner's.
    RowJoinedToAnother = "row.joined-to-another", Error;
    /// The client code of a stored customer that the row was held apart from.
    ClientCodeTaken = "client-code.taken", Error;
    /// The stored partner of another row's customer has a row of their own, and that row no longer names them.
    RowSeparated = "row.separated", Warning;
    /// Another row fits the same stored customer better.
    RowMatchTaken = "row.match-taken", Error;
}

const _: () = assert!(Rule::ALL.len() <= 64, "a set of rules is one word");

/// Some of the rules, in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct RuleSet(u64);

impl RuleSet {
    /// The rules that make a row invalid.
    const ERRORS: Self = {
        let mut set = 0;
        let mut at = 0;
        while at < Rule::ALL.len() {
            if matches!(Rule::ALL[at].severity(), Severity::Error) {
                set |= 1 << at;
            }
            at += 1;
        }
        Self(set)
    };

    /// Whether a rule is among them.
    #[must_use]
    pub const fn contains(self, rule: Rule) -> bool {
        self.0 & 1 << rule as u32 != 0
    }

    /// Adds a rule.
    pub const fn insert(&mut self, rule: Rule) {
        self.0 |= 1 << rule as u32;
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The rules, in the order in which they are listed.
    pub fn iter(self) -> impl Iterator<Item = Rule> {
        Rule::ALL.iter().copied().filter(move |rule| self.contains(*rule))
    }

    /// The heaviest of them; none where there is none.
    #[must_use]
    pub const fn severity(self) -> Option<Severity> {
        match (self.0, self.0 & Self::ERRORS.0) {
            (0, _) => None,
            (_, 0) => Some(Severity::Warning),
            _ => Some(Severity::Error),
        }
    }
}

impl FromIterator<Rule> for RuleSet {
    fn from_iter<I: IntoIterator<Item = Rule>>(rules: I) -> Self {
        let mut set = Self::default();
        rules.into_iter().for_each(|rule| set.insert(rule));
        set
    }
}

/// A value that would cure a finding and can be taken over as it is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Remedy {
    /// Put this value in the field. It has passed every rule of the field.
    Replace(String),
    /// The same, because a person of the office put it right so in an earlier import.
    Remembered {
        /// The value.
        value: String,
        /// When that was.
        when: Timestamp,
        /// Login name of the person.
        who: String,
    },
}

impl Remedy {
    /// The value that would be put in.
    #[must_use]
    pub fn value(&self) -> &str {
        match self {
            Self::Replace(value) | Self::Remembered { value, .. } => value,
        }
    }
}

/// What shows that a suggested value is the right one. Findings with one rule and one proof are cured
/// alike.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Proof {
    /// It passes every check of a national number.
    NationalNumber,
    /// It passes every check of an enterprise number.
    EnterpriseNumber,
    /// It is a Belgian mobile number.
    BelgianMobile,
    /// It is a foreign number in international form.
    ForeignMobile,
    /// It is an e-mail address.
    Address,
    /// It is an address at this well-known domain, one slip away.
    Domain(String),
    /// It is the address of this colleague, one slip away.
    Colleague(String),
    /// It is the code of this language.
    Language(String),
    /// It is a Belgian postal code.
    PostalCode,
    /// It is a date.
    Date,
    /// The same words, without the spaces around the commas.
    SameWords,
    /// It leaves out what contradicts the rest of the row.
    LeftOut,
    /// Somebody put the same text right so in an earlier import.
    Remembered,
}

/// One broken rule of one field in one row.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Finding {
    /// The field that the finding is about.
    pub field: Field,
    /// The rule that is broken.
    pub rule: Rule,
    /// The value as it was read; empty where nothing was given.
    pub value: String,
    /// A value that would cure the finding.
    pub suggestion: Option<Remedy>,
    /// The row (number as in the workbook) that the finding names: the earlier or the better one.
    pub other_row: Option<u32>,
}

impl Finding {
    /// A finding without a suggestion.
    #[must_use]
    pub fn new(field: Field, rule: Rule, value: impl Into<String>) -> Self {
        Self { field, rule, value: value.into(), suggestion: None, other_row: None }
    }

    /// The same finding with a value that would cure it.
    #[must_use]
    pub fn suggesting(mut self, value: impl Into<String>) -> Self {
        self.suggestion = Some(Remedy::Replace(value.into()));
        self
    }

    /// The same finding naming another row.
    #[must_use]
    pub fn naming(mut self, row: u32) -> Self {
        self.other_row = Some(row);
        self
    }

    /// What shows that the suggested value is the right one; none where nothing is suggested.
    #[must_use]
    pub fn proof(&self) -> Option<Proof> {
        let remedy = self.suggestion.as_ref()?;
        let value = remedy.value();
        Some(match (self.rule, self.field) {
            (_, _) if matches!(remedy, Remedy::Remembered { .. }) => Proof::Remembered,
            (_, _) if value.is_empty() => Proof::LeftOut,
            (_, Field::NationalNumber | Field::SpouseNationalNumber) => Proof::NationalNumber,
            (_, Field::EnterpriseNumber | Field::SpouseEnterpriseNumber) => Proof::EnterpriseNumber,
            (_, Field::Mobile | Field::SpouseMobile) if value.starts_with("+32") => Proof::BelgianMobile,
            (_, Field::Mobile | Field::SpouseMobile) => Proof::ForeignMobile,
            (Rule::EmailNearMiss, _) => Proof::Domain(value.rsplit('@').next().unwrap_or(value).to_owned()),
            (Rule::ResponsibleUnknown, _) => Proof::Colleague(value.to_owned()),
            (_, Field::Language) => Proof::Language(value.to_owned()),
            (_, Field::PostalCode) => Proof::PostalCode,
            (_, Field::Deadline) => Proof::Date,
            (_, Field::Labels) => Proof::SameWords,
            _ => Proof::Address,
        })
    }

    /// What the finding means for the row.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.rule.severity()
    }
}
