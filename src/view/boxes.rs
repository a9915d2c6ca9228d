//! Frames around parts of the screen.

use super::canvas::{Canvas, Part};
use super::heard::Role;
use super::look::Frames;
use crate::app::detail::{fit, width_of};
use crate::domain::neutral::neutralise;

impl Canvas<'_> {
    /// A frame around a part, emptied, with a title above and a word below.
    pub(super) fn frame(&mut self, part: Part, title: &str, foot: &str) {
        if self.is_heard() {
            return self.heard_frame(part, title, foot);
        }
        let [across, down, corners] = match self.look.frames {
            Frames::Ascii => ["-", "|", "++++"],
            Frames::Lines => ["─", "│", "┌┐└┘"],
        };
        let corner = |at: usize| corners.chars().nth(at).map(String::from).unwrap_or_default();
        let dim = self.look.dim();
        let inner = part.width.saturating_sub(2);
        let last = part.y + part.height.saturating_sub(1);
        let edge = across.repeat(usize::from(inner));
        for (y, left, right) in [(part.y, 0, 1), (last, 2, 3)] {
            self.put(part.x, y, part.width, &format!("{}{edge}{}", corner(left), corner(right)), dim);
        }
        for y in part.y + 1..last {
            self.put(part.x, y, part.width, &format!("{down}{}{down}", " ".repeat(usize::from(inner))), dim);
        }
        for (y, text, style) in [(part.y, title, self.look.strong()), (last, foot, dim)] {
            let text = text.trim();
            if !text.is_empty() {
                let room = usize::from(inner.saturating_sub(4));
                let text = neutralise(text);
                let text = if width_of(&text) > room {
                    self.clip(&text);
                    fit(&text, room)
                } else {
                    text.into_owned()
                };
                self.write(part.x + 2, y, &format!(" {text} "), style);
            }
        }
    }

    /// Says at the right of the lower edge of a frame where one is in what is too long for it: at which line, of how many.
    pub(super) fn place_in(&mut self, part: Part, place: &str) {
        let width = u16::try_from(width_of(place)).unwrap_or(u16::MAX);
        if !self.is_heard() && !place.is_empty() && width + 4 < part.width {
            self.write(part.x + part.width - width - 4, part.y + part.height.saturating_sub(1), &format!(" {place} "), self.look.dim());
        }
    }

    /// A frame is heard by its title, and covers what was there.
    fn heard_frame(&mut self, part: Part, title: &str, foot: &str) {
        let last = part.y + part.height.saturating_sub(1);
        for y in part.y..=last {
            self.put(part.x, y, part.width, "", self.look.plain());
        }
        let is_pane = self.role == Role::Pane;
        for (y, text, role) in [(part.y, title, Role::Title), (last, foot, Role::Foot)] {
            let inside = self.put_as(if is_pane && role == Role::Title { Role::Pane } else { role });
            self.put(part.x, y, part.width, text, self.look.plain());
            self.role = inside;
        }
    }
}
