//! Everything about one line, for the pane: what happens and why, who changed it, and what is stored of the customer.

use super::listed::{cell, part, rule};
use super::{About, Line, Past, ToldColumn};
use crate::app::desk::Sight;
use crate::app::detail::{TextLine, Tone, fit, line as text_line};
use crate::app::table::Column;
use crate::domain::change_set::RowOutcome;
use crate::domain::snapshot::Revision;
use crate::domain::taking_back::WhyKept;

/// Width of the column with the names of the fields.
const NAMES: usize = 18;

pub(super) fn line_told(past: &Past, line: &Line, sight: Sight) -> (String, Vec<TextLine>) {
    let words = sight.words();
    let number = line.customer.map_or_else(String::new, |id| id.to_string());
    let name = cell(line, Column::Customer, sight);
    let title = match &line.about {
        About::Row(row, _) => format!("{}  {name}", (words.row)(*row)),
        _ => format!("{number}  {name}"),
    };
    let mut lines = match &line.about {
        About::Row(_, outcome) => row(line, outcome, sight),
        _ => reversed(past, line, sight),
    };
    let snapshot = &past.stock.snapshot;
    let stored = line.customer.and_then(|id| snapshot.customer(snapshot.index_of(id)?).ok());
    match (line.customer, stored) {
        (Some(_), Some(customer)) => {
            lines.push(Vec::new());
            lines.push(text_line(Tone::Head, format!("{} {number}", words.told.stored_now)));
            lines.extend(
                customer
                    .values
                    .iter()
                    .map(|(field, value)| vec![(Tone::Name, fit((words.field)(field), NAMES)), (Tone::Plain, sight.value(field, value))]),
            );
        }
        (Some(_), None) => lines.push(text_line(Tone::Dim, words.told.not_there)),
        (None, _) => {}
    }
    (title, lines)
}

fn row(line: &Line, outcome: &RowOutcome, sight: Sight) -> Vec<TextLine> {
    let words = sight.words();
    let told = cell(line, Column::Told(ToldColumn::Outcome), sight);
    let tone = match outcome {
        RowOutcome::Added | RowOutcome::Updated(_) => Tone::Good,
        RowOutcome::Invalid(_) => Tone::Error,
        RowOutcome::LeftAlone(_) | RowOutcome::NotSelected | RowOutcome::Joined(_) => Tone::Plain,
    };
    let mut lines = vec![text_line(tone, told)];
    match outcome {
        RowOutcome::Invalid(rules) => lines.extend(rules.iter().map(|id| {
            let what = rule(id).map_or(id.as_str(), |rule| words.rule(rule).reason);
            vec![(Tone::Error, "! ".to_owned()), (Tone::Plain, format!("{what}  ")), (Tone::Dim, id.clone())]
        })),
        RowOutcome::Joined(other) => lines.push(text_line(Tone::Plain, (words.told.with_row)(u64::from(*other)))),
        RowOutcome::Added | RowOutcome::Updated(_) | RowOutcome::LeftAlone(_) | RowOutcome::NotSelected => {}
    }
    lines
}

fn reversed(past: &Past, line: &Line, sight: Sight) -> Vec<TextLine> {
    let words = sight.words();
    let fate = cell(line, Column::Told(ToldColumn::Fate), sight);
    let what = part(&line.about).map_or_else(String::new, |part| (words.past.part)(&part));
    let tone = if let About::Kept(..) = line.about { Tone::Warning } else { Tone::Head };
    let mut lines = vec![vec![(tone, fit(&fate, NAMES)), (Tone::Plain, what)]];
    match &line.about {
        About::Value(_) => {
            let named = |name: &str, column| vec![(Tone::Name, fit(name, NAMES)), (Tone::Plain, cell(line, Column::Told(column), sight))];
            lines.push(named(words.told.now, ToldColumn::Now));
            lines.push(named(words.told.then, ToldColumn::Then));
        }
        About::Kept(_, why) => {
            lines.push(text_line(Tone::Plain, (words.past.why)(why)));
            lines.extend(commit_of(why).and_then(|by| by_whom(past, by, sight)));
        }
        About::Row(..) | About::Customer | About::Dossier(_) => {}
    }
    lines
}

const fn commit_of(why: &WhyKept) -> Option<Revision> {
    match why {
        WhyKept::Changed(by) | WhyKept::Completed(_, by) => Some(*by),
        WhyKept::Linked(_) | WhyKept::Progressed(..) | WhyKept::InOutbox(_) | WhyKept::Archived(_) | WhyKept::WithCustomer(_) => None,
    }
}

/// Who made a commit, and when.
fn by_whom(past: &Past, by: Revision, sight: Sight) -> Option<TextLine> {
    let line = past.stock.snapshot.journal_line(by)?;
    let words = sight.words();
    Some(text_line(
        Tone::Dim,
        format!("{} {}, {}", by.0, (words.past.deed)(&line.deed), (words.told.by)(&sight.text(&line.who), &sight.moment(line.when))),
    ))
}
