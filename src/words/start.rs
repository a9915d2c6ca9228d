//! The phrases of the start screen: what can be done, and what the store holds.

phrases! { StartWords {
    tagline: &'static str,
    what_to_do: &'static str,
    new_import: &'static str,
    new_import_note: &'static str,
    unsaved: fn(usize, usize) -> String,
    unsaved_note: &'static str,
    invite: &'static str,
    invite_note: &'static str,
    answers: &'static str,
    answers_note: &'static str,
    outbox_note: &'static str,
    template: &'static str,
    template_note: &'static str,
    store_reading: &'static str,
    store_none: &'static str,
    store_holds: fn(usize) -> String,
    last_imports: &'static str,
    import_line: fn(&str, &str, &str, u64, u64, u64) -> String,
} }
