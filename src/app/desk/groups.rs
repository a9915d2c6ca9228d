//! The groups that the rows of a tab fall into, and which rows are of the group that is shown.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::Desk;
use crate::app::desk::Sight;
use crate::app::grouping::{Common, Group, Grouping};
use crate::app::table::Column;
use crate::domain::customer::Values;
use crate::domain::draft::Bucket;
use crate::domain::field::Field;
use crate::domain::finding::Severity;
use crate::domain::fold::fold;
use crate::domain::labels;
use crate::domain::language::Language;

/// Hears of each thing that a row has in common with others, and how the row spells it.
type Hearing<'a> = &'a mut dyn FnMut(Common, &str);

impl Desk {
    /// By what the rows of the tab that is shown can be grouped, the likeliest first.
    #[must_use]
    pub fn groupings(&self) -> Vec<Grouping> {
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

    /// The groups that the rows of the tab fall into, the largest first. Only rows that the typed
    /// filter leaves count; the group that is shown does not limit the others.
    #[must_use]
    pub fn groups(&mut self, by: Grouping) -> Vec<(Group, usize)> {
        let items = if self.table().group.is_none() { self.table().order.clone() } else { self.filtered_by_text() };
        let mut known: HashMap<Common, (String, usize)> = HashMap::new();
        for item in items {
            self.commons(self.tab, item, by, &mut |common, spelling| match known.entry(common) {
                Entry::Occupied(mut group) => group.get_mut().1 += 1,
                Entry::Vacant(group) => _ = group.insert((spelling.to_owned(), 1)),
            });
        }
        let mut groups: Vec<(Group, usize)> =
            known.into_iter().map(|(common, (spelling, rows))| (Group { by, common, spelling }, rows)).collect();
        groups.sort_by(|(one, rows), (other, others)| others.cmp(rows).then_with(|| one.common.cmp(&other.common)));
        groups
    }

    /// Whether an item is of the group that its tab shows.
    pub(super) fn belongs(&self, tab: Bucket, item: u32) -> bool {
        let Some(group) = &self.table_of(tab).group else { return true };
        let mut found = false;
        self.commons(tab, item, group.by, &mut |common, _| found |= common == group.common);
        found
    }

    /// What a group is called.
    #[must_use]
    pub fn group_name(group: &Group, sight: Sight) -> String {
        let words = sight.words();
        match &group.common {
            Common::Rule(rule) => words.rule(*rule).reason.to_owned(),
            Common::Certainty(certainty) => (words.certainty)(*certainty).to_owned(),
            Common::Dossier(has) => if *has { words.has_dossier } else { words.no_dossier_yet }.to_owned(),
            Common::Absence(super::Absence::NotInFile) => words.not_in_file.to_owned(),
            Common::Absence(super::Absence::NotLinked) => words.not_linked.to_owned(),
            Common::Absence(super::Absence::PartnerOfRow) => words.partner_of_row.to_owned(),
            Common::Text(text) if text.is_empty() => words.empty_value.to_owned(),
            Common::Text(_) => match group.by.field() {
                Some(field) => sight.value(field, &group.spelling),
                None => sight.text(&group.spelling),
            },
        }
    }

    /// By what a group was made and what it is called, in one piece.
    #[must_use]
    pub fn group_title(group: &Group, sight: Sight) -> String {
        let words = sight.words();
        format!("{}{}{}", (words.grouping)(group.by), words.colon(), Self::group_name(group, sight))
    }

    fn commons(&self, tab: Bucket, item: u32, by: Grouping, hear: Hearing<'_>) {
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
    match column {
        Column::Field(Field::Labels) => Some(Grouping::Label),
        Column::Field(Field::Responsible) => Some(Grouping::Responsible),
        Column::Field(Field::Language) => Some(Grouping::Language),
        Column::Field(_) | Column::Customer | Column::Looked | Column::Dossier | Column::Absence => Some(Grouping::Value(column)),
        Column::Certainty => Some(Grouping::Certainty),
        Column::FindingReason => Some(Grouping::Reason),
        Column::Row
        | Column::FindingField
        | Column::FindingValue
        | Column::Differences
        | Column::Taken
        | Column::LastChange
        | Column::CustomerId => None,
    }
}

fn hear_field(field: Field, by: Grouping, text: &str, hear: Hearing<'_>) {
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

fn hear_text(text: &str, hear: Hearing<'_>) {
    let text = text.trim();
    hear(Common::Text(fold(text).into()), text);
}
