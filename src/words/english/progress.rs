//! Work under way, in English.

use crate::words::progress::ProgressWords;

pub(super) const WORDS: ProgressWords = ProgressWords {
    opening: |file| format!("Opening {file}"),
    preparing: "Making the summary",
    weighing: "Counting what each rule would do",
    committing: "Writing to the store",
    refreshing: "Reading the store again",
    writing_template: "Writing the template",
    writing_plan: "Writing the plan",
    exporting: "Writing the file",
    can_be_stopped: "{cancel} stops",
    ends_whole: "all or nothing: {cancel} stops before it counts",
    ends_by_itself: "cannot be stopped, ends by itself",
    left: |time| format!("about {time} to go in this step"),
    beginning: "beginning ...",
    stage_reading: "Reading the workbook",
    stage_reading_store: "Reading the store",
    stage_judging: "Checking the rows",
    stage_matching: "Comparing with the store",
    stage_weighing: "Comparing fields",
    stage_preparing: "Computing what will be written",
    stage_writing: "Writing customers",
    stage_syncing: "Making it durable",
    stage_exporting: "Writing rows",
    stage_answers: "Reading questionnaires",
    stage_backup: "Reading the backup",
    stage_letters: "Writing mails",
    stage_sending: "Sending mails",
    done_of: |done, all| format!("{done} of {all}"),
};
