//! What the world answers.

use std::sync::Arc;

use super::mapping::{in_force, proposals};
use crate::app::desk::{Desk, Face, Sight};
use crate::app::dossier::Errand;
use crate::app::effect::{Effect, Job, Preview, Report};
use crate::app::fault::Fault;
use crate::app::keeping::{Keeping, OpenedDraft};
use crate::app::model::{Ask, Document, Glance, Model, Overlay, Purpose, Running, Screen, Task, WayOut};
use crate::app::notice::Notice;
use crate::app::report::Done;
use crate::app::summary::{Button, Summary};
use crate::domain::change_set::{ChangeSet, Receipt};
use crate::domain::correction::Corrected;
use crate::domain::draft::{Bucket, Entry};
use crate::domain::mapping::Proposals;
use crate::domain::matching::Stock;
use crate::domain::sheet::column_letters;

impl Model {
    pub(super) fn hear(&mut self, report: Report) -> Vec<Effect> {
        match report {
            Report::Far(job, far) => {
                if self.gathering(job, far) {
                    return Vec::new();
                }
                if let Some(running) = self.running.as_mut().filter(|running| running.job == job) {
                    running.far = Some(far);
                }
            }
            Report::Left(job, left) => {
                if let Some(running) = self.running.as_mut().filter(|running| running.job == job) {
                    running.left = left;
                }
            }
            Report::Store(_, Ok(stock)) => return self.restocked(stock),
            Report::Store(_, Err(fault)) => self.not_restocked(fault),
            Report::Gathered(_, gathered) => self.gathered(&gathered),
            Report::Folder(_, Ok(folder)) => {
                self.folder.clone_from(&folder.path);
                if let Screen::Picker(picker) = &mut self.screen {
                    picker.show(folder);
                    return self.look();
                }
            }
            Report::Folder(_, Err(fault)) => self.fail(fault, WayOut::None),
            Report::Preview(job, seen) => self.previewed(job, seen),
            Report::Completed(_, text, candidates) => {
                if let Some(Overlay::Path(entry)) = &mut self.overlay {
                    entry.field = crate::app::text_field::TextField::with(&text);
                    entry.candidates = candidates;
                }
            }
            Report::Opened(job, opened) => return self.opened(job, opened),
            Report::Counted(job, counts) => self.counted(job, counts),
            Report::MappingSaved(_, Ok((name, stock))) => {
                self.store = Glance::Known(stock);
                self.notice = Some(Notice::MappingSaved(name));
            }
            Report::MappingSaved(_, Err(fault)) => self.fail(fault, WayOut::None),
            Report::DraftFound(job, draft, likeness) => {
                let opening = self.is_opening();
                if let (Some(opening), Some(_)) = (opening, self.end(job)) {
                    self.draft_found(&opening, &draft, likeness);
                }
            }
            Report::Drafts(listed) => self.drafts_listed(listed),
            Report::DraftLeft(id, left) => self.draft_left(&id, left),
            Report::NotLeft(id, fault) => return self.not_left(&id, fault),
            Report::ThrownAway(_, done) => self.thrown_away(done),
            Report::Saved(id, count, when) => self.saved(&id, count, when),
            Report::NotKept(id, fault) => self.not_kept(&id, fault),
            Report::LeftBehind(unsaved) => {
                self.unsaved = unsaved;
                self.keep_draft_cursor();
            }
            Report::UnsavedNotKept(about, fault) => self.unsaved_not_kept(about, fault),
            Report::UnsavedKept(about) => self.unsaved_kept(&about),
            Report::Prepared(job, set) => {
                if self.end(job).is_some() {
                    let hidden = self.desk().map_or(0, Desk::hidden_selected);
                    self.overlay = Some(Overlay::Summary(Summary { set, hidden, button: Button::Back, top: 0 }));
                }
            }
            Report::Weighed(job, weighed) => self.weighed(job, weighed),
            Report::Committed(job, written) => self.committed(job, written),
            Report::SeasonPlanned(job, planned) => self.planned(job, planned),
            Report::Amended(job, written) => return self.amended(job, written),
            Report::DossierRead(job, read) => return self.dossier_read(job, read),
            Report::Person(job, report) => return self.hear_of_person(job, report),
            Report::Arrived(job, parcel) => self.arrived_there(job, parcel),
            Report::LookedBack(job, looked) => self.looked_back(job, looked),
            Report::Refreshed(job, read) => self.refreshed(job, read),
            Report::Written(job, written) => self.written(job, written),
            Report::Corrected(job, written) => self.corrected(job, written),
            Report::Stopped(job) => {
                if let Some(running) = self.end(job) {
                    if let Task::Season(waiting) = running.task {
                        self.overlay = waiting.form.map(Overlay::Season);
                    }
                    self.notice = Some(Notice::Stopped);
                }
            }
            Report::Outbox(job, read) => return self.outbox_read(job, read),
            Report::Letter(job, seen) => self.letter_seen(job, seen),
            Report::Tested(job, tested) => self.tested(job, tested),
            Report::LettersWritten(job, written) => self.letters_written(job, written),
            Report::Sending(job, far) => self.sending_goes_on(job, far),
            Report::Sent(job, ended) => return self.sending_ended(job, ended),
        }
        Vec::new()
    }

