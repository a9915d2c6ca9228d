//! Every variant of what phrases are about.

use super::returned::unused_content;
use crate::app::chooser::Question;
use crate::app::dossier::{Asked, DossierNotice};
use crate::app::export::ExportKind;
use crate::app::fault::{Doing, Fault, Holding, Unkept};
use crate::app::grouping::Grouping;
use crate::app::keeping::{Cut, OpenBy};
use crate::app::made::{Chosen, Made, Turn};
use crate::app::mail_fault::MailFault;
use crate::app::notice::Notice;
use crate::app::past::ToldColumn;
use crate::app::replacing::Scope;
use crate::app::season::{Field as FormField, Unclear as UnclearForm};
use crate::app::table::Column;
use crate::domain::amendment::Deed as StoredDeed;
use crate::domain::completion::Matter;
use crate::domain::correction::{Corrected, Manner, Obstacle, Signature, Why};
use crate::domain::draft::{Bucket, Deed, Lost, Refusal, Unfit};
use crate::domain::export::FileFormat;
use crate::domain::field::Field;
use crate::domain::finding::{Proof, Rule};
use crate::domain::language::Language;
use crate::domain::mapping::{Doubt, Ground as MappedGround};
use crate::domain::matching::Certainty;
use crate::domain::national_number::Sex;
use crate::domain::plan::{Choice, Count, Fate, Misfit};
use crate::domain::questionnaire::QuestionnaireId;
use crate::domain::replacement::Unclear;
use crate::domain::season::{Refused, Remark};
use crate::domain::settings::{BadValue, SettingsWrong, ValueKind};
use crate::domain::sheet::CellKind;
use crate::domain::snapshot::Revision;
use crate::domain::task_flow::TaskFlowId;
use crate::domain::template::near::Nearness;
use crate::domain::workbook::{Excess, Format, LooksLike};

/// Every value of a type that keeps no list itself: a variant that is added has to be added here.
macro_rules! every {
    ($($name:ident: $kind:ty { $($pattern:pat => [$($value:expr),+ $(,)?],)+ })*) => {
        $(pub(in crate::words::laws) fn $name() -> Vec<$kind> {
            let _every_variant_has_a_sample = |one: &$kind| match one { $($pattern => {})+ };
            vec![$($($value),+),+]
        })*
    };
}

/// The file, sheet and person of the samples: short, and without a sign that French sets apart.
pub(super) const PATH: &str = "/in/map.xlsx";

