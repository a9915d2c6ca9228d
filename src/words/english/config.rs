//! What the settings come to, in English.

use crate::domain::draft::Unmet;
use crate::words::config::ConfigWords;

pub(super) const WORDS: ConfigWords = ConfigWords {
    usual: "default",
    not_set: "not set",
    read: "read",
    faulty: "read, with mistakes (instroom config check)",
    keys: "your keys",
    not_there: "not there",
    unreadable: "cannot be read",
    by_person: "named by you",
    of_person: "yours",
    of_machine: "of this machine",
    sound: "All settings are in order.",
    chosen: |chosen| format!("By your settings: {chosen}"),
    in_settings: "in your settings",
    unmet: |unmet| match unmet {
        Unmet::Flow(flow) => format!("Settings: task flow {} is not open here.", flow.0),
        Unmet::Questionnaire(asked, Some(flow)) => format!("Settings: {} does not offer questionnaire {asked}.", flow.0),
        Unmet::Questionnaire(asked, None) => format!("Settings: no task flow offers questionnaire {asked}."),
    },
};
