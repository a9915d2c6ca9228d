//! What can be answered to a question: the one form in which an answer is kept, from what people write.
//!
//! | kind | kept as |
//! |---|---|
//! | text | the text on one line, trimmed |
//! | long text | the text, its lines ended by `\n`, trimmed |
//! | yes or no | `yes` or `no` |
//! | choice | the id of the choice |
//! | date | `2026-07-15` |
//! | amount | euro with a point and two decimals: `1234.50` |
//! | number | whole, without leading zeros: `3` |

use super::answer_words::yes_or_no;
use super::deadline;
use super::fold::fold;
use super::language::Language;
use super::questionnaire::{AnswerKind, Question};
use super::tidy::trim;

/// Most characters of an answer on one line.
pub const LINE: usize = 500;

/// Most characters of an answer of several lines.
pub const LINES: usize = 5_000;

/// Why a text is no answer to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NoAnswer {
    /// Neither a yes nor a no.
    NotYesNo,
    /// None of the choices on offer.
    NotAChoice,
    /// Not a calendar date.
    NotADate,
    /// Not an amount in euro with at most two decimals.
    NotAnAmount,
    /// Not a whole number.
    NotANumber,
    /// Longer than any answer is.
    TooLong,
}

/// The answer in the form in which it is kept; none where the text is empty.
///
/// Choices are read by their id and by how they read in any language, folded. Dates are read as
/// [deadlines](deadline::parse) are, amounts as people write them here: `1.234,50`, `1 234,5`, `€ 12`, `1234.50`.
///
/// # Errors
/// [`NoAnswer`] where the text does not answer the question.
pub fn canonical(question: &Question, text: &str) -> Result<Option<String>, NoAnswer> {
    let text = trim(text);
    if text.is_empty() {
        return Ok(None);
    }
    let kept = match question.kind {
        AnswerKind::Text => one_line(text)?,
        AnswerKind::LongText => lines(text)?,
        AnswerKind::YesNo => if yes_or_no(text).ok_or(NoAnswer::NotYesNo)? { "yes" } else { "no" }.to_owned(),
        AnswerKind::Choice => choice(question, text).ok_or(NoAnswer::NotAChoice)?,
        AnswerKind::Date => deadline::parse(text).ok_or(NoAnswer::NotADate)?.to_string(),
        AnswerKind::Amount => amount(text).ok_or(NoAnswer::NotAnAmount)?,
        AnswerKind::Number => whole(text).ok_or(NoAnswer::NotANumber)?,
    };
    Ok(Some(kept))
}

/// How a kept answer reads to a person: choices in their words, dates and amounts as they are written
/// here. Yes and no are for the caller's own words, and stay as they are kept.
#[must_use]
pub fn shown(question: &Question, kept: &str, language: Language) -> String {
    match question.kind {
        AnswerKind::Choice => {
            let choice = question.choices.iter().find(|choice| choice.id == kept);
            choice.and_then(|choice| choice.text.get(language)).unwrap_or(kept).to_owned()
        }
        AnswerKind::Date => {
            kept.parse::<jiff::civil::Date>().map_or_else(|_| kept.to_owned(), |date| date.strftime("%d/%m/%Y").to_string())
        }
        AnswerKind::Amount => kept.replace('.', ","),
        AnswerKind::Text | AnswerKind::LongText | AnswerKind::YesNo | AnswerKind::Number => kept.to_owned(),
    }
}

fn one_line(text: &str) -> Result<String, NoAnswer> {
    let line = text.split(char::is_whitespace).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    if line.chars().count() > LINE { Err(NoAnswer::TooLong) } else { Ok(line) }
}

fn lines(text: &str) -> Result<String, NoAnswer> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines = text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
    if lines.chars().count() > LINES { Err(NoAnswer::TooLong) } else { Ok(lines) }
}

fn choice(question: &Question, text: &str) -> Option<String> {
    let wanted = fold(text);
    let says = |language| move |choice: &&super::questionnaire::Choice| choice.text.get(language).map(fold);
    let by_id = question.choices.iter().find(|choice| choice.id == text);
    let reads =
        |choice: &&super::questionnaire::Choice| Language::ALL.into_iter().any(|language| says(language)(choice).as_ref() == Some(&wanted));
    by_id.or_else(|| question.choices.iter().find(reads)).map(|choice| choice.id.clone())
}

/// Euro and cents. The last point or comma with one or two digits behind it sets off the cents; points,
/// spaces and apostrophes that set off groups of three are passed over.
fn amount(text: &str) -> Option<String> {
    let bare: String = text.chars().filter(|sign| !sign.is_whitespace() && !matches!(sign, '€' | '\'')).collect();
    let bare = bare.strip_prefix("EUR").or_else(|| bare.strip_suffix("EUR")).unwrap_or(&bare);
    let (sign, digits) = match bare.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", bare),
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
    Some(format!("{sign}{euro}.{cents:0<2}"))
}

