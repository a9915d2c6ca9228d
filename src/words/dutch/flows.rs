//! Task flows in Dutch.

use crate::app::season::{Field, Matter, Unclear};
use crate::domain::season::{Due, LastAnswers, Reach, Refused, Remark, WhyNot};
use crate::words::flows::FlowWords;
use crate::words::{Told, plural};

pub(super) const WORDS: FlowWords = FlowWords {
    questionnaire_gone: "niet gevonden",
    other_year: |year| format!("Deze vragen zijn van aanslagjaar {year}: uitnodigen gaat enkel uitdrukkelijk."),
    archived: "gearchiveerd",
    none: "Er is geen taskflow. De eerste import maakt hem aan.",
    read_only: "Gearchiveerd: de dossiers zijn alleen te lezen.",
    nobody: "Nog niemand is gekoppeld: {season} op de tab met klanten koppelt ze.",
    do_flows: "{open} toont de dossiers, {next-season} maakt het volgende seizoen.",
    planning: "Nagaan wat er zou wijzigen",
    writing: "Wegschrijven",
    before_writing: "Voor het bewaard wordt",
    button_write: "Bewaren",
    type_number: |count| format!("Van {} is al iets verzonden: typ dat aantal om te ontkoppelen.", plural(count, "dossier", "dossiers")),
    other_number: |count| format!("Dat is een ander aantal: typ {count}."),
    number_wanted: |count| format!("Nog niets ontkoppeld: typ {count}, of druk op {{close}}."),
    foot: "Spatie wijzigt, {choose} gaat verder",
    goes_on: "verder",
    customers: |count| plural(count, "klant", "klanten"),
    matter,
    field,
    field_whole,
    unclear,
    empty_is_default: "Leeg is opnieuw de standaard van de taskflow.",
    their_own: "hun eigen taal waar dat kan",
    for_all: "deze voor iedereen",
    answers,
    reach,
    due,
    simple: "eenvoudig tot",
    specific: "specifiek tot",
    deadlines: |simple, specific| format!("uiterste datum voor eenvoudige aangiften {simple}; met specifieke inkomsten {specific}"),
    refused,
    remark,
    why_not,
    makes: |flow| format!("Taskflow {flow} wordt aangemaakt."),
    archives: |flow| format!("Taskflow {flow} gaat naar het archief: zijn dossiers zijn alleen nog te lezen."),
    reopens: |flow| format!("Taskflow {flow} komt uit het archief."),
    changes: |flow| format!("Taskflow {flow} wordt gewijzigd."),
    moves: |count| format!("{} mee, met de standaarddatum en nog niet verzonden.", plural(count, "dossier schuift", "dossiers schuiven")),
    links: |count| format!("{} gekoppeld, met een nieuw dossier.", plural(count, "klant", "klanten")),
    unlinks: |count| {
        let dossiers = if count == 1 { "het dossier verdwijnt" } else { "de dossiers verdwijnen" };
        format!("{} ontkoppeld; {dossiers}.", plural(count, "klant", "klanten"))
    },
    reworks: |count| format!("{} gewijzigd.", plural(count, "dossier", "dossiers")),
    own_language: |count| format!("{} in de taal van de klant zelf.", plural(count, "dossier", "dossiers")),
    for_specific: |count| format!("{} met de uiterste datum voor specifieke inkomsten.", plural(count, "dossier", "dossiers")),
    carries: |answers, customers| {
        format!(
            "{} meegenomen voor {}.",
            plural(answers, "antwoord van vorig seizoen", "antwoorden van vorig seizoen"),
            plural(customers, "klant", "klanten")
        )
    },
    loses: |answers, dossiers| {
        format!(
            "{} verloren in {}.",
            plural(answers, "gegeven antwoord gaat", "gegeven antwoorden gaan"),
            plural(dossiers, "dossier", "dossiers")
        )
    },
    was_sent: |count| format!("{} daarvan al bij de klant.", plural(count, "vragenlijst", "vragenlijsten")),
    unsent: |count| format!("{} nog niet verzonden; vanuit het archief kan dat niet.", plural(count, "dossier", "dossiers")),
    queued: |count| {
        let mails = plural(count, "mail staat nog in de outbox en zal", "mails staan nog in de outbox en zullen");
        format!("{mails} niet vertrekken.")
    },
    left_out: |count| format!("{} overgeslagen:", plural(count, "klant", "klanten")),
    nothing: "Er is niets te wijzigen.",
    written: |number| format!("Bewaard als nummer {number} in het journaal."),
    say_sent: |count| format!("Om ook te ontkoppelen wat verzonden is, geeft u het aantal: --also-sent {count}."),
};

