//! What stands in front of a screen, in English.

use crate::app::log_place::LogPlace;
use crate::words::front::FrontWords;

pub(super) const WORDS: FrontWords = FrontWords {
    fault_title: "This did not work",
    log: |place| match place {
        LogPlace::Unasked => String::new(),
        LogPlace::Kept(path) => format!("Log: {path}"),
        LogPlace::Refused(path, why) => format!("No log: {path} cannot be written ({why})"),
        LogPlace::Nowhere => "No log: there is no home folder".to_owned(),
    },
    button_back: "Back",
    button_headings: "Choose sheet and headings",
    button_again: "Try again",
    button_refresh: "See what moved",
    leave: "leave",
    leave_title: "Leave this import?",
    leave_text: "Your marks and choices for this file that were not imported yet are lost. The file and the store stay as they are.",
    leave_button: "Leave",
    typed_title: "Leave what you typed?",
    typed_text: "What you typed is in no field yet. {choose} goes on typing.",
    typed_on: "Go on typing",
    typed_button: "Throw it away",
    reopen_title: "Open with other headings?",
    reopen_text: "Your marks and choices for this file that were not imported yet begin anew.",
    reopen_button: "Open",
    replace_title: "Replace the file?",
    replace_text: |path| format!("{path} is there already. Replacing it loses what is in it."),
    replace_button: "Replace",
    path_of_workbook: "Path of the workbook",
    path_of_template: "Write the template to",
    path_of_plan: "Write the plan to",
    path_of_export: "Export to",
    tab_completes: "{right} completes   {choose} accepts   {close} leaves",
};
