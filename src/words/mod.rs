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
use crate::app::export::{Caption, ExportKind};
use crate::app::fault::Fault;
use crate::app::grouping::Grouping;
use crate::app::keeping::Cut;
use crate::app::keymap::Layer;
use crate::app::made::Made;
use crate::app::notice::Notice;
use crate::app::replacing::Scope;
use crate::app::table::Column;
use crate::domain::correction::Corrected;
use crate::domain::draft::{Bond, Bucket, SidesRule, Unfit};
use crate::domain::field::Field;
use crate::domain::finding::{Proof, Rule};
use crate::domain::language::Language;
use crate::domain::mapping::{Doubt, Ground as MappedGround};
use crate::domain::matching::{Certainty, Ground};
use crate::domain::national_number::Sex;
use crate::domain::plan::Misfit;
use crate::domain::questionnaire::{Unused, Why};
use crate::domain::replacement::Unclear;
use crate::domain::sheet::CellKind;
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

/// Phrases by their names, with all that each says.
#[cfg(test)]
type Said = Vec<(String, Vec<String>)>;

/// Makes a table of phrases, and for the tests a walk through it: no phrase escapes the laws. Tables of
/// the rooms stand in the table of all; their phrases are told as `room.phrase`.
macro_rules! phrases {
    ($table:ident { $($name:ident: $kind:ty,)* } $(rooms { $($room:ident: $of:ty,)* })?) => {
        /// The phrases of one language. Functions take what the phrase is about.
        #[derive(Debug, Clone, Copy)]
        #[expect(missing_docs, reason = "a field's name and its English text say what it is")]
        pub struct $table { $(pub $name: $kind,)* $($(pub $room: $of,)*)? }

        #[cfg(test)]
        impl $table {
            /// The name of every field, with all that it says about samples of what it can be asked.
            pub(in crate::words) fn said(&self) -> $crate::words::Said {
                let own = vec![$((stringify!($name).to_owned(), $crate::words::laws::Say::say(&self.$name)),)*];
                let rooms: Vec<(&str, $crate::words::Said)> = vec![$($((stringify!($room), self.$room.said()),)*)?];
                let named = rooms.into_iter().flat_map(|(room, said)| {
                    said.into_iter().map(move |(name, texts)| (format!("{room}.{name}"), texts))
                });
                own.into_iter().chain(named).collect()
            }
        }
    };
}

mod answers;
mod arrived;
mod dossier;
mod flows;
mod inviting;
mod outbox;
mod past;
mod person;
mod questionnaires;
mod register;
mod told;

pub use answers::AnswersWords;
pub use arrived::ArrivedWords;
pub use dossier::DossierWords;
pub use flows::FlowWords;
pub use inviting::InvitingWords;
pub use outbox::OutboxWords;
pub use past::PastWords;
pub use person::PersonWords;
pub use questionnaires::QuestionnairesWords;
pub use register::RegisterWords;
pub use told::ToldWords;

