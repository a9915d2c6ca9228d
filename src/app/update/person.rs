//! Keys of the page of one customer, and what is heard of customers.

use std::sync::Arc;

use crate::app::action::Action;
use crate::app::chooser::Question;
use crate::app::editor::Editor;
use crate::app::effect::{Effect, Job, Shared};
use crate::app::fault::Fault;
use crate::app::geometry;
use crate::app::model::{Ask, Glance, Model, Overlay, Screen, Task, WayOut};
use crate::app::notice::Notice;
use crate::app::person::{Front, OpenedPerson, PersonAsk, PersonEffect, PersonNotice, PersonPage, PersonReport, PersonTask, Wanted};
use crate::app::unsaved::Work;
use crate::domain::amendment::Amendment;
use crate::domain::change_set::Receipt;
use crate::domain::customer::CustomerId;
use crate::domain::draft::{Cure, Deed, Step};
use crate::domain::matching::Stock;
use crate::domain::person::{ROW, Subject};

impl Model {
    pub(super) fn say_of_person(&mut self, notice: PersonNotice) {
        self.notice = Some(Notice::Person(notice));
    }

    /// The store as it was last read; says so where it was not.
    pub(super) fn read_store(&mut self) -> Option<Arc<Stock>> {
        match &self.store {
            Glance::Known(stock) => Some(Arc::clone(stock)),
            Glance::Reading | Glance::Fault(_) => {
                self.say_of_person(PersonNotice::StoreNotRead);
                None
            }
        }
    }

    /// Opens the page of a stored customer.
    pub fn open_customer(&mut self, customer: CustomerId) -> Vec<Effect> {
        self.open_page(Wanted::Stored(customer))
    }

    /// Opens an empty page.
    pub fn add_customer(&mut self) -> Vec<Effect> {
        self.open_page(Wanted::Newcomer)
    }

    fn open_page(&mut self, wanted: Wanted) -> Vec<Effect> {
        let Some(stock) = self.read_store() else { return Vec::new() };
        let job = self.run(Task::Person(PersonTask::Opening));
        vec![Effect::Person(job, PersonEffect::Open(Some(Shared(stock)), wanted))]
    }

    /// Shows where each value of a customer came from.
    pub fn recall_customer(&mut self, customer: CustomerId) -> Vec<Effect> {
        let Some(stock) = self.read_store() else { return Vec::new() };
        let job = self.run(Task::Person(PersonTask::Recalling));
        vec![Effect::Person(job, PersonEffect::History(Shared(stock), customer))]
    }

    pub(super) fn act_on_person(&mut self, action: Action) -> Vec<Effect> {
        if let Some(obstacle) = self.obstacle(action) {
            self.notice = Some(obstacle);
            return Vec::new();
        }
        let seen = geometry::person_rows(self.size.0, self.size.1);
        let Some(page) = self.person_mut() else { return Vec::new() };
        let cursor = page.cursor;
        let last = page.fields.len().saturating_sub(1);
        match action {
            Action::Down => page.go_to(cursor + 1, seen),
            Action::Up => page.go_to(cursor.saturating_sub(1), seen),
            Action::PageDown => page.go_to(cursor + seen.max(1), seen),
            Action::PageUp => page.go_to(cursor.saturating_sub(seen.max(1)), seen),
            Action::First => page.go_to(0, seen),
            Action::Last => page.go_to(last, seen),
            Action::PaneDown => page.pane_top += 1,
            Action::PaneUp => page.pane_top = page.pane_top.saturating_sub(1),
            Action::NextFinding | Action::PreviousFinding => match page.next_finding(action == Action::NextFinding) {
                Some(place) => page.go_to(place, seen),
                None => self.notice = Some(Notice::NothingWrong),
            },
            Action::Edit | Action::Open => {
                let field = page.field();
                self.overlay = Editor::open(&mut page.desk, ROW, field).map(|editor| Overlay::Editor(Box::new(editor)));
            }
            Action::TakeSuggestion => self.take_suggestion_on_page(),
            Action::Undo => self.step_on_page(false),
            Action::Redo => self.step_on_page(true),
            Action::SaveCustomer => return self.review_page(),
            Action::RemoveCustomer => match page.person.id() {
                Some(id) => return self.remove_customers(&[id]),
                None => return self.nothing_here(),
            },
            Action::History => match page.person.id() {
                Some(id) => return self.recall_customer(id),
                None => return self.nothing_here(),
            },
            Action::Language => return self.ask(Question::Language),
            Action::Questionnaire => return self.ask(Question::Questionnaire),
            Action::TaskFlow => return self.ask(Question::TaskFlow),
            _ => return self.nothing_here(),
        }
        Vec::new()
    }

    fn take_suggestion_on_page(&mut self) {
        let Some(page) = self.person() else { return };
        let findings = page.findings(page.field());
        let cure = findings.iter().find_map(|finding| page.draft().cure(ROW, finding));
        match (findings.first(), cure) {
            (None, _) => self.notice = Some(Notice::NothingWrong),
            (Some(finding), None) => self.notice = Some(Notice::NoSuggestion(finding.rule)),
            (Some(_), Some(cure)) => {
                let step = page.draft().curing(Deed::TakeSuggestion, std::slice::from_ref(&cure));
                self.put_right(step, &cure);
            }
        }
    }

    /// On a page, emptying the partner's number takes along what is known of the partner.
    pub(super) fn with_separation(&self, step: Step, cure: &Cure) -> (Step, usize) {
        match self.person() {
            Some(page) => page.person.with_separation(page.draft(), step, cure),
            None => (step, 0),
        }
    }

