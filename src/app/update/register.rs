//! Keys of the register, and what it asks of the world.

use std::sync::Arc;

use super::listing::{act_on_list, relist_from_the_cursor};
use crate::app::action::Action;
use crate::app::chooser::{Choice, Chooser, Line, Question};
use crate::app::desk::Sight;
use crate::app::effect::{Effect, Far, Job, Shared};
use crate::app::fault::Fault;
use crate::app::grouping::{Group, Grouping};
use crate::app::keymap::Layer;
use crate::app::listing::Listing as _;
use crate::app::model::{Glance, Model, Overlay, Screen};
use crate::app::notice::Notice;
use crate::app::register::{Gathered, Reach, Reading, Register, TabKind};
use crate::domain::customer::CustomerId;
use crate::domain::letter::Occasion;
use crate::domain::matching::Stock;
use crate::domain::task_flow::TaskFlow;
use crate::words::Words;

impl Model {
    /// Opens the register on a tab: at once where the store is known. It is read again all the same,
    /// since colleagues work in it too.
    pub(super) fn open_register(&mut self, tab: TabKind) -> Vec<Effect> {
        let known = if let Glance::Known(stock) = &self.store { Some(Arc::clone(stock)) } else { None };
        let mut register = Box::new(Register::new(known.clone(), tab));
        if let Some(read) = self.mails.known() {
            register.post(Arc::clone(&read.outbox));
        }
        let mut effects = Vec::new();
        if let Some(stock) = known {
            let job = self.job();
            register.reading = Reading::Texts(job, None);
            effects.push(Effect::Gather(job, Shared(stock)));
        }
        self.enter(Screen::Register(register));
        let (outbox, store) = (self.job(), self.job());
        effects.extend([Effect::ReadOutbox(outbox), Effect::ReadStore(store)]);
        effects
    }

    /// The store as it was just read or written: what is on screen follows it.
    pub(super) fn restocked(&mut self, stock: Arc<Stock>) -> Vec<Effect> {
        // What was left behind of a customer who is gone was erased with the customer.
        let is_there = |id| stock.snapshot.index_of(id).is_some();
        self.unsaved.retain(|left| left.about.customer().is_none_or(is_there));
        self.store = Glance::Known(Arc::clone(&stock));
        let mut effects = self.count_again();
        let Some(register) = self.register_mut() else { return effects };
        if !register.restock(&stock) {
            return effects;
        }
        let before = register.reading.clone();
        let job = self.job();
        if let Some(register) = self.register_mut() {
            register.reading = Reading::Texts(job, None);
        }
        // What is being made of the store as it was is of no use any more.
        let stop = if let Reading::Texts(job, _) = before { Some(Effect::Cancel(job)) } else { None };
        effects.extend(stop);
        effects.push(Effect::Gather(job, Shared(stock)));
        effects
    }

    /// A screen that is shown again shows the store as it is now.
    pub(in crate::app) fn show_store_again(&mut self) -> Vec<Effect> {
        let Glance::Known(stock) = &self.store else { return Vec::new() };
        let stock = Arc::clone(stock);
        let outbox = self.mails.known().map(|read| Arc::clone(&read.outbox));
        match &mut self.screen {
            Screen::Register(register) => {
                if let Some(outbox) = outbox {
                    register.post(outbox);
                }
                // What was being made while the register was away was not heard.
                if matches!(register.reading, Reading::Texts(..)) {
                    register.reading = Reading::Store;
                }
                self.restocked(stock)
            }
            Screen::Desk(desk) if desk.draft.stock().snapshot.revision != stock.snapshot.revision => {
                desk.with_draft(|draft| {
                    draft.rebase(stock);
                });
                Vec::new()
            }
            Screen::Inviting(_) => self.count_again(),
            _ => Vec::new(),
        }
    }

    /// Somebody has written to the store or the outbox: both are read again, behind what is on screen. None while
    /// something is being done that reads them itself.
    pub fn follow_others(&mut self) -> Option<Vec<Effect>> {
        if self.running.is_some() || self.mails.going().is_some() {
            return None;
        }
        let (outbox, store) = (self.job(), self.job());
        Some(vec![Effect::ReadOutbox(outbox), Effect::ReadStore(store)])
    }

