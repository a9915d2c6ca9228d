//! Which rows go along in the next commit, and the steps that say otherwise.

use super::standing::{Bucket, Claim, Standing};
use super::{Decision, Deed, Draft, Mark, MarkedFor, RowIndex, RowRuns, Step};
use crate::domain::customer::CustomerId;
use crate::domain::matching::{CROWD, Certainty};

/// New rows go along unless somebody says otherwise. So do duplicates that are surely the same
/// customer: all that is written for them unasked is the season's dossier. Where it is not sure,
/// somebody has to look first; and whether somebody who was stored as a partner files alone now.
fn default_mark(standing: &Standing) -> Mark {
    match standing.certainty() {
        None if standing.claim == Claim::Parted => Mark::Deselected,
        None | Some(Certainty::Sure) => Mark::Selected,
        Some(Certainty::Likely | Certainty::Unsure) => Mark::Deselected,
    }
}

/// Rows by how they were marked and what they become: a decision holds what each of its rows had before.
#[derive(Default)]
struct Groups([[Group; 2]; 3]);

/// Rows that were marked alike and become alike.
#[derive(Default)]
struct Group {
    rows: Vec<RowIndex>,
    duplicates: Vec<MarkedFor>,
}

/// How a row can have been marked.
const BEFORE: [Option<Mark>; 3] = [None, Some(Mark::Selected), Some(Mark::Deselected)];

impl Groups {
    /// Puts a row in; `was` and `is` are the customers for whom it was and will be marked.
    fn put(&mut self, row: RowIndex, from: Option<Mark>, to: Mark, (was, is): (Option<CustomerId>, Option<CustomerId>)) {
        let before = BEFORE.iter().position(|before| *before == from).unwrap_or(0);
        if let Some(group) = self.0.get_mut(before).and_then(|group| group.get_mut(usize::from(to == Mark::Deselected))) {
            group.rows.push(row);
            group.duplicates.extend((was.is_some() || is.is_some()).then_some(MarkedFor { row, from: was, to: is }));
        }
    }

    fn into_decisions(self) -> impl Iterator<Item = Decision> {
        BEFORE.into_iter().zip(self.0).flat_map(|(from, parted)| {
            let marks = [Mark::Selected, Mark::Deselected].into_iter().zip(parted);
            marks.filter(|(_, group)| !group.rows.is_empty()).map(move |(to, mut group)| {
                // A row that was named twice is marked once.
                group.duplicates.sort_unstable_by_key(|one| one.row);
                group.duplicates.dedup();
                Decision::Mark { rows: group.rows.into_iter().collect::<RowRuns>(), from, to: Some(to), duplicates: group.duplicates }
            })
        })
    }
}

impl Draft {
    /// Whether a row can be selected: a new one, or a duplicate without a dossier in the task flow.
    #[must_use]
    pub fn is_selectable(&self, row: RowIndex) -> bool {
        self.rows.get(row as usize).is_some_and(|standing| self.is_selectable_standing(standing))
    }

    /// Whether a row goes along in the next commit. Of rows that match one customer just as strongly
    /// one at most does.
    #[must_use]
    pub fn is_selected(&self, row: RowIndex) -> bool {
        let standing = self.rows.get(row as usize);
        standing.is_some_and(|standing| self.is_marked(row, standing) && self.may_write(row, standing))
    }

    /// Whether a person chose to write anything of a row, so that rows tied with it have to stand back.
    pub(super) fn is_chosen(&self, row: RowIndex, standing: &Standing) -> bool {
        let overwrites = self.customer_of(standing).is_some_and(|customer| !self.overwrites.of(row, customer).is_empty());
        overwrites || self.is_marked(row, standing)
    }

    /// A row that was selected as one customer is not selected as another. One that was left out stays out.
    fn is_marked(&self, row: RowIndex, standing: &Standing) -> bool {
        let mark = match standing.marked {
            Some(Mark::Selected) if self.marked_for.get(row) == self.customer_of(standing) => Mark::Selected,
            Some(Mark::Deselected) => Mark::Deselected,
            Some(Mark::Selected) | None => default_mark(standing),
        };
        mark == Mark::Selected && self.is_selectable_standing(standing)
    }

    fn is_selectable_standing(&self, standing: &Standing) -> bool {
        match standing.bucket() {
            Some(Bucket::OnlyInImport) => true,
            Some(Bucket::Duplicates) => !self.has_dossier(standing) && self.rivals(standing).len() <= CROWD,
            Some(Bucket::OnlyInStore | Bucket::Invalid) | None => false,
        }
    }

    fn has_dossier(&self, standing: &Standing) -> bool {
        let customer = standing.matched().and_then(|found| self.stock.snapshot.customer_id(found.stored as usize));
        match (&self.choices.flow, customer) {
            (Some(flow), Some(customer)) => self.stock.snapshot.dossier(flow, customer).is_some(),
            (None, _) | (_, None) => false,
        }
    }

    /// The step that gives these rows this mark: only those that can be selected and stand otherwise.
    ///
    /// Of rows that are tied on one customer only one can be selected. Selecting one alone takes the
    /// customer from the one that had it; among many it stays with whoever has it, or goes to the first.
    #[must_use]
    pub fn marking(&self, rows: impl IntoIterator<Item = RowIndex>, mark: Mark) -> Step {
        self.marking_each(rows, |_| mark)
    }

    /// The step that turns the marks of these rows around.
    #[must_use]
    pub fn inverting(&self, rows: impl IntoIterator<Item = RowIndex>) -> Step {
        self.marking_each(rows, |selected| if selected { Mark::Deselected } else { Mark::Selected })
    }

    fn marking_each(&self, rows: impl IntoIterator<Item = RowIndex>, mark: impl Fn(bool) -> Mark) -> Step {
        let mut rows = rows.into_iter().peekable();
        let mut groups = Groups::default();
        let mut decisions = Vec::new();
        let mut given = std::collections::BTreeSet::new();
        let mut first = true;
        while let Some(row) = rows.next() {
            let alone = std::mem::replace(&mut first, false) && rows.peek().is_none();
            let Some(standing) = self.rows.get(row as usize).filter(|standing| self.is_selectable_standing(standing)) else { continue };
            let selected = self.is_selected(row);
            let to = mark(selected);
            if selected == (to == Mark::Selected) {
                continue;
            }
            if to == Mark::Selected && standing.claim == Claim::Tied {
                match self.chosen_rival(standing).filter(|rival| *rival != row) {
                    Some(rival) if alone => decisions.extend(self.releasing(rival)),
                    Some(_) => continue,
                    None if !given.insert(standing.found.map(|found| found.stored)) => continue,
                    None => {}
                }
            }
            let marked_for = (self.marked_for.get(row), if to == Mark::Selected { self.customer_of(standing) } else { None });
            if standing.marked != Some(to) || marked_for.0 != marked_for.1 {
                groups.put(row, standing.marked, to, marked_for);
            }
        }
        decisions.extend(groups.into_decisions());
        Step::new(Deed::Mark, decisions)
    }

    /// The decisions after which nothing of a row is written.
    pub(super) fn releasing(&self, row: RowIndex) -> Vec<Decision> {
        let mut groups = Groups::default();
        if let Some(standing) = self.rows.get(row as usize).filter(|standing| self.is_marked(row, standing)) {
            groups.put(row, standing.marked, Mark::Deselected, (self.marked_for.get(row), None));
        }
        groups.into_decisions().chain(self.leaving(row)).collect()
    }
}
