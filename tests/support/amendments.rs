//! Amendments being put together.

use std::ops::ControlFlow;

use instroom::domain::amendment::{Amendment, Becomes, CustomerChange, Deed, DossierChange, Newcomer};
use instroom::domain::change_set::{CommitId, Receipt};
use instroom::domain::customer::{CustomerId, Values};
use instroom::domain::dossier::{Dossier, Status};
use instroom::domain::field::Field;
use instroom::domain::snapshot::{Revision, Snapshot};
use instroom::domain::taking_back::{TakingBack, taking_back};
use instroom::domain::task_flow::TaskFlowId;
use instroom::world::store::{CommitFault, Store};

use super::imports::{hand, stored};

/// Nothing yet, of that deed.
pub(crate) fn amendment(name: &str, seen: &Snapshot, deed: Deed) -> Amendment {
    Amendment::new(CommitId(name.into()), seen.store.clone(), deed)
}

/// What a snapshot says of a customer's version.
pub(crate) fn version(seen: &Snapshot, id: u64) -> Revision {
    seen.version(seen.index_of(CustomerId(id)).expect("a customer of that number"))
}

pub(crate) fn newcomer(values: Values, dossiers: Vec<(TaskFlowId, Dossier)>) -> Newcomer {
    Newcomer { values, dossiers }
}

/// A stored customer that becomes something else.
pub(crate) fn becoming(seen: &Snapshot, id: u64, becomes: Becomes) -> CustomerChange {
    CustomerChange { customer: CustomerId(id), seen: version(seen, id), becomes }
}

/// A stored customer of whom one field changes.
pub(crate) fn editing(seen: &Snapshot, id: u64, field: Field, value: &str) -> CustomerChange {
    let mut values = stored(seen, id);
    values.set(field, value);
    becoming(seen, id, Becomes::Values(values))
}

/// What becomes of a dossier as the snapshot shows it.
pub(crate) fn putting(seen: &Snapshot, flow: &TaskFlowId, id: u64, becomes: Option<Dossier>) -> DossierChange {
    let version = seen.dossier(flow, CustomerId(id)).map(|head| head.version);
    DossierChange { flow: flow.clone(), customer: CustomerId(id), seen: version, becomes }
}

/// A dossier that got as far as that.
pub(crate) fn progressed(store: &dyn Store, seen: &Snapshot, flow: &TaskFlowId, id: u64, status: Status) -> DossierChange {
    let dossier = store.dossier(flow, CustomerId(id)).unwrap().expect("a dossier");
    putting(seen, flow, id, Some(Dossier { status, ..dossier }))
}

pub(crate) fn amend(store: &dyn Store, amendment: &Amendment) -> Result<Receipt, CommitFault> {
    store.amend(amendment, &hand("jo"), &mut |_| ControlFlow::Continue(()))
}

/// What taking an import back will do, as the store is now.
pub(crate) fn weigh(store: &dyn Store, name: &str, import: Revision) -> TakingBack {
    let (traces, snapshot) = (store.traces(import).unwrap(), store.snapshot().unwrap());
    taking_back(&traces, &snapshot, CommitId(name.into()), &|_, _| false).unwrap()
}

/// Takes an import back.
pub(crate) fn take_back(store: &dyn Store, name: &str, import: Revision) -> TakingBack {
    let taking = weigh(store, name, import);
    amend(store, &taking.amendment).unwrap();
    taking
}
