//! Putting many new records side by side into a tree: room is made for them first, then they go in.
//!
//! A leaf of sled takes 16 records. Each insert appends its record to the log, the tenth one on a leaf writes the whole
//! leaf again instead, and a leaf that is full is written once more in two halves. Records that go in one behind the
//! other are so written three times, and what is dead lies among what is not: nearly as much again stays in the file.
//!
//! Here nine keys of each sixteen go in first, with nothing under them: the leaves split while they are small, and each
//! keeps nine, for that is where sled splits 17 that come from the left. Four more keys of each leaf follow, so that the
//! sixteen records come out as the last of twenty inserts on it: the tenth and the twentieth write the leaf in one piece, the
//! latter for good. The last record of each leaf goes in when all others of the shelf have: what was appended before then lies in
//! stretches of the log in which nothing else is alive, and they are used again at once.
//!
//! A first import of a hundred thousand customers with their dossiers (158 MiB), with every guard of a commit, so needs 1.1 times
//! their size on the disk and 0.83 of the processor time of sled's own batches of a thousand, which need 1.5 times their size
//! (`cargo bench --bench committing`). Put in one by one as they come they need 1.8 times their size. How soon sled uses dead
//! stretches again depends on how far it is with writing: the room that few records take is another each time, and may be more
//! than without this; no test looks at it.
//!
//! Nothing but speed and room on the disk hangs on how sled splits: in other trees than that the records lie there all
//! the same. Nobody sees a key with nothing under it: all of them carry the number of a commit that is not visible yet,
//! and are swept with it wherever it ends.

use std::path::Path;

use super::fault::{At as _, StoreFault};

/// Records for which room is made at a time: a multiple of [`LEAF`]. Fewer keep less of the log apart.
pub(super) const SHELF: usize = 250 * LEAF;

/// Records that a leaf of sled holds.
const LEAF: usize = 16;

/// Of them, those that it keeps when it splits behind them: half of the 17 that are too many, and one.
const SPLIT: usize = 9;

/// The places on a leaf that get their keys once it has split.
const LATER: [usize; 4] = [9, 10, 11, LEAF - 1];

/// Fewer records than these go in as they come: making room for them costs more than it saves.
const FEW: usize = 4 * LEAF;

/// What lies under a key until its record does. No record is like this.
const NOTHING: &[u8] = &[];

/// Puts records into a tree: the things they are of, the key of each by its place, ascending, and the record of a thing. Each record
/// is made once, when it goes in, in an order that is not theirs; `wrote` hears of each that is there.
///
/// # Errors
/// The first of making a record, of sled, or of `wrote`; some records are there then, and keys without any.
pub(super) fn shelve<T, K: AsRef<[u8]>, E: From<StoreFault>>(
    tree: &sled::Tree,
    path: &Path,
    (things, key, record): (&[T], impl Fn(usize) -> K, impl Fn(&T) -> Result<Vec<u8>, StoreFault>),
    mut wrote: impl FnMut() -> Result<(), E>,
) -> Result<(), E> {
    for (first, shelf) in (0..).step_by(SHELF).zip(things.chunks(SHELF)) {
        let places = || (first..).zip(shelf);
        let makes_room = shelf.len() >= FEW;
        if makes_room {
            let first = places().filter(|(at, _)| at % LEAF < SPLIT);
            let later = places().filter(|(at, _)| LATER.contains(&(at % LEAF)));
            first.chain(later).try_for_each(|(at, _)| tree.insert(key(at), NOTHING).map(drop)).at(path)?;
        }
        let (late, early) =
            (places().filter(|place| makes_room && is_last(place)), places().filter(|place| !makes_room || !is_last(place)));
        for (at, thing) in early.chain(late) {
            tree.insert(key(at), record(thing)?).at(path)?;
            wrote()?;
        }
    }
    Ok(())
}

/// Whether a record comes last on its leaf.
const fn is_last<T>(place: &(usize, T)) -> bool {
    place.0 % LEAF == LEAF - 1
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    const RECORD: usize = 1_500;

    fn key(at: usize) -> [u8; 8] {
        (at as u64).to_be_bytes()
    }

    fn record(thing: usize) -> Vec<u8> {
        thing.to_be_bytes().into_iter().cycle().take(RECORD).collect()
    }

    fn engine(folder: &Path) -> sled::Db {
        sled::Config::new().path(folder).flush_every_ms(None).open().unwrap()
    }

    #[test]
    fn every_record_is_made_once_and_lies_under_its_key() {
        for count in [0, 1, FEW - 1, FEW, FEW + 5, SHELF, SHELF + FEW - 1, SHELF + FEW + 1] {
            let folder = tempfile::tempdir().unwrap();
            let tree = &engine(folder.path());
            let (things, made, heard): (Vec<usize>, _, _) = ((7..count + 7).collect(), Cell::new(0), Cell::new(0));
            let make = |thing: &usize| {
                made.set(made.get() + 1);
                Ok(record(*thing))
            };
            let wrote = || {
                heard.set(heard.get() + 1);
                Ok::<_, StoreFault>(())
            };
            shelve(tree, folder.path(), (&things, key, make), wrote).unwrap();
            assert_eq!((made.get(), heard.get(), tree.len()), (count, count, count));
            for (at, thing) in things.iter().enumerate() {
                assert_eq!(tree.get(key(at)).unwrap().unwrap(), record(*thing), "{at} of {count}");
            }
        }
    }

    #[test]
    fn the_first_that_fails_ends_it() {
        let folder = tempfile::tempdir().unwrap();
        let tree = &engine(folder.path());
        let things: Vec<usize> = (0..2 * FEW).collect();
        let refuse = |thing: &usize| if *thing == 40 { Err(StoreFault::DiskFull) } else { Ok(record(*thing)) };
        let ended = shelve(tree, folder.path(), (&things, key, refuse), || Ok::<_, StoreFault>(()));
        assert!(matches!(ended, Err(StoreFault::DiskFull)));
        assert_eq!(tree.get(key(47)).unwrap().unwrap(), NOTHING);
    }
}
