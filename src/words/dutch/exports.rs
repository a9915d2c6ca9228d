//! Exports in Dutch: their menu, the words in them, the names of their files.

use crate::app::export::{Caption, ExportKind};
use crate::domain::correction::{Corrected, Manner, Obstacle, Signature, Why};
use crate::domain::export::FileFormat;
use crate::words::exports::ExportsWords;
use crate::words::{Told, plural};

pub(super) const WORDS: ExportsWords = ExportsWords {
    caption,
    kind: export,
    the_range: "het bereik",
    masked: "Rijksregisternummers verborgen. {close}, dan {show-numbers} toont ze.",
    shown: "Rijksregisternummers voluit. {close}, dan {show-numbers} verbergt ze.",
    whole: "Rijksregisternummers staan voluit: u verbetert ze.",
    corrected_title: "De verbeterde kopie is er",
    corrected,
    cells: |cells| plural(cells, "cel verbeterd", "cellen verbeterd"),
    part_of_return: |row| format!("Hoort bij de aangifte van rij {row}: wordt niet apart geïmporteerd."),
    problems: "Problemen",
    problem_headings: ["Rij", "Klant", "Veld", "Waarde", "Gewicht", "Wat er fout is", "Wat te doen", "Regel"],
    an_error: "fout",
    a_warning: "waarschuwing",
};

/// A word in an export. Words in the name of a file have no accents and no spaces.
const fn caption(caption: Caption) -> &'static str {
    match caption {
        Caption::Findings => "Bevindingen",
        Caption::Fields => "Velden",
        Caption::Counts => "Aantallen",
        Caption::Report => "Verslag",
        Caption::Weight => "soort",
        Caption::Error => "fout",
        Caption::Warning => "waarschuwing",
        Caption::Field => "veld",
        Caption::Cell => "cel",
        Caption::Value => "waarde",
        Caption::Reason => "reden",
        Caption::Rule => "regel",
        Caption::Suggestion => "voorstel",
        Caption::InStore => "in Instroom",
        Caption::InImport => "in de import",
        Caption::TakenFrom => "overgenomen uit",
        Caption::Store => "Instroom",
        Caption::Import => "import",
        Caption::Both => "beide",
        Caption::Same => "gelijk",
        Caption::Outcome => "resultaat",
        Caption::Added => "toegevoegd",
        Caption::Updated => "bekende klant",
        Caption::LeftAlone => "ongemoeid",
        Caption::NotSelected => "niet geselecteerd",
        Caption::Invalid => "ongeldig",
        Caption::Joined => "samengevoegd met partner",
        Caption::NameNew => "nieuw",
        Caption::NameStore => "enkel-in-instroom",
        Caption::NameDuplicates => "dubbel",
        Caption::NameInvalid => "ongeldig",
        Caption::NameToCorrect => "te-verbeteren",
        Caption::NameCorrected => "verbeterd",
        Caption::NameReport => "verslag",
    }
}

/// A line of the menu.
const fn export(kind: ExportKind) -> &'static str {
    match kind {
        ExportKind::View(FileFormat::Xlsx) => "Deze weergave, voor Excel",
        ExportKind::View(FileFormat::Separated) => "Deze weergave, als gescheiden tekst",
        ExportKind::View(FileFormat::Json) => "Deze weergave, voor programma's",
        ExportKind::InvalidRows => "Ongeldige rijen als sjabloon",
        ExportKind::Corrected => "Uw werkmap, verbeterd, met opmerkingen",
        ExportKind::Report(FileFormat::Xlsx) => "Dit verslag, voor Excel",
        ExportKind::Report(FileFormat::Separated) => "Dit verslag, als gescheiden tekst",
        ExportKind::Report(FileFormat::Json) => "Dit verslag, voor programma's",
    }
}

/// What became of a corrected copy.
fn corrected(corrected: &Corrected) -> Told {
    let counts = format!(
        "{} gewijzigd en gekleurd, {} bij wat nog fout is.",
        plural(corrected.cells_changed, "cel", "cellen"),
        plural(corrected.remarks, "opmerking", "opmerkingen")
    );
    let manner = match (corrected.manner, corrected.signature) {
        (Manner::Kept, Signature::None) => "Al het andere in uw werkmap is zoals het was.".to_owned(),
        (Manner::Kept, Signature::Dropped) => {
            "Al het andere is zoals het was, op de handtekening na: een gewijzigde werkmap verliest die.".to_owned()
        }
        (Manner::Anew(Why::Format(_)), _) => {
            "Het is een nieuwe werkmap met de gelezen rijen: dit formaat kan gelezen worden, niet geschreven.".to_owned()
        }
        (Manner::Anew(Why::Obstacle(obstacle)), _) => {
            format!("Het is een nieuwe werkmap met de gelezen rijen. {}", obstacle_in_words(obstacle))
        }
    };
    let problems = corrected.problems.as_ref().map(|name| format!("Wat nog fout is, staat op het blad {name}."));
    Told::new(counts, manner, problems.unwrap_or_default())
}

/// What stands in the way of changing a workbook.
pub(super) const fn obstacle_in_words(obstacle: Obstacle) -> &'static str {
    match obstacle {
        Obstacle::Strict => "Ze staat in de strikte vorm van het formaat, die geen plaats heeft voor opmerkingen.",
        Obstacle::SpreadFormula => "Een gewijzigde cel hoort bij een formule die meerdere cellen vult.",
        Obstacle::TableHeading => "Een gewijzigde cel is de kop van een tabel.",
        Obstacle::Disorder => "De rijen of cellen staan niet op volgorde.",
        Obstacle::NoColumn => "Achter de laatste kolom is er geen meer vrij.",
        Obstacle::Formats => "Ze heeft zoveel celformaten als een werkmap kan hebben.",
        Obstacle::Drawing => "De tekeningen van de opmerkingen zijn van onbekende makelij.",
        Obstacle::Unknown => "De onderdelen zitten op een onbekende manier in elkaar.",
    }
}
