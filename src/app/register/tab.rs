//! What a room of the register says of its list.

use super::shelf::Shelf;
use crate::app::action::Action;
use crate::app::desk::Sight;
use crate::app::detail::TextLine;
use crate::app::grouping::{Group, Grouping};
use crate::app::listing::{Hearing, SortKey};
use crate::app::table::{Column, Table};

/// The tabs of the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TabKind {
    /// All stored customers.
    Customers,
    /// The dossiers of the chosen task flow, by deadline.
    Dossiers,
    /// Every task flow.
    Flows,
    /// The mails of the outbox, the newest first.
    Outbox,
    /// The imports, newest first.
    Imports,
}

impl TabKind {
    /// The tabs in their order.
    pub const ALL: [Self; 5] = [Self::Customers, Self::Dossiers, Self::Flows, Self::Outbox, Self::Imports];

    /// Its place among the tabs, from 0.
    #[must_use]
    pub const fn place(self) -> usize {
        self as usize
    }

    /// What leads there; its key is shown before the name.
    #[must_use]
    pub const fn action(self) -> Action {
        match self {
            Self::Customers => Action::TabCustomers,
            Self::Dossiers => Action::TabDossiers,
            Self::Flows => Action::TabFlows,
            Self::Outbox => Action::TabOutbox,
            Self::Imports => Action::TabImports,
        }
    }

    /// The tab so many further, around the corner.
    #[must_use]
    pub fn by(self, by: usize) -> Self {
        Self::ALL.get((self.place() + by) % Self::ALL.len()).copied().unwrap_or(self)
    }

    /// The word in an export and in `--json`. Stable.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Customers => "customers",
            Self::Dossiers => "dossiers",
            Self::Flows => "task_flows",
            Self::Imports => "imports",
            Self::Outbox => "outbox",
        }
    }
}

/// A room of the register: one list. Items are what the room says they are.
pub(super) trait Tab {
    /// The table as it begins: its columns, and what it is sorted by.
    fn table() -> Table;

    /// Everything that could be listed.
    fn items(shelf: &Shelf) -> Vec<u32>;

    /// The customer, by its index in the snapshot, that an item is or belongs to; none where it is nobody's.
    fn customer(shelf: &Shelf, item: u32) -> Option<u32>;

    /// Leaves the items that hold a folded text.
    fn sift(shelf: &Shelf, items: &mut Vec<u32>, wanted: &str);

    /// What an item is sorted by.
    fn sort_key(shelf: &Shelf, item: u32, column: Column) -> SortKey<'_>;

    /// By what items can be grouped and narrowed, the likeliest first.
    fn groupings() -> &'static [Grouping];

    /// The grouping by a column, where its values make groups.
    fn grouping_of(column: Column) -> Option<Grouping>;

    /// Says what an item has in common with others.
    fn commons(shelf: &Shelf, item: u32, by: Grouping, hear: Hearing<'_>);

    /// Spells a group as its first item does.
    fn spell(shelf: &Shelf, group: &mut Group, item: u32);

    /// The texts of one row.
    fn cells(shelf: &Shelf, item: u32, columns: &[Column], sight: Sight) -> Vec<String>;

    /// Everything about an item, for the pane.
    fn told(shelf: &Shelf, item: u32, sight: Sight) -> (String, Vec<TextLine>);

    /// Why nothing is listed, and what to do.
    fn nothing(shelf: &Shelf, sight: Sight) -> String;
}

/// Asks the room of a tab.
macro_rules! in_tab {
    ($tab:expr, $room:ident => $asked:expr) => {
        match $tab {
            $crate::app::register::TabKind::Customers => {
                use $crate::app::register::customers::Customers as $room;
                use $crate::app::register::tab::Tab as _;
                $asked
            }
            $crate::app::register::TabKind::Dossiers => {
                use $crate::app::register::dossiers::Dossiers as $room;
                use $crate::app::register::tab::Tab as _;
                $asked
            }
            $crate::app::register::TabKind::Flows => {
                use $crate::app::register::flows::Flows as $room;
                use $crate::app::register::tab::Tab as _;
                $asked
            }
            $crate::app::register::TabKind::Outbox => {
                use $crate::app::register::outbox::Mails as $room;
                use $crate::app::register::tab::Tab as _;
                $asked
            }
            $crate::app::register::TabKind::Imports => {
                use $crate::app::register::imports::Imports as $room;
                use $crate::app::register::tab::Tab as _;
                $asked
            }
        }
    };
}
pub(super) use in_tab;
