//! One dossier on screen: the questionnaire of one customer, with its answers.
//!
//! - here: the dossier as it lies open, which questions are listed, where the cursor is
//! - `choice`: what its drop-down lists, questions and messages are about
//! - `reading`: how answers read to a person, national numbers masked
//! - `pane`: everything about one question, as lines
//! - `lines`: the drop-down lists
//! - `record`: what the customer answered about their own record

mod choice;
mod lines;
mod listing;
mod pane;
mod reading;
mod record;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::sync::Arc;

pub(crate) use lines::offered_for;
pub(crate) use record::{of_record, pieces};

pub use choice::{Asked, DossierAsk, DossierChoice, DossierNotice, Errand};
pub use listing::Line;

use super::action::Action;
use super::answer::{Asking, Entry, Place};
use super::desk::Sight;
use super::fault::Fault;
use super::geometry::{self, Pane};
use super::notice::Notice;
use super::text_field::TextField;
use super::unsaved::{About, Found, Work};
use crate::domain::amendment::{Amendment, Becomes, CustomerChange, Deed, DossierChange};
use crate::domain::answering::shown;
use crate::domain::change_set::{CommitId, Receipt};
use crate::domain::completion::{Clash, Completion, Matter, about_dossier};
use crate::domain::customer::{CustomerId, Values};
use crate::domain::dossier::{Dossier, Origin, Status};
use crate::domain::language::Language;
use crate::domain::questionnaire::{AnswerKind, Known, Question, Questionnaire, ToldByNumber, prefill};
use crate::domain::returned::Offer;
use crate::domain::snapshot::Revision;
use crate::domain::task_flow::TaskFlow;
use crate::words::ScreenLanguage;

/// A dossier as it was read, with what has to be known to complete it.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenedDossier {
    /// Random name of the store.
    pub store: String,
    /// The task flow.
    pub flow: TaskFlow,
    /// Whose it is.
    pub customer: CustomerId,
    /// What is stored of the customer.
    pub values: Values,
    /// The commit that wrote those.
    pub customer_version: Revision,
    /// The commit that wrote the dossier as it stands.
    pub version: Revision,
    /// The dossier.
    pub dossier: Dossier,
    /// What the customer answered in it and their record says otherwise.
    pub record: Vec<Offer>,
    /// The lists of questions of the task flow, and the dossier's own where it is there.
    pub questionnaires: Vec<Questionnaire>,
    /// Changes that were left behind when it was open last; or why they cannot be read.
    pub left: Result<Option<Found>, Fault>,
}

/// In which language questions are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speaks {
    /// As the customer reads them.
    Dossier,
    /// In the language of the screen, where the questionnaire has it.
    Screen,
}

/// One dossier, open.
#[derive(Debug, Clone)]
pub struct Binder {
    /// As it was read; its dossier is what was stored last.
    pub opened: Arc<OpenedDossier>,
    /// The dossier with what was done to it.
    pub completion: Completion,
    /// Place of the cursor among the listed questions.
    pub cursor: usize,
    /// First line seen of the list.
    pub top: usize,
    /// What the list is narrowed by.
    pub filter: TextField,
    /// Whether the filter is being typed.
    pub is_filtering: bool,
    /// In which language questions are read.
    pub speaks: Speaks,
    /// Whether the detail pane is wanted.
    pub pane: bool,
    /// Whether the detail pane is over the whole screen.
    pub zoom: bool,
    /// First line seen of the detail pane.
    pub pane_top: usize,
    /// What could not be written yet, to be tried again under its name.
    pub(super) unwritten: Option<Arc<Amendment>>,
    /// What of it is kept on disk as not saved.
    pub(super) kept: Option<Work>,
    /// One's own changes that a colleague was before with others.
    pub(super) clashes: Vec<Clash>,
    /// The listed questions, as places in the questionnaire.
    order: Vec<usize>,
}

impl Binder {
    /// Opens a dossier.
    #[must_use]
    pub fn new(opened: OpenedDossier, sight: Sight) -> Self {
        let completion = Completion::new(opened.dossier.clone());
        let mut binder = Self {
            opened: Arc::new(opened),
            completion,
            cursor: 0,
            top: 0,
            filter: TextField::default(),
            is_filtering: false,
            speaks: Speaks::Dossier,
            pane: true,
            zoom: false,
            pane_top: 0,
            unwritten: None,
            kept: None,
            clashes: Vec::new(),
            order: Vec::new(),
        };
        binder.relist(sight);
        binder
    }

    /// The dossier as it now reads.
    #[must_use]
    pub const fn dossier(&self) -> &Dossier {
        self.completion.now()
    }

    /// Its list of questions; none where there is no file of it any more.
    #[must_use]
    pub fn questionnaire(&self) -> Option<&Questionnaire> {
        self.opened.questionnaires.iter().find(|known| known.id == self.dossier().questionnaire)
    }

