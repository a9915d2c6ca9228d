//! All stored customers. An item is the index of a customer in the snapshot.

use super::shelf::Shelf;
use super::tab::Tab;
use super::told;
use crate::app::desk::{Sight, columns};
use crate::app::detail::TextLine;
use crate::app::grouping::{Common, Group, Grouping};
use crate::app::keymap::Layer;
use crate::app::listing::{Hearing, SortKey, by_folded, by_nothing, by_number, by_text};
use crate::app::table::{Column, ColumnSetting, Table};
use crate::domain::customer::Values;
use crate::domain::dossier::{Origin, Status};
use crate::domain::field::Field;
use crate::domain::fold::fold;
use crate::domain::snapshot::DossierHead;

/// All stored customers.
pub(super) struct Customers;

/// The columns that tell most; every other field that is stored follows.
const FIRST: [Column; 12] = [
    Column::Customer,
    Column::CustomerId,
    Column::Status,
    Column::Field(Field::Language),
    Column::Field(Field::Deadline),
    Column::Field(Field::Responsible),
    Column::Field(Field::Labels),
    Column::Field(Field::Email),
    Column::Field(Field::City),
    Column::LastChange,
    Column::ChangedBy,
    Column::Flow,
];

/// What customers are grouped and narrowed by.
const GROUPINGS: [Grouping; 8] = [
    Grouping::Label,
    Grouping::Responsible,
    Grouping::Language,
    Grouping::Status,
    Grouping::Linked,
    Grouping::Value(Column::Questionnaire),
    Grouping::SelfEmployed,
    Grouping::Value(Column::Field(Field::City)),
];

/// Room for a deadline with its mark.
const DEADLINE_WIDTH: u16 = 12;

/// What stands behind a deadline that is the task flow's default.
const BY_DEFAULT: char = '*';

/// A column as the tabs of the register begin with it.
pub(super) const fn setting(column: Column) -> ColumnSetting {
    let width = if let Column::Field(Field::Deadline) = column { DEADLINE_WIDTH } else { columns::width(column) };
    ColumnSetting { column, width, shown: true }
}

impl Tab for Customers {
    fn table() -> Table {
        let rest = Field::ALL.into_iter().filter(|field| field.is_stored() && !matches!(field, Field::FirstName | Field::LastName));
        let rest = rest.map(Column::Field).filter(|column| !FIRST.contains(column));
        Table::new(FIRST.into_iter().chain(rest).map(setting).collect())
    }

    fn items(shelf: &Shelf) -> Vec<u32> {
        (0..u32::try_from(shelf.stock().snapshot.customer_count()).unwrap_or(u32::MAX)).collect()
    }

    fn customer(_: &Shelf, item: u32) -> Option<u32> {
        Some(item)
    }

    fn sift(shelf: &Shelf, items: &mut Vec<u32>, wanted: &str) {
        // Until the texts are there everybody is shown; the list is made anew when they come.
        let Some(texts) = shelf.texts() else { return };
        let found = texts.holding(wanted);
        items.retain(|&item| found.has(item));
    }

    fn sort_key(shelf: &Shelf, item: u32, column: Column) -> SortKey<'_> {
        customer_key(shelf, item, shelf.dossier(item).map(|(_, head)| head), column)
    }

    fn groupings() -> &'static [Grouping] {
        &GROUPINGS
    }

    fn grouping_of(column: Column) -> Option<Grouping> {
        match column {
            Column::Status => Some(Grouping::Status),
            Column::Field(Field::Deadline) => Some(Grouping::Month),
            Column::Field(Field::Labels) => Some(Grouping::Label),
            Column::Field(Field::Responsible) => Some(Grouping::Responsible),
            Column::Field(Field::Language) => Some(Grouping::Language),
            // A number that everybody has of their own makes no groups.
            Column::Field(field) if field.is_national_number() => None,
            Column::Field(_) | Column::ChangedBy => Some(Grouping::Value(column)),
            _ => None,
        }
    }

    fn commons(shelf: &Shelf, item: u32, by: Grouping, hear: Hearing<'_>) {
        customer_commons(shelf, item, shelf.dossier(item).map(|(_, head)| head), by, hear);
    }

    fn spell(shelf: &Shelf, group: &mut Group, item: u32) {
        spell(shelf, group, item);
    }

    fn cells(shelf: &Shelf, item: u32, columns: &[Column], sight: Sight) -> Vec<String> {
        let Some(values) = shelf.values(item) else { return vec![sight.words().damaged_record.to_owned()] };
        let dossier = shelf.dossier(item);
        let cell = |column: &Column| match (column, dossier) {
            (Column::Flow, Some((flow, _))) => (sight.words().flow_short)(flow.assessment_year),
            (column, _) => customer_cell(shelf, item, &values, dossier.map(|(_, head)| head), *column, sight),
        };
        columns.iter().map(cell).collect()
    }

    fn told(shelf: &Shelf, item: u32, sight: Sight) -> (String, Vec<TextLine>) {
        told::customer(shelf, item, None, sight)
    }

    fn nothing(_: &Shelf, sight: Sight) -> String {
        sight.keyed(Layer::Register, sight.words().register.none_stored)
    }
}

