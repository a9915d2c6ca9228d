//! What every list says, in Dutch.

use super::trade;
use crate::app::grouping::Grouping;
use crate::app::table::Column;
use crate::domain::field::Field;
use crate::words::listing::ListingWords;
use crate::words::plural;

pub(super) const WORDS: ListingWords = ListingWords {
    filter: "Filter:",
    filtered: |filter, rows| format!("Filter \"{filter}\": {rows} getoond. {{filter}} wijzigt, {{close}} wist."),
    grouped: |rows| format!("{} getoond. {{group}} kiest een andere groep, {{close}} wist.", plural(rows, "rij", "rijen")),
    range: "Bereik begonnen: {down} en {up} verleggen het einde, {range} wist het.",
    small_groups: |groups| format!("{}: typ een filter", plural(groups, "kleinere groep", "kleinere groepen")),
    grouping,
    place: |at, all| format!("{at} van {all}"),
    nothing_fits: "Niets past bij de filter.",
    sifting: "De rijen worden doorzocht...",
    keep: "houden",
    drop: "wissen",
    of_all: |shown, all| format!("{shown} van {all}   typ om te filteren"),
    lines_below: |lines| format!("nog {}: {{pane-down}} verder, {{zoom}} alles", plural(lines, "regel", "regels")),
    lines_more: |lines| format!("nog {}", plural(lines, "regel", "regels")),
    lines_end: "einde: {pane-up} gaat terug",
    lines_down: |lines| format!("nog {}: {{down}} verder", plural(lines, "regel", "regels")),
    lines_up: "einde: {up} gaat terug",
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
        Grouping::Linked => "gekoppeld",
        Grouping::SelfEmployed => "zelfstandig",
        Grouping::Month => "maand",
        Grouping::Due => "hoe dringend",
    }
}
