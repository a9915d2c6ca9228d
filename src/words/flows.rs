//! The phrases of task flows: the next season, who is linked, deadlines.

use super::{Told, Words};
use crate::app::season::{Field, Matter, Unclear};
use crate::domain::season::{Due, LastAnswers, Planned, Reach, Refused, Remark, WhyNot, Wish};
use crate::domain::task_flow::TaskFlow;

phrases! { FlowWords {
    questionnaire_gone: &'static str,
    other_year: fn(i16) -> String,
    archived: &'static str,
    none: &'static str,
    read_only: &'static str,
    nobody: &'static str,
    do_flows: &'static str,
    planning: &'static str,
    writing: &'static str,
    before_writing: &'static str,
    button_write: &'static str,
    type_number: fn(u64) -> String,
    other_number: fn(u64) -> String,
    number_wanted: fn(u64) -> String,
    foot: &'static str,
    goes_on: &'static str,
    customers: fn(u64) -> String,
    matter: fn(Matter) -> &'static str,
    field: fn(Field) -> &'static str,
    field_whole: fn(Field) -> &'static str,
    unclear: fn(Unclear) -> String,
    empty_is_default: &'static str,
    their_own: &'static str,
    for_all: &'static str,
    answers: fn(LastAnswers) -> &'static str,
    reach: fn(Reach) -> &'static str,
    due: fn(Due) -> &'static str,
    simple: &'static str,
    specific: &'static str,
    deadlines: fn(&str, &str) -> String,
    refused: fn(&Refused) -> Told,
    remark: fn(&Remark) -> String,
    why_not: fn(WhyNot) -> &'static str,
    makes: fn(&str) -> String,
    archives: fn(&str) -> String,
    reopens: fn(&str) -> String,
    changes: fn(&str) -> String,
    moves: fn(u64) -> String,
    links: fn(u64) -> String,
    unlinks: fn(u64) -> String,
    reworks: fn(u64) -> String,
    own_language: fn(u64) -> String,
    for_specific: fn(u64) -> String,
    carries: fn(u64, u64) -> String,
    loses: fn(u64, u64) -> String,
    was_sent: fn(u64) -> String,
    unsent: fn(u64) -> String,
    queued: fn(u64) -> String,
    left_out: fn(u64) -> String,
    nothing: &'static str,
    written: fn(u64) -> String,
    say_sent: fn(u64) -> String,
} }

impl Words {
    /// Until when, and with which questionnaires.
    fn terms(&self, flow: &TaskFlow) -> Vec<String> {
        let words = &self.flows;
        let day = |date: jiff::civil::Date| date.strftime("%d/%m/%Y").to_string();
        let questionnaires: Vec<&str> = flow.questionnaires.iter().map(|id| id.0.as_str()).collect();
        vec![
            (words.deadlines)(&day(flow.deadline_simple), &day(flow.deadline_specific)),
            format!("{}{}{}", self.desk.questionnaire_short, self.colon(), questionnaires.join(", ")),
        ]
    }

    /// What a plan comes to, and who is left out and why: whole lines, for a box or for a person at a prompt.
    #[must_use]
    pub fn planned(&self, planned: &Planned) -> Vec<String> {
        let words = &self.flows;
        let tally = &planned.tally;
        let flow = planned.wish.flow().0.as_str();
        let mut lines: Vec<String> = Vec::new();
        let changes_flow = planned.amendment.flows.first();
        match &planned.wish {
            Wish::Make(made) => {
                lines.push((words.makes)(flow));
                lines.extend(self.terms(made));
            }
            Wish::Change(_) => {
                let changed =
                    changes_flow.filter(|change| change.seen.as_ref().is_some_and(|seen| seen.archived == change.becomes.archived));
                lines.extend(changes_flow.is_none().then(|| words.nothing.to_owned()));
                lines.extend(changes_flow.map(|change| match change.seen.as_ref().map(|seen| seen.archived) {
                    Some(false) if change.becomes.archived => (words.archives)(flow),
                    Some(true) if !change.becomes.archived => (words.reopens)(flow),
                    _ => (words.changes)(flow),
                }));
                lines.extend(changed.into_iter().flat_map(|change| self.terms(&change.becomes)));
                lines.extend((tally.dossiers > 0).then(|| (words.moves)(tally.dossiers)));
            }
            _ if planned.amendment.is_empty() => lines.push(words.nothing.to_owned()),
            Wish::Link(..) => {
                lines.push((words.links)(tally.dossiers));
                lines.extend((tally.own_language > 0).then(|| (words.own_language)(tally.own_language)));
                lines.extend((tally.specific > 0).then(|| (words.for_specific)(tally.specific)));
                lines.extend((tally.carried > 0).then(|| (words.carries)(tally.carried, tally.carrying)));
            }
            Wish::Unlink(..) => lines.push((words.unlinks)(tally.dossiers)),
            Wish::Deadline(..) | Wish::Language(..) | Wish::Questionnaire(..) => lines.push((words.reworks)(tally.dossiers)),
        }
        lines.extend((tally.sent > 0).then(|| (words.was_sent)(tally.sent)));
        lines.extend((tally.lost > 0).then(|| (words.loses)(tally.lost, tally.losing)));
        let left_out = planned.left_out();
        if !left_out.is_empty() {
            lines.push((words.left_out)(planned.not.len() as u64));
            lines.extend(left_out.into_iter().map(|(why, count)| format!("{count:>6}  {}", (words.why_not)(why))));
        }
        lines
    }
}
