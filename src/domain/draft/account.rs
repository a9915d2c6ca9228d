//! Everything there is to say about one row, made when the row is shown.

use super::comparison::keep_partners_apart;
use super::standing::{Bucket, Claim, Standing};
use super::{Comparison, Draft, RowIndex, compare};
use crate::domain::customer::{CustomerId, Values};
use crate::domain::field::Field;
use crate::domain::finding::{Finding, Rule};
use crate::domain::matching::{CROWD, Certainty, Ground};
use crate::domain::memory::Remembered;
use crate::domain::sheet::CellKind;
use crate::domain::tidy;

/// One cell of the row that belongs to a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// The field.
    pub field: Field,
    /// Column in the sheet, from 0; none for a field that the workbook has no column for.
    pub column: Option<u16>,
    /// What the cell was.
    pub kind: CellKind,
    /// Its text as it now reads; empty where nothing is given.
    pub text: String,
    /// It was typed over what the workbook says.
    pub edited: bool,
}

/// The stored customer that a row equals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The customer.
    pub id: CustomerId,
    /// Its index in the stock's snapshot.
    pub stored: u32,
    /// Why the two are held to be the same.
    pub ground: Ground,
    /// How sure that is.
    pub certainty: Certainty,
    /// Another row matches the same customer just as strongly.
    pub tied: bool,
    /// The customer as it is stored.
    pub values: Values,
    /// It has a dossier in the chosen task flow.
    pub has_dossier: bool,
    /// Somebody said in an earlier import that the two are not the same.
    pub held_apart_before: Option<Remembered<CustomerId>>,
}

/// Everything there is to say about one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// The row.
    pub row: RowIndex,
    /// Its number in the workbook, from 1.
    pub number: u32,
    /// Where it is listed; nowhere, where it is part of the return of another row.
    pub bucket: Option<Bucket>,
    /// The cells that belong to a field, in the order of the fields.
    pub given: Vec<Given>,
    /// What was understood.
    pub values: Values,
    /// Everything that is wrong, in the order of the fields.
    pub findings: Vec<Finding>,
    /// The stored customer it equals, if any: of an invalid row too, whose customer the file does not lack.
    pub found: Option<Found>,
    /// A stored customer with the same e-mail address and another name: couples share one.
    pub same_email: Option<String>,
}

impl Account {
    /// Both sides of every stored field that either side fills, in the order of the fields.
    #[must_use]
    pub fn comparisons(&self, draft: &Draft) -> Vec<Comparison> {
        let Some(found) = &self.found else { return Vec::new() };
        let fields = Field::ALL.into_iter().filter(|field| field.is_stored());
        let sides = fields.filter_map(|field| compare(field, &found.values, &self.values, draft.side(self.row, field)));
        let mut comparisons: Vec<Comparison> = sides.collect();
        keep_partners_apart(&mut comparisons);
        comparisons
    }

    /// The stored customer as it will be with the chosen fields taken over.
    #[must_use]
    pub fn merged(&self, draft: &Draft) -> Values {
        let Some(found) = &self.found else { return self.values.clone() };
        let mut merged = found.values.clone();
        for comparison in self.comparisons(draft) {
            merged.set(comparison.field, comparison.result().as_ref());
        }
        merged
    }
}

impl Draft {
    /// Everything there is to say about a row; none past the last.
    #[must_use]
    pub fn account(&self, row: RowIndex) -> Option<Account> {
        let standing = self.rows.get(row as usize)?;
        let reading = self.read(row, standing.at as usize, &self.demands);
        let mut findings = reading.findings;
        findings.extend(self.cross_findings(row, standing, &reading.values));
        findings.sort_by_key(|finding| finding.field);
        self.remind(row, &mut findings);
        let found = self.found(standing);
        let same_email = if found.is_none() { self.same_email(standing) } else { None };
        Some(Account {
            row,
            number: self.row_number(row),
            bucket: standing.bucket(),
            given: self.given_cells(row, standing),
            values: reading.values,
            findings,
            found,
            same_email,
        })
    }

