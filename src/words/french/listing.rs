//! What every list says, in French.

use super::plural;
use super::trade;
use crate::app::grouping::Grouping;
use crate::app::table::Column;
use crate::domain::field::Field;
use crate::words::listing::ListingWords;

pub(super) const WORDS: ListingWords = ListingWords {
    filter: "Filtre\u{a0}:",
    filtered: |filter, rows| {
        format!("Filtre «\u{a0}{filter}\u{a0}»\u{a0}: {}. {{filter}} modifie, {{close}} efface.", plural(rows, "affiché", "affichés"))
    },
    grouped: |rows| format!("{}. {{group}} choisit un autre groupe, {{close}} efface.", plural(rows, "ligne affichée", "lignes affichées")),
    range: "Plage commencée\u{a0}: {down} et {up} en déplacent la fin, {range} l'efface.",
    small_groups: |groups| format!("{}\u{a0}: tapez un filtre", plural(groups, "groupe plus petit", "groupes plus petits")),
    grouping,
    place: |at, all| format!("{at} sur {all}"),
    nothing_fits: "Rien ne correspond au filtre.",
    sifting: "Recherche dans les lignes...",
    keep: "garder",
    drop: "effacer",
    of_all: |shown, all| format!("{shown} sur {all}   tapez pour filtrer"),
    lines_below: |lines| format!("encore {}\u{a0}: {{pane-down}} suite, {{zoom}} tout", plural(lines, "ligne", "lignes")),
    lines_more: |lines| format!("encore {}", plural(lines, "ligne", "lignes")),
    lines_end: "fin\u{a0}: {pane-up} remonte",
    lines_down: |lines| format!("encore {}\u{a0}: {{down}} suite", plural(lines, "ligne", "lignes")),
    lines_up: "fin\u{a0}: {up} remonte",
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
        Grouping::Linked => "lié",
        Grouping::SelfEmployed => "indépendant",
        Grouping::Month => "mois de la limite",
        Grouping::Due => "date limite proche",
    }
}
