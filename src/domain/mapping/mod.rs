//! Which column is which field, where the headings alone do not say it: proposals, each with its
//! certainty and its ground, and what a field would make of a column.
//!
//! - `header`: where the headings stand when none of them is known
//! - `sample`, `values`: some rows of every column, and what they look like
//! - `saved`, `adminpulse`: lists that are known by their headings
//! - `meanings`: what one column may be; `settle`: a field goes to one column; `remaining`: what is left
//! - `count`: how many rows a field would accept
//!
//! A proposal is shown to a person and taken by them. Commands without a screen use only what the
//! headings say for sure.

mod adminpulse;
mod count;
mod header;
mod meanings;
mod proposal;
mod remaining;
mod sample;
mod saved;
mod settle;
mod values;

use jiff::civil::Date;

pub use count::{Count, Counted, Shown, count};
pub use header::{place, probable_row};
pub use proposal::{Certainty, ColumnProposal, Doubt, Ground, KnownList, Proposal, Proposals};
pub use saved::{SavedColumn, SavedMapping};

use crate::domain::sheet::Sheet;
use crate::domain::template::layout::{Layout, unjudged_row};

/// What is proposed for every column under a header row. Made from 400 rows at most, so that it costs
/// the same for a big sheet. `saved` are the office's own mappings.
#[must_use]
pub fn propose(sheet: &Sheet, header_row: u32, saved: &[&SavedMapping], today: Date) -> Proposals {
    let columns = sample::sampled(sheet, header_row);
    let layout = unjudged_row(sheet, header_row).ok();
    let list = meanings::known_list(&columns, saved);
    let each = columns.iter().enumerate().map(|(at, column)| meanings::meanings(column, at, layout.as_ref(), list.as_ref(), today));
    let mut proposals = settle::settle(&columns, each.collect());
    remaining::fill_remaining(&columns, &mut proposals);
    Proposals { columns: proposals, list: list.map(|list| list.list) }
}

/// A layout with what AdminPulse's migration workbook says beyond known headings: whose work the customer
/// is, where addresses stand there. Other layouts stay as they are.
pub fn complete(layout: &mut Layout, sheet: &Sheet, today: Date) {
    if adminpulse::recognise(layout.columns.iter().map(|column| column.heading.as_str())).is_none() {
        return;
    }
    for proposal in propose(sheet, layout.header_row, &[], today).columns {
        let known = layout.columns.iter().find(|column| column.column == proposal.column).and_then(|column| column.field);
        if let Some(Proposal { field: Some(field), ground: Ground::AdminPulse, .. }) = proposal.best
            && known.is_none()
            && layout.column_of(field).is_none()
        {
            layout.assign(proposal.column, Some(field));
        }
    }
}

#[cfg(test)]
mod tests;
