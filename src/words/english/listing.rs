//! What every list says, in English.

use super::trade;
use crate::app::grouping::Grouping;
use crate::app::table::Column;
use crate::domain::field::Field;
use crate::words::listing::ListingWords;
use crate::words::plural;

pub(super) const WORDS: ListingWords = ListingWords {
    filter: "Filter:",
    filtered: |filter, rows| format!("Filter \"{filter}\": {rows} shown. {{filter}} changes it, {{close}} drops it."),
    grouped: |rows| format!("{} shown. {{group}} chooses another group, {{close}} drops it.", plural(rows, "row", "rows")),
    range: "A range has begun: {down} and {up} move its end, {range} drops it.",
    small_groups: |groups| format!("{}: type a filter instead", plural(groups, "smaller group", "smaller groups")),
    grouping,
    place: |at, all| format!("{at} of {all}"),
    nothing_fits: "Nothing fits the filter.",
    sifting: "Looking through the rows...",
    keep: "keep",
    drop: "drop",
    of_all: |shown, all| format!("{shown} of {all}   type to filter"),
    lines_below: |lines| format!("{}: {{pane-down}} scrolls, {{zoom}} whole", plural(lines, "more line", "more lines")),
    lines_more: |lines| plural(lines, "more line", "more lines"),
    lines_end: "end: {pane-up} scrolls back",
    lines_down: |lines| format!("{}: {{down}} scrolls", plural(lines, "more line", "more lines")),
    lines_up: "end: {up} scrolls back",
};

fn grouping(by: Grouping) -> &'static str {
    match by {
        Grouping::Reason => trade::column(Column::FindingReason),
        Grouping::Certainty => trade::column(Column::Certainty),
        Grouping::Value(column) => trade::column(column),
        Grouping::Label => trade::field(Field::Labels),
        Grouping::Responsible => trade::field(Field::Responsible),
        Grouping::Language => trade::field(Field::Language),
        Grouping::Status => trade::column(Column::Status),
        Grouping::Linked => "linked",
        Grouping::SelfEmployed => "self-employed",
        Grouping::Month => "month of deadline",
        Grouping::Due => "how urgent",
    }
}
