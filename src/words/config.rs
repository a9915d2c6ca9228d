//! What the settings come to: what counts and where it came from.

use crate::domain::draft::Unmet;

phrases! { ConfigWords {
    usual: &'static str,
    not_set: &'static str,
    read: &'static str,
    faulty: &'static str,
    keys: &'static str,
    not_there: &'static str,
    unreadable: &'static str,
    by_person: &'static str,
    of_person: &'static str,
    of_machine: &'static str,
    sound: &'static str,
    chosen: fn(&str) -> String,
    in_settings: &'static str,
    unmet: fn(&Unmet) -> String,
} }
