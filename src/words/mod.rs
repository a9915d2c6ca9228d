//! What the screens and the command line say, in Dutch, French and English.
//!
//! One field for each phrase and one constant for each language: a missing phrase does not compile.
//! The language of the screen lives here; the language of a customer is the domain's. Words name
//! the data of `domain` and `app` that they speak about, and nothing else.

mod dutch;
mod english;
mod french;
#[cfg(test)]
mod laws;
mod rules;
mod screen_language;

pub use rules::{RuleWords, rule_words};
pub use screen_language::ScreenLanguage;

use crate::app::action::Action;
use crate::app::chooser::Question;
use crate::app::fault::Fault;
use crate::app::keeping::Cut;
use crate::app::keymap::Layer;
use crate::app::model::Notice;
use crate::app::table::Column;
use crate::domain::draft::{Bucket, Unfit};
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

/// Makes the table of phrases, and for the tests a walk through it: no phrase escapes the laws.
macro_rules! phrases {
    ($($name:ident: $kind:ty,)*) => {
        /// The phrases of one language. Functions take what the phrase is about.
        #[derive(Debug, Clone, Copy)]
        #[expect(missing_docs, reason = "a field's name and its English text say what it is")]
        pub struct Words { $(pub $name: $kind,)* }

        #[cfg(test)]
        impl Words {
            /// The name of every field, with all that it says about samples of what it can be asked.
            fn said(&self) -> Vec<(&'static str, Vec<String>)> {
                vec![$((stringify!($name), laws::Say::say(&self.$name)),)*]
            }
        }
    };
}

