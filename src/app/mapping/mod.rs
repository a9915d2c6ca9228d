//! Which column is which field: what is proposed, what a person made of it, and what it would do.
//!
//! - `pane`: everything about the column under the cursor, as lines

mod pane;

use std::collections::HashMap;

pub use pane::lines;

use super::desk::Sight;
use super::effect::Job;
use super::geometry::scrolled;
use crate::domain::field::Field;
use crate::domain::mapping::{Certainty, ColumnProposal, Count, Counted, Doubt, KnownList, Proposal, Proposals};
use crate::domain::template::layout::Layout;

/// Who decided what a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Author {
    /// It is as proposed.
    Proposal,
    /// A person said so, here or before.
    Person,
}

/// A column and what it is taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapped {
    /// What is proposed, with its doubts and what else it could be.
    pub proposal: ColumnProposal,
    /// What it is taken for; none leaves it out.
    pub field: Option<Field>,
    /// Who says so.
    pub author: Author,
}

impl Mapped {
    /// What is known for the field that the column is taken for.
    #[must_use]
    pub fn reason(&self) -> Option<&Proposal> {
        let known = self.proposal.best.iter().chain(&self.proposal.others);
        known.into_iter().find(|proposal| proposal.field == self.field)
    }

    /// Whether a person should look at it before going on.
    #[must_use]
    pub fn to_check(&self) -> bool {
        self.author == Author::Proposal && self.field == self.proposal.field() && self.proposal.to_check()
    }

    /// What a person should know, as long as they did not decide otherwise.
    #[must_use]
    pub fn doubt(&self) -> Option<Doubt> {
        // That two names stand in one cell stays true whoever says that it is a family name.
        let lasting = self.proposal.doubt == Some(Doubt::WholeName) && self.field == Some(Field::LastName);
        self.proposal.doubt.filter(|_| self.author == Author::Proposal || lasting)
    }

    /// A value of the column as it is shown: masked where it is or may be a national number.
    #[must_use]
    pub fn shown(&self, value: &str, sight: Sight) -> String {
        let may_be = |proposal: &Proposal| proposal.field.is_some_and(Field::is_national_number);
        let is = self.field.is_some_and(Field::is_national_number);
        if is || self.proposal.best.iter().chain(&self.proposal.others).any(may_be) {
            sight.value(Field::NationalNumber, value)
        } else {
            sight.text(value)
        }
    }
}

/// What a column is taken for, and who says so.
type Taken = (Option<Field>, Author);

/// The columns of a sheet, and what a person makes of them before the rows are read by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    /// The list that was recognised by its headings.
    pub list: Option<KnownList>,
    /// The columns, from left to right.
    pub columns: Vec<Mapped>,
    /// Column under the cursor, as a place among them.
    pub cursor: usize,
    /// First column seen.
    pub top: usize,
    /// Whether the values have the whole screen.
    pub whole: bool,
    /// First line seen of what is said of the column.
    pub pane_top: usize,
    /// What the columns were taken for before each change, the last one last.
    changed: Vec<Vec<Taken>>,
    /// What they were taken for before each change was taken back.
    taken_back: Vec<Vec<Taken>>,
    /// What was counted so far.
    counts: HashMap<Counted, Count>,
    /// What is being counted.
    pub counting: Option<Job>,
}

impl Mapping {
    /// The proposals as they are, the cursor on the first column to check.
    #[must_use]
    pub fn proposed(proposals: Proposals) -> Self {
        let columns = proposals.columns.into_iter().map(|proposal| Mapped { field: proposal.field(), proposal, author: Author::Proposal });
        let columns: Vec<Mapped> = columns.collect();
        let cursor = columns.iter().position(Mapped::to_check).unwrap_or(0);
        Self {
            list: proposals.list,
            columns,
            cursor,
            top: 0,
            whole: false,
            pane_top: 0,
            changed: Vec::new(),
            taken_back: Vec::new(),
            counts: HashMap::new(),
            counting: None,
        }
    }

    /// The columns as they are read now, beside what is proposed for them. What is neither as it was `found` nor
    /// as proposed is a person's choice.
    #[must_use]
    pub fn in_force(proposals: Proposals, found: &Layout, layout: &Layout) -> Self {
        let mut mapping = Self::proposed(proposals);
        let held = |layout: &Layout, column: u16| layout.columns.iter().find(|known| known.column == column).and_then(|known| known.field);
        for mapped in &mut mapping.columns {
            let (before, now) = (held(found, mapped.proposal.column), held(layout, mapped.proposal.column));
            if now != before && now != mapped.field {
                mapped.author = Author::Person;
            }
            mapped.field = now;
        }
        mapping.cursor = mapping.columns.iter().position(Mapped::to_check).unwrap_or(0);
        mapping
    }

    /// The column under the cursor.
    #[must_use]
    pub fn current(&self) -> Option<&Mapped> {
        self.columns.get(self.cursor)
    }

    /// Goes to a column; `seen` of them are on the screen.
    pub fn go_to(&mut self, place: usize, seen: usize) {
        let cursor = place.min(self.columns.len().saturating_sub(1));
        if cursor != self.cursor {
            self.pane_top = 0;
        }
        self.cursor = cursor;
        self.top = scrolled(self.top, self.cursor, seen, self.columns.len());
    }

    /// The next column to check, or the one before.
    #[must_use]
    pub fn next_to_check(&self, forward: bool) -> Option<usize> {
        let worth = |place: &usize| self.columns.get(*place).is_some_and(Mapped::to_check);
        if forward { (self.cursor + 1..self.columns.len()).find(worth) } else { (0..self.cursor).rev().find(worth) }
    }

    /// How many columns a person should look at.
    #[must_use]
    pub fn to_check(&self) -> usize {
        self.columns.iter().filter(|mapped| mapped.to_check()).count()
    }

