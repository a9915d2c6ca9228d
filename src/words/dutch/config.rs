//! What the settings come to, in Dutch.

use crate::domain::draft::Unmet;
use crate::words::config::ConfigWords;

pub(super) const WORDS: ConfigWords = ConfigWords {
    usual: "standaard",
    not_set: "niet ingesteld",
    read: "gelezen",
    faulty: "gelezen, met fouten (instroom config check)",
    keys: "uw toetsen",
    not_there: "niet aanwezig",
    unreadable: "niet leesbaar",
    by_person: "door u genoemd",
    of_person: "van u",
    of_machine: "van deze machine",
    sound: "Alle instellingen zijn in orde.",
    chosen: |chosen| format!("Volgens uw instellingen: {chosen}"),
    in_settings: "in uw instellingen",
    unmet: |unmet| match unmet {
        Unmet::Flow(flow) => format!("Instellingen: taskflow {} staat hier niet open.", flow.0),
        Unmet::Questionnaire(asked, Some(flow)) => format!("Instellingen: {} biedt vragenlijst {asked} niet aan.", flow.0),
        Unmet::Questionnaire(asked, None) => format!("Instellingen: geen taskflow biedt vragenlijst {asked} aan."),
    },
};
