//! What was changed, what bars saving it, and what has to be asked first.

use super::ROW;
use super::opening::{Person, Subject, equal};
use crate::domain::change_set::FieldChange;
use crate::domain::customer::{CustomerId, Values};
use crate::domain::draft::{Cure, Deed, Draft, Step};
use crate::domain::field::Field;
use crate::domain::finding::{Finding, Severity};
use crate::domain::fold::fold;
use crate::domain::matching::{Certainty, Ground, MatchKeys};

/// What is known of a partner beside the national number: it goes with that number.
const OF_PARTNER: [Field; 5] =
    [Field::SpouseEnterpriseNumber, Field::SpouseFirstName, Field::SpouseLastName, Field::SpouseEmail, Field::SpouseMobile];

/// What an address in one cell can be taken apart into.
const OF_ADDRESS: [Field; 6] = [Field::Street, Field::HouseNumber, Field::Box, Field::PostalCode, Field::City, Field::Country];

/// What bars saving.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bar {
    /// A field that was edited is wrong, or an edit made another one wrong.
    Wrong(Finding),
    /// Another customer has this national number or client code: it would be stored twice.
    Taken {
        /// Which of the two.
        field: Field,
        /// The other customer.
        customer: CustomerId,
        /// Family name and first name of the other customer.
        name: String,
    },
}

/// Another customer who may be the same person. A person decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// The other customer.
    pub customer: CustomerId,
    /// Family name and first name of the other customer.
    pub name: String,
    /// Why the two are held to be the same.
    pub ground: Ground,
    /// How sure that is.
    pub certainty: Certainty,
}

impl Person {
    /// Whether a field was edited, or follows from one that was.
    #[must_use]
    pub fn is_touched(&self, draft: &Draft, field: Field) -> bool {
        draft.is_edited(ROW, field) || (OF_ADDRESS.contains(&field) && draft.is_edited(ROW, Field::Address))
    }

    /// Whether anything was edited or chosen that is not saved.
    #[must_use]
    pub fn is_edited(&self, draft: &Draft) -> bool {
        draft.edits().next().is_some() || (self.subject == Subject::Newcomer && draft.choices().questionnaire.is_some())
    }

    /// What the edits change, in the order of the fields. A field that nobody touched keeps what is
    /// stored, also where today's rules would refuse it.
    #[must_use]
    pub fn changes(&self, draft: &Draft) -> Vec<FieldChange> {
        let read = draft.account(ROW).map(|account| account.values).unwrap_or_default();
        let touched = Field::ALL.into_iter().filter(|field| field.is_stored() && self.is_touched(draft, *field));
        let change = |field| FieldChange { field, before: self.stored.text(field).to_owned(), after: read.text(field).to_owned() };
        touched.map(change).filter(|change| change.before != change.after).collect()
    }

    /// What would be stored.
    #[must_use]
    pub fn values(&self, draft: &Draft) -> Values {
        let mut values = self.stored.clone();
        for change in self.changes(draft) {
            values.set(change.field, change.after);
        }
        values
    }

    /// Everything that bars saving. A finding that was there before anything was edited does not, as long
    /// as nobody touched its field: who corrects a telephone number need not first find out a national
    /// number. Warnings never do.
    #[must_use]
    pub fn bars(&self, draft: &Draft) -> Vec<Bar> {
        let Some(account) = draft.account(ROW) else { return Vec::new() };
        let is_new = |finding: &Finding| self.is_touched(draft, finding.field) || !self.stood.contains(finding);
        let errors = account.findings.into_iter().filter(|finding| finding.severity() == Severity::Error && is_new(finding));
        errors.map(Bar::Wrong).chain(self.taken(draft)).collect()
    }

    /// The customers who have an edited national number or client code already.
    fn taken(&self, draft: &Draft) -> Vec<Bar> {
        let (values, stock) = (self.values(draft), draft.stock());
        let keys = MatchKeys::of(&values);
        let holders = [(Field::NationalNumber, stock.with_national(keys.national)), (Field::ClientCode, stock.with_code(keys.code))];
        let mut taken = Vec::new();
        for (field, holders) in holders {
            if !self.is_touched(draft, field) || values.get(field).is_none() {
                continue;
            }
            for &holder in holders {
                let Ok(theirs) = stock.snapshot.customer(holder as usize) else { continue };
                // Equal keys of texts only name a candidate.
                if fold(theirs.values.text(field)) == fold(values.text(field))
                    && let Some(customer) = stock.snapshot.customer_id(holder as usize)
                {
                    taken.push(Bar::Taken { field, customer, name: theirs.values.full_name() });
                    break;
                }
            }
        }
        taken
    }

    /// Another customer who may be the same person with these edits, and was not before.
    #[must_use]
    pub fn doubt(&self, draft: &Draft) -> Option<Doubt> {
        let account = draft.account(ROW)?;
        if equal(&account) == self.equalled {
            return None;
        }
        let found = account.found?;
        Some(Doubt { customer: found.id, name: found.values.full_name(), ground: found.ground, certainty: found.certainty })
    }

    /// The same step, and where it empties the partner's number, what is known of that partner beside it:
    /// after a separation nothing of the former partner is kept. Tells how many fields went along.
    #[must_use]
    pub fn with_separation(&self, draft: &Draft, step: Step, cure: &Cure) -> (Step, usize) {
        if cure.field != Field::SpouseNationalNumber || !cure.after.trim().is_empty() || cure.before.trim().is_empty() {
            return (step, 0);
        }
        let filled = OF_PARTNER.into_iter().filter(|field| !draft.given(ROW, *field).is_empty());
        let mut cures = vec![cure.clone()];
        cures.extend(filled.map(|field| Cure { row: ROW, field, before: draft.given(ROW, field).to_owned(), after: String::new() }));
        let along = cures.len() - 1;
        (draft.curing(Deed::Type, &cures), along)
    }
}
