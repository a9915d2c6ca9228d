//! The page of one customer, in English.

use crate::app::person::{PersonNotice, PersonTask};
use crate::domain::person::{Part, Wish};
use crate::words::{PersonWords, plural};

pub(super) const WORDS: PersonWords = PersonWords {
    title: "Customer",
    title_new: "New customer",
    save_changes: |fields| format!("Save {}", plural(fields, "changed field", "changed fields")),
    add_button: |name| format!("Add {name}"),
    unsaved: |fields| format!("{}, not saved", plural(fields, "field changed", "fields changed")),
    part: |part| match part {
        Part::Person => "Person",
        Part::Address => "Address",
        Part::Office => "Kept by the office",
        Part::Partner => "Partner in a joint return",
    },
    required: "(required)",
    in_store: "In the store",
    offer_stored: "as the store has it",
    stood: "It is stored so: it does not bar saving other fields.",
    taken: |field, whom| format!("{field}: belongs to {whom} already."),
    unapplied: |field, theirs, mine| format!("{field}: somebody else stored {theirs} meanwhile, so {mine} was not kept."),
    doubt: |whom, ground| format!("May be the same as {whom}: {ground}."),
    follows: |flow, answers| match answers {
        0 => format!("The dossier of {flow} follows."),
        1 => format!("The dossier of {flow} follows: 1 answer."),
        many => format!("The dossier of {flow} follows: {many} answers."),
    },
    will_follow: |flows| format!("Nothing has left for {flows} yet: that dossier follows what you change here."),
    lines_by_j: |lines| format!("{}: {{pane-down}} scrolls", plural(lines, "more line", "more lines")),
    no_dossier: "No dossier yet: {questionnaire} chooses a questionnaire, {task-flow} another task flow.",
    no_language: "no language chosen ({language})",
    dossier: |flow, questionnaire, language| format!("A dossier comes with it: {flow}, {questionnaire}, {language}."),
    dossiers: "The dossiers",
    standing: "Nothing is saved before {save-customer}.",
    nothing_saved_yet: "Nothing is saved by this yet.",
    leave_title: "Not saved",
    leave_text: "What you changed on this page is not saved. Leaving throws it away.",
    save_title: "The same person?",
    save_text: |whom, ground| format!("This may be the same person as {whom}: {ground}. Saving keeps both customers."),
    save_button: "Save all the same",
    notice,
    task: |task| match task {
        PersonTask::Opening => "Opening the customer",
        PersonTask::Saving => "Saving the customer",
        PersonTask::Preparing => "Looking at what changes",
        PersonTask::Changing(_) => "Changing the customers",
        PersonTask::Removing(_) => "Removing",
        PersonTask::Recalling => "Reading the history",
    },
    remove_title: "Remove",
    remove_goes: |customers, dossiers| {
        let dossiers = plural(dossiers, "dossier with its answers", "dossiers with their answers");
        format!("What goes, for good: {}, {dossiers}, and the history.", plural(customers, "customer", "customers"))
    },
    remove_stays: "What stays: that somebody was removed, when and by whom, without a name. Drafts of workbooks, backups and the outbox may still hold the name until they go themselves.",
    remove_partner: |names| format!("The national number stays as the partner's with {names}."),
    remove_type: |wanted| format!("To remove, type: {wanted}"),
    remove_foot: "{choose} removes, {close} goes back",
    wish: |wish| match wish {
        Wish::AddLabels => "Add labels",
        Wish::RemoveLabels => "Take labels away",
        Wish::Responsible => "Another colleague in charge",
    },
    wish_hint: |wish| match wish {
        Wish::AddLabels | Wish::RemoveLabels => "Several labels: a comma between them.",
        Wish::Responsible => "The e-mail address of a colleague; empty leaves nobody in charge.",
    },
    wish_foot: "{choose} shows what changes",
    customers: |count| plural(count, "customer", "customers"),
    many_foot: "{choose} saves it, {close} goes back",
    many_counts: |changes, unchanged| {
        let changes = plural(changes, "customer will change", "customers will change");
        if unchanged == 0 { format!("{changes}.") } else { format!("{changes}, {unchanged} have it so already.") }
    },
    many_dossiers: |count| plural(count, "dossier that was not sent yet follows.", "dossiers that were not sent yet follow."),
    many_unreadable: |count| {
        plural(count, "customer is no longer there or cannot be read.", "customers are no longer there or cannot be read.")
    },
    history_title: "History",
};

fn notice(notice: &PersonNotice) -> String {
    match notice {
        PersonNotice::Saved(fields) => {
            format!("Saved: {}. {{customer-history}} shows what was there before.", plural(*fields, "field", "fields"))
        }
        PersonNotice::Added(name) => format!("{name} was added."),
        PersonNotice::Removed(count) => format!("Removed: {}.", plural(*count, "customer", "customers")),
        PersonNotice::Changed(count) => format!("Changed: {}.", plural(*count, "customer", "customers")),
        PersonNotice::NothingToSave => "Nothing is changed that could be saved.".to_owned(),
        PersonNotice::Barred(fields) => {
            let names: Vec<&str> = fields.iter().take(2).map(|field| super::trade::field(*field)).collect();
            format!("Not saved, put right first: {}.", names.join(", "))
        }
        PersonNotice::Separated(fields) => {
            format!("Emptied, with {} of the partner. {{undo}} undoes it.", plural(*fields, "other field", "other fields"))
        }
        PersonNotice::TakenUp(fields, when) => {
            format!("{} of {when} not saved yet: {{save-customer}} saves.", plural(*fields, "edit", "edits"))
        }
        PersonNotice::MadeAgain(0) => "A colleague was faster. Your edits are made again: {save-customer} saves.".to_owned(),
        PersonNotice::MadeAgain(lost) => {
            format!("A colleague was faster: {} left out, see the pane.", plural(*lost, "edit is", "edits are"))
        }
        PersonNotice::NotConfirmed => "Nothing removed: type exactly what is asked, or press {close}.".to_owned(),
        PersonNotice::InTheMail(_) => "A mail to this customer waits: withdraw it first.".to_owned(),
        PersonNotice::NobodyChanges => "Nobody changes: all of them have it so already.".to_owned(),
        PersonNotice::StoreNotRead => "The store is not read yet. Try again in a moment.".to_owned(),
        PersonNotice::OnlyNewcomers => "Only for new customers: a stored one has its dossiers.".to_owned(),
    }
}
