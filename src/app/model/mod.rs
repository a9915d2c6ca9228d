//! Everything that is on screen, as state.

mod overlay;
mod paths;
mod work;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::app::arrived::Arrived;
use crate::app::chooser::Question;
use crate::app::desk::{Desk, Sight};
use crate::app::dossier::Binder;
use crate::app::effect::{Effect, Job, Opening, PASTED};
use crate::app::fault::Fault;
use crate::app::geometry;
use crate::app::inviting::{Inviting, Mails};
use crate::app::keeping::KeptDraft;
use crate::app::key::Key;
use crate::app::log_place::LogPlace;
use crate::app::notice::Notice;
use crate::app::past::Past;
use crate::app::person::PersonPage;
use crate::app::picker::Picker;
use crate::app::register::Register;
use crate::app::start::Start;
use crate::app::summary::Summary;
use crate::app::tour::{Reason, Tour};
use crate::app::unsaved::{About, LeftBehind};
use crate::domain::change_set::ChangeSet;
use crate::domain::draft::Seed;
use crate::domain::matching::Stock;
use crate::domain::questionnaire::Catalogue;

pub use overlay::{Ask, Overlay, WayOut};
pub use paths::{Document, PathEntry, PathFor};
pub use work::{Running, Stopping, Task};

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
    pub catalogue: Catalogue,
    /// What a person has to know of before anything else, the first first: keys or a questionnaire that are not used.
    pub faults: Vec<Fault>,
    /// Where the log is, for whoever is told that something failed.
    pub log: LogPlace,
    /// What the program was started for.
    pub purpose: Purpose,
}

/// What the program was started for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The office's own work.
    Work,
    /// To look around in the sample, with a store that is thrown away.
    Demonstration,
    /// To be shown around in the same, step by step.
    Tour,
}

#[cfg(test)]
impl Setting {
    /// That of Els, who works in English and has the questionnaires that are built in.
    pub(crate) fn for_tests() -> Self {
        Self {
            sight: Sight::first(crate::words::ScreenLanguage::English),
            folder: "/".into(),
            seed: Seed::new([7; 32]),
            user: "els".into(),
            catalogue: crate::domain::questionnaire::built_in(),
            faults: Vec::new(),
            log: LogPlace::default(),
            purpose: Purpose::Work,
        }
    }
}

/// Everything that is on screen.
#[derive(Debug, Clone)]
pub struct Model {
    /// Columns and rows that the screens have: the window's, less the strip of the tour.
    pub size: (u16, u16),
    /// How text is shown.
    pub sight: Sight,
    /// The screen behind whatever stands in front.
    pub screen: Screen,
    /// The screens that one came through, the last one nearest: back leads there again.
    pub(super) through: Vec<Screen>,
    /// Imports that were left and are not known to be kept yet: one that cannot be is gone on with.
    #[expect(clippy::vec_box, reason = "a desk comes from a screen and goes back to one, which boxes it")]
    pub(super) parting: Vec<Box<Desk>>,
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
    pub catalogue: Catalogue,
    /// The drafts that are kept, the one changed last first.
    pub drafts: Vec<KeptDraft>,
    /// Changes of dossiers and customers that were left behind without saving, the latest first.
    pub unsaved: Vec<LeftBehind>,
    /// Folder in which the picker begins.
    pub folder: String,
    /// Login name.
    pub user: String,
    /// Where the log is.
    pub log: LogPlace,
    /// What the program was started for.
    pub purpose: Purpose,
    /// The guided tour, where somebody takes it. Its strip stands below the screens, which get the window less its lines.
    pub tour: Option<Tour>,
    /// Of these it was said that what is not saved cannot be kept.
    pub(super) unkept: BTreeSet<About>,
    pub(super) seed: Seed,
    pub(super) next_job: u64,
    /// The newest look into a workbook; older answers are dropped.
    pub(super) previewing: Option<Job>,
    /// The rows that were pasted last, and are being opened or lie open.
    pub(super) pasted: Option<Arc<str>>,
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
        let told = setting.faults.into_iter().rev().map(|fault| Overlay::Fault(fault, WayOut::None, false));
        let mut behind: Vec<Overlay> = told.collect();
        let mut model = Self {
            size,
            sight: setting.sight,
            screen: Screen::Start(Start::default()),
            through: Vec::new(),
            parting: Vec::new(),
            overlay: behind.pop(),
            behind,
            running: None,
            notice: None,
            pending: None,
            store: Glance::Reading,
            mails: Mails::default(),
            catalogue: setting.catalogue,
            drafts: Vec::new(),
            unsaved: Vec::new(),
            folder: setting.folder,
            user: setting.user,
            log: setting.log,
            purpose: setting.purpose,
            tour: (setting.purpose == Purpose::Tour).then(Tour::default),
            unkept: BTreeSet::new(),
            seed: setting.seed,
            next_job: 0,
            previewing: None,
            pasted: None,
            unopened: None,
            unwritten: None,
            set_aside: None,
        };
        model.fit(size);
        let (outbox, store) = (model.job(), model.job());
        let mut effects = vec![Effect::ReadOutbox(outbox), Effect::ReadStore(store), Effect::ListDrafts];
        if let Some(opening) = opening {
            effects.extend(model.open(opening));
        }
        (model, effects)
    }

    /// Takes in how many columns and rows the window has.
    pub(super) fn fit(&mut self, (width, height): (u16, u16)) {
        let lines = match self.tour.as_ref().map(Tour::reason) {
            None => 0,
            Some(Reason::WhereThereIsRoom) => geometry::strip(width, height),
            Some(Reason::Whole) => geometry::whole_strip(width, height),
        };
        self.size = (width, height.saturating_sub(lines));
        if let Some(tour) = &mut self.tour {
            tour.lines = lines;
        }
    }

    /// Columns and rows of the window, the strip of the tour with it.
    #[must_use]
    pub fn window(&self) -> (u16, u16) {
        (self.size.0, self.size.1 + self.tour.as_ref().map_or(0, |tour| tour.lines))
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
        self.running = Some(Running { job, task, far: None, left: None, stopping: false });
        job
    }

    /// Opens a workbook in the background.
    pub(super) fn open(&mut self, opening: Opening) -> Vec<Effect> {
        let pasted = self.pasted.clone().filter(|_| opening.path == PASTED);
        let opening = Opening { pasted, ..opening };
        // A draft that lies open behind the screen may be of the same workbook.
        let left = self.let_go_behind();
        let job = self.run(Task::Open(opening.clone()));
        left.into_iter().chain([Effect::Open(job, opening)]).collect()
    }
}
