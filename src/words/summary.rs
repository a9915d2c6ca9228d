//! The phrases of the summary: what an import would write, before it writes.

phrases! { SummaryWords {
    title: &'static str,
    nothing_written_yet: &'static str,
    default_is_back: &'static str,
    to_add: &'static str,
    with_questionnaire: &'static str,
    joint: &'static str,
    to_update: &'static str,
    to_leave: &'static str,
    can_follow: &'static str,
    stay_behind: &'static str,
    updated_note: fn(u64, u64) -> String,
    sums: fn(u64, u64, u64, u64, bool) -> String,
    sums_joined: fn(u64, u64, u64, u64, u64, bool) -> String,
    invitations_wanted: fn(u64) -> String,
    nothing_sent: &'static str,
    hidden_by_filter: fn(usize) -> String,
    rows_joined: fn(u64) -> String,
    partners_apart: fn(u64) -> String,
    button_import: fn(u64, u64) -> String,
} }
