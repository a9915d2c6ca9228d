//! Task flows in English.

use crate::app::season::{Field, Matter, Unclear};
use crate::domain::season::{Due, LastAnswers, Reach, Refused, Remark, WhyNot};
use crate::words::flows::FlowWords;
use crate::words::{Told, plural};

pub(super) const WORDS: FlowWords = FlowWords {
    questionnaire_gone: "not there",
    other_year: |year| format!("These questions are of assessment year {year}: inviting has to be asked for expressly."),
    archived: "archived",
    none: "There is no task flow. The first import makes them.",
    read_only: "Archived: its dossiers are read only.",
    nobody: "Nobody is linked yet: {season} on the tab of customers links them.",
    do_flows: "{open} shows the dossiers, {next-season} makes the next season, {archive} archives.",
    planning: "Working out what would change",
    writing: "Writing",
    before_writing: "Before it is written",
    button_write: "Write",
    type_number: |count| format!("{} sent already: type that number to unlink.", plural(count, "dossier was", "dossiers were")),
    other_number: |count| format!("That is another number: type {count}."),
    number_wanted: |count| format!("Nothing unlinked yet: type {count}, or press {{close}}."),
    foot: "Space changes, {choose} goes on",
    goes_on: "go on",
    customers: |count| plural(count, "customer", "customers"),
    matter,
    field,
    field_whole,
    unclear,
    empty_is_default: "Empty is the task flow's default again.",
    their_own: "their own where it can be",
    for_all: "this one for all",
    answers,
    reach,
    due,
    simple: "simple until",
    specific: "specific until",
    deadlines: |simple, specific| format!("deadline for simple income {simple}; for specific income {specific}"),
    refused,
    remark,
    why_not,
    makes: |flow| format!("Task flow {flow} is made."),
    archives: |flow| format!("Task flow {flow} goes into the archive: its dossiers are read only."),
    reopens: |flow| format!("Task flow {flow} comes out of the archive."),
    changes: |flow| format!("Task flow {flow} changes."),
    moves: |count| format!("{} with the default deadline and not sent yet: moved along.", plural(count, "dossier", "dossiers")),
    links: |count| format!("{} linked, with a new dossier.", plural(count, "customer", "customers")),
    unlinks: |count| {
        let dossiers = if count == 1 { "the dossier goes" } else { "the dossiers go" };
        format!("{} unlinked; {dossiers}.", plural(count, "customer", "customers"))
    },
    reworks: |count| format!("{} changed.", plural(count, "dossier", "dossiers")),
    own_language: |count| format!("{} in the customer's own language.", plural(count, "dossier", "dossiers")),
    for_specific: |count| format!("{} with the deadline for specific income.", plural(count, "dossier", "dossiers")),
    carries: |answers, customers| {
        format!(
            "{} taken along for {}.",
            plural(answers, "answer of last season", "answers of last season"),
            plural(customers, "customer", "customers")
        )
    },
    loses: |answers, dossiers| {
        format!("{} lost in {}.", plural(answers, "given answer", "given answers"), plural(dossiers, "dossier", "dossiers"))
    },
    was_sent: |count| format!("{} among them already with the customer.", plural(count, "questionnaire", "questionnaires")),
    unsent: |count| format!("{} not sent yet, and cannot be sent from the archive.", plural(count, "dossier", "dossiers")),
    queued: |count| format!("{} in the outbox and will not leave.", plural(count, "mail of it is", "mails of it are")),
    left_out: |count| format!("{} left out:", plural(count, "customer", "customers")),
    nothing: "There is nothing to change.",
    written: |number| format!("Written as number {number} in the journal."),
    say_sent: |count| format!("To unlink what was sent too, say how many: --also-sent {count}."),
};

