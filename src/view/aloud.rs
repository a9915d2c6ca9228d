//! Texts as they are said aloud: words in the place of signs, names whole, nothing that a voice would spell or leave out.

use crate::domain::field::Field;
use crate::domain::finding::Rule;
use crate::words::Words;

/// A text with words in the place of its signs, and what stands apart parted by commas.
#[must_use]
pub fn spoken(text: &str, words: &Words) -> String {
    let plain = &words.plain;
    let text = text.strip_prefix('>').unwrap_or(text).trim();
    let text = text.strip_prefix("& ").unwrap_or(text);
    let (sign, text) = match text.split_once(' ') {
        Some(("!", rest)) => (plain.error, rest.trim()),
        Some(("i", rest)) => (plain.warning, rest.trim()),
        Some(("~", rest)) => (plain.changed, rest.trim()),
        _ if text == "!" => (plain.error, ""),
        _ if text == "~" => (plain.changed, ""),
        _ => ("", text),
    };
    let (text, mark) = marked(text, words);
    let text = match text.strip_prefix('~') {
        Some(changed) => format!("{changed}, {}", plain.changed),
        None => text,
    };
    let text = match text.as_str() {
        "-" => unbracketed(words.empty_value),
        "->" => plain.becomes.to_owned(),
        "|" | ">" => String::new(),
        _ => {
            let parts = text.split("  ").map(str::trim).filter(|part| !part.is_empty());
            parts.map(|part| of_field(&whole(bare(&with_words(part, words)), words), words)).collect::<Vec<_>>().join(", ")
        }
    };
    let text = counted(text, words);
    let text = if text.is_empty() || mark.is_empty() { format!("{text}{mark}") } else { format!("{text}, {mark}") };
    match (sign.is_empty(), text.is_empty()) {
        (true, _) => text,
        (false, true) => sign.to_owned(),
        (false, false) => format!("{sign}{}{text}", words.colon()),
    }
}

/// A text with words in the place of how many there are besides: at its end, a sign before a few digits.
fn counted(text: String, words: &Words) -> String {
    let is_count = |count: &&str| (1..=3).contains(&count.len()) && count.bytes().all(|digit| digit.is_ascii_digit());
    match text.rsplit_once(" +").and_then(|(before, count)| Some((before, count.parse().ok().filter(|_| is_count(&count))?))) {
        Some((before, count)) => format!("{before}, {}", (words.plain.others)(count)),
        None => text,
    }
}

/// A sentence of the program with words in the place of its signs, also of those that are keys.
#[must_use]
pub fn aloud(text: &str, words: &Words) -> String {
    with_signs(&with_words(text, words), words)
}

/// A text with words in the place of the signs between its parts, without brackets and the stars of masks.
fn with_words(text: &str, words: &Words) -> String {
    let plain = &words.plain;
    let mut text = text.replace(" -> ", &format!(" {} ", plain.becomes));
    // A sum; what is to be written into a file stays as it is written.
    if text.contains(" = ") && text.contains(" + ") {
        text = text.replacen(" = ", &format!("{} ", plain.equals), 1).replace(" + ", &format!(" {} ", plain.and_more));
    }
    if let Some(same) = text.strip_prefix("= ") {
        text = format!("{} {same}", plain.same_as);
    }
    // A sign between a place and what it is part of is a pause.
    let text = [" > ", " - ", " | "].iter().fold(text, |text, sign| text.replace(sign, ", "));
    masked_said(&unbracketed(&text), words)
}

/// A text in which what stood in brackets stands between commas.
fn unbracketed(text: &str) -> String {
    let mut said = String::new();
    let mut rest = text;
    while let Some((before, inner, behind)) = bracketed(rest) {
        said.push_str(before.trim_end());
        if !said.is_empty() && !said.ends_with([',', ':', ';', '.']) {
            said.push(',');
        }
        if !said.is_empty() {
            said.push(' ');
        }
        said.push_str(if behind.starts_with('.') { inner.trim_end_matches('.') } else { inner });
        if behind.starts_with(' ') && !behind.starts_with("  ") && behind.trim_start().starts_with(char::is_alphanumeric) {
            said.push(',');
        }
        rest = behind;
    }
    format!("{said}{rest}")
}

/// The first pair of brackets that begins a word: what stands before, in and behind it.
fn bracketed(text: &str) -> Option<(&str, &str, &str)> {
    let begins = |at: &usize| *at == 0 || text[..*at].ends_with(' ');
    let open = text.match_indices('(').map(|(at, _)| at).find(begins)?;
    let (inner, behind) = text[open + 1..].split_once(')')?;
    (!inner.is_empty() && !inner.contains('(')).then_some((&text[..open], inner, behind))
}

/// A text in which what a mask leaves out is said, not spelled star by star.
fn masked_said(text: &str, words: &Words) -> String {
    let mut said = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once("**") {
        said.push_str(before.trim_end_matches(['*', '-', '.', ' ']));
        let end = behind.find(|sign: char| !matches!(sign, '*' | '-' | '.')).unwrap_or(behind.len());
        // A stop behind the mask ends its sentence.
        let end = behind[..end].rfind('*').map_or(0, |last| last + 1);
        said.push_str(if said.is_empty() { "" } else { ", " });
        said.push_str(words.plain.hidden_rest);
        rest = &behind[end..];
        if rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_alphanumeric)) {
            said.push(',');
        }
    }
    format!("{said}{rest}")
}

