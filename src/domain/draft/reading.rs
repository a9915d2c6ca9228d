//! One row of cells becomes values and findings.

use super::standing::{Claim, Standing, Worst};
use super::{Choices, Draft, Office, Source};
use crate::domain::address::take_apart;
use crate::domain::customer::Values;
use crate::domain::field::Field;
use crate::domain::field_rules::{self, FieldContext, GivenCell};
use crate::domain::finding::{Finding, Severity};
use crate::domain::language::Language;
use crate::domain::matching::{MatchKeys, Stock};
use crate::domain::sheet::CellKind;

/// A row as it is understood: canonical values, and what is wrong with its own fields.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Reading {
    pub(super) values: Values,
    pub(super) findings: Vec<Finding>,
}

impl Reading {
    /// The values, and where a field is wrong, what would cure it: a number with dots in it is still
    /// somebody's number, so its row is recognised by it.
    pub(super) fn into_cured(self) -> Values {
        let mut values = self.values;
        for finding in self.findings {
            if let Some(remedy) = finding.suggestion.filter(|_| values.get(finding.field).is_none()) {
                values.set(finding.field, remedy.value());
            }
        }
        values
    }
}

/// What the choices of the import demand of a row.
#[derive(Debug, Clone, Default)]
pub(super) struct Demands {
    /// Languages in which the questionnaire exists; none while nothing limits them.
    pub(super) languages: Option<Vec<Language>>,
    /// The assessment year, before which no deadline can lie.
    pub(super) year: Option<i16>,
}

impl Demands {
    /// The demands of the chosen questionnaire, or of all on offer while none is chosen.
    pub(super) fn of(choices: &Choices, office: &Office, stock: &Stock) -> Self {
        let flow = choices.flow.as_ref().and_then(|id| stock.snapshot.flow(id));
        let languages = match (&choices.questionnaire, flow) {
            (Some(id), _) => office.catalogue.get(id).map(|questionnaire| questionnaire.languages.clone()),
            (None, Some(flow)) => {
                let offered = flow.questionnaires.iter().filter_map(|id| office.catalogue.get(id));
                let languages: Vec<Language> = offered.flat_map(|questionnaire| questionnaire.languages.iter().copied()).collect();
                (!languages.is_empty()).then_some(languages)
            }
            (None, None) => None,
        };
        Self { languages, year: flow.map(|flow| flow.assessment_year) }
    }

    /// Whether a row of this standing meets them.
    pub(super) fn met_by(&self, standing: &Standing) -> bool {
        let language = match (&self.languages, standing.language) {
            (Some(offered), Some(language)) => offered.contains(&language),
            (None, _) | (_, None) => true,
        };
        let deadline = match (self.year, standing.deadline_year) {
            (Some(year), Some(given)) => given >= year,
            (None, _) | (_, None) => true,
        };
        language && deadline
    }
}

/// Reads the row at `at` in the sheet, with every finding of its own fields.
pub(super) fn read_row(source: &Source, office: &Office, at: usize, demands: &Demands) -> Reading {
    let mut reading = Reading::default();
    let filled = |column| source.sheet.cell(at, column).map(|cell| GivenCell { text: cell.text, kind: cell.kind });
    let context = FieldContext {
        today: office.today,
        earliest_deadline_year: demands.year,
        languages_offered: demands.languages.as_deref(),
        colleagues: &office.colleagues,
        country: source.layout.column_of(Field::Country).and_then(filled).map_or("", |cell| cell.text),
    };
    for column in &source.layout.columns {
        let Some(field) = column.field else { continue };
        let given = filled(column.column).unwrap_or(GivenCell { text: "", kind: CellKind::Text });
        if let Some(value) = field_rules::judge(field, given, &context, &mut reading.findings) {
            reading.values.set(field, value);
        }
    }
    take_address_apart(&mut reading.values);
    let partner = field_rules::judge_pair(reading.values.get(Field::NationalNumber), reading.values.get(Field::SpouseNationalNumber));
    reading.findings.extend(partner);
    reading
}

/// An address in one cell becomes the fields that the store keeps, where it can be taken apart
/// without doubt and none of them is given on its own.
fn take_address_apart(values: &mut Values) {
    const PARTS: [Field; 5] = [Field::Street, Field::HouseNumber, Field::Box, Field::PostalCode, Field::City];
    if PARTS.iter().any(|part| values.get(*part).is_some()) {
        return;
    }
    let whole = values.text(Field::Address).to_owned();
    let Some(parts) = take_apart(&whole) else { return };
    values.set(Field::Street, parts.street);
    values.set(Field::HouseNumber, parts.house_number);
    values.set(Field::Box, parts.mailbox.unwrap_or(""));
    values.set(Field::PostalCode, parts.postal_code);
    values.set(Field::City, parts.city);
    if values.get(Field::Country).is_none() {
        values.set(Field::Country, parts.country.unwrap_or(""));
    }
    values.set(Field::Address, "");
}

/// What is kept of a row, from a reading without demands.
pub(super) fn standing_of(at: u32, reading: Reading) -> Standing {
    let own = reading.findings.iter().map(|finding| match finding.severity() {
        Severity::Warning => Worst::Warning,
        Severity::Error => Worst::Error,
    });
    let own = own.max().unwrap_or_default();
    let values = reading.into_cured();
    Standing {
        at,
        keys: MatchKeys::of(&values),
        language: values.get(Field::Language).and_then(Language::from_word),
        deadline_year: values.get(Field::Deadline).and_then(|date| date.get(..4)).and_then(|year| year.parse().ok()),
        own,
        beside: Worst::Clean,
        unmet: false,
        found: None,
        claim: Claim::Upheld,
        marked: None,
    }
}

impl Draft {
    /// Reads a row again, as the choices now stand.
    pub(super) fn read(&self, standing: &Standing) -> Reading {
        read_row(&self.source, &self.office, standing.at as usize, &self.demands)
    }
}
