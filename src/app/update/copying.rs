//! Copying to the clipboard, and clicks of the mouse.

use crate::app::action::Action;
use crate::app::copied::{Choice, Copied, NotCopied, cell, rows, value};
use crate::app::desk::Face;
use crate::app::effect::Effect;
use crate::app::geometry::{self, FIRST_ROW, Pane};
use crate::app::listing::Listing as _;
use crate::app::listing::with_list;
use crate::app::model::{Model, Overlay, Screen};
use crate::app::notice::Notice;
use crate::domain::person::ROW;

impl Model {
    pub(super) fn copy_cell(&mut self) -> Vec<Effect> {
        let sight = self.sight;
        let copied = match &self.screen {
            Screen::Person(page) => value(&sight.given(page.draft(), ROW, page.field(), page.draft().given(ROW, page.field()))),
            Screen::Dossier(binder) => {
                let given = binder.current().and_then(|asked| Some((asked, binder.dossier().answer(&asked.id)?)));
                given.map_or(Err(NotCopied::Empty), |(asked, answer)| value(&binder.reads(asked, answer, sight)))
            }
            screen => with_list!(screen, list => cell(&**list, sight)).unwrap_or(Err(NotCopied::NoRow)),
        };
        self.offer(copied)
    }

    pub(super) fn copy_rows(&mut self) -> Vec<Effect> {
        let sight = self.sight;
        // Elsewhere marks say what is imported or taken over.
        let choice = if self.register().is_some() { Choice::Marks } else { Choice::Range };
        let copied = with_list!(&self.screen, list => rows(&**list, choice, sight));
        self.offer(copied.unwrap_or(Err(NotCopied::NoRow)))
    }

    fn offer(&mut self, copied: Result<Copied, NotCopied>) -> Vec<Effect> {
        match copied {
            Ok(copied) => {
                let text = copied.text.clone();
                self.overlay = Some(Overlay::Copied(copied));
                vec![Effect::Copy(text)]
            }
            Err(NotCopied::NoRow) => self.say(Notice::NoRow),
            Err(NotCopied::Empty) => self.say(Notice::NothingToCopy),
            Err(NotCopied::TooMuch(rows)) => self.say(Notice::TooMuchToCopy(rows)),
        }
    }

    pub(super) fn act_on_copied(&mut self, action: Action) -> Vec<Effect> {
        let width = geometry::copied_columns(self.size.0);
        let seen = geometry::copied_rows(self.size.1, Copied::said(self.sight, width).len());
        let Some(Overlay::Copied(copied)) = &mut self.overlay else { return Vec::new() };
        let last = copied.lines(width).len().saturating_sub(seen);
        let top = match action {
            Action::Down => copied.top + 1,
            Action::Up => copied.top.saturating_sub(1),
            Action::PageDown => copied.top + seen,
            Action::PageUp => copied.top.saturating_sub(seen),
            Action::First => 0,
            Action::Last => last,
            _ => return Vec::new(),
        };
        copied.top = top.min(last);
        Vec::new()
    }

    /// A click goes to the row that it is on. Elsewhere it does nothing.
    pub(super) fn click(&mut self, column: u16, row: u16) -> Vec<Effect> {
        let size = self.size;
        let window = self.window();
        let is_list = !matches!(&self.screen, Screen::Desk(desk) if !matches!(desk.face, Face::Tabs));
        if self.overlay.is_some() || self.running.is_some() || !is_list || geometry::is_too_small(window.0, window.1) {
            return Vec::new();
        }
        with_list!(&mut self.screen, list => {
            let beside = match geometry::pane(size.0, size.1, list.showing().pane) {
                Pane::Beside(columns) => columns,
                Pane::Hidden | Pane::Below(_) => 0,
            };
            let seen = list.seen(size);
            let place = row.checked_sub(FIRST_ROW).map(usize::from).filter(|place| *place < seen).map(|place| list.table().top + place);
            if let Some(place) = place
                && !list.showing().zoom
                && column < size.0.saturating_sub(beside)
                && place < list.table().order.len()
            {
                list.table_mut().sifting.leave_cursor();
                list.table_mut().go_to(place, seen);
                list.showing_mut().pane_top = 0;
            }
        });
        Vec::new()
    }
}
