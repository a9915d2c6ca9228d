//! What was done in the store, in Dutch.

use super::register;
use crate::domain::amendment::Deed;
use crate::domain::history::{DossierEvent, Source};
use crate::domain::taking_back::{Part, Release, Untakable, WhyKept};
use crate::domain::trouble::Trouble;
use crate::words::{PastWords, noun, plural};

pub(super) const WORDS: PastWords = PastWords {
    deed,
    source,
    event,
    tally: |added, changed, gone, dossiers| {
        format!("{added} nieuw, {changed} gewijzigd, {gone} weg, {}", plural(dossiers, "dossier", "dossiers"))
    },
    taken_back_by: |number| format!("teruggenomen door {number}"),
    dossier: "Dossier van",
    nothing_yet: "Hier is nog niets geschreven.",
    before: |value| format!("voordien: {value}"),
    no_value: "(leeg)",
    empty_before: "voordien leeg",
    unknown_moment: "onbekend",
    no_customer: |id| format!("Er is geen klant {id}, en die was er nooit."),
    part: |part| match part {
        Part::Customer => "de klant".to_owned(),
        Part::Field(field) => super::trade::field(*field).to_owned(),
        Part::Dossier(flow) => format!("het dossier in {flow}"),
    },
    why,
    untakable: |untakable, when| match untakable {
        Untakable::NoSuchImport(import) => format!("Er is geen import {}. instroom history toont ze.", import.0),
        Untakable::NotAnImport(number) => format!("Nummer {} is geen import: enkel een import kan worden teruggenomen.", number.0),
        Untakable::Already { import, by, who, .. } => {
            format!("Import {} is al teruggenomen, door {who} op {when}, als nummer {}.", import.0, by.0)
        }
    },
    customers_go: |count| if count == 1 { "nieuwe klant gaat weg" } else { "nieuwe klanten gaan weg" },
    values_come_back: |count| if count == 1 { "waarde wordt weer wat ze was" } else { "waarden worden weer wat ze waren" },
    dossiers_go: |count| if count == 1 { "dossier gaat weg" } else { "dossiers gaan weg" },
    customers_kept: |count| if count == 1 { "nieuwe klant blijft" } else { "nieuwe klanten blijven" },
    values_kept: |count| if count == 1 { "waarde blijft" } else { "waarden blijven" },
    dossiers_kept: |count| if count == 1 { "dossier blijft" } else { "dossiers blijven" },
    gone_already: |count| if count == 1 { "klant was al weg" } else { "klanten waren al weg" },
    erased: |count| if count == 1 { "klant werd met zijn gegevens verwijderd" } else { "klanten werden met hun gegevens verwijderd" },
    kept_more: |count| {
        if count == 1 { "en nog 1 klant van wie iets blijft".to_owned() } else { format!("en nog {count} klanten van wie iets blijft") }
    },
    dry_run: "Enkel gekeken: er is niets geschreven.",
    say_yes: "Om de import terug te nemen: voeg --yes toe.",
    in_vain: "Er is niets teruggenomen: alles wat er van deze import nog is, werd sindsdien gebruikt en blijft.",
    once_only: "Wat blijft, blijft voorgoed: een import neemt u één keer terug.",
    free_first: "Om meer terug te nemen, doet u dit eerst:",
    release: |release| match release {
        Release::Withdraw => "Trek de mails in die nog in de outbox staan.".to_owned(),
        Release::TakeBack(import) => format!("Neem import {} terug.", import.0),
        Release::Unlink(flow) => format!("Ontkoppel de klanten van {flow}."),
        Release::BringBack(flow) => format!("Haal {flow} terug uit het archief."),
    },
    taken_back: |import, number| format!("Import {import} is teruggenomen, als nummer {number}."),
    no_store: "Er is hier nog geen opslag.",
    customers: |count| noun(count, "klant", "klanten"),
    dossiers: |count| noun(count, "dossier nu", "dossiers nu"),
    commits: |count| noun(count, "schrijfbeurt", "schrijfbeurten"),
    commit: |number| format!("schrijfbeurt {number}"),
    lessons: |count| noun(count, "onthouden keuze", "onthouden keuzes"),
    mappings: |count| noun(count, "bewaarde kolomkeuze", "bewaarde kolomkeuzes"),
    sound: "De opslag is in orde.",
    unsound: |count| format!("De opslag is niet in orde: {}.", plural(count, "gebrek", "gebreken")),
    put_copy_back: "Wijzig er niets in en zet een kopie terug.",
    trouble,
};

