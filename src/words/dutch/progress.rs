//! Work under way, in Dutch.

use crate::words::progress::ProgressWords;

pub(super) const WORDS: ProgressWords = ProgressWords {
    opening: |file| format!("{file} wordt geopend"),
    preparing: "Het overzicht wordt gemaakt",
    weighing: "Nagaan wat elke regel zou doen",
    committing: "Bezig met schrijven in Instroom",
    refreshing: "De opslag wordt opnieuw gelezen",
    writing_template: "Het sjabloon wordt geschreven",
    writing_plan: "Het plan wordt geschreven",
    exporting: "Het bestand wordt geschreven",
    can_be_stopped: "{cancel} stopt",
    ends_whole: "alles of niets: {cancel} stopt vóór het definitief is",
    ends_by_itself: "kan niet gestopt worden, eindigt vanzelf",
    left: |time| format!("nog ongeveer {time} voor deze stap"),
    beginning: "het begint ...",
    stage_reading: "Werkmap lezen",
    stage_reading_store: "Opslag lezen",
    stage_judging: "Rijen nakijken",
    stage_matching: "Vergelijken met Instroom",
    stage_weighing: "Velden vergelijken",
    stage_preparing: "Berekenen wat geschreven wordt",
    stage_writing: "Klanten schrijven",
    stage_syncing: "Duurzaam vastleggen",
    stage_exporting: "Rijen schrijven",
    stage_answers: "Vragenlijsten lezen",
    stage_backup: "Back-up lezen",
    stage_letters: "Mails wegschrijven",
    stage_sending: "Mails versturen",
    done_of: |done, all| format!("{done} van {all}"),
};