    /// Says that fields of the partner went along, where any did.
    pub(super) fn say_separated(&mut self, along: usize) {
        if along > 0 {
            self.say_of_person(PersonNotice::Separated(along));
        }
    }

    fn step_on_page(&mut self, forward: bool) {
        let Some(page) = self.person_mut() else { return };
        let made = if forward { page.desk.redo() } else { page.desk.undo() };
        self.notice = match (made, forward) {
            (true, _) => None,
            (false, true) => Some(Notice::NothingToRedo),
            (false, false) => Some(Notice::NothingToUndo { committed: false }),
        };
    }

    pub(super) fn next_seed(&mut self) -> crate::domain::draft::Seed {
        let seed = self.seed;
        self.seed = seed.next();
        seed
    }

    pub(super) fn amend_customers(&mut self, task: PersonTask, amendment: Amendment) -> Vec<Effect> {
        let job = self.run(Task::Person(task));
        vec![Effect::Amend(job, Shared(Arc::new(amendment)))]
    }

    pub(super) fn answer_about_person(&mut self, ask: &PersonAsk) -> Vec<Effect> {
        match ask {
            PersonAsk::Leave => self.leave(),
            PersonAsk::Save(_) => self.write_page(),
        }
    }

    /// Back to where the page was opened; edits that are not saved are asked about first.
    pub(super) fn back_from_page(&mut self) -> Vec<Effect> {
        if self.person().is_some_and(PersonPage::is_edited) {
            self.overlay = Some(Overlay::Ask(Ask::Person(PersonAsk::Leave), false));
            return Vec::new();
        }
        self.leave()
    }

    /// What the world answers about customers.
    pub(super) fn hear_of_person(&mut self, job: Job, report: Result<PersonReport, Fault>) -> Vec<Effect> {
        if self.end(job).is_none() {
            return Vec::new();
        }
        match report {
            Ok(PersonReport::Opened(opened)) => return self.show_page(*opened),
            Ok(PersonReport::Prepared(many)) if many.changes.is_empty() => self.say_of_person(PersonNotice::NobodyChanges),
            Ok(PersonReport::Prepared(many)) => self.cover(Overlay::Person(Box::new(Front::Many { many, top: 0 }))),
            Ok(PersonReport::History(history)) => self.cover(Overlay::Person(Box::new(Front::History(*history)))),
            Err(fault) => self.fail(fault, WayOut::None),
        }
        Vec::new()
    }

    fn show_page(&mut self, opened: OpenedPerson) -> Vec<Effect> {
        let read = opened.stock.clone();
        let again = self.person().map(|page| (page.cursor, opened.unapplied.len()));
        let left = opened.left.clone();
        let mut page = PersonPage::new(opened);
        // An edit that is not made again is shown on the page, and stays on disk as long as the page is open.
        page.kept = match (&left, self.person()) {
            (Ok(Some((work, _))), _) => Some(work.clone()),
            (_, Some(before)) => before.kept.clone(),
            _ => None,
        };
        let edited = page.unsaved().map_or(0, |work| if let Work::Page { edits, .. } = work { edits.len() } else { 0 });
        let seen = geometry::person_rows(self.size.0, self.size.1);
        page.go_to(again.map_or(0, |(cursor, _)| cursor), seen);
        match self.screen {
            // The page is opened anew.
            Screen::Person(_) => self.screen = Screen::Person(Box::new(page)),
            _ => self.enter(Screen::Person(Box::new(page))),
        }
        match (again, left) {
            (Some((_, lost)), _) => self.say_of_person(PersonNotice::MadeAgain(lost)),
            (None, Ok(Some((_, when)))) if edited > 0 => {
                let when = self.sight.moment(when);
                self.say_of_person(PersonNotice::TakenUp(edited, when));
            }
            (None, Err(fault)) => self.fail(fault, WayOut::None),
            (None, Ok(_)) => {}
        }
        read.map_or_else(Vec::new, |stock| self.restocked(stock))
    }

    /// What was decided about customers was written, or not.
    pub(super) fn amended_customers(&mut self, task: PersonTask, written: Result<(Receipt, Arc<Stock>), Fault>) -> Vec<Effect> {
        match written {
            Ok((_, stock)) => {
                let (name, fields) =
                    self.person().map_or_else(Default::default, |page| (page.name(), page.person.changes(page.draft()).len()));
                let is_new = self.person().is_some_and(|page| page.person.subject == Subject::Newcomer);
                self.store = Glance::Known(Arc::clone(&stock));
                let mut effects = Vec::new();
                if matches!(task, PersonTask::Saving | PersonTask::Removing(_)) && self.person().is_some() {
                    effects.extend(self.leave());
                }
                let name = self.sight.text(&name);
                self.say_of_person(match task {
                    PersonTask::Removing(count) => PersonNotice::Removed(count),
                    PersonTask::Changing(count) => PersonNotice::Changed(count),
                    _ if is_new => PersonNotice::Added(name),
                    _ => PersonNotice::Saved(fields),
                });
                effects.extend(self.restocked(stock));
                effects
            }
            // Somebody was faster: the same edits are made again on what is stored now.
            Err(Fault::Changed { .. }) if task == PersonTask::Saving && self.person().is_some_and(|page| page.person.id().is_some()) => {
                let Some(again) = self.person().and_then(|page| page.person.again(page.draft())) else { return Vec::new() };
                let job = self.run(Task::Person(PersonTask::Opening));
                vec![Effect::Person(job, PersonEffect::Open(None, Wanted::Again(again)))]
            }
            Err(fault) => {
                self.fail(fault, WayOut::None);
                // What was looked at may no longer be so.
                let job = self.job();
                vec![Effect::ReadStore(job)]
            }
        }
    }
}
