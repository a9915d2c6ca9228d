//! What the settings come to, in French.

use crate::domain::draft::Unmet;
use crate::words::config::ConfigWords;

pub(super) const WORDS: ConfigWords = ConfigWords {
    usual: "par défaut",
    not_set: "non réglé",
    read: "lu",
    faulty: "lu, avec des erreurs (instroom config check)",
    keys: "vos touches",
    not_there: "absent",
    unreadable: "illisible",
    by_person: "désigné par vous",
    of_person: "le vôtre",
    of_machine: "de cette machine",
    sound: "Tous les réglages sont en ordre.",
    chosen: |chosen| format!("Selon vos réglages\u{a0}: {chosen}"),
    in_settings: "dans vos réglages",
    unmet: |unmet| match unmet {
        Unmet::Flow(flow) => format!("Réglages\u{a0}: le flux {} n'est pas ouvert ici.", flow.0),
        Unmet::Questionnaire(asked, Some(flow)) => format!("Réglages\u{a0}: {} ne propose pas le questionnaire {asked}.", flow.0),
        Unmet::Questionnaire(asked, None) => format!("Réglages\u{a0}: aucun flux ne propose le questionnaire {asked}."),
    },
};
