//! Drafts that are kept: writing down what was decided, leaving, taking up again, throwing away.

use crate::app::action::Action;
use crate::app::chooser::{Choice, Chooser, Line, Question};
use crate::app::desk::{Desk, Sight};
use crate::app::effect::{Effect, Opening};
use crate::app::fault::Fault;
use crate::app::keeping::{DraftId, Keeping, KeptDraft, Leaving, Left, Likeness, Loss, TakenUp, Taking, Whereabouts};
use crate::app::model::{Ask, Glance, Model, Overlay, Screen, Task, WayOut};
use crate::app::notice::Notice;
use crate::app::unsaved::{About, LeftBehind};
use crate::domain::customer::CustomerId;
use crate::domain::draft::Unfit;

/// Something that lies there to be gone on with.
#[derive(Debug, Clone, Copy)]
pub enum Kept<'a> {
    /// A draft of an import.
    Draft(&'a KeptDraft),
    /// Changes of a dossier or of a customer's page.
    Unsaved(&'a LeftBehind),
}

impl Model {
    /// Where the person is in a draft that is kept, to be written down when the frame is drawn.
    #[must_use]
    pub fn whereabouts(&self) -> Option<(&DraftId, Whereabouts)> {
        let desk = self.desk()?;
        Some((&desk.keeping.as_ref()?.id, desk.whereabouts()))
    }

    /// The drafts that lie open, on screen or behind it, and what would become of them if they were left now.
    pub(super) fn on_desk(&self) -> Vec<(DraftId, Leaving)> {
        self.desks().filter_map(Desk::leaving).collect()
    }

    /// Lets go of a draft that lies open behind the screen; it is kept where that is worth it.
    pub(in crate::app) fn let_go_behind(&mut self) -> Option<Effect> {
        let place = self.through.iter().rposition(|screen| matches!(screen, Screen::Desk(_)))?;
        let left = self.through.remove(place);
        let effect = left.desk().and_then(Desk::leaving).map(|(id, leaving)| Effect::LeaveDraft(id, leaving));
        self.part_with(left);
        effect
    }

    /// Leaves an import of which not all can be kept, as somebody agreed to.
    pub(super) fn leave_unkept(&mut self) -> Vec<Effect> {
        let left = if let Screen::Desk(desk) = &self.screen { desk.leaving() } else { None };
        let mut effects = self.leave();
        if let Some((id, _)) = left {
            self.parting.retain(|desk| !desk.is_of(&id));
            effects.push(Effect::LeaveDraft(id, Leaving::Lose));
        }
        effects
    }

    /// Opens a workbook in the place of the one on the desk, whose loss was agreed to.
    pub(super) fn open_instead(&mut self, opening: Opening) -> Vec<Effect> {
        if let Some(keeping) = self.desk_mut().and_then(|desk| desk.keeping.as_mut()) {
            keeping.loss = Loss::Agreed;
        }
        self.open(opening)
    }

    fn desks(&self) -> impl Iterator<Item = &Desk> {
        self.screens().filter_map(|screen| if let Screen::Desk(desk) = screen { Some(&**desk) } else { None })
    }

    fn desks_mut(&mut self) -> impl Iterator<Item = &mut Desk> {
        self.screens_mut().filter_map(|screen| if let Screen::Desk(desk) = screen { Some(&mut **desk) } else { None })
    }

    fn keeping_mut(&mut self, id: &DraftId) -> Option<&mut Keeping> {
        self.desks_mut().filter_map(|desk| desk.keeping.as_mut()).find(|keeping| keeping.id == *id)
    }

    /// What was decided goes before everything else that is to be done; a draft that was left behind
    /// everything.
    pub(super) fn with_journal(&mut self, before: Vec<(DraftId, Leaving)>, effects: Vec<Effect>) -> Vec<Effect> {
        let mut all = Vec::with_capacity(effects.len());
        let given = self.desks_mut().filter_map(|desk| desk.keeping.as_mut()).filter(|keeping| !keeping.waiting.is_empty());
        all.extend(given.map(|keeping| {
            let waiting = std::mem::take(&mut keeping.waiting);
            keeping.given += waiting.len() as u64;
            Effect::Journal(keeping.id.clone(), waiting)
        }));
        all.extend(effects);
        for (id, leaving) in before {
            let is_let_go = all.iter().any(|effect| matches!(effect, Effect::LeaveDraft(known, _) if *known == id));
            if !is_let_go && !self.desks().any(|desk| desk.is_of(&id)) {
                all.push(Effect::LeaveDraft(id, leaving));
            }
        }
        all
    }

    pub(super) fn saved(&mut self, id: &DraftId, count: u64, when: jiff::Timestamp) {
        if let Some(keeping) = self.keeping_mut(id) {
            keeping.saved = Some((count, when));
            keeping.failed = false;
            keeping.loss = Loss::Unasked;
        }
    }

    /// Said once; from then on the first line says it until something can be written again.
    pub(super) fn not_kept(&mut self, id: &DraftId, fault: Fault) {
        let Some(keeping) = self.keeping_mut(id) else { return };
        let is_news = !std::mem::replace(&mut keeping.failed, true);
        if is_news {
            self.overlay = Some(Overlay::Fault(fault, WayOut::None, false));
        }
    }

    /// An import that was left is let go.
    pub(super) fn draft_left(&mut self, id: &DraftId, left: Left) {
        self.parting.retain(|desk| !desk.is_of(id));
        if left == Left::Kept && matches!(self.screen, Screen::Start(_)) {
            self.notice = Some(Notice::DraftKept);
        }
    }

    /// What was decided last in an import that was left cannot be kept: it is gone on with. Where somebody is in the middle of
    /// something else by now, back leads to it.
    pub(super) fn not_left(&mut self, id: &DraftId, fault: Fault) -> Vec<Effect> {
        let Some(place) = self.parting.iter().position(|desk| desk.is_of(id)) else { return Vec::new() };
        let mut desk = self.parting.remove(place);
        if let Some(keeping) = &mut desk.keeping {
            keeping.failed = true;
        }
        // It was left for another workbook: that one waits.
        let opening = self.running.as_mut().filter(|running| matches!(running.task, Task::Open(_)));
        let stopped = opening.map(|running| {
            running.stopping = true;
            Effect::Cancel(running.job)
        });
        if self.overlay.is_some() || (self.running.is_some() && stopped.is_none()) {
            self.through.push(Screen::Desk(desk));
        } else {
            self.enter(Screen::Desk(desk));
        }
        self.cover(Overlay::Fault(fault, WayOut::None, false));
        stopped.into_iter().collect()
    }

    /// Whether a draft was thrown away.
    pub(super) fn thrown_away(&mut self, done: Result<(), Fault>) {
        if let Err(fault) = done {
            self.fail(fault, WayOut::None);
        }
    }

    pub(super) fn drafts_listed(&mut self, listed: Result<Vec<KeptDraft>, Fault>) {
        match listed {
            Ok(drafts) => {
                self.drafts = drafts;
                self.keep_draft_cursor();
            }
            Err(fault) => self.overlay = Some(Overlay::Fault(fault, WayOut::None, false)),
        }
    }

    /// The list of drafts has other lines now: the cursor stays within, and without any the list closes.
    pub(super) fn keep_draft_cursor(&mut self) {
        if let Some(Overlay::Drafts(cursor)) = self.overlay {
            let last = self.kept().count().checked_sub(1);
            self.overlay = last.map(|last| Overlay::Drafts(cursor.min(last)));
        }
    }

    /// What lies there to be gone on with: the drafts, and behind them what was left behind without saving.
    pub fn kept(&self) -> impl Iterator<Item = Kept<'_>> {
        self.drafts.iter().map(Kept::Draft).chain(self.unsaved.iter().map(Kept::Unsaved))
    }

    /// The draft that the start screen offers: the one changed last that nobody has open.
    #[must_use]
    pub fn offered_draft(&self) -> Option<&KeptDraft> {
        let free = |draft: &&KeptDraft| draft.open_by.is_none() && draft.fault.is_none();
        self.drafts.iter().find(free).or_else(|| self.drafts.first())
    }

    pub(super) fn resume(&mut self) -> Vec<Effect> {
        match self.offered_draft().cloned() {
            Some(draft) => self.take_up(&draft),
            None => self.no_drafts(),
        }
    }

    /// Lists what lies there to be gone on with, the cursor on that line.
    pub(super) fn show_drafts(&mut self, cursor: usize) -> Vec<Effect> {
        if self.kept().next().is_none() {
            return self.no_drafts();
        }
        self.overlay = Some(Overlay::Drafts(cursor));
        vec![Effect::ListDrafts]
    }

    fn no_drafts(&mut self) -> Vec<Effect> {
        self.notice = Some(Notice::NoDrafts);
        Vec::new()
    }

    fn take_up(&mut self, draft: &KeptDraft) -> Vec<Effect> {
        self.open(Opening { path: draft.path.clone(), taking: Taking::Up(draft.id.clone()), ..Opening::default() })
    }

    pub(super) fn act_on_drafts(&mut self, action: Action) -> Vec<Effect> {
        let Some(Overlay::Drafts(cursor)) = self.overlay else { return Vec::new() };
        let last = self.kept().count().saturating_sub(1);
        match action {
            Action::Down => self.overlay = Some(Overlay::Drafts((cursor + 1).min(last))),
            Action::Up => self.overlay = Some(Overlay::Drafts(cursor.saturating_sub(1))),
            Action::Choose => {
                if let Some(draft) = self.drafts.get(cursor).cloned() {
                    self.overlay = None;
                    return self.take_up(&draft);
                }
                return self.open_left_behind(cursor);
            }
            Action::ThrowAway => {
                let ask = match self.kept().nth(cursor) {
                    Some(Kept::Draft(draft)) => Ask::ThrowAway(draft.id.clone(), draft.file.clone()),
                    Some(Kept::Unsaved(left)) => Ask::DropUnsaved(left.about.clone(), self.left_in(&left.about)),
                    None => return Vec::new(),
                };
                self.cover(Overlay::Ask(ask, false));
            }
            _ => {}
        }
        Vec::new()
    }

    /// Throws a draft away, and shows those that are left.
    pub(super) fn throw_away(&mut self, id: DraftId) -> Vec<Effect> {
        // The list that the question stood in front of is shown anew.
        self.behind.clear();
        self.overlay = Some(Overlay::Drafts(0));
        vec![Effect::RemoveDraft(id)]
    }

    /// Opens what was changed and left behind: the changes are on screen again.
    fn open_left_behind(&mut self, cursor: usize) -> Vec<Effect> {
        let left = cursor.checked_sub(self.drafts.len()).and_then(|at| self.unsaved.get(at));
        let Some(about) = left.map(|left| left.about.clone()) else { return Vec::new() };
        self.overlay = None;
        match about {
            About::Dossier(flow, customer) => self.open_dossier(flow, customer),
            About::Customer(customer) => self.open_customer(customer),
            About::Newcomer => self.add_customer(),
        }
    }

    /// Throws changes away that were left behind, and shows what is left.
    pub(super) fn drop_left_behind(&mut self, about: About) -> Vec<Effect> {
        let Some(stock) = self.read_store() else { return Vec::new() };
        self.behind.clear();
        self.overlay = Some(Overlay::Drafts(0));
        vec![Effect::DropUnsaved(stock.snapshot.store.clone(), about)]
    }

    /// What is kept anew, saved or thrown away is not left behind any more.
    pub(super) fn not_left_any_more(&mut self, effects: &[Effect]) {
        for effect in effects {
            let about = match effect {
                Effect::KeepUnsaved(unsaved) => &unsaved.about,
                Effect::DropUnsaved(_, about) => about,
                _ => continue,
            };
            self.unsaved.retain(|left| left.about != *about);
            self.keep_draft_cursor();
        }
    }

    /// What changes were made in, in a few words.
    #[must_use]
    pub fn left_in(&self, about: &About) -> String {
        let (sight, words) = (self.sight, &self.sight.words().drafts);
        let name = |customer: CustomerId| {
            let Glance::Known(stock) = &self.store else { return customer.to_string() };
            let stored = stock.snapshot.index_of(customer).and_then(|at| stock.snapshot.customer(at).ok());
            stored.map_or_else(|| customer.to_string(), |stored| sight.name(&stored.values.full_name()))
        };
        match about {
            About::Dossier(flow, customer) => (words.unsaved_dossier)(&name(*customer), &self.flow_name(flow)),
            About::Customer(customer) => (words.unsaved_page)(&name(*customer)),
            About::Newcomer => words.unsaved_newcomer.to_owned(),
        }
    }

    /// There is a draft of the workbook that was to be opened: go on with it, or not?
    pub(super) fn draft_found(&mut self, opening: &Opening, draft: &KeptDraft, likeness: Likeness) {
        let words = self.sight.words();
        let line = |label: &str, note: String, taking| {
            let choice = Choice::Opening(Opening { taking, ..opening.clone() });
            Line { lead: String::new(), label: label.to_owned(), note, choice }
        };
        let note = told(draft, self.sight);
        let (question, lines) = match likeness {
            Likeness::Same => (
                Question::SameWorkbook,
                vec![
                    line(words.drafts.go_on, note, Taking::Up(draft.id.clone())),
                    line(words.drafts.afresh, words.drafts.afresh_note.to_owned(), Taking::Afresh),
                ],
            ),
            Likeness::Changed => (
                Question::ChangedWorkbook,
                vec![
                    line(words.drafts.take_over, note, Taking::Over(draft.id.clone())),
                    line(words.drafts.go_on_old, words.drafts.go_on_old_note.to_owned(), Taking::Up(draft.id.clone())),
                    line(words.drafts.afresh, words.drafts.afresh_note.to_owned(), Taking::Afresh),
                ],
            ),
        };
        self.overlay = Some(Overlay::Chooser(Chooser::new(question, lines, None)));
    }

    /// Says how a draft was taken up: what no longer fits, or that all of it does.
    pub(super) fn say_taken_up(&mut self, taken_up: &TakenUp) {
        let (size, sight) = (self.size, self.sight);
        let words = sight.words();
        let Some(desk) = self.desk_mut() else { return };
        if let Some(at) = &taken_up.whereabouts {
            desk.go_back_to(at, size);
        }
        let remark = |text: &str| Line { lead: String::new(), label: text.to_owned(), note: String::new(), choice: Choice::Nothing };
        let mut lines: Vec<Line> = taken_up.cut.map(|cut| remark((words.drafts.cut)(cut))).into_iter().collect();
        lines.extend((taken_up.missing > 0).then(|| remark(&(words.drafts.missing)(taken_up.missing))));
        lines.extend(taken_up.other_rules.then(|| remark(words.drafts.other_rules)));
        lines.extend(taken_up.other_store.then(|| remark(words.drafts.other_store)));
        lines.extend(taken_up.unfit.iter().map(|unfit| unfit_line(unfit, desk, sight)));
        if lines.is_empty() {
            self.notice = Some(Notice::TakenUp(sight.moment(taken_up.when)));
        } else {
            self.overlay = Some(Overlay::Chooser(Chooser::new(Question::Misfits, lines, None)));
        }
    }

    pub(super) fn is_opening(&self) -> Option<Opening> {
        match &self.running.as_ref()?.task {
            Task::Open(opening) => Some(opening.clone()),
            _ => None,
        }
    }
}