    /// Required fields that no column holds.
    #[must_use]
    pub fn missing(&self) -> Vec<Field> {
        Field::ALL.into_iter().filter(|field| field.is_required() && self.holder(*field).is_none()).collect()
    }

    /// The column that holds a field.
    #[must_use]
    pub fn holder(&self, field: Field) -> Option<&Mapped> {
        self.columns.iter().find(|mapped| mapped.field == Some(field))
    }

    /// Takes the column under the cursor for a field, or leaves it out. Another column that held the field
    /// is left out from now on and comes back.
    pub fn choose(&mut self, field: Option<Field>) -> Option<u16> {
        let cursor = self.cursor;
        let mut taken = None;
        let before = self.taken();
        for (place, mapped) in self.columns.iter_mut().enumerate() {
            if place == cursor {
                mapped.field = field;
                mapped.author = Author::Person;
            } else if field.is_some() && mapped.field == field {
                mapped.field = None;
                mapped.author = Author::Person;
                taken = Some(mapped.proposal.column);
            }
        }
        if before != self.taken() {
            self.changed.push(before);
            self.taken_back.clear();
        }
        taken
    }

    /// What every column is taken for, and who says so.
    fn taken(&self) -> Vec<Taken> {
        self.columns.iter().map(|mapped| (mapped.field, mapped.author)).collect()
    }

    /// Takes the last change of a column back: the place of that column. None where nothing was changed here.
    pub fn take_back(&mut self) -> Option<usize> {
        let before = self.changed.pop()?;
        self.taken_back.push(self.taken());
        self.put(&before)
    }

    /// Makes the change that was taken back last again: the place of its column.
    pub fn make_again(&mut self) -> Option<usize> {
        let after = self.taken_back.pop()?;
        self.changed.push(self.taken());
        self.put(&after)
    }

    /// Whether a change was taken back here.
    #[must_use]
    pub const fn can_make_again(&self) -> bool {
        !self.taken_back.is_empty()
    }

    /// Puts every column as it was: the place of the first that read otherwise.
    fn put(&mut self, all: &[Taken]) -> Option<usize> {
        let place = self.taken().iter().zip(all).position(|(now, then)| now != then);
        for (mapped, (field, author)) in self.columns.iter_mut().zip(all) {
            (mapped.field, mapped.author) = (*field, *author);
        }
        place
    }

    /// Leaves the column under the cursor out, or takes it for what it most probably is and no other column
    /// holds. False where there is nothing to take it for.
    pub fn toggle(&mut self) -> bool {
        let Some(mapped) = self.current() else { return false };
        if mapped.field.is_some() {
            self.choose(None);
            return true;
        }
        let known = mapped.proposal.best.iter().chain(&mapped.proposal.others).filter_map(|proposal| proposal.field);
        let free = known.into_iter().find(|field| self.holder(*field).is_none());
        free.is_some_and(|field| {
            self.choose(Some(field));
            true
        })
    }

    /// What a column would be under the field that it is taken for, if it was counted.
    #[must_use]
    pub fn count_of(&self, mapped: &Mapped) -> Option<&Count> {
        self.counts.get(&Counted { column: mapped.proposal.column, field: mapped.field })
    }

    /// The first value of a column, as soon as it was counted under any field.
    #[must_use]
    pub fn first_value(&self, mapped: &Mapped) -> Option<&str> {
        let counted = self.counts.iter().find(|(counted, _)| counted.column == mapped.proposal.column);
        counted.and_then(|(_, count)| count.values.first()).map(|value| value.text.trim())
    }

    /// The columns that were not counted yet as they are taken now.
    #[must_use]
    pub fn uncounted(&self) -> Vec<Counted> {
        let counted = self.columns.iter().map(|mapped| Counted { column: mapped.proposal.column, field: mapped.field });
        counted.filter(|counted| !self.counts.contains_key(counted)).collect()
    }

    /// Takes in what was counted.
    pub fn hear(&mut self, counts: Vec<(Counted, Count)>) {
        self.counts.extend(counts);
    }

    /// What every column is taken for.
    pub fn assignments(&self) -> impl Iterator<Item = (u16, Option<Field>)> {
        self.columns.iter().map(|mapped| (mapped.proposal.column, mapped.field))
    }
}

/// Whether a person should see the columns before the rows: customers cannot be read by the headings alone, or
/// something is proposed for a column that the headings leave out.
#[must_use]
pub fn calls_for_a_look(layout: &Layout, proposals: &Proposals) -> bool {
    let read = |column: u16| layout.columns.iter().any(|known| known.column == column && known.field.is_some());
    let more = |column: &ColumnProposal| column.field().is_some_and(|field| !read(column.column) && layout.column_of(field).is_none());
    layout.judge().is_err() || proposals.columns.iter().any(more)
}

/// How sure a proposal is, and why, for the columns of the screen.
#[must_use]
pub fn sureness(mapped: &Mapped, sight: Sight) -> (String, String) {
    let words = sight.words();
    match (mapped.reason(), mapped.author) {
        (Some(reason), Author::Proposal) => (percent(reason.certainty), (words.mapping.ground)(&reason.ground)),
        (None, Author::Proposal) => (String::new(), String::new()),
        (_, Author::Person) => (String::new(), words.mapping.by_you.to_owned()),
    }
}

fn percent(certainty: Certainty) -> String {
    format!("{}%", certainty.hundredths())
}

/// Why a field is proposed, with how certain it is.
fn told(proposal: &Proposal, sight: Sight) -> String {
    format!("{} ({})", percent(proposal.certainty), (sight.words().mapping.ground)(&proposal.ground))
}

#[cfg(test)]
mod tests;
