//! The steps that put values right: typed, taken from a suggestion, or found and replaced.

use super::reading::{ADDRESS_PARTS, Demands, RowCells, standing_of};
use super::standing::Standing;
use super::{Bucket, Decision, Deed, Draft, Edit, RowIndex, Step};
use crate::domain::customer::{CustomerId, Values};
use crate::domain::field::Field;
use crate::domain::finding::{Finding, Proof, Rule, RuleSet, Severity};
use crate::domain::sheet::CellKind;

/// What would become of a row if a field read otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trial {
    /// What would be understood of the row.
    pub values: Values,
    /// Everything that would be wrong with it, but for what the store says.
    pub findings: Vec<Finding>,
    /// Where it would be listed.
    pub bucket: Bucket,
    /// The stored customer that it would match; none for an invalid row.
    pub customer: Option<CustomerId>,
}

impl Trial {
    /// What would be wrong with a field.
    pub fn of(&self, field: Field) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| finding.field == field)
    }
}

/// One value that would be put right, before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cure {
    /// The row.
    pub row: RowIndex,
    /// The field.
    pub field: Field,
    /// What it reads now.
    pub before: String,
    /// What it would read.
    pub after: String,
}

impl Draft {
    /// What would become of a row if a field read `text`.
    #[must_use]
    pub fn trying(&self, row: RowIndex, field: Field, text: &str) -> Option<Trial> {
        let typed = self.typed(row, field, text);
        let mut draft_edits = self.edits.of(row).to_vec();
        draft_edits.retain(|(known, _)| typed.iter().all(|(field, _)| field != known));
        draft_edits.extend(typed);
        let before = self.rows.get(row as usize)?;
        let cells = RowCells { edits: &draft_edits, ..self.cells(row, before.at as usize) };
        let reading = self.read_cells(row, &cells, &self.demands);
        let standing = standing_of(before.at, self.read_cells(row, &cells, &Demands::default()));
        let standing = Standing { beside: self.beside(row, &standing.keys), unmet: !self.demands.met_by(&standing), ..standing };
        let mut findings = reading.findings;
        findings.extend(self.cross_findings(row, &standing, &reading.values));
        findings.sort_by_key(|finding| finding.field);
        let invalid = findings.iter().any(|finding| finding.severity() == Severity::Error);
        let found = if invalid { None } else { self.find_for(row, &standing, &mut || reading.values.clone()) };
        let bucket = match (invalid, found) {
            (true, _) => Bucket::Invalid,
            (false, Some(_)) => Bucket::Duplicates,
            (false, None) => Bucket::OnlyInImport,
        };
        let customer = found.and_then(|found| self.stock.snapshot.customer_id(found.stored as usize));
        Some(Trial { values: reading.values, findings, bucket, customer })
    }

    /// The step that lets a field read what was typed. What the workbook says already is no edit.
    #[must_use]
    pub fn typing(&self, row: RowIndex, field: Field, text: &str) -> Step {
        let edits: Vec<Edit> = self.typed(row, field, text).iter().filter_map(|(field, text)| self.edit(row, *field, text)).collect();
        Step::new(Deed::Type, if edits.is_empty() { Vec::new() } else { vec![Decision::Edit(edits)] })
    }

    /// What has to read otherwise so that a field reads `text`. Where an address in one cell was taken
    /// apart, its parts become fields of their own: the other parts would be lost otherwise.
    fn typed(&self, row: RowIndex, field: Field, text: &str) -> Vec<(Field, Box<str>)> {
        let mut typed = vec![(field, text.into())];
        let Some(standing) = self.rows.get(row as usize).filter(|_| ADDRESS_PARTS.contains(&field)) else { return typed };
        let cells = self.cells(row, standing.at as usize);
        let is_in_one_cell = ADDRESS_PARTS.iter().all(|part| cells.of(*part).text.is_empty()) && !cells.of(Field::Address).text.is_empty();
        let values = self.read(row, standing.at as usize, &self.demands).values;
        if is_in_one_cell && values.get(Field::Address).is_none() {
            let parts = ADDRESS_PARTS.into_iter().chain([Field::Country]).filter(|part| *part != field);
            let told = parts.filter(|part| cells.of(*part).text.is_empty()).filter_map(|part| Some((part, values.get(part)?.into())));
            typed.extend(told);
            typed.push((Field::Address, "".into()));
        }
        typed
    }

