//! A row as it stands in a workbook: each field with what its cell is.

use std::collections::BTreeMap;

use instroom::domain::customer::Values;
use instroom::domain::field::Field;
use instroom::domain::language::Language;

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Given {
    Text(String),
    Number(f64),
    /// A date cell, year, month and day.
    Date(u16, u8, u8),
    /// An error value, such as `#N/A`.
    Error(&'static str),
}

/// Which template the columns are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    First,
    Second,
}

/// The filled cells of a row.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Row(BTreeMap<Field, Given>);

impl Row {
    /// A customer as the office writes it in that template.
    pub(crate) fn of(customer: &Values, format: Format) -> Self {
        let mut row = Self::default();
        for (field, value) in customer.iter() {
            match field {
                Field::Language => row.text(field, template_word(value)),
                Field::Deadline => row.set(field, date(value)),
                _ => row.text(field, value),
            }
        }
        match format {
            Format::Second => row.text(Field::Person, "person"),
            Format::First => {
                row.text(Field::Person, "Private person");
                row.text(Field::Address, one_line(customer));
                row.text(Field::SendInvitation, "no");
            }
        }
        row
    }

    pub(crate) fn get(&self, field: Field) -> Option<&Given> {
        self.0.get(&field)
    }

    /// The text of a cell that holds text, or the empty text.
    pub(crate) fn text_of(&self, field: Field) -> &str {
        match self.get(field) {
            Some(Given::Text(text)) => text,
            _ => "",
        }
    }

    pub(crate) fn set(&mut self, field: Field, given: Given) {
        self.0.insert(field, given);
    }

    pub(crate) fn text(&mut self, field: Field, text: impl Into<String>) {
        self.set(field, Given::Text(text.into()));
    }

    pub(crate) fn clear(&mut self, field: Field) {
        self.0.remove(&field);
    }
}

/// The word that the template has for a language's code.
fn template_word(code: &str) -> &str {
    Language::ALL.into_iter().find(|known| known.code() == code).map_or(code, |known| known.template_word())
}

fn date(iso: &str) -> Given {
    iso.parse::<jiff::civil::Date>()
        .ok()
        .and_then(|date| Some(Given::Date(date.year().try_into().ok()?, date.month().try_into().ok()?, date.day().try_into().ok()?)))
        .unwrap_or_else(|| Given::Text(iso.to_owned()))
}

/// The address in one cell, as the first template has it.
fn one_line(customer: &Values) -> String {
    let word = if customer.text(Field::Country) == "Belgique" { "bte" } else { "bus" };
    let unit = customer.get(Field::Box).map(|number| format!(" {word} {number}")).unwrap_or_default();
    let of = |field| customer.text(field);
    format!("{} {}{unit}, {} {}", of(Field::Street), of(Field::HouseNumber), of(Field::PostalCode), of(Field::City))
}
