//! A disk that looks the same on every computer: a throw-away folder that the screens know as `/`.

use std::fs::File;
use std::path::{Path, PathBuf};

use instroom::app::effect::{Entry, Folder, Opening, Preview, has_no_place};
use instroom::app::fault::Fault;
use instroom::app::keeping::KeptDraft;
use instroom::app::{Effect, Report};
use instroom::world::drafts::Drafts;

/// Where the office keeps its workbooks.
const HOME: &str = "/srv";

/// The throw-away folder. It is gone when this is dropped.
#[derive(Debug)]
pub(crate) struct Disk {
    _folder: tempfile::TempDir,
    real: String,
}

impl Disk {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        // The picker asks for real paths, so that a link on the way must not make another name.
        let real = folder.path().canonicalize().unwrap().to_str().unwrap().to_owned();
        Self { _folder: folder, real }
    }

    /// Puts a file there, changed on a day of May 2026 at a full hour, whatever the time zone is.
    pub(crate) fn put(&self, name: &str, bytes: &[u8], day: i8, hour: i8) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
        date(&path, day, hour);
    }

    /// Makes an empty folder.
    pub(crate) fn put_folder(&self, name: &str) {
        std::fs::create_dir_all(self.path(name)).unwrap();
    }

    /// The real path of a name below `/srv`.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        PathBuf::from(self.real(&format!("{HOME}/{name}")))
    }

    /// Where drafts are kept: on the same disk, where no screen looks.
    pub(crate) fn drafts(&self) -> Drafts {
        Drafts::new(Some(PathBuf::from(format!("{}/.state/drafts", self.real))))
    }

    /// The path as the system knows it. Whatever is asked for, it lies in the throw-away folder.
    fn real(&self, shown: &str) -> String {
        let inside: Vec<&str> = shown.split('/').filter(|part| *part != "..").collect();
        format!("{}/{}", self.real, inside.join("/").trim_start_matches('/'))
    }

    /// The path, or a text with the path in it, as the screens show it.
    fn shown(&self, real: &str) -> String {
        let shown = real.replace(&self.real, "");
        if shown.is_empty() { "/".to_owned() } else { shown }
    }

    /// What the screens ask for, with real paths.
    pub(crate) fn asked(&self, effect: Effect) -> Effect {
        match effect {
            Effect::ListFolder(job, path) => {
                let path = self.real(&path);
                date_folders_in(Path::new(&path));
                Effect::ListFolder(job, path)
            }
            Effect::Preview(job, path) => Effect::Preview(job, self.real(&path)),
            Effect::Complete(job, path) => Effect::Complete(job, self.real(&path)),
            Effect::Open(job, opening) if has_no_place(&opening.path) => Effect::Open(job, opening),
            Effect::Open(job, opening) => Effect::Open(job, Opening { path: self.real(&opening.path), ..opening }),
            Effect::WriteTemplate { job, path, language, overwrite } => {
                Effect::WriteTemplate { job, path: self.real(&path), language, overwrite }
            }
            Effect::Correct { job, path, original, correcting, kept, overwrite } => {
                Effect::Correct { job, path: self.real(&path), original: self.real(&original), correcting, kept, overwrite }
            }
            Effect::Export { job, path, original, export, overwrite } => {
                Effect::Export { job, path: self.real(&path), original: self.real(&original), export, overwrite }
            }
            Effect::WritePlan { job, draft, workbook, path, overwrite } => {
                Effect::WritePlan { job, draft, workbook, path: self.real(&path), overwrite }
            }
            Effect::ReadAnswers(job, paths) => Effect::ReadAnswers(job, paths.iter().map(|path| self.real(path)).collect()),
            other => other,
        }
    }

    /// What the world answers, with paths as the screens show them.
    pub(crate) fn told(&self, report: Report) -> Report {
        match report {
            Report::Folder(job, Ok(folder)) => Report::Folder(job, Ok(self.folder(folder))),
            Report::Opened(job, Ok(mut opened)) => {
                if !has_no_place(&opened.path) {
                    opened.path = self.shown(&opened.path);
                }
                Report::Opened(job, Ok(opened))
            }
            Report::Drafts(Ok(drafts)) => Report::Drafts(Ok(drafts.into_iter().map(|draft| self.draft(draft)).collect())),
            Report::Drafts(Err(fault)) => Report::Drafts(Err(self.fault(fault))),
            Report::DraftFound(job, draft, likeness) => Report::DraftFound(job, Box::new(self.draft(*draft)), likeness),
            Report::Folder(job, Err(fault)) => Report::Folder(job, Err(self.fault(fault))),
            Report::Preview(job, seen) => Report::Preview(job, seen.map(|seen| self.preview(seen)).map_err(|fault| self.fault(fault))),
            Report::Completed(job, text, candidates) => Report::Completed(job, self.shown(&text), candidates),
            Report::Opened(job, Err((fault, preview))) => {
                Report::Opened(job, Err((self.fault(fault), preview.map(|preview| self.preview(preview)))))
            }
            Report::Written(job, written) => Report::Written(job, written.map(|path| self.shown(&path)).map_err(|fault| self.fault(fault))),
            Report::Corrected(job, written) => {
                let written = written.map(|(path, corrected)| (self.shown(&path), corrected));
                Report::Corrected(job, written.map_err(|fault| self.fault(fault)))
            }
            other => other,
        }
    }

    fn folder(&self, folder: Folder) -> Folder {
        let entries = folder.entries.into_iter().map(|entry| Entry { path: self.shown(&entry.path), ..entry });
        Folder { path: self.shown(&folder.path), entries: entries.collect() }
    }

    fn draft(&self, draft: KeptDraft) -> KeptDraft {
        KeptDraft { path: self.shown(&draft.path), ..draft }
    }

    fn preview(&self, preview: Preview) -> Preview {
        Preview { path: self.shown(&preview.path), fault: preview.fault.map(|fault| self.fault(fault)), ..preview }
    }

    fn fault(&self, mut fault: Fault) -> Fault {
        match &mut fault {
            Fault::NotFound { path }
            | Fault::IsFolder { path }
            | Fault::NoPermission { path }
            | Fault::NotRegular { path }
            | Fault::EmptyFile { path }
            | Fault::TooLarge { path, .. }
            | Fault::Exists { path }
            | Fault::Original { path }
            | Fault::OriginalChanged { path }
            | Fault::System { detail: path } => *path = self.shown(path),
            _ => {}
        }
        fault
    }
}

/// Changed on that day of May 2026 at that hour, whatever the time zone is.
fn date(path: &Path, day: i8, hour: i8) {
    let changed = jiff::civil::date(2026, 5, day).at(hour, 0, 0, 0).to_zoned(jiff::tz::TimeZone::system()).unwrap();
    File::open(path).unwrap().set_modified(changed.timestamp().into()).unwrap();
}

/// Folders change whenever a file comes in; here they are of 1 May.
fn date_folders_in(path: &Path) {
    for entry in std::fs::read_dir(path).into_iter().flatten().flatten().filter(|entry| entry.path().is_dir()) {
        date(&entry.path(), 1, 8);
    }
}
