//! National numbers masked for screens, messages and `--json`: the birth date stays, the rest goes.

pub mod accounts;
mod files;
mod logged;

use std::borrow::Cow;

pub use files::file_name;
pub use logged::mask_logged;

use super::enterprise_number::EnterpriseNumber;
use super::national_number::NationalNumber;

/// What stands for a masked digit.
const MASK: char = '*';

/// A national number with its first six digits and its punctuation, every later digit as `*`:
/// `85.07.30-***.**`. Where leading zeros were lost fewer digits stay, since the lost ones are among
/// the first six: of 10 digits five, of 9 four. Masking what is masked changes nothing.
#[must_use]
pub fn mask_number(text: &str) -> String {
    let places = text.chars().filter(|&character| is_place(character)).count();
    let mut kept = kept_digits(places);
    let mask = |character: char| {
        if !is_place(character) {
            return character;
        }
        match kept.checked_sub(1) {
            Some(rest) => {
                kept = rest;
                character
            }
            None => MASK,
        }
    };
    text.chars().map(mask).collect()
}

/// The text with every national number in it masked as [`mask_number`] does. A number is a run of 11
/// digits, or 9 or 10 that lost their zeros, perhaps with `.`, `-`, `/` and spaces between, whose
/// check digits are right; whatever is written `dd.dd.dd-ddd.dd`, and 11 digits that begin with a day of
/// birth, since that is a national number even with a digit typed wrongly. Longer runs of digits, phone numbers, amounts and dates stay. A
/// text without a national number comes back as it is, without a copy.
#[must_use]
pub fn mask_in_text(text: &str) -> Cow<'_, str> {
    if text.bytes().filter(u8::is_ascii_digit).take(FEWEST).count() < FEWEST {
        return Cow::Borrowed(text);
    }
    let groups = digit_groups(text);
    let mut masked: Option<Vec<u8>> = None;
    for start in 0..groups.len() {
        let Some(rest) = groups.get(start..) else { break };
        for run in runs(text, rest) {
            if is_national_number(text, run) {
                let bytes = masked.get_or_insert_with(|| text.as_bytes().to_vec());
                hide(bytes, run);
            }
        }
    }
    match masked.map(String::from_utf8) {
        Some(Ok(masked)) => Cow::Owned(masked),
        Some(Err(_)) | None => Cow::Borrowed(text),
    }
}

/// What somebody typed, masked as [`mask_in_text`] does, and whatever could be meant as a national number too: 10 to 12 digits, of which
/// one may be missing, too many, or typed as a letter (`O`, `l`), that begin with a day of birth. Enterprise numbers, mobile numbers and
/// accounts stay.
#[must_use]
pub fn mask_likely(text: &str) -> Cow<'_, str> {
    let strict = mask_in_text(text);
    let runs: Vec<Group> = typed_runs(strict.as_bytes()).filter(|run| is_meant(strict.as_bytes(), *run)).collect();
    if runs.is_empty() {
        return strict;
    }
    let mut bytes = strict.into_owned().into_bytes();
    runs.into_iter().for_each(|run| hide(&mut bytes, &[run]));
    String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// What somebody wrote where a national number is asked. A right one is masked as [`mask_number`] does. Of anything else with as many
/// digits as a day of birth nobody knows which of them the mask would hide: every sign of it goes. A word is shown.
#[must_use]
pub fn mask_meant(text: &str) -> Cow<'_, str> {
    let digits: String = text.chars().filter(|sign| sign.is_numeric()).collect();
    if digits.chars().count() < BIRTH_DATE {
        return mask_likely(text);
    }
    Cow::Owned(if NationalNumber::parse_stored(&digits).is_ok() { mask_number(text) } else { mask_whole(text) })
}

/// Every sign hidden, also how many digits there are among them.
#[must_use]
pub fn mask_whole(text: &str) -> String {
    String::from(MASK).repeat(text.chars().count())
}

/// The digit that a byte was typed for.
const fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'O' | b'o' => Some(0),
        b'I' | b'l' => Some(1),
        _ => None,
    }
}

/// Runs of digits, and of letters that look like one, that stand alone.
fn typed_runs(text: &[u8]) -> impl Iterator<Item = Group> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + text.get(from..)?.iter().position(|byte| digit(*byte).is_some())?;
        let end = text.get(start..)?.iter().position(|byte| digit(*byte).is_none()).map_or(text.len(), |length| start + length);
        from = end;
        Some(Group { start, end, masked: false })
    })
}

/// Most letters that are typed for a digit in one number.
const LETTERS: usize = 2;

fn is_meant(text: &[u8], run: Group) -> bool {
    let beside = |place: Option<usize>| place.and_then(|place| text.get(place)).copied();
    let stands_alone = !beside(run.start.checked_sub(1)).is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'*'))
        && !beside(Some(run.end)).is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'*');
    let typed = text.get(run.start..run.end).unwrap_or_default();
    let letters = typed.iter().filter(|byte| !byte.is_ascii_digit()).count();
    if !stands_alone || letters > LETTERS {
        return false;
    }
    let digits: Vec<u8> = typed.iter().copied().filter_map(digit).collect();
    let begins = |digits: &[u8]| begins_with_a_birth_date(digits);
    match digits.len() {
        10 => {
            let is_mobile = matches!(digits.as_slice(), [0, 4, 5..=9, ..]);
            let is_enterprise = || std::str::from_utf8(typed).is_ok_and(|typed| EnterpriseNumber::parse(typed).is_ok());
            let lost_its_zero = || begins(&[&[0], digits.as_slice()].concat());
            !is_mobile && !is_enterprise() && (begins(&digits) || lost_its_zero())
        }
        11 => !is_mobile_abroad(&digits) && begins(&digits),
        12 => begins(&digits) || digits.get(1..).is_some_and(begins),
        _ => false,
    }
}

