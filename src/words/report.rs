//! The phrases of the report: what became of the rows of an import, and where to go from there.

phrases! { ReportWords {
    title: &'static str,
    import_number: fn(u64) -> String,
    done: fn(u64, u64, u64, u64) -> String,
    added: fn(u64) -> &'static str,
    updated: fn(u64) -> &'static str,
    left_alone: fn(u64) -> &'static str,
    not_selected: fn(u64) -> &'static str,
    invalid_rows: fn(u64) -> &'static str,
    total: fn(u64) -> &'static str,
    added_note: fn(&str) -> String,
    can_be_fixed: &'static str,
    next: &'static str,
    next_rows: &'static str,
    next_invalid: &'static str,
    next_another: &'static str,
    next_start: &'static str,
} }
