//! What the phrases are asked: every variant of what they are about, and small and large numbers.

use crate::app::action::Action;
use crate::app::chooser::Question;
use crate::app::fault::{Doing, Fault, Holding, Unkept};
use crate::app::keeping::{Cut, OpenBy};
use crate::app::keymap::Layer;
use crate::app::model::Notice;
use crate::app::table::Column;
use crate::domain::draft::{Bucket, Lost, Refusal, Unfit};
use crate::domain::field::Field;
use crate::domain::language::Language;
use crate::domain::matching::{Certainty, Ground};
use crate::domain::national_number::Sex;
use crate::domain::questionnaire::QuestionnaireId;
use crate::domain::task_flow::TaskFlowId;
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
        Question::SameWorkbook => [Question::SameWorkbook],
        Question::ChangedWorkbook => [Question::ChangedWorkbook],
        Question::Misfits => [Question::Misfits],
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
        Notice::DraftKept => [Notice::DraftKept],
        Notice::TakenUp(_) => [Notice::TakenUp("14/05/2026 14h02".to_owned())],
        Notice::NoDrafts => [Notice::NoDrafts],
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
        Fault::NotKept { .. } => [
            Fault::NotKept { why: Unkept::DiskFull },
            Fault::NotKept { why: Unkept::NoPlace },
            Fault::NotKept { why: Unkept::System("write (os error 5)".into()) },
        ],
        Fault::NoPlaceForDrafts => [Fault::NoPlaceForDrafts],
        Fault::NoSuchDraft => [Fault::NoSuchDraft],
        Fault::DraftInUse { .. } => [
            Fault::DraftInUse { by: None },
            Fault::DraftInUse { by: Some(OpenBy { who: "els".into(), pid: 7, since: jiff::Timestamp::UNIX_EPOCH }) },
        ],
        Fault::DraftNewer { .. } => [Fault::DraftNewer { found: 3, known: 2 }],
        Fault::DraftDamaged { .. } => [Fault::DraftDamaged { detail: "no end".into() }],
        Fault::Questionnaire { .. } => [Fault::Questionnaire { detail: "line 5".into() }],
        Fault::System { .. } => [Fault::System { detail: "read (os error 5)".into() }],
    }
    cuts: Cut { Cut::Torn => [Cut::Torn], Cut::Damaged => [Cut::Damaged], }
    losses: Lost {
        Lost::Row => [Lost::Row],
        Lost::Edit(_) => [Lost::Edit(Field::SpouseNationalNumber)],
        Lost::Side(_) => [Lost::Side(Field::SpouseNationalNumber)],
        Lost::Selection => [Lost::Selection],
        Lost::Join => [Lost::Join],
        Lost::Look => [Lost::Look],
    }
    unfits_but_losses: Unfit {
        Unfit::Overwrite { .. } => [Unfit::Overwrite { row: 0, field: Field::SpouseNationalNumber }],
        Unfit::Selection { .. } => [Unfit::Selection { row: 0 }],
        Unfit::Questionnaire(_) => [Unfit::Questionnaire(QuestionnaireId("pit-2026".into()))],
        Unfit::Flow(_) => [Unfit::Flow(TaskFlowId("pit-2026".into()))],
        Unfit::Column(_) | Unfit::Lost { .. } => [Unfit::Column("Naam".into())],
    }
}

fn unfits() -> Vec<Unfit> {
    let lost = losses().into_iter().map(|what| Unfit::Lost { number: 3, row: None, name: "Maes An".into(), what });
    unfits_but_losses().into_iter().chain(lost).collect()
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
    fn(Cut) -> &'static str: |of| cuts().into_iter().map(of);
    fn(&Unfit) -> String: |of| unfits().iter().map(of);
    fn(&str, &str, u64, Option<u64>) -> String: |of| [
        of("1/2/2026", "els", 1, None), of("1/2/2026", "els", 2, Some(1)), of("1/2/2026", "els", 12_345, Some(2)),
    ];
    fn(&Notice) -> String: |of| notices().iter().map(of);
    fn(&Fault) -> Told: |of| faults().iter().flat_map(|fault| told(of(fault)));
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
