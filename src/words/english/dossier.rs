//! One dossier, in English.

use super::trade;
use crate::app::dossier::{Asked, DossierNotice};
use crate::domain::answering::NoAnswer;
use crate::domain::completion::Matter;
use crate::domain::dossier::{Origin, Settlement};
use crate::domain::questionnaire::AnswerKind;
use crate::words::dossier::DossierWords;
use crate::words::plural;

pub(super) const WORDS: DossierWords = DossierWords {
    since: |day| format!("since {day}"),
    deadline: |date| format!("deadline {date}"),
    by_default: |date| format!("{date} (default)"),
    answered_of: |answered, asked| format!("{answered} of {asked} answered"),
    unsaved: |count| format!("{count} not saved"),
    origin,
    origin_note,
    kind,
    matter,
    question,
    notice,
    no_answer_because,
    yes: "yes",
    no: "no",
    no_answer: "no answer",
    invitation_wanted: "invitation wanted",
    wanted: "wanted",
    not_wanted: "not wanted",
    close: "Close the dossier",
    reopen: "Open the dossier again",
    answer_name: "Answer",
    origin_name: "Comes from",
    before_name: "Stored",
    codes_name: "Codes on the form",
    choices_name: "Choices",
    kind_name: "Kind of answer",
    aside_name: "Came back",
    aside_note: "This was not understood: answer the question, or press {texts-aside}.",
    asides: |count| format!("{} to look at", plural(count, "text", "texts")),
    to_look_at: |count| format!("{count} to look at"),
    record_note: "The customer answered something else: press {texts-aside} to decide.",
    take_record: "Take over into the customer's record",
    leave_record: "Leave the record as it is",
    settled: |how| match how {
        Settlement::TakenOver => "taken over",
        Settlement::Dismissed => "stays as it is",
    },
    undecided: "not decided",
    beside: |place| format!("at no question ({place})"),
    to_question: "To the question",
    dealt_with: "Dealt with: out of the dossier",
    customer_stays: "Filled in from the customer's data. Changed here, it changes in this dossier only.",
    is_deadline: "This is the deadline of the dossier.",
    is_language: "This is the language of the dossier.",
    no_list: |id| format!("The file of questionnaire {id} is gone. {{about-dossier}} chooses another; the answers that fit it stay."),
    stands: "{open} answers, {next-unanswered} finds the next open question, {save-dossier} saves.",
    stands_out: "The customer has an older version: what you change stays here.",
    stands_closed: "This dossier is closed. {about-dossier} opens it again.",
    stands_archived: "The task flow is archived: read only. In tab {tab-flows}, {archive} takes it out.",
    filtered: |filter, count| format!("Filter {filter}: {}. {{close}} shows all.", plural(count, "question", "questions")),
    reads_as: |value| format!("Kept as: {value}"),
    stays: "What is masked stays until you type over it.",
    cleared: "Empty: the question will have no answer.",
    default_again: |date| format!("Empty: the task flow's deadline again, {date}."),
    too_early: |year| format!("The deadline cannot be before {year}, the assessment year."),
    line_foot: "{choose} takes it - Ctrl+U empties - {close} leaves it",
    lines_foot: "{choose} takes it - Enter: new line - {close} leaves it",
    change_anyway: |count| format!("Change all the same: {} lost", plural(count, "answer is", "answers are")),
    save_changes: |count| format!("Save {}", plural(count, "change", "changes")),
    clash: |mine, theirs| format!("yours: {mine}, now: {theirs}"),
    leave_title: "Leave without saving?",
    leave_text: |count| {
        let made = plural(count, "change of this dossier is", "changes of this dossier are");
        format!("{made} not saved and would be lost. Go back and press {{save-dossier}} to save.")
    },
    leave_button: "Leave without saving",
    close_title: "Close this dossier?",
    close_text: "A closed dossier gets no invitation and no reminder, and its answers stay as they are. It can be opened again. It is closed when you save.",
    close_button: "Close it",
    reopen_title: "Open this dossier again?",
    reopen_text: "It becomes what it was before it was closed, and its answers can be changed again. It is open when you save.",
    reopen_button: "Open it again",
    reading: "Reading the dossier",
    saving: "Saving the dossier",
    hint_answer: "answer",
    hint_take: "take it",
};

fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Imported => "imported",
        Origin::Derived => "derived",
        Origin::Default => "default",
        Origin::Stored => "on file",
        Origin::Typed => "typed",
        Origin::Returned => "returned",
        Origin::LastSeason => "last year",
    }
}

