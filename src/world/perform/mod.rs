//! Doing what the model asks for: each effect becomes a deed in the world and a report.
//!
//! - `opening`: from a path to a draft: outline, headings, sheet, store, buckets
//! - `beginning`: a draft afresh, taken up again or taken over; `keeping`: its decisions written down
//! - `pasting`: rows that were pasted from a spreadsheet
//! - `noticing`: whether somebody else has written
//! - `person`: the page of a customer, and what a wish for many comes to
//! - `answering`: questionnaires that came back, read and taken over
//! - `amending`: what was decided about stored customers, dossiers and task flows
//! - `mailing`: the outbox, letters, sending
//! - `taking_back`: what taking an import back would do
//! - `dossiers`: one dossier, read to be completed
//! - `seasons`: what would be done about task flows, before it is
//! - `looking_back`: what became of the rows of an import, or what taking it back would do, for the screen
//! - `correcting`: a corrected copy of the workbook
//! - `folders`: what the picker sees, and completing paths
//! - `gathering`: what the register needs of a store beside the store itself
//! - `counting`: what columns would be under other fields
//! - `faults`: what each door's errors mean to a person
//!
//! Nothing here knows threads: the loop runs deeds in lanes, the tests run them on the spot.

mod amending;
mod answering;
mod beginning;
mod correcting;
mod counting;
mod dossiers;
mod faults;
mod folders;
mod gathering;
mod keeping;
mod keeping_out;
mod looking_back;
mod mailing;
mod noticing;
mod opening;
mod pasting;
mod person;
mod seasons;
mod taking_back;

use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

pub use amending::of_commit;
pub use faults::{
    exported_name, of_backup, of_config, of_draft, of_layout, of_outbox, of_output, of_read, of_reconcile, of_store, of_write,
    template_name,
};
pub use keeping_out::keep_out_of;
pub use mailing::of_mailroom;
pub use noticing::{InOrder, Trace};
pub use opening::{Opened, Unfamiliar, looked_into, open_source, opened};

use faults::with_causes;

use crate::app::effect::{Far, Stage, has_no_place};
use crate::app::fault::Fault;
use crate::app::pace::Pace;
use crate::app::{Effect, Job, Report};
use crate::domain::change_set::{ChangeSet, Hand, Receipt};
use crate::domain::draft::{Draft, Office};
use crate::domain::matching::Stock;
use crate::domain::outbox::overlaid;
use crate::domain::path_text::text_of;
use crate::domain::plan::plan_of;
use crate::world::clock::Clock;
use crate::world::drafts::Drafts;
use crate::world::export;
use crate::world::log;
use crate::world::mailroom::{Mail, Mailroom};
use crate::world::plan_file::write_plan;
use crate::world::spent::Spent;
use crate::world::store::{CommitFault, Store};
use crate::world::whole_file::{Existing, WriteFault};
use crate::world::workbook::Reader;
use crate::world::workbook::template::write_template;

/// Everything outside that the program works with.
#[derive(Clone)]
pub struct World {
    /// Reads workbooks.
    pub reader: Reader,
    /// Keeps drafts.
    pub drafts: Drafts,
    /// Keeps the customers.
    pub store: Arc<dyn Store>,
    /// Tells the day.
    pub clock: Arc<dyn Clock>,
    /// The questionnaires and the colleagues; its day is set anew for each draft.
    pub office: Office,
    /// How mail leaves.
    pub mail: Mail,
    /// Login name of the person.
    pub user: String,
    /// What came in on standard input before the terminal took its place; none where nothing did.
    pub standard_input: Option<Arc<Vec<u8>>>,
    /// How store and outbox stood when their mails were last found in order.
    pub in_order: InOrder,
    /// The account on which everything that is done goes. Store and reader have it too.
    pub spent: Spent,
}

/// A path as it is found from any folder; standard input has none.
#[must_use]
pub fn whole_path(path: &str) -> String {
    if has_no_place(path) {
        return path.to_owned();
    }
    let expanded = folders::expanded(path);
    text_of(&std::path::absolute(&expanded).unwrap_or(expanded))
}

/// Whether a job was asked to stop.
pub type Stopping<'a> = &'a dyn Fn(Job) -> bool;

impl World {
    /// Does what an effect asks for and tells what came of it, and how long it takes yet; what failed is logged. Effects of the
    /// loop's own (leaving, drawing, stopping) are not for the world and do nothing here.
    pub fn perform(&self, effect: Effect, stopping: Stopping<'_>, tell: &mut dyn FnMut(Report)) {
        let (mut pace, mut said, mut going) = (Pace::default(), None, self.spent.follow());
        self.fulfil(effect, stopping, &mut |report| {
            report.fault().into_iter().for_each(log::fault);
            let left = if let Report::Far(job, far) = report {
                going.at(far.stage);
                Some((job, pace.left(far, self.clock.now())))
            } else {
                None
            };
            tell(report);
            if let Some((job, left)) = left.filter(|(_, left)| *left != said) {
                said = left;
                tell(Report::Left(job, left));
            }
        });
    }

