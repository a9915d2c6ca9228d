//! Find and replace: which texts hold what is looked for, and what they become.
//!
//! Expressions are matched in time linear to the text, and are limited in size: whatever is typed, a
//! column of a million cells is gone through in a moment.

use regex::{Captures, Regex, RegexBuilder};
use regex_syntax::ast::ErrorKind;

use super::sheet::LONGEST_TEXT;

/// How the text that is looked for is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Wording {
    /// Character by character.
    #[default]
    Plain,
    /// As a regular expression.
    Expression,
}

/// Whether capitals count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Case {
    /// A capital is not its small letter.
    #[default]
    Exact,
    /// It is.
    Ignored,
}

/// What a person looks for, and what is to stand in its place.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Wish {
    /// What is looked for.
    pub find: String,
    /// What comes in its place; in an expression `$1` is its first group, `$0` all of it, `$$` a dollar.
    pub with: String,
    /// How `find` is meant.
    pub wording: Wording,
    /// Whether capitals count.
    pub case: Case,
}

/// Why a wish cannot be granted. Places are counted in characters, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Unclear {
    /// Nothing is looked for.
    #[error("nothing is looked for")]
    Nothing,
    /// A bracket `(` is never closed, or a `)` never opened.
    #[error("a round bracket at {0} stands alone")]
    Group(usize),
    /// A bracket `[` is never closed, or what is in it is no set of characters.
    #[error("the set of characters at {0} is not complete")]
    Set(usize),
    /// `*`, `+`, `?` or `{}` with nothing in front, or with a number that makes no sense.
    #[error("the repetition at {0} repeats nothing")]
    Repetition(usize),
    /// A `\` with nothing behind it, or with what means nothing.
    #[error("the escape at {0} means nothing")]
    Escape(usize),
    /// Looking ahead or behind, and references back, are not among what can be asked.
    #[error("looking around and references back, as at {0}, are not on offer")]
    NotOnOffer(usize),
    /// The replacement names a group that the expression does not have.
    #[error("there is no group {0}")]
    NoSuchGroup(usize),
    /// The expression is larger than any that a column of a workbook asks for.
    #[error("the expression is too large")]
    TooLarge,
    /// Something else that the expression's grammar does not know.
    #[error("the expression is not understood at {0}")]
    Other(usize),
}

/// A wish that is clear.
#[derive(Debug, Clone)]
pub struct Replacement {
    pattern: Regex,
    with: Vec<Piece>,
}

/// A part of what comes in place of what was found.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Text(String),
    Group(usize),
}

/// Most bytes that a compiled expression takes.
const LARGEST: usize = 1 << 20;
/// Deepest that brackets may stand in brackets.
const DEEPEST: u32 = 50;

impl Replacement {
    /// Understands a wish.
    ///
    /// # Errors
    /// [`Unclear`], where it cannot be.
    pub fn of(wish: &Wish) -> Result<Self, Unclear> {
        if wish.find.is_empty() {
            return Err(Unclear::Nothing);
        }
        let pattern = match wish.wording {
            Wording::Plain => regex::escape(&wish.find),
            Wording::Expression => understood(&wish.find)?,
        };
        let built = RegexBuilder::new(&pattern)
            .case_insensitive(wish.case == Case::Ignored)
            .size_limit(LARGEST)
            .dfa_size_limit(LARGEST)
            .nest_limit(DEEPEST)
            .build();
        let pattern = built.map_err(|fault| match fault {
            regex::Error::CompiledTooBig(_) => Unclear::TooLarge,
            _ => Unclear::Other(1),
        })?;
        let with = match wish.wording {
            Wording::Plain => vec![Piece::Text(wish.with.clone())],
            Wording::Expression => pieces(&wish.with, pattern.captures_len())?,
        };
        Ok(Self { pattern, with })
    }

    /// What a text becomes, where that is something else. A text that would not fit a cell any more
    /// stays as it is.
    #[must_use]
    pub fn applied(&self, text: &str) -> Option<String> {
        if !self.pattern.is_match(text) {
            return None;
        }
        let mut result = String::with_capacity(text.len());
        let mut done = 0;
        for found in self.pattern.captures_iter(text) {
            let Some(whole) = found.get(0) else { continue };
            result.push_str(text.get(done..whole.start()).unwrap_or_default());
            self.put(&found, &mut result);
            done = whole.end();
            if result.len() > 4 * LONGEST_TEXT {
                return None;
            }
        }
        result.push_str(text.get(done..).unwrap_or_default());
        (result != text && result.chars().count() <= LONGEST_TEXT).then_some(result)
    }

