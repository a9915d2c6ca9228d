//! Het register in het Nederlands.

use crate::app::register::TabKind;
use crate::domain::amendment::Deed;
use crate::domain::dossier::Status;
use crate::words::plural;
use crate::words::register::RegisterWords;

pub(super) const WORDS: RegisterWords = RegisterWords {
    title: "Klanten",
    note: "klanten opzoeken, filteren en selecteren; dossiers op uiterste datum",
    tab,
    // They are short enough for the narrowest window as they are.
    tab_short: tab,
    file_name,
    reading: "De klantenlijst wordt gelezen ...",
    reading_short: "wordt gelezen",
    preparing: |percent| format!("namen {percent}%"),
    stage: "Namen klaarmaken",
    none_stored: "Nog geen klanten. {add-customer} voegt er een toe; {back}, dan {new-import} importeert een werkmap.",
    none_filed: |flow| format!("Geen dossiers in {flow}. {{task-flow}} kiest een andere taskflow."),
    all_flows: "alle taskflows",
    no_dossier: "geen dossier",
    status,
    status_counted: |of, count| format!("{count} {}", status(of)),
    deed,
    since: |day| format!("sinds {day}"),
    changed: |day, by| format!("Laatst gewijzigd op {day}: {by}."),
    not_linked_to: |flow| format!("Geen dossier in {flow}."),
    days_left: |days: i64| match days {
        0 => "vandaag".to_owned(),
        past if past < 0 => format!("{} te laat", plural(past.unsigned_abs(), "dag", "dagen")),
        left => format!("nog {}", plural(left.unsigned_abs(), "dag", "dagen")),
    },
    sent: "verzonden",
    reminded: |count, day| format!("{}, laatst op {day}", plural(count, "herinnering", "herinneringen")),
    wanted: "gewenst",
    not_wanted: "niet gewenst",
    self_employed: "met KBO-nummer",
    not_self_employed: "zonder KBO-nummer",
    only_shown: |shown| format!("Enkel de {shown} die u ziet"),
    also_hidden: |all, hidden| format!("De {all} aangevinkte, waarvan {hidden} verborgen door de filter"),
    marked: |marked, hidden| {
        if hidden == 0 { format!("{marked} geselecteerd") } else { format!("{marked} geselecteerd, {hidden} verborgen") }
    },
    narrowed: "gekozen",
    chosen: |groups| format!("{groups} gekozen"),
    everything: "weer alles tonen",
    narrowed_list: |rows| format!("{} getoond. {{narrow}} beperkt verder, {{close}} toont alles.", plural(rows, "rij", "rijen")),
    do_customers: "{narrow} beperkt op label of status, {add-customer} voegt een klant toe.",
    do_dossiers: "Op uiterste datum. {narrow} beperkt. * is de standaard van de taskflow.",
    next_customers: "De bewaarde klanten bekijken",
};

const fn file_name(tab: TabKind) -> &'static str {
    match tab {
        TabKind::Outbox => "outbox",
        TabKind::Customers => "klanten",
        TabKind::Dossiers => "dossiers",
        TabKind::Flows => "taskflows",
        TabKind::Imports => "imports",
    }
}

const fn tab(tab: TabKind) -> &'static str {
    match tab {
        TabKind::Outbox => "Outbox",
        TabKind::Customers => "Klanten",
        TabKind::Dossiers => "Dossiers",
        TabKind::Flows => "Taskflows",
        TabKind::Imports => "Imports",
    }
}

/// Hoe ver een dossier staat.
pub(super) const fn status(status: Status) -> &'static str {
    match status {
        Status::NotSentYet => "niet verzonden",
        Status::Queued => "in wachtrij",
        Status::Sent => "verzonden",
        Status::Unsure => "onzeker",
        Status::Failed => "mislukt",
        Status::Answered => "beantwoord",
        Status::Closed => "afgesloten",
    }
}

/// Wat een vastlegging was.
const fn deed(deed: &Deed) -> &'static str {
    match deed {
        Deed::Import => "import",
        Deed::TakenBack { .. } => "import teruggenomen",
        Deed::Added => "met de hand toegevoegd",
        Deed::Edited => "bewerkt",
        Deed::Removed => "verwijderd",
        Deed::FlowMade(_) => "taskflow gemaakt",
        Deed::FlowChanged(_) => "taskflow gewijzigd",
        Deed::Linked(_) => "gekoppeld",
        Deed::Unlinked(_) => "ontkoppeld",
        Deed::Completed(_) => "dossier aangevuld",
        Deed::Mailed(_) => "mail verzonden",
        Deed::Answered(_) | Deed::AnsweredSeveral(_) => "antwoorden overgenomen",
        Deed::Closed(_) => "afgesloten of heropend",
        Deed::Rescheduled(_) => "andere uiterste datum",
        Deed::Reworked(_) => "andere taal of vragenlijst",
    }
}
