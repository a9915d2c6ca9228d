//! Teruggekomen vragenlijsten op het scherm, in het Nederlands.

use crate::words::{ArrivedWords, plural};

pub(super) const WORDS: ArrivedWords = ArrivedWords {
    title: "Teruggekomen antwoorden",
    choose_files: "Welke vragenlijsten kwamen terug?",
    files: |files, refused| match refused {
        0 => plural(files, "bestand", "bestanden"),
        _ => format!("{}, onbruikbaar: {refused}", plural(files, "bestand", "bestanden")),
    },
    chosen: |answers, dossiers| {
        format!("Gekozen: {} voor {}.", plural(answers, "antwoord", "antwoorden"), plural(dossiers, "dossier", "dossiers"))
    },
    record: |field| format!("bij de klant: {field}"),
    record_note: "ook in de klantfiche",
    by_hand: "niet zeker genoeg: pas het aan op de klantfiche",
    partner_name: "naam partner",
    typed: "zelf getypt",
    unreadable: "dit bestand is niet te lezen",
    reading: "Vragenlijsten worden gelezen",
    writing: "Antwoorden worden overgenomen",
    left: "Leeg: alles blijft zoals het is.",
    ask_title: "Antwoorden overnemen",
    ask_text: |answers, dossiers, customers| {
        format!(
            "{} overnemen in {}? Klantfiches die mee wijzigen: {customers}.",
            plural(answers, "antwoord", "antwoorden"),
            plural(dossiers, "dossier", "dossiers")
        )
    },
    ask_button: "Overnemen",
    leave_title: "Nog niets overgenomen",
    leave_text: "Weggaan zonder de antwoorden over te nemen? De bestanden blijven.",
    leave_button: "Weggaan",
    again_button: "Opnieuw lezen",
    do_files: "{open}: de verschillen. {toggle}: niet overnemen. {take-over}: overnemen.",
    do_differences: "{toggle} kiest, {select-all} alles, {select-none} niets; {edit} typt wat bedoeld is. {back}: terug.",
    do_done: "Gedaan. {back} gaat terug.",
    do_pick: |ticked| format!("{{open}} leest wat aangeduid is ({ticked}), of dit ene bestand."),
    nothing_chosen: "Er is niets om over te nemen.",
    no_answer: |why| format!("Dat is geen antwoord: {why}."),
};