    /// The store cannot be read. A register that shows it as it was before goes on doing so, and says so.
    pub(super) fn not_restocked(&mut self, fault: Fault) {
        if let Some(register) = self.register_mut() {
            if register.is_read() {
                self.notice = Some(Notice::NotReadAgain);
                return;
            }
            register.reading = Reading::Failed(fault.clone());
        }
        self.store = Glance::Fault(fault);
    }

    pub(super) fn gathered(&mut self, gathered: &Gathered) {
        if let Some(register) = self.register_mut() {
            register.gathered(gathered);
        }
    }

    /// How far the register's own work is. False where it is not the register's.
    pub(super) fn gathering(&mut self, job: Job, far: Far) -> bool {
        match self.register_mut().map(|register| &mut register.reading) {
            Some(Reading::Texts(own, known)) if *own == job => {
                *known = Some(far);
                true
            }
            _ => false,
        }
    }

    pub(super) fn act_on_register(&mut self, action: Action) -> Vec<Effect> {
        if let Some(notice) = self.obstacle(action) {
            self.notice = Some(notice);
            return Vec::new();
        }
        if let Some(register) = self.register_mut() {
            register.reach = Reach::Shown;
        }
        if takes_marked(action)
            && let Some(chooser) = self.register().and_then(|register| hidden(register, action, self.sight))
        {
            self.overlay = Some(Overlay::Chooser(chooser));
            return Vec::new();
        }
        self.act_on_chosen(action)
    }

    /// Does what was asked for, about the marked ones so far.
    pub(super) fn reach(&mut self, action: Action, reach: Reach) -> Vec<Effect> {
        if let Some(register) = self.register_mut() {
            register.reach = reach;
        }
        self.act_on_chosen(action)
    }

    fn act_on_chosen(&mut self, action: Action) -> Vec<Effect> {
        if matches!(self.layer(), Layer::Outbox | Layer::Posted)
            && let Some(effects) = self.act_on_outbox(action)
        {
            return effects;
        }
        if let Some(effects) = self.act_on_flows(action) {
            return effects;
        }
        let size = self.size;
        match action {
            Action::Season => return self.ask_matter(),
            Action::Invite => return self.invite_from_list(Occasion::Invitation),
            Action::Remind => return self.invite_from_list(Occasion::Reminder),
            Action::TaskFlow => return self.ask(Question::FlowShown),
            Action::SortMenu => return self.ask(Question::Sort),
            Action::Group => return self.ask(Question::GroupBy),
            Action::Narrow => return self.ask(Question::NarrowBy),
            Action::Columns => self.overlay = Some(Overlay::Columns(0)),
            Action::Export => return self.ask_export(),
            Action::AddCustomer => return self.add_customer(),
            Action::Edit | Action::History | Action::ToDossier => return self.act_on_current(action),
            Action::Undo | Action::Redo => self.step_marks(action == Action::Undo),
            Action::RemoveCustomer | Action::ChangeMany => {
                let customers = self.register().map(Register::chosen_customers).unwrap_or_default();
                return if action == Action::ChangeMany { self.change_many(customers) } else { self.remove_customers(&customers) };
            }
            Action::Open if self.register().is_some_and(|register| register.tab == TabKind::Dossiers) => {
                return self.open_current_dossier();
            }
            Action::Open if self.register().is_some_and(|register| register.tab == TabKind::Imports) => return self.open_commit(),
            Action::TakeBack => return self.weigh_taking_back(),
            Action::Answers => return self.pick_answers(),
            Action::AllCommits => self.list_all_commits(),
            _ if self.scroll(action) => {}
            _ => {
                let Some(register) = self.register_mut() else { return Vec::new() };
                match act_on_list(register, action, size) {
                    Some(notice) => self.notice = notice,
                    None => act_on_tabs(register, action, size),
                }
            }
        }
        Vec::new()
    }

