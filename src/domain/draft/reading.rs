//! One row of cells becomes values and findings.

use super::standing::{Claim, Standing, Worst};
use super::{Choices, Draft, Office, RowIndex};
use crate::domain::address::take_apart;
use crate::domain::customer::Values;
use crate::domain::field::Field;
use crate::domain::field_rules::{self, FieldContext, GivenCell};
use crate::domain::finding::{Finding, RuleSet};
use crate::domain::language::Language;
use crate::domain::matching::{MatchKeys, Stock};
use crate::domain::sheet::{CellKind, Sheet};
use crate::domain::template::layout::Layout;

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

/// The cells of one row as they now read: the workbook's, and over them what was put right.
#[derive(Debug, Clone, Copy)]
pub(super) struct RowCells<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) layout: &'a Layout,
    /// Index of the row in the sheet.
    pub(super) at: usize,
    /// What was put right, in the order of the fields.
    pub(super) edits: &'a [(Field, Box<str>)],
}

impl<'a> RowCells<'a> {
    /// What stands in a column, or in the field that it holds.
    fn in_column(&self, column: u16, field: Field) -> GivenCell<'a> {
        match self.edited(field) {
            Some(text) => GivenCell { text, kind: CellKind::Text },
            None => self.sheet.cell(self.at, column).map_or(NOTHING, |cell| GivenCell { text: cell.text, kind: cell.kind }),
        }
    }

    /// What is given for a field.
    pub(super) fn of(&self, field: Field) -> GivenCell<'a> {
        match (self.edited(field), self.layout.column_of(field)) {
            (Some(text), _) => GivenCell { text, kind: CellKind::Text },
            (None, Some(column)) => self.in_column(column, field),
            (None, None) => NOTHING,
        }
    }

    fn edited(&self, field: Field) -> Option<&'a str> {
        self.edits.iter().find(|(known, _)| *known == field).map(|(_, text)| text.as_ref())
    }

    /// Every field that is given, with what is given for it: those with a column, then those that
    /// were only typed.
    pub(super) fn fields(self) -> impl Iterator<Item = (Field, Option<u16>, GivenCell<'a>)> {
        let in_columns = self.layout.columns.iter().filter_map(move |column| {
            let field = column.field?;
            Some((field, Some(column.column), self.in_column(column.column, field)))
        });
        let typed = self.edits.iter().filter(move |(field, _)| self.layout.column_of(*field).is_none());
        in_columns.chain(typed.map(|(field, text)| (*field, None, GivenCell { text, kind: CellKind::Text })))
    }
}

const NOTHING: GivenCell<'static> = GivenCell { text: "", kind: CellKind::Text };

impl Draft {
    /// The languages that a row may name: those of the questionnaires on offer, all while nothing limits them.
    #[must_use]
    pub fn languages(&self) -> Vec<Language> {
        let offered = |language: &Language| self.demands.languages.as_ref().is_none_or(|offered| offered.contains(language));
        Language::ALL.into_iter().filter(offered).collect()
    }

    /// The addresses of the colleagues that the office has named.
    #[must_use]
    pub fn colleagues(&self) -> &[String] {
        &self.office.colleagues
    }
}

/// Reads a row, with every finding of its own fields.
pub(super) fn read_row(cells: &RowCells<'_>, office: &Office, demands: &Demands) -> Reading {
    let mut reading = Reading::default();
    let context = FieldContext {
        today: office.today,
        earliest_deadline_year: demands.year,
        languages_offered: demands.languages.as_deref(),
        colleagues: &office.colleagues,
        country: cells.of(Field::Country).text,
    };
    let mut seen = 0;
    for (field, _, given) in cells.fields() {
        seen |= required_bit(field);
        if let Some(value) = field_rules::judge(field, given, &context, &mut reading.findings) {
            reading.values.set(field, value);
        }
    }
    if seen != EVERY_REQUIRED {
        // A workbook may be open whose columns nobody has named yet: what has no column is missing in every row.
        for field in Field::ALL.into_iter().filter(|field| required_bit(*field) & !seen != 0) {
            field_rules::judge(field, NOTHING, &context, &mut reading.findings);
        }
    }
    take_address_apart(&mut reading.values);
    let partner = field_rules::judge_pair(reading.values.get(Field::NationalNumber), reading.values.get(Field::SpouseNationalNumber));
    reading.findings.extend(partner);
    reading
}

/// One bit for each required field; a million rows are asked, so that a set would cost too much.
const fn required_bit(field: Field) -> u8 {
    match field {
        Field::FirstName => 1,
        Field::LastName => 2,
        Field::Email => 4,
        _ => 0,
    }
}

const EVERY_REQUIRED: u8 = 7;

/// What the row of the partner brings into the return of a row: the number and, to be kept as the
/// partner's, name, e-mail address, mobile and enterprise number. What the row says itself stays.
pub(super) const BROUGHT_ALONG: [(Field, Field); 6] = [
    (Field::NationalNumber, Field::SpouseNationalNumber),
    (Field::EnterpriseNumber, Field::SpouseEnterpriseNumber),
    (Field::FirstName, Field::SpouseFirstName),
    (Field::LastName, Field::SpouseLastName),
    (Field::Email, Field::SpouseEmail),
    (Field::Mobile, Field::SpouseMobile),
];

impl Reading {
    /// Takes the partner's row into this return.
    pub(super) fn take_in(&mut self, partner: &Values) {
        for (theirs, ours) in BROUGHT_ALONG {
            if self.values.get(ours).is_none() {
                self.values.set(ours, partner.text(theirs));
            }
        }
    }
}

/// What an address in one cell is taken apart into.
pub(super) const ADDRESS_PARTS: [Field; 5] = [Field::Street, Field::HouseNumber, Field::Box, Field::PostalCode, Field::City];

/// An address in one cell becomes the fields that the store keeps, where it can be taken apart
/// without doubt and none of them is given on its own.
fn take_address_apart(values: &mut Values) {
    if ADDRESS_PARTS.iter().any(|part| values.get(*part).is_some()) {
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
    let own = reading.findings.iter().map(|finding| finding.rule).collect::<RuleSet>();
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
        joined: false,
        counted: None,
    }
}

impl Draft {
    /// The cells of a row as they now read.
    pub(super) fn cells(&self, row: RowIndex, at: usize) -> RowCells<'_> {
        RowCells { sheet: &self.source.sheet, layout: &self.layout, at, edits: self.edits.of(row) }
    }

    /// Reads a row, with the partner's row that was joined to it.
    pub(super) fn read(&self, row: RowIndex, at: usize, demands: &Demands) -> Reading {
        self.read_cells(row, &self.cells(row, at), demands)
    }

    /// Reads a row as if its cells were these.
    pub(super) fn read_cells(&self, row: RowIndex, cells: &RowCells<'_>, demands: &Demands) -> Reading {
        let mut reading = read_row(cells, &self.office, demands);
        let partner = self.joins.partner_of(row).and_then(|partner| Some((partner, self.rows.get(partner as usize)?.at as usize)));
        if let Some((partner, at)) = partner {
            reading.take_in(&read_row(&self.cells(partner, at), &self.office, demands).values);
        }
        reading
    }
}
