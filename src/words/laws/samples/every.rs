//! Every value of a type: what the samples are made with, and the few that stand alone.

use crate::app::chooser::Question;
use crate::app::dossier::Asked;
use crate::domain::matching::Certainty;
use crate::domain::national_number::Sex;
use crate::words::SystemRefused;
use crate::words::command::Thing;

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
    certainties: Certainty {
        Certainty::Sure => [Certainty::Sure],
        Certainty::Likely => [Certainty::Likely],
        Certainty::Unsure => [Certainty::Unsure],
    }
    system_refusals: SystemRefused {
        SystemRefused::NotThere => [SystemRefused::NotThere],
        SystemRefused::Disk => [SystemRefused::Disk],
        SystemRefused::NoPermission => [SystemRefused::NoPermission],
        SystemRefused::InUse => [SystemRefused::InUse],
        SystemRefused::Exists => [SystemRefused::Exists],
        SystemRefused::NoFolder => [SystemRefused::NoFolder],
        SystemRefused::IsFolder => [SystemRefused::IsFolder],
        SystemRefused::TooManyOpen => [SystemRefused::TooManyOpen],
        SystemRefused::TooLarge => [SystemRefused::TooLarge],
        SystemRefused::Full => [SystemRefused::Full],
        SystemRefused::ReadOnly => [SystemRefused::ReadOnly],
        SystemRefused::NameTooLong => [SystemRefused::NameTooLong],
        SystemRefused::NotEmpty => [SystemRefused::NotEmpty],
        SystemRefused::Circle => [SystemRefused::Circle],
        SystemRefused::Gone => [SystemRefused::Gone],
        SystemRefused::NoAnswer => [SystemRefused::NoAnswer],
        SystemRefused::NoWay => [SystemRefused::NoWay],
    }
    things: Thing {
        Thing::Customer => [Thing::Customer],
        Thing::Label => [Thing::Label],
        Thing::Responsible => [Thing::Responsible],
        Thing::Flow => [Thing::Flow],
        Thing::Questionnaire => [Thing::Questionnaire],
        Thing::Mail => [Thing::Mail],
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
        Question::Saving => [Question::Saving],
        Question::LeftOut => [Question::LeftOut],
        Question::Hidden => [Question::Hidden],
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
}
