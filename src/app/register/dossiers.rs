//! The dossiers of the chosen task flow, or of all, by deadline. An item is a place in [`Shelf::dossiers`].

use super::customers::{customer_cell, customer_commons, customer_key, place, setting, spell};
use super::shelf::Shelf;
use super::tab::Tab;
use super::told;
use crate::app::desk::Sight;
use crate::app::detail::TextLine;
use crate::app::grouping::{Common, Group, Grouping};
use crate::app::keymap::Layer;
use crate::app::listing::{Hearing, SortKey, by_nothing, by_number, by_text};
use crate::app::table::{Column, Direction, Table};
use crate::domain::field::Field;
use crate::domain::fold::fold;
use crate::domain::season::Due;
use crate::domain::snapshot::DossierHead;

/// The dossiers of the chosen task flow.
pub(super) struct Dossiers;

/// The columns, the deadline first.
const COLUMNS: [Column; 17] = [
    Column::Field(Field::Deadline),
    Column::DaysLeft,
    Column::Customer,
    Column::Status,
    Column::Since,
    Column::Progress,
    Column::Field(Field::Responsible),
    Column::Field(Field::Language),
    Column::Questionnaire,
    Column::Field(Field::Labels),
    Column::Field(Field::SendInvitation),
    Column::Reminders,
    Column::Field(Field::Email),
    Column::Field(Field::City),
    Column::Flow,
    Column::CustomerId,
    Column::LastChange,
];

/// What dossiers are grouped and narrowed by.
const GROUPINGS: [Grouping; 7] = [
    Grouping::Due,
    Grouping::Month,
    Grouping::Status,
    Grouping::Responsible,
    Grouping::Language,
    Grouping::Label,
    Grouping::Value(Column::Questionnaire),
];

impl Tab for Dossiers {
    fn table() -> Table {
        let mut table = Table::new(COLUMNS.into_iter().map(setting).collect());
        table.sort = Some((Column::Field(Field::Deadline), Direction::Ascending));
        table
    }

    fn items(shelf: &Shelf) -> Vec<u32> {
        (0..u32::try_from(shelf.dossiers().len()).unwrap_or(u32::MAX)).collect()
    }

    fn customer(shelf: &Shelf, item: u32) -> Option<u32> {
        shelf.dossiers().get(item as usize).map(|filed| filed.customer)
    }

    fn sift(shelf: &Shelf, items: &mut Vec<u32>, wanted: &str) {
        let Some(texts) = shelf.texts() else { return };
        let (found, dossiers) = (texts.holding(wanted), shelf.dossiers());
        items.retain(|&item| dossiers.get(item as usize).is_some_and(|filed| found.has(filed.customer)));
    }

