//! Lists of many rows, with everything that a person does to any of them: the import's four tabs and the
//! register's tabs are [`Listing`]s, and what is the same for all is written once, here.
//!
//! - a filter while typing, groups, narrowing by several things at once, sorting: the provided methods
//! - marks, columns, ranges, the detail pane: `update::listing` turns keys into calls of these
//! - `view::listing` draws any of them
//!
//! A screen says what its rows are; it never says how a list behaves.
//!
//! - `order`: rows in the order of what they are sorted by
//! - `sifting`: which rows hold what is typed, looked at a few at a time

mod order;
mod sifting;

use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::desk::Sight;
use super::detail::TextLine;
use super::geometry;
use super::grouping::{Common, Group, Grouping};
use super::table::{Column, Direction, Table};
use crate::domain::draft::Mark;
use crate::domain::fold::{fold, name_order, order_of_folded};

/// Hears of each thing that a row has in common with others, and how the row spells it.
pub type Hearing<'a> = &'a mut dyn FnMut(Common, &str);

/// What rows are sorted by: what is empty last, numbers by their size, texts as lists of [names](name_order) are in order.
pub type SortKey<'a> = (bool, u64, Cow<'a, str>);

/// The key of a number.
#[must_use]
pub const fn by_number(number: u64) -> SortKey<'static> {
    (false, number, Cow::Borrowed(""))
}

/// The key of a text that is not folded yet.
#[must_use]
pub fn by_text(text: &str) -> SortKey<'static> {
    (text.trim().is_empty(), 0, Cow::Owned(name_order(text)))
}

/// The key of a text that is folded already.
#[must_use]
pub fn by_folded(text: &str) -> SortKey<'_> {
    (text.is_empty(), 0, order_of_folded(text))
}

/// The key of what is not there.
#[must_use]
pub const fn by_nothing() -> SortKey<'static> {
    (true, 0, Cow::Borrowed(""))
}

/// How a list is shown, whatever it lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Showing {
    /// Whether the detail pane is wanted.
    pub pane: bool,
    /// Whether the detail pane is over the whole screen.
    pub zoom: bool,
    /// First line seen of the detail pane.
    pub pane_top: usize,
    /// Whether the filter is being typed.
    pub is_filtering: bool,
}

impl Default for Showing {
    fn default() -> Self {
        Self { pane: true, zoom: false, pane_top: 0, is_filtering: false }
    }
}

/// What becomes of the marks of some rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marking {
    /// Every row gets this mark.
    As(Mark),
    /// Each row gets the other mark.
    Inverted,
}

/// Something about a row that is worth a look, as a sign in front of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// Nothing.
    None,
    /// A warning.
    Warning,
    /// An error.
    Error,
}

/// A screen that shows a list. Items are numbers that only the screen itself understands.
pub trait Listing {
    /// The table that is shown.
    fn table(&self) -> &Table;

    /// The same, to change it.
    fn table_mut(&mut self) -> &mut Table;

    /// How it is shown.
    fn showing(&self) -> &Showing;

    /// The same, to change it.
    fn showing_mut(&mut self) -> &mut Showing;

    /// How many rows are seen in a window.
    fn seen(&self, size: (u16, u16)) -> usize {
        geometry::list_rows(size.0, size.1, self.showing().pane)
    }

    /// Everything that the list could show, in its own order.
    fn items(&self) -> Vec<u32>;

    /// Leaves the items that hold what is typed; it is folded and not empty.
    fn sift(&mut self, items: &mut Vec<u32>, wanted: &str);

    /// What an item is sorted by.
    fn sort_key(&self, item: u32, column: Column) -> SortKey<'_>;

    /// By what the items can be grouped, the likeliest first.
    fn groupings(&self) -> Vec<Grouping>;

