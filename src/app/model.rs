//! Everything that is on screen, as state.

use std::sync::Arc;

use super::answer::Entry;
use super::arrived::{Arrived, TakingOver};
use super::chooser::{Chooser, Question};
use super::compare::ValueEntry;
use super::couple::Couple;
use super::desk::{Desk, Sight};
use super::dossier::{Binder, DossierAsk, Errand};
use super::editor::Editor;
use super::effect::{Effect, Far, Job, Opening, Preview};
use super::export::ExportKind;
use super::fault::Fault;
use super::inviting::{Inviting, Mails};
use super::keeping::{DraftId, KeptDraft};
use super::key::Key;
use super::notice::Notice;
use super::past::{Asked, Past};
use super::person::{Front, PersonAsk, PersonPage, PersonTask};
use super::picker::Picker;
use super::proposal::Proposal;
use super::register::Register;
use super::replacing::Replacing;
use super::rules::Rules;
use super::season::{Form, Preview as SeasonPreview, Waiting};
use super::start::Start;
use super::summary::Summary;
use super::text_field::TextField;
use crate::domain::change_set::ChangeSet;
use crate::domain::correction::Corrected;
use crate::domain::draft::Seed;
use crate::domain::language::Language;
use crate::domain::matching::Stock;
use crate::domain::outbox::MessageNumber;
use crate::domain::questionnaire::Catalogue;
use crate::domain::snapshot::Revision;
use crate::domain::taking_back::TakingBack;

/// The screen behind whatever stands in front.
#[derive(Debug, Clone)]
pub enum Screen {
    /// What to do.
    Start(Start),
    /// Which workbook.
    Picker(Box<Picker>),
    /// The four tabs, a duplicate, or the report.
    Desk(Box<Desk>),
    /// One customer.
    Person(Box<PersonPage>),
    /// What is stored.
    Register(Box<Register>),
    /// The questionnaire of one customer.
    Dossier(Box<Binder>),
    /// An import that was made.
    Past(Box<Past>),
    /// Questionnaires that came back.
    Arrived(Box<Arrived>),
    /// Who gets mail.
    Inviting(Box<Inviting>),
    /// Mails are being sent, or were.
    Sending,
}

/// Something that is written to a path of choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Document {
    /// The template, in this language.
    Template(Language),
    /// What the desk shows.
    Export(ExportKind),
    /// The plan of the draft.
    Plan,
}

/// What a typed path is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PathFor {
    /// A workbook to open.
    Workbook,
    /// Something to write.
    Document(Document),
    /// A questionnaire that came back.
    Answers,
    /// No path: the name of a mapping.
    MappingName,
    /// The folder for mails that are written instead of sent.
    MailFolder,
    /// No path: the address of a test mail.
    TestAddress,
    /// No path: days between a mail and its reminder.
    ReminderDays,
    /// No path: the last day for reminders.
    ReminderEnd,
}

impl PathFor {
    /// Whether what is typed is a path, so that it can be completed.
    #[must_use]
    pub const fn is_path(&self) -> bool {
        match self {
            Self::Workbook | Self::Answers | Self::Document(_) | Self::MailFolder => true,
            Self::MappingName | Self::TestAddress | Self::ReminderDays | Self::ReminderEnd => false,
        }
    }
}

/// A path, or a name, that is being typed.
#[derive(Debug, Clone)]
pub struct PathEntry {
    /// What it is for.
    pub purpose: PathFor,
    /// The path so far.
    pub field: TextField,
    /// What it could become.
    pub candidates: Vec<String>,
}

