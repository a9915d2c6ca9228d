//! Where a person is on the desk, to be kept beside the decisions, and going back there.

use super::Desk;
use crate::app::geometry::scrolled;
use crate::app::keeping::{TabPlace, Whereabouts};
use crate::app::listing::Listing as _;
use crate::app::text_field::TextField;
use crate::domain::customer::CustomerId;
use crate::domain::draft::Bucket;
use crate::domain::neutral::neutralise;

impl Desk {
    /// Where the person is.
    #[must_use]
    pub fn whereabouts(&self) -> Whereabouts {
        let place = |bucket| {
            let table = self.table_of(bucket);
            TabPlace {
                at: table.current().and_then(|item| self.number(bucket, item)),
                above: table.cursor.saturating_sub(table.top),
                column: table.current_column().map(|setting| setting.column),
                filter: table.filter.text().to_owned(),
                sort: table.sort,
            }
        };
        Whereabouts {
            tab: self.tab,
            pane: self.showing.pane,
            tabs: Bucket::ALL.map(place).into(),
            invalid: u64::from(self.draft.counts().invalid),
            steps: self.draft.steps_in_force() as u64,
        }
    }

    /// Goes back to where a person was. Rows that are gone leave the cursor where they would stand.
    pub fn go_back_to(&mut self, at: &Whereabouts, size: (u16, u16)) {
        self.showing.pane = at.pane;
        for (bucket, place) in Bucket::ALL.into_iter().zip(&at.tabs) {
            self.tab = bucket;
            let table = self.table_mut();
            table.filter = TextField::with(&neutralise(&place.filter));
            table.sort = place.sort;
            let column = place.column.and_then(|column| table.shown().position(|setting| setting.column == column));
            table.column = column.unwrap_or(table.column);
            self.relist(size);
            let cursor = place.at.map_or(0, |number| self.place_of_number(number));
            let seen = self.seen(size);
            let table = self.table_mut();
            table.go_to(cursor, seen);
            table.top = scrolled(table.cursor.saturating_sub(place.above), table.cursor, seen, table.order.len());
        }
        self.show(at.tab);
    }

    /// Goes to a row of the workbook, in the tab that lists it. False where no tab does.
    pub fn go_to_row(&mut self, row: u32, size: (u16, u16)) -> bool {
        let Some(bucket) = self.draft.bucket(row) else { return false };
        let Some(place) = self.table_of(bucket).order.iter().position(|item| *item == row) else { return false };
        self.show(bucket);
        let seen = self.seen(size);
        self.table_mut().go_to(place, seen);
        true
    }

    /// By what an item of a tab is known from one session to the next.
    fn number(&self, bucket: Bucket, item: u32) -> Option<u64> {
        match bucket {
            Bucket::OnlyInStore => self.draft.stock().snapshot.customer_id(item as usize).map(|id| id.0),
            _ => Some(u64::from(self.draft.row_number(item))),
        }
    }

    /// The place in the list of the item of that number, or of the next one.
    fn place_of_number(&self, number: u64) -> usize {
        let order = &self.table().order;
        let exact = match self.tab {
            Bucket::OnlyInStore => self.draft.stock().snapshot.index_of(CustomerId(number)).and_then(|index| u32::try_from(index).ok()),
            _ => u32::try_from(number).ok().and_then(|number| self.draft.row_of_number(number)),
        };
        exact
            .and_then(|item| order.iter().position(|other| *other == item))
            .unwrap_or_else(|| order.iter().position(|item| self.number(self.tab, *item).is_some_and(|other| other > number)).unwrap_or(0))
    }
}