fn origin_note(origin: Origin) -> &'static str {
    match origin {
        Origin::Imported => "imported: the workbook says so",
        Origin::Derived => "derived from the national number",
        Origin::Default => "default of the task flow or the import",
        Origin::Stored => "from the customer's record at the office",
        Origin::Typed => "typed by a colleague",
        Origin::Returned => "returned by the customer",
        Origin::LastSeason => "taken along from the season before",
    }
}

fn kind(kind: AnswerKind) -> &'static str {
    match kind {
        AnswerKind::Text => "text on one line",
        AnswerKind::LongText => "text on several lines",
        AnswerKind::YesNo => "yes or no",
        AnswerKind::Choice => "one of the choices",
        AnswerKind::Date => "date",
        AnswerKind::Amount => "amount in euro",
        AnswerKind::Number => "whole number",
        AnswerKind::Account => "account number (IBAN)",
    }
}

fn matter(matter: &Matter) -> &'static str {
    match matter {
        Matter::Questionnaire => "Questionnaire",
        Matter::Language => "Language of the dossier",
        Matter::Deadline => "Deadline",
        Matter::Invitation => "Invitation mail",
        Matter::Status => "Status",
        Matter::Aside => "Texts of the customer",
        Matter::Record(_) => "Customer's record",
        Matter::Answer(_) => "Answer",
    }
}

fn question(asked: Asked) -> &'static str {
    match asked {
        Asked::Choice => "The answer",
        Asked::YesNo => "The answer: y or n",
        Asked::Sections => "Sections: {choose} goes there",
        Asked::About => "This dossier: {choose} changes",
        Asked::Language => "Language of the dossier",
        Asked::Questionnaire => "Questionnaire of this dossier",
        Asked::Lost => "These answers have no place in it",
        Asked::Changes => "What is saved",
        Asked::Clashes => "A colleague changed these too: yours was not taken",
        Asked::Asides => "What the customer wrote: to look at",
        Asked::Record => "The customer's own record: take it over?",
        Asked::Aside => "What the customer wrote",
    }
}

fn notice(notice: &DossierNotice) -> String {
    match notice {
        DossierNotice::TakenBack(what) => format!("Taken back: {what}"),
        DossierNotice::MadeAgain(what) => format!("Made again: {what}"),
        DossierNotice::Closed => "This dossier is closed: open it again first ({about-dossier}).".to_owned(),
        DossierNotice::Archived => "The task flow is archived: read only. In tab {tab-flows}, {archive} takes it out.".to_owned(),
        DossierNotice::NoQuestion => "There is no question here.".to_owned(),
        DossierNotice::NotYesNo => "This is no yes-or-no question: {open} answers it.".to_owned(),
        DossierNotice::NothingToClear => "There is no answer to clear.".to_owned(),
        DossierNotice::NoneOpen => "No further open question in this direction.".to_owned(),
        DossierNotice::NoneAside => "There is no text of the customer to look at.".to_owned(),
        DossierNotice::NotTaken => "Not taken: the reason stands in the box.".to_owned(),
        DossierNotice::Masked => "A national number stands in it: {show-numbers} shows it, then edit it.".to_owned(),
        DossierNotice::TakenUp(count, when) => {
            format!("{} of {when} not saved. {{undo}} takes back.", plural(*count, "change", "changes"))
        }
        DossierNotice::Saved(count) => format!("{} saved.", plural(*count, "change", "changes")),
        DossierNotice::NothingToSave => "Nothing has changed since it was last saved.".to_owned(),
        DossierNotice::OnTop(count) => {
            format!("A colleague was first; {} kept. {{save-dossier}} saves.", plural(*count, "change of yours is", "changes of yours are"))
        }
        DossierNotice::OtherLanguages(codes) => format!("It exists in {codes} only: change the language first."),
        DossierNotice::Reads(language) => format!("Questions in {}. {{question-language}} turns back.", trade::language(*language)),
        DossierNotice::OnlyOne => "The task flow has no other questionnaire.".to_owned(),
    }
}

fn no_answer_because(why: NoAnswer) -> &'static str {
    match why {
        NoAnswer::NotYesNo => "Neither a yes nor a no: type yes or no.",
        NoAnswer::NotAChoice => "None of the choices: take one of the list.",
        NoAnswer::NotADate => "No date: type it as 15/7/2026.",
        NoAnswer::NotAnAmount => "No amount: type it as 1234,50, with two decimals at most.",
        NoAnswer::NotANumber => "No whole number: type digits only.",
        NoAnswer::NotAnAccount => "Not a right IBAN: please check the digits, like BE68 5390 0754 7034.",
        NoAnswer::TooLong => "Too long for an answer: shorten it.",
    }
}
