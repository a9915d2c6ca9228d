//! What is said about the files of questionnaires.

use crate::domain::questionnaire::{Place, Unused, Why, Wrong};
use crate::words::{Told, sentence};

phrases! { QuestionnairesWords {
    wrong: fn(&Wrong) -> String,
    place: fn(&Place) -> String,
    too_large: fn(u64) -> String,
    not_text: &'static str,
    not_a_file: &'static str,
    too_many: fn(usize) -> String,
    given_before: fn(&str) -> String,
    out_of_reach: fn(&str) -> String,
    what: fn(&str) -> String,
    more: fn(usize) -> String,
    line: fn(usize) -> String,
    remedy: &'static str,
    remedy_folder: &'static str,
} }

impl QuestionnairesWords {
    /// Why a file of the office's own is not used: where in it, what is wrong, and what to do.
    pub(super) fn unused(&self, unused: &Unused, more: usize, colon: &str) -> Told {
        let why = match &unused.why {
            Why::Content(fault) => {
                let line = fault.line.map(self.line).unwrap_or_default();
                let place = (self.place)(&fault.place);
                let at: Vec<_> = [line, place].into_iter().filter(|part| !part.is_empty()).collect();
                let wrong = (self.wrong)(&fault.wrong);
                if at.is_empty() { wrong } else { format!("{}{colon}{wrong}", at.join(", ")) }
            }
            Why::TooLarge { cap } => (self.too_large)(*cap),
            Why::NotText => self.not_text.to_owned(),
            Why::NotAFile => self.not_a_file.to_owned(),
            Why::TooMany { cap } => (self.too_many)(*cap),
            Why::GivenBefore { earlier } => (self.given_before)(earlier),
            Why::OutOfReach { detail } => (self.out_of_reach)(detail),
        };
        let remedy = match unused.why {
            Why::TooMany { .. } | Why::OutOfReach { .. } => self.remedy_folder,
            _ => self.remedy,
        };
        let why = if more == 0 { sentence(&why) } else { format!("{} {}", sentence(&why), (self.more)(more)) };
        Told::new((self.what)(&unused.file), why, remedy)
    }
}
