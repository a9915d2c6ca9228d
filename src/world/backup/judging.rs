//! What is looked at in a backup, record by record, whether it is only read or put back: both judge the same.

use super::Head;
use super::fault::BackupFault;
use super::line::Shelf;
use crate::domain::outbox::{Entry, Outbox};
use crate::world::frame::unpack;
use crate::world::outbox::OutboxFault;
use crate::world::store::{Settled, StoreFault, readable, settled};

/// Judges records in their order.
#[derive(Debug, Default)]
pub(super) struct Judging {
    /// What was said of the store itself.
    store: Option<String>,
    has_head: bool,
    outbox: Outbox,
}

impl Judging {
    /// Whether a head can be that of a backup: it names rooms that there are, and no more records than can be counted.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(super) fn head(head: &Head) -> Result<(), String> {
        if let Some(unknown) = head.records.keys().find(|room| Shelf::named(room).is_none()) {
            return Err(format!("nobody knows a room {unknown}"));
        }
        if let Some(missing) = Shelf::all().find(|shelf| !head.records.contains_key(shelf.name())) {
            return Err(format!("it does not say how many records there are in {}", missing.name()));
        }
        let counted = head.records.values().try_fold(0_u64, |all, count| all.checked_add(*count));
        counted.map(drop).ok_or_else(|| "more records than can be counted".to_owned())
    }

    /// Judges a record.
    ///
    /// # Errors
    /// [`BackupFault`], of the record.
    pub(super) fn record(&mut self, head: &Head, shelf: Shelf, key: &[u8], value: &[u8]) -> Result<(), BackupFault> {
        match shelf {
            Shelf::Store(room) => {
                readable(room, key, value)?;
                match settled(room, key, value)? {
                    Some(Settled::Schema { store, format }) => {
                        if (&store, format) != (&head.store, head.store_format) {
                            return Err(StoreFault::damaged("it is of another store than the first line says").into());
                        }
                        self.store = Some(store);
                    }
                    Some(Settled::Head { revision }) => {
                        if revision.0 != head.revision {
                            return Err(StoreFault::damaged("it goes up to another commit than the first line says").into());
                        }
                        self.has_head = true;
                    }
                    None => {}
                }
                Ok(())
            }
            Shelf::Outbox => {
                let (version, value) = value.split_first().ok_or_else(|| StoreFault::damaged("an entry of the outbox without a byte"))?;
                let entry: Entry = unpack(*version, value).map_err(OutboxFault::from)?;
                self.outbox.take(entry).map_err(|misfit| StoreFault::damaged(misfit.to_string()).into())
            }
        }
    }

    /// Whether a room was all there, once its last record was judged.
    ///
    /// # Errors
    /// What is missing in it.
    pub(super) fn room(&self, shelf: Shelf) -> Result<(), String> {
        if !matches!(shelf, Shelf::Store(room) if room.is_settled()) {
            return Ok(());
        }
        match (&self.store, self.has_head) {
            (None, _) => Err("nothing says which store it is".to_owned()),
            (Some(_), false) => Err("nothing says what is visible".to_owned()),
            (Some(_), true) => Ok(()),
        }
    }
}