/// A number without the points or commas between its groups of three digits.
fn ungrouped(text: &str) -> Option<String> {
    let Some(mark) = text.chars().find(|sign| matches!(sign, '.' | ',')) else { return Some(text.to_owned()) };
    let mut groups = text.split(mark);
    let first = groups.next()?;
    let fits = (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3);
    fits.then(|| text.replace(mark, ""))
}

fn whole(text: &str) -> Option<String> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::questionnaire::{Choice, Phrase};

    fn question(kind: AnswerKind) -> Question {
        let choice = |id: &str, nl: &str, fr: &str| Choice {
            id: id.into(),
            text: [(Language::Dutch, nl.to_owned()), (Language::French, fr.to_owned())].into_iter().collect(),
        };
        let choices = if kind == AnswerKind::Choice {
            vec![choice("married", "Gehuwd", "Marié(e)"), choice("single", "Alleenstaand", "Isolé(e)")]
        } else {
            Vec::new()
        };
        Question { id: "q".into(), kind, text: Phrase::default(), help: Phrase::default(), codes: Vec::new(), choices, prefill: None }
    }

    fn read(kind: AnswerKind, text: &str) -> Result<Option<String>, NoAnswer> {
        canonical(&question(kind), text)
    }

    fn is(text: &str) -> Result<Option<String>, NoAnswer> {
        Ok(Some(text.to_owned()))
    }

    #[test]
    fn nothing_is_no_answer_to_any_kind() {
        for kind in AnswerKind::ALL {
            assert_eq!(read(kind, " \u{a0} \n"), Ok(None), "{kind:?}");
        }
    }

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (text, kept) in [
            ("1234", "1234.00"),
            ("1.234,5", "1234.50"),
            ("€ 1 234,56", "1234.56"),
            ("1,234.56", "1234.56"),
            ("1.234", "1234.00"),
            ("12,34 EUR", "12.34"),
            ("0,5", "0.50"),
            ("-7", "-7.00"),
            ("007", "7.00"),
        ] {
            assert_eq!(read(AnswerKind::Amount, text), is(kept), "{text}");
        }
        for text in ["veel", "1,2,3", "12.3456", "1.23.4", ",5", "1e5", "9999999999999"] {
            assert_eq!(read(AnswerKind::Amount, text), Err(NoAnswer::NotAnAmount), "{text}");
        }
    }

    #[test]
    fn choices_are_read_by_id_and_in_every_language() {
        for text in ["married", "gehuwd", "MARIE(E)", " Gehuwd "] {
            assert_eq!(read(AnswerKind::Choice, text), is("married"), "{text}");
        }
        assert_eq!(read(AnswerKind::Choice, "weduwe"), Err(NoAnswer::NotAChoice));
    }

    #[test]
    fn yes_dates_and_numbers_have_one_form() {
        assert_eq!(read(AnswerKind::YesNo, "Oui"), is("yes"));
        assert_eq!(read(AnswerKind::YesNo, "misschien"), Err(NoAnswer::NotYesNo));
        assert_eq!(read(AnswerKind::Date, "15/7/2026"), is("2026-07-15"));
        assert_eq!(read(AnswerKind::Date, "31/6/2026"), Err(NoAnswer::NotADate));
        assert_eq!(read(AnswerKind::Number, "003"), is("3"));
        assert_eq!(read(AnswerKind::Number, "1.200"), is("1200"));
        assert_eq!(read(AnswerKind::Number, "2.0"), is("2"));
        assert_eq!(read(AnswerKind::Number, "2,5"), Err(NoAnswer::NotANumber));
    }

    #[test]
    fn texts_lose_their_edges_and_keep_their_lines_where_they_have_any() {
        assert_eq!(read(AnswerKind::Text, "  Jan \n de   Man "), is("Jan de Man"));
        assert_eq!(read(AnswerKind::LongText, "een  \r\ntwee\n\n drie"), is("een\ntwee\n\n drie"));
        assert_eq!(read(AnswerKind::Text, &"x".repeat(LINE + 1)), Err(NoAnswer::TooLong));
        assert_eq!(read(AnswerKind::LongText, &"x".repeat(LINES + 1)), Err(NoAnswer::TooLong));
    }

    #[test]
    fn a_kept_answer_is_its_own_form() {
        for (kind, text) in [
            (AnswerKind::Amount, "1.234,5"),
            (AnswerKind::Date, "1/2/26"),
            (AnswerKind::Number, "012"),
            (AnswerKind::YesNo, "ja"),
            (AnswerKind::Choice, "Gehuwd"),
        ] {
            let kept = read(kind, text).unwrap().unwrap();
            assert_eq!(read(kind, &kept), Ok(Some(kept.clone())), "{text}");
        }
    }

    #[test]
    fn answers_are_shown_in_words() {
        assert_eq!(shown(&question(AnswerKind::Choice), "married", Language::French), "Marié(e)");
        assert_eq!(shown(&question(AnswerKind::Date), "2026-07-15", Language::Dutch), "15/07/2026");
        assert_eq!(shown(&question(AnswerKind::Amount), "1234.50", Language::Dutch), "1234,50");
    }
}
