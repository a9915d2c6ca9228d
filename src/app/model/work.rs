//! What is being done in the world while somebody waits for it.

use std::sync::Arc;

use super::paths::Document;
use crate::app::arrived::TakingOver;
use crate::app::dossier::Errand;
use crate::app::effect::{Far, Job, Opening};
use crate::app::export::ExportKind;
use crate::app::past::Asked;
use crate::app::person::PersonTask;
use crate::app::season::{Doing, Waiting};
use crate::domain::change_set::ChangeSet;
use crate::domain::taking_back::TakingBack;

/// Something that is being done in the world.
#[derive(Debug, Clone)]
pub struct Running {
    /// Whose answers count.
    pub job: Job,
    /// What for.
    pub task: Task,
    /// How far it is.
    pub far: Option<Far>,
    /// About how many seconds that stage takes yet; none while that would be a guess.
    pub left: Option<u64>,
    /// A stop was asked for.
    pub stopping: bool,
}

/// What stopping a task comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stopping {
    /// It stops, and nothing was done.
    Stops,
    /// It stops until it counts; then it is whole.
    UntilItCounts,
    /// It ends soon, by itself.
    EndsByItself,
}

impl Task {
    /// What stopping it comes to.
    #[must_use]
    pub const fn stopping(&self) -> Stopping {
        match self {
            Self::Commit(_)
            | Self::TakeBack(_)
            | Self::TakeOver(_)
            | Self::Dossier(Errand::Save(..))
            | Self::Season(Waiting { doing: Doing::Writing, .. })
            | Self::Person(PersonTask::Saving | PersonTask::Changing(_) | PersonTask::Removing(_)) => Stopping::UntilItCounts,
            Self::TestMail | Self::Write(Document::Template(_) | Document::Plan | Document::Export(ExportKind::Corrected)) => {
                Stopping::EndsByItself
            }
            Self::Open(_)
            | Self::Prepare
            | Self::Refresh
            | Self::Write(Document::Export(_))
            | Self::LookBack(_)
            | Self::ReadAnswers(_)
            | Self::Weigh
            | Self::Dossier(_)
            | Self::Season(_)
            | Self::Person(_)
            | Self::WriteMails => Stopping::Stops,
        }
    }
}

/// What is being done in the world.
#[derive(Debug, Clone)]
pub enum Task {
    /// A workbook is opened.
    Open(Opening),
    /// The change set is computed.
    Prepare,
    /// The change set is written.
    Commit(Arc<ChangeSet>),
    /// The store is read again for the draft.
    Refresh,
    /// The template or an export is written.
    Write(Document),
    /// An import is looked back on.
    LookBack(Asked),
    /// Questionnaires that came back are read, from these paths.
    ReadAnswers(Vec<String>),
    /// Answers are taken over.
    TakeOver(Arc<TakingOver>),
    /// An import is taken back.
    TakeBack(Arc<TakingBack>),
    /// What each rule would do to the duplicates is counted.
    Weigh,
    /// A dossier is read or written.
    Dossier(Errand),
    /// Something about a task flow is computed or written.
    Season(Waiting),
    /// Something about customers.
    Person(PersonTask),
    /// A test mail is sent.
    TestMail,
    /// Mails are written into a folder.
    WriteMails,
}