/// What a question box asks.
#[derive(Debug, Clone, PartialEq)]
pub enum Ask {
    /// Leave the import, with decisions that are not committed?
    LeaveImport,
    /// Open another sheet, with decisions that are not committed?
    Reopen(Opening),
    /// Replace the file that is there?
    Replace(String, Document),
    /// Something about a dossier?
    Dossier(DossierAsk),
    /// Take so many answers over, into so many dossiers and records of customers?
    TakeOver(u64, u64, u64),
    /// Leave what came back, with nothing taken over?
    LeaveAnswers,
    /// Take the import of that number back, of which so many parts are kept?
    TakeBack(u64, u64),
    /// Throw a draft away, of the workbook of that name?
    ThrowAway(DraftId, String),
    /// Something about customers?
    Person(PersonAsk),
    /// Send so many mails that are in the outbox?
    SendOutbox(u64),
    /// Take these mails back?
    Withdraw(Vec<MessageNumber>),
    /// Leave the program while mails are being sent?
    LeaveSending,
}

/// What a fault box offers beside going back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WayOut {
    /// Nothing else.
    None,
    /// Choose the sheet and the row of the headings by hand.
    ChooseHeadings(Preview),
    /// Try to write the same again.
    Commit,
    /// Try to open the same again.
    Open(Opening),
    /// Read the store again and see what moved.
    Refresh,
    /// Try to save the dossier again.
    SaveDossier,
    /// Read again what came back.
    ReadAnswers(Vec<String>),
    /// Look again at what taking the import back does.
    LookBack(Revision),
}

/// What stands in front of the screen; at most one.
#[derive(Debug, Clone)]
pub enum Overlay {
    /// A drop-down list.
    Chooser(Chooser),
    /// The columns of the tab, to show or hide.
    Columns(usize),
    /// The drafts, with the place of the cursor.
    Drafts(usize),
    /// A path is typed.
    Path(PathEntry),
    /// The summary before an import.
    Summary(Summary),
    /// A field of a row is put right.
    Editor(Box<Editor>),
    /// Find and replace is filled in.
    Replacing(Box<Replacing>),
    /// Many changes are looked at before they are made.
    Proposal(Box<Proposal>),
    /// A question with a safe default.
    Ask(Ask, bool),
    /// Something failed.
    Fault(Fault, WayOut, bool),
    /// The corrected copy was written to this path; what became of it.
    Corrected(String, Box<Corrected>),
    /// Another value for a field of a duplicate is typed.
    Value(ValueEntry),
    /// An answer of a dossier, or its deadline, is typed.
    Answer(Box<Entry>),
    /// The rules for the duplicates that nobody looked at.
    Rules(Rules),
    /// Two rows that are one return, or may become one.
    Couple(Couple),
    /// Something about a task flow is filled in.
    Season(Box<Form>),
    /// What that would come to, before it is written.
    SeasonPreview(Box<SeasonPreview>),
    /// Something about customers.
    Person(Box<Front>),
}

