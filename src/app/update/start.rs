//! Keys of the start screen.

use crate::app::action::Action;
use crate::app::chooser::Question;
use crate::app::effect::Effect;
use crate::app::model::{Model, Screen};
use crate::app::register::TabKind;
use crate::app::start::Entry;

impl Model {
    pub(super) fn act_on_start(&mut self, action: Action) -> Vec<Effect> {
        let with_drafts = !self.drafts.is_empty();
        let Screen::Start(start) = &mut self.screen else { return Vec::new() };
        match action {
            Action::Down => start.go_by(1, with_drafts),
            Action::Up => start.go_by(-1, with_drafts),
            Action::Open => {
                let entry = start.current(with_drafts);
                return self.begin_entry(entry);
            }
            Action::NewImport => return self.begin_entry(Entry::NewImport),
            Action::Customers => return self.begin_entry(Entry::Customers),
            Action::Template => return self.begin_entry(Entry::Template),
            Action::Resume => return self.begin_entry(Entry::Resume),
            Action::Drafts => return self.show_drafts(),
            Action::Answers => return self.pick_answers(),
            Action::Invite => return self.invite_season(),
            Action::TabOutbox => return self.open_register(TabKind::Outbox),
            _ => {}
        }
        Vec::new()
    }

    pub(super) fn begin_entry(&mut self, entry: Entry) -> Vec<Effect> {
        match entry {
            Entry::Resume => self.resume(),
            Entry::NewImport => self.pick(),
            Entry::Customers => self.open_register(TabKind::Customers),
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
