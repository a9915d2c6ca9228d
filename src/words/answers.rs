//! What is said about questionnaires that came back.

use crate::domain::returned::{NotUnderstood, Outcome, Refused};
use crate::words::Told;

phrases! { AnswersWords {
    outcome: fn(&Outcome) -> &'static str,
    not_understood: fn(NotUnderstood) -> &'static str,
    refused: fn(&Refused) -> Told,
    counts: fn(u64, u64, u64, u64) -> String,
    nothing_new: &'static str,
    by_number: &'static str,
    of_office: &'static str,
    remark: &'static str,
    counted_date: &'static str,
    strange: &'static str,
    for_the_record: &'static str,
    taken_over: fn(u64, u64) -> String,
    say_yes: &'static str,
    kept_aside: &'static str,
} }
