//! The ways out: what runs is stopped, what is in front is closed, and from screen to screen back to the shell.

use crate::app::desk::Face;
use crate::app::effect::Effect;
use crate::app::listing::Listing as _;
use crate::app::model::{Ask, Model, Overlay, Screen, Stopping};
use crate::app::notice::Notice;
use crate::app::text_field::TextField;

impl Model {
    /// Asks a running job to stop, or closes what is being typed. Never leaves, never loses a draft.
    pub(super) fn cancel(&mut self) -> Vec<Effect> {
        if matches!(self.screen, Screen::Sending)
            && self.overlay.is_none()
            && let Some(stop) = self.stop_sending()
        {
            self.notice = Some(Notice::Stopping);
            return vec![stop];
        }
        match &mut self.running {
            // The foot of its box says so.
            Some(running) if self.overlay.is_none() && running.task.stopping() == Stopping::EndsByItself => Vec::new(),
            Some(running) if self.overlay.is_none() => {
                running.stopping = true;
                let job = running.job;
                self.notice = Some(Notice::Stopping);
                vec![Effect::Cancel(job)]
            }
            _ => self.close(),
        }
    }

    /// Whether a value is being typed that would be lost if what is in front were closed. What is sought, a path
    /// and a number are typed again as fast.
    fn has_typed(&self) -> bool {
        match &self.overlay {
            Some(Overlay::Answer(entry)) => entry.is_changed(),
            Some(Overlay::Editor(editor)) => self.desk().is_some_and(|desk| editor.is_typed(&desk.draft)),
            Some(Overlay::Value(entry)) => entry.is_changed(),
            Some(Overlay::Person(front)) => front.is_typed(),
            Some(Overlay::Replacing(replacing)) => replacing.is_typed(),
            Some(Overlay::Season(form)) => form.is_typed(),
            _ => false,
        }
    }

    /// Closes the top layer only: what is in front, then a range, then a filter, then nothing.
    pub(super) fn close(&mut self) -> Vec<Effect> {
        if let Some(Overlay::Person(front)) = &mut self.overlay
            && front.end_filter()
        {
            return Vec::new();
        }
        if self.has_typed() {
            self.cover(Overlay::Ask(Ask::LeaveTyped, false));
            return Vec::new();
        }
        if self.uncover() || self.running.is_some() {
            return Vec::new();
        }
        let size = self.size;
        match &mut self.screen {
            Screen::Picker(picker) => {
                picker.is_filtering = false;
                picker.filter = TextField::default();
                picker.refilter();
            }
            Screen::Desk(desk) => match desk.face {
                Face::Compare(_) | Face::Report(_) => desk.face = Face::Tabs,
                Face::Mapping(ref mut mapping) if mapping.whole => mapping.whole = false,
                // Without the required columns there are no rows to go back to.
                Face::Mapping(_) if desk.draft.layout().judge().is_err() => {}
                Face::Mapping(_) => desk.face = Face::Tabs,
                Face::Tabs if desk.showing.zoom => desk.showing.zoom = false,
                Face::Tabs => desk.close(size),
            },
            Screen::Register(register) if register.showing.zoom => register.showing.zoom = false,
            Screen::Register(register) => register.close(size),
            Screen::Past(past) if past.showing().zoom => past.showing_mut().zoom = false,
            Screen::Past(past) => past.close(size),
            Screen::Arrived(arrived) if arrived.showing().zoom => arrived.showing_mut().zoom = false,
            Screen::Arrived(arrived) if arrived.table().is_narrowed() || arrived.showing().is_filtering => arrived.close(size),
            Screen::Arrived(arrived) => _ = arrived.close_file(size),
            Screen::Dossier(binder) if binder.zoom => binder.zoom = false,
            Screen::Dossier(binder) => {
                binder.is_filtering = false;
                binder.filter = TextField::default();
                binder.relist(self.sight);
            }
            // First the whole mail, then what was typed.
            Screen::Inviting(inviting) if inviting.whole.is_some() => inviting.whole = None,
            Screen::Inviting(inviting) => inviting.typed.clear(),
            // Esc never leaves a screen.
            Screen::Person(_) | Screen::Start(_) | Screen::Sending => {}
        }
        Vec::new()
    }

    /// Back one screen; from the first, leave. Decisions that are neither committed nor kept are asked about.
    pub(super) fn back(&mut self) -> Vec<Effect> {
        if let Some(running) = &self.running {
            // What is written now ends whole; everything else is stopped.
            let job = running.job;
            return vec![Effect::Cancel(job)];
        }
        if self.uncover() {
            return Vec::new();
        }
        if matches!(self.screen, Screen::Dossier(_)) {
            return self.back_from_dossier();
        }
        match &mut self.screen {
            Screen::Start(_) if self.mails.going().is_some() => self.overlay = Some(Overlay::Ask(Ask::LeaveSending, false)),
            Screen::Start(_) => return vec![Effect::Quit],
            Screen::Dossier(_) => {}
            Screen::Picker(_) | Screen::Sending => return self.leave(),
            Screen::Person(_) => return self.back_from_page(),
            Screen::Desk(desk) => match desk.face {
                Face::Mapping(ref mut mapping) if mapping.whole => mapping.whole = false,
                Face::Compare(_) => desk.face = Face::Tabs,
                Face::Mapping(_) if desk.draft.layout().judge().is_ok() => desk.face = Face::Tabs,
                Face::Tabs if desk.showing.zoom => desk.showing.zoom = false,
                Face::Mapping(_) | Face::Tabs if desk.draft.has_uncommitted_steps() && !desk.is_kept() => {
                    self.overlay = Some(Overlay::Ask(Ask::LeaveImport, false))
                }
                Face::Mapping(_) | Face::Tabs | Face::Report(_) => return self.leave(),
            },
            Screen::Register(register) if register.showing.zoom => register.showing.zoom = false,
            Screen::Register(_) => return self.leave_register(),
            Screen::Past(past) if past.showing().zoom => past.showing_mut().zoom = false,
            Screen::Past(_) => return self.leave(),
            Screen::Arrived(_) => return self.leave_arrived(),
            Screen::Inviting(inviting) if inviting.whole.is_some() => inviting.whole = None,
            Screen::Inviting(_) => return self.leave(),
        }
        Vec::new()
    }
}
