//! The amendment that saves, and the same edits made again where a colleague was faster.

use super::ROW;
use super::following::{Following, followed};
use super::opening::{Person, Subject};
use crate::domain::amendment::{Amendment, Becomes, CustomerChange, Deed, DossierChange};
use crate::domain::customer::{CustomerId, Values};
use crate::domain::draft::{self, Cure, Draft, Refusal, Seed, Step};
use crate::domain::field::Field;

/// Edits that were made on a version of a customer that is no longer the last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Again {
    /// The customer.
    pub customer: CustomerId,
    /// What was stored when they were made.
    pub stored: Values,
    /// The fields with what was typed.
    pub edits: Vec<(Field, String)>,
}

/// An edit that was not made again: a colleague stored something else in that field meanwhile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unapplied {
    /// The field.
    pub field: Field,
    /// What one typed.
    pub mine: String,
    /// What is stored now.
    pub theirs: String,
}

impl Person {
    /// The dossiers that follow what was edited.
    #[must_use]
    pub fn following(&self, draft: &Draft) -> Vec<Following> {
        let snapshot = &draft.stock().snapshot;
        followed(&self.unsent, &snapshot.flows, &draft.office().catalogue, &self.stored, &self.values(draft))
    }

    /// What saving writes; nothing where nothing changes.
    ///
    /// # Errors
    /// [`Refusal`] where something about the newcomer's dossier has to be chosen first.
    pub fn amendment(&self, draft: &Draft, seed: Seed) -> Result<Amendment, Refusal> {
        let store = draft.stock().snapshot.store.clone();
        match self.subject {
            Subject::Newcomer => {
                let mut amendment = Amendment::new(seed.commit(), store, Deed::Added);
                amendment.newcomers.push(draft.newcomer(ROW, seed)?);
                Ok(amendment)
            }
            Subject::Stored { id, seen } => {
                let mut amendment = Amendment::new(seed.commit(), store, Deed::Edited);
                if self.changes(draft).is_empty() {
                    return Ok(amendment);
                }
                amendment.customers.push(CustomerChange { customer: id, seen, becomes: Becomes::Values(self.values(draft)) });
                let follow = |following: Following| DossierChange {
                    flow: following.flow,
                    customer: id,
                    seen: Some(following.seen),
                    becomes: Some(following.becomes),
                };
                amendment.dossiers = self.following(draft).into_iter().map(follow).collect();
                Ok(amendment)
            }
        }
    }

    /// The edits, to be made again on what is stored meanwhile; none of a newcomer.
    #[must_use]
    pub fn again(&self, draft: &Draft) -> Option<Again> {
        let edits = draft.edits().map(|(_, field, text)| (field, text.to_owned())).collect();
        Some(Again { customer: self.id()?, stored: self.stored.clone(), edits })
    }

    /// The step that makes edits again where what is stored is still what was seen, and those where it is
    /// not. An edit that somebody else made alike is done already.
    #[must_use]
    pub fn reapplying(&self, draft: &Draft, again: &Again) -> (Step, Vec<Unapplied>) {
        let (mut cures, mut unapplied) = (Vec::new(), Vec::new());
        for (field, mine) in &again.edits {
            let theirs = self.stored.text(*field);
            if theirs == again.stored.text(*field) {
                cures.push(Cure { row: ROW, field: *field, before: theirs.to_owned(), after: mine.clone() });
            } else if theirs != mine {
                unapplied.push(Unapplied { field: *field, mine: mine.clone(), theirs: theirs.to_owned() });
            }
        }
        (draft.curing(draft::Deed::Type, &cures), unapplied)
    }
}
