//! What a person decides: plain data, applied and taken back.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::standing::{Bucket, Standing};
use super::{Draft, RowIndex};
use crate::domain::field::Field;
use crate::domain::language::Language;
use crate::domain::matching::{Certainty, Ground, Stock};
use crate::domain::questionnaire::QuestionnaireId;
use crate::domain::task_flow::TaskFlowId;

/// Whether a row goes along in the next commit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Mark {
    /// It goes along.
    Selected,
    /// It stays behind.
    Deselected,
}

/// Which side of a duplicate a field is taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Side {
    /// The store keeps what it has.
    Store,
    /// The row's value overwrites it.
    Import,
}

/// Rows as runs of neighbours, so that "all 100,000" is one small value.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RowRuns(Vec<(RowIndex, RowIndex)>);

impl RowRuns {
    /// The rows, ascending.
    pub fn iter(&self) -> impl Iterator<Item = RowIndex> {
        self.0.iter().flat_map(|&(first, last)| first..=last)
    }

    /// How many rows there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.iter().map(|(first, last)| (last - first) as usize + 1).sum()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<RowIndex> for RowRuns {
    fn from_iter<I: IntoIterator<Item = RowIndex>>(rows: I) -> Self {
        let mut rows: Vec<RowIndex> = rows.into_iter().collect();
        rows.sort_unstable();
        rows.dedup();
        let mut runs: Vec<(RowIndex, RowIndex)> = Vec::new();
        for row in rows {
            match runs.last_mut() {
                Some((_, last)) if *last + 1 == row => *last = row,
                _ => runs.push((row, row)),
            }
        }
        Self(runs)
    }
}

/// One thing decided, with what was before, so that it can be taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Decision {
    /// These rows, which all stood otherwise, are selected or deselected.
    Mark {
        /// The rows.
        rows: RowRuns,
        /// How they stood: marked by a person, or by the default of their bucket.
        from: Option<Mark>,
        /// How they stand now.
        to: Option<Mark>,
    },
    /// The language of customers whose row names none.
    Language {
        /// Chosen before.
        from: Option<Language>,
        /// Chosen now.
        to: Option<Language>,
    },
    /// The questionnaire of new dossiers.
    Questionnaire {
        /// Chosen before.
        from: Option<QuestionnaireId>,
        /// Chosen now.
        to: Option<QuestionnaireId>,
    },
    /// The task flow.
    Flow {
        /// Chosen before.
        from: Option<TaskFlowId>,
        /// Chosen now.
        to: Option<TaskFlowId>,
    },
    /// Which side a field of a duplicate is taken from.
    Field {
        /// The row.
        row: RowIndex,
        /// The field.
        field: Field,
        /// The side before.
        from: Side,
        /// The side now.
        to: Side,
    },
}

impl Decision {
    /// The decision that undoes this one.
    #[must_use]
    pub fn inverse(&self) -> Self {
        match self.clone() {
            Self::Mark { rows, from, to } => Self::Mark { rows, from: to, to: from },
            Self::Language { from, to } => Self::Language { from: to, to: from },
            Self::Questionnaire { from, to } => Self::Questionnaire { from: to, to: from },
            Self::Flow { from, to } => Self::Flow { from: to, to: from },
            Self::Field { row, field, from, to } => Self::Field { row, field, from: to, to: from },
        }
    }
}

/// Decisions that were made in one go and are taken back in one go.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Step(pub Vec<Decision>);

impl Step {
    /// How many rows change their mark.
    #[must_use]
    pub fn row_count(&self) -> usize {
        let rows = |decision: &Decision| match decision {
            Decision::Mark { rows, .. } => rows.count(),
            Decision::Language { .. } | Decision::Questionnaire { .. } | Decision::Flow { .. } | Decision::Field { .. } => 0,
        };
        self.0.iter().map(rows).sum()
    }
}

/// The fields of duplicates that are taken from the import.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Overwrites(BTreeMap<RowIndex, Vec<Field>>);

impl Overwrites {
    pub(super) fn of(&self, row: RowIndex) -> &[Field] {
        self.0.get(&row).map_or(&[], Vec::as_slice)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn keep(&mut self, stays: impl Fn(RowIndex) -> bool) {
        self.0.retain(|row, _| stays(*row));
    }

    fn put(&mut self, row: RowIndex, field: Field, side: Side) {
        let fields = self.0.entry(row).or_default();
        fields.retain(|known| *known != field);
        if side == Side::Import {
            fields.push(field);
            fields.sort_unstable();
        }
        if fields.is_empty() {
            self.0.remove(&row);
        }
    }
}

impl Draft {
    /// Applies a step and remembers it; steps taken back before are forgotten.
    pub fn decide(&mut self, step: Step) {
        if step.0.is_empty() {
            return;
        }
        self.apply_all(step.0.iter().cloned());
        self.steps.truncate(self.in_force);
        self.steps.push(step);
        self.in_force = self.steps.len();
    }

