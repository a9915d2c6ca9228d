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
use crate::app::keymap::Layer;
use crate::app::notice::Notice;
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

/// Texts of the definition of the command line: the English one, and what it is in the language of the book.
pub(crate) type Phrasebook = &'static [(&'static str, &'static str)];

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
mod fixing;
mod flows;
mod front;
mod heard;
mod inviting;
mod key_names;
mod keys;
mod line;
mod listing;
mod mapping;
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
mod system;
mod told;
mod tour;

pub use answers::AnswersWords;
pub use arrived::ArrivedWords;
pub use command::{CommandWords, Thing};
pub use compare::CompareWords;
pub use config::ConfigWords;
pub use copies::CopiesWords;
pub use copying::CopyingWords;
pub use couple::CoupleWords;
pub use desk::DeskWords;
pub use detail::DetailWords;
pub use dossier::DossierWords;
pub use drafts::DraftsWords;
pub use exports::ExportsWords;
pub use fixing::FixingWords;
pub use flows::FlowWords;
pub use front::FrontWords;
pub use heard::HeardWords;
pub use inviting::InvitingWords;
pub use key_names::KeyNames;
pub use keys::KeysWords;
pub use line::LineWords;
pub use listing::ListingWords;
pub use mapping::MappingWords;
pub use outbox::OutboxWords;
pub use palette::PaletteWords;
pub use past::PastWords;
pub use person::PersonWords;
pub use picker::PickerWords;
pub use plain::PlainWords;
pub use plans::PlansWords;
pub use progress::ProgressWords;
pub use questionnaires::QuestionnairesWords;
pub use register::RegisterWords;
pub use report::ReportWords;
pub use spent::SpentWords;
pub use start::StartWords;
pub use steps::StepsWords;
pub use summary::SummaryWords;
pub use system::Refused as SystemRefused;
pub use told::ToldWords;
pub use tour::TourWords;

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
    flow: fn(i16) -> String,
    flow_short: fn(i16) -> String,
    dossiers: fn(usize) -> String,
    questions: fn(usize) -> String,
    row: fn(u32) -> String,
    rows: fn(u64) -> String,
    damaged_record: &'static str,
    empty_value: &'static str,
    no_name: &'static str,
    suggestion: &'static str,
    too_small: fn(u16, u16) -> String,
    needed: fn(u16, u16) -> String,
    make_larger: &'static str,
    make_larger_typing: &'static str,
} rooms {
    start: StartWords,
    drafts: DraftsWords,
    picker: PickerWords,
    plain: PlainWords,
    heard: HeardWords,
    desk: DeskWords,
    listing: ListingWords,
    steps: StepsWords,
    detail: DetailWords,
    compare: CompareWords,
    copying: CopyingWords,
    mapping: MappingWords,
    couple: CoupleWords,
    summary: SummaryWords,
    report: ReportWords,
    fixing: FixingWords,
    front: FrontWords,
    progress: ProgressWords,
    exports: ExportsWords,
    plans: PlansWords,
    command: CommandWords,
    line: LineWords,
    config: ConfigWords,
    copies: CopiesWords,
    past: PastWords,
    told: ToldWords,
    spent: SpentWords,
    person: PersonWords,
    dossier: DossierWords,
    register: RegisterWords,
    flows: FlowWords,
    inviting: InvitingWords,
    outbox: OutboxWords,
    answers: AnswersWords,
    arrived: ArrivedWords,
    questionnaires: QuestionnairesWords,
    keys: KeysWords,
    key_names: KeyNames,
    palette: PaletteWords,
    tour: TourWords,
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

    /// What stands between names that may have commas in them.
    #[must_use]
    pub const fn semicolon(&self) -> &'static str {
        match self.screen {
            ScreenLanguage::French => "\u{a0}; ",
            ScreenLanguage::Dutch | ScreenLanguage::English => "; ",
        }
    }

    /// A text as somebody wrote it, between the quotation marks of the language.
    #[must_use]
    pub fn quoted(&self, text: &str) -> String {
        match self.screen {
            ScreenLanguage::French => format!("«\u{a0}{text}\u{a0}»"),
            ScreenLanguage::Dutch | ScreenLanguage::English => format!("\"{text}\""),
        }
    }

    /// What a key of a layer does there.
    #[must_use]
    pub fn key_does(&self, layer: Layer, action: Action) -> &'static str {
        let inviting = &self.inviting;
        match (layer, action) {
            (Layer::Inviting, Action::Open) => inviting.key_open,
            (Layer::Inviting, Action::Toggle) => inviting.key_toggle,
            (Layer::Inviting | Layer::Mail, Action::Left) => inviting.key_before,
            (Layer::Inviting | Layer::Mail, Action::Right) => inviting.key_next,
            (Layer::Inviting | Layer::Mail, Action::Zoom) => inviting.key_whole,
            (Layer::Sending, Action::Open) => inviting.key_outbox,
            _ => (self.action)(action),
        }
    }

    /// A message.
    #[must_use]
    pub fn notice(&self, notice: &Notice) -> String {
        (self.notice)(notice)
    }

    /// What the definition of the command line says in English, in this language; none where this is English, or where the
    /// definition says no such thing. The English stands once, in the definition: whoever changes it there has to say it anew
    /// in the others, or a law fails.
    #[must_use]
    pub fn definition(&self, english: &str) -> Option<&'static str> {
        self.phrasebook().iter().copied().flatten().find(|(known, _)| *known == english).map(|(_, told)| *told)
    }

    /// All that the definition of the command line says, and what it is in this language; nothing where this is English.
    pub(crate) const fn phrasebook(&self) -> &'static [Phrasebook] {
        match self.screen {
            ScreenLanguage::Dutch => dutch::HELP,
            ScreenLanguage::French => french::HELP,
            ScreenLanguage::English => &[],
        }
    }

    /// What failed.
    #[must_use]
    pub fn fault(&self, fault: &Fault) -> Told {
        let Told { what, why, remedy } = (self.fault)(fault);
        let told = |text: String| if text.contains("(os error ") { system::told(&text, self) } else { text };
        Told { what: told(what), why: told(why), remedy: told(remedy) }
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

/// A noun whose number stands in front of it, in a column of numbers. French has its own.
fn noun<N: From<u8> + PartialEq>(count: N, one: &'static str, many: &'static str) -> &'static str {
    if count == N::from(1) { one } else { many }
}

/// How many there are of each, without those of which there is none: `2 customers, 1 value and 2 dossiers`.
fn enumerated(counts: &[(u64, [&'static str; 2])], and: &str) -> String {
    let there: Vec<String> = counts.iter().filter(|(count, _)| *count > 0).map(|(count, [one, many])| plural(*count, one, many)).collect();
    match there.split_last() {
        Some((last, others)) if !others.is_empty() => format!("{} {and} {last}", others.join(", ")),
        _ => there.concat(),
    }
}

/// What somebody else said, closed with a full stop if it is not closed already.
fn sentence(text: &str) -> String {
    let text = text.trim_end();
    let closed = text.is_empty() || text.ends_with(['.', '!', '?']);
    format!("{text}{}", if closed { "" } else { "." })
}
