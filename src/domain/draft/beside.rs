//! Rows against each other: the same customer twice, a partner with a row of their own.

use super::standing::{Standing, Worst};
use super::{Draft, RowIndex};
use crate::domain::finding::Rule;
use crate::domain::matching::{CROWD, Group, KeyMap, MatchKeys, email_and_name, household};

/// Rows findable by the keys that rows are compared on among themselves.
#[derive(Debug, Clone, Default)]
pub(super) struct RowKeys {
    national: KeyMap,
    pub(super) partner: KeyMap,
    code: KeyMap,
    email_and_name: KeyMap,
    /// Of those, the rows without a national number.
    unnumbered: KeyMap,
    pub(super) household: KeyMap,
}

/// Of rows that share a key the first keeps it and the second says so: when a row comes or goes,
/// what these two are told is all that can change.
const HEADS: usize = 2;

impl RowKeys {
    /// The keys of all rows but those that are part of the return of another. Each table is filled alone, with room for exactly
    /// these: of a million rows one at a time is as much as the processor keeps at hand.
    pub(super) fn of(rows: &[Standing]) -> Self {
        let unnumbered = |keys: &MatchKeys| if keys.national == 0 { email_and_name(keys) } else { 0 };
        Self {
            national: filled(rows, |keys| keys.national),
            partner: filled(rows, |keys| keys.partner),
            code: filled(rows, |keys| keys.code),
            email_and_name: filled(rows, email_and_name),
            unnumbered: filled(rows, unnumbered),
            household: filled(rows, household),
        }
    }

    pub(super) fn admit(&mut self, keys: &MatchKeys, row: RowIndex) {
        self.each(keys, |map, key| Group::join(map, key, row));
    }

    pub(super) fn dismiss(&mut self, keys: &MatchKeys, row: RowIndex) {
        self.each(keys, |map, key| Group::leave(map, key, row));
    }

    fn each(&mut self, keys: &MatchKeys, change: impl Fn(&mut KeyMap, u64)) {
        change(&mut self.national, keys.national);
        change(&mut self.partner, keys.partner);
        change(&mut self.code, keys.code);
        change(&mut self.email_and_name, email_and_name(keys));
        change(&mut self.household, household(keys));
        if keys.national == 0 {
            change(&mut self.unnumbered, email_and_name(keys));
        }
    }

    /// The rows of which something may be said, or no longer said, because of a row with these keys;
    /// to be asked while that row is among them.
    pub(super) fn relatives(&self, keys: &MatchKeys, row: RowIndex, relatives: &mut Vec<RowIndex>) {
        let mut heads = |map, key| relatives.extend(Group::under(map, key).iter().take(HEADS));
        heads(&self.national, keys.national);
        heads(&self.national, keys.partner);
        heads(&self.partner, keys.partner);
        heads(&self.code, keys.code);
        heads(&self.email_and_name, email_and_name(keys));
        // Rows with a number are told of the first one without.
        let namesakes = email_and_name(keys);
        if keys.national == 0 && Group::under(&self.unnumbered, namesakes).first() == Some(&row) {
            relatives.extend(Group::under(&self.email_and_name, namesakes));
        }
        // One more than a crowd: with this row gone it is none.
        let household = Group::under(&self.household, household(keys));
        if household.len() <= CROWD + 1 {
            relatives.extend(household);
        }
    }
}

fn filled(rows: &[Standing], key: impl Fn(&MatchKeys) -> u64) -> KeyMap {
    let listed = || (0..).zip(rows).filter(|(_, standing)| !standing.joined).map(|(row, standing)| (row, key(&standing.keys)));
    let known = listed().filter(|(_, key)| *key != 0).count();
    let mut map = KeyMap::with_capacity_and_hasher(known, Default::default());
    for (row, key) in listed() {
        Group::join(&mut map, key, row);
    }
    map
}

impl RowKeys {
    /// For each row whether another can say anything of it: nearly all share no key with another, and need not ask.
    pub(super) fn related(&self, rows: RowIndex) -> Vec<bool> {
        let mut related = vec![false; rows as usize];
        let mut note = |members: &[RowIndex]| {
            for row in members {
                if let Some(known) = related.get_mut(*row as usize) {
                    *known = true;
                }
            }
        };
        for map in [&self.national, &self.partner, &self.code, &self.email_and_name, &self.household] {
            map.values().map(Group::members).filter(|members| members.len() > 1).for_each(&mut note);
        }
        for named_as_partner in self.partner.keys() {
            note(Group::under(&self.national, *named_as_partner));
        }
        related
    }
}

