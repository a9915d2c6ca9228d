//! What a column may be by its values, whatever its heading.

use jiff::civil::Date;

use super::proposal::{Certainty, Ground, Proposal};
use super::sample::Sampled;
use crate::domain::address::take_apart;
use crate::domain::field::Field;
use crate::domain::field_rules::{FieldContext, GivenCell, judge};
use crate::domain::finding::Rule;
use crate::domain::fold::fold;
use crate::domain::postal_code::{is_belgian, is_belgium};
use crate::domain::sheet::Cell;
use crate::domain::tidy::{tidy, trim};

/// The fields that values can tell, with how certain a column is in which every value passes. The
/// check digits of a number hardly ever fit by chance; four digits can be a year as well.
const TOLD: [(Field, u8); 12] = [
    (Field::NationalNumber, 95),
    (Field::EnterpriseNumber, 90),
    (Field::Email, 88),
    (Field::Mobile, 82),
    (Field::Language, 75),
    (Field::Person, 75),
    (Field::PostalCode, 62),
    (Field::Country, 62),
    (Field::Address, 60),
    (Field::Street, 55),
    (Field::Deadline, 40),
    // Never proposed by its values alone: mails may go out by it.
    (Field::SendInvitation, 20),
];

/// How many in a hundred values have to pass.
const MOST: u32 = 60;

/// What the values of a column look like, the more certain first.
pub(super) fn by_values(column: &Sampled<'_>, today: Date) -> Vec<Proposal> {
    let of = column.filled();
    let mut found: Vec<Proposal> = Vec::new();
    for (field, most) in TOLD {
        let passing = passing(column, field, today);
        if of < fewest(field) || u64::from(passing) * 100 < u64::from(of) * u64::from(MOST) {
            continue;
        }
        let share = u64::from(most) * u64::from(passing) / u64::from(of);
        let certainty = Certainty::of(u8::try_from(share).unwrap_or(0));
        let certainty = certainty.min(Certainty::of(most_certain(column, field)));
        found.push(Proposal { field: Some(meant(column, field)), certainty, ground: Ground::Values { passing, of } });
    }
    found.sort_by_key(|proposal| std::cmp::Reverse(proposal.certainty));
    if let Some(Proposal { field: Some(Field::NationalNumber), ground, .. }) = found.first().cloned() {
        // Of two columns of national numbers the second is the partner's.
        found.insert(1, Proposal { field: Some(Field::SpouseNationalNumber), certainty: Certainty::of(50), ground });
    }
    found
}

/// Fewest values that tell anything: a number with check digits tells by itself.
const fn fewest(field: Field) -> u32 {
    match field {
        Field::NationalNumber | Field::EnterpriseNumber | Field::Email | Field::Address => 1,
        Field::Mobile => 2,
        _ => 3,
    }
}

/// Whether the rules tell a value of this field from other values at all.
pub(super) const fn is_told_by_values(field: Field) -> bool {
    matches!(
        field,
        Field::NationalNumber
            | Field::SpouseNationalNumber
            | Field::EnterpriseNumber
            | Field::SpouseEnterpriseNumber
            | Field::Email
            | Field::SpouseEmail
            | Field::SpouseMobile
            | Field::Responsible
            | Field::Mobile
            | Field::Language
            | Field::Person
            | Field::PostalCode
            | Field::Deadline
            | Field::SendInvitation
    )
}

/// How many of a column's values are, or with their suggestion would be, values of the field.
pub(super) fn passing(column: &Sampled<'_>, field: Field, today: Date) -> u32 {
    column.count(|cell| fits(field, cell, today))
}

fn fits(field: Field, cell: &Cell<'_>, today: Date) -> bool {
    let text = trim(cell.text);
    match field {
        Field::Country => is_belgium(text) || NEIGHBOURS.contains(&fold(text).as_str()),
        Field::Address => take_apart(&tidy(text)).is_some(),
        Field::Street => is_street(text),
        Field::PostalCode if !is_belgian(text) => false,
        _ => passes(field, cell, today),
    }
}

/// Whether the rules of the field accept the cell, or propose a cure for it. A deadline before this
/// year is none: it is a date of birth.
fn passes(field: Field, cell: &Cell<'_>, today: Date) -> bool {
    let context = FieldContext { today, earliest_deadline_year: Some(today.year()), languages_offered: None, colleagues: &[], country: "" };
    let mut findings = Vec::new();
    let value = judge(field, GivenCell { text: cell.text, kind: cell.kind }, &context, &mut findings);
    value.is_some() || findings.iter().any(|finding| finding.suggestion.is_some() && finding.rule != Rule::CellError)
}

const NEIGHBOURS: [&str; 14] = [
    "nederland",
    "pays-bas",
    "netherlands",
    "nl",
    "frankrijk",
    "france",
    "fr",
    "duitsland",
    "allemagne",
    "germany",
    "de",
    "luxemburg",
    "luxembourg",
    "lu",
];

/// Endings and words of streets, folded.
const STREETS: [&str; 22] = [
    "straat",
    "laan",
    "steenweg",
    "weg",
    "plein",
    "dreef",
    "lei",
    "baan",
    "kaai",
    "pad",
    "markt",
    "hof",
    "dijk",
    "rue",
    "avenue",
    "chaussee",
    "place",
    "boulevard",
    "square",
    "allee",
    "quai",
    "chemin",
];

fn is_street(text: &str) -> bool {
    let folded = fold(text);
    let words = || folded.split(|character: char| !character.is_alphabetic()).filter(|word| !word.is_empty());
    !folded.contains('@')
        && words().any(|word| STREETS.iter().any(|street| word == *street || (street.len() >= 4 && word.ends_with(street))))
}

/// How certain values that pass and may still mean something else can make a field.
fn most_certain(column: &Sampled<'_>, field: Field) -> u8 {
    let all_different = || column.filled() >= 20 && column.different() == column.filled();
    let are_years = || column.mostly(80, |cell| matches!(trim(cell.text).parse::<u16>(), Ok(1900..=2099)));
    let one_letter = || column.mostly(100, |cell| trim(cell.text).len() < 2);
    match field {
        // Years of birth, and codes that no two customers share.
        Field::PostalCode if are_years() || all_different() => 25,
        // One letter over and over again: N can be a language, a no and much else.
        Field::Language if one_letter() => {
            if column.different() < 2 {
                20
            } else {
                40
            }
        }
        // The same two letters name languages.
        Field::Country if column.mostly(100, |cell| trim(cell.text).len() <= 2) => 30,
        _ => 100,
    }
}

/// E-mail addresses that come back row after row are those of the colleagues.
fn meant(column: &Sampled<'_>, field: Field) -> Field {
    let comes_back = column.filled() >= 5 && column.different() * 4 <= column.filled();
    match field {
        Field::Email if comes_back => Field::Responsible,
        other => other,
    }
}

/// Letters, and what stands between the parts of a name.
pub(super) fn is_name_like(cell: &Cell<'_>) -> bool {
    let text = trim(cell.text);
    let fits = |character: char| character.is_alphabetic() || matches!(character, ' ' | '-' | '\'' | '\u{2019}' | '.');
    text.chars().count() <= 40
        && text.chars().any(char::is_alphabetic)
        && text.chars().all(fits)
        && !is_street(text)
        && text.split(' ').count() <= 5
}