    /// The language in which questions are read now.
    #[must_use]
    pub fn language(&self, screen: ScreenLanguage) -> Language {
        let own = self.dossier().language;
        let has = |language: &Language| self.questionnaire().is_some_and(|list| list.languages.contains(language));
        match self.speaks {
            Speaks::Dossier => Some(own).filter(has).unwrap_or_else(|| screen.of_customers()),
            Speaks::Screen => Some(screen.of_customers()).filter(has).unwrap_or(own),
        }
    }

    /// What differs from what is stored, each thing once: a question that asks for a matter of the dossier
    /// goes with that matter.
    #[must_use]
    pub fn changes(&self) -> Vec<Matter> {
        let mut changes = self.completion.changes();
        let own = changes.clone();
        changes.retain(|change| match change {
            Matter::Answer(id) => {
                let question = self.questionnaire().and_then(|list| list.question(id));
                question.and_then(about_dossier).is_none_or(|matter| !own.contains(&matter))
            }
            _ => true,
        });
        changes
    }

    /// The question under the cursor.
    #[must_use]
    pub fn current(&self) -> Option<&Question> {
        self.questionnaire()?.questions().nth(*self.order.get(self.cursor)?)
    }

    /// Whether the customer has this dossier's questionnaire as it was before.
    #[must_use]
    pub fn is_out(&self) -> bool {
        match self.dossier().status {
            Status::NotSentYet => false,
            Status::Queued | Status::Sent | Status::Unsure | Status::Answered => true,
            // A later mail that was refused does not take an earlier one back.
            Status::Failed | Status::Closed => self.dossier().course.sent.is_some(),
        }
    }

