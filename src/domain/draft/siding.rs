//! The steps that say which side the fields of duplicates are taken from, one by one or by a rule.

use std::ops::ControlFlow;

use super::standing::{Claim, Standing};
use super::{Bucket, Comparison, Decision, Deed, Difference, Draft, Look, RowIndex, Side, SideChange, Step, Unfit};
use crate::domain::customer::CustomerId;
use crate::domain::field::Field;
use crate::domain::matching::Certainty;

/// A rule for the duplicates that nobody looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SidesRule {
    /// The store keeps what it has.
    Leave,
    /// The store gets what it does not have yet.
    FillBlanks,
    /// What the row gives overwrites what the store has; to lists it is added.
    ImportWins,
}

impl SidesRule {
    /// Every rule, the mildest first.
    pub const ALL: [Self; 3] = [Self::Leave, Self::FillBlanks, Self::ImportWins];

    fn side(self, field: Field, difference: Difference) -> Side {
        match (self, difference) {
            (Self::Leave, _) | (_, Difference::Same | Difference::OnlyStore) | (Self::FillBlanks, Difference::Differs) => Side::Store,
            (Self::ImportWins, Difference::Differs) if field.is_list() => Side::Both,
            (Self::FillBlanks | Self::ImportWins, Difference::OnlyImport) | (Self::ImportWins, Difference::Differs) => Side::Import,
        }
    }
}

/// What a rule would settle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    /// The step that does it.
    pub step: Step,
    /// Duplicates that it is for: not looked at, and surely or likely the same customer.
    pub rows: usize,
    /// Of them, those of whom a field would be written.
    pub written: usize,
    /// Fields that would be written.
    pub fields: usize,
    /// Duplicates of which it is not sure, or several rows match: no rule is for them.
    pub unsure: usize,
}

/// What each rule would settle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weighed {
    settled: [Settled; 3],
}

impl Weighed {
    /// What one rule would settle.
    #[must_use]
    pub const fn of(&self, rule: SidesRule) -> &Settled {
        let [leave, fill, wins] = &self.settled;
        match rule {
            SidesRule::Leave => leave,
            SidesRule::FillBlanks => fill,
            SidesRule::ImportWins => wins,
        }
    }
}

/// So many duplicates are weighed between two looks at whether to go on.
const WATCHED: usize = 1_000;

impl Draft {
    /// The step that takes fields of a duplicate from this side. Of rows that are tied on one customer
    /// only one can be written: taking a field of this one lets go of the other.
    #[must_use]
    pub fn taking(&self, row: RowIndex, fields: impl IntoIterator<Item = Field>, to: Side) -> Step {
        let Some((standing, customer)) = self.duplicate(row) else { return Step::new(Deed::TakeSides, Vec::new()) };
        let changes: Vec<SideChange> = fields.into_iter().filter_map(|field| self.side_change(row, customer, field, to)).collect();
        let mut decisions = Vec::new();
        if to != Side::Store && standing.claim == Claim::Tied {
            let rival = self.chosen_rival(standing).filter(|rival| *rival != row);
            decisions.extend(rival.into_iter().flat_map(|rival| self.releasing(rival)));
        }
        if !changes.is_empty() {
            decisions.push(Decision::Sides(changes));
        }
        Step::new(Deed::TakeSides, decisions)
    }

    fn side_change(&self, row: RowIndex, customer: CustomerId, field: Field, to: Side) -> Option<SideChange> {
        let from = self.chosen_side(row, customer, field);
        (from != to).then(|| SideChange { row, customer, field, from, to, held: self.held(customer, field).unwrap_or_default().into() })
    }

    fn chosen_side(&self, row: RowIndex, customer: CustomerId, field: Field) -> Side {
        let chosen = self.overwrites.of(row, customer).iter().find(|known| known.field == field);
        chosen.map_or(Side::Store, |known| known.side)
    }

    /// The duplicate of that row, and the customer it matches.
    fn duplicate(&self, row: RowIndex) -> Option<(&Standing, CustomerId)> {
        let standing = self.rows.get(row as usize)?;
        Some((standing, self.customer_of(standing)?))
    }

    /// The stored customer that a row is held to be.
    pub(super) fn customer_of(&self, standing: &Standing) -> Option<CustomerId> {
        self.stock.snapshot.customer_id(standing.matched()?.stored as usize)
    }

    /// What a stored customer holds in a field; none where the customer is gone.
    pub(super) fn held(&self, customer: CustomerId, field: Field) -> Option<String> {
        let stored = self.stock.snapshot.customer(self.stock.snapshot.index_of(customer)?).ok()?;
        Some(stored.values.text(field).to_owned())
    }

    /// Which side a field of a duplicate is taken from.
    #[must_use]
    pub fn side(&self, row: RowIndex, field: Field) -> Side {
        match self.duplicate(row) {
            Some((standing, customer)) if self.may_write(row, standing) => self.chosen_side(row, customer, field),
            Some(_) | None => Side::Store,
        }
    }

    /// How many fields of a duplicate are not left to the store.
    #[must_use]
    pub fn overwrite_count(&self, row: RowIndex) -> usize {
        match self.duplicate(row) {
            Some((standing, customer)) => {
                let fields = self.overwrites.of(row, customer);
                if fields.is_empty() || self.may_write(row, standing) { fields.len() } else { 0 }
            }
            None => 0,
        }
    }

