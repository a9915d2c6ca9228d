//! One stored customer, or one that is being added by hand, under the same rules as a workbook's rows.
//!
//! A person is edited as a *draft of one row*: a sheet with one column for each field that is kept, made
//! from what is stored, and held against the store without that customer. Editors, rules, suggestions,
//! matching, undo and redo are those of a draft; what is peculiar to somebody who is stored already
//! lives here. What comes out is one [`Amendment`](super::amendment::Amendment).
//!
//! - `opening`: from what is stored to a draft of one row
//! - `editing`: what was changed by it, what bars saving it, and what has to be asked first
//! - `following`: dossiers that have not left yet, which follow what the customer record says
//! - `saving`: the amendment; and the same edits made again where a colleague was faster
//! - `many`: a label or the responsible colleague, for many at once
//! - `removing`: what goes with a customer, what stays, and what has to be typed first

mod editing;
mod following;
mod many;
mod opening;
mod removing;
mod saving;

pub use editing::{Bar, Doubt};
pub use following::{Following, follow, followed};
pub use many::{Many, ManyChange, Wish};
pub use opening::{NotOpened, Person, Subject, Unsent, unsent};
pub use removing::{Leaver, Removal};
pub use saving::{Again, Unapplied};

use super::draft::RowIndex;
use super::field::Field;

/// The one row of the draft.
pub const ROW: RowIndex = 0;

/// The parts in which the fields of a customer are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// Who it is.
    Person,
    /// Where they live.
    Address,
    /// What the office keeps about them.
    Office,
    /// The partner in a joint return.
    Partner,
}

impl Part {
    /// Every part, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Person, Self::Address, Self::Office, Self::Partner];

    /// The fields of the part, in the order in which they are shown.
    #[must_use]
    pub const fn fields(self) -> &'static [Field] {
        match self {
            Self::Person => &[Field::LastName, Field::FirstName, Field::Email, Field::Mobile, Field::NationalNumber, Field::Language],
            Self::Address => {
                &[Field::Street, Field::HouseNumber, Field::Box, Field::PostalCode, Field::City, Field::Country, Field::Address]
            }
            Self::Office => &[Field::ClientCode, Field::EnterpriseNumber, Field::Company, Field::Labels, Field::Responsible],
            Self::Partner => &[
                Field::SpouseNationalNumber,
                Field::SpouseLastName,
                Field::SpouseFirstName,
                Field::SpouseEmail,
                Field::SpouseMobile,
                Field::SpouseEnterpriseNumber,
            ],
        }
    }

    /// The part that a field stands in.
    #[must_use]
    pub fn of(field: Field) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.fields().contains(&field))
    }
}

/// Every field that is kept of a customer, in the order in which they are shown.
pub fn fields() -> impl Iterator<Item = Field> {
    Part::ALL.into_iter().flat_map(|part| part.fields().iter().copied())
}

#[cfg(test)]
mod tests;
