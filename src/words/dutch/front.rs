//! What stands in front of a screen, in Dutch.

use crate::app::log_place::LogPlace;
use crate::words::front::FrontWords;

pub(super) const WORDS: FrontWords = FrontWords {
    fault_title: "Dit is niet gelukt",
    log: |place| match place {
        LogPlace::Unasked => String::new(),
        LogPlace::Kept(path) => format!("Logboek: {path}"),
        LogPlace::Refused(path, why) => format!("Geen logboek: {path} kan niet beschreven worden ({why})"),
        LogPlace::Nowhere => "Geen logboek: er is geen thuismap".to_owned(),
    },
    button_back: "Terug",
    button_headings: "Kies blad en koppen",
    button_again: "Probeer opnieuw",
    button_refresh: "Bekijk wat veranderde",
    leave: "sluiten",
    leave_title: "Deze import verlaten?",
    leave_text: "Wat u voor dit bestand koos en nog niet importeerde, gaat verloren. Het bestand en de opslag blijven zoals ze zijn.",
    leave_button: "Verlaat",
    typed_title: "Stoppen met typen?",
    typed_text: "Wat u typte, staat nog in geen enkel veld. Met {choose} typt u verder.",
    typed_on: "Typ verder",
    typed_button: "Gooi weg",
    reopen_title: "Met andere koppen openen?",
    reopen_text: "Wat u voor dit bestand koos en nog niet importeerde, begint opnieuw.",
    reopen_button: "Open",
    replace_title: "Het bestand vervangen?",
    replace_text: |path| format!("{path} bestaat al. Wie het vervangt, verliest wat erin staat."),
    replace_button: "Vervang",
    path_of_workbook: "Pad van de werkmap",
    path_of_template: "Bewaar het sjabloon als",
    path_of_plan: "Bewaar het plan als",
    path_of_export: "Exporteer naar",
    tab_completes: "{right} vult aan   {choose} bevestigt   {close} sluit",
};