    /// Whether nothing is changed in it until it is opened again.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.dossier().status == Status::Closed
    }

    /// Whether its task flow is archived: then it is read only, closed or not.
    #[must_use]
    pub fn is_archived(&self) -> bool {
        self.opened.flow.open().is_err()
    }

    /// Why nothing can be changed in it now, if so.
    #[must_use]
    pub fn read_only(&self) -> Option<DossierNotice> {
        if self.is_archived() {
            return Some(DossierNotice::Archived);
        }
        self.is_closed().then_some(DossierNotice::Closed)
    }

    /// The task flow's deadline for this customer.
    #[must_use]
    pub fn default_deadline(&self) -> jiff::civil::Date {
        self.opened.flow.default_deadline(self.opened.values.has_enterprise_number())
    }

    /// The editor of the answer to a question. None where a number in it is masked that would be seen by that.
    #[must_use]
    pub fn entry(&self, question: &Question, sight: Sight) -> Option<Entry> {
        let language = self.dossier().language;
        let text = self.dossier().answer(&question.id).map_or_else(String::new, |answer| match question.kind {
            AnswerKind::Date | AnswerKind::Amount | AnswerKind::Account => shown(question, &answer.value, language),
            _ => answer.value.clone(),
        });
        let language = self.language(sight.language);
        let asking = Asking { question: question.clone(), text: self.asks(question, sight), language, place: Place::Dossier };
        Entry::of(asking, &text, sight)
    }

    /// The editor of the deadline.
    #[must_use]
    pub fn deadline_entry(&self) -> Entry {
        Entry::of_deadline(self.dossier().deadline, self.default_deadline(), self.opened.flow.assessment_year)
    }

    /// Columns and lines that the detail pane has for its text.
    #[must_use]
    pub fn pane_room(&self, (width, height): (u16, u16)) -> (usize, usize) {
        let (columns, lines) = match geometry::pane(width, height, self.pane) {
            _ if self.zoom => (width, height.saturating_sub(listing::FRAME_LINES)),
            Pane::Hidden => (width, 2),
            Pane::Below(lines) => (width, lines),
            Pane::Beside(columns) => (columns, height.saturating_sub(listing::FRAME_LINES)),
        };
        (usize::from(columns.saturating_sub(4)), usize::from(lines.saturating_sub(2)))
    }

    /// Why an action cannot run on this dossier now, if so.
    #[must_use]
    pub fn obstacle(&self, action: Action) -> Option<Notice> {
        let edits = matches!(action, Action::Open | Action::Edit | Action::FlipAnswer | Action::ClearAnswer);
        let edits = edits || (action == Action::SaveDossier && self.is_archived());
        if let Some(notice) = self.read_only().filter(|_| edits) {
            return Some(Notice::Dossier(notice));
        }
        let notice = match action {
            _ if edits && self.current().is_none() => DossierNotice::NoQuestion,
            Action::FlipAnswer if self.current().is_some_and(|question| question.kind != AnswerKind::YesNo) => DossierNotice::NotYesNo,
            Action::ClearAnswer if self.current().is_some_and(|question| self.dossier().answer(&question.id).is_none()) => {
                DossierNotice::NothingToClear
            }
            Action::SaveDossier if !self.completion.is_changed() => DossierNotice::NothingToSave,
            Action::Asides if self.to_look_at() == 0 => DossierNotice::NoneAside,
            Action::Sections if self.questionnaire().is_none() => DossierNotice::NoQuestion,
            Action::TakeSuggestion | Action::TakeAlike => return Some(Notice::NotHere),
            _ => return None,
        };
        Some(Notice::Dossier(notice))
    }

    /// Answers a question as a colleague does. The deadline and the language are the dossier's own matters.
    pub(super) fn answer(&mut self, question: &str, value: Option<String>) -> bool {
        let Some(list) = self.questionnaire().cloned() else { return false };
        let Some(question) = list.question(question) else { return false };
        self.completion.answer(&list, question, value, Origin::Typed)
    }

    /// Sets the deadline; the task flow's where none is given.
    pub(super) fn set_deadline(&mut self, date: Option<jiff::civil::Date>) -> bool {
        let list = self.questionnaire().cloned();
        let (date, origin) = date.map_or_else(|| (self.default_deadline(), Origin::Default), |date| (date, Origin::Typed));
        self.completion.deadline(list.as_ref(), date, origin)
    }

    pub(super) fn set_language(&mut self, language: Language) -> bool {
        let list = self.questionnaire().cloned();
        self.completion.language(list.as_ref(), language)
    }

    /// Takes another list of questions, with what is known for those that are new.
    pub(super) fn set_questionnaire(&mut self, to: &Questionnaire) -> bool {
        let dossier = self.dossier();
        let known = Known {
            customer: &self.opened.values,
            row: &Values::new(),
            language: dossier.language,
            deadline: dossier.deadline,
            deadline_origin: dossier.deadline_origin,
            told: ToldByNumber::of(&self.opened.values),
        };
        let known = prefill(to, &known);
        self.completion.questionnaire(to, known)
    }

    /// What would be written now. None where nothing changed.
    pub(super) fn amendment(&self, commit: CommitId) -> Option<Amendment> {
        if !self.completion.is_changed() {
            return None;
        }
        let flow = self.opened.flow.id.clone();
        let has_moved = self.completion.changes().contains(&Matter::Status);
        let deed = if has_moved { Deed::Closed(flow.clone()) } else { Deed::Completed(flow.clone()) };
        let mut amendment = Amendment::new(commit, self.opened.store.clone(), deed);
        amendment.customers.extend(self.record_change());
        amendment.dossiers.push(DossierChange {
            flow,
            customer: self.opened.customer,
            seen: Some(self.opened.version),
            becomes: Some(self.dossier().clone()),
        });
        Some(amendment)
    }

    /// What is not saved, as it is kept on disk; nothing where everything is.
    #[must_use]
    pub fn unsaved(&self, entry: Option<&Entry>) -> Option<Work> {
        let typing = entry.filter(|entry| entry.is_changed()).map(|entry| (entry.matter(), entry.text()));
        if !self.completion.is_changed() && typing.is_none() {
            return None;
        }
        let of = |dossier: &Dossier| Box::new(dossier.clone());
        Some(Work::Dossier { stored: of(self.completion.stored()), now: of(self.dossier()), typing })
    }

    /// What its changes are kept as.
    #[must_use]
    pub fn kept_as(&self) -> About {
        About::Dossier(self.opened.flow.id.clone(), self.opened.customer)
    }

    /// Takes up what was left behind: as far as it still fits what is stored now. What was being typed comes back.
    pub(super) fn take_up(&mut self, left: Work, sight: Sight) -> Option<(Matter, String)> {
        let Work::Dossier { stored, now, typing } = left.clone() else { return None };
        self.completion = Completion::left(*stored, *now);
        self.clashes = self.completion.rebase(self.opened.dossier.clone(), &self.opened.questionnaires, &BTreeSet::new());
        self.kept = Some(left);
        self.relist(sight);
        typing
    }

    /// That was written, by this commit.
    pub(super) fn saved(&mut self, written: &Amendment, receipt: &Receipt) {
        let Some(mut stored) = written.dossiers.first().and_then(|change| change.becomes.clone()) else { return };
        let opened = Arc::make_mut(&mut self.opened);
        if opened.dossier.status != stored.status {
            stored.course.since = Some(receipt.when);
        }
        opened.version = receipt.revision;
        if let Some(CustomerChange { becomes: Becomes::Values(values), .. }) = written.customers.first() {
            opened.values = values.clone();
            opened.customer_version = receipt.revision;
        }
        opened.dossier = stored.clone();
        self.completion.saved(stored);
        self.unwritten = None;
    }

    /// Goes on from what a colleague has stored meanwhile. How many of one's own changes were made again. What one decided for the
    /// customer's record is not, where the colleague changed what it was decided about.
    pub(super) fn rebase(&mut self, read: OpenedDossier, sight: Sight) -> usize {
        let moved = |offer: &&Offer| self.offer(&offer.question).is_some_and(|seen| seen != *offer);
        let moved = read.record.iter().filter(moved).map(|offer| offer.question.clone()).collect();
        self.clashes = self.completion.rebase(read.dossier.clone(), &read.questionnaires, &moved);
        self.opened = Arc::new(read);
        self.unwritten = None;
        self.relist(sight);
        self.changes().len()
    }
}
