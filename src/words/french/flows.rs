//! Task flows in French.

use super::plural;
use crate::app::season::{Field, Matter, Unclear};
use crate::domain::season::{Due, LastAnswers, Reach, Refused, Remark, WhyNot};
use crate::words::Told;
use crate::words::flows::FlowWords;

pub(super) const WORDS: FlowWords = FlowWords {
    questionnaire_gone: "introuvable",
    other_year: |year| format!("Ces questions sont de l'exercice {year}\u{a0}: l'invitation doit être demandée expressément."),
    archived: "archivé",
    none: "Il n'y a pas de flux. La première importation les crée.",
    read_only: "Archivé\u{a0}: ses dossiers sont en lecture seule.",
    nobody: "Aucun client n'est encore lié\u{a0}: {season} dans l'onglet des clients les lie.",
    do_flows: "{open} affiche les dossiers, {next-season} crée la saison suivante.",
    planning: "Calcul de ce qui changerait",
    writing: "Enregistrement",
    before_writing: "Avant l'enregistrement",
    button_write: "Enregistrer",
    type_number: |count| {
        format!("{}\u{a0}: tapez ce nombre pour délier.", plural(count, "dossier a déjà été envoyé", "dossiers ont déjà été envoyés"))
    },
    other_number: |count| format!("C'est un autre nombre\u{a0}: tapez {count}."),
    number_wanted: |count| format!("Rien n'est encore délié\u{a0}: tapez {count}, ou {{close}}."),
    foot: "Espace change, {choose} continue",
    goes_on: "continuer",
    customers: |count| plural(count, "client", "clients"),
    matter,
    field,
    field_whole,
    unclear,
    empty_is_default: "Vide\u{a0}: à nouveau la date limite par défaut du flux.",
    their_own: "la leur si possible",
    for_all: "celle-ci pour tous",
    answers,
    reach,
    due,
    simple: "simples jusqu'au",
    specific: "spécifiques jusqu'au",
    deadlines: |simple, specific| format!("date limite des déclarations simples {simple}\u{a0}; avec revenus spécifiques {specific}"),
    refused,
    remark,
    why_not,
    makes: |flow| format!("Le flux {flow} est créé."),
    archives: |flow| format!("Le flux {flow} est archivé\u{a0}: ses dossiers sont en lecture seule."),
    reopens: |flow| format!("Le flux {flow} sort des archives."),
    changes: |flow| format!("Le flux {flow} est modifié."),
    moves: |count| {
        let one = "dossier à la date par défaut, pas encore envoyé\u{a0}: sa date suit.";
        plural(count, one, "dossiers à la date par défaut, pas encore envoyés\u{a0}: leur date suit.")
    },
    links: |count| format!("{}, avec un nouveau dossier.", plural(count, "client lié", "clients liés")),
    unlinks: |count| plural(count, "client délié\u{a0}; son dossier disparaît.", "clients déliés\u{a0}; leurs dossiers disparaissent."),
    reworks: |count| format!("{}.", plural(count, "dossier modifié", "dossiers modifiés")),
    own_language: |count| format!("{} dans la langue du client.", plural(count, "dossier", "dossiers")),
    for_specific: |count| format!("{} avec la date limite des revenus spécifiques.", plural(count, "dossier", "dossiers")),
    carries: |answers, customers| {
        format!(
            "{} pour {}.",
            plural(answers, "réponse de la saison passée reprise", "réponses de la saison passée reprises"),
            plural(customers, "client", "clients")
        )
    },
    loses: |answers, dossiers| {
        format!(
            "{} dans {}.",
            plural(answers, "réponse donnée perdue", "réponses données perdues"),
            plural(dossiers, "dossier", "dossiers")
        )
    },
    was_sent: |count| format!("dont {} déjà chez le client.", plural(count, "questionnaire", "questionnaires")),
    unsent: |count| {
        format!(
            "{}, et impossible de l'envoyer depuis les archives.",
            plural(count, "dossier pas encore envoyé", "dossiers pas encore envoyés")
        )
    },
    queued: |count| {
        let mails = plural(count, "e-mail attend encore et ne partira", "e-mails attendent encore et ne partiront");
        format!("{mails} pas.")
    },
    left_out: |count| format!("{}\u{a0}:", plural(count, "client écarté", "clients écartés")),
    nothing: "Il n'y a rien à modifier.",
    written: |number| format!("Enregistré sous le numéro {number} du journal."),
    say_sent: |count| format!("Pour délier aussi ce qui est envoyé, indiquez-en le nombre\u{a0}: --also-sent {count}."),
};

