//! Keys of what stands in front of a screen: columns, summary, questions, faults; and of the report.

use std::sync::Arc;

use crate::app::action::Action;
use crate::app::chooser::Question;
use crate::app::desk::Face;
use crate::app::effect::{Effect, Shared};
use crate::app::listing::Listing as _;
use crate::app::listing::with_list;
use crate::app::model::{Ask, Model, Overlay, Task, WayOut};
use crate::app::notice::Notice;
use crate::app::past::Asked;
use crate::app::register::TabKind;
use crate::app::report::Next;
use crate::app::summary::Button;
use crate::domain::change_set::ChangeSet;
use crate::domain::draft::{Bucket, Entry};
use crate::domain::invitation::Wish;

impl Model {
    pub(super) fn act_on_columns(&mut self, action: Action) -> Vec<Effect> {
        let Some(Overlay::Columns(cursor)) = self.overlay else { return Vec::new() };
        let Some(table) = with_list!(&mut self.screen, list => list.table_mut()) else { return Vec::new() };
        let last = table.columns.len().saturating_sub(1);
        match action {
            Action::Down => self.overlay = Some(Overlay::Columns((cursor + 1).min(last))),
            Action::Up => self.overlay = Some(Overlay::Columns(cursor.saturating_sub(1))),
            Action::Choose => self.overlay = None,
            Action::Toggle => {
                let shown = table.shown().count();
                let Some(setting) = table.columns.get_mut(cursor) else { return Vec::new() };
                if setting.shown && shown == 1 {
                    self.notice = Some(Notice::LastColumn);
                    return Vec::new();
                }
                setting.shown = !setting.shown;
                table.column_by(0);
            }
            _ => {}
        }
        Vec::new()
    }

    pub(super) fn act_on_summary(&mut self, action: Action) -> Vec<Effect> {
        if action == Action::SavePlan {
            return self.ask_plan_path();
        }
        if let Action::Down | Action::Up = action {
            return self.scroll_summary(action);
        }
        let Some(Overlay::Summary(summary)) = &mut self.overlay else { return Vec::new() };
        match (action, summary.button) {
            (Action::Left, _) => summary.button = Button::Back,
            (Action::Right, _) => summary.button = Button::Import,
            (Action::Choose, Button::Back) => self.overlay = None,
            (Action::Choose, Button::Import) => {
                let set = Arc::clone(&summary.set);
                self.overlay = None;
                return self.commit(set);
            }
            _ => {}
        }
        Vec::new()
    }

    /// Scrolls the summary, no further than its last line.
    fn scroll_summary(&mut self, action: Action) -> Vec<Effect> {
        let Some(last) = self.summary_last() else { return Vec::new() };
        if last == 0 {
            return self.nothing_here();
        }
        if let Some(Overlay::Summary(summary)) = &mut self.overlay {
            let top = summary.top.min(last);
            summary.top = if action == Action::Down { (top + 1).min(last) } else { top.saturating_sub(1) };
        }
        Vec::new()
    }

    /// How far the summary can be scrolled, where it is in front.
    pub(in crate::app) fn summary_last(&self) -> Option<usize> {
        let Some(Overlay::Summary(summary)) = &self.overlay else { return None };
        Some(summary.last_top(self.desk(), self.sight, self.size))
    }

    fn commit(&mut self, set: Arc<ChangeSet>) -> Vec<Effect> {
        if let Some(desk) = self.desk_mut() {
            desk.note(|_| Entry::Committing(set.commit.clone()));
        }
        let job = self.run(Task::Commit(Arc::clone(&set)));
        vec![Effect::Commit(job, Shared(set))]
    }

