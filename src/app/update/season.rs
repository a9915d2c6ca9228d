//! Keys about task flows and who is in them, and what they ask of the world.

use std::sync::Arc;

use crate::app::action::Action;
use crate::app::chooser::{Choice, Chooser, Line, Question};
use crate::app::effect::{Effect, Job, Shared};
use crate::app::fault::Fault;
use crate::app::model::{Model, Overlay, Running, Task, WayOut};
use crate::app::notice::Notice;
use crate::app::register::{Register, TabKind};
use crate::app::season::{Doing, Form, Matter, Preview, Waiting};
use crate::domain::change_set::Receipt;
use crate::domain::dossier::Status;
use crate::domain::matching::Stock;
use crate::domain::season::{Planned, Wish, next_season, not_there};
use crate::domain::task_flow::TaskFlow;

impl Model {
    /// Keys of the tab of task flows that no other list has; none where it is another one.
    pub(super) fn act_on_flows(&mut self, action: Action) -> Option<Vec<Effect>> {
        let flow = self.register().and_then(Register::current_flow).cloned();
        match (action, flow) {
            (Action::Open, Some(flow)) => {
                let size = self.size;
                if let Some(register) = self.register_mut() {
                    register.choose_flow(Some(flow.id), size);
                    register.show(TabKind::Dossiers, size);
                }
                Some(Vec::new())
            }
            (Action::NextSeason, Some(flow)) => Some(self.ask_next_season(&flow)),
            (Action::EditFlow, Some(flow)) => Some(self.ask_terms(flow)),
            (Action::Archive, Some(flow)) => {
                let wish = Wish::Change(TaskFlow { archived: !flow.archived, ..flow });
                Some(self.weigh_wish(wish, None))
            }
            _ => None,
        }
    }

    fn ask_next_season(&mut self, last: &TaskFlow) -> Vec<Effect> {
        let Some(register) = self.register() else { return Vec::new() };
        let Some(office) = register.shelf.office().cloned().map(Arc::new) else { return self.say(Notice::StillReading) };
        match next_season(last, &register.shelf.stock().snapshot.flows, &office.catalogue) {
            Ok((flow, remarks)) => self.overlay = Some(Overlay::Season(Box::new(Form::of_flow(Matter::Next, flow, remarks, office)))),
            Err(refused) => self.fail(Fault::Refused(refused), WayOut::None),
        }
        Vec::new()
    }

    fn ask_terms(&mut self, flow: TaskFlow) -> Vec<Effect> {
        let Some(office) = self.register().and_then(|register| register.shelf.office()).cloned().map(Arc::new) else {
            return self.say(Notice::StillReading);
        };
        let remarks = not_there(&flow, &office.catalogue);
        match flow.open().map(|_| ()) {
            Err(archived) => self.fail(Fault::Refused(archived.into()), WayOut::None),
            Ok(()) => self.overlay = Some(Overlay::Season(Box::new(Form::of_flow(Matter::Change, flow, remarks, office)))),
        }
        Vec::new()
    }

    /// Offers what can be done about the chosen customers in a task flow.
    pub(super) fn ask_matter(&mut self) -> Vec<Effect> {
        let Some(register) = self.register() else { return Vec::new() };
        if register.chosen_customers().is_empty() {
            self.notice = Some(Notice::NoRow);
            return Vec::new();
        }
        let words = self.sight.words();
        let line = |matter: Matter| Line {
            lead: String::new(),
            label: (words.flows.matter)(matter).to_owned(),
            note: String::new(),
            choice: Choice::Matter(matter),
        };
        let lines = Matter::OF_CUSTOMERS.map(line).to_vec();
        self.overlay = Some(Overlay::Chooser(Chooser::new(Question::Matter, lines, None)));
        Vec::new()
    }

    /// Opens the box about the chosen customers.
    pub(super) fn fill_in(&mut self, matter: Matter) -> Vec<Effect> {
        let language = self.sight.language.of_customers();
        let Some(register) = self.register() else { return Vec::new() };
        let Some(office) = register.shelf.office().cloned().map(Arc::new) else { return self.say(Notice::StillReading) };
        // Who looks at an archived season does not mean another one by accident.
        if let Some(Err(archived)) = register.shelf.flow().filter(|_| matter != Matter::Link).map(TaskFlow::open) {
            self.fail(Fault::Refused(archived.into()), WayOut::None);
            return Vec::new();
        }
        let flows = register.shelf.stock().snapshot.flows.iter().filter(|flow| flow.open().is_ok()).cloned().collect();
        let chosen = register.shelf.flow_id();
        match Form::of_customers(matter, register.chosen_customers(), flows, chosen, language, office) {
            Some(form) => self.overlay = Some(Overlay::Season(Box::new(form))),
            None => self.notice = Some(Notice::NotHere),
        }
        Vec::new()
    }

