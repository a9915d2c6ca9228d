//! French, as it is spoken in Belgium, with a no-break space before `:`, `;`, `?` and `!`. The customers are "dans
//! Instroom"; what holds them on the disk is "la base".

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
mod help;
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

use super::{ScreenLanguage, Words};

pub(super) use help::HELP;

/// The phrases in French.
pub(super) const WORDS: Words = Words {
    screen: ScreenLanguage::French,
    own_name: "Français",
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
    flow: |year| format!("Impôt des personnes physiques {year}"),
    flow_short: |year| format!("IPP {year}"),
    dossiers: |count| plural(count, "dossier", "dossiers"),
    questions: |count| plural(count, "question", "questions"),
    row: |number| format!("ligne {number}"),
    rows: |rows| plural(rows, "ligne", "lignes"),
    damaged_record: "Ces données ne peuvent pas être lues.",
    empty_value: "(vide)",
    no_name: "(sans nom)",
    suggestion: "Proposition\u{a0}:",
    // A window that is too small.
    too_small: |width, height| format!("Fenêtre trop petite\u{a0}: {width}x{height}"),
    needed: |width, height| format!("Il faut {width}x{height} ou plus."),
    make_larger: "Agrandissez-la, ou tapez {back} pour revenir.",
    make_larger_typing: "Agrandissez-la, ou tapez {close} pour revenir.",
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

/// A number with its noun; in French, zero takes the singular.
fn plural<N: std::fmt::Display + From<u8> + PartialOrd>(count: N, one: &str, many: &str) -> String {
    let noun = if count < N::from(2) { one } else { many };
    format!("{count} {noun}")
}

/// A noun whose number stands in front of it, in a column of numbers; in French, zero takes the singular.
fn noun<N: From<u8> + PartialOrd>(count: N, one: &'static str, many: &'static str) -> &'static str {
    if count < N::from(2) { one } else { many }
}
