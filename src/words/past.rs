//! What was done in the store and is told again: the journal, the history of a customer, taking imports back, checking.

use crate::domain::amendment::Deed;
use crate::domain::history::{DossierEvent, Source};
use crate::domain::taking_back::{Part, Untakable, WhyKept};
use crate::domain::trouble::Trouble;

phrases! { PastWords {
    deed: fn(&Deed) -> String,
    source: fn(&Source) -> String,
    event: fn(&DossierEvent) -> String,
    tally: fn(u64, u64, u64, u64) -> String,
    taken_back_by: fn(u64) -> String,
    nothing_yet: &'static str,
    dossier: &'static str,
    before: fn(&str) -> String,
    no_value: &'static str,
    empty_before: &'static str,
    unknown_moment: &'static str,
    no_customer: fn(&str) -> String,
    part: fn(&Part) -> String,
    why: fn(&WhyKept) -> String,
    untakable: fn(&Untakable, &str) -> String,
    customers_go: fn(u64) -> &'static str,
    values_come_back: fn(u64) -> &'static str,
    dossiers_go: fn(u64) -> &'static str,
    customers_kept: fn(u64) -> &'static str,
    values_kept: fn(u64) -> &'static str,
    dossiers_kept: fn(u64) -> &'static str,
    gone_already: fn(u64) -> &'static str,
    erased: fn(u64) -> &'static str,
    kept_more: fn(usize) -> String,
    dry_run: &'static str,
    say_yes: &'static str,
    in_vain: &'static str,
    once_only: &'static str,
    taken_back: fn(u64, u64) -> String,
    no_store: &'static str,
    customers: fn(u64) -> &'static str,
    dossiers: fn(u64) -> &'static str,
    commits: fn(u64) -> &'static str,
    commit: fn(u64) -> String,
    lessons: fn(u64) -> &'static str,
    mappings: fn(u64) -> &'static str,
    sound: &'static str,
    unsound: fn(usize) -> String,
    put_copy_back: &'static str,
    trouble: fn(&Trouble) -> String,
} }
