//! Rows judged again after something about them changed, and with them the rows that share a key:
//! what a change costs depends on what it touches, not on how many rows there are.

use std::collections::BTreeSet;

use super::reading::{Demands, standing_of};
use super::standing::{Standing, Worst};
use super::{Draft, RowIndex};
use crate::domain::customer::{CustomerId, Values};
use crate::domain::matching::{Match, strongest};

impl Draft {
    /// Makes a change to these rows and brings everything up to date that follows from it.
    pub(super) fn rework(&mut self, rows: &[RowIndex], change: impl FnOnce(&mut Self)) {
        let mut reworked: BTreeSet<RowIndex> = rows.iter().copied().collect();
        // What a partner brings along is part of the other row.
        reworked.extend(rows.iter().filter_map(|row| self.joins.main_of(*row)));
        let mut relatives = Vec::new();
        let mut customers = BTreeSet::new();
        for &row in &reworked {
            self.withdraw(row, &mut customers);
            let Some(standing) = self.rows.get(row as usize).filter(|standing| !standing.joined) else { continue };
            let keys = standing.keys;
            self.keys.relatives(&keys, row, &mut relatives);
            self.keys.dismiss(&keys, row);
        }
        change(self);
        // One by one, as they were dismissed: whoever was the first under a key is told of a new first one,
        // and would no longer be among the first were all of them admitted before anybody is asked.
        for &row in &reworked {
            self.read_row_again(row);
            let keys = self.rows.get(row as usize).filter(|standing| !standing.joined).map(|standing| standing.keys);
            if let Some(keys) = keys {
                self.keys.relatives(&keys, row, &mut relatives);
            }
        }
        for row in relatives.iter().filter(|row| !reworked.contains(row)) {
            self.judge_beside(*row, &mut customers);
        }
        for &row in &reworked {
            self.match_again(row, &mut customers);
        }
        let mut counted: BTreeSet<RowIndex> = reworked;
        counted.extend(relatives);
        for stored in customers {
            self.award(stored);
            counted.extend(self.claims.on(stored));
        }
        for &row in &counted {
            self.count(row);
            self.touched.note(row);
        }
    }

    /// Makes a change to what is decided about rows, after which they are read as before: only what
    /// goes along changes, of rows that are tied with them too.
    pub(super) fn amend(&mut self, rows: &[RowIndex], change: impl FnOnce(&mut Self)) {
        change(self);
        for &row in rows {
            let Some(standing) = self.rows.get(row as usize) else { continue };
            let rivals = self.rivals(standing);
            if rivals.is_empty() {
                self.count(row);
            } else {
                let rivals = rivals.to_vec();
                rivals.into_iter().for_each(|rival| self.count(rival));
            }
        }
    }

    fn read_row_again(&mut self, row: RowIndex) {
        let Some(before) = self.rows.get(row as usize).copied() else { return };
        let reading = self.read(row, before.at as usize, &Demands::default());
        let mut standing =
            Standing { marked: before.marked, joined: before.joined, counted: before.counted, ..standing_of(before.at, reading) };
        standing.unmet = !self.demands.met_by(&standing);
        if !standing.joined {
            self.keys.admit(&standing.keys, row);
        }
        if let Some(slot) = self.rows.get_mut(row as usize) {
            *slot = standing;
        }
    }

    /// What other rows say of a row that was not changed itself.
    fn judge_beside(&mut self, row: RowIndex, customers: &mut BTreeSet<u32>) {
        let Some(standing) = self.rows.get(row as usize).copied() else { return };
        let beside = self.beside(row, &standing.keys);
        if beside == standing.beside {
            return;
        }
        self.withdraw_claim(row, customers);
        if let Some(standing) = self.rows.get_mut(row as usize) {
            standing.beside = beside;
        }
        self.claim(row, customers);
    }

    /// Compares a row that was read again with the others and with the store.
    fn match_again(&mut self, row: RowIndex, customers: &mut BTreeSet<u32>) {
        let Some(standing) = self.rows.get(row as usize).copied().filter(|standing| !standing.joined) else { return };
        let beside = self.beside(row, &standing.keys);
        let found = self.find(row, &standing);
        if let Some(standing) = self.rows.get_mut(row as usize) {
            standing.beside = beside;
            standing.found = found;
        }
        self.touched.store |= found.is_some_and(|found| self.claims.meet(found.stored));
        self.claim(row, customers);
    }

    /// The stored customer that a row matches, of those it was not held apart from.
    pub(super) fn find(&self, row: RowIndex, standing: &Standing) -> Option<Match> {
        self.find_for(row, standing, &mut || self.read(row, standing.at as usize, &self.demands).into_cured())
    }

    /// The same for a row with these values.
    pub(super) fn find_for(&self, row: RowIndex, standing: &Standing, values: &mut dyn FnMut() -> Values) -> Option<Match> {
        let index = |customer: &CustomerId| self.stock.snapshot.index_of(*customer).and_then(|index| u32::try_from(index).ok());
        let apart: Vec<u32> = self.apart.of(row).iter().filter_map(index).collect();
        strongest(&self.stock, &standing.keys, &apart, values)
    }

    /// Takes a row's claim and its match back, before it is read again.
    fn withdraw(&mut self, row: RowIndex, customers: &mut BTreeSet<u32>) {
        self.withdraw_claim(row, customers);
        if let Some(found) = self.rows.get_mut(row as usize).and_then(|standing| standing.found.take()) {
            self.touched.store |= self.claims.part(found.stored);
        }
    }

    fn withdraw_claim(&mut self, row: RowIndex, customers: &mut BTreeSet<u32>) {
        let Some(standing) = self.rows.get_mut(row as usize) else { return };
        standing.claim = super::standing::Claim::Upheld;
        if let Some(stored) = standing.claims() {
            self.claims.withdraw(stored, row);
            customers.insert(stored);
        }
    }

    fn claim(&mut self, row: RowIndex, customers: &mut BTreeSet<u32>) {
        if let Some(stored) = self.rows.get(row as usize).and_then(Standing::claims) {
            self.claims.enter(stored, row);
            customers.insert(stored);
        }
    }
}

impl Standing {
    /// The stored customer that the row lays claim to: a valid row to whom it matches.
    pub(super) fn claims(&self) -> Option<u32> {
        self.found.filter(|_| !self.joined && self.judged() != Worst::Error).map(|found| found.stored)
    }
}
