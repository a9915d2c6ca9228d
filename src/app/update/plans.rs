//! Saving the plan of what the summary shows.

use crate::app::effect::Effect;
use crate::app::export::without_numbers;
use crate::app::model::{Document, Model, Overlay};

impl Model {
    /// Asks where the plan goes; the summary waits behind.
    pub(super) fn ask_plan_path(&mut self) -> Vec<Effect> {
        let Some(desk) = self.desk() else { return Vec::new() };
        let file = &desk.draft.source().mark.file;
        let stem = file.rsplit_once('.').map_or(file.as_str(), |(stem, _)| stem);
        let stem = without_numbers(stem);
        let path = format!("{}/{stem}.plan.json", self.folder.trim_end_matches('/'));
        if let Some(Overlay::Summary(summary)) = self.overlay.take() {
            self.set_aside = Some(summary);
        }
        self.ask_path(path, Document::Plan)
    }

    /// A summary that waited comes back when nothing stands in front of it any more.
    pub(super) fn bring_summary_back(&mut self) {
        if self.overlay.is_none() && self.running.is_none() {
            self.overlay = self.set_aside.take().map(Overlay::Summary);
        }
    }
}
