//! The detail pane as the part of a frame that may follow the cursor a moment later.

use ratatui::layout::Rect;

use super::canvas::Part;
use crate::app::desk::{Face, Sight};
use crate::app::listing::Listing as _;
use crate::app::past::Page;
use crate::app::register::TabKind;
use crate::app::{Model, Screen};
use crate::domain::draft::Bucket;

/// The list whose rows a pane tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum List {
    Import(Bucket),
    Register(TabKind),
    Told,
    TakingBack,
    TakenBack,
    Arrived(Option<usize>),
}

/// Where a frame shows the detail pane of a list, and what it tells of. While that is the same, two frames differ in
/// their pane only by the row that it tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Aside {
    area: Rect,
    list: List,
    /// The first line seen: whoever scrolls the pane is looking at it.
    top: usize,
    sight: Sight,
}

impl Aside {
    /// The pane of a model, drawn there. None where something stands in front of it.
    pub(super) fn of(model: &Model, part: Part) -> Option<Self> {
        let (list, top) = match &model.screen {
            Screen::Desk(desk) if matches!(desk.face, Face::Tabs) => (List::Import(desk.tab), desk.showing().pane_top),
            Screen::Register(register) => (List::Register(register.tab), register.showing().pane_top),
            Screen::Past(past) => {
                let list = match past.page {
                    Page::Rows => List::Told,
                    Page::TakingBack(_) => List::TakingBack,
                    Page::TakenBack(..) => List::TakenBack,
                };
                (list, past.showing().pane_top)
            }
            Screen::Arrived(arrived) => (List::Arrived(arrived.shown), arrived.showing().pane_top),
            Screen::Desk(_)
            | Screen::Start(_)
            | Screen::Picker(_)
            | Screen::Person(_)
            | Screen::Dossier(_)
            | Screen::Inviting(_)
            | Screen::Sending => return None,
        };
        let is_in_front = model.overlay.is_none() && model.running.is_none();
        let area = Rect::new(part.x, part.y, part.width, part.height);
        is_in_front.then_some(Self { area, list, top, sight: model.sight })
    }

    /// Its place on the screen.
    #[must_use]
    pub const fn area(&self) -> Rect {
        self.area
    }
}
