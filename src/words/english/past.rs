//! What was done in the store, in English.

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
        format!("{added} added, {changed} changed, {gone} gone, {}", plural(dossiers, "dossier", "dossiers"))
    },
    taken_back_by: |number| format!("taken back by {number}"),
    dossier: "Dossier in",
    nothing_yet: "Nothing was written here yet.",
    before: |value| format!("before: {value}"),
    no_value: "(empty)",
    empty_before: "empty before",
    unknown_moment: "unknown",
    no_customer: |id| format!("There is no customer {id}, and never was."),
    part: |part| match part {
        Part::Customer => "the customer".to_owned(),
        Part::Field(field) => super::trade::field(*field).to_owned(),
        Part::Dossier(flow) => format!("the dossier in {flow}"),
    },
    why,
    untakable: |untakable, when| match untakable {
        Untakable::NoSuchImport(import) => format!("There is no import {}. instroom history lists them.", import.0),
        Untakable::NotAnImport(number) => format!("Number {} is no import: only imports can be taken back.", number.0),
        Untakable::Already { import, by, who, .. } => {
            format!("Import {} was taken back already, by {who} on {when}, as number {}.", import.0, by.0)
        }
    },
    customers_go: |count| if count == 1 { "new customer goes" } else { "new customers go" },
    values_come_back: |count| if count == 1 { "value becomes what it was" } else { "values become what they were" },
    dossiers_go: |count| if count == 1 { "dossier goes" } else { "dossiers go" },
    customers_kept: |count| if count == 1 { "new customer stays" } else { "new customers stay" },
    values_kept: |count| if count == 1 { "value stays" } else { "values stay" },
    dossiers_kept: |count| if count == 1 { "dossier stays" } else { "dossiers stay" },
    gone_already: |count| if count == 1 { "customer was gone already" } else { "customers were gone already" },
    erased: |count| if count == 1 { "customer was removed with its data" } else { "customers were removed with their data" },
    kept_more: |count| {
        if count == 1 {
            "and 1 more customer of whom something stays".to_owned()
        } else {
            format!("and {count} more customers of whom something stays")
        }
    },
    dry_run: "Only looked: nothing was written.",
    say_yes: "To take the import back, say --yes.",
    in_vain: "Nothing was taken back: all that is left of this import was used since and is kept.",
    once_only: "What is kept stays for good: an import is taken back once.",
    free_first: "To take back more, do this first:",
    release: |release| match release {
        Release::Withdraw => "Withdraw the mails that are still in the outbox.".to_owned(),
        Release::TakeBack(import) => format!("Take import {} back.", import.0),
        Release::Unlink(flow) => format!("Unlink the customers from {flow}."),
        Release::BringBack(flow) => format!("Bring {flow} back from the archive."),
    },
    taken_back: |import, number| format!("Import {import} is taken back, as number {number}."),
    no_store: "There is no store here yet.",
    customers: |count| noun(count, "customer", "customers"),
    dossiers: |count| noun(count, "dossier now", "dossiers now"),
    commits: |count| noun(count, "commit", "commits"),
    commit: |number| format!("commit {number}"),
    lessons: |count| noun(count, "thing learned", "things learned"),
    mappings: |count| noun(count, "saved mapping", "saved mappings"),
    sound: "The store is sound.",
    unsound: |count| format!("The store is not sound: {}.", plural(count, "trouble", "troubles")),
    put_copy_back: "Change nothing in it, and put a copy back.",
    trouble,
};

fn deed(deed: &Deed) -> String {
    match deed {
        Deed::Import => "import".to_owned(),
        Deed::TakenBack { import } => format!("import {} taken back", import.0),
        Deed::Added => "customers added by hand".to_owned(),
        Deed::Edited => "customers edited".to_owned(),
        Deed::Removed => "customers removed".to_owned(),
        Deed::FlowMade(flow) => format!("task flow {flow} made"),
        Deed::FlowChanged(flow) => format!("task flow {flow} changed"),
        Deed::Linked(flow) => format!("customers linked to {flow}"),
        Deed::Unlinked(flow) => format!("customers unlinked from {flow}"),
        Deed::Completed(flow) => format!("dossiers completed in {flow}"),
        Deed::Mailed(flow) => format!("mails of {flow} noted"),
        Deed::Answered(flow) => format!("answers taken over in {flow}"),
        Deed::AnsweredSeveral(flows) => {
            format!("answers taken over in {}", flows.iter().map(|flow| flow.0.as_str()).collect::<Vec<_>>().join(", "))
        }
        Deed::Closed(flow) => format!("dossiers closed or reopened in {flow}"),
        Deed::Rescheduled(flow) => format!("deadlines changed in {flow}"),
        Deed::Reworked(flow) => format!("language or questionnaire changed in {flow}"),
    }
}