every! {
    formats: FileFormat {
        FileFormat::Xlsx => [FileFormat::Xlsx],
        FileFormat::Separated => [FileFormat::Separated],
        FileFormat::Json => [FileFormat::Json],
    }
    exports_but_formats: ExportKind {
        ExportKind::View(_) | ExportKind::Report(_) => [ExportKind::View(FileFormat::Xlsx)],
        ExportKind::InvalidRows => [ExportKind::InvalidRows],
        ExportKind::Corrected => [ExportKind::Corrected],
    }
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
        Question::Wish => [Question::Wish],
        Question::FlowShown => [Question::FlowShown],
        Question::NarrowBy => [Question::NarrowBy],
        Question::NarrowTo => [Question::NarrowTo],
        Question::Matter => [Question::Matter],
        Question::LeftOut => [Question::LeftOut],
        Question::OneMail => [Question::OneMail],
        Question::FieldToEdit => [Question::FieldToEdit],
        Question::FieldToReplace => [Question::FieldToReplace],
        Question::Steps => [Question::Steps],
        Question::GroupBy => [Question::GroupBy],
        Question::Group => [Question::Group],
        Question::MappedField => [Question::MappedField],
        Question::Export => [Question::Export],
        Question::Dossier(_) => [Question::Dossier(Asked::About)],
    }
    dossier_notices: DossierNotice {
        DossierNotice::TakenBack(_) => [DossierNotice::TakenBack("Deadline".into())],
        DossierNotice::MadeAgain(_) => [DossierNotice::MadeAgain("Deadline".into())],
        DossierNotice::Closed => [DossierNotice::Closed],
        DossierNotice::NoQuestion => [DossierNotice::NoQuestion],
        DossierNotice::NotYesNo => [DossierNotice::NotYesNo],
        DossierNotice::NothingToClear => [DossierNotice::NothingToClear],
        DossierNotice::NoneOpen => [DossierNotice::NoneOpen],
        DossierNotice::NoneAside => [DossierNotice::NoneAside],
        DossierNotice::NotTaken => [DossierNotice::NotTaken],
        DossierNotice::Masked => [DossierNotice::Masked],
        DossierNotice::Saved(_) => [DossierNotice::Saved(0), DossierNotice::Saved(1), DossierNotice::Saved(123)],
        DossierNotice::NothingToSave => [DossierNotice::NothingToSave],
        DossierNotice::OnTop(_) => [DossierNotice::OnTop(0), DossierNotice::OnTop(1), DossierNotice::OnTop(123)],
        DossierNotice::OtherLanguages(_) => [DossierNotice::OtherLanguages("nl, fr".into())],
        DossierNotice::Reads(_) => [DossierNotice::Reads(Language::Dutch), DossierNotice::Reads(Language::French)],
        DossierNotice::OnlyOne => [DossierNotice::OnlyOne],
    }
    matters: Matter {
        Matter::Questionnaire => [Matter::Questionnaire],
        Matter::Language => [Matter::Language],
        Matter::Deadline => [Matter::Deadline],
        Matter::Invitation => [Matter::Invitation],
        Matter::Status => [Matter::Status],
        Matter::Aside => [Matter::Aside],
        Matter::Answer(_) => [Matter::Answer("email".into())],
    }
    mapped_grounds: MappedGround {
        MappedGround::Template => [MappedGround::Template],
        MappedGround::Synonym => [MappedGround::Synonym],
        MappedGround::Near { .. } => [
            MappedGround::Near { known: "achternaam", how: Nearness::Slips(1) },
            MappedGround::Near { known: "rijksregisternummer", how: Nearness::Slips(2) },
            MappedGround::Near { known: "codepostal", how: Nearness::Qualified },
            MappedGround::Near { known: "codepostal", how: Nearness::AmongOthers },
        ],
        MappedGround::Values { .. } => [MappedGround::Values { passing: 398, of: 400 }],
        MappedGround::Beside { .. } => [MappedGround::Beside { field: Field::PostalCode }],
        MappedGround::Elimination => [MappedGround::Elimination],
        MappedGround::Saved { .. } => [MappedGround::Saved { name: "PB 2026".to_owned() }],
        MappedGround::AdminPulse => [MappedGround::AdminPulse],
    }
    doubts: Doubt {
        Doubt::Taken { .. } => [Doubt::Taken { field: Field::SpouseNationalNumber, column: 4 }],
        Doubt::Rival { .. } => [Doubt::Rival { column: 27 }],
        Doubt::OtherValues { .. } => [Doubt::OtherValues { field: Field::Responsible, passing: 3, of: 400 }],
        Doubt::WholeName => [Doubt::WholeName],
    }
    columns_but_fields: Column {
        Column::Field(_) => [Column::Field(Field::Email)],
        Column::Row => [Column::Row],
        Column::Customer => [Column::Customer],
        Column::FindingField => [Column::FindingField],
        Column::FindingValue => [Column::FindingValue],
        Column::FindingReason => [Column::FindingReason],
        Column::Certainty => [Column::Certainty],
        Column::Looked => [Column::Looked],
        Column::Differences => [Column::Differences],
        Column::Taken => [Column::Taken],
        Column::Dossier => [Column::Dossier],
        Column::Absence => [Column::Absence],
        Column::LastChange => [Column::LastChange],
        Column::CustomerId => [Column::CustomerId],
        Column::Status => [Column::Status],
        Column::DaysLeft => [Column::DaysLeft],
        Column::Since => [Column::Since],
        Column::Progress => [Column::Progress],
        Column::Questionnaire => [Column::Questionnaire],
        Column::Reminders => [Column::Reminders],
        Column::ChangedBy => [Column::ChangedBy],
        Column::Flow => [Column::Flow],
        Column::Dossiers => [Column::Dossiers],
        Column::Simple => [Column::Simple],
        Column::Specific => [Column::Specific],
        Column::Told(_) => [
            Column::Told(ToldColumn::Number), Column::Told(ToldColumn::When), Column::Told(ToldColumn::Who), Column::Told(ToldColumn::What), Column::Told(ToldColumn::Added), Column::Told(ToldColumn::Changed), Column::Told(ToldColumn::Linked), Column::Told(ToldColumn::TakenBack), Column::Told(ToldColumn::Outcome), Column::Told(ToldColumn::Reason), Column::Told(ToldColumn::Rules), Column::Told(ToldColumn::Fate), Column::Told(ToldColumn::Part), Column::Told(ToldColumn::Now), Column::Told(ToldColumn::Then),
            Column::Told(ToldColumn::Emptied),
            Column::Told(ToldColumn::Unclear),
            Column::Told(ToldColumn::Question),
            Column::Told(ToldColumn::Known),
            Column::Told(ToldColumn::Given),
        ],
        Column::Message => [Column::Message],
        Column::MailState => [Column::MailState],
        Column::Attempts => [Column::Attempts],
        Column::Answer => [Column::Answer],
        Column::Round => [Column::Round],
        Column::Occasion => [Column::Occasion],
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
        Proof::Remembered => [Proof::Remembered],
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
    remarks: Remark {
        Remark::CheckDeadlines => [Remark::CheckDeadlines],
        Remark::OtherYear(..) => [Remark::OtherYear(a_questionnaire(), 2025)],
        Remark::NotThere(_) => [Remark::NotThere(a_questionnaire())],
    }
    stored_deeds: StoredDeed {
        StoredDeed::Import => [StoredDeed::Import],
        StoredDeed::TakenBack { .. } => [StoredDeed::TakenBack { import: Revision(7) }],
        StoredDeed::Added => [StoredDeed::Added],
        StoredDeed::Edited => [StoredDeed::Edited],
        StoredDeed::Removed => [StoredDeed::Removed],
        StoredDeed::FlowMade(_) => [StoredDeed::FlowMade(flow())],
        StoredDeed::FlowChanged(_) => [StoredDeed::FlowChanged(flow())],
        StoredDeed::Linked(_) => [StoredDeed::Linked(flow())],
        StoredDeed::Unlinked(_) => [StoredDeed::Unlinked(flow())],
        StoredDeed::Completed(_) => [StoredDeed::Completed(flow())],
        StoredDeed::Mailed(_) => [StoredDeed::Mailed(flow())],
        StoredDeed::Answered(_) => [StoredDeed::Answered(flow())],
        StoredDeed::Closed(_) => [StoredDeed::Closed(flow())],
    }
    notices_but_refusals_and_sorts: Notice {
        Notice::Refused(_) | Notice::Sorted(..) => [Notice::Sorted(Column::Dossier, true)],
        Notice::InvalidRow => [Notice::InvalidRow],
        Notice::HasDossier => [Notice::HasDossier],
        Notice::OnlyLook => [Notice::OnlyLook],
        Notice::ChooseFlowFirst => [Notice::ChooseFlowFirst],
        Notice::NothingToTake => [Notice::NothingToTake],
        Notice::NothingToTakeOver => [Notice::NothingToTakeOver],
        Notice::TakenOver(..) => [Notice::TakenOver(1, 1), Notice::TakenOver(2, 2)],
        Notice::IsTakenBack => [Notice::IsTakenBack],
        Notice::NoImport => [Notice::NoImport],
        Notice::NobodyThere => [Notice::NobodyThere],
        Notice::NothingToUndo { .. } => [Notice::NothingToUndo { committed: true }, Notice::NothingToUndo { committed: false }],
        Notice::NothingToRedo => [Notice::NothingToRedo],
        Notice::TakenBack(..) => [Notice::TakenBack(widest_step(), Some(Bucket::Invalid)), Notice::TakenBack(widest_step(), None)],
        Notice::MadeAgain(..) => [Notice::MadeAgain(widest_step(), Some(Bucket::OnlyInStore))],
        Notice::StepsTakenBack(..) => [Notice::StepsTakenBack(1, None), Notice::StepsTakenBack(2, Some(Bucket::OnlyInImport))],
        Notice::StepsMadeAgain(..) => [Notice::StepsMadeAgain(1, None), Notice::StepsMadeAgain(2, Some(Bucket::Duplicates))],
        Notice::PlanWritten(_) => [Notice::PlanWritten("/in/map.json".to_owned())],
        Notice::NothingToMark => [Notice::NothingToMark],
        Notice::Marked(_) => [Notice::Marked(0), Notice::Marked(1), Notice::Marked(2), Notice::Marked(12_345)],
        Notice::NoGroups => [Notice::NoGroups],
        Notice::NoMore => [Notice::NoMore],
        Notice::Numbers(_) => [Notice::Numbers(true), Notice::Numbers(false)],
        Notice::TemplateWritten(_) => [Notice::TemplateWritten(PATH.to_owned())],
        Notice::Exported(_) => [Notice::Exported(PATH.to_owned())],
        Notice::NothingToExport => [Notice::NothingToExport],
        Notice::Stopped => [Notice::Stopped],
        Notice::Stopping => [Notice::Stopping],
        Notice::Refreshed => [Notice::Refreshed],
        Notice::NoPath => [Notice::NoPath],
        Notice::Unsorted => [Notice::Unsorted],
        Notice::LastColumn => [Notice::LastColumn],
        Notice::NotHere => [Notice::NotHere],
        Notice::NoColumnFor(_) => [Notice::NoColumnFor(vec![Field::FirstName, Field::LastName, Field::Email])],
        Notice::TakenFrom(_) => [Notice::TakenFrom("AA".to_owned())],
        Notice::NothingToTakeFor => [Notice::NothingToTakeFor],
        Notice::NothingToCheck => [Notice::NothingToCheck],
        Notice::CannotSave => [Notice::CannotSave],
        Notice::MappingSaved(_) => [Notice::MappingSaved("PB 2026".to_owned())],
        Notice::Mapped => [Notice::Mapped],
        Notice::Demo => [Notice::Demo],
        Notice::Person(_) => [Notice::Person(crate::app::person::PersonNotice::NothingToSave)],
        Notice::StillReading => [Notice::StillReading],
        Notice::NotReadAgain => [Notice::NotReadAgain],
        Notice::Dossier(_) => [Notice::Dossier(DossierNotice::Closed)],
        Notice::Recorded(_) => [Notice::Recorded(345)],
        Notice::Mail(_) => [Notice::Mail(crate::app::mailing::MailNotice::Nobody)],
        Notice::NotRead(_) => [Notice::NotRead("Telefoon, Opmerkingen".to_owned())],
        Notice::PastedText => [Notice::PastedText],
        Notice::HeldApart(..) => [Notice::HeldApart(345, Bucket::OnlyInImport), Notice::HeldApart(345, Bucket::Invalid)],
        Notice::SameNumber => [Notice::SameNumber],
        Notice::AllLookedAt => [Notice::AllLookedAt],
        Notice::NothingToSettle => [Notice::NothingToSettle],
        Notice::ValueRefused => [Notice::ValueRefused],
        Notice::RuleApplied(..) => [Notice::RuleApplied(0, 0), Notice::RuleApplied(1, 1), Notice::RuleApplied(12_345, 12_345)],
        Notice::RuleIdle => [Notice::RuleIdle],
        Notice::NobodyToJoin => [Notice::NobodyToJoin],
        Notice::PartnerTaken(_) => [Notice::PartnerTaken(12_345)],
        Notice::Joined(..) => [Notice::Joined(12_345, 12_344)],
        Notice::Parted(_) => [Notice::Parted(12_345)],
        Notice::InvalidPartner(_) => [Notice::InvalidPartner(12_345)],
        Notice::OtherPartner(_) => [Notice::OtherPartner(12_345)],
        Notice::NoRow => [Notice::NoRow],
        Notice::NothingWrong => [Notice::NothingWrong],
        Notice::NoSuggestion(_) => [Notice::NoSuggestion(Rule::EmailSeveral)],
        Notice::NothingChanges => [Notice::NothingChanges],
        Notice::NothingToRepeat => [Notice::NothingToRepeat],
        Notice::NothingFound => [Notice::NothingFound],
        Notice::Unclear(_) => [Notice::Unclear(Unclear::TooLarge)],
        Notice::Fixed(..) => [Notice::Fixed(Field::City, "Gnt".into(), "Gent".into())],
        Notice::ChangedMany(_) => [Notice::ChangedMany(0), Notice::ChangedMany(1), Notice::ChangedMany(2), Notice::ChangedMany(12_345)],
        Notice::FixedMany(_) => [Notice::FixedMany(0), Notice::FixedMany(1), Notice::FixedMany(2), Notice::FixedMany(12_345)],
        Notice::DraftKept => [Notice::DraftKept],
        Notice::TakenUp(_) => [Notice::TakenUp("14/05/2026 14h02".to_owned())],
        Notice::NoDrafts => [Notice::NoDrafts],
    }
    faults_but_mail: Fault {
        Fault::CustomerGone { .. } => [Fault::CustomerGone { customer: "C00001".into() }],
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
            Fault::StoreInUse { holding: Some(Holding { who: "els".into(), pid: 7, since: "14h02".into(), doing: Doing::Remembering }) },
            Fault::StoreInUse { holding: Some(Holding { who: "els".into(), pid: 7, since: "14h02".into(), doing: Doing::Sending }) },
        ],
        Fault::NotAStore { .. } => [Fault::NotAStore { path: PATH.into() }],
        Fault::StoreNewer { .. } => [Fault::StoreNewer { found: 3, known: 2 }],
        Fault::StoreDamaged { .. } => [Fault::StoreDamaged { detail: "a page is gone".into() }],
        Fault::NoSuchGroup { .. } => [Fault::NoSuchGroup { name: "kantoor".into() }],
        Fault::DiskFull => [Fault::DiskFull],
        Fault::CutOff => [Fault::CutOff],
        Fault::SameSheetName { .. } => [Fault::SameSheetName { name: "Blad1".into() }],
        Fault::UnknownEncoding => [Fault::UnknownEncoding],
        Fault::Original { .. } => [Fault::Original { path: PATH.into() }],
        Fault::OriginalChanged { .. } => [Fault::OriginalChanged { path: PATH.into() }],
        Fault::Ending { .. } => [Fault::Ending { wanted: "xlsm".into() }],
        Fault::CannotKeep { .. } => [
            Fault::CannotKeep { obstacle: Obstacle::Strict },
            Fault::CannotKeep { obstacle: Obstacle::SpreadFormula },
            Fault::CannotKeep { obstacle: Obstacle::TableHeading },
            Fault::CannotKeep { obstacle: Obstacle::Disorder },
            Fault::CannotKeep { obstacle: Obstacle::NoColumn },
            Fault::CannotKeep { obstacle: Obstacle::Formats },
            Fault::CannotKeep { obstacle: Obstacle::Drawing },
            Fault::CannotKeep { obstacle: Obstacle::Unknown },
        ],
        Fault::NotReplaced { .. } => [Fault::NotReplaced { path: PATH.into() }],
        Fault::NoFolder { .. } => [Fault::NoFolder { path: PATH.into() }],
        Fault::OutputFolder { .. } => [Fault::OutputFolder { path: PATH.into() }],
        Fault::Exists { .. } => [Fault::Exists { path: PATH.into() }],
        Fault::NoDossier => [Fault::NoDossier],
        Fault::Refused(_) => [
            Fault::Refused(Refused::NoSuchFlow(flow())),
            Fault::Refused(Refused::FlowExists(flow())),
            Fault::Refused(Refused::YearExists(2026, flow())),
            Fault::Refused(Refused::Archived(flow())),
            Fault::Refused(Refused::NoQuestionnaire),
            Fault::Refused(Refused::NoSuchQuestionnaire(a_questionnaire())),
            Fault::Refused(Refused::NotInLanguage(a_questionnaire(), Language::German)),
            Fault::Refused(Refused::DeadlineOutside(jiff::civil::date(2020, 7, 15), 2026)),
        ],
        Fault::Changed { .. } => [Fault::Changed { count: 1 }],
        Fault::Moved { .. } => [Fault::Moved { rows: 0 }, Fault::Moved { rows: 1 }, Fault::Moved { rows: 2 }],
        Fault::PlanUnreadable { .. } => [Fault::PlanUnreadable { detail: "no end".into() }],
        Fault::PlanNewer { .. } => [Fault::PlanNewer { found: 2, known: 1 }],
        Fault::NotKept { .. } => [
            Fault::NotKept { why: Unkept::DiskFull },
            Fault::NotKept { why: Unkept::NoPlace },
            Fault::NotKept { why: Unkept::NoPermission(PATH.into()) },
            Fault::NotKept { why: Unkept::Removed },
            Fault::NotKept { why: Unkept::System("write (os error 5)".into()) },
        ],
        Fault::NoDraft { .. } => [
            Fault::NoDraft { why: Unkept::DiskFull },
            Fault::NoDraft { why: Unkept::NoPlace },
            Fault::NoDraft { why: Unkept::NoPermission(PATH.into()) },
            Fault::NoDraft { why: Unkept::Removed },
            Fault::NoDraft { why: Unkept::System("write (os error 5)".into()) },
        ],
        Fault::NoPlaceForDrafts => [Fault::NoPlaceForDrafts],
        Fault::NoSuchDraft => [Fault::NoSuchDraft],
        Fault::DraftInUse { .. } => [
            Fault::DraftInUse { by: None },
            Fault::DraftInUse { by: Some(OpenBy { who: "els".into(), pid: 7, since: jiff::Timestamp::UNIX_EPOCH }) },
        ],
        Fault::DraftNewer { .. } => [Fault::DraftNewer { found: 3, known: 2 }],
        Fault::DraftDamaged { .. } => [Fault::DraftDamaged { detail: "no end".into() }],
        Fault::Mail(_) => [Fault::Mail(MailFault::NotSettled { path: PATH.into() })],
        Fault::Questionnaire { .. } => [Fault::Questionnaire { unused: Box::new(unused_content()), more: 0 }],
        Fault::Output { .. } => [Fault::Output { detail: "read (os error 5)".into() }],
        Fault::System { .. } => [Fault::System { detail: "read (os error 5)".into() }],
    }
    mail_faults_but_settings: MailFault {
        MailFault::Settings { .. } | MailFault::NotSettled { .. } => [MailFault::NotSettled { path: PATH.into() }],
        MailFault::Unreadable { .. } => [MailFault::Unreadable { path: PATH.into(), detail: "no such file".into() }],
        MailFault::Wording { .. } => [MailFault::Wording { path: PATH.into(), detail: "line 5".into() }],
        MailFault::PasswordOpen { .. } => [MailFault::PasswordOpen { path: PATH.into() }],
        MailFault::NoPassword { .. } => [MailFault::NoPassword { from: PATH.into() }],
        MailFault::PasswordCommand { .. } => [MailFault::PasswordCommand { command: "pass".into(), detail: "exit 1".into() }],
        MailFault::PasswordSlow { .. } => [MailFault::PasswordSlow { command: "pass".into(), seconds: 60 }],
        MailFault::Server { .. } => [MailFault::Server { detail: "no certificate".into() }],
        MailFault::NoLetter { .. } => [MailFault::NoLetter { detail: "C00007 has no dossier".into() }],
        MailFault::NotTaken { .. } => [MailFault::NotTaken { detail: "550 unknown".into() }],
    }
    settings_wrongs: SettingsWrong {
        SettingsWrong::Syntax(_) => [SettingsWrong::Syntax("no end".into())],
        SettingsWrong::UnknownKey { .. } => [
            SettingsWrong::UnknownKey { key: "mail.hots".into(), nearest: Some("mail.host".into()) },
            SettingsWrong::UnknownKey { key: "mail.zzz".into(), nearest: None },
        ],
        SettingsWrong::MissingKey { .. } => [SettingsWrong::MissingKey { key: "mail.host" }],
        SettingsWrong::Kind { .. } => [
            SettingsWrong::Kind { key: "mail.host", kind: ValueKind::Text },
            SettingsWrong::Kind { key: "mail.port", kind: ValueKind::WholeNumber },
            SettingsWrong::Kind { key: "office.colleagues", kind: ValueKind::Texts },
            SettingsWrong::Kind { key: "mail", kind: ValueKind::Table },
        ],
        SettingsWrong::Value { .. } => [
            SettingsWrong::Value { key: "mail.host", why: BadValue::Empty },
            SettingsWrong::Value { key: "mail.sender", why: BadValue::Address },
            SettingsWrong::Value { key: "mail.host", why: BadValue::Host },
            SettingsWrong::Value { key: "mail.port", why: BadValue::Outside { least: 1, most: 600 } },
            SettingsWrong::Value { key: "mail.security", why: BadValue::NotOneOf { words: vec!["starttls", "tls"] } },
            SettingsWrong::Value { key: "mail.security", why: BadValue::OpenLine },
            SettingsWrong::Value { key: "mail.host", why: BadValue::Controls },
        ],
        SettingsWrong::Both { .. } => [SettingsWrong::Both { one: "mail.password_file", other: "mail.password_command" }],
        SettingsWrong::Alone { .. } => [SettingsWrong::Alone { key: "mail.user", needs: "mail.password_file" }],
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

pub(super) fn unfits() -> Vec<Unfit> {
    let lost = losses().into_iter().map(|what| Unfit::Lost { number: 3, row: None, name: "Maes An".into(), what });
    unfits_but_losses().into_iter().chain(lost).collect()
}

/// A step of each deed, each way: one row and one field, then many.
pub(super) fn steps() -> Vec<Made> {
    let chosen = [
        Chosen::Language(Some(Language::Dutch)),
        Chosen::Language(None),
        Chosen::Questionnaire(Some(QuestionnaireId("pit-2026".to_owned()))),
        Chosen::Questionnaire(None),
        Chosen::Flow(Some(TaskFlowId("pit-2026".to_owned()))),
        Chosen::Flow(None),
    ];
    let chosen = chosen.into_iter().map(|one| Made { chosen: vec![one], ..made(Deed::Choose, Turn::On, 0) });
    let others = Deed::ALL.into_iter().filter(|deed| *deed != Deed::Choose);
    let each = others.flat_map(|deed| [1, 2, 12_345].map(|rows| [Turn::On, Turn::Off, Turn::Both].map(|turn| made(deed, turn, rows))));
    each.flatten().chain(chosen).collect()
}

pub(super) fn made(deed: Deed, turn: Turn, rows: usize) -> Made {
    let one = rows == 1;
    let main = (deed == Deed::Join && turn == Turn::On).then_some(12_345);
    Made { deed, turn, rows, row: one.then_some(12_346), values: rows, field: one.then_some(Field::Email), main, chosen: Vec::new() }
}

pub(super) fn widest_step() -> Made {
    Made { field: Some(Field::Responsible), ..made(Deed::TakeSuggestion, Turn::On, 1) }
}

fn a_questionnaire() -> QuestionnaireId {
    QuestionnaireId("pit-2026".to_owned())
}

/// Every reason why nothing can be done about a task flow.
pub(super) fn seasons_refused() -> Vec<Refused> {
    let refused = |fault| match fault {
        Fault::Refused(refused) => Some(refused),
        _ => None,
    };
    super::faults().into_iter().filter_map(refused).collect()
}

fn flow() -> TaskFlowId {
    TaskFlowId("pit-2026".to_owned())
}

pub(super) fn unclear_forms() -> Vec<UnclearForm> {
    FormField::ALL.into_iter().flat_map(|field| [UnclearForm::NotADate(field), UnclearForm::Nothing(field)]).collect()
}

pub(super) fn groupings() -> Vec<Grouping> {
    let named = [
        Grouping::Reason,
        Grouping::Certainty,
        Grouping::Label,
        Grouping::Responsible,
        Grouping::Language,
        Grouping::Status,
        Grouping::Linked,
        Grouping::Month,
        Grouping::Due,
    ];
    named.into_iter().chain(all_columns().into_iter().map(Grouping::Value)).collect()
}

pub(super) fn misfits() -> Vec<Misfit> {
    let (planned, found) = ("one".to_owned(), "other".to_owned());
    let id = crate::domain::customer::CustomerId(7);
    let fates = [Fate::Added, Fate::NotSelected, Fate::Invalid, Fate::Updated(id), Fate::LeftAlone(id), Fate::Joined(3)];
    let outcomes = fates.map(|fate| Misfit::Outcome { row: 5, planned: Some(fate), found: Fate::Invalid });
    let counts = Count::ALL.map(|count| Misfit::Count { count, planned: 2, found: 1 });
    let others = [
        Misfit::Workbook { planned: planned.clone(), found: found.clone() },
        Misfit::Sheet { planned: planned.clone(), found: found.clone() },
        Misfit::HeaderRow { planned: 1, found: 2 },
        Misfit::Rows { planned: 1, found: 2 },
        Misfit::Store { planned: String::new(), found: found.clone() },
        Misfit::Store { planned, found },
        Misfit::Revision { planned: 3, found: 2 },
        Misfit::Choice(Choice::Flow),
        Misfit::Choice(Choice::Language),
        Misfit::Choice(Choice::Questionnaire),
        Misfit::Rules { planned: 1, found: 2 },
        Misfit::NoSuchRow { step: 1, row: 9 },
        Misfit::BadStep { step: 1 },
        Misfit::TooMuch,
        Misfit::Columns { detail: "columns B, C all hold city".to_owned() },
        Misfit::Overwrite { row: 5, field: Field::City },
        Misfit::Selection { row: 5 },
        Misfit::Questionnaire(QuestionnaireId("pit-2026".to_owned())),
        Misfit::Flow(TaskFlowId("pit-2026".to_owned())),
        Misfit::Refused(Refusal::Nothing),
        Misfit::Outcome { row: 5, planned: None, found: Fate::Added },
        Misfit::Tally,
    ];
    others.into_iter().chain(counts).chain(outcomes).collect()
}

pub(in crate::words::laws) fn all_columns() -> Vec<Column> {
    let others = columns_but_fields().into_iter().filter(|column| !matches!(column, Column::Field(_)));
    Field::ALL.into_iter().map(Column::Field).chain(others).collect()
}

pub(super) fn corrections() -> [Corrected; 4] {
    [
        corrected(Manner::Kept, Signature::None),
        corrected(Manner::Kept, Signature::Dropped),
        corrected(Manner::Anew(Why::Format(Format::Xls)), Signature::None),
        corrected(Manner::Anew(Why::Obstacle(Obstacle::Strict)), Signature::None),
    ]
}

pub(super) fn corrected(manner: Manner, signature: Signature) -> Corrected {
    Corrected {
        manner,
        cells_changed: 12_345,
        remarks: 1,
        remarks_left_out: 0,
        problems: None,
        problems_left_out: 0,
        added: Vec::new(),
        signature,
    }
}

pub(super) fn notices() -> Vec<Notice> {
    let sorts = all_columns().into_iter().flat_map(|column| [Notice::Sorted(column, false), Notice::Sorted(column, true)]);
    notices_but_refusals_and_sorts()
        .into_iter()
        .chain(refusals().into_iter().map(Notice::Refused))
        .chain(sorts)
        .chain(super::inviting::mail_notices().into_iter().map(Notice::Mail))
        .collect()
}

pub(super) fn exports() -> Vec<ExportKind> {
    let in_formats = formats().into_iter().flat_map(|format| [ExportKind::View(format), ExportKind::Report(format)]);
    exports_but_formats().into_iter().filter(|kind| !matches!(kind, ExportKind::View(_))).chain(in_formats).collect()
}
