//! The phrases about drafts: their list, taking one up again, and throwing one away.

use crate::app::keeping::Cut;
use crate::domain::draft::Unfit;

phrases! { DraftsWords {
    resume: fn(&str) -> String,
    title: &'static str,
    none: &'static str,
    removed: fn(&str) -> String,
    would_remove: fn(&str) -> String,
    say_yes: &'static str,
    note: fn(&str, &str, u64, Option<u64>) -> String,
    open_elsewhere: fn(&str, &str) -> String,
    saved: fn(&str) -> String,
    not_saved: &'static str,
    go_on: &'static str,
    go_on_old: &'static str,
    go_on_old_note: &'static str,
    take_over: &'static str,
    afresh: &'static str,
    afresh_note: &'static str,
    cut: fn(Cut) -> &'static str,
    missing: fn(u64) -> String,
    unfit: fn(&Unfit) -> String,
    old_row: fn(u32) -> String,
    other_rules: &'static str,
    other_store: &'static str,
    throw_away_title: &'static str,
    throw_away_text: fn(&str) -> String,
    throw_away_button: &'static str,
    unsaved_dossier: fn(&str, &str) -> String,
    unsaved_page: fn(&str) -> String,
    unsaved_newcomer: &'static str,
    unsaved_note: fn(&str) -> String,
    unsaved_title: &'static str,
    unsaved_text: fn(&str) -> String,
} }