phrases! { Words {
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
    made: fn(&Made) -> String,
    grouping: fn(Grouping) -> &'static str,
    misfit: fn(&Misfit) -> String,
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
    missing: fn(u64) -> String,
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
    path_of_plan: &'static str,
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
    grouped: fn(usize) -> String,
    small_groups: fn(usize) -> String,
    by_reason: &'static str,
    step_none: &'static str,
    step_here: &'static str,
    step_taken_back: &'static str,
    step_imported: &'static str,
    step_commit: &'static str,
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
    partner_of_row: &'static str,
    why_partner_of_row: fn(u32) -> String,
    damaged_record: &'static str,
    columns: &'static str,
    row_title: fn(u32, &str) -> String,
    empty_value: &'static str,
    corrected_title: &'static str,
    corrected: fn(&Corrected) -> Told,
    cells: fn(u64) -> String,
    part_of_return: fn(u32) -> String,
    partners_apart: fn(u64) -> String,
    problems: &'static str,
    problem_headings: [&'static str; 8],
    an_error: &'static str,
    a_warning: &'static str,
    suggestion: &'static str,
    remembered: fn(&str, &str) -> String,
    held_apart_before: fn(&str, &str) -> String,
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
    mapping_title: &'static str,
    mapping_counts: fn(usize, usize, usize) -> String,
    mapping_missing: fn(&str) -> String,
    mapping_complete: &'static str,
    known_as: fn(&str) -> String,
    known_as_adminpulse: &'static str,
    column_heading: &'static str,
    first_value: &'static str,
    mapped_to: &'static str,
    sure: &'static str,
    why: &'static str,
    mapped_ground: fn(&MappedGround) -> String,
    mapped_doubt: fn(Doubt) -> String,
    left_out: &'static str,
    leave_out: &'static str,
    in_or_out: &'static str,
    by_you: &'static str,
    no_heading: &'static str,
    column_named: fn(&str) -> String,
    counting: &'static str,
    column_filled: fn(u64, u64) -> String,
    column_counts: fn(u64, u64, u64, u64) -> String,
    first_values: &'static str,
    wrong_values: &'static str,
    could_also_be: &'static str,
    lines_by_o: fn(usize) -> String,
    do_mapping: &'static str,
    name_of_mapping: &'static str,
    name_keys: &'static str,
    looked_at_of: fn(usize, usize) -> String,
    looked_at: &'static str,
    no_rule: &'static str,
    changes: &'static str,
    stays: &'static str,
    empty_never: &'static str,
    side: &'static str,
    accept: &'static str,
    value_title: fn(&str) -> String,
    value_foot: &'static str,
    value_right: fn(&str) -> String,
    value_as_stored: &'static str,
    value_empty: &'static str,
    value_other: &'static str,
    rules_title: &'static str,
    rules_for: fn(usize) -> String,
    rules_unsure: fn(usize) -> String,
    rules_replace: &'static str,
    rule: fn(SidesRule) -> &'static str,
    one_by_one: &'static str,
    rule_does: fn(usize, usize) -> String,
    rule_nothing: &'static str,
    weighing: &'static str,
    stage_weighing: &'static str,
    apply: &'static str,
    other_one: &'static str,
    couple_title: &'static str,
    couple_joined: &'static str,
    main_filer: &'static str,
    partner: &'static str,
    bond: fn(Bond) -> &'static str,
    joint_return: &'static str,
    not_kept: &'static str,
    all_kept: &'static str,
    partner_is_stored: fn(&str) -> String,
    pair_place: fn(usize, usize) -> String,
    enter_joins: &'static str,
    enter_parts: &'static str,
    may_be_partner: fn(u32, &str) -> String,
    joined_with: fn(u32, &str) -> String,
    held_apart_from: fn(&str, &str) -> String,
    rows_joined: fn(u64) -> String,
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
    sums_joined: fn(u64, u64, u64, u64, u64, bool) -> String,
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
    in_the_file: &'static str,
    cell_kind: fn(CellKind) -> &'static str,
    edited: &'static str,
    edited_from: fn(&str) -> String,
    problem: &'static str,
    new_value: &'static str,
    suggestions: &'static str,
    proof: fn(&Proof) -> String,
    offer_empty: &'static str,
    offer_now: &'static str,
    offer_file: &'static str,
    nothing_wrong: &'static str,
    after_this: &'static str,
    goes_to: fn(&str) -> String,
    stays_in: fn(&str) -> String,
    invalid_become: fn(u64, u64) -> String,
    still_wrong: &'static str,
    accept_next: &'static str,
    fix_foot: &'static str,
    workbook_unchanged: &'static str,
    f_takes: &'static str,
    new_values_wrong: fn(usize) -> String,
    changes_to_come: fn(usize) -> String,
    alike_because: fn(&str, &str) -> String,
    replaced_by: fn(&str, &str) -> String,
    repeating: &'static str,
    proposal_foot: &'static str,
    take_all: &'static str,
    replace_in: fn(&str) -> String,
    find: &'static str,
    replace_with: &'static str,
    in_rows: &'static str,
    scope: fn(Scope, usize) -> String,
    is_expression: &'static str,
    ignores_case: &'static str,
    unclear: fn(&Unclear) -> String,
    replace_foot: &'static str,
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
    writing_plan: &'static str,
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
    caption: fn(Caption) -> &'static str,
    export: fn(ExportKind) -> &'static str,
    the_range: &'static str,
    path_of_export: &'static str,
    export_masked: &'static str,
    export_shown: &'static str,
    export_whole: &'static str,
    exporting: &'static str,
    stage_exporting: &'static str,
    plan_is_personal: &'static str,
    written_unsaid: &'static str,
    give_workbook: &'static str,
    plan_fits: &'static str,
    plan_unfit: &'static str,
    plan_remedy: &'static str,
    misfits_more: fn(usize) -> String,
    demo: &'static str,
    make_larger: &'static str,
    make_larger_typing: &'static str,
} rooms {
    past: PastWords,
    person: PersonWords,
    told: ToldWords,
    answers: AnswersWords,
    arrived: ArrivedWords,
    questionnaires: QuestionnairesWords,
    outbox: OutboxWords,
    flows: FlowWords,
    inviting: InvitingWords,
    register: RegisterWords,
    dossier: DossierWords,
} }

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

impl QuestionnairesWords {
    /// Why a file of the office's own is not used: where in it, what is wrong, and what to do.
    fn unused(&self, unused: &Unused, more: usize, colon: &str) -> Told {
        let why = match &unused.why {
            Why::Content(fault) => {
                let line = fault.line.map(self.line).unwrap_or_default();
                let place = (self.place)(&fault.place);
                let at: Vec<_> = [line, place].into_iter().filter(|part| !part.is_empty()).collect();
                let wrong = (self.wrong)(&fault.wrong);
                if at.is_empty() { wrong } else { format!("{}{colon}{wrong}", at.join(", ")) }
            }
            Why::TooLarge { cap } => (self.too_large)(*cap),
            Why::NotText => self.not_text.to_owned(),
            Why::NotAFile => self.not_a_file.to_owned(),
            Why::TooMany { cap } => (self.too_many)(*cap),
            Why::GivenBefore { earlier } => (self.given_before)(earlier),
            Why::OutOfReach { detail } => (self.out_of_reach)(detail),
        };
        let remedy = match unused.why {
            Why::TooMany { .. } | Why::OutOfReach { .. } => self.remedy_folder,
            _ => self.remedy,
        };
        let why = if more == 0 { sentence(&why) } else { format!("{} {}", sentence(&why), (self.more)(more)) };
        Told::new((self.what)(&unused.file), why, remedy)
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
