//! The palette of commands: what is on offer, and running it as its key would.

use crate::app::action::Action;
use crate::app::effect::Effect;
use crate::app::model::{Model, Overlay};
use crate::app::notice::Notice;
use crate::app::palette::{Palette, Standing};

/// Lines of a page of the palette.
const PAGE: isize = 10;

impl Model {
    /// Opens the palette in front of whatever is there.
    pub(super) fn open_palette(&mut self) -> Vec<Effect> {
        let palette = Palette::new(self.layer(), self.sight, |action| self.obstacle(action));
        self.cover(Overlay::Palette(Box::new(palette)));
        Vec::new()
    }

    /// Something happened: where the palette stands in front, it tells what can run now.
    pub(super) fn follow_in_palette(&mut self) {
        let overlay = self.overlay.take();
        let Some(Overlay::Palette(mut palette)) = overlay else {
            self.overlay = overlay;
            return;
        };
        // What can run is judged as if it were closed.
        self.overlay = self.behind.pop();
        palette.follow(self.layer(), self.sight, |action| self.obstacle(action));
        self.behind.extend(self.overlay.replace(Overlay::Palette(palette)));
    }

    /// What a key does in the palette.
    pub(super) fn act_on_palette(&mut self, action: Action) -> Vec<Effect> {
        let sight = self.sight;
        let Some(Overlay::Palette(palette)) = &mut self.overlay else { return Vec::new() };
        match action {
            Action::Down => palette.go_by(1, sight),
            Action::Up => palette.go_by(-1, sight),
            Action::PageDown => palette.go_by(PAGE, sight),
            Action::PageUp => palette.go_by(-PAGE, sight),
            Action::Choose => return self.run_command(),
            _ => {}
        }
        Vec::new()
    }

    /// Closes the palette and does what its key would do. What this screen does not have stays, and says where it is.
    fn run_command(&mut self) -> Vec<Effect> {
        let Some(Overlay::Palette(palette)) = &self.overlay else { return Vec::new() };
        let Some(hit) = palette.current(self.sight) else { return Vec::new() };
        let action = hit.command.action;
        if let Standing::Elsewhere(first, _) = hit.command.standing {
            return self.say(Notice::Elsewhere(first));
        }
        self.uncover();
        self.act(self.layer(), action)
    }
}