/// What a list says of a draft behind its name.
#[must_use]
pub(crate) fn told(draft: &KeptDraft, sight: Sight) -> String {
    let words = sight.words();
    match (&draft.fault, &draft.open_by) {
        (Some(fault), _) => words.fault(fault).what,
        (None, Some(by)) => (words.drafts.open_elsewhere)(&by.who, &sight.time(by.since)),
        (None, None) => (words.drafts.note)(&sight.moment(draft.when), &draft.who, draft.rows, draft.invalid),
    }
}

/// One thing that no longer fits: which row, whom it is about, and what it was.
fn unfit_line(unfit: &Unfit, desk: &Desk, sight: Sight) -> Line {
    let words = sight.words();
    let of_row = |row: u32| ((words.row)(desk.draft.row_number(row)), sight.text(&desk.draft.name_in(row)), Choice::Row(row));
    let (lead, label, choice) = match unfit {
        Unfit::Overwrite { row, .. } | Unfit::Selection { row } => of_row(*row),
        Unfit::Lost { number, row, name, .. } => {
            ((words.drafts.old_row)(*number), sight.text(name), row.map_or(Choice::Nothing, Choice::Row))
        }
        Unfit::Questionnaire(id) => (String::new(), id.0.clone(), Choice::Nothing),
        Unfit::Flow(id) => (String::new(), id.0.clone(), Choice::Nothing),
        Unfit::Column(heading) => (String::new(), sight.text(heading), Choice::Nothing),
    };
    Line { lead, label, note: (words.drafts.unfit)(unfit), choice }
}

impl Desk {
    /// Its draft, where it has one, and what becomes of it if it is left: it is kept as long as something was decided in it that
    /// no commit has written, or rows are left that were not imported.
    pub(in crate::app) fn leaving(&self) -> Option<(DraftId, Leaving)> {
        let (keeping, draft) = (self.keeping.as_ref()?, &self.draft);
        let counts = draft.counts();
        let rows_left = counts.invalid > 0 || counts.only_in_import > 0;
        let leaving = if draft.has_uncommitted_steps() {
            if keeping.failed && keeping.loss == Loss::Agreed { Leaving::Lose } else { Leaving::Keep }
        } else if draft.steps_in_force() > 0 && rows_left {
            // Everything that was decided is in the store: what cannot be kept is no loss.
            if keeping.failed { Leaving::Lose } else { Leaving::Keep }
        } else {
            Leaving::Remove
        };
        Some((keeping.id.clone(), leaving))
    }

    /// Whether this draft lies on it.
    fn is_of(&self, id: &DraftId) -> bool {
        self.keeping.as_ref().is_some_and(|keeping| keeping.id == *id)
    }
}
