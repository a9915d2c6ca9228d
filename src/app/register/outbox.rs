//! The mails of the outbox. An item is a place in the outbox, whose order only ever grows.

use super::customers::setting;
use super::shelf::Shelf;
use super::tab::Tab;
use crate::app::desk::Sight;
use crate::app::detail::{TextLine, Tone, fit, line};
use crate::app::grouping::{Common, Group, Grouping};
use crate::app::keymap::Layer;
use crate::app::listing::{Hearing, SortKey, by_nothing, by_number, by_text};
use crate::app::mailing::MailStage;
use crate::app::table::{Column, ColumnSetting, Direction, Table};
use crate::domain::field::Field;
use crate::domain::fold::fold;
use crate::domain::outbox::{Doubt, Failure, Message, Round, State};

/// The mails, those first that want a person; of each kind in the order in which they leave.
pub(super) struct Mails;

const COLUMNS: [Column; 12] = [
    Column::MailState,
    Column::Customer,
    Column::Field(Field::Email),
    Column::Since,
    Column::Attempts,
    Column::Answer,
    Column::Occasion,
    Column::Flow,
    Column::Round,
    Column::Field(Field::Language),
    Column::Message,
    Column::CustomerId,
];

/// Columns of a day and an hour.
const MOMENT: u16 = 16;

const GROUPINGS: [Grouping; 4] =
    [Grouping::Value(Column::MailState), Grouping::Value(Column::Round), Grouping::Value(Column::Occasion), Grouping::Value(Column::Flow)];

impl Tab for Mails {
    fn table() -> Table {
        // Within a round, the hour tells more than the day.
        let with_hour =
            |setting: ColumnSetting| if setting.column == Column::Since { ColumnSetting { width: MOMENT, ..setting } } else { setting };
        let mut table = Table::new(COLUMNS.into_iter().map(setting).map(with_hour).collect());
        table.sort = Some((Column::MailState, Direction::Ascending));
        table
    }

    fn items(shelf: &Shelf) -> Vec<u32> {
        (0..u32::try_from(shelf.outbox().messages().len()).unwrap_or(u32::MAX)).collect()
    }

    fn customer(shelf: &Shelf, item: u32) -> Option<u32> {
        let message = shelf.message(item)?;
        let snapshot = &shelf.stock().snapshot;
        // Of another store's mails the customers are others, whatever their numbers.
        let is_own = round(shelf, message).is_some_and(|round| round.store == snapshot.store);
        is_own.then(|| snapshot.index_of(message.customer)).flatten().and_then(|index| u32::try_from(index).ok())
    }

    fn sift(shelf: &Shelf, items: &mut Vec<u32>, wanted: &str) {
        let found = shelf.texts().map(|texts| texts.holding(wanted));
        items.retain(|&item| {
            let Some(message) = shelf.message(item) else { return false };
            let by_customer = || found.as_ref().zip(Self::customer(shelf, item)).is_some_and(|(found, customer)| found.has(customer));
            let texts = [message.to.as_str(), &message.id.to_string(), &message.customer.to_string(), message.flow.0.as_str()];
            texts.into_iter().any(|text| fold(text).contains(wanted)) || by_customer()
        });
    }