    pub(super) fn act_on_box(&mut self, action: Action) -> Vec<Effect> {
        match (action, &mut self.overlay) {
            (Action::Left, Some(Overlay::Ask(_, yes) | Overlay::Fault(_, _, yes))) => *yes = false,
            (Action::Right, Some(Overlay::Ask(_, yes))) => *yes = true,
            (Action::Right, Some(Overlay::Fault(_, way, yes))) => *yes = *way != WayOut::None,
            (Action::Choose, Some(Overlay::Ask(_, true) | Overlay::Fault(_, _, true))) => match self.overlay.take() {
                Some(Overlay::Ask(ask, _)) => return self.answer_yes(ask),
                Some(Overlay::Fault(_, way, _)) => return self.take_way_out(way),
                _ => {}
            },
            // The safe button leads where Esc leads.
            (Action::Choose, _) => _ = self.uncover(),
            _ => {}
        }
        Vec::new()
    }

    fn answer_yes(&mut self, ask: Ask) -> Vec<Effect> {
        match ask {
            Ask::LeaveImport => self.leave_unkept(),
            Ask::LeaveTyped => {
                // What was typed in stands behind the question; both go.
                self.behind.pop();
                self.uncover();
                Vec::new()
            }
            Ask::Reopen(opening) => self.open_instead(opening),
            Ask::TakeBack(..) => self.take_back(),
            Ask::TakeOver(..) => self.take_over(),
            Ask::LeaveAnswers => self.leave(),
            Ask::ThrowAway(id, _) => self.throw_away(id),
            Ask::DropUnsaved(about, _) => self.drop_left_behind(about),
            Ask::Dossier(ask) => self.answer_dossier(ask),
            Ask::Replace(path, document) => self.write(path, document, true),
            Ask::Person(ask) => self.answer_about_person(&ask),
            Ask::SendOutbox(_) => self.send(None),
            Ask::Withdraw(messages) => self.withdraw(messages),
            Ask::LeaveSending => self.stop_sending().into_iter().chain([Effect::Quit]).collect(),
        }
    }

    fn take_way_out(&mut self, way: WayOut) -> Vec<Effect> {
        match way {
            WayOut::None => Vec::new(),
            WayOut::ChooseHeadings(preview) => {
                self.ask_headings(&preview);
                Vec::new()
            }
            WayOut::Open(opening) => self.open(opening),
            WayOut::SaveDossier => self.save_dossier(),
            WayOut::ReadAnswers(paths) => self.read_answers(paths),
            WayOut::LookBack(import) => self.look_back(import, Asked::TakingBack),
            WayOut::Commit => self.unwritten.take().map_or_else(Vec::new, |set| self.commit(set)),
            WayOut::Refresh => {
                let job = self.run(Task::Refresh);
                vec![Effect::Refresh(job)]
            }
        }
    }

    pub(super) fn act_on_report(&mut self, action: Action) -> Vec<Effect> {
        let size = self.size;
        let Some(desk) = self.desk_mut() else { return Vec::new() };
        let Face::Report(done) = &mut desk.face else { return Vec::new() };
        match action {
            Action::Down => done.cursor = (done.cursor + 1).min(done.next().len() - 1),
            Action::Up => done.cursor = done.cursor.saturating_sub(1),
            Action::Choose => match done.current() {
                Next::Rows => desk.face = Face::Tabs,
                Next::Invalid => {
                    desk.face = Face::Tabs;
                    desk.show(Bucket::Invalid);
                    let seen = desk.seen(size);
                    desk.table_mut().go_to(0, seen);
                }
                Next::Invite => return self.invite_imported(Wish::Any),
                Next::InviteAsked => return self.invite_imported(Wish::Invitation),
                Next::Customers => return self.open_register(TabKind::Customers),
                Next::Another => {
                    let mut effects = self.leave();
                    effects.extend(self.pick());
                    return effects;
                }
                Next::Start => self.leave_all(),
            },
            Action::Invite => return self.invite_imported(Wish::Any),
            Action::Questionnaire => return self.ask(Question::Questionnaire),
            Action::Export => return self.ask_export(),
            Action::TakeBack => {
                let import = done.receipt.revision;
                return self.look_back(import, Asked::TakingBack);
            }
            _ => return self.nothing_here(),
        }
        Vec::new()
    }
}
