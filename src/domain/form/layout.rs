//! What stands where in a form, and the marks by which it is recognised when it comes back.
//!
//! Marks stand in three places, since people move, copy and save under other formats: a very hidden sheet
//! with everything, a hidden column with the question of each row, and a visible line with the reference.

/// Version of the form that this program writes. A newer one is refused.
pub const FORMAT: u32 = 1;

/// Row of the headings, counted from 0; the explanation stands above.
pub const HEADINGS: u32 = 4;

/// Column of the number of the question.
pub const NUMBER: u16 = 0;
/// Column of the question.
pub const QUESTION: u16 = 1;
/// Column of the answer.
pub const ANSWER: u16 = 2;
/// Column of the codes of the tax form.
pub const CODES: u16 = 3;
/// Hidden column with the [mark of the question](question_mark).
pub const MARK: u16 = 4;

/// Name of the very hidden sheet.
pub const KEPT_SHEET: &str = "instroom";
/// First cell of the very hidden sheet; the version of the form is beside it.
pub const KEPT_FORMAT: &str = "instroom-form";
/// Beside it: the token of the dossier.
pub const KEPT_TOKEN: &str = "token";
/// Beside it: the id of the questionnaire.
pub const KEPT_QUESTIONNAIRE: &str = "questionnaire";
/// Beside it: the language of the form.
pub const KEPT_LANGUAGE: &str = "language";
/// First row, counted from 0, of the list of rows and their questions on the very hidden sheet.
pub const KEPT_ROWS: u32 = 5;
/// First column of the lists of choices on the very hidden sheet.
pub const KEPT_LISTS: u16 = 3;

const MARKED: &str = "instroom:";
const REFERENCE: &str = "instroom-";

/// Digits of a token.
const TOKEN: usize = 32;

/// The mark of a question in its row.
#[must_use]
pub fn question_mark(question: &str) -> String {
    format!("{MARKED}{question}")
}

/// The question of a mark.
#[must_use]
pub fn marked_question(text: &str) -> Option<&str> {
    text.trim().strip_prefix(MARKED).filter(|id| !id.is_empty())
}

/// The visible reference of a dossier.
#[must_use]
pub fn reference(token: &str) -> String {
    format!("{REFERENCE}{token}")
}

/// The token in a text with a reference.
#[must_use]
pub fn referenced(text: &str) -> Option<&str> {
    text.match_indices(REFERENCE).find_map(|(at, mark)| text.get(at + mark.len()..at + mark.len() + TOKEN).filter(|token| is_token(token)))
}

/// Whether a text is a token: 32 lower-case hexadecimal digits.
#[must_use]
pub fn is_token(text: &str) -> bool {
    text.len() == TOKEN && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_references_are_found_again_and_nothing_else_is() {
        let token = "0123456789abcdef0123456789abcdef";
        assert_eq!(marked_question(&question_mark("first-name")), Some("first-name"));
        assert_eq!(marked_question("first-name"), None);
        assert_eq!(marked_question("instroom:"), None);
        assert_eq!(referenced(&format!("Referentie: {} (laten staan)", reference(token))), Some(token));
        assert_eq!(referenced("instroom-form"), None);
        assert_eq!(referenced("instroom-é23456789abcdef0123456789abcdef"), None);
        assert_eq!(referenced(&format!("instroom-instroom-{token}")), Some(token));
        assert!(!is_token(&token.to_uppercase()));
    }
}
