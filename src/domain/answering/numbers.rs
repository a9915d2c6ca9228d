//! Amounts and whole numbers as people write them.

use crate::domain::fold::fold;

/// What people write for "nothing", [folded](fold): also a stroke, and "not applicable".
const NOTHING: [&str; 22] = [
    "-",
    "--",
    "–",
    "—",
    "/",
    "//",
    "geen",
    "geen enkele",
    "niets",
    "nihil",
    "nul",
    "nvt",
    "n.v.t.",
    "n.v.t",
    "neant",
    "aucun",
    "aucune",
    "rien",
    "none",
    "nothing",
    "n/a",
    "s.o.",
];

/// The names of the currency, [folded](fold).
const EURO: [&str; 4] = ["euros", "euro", "eur", "€"];

fn is_nothing(text: &str) -> bool {
    NOTHING.contains(&fold(text).as_str())
}

/// Euro and cents. The last point or comma with one or two digits behind it sets off the cents; points,
/// spaces and apostrophes that set off groups of three are passed over. "Nothing" is 0.
pub(super) fn amount(text: &str) -> Option<String> {
    if is_nothing(text) {
        return Some("0.00".to_owned());
    }
    let text = text.to_lowercase();
    let text = without_currency(&text);
    // `150,-` is how round amounts are written by hand.
    let text = [",-", ",--", ".-"].into_iter().find_map(|stroke| text.strip_suffix(stroke)).unwrap_or(text);
    let bare: String = text.chars().filter(|sign| !sign.is_whitespace() && *sign != '\'').collect();
    let (sign, digits) = match bare.strip_prefix('-') {
        Some(digits) => ("-", without_currency(digits)),
        None => ("", bare.as_str()),
    };
    let cents_at = digits.rfind([',', '.']).filter(|&at| (1..=2).contains(&(digits.len() - at - 1)));
    let (euro, cents) = match cents_at {
        Some(at) => (digits.get(..at)?, digits.get(at + 1..)?),
        None => (digits, ""),
    };
    let euro = ungrouped(euro)?;
    if euro.len() > 12 || !is_digits(&euro) || !(cents.is_empty() || is_digits(cents)) {
        return None;
    }
    let euro = euro.trim_start_matches('0');
    let euro = if euro.is_empty() { "0" } else { euro };
    // No amount is less than nothing by nothing.
    let sign = if euro == "0" && cents.bytes().all(|digit| digit == b'0') { "" } else { sign };
    Some(format!("{sign}{euro}.{cents:0<2}"))
}

/// A lower-case text without the name of the currency in front or behind, once.
fn without_currency(text: &str) -> &str {
    let text = text.trim();
    let bare = EURO.into_iter().find_map(|name| text.strip_prefix(name).or_else(|| text.strip_suffix(name)));
    bare.map_or(text, str::trim)
}

/// A number without the points or commas between its groups of three digits.
fn ungrouped(text: &str) -> Option<String> {
    let Some(mark) = text.chars().find(|sign| matches!(sign, '.' | ',')) else { return Some(text.to_owned()) };
    let mut groups = text.split(mark);
    let first = groups.next()?;
    let fits = (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3);
    fits.then(|| text.replace(mark, ""))
}

/// A whole number. "Nothing" is 0.
pub(super) fn whole(text: &str) -> Option<String> {
    if is_nothing(text) {
        return Some("0".to_owned());
    }
    let bare: String = text.chars().filter(|sign| !sign.is_whitespace()).collect();
    let (sign, digits) = match bare.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", bare.as_str()),
    };
    // A number cell of a workbook reads 3.0 in some formats.
    let digits = digits.strip_suffix(".0").unwrap_or(digits);
    let digits = ungrouped(digits)?;
    if digits.len() > 12 || !is_digits(&digits) {
        return None;
    }
    let digits = digits.trim_start_matches('0');
    Some(if digits.is_empty() { "0".to_owned() } else { format!("{sign}{digits}") })
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
