//! What would be done, to look at first: a rule for the remaining duplicates, two rows as one return.

use std::sync::Arc;

use crate::app::action::Action;
use crate::app::couple::Couple;
use crate::app::desk::Desk;
use crate::app::effect::{Effect, Job, Shared};
use crate::app::model::{Model, Overlay, Task};
use crate::app::notice::Notice;
use crate::app::rules::Rules;
use crate::domain::draft::{NoJoin, Weighed};

impl Model {
    /// Counts what each rule would do, in the background: a hundred thousand duplicates take a moment.
    pub(super) fn weigh(&mut self) -> Vec<Effect> {
        if self.desk().is_none_or(|desk| desk.draft.looked_at_count() == desk.draft.counts().duplicates as usize) {
            self.notice = Some(Notice::NothingToSettle);
            return Vec::new();
        }
        let job = self.run(Task::Weigh);
        let Some(desk) = self.desk() else { return Vec::new() };
        vec![Effect::Weigh(job, Shared(Arc::clone(&desk.draft)))]
    }

    pub(super) fn weighed(&mut self, job: Job, weighed: Box<Weighed>) {
        if self.end(job).is_some() {
            self.overlay = Some(Overlay::Rules(Rules::of(weighed)));
        }
    }

    /// Shows with which row the one under the cursor is one return, or may become one.
    pub(super) fn show_couple(&mut self) -> Vec<Effect> {
        let Some((desk, row)) = self.desk().and_then(|desk| Some((desk, desk.table().current()?))) else { return self.nothing_here() };
        match (Couple::of(row, &desk.draft), desk.draft.partner_taken_by(row)) {
            (Some(couple), _) => self.overlay = Some(Overlay::Couple(couple)),
            (None, Some(other)) => self.notice = Some(Notice::PartnerTaken(desk.draft.row_number(other))),
            (None, None) => self.notice = Some(Notice::NobodyToJoin),
        }
        Vec::new()
    }

    pub(super) fn act_on_proposal(&mut self, action: Action) -> Vec<Effect> {
        if let Some(notice) = self.obstacle(action) {
            self.notice = Some(notice);
            return Vec::new();
        }
        match &mut self.overlay {
            Some(Overlay::Rules(rules)) => match action {
                Action::Down => rules.cursor = (rules.cursor + 1).min(Rules::LINES.len() - 1),
                Action::Up => rules.cursor = rules.cursor.saturating_sub(1),
                Action::Choose => self.apply_rule(),
                _ => {}
            },
            Some(Overlay::Couple(Couple::Join { pairs, cursor, swapped })) => match action {
                Action::Down => (*cursor, *swapped) = ((*cursor + 1).min(pairs.len().saturating_sub(1)), false),
                Action::Up => (*cursor, *swapped) = (cursor.saturating_sub(1), false),
                Action::Swap => *swapped = !*swapped,
                Action::Choose => self.join(),
                _ => {}
            },
            Some(Overlay::Couple(Couple::Part { .. })) if action == Action::Choose => self.part(),
            _ => {}
        }
        Vec::new()
    }

    fn apply_rule(&mut self) {
        let Some(Overlay::Rules(rules)) = self.overlay.take() else { return };
        let Some(rule) = rules.current() else { return };
        let settled = rules.weighed.of(rule).clone();
        // Without a step there is nothing that u could take back.
        if settled.step.is_empty() {
            self.notice = Some(Notice::RuleIdle);
            return;
        }
        let size = self.size;
        if let Some(desk) = self.desk_mut() {
            desk.decide(settled.step);
            super::compare::keep_in_sight(desk, size);
        }
        self.notice = Some(Notice::RuleApplied(settled.fields, settled.written));
    }

    fn join(&mut self) {
        let Some(Overlay::Couple(couple)) = &self.overlay else { return };
        let Some((pair, desk)) = couple.pair().zip(self.desk()) else { return };
        match desk.draft.joining(pair) {
            Ok(step) => {
                let numbers = [pair.partner, pair.main].map(|row| desk.draft.row_number(row));
                self.overlay = None;
                self.notice = Some(Notice::Joined(numbers[0], numbers[1]));
                if let Some(desk) = self.desk_mut() {
                    desk.decide(step);
                    follow(desk, pair.main);
                }
            }
            Err(refusal) => self.notice = Some(refused(desk, refusal)),
        }
    }

    fn part(&mut self) {
        let Some(Overlay::Couple(Couple::Part { main, partner })) = self.overlay.take() else { return };
        let Some(desk) = self.desk_mut() else { return };
        let number = desk.draft.row_number(partner);
        desk.decide(desk.draft.separating(main));
        self.notice = Some(Notice::Parted(number));
    }
}

/// The cursor goes along to the joint return, where it is in the same list.
fn follow(desk: &mut Desk, main: u32) {
    let table = desk.table_mut();
    if let Some(place) = table.order.iter().position(|row| *row == main) {
        table.cursor = place;
    }
    desk.showing.pane_top = 0;
}

/// Why two rows cannot be joined, by the numbers that a person knows them by.
pub(crate) fn refused(desk: &Desk, refusal: NoJoin) -> Notice {
    match refusal {
        NoJoin::Nobody => Notice::NobodyToJoin,
        NoJoin::InvalidPartner { partner } => Notice::InvalidPartner(desk.draft.row_number(partner)),
        NoJoin::OtherPartner { row } => Notice::OtherPartner(desk.draft.row_number(row)),
    }
}
