//! Which rows go along in the next commit, and the steps that say otherwise.

use super::standing::{Bucket, Claim, Standing};
use super::{Decision, Draft, Mark, RowIndex, RowRuns, Side, Step};
use crate::domain::matching::{CROWD, Certainty};

/// New rows go along unless somebody says otherwise. So do duplicates that are surely the same
/// customer: all that is written for them unasked is the season's dossier. Where it is not sure,
/// somebody has to look first.
fn default_mark(standing: &Standing) -> Mark {
    match standing.certainty() {
        None | Some(Certainty::Sure) => Mark::Selected,
        Some(Certainty::Likely | Certainty::Unsure) => Mark::Deselected,
    }
}

/// Rows by how they were marked and what they become: a decision holds what each of its rows had before.
#[derive(Default)]
struct Groups([[Vec<RowIndex>; 2]; 3]);

/// How a row can have been marked.
const BEFORE: [Option<Mark>; 3] = [None, Some(Mark::Selected), Some(Mark::Deselected)];

impl Groups {
    fn put(&mut self, row: RowIndex, from: Option<Mark>, to: Mark) {
        let before = BEFORE.iter().position(|before| *before == from).unwrap_or(0);
        if let Some(group) = self.0.get_mut(before).and_then(|group| group.get_mut(usize::from(to == Mark::Deselected))) {
            group.push(row);
        }
    }

    fn into_decisions(self) -> impl Iterator<Item = Decision> {
        BEFORE.into_iter().zip(self.0).flat_map(|(from, parted)| {
            let marks = [Mark::Selected, Mark::Deselected].into_iter().zip(parted);
            marks.filter(|(_, rows)| !rows.is_empty()).map(move |(to, rows)| Decision::Mark {
                rows: rows.into_iter().collect::<RowRuns>(),
                from,
                to: Some(to),
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
        standing.is_some_and(|standing| self.is_marked(standing) && self.may_write(row, standing))
    }

    /// Whether a person chose to write anything of a row, so that rows tied with it have to stand back.
    pub(super) fn is_chosen(&self, row: RowIndex, standing: &Standing) -> bool {
        self.is_marked(standing) || !self.overwrites.of(row).is_empty()
    }

    fn is_marked(&self, standing: &Standing) -> bool {
        self.is_selectable_standing(standing) && standing.marked.unwrap_or_else(|| default_mark(standing)) == Mark::Selected
    }

    fn is_selectable_standing(&self, standing: &Standing) -> bool {
        match standing.bucket() {
            Bucket::OnlyInImport => true,
            Bucket::Duplicates => !self.has_dossier(standing) && self.rivals(standing).len() <= CROWD,
            Bucket::OnlyInStore | Bucket::Invalid => false,
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
            if standing.marked != Some(to) {
                groups.put(row, standing.marked, to);
            }
        }
        decisions.extend(groups.into_decisions());
        Step(decisions)
    }

    /// The decisions after which nothing of a row is written.
    pub(super) fn releasing(&self, row: RowIndex) -> Vec<Decision> {
        let mut groups = Groups::default();
        if let Some(standing) = self.rows.get(row as usize).filter(|standing| self.is_marked(standing)) {
            groups.put(row, standing.marked, Mark::Deselected);
        }
        let fields = self.overwrites.of(row).iter();
        let back = fields.map(|&field| Decision::Field { row, field, from: Side::Import, to: Side::Store });
        groups.into_decisions().chain(back).collect()
    }
}