    /// The page, or the history, of the customer under the cursor, whoever is marked.
    fn act_on_current(&mut self, action: Action) -> Vec<Effect> {
        let customer = self.register().and_then(|register| register.customer_of(register.table().current()?));
        match (customer, action) {
            (None, _) => self.nothing_here(),
            (Some(customer), Action::History) => self.recall_customer(customer),
            (Some(customer), Action::ToDossier) => self.open_dossier_of(customer),
            (Some(customer), _) => self.open_customer(customer),
        }
    }

    /// The dossier of a customer in the task flow that is shown; of all of them, in the newest.
    fn open_dossier_of(&mut self, customer: CustomerId) -> Vec<Effect> {
        let flow = self.register().and_then(|register| {
            let index = u32::try_from(register.shelf.stock().snapshot.index_of(customer)?).ok()?;
            register.shelf.dossier(index).map(|(flow, _)| flow.id.clone())
        });
        match flow {
            Some(flow) => self.open_dossier(flow, customer),
            None => self.say(Notice::NoDossierHere),
        }
    }

    /// Takes the last change of marks back, or makes it again.
    fn step_marks(&mut self, back: bool) {
        let changed = self.register_mut().and_then(|register| register.step_marks(back));
        self.notice = Some(match changed {
            Some(marks) => Notice::MarksAgain(marks),
            None if back => Notice::NothingToUndo { committed: false },
            None => Notice::NothingToRedo,
        });
    }

    /// Goes to a customer in the list of customers.
    pub(super) fn go_to_customer(&mut self, customer: CustomerId) -> Vec<Effect> {
        let (size, effects) = (self.size, self.open_register(TabKind::Customers));
        if let Some(register) = self.register_mut() {
            register.go_to_customer(customer, size);
        }
        effects
    }

    /// The dossier under the cursor.
    fn open_current_dossier(&mut self) -> Vec<Effect> {
        let dossier = self.register().and_then(|register| {
            let (filed, flow, _) = register.shelf.filed(register.table().current()?)?;
            Some((flow.id.clone(), register.shelf.customer_id(filed.customer)?))
        });
        match dossier {
            None => self.nothing_here(),
            Some((flow, customer)) => self.open_dossier(flow, customer),
        }
    }

    /// Leaves the register; what is still being made for it stops.
    pub(super) fn leave_register(&mut self) -> Vec<Effect> {
        let job = match self.register().map(|register| &register.reading) {
            Some(Reading::Texts(job, _)) => Some(*job),
            _ => None,
        };
        let mut effects: Vec<Effect> = job.map(Effect::Cancel).into_iter().collect();
        effects.extend(self.leave());
        effects
    }

    /// Offers the groups to narrow the list to; those that hold now are marked.
    pub(super) fn ask_narrowing(&mut self, by: Grouping) -> Vec<Effect> {
        let sight = self.sight;
        let Some(register) = self.register_mut() else { return Vec::new() };
        let facets = register.facets(by);
        let narrowing = register.table().narrowing.clone();
        let line = |(group, rows): (Group, usize)| Line {
            lead: rows.to_string(),
            label: group.name(sight),
            note: if narrowing.contains(&group) { sight.words().register.narrowed.to_owned() } else { String::new() },
            choice: Choice::NarrowTo(group),
        };
        let lines: Vec<Line> = facets.into_iter().take(super::groups::MOST).map(line).collect();
        if lines.is_empty() {
            self.notice = Some(Notice::NoGroups);
            return Vec::new();
        }
        self.overlay = Some(Overlay::Chooser(Chooser::new(Question::NarrowTo, lines, None)));
        Vec::new()
    }

    /// Narrows the list to a group beside the others, or no longer.
    pub(super) fn narrow(&mut self, group: Group) -> Vec<Effect> {
        let size = self.size;
        let Some(register) = self.register_mut() else { return Vec::new() };
        let narrowing = &mut register.table_mut().narrowing;
        match narrowing.iter().position(|known| known.by == group.by && known.common == group.common) {
            Some(place) => _ = narrowing.remove(place),
            None => narrowing.push(group),
        }
        relist_from_the_cursor(register, size);
        Vec::new()
    }

