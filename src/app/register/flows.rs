//! Every task flow: the open ones, the newest first, then those in the archive. An item is a place in the snapshot.

use super::customers::setting;
use super::shelf::Shelf;
use super::tab::Tab;
use super::told;
use crate::app::desk::Sight;
use crate::app::detail::{TextLine, Tone, fit, line};
use crate::app::grouping::{Group, Grouping};
use crate::app::keymap::Layer;
use crate::app::listing::{Hearing, SortKey, by_nothing, by_number, by_text};
use crate::app::table::{Column, ColumnSetting, Table};
use crate::domain::dossier::Status;
use crate::domain::fold::fold;
use crate::domain::task_flow::TaskFlow;

/// Every task flow.
pub(super) struct Flows;

/// The columns.
const COLUMNS: [Column; 6] = [Column::Flow, Column::Dossiers, Column::Simple, Column::Specific, Column::Status, Column::Questionnaire];

/// Width of the name of a task flow, of how far its dossiers are, of its questionnaires.
const WIDTHS: [(Column, u16); 3] = [(Column::Flow, 22), (Column::Status, 36), (Column::Questionnaire, 40)];

/// Width of the names in the pane.
const NAMES: usize = 21;

impl Flows {
    fn flow(shelf: &Shelf, item: u32) -> Option<&TaskFlow> {
        shelf.stock().snapshot.flows.get(item as usize)
    }

    /// How many dossiers have each status; those that none has are left out.
    fn counts(shelf: &Shelf, flow: &TaskFlow) -> Vec<(Status, usize)> {
        let mut counts = Status::ALL.map(|status| (status, 0));
        for (_, head) in shelf.stock().snapshot.dossiers(&flow.id) {
            for (_, count) in counts.iter_mut().filter(|(status, _)| *status == head.about.status) {
                *count += 1;
            }
        }
        counts.into_iter().filter(|(_, count)| *count > 0).collect()
    }

    fn name(flow: &TaskFlow, sight: Sight) -> String {
        let words = sight.words();
        let name = (words.flow_short)(flow.assessment_year);
        if flow.archived { format!("{name} ({})", words.flows.archived) } else { name }
    }
}

fn day(date: jiff::civil::Date) -> String {
    date.strftime("%d/%m/%Y").to_string()
}

/// A number that grows with the days.
fn day_number(date: jiff::civil::Date) -> u64 {
    let [year, month, day] = [date.year(), date.month().into(), date.day().into()].map(|part: i16| u64::from(part.unsigned_abs()));
    (year * 100 + month) * 100 + day
}

impl Tab for Flows {
    fn table() -> Table {
        let sized = |column: Column| {
            let width = WIDTHS.iter().find(|(wide, _)| *wide == column).map(|(_, width)| *width);
            let setting = setting(column);
            ColumnSetting { width: width.unwrap_or(setting.width), ..setting }
        };
        Table::new(COLUMNS.into_iter().map(sized).collect())
    }

    fn items(shelf: &Shelf) -> Vec<u32> {
        let flows = &shelf.stock().snapshot.flows;
        let mut items: Vec<u32> = (0..u32::try_from(flows.len()).unwrap_or(u32::MAX)).collect();
        // The newest first, as the snapshot has them.
        items.sort_by_key(|item| flows.get(*item as usize).is_some_and(|flow| flow.archived));
        items
    }

    fn customer(_shelf: &Shelf, _item: u32) -> Option<u32> {
        None
    }

    fn sift(shelf: &Shelf, items: &mut Vec<u32>, wanted: &str) {
        let says = |flow: &TaskFlow| {
            let questionnaires = flow.questionnaires.iter().map(|id| id.0.as_str()).collect::<Vec<_>>().join(" ");
            fold(&format!("{} {} {questionnaires}", flow.id, flow.assessment_year)).contains(wanted)
        };
        items.retain(|&item| Self::flow(shelf, item).is_some_and(says));
    }

