//! Messages in Dutch.

use super::trade;
use crate::app::model::Notice;
use crate::domain::draft::Refusal;
use crate::words::plural;

pub(super) fn notice(notice: &Notice) -> String {
    match notice {
        Notice::Refused(refusal) => refused(*refusal).to_owned(),
        Notice::InvalidRow => "Een rij met een fout kan niet mee: zie het paneel.".to_owned(),
        Notice::HasDossier => "Heeft al een dossier in deze taskflow. Enter kiest velden.".to_owned(),
        Notice::OnlyLook => "Deze klanten staan al in Instroom; hier gebeurt er niets mee.".to_owned(),
        Notice::ChooseFlowFirst => "Kies eerst de taskflow (W): daarbij horen de vragenlijsten.".to_owned(),
        Notice::NothingToTake => "In dit veld valt er niets over te nemen uit de import.".to_owned(),
        Notice::NothingToUndo { committed: true } => "Wat geïmporteerd is, neemt u hier niet terug.".to_owned(),
        Notice::NothingToUndo { committed: false } => "Er valt niets terug te nemen.".to_owned(),
        Notice::NothingToRedo => "Er is niets teruggenomen.".to_owned(),
        Notice::Undone => "Teruggenomen. Toets U maakt het opnieuw.".to_owned(),
        Notice::Redone => "Opnieuw gemaakt.".to_owned(),
        Notice::NothingToMark => "Geen keuze gewijzigd.".to_owned(),
        Notice::Marked(rows) => format!("{} gewijzigd. Toets u neemt dat terug.", plural(*rows, "keuze", "keuzes")),
        Notice::NoMore => "In deze richting is er niets meer.".to_owned(),
        Notice::Numbers(true) => "Rijksregisternummers zijn zichtbaar. m verbergt ze.".to_owned(),
        Notice::Numbers(false) => "Rijksregisternummers zijn verborgen. m toont ze.".to_owned(),
        Notice::TemplateWritten(path) => format!("Sjabloon bewaard: {path}"),
        Notice::Stopped => "Gestopt. Er is niets gewijzigd.".to_owned(),
        Notice::Stopping => "Bezig met stoppen ...".to_owned(),
        Notice::Refreshed => "Opslag opnieuw gelezen. Bekijk de tabbladen, dan weer I.".to_owned(),
        Notice::NoPath => "Typ eerst een pad.".to_owned(),
        Notice::Sorted(column, false) => format!("Gesorteerd op \"{}\". Nog eens: omgekeerd.", trade::column(*column)),
        Notice::Sorted(column, true) => format!("Omgekeerd op \"{}\". Nog eens: zoals het bestand.", trade::column(*column)),
        Notice::Unsorted => "In de volgorde van het bestand.".to_owned(),
        Notice::LastColumn => "Eén kolom moet blijven staan.".to_owned(),
        Notice::NotHere => "Die toets doet hier niets. ? toont de toetsen.".to_owned(),
        Notice::Demo => super::WORDS.demo.to_owned(),
        Notice::NotRead(headings) => (super::WORDS.columns_not_read)(headings),
        Notice::DraftKept => "Concept bewaard. Toets r op dit scherm gaat ermee verder.".to_owned(),
        Notice::TakenUp(when) => format!("Verder met het concept van {when}."),
        Notice::NoDrafts => "Er zijn geen concepten.".to_owned(),
        Notice::PastedText => "Een geplakt pad opent een werkmap, enkel op het startscherm.".to_owned(),
    }
}

const fn refused(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::NoLanguage => "Kies eerst een taal (T): voor rijen die er geen noemen.",
        Refusal::NoQuestionnaire => "Kies eerst een vragenlijst (Q): elke nieuwe klant krijgt die.",
        Refusal::NoFlow => "Kies eerst de taskflow (W).",
        Refusal::LanguageNotOffered => "Deze vragenlijst bestaat niet in die taal: kies (T of Q).",
        Refusal::Nothing => "Niets te importeren: kies rijen (Space) of velden (Enter).",
    }
}
