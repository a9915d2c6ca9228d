//! De imports die gemaakt werden, in het Nederlands.

use crate::app::past::{Fate, ToldColumn};
use crate::words::{ToldWords, enumerated, noun, plural};

pub(super) const WORDS: ToldWords = ToldWords {
    column,
    fate: |fate| match fate {
        Fate::Goes => "verdwijnt",
        Fate::ComesBack => "komt terug",
        Fate::Stays => "blijft",
    },
    no_imports: "Er werd nog niets geïmporteerd.",
    no_rows: "Van deze import zijn geen rijen bewaard.",
    nothing_left: "Van deze import staat niets meer in de opslag.",
    with_row: |row| format!("samen met rij {row}"),
    stored_now: "Nu bewaard voor",
    not_there: "Deze klant is er niet meer.",
    now: "nu",
    then: "wordt weer",
    by: |who, when| format!("door {who} op {when}"),
    file: "bestand",
    sheet: "blad",
    sheet_and_row: |sheet, row| format!("{sheet}, koppen op rij {row}"),
    dossiers: "nieuwe dossiers",
    lessons: "onthouden keuzes",
    changed_since: |changed, wrote| match changed {
        0 => format!("Geen van de {} is sindsdien gewijzigd.", plural(wrote, "geschreven klant", "geschreven klanten")),
        _ => format!("{changed} van de {} sindsdien gewijzigd of weg.", plural(wrote, "geschreven klant", "geschreven klanten")),
    },
    fingerprint: "vingerafdruk",
    import: |number, file| format!("Import {number}: {file}"),
    takes_back: |number, file| format!("Import {number} terugnemen: {file}"),
    took_back: |import, number| format!("Import {import} is teruggenomen, als nummer {number}"),
    reverses: |customers, values, dossiers| {
        format!(
            "Weg: {}, {}. Terug: {}.",
            plural(customers, "klant", "klanten"),
            plural(dossiers, "dossier", "dossiers"),
            plural(values, "waarde", "waarden")
        )
    },
    keeps: |customers, values, dossiers| {
        format!(
            "Blijft: {}, {}, {}.",
            plural(customers, "klant", "klanten"),
            plural(values, "waarde", "waarden"),
            plural(dossiers, "dossier", "dossiers")
        )
    },
    gone: |gone, erased| format!("Al weg: {gone}. Met gegevens verwijderd: {erased}."),
    looking_back: "De import wordt opgezocht",
    weighing: "Nagaan wat terugnemen zou doen",
    taking_back: "De import wordt teruggenomen",
    ask_title: "Import terugnemen",
    ask_text: |import, counts| {
        let (goes, stays) = (counts.customers + counts.dossiers, counts.kept_customers + counts.kept_fields + counts.kept_dossiers);
        let gone = enumerated(&[(counts.customers, ["klant", "klanten"]), (counts.dossiers, ["dossier", "dossiers"])], "en");
        let kept = [
            (counts.kept_customers, ["klant", "klanten"]),
            (counts.kept_fields, ["waarde", "waarden"]),
            (counts.kept_dossiers, ["dossier", "dossiers"]),
        ];
        let mut text = format!("Import {import} terugnemen?");
        if goes > 0 {
            text += &format!(" {gone} {}.", noun(goes, "verdwijnt", "verdwijnen"));
        }
        if counts.fields > 0 {
            let becomes = noun(counts.fields, "wordt weer wat ze was", "worden weer wat ze waren");
            text += &format!(" {} {becomes}.", plural(counts.fields, "waarde", "waarden"));
        }
        if stays > 0 {
            let used = noun(stays, "werd sindsdien gebruikt en blijft", "werden sindsdien gebruikt en blijven");
            text += &format!(" {} {used}.", enumerated(&kept, "en"));
        }
        text + " Dat is zelf niet ongedaan te maken."
    },
    ask_button: "Terugnemen",
    again_button: "Opnieuw nagaan",
    do_imports: "{open}: de rijen. {take-back}: terugnemen. {all-commits}: ook al de rest.",
    do_rows: "{open}: naar de klant. {take-back}: de import terugnemen. {group}: groeperen.",
    do_preview: "Nog niets gedaan. {take-back} neemt de hele import terug; {group} groepeert.",
    do_receipt: "Gedaan. Wat bleef, staat hier met de reden.",
    is_taken_back: "Deze import is al teruggenomen.",
    no_import: "Enkel een import kan worden teruggenomen.",
    nobody_there: "Deze rij hoort bij geen klant die er nog is.",
    file_rows: "rijen",
    file_back: "terugnemen",
};

pub(super) const fn column(column: ToldColumn) -> &'static str {
    match column {
        ToldColumn::Number => "volgnr",
        ToldColumn::When => "wanneer",
        ToldColumn::Who => "wie",
        ToldColumn::What => "wat",
        ToldColumn::Added => "nieuw",
        ToldColumn::Changed => "anders",
        ToldColumn::TakenBack => "teruggenomen",
        ToldColumn::Outcome => "uitkomst",
        ToldColumn::Reason => "verklaring",
        ToldColumn::Rules => "regels",
        ToldColumn::Fate => "gevolg",
        ToldColumn::Part => "deel",
        ToldColumn::Now => "nu",
        ToldColumn::Then => "wordt weer",
        ToldColumn::Emptied => "leeg",
        ToldColumn::Unclear => "vaag",
        ToldColumn::Question => "vraag",
        ToldColumn::Known => "bekend",
        ToldColumn::Given => "gegeven",
    }
}
