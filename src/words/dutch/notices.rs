//! Messages in Dutch.

use super::{fixing, trade};
use crate::app::model::Notice;
use crate::domain::draft::Refusal;
use crate::words::{ScreenLanguage, plural, rule_words};

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
        Notice::NoRow => "Hier staat geen rij.".to_owned(),
        Notice::NothingWrong => "Met deze rij is niets mis. e bewerkt een veld.".to_owned(),
        Notice::NoSuggestion(rule) => {
            format!("Geen zekere waarde bij \"{}\": typ met e.", rule_words(ScreenLanguage::Dutch, *rule).reason)
        }
        Notice::NothingChanges => "Er is niets gewijzigd.".to_owned(),
        Notice::NothingToRepeat => "U typte nog niets. e bewerkt een veld.".to_owned(),
        Notice::NothingFound => "Dat staat in geen van deze rijen.".to_owned(),
        Notice::Unclear(unclear) => fixing::unclear(unclear),
        Notice::Fixed(field, before, after) => format!("{}: {before} -> {after}. u neemt terug.", trade::field(*field)),
        Notice::FixedMany(values) => format!("{} rechtgezet. u neemt alles terug.", plural(*values, "waarde", "waarden")),
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
