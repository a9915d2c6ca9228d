//! The groups that the rows of a tab fall into, and which rows are of the group that is shown.

use super::Desk;
use super::telling::{Judged, OfRow, OfStored, Telling, telling};
use crate::app::grouping::{Common, Grouping};
use crate::app::listing::Hearing;
use crate::app::table::Column;
use crate::domain::customer::Values;
use crate::domain::draft::Bucket;
use crate::domain::field::Field;
use crate::domain::finding::Severity;
use crate::domain::fold::fold;
use crate::domain::labels;
use crate::domain::language::Language;

impl Desk {
    /// By what the rows of the tab that is shown can be grouped, the likeliest first.
    pub(super) fn groupings_here(&self) -> Vec<Grouping> {
        let first = match self.tab {
            Bucket::Invalid => Some(Grouping::Reason),
            Bucket::Duplicates => Some(Grouping::Certainty),
            Bucket::OnlyInStore => Some(Grouping::Value(Column::Absence)),
            Bucket::OnlyInImport => None,
        };
        let column = self.table().current_column().and_then(|setting| of_column(setting.column));
        let has = |field| self.tab == Bucket::OnlyInStore || self.draft.layout().column_of(field).is_some();
        let fields = [(Grouping::Label, Field::Labels), (Grouping::Responsible, Field::Responsible), (Grouping::Language, Field::Language)];
        let fields = fields.into_iter().filter(|(_, field)| has(*field)).map(|(by, _)| by);
        let warnings = matches!(self.tab, Bucket::OnlyInImport | Bucket::Duplicates).then_some(Grouping::Reason);
        let mut groupings: Vec<Grouping> = Vec::new();
        for by in first.into_iter().chain(column).chain(fields).chain(warnings) {
            if !groupings.contains(&by) {
                groupings.push(by);
            }
        }
        groupings
    }

    /// Whether an item is of the group that its tab shows.
    pub(super) fn belongs(&self, tab: Bucket, item: u32) -> bool {
        let Some(group) = &self.table_of(tab).group else { return true };
        let mut found = false;
        self.commons_in(tab, item, group.by, &mut |common, _| found |= common == group.common);
        found
    }

    pub(super) fn commons_in(&self, tab: Bucket, item: u32, by: Grouping, hear: Hearing<'_>) {
        if tab == Bucket::OnlyInStore {
            self.commons_of_stored(item, by, hear);
            return;
        }
        match by {
            Grouping::Reason => {
                // A row that is invalid is so by its errors: its warnings make no group of their own there.
                let told = |severity| tab != Bucket::Invalid || severity == Severity::Error;
                let rules = self.draft.rules(item);
                rules.iter().filter(|rule| told(rule.severity())).for_each(|rule| hear(Common::Rule(rule), ""));
            }
            Grouping::Certainty => self.draft.certainty(item).into_iter().for_each(|certainty| hear(Common::Certainty(certainty), "")),
            Grouping::Value(Column::Dossier) => hear(Common::Dossier(!self.draft.is_selectable(item)), ""),
            Grouping::Value(Column::Customer) => hear_text(&self.given_name(item), hear),
            _ => by.field().into_iter().for_each(|field| hear_field(field, by, self.draft.given(item, field), hear)),
        }
    }

    fn commons_of_stored(&self, stored: u32, by: Grouping, hear: Hearing<'_>) {
        if by == Grouping::Value(Column::Absence) {
            hear(Common::Absence(self.absence(stored)), "");
            return;
        }
        let customer = self.draft.stock().snapshot.customer(stored as usize);
        let values: Values = customer.map(|customer| customer.values).unwrap_or_default();
        match by {
            Grouping::Value(Column::Customer) => hear_text(&values.full_name(), hear),
            _ => by.field().into_iter().for_each(|field| hear_field(field, by, values.text(field), hear)),
        }
    }
}

/// The grouping by a column, where its values make groups: a number that every row has of its own does not.
fn of_column(column: Column) -> Option<Grouping> {
    match telling(column)? {
        Telling::Field(Field::Labels) => Some(Grouping::Label),
        Telling::Field(Field::Responsible) => Some(Grouping::Responsible),
        Telling::Field(Field::Language) => Some(Grouping::Language),
        Telling::Field(_) | Telling::Customer | Telling::Row(OfRow::Looked | OfRow::Dossier) | Telling::Stored(OfStored::Absence) => {
            Some(Grouping::Value(column))
        }
        Telling::Row(OfRow::Certainty) => Some(Grouping::Certainty),
        Telling::Judged(Judged::FindingReason) => Some(Grouping::Reason),
        Telling::Row(OfRow::Number | OfRow::Taken)
        | Telling::Judged(Judged::Differences | Judged::FindingField | Judged::FindingValue)
        | Telling::Stored(OfStored::LastChange | OfStored::Number) => None,
    }
}

/// Says what the text of a field has in common with others: each label counts, a language is one however it is written.
pub(crate) fn hear_field(field: Field, by: Grouping, text: &str, hear: Hearing<'_>) {
    match (by, field) {
        (Grouping::Label, _) => {
            let joined = labels::joined(text);
            joined.split(',').for_each(|label| hear_text(label, hear));
        }
        // However a row writes it, a language is one.
        (Grouping::Language, _) => match Language::from_word(text) {
            Some(language) => hear_text(language.code(), hear),
            None => hear_text(text, hear),
        },
        _ => hear_text(text, hear),
    }
}

/// Says what a text has in common with others.
pub(crate) fn hear_text(text: &str, hear: Hearing<'_>) {
    let text = text.trim();
    hear(Common::Text(fold(text).into()), text);
}