    fn sort_key(shelf: &Shelf, item: u32, column: Column) -> SortKey<'_> {
        let Some(flow) = Self::flow(shelf, item) else { return by_nothing() };
        match column {
            Column::Flow => by_number(u64::from(flow.assessment_year.unsigned_abs())),
            Column::Dossiers | Column::Status => by_number(shelf.stock().snapshot.dossier_count(&flow.id) as u64),
            Column::Simple => by_number(day_number(flow.deadline_simple)),
            Column::Specific => by_number(day_number(flow.deadline_specific)),
            Column::Questionnaire => flow.questionnaires.first().map_or_else(by_nothing, |id| by_text(&id.0)),
            _ => by_nothing(),
        }
    }

    fn groupings() -> &'static [Grouping] {
        &[]
    }

    fn grouping_of(_column: Column) -> Option<Grouping> {
        None
    }

    fn commons(_shelf: &Shelf, _item: u32, _by: Grouping, _hear: Hearing<'_>) {}

    fn spell(_shelf: &Shelf, _group: &mut Group, _item: u32) {}

    fn cells(shelf: &Shelf, item: u32, columns: &[Column], sight: Sight) -> Vec<String> {
        let Some(flow) = Self::flow(shelf, item) else { return Vec::new() };
        let cell = |column: &Column| match column {
            Column::Flow => Self::name(flow, sight),
            Column::Dossiers => shelf.stock().snapshot.dossier_count(&flow.id).to_string(),
            Column::Simple => day(flow.deadline_simple),
            Column::Specific => day(flow.deadline_specific),
            Column::Status => {
                let counts = Self::counts(shelf, flow).into_iter();
                let told: Vec<String> = counts.map(|(status, count)| (sight.words().register.status_counted)(status, count)).collect();
                told.join(", ")
            }
            Column::Questionnaire => {
                let mark = |id| if told::other_year(shelf, flow, id).is_some() { "! " } else { "" };
                flow.questionnaires.iter().map(|id| format!("{}{}", mark(id), sight.text(&id.0))).collect::<Vec<_>>().join(", ")
            }
            _ => String::new(),
        };
        columns.iter().map(cell).collect()
    }

    fn told(shelf: &Shelf, item: u32, sight: Sight) -> (String, Vec<TextLine>) {
        let Some(flow) = Self::flow(shelf, item) else { return (String::new(), Vec::new()) };
        let words = sight.words();
        let named = |name: &str, value: String| vec![(Tone::Name, fit(name, NAMES)), (Tone::Plain, value)];
        let title = format!("{}  {}", sight.text(&flow.id.0), (words.flow)(flow.assessment_year));
        let mut lines = Vec::new();
        if flow.archived {
            lines.push(line(Tone::Warning, words.flows.read_only));
        }
        lines.push(named(words.flows.simple, day(flow.deadline_simple)));
        lines.push(named(words.flows.specific, day(flow.deadline_specific)));
        for (place, id) in flow.questionnaires.iter().enumerate() {
            let name = if place == 0 { (words.column)(Column::Questionnaire) } else { "" };
            let is_gone = shelf.office().is_some_and(|office| office.catalogue.get(id).is_none());
            let gone = if is_gone { format!(" ({})", words.flows.questionnaire_gone) } else { String::new() };
            lines.push(named(name, told::questionnaire(shelf, id, sight) + &gone));
            lines.extend(told::other_year(shelf, flow, id).map(|year| line(Tone::Warning, (words.flows.other_year)(year))));
        }
        lines.push(Vec::new());
        let counts = Self::counts(shelf, flow);
        if counts.is_empty() {
            lines.push(line(Tone::Dim, sight.keyed(Layer::Register, words.flows.nobody)));
        }
        lines.extend(counts.into_iter().map(|(status, count)| named((words.register.status)(status), count.to_string())));
        (title, lines)
    }

    fn nothing(_shelf: &Shelf, sight: Sight) -> String {
        sight.words().flows.none.to_owned()
    }
}