    fn sort_key(shelf: &Shelf, item: u32, column: Column) -> SortKey<'_> {
        let Some(message) = shelf.message(item) else { return by_nothing() };
        match column {
            Column::Message => by_number(message.id.0),
            Column::MailState => by_number(MailStage::of(&message.state) as u64),
            Column::Since => shelf.since(message).map_or_else(by_nothing, |since| by_number(since.as_second().unsigned_abs())),
            Column::Attempts => by_number(u64::from(message.attempts)),
            Column::Answer => by_text(answer(&message.state)),
            Column::Round => round(shelf, message).map_or_else(by_nothing, |round| by_number(round.when.as_second().unsigned_abs())),
            Column::Occasion => by_text(message.occasion.code()),
            Column::Flow => by_text(&message.flow.0),
            Column::CustomerId => by_number(message.customer.0),
            Column::Field(Field::Email) => by_text(&message.to),
            Column::Field(Field::Language) => by_text(message.language.code()),
            Column::Customer => by_text(&name(shelf, item).unwrap_or_default()),
            _ => by_nothing(),
        }
    }

    fn groupings() -> &'static [Grouping] {
        &GROUPINGS
    }

    fn grouping_of(column: Column) -> Option<Grouping> {
        matches!(column, Column::MailState | Column::Round | Column::Occasion | Column::Flow | Column::Answer)
            .then_some(Grouping::Value(column))
    }

    fn commons(shelf: &Shelf, item: u32, by: Grouping, hear: Hearing<'_>) {
        let Some(message) = shelf.message(item) else { return };
        match by {
            Grouping::Value(Column::MailState) => hear(Common::Mail(MailStage::of(&message.state)), ""),
            Grouping::Value(Column::Round) => {
                if let Some(round) = round(shelf, message) {
                    hear(Common::Round(round.when, round.who.as_str().into()), "");
                }
            }
            Grouping::Value(Column::Occasion) => hear(Common::Occasion(message.occasion), ""),
            Grouping::Value(Column::Answer) => hear(Common::Text(fold(answer(&message.state)).into()), answer(&message.state)),
            Grouping::Value(Column::Flow) => hear(Common::Text(fold(&message.flow.0).into()), &message.flow.0),
            _ => {}
        }
    }

    fn spell(_: &Shelf, _: &mut Group, _: u32) {}

    fn cells(shelf: &Shelf, item: u32, columns: &[Column], sight: Sight) -> Vec<String> {
        let Some(message) = shelf.message(item) else { return Vec::new() };
        columns.iter().map(|column| cell(shelf, item, message, *column, sight)).collect()
    }

    fn told(shelf: &Shelf, item: u32, sight: Sight) -> (String, Vec<TextLine>) {
        let Some(message) = shelf.message(item) else { return (String::new(), Vec::new()) };
        let words = sight.words();
        let title = format!("{}  {}", message.id, who(shelf, item, message, sight));
        let mut lines = vec![line(tone(&message.state), sight.text(&(words.outbox.state)(&message.state)))];
        match message.state {
            State::Unsure { .. } => lines.push(line(Tone::Warning, sight.keyed(Layer::Outbox, words.inviting.what_is_known))),
            State::Waiting { until, .. } => lines.push(line(Tone::Warning, (words.inviting.next_try)(&sight.moment(until)))),
            State::Failed { why: Failure::PutOff, .. } => {
                lines.push(line(Tone::Warning, sight.keyed(Layer::Outbox, words.inviting.put_off_each_time)))
            }
            State::Queued | State::Sending { .. } | State::Sent { .. } | State::Failed { .. } | State::Withdrawn { .. } => {}
        }
        lines.push(Vec::new());
        // The first line has said it, with what the server answered where that is why.
        let is_said = |column: &Column| match column {
            Column::MailState | Column::Customer | Column::Message => true,
            Column::Answer => !matches!(message.state, State::Sent { .. }),
            _ => false,
        };
        for column in COLUMNS.into_iter().filter(|column| !is_said(column)) {
            let value = cell(shelf, item, message, column, sight);
            if !value.is_empty() {
                lines.push(vec![(Tone::Name, fit((words.column)(column), NAMES)), (Tone::Plain, value)]);
            }
        }
        lines.push(vec![(Tone::Name, fit("Message-ID", NAMES)), (Tone::Plain, sight.text(&message.message_id))]);
        (title, lines)
    }

    fn nothing(_: &Shelf, sight: Sight) -> String {
        sight.words().outbox.empty.to_owned()
    }
}

/// Width of the column with the names in the pane.
const NAMES: usize = 18;

fn round<'a>(shelf: &'a Shelf, message: &Message) -> Option<&'a Round> {
    shelf.outbox().round(&message.round)
}

fn name(shelf: &Shelf, item: u32) -> Option<String> {
    shelf.values(Mails::customer(shelf, item)?).map(|values| values.full_name())
}

/// Whose mail it is; of a customer who is gone only the number is known.
fn who(shelf: &Shelf, item: u32, message: &Message, sight: Sight) -> String {
    name(shelf, item).map_or_else(|| message.customer.to_string(), |name| sight.name(&name))
}

fn cell(shelf: &Shelf, item: u32, message: &Message, column: Column, sight: Sight) -> String {
    let words = sight.words();
    match column {
        Column::Message => message.id.to_string(),
        Column::Customer => who(shelf, item, message, sight),
        Column::CustomerId => message.customer.to_string(),
        Column::MailState => (words.inviting.stage)(MailStage::of(&message.state)).to_owned(),
        Column::Since => shelf.since(message).map_or_else(String::new, |since| sight.moment(since)),
        Column::Attempts => message.attempts.to_string(),
        Column::Answer => sight.text(&sight.words().outbox.seen(answer(&message.state))),
        Column::Occasion => (words.outbox.occasion)(message.occasion).to_owned(),
        Column::Flow => flow(shelf, message, sight),
        Column::Round => {
            round(shelf, message).map_or_else(String::new, |round| format!("{} {}", sight.moment(round.when), sight.text(&round.who)))
        }
        Column::Field(Field::Email) => sight.text(&message.to),
        Column::Field(Field::Language) => message.language.code().to_owned(),
        _ => String::new(),
    }
}

fn flow(shelf: &Shelf, message: &Message, sight: Sight) -> String {
    let known = shelf.stock().snapshot.flow(&message.flow);
    known.map_or_else(|| sight.text(&message.flow.0), |flow| (sight.words().flow_short)(flow.assessment_year))
}

/// What the server said, or what was seen of the line.
fn answer(state: &State) -> &str {
    match state {
        State::Sent { reply, .. } | State::Failed { reply, .. } | State::Waiting { reply, .. } => reply,
        State::Unsure { why: Doubt::LineLost { detail }, .. } => detail,
        State::Unsure { why: Doubt::Stopped | Doubt::Forgotten, .. } | State::Queued | State::Sending { .. } | State::Withdrawn { .. } => {
            ""
        }
    }
}

const fn tone(state: &State) -> Tone {
    match state {
        State::Unsure { .. } | State::Waiting { .. } => Tone::Warning,
        State::Failed { .. } => Tone::Error,
        State::Sent { .. } => Tone::Good,
        State::Queued | State::Sending { .. } | State::Withdrawn { .. } => Tone::Plain,
    }
}
