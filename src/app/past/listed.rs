//! What the list of an import says of itself.

use super::{About, Line, Page, Past, ToldColumn};
use crate::app::desk::Sight;
use crate::app::detail::TextLine;
use crate::app::grouping::{Common, Grouping};
use crate::app::listing::{Hearing, Listing, Marking, Showing, Sign, SortKey, by_folded, by_nothing, by_number, by_text};
use crate::app::table::{Column, Table};
use crate::domain::change_set::RowOutcome;
use crate::domain::draft::Mark;
use crate::domain::finding::Rule;
use crate::domain::fold::fold;
use crate::domain::taking_back::Part;

impl Listing for Past {
    fn lends(&self) -> bool {
        true
    }

    fn table(&self) -> &Table {
        &self.table
    }

    fn table_mut(&mut self) -> &mut Table {
        &mut self.table
    }

    fn showing(&self) -> &Showing {
        &self.showing
    }

    fn showing_mut(&mut self) -> &mut Showing {
        &mut self.showing
    }

    fn items(&self) -> Vec<u32> {
        (0..u32::try_from(self.lines.len()).unwrap_or(u32::MAX)).collect()
    }

    fn sift(&mut self, items: &mut Vec<u32>, wanted: &str) {
        let lines = &self.lines;
        items.retain(|&item| lines.get(item as usize).is_some_and(|line| line.folded.contains(wanted)));
    }

    fn sort_key(&self, item: u32, column: Column) -> SortKey<'_> {
        self.line(item).map_or(by_nothing(), |line| key(line, column))
    }

    fn groupings(&self) -> Vec<Grouping> {
        let told = |column| Grouping::Value(Column::Told(column));
        match self.page {
            Page::Rows => vec![told(ToldColumn::Outcome), Grouping::Reason],
            Page::TakingBack(_) | Page::TakenBack(..) => vec![told(ToldColumn::Fate), Grouping::Value(Column::Customer)],
        }
    }

    fn commons(&self, item: u32, by: Grouping, hear: Hearing<'_>) {
        let Some(line) = self.line(item) else { return };
        match (by, &line.about) {
            (Grouping::Value(Column::Told(ToldColumn::Outcome)), _) => {
                if let Some((_, caption)) = line.outcome() {
                    hear(Common::Caption(caption), "");
                }
            }
            (Grouping::Value(Column::Told(ToldColumn::Fate)), _) => {
                if let Some(fate) = line.fate() {
                    hear(Common::Fate(fate), "");
                }
            }
            (Grouping::Reason, About::Row(_, RowOutcome::Invalid(rules))) => {
                rules.iter().filter_map(|id| rule(id)).for_each(|rule| hear(Common::Rule(rule), ""));
            }
            (Grouping::Value(Column::Customer), _) => {
                let name = line.name.as_deref().unwrap_or_default();
                hear(Common::Text(fold(name).into()), name);
            }
            _ => {}
        }
    }

    fn cells(&self, item: u32, columns: &[Column], sight: Sight) -> Vec<String> {
        self.line(item).map_or_else(Vec::new, |line| columns.iter().map(|column| cell(line, *column, sight)).collect())
    }

    fn mark(&self, _item: u32) -> Option<Mark> {
        None
    }

    fn put_marks(&mut self, _items: &[u32], _marking: Marking, _single: bool) -> usize {
        0
    }

    fn sign(&self, item: u32) -> Sign {
        match self.line(item).map(|line| &line.about) {
            Some(About::Row(_, RowOutcome::Invalid(_))) => Sign::Error,
            Some(About::Kept(..)) => Sign::Warning,
            _ => Sign::None,
        }
    }

    fn told(&self, item: u32, sight: Sight, _width: usize) -> (String, Vec<TextLine>) {
        self.line(item).map_or_else(|| (String::new(), Vec::new()), |line| super::told::line_told(self, line, sight))
    }

    fn nothing(&self, sight: Sight) -> String {
        let words = &sight.words().told;
        match self.page {
            Page::Rows => words.no_rows,
            Page::TakingBack(_) | Page::TakenBack(..) => words.nothing_left,
        }
        .to_owned()
    }
}

/// The rule of that stable name; none where this program does not know it.
pub(super) fn rule(id: &str) -> Option<Rule> {
    Rule::ALL.iter().copied().find(|rule| rule.id() == id)
}