phrases! {
    screen: ScreenLanguage,
    own_name: &'static str,
    field: fn(Field) -> &'static str,
    language: fn(Language) -> &'static str,
    certainty: fn(Certainty) -> &'static str,
    ground: fn(Ground) -> &'static str,
    sex: fn(Sex) -> &'static str,
    bucket: fn(Bucket) -> &'static str,
    bucket_middle: fn(Bucket) -> &'static str,
    bucket_short: fn(Bucket) -> &'static str,
    column: fn(Column) -> &'static str,
    action: fn(Action) -> &'static str,
    hint: fn(Action) -> &'static str,
    question: fn(Question) -> &'static str,
    layer: fn(Layer) -> &'static str,
    notice: fn(&Notice) -> String,
    fault: fn(&Fault) -> Told,
    tagline: &'static str,
    what_to_do: &'static str,
    new_import: &'static str,
    new_import_note: &'static str,
    resume: fn(&str) -> String,
    draft_note: fn(&str, &str, u64, Option<u64>) -> String,
    open_elsewhere: fn(&str, &str) -> String,
    drafts_title: &'static str,
    drafts_none: &'static str,
    draft_removed: fn(&str) -> String,
    saved: fn(&str) -> String,
    not_saved: &'static str,
    go_on: &'static str,
    go_on_old: &'static str,
    go_on_old_note: &'static str,
    take_over: &'static str,
    afresh: &'static str,
    afresh_note: &'static str,
    cut: fn(Cut) -> &'static str,
    other_rules: &'static str,
    other_store: &'static str,
    unfit: fn(&Unfit) -> String,
    old_row: fn(u32) -> String,
    throw_away_title: &'static str,
    throw_away_text: fn(&str) -> String,
    throw_away_button: &'static str,
    template: &'static str,
    template_note: &'static str,
    store_reading: &'static str,
    store_none: &'static str,
    store_holds: fn(usize) -> String,
    last_imports: &'static str,
    import_line: fn(&str, &str, &str, u64, u64, u64) -> String,
    flow: fn(i16) -> String,
    flow_short: fn(i16) -> String,
    dossiers: fn(usize) -> String,
    questions: fn(usize) -> String,
    choose_workbook: &'static str,
    folder: &'static str,
    folder_reading: &'static str,
    file_name: &'static str,
    file_changed: &'static str,
    file_size: &'static str,
    no_workbooks: &'static str,
    bytes: fn(u64) -> String,
    only_read: &'static str,
    preview: &'static str,
    preview_none: &'static str,
    sheets: &'static str,
    sheet: &'static str,
    row: fn(u32) -> String,
    hidden_sheet: &'static str,
    headings_on: fn(&str, u32) -> String,
    headings_looked_for: &'static str,
    path_of_workbook: &'static str,
    path_of_template: &'static str,
    tab_completes: &'static str,
    import_title: &'static str,
    opened_as: fn(&str, &str, u32) -> String,
    rows: fn(u64) -> String,
    flow_label: &'static str,
    language_short: &'static str,
    questionnaire_short: &'static str,
    choose: &'static str,
    selected: fn(u32) -> String,
    filter: &'static str,
    filtered: fn(&str, usize) -> String,
    place: fn(usize, usize) -> String,
    do_new: &'static str,
    do_stored: &'static str,
    do_duplicates: &'static str,
    do_invalid: &'static str,
    nothing_in: fn(Bucket) -> &'static str,
    nothing_fits: &'static str,
    has_dossier: &'static str,
    no_dossier_yet: &'static str,
    not_in_file: &'static str,
    not_linked: &'static str,
    damaged_record: &'static str,
    columns: &'static str,
    row_title: fn(u32, &str) -> String,
    empty_value: &'static str,
    suggestion: &'static str,
    no_column: &'static str,
    cell: fn(&str) -> String,
    why_new: &'static str,
    same_email_other_name: fn(&str) -> String,
    equals: fn(&str, &str) -> String,
    tied: &'static str,
    dossier_there: &'static str,
    dossier_to_come: &'static str,
    no_differences: &'static str,
    differences: fn(usize) -> String,
    not_understood: &'static str,
    not_read: &'static str,
    columns_not_read: fn(&str) -> String,
    as_read: fn(&str) -> String,
    by_default: &'static str,
    source: fn(&str, &str, u32) -> String,
    check_digits_right: &'static str,
    born: fn(&str) -> String,
    no_birth_date: &'static str,
    no_sex: &'static str,
    why_not_in_file: fn(&str) -> String,
    why_not_linked: fn(&str) -> String,
    last_imported: fn(&str, &str, &str) -> String,
    lines_below: fn(usize) -> String,
    lines_more: fn(usize) -> String,
    lines_end: &'static str,
    compare_title: &'static str,
    field_heading: &'static str,
    in_store: &'static str,
    in_import: &'static str,
    same: &'static str,
    empty_keeps: &'static str,
    as_it_will_be: &'static str,
    fields_change: fn(usize) -> String,
    only_chosen_written: &'static str,
    summary_title: &'static str,
    nothing_written_yet: &'static str,
    default_is_back: &'static str,
    to_add: &'static str,
    with_questionnaire: &'static str,
    joint: &'static str,
    to_update: &'static str,
    to_leave: &'static str,
    not_selected: &'static str,
    invalid_rows: &'static str,
    can_follow: &'static str,
    stay_behind: &'static str,
    can_be_fixed: &'static str,
    updated_note: fn(u64, u64) -> String,
    sums: fn(u64, u64, u64, u64, bool) -> String,
    invitations_wanted: fn(u64) -> String,
    nothing_sent: &'static str,
    hidden_by_filter: fn(usize) -> String,
    keep: &'static str,
    drop: &'static str,
    button_back: &'static str,
    button_import: fn(u64, u64) -> String,
    report_title: &'static str,
    import_number: fn(u64) -> String,
    done: fn(u64, u64, u64, u64) -> String,
    added: &'static str,
    updated: &'static str,
    left_alone: &'static str,
    total: &'static str,
    added_note: fn(&str) -> String,
    next: &'static str,
    next_rows: &'static str,
    next_invalid: &'static str,
    next_another: &'static str,
    next_start: &'static str,
    fault_title: &'static str,
    button_headings: &'static str,
    button_again: &'static str,
    button_refresh: &'static str,
    leave: &'static str,
    leave_title: &'static str,
    leave_text: &'static str,
    leave_button: &'static str,
    reopen_title: &'static str,
    reopen_text: &'static str,
    reopen_button: &'static str,
    replace_title: &'static str,
    replace_text: fn(&str) -> String,
    replace_button: &'static str,
    of_all: fn(usize, usize) -> String,
    opening: fn(&str) -> String,
    preparing: &'static str,
    committing: &'static str,
    refreshing: &'static str,
    writing_template: &'static str,
    can_be_stopped: &'static str,
    ends_whole: &'static str,
    beginning: &'static str,
    stage_reading: &'static str,
    stage_reading_store: &'static str,
    stage_judging: &'static str,
    stage_matching: &'static str,
    stage_preparing: &'static str,
    stage_writing: &'static str,
    stage_syncing: &'static str,
    done_of: fn(u64, u64) -> String,
    too_small: fn(u16, u16) -> String,
    needed: fn(u16, u16) -> String,
    no_terminal: &'static str,
    shared_with: fn(&str, &str) -> String,
    unknown_choice: fn(&str, &str) -> String,
    nothing_to_import: &'static str,
    say_yes: &'static str,
    demo: &'static str,
    make_larger: &'static str,
}

impl Words {
    /// The phrases of a language.
    #[must_use]
    pub const fn of(language: ScreenLanguage) -> &'static Self {
        match language {
            ScreenLanguage::Dutch => &dutch::WORDS,
            ScreenLanguage::French => &french::WORDS,
            ScreenLanguage::English => &english::WORDS,
        }
    }

    /// What breaking a rule means.
    #[must_use]
    pub fn rule(&self, rule: Rule) -> RuleWords {
        rule_words(self.screen, rule)
    }

    /// What stands between a name and its value.
    #[must_use]
    pub const fn colon(&self) -> &'static str {
        match self.screen {
            ScreenLanguage::French => "\u{a0}: ",
            ScreenLanguage::Dutch | ScreenLanguage::English => ": ",
        }
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

/// A number with its noun, where one is the only singular. French has its own.
fn plural<N: std::fmt::Display + From<u8> + PartialEq>(count: N, one: &str, many: &str) -> String {
    let noun = if count == N::from(1) { one } else { many };
    format!("{count} {noun}")
}

/// What somebody else said, closed with a full stop if it is not closed already.
fn sentence(text: &str) -> String {
    let text = text.trim_end();
    let closed = text.is_empty() || text.ends_with(['.', '!', '?']);
    format!("{text}{}", if closed { "" } else { "." })
}
