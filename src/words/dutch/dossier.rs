//! One dossier, in Dutch.

use super::trade;
use crate::app::dossier::{Asked, DossierNotice};
use crate::domain::answering::NoAnswer;
use crate::domain::completion::Matter;
use crate::domain::dossier::{Origin, Settlement};
use crate::domain::questionnaire::AnswerKind;
use crate::words::dossier::DossierWords;
use crate::words::plural;

pub(super) const WORDS: DossierWords = DossierWords {
    since: |day| format!("sinds {day}"),
    deadline: |date| format!("uiterlijk {date}"),
    by_default: |date| format!("{date} (standaard)"),
    answered_of: |answered, asked| format!("{answered} van {asked} beantwoord"),
    unsaved: |count| format!("{count} niet bewaard"),
    origin,
    origin_note,
    kind,
    matter,
    question,
    notice,
    no_answer_because,
    yes: "ja",
    no: "nee",
    no_answer: "geen antwoord",
    invitation_wanted: "uitnodiging gewenst",
    wanted: "gewenst",
    not_wanted: "niet gewenst",
    close: "Dossier afsluiten",
    reopen: "Dossier heropenen",
    answer_name: "Antwoord",
    origin_name: "Komt van",
    before_name: "Bewaard",
    codes_name: "Codes op aangifte",
    choices_name: "Keuzes",
    kind_name: "Soort antwoord",
    aside_name: "Ontvangen",
    aside_note: "Dit is niet begrepen: beantwoord de vraag, of druk op {texts-aside}.",
    asides: |count| format!("{} te lezen", plural(count, "tekst", "teksten")),
    to_look_at: |count| format!("{count} te bekijken"),
    record_note: "De klant antwoordde iets anders: druk op {texts-aside} om te beslissen.",
    take_record: "Overnemen in de klantfiche",
    leave_record: "De klantfiche laten zoals ze is",
    settled: |how| match how {
        Settlement::TakenOver => "overgenomen",
        Settlement::Dismissed => "blijft zoals het is",
    },
    undecided: "niet beslist",
    beside: |place| format!("bij geen vraag ({place})"),
    to_question: "Naar de vraag",
    dealt_with: "Afgehandeld: uit het dossier",
    customer_stays: "Ingevuld met de gegevens van de klant. Wijzigt u het hier, dan wijzigt het enkel in dit dossier.",
    is_deadline: "Dit is de uiterste datum van het dossier.",
    is_language: "Dit is de taal van het dossier.",
    no_list: |id| {
        format!("Het bestand van vragenlijst {id} is er niet meer. Met {{about-dossier}} kiest u een andere; passende antwoorden blijven.")
    },
    stands: "{open}: antwoorden, {next-unanswered}: volgende open vraag, {save-dossier}: bewaren.",
    stands_out: "De klant heeft een oudere versie: uw wijzigingen blijven hier.",
    stands_closed: "Dit dossier is afgesloten. Met {about-dossier} heropent u het.",
    stands_archived: "Taskflow in archief: alleen lezen. Tabblad {tab-flows}, {archive} haalt hem eruit.",
    filtered: |filter, count| format!("Gefilterd op {filter}: {}. {{close}} toont alles.", plural(count, "vraag", "vragen")),
    reads_as: |value| format!("Wordt bewaard als: {value}"),
    stays: "Wat verborgen is, blijft tot u iets intypt.",
    cleared: "Leeg: de vraag krijgt geen antwoord.",
    default_again: |date| format!("Leeg: opnieuw de datum van de taskflow, {date}."),
    too_early: |year| format!("De datum kan niet voor {year} liggen, het aanslagjaar."),
    line_foot: "{choose} neemt het - Ctrl+U wist - {close} laat het zo",
    lines_foot: "{choose} neemt het - Enter: nieuwe regel - {close} sluit",
    change_anyway: |count| format!("Toch wijzigen: {} verloren", plural(count, "antwoord gaat", "antwoorden gaan")),
    save_changes: |count| format!("{} bewaren", plural(count, "wijziging", "wijzigingen")),
    clash: |mine, theirs| format!("van u: {mine}, nu: {theirs}"),
    leave_title: "Weggaan zonder bewaren?",
    leave_text: |count| {
        let one = "wijziging van dit dossier is niet bewaard en gaat verloren";
        let made = plural(count, one, "wijzigingen van dit dossier zijn niet bewaard en gaan verloren");
        format!("{made}. Ga terug en druk op {{save-dossier}} om te bewaren.")
    },
    leave_button: "Niet bewaren",
    close_title: "Dit dossier afsluiten?",
    close_text: "Een afgesloten dossier krijgt geen uitnodiging en geen herinnering, en de antwoorden blijven zoals ze zijn. U kunt het later heropenen. Het is pas afgesloten als u bewaart.",
    close_button: "Afsluiten",
    reopen_title: "Dit dossier heropenen?",
    reopen_text: "Het wordt weer wat het was voor het werd afgesloten, en de antwoorden kunnen weer wijzigen. Het is pas open als u bewaart.",
    reopen_button: "Heropenen",
    reading: "Het dossier wordt gelezen",
    saving: "Het dossier wordt bewaard",
    hint_answer: "antwoord",
    hint_take: "nemen",
};

fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Imported => "import",
        Origin::Derived => "afgeleid",
        Origin::Default => "standaard",
        Origin::Stored => "klantfiche",
        Origin::Typed => "ingetypt",
        Origin::Returned => "van klant",
        Origin::LastSeason => "vorig jaar",
    }
}

