//! The page of one customer, and what stands in front of customers.

#[cfg(test)]
use super::Said;
use crate::app::person::{PersonNotice, PersonTask};
use crate::domain::person::{Part, Wish};

phrases! { PersonWords {
    title: &'static str,
    title_new: &'static str,
    unsaved: fn(usize) -> String,
    part: fn(Part) -> &'static str,
    required: &'static str,
    in_store: &'static str,
    offer_stored: &'static str,
    stood: &'static str,
    taken: fn(&str, &str) -> String,
    unapplied: fn(&str, &str, &str) -> String,
    doubt: fn(&str, &str) -> String,
    follows: fn(&str, usize) -> String,
    no_dossier: &'static str,
    no_language: &'static str,
    dossier: fn(&str, &str, &str) -> String,
    dossiers: &'static str,
    standing: &'static str,
    nothing_saved_yet: &'static str,
    leave_title: &'static str,
    leave_text: &'static str,
    save_title: &'static str,
    save_text: fn(&str, &str) -> String,
    save_button: &'static str,
    notice: fn(&PersonNotice) -> String,
    task: fn(PersonTask) -> &'static str,
    remove_title: &'static str,
    remove_goes: fn(usize, usize) -> String,
    remove_stays: &'static str,
    remove_partner: fn(&str) -> String,
    remove_type: fn(&str) -> String,
    remove_foot: &'static str,
    wish: fn(Wish) -> &'static str,
    wish_hint: fn(Wish) -> &'static str,
    wish_foot: &'static str,
    customers: fn(usize) -> String,
    many_foot: &'static str,
    many_counts: fn(usize, usize) -> String,
    many_dossiers: fn(usize) -> String,
    many_unreadable: fn(usize) -> String,
    history_title: &'static str,
} }
