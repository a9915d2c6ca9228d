//! The file picker: workbooks of a folder, newest first.

use std::collections::BTreeSet;

use super::effect::{Entry, Folder, Preview};
use super::geometry::scrolled;
use super::text_field::TextField;
use crate::domain::fold::fold;

/// The file picker.
#[derive(Debug, Clone, Default)]
pub struct Picker {
    /// What is seen in the folder; none while it is being read.
    pub folder: Option<Folder>,
    /// The entries that the filter leaves, as places in the folder.
    pub order: Vec<usize>,
    /// Place of the cursor in `order`.
    pub cursor: usize,
    /// First entry seen.
    pub top: usize,
    /// What is typed to filter.
    pub filter: TextField,
    /// Whether the filter is being typed.
    pub is_filtering: bool,
    /// Whether the preview is open.
    pub wants_preview: bool,
    /// What was seen in the workbook under the cursor.
    pub preview: Option<Preview>,
    /// What the files are for.
    pub wanted: Wanted,
    /// The paths that are ticked.
    pub ticked: BTreeSet<String>,
}

/// What files are chosen for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Wanted {
    /// One to import.
    #[default]
    Import,
    /// Questionnaires that came back, one or many.
    Answers,
}

impl Picker {
    /// The entry under the cursor.
    #[must_use]
    pub fn current(&self) -> Option<&Entry> {
        self.folder.as_ref()?.entries.get(*self.order.get(self.cursor)?)
    }

    /// The entries that are shown.
    pub fn shown(&self) -> impl Iterator<Item = &Entry> {
        self.order.iter().filter_map(|&place| self.folder.as_ref()?.entries.get(place))
    }

    /// Shows a folder.
    pub fn show(&mut self, folder: Folder) {
        self.folder = Some(folder);
        self.filter = TextField::default();
        self.cursor = 0;
        self.top = 0;
        self.preview = None;
        self.refilter();
    }

    /// Applies the filter as it is typed.
    pub fn refilter(&mut self) {
        let wanted = fold(self.filter.text());
        let entries = self.folder.as_ref().map_or(&[][..], |folder| &folder.entries);
        let matching = entries.iter().enumerate().filter(|(_, entry)| fold(&entry.name).contains(&wanted));
        self.order = matching.map(|(place, _)| place).collect();
        self.cursor = self.cursor.min(self.order.len().saturating_sub(1));
    }

    /// Puts the cursor at a place.
    pub fn go_to(&mut self, place: usize, seen: usize) {
        self.cursor = place.min(self.order.len().saturating_sub(1));
        self.top = scrolled(self.top, self.cursor, seen, self.order.len());
    }
}
