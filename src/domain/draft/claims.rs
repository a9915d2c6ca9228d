//! Rows against the store: who has the customer that several rows match, and whom no row matches.

use std::collections::HashMap;

use super::reading::Demands;
use super::standing::{Claim, Standing};
use super::{Draft, RowIndex};
use crate::domain::matching::{CROWD, Ground, Group, KeyMap};

/// Who claims which stored customer, by index in the stock.
#[derive(Debug, Clone, Default)]
pub(super) struct Claims {
    /// Rows that claim a customer, by index plus one.
    by_customer: KeyMap,
    /// The row that has a customer whom several claim.
    holders: HashMap<u32, RowIndex>,
    /// How many rows match a customer, valid or not.
    met: Vec<u32>,
    unseen_count: u32,
}

impl Claims {
    /// Begins anew, with whom the rows match. An invalid row counts: the file does not lack its customer.
    pub(super) fn see(&mut self, found: impl Iterator<Item = u32>, customers: usize) {
        self.met = vec![0; customers];
        self.unseen_count = u32::try_from(customers).unwrap_or(u32::MAX);
        found.for_each(|stored| {
            self.meet(stored);
        });
    }

    /// One more row matches a customer. True where it is the first.
    pub(super) fn meet(&mut self, stored: u32) -> bool {
        let Some(met) = self.met.get_mut(stored as usize) else { return false };
        *met += 1;
        self.unseen_count -= u32::from(*met == 1);
        *met == 1
    }

    /// One row less matches a customer. True where none is left.
    pub(super) fn part(&mut self, stored: u32) -> bool {
        let Some(met) = self.met.get_mut(stored as usize).filter(|met| **met > 0) else { return false };
        *met -= 1;
        self.unseen_count += u32::from(*met == 0);
        *met == 0
    }

    pub(super) const fn unseen_count(&self) -> u32 {
        self.unseen_count
    }

    /// A row lays claim to a customer.
    pub(super) fn enter(&mut self, stored: u32, row: RowIndex) {
        Group::join(&mut self.by_customer, u64::from(stored) + 1, row);
    }

    /// A row no longer does.
    pub(super) fn withdraw(&mut self, stored: u32, row: RowIndex) {
        Group::leave(&mut self.by_customer, u64::from(stored) + 1, row);
    }

    /// The rows that lay claim to a customer, ascending.
    pub(super) fn on(&self, stored: u32) -> &[RowIndex] {
        Group::under(&self.by_customer, u64::from(stored) + 1)
    }
}

impl Draft {
    /// Stored customers that no row matches, as indexes into the stock's snapshot.
    #[must_use]
    pub fn only_in_store(&self) -> Vec<u32> {
        (0..).zip(&self.claims.met).filter(|(_, met)| **met == 0).map(|(stored, _)| stored).collect()
    }

    /// Judges by what is now chosen for the import, and awards every customer that rows claim.
    /// Whom a row matches stays as it was found.
    pub(super) fn settle(&mut self) {
        self.demands = Demands::of(&self.choices, &self.office, &self.stock);
        self.claims.by_customer.clear();
        self.claims.holders.clear();
        for (row, standing) in (0..).zip(&mut self.rows) {
            standing.unmet = !self.demands.met_by(standing);
            standing.claim = Claim::Upheld;
            if let Some(stored) = standing.claims() {
                self.claims.enter(stored, row);
            }
        }
        let several = self.claims.by_customer.iter().filter(|(_, group)| group.members().len() > 1);
        let contested: Vec<u32> = several.filter_map(|(key, _)| u32::try_from(key - 1).ok()).collect();
        contested.into_iter().for_each(|stored| self.award(stored));
        self.recount();
        self.touched.all = true;
    }

    /// Of the rows that claim one customer the strongest gets it; equals leave both unsure.
    pub(super) fn award(&mut self, stored: u32) {
        let strength = |standing: &Standing| standing.found.map_or(0, |found| found.ground.strength());
        let claimants = self.claims.on(stored).to_vec();
        let claimant = |row: &RowIndex| self.rows.get(*row as usize);
        let best = claimants.iter().filter_map(claimant).map(strength).max().unwrap_or(0);
        let mut best_rows = claimants.iter().filter(|row| claimant(row).is_some_and(|standing| strength(standing) == best));
        let holder = best_rows.next().copied();
        let is_tied = best_rows.next().is_some();
        let partner = holder.as_ref().and_then(claimant).map_or(0, |standing| standing.keys.partner);
        match holder.filter(|_| claimants.len() > 1) {
            Some(holder) => self.claims.holders.insert(stored, holder),
            None => self.claims.holders.remove(&stored),
        };
        let of_winners = if is_tied { Claim::Tied } else { Claim::Upheld };
        for row in claimants {
            if let Some(standing) = self.rows.get_mut(row as usize) {
                standing.claim = if strength(standing) == best { of_winners } else { of_loser(standing, partner) };
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
