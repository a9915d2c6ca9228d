//! Marks, and how they are taken back.

use std::collections::{BTreeSet, HashSet};
use std::hash::Hash;

use crate::app::listing::Marking;
use crate::domain::draft::Mark;

/// The most changes of marks that can be taken back.
const STEPS: usize = 100;

/// What is marked. A change is what it turned round, which is its own inverse.
#[derive(Debug, Clone)]
pub(super) struct Marks<T> {
    marked: HashSet<T>,
    done: Vec<Vec<T>>,
    undone: Vec<Vec<T>>,
}

impl<T> Default for Marks<T> {
    fn default() -> Self {
        Self { marked: HashSet::new(), done: Vec::new(), undone: Vec::new() }
    }
}

impl<T: Copy + Eq + Ord + Hash> Marks<T> {
    pub(super) fn has(&self, one: T) -> bool {
        self.marked.contains(&one)
    }

    pub(super) fn len(&self) -> usize {
        self.marked.len()
    }

    /// Marks these, or turns them round. How many marks changed.
    pub(super) fn put(&mut self, these: &BTreeSet<T>, marking: Marking) -> usize {
        let changes = |one: &&T| match marking {
            Marking::As(mark) => (mark == Mark::Selected) != self.has(**one),
            Marking::Inverted => true,
        };
        let turned: Vec<T> = these.iter().filter(changes).copied().collect();
        let changed = turned.len();
        if changed > 0 {
            self.turn(&turned);
            self.undone.clear();
            if self.done.len() == STEPS {
                self.done.remove(0);
            }
            self.done.push(turned);
        }
        changed
    }

    fn turn(&mut self, these: &[T]) {
        for one in these {
            if !self.marked.remove(one) {
                self.marked.insert(*one);
            }
        }
    }

    /// Takes the last change back, or makes it again. How many marks changed; none where there is nothing.
    pub(super) fn step(&mut self, back: bool) -> Option<usize> {
        let turned = if back { self.done.pop() } else { self.undone.pop() }?;
        self.turn(&turned);
        let changed = turned.len();
        if back {
            self.undone.push(turned)
        } else {
            self.done.push(turned)
        }
        Some(changed)
    }

    /// Forgets those that are not there any more, also in what can be taken back.
    pub(super) fn keep(&mut self, is_there: impl Fn(T) -> bool) {
        self.marked.retain(|one| is_there(*one));
        for step in self.done.iter_mut().chain(&mut self.undone) {
            step.retain(|one| is_there(*one));
        }
        self.done.retain(|step| !step.is_empty());
        self.undone.retain(|step| !step.is_empty());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_back_and_made_again_one_change_after_the_other() {
        let mut marks = Marks::default();
        assert_eq!(marks.put(&BTreeSet::from([1, 2, 3]), Marking::As(Mark::Selected)), 3);
        assert_eq!(marks.put(&BTreeSet::from([2]), Marking::As(Mark::Selected)), 0, "that is no change");
        assert_eq!(marks.put(&BTreeSet::from([3, 4]), Marking::Inverted), 2);
        assert!(marks.has(4) && !marks.has(3));
        assert_eq!(marks.step(true), Some(2));
        assert!(marks.has(3) && !marks.has(4));
        assert_eq!((marks.step(true), marks.len(), marks.step(true)), (Some(3), 0, None));
        assert_eq!((marks.step(false), marks.len()), (Some(3), 3));
        marks.keep(|one| one != 4);
        assert_eq!((marks.step(false), marks.len(), marks.step(false)), (Some(1), 2, None));
    }
}
