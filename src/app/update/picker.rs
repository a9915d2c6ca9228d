//! Keys of the file picker, and the path that can be typed instead.

use crate::app::action::Action;
use crate::app::effect::{Effect, Opening};
use crate::app::model::{Model, Overlay, PathEntry, PathFor, Screen};
use crate::app::notice::Notice;
use crate::app::picker::Wanted;
use crate::app::text_field::TextField;

/// Lines of the picker that are not entries: title, rule, folder, blank, headings, message, keys.
const FRAME_LINES: u16 = 7;

/// Lines that the preview takes: a third of the window, as many as say something.
#[must_use]
pub(crate) const fn preview_lines(height: u16) -> u16 {
    let third = height / 3;
    if third < 5 {
        5
    } else if third > 12 {
        12
    } else {
        third
    }
}

/// How many entries are seen.
#[must_use]
pub(crate) fn seen(size: (u16, u16), preview: bool) -> usize {
    let preview = if preview { preview_lines(size.1) } else { 0 };
    usize::from(size.1.saturating_sub(FRAME_LINES + preview))
}

impl Model {
    pub(super) fn act_on_picker(&mut self, action: Action) -> Vec<Effect> {
        let size = self.size;
        let Screen::Picker(picker) = &mut self.screen else { return Vec::new() };
        let seen = seen(size, picker.wants_preview);
        let before = picker.cursor;
        match action {
            Action::Down => picker.go_to(before + 1, seen),
            Action::Up => picker.go_to(before.saturating_sub(1), seen),
            Action::First => picker.go_to(0, seen),
            Action::Last => picker.go_to(usize::MAX, seen),
            Action::PageDown => picker.go_to(before + seen, seen),
            Action::PageUp => picker.go_to(before.saturating_sub(seen), seen),
            Action::Filter => picker.is_filtering = true,
            Action::Choose => picker.is_filtering = false,
            Action::Open => return self.open_entry(),
            Action::Parent => return self.go_up(),
            Action::Toggle | Action::SelectAll | Action::SelectNone => self.tick(action, seen),
            Action::Preview => {
                picker.wants_preview = !picker.wants_preview;
                return self.look();
            }
            Action::TypePath => {
                let purpose = match picker.wanted {
                    Wanted::Import => PathFor::Workbook,
                    Wanted::Answers => PathFor::Answers,
                };
                let start = picker.folder.as_ref().map_or_else(String::new, |folder| format!("{}/", folder.path.trim_end_matches('/')));
                self.overlay = Some(Overlay::Path(PathEntry { purpose, field: TextField::with(&start), candidates: Vec::new() }));
            }
            Action::SheetAndHeadings => return self.choose_headings(),
            _ => {}
        }
        let moved = matches!(&self.screen, Screen::Picker(picker) if picker.wants_preview && picker.cursor != before);
        if moved { self.look() } else { Vec::new() }
    }

    fn open_entry(&mut self) -> Vec<Effect> {
        let Screen::Picker(picker) = &self.screen else { return Vec::new() };
        let Some(entry) = picker.current().cloned() else { return Vec::new() };
        if entry.is_folder {
            let job = self.job();
            return vec![Effect::ListFolder(job, entry.path)];
        }
        if picker.wanted == Wanted::Answers {
            let ticked: Vec<String> = picker.ticked.iter().cloned().collect();
            return self.read_answers(if ticked.is_empty() { vec![entry.path] } else { ticked });
        }
        self.open(Opening { path: entry.path, ..Opening::default() })
    }

    fn go_up(&mut self) -> Vec<Effect> {
        let Screen::Picker(picker) = &self.screen else { return Vec::new() };
        let Some(folder) = &picker.folder else { return Vec::new() };
        let parent = match folder.path.trim_end_matches('/').rsplit_once('/') {
            Some(("", _)) | None => "/".to_owned(),
            Some((parent, _)) => parent.to_owned(),
        };
        let job = self.job();
        vec![Effect::ListFolder(job, parent)]
    }

    /// Looks into the workbook under the cursor, if the preview is open.
    pub(super) fn look(&mut self) -> Vec<Effect> {
        let Screen::Picker(picker) = &mut self.screen else { return Vec::new() };
        picker.preview = None;
        let entry = picker.current().filter(|entry| !entry.is_folder).cloned();
        let (Some(entry), true) = (entry, picker.wants_preview) else { return Vec::new() };
        let job = self.job();
        self.previewing = Some(job);
        vec![Effect::Preview(job, entry.path)]
    }

    fn choose_headings(&mut self) -> Vec<Effect> {
        let Screen::Picker(picker) = &mut self.screen else { return Vec::new() };
        if let Some(preview) = picker.preview.clone() {
            self.ask_headings(&preview);
            return Vec::new();
        }
        picker.wants_preview = true;
        self.look()
    }

    pub(super) fn act_on_path(&mut self, action: Action) -> Vec<Effect> {
        let Some(Overlay::Path(entry)) = &self.overlay else { return Vec::new() };
        let text = entry.field.text().trim().to_owned();
        match action {
            Action::Right if !entry.purpose.is_path() => Vec::new(),
            Action::Right => {
                let job = self.job();
                vec![Effect::Complete(job, text)]
            }
            Action::Choose if text.is_empty() && entry.purpose != PathFor::ReminderEnd => {
                let named = entry.purpose == PathFor::MappingName;
                self.notice = Some(if named { Notice::CannotSave } else { Notice::NoPath });
                Vec::new()
            }
            Action::Choose => {
                let purpose = entry.purpose.clone();
                self.take_typed(purpose, text)
            }
            _ => Vec::new(),
        }
    }

    /// What was typed is taken. Where it could be wrong it stays, and what is wrong with it is said.
    fn take_typed(&mut self, purpose: PathFor, text: String) -> Vec<Effect> {
        match purpose {
            PathFor::TestAddress => self.test_letter_to(text),
            PathFor::ReminderDays => self.remind_after(&text),
            PathFor::ReminderEnd => self.remind_until(&text),
            PathFor::MailFolder => self.write_letters(text),
            PathFor::Workbook => {
                self.overlay = None;
                self.open(Opening { path: text, ..Opening::default() })
            }
            PathFor::Answers => {
                self.overlay = None;
                self.read_answers(vec![text])
            }
            PathFor::MappingName => {
                self.overlay = None;
                self.save_mapping(&text)
            }
            PathFor::Document(document) => {
                self.overlay = None;
                self.write(text, document, false)
            }
        }
    }
}
