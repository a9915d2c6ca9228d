//! Saving the plan of what the summary shows.

use std::sync::Arc;

use crate::app::effect::{Effect, Job, Shared};
use crate::app::fault::Fault;
use crate::app::model::{Ask, Model, Notice, Overlay, PathEntry, PathFor, Running, Task, WayOut};
use crate::app::text_field::TextField;

impl Model {
    /// Asks where the plan goes; the summary waits behind.
    pub(super) fn ask_plan_path(&mut self) -> Vec<Effect> {
        let Some(desk) = self.desk() else { return Vec::new() };
        let file = &desk.draft.source().mark.file;
        let stem = file.rsplit_once('.').map_or(file.as_str(), |(stem, _)| stem);
        let path = format!("{}/{stem}.plan.json", self.folder.trim_end_matches('/'));
        if let Some(Overlay::Summary(summary)) = self.overlay.take() {
            self.set_aside = Some(summary);
        }
        self.overlay = Some(Overlay::Path(PathEntry { purpose: PathFor::Plan, field: TextField::with(&path), candidates: Vec::new() }));
        Vec::new()
    }

    pub(super) fn write_plan(&mut self, path: String, overwrite: bool) -> Vec<Effect> {
        let job = self.run(Task::Plan(path.clone()));
        let Some(desk) = self.desk() else { return Vec::new() };
        let (draft, workbook) = (Shared(Arc::clone(&desk.draft)), desk.path.clone());
        vec![Effect::WritePlan { job, draft, workbook, path, overwrite }]
    }

    pub(super) fn plan_written(&mut self, job: Job, written: Result<String, Fault>) {
        let Some(Running { task: Task::Plan(_), .. }) = self.end(job) else { return };
        match written {
            Ok(path) => self.notice = Some(Notice::PlanWritten(path)),
            Err(Fault::Exists { path }) => self.overlay = Some(Overlay::Ask(Ask::ReplaceByPlan(path), false)),
            Err(fault) => self.fail(fault, WayOut::None),
        }
    }

    /// A summary that waited comes back when nothing stands in front of it any more.
    pub(super) fn bring_summary_back(&mut self) {
        if self.overlay.is_none() && self.running.is_none() {
            self.overlay = self.set_aside.take().map(Overlay::Summary);
        }
    }
}
