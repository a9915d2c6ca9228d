//! What the phrases are asked: every variant of what they are about, and small and large numbers.

use crate::app::action::Action;
use crate::app::chooser::Question;
use crate::app::fault::{Doing, Fault, Holding};
use crate::app::keymap::Layer;
use crate::app::model::Notice;
use crate::app::replacing::Scope;
use crate::app::table::Column;
use crate::domain::draft::{Bucket, Refusal};
use crate::domain::field::Field;
use crate::domain::finding::{Proof, Rule};
use crate::domain::language::Language;
use crate::domain::matching::{Certainty, Ground};
use crate::domain::national_number::Sex;
use crate::domain::replacement::Unclear;
use crate::domain::sheet::CellKind;
use crate::domain::workbook::{Excess, Format, LooksLike};
use crate::words::{ScreenLanguage, Told};

/// A phrase that can be asked what it says, about a few samples where it is about something.
pub(in crate::words) trait Say {
    fn say(&self) -> Vec<String>;
}

/// Every value of a type that keeps no list itself: a variant that is added has to be added here.
macro_rules! every {
    ($($name:ident: $kind:ty { $($pattern:pat => [$($value:expr),+ $(,)?],)+ })*) => {
        $(pub(super) fn $name() -> Vec<$kind> {
            let _every_variant_has_a_sample = |one: &$kind| match one { $($pattern => {})+ };
            vec![$($($value),+),+]
        })*
    };
}

/// The file, sheet and person of the samples: short, and without a sign that French sets apart.
const PATH: &str = "/in/map.xlsx";

