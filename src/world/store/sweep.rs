//! Removing what a commit wrote that never became visible: it was stopped, refused or killed.

use super::fault::{At as _, StoreFault};
use super::layout::{ERASING, INTENT, Intent, number, outcome_key, pack, split_number};
use super::open::Opened;
use crate::domain::snapshot::Revision;

/// Sweeps everything above the visible number, where an intent says that there may be something.
/// Gives the intent as it stands then; its number is not given out again.
pub(super) fn sweep(open: &Opened) -> Result<Option<Intent>, StoreFault> {
    match &open.intent {
        Some(intent) if intent.number > open.head.revision && !intent.swept => {
            let intent = Intent { swept: true, ..intent.clone() };
            sweep_commit(open, &intent)?;
            Ok(Some(intent))
        }
        intent => Ok(intent.clone()),
    }
}

/// Sweeps a commit that is known to have begun, and writes its intent down as swept. sled's log is
/// in order, so the removals are there whenever that is.
pub(super) fn sweep_commit(open: &Opened, swept: &Intent) -> Result<(), StoreFault> {
    let visible = open.head.revision;
    let path = open.place.sled();
    let trees = &open.trees;
    for tree in [&trees.customers, &trees.dossiers, &trees.flows, &trees.lessons] {
        remove(open, tree, above(open, tree, visible)?)?;
    }
    let later = Revision(visible.0 + 1);
    for (tree, from) in [(&trees.journal, later.0.to_be_bytes().to_vec()), (&trees.outcomes, outcome_key(later, 0).to_vec())] {
        let keys = tree.range(from..).keys().collect::<sled::Result<_>>().at(&path)?;
        remove(open, tree, keys)?;
    }
    if let Some(known) = trees.commits.get(&swept.commit.0).at(&path)?
        && number(&known)? > visible.0
    {
        trees.commits.remove(&swept.commit.0).at(&path)?;
    }
    // Whoever was to be erased by it stays.
    open.db.remove(ERASING).at(&path)?;
    open.db.insert(INTENT, pack(swept)?).at(&path)?;
    open.secure()
}

/// The keys of a tree that carry a number above the visible one.
pub(super) fn above(open: &Opened, tree: &sled::Tree, visible: Revision) -> Result<Vec<sled::IVec>, StoreFault> {
    let path = open.place.sled();
    let mut keys = Vec::new();
    for key in tree.iter().keys() {
        let key = key.at(&path)?;
        if split_number(&key)?.1 > visible.0 {
            keys.push(key);
        }
    }
    Ok(keys)
}

fn remove(open: &Opened, tree: &sled::Tree, keys: Vec<sled::IVec>) -> Result<(), StoreFault> {
    let path = open.place.sled();
    for key in keys {
        tree.remove(key).at(&path)?;
    }
    Ok(())
}
