//! What the drop-down lists, questions and messages of a dossier are about.

use crate::domain::completion::Matter;
use crate::domain::customer::CustomerId;
use crate::domain::dossier::Settlement;
use crate::domain::language::Language;
use crate::domain::questionnaire::QuestionnaireId;
use crate::domain::task_flow::TaskFlowId;

/// What a drop-down list asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Asked {
    /// Which of the choices is the answer.
    Choice,
    /// Yes, no, or no answer.
    YesNo,
    /// Which section to go to.
    Sections,
    /// What of the dossier itself to change.
    About,
    /// In which language it goes out.
    Language,
    /// Which list of questions.
    Questionnaire,
    /// Whether to change the list of questions although answers are lost.
    Lost,
    /// What would be saved.
    Changes,
    /// Which changes a colleague was before with others.
    Clashes,
    /// Which of the texts that came back and are no answers, or of the answers that the customer's own record says otherwise.
    Asides,
    /// What to do with one of them.
    Aside,
    /// Whether the customer's own record follows an answer.
    Record,
}

impl Asked {
    /// Every question.
    pub const ALL: [Self; 12] = [
        Self::Choice,
        Self::YesNo,
        Self::Sections,
        Self::About,
        Self::Language,
        Self::Questionnaire,
        Self::Lost,
        Self::Changes,
        Self::Clashes,
        Self::Asides,
        Self::Aside,
        Self::Record,
    ];
}

/// A line of those lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DossierChoice {
    /// The answer, or none, to the question under the cursor.
    Answer(Option<String>),
    /// To the section in this place.
    Section(usize),
    /// To change this of the dossier, or to go to the question.
    Matter(Matter),
    /// This language.
    Language(Language),
    /// This list of questions, where no answer is lost by it.
    Questionnaire(QuestionnaireId),
    /// This list of questions, whatever is lost by it.
    AllTheSame(QuestionnaireId),
    /// Save.
    Save,
    /// What one had typed, to the place where a colleague's stands now.
    Clash(usize),
    /// To the text that came back in this place.
    Aside(usize),
    /// To the question that it was given to.
    ToAside(usize),
    /// It has been dealt with.
    DealtWith(usize),
    /// To what the answer to that question came to for the customer's own record.
    Record(String),
    /// It is decided so for the record.
    Settle(String, Settlement),
}

/// What a box with buttons asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DossierAsk {
    /// Leave, with so many changes that are not saved?
    Leave(usize),
    /// Close the dossier?
    Close,
    /// Open it again?
    Reopen,
}

/// What is being done in the world.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Errand {
    /// It is read.
    Read,
    /// It is read again: a colleague has changed it.
    ReadAgain,
    /// It is written.
    Save(TaskFlowId, CustomerId),
}

/// What was last said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DossierNotice {
    /// This was taken back.
    TakenBack(String),
    /// This was made again.
    MadeAgain(String),
    /// The dossier is closed: nothing can be changed.
    Closed,
    /// The task flow is archived: its dossiers are read only.
    Archived,
    /// There is no question under the cursor.
    NoQuestion,
    /// Only a yes or a no can be turned round.
    NotYesNo,
    /// There is no answer to clear.
    NothingToClear,
    /// No further question is open.
    NoneOpen,
    /// Nothing came back that is no answer.
    NoneAside,
    /// What was typed is no answer.
    NotTaken,
    /// A masked number stands in the text: it is shown before it is edited.
    Masked,
    /// So many changes that were not saved are here again; they were left at that moment.
    TakenUp(usize, String),
    /// So many changes were saved.
    Saved(usize),
    /// Nothing has changed.
    NothingToSave,
    /// So many of one's own changes were made again on what a colleague stored.
    OnTop(usize),
    /// The list of questions is not there in the dossier's language, but in these.
    OtherLanguages(String),
    /// Questions are read in this language now.
    Reads(Language),
    /// The task flow has no other list of questions.
    OnlyOne,
}
