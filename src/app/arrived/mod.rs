//! Questionnaires that came back: whose they are, what differs from what is known, and what is taken over.
//!
//! Two lists, one behind the other: the files, and the differences of one of them. New and changed answers are chosen
//! beforehand, emptied ones are not, and what is no answer can be typed as it was meant. Contact data that changed can be taken
//! over into the customer's own record too: offered, and chosen by hand.

mod listed;
mod putting_right;

use std::collections::BTreeSet;
use std::sync::Arc;

pub use putting_right::Editing;

use super::desk::columns;
use super::effect::Shared;
use super::listing::{Listing as _, Showing};
use super::past::ToldColumn;
use super::table::{Column, ColumnSetting, Table};
use crate::domain::amendment::{Becomes, CustomerChange};
use crate::domain::change_set::Receipt;
use crate::domain::field::Field;
use crate::domain::matching::Stock;
use crate::domain::questionnaire::Question;
use crate::domain::returned::{Arrival, Matched, Offer, Outcome};
use crate::domain::snapshot::Revision;

/// Workbooks that arrived, as the world read them.
#[derive(Debug, Clone)]
pub struct Parcel {
    /// What each of them is.
    pub arrivals: Vec<Arrival>,
    /// The store that they were held against.
    pub stock: Shared<Stock>,
    /// What would change of the customers' own records, by the place of the file.
    pub records: Vec<Vec<Offer>>,
}

/// What will be taken over of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// The form beside what is known; what was typed stands in it.
    pub matched: Matched,
    /// The questions whose answers are taken over.
    pub chosen: BTreeSet<String>,
    /// Those among them whose answers a person typed.
    pub typed: BTreeSet<String>,
}

/// Everything that will be taken over, together or not at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakingOver {
    /// Random name of the store that it is for.
    pub store: String,
    /// The dossiers.
    pub taken: Vec<Taken>,
    /// The customers whose own records change.
    pub customers: Vec<CustomerChange>,
}

impl TakingOver {
    /// How many answers are taken over, and into how many dossiers.
    #[must_use]
    pub fn counts(&self) -> (u64, u64) {
        (self.taken.iter().map(|taken| taken.chosen.len() as u64).sum(), self.taken.len() as u64)
    }
}

/// Something in which a file differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Differs {
    /// A question, by its place among the compared ones.
    Question(usize),
    /// A row of no question, by its place among those.
    Strange(usize),
    /// Something of the customer's own record.
    Record(Offer),
}

/// One file with what is chosen of it.
#[derive(Debug, Clone)]
pub struct File {
    /// What it is.
    pub arrival: Arrival,
    /// In what it differs.
    pub differs: Vec<Differs>,
    /// Whether it is taken over.
    pub is_taken: bool,
    chosen: BTreeSet<String>,
    typed: BTreeSet<String>,
    record: BTreeSet<Field>,
}

impl File {
    fn of(arrival: Arrival, records: Vec<Offer>) -> Self {
        let mut differs = Vec::new();
        let mut chosen = BTreeSet::new();
        if let Ok(matched) = &arrival.found {
            let questions = matched.compared.questions.iter().enumerate().filter(|(_, one)| one.is_told());
            differs.extend(questions.map(|(place, _)| Differs::Question(place)));
            differs.extend((0..matched.compared.strange.len()).map(Differs::Strange));
            differs.extend(records.into_iter().map(Differs::Record));
            chosen = matched.answers();
        }
        let is_taken = arrival.found.is_ok();
        Self { arrival, differs, is_taken, chosen, typed: BTreeSet::new(), record: BTreeSet::new() }
    }

    /// The form, where the file is one of a dossier.
    #[must_use]
    pub fn matched(&self) -> Option<&Matched> {
        self.arrival.found.as_ref().ok().map(AsRef::as_ref)
    }

    /// Whether what differs there is chosen; none where it cannot be.
    #[must_use]
    pub fn is_chosen(&self, differs: &Differs) -> Option<bool> {
        match differs {
            Differs::Question(place) => {
                let one = self.matched()?.compared.questions.get(*place)?;
                let can_be = one.outcome.is_answer() || one.outcome == Outcome::Emptied;
                can_be.then(|| self.chosen.contains(&one.question))
            }
            Differs::Strange(_) => None,
            // What is for a person to put right cannot be chosen here.
            Differs::Record(offer) => (!offer.changes.is_empty()).then(|| self.record.contains(&offer.about)),
        }
    }

    fn choose(&mut self, place: usize, wanted: bool) -> bool {
        let Some(differs) = self.differs.get(place).cloned() else { return false };
        if self.is_chosen(&differs).is_none_or(|is| is == wanted) {
            return false;
        }
        match differs {
            Differs::Question(place) => {
                let question = self.matched().and_then(|matched| matched.compared.questions.get(place)).map(|one| one.question.clone());
                match (question, wanted) {
                    (Some(question), true) => _ = self.chosen.insert(question),
                    (Some(question), false) => _ = self.chosen.remove(&question),
                    (None, _) => return false,
                }
            }
            Differs::Record(offer) if wanted => _ = self.record.insert(offer.about),
            Differs::Record(offer) => _ = self.record.remove(&offer.about),
            Differs::Strange(_) => return false,
        }
        true
    }

    fn taken(&self) -> Option<Taken> {
        let matched = self.matched().filter(|_| self.is_taken)?.clone();
        Some(Taken { matched, chosen: self.chosen.clone(), typed: self.typed.clone() })
    }
}