fn source(source: &Source) -> String {
    match source {
        Source::Import { file, row: Some(row) } => format!("{file}, row {row}"),
        Source::Import { file, row: None } => format!("workbook {file}"),
        Source::TakenBack { import } => format!("import {} taken back", import.0),
        Source::Returned { flow, file: Some(file) } => format!("answered in {file} ({flow})"),
        Source::Returned { flow, file: None } => format!("answered in the questionnaire of {flow}"),
        Source::Deed(of) => deed(of),
        Source::Unknown => "the journal does not know".to_owned(),
    }
}

fn event(event: &DossierEvent) -> String {
    match event {
        DossierEvent::Linked { answers } => format!("linked, with {}", plural(*answers, "answer", "answers")),
        DossierEvent::Unlinked => "unlinked".to_owned(),
        DossierEvent::Status { before, after } => format!("{}, before: {}", register::status(*after), register::status(*before)),
        DossierEvent::Reminded { reminders } => format!("reminder {reminders} sent"),
        DossierEvent::Deadline { before, after } => format!("deadline {}, before: {}", day(*after), day(*before)),
        DossierEvent::Answers { changed } => format!("{} changed", plural(*changed, "answer", "answers")),
        DossierEvent::Form => "another questionnaire, language or wish for a mail".to_owned(),
    }
}

fn why(why: &WhyKept) -> String {
    match why {
        WhyKept::Changed(by) => format!("changed since, in number {}", by.0),
        WhyKept::Linked(flow) => format!("linked to {flow} since"),
        WhyKept::Progressed(flow, to) => format!("the dossier in {flow} got further: {}", register::status(*to)),
        WhyKept::InOutbox(flow) => format!("a mail of the dossier in {flow} is in the outbox"),
        WhyKept::Archived(flow) => format!("{flow} is archived: its dossiers are read only"),
        WhyKept::WithCustomer(flow) => format!("its customer is kept, so it stays in {flow}"),
        WhyKept::Completed(flow, by) => format!("the dossier in {flow} was completed since, in number {}", by.0),
    }
}

fn trouble(trouble: &Trouble) -> String {
    match trouble {
        Trouble::Record { customer, version, detail } => {
            format!("Customer {customer} cannot be read as number {} wrote it: {detail}.", version.0)
        }
        Trouble::Keys { customer, version } => format!("Customer {customer} cannot be found by the values of number {}.", version.0),
        Trouble::Customers { said, found } => format!("Customers: counted {found}, noted {said}."),
        Trouble::NextNumber { customer } => format!("Customer {customer} has a number that was not given out yet."),
        Trouble::Dossier { flow, customer, detail } => format!("Dossier of {customer} in {flow}: {detail}."),
        Trouble::Stranded { flow, customer } => format!(
            "Dossier of {customer} in {flow}: it says that a mail is under way, and the outbox knows none. The next start asks about it."
        ),
        Trouble::Journal { revision, detail } => format!("Journal, number {}: {detail}.", revision.0),
        Trouble::Outcomes { revision, detail } => format!("What number {} did is not what was noted: {detail}.", revision.0),
        Trouble::Name { commit } => format!("Commit {} cannot be found by its name.", commit.0),
        Trouble::Lesson { revision, detail } => format!("Learned in number {}: {detail}.", revision.0),
        Trouble::Mapping { detail } => format!("A saved mapping: {detail}."),
        Trouble::Above { tree, count } => format!("Left over in {tree}: {}.", plural(*count, "value", "values")),
    }
}

fn day(day: jiff::civil::Date) -> String {
    day.strftime("%d/%m/%Y").to_string()
}
