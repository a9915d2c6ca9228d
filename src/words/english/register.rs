//! The register in English.

use crate::app::register::TabKind;
use crate::domain::amendment::Deed;
use crate::domain::dossier::Status;
use crate::words::plural;
use crate::words::register::RegisterWords;

pub(super) const WORDS: RegisterWords = RegisterWords {
    title: "Customers",
    note: "look up, filter and select who is stored; dossiers by deadline",
    tab,
    // They are short enough for the narrowest window as they are.
    tab_short: tab,
    file_name,
    reading: "The store is being read ...",
    reading_short: "reading",
    preparing: |percent| format!("names {percent}%"),
    stage: "Preparing names",
    none_stored: "No customers yet. {add-customer} adds one; {back}, then {new-import}, imports a workbook.",
    none_filed: |flow| format!("No dossiers in {flow}. {{task-flow}} chooses another task flow."),
    all_flows: "all task flows",
    no_dossier: "no dossier",
    status,
    status_counted: |of, count| format!("{count} {}", status(of)),
    deed,
    since: |day| format!("since {day}"),
    changed: |day, by| format!("Last changed on {day}: {by}."),
    not_linked_to: |flow| format!("No dossier in {flow}."),
    days_left: |days: i64| match days {
        0 => "today".to_owned(),
        past if past < 0 => format!("{} late", plural(past.unsigned_abs(), "day", "days")),
        left => format!("{} left", plural(left.unsigned_abs(), "day", "days")),
    },
    sent: "sent",
    reminded: |count, day| format!("{}, last on {day}", plural(count, "reminder", "reminders")),
    wanted: "wanted",
    not_wanted: "not wanted",
    self_employed: "with an enterprise number",
    not_self_employed: "without an enterprise number",
    only_shown: |shown| format!("Only the {shown} that {} shown", if shown == 1 { "is" } else { "are" }),
    also_hidden: |all, hidden| format!("The {all} marked, {hidden} of them hidden by the filter"),
    marked: |marked, hidden| if hidden == 0 { format!("{marked} selected") } else { format!("{marked} selected, {hidden} hidden") },
    narrowed: "chosen",
    chosen: |groups| format!("{groups} chosen"),
    everything: "everything again",
    narrowed_list: |rows| format!("{} shown. {{narrow}} narrows further, {{close}} shows all.", plural(rows, "row", "rows")),
    do_customers: "{narrow} narrows by label, status and more, {add-customer} adds a customer.",
    do_dossiers: "By deadline. {narrow} narrows, {task-flow} chooses. * is the task flow's default.",
    next_customers: "See the customers that are stored",
};

const fn file_name(tab: TabKind) -> &'static str {
    match tab {
        TabKind::Outbox => "mails",
        TabKind::Customers => "customers",
        TabKind::Dossiers => "dossiers",
        TabKind::Flows => "task-flows",
        TabKind::Imports => "imports",
    }
}

const fn tab(tab: TabKind) -> &'static str {
    match tab {
        TabKind::Outbox => "Outbox",
        TabKind::Customers => "Customers",
        TabKind::Dossiers => "Dossiers",
        TabKind::Flows => "Task flows",
        TabKind::Imports => "Imports",
    }
}

/// How far a dossier is.
pub(super) const fn status(status: Status) -> &'static str {
    match status {
        Status::NotSentYet => "not sent yet",
        Status::Queued => "queued",
        Status::Sent => "sent",
        Status::Unsure => "unsure",
        Status::Failed => "failed",
        Status::Answered => "answered",
        Status::Closed => "closed",
    }
}

/// What a commit was.
const fn deed(deed: &Deed) -> &'static str {
    match deed {
        Deed::Import => "import",
        Deed::TakenBack { .. } => "import taken back",
        Deed::Added => "added by hand",
        Deed::Edited => "edited",
        Deed::Removed => "removed",
        Deed::FlowMade(_) => "task flow made",
        Deed::FlowChanged(_) => "task flow changed",
        Deed::Linked(_) => "linked",
        Deed::Unlinked(_) => "unlinked",
        Deed::Completed(_) => "dossier completed",
        Deed::Mailed(_) => "mail sent",
        Deed::Answered(_) | Deed::AnsweredSeveral(_) => "answers taken over",
        Deed::Closed(_) => "closed or opened again",
        Deed::Rescheduled(_) => "other deadline",
        Deed::Reworked(_) => "other language or questionnaire",
    }
}