fn origin_note(origin: Origin) -> &'static str {
    match origin {
        Origin::Imported => "import: het staat in de werkmap",
        Origin::Derived => "afgeleid van het rijksregisternummer",
        Origin::Default => "standaard van de taskflow of de import",
        Origin::Stored => "uit de klantfiche van het kantoor",
        Origin::Typed => "ingetypt door een collega",
        Origin::Returned => "teruggestuurd door de klant",
        Origin::LastSeason => "meegenomen uit het vorige seizoen",
    }
}

fn kind(kind: AnswerKind) -> &'static str {
    match kind {
        AnswerKind::Text => "tekst op één regel",
        AnswerKind::LongText => "tekst op meerdere regels",
        AnswerKind::YesNo => "ja of nee",
        AnswerKind::Choice => "een van de keuzes",
        AnswerKind::Date => "datum",
        AnswerKind::Amount => "bedrag in euro",
        AnswerKind::Number => "geheel getal",
        AnswerKind::Account => "rekeningnummer (IBAN)",
    }
}

fn matter(matter: &Matter) -> &'static str {
    match matter {
        Matter::Questionnaire => "Vragenlijst",
        Matter::Language => "Taal van het dossier",
        Matter::Deadline => "Uiterste datum",
        Matter::Invitation => "Uitnodigingsmail",
        Matter::Status => "Toestand",
        Matter::Aside => "Teksten van de klant",
        Matter::Record(_) => "Klantfiche",
        Matter::Answer(_) => "Antwoord",
    }
}

fn question(asked: Asked) -> &'static str {
    match asked {
        Asked::Choice => "Het antwoord",
        Asked::YesNo => "Het antwoord: j of n",
        Asked::Sections => "Rubrieken: {choose} gaat erheen",
        Asked::About => "Dit dossier: {choose} wijzigt",
        Asked::Language => "Taal van het dossier",
        Asked::Questionnaire => "Vragenlijst van dit dossier",
        Asked::Lost => "Deze antwoorden hebben er geen plaats in",
        Asked::Changes => "Wat wordt bewaard",
        Asked::Clashes => "Ook door een collega gewijzigd: uw versie wacht",
        Asked::Asides => "Wat de klant schreef: te bekijken",
        Asked::Record => "De fiche van de klant: overnemen?",
        Asked::Aside => "Wat de klant schreef",
    }
}

fn notice(notice: &DossierNotice) -> String {
    match notice {
        DossierNotice::TakenBack(what) => format!("Teruggenomen: {what}"),
        DossierNotice::MadeAgain(what) => format!("Opnieuw gedaan: {what}"),
        DossierNotice::Closed => "Dit dossier is afgesloten: heropen het eerst ({about-dossier}).".to_owned(),
        DossierNotice::Archived => "Taskflow in archief: alleen lezen. Tabblad {tab-flows}, {archive} haalt hem eruit.".to_owned(),
        DossierNotice::NoQuestion => "Hier staat geen vraag.".to_owned(),
        DossierNotice::NotYesNo => "Dit is geen ja-neevraag: {open} beantwoordt ze.".to_owned(),
        DossierNotice::NothingToClear => "Er is geen antwoord om te wissen.".to_owned(),
        DossierNotice::NoneOpen => "Geen open vraag meer in deze richting.".to_owned(),
        DossierNotice::NoneAside => "Er is geen tekst van de klant te bekijken.".to_owned(),
        DossierNotice::NotTaken => "Niet overgenomen: de reden staat in het kader.".to_owned(),
        DossierNotice::Masked => "Er staat een rijksregisternummer in: toon het ({show-numbers}), bewerk dan.".to_owned(),
        DossierNotice::TakenUp(count, when) => {
            format!("{} van {when} niet bewaard. {{undo}} herstelt.", plural(*count, "wijziging", "wijzigingen"))
        }
        DossierNotice::Saved(count) => format!("{} bewaard.", plural(*count, "wijziging", "wijzigingen")),
        DossierNotice::NothingToSave => "Er is niets gewijzigd sinds u bewaarde.".to_owned(),
        DossierNotice::OnTop(count) => {
            format!("Een collega was eerst; {} behouden. {{save-dossier}} bewaart.", plural(*count, "wijziging", "wijzigingen"))
        }
        DossierNotice::OtherLanguages(codes) => format!("Die bestaat enkel in {codes}: wijzig eerst de taal."),
        DossierNotice::Reads(language) => format!("Vragen in het {}. {{question-language}} keert terug.", trade::language(*language)),
        DossierNotice::OnlyOne => "De taskflow heeft geen andere vragenlijst.".to_owned(),
    }
}

fn no_answer_because(why: NoAnswer) -> &'static str {
    match why {
        NoAnswer::NotYesNo => "Geen ja en geen nee: typ ja of nee.",
        NoAnswer::NotAChoice => "Geen van de keuzes: neem er een uit de lijst.",
        NoAnswer::NotADate => "Geen datum: typ hem als 15/7/2026.",
        NoAnswer::NotAnAmount => "Geen bedrag: typ het als 1234,50, met hoogstens twee decimalen.",
        NoAnswer::NotANumber => "Geen geheel getal: typ enkel cijfers.",
        NoAnswer::NotAnAccount => "Geen juist IBAN: lees de cijfers na, zoals BE68 5390 0754 7034.",
        NoAnswer::TooLong => "Te lang voor een antwoord: kort het in.",
    }
}
