//! Messages, and what steps did.

use super::columns::all_columns;
use super::every::PATH;
use super::inviting::mail_notices;
use crate::app::dossier::DossierNotice;
use crate::app::keymap::Layer;
use crate::app::made::{Chosen, Made, Turn};
use crate::app::notice::Notice;
use crate::app::table::Column;
use crate::domain::draft::{Bucket, Deed, Refusal, Unmet};
use crate::domain::field::Field;
use crate::domain::finding::Rule;
use crate::domain::language::Language;
use crate::domain::questionnaire::QuestionnaireId;
use crate::domain::replacement::Unclear;
use crate::domain::task_flow::TaskFlowId;

every! {
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
        Notice::TakenBackInVain => [Notice::TakenBackInVain],
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
        Notice::MarksAgain(_) => [Notice::MarksAgain(1), Notice::MarksAgain(12_345)],
        Notice::NoDossierHere => [Notice::NoDossierHere],
        Notice::Unsorted => [Notice::Unsorted],
        Notice::LastColumn => [Notice::LastColumn],
        Notice::Elsewhere(_) => [Notice::Elsewhere(Layer::Past), Notice::Elsewhere(Layer::Filtering)],
        Notice::NotHere => [Notice::NotHere],
        Notice::TourLeft => [Notice::TourLeft],
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
        Notice::ToCheck(..) => [
            Notice::ToCheck(1, "AB".into(), None),
            Notice::ToCheck(2, "AB, AC".into(), Some("Opmerking".into())),
        ],
        Notice::NumberWanted(_) => [Notice::NumberWanted(12)],
        Notice::Mail(_) => [Notice::Mail(crate::app::mailing::MailNotice::Nobody)],
        Notice::NotRead(_) => [Notice::NotRead("Telefoon, Opmerkingen".to_owned())],
        Notice::AsSettled(_) => [Notice::AsSettled("PB 2026, pit-2026".to_owned())],
        Notice::Unmet(_) => [Notice::Unmet(Unmet::Flow(TaskFlowId("pit-2025".to_owned())))],
        Notice::PastedText => [Notice::PastedText],
        Notice::PastedInPart(_) => [Notice::PastedInPart(1), Notice::PastedInPart(27_233)],
        Notice::PastedTooMuch => [Notice::PastedTooMuch],
        Notice::NothingToCopy => [Notice::NothingToCopy],
        Notice::TooMuchToCopy(_) => [Notice::TooMuchToCopy(12_345)],
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
    unmet: Unmet {
        Unmet::Flow(_) => [Unmet::Flow(TaskFlowId("pit-2025".to_owned()))],
        Unmet::Questionnaire(..) => [
            Unmet::Questionnaire(QuestionnaireId("pit-2026".to_owned()), Some(TaskFlowId("pit-2026".to_owned()))),
            Unmet::Questionnaire(QuestionnaireId("pit-2026".to_owned()), None),
        ],
    }
    refusals: Refusal {
        Refusal::NoLanguage => [Refusal::NoLanguage],
        Refusal::NoQuestionnaire => [Refusal::NoQuestionnaire],
        Refusal::NoFlow => [Refusal::NoFlow],
        Refusal::FlowArchived => [Refusal::FlowArchived],
        Refusal::LanguageNotOffered => [Refusal::LanguageNotOffered],
        Refusal::Nothing => [Refusal::Nothing],
    }
    dossier_notices: DossierNotice {
        DossierNotice::TakenBack(_) => [DossierNotice::TakenBack("Deadline".into())],
        DossierNotice::MadeAgain(_) => [DossierNotice::MadeAgain("Deadline".into())],
        DossierNotice::Closed => [DossierNotice::Closed],
        DossierNotice::Archived => [DossierNotice::Archived],
        DossierNotice::NoQuestion => [DossierNotice::NoQuestion],
        DossierNotice::NotYesNo => [DossierNotice::NotYesNo],
        DossierNotice::NothingToClear => [DossierNotice::NothingToClear],
        DossierNotice::NoneOpen => [DossierNotice::NoneOpen],
        DossierNotice::NoneAside => [DossierNotice::NoneAside],
        DossierNotice::NotTaken => [DossierNotice::NotTaken],
        DossierNotice::Masked => [DossierNotice::Masked],
        DossierNotice::TakenUp(..) => [DossierNotice::TakenUp(1, "22/11/2026 14h02".to_owned()), DossierNotice::TakenUp(12, "22/11/2026 14h02".to_owned())],
        DossierNotice::Saved(_) => [DossierNotice::Saved(0), DossierNotice::Saved(1), DossierNotice::Saved(123)],
        DossierNotice::NothingToSave => [DossierNotice::NothingToSave],
        DossierNotice::OnTop(_) => [DossierNotice::OnTop(0), DossierNotice::OnTop(1), DossierNotice::OnTop(123)],
        DossierNotice::OtherLanguages(_) => [DossierNotice::OtherLanguages("nl, fr".into())],
        DossierNotice::Reads(_) => [DossierNotice::Reads(Language::Dutch), DossierNotice::Reads(Language::French)],
        DossierNotice::OnlyOne => [DossierNotice::OnlyOne],
    }
}

pub(super) fn notices() -> Vec<Notice> {
    let sorts = all_columns().into_iter().flat_map(|column| [Notice::Sorted(column, false), Notice::Sorted(column, true)]);
    notices_but_refusals_and_sorts()
        .into_iter()
        .chain(refusals().into_iter().map(Notice::Refused))
        .chain(sorts)
        .chain(mail_notices().into_iter().map(Notice::Mail))
        .collect()
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