/// Questionnaires that came back.
#[derive(Debug, Clone)]
pub struct Arrived {
    /// The paths that were read.
    pub paths: Vec<String>,
    /// The files.
    pub files: Vec<File>,
    /// The file whose differences are shown; none while the files are.
    pub shown: Option<usize>,
    /// What was written, once it is.
    pub written: Option<Receipt>,
    stock: Arc<Stock>,
    tables: [Table; 2],
    showing: Showing,
}

const FILES: [Column; 8] = [
    Column::Customer,
    Column::Told(ToldColumn::What),
    Column::Told(ToldColumn::Added),
    Column::Told(ToldColumn::Changed),
    Column::Told(ToldColumn::Emptied),
    Column::Told(ToldColumn::Unclear),
    Column::Told(ToldColumn::Reason),
    Column::Flow,
];

const DIFFERENCES: [Column; 5] = [
    Column::Told(ToldColumn::Question),
    Column::Told(ToldColumn::Known),
    Column::Told(ToldColumn::Given),
    Column::Told(ToldColumn::Outcome),
    Column::Told(ToldColumn::Reason),
];

impl Arrived {
    /// What arrived from these paths;
    #[must_use]
    pub fn of(parcel: Parcel, paths: Vec<String>, size: (u16, u16)) -> Self {
        let setting = |column: &Column| ColumnSetting { column: *column, width: columns::width(*column), shown: true };
        let table = |columns: &[Column]| Table::new(columns.iter().map(setting).collect());
        let records = parcel.records.into_iter().chain(std::iter::repeat(Vec::new()));
        let files = parcel.arrivals.into_iter().zip(records).map(|(arrival, records)| File::of(arrival, records)).collect();
        let mut arrived = Self {
            paths,
            files,
            shown: None,
            written: None,
            stock: parcel.stock.0,
            tables: [table(&FILES), table(&DIFFERENCES)],
            showing: Showing::default(),
        };
        arrived.relist(size);
        arrived
    }

    /// Shows the differences of the file under the cursor. False where it has none.
    pub fn open(&mut self, size: (u16, u16)) -> bool {
        let file = self.table().current().map(|item| item as usize);
        let Some(file) = file.filter(|file| self.files.get(*file).is_some_and(|file| !file.differs.is_empty())) else { return false };
        self.shown = Some(file);
        self.showing.pane_top = 0;
        let [_, differences] = &mut self.tables;
        differences.cursor = 0;
        differences.filter = super::text_field::TextField::default();
        differences.group = None;
        self.relist(size);
        true
    }

    /// Back to the files. False where they are shown.
    pub fn close_file(&mut self, size: (u16, u16)) -> bool {
        let was_open = self.shown.take().is_some();
        if was_open {
            self.relist(size);
        }
        was_open
    }

    /// The question under the cursor, with the text that came back.
    #[must_use]
    pub fn question(&self) -> Option<(&Question, &str)> {
        let file = self.files.get(self.shown?)?;
        let Differs::Question(place) = file.differs.get(self.table().current()? as usize)? else { return None };
        let matched = file.matched()?;
        let one = matched.compared.questions.get(*place)?;
        let given = one.given.as_ref().map_or("", |given| given.text.as_str());
        Some((matched.questionnaire.question(&one.question)?, given))
    }

    /// How the dossiers stand in the store, now that the answers are written.
    pub fn stands_as(&mut self, stock: &Stock) {
        for matched in self.files.iter_mut().filter_map(|file| file.arrival.found.as_mut().ok()) {
            if let Some(head) = stock.snapshot.dossier(&matched.flow, matched.customer) {
                matched.dossier.status = head.about.status;
            }
        }
    }

    /// What will be written as it is chosen now; none where that is nothing.
    #[must_use]
    pub fn taking_over(&self) -> Option<TakingOver> {
        let taken: Vec<Taken> = self.files.iter().filter_map(File::taken).collect();
        let mut customers: Vec<CustomerChange> = Vec::new();
        for file in self.files.iter().filter(|file| file.is_taken) {
            self.change_customer(file, &mut customers);
        }
        let store = self.stock.snapshot.store.clone();
        (!taken.is_empty()).then_some(TakingOver { store, taken, customers })
    }

    /// How many answers would be taken over as it is chosen now, and into how many dossiers.
    #[must_use]
    pub fn counts(&self) -> (u64, u64) {
        let taken = self.files.iter().filter(|file| file.is_taken && file.matched().is_some());
        taken.fold((0, 0), |(answers, dossiers), file| (answers + file.chosen.len() as u64, dossiers + 1))
    }

    /// Adds what is chosen of a file for its customer's record: a customer with two files changes once.
    fn change_customer(&self, file: &File, customers: &mut Vec<CustomerChange>) {
        let Some(matched) = file.matched().filter(|_| !file.record.is_empty()) else { return };
        let snapshot = &self.stock.snapshot;
        let at = customers.iter().position(|change| change.customer == matched.customer);
        let known = at.map(|at| customers.swap_remove(at));
        let mut values = match known.map(|change| change.becomes) {
            Some(Becomes::Values(values)) => values,
            _ => match snapshot.index_of(matched.customer).and_then(|index| snapshot.customer(index).ok()) {
                Some(customer) => customer.values,
                None => return,
            },
        };
        for differs in &file.differs {
            if let Differs::Record(offer) = differs
                && file.record.contains(&offer.about)
            {
                offer.changes.iter().for_each(|change| values.set(change.field, change.after.as_str()));
            }
        }
        let seen = snapshot.index_of(matched.customer).map_or_else(Revision::default, |index| snapshot.version(index));
        customers.push(CustomerChange { customer: matched.customer, seen, becomes: Becomes::Values(values) });
    }
}