/// What stands in a cell about a customer and one dossier of it.
pub(super) fn customer_cell(
    shelf: &Shelf,
    customer: u32,
    values: &Values,
    dossier: Option<&DossierHead>,
    column: Column,
    sight: Sight,
) -> String {
    let words = sight.words();
    match column {
        Column::Customer => sight.name(&values.full_name()),
        Column::CustomerId => shelf.customer_id(customer).map_or_else(String::new, |id| id.to_string()),
        Column::Status => dossier.map_or(words.register.no_dossier, |head| (words.register.status)(head.about.status)).to_owned(),
        Column::Field(Field::Deadline) => dossier.map_or_else(String::new, deadline),
        Column::Field(field) => sight.value(field, values.text(field)),
        Column::LastChange => shelf.last_change(customer).map_or_else(String::new, |line| sight.day(line.when)),
        Column::ChangedBy => shelf.last_change(customer).map_or_else(String::new, |line| told::by(line, sight)),
        _ => String::new(),
    }
}

/// A deadline, with a mark where nobody but the task flow gave it.
pub(super) fn deadline(head: &DossierHead) -> String {
    let day = head.about.deadline.strftime("%d/%m/%Y");
    if head.about.deadline_origin == Origin::Default { format!("{day}{BY_DEFAULT}") } else { day.to_string() }
}

/// What a customer and one dossier of it are sorted by.
pub(super) fn customer_key<'a>(shelf: &'a Shelf, customer: u32, dossier: Option<&DossierHead>, column: Column) -> SortKey<'a> {
    match (column, dossier) {
        (Column::Customer, _) => shelf.texts().map_or(by_nothing(), |texts| by_folded(texts.name(customer))),
        (Column::Status, Some(head)) => by_number(place(head.about.status)),
        (Column::Field(Field::Deadline), Some(head)) => by_number(day_number(head)),
        (Column::Field(Field::Deadline), None) => by_nothing(),
        (Column::Field(field), _) => shelf.texts().map_or(by_nothing(), |texts| by_folded(texts.value(customer, field))),
        (Column::LastChange, _) => by_number(shelf.stock().snapshot.version(customer as usize).0),
        (Column::ChangedBy, _) => {
            shelf.last_change(customer).map_or_else(by_nothing, |line| by_text(&format!("{} {}", line.who, line.file)))
        }
        (Column::CustomerId, _) => by_number(shelf.customer_id(customer).map_or(0, |id| id.0)),
        (Column::Flow, Some(_)) => shelf.dossier(customer).map_or_else(by_nothing, |(flow, _)| by_text(&flow.id.0)),
        _ => by_nothing(),
    }
}

/// The place of a status in a dossier's life.
pub(super) fn place(status: Status) -> u64 {
    Status::ALL.iter().position(|known| *known == status).unwrap_or(0) as u64
}

/// A deadline as a number that grows with the days.
pub(super) fn day_number(head: &DossierHead) -> u64 {
    let date = head.about.deadline;
    let [year, month, day] = [i64::from(date.year()), i64::from(date.month()), i64::from(date.day())];
    u64::try_from((year * 16 + month) * 32 + day).unwrap_or(0)
}

/// Says what a customer and one dossier of it have in common with others.
pub(super) fn customer_commons(shelf: &Shelf, customer: u32, dossier: Option<&DossierHead>, by: Grouping, hear: Hearing<'_>) {
    match by {
        Grouping::Status => hear(Common::Status(dossier.map(|head| head.about.status)), ""),
        Grouping::Linked => hear(Common::Dossier(dossier.is_some()), ""),
        Grouping::Month => {
            let month = dossier.map(|head| (head.about.deadline.year(), head.about.deadline.month()));
            hear(Common::Month(month), "");
        }
        Grouping::Value(Column::Questionnaire) => {
            let id = dossier.map_or("", |head| head.questionnaire.0.as_str());
            hear(Common::Text(fold(id).into()), id);
        }
        Grouping::SelfEmployed => {
            let Some(texts) = shelf.texts() else { return };
            let has = |field| !texts.value(customer, field).is_empty();
            hear(Common::SelfEmployed(has(Field::EnterpriseNumber) || has(Field::SpouseEnterpriseNumber)), "");
        }
        Grouping::Value(Column::ChangedBy) => {
            let line = shelf.last_change(customer);
            let spelling = line.map_or("", |line| line.who.as_str());
            hear(Common::Text(fold(spelling).into()), spelling);
        }
        _ => {
            let (Some(field), Some(texts)) = (by.field(), shelf.texts()) else { return };
            let text = texts.value(customer, field);
            if by == Grouping::Label {
                text.split(',').for_each(|label| hear(Common::Text(label.into()), ""));
            } else {
                hear(Common::Text(text.into()), "");
            }
        }
    }
}

/// Spells a group of texts as the first customer in it writes it: the list knows folded texts only.
pub(super) fn spell(shelf: &Shelf, group: &mut Group, customer: u32) {
    let (Common::Text(folded), Some(field)) = (&group.common, group.by.field()) else { return };
    let Some(values) = shelf.values(customer) else { return };
    let text = values.text(field);
    let written = if group.by == Grouping::Label { text.split(',').find(|label| fold(label) == **folded) } else { Some(text) };
    group.spelling = written.map_or_else(|| folded.to_string(), |written| written.trim().to_owned());
}
