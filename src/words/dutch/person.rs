//! The page of one customer, in Dutch.

use crate::app::person::{PersonNotice, PersonTask};
use crate::domain::person::{Part, Wish};
use crate::words::{PersonWords, plural};

pub(super) const WORDS: PersonWords = PersonWords {
    title: "Klant",
    title_new: "Nieuwe klant",
    save_changes: |fields| format!("Bewaar {}", plural(fields, "gewijzigd veld", "gewijzigde velden")),
    add_button: |name| format!("{name} toevoegen"),
    unsaved: |fields| format!("{}, niet bewaard", plural(fields, "veld gewijzigd", "velden gewijzigd")),
    part: |part| match part {
        Part::Person => "Persoon",
        Part::Address => "Adres",
        Part::Office => "Van het kantoor",
        Part::Partner => "Partner in een gezamenlijke aangifte",
    },
    required: "(verplicht)",
    in_store: "Bewaard",
    offer_stored: "zoals het bewaard is",
    stood: "Het is zo bewaard: andere velden kunt u toch bewaren.",
    taken: |field, whom| format!("{field}: is al van {whom}."),
    unapplied: |field, theirs, mine| format!("{field}: iemand anders bewaarde intussen {theirs}, dus {mine} is niet behouden."),
    doubt: |whom, ground| format!("Misschien dezelfde als {whom}: {ground}."),
    follows: |flow, answers| match answers {
        0 => format!("Het dossier van {flow} volgt."),
        1 => format!("Het dossier van {flow} volgt: 1 antwoord."),
        many => format!("Het dossier van {flow} volgt: {many} antwoorden."),
    },
    will_follow: |flows| format!("Voor {flows} is nog niets verzonden: dat dossier volgt wat u hier wijzigt."),
    lines_by_j: |lines| format!("nog {}: {{pane-down}} verder", plural(lines, "regel", "regels")),
    no_dossier: "Nog geen dossier: {questionnaire} kiest een vragenlijst, {task-flow} een andere taskflow.",
    no_language: "geen taal gekozen ({language})",
    dossier: |flow, questionnaire, language| format!("Er komt een dossier bij: {flow}, {questionnaire}, {language}."),
    dossiers: "De dossiers",
    standing: "Niets wordt bewaard voor u op {save-customer} drukt.",
    nothing_saved_yet: "Hiermee is nog niets bewaard.",
    leave_title: "Niet bewaard",
    leave_text: "Wat u op deze fiche wijzigde, is niet bewaard. Als u weggaat, is het weg.",
    save_title: "Dezelfde persoon?",
    save_text: |whom, ground| format!("Dit is misschien dezelfde persoon als {whom}: {ground}. Als u bewaart, blijven het twee klanten."),
    save_button: "Toch bewaren",
    notice,
    task: |task| match task {
        PersonTask::Opening => "De klant wordt geopend",
        PersonTask::Saving => "De klant wordt bewaard",
        PersonTask::Preparing => "Nakijken wat er wijzigt",
        PersonTask::Changing(_) => "De klanten worden gewijzigd",
        PersonTask::Removing(_) => "Bezig met verwijderen",
        PersonTask::Recalling => "De historiek wordt gelezen",
    },
    remove_title: "Verwijderen",
    remove_goes: |customers, dossiers| {
        let dossiers = plural(dossiers, "dossier met de antwoorden", "dossiers met de antwoorden");
        format!("Wat voorgoed weggaat: {}, {dossiers}, en de historiek.", plural(customers, "klant", "klanten"))
    },
    remove_stays: "Wat blijft: dat er iemand verwijderd is, wanneer en door wie, zonder naam. In concepten van werkmappen, back-ups en de outbox kan wie weggaat nog voorkomen tot die zelf verdwijnen.",
    remove_partner: |names| format!("Het rijksregisternummer blijft als dat van de partner staan bij {names}."),
    remove_type: |wanted| format!("Om te verwijderen, typ: {wanted}"),
    remove_foot: "{choose} verwijdert, {close} gaat terug",
    wish: |wish| match wish {
        Wish::AddLabels => "Labels toevoegen",
        Wish::RemoveLabels => "Labels wegnemen",
        Wish::Responsible => "Andere verantwoordelijke",
    },
    wish_hint: |wish| match wish {
        Wish::AddLabels | Wish::RemoveLabels => "Meer dan één label: met een komma ertussen.",
        Wish::Responsible => "Het e-mailadres van een collega; leeg is niemand verantwoordelijk.",
    },
    wish_foot: "{choose} toont wat er wijzigt",
    customers: |count| plural(count, "klant", "klanten"),
    many_foot: "{choose} bewaart het, {close} gaat terug",
    many_counts: |changes, unchanged| {
        let changes = plural(changes, "klant wijzigt", "klanten wijzigen");
        if unchanged == 0 { format!("{changes}.") } else { format!("{changes}, bij {unchanged} is het al zo.") }
    },
    many_dossiers: |count| plural(count, "dossier dat nog niet verzonden is, volgt.", "dossiers die nog niet verzonden zijn, volgen."),
    many_unreadable: |count| plural(count, "klant is er niet meer of is onleesbaar.", "klanten zijn er niet meer of zijn onleesbaar."),
    history_title: "Historiek",
};

fn notice(notice: &PersonNotice) -> String {
    match notice {
        PersonNotice::Saved(fields) => {
            format!("Bewaard: {}. {{customer-history}} toont wat er vroeger stond.", plural(*fields, "veld", "velden"))
        }
        PersonNotice::Added(name) => format!("{name} is toegevoegd."),
        PersonNotice::Removed(count) => format!("Verwijderd: {}.", plural(*count, "klant", "klanten")),
        PersonNotice::Changed(count) => format!("Gewijzigd: {}.", plural(*count, "klant", "klanten")),
        PersonNotice::NothingToSave => "Er is niets gewijzigd om te bewaren.".to_owned(),
        PersonNotice::Barred(fields) => {
            let names: Vec<&str> = fields.iter().take(2).map(|field| super::trade::field(*field)).collect();
            format!("Niet bewaard, zet eerst recht: {}.", names.join(", "))
        }
        PersonNotice::Separated(fields) => {
            format!("Leeg, met {} van de partner. {{undo}} zet terug.", plural(*fields, "ander veld", "andere velden"))
        }
        PersonNotice::TakenUp(fields, when) => {
            format!("{} van {when} niet bewaard: {{save-customer}} bewaart.", plural(*fields, "veld", "velden"))
        }
        PersonNotice::MadeAgain(0) => "Een collega was u voor. Uw wijzigingen staan er weer: {save-customer} bewaart.".to_owned(),
        PersonNotice::MadeAgain(lost) => {
            format!("Een collega was u voor: {}, zie het paneel.", plural(*lost, "wijziging vervalt", "wijzigingen vervallen"))
        }
        PersonNotice::NotConfirmed => "Niets verwijderd: typ precies wat gevraagd is, of druk op {close}.".to_owned(),
        PersonNotice::InTheMail(_) => "Er wacht een mail aan deze klant: trek die eerst in.".to_owned(),
        PersonNotice::NobodyChanges => "Niemand wijzigt: bij allemaal is het al zo.".to_owned(),
        PersonNotice::StoreNotRead => "De opslag is nog niet gelezen. Probeer zo meteen opnieuw.".to_owned(),
        PersonNotice::OnlyNewcomers => "Alleen voor nieuwe klanten: deze heeft zijn dossiers al.".to_owned(),
    }
}