fn deed(deed: &Deed) -> String {
    match deed {
        Deed::Import => "import".to_owned(),
        Deed::TakenBack { import } => format!("import {} teruggenomen", import.0),
        Deed::Added => "klanten met de hand toegevoegd".to_owned(),
        Deed::Edited => "klanten bewerkt".to_owned(),
        Deed::Removed => "klanten verwijderd".to_owned(),
        Deed::FlowMade(flow) => format!("taskflow {flow} gemaakt"),
        Deed::FlowChanged(flow) => format!("taskflow {flow} gewijzigd"),
        Deed::Linked(flow) => format!("klanten gekoppeld aan {flow}"),
        Deed::Unlinked(flow) => format!("klanten ontkoppeld van {flow}"),
        Deed::Completed(flow) => format!("dossiers aangevuld in {flow}"),
        Deed::Mailed(flow) => format!("mails van {flow} genoteerd"),
        Deed::Answered(flow) => format!("antwoorden overgenomen in {flow}"),
        Deed::AnsweredSeveral(flows) => {
            format!("antwoorden overgenomen in {}", flows.iter().map(|flow| flow.0.as_str()).collect::<Vec<_>>().join(", "))
        }
        Deed::Closed(flow) => format!("dossiers afgesloten of heropend in {flow}"),
        Deed::Rescheduled(flow) => format!("uiterste datum gewijzigd in {flow}"),
        Deed::Reworked(flow) => format!("taal of vragenlijst gewijzigd in {flow}"),
    }
}

fn source(source: &Source) -> String {
    match source {
        Source::Import { file, row: Some(row) } => format!("{file}, rij {row}"),
        Source::Import { file, row: None } => format!("werkmap {file}"),
        Source::TakenBack { import } => format!("import {} teruggenomen", import.0),
        Source::Returned { flow, file: Some(file) } => format!("antwoord in {file} ({flow})"),
        Source::Returned { flow, file: None } => format!("antwoord in de vragenlijst van {flow}"),
        Source::Deed(of) => deed(of),
        Source::Unknown => "het journaal weet het niet".to_owned(),
    }
}

fn event(event: &DossierEvent) -> String {
    match event {
        DossierEvent::Linked { answers } => format!("gekoppeld, met {}", plural(*answers, "antwoord", "antwoorden")),
        DossierEvent::Unlinked => "ontkoppeld".to_owned(),
        DossierEvent::Status { before, after } => format!("{}, voordien: {}", register::status(*after), register::status(*before)),
        DossierEvent::Reminded { reminders } => format!("herinnering {reminders} verzonden"),
        DossierEvent::Deadline { before, after } => format!("uiterste datum {}, voordien: {}", day(*after), day(*before)),
        DossierEvent::Answers { changed } => format!("{} gewijzigd", plural(*changed, "antwoord", "antwoorden")),
        DossierEvent::Form => "andere vragenlijst, taal of wens voor een mail".to_owned(),
    }
}

fn why(why: &WhyKept) -> String {
    match why {
        WhyKept::Changed(by) => format!("sindsdien gewijzigd, in nummer {}", by.0),
        WhyKept::Linked(flow) => format!("sindsdien gekoppeld aan {flow}"),
        WhyKept::Progressed(flow, to) => format!("het dossier in {flow} is verder: {}", register::status(*to)),
        WhyKept::InOutbox(flow) => format!("een mail van het dossier in {flow} staat in de outbox"),
        WhyKept::Archived(flow) => format!("{flow} is gearchiveerd: zijn dossiers zijn alleen te lezen"),
        WhyKept::WithCustomer(flow) => format!("de klant blijft, dus ook het dossier in {flow}"),
        WhyKept::Completed(flow, by) => format!("het dossier in {flow} is sindsdien aangevuld, in nummer {}", by.0),
    }
}

fn trouble(trouble: &Trouble) -> String {
    match trouble {
        Trouble::Record { customer, version, detail } => {
            format!("Klant {customer} is onleesbaar zoals nummer {} die schreef: {detail}.", version.0)
        }
        Trouble::Keys { customer, version } => format!("Klant {customer} is niet te vinden met de waarden van nummer {}.", version.0),
        Trouble::Customers { said, found } => format!("Klanten: {found} geteld, {said} genoteerd."),
        Trouble::NextNumber { customer } => format!("Klant {customer} heeft een nummer dat nog niet is gegeven."),
        Trouble::Dossier { flow, customer, detail } => format!("Het dossier van {customer} in {flow}: {detail}."),
        Trouble::Stranded { flow, customer } => format!(
            "Dossier van {customer} in {flow}: er zou een mail onderweg zijn, maar de outbox kent er geen. De volgende start vraagt ernaar."
        ),
        Trouble::Journal { revision, detail } => format!("Journaal, nummer {}: {detail}.", revision.0),
        Trouble::Outcomes { revision, detail } => format!("Wat nummer {} deed, is niet wat genoteerd werd: {detail}.", revision.0),
        Trouble::Name { commit } => format!("Schrijfbeurt {} is niet te vinden met haar naam.", commit.0),
        Trouble::Lesson { revision, detail } => format!("Geleerd in nummer {}: {detail}.", revision.0),
        Trouble::Mapping { detail } => format!("Een bewaarde kolomkeuze: {detail}."),
        Trouble::Above { tree, count } => format!("Achtergebleven in {tree}: {}.", plural(*count, "waarde", "waarden")),
    }
}

fn day(day: jiff::civil::Date) -> String {
    day.strftime("%d/%m/%Y").to_string()
}