    fn put(&self, found: &Captures<'_>, result: &mut String) {
        for piece in &self.with {
            match piece {
                Piece::Text(text) => result.push_str(text),
                Piece::Group(number) => result.push_str(found.get(*number).map_or("", |group| group.as_str())),
            }
        }
    }
}

/// The expression itself, if its grammar is right.
fn understood(expression: &str) -> Result<String, Unclear> {
    let parsed = regex_syntax::ast::parse::ParserBuilder::new().nest_limit(DEEPEST).build().parse(expression);
    let Err(fault) = parsed else { return Ok(expression.to_owned()) };
    let at = expression.get(..fault.span().start.offset).map_or(0, |before| before.chars().count()) + 1;
    Err(match fault.kind() {
        ErrorKind::GroupUnclosed | ErrorKind::GroupUnopened | ErrorKind::GroupNameEmpty | ErrorKind::GroupNameUnexpectedEof => {
            Unclear::Group(at)
        }
        ErrorKind::ClassUnclosed | ErrorKind::ClassRangeInvalid | ErrorKind::ClassRangeLiteral | ErrorKind::ClassEscapeInvalid => {
            Unclear::Set(at)
        }
        ErrorKind::RepetitionMissing
        | ErrorKind::RepetitionCountInvalid
        | ErrorKind::RepetitionCountUnclosed
        | ErrorKind::RepetitionCountDecimalEmpty
        | ErrorKind::DecimalEmpty
        | ErrorKind::DecimalInvalid => Unclear::Repetition(at),
        ErrorKind::EscapeUnexpectedEof
        | ErrorKind::EscapeUnrecognized
        | ErrorKind::EscapeHexEmpty
        | ErrorKind::EscapeHexInvalid
        | ErrorKind::EscapeHexInvalidDigit
        | ErrorKind::UnicodeClassInvalid => Unclear::Escape(at),
        ErrorKind::UnsupportedLookAround | ErrorKind::UnsupportedBackreference => Unclear::NotOnOffer(at),
        ErrorKind::NestLimitExceeded(_) | ErrorKind::CaptureLimitExceeded => Unclear::TooLarge,
        _ => Unclear::Other(at),
    })
}

