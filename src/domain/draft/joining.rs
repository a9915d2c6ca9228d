//! The step that joins two rows into one return: a couple is one row, with the partner present as a
//! number, and a separate row for the partner would become a second dossier.

use super::standing::Standing;
use super::{Decision, Deed, Draft, RowIndex, Step};
use crate::domain::finding::Severity;
use crate::domain::matching::{CROWD, Ground, Group, household};

/// Why two rows are held to be one return.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bond {
    /// The one names the other's national number as the partner's.
    NamedPartner,
    /// The store has the one as the partner of the other.
    StoredCouple,
    /// They share address and e-mail address, and neither names a partner.
    Household,
}

impl Bond {
    /// Every bond, the surest first.
    pub const ALL: [Self; 3] = [Self::NamedPartner, Self::StoredCouple, Self::Household];
}

/// Two rows that may be one return.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Pair {
    /// The row that stays, the main filer's.
    pub main: RowIndex,
    /// The row that becomes part of it.
    pub partner: RowIndex,
    /// Why.
    pub bond: Bond,
}

/// Why two rows cannot be joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum NoJoin {
    /// Nothing says that another row is the partner's.
    #[error("no other row is the partner's")]
    Nobody,
    /// The partner's row has an error of its own, and what is wrong would be lost.
    #[error("the partner's row is invalid")]
    InvalidPartner {
        /// The partner's row.
        partner: RowIndex,
    },
    /// One of the two names somebody else as the partner, or is joined to another row.
    #[error("one of the two has another partner")]
    OtherPartner {
        /// The row that has another.
        row: RowIndex,
    },
}

impl Draft {
    /// The rows with which a row may be one return, the surest first.
    #[must_use]
    pub fn pairs(&self, row: RowIndex) -> Vec<Pair> {
        let Some(standing) = self.rows.get(row as usize).filter(|standing| !standing.joined) else { return Vec::new() };
        let keys = &standing.keys;
        let named_by = Group::under(&self.keys.partner, keys.national).iter().copied().filter(|&other| other != row);
        let named_by = named_by.take(CROWD).map(|main| Pair { main, partner: row, bond: Bond::NamedPartner });
        let names = self.row_of_partner(row, keys).map(|partner| Pair { main: row, partner, bond: Bond::NamedPartner });
        let stored = self.stored_couples(row, standing).into_iter();
        let earlier = self.household(row, keys).map(|main| Pair { main, partner: row, bond: Bond::Household });
        let members = Group::under(&self.keys.household, household(keys)).iter().copied().filter(|&other| other > row).take(CROWD);
        let of_this = |other: &RowIndex| self.rows.get(*other as usize).is_some_and(|one| self.household(*other, &one.keys) == Some(row));
        let later = members.filter(of_this).map(|partner| Pair { main: row, partner, bond: Bond::Household });
        let mut pairs: Vec<Pair> = Vec::new();
        for pair in named_by.chain(names).chain(stored).chain(earlier).chain(later) {
            // Two who name each other are one pair: the return is that of the row that comes first.
            let is_same = |known: &&mut Pair| (known.main, known.partner) == (pair.main, pair.partner);
            let is_turned = |known: &&mut Pair| (known.main, known.partner) == (pair.partner, pair.main);
            match pairs.iter_mut().find(|known| is_same(known) || is_turned(known)) {
                Some(known) if known.bond == pair.bond && known.main > pair.main => *known = pair,
                Some(_) => {}
                None => pairs.push(pair),
            }
        }
        pairs
    }

    /// The row that has the customer whose partner, in the store, this row is; and the other way round.
    fn stored_couples(&self, row: RowIndex, standing: &Standing) -> Vec<Pair> {
        let is_former = |one: &Standing| one.found.is_some_and(|found| found.ground == Ground::Separation);
        let bond = Bond::StoredCouple;
        let main = self.holder_over(standing).filter(|_| is_former(standing)).map(|main| Pair { main, partner: row, bond });
        let claimants = standing.matched().map_or(&[][..], |found| self.claims.on(found.stored));
        let lost =
            |other: &RowIndex| self.rows.get(*other as usize).is_some_and(|one| is_former(one) && self.holder_over(one) == Some(row));
        let partners = claimants.iter().copied().take(CROWD).filter(lost).map(|partner| Pair { main: row, partner, bond });
        main.into_iter().chain(partners).collect()
    }

    /// The row whose return already has the partner that this one names, where that was joined.
    #[must_use]
    pub fn partner_taken_by(&self, row: RowIndex) -> Option<RowIndex> {
        let keys = &self.rows.get(row as usize)?.keys;
        let namesakes = Group::under(&self.keys.partner, keys.partner).iter().copied().take(CROWD);
        namesakes.filter(|other| *other != row).find(|other| {
            let partner = self.joins.partner_of(*other).and_then(|partner| self.rows.get(partner as usize));
            partner.is_some_and(|partner| partner.keys.national == keys.partner)
        })
    }

    /// The step that makes two rows one return.
    ///
    /// # Errors
    /// [`NoJoin`] where something of the partner's row would be lost or contradicts the other.
    pub fn joining(&self, pair: Pair) -> Result<Step, NoJoin> {
        let standing = |row: RowIndex| self.rows.get(row as usize).filter(|standing| !standing.joined).ok_or(NoJoin::Nobody);
        let (main, partner) = (standing(pair.main)?, standing(pair.partner)?);
        for row in [pair.main, pair.partner] {
            if self.joins.partner_of(row).is_some() {
                return Err(NoJoin::OtherPartner { row });
            }
        }
        if partner.own.severity() == Some(Severity::Error) {
            return Err(NoJoin::InvalidPartner { partner: pair.partner });
        }
        if names_another(main, partner) {
            return Err(NoJoin::OtherPartner { row: pair.main });
        }
        if names_another(partner, main) {
            return Err(NoJoin::OtherPartner { row: pair.partner });
        }
        Ok(Step::new(Deed::Join, vec![Decision::Join { row: pair.partner, from: None, to: Some(pair.main) }]))
    }

    /// The step that lets the partner's row be a return of its own again.
    #[must_use]
    pub fn separating(&self, main: RowIndex) -> Step {
        let joined = self.joins.partner_of(main);
        Step::new(Deed::Join, joined.map(|row| Decision::Join { row, from: Some(main), to: None }).into_iter().collect())
    }

    /// Every row that was joined, with the row whose return it is part of.
    pub fn joins(&self) -> impl Iterator<Item = (RowIndex, RowIndex)> {
        self.joins.iter()
    }

    /// The row that names a stored customer as the partner, by the customer's index in the stock.
    #[must_use]
    pub fn row_of_stored_partner(&self, stored: u32) -> Option<RowIndex> {
        Group::under(&self.keys.partner, self.stock.keys(stored).national).first().copied()
    }

    /// The row that was joined to this one as the partner's.
    #[must_use]
    pub fn partner_row(&self, main: RowIndex) -> Option<RowIndex> {
        self.joins.partner_of(main)
    }

    /// The row that this one was joined to.
    #[must_use]
    pub fn main_row(&self, partner: RowIndex) -> Option<RowIndex> {
        self.joins.main_of(partner)
    }
}

/// Whether the one names somebody else than the other as the partner.
const fn names_another(one: &Standing, other: &Standing) -> bool {
    one.keys.partner != 0 && one.keys.partner != other.keys.national
}