    /// The decisions that leave every field of a row to the store.
    pub(super) fn leaving(&self, row: RowIndex) -> Option<Decision> {
        let (_, customer) = self.duplicate(row)?;
        let changes: Vec<SideChange> = (self.overwrites.of(row, customer).iter())
            .map(|known| SideChange { row, customer, field: known.field, from: known.side, to: Side::Store, held: known.held.clone() })
            .collect();
        (!changes.is_empty()).then_some(Decision::Sides(changes))
    }

    /// Lets go of every overwrite of a customer who no longer holds what was seen, and tells which.
    pub(super) fn drop_unseen_overwrites(&mut self) -> Vec<Unfit> {
        let unseen = |&(_, customer, known): &(RowIndex, CustomerId, &super::overwrites::Overwrite)| {
            self.held(customer, known.field).as_deref() != Some(&known.held)
        };
        let gone: Vec<SideChange> = (self.overwrites.iter().filter(unseen))
            .map(|(row, customer, known)| SideChange {
                row,
                customer,
                field: known.field,
                from: known.side,
                to: Side::Store,
                held: known.held.clone(),
            })
            .collect();
        let unfit = gone.iter().map(|change| Unfit::Overwrite { row: change.row, field: change.field }).collect();
        gone.into_iter().for_each(|change| self.overwrites.put(change));
        unfit
    }

    /// The step that says that a duplicate was looked at and is right as it stands.
    #[must_use]
    pub fn accepting(&self, row: RowIndex) -> Step {
        let customer = self.duplicate(row).map(|(_, customer)| customer);
        let from = self.looked.get(row);
        let looks = (customer.is_some() && from != customer).then_some(Look { row, from, to: customer });
        Step::new(Deed::Accept, looks.map(|look| Decision::Look(vec![look])).into_iter().collect())
    }

    /// Whether a duplicate was looked at, beside the customer that it matches.
    #[must_use]
    pub fn is_looked_at(&self, row: RowIndex) -> bool {
        self.duplicate(row).is_some_and(|(_, customer)| self.looked.get(row) == Some(customer))
    }

    /// How many duplicates were looked at.
    #[must_use]
    pub fn looked_at_count(&self) -> usize {
        self.looked.iter().filter(|(row, _)| self.bucket(*row) == Some(Bucket::Duplicates) && self.is_looked_at(*row)).count()
    }

    /// What a rule would settle of the duplicates that nobody looked at. Where it is not sure that they
    /// are the same customer, no rule is asked. Costs what accounts of all duplicates cost.
    #[must_use]
    pub fn settling(&self, rule: SidesRule) -> Settled {
        let mut weighing = Weighing::of(rule);
        for row in self.rows_in(Bucket::Duplicates) {
            self.weigh(row, std::slice::from_mut(&mut weighing));
        }
        weighing.into_settled()
    }

    /// What each rule would settle, in one pass over the duplicates. `go_on` is told how many of how many
    /// are done and can break it off; then there is no answer.
    pub fn weighing(&self, go_on: &mut dyn FnMut(usize, usize) -> ControlFlow<()>) -> Option<Weighed> {
        let mut weighings = SidesRule::ALL.map(Weighing::of);
        let rows = self.rows_in(Bucket::Duplicates);
        for (done, row) in rows.iter().enumerate() {
            if done % WATCHED == 0 && go_on(done, rows.len()).is_break() {
                return None;
            }
            self.weigh(*row, &mut weighings);
        }
        Some(Weighed { settled: weighings.map(Weighing::into_settled) })
    }

    /// What rules would do to one duplicate.
    fn weigh(&self, row: RowIndex, weighings: &mut [Weighing]) {
        let Some((standing, customer)) = self.duplicate(row).filter(|_| !self.is_looked_at(row)) else { return };
        let is_unsure = standing.certainty().is_none_or(|certainty| certainty == Certainty::Unsure);
        // Somebody said once that they are not the same: a person decides that, and no rule.
        if is_unsure || self.held_apart_before(standing, customer).is_some() {
            weighings.iter_mut().for_each(|weighing| weighing.settled.unsure += 1);
            return;
        }
        let comparisons = self.account(row).map(|account| account.comparisons(self)).unwrap_or_default();
        for Weighing { rule, settled, changes } in weighings {
            let side = |one: &Comparison| rule.side(one.field, one.difference);
            let fields = comparisons.iter().filter(|one| side(one) != Side::Store).count();
            settled.rows += 1;
            settled.fields += fields;
            settled.written += usize::from(fields > 0);
            changes.extend(comparisons.iter().filter_map(|one| self.side_change(row, customer, one.field, side(one))));
        }
    }
}

/// A rule on its way through the duplicates.
struct Weighing {
    rule: SidesRule,
    settled: Settled,
    changes: Vec<SideChange>,
}

impl Weighing {
    const fn of(rule: SidesRule) -> Self {
        let settled = Settled { step: Step::new(Deed::ApplyRule, Vec::new()), rows: 0, written: 0, fields: 0, unsure: 0 };
        Self { rule, settled, changes: Vec::new() }
    }

    fn into_settled(self) -> Settled {
        let mut settled = self.settled;
        if !self.changes.is_empty() {
            settled.step.decisions.push(Decision::Sides(self.changes));
        }
        settled
    }
}
