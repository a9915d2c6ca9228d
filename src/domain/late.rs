//! A value that is worked out when it is first asked for.
//!
//! What a start does not show must not keep the first frame waiting: the questionnaires that the program brings along are
//! 200 KB of text to be parsed and checked, and no list, tab or key needs them before a store is open.

use std::fmt;
use std::ops::Deref;
use std::sync::{Arc, LazyLock};

type Work<T> = Box<dyn FnOnce() -> T + Send>;

/// A value that is worked out once, when it is first asked for, by whoever asks first; others who ask meanwhile wait for it.
/// Copies share it.
pub struct Late<T>(Arc<LazyLock<T, Work<T>>>);

impl<T> Late<T> {
    /// What comes out of this work, which has to give the same whenever it is done.
    #[must_use]
    pub fn new(work: impl FnOnce() -> T + Send + 'static) -> Self {
        Self(Arc::new(LazyLock::new(Box::new(work))))
    }
}

impl<T: Send + 'static> From<T> for Late<T> {
    fn from(value: T) -> Self {
        Self::new(move || value)
    }
}

impl<T: Default + Send + 'static> Default for Late<T> {
    fn default() -> Self {
        Self::new(T::default)
    }
}

impl<T> Deref for Late<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> Clone for Late<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T: PartialEq> PartialEq for Late<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || **self == **other
    }
}

impl<T: Eq> Eq for Late<T> {}

impl<T: fmt::Debug> fmt::Debug for Late<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(formatter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn it_is_worked_out_once_for_all_copies_and_not_before_it_is_asked_for() {
        let times = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&times);
        let late = Late::new(move || counted.fetch_add(1, Ordering::SeqCst) + 41);
        let copy = late.clone();
        assert_eq!(times.load(Ordering::SeqCst), 0);
        assert_eq!((*copy, *late, times.load(Ordering::SeqCst)), (41, 41, 1));
    }

    #[test]
    fn what_is_the_same_is_told_without_working_it_out() {
        let (asked, told) = std::sync::mpsc::channel();
        let late = Late::new(move || asked.send(()).unwrap());
        assert_eq!(late, late.clone());
        assert!(told.try_recv().is_err(), "nobody asked for it");
    }

    #[test]
    fn two_that_were_worked_out_apart_are_told_by_their_values() {
        assert_eq!(Late::from(vec![1]), Late::from(vec![1]));
        assert_ne!(Late::from(vec![1]), Late::default());
    }
}
