//! Rows against each other and against the stock: cross findings, claims, buckets.

use std::ops::ControlFlow;
use std::sync::Arc;

use super::reading::{Demands, read_row, standing_of};
use super::source::Watch;
use super::standing::{Standing, Worst};
use super::{Choices, Claims, Draft, Office, Progress, RowIndex, RowKeys, Source, Stage};
use crate::domain::field::Field;
use crate::domain::finding::Rule;
use crate::domain::matching::{Group, MatchKeys, Stock, email_and_name, strongest};
use crate::domain::template::example::is_untouched_example;
use crate::domain::tidy;

/// The person broke the work off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("broken off")]
pub struct BrokenOff;

/// Rows between two looks at the watch: some tenths of a millisecond of work.
const STRIDE: u32 = 512;

impl Draft {
    /// Makes the draft of a source: reads every row, compares them, finds their buckets.
    /// The newest task flow that is not archived is chosen to begin with.
    ///
    /// # Errors
    /// [`BrokenOff`] when `watch` breaks.
    pub fn open(source: Arc<Source>, office: Arc<Office>, stock: Arc<Stock>, watch: &mut Watch<'_>) -> Result<Self, BrokenOff> {
        let flow = stock.snapshot.flows.iter().filter(|flow| !flow.archived).max_by_key(|flow| flow.assessment_year);
        let mut draft = Self {
            choices: Choices { flow: flow.map(|flow| flow.id.clone()), ..Choices::default() },
            source,
            office,
            stock,
            rows: Vec::new(),
            skipped_blank: 0,
            skipped_example: 0,
            counts: super::Counts::default(),
            keys: RowKeys::default(),
            claims: Claims::default(),
            overwrites: super::decision::Overwrites::default(),
            steps: Vec::new(),
            in_force: 0,
            committed: 0,
        };
        draft.read_all(watch)?;
        draft.match_all(watch)?;
        Ok(draft)
    }

    /// Looks at the store afresh: after a commit, or when it changed under the draft.
    /// Every decision about a row stays.
    pub fn rebase(&mut self, stock: Arc<Stock>) {
        let ids = |stock: &Stock, stored: u32| stock.snapshot.customer_id(stored as usize);
        let before = std::mem::replace(&mut self.stock, stock);
        let stock = &self.stock;
        self.overwrites.keep(|row| {
            let found = self.rows.get(row as usize).and_then(|standing| standing.found);
            let id = found.and_then(|found| ids(&before, found.stored));
            id.is_some_and(|id| stock.snapshot.index_of(id).is_some())
        });
        self.match_quietly();
    }

    pub(super) fn match_quietly(&mut self) {
        // A watch that never breaks leaves nothing to report.
        let _whole = self.match_all(&mut |_| ControlFlow::Continue(()));
    }

    fn read_all(&mut self, watch: &mut Watch<'_>) -> Result<(), BrokenOff> {
        let source = Arc::clone(&self.source);
        let office = Arc::clone(&self.office);
        let sheet = &source.sheet;
        let first = (0..sheet.row_count()).find(|&at| sheet.row_number(at) > source.layout.header_row).unwrap_or(sheet.row_count());
        let all = u32::try_from(sheet.row_count() - first).unwrap_or(u32::MAX);
        let mut last_number = source.layout.header_row;
        for (done, at) in (0_u32..).zip(first..sheet.row_count()) {
            if done % STRIDE == 0 && watch(Progress { stage: Stage::Judging, done, all }).is_break() {
                return Err(BrokenOff);
            }
            self.skipped_blank += sheet.row_number(at) - last_number - 1;
            last_number = sheet.row_number(at);
            if sheet.row_text(at).chars().all(tidy::is_blank) {
                self.skipped_blank += 1;
            } else if is_example(&source, at) {
                self.skipped_example += 1;
            } else {
                let reading = read_row(&source, &office, at, &Demands::default());
                self.admit(standing_of(u32::try_from(at).unwrap_or(u32::MAX), &reading));
            }
        }
        Ok(())
    }

    fn admit(&mut self, standing: Standing) {
        let row = self.row_count();
        let keys = &standing.keys;
        Group::join(&mut self.keys.national, keys.national, row);
        Group::join(&mut self.keys.partner, keys.partner, row);
        Group::join(&mut self.keys.code, keys.code, row);
        Group::join(&mut self.keys.email_and_name, email_and_name(keys), row);
        self.rows.push(standing);
    }

