//! Questionnaires that came back, in English.

use crate::domain::answering::NoAnswer;
use crate::domain::archive::Archived;
use crate::domain::form::Unrecognised;
use crate::domain::returned::{NotUnderstood, Outcome, Refused};
use crate::words::{AnswersWords, Told, plural};

pub(super) const WORDS: AnswersWords = AnswersWords {
    outcome,
    not_understood,
    refused,
    counts: |new, changed, emptied, unclear| format!("{new} new, {changed} changed, {emptied} emptied, {unclear} not understood"),
    nothing_new: "All answers were known already.",
    by_number: "row known by its number alone",
    of_office: "the office decides this: not taken over",
    remark: "with a remark, which is kept word for word",
    counted_date: "date read from a number: check it",
    strange: "belongs to no question",
    for_the_record: "Perhaps to be changed with the customer too:",
    taken_over: |answers, dossiers| {
        format!("{} taken over into {}.", plural(answers, "answer", "answers"), plural(dossiers, "dossier", "dossiers"))
    },
    say_yes: "To take the new and changed answers over, say --yes.",
    kept_aside: "What was not understood is in the dossier, word for word: look at it yourself.",
};

const fn outcome(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Same => "unchanged",
        Outcome::StillMasked => "still masked",
        Outcome::New(_) => "new",
        Outcome::Changed(_) => "changed",
        Outcome::Emptied => "emptied",
        Outcome::NotUnderstood(_) => "not understood",
        Outcome::Told(_) => "customer wrote",
        Outcome::RowGone => "row is gone",
    }
}

const fn not_understood(why: NotUnderstood) -> &'static str {
    match why {
        NotUnderstood::NoAnswer(NoAnswer::NotYesNo) => "neither yes nor no",
        NotUnderstood::NoAnswer(NoAnswer::NotAChoice) => "no choice of the list",
        NotUnderstood::NoAnswer(NoAnswer::NotADate) => "no date",
        NotUnderstood::NoAnswer(NoAnswer::NotAnAmount) => "no amount",
        NotUnderstood::NoAnswer(NoAnswer::NotANumber) => "no whole number",
        NotUnderstood::NoAnswer(NoAnswer::NotAnAccount) => "not a right account number (IBAN)",
        NotUnderstood::NoAnswer(NoAnswer::TooLong) => "too long for an answer",
        NotUnderstood::HalfMasked => "number with stars, not complete",
        NotUnderstood::NotANationalNumber => "no valid national number",
        NotUnderstood::ErrorCell => "error sign of the workbook",
        NotUnderstood::Twice => "answered twice, differently",
    }
}

fn refused(why: &Refused) -> Told {
    match why {
        Refused::Unrecognised(Unrecognised::NoToken) => Told::new(
            "This is no questionnaire of this office.",
            "The reference of the dossier is not in it.",
            "Ask the customer to send back the file that you sent, or take the answers over by hand.",
        ),
        Refused::Unrecognised(Unrecognised::NoQuestions) => Told::new(
            "No questions are left in this workbook.",
            "The reference is there, but the rows of the questionnaire are not.",
            "Ask the customer to send back the whole file.",
        ),
        Refused::Unrecognised(Unrecognised::SeveralTokens { count }) => Told::new(
            "This workbook is put together from several questionnaires.",
            format!("References of {count} dossiers are in it."),
            "Ask each customer for their own: nothing was given to the wrong one.",
        ),
        Refused::Unrecognised(Unrecognised::SeveralQuestionnaires) => Told::new(
            "This workbook is put together from several questionnaires.",
            "Marks of different years are in it.",
            "Ask the customer to send back the file that you sent.",
        ),
        Refused::Unrecognised(Unrecognised::Newer { found }) => {
            Told::new(format!("This questionnaire has version {found}."), "A newer program made it.", "Use the newer program.")
        }
        Refused::UnknownToken => Told::new(
            "No dossier has this reference.",
            "It is of another store, or the customer was removed or unlinked.",
            "Name the right store with --store.",
        ),
        Refused::OtherQuestionnaire { found, wanted } => Told::new(
            "This questionnaire is not the dossier's.",
            format!("The file is of {found}, the dossier of {wanted}."),
            "Ask the customer to fill in this year's questionnaire.",
        ),
        Refused::NoQuestionnaire { id } => Told::new(
            format!("There is no questionnaire {id} any more."),
            "Without its questions the answers cannot be read.",
            "Put its file back in the folder of questionnaires.",
        ),
        Refused::Archived(Archived(flow)) => Told::new(
            format!("Its dossier is in the archive, in task flow {flow}."),
            "Dossiers of the archive are read only: nothing was taken over.",
            "Take the task flow out of the archive (customers, task flows), then give the file again.",
        ),
        Refused::SameFile { earlier } => {
            Told::new("This file was given twice.", format!("It is the same as {earlier}."), "There is nothing to do.")
        }
        Refused::SameDossier { earlier } => {
            Told::new("Another file was given for this dossier.", format!("That is {earlier}."), "Give them one by one, the oldest first.")
        }
    }
}
