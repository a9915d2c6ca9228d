//! What the tabs of the register list: the store as it was read, and what was gathered from it.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;

use crate::app::effect::Shared;
use crate::domain::customer::{CustomerId, Values};
use crate::domain::draft::Office;
use crate::domain::matching::Stock;
use crate::domain::outbox::{Message, Outbox, State};
use crate::domain::questionnaire::QuestionnaireId;
use crate::domain::search_texts::SearchTexts;
use crate::domain::snapshot::{DossierHead, JournalLine};
use crate::domain::task_flow::{TaskFlow, TaskFlowId};

/// What is gathered from a store in the background, so that the register opens at once.
#[derive(Debug, Clone)]
pub struct Gathered {
    /// The store that it was gathered from.
    pub stock: Shared<Stock>,
    /// The texts by which people are found, and lists sorted and grouped.
    pub texts: Arc<SearchTexts>,
    /// The questionnaires, and what day it is.
    pub office: Arc<Office>,
}

/// One dossier of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Filed {
    /// Place of its task flow in the snapshot.
    pub flow: u16,
    /// Index of its customer in the snapshot.
    pub customer: u32,
}

/// What the tabs of the register list. Cheap to clone: an export takes it along.
#[derive(Debug, Clone)]
pub struct Shelf {
    stock: Arc<Stock>,
    texts: Option<Arc<SearchTexts>>,
    office: Option<Arc<Office>>,
    flow: Option<TaskFlowId>,
    /// Whether the tab of imports lists everything else that was written too.
    all_commits: bool,
    /// Listed when they are first asked for.
    dossiers: Arc<OnceLock<Vec<Filed>>>,
    /// The mails.
    outbox: Arc<Outbox>,
    /// How many questions each questionnaire asks.
    questions: Arc<HashMap<QuestionnaireId, usize>>,
}

impl Shelf {
    /// The shelf of a store, with the task flow that is being worked on: the newest that has dossiers, else
    /// the newest.
    #[must_use]
    pub fn new(stock: Arc<Stock>) -> Self {
        let flow = worked_on(&stock);
        Self {
            stock,
            texts: None,
            office: None,
            flow,
            all_commits: false,
            dossiers: Arc::default(),
            outbox: Arc::default(),
            questions: Arc::default(),
        }
    }

    /// The store as it was read.
    #[must_use]
    pub const fn stock(&self) -> &Arc<Stock> {
        &self.stock
    }

    /// The texts by which people are found, once they are made.
    #[must_use]
    pub fn texts(&self) -> Option<&SearchTexts> {
        self.texts.as_deref()
    }

    /// What day it is, once that is known.
    #[must_use]
    pub fn today(&self) -> Option<Date> {
        self.office.as_ref().map(|office| office.today)
    }

    /// The questionnaires, once they are known.
    #[must_use]
    pub fn office(&self) -> Option<&Office> {
        self.office.as_deref()
    }

    /// The chosen task flow; none stands for all of them.
    #[must_use]
    pub const fn flow_id(&self) -> Option<&TaskFlowId> {
        self.flow.as_ref()
    }

    /// The chosen task flow, where one is.
    #[must_use]
    pub fn flow(&self) -> Option<&TaskFlow> {
        self.stock.snapshot.flow(self.flow.as_ref()?)
    }

    /// The dossiers of the chosen task flow, or of all.
    #[must_use]
    pub fn dossiers(&self) -> &[Filed] {
        self.dossiers.get_or_init(|| self.file())
    }

    pub(super) fn restock(&mut self, stock: Arc<Stock>) {
        let first = self.stock.snapshot.flows.is_empty();
        self.stock = stock;
        // The texts are those of another store: what they know is out of date, not wrong for long.
        self.texts = None;
        if first || self.flow.as_ref().is_some_and(|flow| self.stock.snapshot.flow(flow).is_none()) {
            self.flow = worked_on(&self.stock);
        }
        self.dossiers = Arc::default();
    }

    /// Takes the same customers in, whose mails are further now.
    pub(super) fn overlay(&mut self, stock: Arc<Stock>) {
        self.stock = stock;
        self.dossiers = Arc::default();
    }

    /// Takes the outbox in as it is now.
    pub(super) fn post(&mut self, outbox: Arc<Outbox>) {
        self.outbox = outbox;
    }

    /// The mails of the outbox.
    #[must_use]
    pub fn outbox(&self) -> &Outbox {
        &self.outbox
    }

    /// A mail of the list.
    #[must_use]
    pub fn message(&self, item: u32) -> Option<&Message> {
        self.outbox.messages().get(item as usize)
    }

