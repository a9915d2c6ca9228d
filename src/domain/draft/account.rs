//! Everything there is to say about one row, made when the row is shown.

use super::decision::certainty_of;
use super::standing::{Bucket, Standing};
use super::{Draft, RowIndex, Side};
use crate::domain::customer::{CustomerId, Values};
use crate::domain::field::Field;
use crate::domain::finding::{Finding, Rule};
use crate::domain::matching::{Certainty, Ground};
use crate::domain::sheet::CellKind;

/// One cell of the row that belongs to a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// The field.
    pub field: Field,
    /// Column in the sheet, from 0.
    pub column: u16,
    /// What the cell was.
    pub kind: CellKind,
    /// Its text as read; empty where nothing is given.
    pub text: String,
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
}

/// How a field of the row stands to the same field of the stored customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Difference {
    /// Both hold the same.
    Same,
    /// The row gives nothing; the store keeps what it has.
    OnlyStore,
    /// The store has nothing yet.
    OnlyImport,
    /// Both hold something, and not the same.
    Differs,
}

impl Difference {
    /// Whether taking the import's side would change the store.
    #[must_use]
    pub const fn can_be_taken(self) -> bool {
        matches!(self, Self::OnlyImport | Self::Differs)
    }
}

/// One field of a duplicate, both sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The field.
    pub field: Field,
    /// What the store holds.
    pub store: String,
    /// What the row gives.
    pub import: String,
    /// How they stand to each other.
    pub difference: Difference,
    /// Which side is chosen.
    pub side: Side,
}

/// Everything there is to say about one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// The row.
    pub row: RowIndex,
    /// Its number in the workbook, from 1.
    pub number: u32,
    /// Where it is listed.
    pub bucket: Bucket,
    /// The cells that belong to a field, in the order of the fields.
    pub given: Vec<Given>,
    /// What was understood.
    pub values: Values,
    /// Everything that is wrong, in the order of the fields.
    pub findings: Vec<Finding>,
    /// The stored customer it equals, if any.
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
        fields.filter_map(|field| compare(field, &found.values, &self.values, draft.side(self.row, field))).collect()
    }

    /// The stored customer as it will be with the chosen fields taken over.
    #[must_use]
    pub fn merged(&self, draft: &Draft) -> Values {
        let Some(found) = &self.found else { return self.values.clone() };
        let mut merged = found.values.clone();
        for comparison in self.comparisons(draft) {
            if comparison.side == Side::Import && comparison.difference.can_be_taken() {
                merged.set(comparison.field, comparison.import);
            }
        }
        merged
    }
}

fn compare(field: Field, stored: &Values, row: &Values, side: Side) -> Option<Comparison> {
    let (store, import) = (stored.text(field), row.text(field));
    let same = match field {
        // The domain never tells case apart, and no provider tells it apart before the @.
        Field::Email | Field::Responsible => store.eq_ignore_ascii_case(import),
        _ => store == import,
    };
    let difference = match (store.is_empty(), import.is_empty()) {
        (true, true) => return None,
        (false, true) => Difference::OnlyStore,
        (true, false) => Difference::OnlyImport,
        (false, false) if same => Difference::Same,
        (false, false) => Difference::Differs,
    };
    Some(Comparison { field, store: store.to_owned(), import: import.to_owned(), difference, side })
}

impl Draft {
    /// Everything there is to say about a row; none past the last.
    #[must_use]
    pub fn account(&self, row: RowIndex) -> Option<Account> {
        let standing = self.rows.get(row as usize)?;
        let reading = self.read(standing);
        let mut findings = reading.findings;
        findings.extend(self.cross_findings(row, standing, &reading.values));
        findings.sort_by_key(|finding| finding.field);
        let found = self.found(standing);
        let same_email = if found.is_none() { self.same_email(standing) } else { None };
        Some(Account {
            row,
            number: self.row_number(row),
            bucket: standing.bucket(),
            given: self.given_cells(standing),
            values: reading.values,
            findings,
            found,
            same_email,
        })
    }

    fn given_cells(&self, standing: &Standing) -> Vec<Given> {
        let mut given: Vec<Given> = (self.source.layout.columns.iter())
            .filter_map(|column| {
                let cell = self.source.sheet.cell(standing.at as usize, column.column);
                let (kind, text) = cell.map_or((CellKind::Text, ""), |cell| (cell.kind, cell.text));
                Some(Given { field: column.field?, column: column.column, kind, text: text.to_owned() })
            })
            .collect();
        given.sort_by_key(|given| given.field);
        given
    }

    fn cross_findings(&self, row: RowIndex, standing: &Standing, values: &Values) -> Vec<Finding> {
        let mut findings = Vec::new();
        if let Some((earlier, rule)) = self.earlier_row(row, &standing.keys) {
            let field = match rule {
                Rule::RowSameClientCode => Field::ClientCode,
                Rule::RowSameEmailAndName => Field::Email,
                _ => Field::NationalNumber,
            };
            findings.push(Finding::new(field, rule, values.text(field)).naming(self.row_number(earlier)));
        }
        if let Some(other) = self.as_partner_in(row, &standing.keys) {
            let value = values.text(Field::NationalNumber);
            findings.push(Finding::new(Field::NationalNumber, Rule::RowPartnerElsewhere, value).naming(self.row_number(other)));
        }
        if standing.lost
            && let Some(winner) = self.winner_over(standing)
        {
            let field = match standing.ground() {
                Some(Ground::ClientCode | Ground::ClientCodeOtherNumber) => Field::ClientCode,
                Some(Ground::EmailAndName) => Field::Email,
                Some(Ground::NameAndBirthDate | Ground::NearNameAndAddress) => Field::LastName,
                _ => Field::NationalNumber,
            };
            findings.push(Finding::new(field, Rule::RowMatchTaken, values.text(field)).naming(self.row_number(winner)));
        }
        findings
    }

    fn found(&self, standing: &Standing) -> Option<Found> {
        let found = standing.found?;
        let id = self.stock.snapshot.customer_id(found.stored as usize)?;
        let values = self.stock.snapshot.customer(found.stored as usize).map(|customer| customer.values).unwrap_or_default();
        let has_dossier = self.choices.flow.as_ref().is_some_and(|flow| self.stock.snapshot.dossier(flow, id).is_some());
        let certainty = certainty_of(standing)?;
        Some(Found { id, stored: found.stored, ground: found.ground, certainty, tied: standing.tied, values, has_dossier })
    }

    fn same_email(&self, standing: &Standing) -> Option<String> {
        let stored = *self.stock.with_email(standing.keys.email).first()?;
        self.stock.snapshot.customer(stored as usize).ok().map(|customer| customer.values.full_name())
    }
}
