//! What an import does to the store in memory.

use std::collections::BTreeSet;

use instroom::domain::amendment::{AmendmentTally, Deed};
use instroom::domain::change_set::{ChangeSet, Founding, Hand, Update};
use instroom::domain::customer::{Customer, CustomerId, Values};
use instroom::domain::dossier::Dossier;
use instroom::domain::memory::{Lesson, Remembered};
use instroom::domain::moved::{Moved, MovedKind};
use instroom::domain::snapshot::{JournalLine, PastImport, Revision};
use instroom::domain::task_flow::TaskFlowId;
use instroom::world::store::{CommitFault, CommitStage};

use super::{State, last};

/// How many records or lessons the real store writes between two reports.
const BATCH: usize = 1_000;

impl State {
    pub(super) fn write(
        &mut self,
        founding: &Founding,
        set: &ChangeSet,
        hand: &Hand,
        report: &mut dyn FnMut(CommitStage, u64) -> Result<(), CommitFault>,
    ) -> Result<(), CommitFault> {
        let mut done = 0;
        report(CommitStage::Writing, done)?;
        self.revision = Revision(self.given);
        if self.flows.iter().all(|flow| flow.id != set.flow) {
            self.flows.extend(founding.flows.iter().find(|flow| flow.id == set.flow).cloned());
        }
        for additions in set.additions.chunks(BATCH) {
            for addition in additions {
                let id = CustomerId(self.next_id);
                self.next_id += 1;
                self.put(id, addition.values.clone(), Some(addition.row));
                self.put_dossier(&set.flow, id, Some(addition.dossier.clone()));
            }
            done += additions.len() as u64;
            report(CommitStage::Writing, done)?;
        }
        for updates in set.updates.chunks(BATCH) {
            updates.iter().try_for_each(|update| self.update(&set.flow, update))?;
            done += updates.len() as u64;
            report(CommitStage::Writing, done)?;
        }
        for lessons in set.lessons.chunks(BATCH) {
            for what in lessons.iter().cloned() {
                self.lessons.push(Remembered { what, revision: self.revision, when: hand.when, who: hand.who.clone() });
            }
            report(CommitStage::Writing, done)?;
        }
        self.outcomes.insert(self.revision, set.outcomes.clone());
        self.updated.insert(self.revision, set.updates.iter().map(|update| update.customer).collect());
        self.imports.push(PastImport {
            revision: self.revision,
            when: hand.when,
            who: hand.who.clone(),
            file: set.source.file.clone(),
            added: set.tally.added,
            dossiers: set.tally.added + set.tally.linked,
            updated: set.updates.iter().filter(|update| !update.changes.is_empty()).count() as u64,
            fingerprint: set.source.fingerprint.clone(),
            sheet: set.source.sheet.clone(),
            header_row: set.source.header_row,
            rows: set.tally,
            lessons: set.lessons.iter().map(about).collect::<BTreeSet<_>>().len() as u64,
            flow: set.flow.clone(),
            taken_back: None,
        });
        let changed = set.updates.iter().filter(|update| !update.changes.is_empty()).count() as u64;
        self.journal.push(JournalLine {
            revision: self.revision,
            when: hand.when,
            who: hand.who.clone(),
            deed: Deed::Import,
            tally: AmendmentTally { added: set.tally.added, changed, gone: 0, dossiers: set.tally.added + set.tally.linked },
            flow: Some(set.flow.clone()),
            file: set.source.file.clone(),
        });
        report(CommitStage::Securing, done)
    }

    pub(super) fn put(&mut self, id: CustomerId, values: Values, row: Option<u32>) {
        self.customers.entry(id).or_default().push((self.revision, Some(Customer { values, row })));
    }

    pub(super) fn put_dossier(&mut self, flow: &TaskFlowId, id: CustomerId, dossier: Option<Dossier>) {
        let versions = self.dossiers.entry((flow.clone(), id)).or_default();
        versions.retain(|(revision, _)| *revision != self.revision);
        versions.push((self.revision, dossier));
    }

    fn update(&mut self, flow: &TaskFlowId, update: &Update) -> Result<(), CommitFault> {
        let id = update.customer;
        let refuse = |kind| CommitFault::Moved(vec![Moved { row: update.row, kind }]);
        let Some((_, stored)) = self.customers.get(&id).and_then(last) else { return Err(refuse(MovedKind::CustomerGone(id))) };
        if !update.changes.is_empty() {
            let mut values = stored.values.clone();
            if let Some(change) = update.changes.iter().find(|change| values.text(change.field) != change.before) {
                return Err(refuse(MovedKind::CustomerChanged(id, change.field)));
            }
            update.apply_to(&mut values);
            self.put(id, values, Some(update.row));
        }
        if let Some(dossier) = &update.dossier {
            self.put_dossier(flow, id, Some(dossier.clone()));
        }
        Ok(())
    }
}

/// What a lesson is about: of two about the same thing the later one counts.
fn about(lesson: &Lesson) -> String {
    match lesson {
        Lesson::Fix { field, before, .. } => format!("{field:?} {}", before.trim()),
        Lesson::Apart { customer, row } => format!("{customer} {row:?}"),
    }
}
