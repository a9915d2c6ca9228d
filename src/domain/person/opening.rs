//! From what is stored of a customer to a draft of one row.

use std::ops::ControlFlow;
use std::sync::Arc;

use super::{ROW, fields};
use crate::domain::change_set::SourceMark;
use crate::domain::customer::{CustomerId, Values};
use crate::domain::dossier::{Dossier, Status};
use crate::domain::draft::{Account, BrokenOff, Draft, Office, Source};
use crate::domain::field::Field;
use crate::domain::finding::Finding;
use crate::domain::matching::{Ground, Stock};
use crate::domain::record::BadRecord;
use crate::domain::sheet::{CellKind, Sheet};
use crate::domain::snapshot::{Revision, Snapshot};
use crate::domain::task_flow::TaskFlowId;
use crate::domain::template::layout::{Column, Generation, Layout};

/// The row of the sheet that the values stand in; the row above has the headings.
const SHEET_ROW: u32 = 2;

/// What makes a row of nothing but empty fields a row: read, and never stored.
const FILLER: &str = "Private person";

/// Who is being looked at or edited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// A stored customer.
    Stored {
        /// The customer.
        id: CustomerId,
        /// The version that was read.
        seen: Revision,
    },
    /// Somebody who is being added by hand.
    Newcomer,
}

/// A dossier of which nothing has left the office, in a task flow that is not archived: what it was
/// prefilled with from the customer record follows that record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsent {
    /// The task flow.
    pub flow: TaskFlowId,
    /// The version that was read.
    pub seen: Revision,
    /// The whole dossier.
    pub dossier: Dossier,
}

/// A customer being edited, or added by hand: what the draft of one row does not know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub subject: Subject,
    /// What is stored; nothing of a newcomer.
    pub stored: Values,
    /// The dossiers that would follow.
    pub unsent: Vec<Unsent>,
    /// What was wrong before anything was edited. It bars nothing: it is stored so.
    pub(super) stood: Vec<Finding>,
    /// Whom the customer was held to equal before anything was edited.
    pub(super) equalled: Option<(CustomerId, Ground)>,
}

/// Why a customer cannot be opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotOpened {
    /// There is no such customer any more.
    #[error("customer {0} is no longer in the store")]
    Gone(CustomerId),
    /// The record is damaged.
    #[error("the record of customer {0} cannot be read: {1}")]
    Damaged(CustomerId, BadRecord),
    /// The draft was broken off.
    #[error(transparent)]
    BrokenOff(#[from] BrokenOff),
}

/// The dossiers of a customer that would follow an edit: not sent yet, in a task flow that is not archived.
pub fn unsent(snapshot: &Snapshot, customer: CustomerId) -> impl Iterator<Item = TaskFlowId> {
    let open = snapshot.flows.iter().filter(|flow| flow.open().is_ok());
    let waits = move |flow: &TaskFlowId| snapshot.dossier(flow, customer).is_some_and(|head| head.about.status == Status::NotSentYet);
    open.map(|flow| flow.id.clone()).filter(waits)
}

impl Person {
    /// Opens a stored customer, with its dossiers that would follow an edit.
    ///
    /// # Errors
    /// [`NotOpened`] where the customer is gone or its record damaged.
    pub fn of_stored(stock: &Stock, id: CustomerId, unsent: Vec<Unsent>, office: Arc<Office>) -> Result<(Self, Draft), NotOpened> {
        let at = stock.snapshot.index_of(id).ok_or(NotOpened::Gone(id))?;
        let customer = stock.snapshot.customer(at).map_err(|fault| NotOpened::Damaged(id, fault))?;
        let others = Stock::new(stock.snapshot.without(id));
        let subject = Subject::Stored { id, seen: stock.snapshot.version(at) };
        Self::open(subject, customer.values, unsent, Arc::new(others), office)
    }

    /// Opens the page of somebody who is not stored yet.
    ///
    /// # Errors
    /// [`NotOpened::BrokenOff`], which nobody does with one row.
    pub fn newcomer(stock: Arc<Stock>, office: Arc<Office>) -> Result<(Self, Draft), NotOpened> {
        Self::open(Subject::Newcomer, Values::new(), Vec::new(), stock, office)
    }

    fn open(
        subject: Subject,
        stored: Values,
        unsent: Vec<Unsent>,
        others: Arc<Stock>,
        office: Arc<Office>,
    ) -> Result<(Self, Draft), NotOpened> {
        let source = Arc::new(source_of(&stored));
        let draft = Draft::open(source, office, others, &mut |_| ControlFlow::Continue(()))?;
        let account = draft.account(ROW);
        let is_new = subject == Subject::Newcomer;
        let equalled = account.as_ref().and_then(equal);
        let stood = account.filter(|_| !is_new).map(|account| account.findings).unwrap_or_default();
        Ok((Self { subject, stored, unsent, stood, equalled }, draft))
    }

    /// The stored customer's number; none of a newcomer.
    #[must_use]
    pub const fn id(&self) -> Option<CustomerId> {
        match self.subject {
            Subject::Stored { id, .. } => Some(id),
            Subject::Newcomer => None,
        }
    }
}

/// Whom a row equals, and why.
pub(super) fn equal(account: &Account) -> Option<(CustomerId, Ground)> {
    account.found.as_ref().map(|found| (found.id, found.ground))
}

/// The values as a sheet with a column for each field that is kept.
fn source_of(values: &Values) -> Source {
    let mut sheet = Sheet::new("");
    let columns: Vec<Field> = std::iter::once(Field::Person).chain(fields()).collect();
    for (column, field) in (0_u16..).zip(&columns) {
        let text = if *field == Field::Person { FILLER } else { values.text(*field) };
        // A customer of four gigabytes was never stored.
        let _full = sheet.push(SHEET_ROW, column, CellKind::Text, text);
    }
    let columns = (0_u16..).zip(columns).map(|(column, field)| Column { column, heading: String::new(), field: Some(field) });
    Source {
        mark: SourceMark { file: String::new(), fingerprint: String::new(), sheet: String::new(), header_row: SHEET_ROW - 1 },
        sheet,
        layout: Layout { header_row: SHEET_ROW - 1, columns: columns.collect(), generation: Generation::Own },
        sheets: Vec::new(),
        columns_left_out: 0,
    }
}
