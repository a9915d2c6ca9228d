//! What stands in the cells of a file: days as days, counts as numbers, what programs look for by a stable name.

use super::shelf::Shelf;
use super::tab::{TabKind, in_tab};
use crate::app::desk::Sight;
use crate::app::register::dossiers::days_left;
use crate::app::table::Column;
use crate::domain::export::Cell;
use crate::domain::field::Field;
use crate::domain::snapshot::DossierHead;

impl Shelf {
    /// The cells of one row for a file.
    #[must_use]
    pub fn exported(&self, tab: TabKind, item: u32, columns: &[Column], sight: Sight) -> Vec<Cell> {
        let customer = in_tab!(tab, Room => Room::customer(self, item));
        let dossier = match tab {
            TabKind::Customers => self.dossier(item).map(|(_, head)| head),
            TabKind::Dossiers => self.filed(item).map(|(_, _, head)| head),
            TabKind::Flows => None,
            TabKind::Imports => None,
            TabKind::Outbox => None,
        };
        let texts = in_tab!(tab, Room => Room::cells(self, item, columns, sight.leaving()));
        let cell = |(column, text): (&Column, String)| {
            if tab == TabKind::Outbox {
                return self.of_message(*column, item, text, sight);
            }
            let typed = dossier.and_then(|head| self.of_dossier(*column, head, &text, sight));
            typed.or_else(|| self.of_customer(*column, customer?, sight)).unwrap_or_else(|| Cell::text(text))
        };
        columns.iter().zip(texts.into_iter().chain(std::iter::repeat(String::new()))).map(cell).collect()
    }

    fn of_dossier(&self, column: Column, head: &DossierHead, text: &str, sight: Sight) -> Option<Cell> {
        let about = &head.about;
        match column {
            Column::Field(Field::Deadline) => Some(Cell::Date(about.deadline)),
            Column::Status => Some(Cell::Named { key: about.status.word(), word: text.to_owned() }),
            Column::Since => about.since.map(|since| Cell::Date(sight.date(since))),
            Column::Reminders => Some(Cell::Number(u64::from(about.reminders))),
            // A deadline that has passed stays a text, with its sign.
            Column::DaysLeft => days_left(self, head).and_then(|days| u64::try_from(days).ok()).map(Cell::Number),
            _ => None,
        }
    }

    fn of_message(&self, column: Column, item: u32, text: String, sight: Sight) -> Cell {
        let Some(message) = self.message(item) else { return Cell::text(text) };
        match column {
            Column::MailState => Cell::Named { key: message.state.word(), word: text },
            Column::Attempts => Cell::Number(u64::from(message.attempts)),
            Column::Since => self.since(message).map_or(Cell::text(text), |since| Cell::Date(sight.date(since))),
            _ => Cell::text(text),
        }
    }

    fn of_customer(&self, column: Column, customer: u32, sight: Sight) -> Option<Cell> {
        match column {
            Column::LastChange => self.last_change(customer).map(|line| Cell::Date(sight.date(line.when))),
            _ => None,
        }
    }
}