    fn fulfil(&self, effect: Effect, stopping: Stopping<'_>, tell: &mut dyn FnMut(Report)) {
        match effect {
            Effect::ReadStore(job) => self.read_store(job, tell),
            Effect::Refresh(job) => {
                tell(Report::Far(job, Far { stage: Stage::ReadingStore, done: 0, all: 0 }));
                let read = self.stock();
                tell(if stopping(job) { Report::Stopped(job) } else { Report::Refreshed(job, read) });
            }
            Effect::Gather(job, stock) => self.gather(job, stock, stopping, tell),
            Effect::ListFolder(job, path) => tell(Report::Folder(job, folders::list(&folders::expanded(&path)))),
            Effect::Complete(job, text) => {
                let (text, candidates) = folders::complete(&text);
                tell(Report::Completed(job, text, candidates));
            }
            Effect::Preview(job, path) => tell(Report::Preview(job, looked_into(&self.reader, &path))),
            Effect::Open(job, asked) => self.open(job, &asked, stopping, tell),
            Effect::Journal(id, entries) => self.keep(id, &entries, tell),
            Effect::KeepUnsaved(unsaved) => self.keep_unsaved(&unsaved, tell),
            Effect::DropUnsaved(store, about) => self.drop_unsaved(&store, &about, tell),
            Effect::ListDrafts => tell(Report::Drafts(self.kept_drafts())),
            Effect::RemoveDraft(id) => self.remove_draft(&id, tell),
            Effect::LeaveDraft(id, leaving) => self.leave_draft(&id, leaving, tell),
            Effect::Prepare(job, draft, seed) => {
                tell(Report::Far(job, Far { stage: Stage::Preparing, done: 0, all: u64::from(draft.row_count()) }));
                match draft.change_set(seed) {
                    _ if stopping(job) => tell(Report::Stopped(job)),
                    Ok(set) => tell(Report::Prepared(job, Arc::new(set))),
                    // The model asks only where nothing bars it; a refusal all the same writes nothing.
                    Err(_) => tell(Report::Stopped(job)),
                }
            }
            Effect::Weigh(job, draft) => {
                let mut far = |done: usize, all: usize| {
                    tell(Report::Far(job, Far { stage: Stage::Weighing, done: done as u64, all: all as u64 }));
                    if stopping(job) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
                };
                let weighed = draft.weighing(&mut far);
                // The desk changes its draft next, which costs a copy while somebody else holds it.
                drop(draft);
                tell(weighed.map_or(Report::Stopped(job), |weighed| Report::Weighed(job, Box::new(weighed))));
            }
            Effect::Commit(job, set) => match self.commit(job, &set.0, stopping, tell) {
                Ok(Some(written)) => tell(Report::Committed(job, Ok(written))),
                Ok(None) => tell(Report::Stopped(job)),
                Err(fault) => tell(Report::Committed(job, Err(fault))),
            },
            Effect::ReadDossier(job, flow, customer) => tell(Report::DossierRead(job, self.read_dossier(&flow, customer))),
            Effect::PlanSeason(job, wish) => {
                tell(Report::Far(job, Far { stage: Stage::ReadingStore, done: 0, all: 0 }));
                let planned = self.plan_season(&wish).map(Box::new);
                tell(if stopping(job) { Report::Stopped(job) } else { Report::SeasonPlanned(job, planned) });
            }
            Effect::ReadAnswers(job, paths) => self.read_answers(job, &paths, stopping, tell),
            Effect::TakeOver(job, taking) => self.take_over(job, &taking, stopping, tell),
            Effect::LookBack(job, import, asked) => {
                let looked = self.look_back(import, asked);
                tell(if stopping(job) { Report::Stopped(job) } else { Report::LookedBack(job, looked) });
            }
            Effect::Amend(job, amendment) => self.perform_amend(job, &amendment.0, stopping, tell),
            Effect::Person(job, effect) => self.perform_about_person(job, effect, tell),
            Effect::WriteTemplate { job, path, language, overwrite } => {
                let existing = if overwrite { Existing::Replace } else { Existing::Keep };
                let to = folders::expanded(&path);
                let may = self.keep_out(&to).and_then(|()| template_name(&to));
                let written = may.and_then(|()| write_template(&to, language, existing).map_err(of_write)).map(|()| path);
                tell(Report::Written(job, written));
            }
            Effect::Export { job, path, original, export, overwrite } => {
                let existing = if overwrite { Existing::Replace } else { Existing::Keep };
                let (to, original) = (folders::expanded(&path), folders::expanded(&original));
                let all = export.row_count();
                let mut watch = |done| {
                    tell(Report::Far(job, Far { stage: Stage::Exporting, done, all }));
                    if stopping(job) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
                };
                let may = self.keep_out(&to).and_then(|()| exported_name(&to, export.content().format()));
                if let Err(fault) = may {
                    return tell(Report::Written(job, Err(fault)));
                }
                match export::write(&to, &original, existing, export.content(), &mut watch) {
                    Ok(()) => tell(Report::Written(job, Ok(path))),
                    Err(WriteFault::Stopped) => tell(Report::Stopped(job)),
                    Err(fault) => tell(Report::Written(job, Err(of_write(fault)))),
                }
            }
            Effect::CountColumns(job, draft, columns) => match counting::counted(&draft, columns, &|| stopping(job)) {
                Some(counts) => tell(Report::Counted(job, counts)),
                None => tell(Report::Stopped(job)),
            },
            Effect::SaveMapping(job, mapping) => {
                let hand = Hand { who: self.user.clone(), when: self.clock.now() };
                let saved = self.store.remember_mapping(&mapping, &hand).map_err(of_store).and_then(|()| self.stock());
                tell(Report::MappingSaved(job, saved.map(|stock| (mapping.name, stock))));
            }
            Effect::Correct { job, path, original, correcting, kept, overwrite } => {
                tell(Report::Far(job, Far { stage: Stage::Exporting, done: 0, all: 0 }));
                let existing = if overwrite { Existing::Replace } else { Existing::Keep };
                let written = self.corrected(&correcting, kept.as_ref(), (&path, &original), existing).map(|corrected| (path, corrected));
                tell(Report::Corrected(job, written));
            }
            Effect::WritePlan { job, draft, workbook, path, overwrite } => {
                let written = self.write_plan(&draft, &workbook, &path, overwrite);
                tell(Report::Written(job, written.map(|()| path)));
            }
            mail @ (Effect::ReadOutbox(_)
            | Effect::ShowLetter(..)
            | Effect::TestLetter { .. }
            | Effect::WriteLetters { .. }
            | Effect::Send { .. }
            | Effect::DecideMessage { .. }
            | Effect::WithdrawMessages { .. }) => self.perform_mail(mail, stopping, tell),
            Effect::Quit | Effect::Suspend | Effect::Redraw | Effect::Copy(_) | Effect::Cancel(_) => {}
        }
    }

