//! What is written to a file of choice: the template, and what the desk shows.

use std::sync::Arc;

use crate::app::chooser::{Choice, Line, Question};
use crate::app::correction::{Correcting, corrected_cells};
use crate::app::desk::Face;
use crate::app::effect::{Effect, Shared};
use crate::app::export::{Export, ExportKind, file_name};
use crate::app::listing::{Listing as _, rows_in_view};
use crate::app::model::{Document, Model, Overlay, PathEntry, PathFor, Task};
use crate::app::notice::Notice;
use crate::app::text_field::TextField;
use crate::domain::draft::Bucket;
use crate::domain::export::FileFormat;

impl Model {
    /// Opens the menu of exports, or says that there is nothing to export.
    pub(super) fn ask_export(&mut self) -> Vec<Effect> {
        if self.export_lines().is_empty() {
            self.notice = Some(Notice::NothingToExport);
            return Vec::new();
        }
        self.ask(Question::Export)
    }

    /// The lines of the menu: what is shown, then the invalid rows.
    pub(super) fn export_lines(&self) -> Vec<Line> {
        let words = self.sight.words();
        let line = |kind: ExportKind, rows: usize, is_range: bool| {
            let count = (words.rows)(rows as u64);
            Line {
                lead: kind.ending().to_owned(),
                label: (words.exports.kind)(kind).to_owned(),
                note: if is_range { format!("{count}, {}", words.exports.the_range) } else { count },
                choice: Choice::Export(kind),
            }
        };
        if let Some(register) = self.register() {
            let (rows, is_range) = rows_in_view(register.table());
            let views = [FileFormat::Xlsx, FileFormat::Separated, FileFormat::Json].map(ExportKind::View);
            return views.into_iter().filter(|_| rows > 0).map(|kind| line(kind, rows, is_range)).collect();
        }
        if let Some(past) = self.past() {
            let rows = past.table().order.len();
            let views = [FileFormat::Xlsx, FileFormat::Separated, FileFormat::Json].map(ExportKind::View);
            return views.into_iter().filter(|_| rows > 0).map(|kind| line(kind, rows, false)).collect();
        }
        let Some(desk) = self.desk() else { return Vec::new() };
        let mut lines = Vec::new();
        match &desk.face {
            Face::Report(done) => {
                let reports = [FileFormat::Xlsx, FileFormat::Json].map(ExportKind::Report);
                lines.extend(reports.map(|kind| line(kind, done.set.outcomes.len(), false)));
            }
            Face::Tabs | Face::Compare(_) | Face::Mapping(_) => {
                let (rows, is_range) = rows_in_view(desk.table());
                let views = [FileFormat::Xlsx, FileFormat::Separated, FileFormat::Json].map(ExportKind::View);
                lines.extend(views.into_iter().filter(|_| rows > 0).map(|kind| line(kind, rows, is_range)));
            }
        }
        let invalid = desk.draft.rows_in(Bucket::Invalid).len();
        if invalid > 0 {
            lines.push(line(ExportKind::InvalidRows, invalid, false));
        }
        let edited = corrected_cells(&desk.draft);
        if edited > 0 || invalid > 0 {
            let ending = if desk.path.to_lowercase().ends_with(".xlsm") { ".xlsm" } else { ExportKind::Corrected.ending() };
            lines.push(Line {
                lead: ending.to_owned(),
                label: (words.exports.kind)(ExportKind::Corrected).to_owned(),
                note: (words.exports.cells)(edited as u64),
                choice: Choice::Export(ExportKind::Corrected),
            });
        }
        lines
    }

    /// Asks where to: a name in the folder of the workbook is proposed.
    pub(super) fn ask_export_path(&mut self, kind: ExportKind) -> Vec<Effect> {
        if let Some(register) = self.register() {
            let name = format!("{}{}", register.file_stem(self.sight), kind.ending());
            let path = format!("{}/{name}", self.folder.trim_end_matches('/'));
            return self.ask_path(path, Document::Export(kind));
        }
        if let Some(past) = self.past() {
            let name = format!("{}{}", past.file_stem(self.sight), kind.ending());
            let path = format!("{}/{name}", self.folder.trim_end_matches('/'));
            return self.ask_path(path, Document::Export(kind));
        }
        let Some(desk) = self.desk() else { return Vec::new() };
        let name = file_name(kind, desk, self.sight);
        let folder = desk.path.rsplit_once('/').map_or(self.folder.as_str(), |(folder, _)| folder);
        let path = format!("{}/{name}", folder.trim_end_matches('/'));
        self.ask_path(path, Document::Export(kind))
    }

    /// Asks where to, with a proposal.
    pub(super) fn ask_path(&mut self, proposal: String, document: Document) -> Vec<Effect> {
        let (purpose, field) = (PathFor::Document(document), TextField::with(&proposal));
        self.overlay = Some(Overlay::Path(PathEntry { purpose, field, candidates: Vec::new() }));
        Vec::new()
    }

    /// Writes something in the background; a file that is there is asked about unless that was said.
    pub(super) fn write(&mut self, path: String, document: Document, overwrite: bool) -> Vec<Effect> {
        match document {
            Document::Template(language) => {
                let job = self.run(Task::Write(document));
                vec![Effect::WriteTemplate { job, path, language, overwrite }]
            }
            Document::Plan => {
                let job = self.run(Task::Write(document));
                let Some(desk) = self.desk() else { return Vec::new() };
                let (draft, workbook) = (Shared(Arc::clone(&desk.draft)), desk.path.clone());
                vec![Effect::WritePlan { job, draft, workbook, path, overwrite }]
            }
            Document::Export(ExportKind::Corrected) => {
                let Some(desk) = self.desk() else { return Vec::new() };
                let correcting = Shared(Arc::new(Correcting::new(Arc::clone(&desk.draft), self.sight)));
                let (original, kept) = (desk.path.clone(), desk.keeping.as_ref().map(|keeping| keeping.id.clone()));
                let job = self.run(Task::Write(document));
                vec![Effect::Correct { job, path, original, correcting, kept, overwrite }]
            }
            Document::Export(ExportKind::View(format)) if self.register().is_some() => {
                let Some(register) = self.register() else { return Vec::new() };
                let export = Shared(Arc::new(Export::of_register(format, register, self.sight)));
                let job = self.run(Task::Write(document));
                // No workbook that could be overwritten: an export never takes the place of anything unasked.
                vec![Effect::Export { job, path, original: String::new(), export, overwrite }]
            }
            Document::Export(ExportKind::View(format)) if self.past().is_some() => {
                let Some(past) = self.past() else { return Vec::new() };
                let export = Shared(Arc::new(Export::of_past(format, past, self.sight)));
                let job = self.run(Task::Write(document));
                vec![Effect::Export { job, path, original: String::new(), export, overwrite }]
            }
            Document::Export(kind) => {
                let Some(desk) = self.desk() else { return Vec::new() };
                let Some(export) = Export::of(kind, desk, self.sight) else { return self.nothing_here() };
                let (export, original) = (Shared(Arc::new(export)), desk.path.clone());
                let job = self.run(Task::Write(document));
                vec![Effect::Export { job, path, original, export, overwrite }]
            }
        }
    }
}
