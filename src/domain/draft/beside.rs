//! Rows against each other: the same customer twice, a partner with a row of their own.

use super::standing::Worst;
use super::{Draft, RowIndex};
use crate::domain::finding::Rule;
use crate::domain::matching::{Group, KeyMap, MatchKeys, email_and_name};

/// Rows findable by the keys that rows are compared on among themselves.
#[derive(Debug, Clone, Default)]
pub(super) struct RowKeys {
    national: KeyMap,
    partner: KeyMap,
    code: KeyMap,
    email_and_name: KeyMap,
    /// Of those, the rows without a national number.
    unnumbered: KeyMap,
}

impl RowKeys {
    pub(super) fn admit(&mut self, keys: &MatchKeys, row: RowIndex) {
        Group::join(&mut self.national, keys.national, row);
        Group::join(&mut self.partner, keys.partner, row);
        Group::join(&mut self.code, keys.code, row);
        Group::join(&mut self.email_and_name, email_and_name(keys), row);
        if keys.national == 0 {
            Group::join(&mut self.unnumbered, email_and_name(keys), row);
        }
    }
}

impl Draft {
    /// The heaviest finding that other rows give this one.
    pub(super) fn beside(&self, row: RowIndex, keys: &MatchKeys) -> Worst {
        if self.earlier_rows(row, keys).next().is_some() {
            Worst::Error
        } else if self.as_partner_in(row, keys).is_some() {
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
}
