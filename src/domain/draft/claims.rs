//! Rows against the store: who has the customer that several rows match, and whom no row matches.

use std::collections::HashMap;

use super::reading::Demands;
use super::standing::{Claim, Standing, Worst};
use super::{Draft, RowIndex};
use crate::domain::matching::{CROWD, Ground, Group, KeyMap};

/// Who claims which stored customer, by index in the stock.
#[derive(Debug, Clone, Default)]
pub(super) struct Claims {
    /// Rows that claim a customer, by index plus one.
    by_customer: KeyMap,
    /// The row that has a customer whom several claim.
    holders: HashMap<u32, RowIndex>,
    /// Customers that some row matches, valid or not.
    seen: Vec<bool>,
    unseen_count: u32,
}

impl Claims {
    /// Notes whom the rows match. An invalid row counts: the file does not lack its customer.
    pub(super) fn see(&mut self, found: impl Iterator<Item = u32>, customers: usize) {
        self.seen = vec![false; customers];
        for stored in found {
            if let Some(seen) = self.seen.get_mut(stored as usize) {
                *seen = true;
            }
        }
        self.unseen_count = u32::try_from(self.seen.iter().filter(|seen| !**seen).count()).unwrap_or(u32::MAX);
    }

    pub(super) const fn unseen_count(&self) -> u32 {
        self.unseen_count
    }

    fn on(&self, stored: u32) -> &[RowIndex] {
        Group::under(&self.by_customer, u64::from(stored) + 1)
    }
}

impl Draft {
    /// Stored customers that no row matches, as indexes into the stock's snapshot.
    #[must_use]
    pub fn only_in_store(&self) -> Vec<u32> {
        (0..).zip(&self.claims.seen).filter(|(_, seen)| !**seen).map(|(stored, _)| stored).collect()
    }

    /// Judges by what is now chosen for the import, and awards every customer that rows claim.
    /// Whom a row matches stays as it was found.
    pub(super) fn settle(&mut self) {
        self.demands = Demands::of(&self.choices, &self.office, &self.stock);
        self.claims.by_customer.clear();
        for (row, standing) in (0..).zip(&mut self.rows) {
            standing.unmet = !self.demands.met_by(standing);
            standing.claim = Claim::Upheld;
            if let Some(found) = standing.found.filter(|_| standing.judged() != Worst::Error) {
                Group::join(&mut self.claims.by_customer, u64::from(found.stored) + 1, row);
            }
        }
        self.award();
        self.recount();
    }

    /// Of the rows that claim one customer the strongest gets it; equals leave both unsure.
    fn award(&mut self) {
        let strength = |standing: &Standing| standing.found.map_or(0, |found| found.ground.strength());
        self.claims.holders.clear();
        for (key, group) in self.claims.by_customer.iter().filter(|(_, group)| group.members().len() > 1) {
            let claimant = |row: &RowIndex| self.rows.get(*row as usize);
            let best = group.members().iter().filter_map(claimant).map(strength).max().unwrap_or(0);
            let mut best_rows = group.members().iter().filter(|row| claimant(row).is_some_and(|standing| strength(standing) == best));
            let Some(&holder) = best_rows.next() else { continue };
            let of_winners = if best_rows.next().is_some() { Claim::Tied } else { Claim::Upheld };
            let partner = claimant(&holder).map_or(0, |standing| standing.keys.partner);
            self.claims.holders.insert(u32::try_from(key - 1).unwrap_or(u32::MAX), holder);
            for row in group.members() {
                if let Some(standing) = self.rows.get_mut(*row as usize) {
                    standing.claim = if strength(standing) == best { of_winners } else { of_loser(standing, partner) };
                }
            }
        }
    }

    /// The row that has the customer which this row matches too, more strongly.
    pub(super) fn holder_over(&self, standing: &Standing) -> Option<RowIndex> {
        let found = standing.found.filter(|_| matches!(standing.claim, Claim::Lost | Claim::Parted))?;
        self.claims.holders.get(&found.stored).copied()
    }

    /// The rows that claim the same customer as a tied row, this one among them.
    pub(super) fn rivals(&self, standing: &Standing) -> &[RowIndex] {
        standing.found.filter(|_| standing.claim == Claim::Tied).map_or(&[], |found| self.claims.on(found.stored))
    }

    /// Of tied rows one at most is written: the first that a person chose. None of a crowd is, since
    /// nobody can have looked at all of them.
    pub(super) fn chosen_rival(&self, standing: &Standing) -> Option<RowIndex> {
        let rivals = self.rivals(standing);
        let chosen =
            |row: &RowIndex| self.rows.get(*row as usize).is_some_and(|rival| rival.claim == Claim::Tied && self.is_chosen(*row, rival));
        if rivals.len() > CROWD { None } else { rivals.iter().copied().find(chosen) }
    }

    /// Whether a tie lets anything of this row be written.
    pub(super) fn may_write(&self, row: RowIndex, standing: &Standing) -> bool {
        standing.claim != Claim::Tied || self.chosen_rival(standing) == Some(row)
    }
}

/// Somebody who is the partner of the customer and not of the row that has it went their own way. While
/// the other row still names them, their own row would be a second dossier.
fn of_loser(loser: &Standing, partner_of_holder: u64) -> Claim {
    let separated = loser.found.is_some_and(|found| found.ground == Ground::Separation);
    if separated && loser.keys.national != partner_of_holder { Claim::Parted } else { Claim::Lost }
}
