//! The rules of every single field: a cell comes in, its canonical value and its findings go out.
//!
//! What a number, an address or a date *is* is said in its own room (`national_number`, `email` …);
//! here lives how a cell of a workbook is judged by it and what is proposed. Rules that need a second
//! row live elsewhere. It is called 21 million times for a big sheet: a clean cell costs no allocation.

mod contact;
mod numbers;
mod words;

use std::borrow::Cow;

use jiff::civil::Date;

use super::field::Field;
use super::finding::{Finding, Rule};
use super::language::Language;
use super::sheet::CellKind;
use super::tidy::{tidy, trim};

/// Number of the set of rules, of fields and of rows beside each other. It is raised whenever a rule
/// judges otherwise than before, so that a draft that was kept can say that it did.
pub const RULE_SET: u32 = 1;

/// A cell as the workbook gave it. An empty text stands for an empty cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GivenCell<'a> {
    /// The text of the cell.
    pub text: &'a str,
    /// What the cell was before it became text.
    pub kind: CellKind,
}

/// What the rules of a field ask of the world around the cell.
#[derive(Debug, Clone, Copy)]
pub struct FieldContext<'a> {
    /// Today, in the office: nobody is born after it.
    pub today: Date,
    /// The assessment year of the task flow, the first year that a deadline can lie in; none where no
    /// task flow is chosen yet.
    pub earliest_deadline_year: Option<i16>,
    /// The languages of the chosen questionnaire; none where none is chosen yet.
    pub languages_offered: Option<&'a [Language]>,
    /// The e-mail addresses of the office's colleagues; empty where the office keeps no list, and then
    /// nobody is unknown.
    pub colleagues: &'a [String],
    /// The country of the same row, which the postal code is judged by.
    pub country: &'a str,
}

/// Judges one cell of a field. Returns the value in the form in which it is stored and compared,
/// where the field is acceptable (warnings do not stop it), and adds every finding. Nothing is returned
/// for an empty cell and for a column that stays empty; an empty required field is a finding.
///
/// White space at the edges never counts.
pub fn judge<'a>(field: Field, given: GivenCell<'a>, context: &FieldContext<'_>, findings: &mut Vec<Finding>) -> Option<Cow<'a, str>> {
    let text = trim(given.text);
    if text.is_empty() {
        findings.extend(missing(field).map(|rule| Finding::new(field, rule, "")));
        return None;
    }
    if field.stays_empty() {
        findings.push(Finding::new(field, Rule::ColumnStaysEmpty, text));
        return None;
    }
    if given.kind == CellKind::Error || is_error_sign(text) {
        findings.push(Finding::new(field, Rule::CellError, text));
        return None;
    }
    let mut judgement = Judgement { field, text, kind: given.kind, findings };
    match field {
        Field::NationalNumber | Field::SpouseNationalNumber => judgement.national_number(context.today),
        Field::EnterpriseNumber | Field::SpouseEnterpriseNumber => judgement.enterprise_number(),
        Field::Mobile | Field::SpouseMobile => judgement.mobile(),
        Field::Email | Field::SpouseEmail => judgement.email(),
        Field::Responsible => judgement.responsible(context.colleagues),
        Field::Language => judgement.language(context.languages_offered),
        Field::Deadline => judgement.deadline(context.earliest_deadline_year),
        Field::PostalCode => judgement.postal_code(context.country),
        Field::Person => judgement.person(),
        Field::SendInvitation => judgement.send_invitation(),
        Field::Labels => judgement.labels(),
        Field::HouseNumber | Field::Box | Field::ClientCode => Some(judgement.plain_text()),
        Field::FirstName
        | Field::LastName
        | Field::SpouseFirstName
        | Field::SpouseLastName
        | Field::Street
        | Field::City
        | Field::Country
        | Field::Address
        | Field::Company
        | Field::ExtraPb
        | Field::LoopVariable
        | Field::LoopPlaceholder => Some(tidy(text)),
    }
}

/// The finding of a row whose two national numbers are one and the same person. Both values are
/// canonical ones, as [`judge`] returned them.
#[must_use]
pub fn judge_pair(own: Option<&str>, partner: Option<&str>) -> Option<Finding> {
    let partner = partner.filter(|number| !number.is_empty() && own == Some(number))?;
    Some(Finding::new(Field::SpouseNationalNumber, Rule::NationalNumberSameAsPartner, partner).suggesting(""))
}

/// What an empty cell of the field breaks.
const fn missing(field: Field) -> Option<Rule> {
    match field {
        Field::FirstName | Field::LastName => Some(Rule::NameMissing),
        Field::Email => Some(Rule::EmailMissing),
        _ => None,
    }
}

/// The signs of error values in the languages of Excel, as a sheet saved as text keeps them.
fn is_error_sign(text: &str) -> bool {
    const SIGNS: [&str; 20] = [
        "#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#N/B", "#VERW!", "#NAAM?", "#WAARDE!",
        "#DEEL/0!", "#GETAL!", "#LEEG!", "#NOM?", "#VALEUR!", "#NOMBRE!", "#NUL!",
    ];
    text.starts_with('#') && SIGNS.iter().any(|sign| sign.eq_ignore_ascii_case(text))
}

/// One filled cell under judgement: trimmed, and the findings that it adds to.
struct Judgement<'a, 'f> {
    field: Field,
    text: &'a str,
    kind: CellKind,
    findings: &'f mut Vec<Finding>,
}

impl Judgement<'_, '_> {
    fn find(&mut self, rule: Rule) {
        self.findings.push(Finding::new(self.field, rule, self.text));
    }

    fn find_curable(&mut self, rule: Rule, suggestion: Option<String>) {
        let finding = Finding::new(self.field, rule, self.text);
        self.findings.push(match suggestion {
            Some(value) => finding.suggesting(value),
            None => finding,
        });
    }
}

#[cfg(test)]
mod tests;
