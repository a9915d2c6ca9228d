//! What a draft was made from, by whom and when. Written once.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::domain::change_set::SourceMark;
use crate::domain::field::Field;
use crate::domain::language::Language;
use crate::domain::questionnaire::QuestionnaireId;
use crate::domain::snapshot::Revision;
use crate::domain::task_flow::TaskFlowId;

/// What a draft was made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The draft's name; a directory that was copied by hand has another.
    pub id: String,
    /// Full path of the workbook; `-` for standard input.
    pub path: String,
    /// Name, fingerprint, sheet and header row.
    pub mark: SourceMark,
    /// Which column was found to be which field, before anybody said otherwise.
    pub columns: Vec<(u16, Option<Field>)>,
    /// Random name of the store that it was made beside; empty where there was none yet.
    pub store: String,
    /// The last commit that it saw then.
    pub revision: Revision,
    /// The task flow that was chosen to begin with.
    pub flow: Option<TaskFlowId>,
    /// The language that was settled, and so chosen, to begin with.
    #[serde(default)]
    pub language: Option<Language>,
    /// The questionnaire that was settled, and so chosen, to begin with.
    #[serde(default)]
    pub questionnaire: Option<QuestionnaireId>,
    /// The day on which it was judged.
    pub day: Date,
    /// The set of rules by which it was judged.
    pub rules: u32,
    /// Rows that are in a bucket.
    pub rows: u64,
    /// Login name.
    pub who: String,
    /// When it was made.
    pub when: Timestamp,
}
