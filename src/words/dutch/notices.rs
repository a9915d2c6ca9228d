//! Messages in Dutch.

use super::{answers, arrived, fixing, steps, told, trade};
use crate::app::notice::Notice;
use crate::domain::draft::Refusal;
use crate::words::{ScreenLanguage, plural, rule_words};

pub(super) fn notice(notice: &Notice) -> String {
    match notice {
        Notice::Mail(notice) => (super::inviting::WORDS.notice)(notice),
        Notice::Refused(refusal) => refused(*refusal).to_owned(),
        Notice::InvalidRow => "Een rij met een fout kan niet mee: zie het paneel.".to_owned(),
        Notice::HasDossier => "Heeft al een dossier in deze taskflow. {open} kiest velden.".to_owned(),
        Notice::OnlyLook => "Deze klanten staan al in Instroom; hier gebeurt er niets mee.".to_owned(),
        Notice::ChooseFlowFirst => "Kies eerst de taskflow ({task-flow}): daarbij horen de vragenlijsten.".to_owned(),
        Notice::NothingToTake => "In dit veld valt er niets over te nemen uit de import.".to_owned(),
        Notice::HeldApart(row, bucket) => format!("Rij {row} is iemand anders, nu: \"{}\". Toets {{undo}}: terug.", trade::bucket(*bucket)),
        Notice::SameNumber => "Eén nummer is één persoon: verbeter eerst het nummer ({edit}).".to_owned(),
        Notice::AllLookedAt => "Elke dubbele klant in deze lijst is bekeken.".to_owned(),
        Notice::NothingToSettle => "Elke dubbele klant is bekeken: een regel is niet nodig.".to_owned(),
        Notice::ValueRefused => "Niet genomen: de reden staat in het kader.".to_owned(),
        Notice::RuleApplied(0, _) => "Deze dubbele blijven zoals in Instroom. Toets {undo} neemt dat terug.".to_owned(),
        Notice::RuleApplied(fields, customers) => {
            format!("{} uit de import. Toets {{undo}}: terug.", (super::WORDS.compare.rule_does)(*fields, *customers))
        }
        Notice::RuleIdle => "Niets te wijzigen: deze dubbele blijven zoals ze zijn.".to_owned(),
        Notice::NobodyToJoin => "Geen andere rij lijkt die van de partner.".to_owned(),
        Notice::PartnerTaken(row) => format!("De partner hoort al bij rij {row}: {{partner}} daar scheidt ze."),
        Notice::Joined(partner, main) => format!("Rijen {main} en {partner} zijn nu één aangifte. Toets {{undo}}: terug."),
        Notice::Parted(row) => format!("Rij {row} heeft weer een eigen aangifte. Toets {{undo}}: terug."),
        Notice::InvalidPartner(row) => format!("Rij {row} is ongeldig: verbeter ze eerst, in tabblad {{tab-4}}."),
        Notice::OtherPartner(row) => format!("Rij {row} noemt een andere partner, of is al samengevoegd."),
        Notice::NothingToTakeOver => arrived::WORDS.nothing_chosen.to_owned(),
        Notice::TakenOver(answers, dossiers) => (answers::WORDS.taken_over)(*answers, *dossiers),
        Notice::TakenBackInVain => "Nu valt er niets terug te nemen: de lijst zegt waarom.".to_owned(),
        Notice::IsTakenBack => told::WORDS.is_taken_back.to_owned(),
        Notice::NoImport => told::WORDS.no_import.to_owned(),
        Notice::NobodyThere => told::WORDS.nobody_there.to_owned(),
        Notice::NothingToUndo { committed: true } => "Geïmporteerd: {take-back} op het tabblad Imports neemt het terug.".to_owned(),
        Notice::NothingToUndo { committed: false } => "Er valt niets terug te nemen.".to_owned(),
        Notice::NothingToRedo => "Er is niets teruggenomen.".to_owned(),
        Notice::TakenBack(made, tab) => format!("Ongedaan: {}{}.", steps::made(made), steps::elsewhere(*tab)),
        Notice::MadeAgain(made, tab) => format!("Opnieuw: {}{}.", steps::made(made), steps::elsewhere(*tab)),
        Notice::StepsTakenBack(count, tab) => {
            format!("{}{}.", plural(*count, "stap teruggenomen", "stappen teruggenomen"), steps::elsewhere(*tab))
        }
        Notice::StepsMadeAgain(count, tab) => {
            format!("{}{}.", plural(*count, "stap opnieuw gemaakt", "stappen opnieuw gemaakt"), steps::elsewhere(*tab))
        }
        Notice::PlanWritten(path) => format!("Plan bewaard, het bevat persoonsgegevens: {path}"),
        Notice::NothingToMark => "Geen keuze gewijzigd.".to_owned(),
        Notice::Marked(rows) => format!("{} gewijzigd. Toets {{undo}} neemt dat terug.", plural(*rows, "keuze", "keuzes")),
        Notice::NoGroups => "Geen enkele rij hier valt in zo een groep.".to_owned(),
        Notice::NoMore => "In deze richting is er niets meer.".to_owned(),
        Notice::Numbers(true) => "Rijksregisternummers zijn zichtbaar. {show-numbers} verbergt ze.".to_owned(),
        Notice::Numbers(false) => "Rijksregisternummers zijn verborgen. {show-numbers} toont ze.".to_owned(),
        Notice::TemplateWritten(path) => format!("Sjabloon bewaard: {path}"),
        Notice::Exported(path) => format!("Geëxporteerd: {path}"),
        Notice::NothingToExport => "Er is hier geen rij om te exporteren.".to_owned(),
        Notice::Stopped => "Gestopt. Er is niets gewijzigd.".to_owned(),
        Notice::Stopping => "Bezig met stoppen ...".to_owned(),
        Notice::Refreshed => "Opslag opnieuw gelezen. Bekijk de tabbladen, dan weer {import}.".to_owned(),
        Notice::NoPath => "Typ eerst een pad.".to_owned(),
        Notice::Sorted(column, false) => format!("Gesorteerd op \"{}\". Nog eens: omgekeerd.", trade::column(*column)),
        Notice::Sorted(column, true) => format!("Omgekeerd op \"{}\". Nog eens: zoals het bestand.", trade::column(*column)),
        Notice::MarksAgain(rows) => format!("{} weer zoals voordien.", plural(*rows, "keuze", "keuzes")),
        Notice::NoDossierHere => "Geen dossier in deze taskflow: koppel de klant met {season}.".to_owned(),
        Notice::Unsorted => "Weer in de eigen volgorde van de lijst.".to_owned(),
        Notice::LastColumn => "Eén kolom moet blijven staan.".to_owned(),
        Notice::Elsewhere(layer) => (super::palette::WORDS.elsewhere)(super::actions::layer(*layer)),
        Notice::TourLeft => "Rondleiding gesloten. Kijk rond, niets blijft. {back} gaat terug.".to_owned(),
        Notice::NotHere => "Die toets doet hier niets. {help} toont de toetsen.".to_owned(),
        Notice::NoColumnFor(fields) => format!("Geen kolom voor {}: kies met {{open}}.", super::mapping::fields(fields)),
        Notice::TakenFrom(column) => format!("Kolom {column} had dit veld en is nu weggelaten."),
        Notice::NothingToTakeFor => "Hier is geen voorstel: {open} kiest een veld.".to_owned(),
        Notice::NothingToCheck => "Geen kolom meer na te kijken. {go-on} gaat naar de rijen.".to_owned(),
        Notice::CannotSave => "Niet bewaard: nodig zijn een naam en twee gelezen kolommen.".to_owned(),
        Notice::MappingSaved(name) => format!("Bewaard als \"{name}\", voorstel voor zulke lijsten."),
        Notice::Mapped => "Gelezen met deze kolommen. {undo} draait terug, {map-columns} toont ze.".to_owned(),
        Notice::Demo => "Demo met wegwerpopslag. Kies {questionnaire}, {language} en dan {import}. Toetsen: {help}.".to_owned(),
        Notice::Person(said) => (super::WORDS.person.notice)(said),
        Notice::StillReading => "De namen worden nog klaargemaakt: probeer zo meteen opnieuw.".to_owned(),
        Notice::NotReadAgain => "De klanten zijn nu niet te lezen: dit is zoals het was.".to_owned(),
        Notice::Dossier(notice) => (super::WORDS.dossier.notice)(notice),
        Notice::Recorded(number) => (super::flows::WORDS.written)(*number),
        Notice::ToCheck(count, columns, not_read) => {
            let not_read =
                not_read.as_ref().map_or_else(String::new, |headings| format!(". {}", (super::WORDS.command.columns_not_read)(headings)));
            format!("{} na te kijken ({columns}): {{map-columns}}{not_read}", plural(*count, "kolom", "kolommen"))
        }
        Notice::NumberWanted(number) => (super::flows::WORDS.number_wanted)(*number),
        Notice::NotRead(headings) => (super::WORDS.command.columns_not_read)(headings),
        Notice::AsSettled(chosen) => (super::WORDS.config.chosen)(chosen),
        Notice::Unmet(unmet) => (super::WORDS.config.unmet)(unmet),
        Notice::NoRow => "Hier staat geen rij.".to_owned(),
        Notice::NothingWrong => "Met deze rij is niets mis. {edit} bewerkt een veld.".to_owned(),
        Notice::NoSuggestion(rule) => {
            format!("Geen zekere waarde bij \"{}\": typ met {{edit}}.", rule_words(ScreenLanguage::Dutch, *rule).reason)
        }
        Notice::NothingChanges => "Er is niets gewijzigd.".to_owned(),
        Notice::NothingToRepeat => "U typte nog niets. {edit} bewerkt een veld.".to_owned(),
        Notice::NothingFound => "Dat staat in geen van deze rijen.".to_owned(),
        Notice::Unclear(unclear) => fixing::unclear(unclear),
        Notice::Fixed(field, before, after) => format!("{}: {before} -> {after}. Toets {{undo}}: terug.", trade::field(*field)),
        Notice::ChangedMany(values) => {
            format!("{} gewijzigd. Toets {{undo}} neemt {} terug.", plural(*values, "waarde", "waarden"), all_of(*values))
        }
        Notice::FixedMany(values) => {
            format!("{} rechtgezet. Toets {{undo}} neemt {} terug.", plural(*values, "waarde", "waarden"), all_of(*values))
        }
        Notice::DraftKept => "Concept bewaard. Toets {resume} op dit scherm gaat ermee verder.".to_owned(),
        Notice::TakenUp(when) => format!("Verder met het concept van {when}."),
        Notice::NoDrafts => "Er zijn geen concepten.".to_owned(),
        Notice::PastedText => "Een pad of rijen plakt u alleen op het startscherm.".to_owned(),
        Notice::NothingToCopy => "In deze cel staat niets om te kopiëren.".to_owned(),
        Notice::TooMuchToCopy(rows) => {
            format!("{} is te veel voor een klembord: {{export}} maakt een bestand.", plural(*rows, "rij", "rijen"))
        }
        Notice::PastedInPart(left_out) => {
            format!("Deels geplakt: {} aan het einde te veel.", plural(*left_out, "teken", "tekens"))
        }
        Notice::PastedTooMuch => "Te veel om te plakken: bewaar de rijen als bestand en open dat.".to_owned(),
    }
}

pub(super) const fn refused(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::NoLanguage => "Kies eerst een taal ({language}): voor rijen die er geen noemen.",
        Refusal::NoQuestionnaire => "Kies eerst een vragenlijst ({questionnaire}): elke nieuwe klant krijgt die.",
        Refusal::NoFlow => "Kies eerst de taskflow ({task-flow}).",
        Refusal::FlowArchived => "Deze taskflow is gearchiveerd: kies een andere ({task-flow}).",
        Refusal::LanguageNotOffered => "Deze vragenlijst bestaat niet in die taal: kies ({language} of {questionnaire}).",
        Refusal::Nothing => "Niets te importeren: kies rijen ({toggle}) of velden ({open}).",
    }
}

/// What is taken back, of so many.
const fn all_of(values: usize) -> &'static str {
    if values == 1 { "dat" } else { "alles" }
}
