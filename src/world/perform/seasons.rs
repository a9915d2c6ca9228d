//! What would be done about task flows and who is in them, computed against the store as it is now.

use super::{World, of_outbox, of_store};
use crate::app::fault::Fault;
use crate::domain::draft::Seed;
use crate::domain::season::{Planned, Records, WholeDossiers, Wish, needed, plan};
use crate::world::ids::random_bits;

impl World {
    /// What would be done of a wish.
    ///
    /// # Errors
    /// [`Fault::Refused`] where nothing of it can be done, and those of the store.
    pub fn plan_season(&self, wish: &Wish) -> Result<Planned, Fault> {
        let snapshot = self.store.snapshot().map_err(of_store)?;
        let wanted = needed(wish, &snapshot);
        let read = self.store.dossiers(&wanted).map_err(of_store)?;
        let dossiers: WholeDossiers = wanted.into_iter().zip(read).filter_map(|(key, read)| Some((key, read?))).collect();
        let seed = random_bits().map(Seed::new).map_err(|error| Fault::System { detail: error.to_string() })?;
        let in_outbox = self.mailroom().busy(&snapshot).map_err(of_outbox)?;
        let catalogue = &self.office.catalogue;
        plan(wish, &Records { snapshot: &snapshot, dossiers: &dossiers, catalogue, in_outbox: &in_outbox, seed }).map_err(Fault::Refused)
    }
}
