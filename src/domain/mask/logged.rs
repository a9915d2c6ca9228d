//! Texts made fit for a log: whatever was in them, no number of a person, no account and no address of mail is left.

use super::accounts::mask_accounts;
use super::mask_likely;
use crate::domain::neutral::stripped;

/// What stands in the place of an address.
const ADDRESS: &str = "***@***";

/// From so many digits on a number is hidden, whatever it means: a national number without its zeros has nine.
const FEWEST: usize = 9;

/// Most signs between two digits of one number; letters are none of them.
const GAP: usize = 3;

/// A text on one line, without whatever could act on a terminal, with every address of mail, account number and number of nine
/// digits or more hidden. Stricter than [`mask_likely`], since nobody looks at a log for a number: check digits are not asked for,
/// any signs but letters may stand between the digits, and none of them is left.
#[must_use]
pub fn mask_logged(text: &str) -> String {
    // What is unseen goes altogether: a mark in its place would set the halves of a number apart.
    let text = stripped(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let text = without_addresses(&text);
    mask_likely(&without_numbers(&mask_accounts(&text))).into_owned()
}

const fn is_at(sign: char) -> bool {
    matches!(sign, '@' | '\u{ff20}' | '\u{fe6b}')
}

/// Whether a sign can stand in no address, but in quotation marks.
const fn is_edge(sign: char) -> bool {
    matches!(sign, ' ' | '<' | '>' | '(' | ')' | '[' | ']' | '"' | ',' | ';' | ':') || sign.is_whitespace()
}

fn without_addresses(text: &str) -> String {
    let signs: Vec<char> = text.chars().collect();
    let (mut hidden, mut from) = (String::with_capacity(text.len()), 0);
    while let Some(at) = signs.iter().skip(from).position(|sign| is_at(*sign)).map(|at| from + at) {
        let before = signs.get(from..at).unwrap_or_default();
        let quoted = before.split_last().filter(|(last, _)| **last == '"').and_then(|(_, rest)| rest.iter().rposition(|sign| *sign == '"'));
        let local = quoted.unwrap_or_else(|| before.iter().rposition(|sign| is_edge(*sign)).map_or(0, |edge| edge + 1));
        hidden.extend(before.get(..local).unwrap_or_default());
        hidden.push_str(ADDRESS);
        from = signs.iter().skip(at + 1).position(|sign| is_edge(*sign)).map_or(signs.len(), |edge| at + 1 + edge);
    }
    hidden.extend(signs.get(from..).unwrap_or_default());
    hidden
}

fn without_numbers(text: &str) -> String {
    let mut signs: Vec<char> = text.chars().collect();
    let (mut run, mut gap) = (Vec::new(), 0);
    for at in 0..=signs.len() {
        match signs.get(at) {
            Some(sign) if sign.is_numeric() => {
                run.push(at);
                gap = 0;
            }
            Some(sign) if gap < GAP && !sign.is_alphabetic() => gap += 1,
            _ => {
                if run.len() >= FEWEST {
                    run.iter().filter_map(|place| signs.get_mut(*place).map(|sign| *sign = '*')).for_each(drop);
                }
                run.clear();
                gap = 0;
            }
        }
    }
    signs.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::account_number::AccountNumber;

    #[test]
    fn nothing_by_which_a_person_is_known_is_left() {
        for (text, logged) in [
            ("import begun rows=300", "import begun rows=300"),
            ("850730-033.28", "******-***.**"),
            ("cell 85073003328 is wrong", "cell *********** is wrong"),
            ("85.07.30,033:28", "**.**.**,***:**"),
            ("8507\u{200b}300\u{feff}3328", "***********"),
            ("8507\n\t300 \r\n 3328", "**** *** ****"),
            ("850730033 29", "********* **"),
            ("BE68 5390 0754 7034.", "BE68 **** **** 7034."),
            ("NL91ABNA0417164300", "NL91**********4300"),
            ("xBE68539007547034", "xBE**************"),
            ("to <An.Maes+x@example.be>, then", "to <***@***>, then"),
            ("a@b", "***@***"),
            ("\"an maes\"@example.be!", "***@***"),
            ("a\u{ff20}b.be c@d e", "***@*** ***@*** e"),
            ("\u{1b}[2J\u{7}x", "[2J x"),
        ] {
            assert_eq!(mask_logged(text), logged, "{text:?}");
        }
    }

    #[test]
    fn what_is_counted_can_be_read() {
        for text in ["customers=100000 bytes=48123456 took=12.345s", "/home/els/klanten 2026-05.xlsx", "instroom 0.1.0, linux x86_64"] {
            assert_eq!(mask_logged(text), text);
        }
    }

    proptest! {
        #[test]
        fn no_number_address_or_account_survives(
            before in any::<String>(),
            day in 0u64..1_000_000_000,
            account in 0u64..10_000_000_000,
            local in "[a-zA-Z0-9.+_'-]{1,12}",
            domain in "[a-z0-9-]{1,10}\\.(be|com)",
            gap in "[ ./-]{0,2}",
            behind in any::<String>(),
        ) {
            let national = format!("{day:09}{gap}{:02}", 97 - day % 97);
            let rest = match account % 97 { 0 => 97, rest => rest };
            let bban = format!("{account:010}{rest:02}");
            let check = 98 - format!("{bban}111400").parse::<u128>().unwrap() % 97;
            let iban = format!("BE{check:02}{bban}");
            prop_assert!(AccountNumber::parse(&iban).is_some(), "{}", iban);
            let logged = mask_logged(&format!("{before} {national} x {local}@{domain} {iban} {behind}"));
            let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
            prop_assert!(!logged.contains(&digits(&national)) && !logged.contains(&national));
            prop_assert!(!logged.contains(&iban) && !logged.contains(&bban));
            let sides = [format!("@{domain}"), format!("{local}@")];
            prop_assert!(!sides.iter().any(|side| logged.contains(side)), "{}", logged);
            prop_assert!(logged.chars().all(|sign| !sign.is_control()));
            let longest = logged.split(|sign: char| !sign.is_numeric()).map(|run| run.chars().count()).max();
            prop_assert!(longest < Some(FEWEST), "{}", logged);
        }
    }
}
