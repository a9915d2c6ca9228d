//! Words that an option takes, of which the shells are told so that they complete them.

use std::ffi::OsStr;

use clap::builder::{PossibleValue, TypedValueParser};
use clap::{Arg, Command};

/// Reads a word as `parse` does, and offers these to whoever completes. What is read may be more generous: capitals,
/// or a language by its name.
#[derive(Debug, Clone)]
pub(super) struct Offered<T> {
    pub(super) parse: fn(&str) -> Result<T, String>,
    pub(super) words: &'static [&'static str],
}

impl<T: Clone + Send + Sync + 'static> TypedValueParser for Offered<T> {
    type Value = T;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<T, clap::Error> {
        self.parse.parse_ref(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(self.words.iter().map(|word| PossibleValue::new(*word))))
    }
}
