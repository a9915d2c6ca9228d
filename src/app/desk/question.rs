//! Which finding, and which field, a key is about.

use super::Desk;
use crate::app::table::Column;
use crate::domain::draft::{Account, Bucket, Decision, Deed, RowIndex};
use crate::domain::field::Field;
use crate::domain::finding::{Finding, Severity};

/// The findings of a row as they are listed: errors first, each kind in the order of the fields.
pub fn listed(account: &Account) -> impl Iterator<Item = &Finding> {
    let of = |severity| account.findings.iter().filter(move |finding| finding.severity() == severity);
    of(Severity::Error).chain(of(Severity::Warning))
}

impl Desk {
    /// The row that keys are about; none among stored customers and where nothing is listed.
    #[must_use]
    pub fn current_row(&self) -> Option<RowIndex> {
        if self.tab == Bucket::OnlyInStore { None } else { self.table().current() }
    }

    /// The field of the current column, if it shows one.
    #[must_use]
    pub fn column_field(&self) -> Option<Field> {
        match self.table().current_column()?.column {
            Column::Field(field) => Some(field),
            _ => None,
        }
    }

    /// The finding of the current row that is in question: that of the current column, else the first
    /// that is listed.
    #[must_use]
    pub fn finding_in_question(&self) -> Option<Finding> {
        let account = self.draft.account(self.current_row()?)?;
        let field = self.column_field();
        listed(&account).find(|finding| Some(finding.field) == field).or_else(|| listed(&account).next()).cloned()
    }

    /// The field of the current row that is in question; none where it has to be asked.
    #[must_use]
    pub fn field_in_question(&self) -> Option<Field> {
        let of_finding = || self.finding_in_question().map(|finding| finding.field);
        self.column_field().or_else(|| if self.tab == Bucket::Invalid { of_finding() } else { None })
    }

    /// The field and value that were typed or taken last, of the steps in force.
    #[must_use]
    pub fn last_edit(&self) -> Option<(Field, &str)> {
        let in_force = self.draft.steps().get(..self.draft.steps_in_force()).unwrap_or_default();
        in_force.iter().rev().filter(|step| matches!(step.deed, Deed::Type | Deed::TakeSuggestion)).find_map(|step| {
            let [Decision::Edit(edits)] = step.decisions.as_slice() else { return None };
            let [edit] = edits.as_slice() else { return None };
            Some((edit.field, edit.to.as_deref()?))
        })
    }
}
