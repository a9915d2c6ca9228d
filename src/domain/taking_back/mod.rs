//! Taking an import back: what will be reversed, what is kept and why, computed once. What the preview shows is
//! the very value that is committed.
//!
//! An import is taken back by one more commit. Whatever somebody did since with what the import left is kept:
//!
//! | what the import did | it is taken back | unless since |
//! |---|---|---|
//! | added a customer | the customer goes, with its dossiers | its values were changed, it was linked to another task flow, or its dossier is kept |
//! | changed a value | the earlier value comes back, field by field | that field was changed again |
//! | made a dossier | the dossier goes | it was queued, sent, answered, closed, completed, is in the outbox or in the archive, or its customer was added by the import and edited since |
//! | taught lessons | they no longer count | |
//!
//! An added customer that somebody edited since is kept whole: whoever corrected its address counts on its being in
//! the season, and without its dossier nobody would invite it. One that was linked to another task flow is kept for that
//! one, and leaves this; so does a customer that was there before the import.
//!
//! Changes of an import that was itself taken back are nobody's work any more. Customers that are gone or were removed with their data stay as they are and are counted. Numbers of customers
//! are not given out again.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;

use super::amendment::{Amendment, Becomes, CustomerChange, Deed, DossierChange};
use super::change_set::{CommitId, FieldChange};
use super::customer::{CustomerId, Values};
use super::dossier::Status;
use super::field::Field;
use super::snapshot::{JournalLine, Revision, Snapshot};
use super::task_flow::TaskFlowId;

mod releases;
mod traces;

pub use releases::Release;
pub use traces::{CustomerTrace, DossierTrace, Traces, Wrote};

/// What taking an import back will do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakingBack {
    /// The import.
    pub import: Revision,
    /// What is reversed: customers ascending, then dossiers.
    pub reverses: Vec<Reverse>,
    /// What is kept, and why: customers ascending, then dossiers.
    pub keeps: Vec<Kept>,
    /// Customers of the import that are gone already, taken back before or by hand.
    pub gone: u64,
    /// Customers of the import that were removed with their data since.
    pub erased: u64,
    /// What will be written.
    pub amendment: Amendment,
}

/// Something that is reversed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reverse {
    /// A customer that was added goes.
    Customer(CustomerId),
    /// Values of a customer become what they were. `before` is what is stored now, `after` what comes back.
    Values(CustomerId, Vec<FieldChange>),
    /// A dossier goes.
    Dossier(TaskFlowId, CustomerId),
}

/// Something that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Of whom.
    pub customer: CustomerId,
    /// What.
    pub what: Part,
    /// Why.
    pub why: WhyKept,
}

/// A part of what an import wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// The customer that it added.
    Customer,
    /// A value that it changed.
    Field(Field),
    /// The dossier that it made.
    Dossier(TaskFlowId),
}

/// Why something is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhyKept {
    /// Somebody changed it in this commit.
    Changed(Revision),
    /// The customer was linked to another task flow.
    Linked(TaskFlowId),
    /// The dossier is that far.
    Progressed(TaskFlowId, Status),
    /// A mail of the dossier is in the outbox.
    InOutbox(TaskFlowId),
    /// Answers or the deadline of the dossier were completed in this commit.
    Completed(TaskFlowId, Revision),
    /// The task flow of the dossier is archived: its dossiers are read only.
    Archived(TaskFlowId),
    /// Its customer, whom the import added, was edited since and is kept whole.
    WithCustomer(TaskFlowId),
}

/// An import cannot be taken back.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Untakable {
    /// The journal has no commit of that number.
    #[error("there is no import {}", .0.0)]
    NoSuchImport(Revision),
    /// The commit of that number is something else.
    #[error("commit {} is no import", .0.0)]
    NotAnImport(Revision),
    /// It was taken back before.
    #[error("import {} was taken back by {who} in {}", .import.0, .by.0)]
    Already {
        /// The import.
        import: Revision,
        /// The commit that took it back.
        by: Revision,
        /// When.
        when: Timestamp,
        /// Login name of who did it.
        who: String,
    },
}

/// The counts of a taking back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Customers that go.
    pub customers: u64,
    /// Customers of whom values come back.
    pub restored: u64,
    /// Values that come back.
    pub fields: u64,
    /// Dossiers that go.
    pub dossiers: u64,
    /// Added customers that are kept.
    pub kept_customers: u64,
    /// Values that are kept.
    pub kept_fields: u64,
    /// Dossiers that are kept.
    pub kept_dossiers: u64,
}

impl TakingBack {
    /// Whether taking back would reverse nothing, since all that is left of the import is kept. Nothing is to be written then: an import is
    /// taken back once, and later perhaps something can be reversed.
    #[must_use]
    pub fn is_in_vain(&self) -> bool {
        self.reverses.is_empty() && !self.keeps.is_empty()
    }

