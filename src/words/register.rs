//! The phrases of the register: what is stored, as lists.

use crate::app::register::TabKind;
use crate::domain::amendment::Deed;
use crate::domain::dossier::Status;

phrases! { RegisterWords {
    title: &'static str,
    note: &'static str,
    tab: fn(TabKind) -> &'static str,
    tab_short: fn(TabKind) -> &'static str,
    file_name: fn(TabKind) -> &'static str,
    reading: &'static str,
    reading_short: &'static str,
    preparing: fn(u64) -> String,
    stage: &'static str,
    none_stored: &'static str,
    none_filed: fn(&str) -> String,
    all_flows: &'static str,
    no_dossier: &'static str,
    status: fn(Status) -> &'static str,
    status_counted: fn(Status, usize) -> String,
    deed: fn(&Deed) -> &'static str,
    since: fn(&str) -> String,
    changed: fn(&str, &str) -> String,
    not_linked_to: fn(&str) -> String,
    days_left: fn(i64) -> String,
    sent: &'static str,
    reminded: fn(u64, &str) -> String,
    wanted: &'static str,
    not_wanted: &'static str,
    self_employed: &'static str,
    not_self_employed: &'static str,
    only_shown: fn(usize) -> String,
    also_hidden: fn(usize, usize) -> String,
    marked: fn(usize, usize) -> String,
    narrowed: &'static str,
    chosen: fn(usize) -> String,
    everything: &'static str,
    narrowed_list: fn(usize) -> String,
    do_customers: &'static str,
    do_dossiers: &'static str,
    next_customers: &'static str,
} }
