//! The invalid rows in the form of the template.
//!
//! National numbers in it are whole: the office fills the form in, and half a number cannot be put
//! right. Whoever exports it is told so.

use std::sync::Arc;

use crate::app::desk::{Desk, Sight};
use crate::domain::draft::{Account, Bucket, Draft, RowIndex};
use crate::domain::export::{Form, FormRow};
use crate::domain::field::Field;
use crate::domain::language::Language;
use crate::words::{ScreenLanguage, Words};

/// The invalid rows as they were when they were asked for.
#[derive(Debug)]
pub struct InvalidRows {
    draft: Arc<Draft>,
    rows: Vec<RowIndex>,
    language: Language,
}

impl InvalidRows {
    /// Every invalid row, in the order of the workbook; in the language of the customers, or that of
    /// the screen as long as none is chosen.
    pub(super) fn of(desk: &Desk, sight: Sight) -> Self {
        let draft = Arc::clone(&desk.draft);
        let language = draft.choices().language.unwrap_or_else(|| sight.language.of_customers());
        Self { rows: draft.rows_in(Bucket::Invalid), language, draft }
    }

    pub(super) fn row_count(&self) -> u64 {
        self.rows.len() as u64
    }

    pub(super) fn form(&self) -> Form<'_> {
        let words = Words::of(spoken(self.language));
        Form {
            language: self.language,
            further: self.further(),
            row_count: self.row_count(),
            rows: Box::new(self.rows.iter().filter_map(move |row| {
                let account = self.draft.account(*row)?;
                let reasons = self.reasons(&account, words);
                Some(FormRow { given: account.given, reasons })
            })),
        }
    }

    /// The fields of the first template that at least one of the rows fills.
    fn further(&self) -> Vec<Field> {
        let fills = |field: &Field| self.rows.iter().any(|row| !self.draft.given(*row, *field).is_empty());
        Field::ALL.into_iter().filter(|field| !Field::TEMPLATE.contains(field)).filter(fills).collect()
    }

    /// Where the row stands in the workbook, then each finding with what to do about it and the value
    /// that would cure it.
    fn reasons(&self, account: &Account, words: &Words) -> String {
        let mut text = format!("{}, {}", self.draft.source().mark.file, (words.row)(account.number));
        for finding in &account.findings {
            let other = finding.other_row.map_or_else(String::new, |row| row.to_string());
            let said = words.rule(finding.rule);
            let sentence = |text: &str| text.replace("{row}", &other);
            let field = (words.field)(finding.field);
            text.push_str(&format!("\n{field}{}{} {}", words.colon(), sentence(said.what), sentence(said.remedy)));
            if let Some(remedy) = &finding.suggestion {
                text.push_str(&format!(" {} {}", words.suggestion, remedy.value()));
            }
        }
        text
    }
}

/// The language of the words in a template of that language: German falls back to English.
const fn spoken(language: Language) -> ScreenLanguage {
    match language {
        Language::Dutch => ScreenLanguage::Dutch,
        Language::French => ScreenLanguage::French,
        Language::English | Language::German => ScreenLanguage::English,
    }
}