    /// Says what an item has in common with others.
    fn commons(&self, item: u32, by: Grouping, hear: Hearing<'_>);

    /// Spells a group as its first item does, where [`Self::commons`] gave no spelling of its own.
    fn spell(&self, _group: &mut Group, _item: u32) {}

    /// The texts of one row.
    fn cells(&self, item: u32, columns: &[Column], sight: Sight) -> Vec<String>;

    /// The same without the signs that the screen sets before values.
    fn bare_cells(&self, item: u32, columns: &[Column], sight: Sight) -> Vec<String> {
        self.cells(item, columns, sight)
    }

    /// Whether columns that are cut get the blank room of others. Not on the desk, where a workbook is worked through row by row: its columns
    /// stand still, and are as wide as the draft remembers them.
    fn lends(&self) -> bool {
        false
    }

    /// How an item is marked; none where it cannot be.
    fn mark(&self, item: u32) -> Option<Mark>;

    /// Changes marks; a `single` row was marked by a key of its own, perhaps with more to come. Says how many changed.
    fn put_marks(&mut self, items: &[u32], marking: Marking, single: bool) -> usize;

    /// Whether there is something to look at.
    fn sign(&self, _item: u32) -> Sign {
        Sign::None
    }

    /// Whether an item stands for two people.
    fn is_joint(&self, _item: u32) -> bool {
        false
    }

    /// Everything about the current item: a title and lines, not wrapped yet.
    fn told(&self, item: u32, sight: Sight, width: usize) -> (String, Vec<TextLine>);

    /// What is said where nothing is listed although nothing narrows the list.
    fn nothing(&self, sight: Sight) -> String;

    /// What stands above the list where something narrows it: what it is narrowed to.
    fn narrowed_to(&self, sight: Sight) -> String {
        let table = self.table();
        let titles = table.narrowing.iter().chain(&table.group).map(|group| group.title(sight));
        titles.collect::<Vec<_>>().join("   ")
    }

    /// Lists the rows anew: those that filter, group and narrowing leave, sorted.
    fn relist(&mut self, size: (u16, u16)) {
        let mut items = self.items();
        self.sift_as_typed(&mut items);
        self.keep_narrow(&mut items, true);
        self.sort(&mut items);
        let seen = self.seen(size);
        self.table_mut().put(items, seen);
    }

    /// Puts items in the order of the list.
    fn sort(&self, items: &mut [u32]) {
        if let Some((column, direction)) = self.table().sort {
            order::sort(items, |item| self.sort_key(item, column));
            if direction == Direction::Descending {
                items.reverse();
            }
        }
    }

    /// How many rows are looked through in one go for what is typed: all of them, where that is a matter of a moment.
    fn stride(&self) -> usize {
        usize::MAX
    }

    /// Lists the rows anew after the filter was typed on.
    fn refilter(&mut self, before: &str, size: (u16, u16)) {
        sifting::begin(self, before, size);
    }

    /// Looks through more rows for what is typed.
    fn sift_on(&mut self, size: (u16, u16)) {
        let stride = self.stride();
        sifting::go_on(self, stride, size);
    }

    /// Looks through all rows that are left.
    fn sift_to_the_end(&mut self, size: (u16, u16)) {
        sifting::go_on(self, usize::MAX, size);
    }

    /// The groups that the rows fall into, the largest first. Only rows that filter and narrowing leave
    /// count; the group that is shown does not limit the others.
    fn groups(&mut self, by: Grouping) -> Vec<(Group, usize)> {
        let items = if self.table().group.is_none() { self.table().order.clone() } else { self.ungrouped() };
        self.groups_of(&items, by)
    }

    /// The groups that could narrow the list: also those that a group narrowed to now leaves out.
    fn facets(&mut self, by: Grouping) -> Vec<(Group, usize)> {
        let mut items = self.items();
        self.sift_as_typed(&mut items);
        let others: Vec<Group> = self.table().narrowing.iter().filter(|group| group.by != by).cloned().collect();
        items.retain(|&item| is_of_all(self, item, &others));
        self.groups_of(&items, by)
    }

    /// The groups that these items fall into, the largest first.
    fn groups_of(&self, items: &[u32], by: Grouping) -> Vec<(Group, usize)> {
        let mut known: HashMap<Common, (String, usize, u32)> = HashMap::new();
        for &item in items {
            self.commons(item, by, &mut |common, spelling| match known.entry(common) {
                Entry::Occupied(mut group) => group.get_mut().1 += 1,
                Entry::Vacant(group) => _ = group.insert((spelling.to_owned(), 1, item)),
            });
        }
        let spelled = |(common, (spelling, rows, first)): (Common, (String, usize, u32))| {
            let mut group = Group { by, common, spelling };
            self.spell(&mut group, first);
            (group, rows)
        };
        let mut groups: Vec<(Group, usize)> = known.into_iter().map(spelled).collect();
        groups.sort_by(|(one, rows), (other, others)| others.cmp(rows).then_with(|| one.common.cmp(&other.common)));
        groups
    }

    /// Closes a range, else the filter, else the group, else the narrowing.
    fn close(&mut self, size: (u16, u16)) {
        let was_filtering = std::mem::replace(&mut self.showing_mut().is_filtering, false);
        let table = self.table_mut();
        if !was_filtering && table.anchor.take().is_some() {
            return;
        }
        if !table.filter.text().is_empty() {
            let before = std::mem::take(&mut table.filter);
            self.refilter(before.text(), size);
            return;
        } else if was_filtering || (table.group.take().is_none() && std::mem::take(&mut table.narrowing).is_empty()) {
            return;
        }
        self.relist(size);
    }

    /// The items that filter and narrowing leave, of whatever group.
    fn ungrouped(&mut self) -> Vec<u32> {
        let mut items = self.items();
        self.sift_as_typed(&mut items);
        self.keep_narrow(&mut items, false);
        items
    }

    /// Leaves the items that hold what is typed, if anything is.
    fn sift_as_typed(&mut self, items: &mut Vec<u32>) {
        let wanted = fold(self.table().filter.text());
        if !wanted.is_empty() && !items.is_empty() {
            self.sift(items, &wanted);
        }
    }

    /// Leaves the items that are of the group that is shown and of everything that the list is narrowed to.
    fn keep_narrow(&self, items: &mut Vec<u32>, also_group: bool) {
        let table = self.table();
        let mut narrow = table.narrowing.clone();
        items.retain(|&item| is_of_all(self, item, &narrow));
        narrow.clear();
        narrow.extend(table.group.clone().filter(|_| also_group));
        items.retain(|&item| is_of_all(self, item, &narrow));
    }
}

/// Whether an item is of these groups: of one at least for each thing that is grouped by.
fn is_of_all<L: Listing + ?Sized>(list: &L, item: u32, groups: &[Group]) -> bool {
    groups.iter().all(|group| groups.iter().filter(|other| other.by == group.by).any(|other| is_of(list, item, other)))
}

/// Whether an item is of a group.
pub fn is_of<L: Listing + ?Sized>(list: &L, item: u32, group: &Group) -> bool {
    let mut found = false;
    list.commons(item, group.by, &mut |common, _| found |= common == group.common);
    found
}

/// The title of the pane and its lines, wrapped to `width`.
#[must_use]
pub fn pane_lines<L: Listing + ?Sized>(list: &L, sight: Sight, width: usize) -> (String, Vec<TextLine>) {
    let Some(item) = list.table().current() else { return (String::new(), Vec::new()) };
    let (title, lines) = list.told(item, sight, width);
    (title, lines.into_iter().flat_map(|line| super::detail::wrap(line, width)).collect())
}

/// Columns and lines inside the frame of the detail pane.
#[must_use]
pub fn pane_inside(showing: &Showing, size: (u16, u16)) -> (usize, usize) {
    let (width, height) = match geometry::pane(size.0, size.1, showing.pane) {
        _ if showing.zoom => (size.0, size.1.saturating_sub(4)),
        geometry::Pane::Hidden => (0, 0),
        geometry::Pane::Below(lines) => (size.0, lines),
        geometry::Pane::Beside(columns) => (columns, size.1.saturating_sub(6)),
    };
    (usize::from(width.saturating_sub(4)), usize::from(height.saturating_sub(2)))
}

/// How many rows an export would have, and whether a range bounds them.
#[must_use]
pub fn rows_in_view(table: &Table) -> (usize, bool) {
    if table.anchor.is_some() { (table.in_range().len(), true) } else { (table.order.len(), false) }
}

/// Does the same with whichever list is on screen, to look at it or to change it; none where no list is.
macro_rules! with_list {
    ($screen:expr, $list:ident => $do:expr) => {
        match $screen {
            $crate::app::model::Screen::Desk($list) => Some($do),
            $crate::app::model::Screen::Register($list) => Some($do),
            $crate::app::model::Screen::Past($list) => Some($do),
            $crate::app::model::Screen::Arrived($list) => Some($do),
            $crate::app::model::Screen::Start(_)
            | $crate::app::model::Screen::Picker(_)
            | $crate::app::model::Screen::Dossier(_)
            | $crate::app::model::Screen::Person(_)
            | $crate::app::model::Screen::Inviting(_)
            | $crate::app::model::Screen::Sending => None,
        }
    };
}
pub(super) use with_list;