fn refused(refused: &Refused) -> Told {
    match refused {
        Refused::NoSuchFlow(flow) => Told::new(format!("Er is geen taskflow {flow}."), "", "Kijk welke er zijn: instroom flows."),
        Refused::FlowExists(flow) => Told::new(format!("Er is al een taskflow {flow}."), "", "Werk met die verder."),
        Refused::YearExists(year, flow) => Told::new(
            format!("Er komt geen tweede seizoen van {year}."),
            format!("Taskflow {flow} is al van dat aanslagjaar."),
            "Werk met die verder; misschien staat hij in het archief.",
        ),
        Refused::Archived(flow) => {
            Told::new(format!("Taskflow {flow} is gearchiveerd."), "Zijn dossiers zijn alleen te lezen.", "Haal hem eerst uit het archief.")
        }
        Refused::NoQuestionnaire => Told::new("Er is geen vragenlijst gekozen.", "Een taskflow heeft er minstens één.", "Kies er een."),
        Refused::NoSuchQuestionnaire(id) => {
            Told::new(format!("Er is hier geen vragenlijst {id}."), "De taskflow biedt die niet aan.", "Kies er een van de taskflow.")
        }
        Refused::QuestionnaireNotThere(id) => Told::new(
            format!("Er is geen vragenlijst {id}."),
            "Ze is niet ingebouwd en staat niet in de map van het kantoor.",
            "Zet haar bestand terug in de map met vragenlijsten, of kies een andere.",
        ),
        Refused::NotInLanguage(id, language) => Told::new(
            format!("Vragenlijst {id} bestaat niet in die taal: {}.", super::trade::language(*language)),
            "",
            "Kies een andere taal of een andere vragenlijst.",
        ),
        Refused::DeadlineOutside(date, year) => Told::new(
            format!("{} is geen uiterste datum van aanslagjaar {year}.", date.strftime("%d/%m/%Y")),
            format!("De datum ligt niet in {year} of {}.", year.saturating_add(1)),
            "Kijk het jaar van de datum na.",
        ),
    }
}

fn remark(remark: &Remark) -> String {
    match remark {
        Remark::CheckDeadlines => {
            "De uiterste datums zijn die van vorig seizoen, een jaar later: kijk na wat de FOD Financiën publiceert.".to_owned()
        }
        Remark::OtherYear(id, year) => format!("Vragenlijst {id} is van {year}, met de codes van dat jaar."),
        Remark::NotThere(id) => {
            format!("Het bestand van vragenlijst {id} staat niet meer in de map van het kantoor: zet het terug of kies een andere.")
        }
    }
}

const fn why_not(why: WhyNot) -> &'static str {
    match why {
        WhyNot::HasDossier => "al gekoppeld",
        WhyNot::NoDossier => "niet gekoppeld",
        WhyNot::AsAskedFor => "al zo",
        WhyNot::InOutbox => "in de outbox",
        WhyNot::Sent => "al verzonden",
        WhyNot::Closed => "afgesloten",
        WhyNot::NotInLanguage => "geen vragenlijst in die taal",
        WhyNot::Gone => "niet meer in de opslag",
        WhyNot::Unreadable => "de bewaarde klant is niet te lezen",
    }
}

const fn matter(matter: Matter) -> &'static str {
    match matter {
        Matter::Next => "Volgend seizoen",
        Matter::Change => "Uiterste datums en vragenlijsten",
        Matter::Link => "Aan een taskflow koppelen",
        Matter::Unlink => "Van een taskflow ontkoppelen",
        Matter::Deadline => "De uiterste datum zetten",
        Matter::Language => "De taal zetten",
        Matter::Questionnaire => "De vragenlijst zetten",
    }
}

/// The name of a field where it need not fit beside its value.
const fn field_whole(of: Field) -> &'static str {
    match of {
        Field::Simple => "uiterste datum voor eenvoudige aangiften",
        Field::Specific => "uiterste datum voor aangiften met specifieke inkomsten",
        other => field(other),
    }
}

const fn field(field: Field) -> &'static str {
    match field {
        Field::Flow => "taskflow",
        Field::Simple => "eenvoudige aangiften tot",
        Field::Specific => "specifieke inkomsten tot",
        Field::Offered => "aangeboden vragenlijsten",
        Field::Questionnaire => "vragenlijst",
        Field::Language => "taal",
        Field::Rule => "taal van de klant",
        Field::Answers => "antwoorden vorig seizoen",
        Field::Reach => "wat ontkoppeld wordt",
        Field::Deadline => "uiterste datum",
    }
}

fn unclear(unclear: Unclear) -> String {
    match unclear {
        Unclear::NotADate(of) => format!("{} is nog geen datum: dag, maand, jaar.", field_whole(of)),
        Unclear::Nothing(of) => format!("Er is niets te kiezen: {}.", field_whole(of)),
    }
}

const fn answers(answers: LastAnswers) -> &'static str {
    match answers {
        LastAnswers::TakenAlong => "blijvende gegevens gaan mee",
        LastAnswers::LeftBehind => "niet meegenomen",
    }
}

const fn reach(reach: Reach) -> &'static str {
    match reach {
        Reach::NothingSent => "enkel wat niet verzonden is",
        Reach::AlsoSent => "ook wat verzonden is",
    }
}

const fn due(due: Due) -> &'static str {
    match due {
        Due::Overdue => "te laat",
        Due::ThisWeek => "deze week",
        Due::ThisMonth => "deze maand",
        Due::Later => "nadien",
    }
}
