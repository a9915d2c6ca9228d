//! Making a new store, so that it is there complete or not at all.

use std::fs;
use std::io;

use super::durable::{secure, sync_path};
use super::fault::{At as _, StoreFault};
use super::layout::{HEAD, Head, SCHEMA, Schema, flow_key, pack};
use super::modes::{Access, Umask};
use super::open::{Trees, engine};
use super::place::{About, FORMAT, Place};
use super::unhurried::Unhurried;
use crate::domain::change_set::Founding;
use crate::domain::snapshot::Revision;
use crate::world::ids::random_hex;

/// Founds a store for the person alone. Its lock is held. The engine's directory is made under
/// another name, filled, synced, and renamed last.
pub(super) fn found(place: &Place, founding: &Founding) -> Result<(), StoreFault> {
    let _umask = Umask::set(Access::Private);
    let new = place.sled_new();
    match fs::remove_dir_all(&new) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        removed => removed.at(&new)?,
    }
    let db = engine(&new)?;
    // In a store that is new the first write begins the engine's threads; in any other, opening it has.
    let _meanwhile = Unhurried::begin();
    let trees = Trees::open(&db).at(&new)?;
    for flow in founding.flows.iter() {
        trees.flows.insert(flow_key(&flow.id, Revision(0)), pack(flow)?).at(&new)?;
    }
    let schema = Schema { format: FORMAT, store: random_hex(16).at(&new)? };
    db.insert(SCHEMA, pack(&schema)?).at(&new)?;
    db.insert(HEAD, pack(&Head::of_new_store())?).at(&new)?;
    secure(&db, &new)?;
    drop((trees, db));
    place.write_about(About { format: FORMAT, access: Access::Private })?;
    fs::rename(&new, place.sled()).at(&new)?;
    sync_path(&place.directory)
}
