//! The step that gives columns other fields.

use super::{Assignment, Decision, Deed, Draft, Step};
use crate::domain::field::Field;

impl Draft {
    /// The step that lets columns hold these fields, or nothing. A field that another column held is
    /// taken from it: no field stands in two columns.
    #[must_use]
    pub fn mapping_columns(&self, columns: impl IntoIterator<Item = (u16, Option<Field>)>) -> Step {
        let mut layout = self.layout().clone();
        let held = |layout: &crate::domain::template::layout::Layout, column| {
            layout.columns.iter().find(|known| known.column == column).and_then(|known| known.field)
        };
        let mut assignments = Vec::new();
        for (column, to) in columns {
            let others = layout.columns.iter().filter(|known| to.is_some() && known.field == to && known.column != column);
            let lose: Vec<u16> = others.map(|known| known.column).collect();
            for (column, to) in lose.into_iter().map(|other| (other, None)).chain([(column, to)]) {
                let from = held(&layout, column);
                if from != to {
                    layout.assign(column, to);
                    assignments.push(Assignment { column, from, to });
                }
            }
        }
        Step::new(Deed::Map, if assignments.is_empty() { Vec::new() } else { vec![Decision::Map(assignments)] })
    }
}
