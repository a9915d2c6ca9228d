//! What a step did, in the few facts that the list of steps and the message after undo tell.

use std::collections::BTreeSet;

use crate::domain::draft::{Decision, Deed, Draft, Mark, RowIndex, Side, Step};
use crate::domain::field::Field;
use crate::domain::language::Language;
use crate::domain::questionnaire::QuestionnaireId;
use crate::domain::task_flow::TaskFlowId;

/// Which way a step went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Turn {
    /// Selected, typed, taken from the import, joined, held apart.
    On,
    /// Deselected, as the workbook has it, left to the store, on its own again, no longer apart.
    Off,
    /// Some so and some the other way.
    Both,
}

/// Something that was chosen for the whole import; none where it is no longer chosen.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Chosen {
    /// The language of customers whose row names none.
    Language(Option<Language>),
    /// The questionnaire.
    Questionnaire(Option<QuestionnaireId>),
    /// The task flow.
    Flow(Option<TaskFlowId>),
}

/// What a step did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// What the person did.
    pub deed: Deed,
    /// Which way.
    pub turn: Turn,
    /// How many rows it is about.
    pub rows: usize,
    /// The row's number in the workbook, where it is about one only.
    pub row: Option<u32>,
    /// How many values, fields or columns it is about.
    pub values: usize,
    /// The field, where it is about one only.
    pub field: Option<Field>,
    /// The number of the row that it was joined to.
    pub main: Option<u32>,
    /// What was chosen.
    pub chosen: Vec<Chosen>,
}

impl Made {
    /// What a step of this draft did.
    #[must_use]
    pub fn of(step: &Step, draft: &Draft) -> Self {
        let mut facts = Facts::default();
        step.decisions.iter().for_each(|decision| facts.take(step.deed, decision, draft));
        let turn = match (facts.on, facts.off) {
            (true, true) => Turn::Both,
            (false, true) => Turn::Off,
            (true, false) | (false, false) => Turn::On,
        };
        let one = |rows: &BTreeSet<RowIndex>| rows.first().copied().filter(|_| facts.many == 0 && rows.len() == 1);
        Self {
            deed: step.deed,
            turn,
            rows: facts.many + facts.rows.len(),
            row: one(&facts.rows).map(|row| draft.row_number(row)),
            values: facts.values,
            field: facts.fields.first().copied().filter(|_| facts.fields.len() == 1),
            main: facts.main,
            chosen: facts.chosen,
        }
    }
}

#[derive(Default)]
struct Facts {
    /// Rows of bulk marks, which are many and counted only.
    many: usize,
    rows: BTreeSet<RowIndex>,
    values: usize,
    fields: BTreeSet<Field>,
    on: bool,
    off: bool,
    main: Option<u32>,
    chosen: Vec<Chosen>,
}

impl Facts {
    fn turn(&mut self, on: bool) {
        self.on |= on;
        self.off |= !on;
    }

    /// Takes in a decision, if it is what the deed was about: what it brings along is not told.
    fn take(&mut self, deed: Deed, decision: &Decision, draft: &Draft) {
        match decision {
            Decision::Mark { rows, to, .. } if deed == Deed::Mark => {
                self.turn(*to == Some(Mark::Selected));
                match (rows.count(), rows.iter().next()) {
                    (1, Some(row)) => _ = self.rows.insert(row),
                    (count, _) => self.many += count,
                }
            }
            Decision::Sides(changes) if deed != Deed::Mark => {
                for change in changes {
                    self.turn(change.to != Side::Store);
                    self.about(change.row, change.field);
                }
            }
            Decision::Edit(edits) => {
                for edit in edits {
                    self.turn(edit.to.is_some());
                    self.about(edit.row, edit.field);
                }
            }
            Decision::Look(looks) => looks.iter().for_each(|look| _ = self.rows.insert(look.row)),
            Decision::Map(columns) => self.values += columns.len(),
            Decision::Part(parting) => {
                self.turn(parting.apart);
                self.rows.insert(parting.row);
            }
            Decision::Join { row, to, .. } => {
                self.turn(to.is_some());
                self.main = to.map(|main| draft.row_number(main));
                self.rows.insert(*row);
            }
            Decision::Language { to, .. } => self.chosen.push(Chosen::Language(*to)),
            Decision::Questionnaire { to, .. } => self.chosen.push(Chosen::Questionnaire(to.clone())),
            Decision::Flow { to, .. } => self.chosen.push(Chosen::Flow(to.clone())),
            Decision::Mark { .. } | Decision::Sides(_) => {}
        }
    }

    fn about(&mut self, row: RowIndex, field: Field) {
        self.rows.insert(row);
        self.fields.insert(field);
        self.values += 1;
    }
}