/// The replacement taken apart. `$12` is group 12 where there is one, else group 1 and a 2: a digit may
/// follow a group, and a letter always does (`$1a`), where the usual notation would look for a group `1a`.
fn pieces(with: &str, groups: usize) -> Result<Vec<Piece>, Unclear> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut rest = with;
    while let Some(at) = rest.find('$') {
        text.push_str(rest.get(..at).unwrap_or_default());
        rest = rest.get(at + 1..).unwrap_or_default();
        let digits = rest.bytes().take(3).take_while(u8::is_ascii_digit).count();
        let number = |length: usize| rest.get(..length).and_then(|digits| digits.parse::<usize>().ok());
        let known = (1..=digits).rev().find_map(|length| Some((length, number(length).filter(|number| *number < groups)?)));
        match known {
            Some((length, number)) => {
                pieces.push(Piece::Text(std::mem::take(&mut text)));
                pieces.push(Piece::Group(number));
                rest = rest.get(length..).unwrap_or_default();
            }
            None if digits > 0 => return Err(Unclear::NoSuchGroup(number(digits).unwrap_or(0))),
            None => {
                text.push('$');
                rest = rest.strip_prefix('$').unwrap_or(rest);
            }
        }
    }
    text.push_str(rest);
    pieces.push(Piece::Text(text));
    Ok(pieces)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn wish(find: &str, with: &str, wording: Wording, case: Case) -> Wish {
        Wish { find: find.into(), with: with.into(), wording, case }
    }

    fn replaced(find: &str, with: &str, wording: Wording, text: &str) -> Option<String> {
        Replacement::of(&wish(find, with, wording, Case::Exact)).unwrap().applied(text)
    }

    #[test]
    fn plain_text_is_no_expression_and_no_template() {
        assert_eq!(replaced("a.b", "$1", Wording::Plain, "a.b axb a.b"), Some("$1 axb $1".into()));
        assert_eq!(replaced("(", "[", Wording::Plain, "St. (Gent)"), Some("St. [Gent)".into()));
        assert_eq!(replaced("gent", "Gand", Wording::Plain, "Gent"), None, "capitals count");
        assert_eq!(replaced("Gent", "Gent", Wording::Plain, "Gent"), None, "nothing would change");
        let ignoring = Replacement::of(&wish("É", "e", Wording::Plain, Case::Ignored)).unwrap();
        assert_eq!(ignoring.applied("élise É"), Some("elise e".into()));
    }

    #[test]
    fn groups_are_put_in_and_a_letter_may_follow_them() {
        let swap = |with: &str| replaced(r"(\w+), (\w+)", with, Wording::Expression, "Peeters, An");
        assert_eq!(swap("$2 $1"), Some("An Peeters".into()));
        assert_eq!(swap("$2a$1"), Some("AnaPeeters".into()));
        assert_eq!(swap("$0!"), Some("Peeters, An!".into()));
        assert_eq!(swap("$$1 $x"), Some("$1 $x".into()));
        assert_eq!(swap("$12"), Some("Peeters2".into()), "there are two groups");
        assert_eq!(replaced("(a)|b", "<$1>", Wording::Expression, "ab"), Some("<a><>".into()), "a group that took no part is empty");
        assert_eq!(replaced("^ *", "", Wording::Expression, "  An"), Some("An".into()));
        assert_eq!(replaced("x*", "-", Wording::Expression, "ab"), Some("-a-b-".into()));
    }

    #[test]
    fn what_is_unclear_is_told_where_and_why() {
        for (find, unclear) in [
            ("", Unclear::Nothing),
            ("é(b", Unclear::Group(2)),
            ("ab)", Unclear::Group(3)),
            ("a[bc", Unclear::Set(2)),
            ("[z-a]", Unclear::Set(2)),
            ("*a", Unclear::Repetition(1)),
            ("a{3,1}", Unclear::Repetition(2)),
            ("a\\", Unclear::Escape(2)),
            (r"\y", Unclear::Escape(1)),
            (r"\p{Gent}", Unclear::Other(1)),
            ("(?=a)", Unclear::NotOnOffer(1)),
            (r"(a)\1", Unclear::NotOnOffer(4)),
            ("((((a{1000}){1000}){1000}){1000})", Unclear::TooLarge),
            ("(?z)", Unclear::Other(3)),
        ] {
            assert_eq!(Replacement::of(&wish(find, "", Wording::Expression, Case::Exact)).map(|_| ()), Err(unclear), "{find}");
        }
        let unknown = Replacement::of(&wish("(a)", "$2", Wording::Expression, Case::Exact));
        assert_eq!(unknown.map(|_| ()), Err(Unclear::NoSuchGroup(2)));
        assert!(Replacement::of(&wish("(", "", Wording::Plain, Case::Exact)).is_ok());
    }

    #[test]
    fn a_text_never_outgrows_its_cell() {
        let long = "a".repeat(20_000);
        assert_eq!(replaced("a", "aa", Wording::Plain, &long), None);
        let huge = "x".repeat(60_000);
        assert_eq!(replaced("a", &huge, Wording::Plain, &long), None);
    }

    proptest! {
        #[test]
        fn any_expression_is_clear_or_told(find in "\\PC{0,20}|[a(\\[{*+?|.^$)\\]}\\\\0-9]{0,14}", with in "[$0-9a]{0,6}", text in "\\PC{0,20}") {
            if let Ok(replacement) = Replacement::of(&wish(&find, &with, Wording::Expression, Case::Ignored)) {
                prop_assert!(replacement.applied(&text).is_none_or(|result| result != text));
            }
        }

        #[test]
        fn plain_replacing_is_what_the_standard_library_does(find in "[ab.]{1,3}", with in "[ab$1]{0,3}", text in "[ab.]{0,12}") {
            let expected = text.replace(&find, &with);
            let result = Replacement::of(&wish(&find, &with, Wording::Plain, Case::Exact)).unwrap().applied(&text);
            prop_assert_eq!(result, (expected != text).then_some(expected));
        }
    }
}