fn refused(refused: &Refused) -> Told {
    match refused {
        Refused::NoSuchFlow(flow) => Told::new(format!("There is no task flow {flow}."), "", "See which there are: instroom flows."),
        Refused::FlowExists(flow) => Told::new(format!("There is a task flow {flow} already."), "", "Go on with that one."),
        Refused::YearExists(year, flow) => Told::new(
            format!("There is no second season of {year}."),
            format!("Task flow {flow} is of that assessment year already."),
            "Go on with that one; it may be in the archive.",
        ),
        Refused::Archived(flow) => {
            Told::new(format!("Task flow {flow} is archived."), "Its dossiers are read only.", "Take it out of the archive first.")
        }
        Refused::NoQuestionnaire => Told::new("No questionnaire is chosen.", "A task flow has at least one.", "Choose one."),
        Refused::NoSuchQuestionnaire(id) => {
            Told::new(format!("There is no questionnaire {id} here."), "The task flow does not offer it.", "Choose one of the task flow's.")
        }
        Refused::QuestionnaireNotThere(id) => Told::new(
            format!("There is no questionnaire {id}."),
            "It is neither built in nor in the office's folder.",
            "Put its file back in the folder of questionnaires, or choose another.",
        ),
        Refused::NotInLanguage(id, language) => Told::new(
            format!("Questionnaire {id} does not exist in that language: {}.", super::trade::language(*language)),
            "",
            "Choose another language or another questionnaire.",
        ),
        Refused::DeadlineOutside(date, year) => Told::new(
            format!("{} is no deadline of assessment year {year}.", date.strftime("%d/%m/%Y")),
            format!("It lies outside {year} and {}.", year.saturating_add(1)),
            "Check the year of the date.",
        ),
    }
}

fn remark(remark: &Remark) -> String {
    match remark {
        Remark::CheckDeadlines => "The deadlines are last season's, a year on: check what FPS Finance has published.".to_owned(),
        Remark::OtherYear(id, year) => format!("Questionnaire {id} is of {year}, with the form codes of that year."),
        Remark::NotThere(id) => format!("The file of questionnaire {id} is gone from the office's folder: put it back or choose another."),
    }
}

const fn why_not(why: WhyNot) -> &'static str {
    match why {
        WhyNot::HasDossier => "linked already",
        WhyNot::NoDossier => "not linked",
        WhyNot::AsAskedFor => "like that already",
        WhyNot::InOutbox => "in the outbox",
        WhyNot::Sent => "sent already",
        WhyNot::Closed => "closed",
        WhyNot::NotInLanguage => "no questionnaire in that language",
        WhyNot::Gone => "no longer in the store",
        WhyNot::Unreadable => "the stored customer cannot be read",
    }
}

const fn matter(matter: Matter) -> &'static str {
    match matter {
        Matter::Next => "Next season",
        Matter::Change => "Deadlines and questionnaires",
        Matter::Link => "Link to a task flow",
        Matter::Unlink => "Unlink from a task flow",
        Matter::Deadline => "Set the deadline",
        Matter::Language => "Set the language",
        Matter::Questionnaire => "Set the questionnaire",
    }
}

/// The name of a field where it need not fit beside its value.
const fn field_whole(of: Field) -> &'static str {
    match of {
        Field::Simple => "deadline for simple income",
        Field::Specific => "deadline for specific income",
        other => field(other),
    }
}

const fn field(field: Field) -> &'static str {
    match field {
        Field::Flow => "task flow",
        Field::Simple => "deadline, simple income",
        Field::Specific => "deadline, specific income",
        Field::Offered => "questionnaires offered",
        Field::Questionnaire => "questionnaire",
        Field::Language => "language",
        Field::Rule => "language of the customer",
        Field::Answers => "last season's answers",
        Field::Reach => "what is unlinked",
        Field::Deadline => "deadline",
    }
}

fn unclear(unclear: Unclear) -> String {
    match unclear {
        Unclear::NotADate(of) => format!("{} is no date yet: day, month, year.", field_whole(of)),
        Unclear::Nothing(of) => format!("There is nothing to choose: {}.", field_whole(of)),
    }
}

const fn answers(answers: LastAnswers) -> &'static str {
    match answers {
        LastAnswers::TakenAlong => "lasting facts come along",
        LastAnswers::LeftBehind => "left behind",
    }
}

const fn reach(reach: Reach) -> &'static str {
    match reach {
        Reach::NothingSent => "only what was not sent",
        Reach::AlsoSent => "also what was sent",
    }
}

const fn due(due: Due) -> &'static str {
    match due {
        Due::Overdue => "overdue",
        Due::ThisWeek => "this week",
        Due::ThisMonth => "this month",
        Due::Later => "later",
    }
}
