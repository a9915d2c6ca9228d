//! Dutch, as it is spoken in Belgium. The customers are "in Instroom"; what holds them on the disk is "de opslag".

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

use super::{ScreenLanguage, Words, plural};

pub(super) use help::HELP;

/// The phrases in Dutch.
pub(super) const WORDS: Words = Words {
    screen: ScreenLanguage::Dutch,
    own_name: "Nederlands",
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
    flow: |year| format!("Personenbelasting {year}"),
    flow_short: |year| format!("PB {year}"),
    dossiers: |count| plural(count, "dossier", "dossiers"),
    questions: |count| plural(count, "vraag", "vragen"),
    row: |number| format!("rij {number}"),
    rows: |rows| plural(rows, "rij", "rijen"),
    damaged_record: "Deze gegevens kunnen niet gelezen worden.",
    empty_value: "(leeg)",
    no_name: "(zonder naam)",
    suggestion: "Voorstel:",
    // A window that is too small.
    too_small: |width, height| format!("Venster te klein: {width}x{height}"),
    needed: |width, height| format!("Nodig: {width}x{height} of meer."),
    make_larger: "Maak het groter, of druk op {back} om terug te gaan.",
    make_larger_typing: "Maak het groter, of druk op {close} om terug te gaan.",
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
