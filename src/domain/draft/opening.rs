//! From a source to a draft: every row is read, compared with the others and with the store.

use std::ops::ControlFlow;
use std::sync::Arc;

use super::beginning::beginning;
use super::beheld::Beheld;
use super::beside::RowKeys;
use super::claims::Claims;
use super::edits::Edits;
use super::joins::Joins;
use super::judged::Judged;
use super::overwrites::Overwrites;
use super::partings::Partings;
use super::reading::{Demands, standing_of};
use super::source::Watch;
use super::standing::{Standing, Worst};
use super::{Counts, Draft, Office, Progress, RowIndex, Source, Stage, Touched, Unfit};
use crate::domain::matching::Stock;

/// The person broke the work off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("broken off")]
pub struct BrokenOff;

/// Rows between two looks at the watch: some tenths of a millisecond of work.
pub(super) const STRIDE: u32 = 512;

impl Draft {
    /// Makes the draft of a source: reads every row, compares them, finds their buckets.
    /// What the office has settled is chosen to begin with; else the newest task flow that is not archived.
    ///
    /// # Errors
    /// [`BrokenOff`] when `watch` breaks.
    pub fn open(source: Arc<Source>, office: Arc<Office>, stock: Arc<Stock>, watch: &mut Watch<'_>) -> Result<Self, BrokenOff> {
        let judged = Judged::new(Arc::new(source.layout.clone()), office);
        Self::open_judged(source, judged, stock, watch)
    }

    /// The same of a source whose rows were judged while it was read. Where that was done with another layout than the
    /// source has now, they are judged again.
    ///
    /// # Errors
    /// [`BrokenOff`] when `watch` breaks.
    pub fn open_judged(source: Arc<Source>, judged: Judged, stock: Arc<Stock>, watch: &mut Watch<'_>) -> Result<Self, BrokenOff> {
        let mut judged = if *judged.layout == source.layout { judged } else { Judged::new(Arc::new(source.layout.clone()), judged.office) };
        judged.finish(&source.sheet, watch)?;
        let all = RowIndex::try_from(judged.rows.len()).unwrap_or(RowIndex::MAX);
        if watch(Progress { stage: Stage::Matching, done: 0, all }).is_break() {
            return Err(BrokenOff);
        }
        let (choices, _) = beginning(&judged.office, &stock.snapshot);
        let mut draft = Self {
            begun: choices.clone(),
            choices,
            demands: Demands::default(),
            layout: judged.layout,
            source,
            office: judged.office,
            stock,
            // Only now: the process that read the sheet is gone, and its memory with it.
            keys: RowKeys::of(&judged.rows),
            rows: judged.rows,
            skipped_blank: judged.skipped_blank,
            skipped_example: judged.skipped_example,
            counts: Counts::default(),
            claims: Claims::default(),
            overwrites: Overwrites::default(),
            edits: Edits::default(),
            joins: Joins::default(),
            apart: Partings::default(),
            marked_for: Beheld::default(),
            looked: Beheld::default(),
            touched: Touched::default(),
            steps: Vec::new(),
            in_force: 0,
            committed: 0,
        };
        draft.match_all(watch)?;
        Ok(draft)
    }

    /// Looks at the store afresh: after a commit, or when it changed under the draft.
    /// Every mark stays. A field that was to be overwritten stays so while that customer still holds
    /// what was seen: nothing is overwritten unseen. Tells of which this no longer holds.
    pub fn rebase(&mut self, stock: Arc<Stock>) -> Vec<Unfit> {
        self.stock = stock;
        let unfit = self.drop_unseen_overwrites();
        // A watch that never breaks leaves nothing to report.
        let _whole = self.match_all(&mut |_| ControlFlow::Continue(()));
        unfit
    }

    /// Reads every row again, after columns got other fields.
    pub(super) fn read_again(&mut self) {
        for row in 0..self.row_count() {
            let Some(before) = self.rows.get(row as usize).copied() else { continue };
            let reading = self.read(row, before.at as usize, &Demands::default());
            let standing = standing_of(before.at, reading);
            if let Some(slot) = self.rows.get_mut(row as usize) {
                *slot = Standing { marked: before.marked, joined: before.joined, counted: before.counted, ..standing };
            }
        }
        self.keys = RowKeys::of(&self.rows);
        // A watch that never breaks leaves nothing to report.
        let _whole = self.match_all(&mut |_| ControlFlow::Continue(()));
    }

    /// Every row against the others and against the store.
    fn match_all(&mut self, watch: &mut Watch<'_>) -> Result<(), BrokenOff> {
        let all = self.row_count();
        let related = self.keys.related(all);
        for row in 0..all {
            if row % STRIDE == 0 && watch(Progress { stage: Stage::Matching, done: row, all }).is_break() {
                return Err(BrokenOff);
            }
            let Some(standing) = self.rows.get(row as usize).copied() else { break };
            let is_asked =
                related.get(row as usize) == Some(&true) || self.joins.partner_of(row).is_some() || !self.apart.of(row).is_empty();
            let beside = if is_asked && !standing.joined { self.beside(row, &standing.keys) } else { Worst::Clean };
            let found = if standing.joined { None } else { self.find(row, &standing) };
            if let Some(standing) = self.rows.get_mut(row as usize) {
                standing.beside = beside;
                standing.found = found;
            }
        }
        let found = self.rows.iter().filter_map(|standing| standing.found).map(|found| found.stored);
        self.claims.see(found, self.stock.snapshot.customer_count());
        self.settle();
        Ok(())
    }
}
