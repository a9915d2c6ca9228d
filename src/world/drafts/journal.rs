//! The journal of a draft: one frame for each entry, only ever written behind the last.

use super::fault::DraftFault;
use crate::app::keeping::Cut;
use crate::domain::draft::Entry;
use crate::world::frame::{FrameFault, Next, next, pack, unpack};

/// What a journal says.
#[derive(Debug, PartialEq)]
pub struct Told {
    /// The entries up to the first that is not whole.
    pub entries: Vec<Entry>,
    /// How many bytes they take.
    pub good: usize,
    /// What comes behind them, if anything does.
    pub cut: Option<Cut>,
}

/// Entries as they are written.
pub(super) fn written(entries: &[Entry]) -> Result<Vec<u8>, DraftFault> {
    let mut bytes = Vec::new();
    for entry in entries {
        bytes.extend(pack(entry)?);
    }
    Ok(bytes)
}

/// How many steps entries make, those that were taken back included.
pub(super) fn steps(entries: &[Entry]) -> u64 {
    let (mut steps, mut in_force) = (0, 0);
    for entry in entries {
        match entry {
            Entry::Decided(step) if step.is_empty() => {}
            Entry::Decided(_) => {
                in_force += 1;
                steps = in_force;
            }
            Entry::StoodAt(at) => in_force = (*at as u64).min(steps),
            Entry::Committing(_) => {}
            Entry::Committed(_) => steps = in_force,
        }
    }
    steps
}

/// Reads a journal. An entry that is not whole ends it: torn where nothing whole comes behind it,
/// damaged where something does, and where it is the first.
///
/// # Errors
/// [`DraftFault::Newer`] where a later program wrote an entry.
pub fn read(bytes: &[u8]) -> Result<Told, DraftFault> {
    let mut told = Told { entries: Vec::new(), good: 0, cut: None };
    loop {
        let rest = bytes.get(told.good..).unwrap_or(&[]);
        match next(rest) {
            Next::End => return Ok(told),
            Next::Whole(version, value, length) => match unpack(version, value) {
                Ok(entry) => {
                    told.entries.push(entry);
                    told.good += length;
                }
                Err(fault @ FrameFault::Newer { .. }) => return Err(fault.into()),
                Err(_) => {
                    told.cut = Some(Cut::Damaged);
                    return Ok(told);
                }
            },
            Next::Broken => {
                let whole_behind = (1..rest.len()).any(|at| matches!(next(rest.get(at..).unwrap_or(&[])), Next::Whole(..)));
                told.cut = Some(if whole_behind || told.good == 0 { Cut::Damaged } else { Cut::Torn });
                return Ok(told);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::change_set::CommitId;
    use crate::domain::draft::{Decision, Deed, Edit, Step};
    use crate::domain::field::Field;
    use crate::world::frame::VERSION;

    fn entries() -> Vec<Entry> {
        let edit = |row, to: &str| Edit { row, field: Field::City, from: None, to: Some(to.into()) };
        vec![
            Entry::Decided(Step::new(Deed::Type, vec![Decision::Edit(vec![edit(3, "Gent"), edit(4, "")])])),
            Entry::StoodAt(0),
            Entry::Committing(CommitId("c".repeat(32))),
            Entry::Committed(CommitId("c".repeat(32))),
        ]
    }

    #[test]
    fn what_was_written_is_read() {
        let bytes = written(&entries()).unwrap();
        assert_eq!(read(&bytes).unwrap(), Told { entries: entries(), good: bytes.len(), cut: None });
        assert_eq!(read(&[]).unwrap(), Told { entries: Vec::new(), good: 0, cut: None });
    }

    #[test]
    fn a_tail_torn_at_any_byte_loses_the_last_entry_only() {
        let whole = written(&entries()).unwrap();
        let mut ends = vec![0];
        for entry in &entries() {
            ends.push(ends.last().unwrap() + written(std::slice::from_ref(entry)).unwrap().len());
        }
        for length in 0..whole.len() {
            let told = read(&whole[..length]).unwrap();
            let there = ends.iter().filter(|end| **end <= length).count() - 1;
            assert_eq!(told.entries, entries()[..there], "{length}");
            let cut = if there == 0 { Cut::Damaged } else { Cut::Torn };
            assert_eq!((told.good, told.cut), (ends[there], (ends[there] != length).then_some(cut)), "{length}");
        }
        // A power cut can leave room that was never filled.
        let told = read(&[whole.as_slice(), &[0; 4_096]].concat()).unwrap();
        assert_eq!((told.entries, told.cut), (entries(), Some(Cut::Torn)));
    }

    #[test]
    fn a_newer_entry_is_refused_and_not_cut_off() {
        let mut bytes = written(&entries()).unwrap();
        let mut newer = vec![VERSION + 1, 0xc0];
        let lead = [2_u32.to_le_bytes(), crc32fast::hash(&newer).to_le_bytes()].concat();
        newer.splice(0..0, lead);
        bytes.extend(newer);
        assert!(matches!(read(&bytes), Err(DraftFault::Newer { found, known }) if found == VERSION + 1 && known == VERSION));
    }

    proptest! {
        #[test]
        fn one_wrong_byte_costs_what_stands_behind_it_and_nothing_before(at in 0_usize..10_000, flip in 1_u8..=255) {
            let whole = written(&entries()).unwrap();
            let at = at % whole.len();
            let mut bytes = whole.clone();
            bytes[at] ^= flip;
            let told = read(&bytes).unwrap();
            prop_assert!(told.good <= at && entries().starts_with(&told.entries));
            let last = whole.len() - written(&entries()[3..]).unwrap().len();
            prop_assert_eq!(told.cut, Some(if at < last { Cut::Damaged } else { Cut::Torn }));
        }

        #[test]
        fn no_bytes_at_all_are_believed(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let told = read(&bytes);
            prop_assert!(told.is_err() || told.unwrap().good <= bytes.len());
        }
    }
}