    /// Since when a mail is as far as it is.
    #[must_use]
    pub fn since(&self, message: &Message) -> Option<jiff::Timestamp> {
        match &message.state {
            State::Queued | State::Waiting { .. } => self.outbox.round(&message.round).map(|round| round.when),
            State::Sending { since } | State::Unsure { since, .. } => Some(*since),
            State::Sent { when, .. } | State::Failed { when, .. } | State::Withdrawn { when, .. } => Some(*when),
        }
    }

    /// Takes in what was gathered. False where it was gathered from another store than is shown.
    pub(super) fn gathered(&mut self, gathered: &Gathered) -> bool {
        // Of the same revision the customers are the same, however far their mails are.
        let (theirs, own) = (&gathered.stock.snapshot, &self.stock.snapshot);
        if theirs.store != own.store || theirs.revision != own.revision || theirs.customer_count() != own.customer_count() {
            return false;
        }
        self.texts = Some(Arc::clone(&gathered.texts));
        self.office = Some(Arc::clone(&gathered.office));
        let count =
            |questionnaire: &crate::domain::questionnaire::Questionnaire| (questionnaire.id.clone(), questionnaire.questions().count());
        self.questions = Arc::new(gathered.office.catalogue.iter().map(count).collect());
        true
    }

    /// Whether the tab of imports lists everything else that was written too.
    #[must_use]
    pub const fn lists_all_commits(&self) -> bool {
        self.all_commits
    }

    pub(super) const fn list_all_commits(&mut self, all: bool) {
        self.all_commits = all;
    }

    pub(super) fn choose_flow(&mut self, flow: Option<TaskFlowId>) {
        self.flow = flow;
        self.dossiers = Arc::default();
    }

    /// Lists the dossiers of the chosen task flow, or of all, in the order of the store.
    fn file(&self) -> Vec<Filed> {
        let snapshot = &self.stock.snapshot;
        let mut filed = Vec::new();
        for (place, flow) in (0_u16..).zip(&snapshot.flows) {
            if self.flow.as_ref().is_none_or(|chosen| *chosen == flow.id) {
                let indexes = snapshot.dossiers(&flow.id).filter_map(|(id, _)| u32::try_from(snapshot.index_of(id)?).ok());
                filed.extend(indexes.map(|customer| Filed { flow: place, customer }));
            }
        }
        filed.sort_unstable_by_key(|filed| (filed.flow, filed.customer));
        filed
    }

    /// The number of a customer.
    #[must_use]
    pub fn customer_id(&self, customer: u32) -> Option<CustomerId> {
        self.stock.snapshot.customer_id(customer as usize)
    }

    /// What is stored of a customer; none where the record cannot be read.
    #[must_use]
    pub fn values(&self, customer: u32) -> Option<Values> {
        self.stock.snapshot.customer(customer as usize).ok().map(|customer| customer.values)
    }

    /// The dossier of a customer in the chosen task flow; of all task flows the newest that has one.
    #[must_use]
    pub fn dossier(&self, customer: u32) -> Option<(&TaskFlow, &DossierHead)> {
        let snapshot = &self.stock.snapshot;
        let id = self.customer_id(customer)?;
        let chosen = |flow: &&TaskFlow| self.flow.as_ref().is_none_or(|chosen| *chosen == flow.id);
        // Newest first.
        snapshot.flows.iter().filter(chosen).find_map(|flow| Some((flow, snapshot.dossier(&flow.id, id)?)))
    }

    /// A dossier of the list.
    #[must_use]
    pub fn filed(&self, item: u32) -> Option<(Filed, &TaskFlow, &DossierHead)> {
        let filed = *self.dossiers().get(item as usize)?;
        let flow = self.stock.snapshot.flows.get(usize::from(filed.flow))?;
        Some((filed, flow, self.stock.snapshot.dossier(&flow.id, self.customer_id(filed.customer)?)?))
    }

    /// The commit that wrote a customer as it stands.
    #[must_use]
    pub fn last_change(&self, customer: u32) -> Option<&JournalLine> {
        self.stock.snapshot.journal_line(self.stock.snapshot.version(customer as usize))
    }

    /// How many questions a questionnaire asks, where it is known.
    #[must_use]
    pub fn question_count(&self, questionnaire: &QuestionnaireId) -> Option<usize> {
        self.questions.get(questionnaire).copied()
    }
}

/// The task flow that is being worked on.
fn worked_on(stock: &Stock) -> Option<TaskFlowId> {
    let snapshot = &stock.snapshot;
    let open = || snapshot.flows.iter().filter(|flow| !flow.archived);
    open().find(|flow| snapshot.dossier_count(&flow.id) > 0).or_else(|| open().next()).map(|flow| flow.id.clone())
}
