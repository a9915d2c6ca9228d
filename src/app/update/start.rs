//! Keys of the start screen.

use crate::app::action::Action;
use crate::app::chooser::Question;
use crate::app::effect::Effect;
use crate::app::model::{Model, Screen};
use crate::app::register::TabKind;
use crate::app::start::{Entry, Start};

impl Model {
    /// The entries of the start screen that are on offer now.
    pub fn entries(&self) -> impl Iterator<Item = Entry> {
        Entry::ALL.into_iter().filter(|entry| match entry {
            Entry::Resume => !self.drafts.is_empty(),
            Entry::Unsaved => !self.unsaved.is_empty(),
            _ => true,
        })
    }

    /// The entry under the cursor. What is on offer may have become less since it was put there.
    #[must_use]
    pub fn entry_at(&self, start: Start) -> Option<Entry> {
        self.entries().take(start.cursor + 1).last()
    }

    pub(super) fn act_on_start(&mut self, action: Action) -> Vec<Effect> {
        let last = self.entries().count().saturating_sub(1);
        let Screen::Start(start) = &mut self.screen else { return Vec::new() };
        start.cursor = start.cursor.min(last);
        let entry = match action {
            Action::Down => {
                start.cursor = (start.cursor + 1).min(last);
                return Vec::new();
            }
            Action::Up => {
                start.cursor = start.cursor.saturating_sub(1);
                return Vec::new();
            }
            Action::Open => {
                let start = *start;
                self.entry_at(start)
            }
            Action::NewImport => Some(Entry::NewImport),
            Action::Customers => Some(Entry::Customers),
            Action::Template => Some(Entry::Template),
            Action::Resume => Some(Entry::Resume),
            Action::Answers => Some(Entry::Answers),
            Action::Invite => Some(Entry::Invite),
            Action::TabOutbox => Some(Entry::Outbox),
            Action::Drafts => return self.show_drafts(0),
            _ => None,
        };
        entry.map_or_else(Vec::new, |entry| self.begin_entry(entry))
    }

    fn begin_entry(&mut self, entry: Entry) -> Vec<Effect> {
        match entry {
            Entry::Resume => self.resume(),
            Entry::Unsaved => self.show_drafts(self.drafts.len()),
            Entry::NewImport => self.pick(),
            Entry::Customers => self.open_register(TabKind::Customers),
            Entry::Invite => self.invite_season(),
            Entry::Answers => self.pick_answers(),
            Entry::Outbox => self.open_register(TabKind::Outbox),
            Entry::Template => self.ask(Question::TemplateLanguage),
        }
    }

    /// Opens the file picker on the folder of the session.
    pub(super) fn pick(&mut self) -> Vec<Effect> {
        self.enter(Screen::Picker(Box::default()));
        let job = self.job();
        vec![Effect::ListFolder(job, self.folder.clone())]
    }
}