    fn given_cells(&self, row: RowIndex, standing: &Standing) -> Vec<Given> {
        let fields = self.cells(row, standing.at as usize).fields();
        let mut given: Vec<Given> = fields
            .map(|(field, column, cell)| Given {
                field,
                column,
                kind: cell.kind,
                text: cell.text.to_owned(),
                edited: self.is_edited(row, field),
            })
            .collect();
        given.sort_by_key(|given| given.field);
        given
    }

    /// What other rows of the file are found to be to this one.
    pub(super) fn cross_findings(&self, row: RowIndex, standing: &Standing, values: &Values) -> Vec<Finding> {
        let naming = |field, rule, other| {
            let value = values.get(field).unwrap_or_else(|| tidy::trim(self.given(row, field)));
            Finding::new(field, rule, value).naming(self.row_number(other))
        };
        let earlier = self.earlier_rows(row, &standing.keys).map(|(other, rule)| {
            let field = match rule {
                Rule::RowSameClientCode => Field::ClientCode,
                Rule::RowSameEmailAndName => Field::Email,
                _ => Field::NationalNumber,
            };
            naming(field, rule, other)
        });
        let partner = self.as_partner_in(row, &standing.keys);
        let partner = partner.map(|other| naming(Field::NationalNumber, Rule::RowPartnerElsewhere, other));
        let lost = self.holder_over(standing).map(|holder| match standing.claim {
            Claim::Parted => naming(Field::NationalNumber, Rule::RowSeparated, holder),
            Claim::Upheld | Claim::Tied | Claim::Lost => naming(matched_field(standing), Rule::RowMatchTaken, holder),
        });
        let taken = self.has_taken_code(row, &standing.keys);
        let taken = taken.then(|| Finding::new(Field::ClientCode, Rule::ClientCodeTaken, values.text(Field::ClientCode)));
        // What is told of a row once need not be told again: one that another row names as its partner
        // is no chance neighbour.
        let two = self.same_partner(row, &standing.keys).map(|other| naming(Field::SpouseNationalNumber, Rule::RowPartnerOfTwo, other));
        let joined = self.joined_to_another(row, &standing.keys);
        let joined = joined.map(|other| naming(Field::SpouseNationalNumber, Rule::RowJoinedToAnother, other));
        let household = if partner.is_some() { None } else { self.household(row, &standing.keys) };
        let household = household.map(|other| naming(Field::Email, Rule::RowSameHousehold, other));
        earlier.chain(partner).chain(two).chain(joined).chain(household).chain(taken).chain(lost).collect()
    }

    fn found(&self, standing: &Standing) -> Option<Found> {
        let found = standing.matched()?;
        let id = self.stock.snapshot.customer_id(found.stored as usize)?;
        let values = self.stock.snapshot.customer(found.stored as usize).map(|customer| customer.values).unwrap_or_default();
        let has_dossier = self.choices.flow.as_ref().is_some_and(|flow| self.stock.snapshot.dossier(flow, id).is_some());
        Some(Found {
            id,
            stored: found.stored,
            ground: found.ground,
            certainty: standing.certainty()?,
            tied: standing.claim == Claim::Tied,
            values,
            has_dossier,
            held_apart_before: self.held_apart_before(standing, id).cloned(),
        })
    }

    fn same_email(&self, standing: &Standing) -> Option<String> {
        let sharing = self.stock.with_email(standing.keys.email).iter();
        let stored = *sharing.take(CROWD).find(|stored| self.stock.keys(**stored).name != standing.keys.name)?;
        self.stock.snapshot.customer(stored as usize).ok().map(|customer| customer.values.full_name())
    }
}

/// The field that a match is about.
fn matched_field(standing: &Standing) -> Field {
    match standing.found.map(|found| found.ground) {
        Some(Ground::ClientCode | Ground::ClientCodeOtherNumber) => Field::ClientCode,
        Some(Ground::EmailAndName) => Field::Email,
        Some(Ground::NameAndBirthDate | Ground::NearNameAndAddress) => Field::LastName,
        Some(Ground::Marriage) => Field::SpouseNationalNumber,
        Some(Ground::NationalNumber | Ground::NationalNumberAndMarriage | Ground::ChangedPlaces | Ground::Separation) | None => {
            Field::NationalNumber
        }
    }
}
