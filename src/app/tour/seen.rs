//! What the tour has seen since a step began, and whether the step is done.

use super::{TourStep, desk, did, tabs};
use crate::app::chooser::Question;
use crate::app::desk::{Desk, Face};
use crate::app::model::{Model, Overlay, Screen};
use crate::app::past::Page;
use crate::domain::draft::{Bucket, Deed};

/// So many fields put right one by one are as good as all alike at once.
const MANY: usize = 6;

/// What goes by: the model of one moment does not show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Seen {
    /// Tabs that were shown, by their place.
    tabs: [bool; Bucket::ALL.len()],
    /// The cursor was on the last row of a list.
    pub(super) last_row: bool,
    /// A step was taken back.
    pub(super) taken_back: bool,
    /// A list was filtered.
    filtered: bool,
}

impl Seen {
    /// The first tab that was not shown yet.
    pub(super) fn unseen_tab(&self) -> Option<Bucket> {
        Bucket::ALL.into_iter().zip(self.tabs).find(|(_, seen)| !seen).map(|(bucket, _)| bucket)
    }

    pub(super) fn look(&mut self, model: &Model) {
        self.taken_back |= desk(model).is_some_and(|desk| desk.draft.steps_in_force() < desk.draft.steps().len());
        let Some(desk) = tabs(model) else { return };
        for (seen, bucket) in self.tabs.iter_mut().zip(Bucket::ALL) {
            *seen |= bucket == desk.tab;
        }
        let table = desk.table();
        self.last_row |= table.order.len() > 1 && table.cursor + 1 == table.order.len();
        self.filtered |= !table.filter.text().is_empty();
    }

    /// Whether the step is done.
    pub(super) fn shows(&self, step: TourStep, model: &Model) -> bool {
        let on_desk = |holds: &dyn Fn(&Desk) -> bool| desk(model).is_some_and(holds);
        match step {
            TourStep::Tabs => self.unseen_tab().is_none(),
            TourStep::Moving => self.last_row && tabs(model).is_some_and(|desk| desk.table().cursor == 0),
            TourStep::Reason => tabs(model).is_some_and(|desk| desk.tab == Bucket::Invalid && desk.showing.zoom),
            TourStep::Alike => on_desk(&|desk| {
                did(desk, &[Deed::TakeSuggestion, Deed::Type, Deed::Replace], 2) || desk.draft.edits().nth(MANY - 1).is_some()
            }),
            TourStep::Undo => self.taken_back && on_desk(&|desk| desk.draft.steps_in_force() == desk.draft.steps().len()),
            TourStep::Duplicate => on_desk(&|desk| did(desk, &[Deed::TakeSides, Deed::ApplyRule], 1)),
            TourStep::Marks => on_desk(&|desk| did(desk, &[Deed::Mark], 2)),
            TourStep::Filter => {
                let all_again = |desk: &crate::app::desk::Desk| !desk.showing.is_filtering && !desk.table().is_narrowed();
                self.filtered && tabs(model).is_some_and(all_again)
            }
            TourStep::Language => on_desk(&|desk| desk.draft.choices().language.is_some()),
            TourStep::Questionnaire => on_desk(&|desk| desk.draft.choices().questionnaire.is_some()),
            TourStep::Import => on_desk(&|desk| matches!(desk.face, Face::Report(_))),
            TourStep::Page => matches!(model.screen, Screen::Person(_)),
            TourStep::TakeBack => model.past().is_some_and(|past| matches!(past.page, Page::TakenBack(..))),
            TourStep::Help => matches!(&model.overlay, Some(Overlay::Chooser(chooser)) if chooser.question == Question::Help),
            // Done by leaving.
            TourStep::Leave => false,
        }
    }
}