every! {
    certainties: Certainty {
        Certainty::Sure => [Certainty::Sure],
        Certainty::Likely => [Certainty::Likely],
        Certainty::Unsure => [Certainty::Unsure],
    }
    sexes: Sex { Sex::Male => [Sex::Male], Sex::Female => [Sex::Female], }
    questions: Question {
        Question::Language => [Question::Language],
        Question::Questionnaire => [Question::Questionnaire],
        Question::TaskFlow => [Question::TaskFlow],
        Question::ScreenLanguage => [Question::ScreenLanguage],
        Question::SheetAndHeadings => [Question::SheetAndHeadings],
        Question::Sort => [Question::Sort],
        Question::Help => [Question::Help],
        Question::TemplateLanguage => [Question::TemplateLanguage],
        Question::FieldToEdit => [Question::FieldToEdit],
        Question::FieldToReplace => [Question::FieldToReplace],
    }
    columns_but_fields: Column {
        Column::Field(_) => [Column::Field(Field::Email)],
        Column::Row => [Column::Row],
        Column::Customer => [Column::Customer],
        Column::FindingField => [Column::FindingField],
        Column::FindingValue => [Column::FindingValue],
        Column::FindingReason => [Column::FindingReason],
        Column::Certainty => [Column::Certainty],
        Column::Differences => [Column::Differences],
        Column::Taken => [Column::Taken],
        Column::Dossier => [Column::Dossier],
        Column::Absence => [Column::Absence],
        Column::LastChange => [Column::LastChange],
        Column::CustomerId => [Column::CustomerId],
    }
    proofs: Proof {
        Proof::NationalNumber => [Proof::NationalNumber],
        Proof::EnterpriseNumber => [Proof::EnterpriseNumber],
        Proof::BelgianMobile => [Proof::BelgianMobile],
        Proof::ForeignMobile => [Proof::ForeignMobile],
        Proof::Address => [Proof::Address],
        Proof::Domain(_) => [Proof::Domain("gmail.com".into())],
        Proof::Colleague(_) => [Proof::Colleague("els@kantoor.be".into())],
        Proof::Language(_) => [Proof::Language("nl".into())],
        Proof::PostalCode => [Proof::PostalCode],
        Proof::Date => [Proof::Date],
        Proof::SameWords => [Proof::SameWords],
        Proof::LeftOut => [Proof::LeftOut],
    }
    unclear_wishes: Unclear {
        Unclear::Nothing => [Unclear::Nothing],
        Unclear::Group(_) => [Unclear::Group(1)],
        Unclear::Set(_) => [Unclear::Set(1)],
        Unclear::Repetition(_) => [Unclear::Repetition(1)],
        Unclear::Escape(_) => [Unclear::Escape(1)],
        Unclear::NotOnOffer(_) => [Unclear::NotOnOffer(1)],
        Unclear::NoSuchGroup(_) => [Unclear::NoSuchGroup(2)],
        Unclear::TooLarge => [Unclear::TooLarge],
        Unclear::Other(_) => [Unclear::Other(1)],
    }
    scopes: Scope {
        Scope::Range => [Scope::Range],
        Scope::Selected => [Scope::Selected],
        Scope::Shown => [Scope::Shown],
    }
    cell_kinds: CellKind {
        CellKind::Text => [CellKind::Text],
        CellKind::Number => [CellKind::Number],
        CellKind::Date => [CellKind::Date],
        CellKind::Bool => [CellKind::Bool],
        CellKind::Error => [CellKind::Error],
    }
    refusals: Refusal {
        Refusal::NoLanguage => [Refusal::NoLanguage],
        Refusal::NoQuestionnaire => [Refusal::NoQuestionnaire],
        Refusal::NoFlow => [Refusal::NoFlow],
        Refusal::LanguageNotOffered => [Refusal::LanguageNotOffered],
        Refusal::Nothing => [Refusal::Nothing],
    }
    notices_but_refusals_and_sorts: Notice {
        Notice::Refused(_) | Notice::Sorted(..) => [Notice::Sorted(Column::Dossier, true)],
        Notice::InvalidRow => [Notice::InvalidRow],
        Notice::HasDossier => [Notice::HasDossier],
        Notice::OnlyLook => [Notice::OnlyLook],
        Notice::ChooseFlowFirst => [Notice::ChooseFlowFirst],
        Notice::NothingToTake => [Notice::NothingToTake],
        Notice::NothingToUndo { .. } => [Notice::NothingToUndo { committed: true }, Notice::NothingToUndo { committed: false }],
        Notice::NothingToRedo => [Notice::NothingToRedo],
        Notice::Undone => [Notice::Undone],
        Notice::Redone => [Notice::Redone],
        Notice::NothingToMark => [Notice::NothingToMark],
        Notice::Marked(_) => [Notice::Marked(0), Notice::Marked(1), Notice::Marked(2), Notice::Marked(12_345)],
        Notice::NoMore => [Notice::NoMore],
        Notice::Numbers(_) => [Notice::Numbers(true), Notice::Numbers(false)],
        Notice::TemplateWritten(_) => [Notice::TemplateWritten(PATH.to_owned())],
        Notice::Stopped => [Notice::Stopped],
        Notice::Stopping => [Notice::Stopping],
        Notice::Refreshed => [Notice::Refreshed],
        Notice::NoPath => [Notice::NoPath],
        Notice::Unsorted => [Notice::Unsorted],
        Notice::LastColumn => [Notice::LastColumn],
        Notice::NotHere => [Notice::NotHere],
        Notice::Demo => [Notice::Demo],
        Notice::NotRead(_) => [Notice::NotRead("Telefoon, Opmerkingen".to_owned())],
        Notice::PastedText => [Notice::PastedText],
        Notice::NoRow => [Notice::NoRow],
        Notice::NothingWrong => [Notice::NothingWrong],
        Notice::NoSuggestion(_) => [Notice::NoSuggestion(Rule::EmailSeveral)],
        Notice::NothingChanges => [Notice::NothingChanges],
        Notice::NothingToRepeat => [Notice::NothingToRepeat],
        Notice::NothingFound => [Notice::NothingFound],
        Notice::Unclear(_) => [Notice::Unclear(Unclear::TooLarge)],
        Notice::Fixed(..) => [Notice::Fixed(Field::City, "Gnt".into(), "Gent".into())],
        Notice::FixedMany(_) => [Notice::FixedMany(0), Notice::FixedMany(1), Notice::FixedMany(2), Notice::FixedMany(12_345)],
    }
    faults: Fault {
        Fault::NotFound { .. } => [Fault::NotFound { path: PATH.into() }],
        Fault::IsFolder { .. } => [Fault::IsFolder { path: PATH.into() }],
        Fault::NoPermission { .. } => [Fault::NoPermission { path: PATH.into() }],
        Fault::NotRegular { .. } => [Fault::NotRegular { path: PATH.into() }],
        Fault::EmptyFile { .. } => [Fault::EmptyFile { path: PATH.into() }],
        Fault::TooLarge { .. } => [Fault::TooLarge { path: PATH.into(), cap: 536_870_912 }],
        Fault::Encrypted => [Fault::Encrypted],
        Fault::NotAWorkbook { .. } => [Fault::NotAWorkbook { looks_like: LooksLike::Pdf }],
        Fault::Damaged { .. } => [Fault::Damaged { detail: "no end".into() }, Fault::Damaged { detail: "No end.".into() }],
        Fault::TooComplex { .. } => [Fault::TooComplex { excess: Excess::Text }],
        Fault::NoSheets => [Fault::NoSheets],
        Fault::NoSuchSheet { .. } => [Fault::NoSuchSheet { name: "Blad9".into(), seen: vec!["Blad1".into(), "Blad2".into()] }],
        Fault::UnclosedQuote { .. } => [Fault::UnclosedQuote { line: 3 }],
        Fault::TooManyRows { .. } => [Fault::TooManyRows { format: Format::Ods, cap: 65_536 }],
        Fault::EmptySheet => [Fault::EmptySheet],
        Fault::NoHeading { .. } => [Fault::NoHeading { seen: Vec::new() }, Fault::NoHeading { seen: vec!["Naam".into()] }],
        Fault::TwoColumns { .. } => [Fault::TwoColumns { field: Field::City, columns: vec!["K".into(), "L".into()] }],
        Fault::MissingColumn { .. } => [Fault::MissingColumn { fields: vec![Field::LastName, Field::City], seen: vec!["Naam".into()] }],
        Fault::StoreInUse { .. } => [
            Fault::StoreInUse { holding: None },
            Fault::StoreInUse { holding: Some(Holding { who: "els".into(), pid: 7, since: "14h02".into(), doing: Doing::Reading }) },
        ],
        Fault::NotAStore { .. } => [Fault::NotAStore { path: PATH.into() }],
        Fault::StoreNewer { .. } => [Fault::StoreNewer { found: 3, known: 2 }],
        Fault::StoreDamaged { .. } => [Fault::StoreDamaged { detail: "a page is gone".into() }],
        Fault::NoSuchGroup { .. } => [Fault::NoSuchGroup { name: "kantoor".into() }],
        Fault::DiskFull => [Fault::DiskFull],
        Fault::CutOff => [Fault::CutOff],
        Fault::SameSheetName { .. } => [Fault::SameSheetName { name: "Blad1".into() }],
        Fault::UnknownEncoding => [Fault::UnknownEncoding],
        Fault::Exists { .. } => [Fault::Exists { path: PATH.into() }],
        Fault::Moved { .. } => [Fault::Moved { rows: 0 }, Fault::Moved { rows: 1 }, Fault::Moved { rows: 2 }],
        Fault::Questionnaire { .. } => [Fault::Questionnaire { detail: "line 5".into() }],
        Fault::System { .. } => [Fault::System { detail: "read (os error 5)".into() }],
    }
}

