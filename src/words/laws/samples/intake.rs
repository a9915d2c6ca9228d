//! What an import meets between a workbook and the store: its columns, values put right, drafts, plans, exports.

use crate::app::export::ExportKind;
use crate::app::keeping::Cut;
use crate::app::replacing::Scope;
use crate::domain::correction::{Corrected, Manner, Obstacle, Signature, Why};
use crate::domain::draft::{Lost, Refusal, Unfit};
use crate::domain::export::FileFormat;
use crate::domain::field::Field;
use crate::domain::finding::Proof;
use crate::domain::mapping::{Doubt, Ground as MappedGround};
use crate::domain::plan::{Choice, Count, Fate, Misfit};
use crate::domain::questionnaire::QuestionnaireId;
use crate::domain::replacement::Unclear;
use crate::domain::sheet::CellKind;
use crate::domain::task_flow::TaskFlowId;
use crate::domain::template::near::Nearness;
use crate::domain::workbook::Format;

every! {
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
    cell_kinds: CellKind {
        CellKind::Text => [CellKind::Text],
        CellKind::Number => [CellKind::Number],
        CellKind::Date => [CellKind::Date],
        CellKind::Bool => [CellKind::Bool],
        CellKind::Error => [CellKind::Error],
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
}

pub(super) fn unfits() -> Vec<Unfit> {
    let lost = losses().into_iter().map(|what| Unfit::Lost { number: 3, row: None, name: "Maes An".into(), what });
    unfits_but_losses().into_iter().chain(lost).collect()
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

pub(super) fn exports() -> Vec<ExportKind> {
    let in_formats = formats().into_iter().flat_map(|format| [ExportKind::View(format), ExportKind::Report(format)]);
    exports_but_formats().into_iter().filter(|kind| !matches!(kind, ExportKind::View(_))).chain(in_formats).collect()
}