    /// The step that lets a field read what the workbook says again.
    #[must_use]
    pub fn restoring(&self, row: RowIndex, field: Field) -> Step {
        let edit = self.edits.get(row, field).map(|text| Edit { row, field, from: Some(text.into()), to: None });
        Step::new(Deed::Type, edit.map(|edit| Decision::Edit(vec![edit])).into_iter().collect())
    }

    /// The step that puts these values right in one go.
    #[must_use]
    pub fn curing(&self, deed: Deed, cures: &[Cure]) -> Step {
        let edits: Vec<Edit> = cures.iter().filter_map(|cure| self.edit(cure.row, cure.field, &cure.after)).collect();
        Step::new(deed, if edits.is_empty() { Vec::new() } else { vec![Decision::Edit(edits)] })
    }

    fn edit(&self, row: RowIndex, field: Field, text: &str) -> Option<Edit> {
        let standing = self.rows.get(row as usize)?;
        let before = self.edits.get(row, field);
        let in_workbook = RowCells { edits: &[], ..self.cells(row, standing.at as usize) }.of(field);
        let to = (in_workbook.kind != CellKind::Text || in_workbook.text != text).then(|| text.into());
        let from: Option<Box<str>> = before.map(Into::into);
        (from != to).then_some(Edit { row, field, from, to })
    }

    /// Whether a field reads otherwise than in the workbook.
    #[must_use]
    pub fn is_edited(&self, row: RowIndex, field: Field) -> bool {
        self.edits.get(row, field).is_some()
    }

    /// Everything that reads otherwise than in the workbook: rows ascending, then fields.
    pub fn edits(&self) -> impl Iterator<Item = (RowIndex, Field, &str)> {
        self.edits.iter()
    }

    /// What the workbook itself says of a field, whatever was typed over it.
    #[must_use]
    pub fn in_workbook(&self, row: RowIndex, field: Field) -> &str {
        let standing = self.rows.get(row as usize);
        standing.map_or("", |standing| RowCells { edits: &[], ..self.cells(row, standing.at as usize) }.of(field).text)
    }

    /// Every rule that a row breaks.
    #[must_use]
    pub fn rules(&self, row: RowIndex) -> RuleSet {
        let Some(standing) = self.rows.get(row as usize).filter(|standing| !standing.joined) else { return RuleSet::default() };
        let mut rules = standing.own;
        if standing.is_more_than_its_fields() {
            let account = self.account(row);
            account.into_iter().flat_map(|account| account.findings).for_each(|finding| rules.insert(finding.rule));
        }
        rules
    }

    /// Every value that can be put right as this finding can: the same rule and the same proof, in rows
    /// that are in a bucket. None where the finding suggests nothing.
    #[must_use]
    pub fn alike(&self, finding: &Finding) -> Vec<Cure> {
        let Some(proof) = finding.proof() else { return Vec::new() };
        let breaks = |standing: &Standing| !standing.joined && standing.own.contains(finding.rule);
        let rows = (0..).zip(&self.rows).filter(|(_, standing)| breaks(standing));
        rows.flat_map(|(row, standing)| self.cures(row, standing, finding.rule, &proof)).collect()
    }

    fn cures(&self, row: RowIndex, standing: &Standing, rule: Rule, proof: &Proof) -> Vec<Cure> {
        let mut findings = self.read(row, standing.at as usize, &self.demands).findings;
        self.remind(row, &mut findings);
        let alike = findings.into_iter().filter(|finding| finding.rule == rule && finding.proof().as_ref() == Some(proof));
        alike.filter_map(|finding| self.cure(row, &finding)).collect()
    }

    /// What taking the suggestion of a finding would change.
    #[must_use]
    pub fn cure(&self, row: RowIndex, finding: &Finding) -> Option<Cure> {
        let after = finding.suggestion.as_ref()?.value().to_owned();
        Some(Cure { row, field: finding.field, before: self.given(row, finding.field).to_owned(), after })
    }
}
