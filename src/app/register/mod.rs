//! The register: what is stored, as tabs of lists. Customers, dossiers and mails; each tab is one room.
//!
//! - `shelf`: what the tabs list: the store as it was read, the chosen task flow, texts to find people by
//! - `tab`: what a room says of its list; a new tab is a room, a [`TabKind`] and a line in `in_tab!`
//! - `customers`, `dossiers`, `flows`, `outbox`, `imports`: the rooms
//! - `asked`: customers by what they have, for commands without a screen
//! - `exported`: what stands in a cell of a file
//! - `marks`: what is marked, and how that is taken back
//! - `told`: everything about one customer, for the detail pane
//!
//! Nothing is decided here. What a person does to a customer or a dossier takes the marked ones that are
//! shown, or the one under the cursor: [`Register::chosen`].

mod asked;
mod customers;
mod dossiers;
mod exported;
mod flows;
mod imports;
mod marks;
mod outbox;
mod shelf;
mod tab;
mod told;

use crate::app::keymap::Layer;
use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

pub use asked::Asked;
pub use shelf::{Gathered, Shelf};
pub use tab::TabKind;

use super::desk::Sight;
use super::detail::TextLine;
use super::effect::{Far, Job};
use super::fault::Fault;
use super::grouping::{Group, Grouping};
use super::listing::{Hearing, Listing, Marking, Showing, SortKey};
use super::table::{Column, Table};
use crate::domain::customer::CustomerId;
use crate::domain::draft::Mark;
use crate::domain::matching::Stock;
use crate::domain::outbox::{Message, MessageNumber, Outbox};
use crate::domain::task_flow::{TaskFlow, TaskFlowId};
use marks::Marks;
use tab::in_tab;

/// How far the register is with the store.
#[derive(Debug, Clone)]
pub enum Reading {
    /// The store is being read for the first time.
    Store,
    /// The store is known; the texts by which people are found are being made.
    Texts(Job, Option<Far>),
    /// Everything is known.
    Done,
    /// The store cannot be read.
    Failed(Fault),
}

/// What is stored, as tabs of lists.
#[derive(Debug, Clone)]
pub struct Register {
    /// What the tabs list.
    pub shelf: Shelf,
    /// The tab that is shown.
    pub tab: TabKind,
    /// Whether and how its pane is shown.
    pub showing: Showing,
    /// How far it is with the store.
    pub reading: Reading,
    tables: [Table; TabKind::ALL.len()],
    /// The customers that are marked, in whichever tab: their dossiers are marked with them.
    marked: Marks<CustomerId>,
    /// The mails that are marked: of one customer there may be several.
    marked_mails: Marks<MessageNumber>,
    /// How far the action reaches that is being done.
    pub(super) reach: Reach,
}

/// How far an action reaches where marked ones are hidden by a filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reach {
    /// The marked ones that are shown.
    Shown,
    /// All that are marked.
    AlsoHidden,
}

impl Register {
    /// The register of a store that is known, or of one that is still being read.
    #[must_use]
    pub fn new(stock: Option<Arc<Stock>>, tab: TabKind) -> Self {
        let reading = Reading::Store;
        let tables = TabKind::ALL.map(|kind| in_tab!(kind, Room => Room::table()));
        let shelf = Shelf::new(stock.unwrap_or_default());
        let mut register = Self {
            shelf,
            tab,
            showing: Showing::default(),
            reading,
            tables,
            marked: Marks::default(),
            marked_mails: Marks::default(),
            reach: Reach::Shown,
        };
        register.relist_here();
        register
    }

    /// Whether the store was read.
    #[must_use]
    pub const fn is_read(&self) -> bool {
        matches!(self.reading, Reading::Texts(..) | Reading::Done)
    }

    /// The table of the tab that is shown.
    #[must_use]
    pub fn table(&self) -> &Table {
        let [first, rest @ ..] = &self.tables;
        self.tab.place().checked_sub(1).and_then(|place| rest.get(place)).unwrap_or(first)
    }

    /// The same, to change it.
    pub fn table_mut(&mut self) -> &mut Table {
        let [first, rest @ ..] = &mut self.tables;
        self.tab.place().checked_sub(1).and_then(|place| rest.get_mut(place)).unwrap_or(first)
    }

    /// Goes to another tab, and lists it as the shelf is now.
    pub fn show(&mut self, tab: TabKind, size: (u16, u16)) {
        let current = self.table().current().and_then(|item| self.customer_of(item));
        let follows = matches!((self.tab, tab), (TabKind::Customers, TabKind::Dossiers) | (TabKind::Dossiers, TabKind::Customers));
        self.tab = tab;
        self.showing.pane_top = 0;
        self.showing.zoom = false;
        self.relist(size);
        // Customers and their dossiers are the same people.
        if let Some(customer) = current.filter(|_| follows) {
            self.go_to_customer(customer, size);
        }
    }