    /// Ends the running job, if it is this one.
    pub(super) fn end(&mut self, job: Job) -> Option<Running> {
        self.running.take_if(|running| running.job == job)
    }

    pub(super) fn fail(&mut self, fault: Fault, way: WayOut) {
        self.overlay = Some(Overlay::Fault(fault, way, false));
    }

    fn previewed(&mut self, job: Job, seen: Result<Preview, Fault>) {
        let Screen::Picker(picker) = &mut self.screen else { return };
        if self.previewing != Some(job) {
            return;
        }
        let path = picker.current().map_or_else(String::new, |entry| entry.path.clone());
        picker.preview = Some(seen.unwrap_or_else(|fault| Preview { path, heads: Vec::new(), found: None, fault: Some(fault) }));
    }

    fn opened(&mut self, job: Job, opened: Result<Box<OpenedDraft>, (Fault, Option<Preview>)>) -> Vec<Effect> {
        let Some(running) = self.end(job) else { return Vec::new() };
        let Task::Open(opening) = running.task else { return Vec::new() };
        match opened {
            Ok(opened) => {
                let OpenedDraft { draft, path, kept, taken_up } = *opened;
                let mut desk = Desk::new(path, draft);
                desk.keeping = kept.as_ref().ok().cloned().map(Keeping::new);
                let seen = desk.seen(self.size);
                desk.table_mut().go_to(0, seen);
                let afresh = taken_up.is_none();
                // The whole sheet is looked through for it: once.
                let proposed = proposals(&desk);
                self.notice = match self.purpose {
                    Purpose::Demonstration => Some(Notice::Demo),
                    _ => to_know(&desk, &proposed, self.sight, afresh),
                };
                desk.show(first_worth_looking_at(&desk));
                // One draft lies open at a time.
                let is_desk = |screen: &mut Screen| matches!(screen, Screen::Desk(_));
                let before: Vec<Screen> = self.through.extract_if(.., is_desk).collect();
                before.into_iter().for_each(|screen| self.part_with(screen));
                match self.screen {
                    // The way to it, and what was open before, are no screens to go back to.
                    Screen::Picker(_) | Screen::Desk(_) => {
                        let left = std::mem::replace(&mut self.screen, Screen::Desk(Box::new(desk)));
                        self.part_with(left);
                    }
                    _ => self.enter(Screen::Desk(Box::new(desk))),
                }
                let is_decided = self.desk().is_some_and(|desk| !desk.draft.steps().is_empty());
                // What somebody has gone on from has been looked at.
                let effects = if is_decided { Vec::new() } else { self.look_at(proposed) };
                if let Some(taken_up) = &taken_up {
                    self.say_taken_up(taken_up);
                }
                if let Err(fault) = kept {
                    self.fail(fault, WayOut::None);
                }
                return effects;
            }
            Err((fault, Some(preview))) => self.fail(fault, WayOut::ChooseHeadings(preview)),
            Err((fault @ Fault::StoreInUse { .. }, None)) => self.fail(fault, WayOut::Open(opening)),
            Err((fault, None)) => self.fail(fault, WayOut::None),
        }
        Vec::new()
    }

    fn committed(&mut self, job: Job, written: Result<(Receipt, Arc<Stock>), Fault>) {
        let Some(Running { task: Task::Commit(set), .. }) = self.end(job) else { return };
        match written {
            Ok((receipt, stock)) => self.report(set, receipt, stock),
            Err(fault) => {
                let way = match &fault {
                    Fault::Moved { .. } | Fault::Refused(_) => WayOut::Refresh,
                    Fault::StoreInUse { .. } | Fault::DiskFull => WayOut::Commit,
                    _ => WayOut::None,
                };
                self.unwritten = Some(set);
                self.fail(fault, way);
            }
        }
    }

    fn amended(&mut self, job: Job, written: Result<(Receipt, Arc<Stock>), Fault>) -> Vec<Effect> {
        let Some(Running { task, .. }) = self.end(job) else { return Vec::new() };
        if let Task::Dossier(Errand::Save(flow, customer)) = task {
            return self.dossier_saved(flow, customer, written);
        }
        if let Task::Season(waiting) = task {
            return self.season_written(waiting, written);
        }
        if let Task::Person(task) = task {
            return self.amended_customers(task, written);
        }
        if let Task::TakeBack(taking) = &task {
            self.took_back(Arc::clone(taking), written);
            return Vec::new();
        }
        if let Task::TakeOver(taking) = &task {
            self.took_over(taking, written);
            return Vec::new();
        }
        match written {
            Ok((_, stock)) => return self.restocked(stock),
            Err(fault) => self.fail(fault, WayOut::None),
        }
        Vec::new()
    }

