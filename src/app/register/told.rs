//! Everything about one customer, for the detail pane: the dossiers, the fields, the partner, who changed it.

use super::dossiers::{days_left, progress};
use super::shelf::Shelf;
use crate::app::desk::Sight;
use crate::app::detail::{TextLine, Tone, fit, line, proof};
use crate::app::table::Column;
use crate::domain::dossier::{Origin, Status};
use crate::domain::field::Field;
use crate::domain::language::Language;
use crate::domain::questionnaire::QuestionnaireId;
use crate::domain::season::mismatch;
use crate::domain::snapshot::{DossierHead, JournalLine};
use crate::domain::task_flow::{TaskFlow, TaskFlowId};

/// Width of the column with the names of the fields.
const NAMES: usize = 18;

/// Everything about a customer; the dossier in question first where there is one.
pub(super) fn customer(shelf: &Shelf, customer: u32, first: Option<&TaskFlowId>, sight: Sight) -> (String, Vec<TextLine>) {
    let words = sight.words();
    let id = shelf.customer_id(customer).map_or_else(String::new, |id| id.to_string());
    let Some(values) = shelf.values(customer) else { return (format!("{id}  {}", words.damaged_record), Vec::new()) };
    let title = format!("{id}  {}", sight.name(&values.full_name()));
    let mut lines = dossiers(shelf, customer, first, sight);
    lines.push(Vec::new());
    for (field, value) in values.iter() {
        lines.push(named((words.field)(field), shown(field, value, sight)));
        if field.is_national_number() {
            lines.extend(proof(value, sight).into_iter().map(|text| line(Tone::Good, format!("{}{text}", " ".repeat(NAMES)))));
        }
    }
    lines.extend(partners(shelf, customer, sight));
    if let Some(change) = shelf.last_change(customer) {
        lines.push(Vec::new());
        lines.push(line(Tone::Dim, (words.register.changed)(&sight.day(change.when), &by(change, sight))));
    }
    (title, lines)
}

/// Who made a commit, and what it was.
pub(super) fn by(change: &JournalLine, sight: Sight) -> String {
    let deed = (sight.words().register.deed)(&change.deed);
    let who = sight.text(&change.who);
    if change.file.is_empty() { format!("{who}, {deed}") } else { format!("{who}, {deed} {}", sight.file(&change.file)) }
}

/// What a questionnaire is called.
pub(super) fn questionnaire(shelf: &Shelf, id: &QuestionnaireId, sight: Sight) -> String {
    let known = shelf.office().and_then(|office| office.catalogue.get(id));
    let title = known.and_then(|known| known.title.get(sight.language.of_customers()));
    sight.text(title.unwrap_or(&id.0))
}

/// The assessment year of a questionnaire where that is not the task flow's.
pub(super) fn other_year(shelf: &Shelf, flow: &TaskFlow, id: &QuestionnaireId) -> Option<i16> {
    mismatch(flow, shelf.office()?.catalogue.get(id)?)
}

fn named(name: &str, value: impl Into<String>) -> TextLine {
    vec![(Tone::Name, fit(name, NAMES)), (Tone::Plain, value.into())]
}

/// Every dossier, the newest first; the one in question before all.
fn dossiers(shelf: &Shelf, customer: u32, first: Option<&TaskFlowId>, sight: Sight) -> Vec<TextLine> {
    let words = sight.words();
    let snapshot = &shelf.stock().snapshot;
    let Some(id) = shelf.customer_id(customer) else { return Vec::new() };
    let mut found: Vec<(&TaskFlow, &DossierHead)> =
        snapshot.flows.iter().filter_map(|flow| Some((flow, snapshot.dossier(&flow.id, id)?))).collect();
    found.sort_by_key(|(flow, _)| first.is_some_and(|first| flow.id != *first));
    let mut lines = Vec::new();
    if let Some(flow) = shelf.flow().filter(|flow| found.iter().all(|(other, _)| other.id != flow.id)) {
        lines.push(line(Tone::Warning, (words.register.not_linked_to)(&(words.flow)(flow.assessment_year))));
    }
    for (flow, head) in found {
        lines.extend(dossier(shelf, flow, head, sight));
    }
    lines
}

fn dossier(shelf: &Shelf, flow: &TaskFlow, head: &DossierHead, sight: Sight) -> Vec<TextLine> {
    let (words, register, about) = (sight.words(), &sight.words().register, &head.about);
    let tone = match about.status {
        Status::Answered | Status::Closed => Tone::Good,
        Status::Failed => Tone::Error,
        Status::Unsure => Tone::Warning,
        Status::NotSentYet | Status::Queued | Status::Sent => Tone::Plain,
    };
    let since = about.since.map_or_else(String::new, |since| format!("  {}", (register.since)(&sight.day(since))));
    let mut lines = vec![vec![
        (Tone::Head, fit(&(words.flow_short)(flow.assessment_year), NAMES)),
        (tone, (register.status)(about.status).to_owned()),
        (Tone::Dim, since),
    ]];
    let mut until = named((words.field)(Field::Deadline), about.deadline.strftime("%d/%m/%Y").to_string());
    if about.deadline_origin == Origin::Default {
        until.push((Tone::Dim, format!("  {}", words.detail.by_default)));
    }
    if let Some(days) = days_left(shelf, head).filter(|_| about.status != Status::Closed) {
        let tone = if days < 0 { Tone::Error } else { Tone::Dim };
        until.push((tone, format!("  {}", (register.days_left)(i64::from(days)))));
    }
    lines.push(until);
    let title = questionnaire(shelf, &head.questionnaire, sight);
    lines.push(named((words.column)(Column::Questionnaire), format!("{title}  {}  {}", about.language.code(), progress(shelf, head))));
    if let Some(sent) = about.sent {
        let mut told = named(register.sent, sight.moment(sent));
        if let Some(last) = about.reminded {
            told.push((Tone::Dim, format!("  {}", (register.reminded)(u64::from(about.reminders), &sight.day(last)))));
        }
        lines.push(told);
    } else if about.invitation_wanted {
        lines.push(named((words.field)(Field::SendInvitation), register.wanted));
    }
    lines
}

/// The stored customer who has the partner's national number, and the customers whose partner this one is.
fn partners(shelf: &Shelf, customer: u32, sight: Sight) -> Vec<TextLine> {
    let stock = shelf.stock();
    let keys = stock.keys(customer);
    let mut members: Vec<u32> = stock.with_national(keys.partner).iter().chain(stock.with_partner(keys.national)).copied().collect();
    members.retain(|member| *member != customer);
    members.sort_unstable();
    members.dedup();
    let told = |member: u32| {
        let name = shelf.values(member).map_or_else(String::new, |values| values.full_name());
        let id = shelf.customer_id(member).map_or_else(String::new, |id| id.to_string());
        named(sight.words().couple.partner, format!("{id} {}", sight.name(&name)))
    };
    members.into_iter().map(told).collect()
}

/// A value as a person reads it.
fn shown(field: Field, value: &str, sight: Sight) -> String {
    match field {
        Field::Language => {
            Language::from_word(value).map_or_else(|| sight.text(value), |language| (sight.words().language)(language).to_owned())
        }
        _ => sight.value(field, value),
    }
}