    /// The mailroom of the store.
    #[must_use]
    pub fn mailroom(&self) -> Mailroom<'_> {
        Mailroom {
            store: &*self.store,
            catalogue: &self.office.catalogue,
            mail: &self.mail,
            clock: Arc::clone(&self.clock),
            user: &self.user,
        }
    }

    /// The store as it is now, indexed; its dossiers are as far as the outbox says.
    ///
    /// # Errors
    /// [`Fault`] where it cannot be read.
    pub fn stock(&self) -> Result<Arc<Stock>, Fault> {
        self.spent.during(Stage::ReadingStore, || {
            let snapshot = self.store.snapshot().map_err(of_store)?;
            // An outbox that cannot be read keeps nobody from looking at customers; whoever opens it is told.
            let shown = match self.mailroom().outbox() {
                Ok(outbox) => overlaid(snapshot, &outbox),
                Err(_) => snapshot,
            };
            Ok(Arc::new(Stock::new(shown)))
        })
    }

    /// Writes the plan of a draft.
    fn write_plan(&self, draft: &Draft, workbook: &str, path: &str, overwrite: bool) -> Result<(), Fault> {
        let existing = if overwrite { Existing::Replace } else { Existing::Keep };
        let system = |detail: String| Fault::System { detail };
        // The model asks only where a commit could be made.
        let workbook = whole_path(workbook);
        let plan = plan_of(draft, &workbook).map_err(|refusal| system(refusal.to_string()))?;
        let text = plan.to_json().map_err(|error| system(error.to_string()))?;
        let to = folders::expanded(path);
        self.keep_out(&to)?;
        write_plan(&to, Path::new(&workbook), &text, existing).map_err(of_write)
    }

    /// Writes a change set and reads the store again. None where it was stopped.
    fn commit(
        &self,
        job: Job,
        set: &ChangeSet,
        stopping: Stopping<'_>,
        tell: &mut dyn FnMut(Report),
    ) -> Result<Option<(Receipt, Arc<Stock>)>, Fault> {
        self.secure_before_commit()?;
        let hand = Hand { who: self.user.clone(), when: self.clock.now() };
        let written = self.store.commit(set, &hand, &mut |progress| {
            tell(Report::Far(job, Far { stage: progress.stage.into(), done: progress.done, all: progress.total }));
            if stopping(job) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        match written {
            Ok(receipt) => self.stock().map(|stock| Some((receipt, stock))),
            Err(CommitFault::Cancelled) => Ok(None),
            Err(fault) => Err(of_commit(fault)),
        }
    }
}