    fn report(&mut self, set: Arc<ChangeSet>, receipt: Receipt, stock: Arc<Stock>) {
        self.store = Glance::Known(Arc::clone(&stock));
        self.unwritten = None;
        if let Some(desk) = self.desk_mut() {
            desk.with_draft(|draft| draft.settle_commit(stock));
            desk.note(|_| Entry::Committed(set.commit.clone()));
            desk.face = Face::Report(Box::new(Done { set, receipt, cursor: 0 }));
        }
    }

    fn refreshed(&mut self, job: Job, read: Result<Arc<Stock>, Fault>) {
        if self.end(job).is_none() {
            return;
        }
        match read {
            Ok(stock) => {
                self.store = Glance::Known(Arc::clone(&stock));
                if let Some(desk) = self.desk_mut() {
                    desk.with_draft(|draft| {
                        draft.rebase(stock);
                    });
                }
                self.notice = Some(Notice::Refreshed);
            }
            Err(fault) => self.fail(fault, WayOut::Refresh),
        }
    }

    fn corrected(&mut self, job: Job, written: Result<(String, Corrected), Fault>) {
        match written {
            Ok((path, corrected)) => {
                if self.end(job).is_some() {
                    self.overlay = Some(Overlay::Corrected(path, Box::new(corrected)));
                }
            }
            Err(fault) => self.written(job, Err(fault)),
        }
    }

    fn written(&mut self, job: Job, written: Result<String, Fault>) {
        let Some(Running { task: Task::Write(document), .. }) = self.end(job) else { return };
        match (written, document) {
            (Ok(path), Document::Template(_)) => self.notice = Some(Notice::TemplateWritten(path)),
            (Ok(path), Document::Plan) => self.notice = Some(Notice::PlanWritten(path)),
            (Ok(path), Document::Export(_)) => self.notice = Some(Notice::Exported(path)),
            (Err(Fault::Exists { path }), document) => self.overlay = Some(Overlay::Ask(Ask::Replace(path, document), false)),
            (Err(fault), _) => self.fail(fault, WayOut::None),
        }
    }
}

/// The tab to begin with: the new customers, or where there are none, what can be done something about.
pub(super) fn first_worth_looking_at(desk: &Desk) -> Bucket {
    let counts = desk.draft.counts();
    let order = [Bucket::OnlyInImport, Bucket::Invalid, Bucket::Duplicates];
    order.into_iter().find(|bucket| counts.of(*bucket) > 0).unwrap_or(Bucket::OnlyInImport)
}

/// What is to be known of a workbook that was opened: what is settled and cannot be, columns that nothing is read from, or
/// what was chosen by itself.
fn to_know(desk: &Desk, proposed: &Proposals, sight: Sight, afresh: bool) -> Option<Notice> {
    let unmet = || desk.draft.office().unmet(&desk.draft.stock().snapshot).into_iter().next().map(Notice::Unmet);
    let unmet = afresh.then(unmet).flatten();
    unmet
        .or_else(|| to_check(desk, proposed, sight))
        .or_else(|| not_read(desk, sight).map(Notice::NotRead))
        .or_else(|| afresh.then(|| as_settled(desk, sight)).flatten())
}

/// What was chosen since it is settled, if anything.
fn as_settled(desk: &Desk, sight: Sight) -> Option<Notice> {
    let chosen = desk.draft.as_settled();
    let names = [
        chosen.flow.map(|flow| flow.0),
        chosen.language.map(|language| (sight.words().language)(language).to_owned()),
        chosen.questionnaire.map(|id| id.0),
    ];
    let names: Vec<String> = names.into_iter().flatten().map(|name| sight.text(&name)).collect();
    (!names.is_empty()).then(|| Notice::AsSettled(names.join(", ")))
}

/// The columns that are read in a way that a person should check, if there are any, before those that nothing is read from.
fn to_check(desk: &Desk, proposed: &Proposals, sight: Sight) -> Option<Notice> {
    let mapping = in_force(desk, proposed.clone());
    let letters: Vec<String> =
        mapping.columns.iter().filter(|mapped| mapped.to_check()).map(|mapped| column_letters(mapped.proposal.column)).collect();
    (!letters.is_empty()).then(|| Notice::ToCheck(letters.len(), letters.join(", "), not_read(desk, sight)))
}

/// The headings of columns that nothing is read from, if there are any.
fn not_read(desk: &Desk, sight: Sight) -> Option<String> {
    let source = desk.draft.source();
    let mut headings: Vec<String> = desk.draft.layout().unread().map(|column| sight.text(column.heading.trim())).collect();
    if source.columns_left_out > 0 {
        headings.push(format!("+{}", source.columns_left_out));
    }
    (!headings.is_empty()).then(|| headings.join(", "))
}