impl Draft {
    /// The heaviest finding that other rows, or customers it was held apart from, give a row.
    pub(super) fn beside(&self, row: RowIndex, keys: &MatchKeys) -> Worst {
        if self.earlier_rows(row, keys).next().is_some() || self.has_taken_code(row, keys) || self.joined_to_another(row, keys).is_some() {
            Worst::Error
        } else if self.as_partner_in(row, keys).is_some() || self.same_partner(row, keys).is_some() || self.household(row, keys).is_some() {
            Worst::Warning
        } else {
            Worst::Clean
        }
    }

    /// The earlier rows that are the same customer, each with the rule that says so.
    pub(super) fn earlier_rows(&self, row: RowIndex, keys: &MatchKeys) -> impl Iterator<Item = (RowIndex, Rule)> {
        // Father and son may share name and e-mail address: two numbers that differ are two people. Two
        // numbers that are the same are told by the first rule already.
        let namesakes = if keys.national == 0 { &self.keys.email_and_name } else { &self.keys.unnumbered };
        let places = [
            (&self.keys.national, keys.national, Rule::RowSameNationalNumber),
            (&self.keys.code, keys.code, Rule::RowSameClientCode),
            (namesakes, email_and_name(keys), Rule::RowSameEmailAndName),
        ];
        places.into_iter().filter_map(move |(map, key, rule)| {
            let first = Group::under(map, key).first().copied().filter(|&first| first < row)?;
            Some((first, rule))
        })
    }

    /// Another row in which the own number of this row stands as the partner's.
    pub(super) fn as_partner_in(&self, row: RowIndex, keys: &MatchKeys) -> Option<RowIndex> {
        Group::under(&self.keys.partner, keys.national).iter().copied().find(|&other| other != row)
    }

    /// Another row that is the partner which this one names.
    pub(super) fn row_of_partner(&self, row: RowIndex, keys: &MatchKeys) -> Option<RowIndex> {
        Group::under(&self.keys.national, keys.partner).iter().copied().find(|&other| other != row)
    }

    /// Another row that names the same partner: both are told, since nobody knows which of them is wrong.
    pub(super) fn same_partner(&self, row: RowIndex, keys: &MatchKeys) -> Option<RowIndex> {
        Group::under(&self.keys.partner, keys.partner).iter().copied().find(|&other| other != row)
    }

    /// The row that was joined to this one as the partner's, where this one names somebody else since.
    pub(super) fn joined_to_another(&self, row: RowIndex, keys: &MatchKeys) -> Option<RowIndex> {
        let partner = self.joins.partner_of(row)?;
        let number = self.rows.get(partner as usize)?.keys.national;
        (number != 0 && number != keys.partner).then_some(partner)
    }

    /// The earlier row of another person who shares address and e-mail address, where neither names a
    /// partner: a couple may have been given two rows. A crowd at one address is no household.
    pub(super) fn household(&self, row: RowIndex, keys: &MatchKeys) -> Option<RowIndex> {
        let members = Group::under(&self.keys.household, household(keys));
        if members.len() > CROWD || keys.partner != 0 || keys.name == 0 {
            return None;
        }
        let may_be_partner = |other: &MatchKeys| other.partner == 0 && other.name != 0 && other.name != keys.name;
        members
            .iter()
            .copied()
            .take_while(|&other| other < row)
            .find(|&other| self.rows.get(other as usize).is_some_and(|standing| may_be_partner(&standing.keys)))
    }

    /// Whether a customer that the row was held apart from has its client code: two cannot have one.
    pub(super) fn has_taken_code(&self, row: RowIndex, keys: &MatchKeys) -> bool {
        let held_apart = self.apart.of(row);
        !held_apart.is_empty() && {
            let with_code = self.stock.with_code(keys.code).iter().take(CROWD);
            with_code.filter_map(|&stored| self.stock.snapshot.customer_id(stored as usize)).any(|id| held_apart.contains(&id))
        }
    }
}
