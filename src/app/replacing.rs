//! Find and replace in a field: what is looked for, what comes in its place, and in which rows.

use super::desk::Desk;
use super::key::Key;
use super::text_field::TextField;
use crate::domain::draft::{Cure, RowIndex};
use crate::domain::field::Field;
use crate::domain::replacement::{Case, Replacement, Unclear, Wish, Wording};

/// The rows that are gone through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// The rows of the range.
    Range,
    /// The rows of the tab that are shown and selected.
    Selected,
    /// All rows of the tab that are shown.
    Shown,
}

/// A part of the box, in the order of Tab.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// What is looked for.
    Find,
    /// What comes in its place.
    With,
    /// In which rows.
    Scope,
    /// Whether it is a regular expression.
    Wording,
    /// Whether capitals are ignored.
    Case,
}

impl Part {
    /// Every part, in the order of Tab.
    pub const ALL: [Self; 5] = [Self::Find, Self::With, Self::Scope, Self::Wording, Self::Case];

    /// The part so many further, around the corner.
    #[must_use]
    pub fn by(self, by: usize) -> Self {
        let at = Self::ALL.iter().position(|part| *part == self).unwrap_or(0);
        Self::ALL.get((at + by) % Self::ALL.len()).copied().unwrap_or(self)
    }
}

/// Find and replace in a field.
#[derive(Debug, Clone)]
pub struct Replacing {
    /// The field that is gone through.
    pub field: Field,
    /// What is looked for.
    pub find: TextField,
    /// What comes in its place.
    pub with: TextField,
    /// How what is looked for is meant.
    pub wording: Wording,
    /// Whether capitals count.
    pub case: Case,
    /// The rows that can be chosen, with how many they are.
    pub scopes: Vec<(Scope, usize)>,
    /// Which of them are.
    pub scope: Scope,
    /// The part that keys go to.
    pub part: Part,
}

impl Replacing {
    /// An empty box for a field; the rows are those of the range, else all that are shown.
    #[must_use]
    pub fn of(desk: &Desk, field: Field) -> Self {
        let scopes: Vec<(Scope, usize)> =
            [Scope::Range, Scope::Selected, Scope::Shown].map(|scope| (scope, rows(desk, scope).len())).into();
        let scopes: Vec<(Scope, usize)> = scopes.into_iter().filter(|(_, rows)| *rows > 0).collect();
        let scope = if desk.table().anchor.is_some() { Scope::Range } else { Scope::Shown };
        let (wording, case) = (Wording::default(), Case::default());
        Self { field, find: TextField::default(), with: TextField::default(), wording, case, scopes, scope, part: Part::Find }
    }

    /// Whether a person typed something that changes nothing yet. What is ticked is ticked again as fast.
    #[must_use]
    pub fn is_typed(&self) -> bool {
        !self.find.text().is_empty() || !self.with.text().is_empty()
    }

    /// What is wished for so far.
    #[must_use]
    pub fn wish(&self) -> Wish {
        Wish { find: self.find.text().to_owned(), with: self.with.text().to_owned(), wording: self.wording, case: self.case }
    }

    /// Why that is not clear, so far.
    #[must_use]
    pub fn unclear(&self) -> Option<Unclear> {
        Replacement::of(&self.wish()).err()
    }

    /// A key that is text, or that ticks.
    pub fn press(&mut self, key: Key) {
        match (self.part, key) {
            (Part::Find, key) => drop(self.find.press(key)),
            (Part::With, key) => drop(self.with.press(key)),
            (Part::Scope, Key::Space | Key::Right) => self.choose_scope(1),
            (Part::Scope, Key::Left) => self.choose_scope(self.scopes.len().saturating_sub(1)),
            (Part::Wording, Key::Space) => {
                self.wording = match self.wording {
                    Wording::Plain => Wording::Expression,
                    Wording::Expression => Wording::Plain,
                }
            }
            (Part::Case, Key::Space) => {
                self.case = match self.case {
                    Case::Exact => Case::Ignored,
                    Case::Ignored => Case::Exact,
                }
            }
            (Part::Scope | Part::Wording | Part::Case, _) => {}
        }
    }

    /// Puts pasted text in, where the part holds text; gives how many characters there was no room for.
    #[must_use = "a person has to be told what was left out"]
    pub fn paste(&mut self, text: &str) -> usize {
        match self.part {
            Part::Find => self.find.paste(text),
            Part::With => self.with.paste(text),
            Part::Scope | Part::Wording | Part::Case => 0,
        }
    }

    fn choose_scope(&mut self, by: usize) {
        let at = self.scopes.iter().position(|(scope, _)| *scope == self.scope).unwrap_or(0);
        if let Some((scope, _)) = self.scopes.get((at + by) % self.scopes.len().max(1)) {
            self.scope = *scope;
        }
    }

    /// Every value that would become another.
    ///
    /// # Errors
    /// [`Unclear`], where the wish is.
    pub fn cures(&self, desk: &Desk) -> Result<Vec<Cure>, Unclear> {
        let replacement = Replacement::of(&self.wish())?;
        let cure = |row: RowIndex| {
            let before = desk.draft.given(row, self.field);
            Some(Cure { row, field: self.field, before: before.to_owned(), after: replacement.applied(before)? })
        };
        Ok(rows(desk, self.scope).into_iter().filter_map(cure).collect())
    }
}

fn rows(desk: &Desk, scope: Scope) -> Vec<RowIndex> {
    let table = desk.table();
    match scope {
        Scope::Range if table.anchor.is_none() => Vec::new(),
        Scope::Range => table.in_range().to_vec(),
        Scope::Selected => table.order.iter().copied().filter(|&row| desk.draft.is_selected(row)).collect(),
        Scope::Shown => table.order.clone(),
    }
}