    /// Takes the last step back. False where there is none, or a commit stands before it.
    pub fn undo(&mut self) -> bool {
        if self.in_force <= self.committed {
            return false;
        }
        let Some(step) = self.in_force.checked_sub(1).and_then(|at| self.steps.get(at)).cloned() else { return false };
        self.apply_all(step.0.iter().rev().map(Decision::inverse));
        self.in_force -= 1;
        true
    }

    /// Applies the last step that was taken back again. False where there is none.
    pub fn redo(&mut self) -> bool {
        let Some(step) = self.steps.get(self.in_force).cloned() else { return false };
        self.apply_all(step.0.into_iter());
        self.in_force += 1;
        true
    }

    /// Whether something was decided that no commit has written.
    #[must_use]
    pub const fn has_uncommitted_steps(&self) -> bool {
        self.in_force > self.committed
    }

    /// Whether undo would stop at a commit.
    #[must_use]
    pub const fn stands_on_commit(&self) -> bool {
        self.committed > 0 && self.in_force == self.committed
    }

    /// After a commit: looks at the store afresh, and undo goes no further back than here.
    pub fn settle_commit(&mut self, stock: Arc<Stock>) {
        self.steps.truncate(self.in_force);
        self.committed = self.in_force;
        self.overwrites.keep(|_| false);
        self.rebase(stock);
    }

    /// Rows are matched once, however many of the decisions call for it.
    fn apply_all(&mut self, decisions: impl Iterator<Item = Decision>) {
        let mut rematch = false;
        for decision in decisions {
            match decision {
                Decision::Mark { rows, to, .. } => {
                    for row in rows.iter() {
                        self.amend(row, |standing| standing.marked = to);
                    }
                }
                Decision::Language { to, .. } => self.choices.language = to,
                Decision::Questionnaire { to, .. } => {
                    self.choices.questionnaire = to;
                    rematch = true;
                }
                Decision::Flow { to, .. } => {
                    self.choices.flow = to;
                    rematch = true;
                }
                Decision::Field { row, field, to, .. } => self.overwrites.put(row, field, to),
            }
        }
        if rematch {
            self.match_quietly();
        }
    }

    /// Whether a row can be selected: a new one, or a duplicate without a dossier in the task flow.
    #[must_use]
    pub fn is_selectable(&self, row: RowIndex) -> bool {
        self.rows.get(row as usize).is_some_and(|standing| self.is_selectable_standing(standing))
    }

    /// Whether a row goes along in the next commit.
    #[must_use]
    pub fn is_selected(&self, row: RowIndex) -> bool {
        self.rows.get(row as usize).is_some_and(|standing| self.is_selected_standing(standing))
    }

    pub(super) fn is_selected_standing(&self, standing: &Standing) -> bool {
        self.is_selectable_standing(standing) && standing.marked.unwrap_or_else(|| default_mark(standing)) == Mark::Selected
    }

    fn is_selectable_standing(&self, standing: &Standing) -> bool {
        match standing.bucket() {
            Bucket::OnlyInImport => true,
            Bucket::Duplicates => !self.has_dossier(standing),
            Bucket::OnlyInStore | Bucket::Invalid => false,
        }
    }

    fn has_dossier(&self, standing: &Standing) -> bool {
        let customer = standing.found.and_then(|found| self.stock.snapshot.customer_id(found.stored as usize));
        match (&self.choices.flow, customer) {
            (Some(flow), Some(customer)) => self.stock.snapshot.dossier(flow, customer).is_some(),
            (None, _) | (_, None) => false,
        }
    }

    /// The step that gives these rows this mark: only those that can be selected and stand otherwise.
    #[must_use]
    pub fn marking(&self, rows: impl IntoIterator<Item = RowIndex>, mark: Mark) -> Step {
        self.marking_each(rows, |_| mark)
    }

    /// The step that turns the marks of these rows around.
    #[must_use]
    pub fn inverting(&self, rows: impl IntoIterator<Item = RowIndex>) -> Step {
        self.marking_each(rows, |selected| if selected { Mark::Deselected } else { Mark::Selected })
    }