/// A text of the program with the names of signs that stand alone in it, as keys do.
fn with_signs(text: &str, words: &Words) -> String {
    let named = |part: &str| {
        let mut signs = part.chars();
        let sign = signs.next().and_then(|sign| words.key_names.of_sign(sign))?;
        // What ends the sentence or parts it is no part of the key.
        matches!(signs.as_str(), "" | "." | "," | ";" | ":").then(|| format!("{sign}{}", signs.as_str()))
    };
    let mut said: Vec<String> = Vec::new();
    for part in text.split(' ') {
        let begins = said.last().is_none_or(|before| before.ends_with(['.', '?', '!']));
        said.push(match named(part) {
            Some(name) if begins => capital(&name),
            Some(name) => name,
            None => part.to_owned(),
        });
    }
    said.join(" ")
}

/// The beginning of a sentence.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}

/// A text that begins with the name of a field, with that name whole.
pub(super) fn of_field(text: &str, words: &Words) -> String {
    let parted = text.split_once(words.colon()).map(|(name, rest)| (name, whole(name, words), rest));
    parted
        .filter(|(name, whole, _)| name != whole)
        .map_or_else(|| text.to_owned(), |(_, whole, rest)| format!("{whole}{}{rest}", words.colon()))
}

/// A part with its name whole, where a screen has room for a few letters; and with what it is, where it is the name of a rule.
fn whole(part: &str, words: &Words) -> String {
    let field = Field::ALL.into_iter().find(|field| (words.field)(*field) == part);
    let rule = || Rule::ALL.iter().find(|rule| rule.id() == part);
    let by_default = || part.strip_suffix('*').filter(|day| day.len() == 10 && day.bytes().filter(|byte| *byte == b'/').count() == 2);
    // What a house has is called as much else is.
    let short = Field::ALL.into_iter().filter(|field| *field != Field::HouseNumber && (words.field)(*field) != (words.heard.field)(*field));
    let valued = |field: Field| part.strip_prefix((words.field)(field)).filter(|rest| rest.starts_with(' ')).map(|rest| (field, rest));
    if let Some((field, rest)) = short.filter_map(valued).next() {
        return format!("{}{rest}", (words.heard.field)(field));
    }
    match (field, by_default()) {
        (Some(field), _) => (words.heard.field)(field).to_owned(),
        (None, Some(day)) => format!("{day}, {}", words.plain.by_default),
        (None, None) if rule().is_some() => format!("{}{}{part}", words.plain.rule, words.colon()),
        (None, None) => part.to_owned(),
    }
}

/// The text without the sign of a mark, and the mark in words.
fn marked(text: &str, words: &Words) -> (String, &'static str) {
    let plain = &words.plain;
    let signs = [("[x]", plain.selected), ("[ ]", plain.not_selected), ("(o)", plain.chosen), ("( )", "")];
    for (sign, mark) in signs {
        if let Some((before, behind)) = text.split_once(sign) {
            return (format!("{} {}", before.trim_end_matches(' '), behind.trim_start()).trim().to_owned(), mark);
        }
    }
    (text.to_owned(), "")
}

/// The text without brackets, or what else shows that it can be pressed or chosen.
fn bare(text: &str) -> &str {
    let between = |open: &str, close: &str| text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close)).map(str::trim);
    between("[ ", " ]").or_else(|| between("< ", " >")).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::ScreenLanguage;

    #[test]
    fn signs_are_said_as_words() {
        let words = Words::of(ScreenLanguage::English);
        for (shown, said) in [
            ("> [x] E-mail", "E-mail, selected"),
            ("12  [ ] Dutch", "12 Dutch, not selected"),
            ("(o) an@example.com", "an@example.com, chosen"),
            ("( ) an@example.com", "an@example.com"),
            ("[ Back ]", "Back"),
            ("< Dutch >", "Dutch"),
            ("! Mobile", "error: Mobile"),
            ("i Mobile", "warning: Mobile"),
            ("~Gent", "Gent, changed"),
            ("Gent -> Aalst", "Gent becomes Aalst"),
            ("in store: (o) Gent", "in store: Gent, chosen"),
            ("[mail]", "[mail]"),
            ("-", "empty"),
            ("(cell F5, a text)", "cell F5, a text"),
            ("Deadline (default)", "Deadline, default"),
            ("-> ", "becomes"),
            ("= C00002 Claes Koen", "matches C00002 Claes Koen"),
            ("122 rows = 84 new + 38 known", "122 rows, that is 84 new and 38 known"),
            ("681015*****", "681015, the rest hidden"),
            ("\"72.03.04-***.**\"", "\"72.03.04, the rest hidden\""),
            ("15/07/2026*", "15/07/2026, by default"),
            ("& One return", "One return"),
            ("cell F5   national-number.punctuation", "cell F5, rule: national-number.punctuation"),
            ("partner's ent. nr", "partner's enterprise number"),
            ("one (", "one ("),
            ("host = \"smtp.kantoor.be\"", "host = \"smtp.kantoor.be\""),
            ("(label, etc.).", "label, etc."),
            ("72.03.04-***.** -> 720304*****", "72.03.04, the rest hidden, becomes 720304, the rest hidden"),
            ("|", ""),
            (">", ""),
            ("Maes An, Claes Jo +2", "Maes An, Claes Jo, and 2 more"),
            ("Gent -> +32451870510", "Gent becomes +32451870510"),
            ("118 rows   saved 14:02", "118 rows, saved 14:02"),
        ] {
            assert_eq!(spoken(shown, words), said, "{shown:?}");
        }
    }
}