    /// Whether it would reverse one part and keep another, which then stays.
    #[must_use]
    pub fn is_in_part(&self) -> bool {
        !self.reverses.is_empty() && !self.keeps.is_empty()
    }

    /// The counts.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for reverse in &self.reverses {
            match reverse {
                Reverse::Customer(_) => counts.customers += 1,
                Reverse::Values(_, changes) => {
                    counts.restored += 1;
                    counts.fields += changes.len() as u64;
                }
                Reverse::Dossier(..) => counts.dossiers += 1,
            }
        }
        for kept in &self.keeps {
            match kept.what {
                Part::Customer => counts.kept_customers += 1,
                Part::Field(_) => counts.kept_fields += 1,
                Part::Dossier(_) => counts.kept_dossiers += 1,
            }
        }
        counts
    }
}

/// Whether an import can be taken back at all. Cheap: asked before its traces are read.
///
/// # Errors
/// [`Untakable`], with who did it and when where it was done before.
pub fn can_be_taken_back(snapshot: &Snapshot, import: Revision) -> Result<(), Untakable> {
    let Some(past) = snapshot.imports.iter().find(|past| past.revision == import) else {
        let is_known = snapshot.journal_line(import).is_some();
        return Err(if is_known { Untakable::NotAnImport(import) } else { Untakable::NoSuchImport(import) });
    };
    match past.taken_back.and_then(|by| snapshot.journal_line(by)) {
        Some(line) => Err(Untakable::Already { import, by: line.revision, when: line.when, who: line.who.clone() }),
        None => Ok(()),
    }
}

/// What taking an import back will do. `traces` are of that import; `busy` says whether the outbox holds a mail of a dossier
/// that the store does not know of yet.
///
/// # Errors
/// As [`can_be_taken_back`].
pub fn taking_back(
    traces: &Traces,
    snapshot: &Snapshot,
    commit: CommitId,
    busy: &dyn Fn(&TaskFlowId, CustomerId) -> bool,
) -> Result<TakingBack, Untakable> {
    let import = traces.import;
    can_be_taken_back(snapshot, import)?;
    let mut amendment = Amendment::new(commit, traces.store.clone(), Deed::TakenBack { import });
    amendment.based_on = Some(traces.revision.min(snapshot.revision));
    let taking = TakingBack { import, reverses: Vec::new(), keeps: Vec::new(), gone: 0, erased: traces.erased, amendment };
    let undone = snapshot.imports.iter().filter_map(|past| Some([past.revision, past.taken_back?])).flatten().collect();
    let mut weighing = Weighing { traces, snapshot, busy, undone, taking };
    // Customers hang on their dossiers, and dossiers on their customers: whatever is used is known first.
    let used: HashMap<CustomerId, WhyKept> =
        traces.dossiers.iter().filter_map(|trace| Some((trace.customer, weighing.used(trace)?))).collect();
    for trace in &traces.customers {
        weighing.customer(trace, used.get(&trace.customer));
    }
    let edited = |kept: &&Kept| kept.what == Part::Customer && matches!(kept.why, WhyKept::Changed(_));
    let whole = weighing.taking.keeps.iter().filter(edited).map(|kept| kept.customer).collect();
    for trace in &traces.dossiers {
        weighing.dossier(trace, used.get(&trace.customer), &whole);
    }
    Ok(weighing.taking)
}

struct Weighing<'a> {
    traces: &'a Traces,
    snapshot: &'a Snapshot,
    busy: &'a dyn Fn(&TaskFlowId, CustomerId) -> bool,
    /// Imports that were taken back, and the commits that did it: what they wrote is nobody's work any more.
    undone: HashSet<Revision>,
    taking: TakingBack,
}

