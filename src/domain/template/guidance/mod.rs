//! What the template tells the person who fills it in: beside the cells, on refusal, on its second sheet.
//!
//! The workbook speaks the language that it is written in, whatever language the screens have, so
//! these words stand beside the headings and not among the phrases of the screen.

mod dutch;
mod english;
mod french;

use super::example;
use crate::domain::field::Field;
use crate::domain::fold::fold;
use crate::domain::language::Language;

/// What is said about one column. Workbooks take 32 characters of a title and 255 of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Guidance {
    /// Title of the notes beside the cell.
    pub title: &'static str,
    /// What goes in.
    pub entry: &'static str,
    /// What is said when something else is typed; empty where everything is taken.
    pub refusal: &'static str,
}

/// The words of the template that belong to no column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SheetWords {
    /// Name of the sheet with the customers.
    pub customers: &'static str,
    /// Name of the sheet that explains the columns.
    pub explanation: &'static str,
    /// Headings of the explanation: column letter, heading, required or not, what goes in, example.
    pub columns: [&'static str; 5],
    /// In the explanation: the column is required.
    pub required: &'static str,
    /// In the explanation: the column may stay empty.
    pub optional: &'static str,
    /// What holds for the whole sheet, one paragraph each.
    pub notes: &'static [&'static str],
    /// Heading of the column with the reasons, where rows are given back to be put right.
    pub reasons: &'static str,
}

/// What is said about a column of the current template; none for fields of the first generation
/// only. German falls back to English.
#[must_use]
pub const fn guidance(field: Field, language: Language) -> Option<Guidance> {
    match language {
        Language::Dutch => dutch::guidance(field),
        Language::French => french::guidance(field),
        Language::English | Language::German => english::guidance(field),
    }
}

/// The words of the template that belong to no column. German falls back to English.
#[must_use]
pub const fn sheet_words(language: Language) -> SheetWords {
    match language {
        Language::Dutch => dutch::SHEET,
        Language::French => french::SHEET,
        Language::English | Language::German => english::SHEET,
    }
}

/// Whether a heading is that of the column with the reasons, in any language: Instroom wrote it
/// itself, holds no field in it, and does not wonder about it when it is read again.
#[must_use]
pub fn is_reasons_heading(text: &str) -> bool {
    let folded = fold(text);
    Language::ALL.into_iter().any(|language| fold(sheet_words(language).reasons) == folded)
}

/// An example of what goes in a column: that of the example row, or one of its own where that row
/// leaves the cell empty. Empty for the column that stays empty.
#[must_use]
pub const fn example(field: Field, language: Language) -> &'static str {
    match field {
        Field::SpouseEnterpriseNumber => "0990032181",
        Field::Deadline => "16/10/2026",
        _ => example::value(field, language),
    }
}

/// Countries offered in a list, the neighbours first; any other may be typed.
#[must_use]
pub const fn countries(language: Language) -> [&'static str; 5] {
    match language {
        Language::Dutch => ["België", "Nederland", "Frankrijk", "Duitsland", "Luxemburg"],
        Language::French => ["Belgique", "France", "Pays-Bas", "Luxembourg", "Allemagne"],
        Language::English | Language::German => ["Belgium", "Netherlands", "France", "Germany", "Luxembourg"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::template::headings::heading as headings_of;
    use crate::domain::template::recognition::field_of_heading;

    #[test]
    fn every_column_has_words_that_fit_a_workbook() {
        for language in Language::ALL {
            for field in Field::TEMPLATE {
                let words = guidance(field, language).unwrap();
                assert!((1..=32).contains(&words.title.encode_utf16().count()), "{language:?} {field:?}");
                assert!((1..=255).contains(&words.entry.encode_utf16().count()), "{language:?} {field:?}");
                assert!(words.refusal.encode_utf16().count() <= 255, "{language:?} {field:?}");
                assert_eq!(example(field, language).is_empty(), field.stays_empty(), "{field:?}");
            }
            let words = sheet_words(language);
            assert_ne!(words.customers, words.explanation);
            assert!([words.customers, words.explanation].iter().all(|name| name.len() <= 31));
        }
    }

    #[test]
    fn the_column_of_reasons_is_known_again_and_names_no_field() {
        for language in Language::ALL {
            let heading = sheet_words(language).reasons;
            assert!(is_reasons_heading(heading) && is_reasons_heading(&format!(" {} ", heading.to_uppercase())), "{heading}");
            assert_eq!(field_of_heading(heading), None);
            assert!(Field::ALL.into_iter().filter_map(|field| headings_of(field, language)).all(|heading| !is_reasons_heading(heading)));
        }
        assert!(!is_reasons_heading("") && !is_reasons_heading("Opmerkingen"));
    }

    #[test]
    fn the_same_columns_refuse_in_every_language() {
        for field in Field::TEMPLATE {
            let refuses = Language::ALL.map(|language| guidance(field, language).is_some_and(|words| !words.refusal.is_empty()));
            assert!(refuses.iter().all(|&other| other == refuses[0]), "{field:?}");
        }
    }

    #[test]
    fn each_language_has_its_own_words() {
        for field in Field::TEMPLATE {
            let texts = [Language::Dutch, Language::French, Language::English].map(|language| guidance(field, language).unwrap().entry);
            assert!(texts[0] != texts[1] && texts[1] != texts[2] && texts[0] != texts[2], "{field:?}");
        }
    }
}