pub(super) fn all_columns() -> Vec<Column> {
    let others = columns_but_fields().into_iter().filter(|column| !matches!(column, Column::Field(_)));
    Field::ALL.into_iter().map(Column::Field).chain(others).collect()
}

fn notices() -> Vec<Notice> {
    let sorts = all_columns().into_iter().flat_map(|column| [Notice::Sorted(column, false), Notice::Sorted(column, true)]);
    notices_but_refusals_and_sorts().into_iter().chain(refusals().into_iter().map(Notice::Refused)).chain(sorts).collect()
}

fn told(told: Told) -> Vec<String> {
    [told.what, told.why, told.remedy].into_iter().filter(|text| !text.is_empty()).collect()
}

macro_rules! say {
    ($($kind:ty: |$phrase:ident| $texts:expr;)*) => {
        $(impl Say for $kind {
            fn say(&self) -> Vec<String> {
                let $phrase = *self;
                $texts.into_iter().map(String::from).collect()
            }
        })*
    };
}

say! {
    ScreenLanguage: |language| [language.code()];
    &'static str: |text| [text];
    fn(Field) -> &'static str: |of| Field::ALL.map(of);
    fn(Language) -> &'static str: |of| Language::ALL.map(of);
    fn(Bucket) -> &'static str: |of| Bucket::ALL.map(of);
    fn(Ground) -> &'static str: |of| Ground::ALL.map(of);
    fn(Layer) -> &'static str: |of| Layer::ALL.map(of);
    fn(Action) -> &'static str: |of| Action::ALL.iter().copied().map(of);
    fn(Certainty) -> &'static str: |of| certainties().into_iter().map(of);
    fn(Sex) -> &'static str: |of| sexes().into_iter().map(of);
    fn(Column) -> &'static str: |of| all_columns().into_iter().map(of);
    fn(Question) -> &'static str: |of| questions().into_iter().map(of);
    fn(&Notice) -> String: |of| notices().iter().map(of);
    fn(&Fault) -> Told: |of| faults().iter().flat_map(|fault| told(of(fault)));
    fn(&Proof) -> String: |of| proofs().iter().map(of);
    fn(&Unclear) -> String: |of| unclear_wishes().iter().map(of);
    fn(CellKind) -> &'static str: |of| cell_kinds().into_iter().map(of);
    fn(Scope, usize) -> String: |of| scopes().into_iter().flat_map(|scope| [0, 1, 2].map(|rows| of(scope, rows)));
    fn(i16) -> String: |of| [of(2026)];
    fn(u32) -> String: |of| [of(0), of(1), of(2), of(12_345)];
    fn(u64) -> String: |of| [of(0), of(1), of(2), of(12_345), of(12_345_678)];
    fn(usize) -> String: |of| [of(0), of(1), of(2), of(12_345)];
    fn(u16, u16) -> String: |of| [of(40, 8)];
    fn(u64, u64) -> String: |of| [of(0, 0), of(1, 1), of(2, 2), of(12_345, 12_345)];
    fn(usize, usize) -> String: |of| [of(12, 345)];
    fn(u64, u64, u64, u64) -> String: |of| [of(0, 0, 5, 5), of(1, 1, 5, 6), of(2, 2, 5, 7), of(12_345, 12_345, 12_345, 24_690)];
    fn(u64, u64, u64, u64, bool) -> String: |of| [
        of(0, 0, 0, 0, true), of(1, 1, 1, 1, true), of(2, 2, 2, 2, true), of(12_345, 12_345, 12_345, 12_345, true),
        of(12_345, 12_345, 12_345, 12_345, false),
    ];
    fn(&str) -> String: |of| [of("PB")];
    fn(&str, &str) -> String: |of| [of("7", "Maes An")];
    fn(&str, &str, &str) -> String: |of| [of("1/2/2026", PATH, "els")];
    fn(&str, &str, u32) -> String: |of| [of(PATH, "Blad1", 1)];
    fn(&str, u32) -> String: |of| [of("Blad1", 1)];
    fn(u32, &str) -> String: |of| [of(3, "Maes An")];
    fn(&str, usize) -> String: |of| [of("peeters", 0), of("peeters", 1), of("peeters", 2), of("peeters", 12_345)];
    fn(&str, &str, &str, u64, u64, u64) -> String: |of| [1, 2].map(|count| of("1/2/2026", PATH, "els", count, count, count));
}
