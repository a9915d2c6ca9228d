//! Duplicates, field by field, in English.

use crate::domain::draft::SidesRule;
use crate::words::compare::CompareWords;
use crate::words::plural;

pub(super) const WORDS: CompareWords = CompareWords {
    title: "Duplicate, field by field",
    field_heading: "field",
    in_store: "in store",
    in_import: "in import",
    same: "the same",
    empty_keeps: "(empty: no change)",
    as_it_will_be: "The record as it will be",
    fields_change: |count| format!("{} will change (*)", plural(count, "field", "fields")),
    only_chosen_written: "Only chosen fields are written. An empty cell empties nothing.",
    looked_at_of: |looked, all| format!("{looked} of {all} looked at"),
    looked_at: "looked at",
    no_rule: "only a person can tell",
    changes: "Changes",
    stays: "Stays",
    dossier_to_come: "No dossier in this task flow yet: {back}, then {toggle} on the row makes one.",
    empty_never: "An empty cell in the file never empties the store.",
    side: "side",
    accept: "accept",
    value_title: |field| format!("Another value: {field}"),
    value_foot: "{choose} takes it   {close} closes",
    value_right: |value| format!("Right: {value}"),
    value_as_stored: "The store holds this already: nothing will change.",
    value_empty: "Empty: the store keeps what it has.",
    value_other: "With this value the row would no longer match this customer.",
    rules_title: "A rule for the other duplicates",
    rules_for: |rows| format!("For {} that nobody looked at yet.", plural(rows, "duplicate", "duplicates")),
    rules_unsure: |rows| format!("{} UNSURE: no rule settles that, only a person.", plural(rows, "more is", "more are")),
    rules_replace: "What was chosen in them before, and not accepted, is replaced.",
    rule,
    one_by_one: "Go on one by one",
    rule_does: |fields, customers| format!("{} in {}", plural(fields, "field", "fields"), plural(customers, "customer", "customers")),
    rule_nothing: "nothing is written",
    apply: "do it",
    other_one: "other",
};

fn rule(rule: SidesRule) -> &'static str {
    match rule {
        SidesRule::Leave => "Leave alone: the store keeps what it has",
        SidesRule::FillBlanks => "Fill blanks only",
        SidesRule::ImportWins => "Import wins where filled in; labels added",
    }
}