    /// Lists everything again that the narrowing left out.
    pub(super) fn widen(&mut self) -> Vec<Effect> {
        let size = self.size;
        if let Some(register) = self.register_mut() {
            register.table_mut().narrowing.clear();
            register.relist(size);
        }
        Vec::new()
    }

    /// Shows the dossiers of a task flow, or of all.
    pub(super) fn show_flow(&mut self, flow: Option<crate::domain::task_flow::TaskFlowId>) -> Vec<Effect> {
        let size = self.size;
        if let Some(register) = self.register_mut() {
            register.choose_flow(flow, size);
        }
        Vec::new()
    }
}

/// Whether an action is about the marked ones, so that it matters whether all of them are seen.
const fn takes_marked(action: Action) -> bool {
    matches!(action, Action::Invite | Action::Remind | Action::Season | Action::RemoveCustomer | Action::ChangeMany | Action::Withdraw)
}

/// Asks about marked ones that are not shown, where there are any.
fn hidden(register: &Register, action: Action, sight: Sight) -> Option<Chooser> {
    let hidden = register.hidden_count();
    let shown = register.marked_count() - hidden;
    if hidden == 0 || matches!(register.tab, TabKind::Flows | TabKind::Imports) {
        return None;
    }
    let words = &sight.words().register;
    let line = |label: String, reach| Line { lead: String::new(), label, note: String::new(), choice: Choice::Reaching(action, reach) };
    let mut lines = Vec::new();
    if shown > 0 {
        lines.push(line((words.only_shown)(shown), Reach::Shown));
    }
    lines.push(line((words.also_hidden)(shown + hidden, hidden), Reach::AlsoHidden));
    Some(Chooser::new(Question::Hidden, lines, None))
}

fn act_on_tabs(register: &mut Register, action: Action, size: (u16, u16)) {
    match action {
        Action::TabCustomers => register.show(TabKind::Customers, size),
        Action::TabDossiers => register.show(TabKind::Dossiers, size),
        Action::TabFlows => register.show(TabKind::Flows, size),
        Action::TabImports => register.show(TabKind::Imports, size),
        Action::TabOutbox => register.show(TabKind::Outbox, size),
        Action::NextTab => register.show(register.tab.by(1), size),
        Action::PreviousTab => register.show(register.tab.by(TabKind::ALL.len() - 1), size),
        Action::Open => {
            register.showing.zoom = true;
            register.showing.pane_top = 0;
        }
        _ => {}
    }
}

/// The task flows to choose from, all of them together first.
pub(super) fn flow_lines(register: &Register, words: &Words) -> Vec<Line> {
    let snapshot = &register.shelf.stock().snapshot;
    let all =
        Line { lead: String::new(), label: words.register.all_flows.to_owned(), note: String::new(), choice: Choice::FlowShown(None) };
    let line = |flow: &TaskFlow| Line {
        lead: String::new(),
        label: (words.flow)(flow.assessment_year),
        note: (words.dossiers)(snapshot.dossier_count(&flow.id)),
        choice: Choice::FlowShown(Some(flow.id.clone())),
    };
    std::iter::once(all).chain(snapshot.flows.iter().map(line)).collect()
}

/// What the list can be narrowed by; last, where it is narrowed, everything again.
pub(super) fn narrowing_lines(register: &Register, words: &Words) -> Vec<Line> {
    let narrowing = &register.table().narrowing;
    let line = |by: Grouping| {
        let chosen = narrowing.iter().filter(|group| group.by == by).count();
        let note = if chosen > 0 { (words.register.chosen)(chosen) } else { String::new() };
        Line { lead: String::new(), label: (words.listing.grouping)(by).to_owned(), note, choice: Choice::NarrowBy(by) }
    };
    let mut lines: Vec<Line> = register.groupings().into_iter().map(line).collect();
    if !narrowing.is_empty() {
        let label = words.register.everything.to_owned();
        lines.push(Line { lead: String::new(), label, note: String::new(), choice: Choice::Widen });
    }
    lines
}