    fn match_all(&mut self, watch: &mut Watch<'_>) -> Result<(), BrokenOff> {
        let demands = Demands::of(&self.choices, &self.office, &self.stock);
        let all = self.row_count();
        self.claims = Claims { seen: vec![false; self.stock.snapshot.customer_count()], ..Claims::default() };
        for row in 0..all {
            if row % STRIDE == 0 && watch(Progress { stage: Stage::Matching, done: row, all }).is_break() {
                return Err(BrokenOff);
            }
            self.match_row(row, &demands);
        }
        self.award();
        self.recount();
        Ok(())
    }

    /// The row against the others and against the stock.
    fn match_row(&mut self, row: RowIndex, demands: &Demands) {
        let Some(mut standing) = self.rows.get(row as usize).copied() else { return };
        standing.cross = self.cross(row, &standing, demands);
        standing.lost = false;
        standing.tied = false;
        standing.found = strongest(&self.stock, &standing.keys, &mut || self.read(&standing).values);
        if let Some(found) = standing.found {
            if let Some(seen) = self.claims.seen.get_mut(found.stored as usize)
                && !std::mem::replace(seen, true)
            {
                self.claims.seen_count += 1;
            }
            if standing.worst() != Worst::Error {
                Group::join(&mut self.claims.by_customer, u64::from(found.stored) + 1, row);
            }
        }
        if let Some(slot) = self.rows.get_mut(row as usize) {
            *slot = standing;
        }
    }

    fn cross(&self, row: RowIndex, standing: &Standing, demands: &Demands) -> Worst {
        if !demands.met_by(standing) || self.earlier_row(row, &standing.keys).is_some() {
            Worst::Error
        } else if self.as_partner_in(row, &standing.keys).is_some() {
            Worst::Warning
        } else {
            Worst::Clean
        }
    }

    /// An earlier row that is the same customer, and the rule that says so, strongest first.
    pub(super) fn earlier_row(&self, row: RowIndex, keys: &MatchKeys) -> Option<(RowIndex, Rule)> {
        let earlier = |members: &[RowIndex]| members.first().copied().filter(|&first| first < row);
        if let Some(first) = earlier(Group::under(&self.keys.national, keys.national)) {
            return Some((first, Rule::RowSameNationalNumber));
        }
        if let Some(first) = earlier(Group::under(&self.keys.code, keys.code)) {
            return Some((first, Rule::RowSameClientCode));
        }
        // Father and son may share name and address book: two numbers that differ are two people.
        let same = |&&other: &&RowIndex| {
            let number = self.rows.get(other as usize).map_or(0, |other| other.keys.national);
            number == 0 || keys.national == 0 || number == keys.national
        };
        let namesakes = Group::under(&self.keys.email_and_name, email_and_name(keys));
        let first = namesakes.iter().take_while(|&&other| other < row).find(same)?;
        Some((*first, Rule::RowSameEmailAndName))
    }

    /// Another row in which the own number of this row stands as the partner's.
    pub(super) fn as_partner_in(&self, row: RowIndex, keys: &MatchKeys) -> Option<RowIndex> {
        Group::under(&self.keys.partner, keys.national).iter().copied().find(|&other| other != row)
    }

    /// Of the rows that claim one customer the strongest gets it; equals leave both unsure.
    fn award(&mut self) {
        let contested: Vec<Vec<RowIndex>> =
            self.claims.by_customer.values().map(Group::members).filter(|rows| rows.len() > 1).map(<[_]>::to_vec).collect();
        for rows in contested {
            let strength = |row: &RowIndex| {
                let found = self.rows.get(*row as usize).and_then(|standing| standing.found);
                found.map_or(0, |found| found.ground.strength())
            };
            let best = rows.iter().map(strength).max().unwrap_or(0);
            let winners: Vec<RowIndex> = rows.iter().copied().filter(|row| strength(row) == best).collect();
            for row in rows {
                let wins = winners.contains(&row);
                if let Some(standing) = self.rows.get_mut(row as usize) {
                    standing.lost = !wins;
                    standing.tied = wins && winners.len() > 1;
                }
            }
        }
    }

    /// The row that has the customer which this row lost.
    pub(super) fn winner_over(&self, standing: &Standing) -> Option<RowIndex> {
        let found = standing.found?;
        let rows = Group::under(&self.claims.by_customer, u64::from(found.stored) + 1);
        rows.iter().copied().find(|&row| self.rows.get(row as usize).is_some_and(|rival| !rival.lost))
    }
}

fn is_example(source: &Source, at: usize) -> bool {
    let cell = |column: u16| source.sheet.cell(at, column).map_or("", |cell| cell.text);
    // Cheap to refuse: the example's address is looked at before anything else.
    let email = source.layout.column_of(Field::Email).map_or("", cell);
    let cells = source.layout.columns.iter().filter_map(|column| Some((column.field?, cell(column.column))));
    email.ends_with("@example.com") && is_untouched_example(cells)
}