/// Something that is being done in the world.
#[derive(Debug, Clone)]
pub struct Running {
    /// Whose answers count.
    pub job: Job,
    /// What for.
    pub task: Task,
    /// How far it is.
    pub far: Option<Far>,
    /// A stop was asked for.
    pub stopping: bool,
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

/// What is known of the store.
#[derive(Debug, Clone, Default)]
pub enum Glance {
    /// Not read yet.
    #[default]
    Reading,
    /// As it was last read.
    Known(Arc<Stock>),
    /// It cannot be read.
    Fault(Fault),
}

/// What the program was started with.
#[derive(Debug, Clone)]
pub struct Setting {
    /// How text is shown.
    pub sight: Sight,
    /// Folder in which the picker begins.
    pub folder: String,
    /// Random bits.
    pub seed: Seed,
    /// Login name.
    pub user: String,
    /// The questionnaires that there are.
    pub catalogue: Arc<Catalogue>,
    /// What a person has to know of before anything else, such as a questionnaire that is not used.
    pub fault: Option<Fault>,
    /// Whether this is the demonstration, which starts with everything chosen but committed.
    pub demo: bool,
}

/// Everything that is on screen.
#[derive(Debug, Clone)]
pub struct Model {
    /// Columns and rows of the window.
    pub size: (u16, u16),
    /// How text is shown.
    pub sight: Sight,
    /// The screen behind whatever stands in front.
    pub screen: Screen,
    /// What stands in front.
    pub overlay: Option<Overlay>,
    /// What that covers for the moment, and what comes back when it is closed; the last is the nearest.
    pub(super) behind: Vec<Overlay>,
    /// What is being done in the world, if somebody waits for it.
    pub running: Option<Running>,
    /// What was last said.
    pub notice: Option<Notice>,
    /// The first key of a sequence.
    pub pending: Option<Key>,
    /// What is known of the store.
    pub store: Glance,
    /// What is known of mails.
    pub mails: Mails,
    /// The questionnaires that there are.
    pub catalogue: Arc<Catalogue>,
    /// The drafts that are kept, the one changed last first.
    pub drafts: Vec<KeptDraft>,
    /// Folder in which the picker begins.
    pub folder: String,
    /// Login name.
    pub user: String,
    /// Whether this is the demonstration.
    pub demo: bool,
    pub(super) seed: Seed,
    pub(super) next_job: u64,
    /// The newest look into a workbook; older answers are dropped.
    pub(super) previewing: Option<Job>,
    /// A workbook whose headings a person has to point out.
    pub(super) unopened: Option<String>,
    /// A change set that could not be written yet.
    pub(super) unwritten: Option<Arc<ChangeSet>>,
    /// The summary, while a path for its plan is asked: it comes back when nothing stands in front.
    pub(super) set_aside: Option<Summary>,
}

impl Model {
    /// The first screen, and what it asks of the world. With a workbook, it is opened at once.
    #[must_use]
    pub fn begin(setting: Setting, size: (u16, u16), opening: Option<Opening>) -> (Self, Vec<Effect>) {
        let mut model = Self {
            size,
            sight: setting.sight,
            screen: Screen::Start(Start::default()),
            overlay: setting.fault.map(|fault| Overlay::Fault(fault, WayOut::None, false)),
            behind: Vec::new(),
            running: None,
            notice: None,
            pending: None,
            store: Glance::Reading,
            mails: Mails::default(),
            catalogue: setting.catalogue,
            drafts: Vec::new(),
            folder: setting.folder,
            user: setting.user,
            demo: setting.demo,
            seed: setting.seed,
            next_job: 0,
            previewing: None,
            unopened: None,
            unwritten: None,
            set_aside: None,
        };
        let (outbox, store) = (model.job(), model.job());
        let mut effects = vec![Effect::ReadOutbox(outbox), Effect::ReadStore(store), Effect::ListDrafts];
        if let Some(opening) = opening {
            effects.extend(model.open(opening));
        }
        (model, effects)
    }

    /// Puts something in front of what is in front now; closing it leads back there. A list of choices
    /// gives way to the next, but not to the keys that hold in it.
    pub(super) fn cover(&mut self, overlay: Overlay) {
        let is_help = |overlay: &Overlay| matches!(overlay, Overlay::Chooser(chooser) if chooser.question == Question::Help);
        let helps = is_help(&overlay);
        match self.overlay.replace(overlay) {
            None => {}
            Some(covered @ Overlay::Chooser(_)) if !helps || is_help(&covered) => drop(covered),
            Some(covered) => self.behind.push(covered),
        }
    }

    /// Closes what is in front. False where nothing is.
    pub(super) fn uncover(&mut self) -> bool {
        let was_covered = self.overlay.is_some();
        self.overlay = self.behind.pop();
        was_covered
    }

    pub(super) fn job(&mut self) -> Job {
        self.next_job += 1;
        Job(self.next_job)
    }

    pub(super) fn run(&mut self, task: Task) -> Job {
        let job = self.job();
        self.running = Some(Running { job, task, far: None, stopping: false });
        job
    }

    /// Opens a workbook in the background.
    pub(super) fn open(&mut self, opening: Opening) -> Vec<Effect> {
        let job = self.run(Task::Open(opening.clone()));
        vec![Effect::Open(job, opening)]
    }
}
