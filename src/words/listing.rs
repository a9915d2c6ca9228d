//! What every list says: its filter, its groups, and how much of it is out of sight.

use crate::app::grouping::Grouping;

phrases! { ListingWords {
    filter: &'static str,
    filtered: fn(&str, usize) -> String,
    grouped: fn(usize) -> String,
    range: &'static str,
    small_groups: fn(usize) -> String,
    grouping: fn(Grouping) -> &'static str,
    place: fn(usize, usize) -> String,
    nothing_fits: &'static str,
    sifting: &'static str,
    keep: &'static str,
    drop: &'static str,
    of_all: fn(usize, usize) -> String,
    lines_below: fn(usize) -> String,
    lines_more: fn(usize) -> String,
    lines_end: &'static str,
    lines_down: fn(usize) -> String,
    lines_up: &'static str,
} }