fn refused(refused: &Refused) -> Told {
    match refused {
        Refused::NoSuchFlow(flow) => {
            Told::new(format!("Il n'y a pas de flux {flow}."), "", "Voyez ceux qui existent\u{a0}: instroom flows.")
        }
        Refused::FlowExists(flow) => Told::new(format!("Le flux {flow} existe déjà."), "", "Continuez avec celui-là."),
        Refused::YearExists(year, flow) => Told::new(
            format!("Il n'y a pas de deuxième saison {year}."),
            format!("Le flux {flow} est déjà de cet exercice d'imposition."),
            "Continuez avec celui-là\u{a0}; il est peut-être archivé.",
        ),
        Refused::Archived(flow) => {
            Told::new(format!("Le flux {flow} est archivé."), "Ses dossiers sont en lecture seule.", "Sortez-le d'abord des archives.")
        }
        Refused::NoQuestionnaire => Told::new("Aucun questionnaire n'est choisi.", "Un flux en a au moins un.", "Choisissez-en un."),
        Refused::NoSuchQuestionnaire(id) => {
            Told::new(format!("Il n'y a pas de questionnaire {id} ici."), "Le flux ne le propose pas.", "Choisissez-en un de ce flux.")
        }
        Refused::QuestionnaireNotThere(id) => Told::new(
            format!("Il n'y a pas de questionnaire {id}."),
            "Il n'est ni intégré ni dans le répertoire du bureau.",
            "Remettez son fichier dans le répertoire des questionnaires, ou choisissez-en un autre.",
        ),
        Refused::NotInLanguage(id, language) => Told::new(
            format!("Le questionnaire {id} n'existe pas dans cette langue\u{a0}: {}.", super::trade::language(*language)),
            "",
            "Choisissez une autre langue ou un autre questionnaire.",
        ),
        Refused::DeadlineOutside(date, year) => Told::new(
            format!("Le {} n'est pas une date limite de l'exercice {year}.", date.strftime("%d/%m/%Y")),
            format!("La date n'est ni en {year}, ni en {}.", year.saturating_add(1)),
            "Vérifiez l'année de la date.",
        ),
    }
}

fn remark(remark: &Remark) -> String {
    match remark {
        Remark::CheckDeadlines => {
            "Les dates limites sont celles de la saison passée, un an plus tard\u{a0}: vérifiez ce que publie le SPF Finances.".to_owned()
        }
        Remark::OtherYear(id, year) => format!("Le questionnaire {id} est de {year}, avec les codes de cette année."),
        Remark::NotThere(id) => {
            format!(
                "Le fichier du questionnaire {id} n'est plus dans le répertoire du bureau\u{a0}: remettez-le ou choisissez-en un autre."
            )
        }
    }
}

const fn why_not(why: WhyNot) -> &'static str {
    match why {
        WhyNot::HasDossier => "déjà dans le flux",
        WhyNot::NoDossier => "sans dossier dans le flux",
        WhyNot::AsAskedFor => "déjà ainsi",
        WhyNot::InOutbox => "dans la boîte d'envoi",
        WhyNot::Sent => "envoi déjà fait",
        WhyNot::Closed => "dossier clôturé",
        WhyNot::NotInLanguage => "pas de questionnaire dans cette langue",
        WhyNot::Gone => "plus dans la base",
        WhyNot::Unreadable => "le client enregistré est illisible",
    }
}

const fn matter(matter: Matter) -> &'static str {
    match matter {
        Matter::Next => "Saison suivante",
        Matter::Change => "Dates limites et questionnaires",
        Matter::Link => "Lier à un flux",
        Matter::Unlink => "Délier d'un flux",
        Matter::Deadline => "Fixer la date limite",
        Matter::Language => "Fixer la langue",
        Matter::Questionnaire => "Fixer le questionnaire",
    }
}

/// The name of a field where it need not fit beside its value.
const fn field_whole(of: Field) -> &'static str {
    match of {
        Field::Simple => "date limite des déclarations simples",
        Field::Specific => "date limite des déclarations avec revenus spécifiques",
        other => field(other),
    }
}

const fn field(field: Field) -> &'static str {
    match field {
        Field::Flow => "flux de travail",
        Field::Simple => "revenus simples jusqu'au",
        Field::Specific => "spécifiques jusqu'au",
        Field::Offered => "questionnaires proposés",
        Field::Questionnaire => "questionnaire",
        Field::Language => "langue",
        Field::Rule => "langue du client",
        Field::Answers => "réponses précédentes",
        Field::Reach => "ce qui est délié",
        Field::Deadline => "date limite",
    }
}

fn unclear(unclear: Unclear) -> String {
    match unclear {
        Unclear::NotADate(of) => format!("{} n'est pas encore une date\u{a0}: jour, mois, année.", field_whole(of)),
        Unclear::Nothing(of) => format!("Il n'y a rien à choisir\u{a0}: {}.", field_whole(of)),
    }
}

const fn answers(answers: LastAnswers) -> &'static str {
    match answers {
        LastAnswers::TakenAlong => "faits durables repris",
        LastAnswers::LeftBehind => "pas reprises",
    }
}

const fn reach(reach: Reach) -> &'static str {
    match reach {
        Reach::NothingSent => "seulement le non-envoyé",
        Reach::AlsoSent => "aussi ce qui est envoyé",
    }
}

const fn due(due: Due) -> &'static str {
    match due {
        Due::Overdue => "en retard",
        Due::ThisWeek => "cette semaine",
        Due::ThisMonth => "ce mois-ci",
        Due::Later => "plus tard",
    }
}
