//! The steps of a draft that was kept, made again: over the same source, and the store as it is now.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Decision, Draft, Lost, RowIndex, Step};
use crate::domain::change_set::CommitId;
use crate::domain::field::Field;
use crate::domain::questionnaire::QuestionnaireId;
use crate::domain::task_flow::TaskFlowId;

/// One line of a draft's journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Entry {
    /// A step was decided.
    Decided(Step),
    /// Steps were taken back or made again: so many are in force.
    StoodAt(usize),
    /// A commit was begun. Whether it was written, the store's journal knows.
    Committing(CommitId),
    /// The commit was written: what was in force is not taken back by undo.
    Committed(CommitId),
}

/// Something decided that no longer fits: the store, or what is on offer, changed meanwhile.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Unfit {
    /// The stored customer no longer holds what was seen when the field was to be overwritten.
    Overwrite {
        /// The row.
        row: RowIndex,
        /// The field.
        field: Field,
    },
    /// The row was selected as one customer and now matches another, or nobody.
    Selection {
        /// The row.
        row: RowIndex,
    },
    /// There is no such questionnaire any more.
    Questionnaire(QuestionnaireId),
    /// There is no such task flow any more.
    Flow(TaskFlowId),
    /// Taken over from another version of the workbook: no column, or several, have this heading.
    Column(String),
    /// Taken over from another version of the workbook: something about a row.
    Lost {
        /// Number of the row in the old workbook.
        number: u32,
        /// The row in this one, where it is found again.
        row: Option<RowIndex>,
        /// Whom the row was about.
        name: String,
        /// What is lost.
        what: Lost,
    },
}

/// What came of replaying a draft.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Replayed {
    /// What no longer fits, and is not in force.
    pub unfit: Vec<Unfit>,
    /// A commit that was begun last, and of which the draft does not know how it ended.
    pub committing: Option<CommitId>,
}

impl Draft {
    /// Makes the steps of a journal again. The draft has just been opened, from the same source.
    ///
    /// A journal is plain data from a file: rows that there are not, and steps that there were not,
    /// are passed over.
    pub fn replay(&mut self, journal: impl IntoIterator<Item = Entry>) -> Replayed {
        let mut replayed = Replayed::default();
        for entry in journal {
            match entry {
                Entry::Decided(step) if step.is_empty() => {}
                Entry::Decided(step) => self.remember(step),
                Entry::StoodAt(in_force) => self.in_force = in_force.clamp(self.committed, self.steps.len()),
                Entry::Committing(commit) => replayed.committing = Some(commit),
                Entry::Committed(_) => {
                    replayed.committing = None;
                    self.steps.truncate(self.in_force);
                    self.committed = self.in_force;
                }
            }
        }
        self.put_in_force();
        replayed.unfit = self.misfits();
        replayed
    }

    /// The commit that was begun last was written after all.
    pub fn note_commit(&mut self) {
        self.steps.truncate(self.in_force);
        self.committed = self.in_force;
    }

    /// Puts every step in force at once: each row is judged again once, however often it was decided about.
    fn put_in_force(&mut self) {
        let steps: Vec<Step> = self.steps.get(..self.in_force).unwrap_or(&[]).to_vec();
        let decisions: Vec<Decision> = steps.into_iter().flat_map(|step| step.decisions).collect();
        let mut rows: Vec<RowIndex> = decisions.iter().flat_map(Decision::rows).filter(|row| *row < self.row_count()).collect();
        rows.sort_unstable();
        rows.dedup();
        let is_mapped = decisions.iter().any(|decision| matches!(decision, Decision::Map(_)));
        if is_mapped || rows.len() > self.rows.len() / 4 {
            decisions.into_iter().for_each(|decision| self.put(decision));
            self.read_again();
        } else {
            self.rework(&rows, |draft| decisions.into_iter().for_each(|decision| draft.put(decision)));
            self.settle();
        }
        self.touched.all = true;
    }

    /// Fields of rows of which a side was last decided before a commit that has written it.
    fn written_overwrites(&self) -> BTreeSet<(RowIndex, Field)> {
        let sides = |steps: &[Step]| {
            let decisions = steps.iter().flat_map(|step| &step.decisions);
            let changes = decisions.filter_map(|decision| if let Decision::Sides(changes) = decision { Some(changes) } else { None });
            changes.flatten().map(|change| (change.row, change.field)).collect::<BTreeSet<_>>()
        };
        let (written, since) = self.steps.split_at(self.committed.min(self.in_force));
        let since = sides(since.get(..self.in_force.saturating_sub(self.committed)).unwrap_or(&[]));
        sides(written).difference(&since).copied().collect()
    }

    fn misfits(&mut self) -> Vec<Unfit> {
        let mut unfit = Vec::new();
        if let Some(flow) = self.choices.flow.take_if(|flow| self.stock.snapshot.flow(flow).is_none()) {
            unfit.push(Unfit::Flow(flow));
        }
        let is_gone = |id: &mut QuestionnaireId| self.office.catalogue.get(id).is_none();
        if let Some(questionnaire) = self.choices.questionnaire.take_if(is_gone) {
            unfit.push(Unfit::Questionnaire(questionnaire));
        }
        let selected_as_another = |(row, customer)| {
            let standing = self.rows.get(row as usize)?;
            (self.customer_of(standing) != Some(customer)).then_some(Unfit::Selection { row })
        };
        unfit.extend(self.marked_for.iter().filter_map(selected_as_another));
        // What a commit has written is in the store by now, which therefore holds something else.
        let written = self.written_overwrites();
        let unseen = self.drop_unseen_overwrites().into_iter();
        unfit.extend(unseen.filter(|one| !matches!(one, Unfit::Overwrite { row, field } if written.contains(&(*row, *field)))));
        if !unfit.is_empty() {
            self.settle();
        }
        unfit
    }
}
