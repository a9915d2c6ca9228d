//! English.

mod actions;
mod answers;
mod arrived;
mod causes;
mod command;
mod compare;
mod config;
mod copies;
mod copying;
mod couple;
mod desk;
mod detail;
mod dossier;
mod drafts;
mod exports;
mod faults;
mod fixing;
mod flows;
mod front;
mod heard;
mod inviting;
mod key_names;
mod keys;
mod line;
mod listing;
mod mail;
mod mapping;
mod notices;
mod outbox;
mod palette;
mod past;
mod person;
mod picker;
mod plain;
mod plans;
mod progress;
mod questionnaires;
mod register;
mod report;
mod spent;
mod start;
mod steps;
mod summary;
mod told;
mod tour;
mod trade;

use super::{ScreenLanguage, Words, plural};

/// The phrases in English.
pub(super) const WORDS: Words = Words {
    screen: ScreenLanguage::English,
    own_name: "English",
    // Parts of the trade.
    field: trade::field,
    language: trade::language,
    certainty: trade::certainty,
    ground: trade::ground,
    sex: trade::sex,
    bucket: trade::bucket,
    bucket_middle: trade::bucket_middle,
    bucket_short: trade::bucket_short,
    column: trade::column,
    // Keys and messages.
    action: actions::action,
    hint: actions::hint,
    question: actions::question,
    layer: actions::layer,
    notice: notices::notice,
    fault: faults::fault,
    // What is counted and named everywhere.
    flow: |year| format!("Personal income tax {year}"),
    flow_short: |year| format!("PIT {year}"),
    dossiers: |count| plural(count, "dossier", "dossiers"),
    questions: |count| plural(count, "question", "questions"),
    row: |number| format!("row {number}"),
    rows: |rows| plural(rows, "row", "rows"),
    damaged_record: "This record cannot be read.",
    empty_value: "(empty)",
    no_name: "(no name)",
    suggestion: "Suggestion:",
    // A window that is too small.
    too_small: |width, height| format!("Window too small: {width}x{height}"),
    needed: |width, height| format!("Needed: {width}x{height} or more."),
    make_larger: "Make it larger, or press {back} to go back.",
    make_larger_typing: "Make it larger, or press {close} to go back.",
    // The rooms.
    start: start::WORDS,
    drafts: drafts::WORDS,
    picker: picker::WORDS,
    plain: plain::WORDS,
    heard: heard::WORDS,
    desk: desk::WORDS,
    listing: listing::WORDS,
    steps: steps::WORDS,
    detail: detail::WORDS,
    compare: compare::WORDS,
    copying: copying::WORDS,
    mapping: mapping::WORDS,
    couple: couple::WORDS,
    summary: summary::WORDS,
    report: report::WORDS,
    fixing: fixing::WORDS,
    front: front::WORDS,
    progress: progress::WORDS,
    exports: exports::WORDS,
    plans: plans::WORDS,
    command: command::WORDS,
    line: line::WORDS,
    config: config::WORDS,
    copies: copies::WORDS,
    past: past::WORDS,
    told: told::WORDS,
    spent: spent::WORDS,
    person: person::WORDS,
    dossier: dossier::WORDS,
    register: register::WORDS,
    flows: flows::WORDS,
    inviting: inviting::WORDS,
    outbox: outbox::WORDS,
    answers: answers::WORDS,
    arrived: arrived::WORDS,
    questionnaires: questionnaires::WORDS,
    keys: keys::WORDS,
    key_names: key_names::WORDS,
    palette: palette::WORDS,
    tour: tour::WORDS,
};
