//! Where the person is in a draft, written down when keys pause: behind each of them it would cost as much as drawing it.

use crate::app::Model;
use crate::app::keeping::{self, DraftId};
use crate::world::perform::World;

/// Where the person was last, if that is not written down.
#[derive(Debug, Default)]
pub(super) struct Whereabouts {
    waiting: Option<(DraftId, keeping::Whereabouts)>,
    written: Option<(DraftId, keeping::Whereabouts)>,
}

impl Whereabouts {
    /// Something was updated. A draft that is left is left with the place where the person was in it.
    pub(super) fn follow(&mut self, model: &Model, world: &World) {
        let here = model.whereabouts().map(|(draft, here)| (draft.clone(), here));
        let stays = |known: &(DraftId, keeping::Whereabouts)| here.as_ref().is_some_and(|(draft, _)| *draft == known.0);
        if self.waiting.as_ref().is_some_and(|waiting| !stays(waiting)) {
            self.write(world);
        }
        // Who went and came back is where that is written already.
        if here.is_some() {
            self.waiting = here.filter(|here| Some(here) != self.written.as_ref());
        }
    }

    /// Whether something is to be written.
    pub(super) const fn is_waiting(&self) -> bool {
        self.waiting.is_some()
    }

    /// Writes it down.
    pub(super) fn write(&mut self, world: &World) {
        if let Some((draft, here)) = self.waiting.take() {
            world.remember(&draft, &here);
            self.written = Some((draft, here));
        }
    }
}