impl Weighing<'_> {
    /// Why a dossier is kept whatever becomes of its customer, if so.
    fn used(&self, trace: &DossierTrace) -> Option<WhyKept> {
        let (flow, now) = (&trace.flow, trace.now.as_ref()?);
        if now.about.status != Status::NotSentYet {
            Some(WhyKept::Progressed(flow.clone(), now.about.status))
        } else if (self.busy)(flow, trace.customer) {
            Some(WhyKept::InOutbox(flow.clone()))
        } else if now.version != self.traces.import && !self.only_mailed(flow, now.version) {
            Some(WhyKept::Completed(flow.clone(), now.version))
        } else {
            let archived = self.snapshot.flow(flow).is_some_and(|flow| flow.open().is_err());
            archived.then(|| WhyKept::Archived(flow.clone()))
        }
    }

    /// A dossier goes, unless it is used or `whole` has its customer.
    fn dossier(&mut self, trace: &DossierTrace, used: Option<&WhyKept>, whole: &HashSet<CustomerId>) {
        let (flow, customer) = (&trace.flow, trace.customer);
        let Some(now) = &trace.now else { return };
        let with_customer = || whole.contains(&customer).then(|| WhyKept::WithCustomer(flow.clone()));
        match used.cloned().or_else(with_customer) {
            Some(why) => self.taking.keeps.push(Kept { customer, what: Part::Dossier(flow.clone()), why }),
            None => {
                self.taking.reverses.push(Reverse::Dossier(flow.clone(), customer));
                let change = DossierChange { flow: flow.clone(), customer, seen: Some(now.version), becomes: None };
                self.taking.amendment.dossiers.push(change);
            }
        }
    }

    /// Whether the commit that wrote a dossier last, and every earlier one since the import that may have been about it, wrote down what
    /// became of its mail and nothing else: a mail that was withdrawn leaves a dossier as it was.
    fn only_mailed(&self, flow: &TaskFlowId, last: Revision) -> bool {
        let is_mailed = |line: &JournalLine| matches!(line.deed, Deed::Mailed(_));
        let since = |line: &&JournalLine| line.revision > self.traces.import && line.revision <= last;
        self.snapshot.journal_line(last).is_some_and(is_mailed)
            && self.snapshot.journal.iter().filter(since).all(|line| is_mailed(line) || spares_dossiers(line, flow))
    }

    fn customer(&mut self, trace: &CustomerTrace, used: Option<&WhyKept>) {
        let Some(seen) = trace.now else {
            self.taking.gone += 1;
            return;
        };
        match &trace.wrote {
            Wrote::Added { changed } => {
                let changed = changed.iter().find(|revision| !self.undone.contains(revision)).map(|revision| WhyKept::Changed(*revision));
                match used.cloned().or(changed).or_else(|| self.linked(trace.customer)) {
                    Some(why) => self.taking.keeps.push(Kept { customer: trace.customer, what: Part::Customer, why }),
                    None => {
                        self.taking.reverses.push(Reverse::Customer(trace.customer));
                        self.change(trace.customer, seen, Becomes::Gone);
                    }
                }
            }
            Wrote::Changed { before, after, since } => self.values(trace.customer, seen, before, after, since),
        }
    }

    /// Another task flow in which somebody linked a customer since.
    fn linked(&self, customer: CustomerId) -> Option<WhyKept> {
        let own = |flow: &TaskFlowId| self.traces.dossiers.binary_search_by(|trace| (trace.customer, &trace.flow).cmp(&(customer, flow)));
        let mut flows = self.snapshot.flows.iter().map(|flow| &flow.id);
        let other = flows.find(|flow| own(flow).is_err() && self.snapshot.dossier(flow, customer).is_some());
        other.map(|flow| WhyKept::Linked(flow.clone()))
    }

    fn values(&mut self, customer: CustomerId, seen: Revision, before: &Values, after: &Values, since: &[(Revision, Values)]) {
        let now = since.last().map_or(after, |(_, values)| values);
        let (mut values, mut changes) = (now.clone(), Vec::new());
        for field in Field::ALL.into_iter().filter(|&field| before.text(field) != after.text(field)) {
            let differs = |(_, later): &&(Revision, Values)| later.text(field) != after.text(field);
            let changed = since.iter().filter(differs).find(|(revision, _)| !self.undone.contains(revision));
            // Whatever else it was: what is not there any more cannot be taken back.
            let changed = changed.or_else(|| since.last().filter(differs));
            match changed {
                Some((revision, _)) => {
                    self.taking.keeps.push(Kept { customer, what: Part::Field(field), why: WhyKept::Changed(*revision) });
                }
                None => {
                    values.set(field, before.text(field));
                    changes.push(FieldChange { field, before: after.text(field).into(), after: before.text(field).into() });
                }
            }
        }
        if !changes.is_empty() {
            self.taking.reverses.push(Reverse::Values(customer, changes));
            self.change(customer, seen, Becomes::Values(values));
        }
    }

    fn change(&mut self, customer: CustomerId, seen: Revision, becomes: Becomes) {
        self.taking.amendment.customers.push(CustomerChange { customer, seen, becomes });
    }
}

/// Whether a commit changed no dossier of a task flow that was there before it.
fn spares_dossiers(line: &JournalLine, flow: &TaskFlowId) -> bool {
    let only_makes = matches!(line.deed, Deed::Import | Deed::Added | Deed::Linked(_));
    let elsewhere = || !line.flows().is_empty() && !line.flows().contains(flow);
    only_makes || line.tally.dossiers == 0 || elsewhere()
}

#[cfg(test)]
mod tests;