/// Whether the first six digits can be a day of birth in a national number: month 0 to 12, or with the 20 or 40 of a BIS
/// number, and a day of at most 31.
fn begins_with_a_birth_date(digits: &[u8]) -> bool {
    let [_, _, tens, ones, day_tens, day_ones, ..] = digits else { return false };
    let (month, day) = (tens * 10 + ones, day_tens * 10 + day_ones);
    day <= 31 && matches!(month, 0..=12 | 20..=32 | 40..=52)
}

/// A Belgian mobile number in international form that lost its plus.
const fn is_mobile_abroad(digits: &[u8]) -> bool {
    matches!(digits, [3, 2, 4, 5..=9, ..])
}

/// Digits of a day of birth.
const BIRTH_DATE: usize = 6;
/// Fewest and most digits of a run that can be a national number.
const FEWEST: usize = 9;
const MOST: usize = NationalNumber::DIGITS;
/// Most characters that may stand between two groups of one number (` - `).
const GAP: usize = 3;

/// A digit, or the mask of one.
fn is_place(character: char) -> bool {
    character.is_numeric() || character == MASK
}

/// How many digits of a number with so many places stay: the last five always go.
const fn kept_digits(places: usize) -> usize {
    if places >= MOST { MOST - 5 } else { places.saturating_sub(5) }
}

/// Digits with nothing between them: where they begin and end in the text.
#[derive(Clone, Copy)]
struct Group {
    start: usize,
    end: usize,
    /// Holds a `*`: already masked, part of no number any more. That keeps masking idempotent.
    masked: bool,
}

impl Group {
    const fn digits(self) -> usize {
        self.end - self.start
    }
}

fn digit_groups(text: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (at, byte) in text.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit() || *byte == b'*') {
        let masked = byte == b'*';
        match groups.last_mut().filter(|group| group.end == at) {
            Some(group) => {
                group.end = at + 1;
                group.masked |= masked;
            }
            None => groups.push(Group { start: at, end: at + 1, masked }),
        }
    }
    groups
}

/// The runs of 9 to 11 digits that begin with the first of the groups and end with one of them.
fn runs<'a>(text: &'a str, groups: &'a [Group]) -> impl Iterator<Item = &'a [Group]> {
    let joined = |pair: &[Group]| match pair {
        [before, behind] => text.get(before.end..behind.start).is_some_and(is_gap),
        _ => true,
    };
    let mut digits = 0;
    (1..=groups.len())
        .map_while(move |count| {
            let run = groups.get(..count)?;
            let last = run.last().filter(|group| !group.masked)?;
            digits += last.digits();
            (digits <= MOST && joined(run.get(count.saturating_sub(2)..)?)).then_some((run, digits))
        })
        .filter(|&(_, digits)| digits >= FEWEST)
        .map(|(run, _)| run)
}

fn is_gap(between: &str) -> bool {
    between.chars().count() <= GAP && between.chars().all(sets_off)
}

/// Whether a sign is one that people put between the groups of a number.
const fn sets_off(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, '.' | '-' | '/' | '\u{2010}'..='\u{2015}')
}

fn is_national_number(text: &str, run: &[Group]) -> bool {
    let digits: String = run.iter().filter_map(|group| text.get(group.start..group.end)).collect();
    let between = |first: &Group, second: &Group| text.get(first.end..second.start).unwrap_or("");
    let gaps = || run.windows(2).map(|pair| if let [first, second] = pair { between(first, second) } else { "" });
    let lengths = || run.iter().map(|group| group.digits());
    if lengths().eq([2, 2, 2, 3, 2]) && gaps().all(|gap| matches!(gap, "." | "-" | "/")) {
        return true;
    }
    let plus = || run.first().is_some_and(|first| text.get(..first.start).is_some_and(|before| before.ends_with('+')));
    let shaped = || run.len() == 1 || lengths().eq([6, 3, 2]) || lengths().eq([6, 5]) || lengths().eq([2, 2, 2, 3, 2]);
    let Some(number) = digits.parse().ok().filter(|&number| NationalNumber::check_digits_fit(number)) else {
        let digits: Vec<u8> = digits.bytes().filter_map(digit).collect();
        return digits.len() == MOST && shaped() && !plus() && !is_mobile_abroad(&digits) && begins_with_a_birth_date(&digits);
    };
    if plus() && (32_450_000_000_u64..32_500_000_000).contains(&number) {
        return false; // A Belgian mobile number in international form whose digits happen to fit.
    }
    // Eleven digits that fit are masked whatever they mean. Fewer digits and digits with spaces between
    // are often something else: then the whole number has to be one. A number cell has no zero in front.
    let plain = run.len() == 1 || gaps().all(|gap| !gap.contains(char::is_whitespace));
    digits.len() == MOST && plain
        || (digits.len() == MOST || !digits.starts_with('0')) && NationalNumber::parse_stored(&format!("{number:011}")).is_ok()
}

/// Puts the mask over the digits of a run that do not stay.
fn hide(bytes: &mut [u8], run: &[Group]) {
    let places = || run.iter().flat_map(|group| group.start..group.end);
    for place in places().skip(kept_digits(places().count())) {
        if let Some(byte) = bytes.get_mut(place) {
            *byte = b'*';
        }
    }
}

#[cfg(test)]
mod tests;
