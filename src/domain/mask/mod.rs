//! National numbers masked for screens, messages and `--json`: the birth date stays, the rest goes.

pub mod accounts;

use std::borrow::Cow;

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
/// check digits are right; and whatever is written `dd.dd.dd-ddd.dd`, since that is a national number
/// even with a digit typed wrongly. Longer runs of digits, phone numbers, amounts and dates stay. A
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
    between.chars().count() <= GAP
        && between.chars().all(|mark| mark.is_whitespace() || matches!(mark, '.' | '-' | '/' | '\u{2010}'..='\u{2015}'))
}

fn is_national_number(text: &str, run: &[Group]) -> bool {
    let digits: String = run.iter().filter_map(|group| text.get(group.start..group.end)).collect();
    let between = |first: &Group, second: &Group| text.get(first.end..second.start).unwrap_or("");
    let gaps = || run.windows(2).map(|pair| if let [first, second] = pair { between(first, second) } else { "" });
    let lengths = || run.iter().map(|group| group.digits());
    if lengths().eq([2, 2, 2, 3, 2]) && gaps().all(|gap| matches!(gap, "." | "-" | "/")) {
        return true;
    }
    let Some(number) = digits.parse().ok().filter(|&number| NationalNumber::check_digits_fit(number)) else { return false };
    let behind_plus = run.first().is_some_and(|first| text.get(..first.start).is_some_and(|before| before.ends_with('+')));
    if behind_plus && (32_450_000_000_u64..32_500_000_000).contains(&number) {
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