    fn marking_each(&self, rows: impl IntoIterator<Item = RowIndex>, mark: impl Fn(bool) -> Mark) -> Step {
        // A decision holds what each of its rows had before, so rows are parted by that.
        const BEFORE: [Option<Mark>; 3] = [None, Some(Mark::Selected), Some(Mark::Deselected)];
        let mut groups: [[Vec<RowIndex>; 2]; 3] = Default::default();
        for row in rows {
            let Some(standing) = self.rows.get(row as usize).filter(|standing| self.is_selectable_standing(standing)) else { continue };
            let selected = self.is_selected_standing(standing);
            let to = mark(selected);
            if selected == (to == Mark::Selected) {
                continue;
            }
            let before = BEFORE.iter().position(|before| *before == standing.marked).unwrap_or(0);
            if let Some(group) = groups.get_mut(before).and_then(|group| group.get_mut(usize::from(to == Mark::Deselected))) {
                group.push(row);
            }
        }
        let mut decisions = Vec::new();
        for (from, parted) in BEFORE.into_iter().zip(groups) {
            for (to, rows) in [Mark::Selected, Mark::Deselected].into_iter().zip(parted) {
                if !rows.is_empty() {
                    decisions.push(Decision::Mark { rows: rows.into_iter().collect(), from, to: Some(to) });
                }
            }
        }
        Step(decisions)
    }

    /// The step that chooses the language of customers whose row names none.
    #[must_use]
    pub fn choosing_language(&self, to: Language) -> Step {
        if self.choices.language == Some(to) {
            return Step::default();
        }
        Step(vec![Decision::Language { from: self.choices.language, to: Some(to) }])
    }

    /// The step that chooses the questionnaire.
    #[must_use]
    pub fn choosing_questionnaire(&self, to: QuestionnaireId) -> Step {
        if self.choices.questionnaire.as_ref() == Some(&to) {
            return Step::default();
        }
        Step(vec![Decision::Questionnaire { from: self.choices.questionnaire.clone(), to: Some(to) }])
    }

    /// The step that chooses the task flow; a questionnaire that it does not offer is no longer chosen.
    #[must_use]
    pub fn choosing_flow(&self, to: &TaskFlowId) -> Step {
        if self.choices.flow.as_ref() == Some(to) {
            return Step::default();
        }
        let mut decisions = vec![Decision::Flow { from: self.choices.flow.clone(), to: Some(to.clone()) }];
        let offered = self.stock.snapshot.flow(to).map_or(&[][..], |flow| &flow.questionnaires);
        if let Some(chosen) = self.choices.questionnaire.as_ref().filter(|chosen| !offered.contains(chosen)) {
            decisions.push(Decision::Questionnaire { from: Some(chosen.clone()), to: None });
        }
        Step(decisions)
    }

    /// The step that takes a field of a duplicate from this side.
    #[must_use]
    pub fn taking(&self, row: RowIndex, fields: impl IntoIterator<Item = Field>, to: Side) -> Step {
        let changes = fields.into_iter().filter(|field| self.side(row, *field) != to);
        Step(changes.map(|field| Decision::Field { row, field, from: self.side(row, field), to }).collect())
    }

    /// Which side a field of a duplicate is taken from.
    #[must_use]
    pub fn side(&self, row: RowIndex, field: Field) -> Side {
        if self.overwrites.of(row).contains(&field) { Side::Import } else { Side::Store }
    }

    /// How many fields of a duplicate are taken from the import.
    #[must_use]
    pub fn overwrite_count(&self, row: RowIndex) -> usize {
        self.overwrites.of(row).len()
    }

    /// How sure the match of a duplicate is.
    #[must_use]
    pub fn certainty(&self, row: RowIndex) -> Option<Certainty> {
        self.rows.get(row as usize).and_then(certainty_of)
    }

    /// Why a row and a stored customer are held to be the same.
    #[must_use]
    pub fn ground(&self, row: RowIndex) -> Option<Ground> {
        self.rows.get(row as usize).and_then(Standing::ground)
    }
}

pub(super) fn certainty_of(standing: &Standing) -> Option<Certainty> {
    let ground = standing.ground()?;
    let is_one_of_several = standing.found.is_some_and(|found| found.is_one_of_several);
    Some(if standing.tied || is_one_of_several { Certainty::Unsure } else { ground.certainty() })
}

/// New rows go along unless somebody says otherwise. So do duplicates that are surely the same
/// customer: all that is written for them unasked is the season's dossier. Where it is not sure,
/// somebody has to look first.
fn default_mark(standing: &Standing) -> Mark {
    match certainty_of(standing) {
        None | Some(Certainty::Sure) => Mark::Selected,
        Some(Certainty::Likely | Certainty::Unsure) => Mark::Deselected,
    }
}