    pub(super) fn act_on_season(&mut self, action: Action) -> Vec<Effect> {
        match (action, &mut self.overlay) {
            (Action::NextPart, Some(Overlay::Season(form))) => form.go_by(1),
            (Action::PreviousPart, Some(Overlay::Season(form))) => form.go_by(-1),
            (Action::Choose, Some(Overlay::Season(form))) => {
                // What is not clear yet stands in the box.
                if let Ok(wish) = form.wish() {
                    let form = form.clone();
                    return self.weigh_wish(wish, Some(form));
                }
            }
            (Action::NextPart | Action::PreviousPart, Some(Overlay::SeasonPreview(preview))) => match preview.number_wanted() {
                Some(number) => return self.say(Notice::NumberWanted(number)),
                None => preview.go_on(),
            },
            (Action::Choose, Some(Overlay::SeasonPreview(preview))) if preview.goes_on => {
                let planned = Arc::clone(&preview.planned);
                return self.write_planned(&planned);
            }
            (Action::Choose, Some(Overlay::SeasonPreview(preview))) => {
                // Whoever typed a number means to write, and not to go back.
                if let Some(number) = preview.number_wanted().filter(|_| !preview.typed.text().trim().is_empty()) {
                    return self.say(Notice::NumberWanted(number));
                }
                self.uncover();
            }
            _ => {}
        }
        Vec::new()
    }

    /// Has it computed what a wish comes to.
    fn weigh_wish(&mut self, wish: Wish, form: Option<Box<Form>>) -> Vec<Effect> {
        self.overlay = None;
        let job = self.run(Task::Season(Waiting { form, doing: Doing::Planning }));
        vec![Effect::PlanSeason(job, Box::new(wish))]
    }

    fn write_planned(&mut self, planned: &Planned) -> Vec<Effect> {
        let form = self.behind.pop().and_then(|behind| if let Overlay::Season(form) = behind { Some(form) } else { None });
        self.overlay = None;
        let job = self.run(Task::Season(Waiting { form, doing: Doing::Writing }));
        vec![Effect::Amend(job, Shared(Arc::new(planned.amendment.clone())))]
    }

    /// What a wish comes to is there. Where nothing of it can be done, the box comes back behind what is said.
    pub(super) fn planned(&mut self, job: Job, planned: Result<Box<Planned>, Fault>) {
        let Some(Running { task: Task::Season(waiting), .. }) = self.end(job) else { return };
        self.behind.extend(waiting.form.map(Overlay::Season));
        match planned {
            Ok(planned) => self.overlay = Some(Overlay::SeasonPreview(Box::new(Preview::new(*planned)))),
            Err(fault) => self.fail(fault, WayOut::None),
        }
    }

    /// What was planned is written, or was not: then the box comes back behind what is said.
    pub(super) fn season_written(&mut self, waiting: Waiting, written: Result<(Receipt, Arc<Stock>), Fault>) -> Vec<Effect> {
        match written {
            Ok((receipt, stock)) => {
                self.notice = Some(Notice::Recorded(receipt.revision.0));
                self.restocked(stock)
            }
            Err(fault) => {
                self.behind.extend(waiting.form.map(Overlay::Season));
                self.fail(fault, WayOut::None);
                Vec::new()
            }
        }
    }

    /// How many mails would stay in the outbox for good, since their task flow goes into the archive.
    #[must_use]
    pub fn queued_in_archive(&self, preview: &Preview) -> u64 {
        let (Some(flow), Some(read), Some(register)) = (preview.archived(), self.mails.known(), self.register()) else { return 0 };
        read.outbox.ahead_in(&register.shelf.stock().snapshot.store, flow)
    }

    /// How many dossiers that are not sent yet would go into the archive with their task flow.
    #[must_use]
    pub fn unsent_in_archive(&self, preview: &Preview) -> u64 {
        let (Some(flow), Some(register)) = (preview.archived(), self.register()) else { return 0 };
        let dossiers = register.shelf.stock().snapshot.dossiers(flow);
        dossiers.filter(|(_, head)| head.about.status == Status::NotSentYet).count() as u64
    }
}
