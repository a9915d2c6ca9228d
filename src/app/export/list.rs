//! A tab of the register as it is shown: its rows as they are filtered and sorted, or those of the range, its
//! columns in their order. Records are decoded while they are written.

use super::heading;
use super::view::{key, numbers};
use crate::app::desk::Sight;
use crate::app::register::{Register, Shelf, TabKind};
use crate::app::table::Column;
use crate::domain::export::{Entry, Heading, Table};

/// A tab of the register as it was when it was asked for.
#[derive(Debug)]
pub struct RegisterList {
    shelf: Shelf,
    tab: TabKind,
    items: Vec<u32>,
    columns: Vec<Column>,
    sight: Sight,
}

impl RegisterList {
    /// What the register shows now.
    pub(super) fn shown(register: &Register, sight: Sight) -> Self {
        let table = register.table();
        let items = if table.anchor.is_some() { table.in_range() } else { &table.order };
        let columns = table.shown().map(|setting| setting.column).collect();
        Self { shelf: register.shelf.clone(), tab: register.tab, items: items.to_vec(), columns, sight }
    }

    /// These customers, with every column.
    pub(super) fn of_customers(shelf: &Shelf, items: Vec<u32>, sight: Sight) -> Self {
        let tab = TabKind::Customers;
        Self { shelf: shelf.clone(), tab, items, columns: Shelf::columns(tab), sight }
    }

    pub(super) fn row_count(&self) -> u64 {
        self.items.len() as u64
    }

    pub(super) fn table(&self) -> Table<'_> {
        let words = self.sight.words();
        Table {
            key: self.tab.word(),
            title: (words.register.tab)(self.tab).to_owned(),
            file: String::new(),
            sheet: String::new(),
            numbers: numbers(self.sight),
            counts_title: String::new(),
            counts: Vec::new(),
            headings: self.columns.iter().map(|column| self.heading(*column)).collect(),
            details: None,
            row_count: self.row_count(),
            rows: Box::new(self.items.iter().map(move |item| self.entry(*item))),
        }
    }

    fn heading(&self, column: Column) -> Heading {
        let words = self.sight.words();
        let word = if let Column::Field(field) = column { (words.field)(field) } else { (words.column)(column) };
        heading(key(column), word)
    }

    fn entry(&self, item: u32) -> Entry {
        Entry { cells: self.shelf.exported(self.tab, item, &self.columns, self.sight), ..Entry::default() }
    }
}