    fn sort_key(shelf: &Shelf, item: u32, column: Column) -> SortKey<'_> {
        let Some((filed, flow, head)) = shelf.filed(item) else { return by_nothing() };
        match column {
            // The same order: today is the same for all.
            Column::DaysLeft => customer_key(shelf, filed.customer, Some(head), Column::Field(Field::Deadline)),
            Column::Status => by_number(place(head.about.status)),
            Column::Since => head.about.since.map_or_else(by_nothing, |since| by_number(since.as_second().unsigned_abs())),
            Column::Progress => by_number(u64::from(head.about.answers)),
            Column::Questionnaire => by_text(&head.questionnaire.0),
            Column::Field(Field::Language) => by_text(head.about.language.code()),
            // Who wants one comes first.
            Column::Field(Field::SendInvitation) => by_number(u64::from(!head.about.invitation_wanted)),
            Column::Reminders => by_number(u64::from(head.about.reminders)),
            Column::Flow => by_text(&flow.id.0),
            column => customer_key(shelf, filed.customer, Some(head), column),
        }
    }

    fn groupings() -> &'static [Grouping] {
        &GROUPINGS
    }

    fn grouping_of(column: Column) -> Option<Grouping> {
        match column {
            Column::Status => Some(Grouping::Status),
            Column::DaysLeft => Some(Grouping::Due),
            Column::Field(Field::Deadline) => Some(Grouping::Month),
            Column::Field(Field::Labels) => Some(Grouping::Label),
            Column::Field(Field::Responsible) => Some(Grouping::Responsible),
            Column::Field(Field::Language) => Some(Grouping::Language),
            Column::Field(_) | Column::Questionnaire | Column::Reminders | Column::Flow => Some(Grouping::Value(column)),
            _ => None,
        }
    }

    fn commons(shelf: &Shelf, item: u32, by: Grouping, hear: Hearing<'_>) {
        let Some((filed, flow, head)) = shelf.filed(item) else { return };
        let mut text = |text: &str| hear(Common::Text(fold(text).into()), text);
        match by {
            Grouping::Language => text(head.about.language.code()),
            Grouping::Value(Column::Reminders) => text(&head.about.reminders.to_string()),
            Grouping::Value(Column::Flow) => text(&flow.id.0),
            Grouping::Value(Column::Field(Field::SendInvitation)) => hear(Common::Wanted(head.about.invitation_wanted), ""),
            Grouping::Due => {
                if let Some(today) = shelf.today() {
                    hear(Common::Due(Due::of(head.about.deadline, today)), "");
                }
            }
            by => customer_commons(shelf, filed.customer, Some(head), by, hear),
        }
    }

    fn spell(shelf: &Shelf, group: &mut Group, item: u32) {
        if group.spelling.is_empty()
            && let Some((filed, ..)) = shelf.filed(item)
        {
            spell(shelf, group, filed.customer);
        }
    }

    fn cells(shelf: &Shelf, item: u32, columns: &[Column], sight: Sight) -> Vec<String> {
        let Some((filed, flow, head)) = shelf.filed(item) else { return Vec::new() };
        let Some(values) = shelf.values(filed.customer) else { return vec![sight.words().damaged_record.to_owned()] };
        let words = sight.words();
        let cell = |column: &Column| match column {
            Column::DaysLeft => days_left(shelf, head).map_or_else(String::new, |days| days.to_string()),
            Column::Since => head.about.since.map_or_else(String::new, |since| sight.day(since)),
            Column::Progress => progress(shelf, head),
            // What is asked is about another year: the mark stays until the questionnaire is another.
            Column::Questionnaire => {
                let mark = if told::other_year(shelf, flow, &head.questionnaire).is_some() { "! " } else { "" };
                format!("{mark}{}", told::questionnaire(shelf, &head.questionnaire, sight))
            }
            Column::Field(Field::Language) => head.about.language.code().to_owned(),
            Column::Field(Field::SendInvitation) if head.about.invitation_wanted => words.register.wanted.to_owned(),
            Column::Field(Field::SendInvitation) => String::new(),
            Column::Reminders if head.about.reminders == 0 => String::new(),
            Column::Reminders => head.about.reminders.to_string(),
            Column::Flow => (words.flow_short)(flow.assessment_year),
            column => customer_cell(shelf, filed.customer, &values, Some(head), *column, sight),
        };
        columns.iter().map(cell).collect()
    }

    fn told(shelf: &Shelf, item: u32, sight: Sight) -> (String, Vec<TextLine>) {
        let Some((filed, flow, _)) = shelf.filed(item) else { return (String::new(), Vec::new()) };
        told::customer(shelf, filed.customer, Some(&flow.id), sight)
    }

    fn nothing(shelf: &Shelf, sight: Sight) -> String {
        let words = sight.words();
        let flow = shelf.flow().map_or_else(|| words.register.all_flows.to_owned(), |flow| (words.flow)(flow.assessment_year));
        sight.keyed(Layer::Register, &(words.register.none_filed)(&flow))
    }
}

/// How many days are left until the deadline, today not counted; negative where it has passed. None as long as
/// it is not known which day it is.
pub(super) fn days_left(shelf: &Shelf, head: &DossierHead) -> Option<i32> {
    let today = shelf.today()?;
    today.until(head.about.deadline).ok().map(|left| left.get_days())
}

/// How many questions have an answer, of how many.
pub(super) fn progress(shelf: &Shelf, head: &DossierHead) -> String {
    match shelf.question_count(&head.questionnaire) {
        Some(questions) => format!("{}/{questions}", head.about.answers),
        None => head.about.answers.to_string(),
    }
}