    /// Lists the tab anew that is shown: the shelf is another. The others are listed when they are shown.
    fn relist_here(&mut self) {
        let top = self.table().top;
        self.relist((u16::MAX, u16::MAX));
        // The list stays where it was as far as it can; `update` brings the cursor into sight.
        let table = self.table_mut();
        table.top = top.min(table.cursor);
    }

    /// Takes the store in as it is now. Marks stay with their customers; those of customers that are gone go.
    /// False where it is the very store that is shown.
    pub fn restock(&mut self, stock: &Arc<Stock>) -> bool {
        let (old, new) = (&self.shelf.stock().snapshot, &stock.snapshot);
        if self.is_read() && old.store == new.store && old.revision == new.revision {
            // The same customers; how far their mails are may be another matter.
            if !Arc::ptr_eq(self.shelf.stock(), stock) {
                self.shelf.overlay(Arc::clone(stock));
                self.relist_here();
            }
            return false;
        }
        let current = self.table().current().and_then(|item| self.customer_of(item));
        self.shelf.restock(Arc::clone(stock));
        self.marked.keep(|id| stock.snapshot.index_of(id).is_some());
        self.relist_here();
        // Indexes are others now: the cursor goes back to its customer.
        let place = current.and_then(|id| {
            let found = |item: &u32| self.customer_of(*item) == Some(id);
            self.table().order.iter().position(found)
        });
        if let Some(place) = place {
            self.table_mut().cursor = place;
        }
        true
    }

    /// Takes the outbox in as it is now.
    pub fn post(&mut self, outbox: Arc<Outbox>) {
        self.shelf.post(outbox);
        if self.tab == TabKind::Outbox {
            self.relist_here();
        }
    }

    /// The mails that an action is about: the marked ones that are shown, else the one under the cursor.
    #[must_use]
    pub fn chosen_messages(&self) -> Vec<&Message> {
        self.chosen().into_iter().filter_map(|item| self.shelf.message(item)).collect()
    }

    /// Takes in what was gathered from the store that is shown.
    pub fn gathered(&mut self, gathered: &Gathered) {
        if self.shelf.gathered(gathered) {
            self.reading = Reading::Done;
            self.relist_here();
        }
    }

    /// Chooses a task flow, or all of them.
    pub fn choose_flow(&mut self, flow: Option<TaskFlowId>, size: (u16, u16)) {
        self.shelf.choose_flow(flow);
        self.relist_here();
        let (seen, table) = (self.seen(size), self.table_mut());
        table.go_by(0, seen);
    }

    /// The customer that an item is, or whose dossier it is.
    #[must_use]
    pub fn customer_of(&self, item: u32) -> Option<CustomerId> {
        self.shelf.customer_id(in_tab!(self.tab, Room => Room::customer(&self.shelf, item))?)
    }

    /// The task flow under the cursor, where task flows are listed.
    #[must_use]
    pub fn current_flow(&self) -> Option<&TaskFlow> {
        let item = self.table().current().filter(|_| self.tab == TabKind::Flows)?;
        self.shelf.stock().snapshot.flows.get(item as usize)
    }

    /// How many customers are marked, in all.
    #[must_use]
    pub fn marked_count(&self) -> usize {
        if self.tab == TabKind::Outbox { self.marked_mails.len() } else { self.marked.len() }
    }

    /// Takes the last change of marks back, or makes it again. How many marks changed; none where there is nothing.
    pub fn step_marks(&mut self, back: bool) -> Option<usize> {
        if self.tab == TabKind::Outbox { self.marked_mails.step(back) } else { self.marked.step(back) }
    }

    /// How many marks the list does not show.
    #[must_use]
    pub fn hidden_count(&self) -> usize {
        let table = self.table();
        if self.marked_count() == 0 {
            return 0;
        }
        if self.tab == TabKind::Outbox {
            return self.marked_mails.len() - table.order.iter().filter(|item| self.mark(**item) == Some(Mark::Selected)).count();
        }
        if self.tab == TabKind::Customers && !table.is_narrowed() {
            return 0;
        }
        // Of all task flows together, a customer may have two dossiers in the list.
        let mut known = HashSet::new();
        let shown = table.order.iter().filter_map(|&item| self.customer_of(item)).filter(|id| self.marked.has(*id) && known.insert(*id));
        self.marked.len() - shown.count()
    }

    /// The items that an action is about: the marked ones that are shown, in the order shown; where none is
    /// marked at all, the one under the cursor.
    #[must_use]
    pub fn chosen(&self) -> Vec<u32> {
        let table = self.table();
        if self.marked_count() == 0 {
            return table.current().into_iter().collect();
        }
        let among = if self.reach == Reach::AlsoHidden { self.items() } else { table.order.clone() };
        among.into_iter().filter(|&item| self.mark(item) == Some(Mark::Selected)).collect()
    }

