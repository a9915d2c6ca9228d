//! The phrases of what stands in front of a screen: a question before something is lost, a path, a deed that failed.

use crate::app::log_place::LogPlace;
use crate::words::SystemRefused;

phrases! { FrontWords {
    fault_title: &'static str,
    system: fn(SystemRefused) -> &'static str,
    log: fn(&LogPlace) -> String,
    button_back: &'static str,
    button_headings: &'static str,
    button_again: &'static str,
    button_refresh: &'static str,
    leave: &'static str,
    leave_title: &'static str,
    leave_text: &'static str,
    leave_button: &'static str,
    typed_title: &'static str,
    typed_text: &'static str,
    typed_on: &'static str,
    typed_button: &'static str,
    reopen_title: &'static str,
    reopen_text: &'static str,
    reopen_button: &'static str,
    replace_title: &'static str,
    replace_text: fn(&str) -> String,
    replace_button: &'static str,
    path_of_workbook: &'static str,
    path_of_template: &'static str,
    path_of_plan: &'static str,
    path_of_export: &'static str,
    tab_completes: &'static str,
} }
