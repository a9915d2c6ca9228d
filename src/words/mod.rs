//! What the screens and the command line say, in Dutch, French and English.
//!
//! One field for each phrase and one constant for each language: a missing phrase does not compile.
//! The language of the screen lives here; the language of a customer is the domain's. Words name
//! the data of `domain` and `app` that they speak about, and nothing else.

mod english;
mod rules;
mod screen_language;

pub use rules::{RuleWords, rule_words};
pub use screen_language::ScreenLanguage;

use crate::app::action::Action;
use crate::app::chooser::Question;
use crate::app::fault::Fault;
use crate::app::keymap::Layer;
use crate::app::model::Notice;
use crate::app::table::Column;
use crate::domain::draft::Bucket;
use crate::domain::field::Field;
use crate::domain::finding::Rule;
use crate::domain::language::Language;
use crate::domain::matching::{Certainty, Ground};
use crate::domain::national_number::Sex;
use crate::domain::workbook::Format;

/// What failed, told to a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What failed.
    pub what: String,
    /// Why; may be empty.
    pub why: String,
    /// What to do now.
    pub remedy: String,
}

impl Told {
    fn new(what: impl Into<String>, why: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { what: what.into(), why: why.into(), remedy: remedy.into() }
    }
}

/// The phrases of one language. Functions take what the phrase is about.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "a field's name and its English text say what it is")]
pub struct Words {
    pub screen: ScreenLanguage,
    pub own_name: &'static str,
    pub field: fn(Field) -> &'static str,
    pub language: fn(Language) -> &'static str,
    pub certainty: fn(Certainty) -> &'static str,
    pub ground: fn(Ground) -> &'static str,
    pub sex: fn(Sex) -> &'static str,
    pub bucket: fn(Bucket) -> &'static str,
    pub bucket_short: fn(Bucket) -> &'static str,
    pub column: fn(Column) -> &'static str,
    pub action: fn(Action) -> &'static str,
    pub hint: fn(Action) -> &'static str,
    pub question: fn(Question) -> &'static str,
    pub layer: fn(Layer) -> &'static str,
    pub notice: fn(&Notice) -> String,
    pub fault: fn(&Fault) -> Told,
    pub tagline: &'static str,
    pub what_to_do: &'static str,
    pub new_import: &'static str,
    pub new_import_note: &'static str,
    pub template: &'static str,
    pub template_note: &'static str,
    pub store_reading: &'static str,
    pub store_none: &'static str,
    pub store_holds: fn(usize) -> String,
    pub last_imports: &'static str,
    pub import_line: fn(&str, &str, &str, u64, u64) -> String,
    pub flow: fn(i16) -> String,
    pub flow_short: fn(i16) -> String,
    pub dossiers: fn(usize) -> String,
    pub questions: fn(usize) -> String,
    pub choose_workbook: &'static str,
    pub folder: &'static str,
    pub folder_reading: &'static str,
    pub file_name: &'static str,
    pub file_changed: &'static str,
    pub file_size: &'static str,
    pub no_workbooks: &'static str,
    pub bytes: fn(u64) -> String,
    pub only_read: &'static str,
    pub preview: &'static str,
    pub preview_none: &'static str,
    pub sheets: &'static str,
    pub sheet: &'static str,
    pub row: fn(u32) -> String,
    pub hidden_sheet: &'static str,
    pub headings_on: fn(&str, u32) -> String,
    pub headings_found_there: &'static str,
    pub path_of_workbook: &'static str,
    pub path_of_template: &'static str,
    pub tab_completes: &'static str,
    pub import_title: &'static str,
    pub opened_as: fn(&str, &str, u32) -> String,
    pub rows: fn(u64) -> String,
    pub flow_label: &'static str,
    pub language_short: &'static str,
    pub questionnaire_short: &'static str,
    pub choose: &'static str,
    pub selected: fn(u32) -> String,
    pub filter: &'static str,
    pub filtered: fn(&str, usize) -> String,
    pub place: fn(usize, usize) -> String,
    pub do_new: &'static str,
    pub do_stored: &'static str,
    pub do_duplicates: &'static str,
    pub do_invalid: &'static str,
    pub nothing_in: fn(Bucket) -> &'static str,
    pub nothing_fits: &'static str,
    pub has_dossier: &'static str,
    pub no_dossier_yet: &'static str,
    pub not_in_file: &'static str,
    pub not_linked: &'static str,
    pub damaged_record: &'static str,
    pub columns: &'static str,
    pub row_title: fn(u32, &str) -> String,
    pub empty_value: &'static str,
    pub suggestion: &'static str,
    pub no_column: &'static str,
    pub cell: fn(&str) -> String,
    pub why_new: &'static str,
    pub same_email_other_name: fn(&str) -> String,
    pub equals: fn(&str, &str) -> String,
    pub tied: &'static str,
    pub dossier_there: &'static str,
    pub dossier_to_come: &'static str,
    pub no_differences: &'static str,
    pub differences: fn(usize) -> String,
    pub not_understood: &'static str,
    pub as_read: fn(&str) -> String,
    pub by_default: &'static str,
    pub source: fn(&str, &str, u32) -> String,
    pub check_digits_right: &'static str,
    pub born: fn(&str) -> String,
    pub no_birth_date: &'static str,
    pub no_sex: &'static str,
    pub why_not_in_file: fn(&str) -> String,
    pub why_not_linked: fn(&str) -> String,
    pub last_imported: fn(&str, &str, &str) -> String,
    pub lines_below: fn(usize) -> String,
    pub lines_end: &'static str,
    pub compare_title: &'static str,
    pub field_heading: &'static str,
    pub in_store: &'static str,
    pub in_import: &'static str,
    pub same: &'static str,
    pub empty_keeps: &'static str,
    pub as_it_will_be: &'static str,
    pub fields_change: fn(usize) -> String,
    pub only_chosen_written: &'static str,
    pub summary_title: &'static str,
    pub nothing_written_yet: &'static str,
    pub default_is_back: &'static str,
    pub to_add: &'static str,
    pub with_questionnaire: &'static str,
    pub joint: &'static str,
    pub to_update: &'static str,
    pub to_leave: &'static str,
    pub not_selected: &'static str,
    pub invalid_rows: &'static str,
    pub can_follow: &'static str,
    pub stay_behind: &'static str,
    pub can_be_fixed: &'static str,
    pub updated_note: fn(u64, u64) -> String,
    pub sums: fn(u64, u64, u64, u64, bool) -> String,
    pub invitations_wanted: fn(u64) -> String,
    pub nothing_sent: &'static str,
    pub button_back: &'static str,
    pub button_import: fn(u64, u64) -> String,
    pub report_title: &'static str,
    pub import_number: fn(u64) -> String,
    pub done: fn(u64, u64, u64, u64) -> String,
    pub added: &'static str,
    pub updated: &'static str,
    pub left_alone: &'static str,
    pub total: &'static str,
    pub added_note: fn(&str) -> String,
    pub next: &'static str,
    pub next_rows: &'static str,
    pub next_invalid: &'static str,
    pub next_another: &'static str,
    pub next_start: &'static str,
    pub fault_title: &'static str,
    pub button_headings: &'static str,
    pub button_again: &'static str,
    pub button_refresh: &'static str,
    pub leave_title: &'static str,
    pub leave_text: &'static str,
    pub leave_button: &'static str,
    pub reopen_title: &'static str,
    pub reopen_text: &'static str,
    pub reopen_button: &'static str,
    pub replace_title: &'static str,
    pub replace_text: fn(&str) -> String,
    pub replace_button: &'static str,
    pub of_all: fn(usize, usize) -> String,
    pub opening: fn(&str) -> String,
    pub preparing: &'static str,
    pub committing: &'static str,
    pub refreshing: &'static str,
    pub writing_template: &'static str,
    pub can_be_stopped: &'static str,
    pub ends_whole: &'static str,
    pub beginning: &'static str,
    pub stage_reading: &'static str,
    pub stage_reading_store: &'static str,
    pub stage_judging: &'static str,
    pub stage_matching: &'static str,
    pub stage_preparing: &'static str,
    pub stage_writing: &'static str,
    pub stage_syncing: &'static str,
    pub done_of: fn(u64, u64) -> String,
    pub too_small: fn(u16, u16) -> String,
    pub needed: fn(u16, u16) -> String,
    pub no_terminal: &'static str,
    pub shared_with: fn(&str, &str) -> String,
    pub unknown_choice: fn(&str, &str) -> String,
    pub nothing_to_import: &'static str,
    pub say_yes: &'static str,
    pub demo: &'static str,
    pub make_larger: &'static str,
}

impl Words {
    /// The phrases of a language.
    #[must_use]
    pub const fn of(language: ScreenLanguage) -> &'static Self {
        match language {
            ScreenLanguage::Dutch => &english::WORDS,
            ScreenLanguage::French => &english::WORDS,
            ScreenLanguage::English => &english::WORDS,
        }
    }

    /// What breaking a rule means.
    #[must_use]
    pub fn rule(&self, rule: Rule) -> RuleWords {
        rule_words(self.screen, rule)
    }

    /// A message.
    #[must_use]
    pub fn notice(&self, notice: &Notice) -> String {
        (self.notice)(notice)
    }

    /// What failed.
    #[must_use]
    pub fn fault(&self, fault: &Fault) -> Told {
        (self.fault)(fault)
    }
}

/// The ending of a format's files.
pub(crate) const fn ending(format: Format) -> &'static str {
    match format {
        Format::Xlsx => ".xlsx",
        Format::Xlsb => ".xlsb",
        Format::Xls => ".xls",
        Format::Ods => ".ods",
        Format::Separated => ".csv",
    }
}

/// A number with its noun.
pub(crate) fn plural(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
