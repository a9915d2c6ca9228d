//! Customers that are asked for by what they have, without a screen.

use std::sync::Arc;

use super::shelf::{Gathered, Shelf};
use super::tab::{TabKind, in_tab};
use crate::app::desk::Sight;
use crate::app::table::Column;
use crate::domain::dossier::{Origin, Status};
use crate::domain::field::Field;
use crate::domain::fold::fold;
use crate::domain::language::Language;
use crate::domain::task_flow::TaskFlowId;

/// What customers are asked for by; everything that is said has to hold. Texts are held folded.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Asked {
    /// One of the customer's labels.
    pub label: Option<String>,
    /// The responsible.
    pub responsible: Option<String>,
    /// The customer's language.
    pub language: Option<Language>,
    /// A task flow in which the customer has a dossier.
    pub flow: Option<TaskFlowId>,
    /// How far the dossier in that task flow is, or the newest one.
    pub status: Option<Status>,
    /// A text that stands in one of the values.
    pub search: Option<String>,
}

impl Shelf {
    /// The shelf of what was gathered, with the dossiers of a task flow, or of all of them.
    #[must_use]
    pub fn of(gathered: &Gathered, flow: Option<TaskFlowId>) -> Self {
        let mut shelf = Self::new(Arc::clone(&gathered.stock.0));
        shelf.gathered(gathered);
        shelf.choose_flow(flow);
        shelf
    }

    /// The customers that are asked for, in the order of their numbers, by their index.
    #[must_use]
    pub fn asked_for(&self, asked: &Asked) -> Vec<u32> {
        let Some(texts) = self.texts() else { return Vec::new() };
        let mut items = in_tab!(TabKind::Customers, Room => Room::items(self));
        if let Some(search) = asked.search.as_deref().map(fold).filter(|search| !search.is_empty()) {
            let found = texts.holding(&search);
            items.retain(|&customer| found.has(customer));
        }
        let (label, responsible) = (asked.label.as_deref().map(fold), asked.responsible.as_deref().map(fold));
        let language = asked.language.map(|language| fold(language.code()));
        items.retain(|&customer| {
            let is = |field, wanted: &Option<String>| wanted.as_ref().is_none_or(|wanted| texts.value(customer, field) == *wanted);
            let has_label = |wanted: &String| texts.value(customer, Field::Labels).split(',').any(|label| label.trim() == *wanted);
            let dossier = self.dossier(customer);
            is(Field::Responsible, &responsible)
                && is(Field::Language, &language)
                && label.as_ref().is_none_or(has_label)
                && (asked.flow.is_none() || dossier.is_some())
                && asked.status.is_none_or(|status| dossier.is_some_and(|(_, head)| head.about.status == status))
        });
        items
    }

    /// Whether a customer's deadline is the task flow's, because nobody gave another.
    #[must_use]
    pub fn is_by_default(&self, item: u32) -> bool {
        self.dossier(item).is_some_and(|(_, head)| head.about.deadline_origin == Origin::Default)
    }

    /// The texts of one row of a tab.
    #[must_use]
    pub fn cells(&self, tab: TabKind, item: u32, columns: &[Column], sight: Sight) -> Vec<String> {
        in_tab!(tab, Room => Room::cells(self, item, columns, sight))
    }

    /// The columns that a tab begins with.
    #[must_use]
    pub fn columns(tab: TabKind) -> Vec<Column> {
        let table = in_tab!(tab, Room => Room::table());
        table.columns.iter().map(|setting| setting.column).collect()
    }
}
