//! Backups and copies of the store, and what the store is.

use crate::app::copy_fault::CopyFault;
use crate::domain::store_copy::Before;
use crate::words::Told;

phrases! { CopiesWords {
    fault: fn(&CopyFault) -> Told,
    backed_up: fn(&str) -> String,
    not_here: &'static str,
    records: fn(u64) -> &'static str,
    written: fn(&str, &str, &str) -> String,
    backup_sound: &'static str,
    restored: fn(&str) -> String,
    would_restore: fn(&str) -> String,
    would_put_back: fn(&str) -> String,
    put_back: fn(&str) -> String,
    gone: fn(&str) -> String,
    read_apart: fn(&str) -> String,
    which: &'static str,
    which_backup: &'static str,
    which_copy: &'static str,
    not_whole: &'static str,
    kept_as: fn(&str) -> String,
    outbox_stays: &'static str,
    mails_wait: fn(u64) -> String,
    say_yes: &'static str,
    format: fn(u64) -> String,
    for_you: &'static str,
    for_group: fn(&str) -> String,
    imports: fn(u64) -> &'static str,
    mails: fn(u64) -> &'static str,
    mails_waiting: fn(u64) -> &'static str,
    first_written: fn(&str, &str) -> String,
    last_written: fn(&str, &str) -> String,
    largest: fn(&str, u64) -> String,
    copies: &'static str,
    no_copies: &'static str,
    before: fn(Before) -> &'static str,
} }
