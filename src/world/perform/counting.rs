//! What the columns of a draft's sheet would be under other fields.

use std::ops::ControlFlow;

use crate::domain::draft::Draft;
use crate::domain::field_rules::FieldContext;
use crate::domain::mapping::{Count, Counted, count};

/// Counts columns by the rules that judge the draft's rows, before anything is chosen that asks more of them.
/// None where it was stopped.
pub(super) fn counted(draft: &Draft, columns: Vec<Counted>, is_stopped: &dyn Fn() -> bool) -> Option<Vec<(Counted, Count)>> {
    let (source, office) = (draft.source(), draft.office());
    let context = FieldContext {
        today: office.today,
        earliest_deadline_year: draft.flow().map(|flow| flow.assessment_year),
        languages_offered: None,
        colleagues: &office.colleagues,
        country: "",
    };
    let mut keep_on = || if is_stopped() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) };
    let counts = count(&source.sheet, source.layout.header_row, &columns, &context, &mut keep_on)?;
    Some(columns.into_iter().zip(counts).collect())
}