    /// The customers that an action is about, each once.
    #[must_use]
    pub fn chosen_customers(&self) -> Vec<CustomerId> {
        let mut known = HashSet::new();
        self.chosen().into_iter().filter_map(|item| self.customer_of(item)).filter(|id| known.insert(*id)).collect()
    }

    /// The name that is proposed for a file with the list, without its ending.
    #[must_use]
    pub fn file_stem(&self, sight: Sight) -> String {
        let name = (sight.words().register.file_name)(self.tab);
        match self.shelf.flow_id().filter(|_| self.tab == TabKind::Dossiers) {
            Some(flow) => format!("{name}-{flow}"),
            None => name.to_owned(),
        }
    }

    /// Lists every commit, or the imports alone.
    pub fn list_all_commits(&mut self, all: bool, size: (u16, u16)) {
        self.shelf.list_all_commits(all);
        self.relist_here();
        let (seen, table) = (self.seen(size), self.table_mut());
        table.go_by(0, seen);
    }

    /// Puts the cursor on a customer, where the list shows it.
    pub fn go_to_customer(&mut self, customer: CustomerId, size: (u16, u16)) {
        let place = self.table().order.iter().position(|item| self.customer_of(*item) == Some(customer));
        let seen = self.seen(size);
        if let Some(place) = place {
            self.table_mut().go_to(place, seen);
        }
    }
}

impl Listing for Register {
    fn lends(&self) -> bool {
        true
    }

    fn table(&self) -> &Table {
        Self::table(self)
    }

    fn table_mut(&mut self) -> &mut Table {
        Self::table_mut(self)
    }

    fn showing(&self) -> &Showing {
        &self.showing
    }

    fn showing_mut(&mut self) -> &mut Showing {
        &mut self.showing
    }

    fn items(&self) -> Vec<u32> {
        in_tab!(self.tab, Room => Room::items(&self.shelf))
    }

    fn sift(&mut self, items: &mut Vec<u32>, wanted: &str) {
        in_tab!(self.tab, Room => Room::sift(&self.shelf, items, wanted));
    }

    fn sort_key(&self, item: u32, column: Column) -> SortKey<'_> {
        in_tab!(self.tab, Room => Room::sort_key(&self.shelf, item, column))
    }

    fn groupings(&self) -> Vec<Grouping> {
        let own = in_tab!(self.tab, Room => Room::groupings());
        let column = self.table().current_column().map(|setting| setting.column);
        let column = column.and_then(|column| in_tab!(self.tab, Room => Room::grouping_of(column)));
        let mut groupings: Vec<Grouping> = column.into_iter().collect();
        groupings.extend(own.iter().copied().filter(|by| Some(*by) != column));
        groupings
    }

    fn commons(&self, item: u32, by: Grouping, hear: Hearing<'_>) {
        in_tab!(self.tab, Room => Room::commons(&self.shelf, item, by, hear));
    }

    fn spell(&self, group: &mut Group, item: u32) {
        in_tab!(self.tab, Room => Room::spell(&self.shelf, group, item));
    }

    fn cells(&self, item: u32, columns: &[Column], sight: Sight) -> Vec<String> {
        in_tab!(self.tab, Room => Room::cells(&self.shelf, item, columns, sight))
    }

    fn mark(&self, item: u32) -> Option<Mark> {
        let marked = match self.tab {
            TabKind::Outbox => self.marked_mails.has(self.shelf.message(item)?.id),
            _ => self.marked.has(self.customer_of(item)?),
        };
        Some(if marked { Mark::Selected } else { Mark::Deselected })
    }

    fn put_marks(&mut self, items: &[u32], marking: Marking, _single: bool) -> usize {
        if self.tab == TabKind::Outbox {
            let mails: BTreeSet<MessageNumber> = items.iter().filter_map(|&item| Some(self.shelf.message(item)?.id)).collect();
            return self.marked_mails.put(&mails, marking);
        }
        // Two dossiers of one customer have one mark.
        let customers: BTreeSet<CustomerId> = items.iter().filter_map(|&item| self.customer_of(item)).collect();
        self.marked.put(&customers, marking)
    }

    fn told(&self, item: u32, sight: Sight, _width: usize) -> (String, Vec<TextLine>) {
        in_tab!(self.tab, Room => Room::told(&self.shelf, item, sight))
    }

    fn nothing(&self, sight: Sight) -> String {
        let words = &sight.words().register;
        match &self.reading {
            Reading::Store => words.reading.to_owned(),
            Reading::Failed(fault) => sight.words().fault(fault).what,
            Reading::Texts(..) | Reading::Done if self.shelf.stock().snapshot.customer_count() == 0 && self.tab != TabKind::Outbox => {
                sight.keyed(Layer::Register, words.none_stored)
            }
            Reading::Texts(..) | Reading::Done => in_tab!(self.tab, Room => Room::nothing(&self.shelf, sight)),
        }
    }
}