fn key(line: &Line, column: Column) -> SortKey<'_> {
    match (column, &line.about) {
        (Column::Row, About::Row(row, _)) => by_number(u64::from(*row)),
        (Column::Customer, _) => by_text(line.name.as_deref().unwrap_or_default()),
        (Column::CustomerId, _) => line.customer.map_or(by_nothing(), |id| by_number(id.0)),
        (Column::Told(ToldColumn::Outcome), _) => line.outcome().map_or(by_nothing(), |(_, caption)| by_number(caption as u64)),
        (Column::Told(ToldColumn::Fate), _) => line.fate().map_or(by_nothing(), |fate| by_number(fate as u64)),
        (Column::Told(ToldColumn::Reason | ToldColumn::Rules), About::Row(_, RowOutcome::Invalid(rules))) => {
            rules.first().map_or(by_nothing(), |rule| by_folded(rule))
        }
        (Column::Told(ToldColumn::Reason), About::Kept(_, why)) => by_text(&format!("{why:?}")),
        (Column::Told(ToldColumn::Part), about) => by_number(match about {
            About::Row(..) => 0,
            About::Customer | About::Kept(Part::Customer, _) => 1,
            About::Value(change) => 2 + change.field as u64,
            About::Kept(Part::Field(field), _) => 2 + *field as u64,
            About::Dossier(_) | About::Kept(Part::Dossier(_), _) => u64::MAX,
        }),
        (Column::Told(ToldColumn::Now), About::Value(change)) => by_text(&change.before),
        (Column::Told(ToldColumn::Then), About::Value(change)) => by_text(&change.after),
        _ => by_nothing(),
    }
}

/// What stands in a cell.
pub(in crate::app) fn cell(line: &Line, column: Column, sight: Sight) -> String {
    let words = sight.words();
    match (column, &line.about) {
        (Column::Row, About::Row(row, _)) => row.to_string(),
        (Column::Customer, _) => line.name.as_ref().map_or_else(String::new, |name| sight.name(name)),
        (Column::CustomerId, _) => line.customer.map_or_else(String::new, |id| id.to_string()),
        (Column::Told(ToldColumn::Outcome), _) => {
            line.outcome().map_or_else(String::new, |(_, caption)| (words.exports.caption)(caption).to_owned())
        }
        (Column::Told(ToldColumn::Fate), _) => line.fate().map_or_else(String::new, |fate| (words.told.fate)(fate).to_owned()),
        (Column::Told(ToldColumn::Reason), about) => reason(about, sight),
        (Column::Told(ToldColumn::Rules), About::Row(_, RowOutcome::Invalid(rules))) => rules.join(", "),
        (Column::Told(ToldColumn::Part), about) => part(about).map_or_else(String::new, |part| (words.past.part)(&part)),
        (Column::Told(ToldColumn::Now), About::Value(change)) => sight.value(change.field, &change.before),
        (Column::Told(ToldColumn::Then), About::Value(change)) => {
            if change.after.is_empty() {
                words.past.no_value.to_owned()
            } else {
                sight.value(change.field, &change.after)
            }
        }
        _ => String::new(),
    }
}

fn reason(about: &About, sight: Sight) -> String {
    let words = sight.words();
    match about {
        About::Row(_, RowOutcome::Invalid(rules)) => {
            // A rule that a later program gave up is told by its name.
            let told = rules.iter().map(|id| rule(id).map_or(id.as_str(), |rule| words.rule(rule).reason));
            told.collect::<Vec<_>>().join(", ")
        }
        About::Row(_, RowOutcome::Joined(other)) => (words.told.with_row)(u64::from(*other)),
        About::Kept(_, why) => (words.past.why)(why),
        About::Row(..) | About::Customer | About::Value(_) | About::Dossier(_) => String::new(),
    }
}

/// What of a customer a line is about.
pub(super) fn part(about: &About) -> Option<Part> {
    match about {
        About::Row(..) => None,
        About::Customer => Some(Part::Customer),
        About::Value(change) => Some(Part::Field(change.field)),
        About::Dossier(flow) => Some(Part::Dossier(flow.clone())),
        About::Kept(part, _) => Some(part.clone()),
    }
}
