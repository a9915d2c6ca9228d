//! What a wish comes to, looked at before it is written.

use std::sync::Arc;

use crate::app::digit_row::Number;
use crate::app::key::Key;
use crate::app::text_field::TextField;
use crate::domain::season::{Planned, Wish};
use crate::domain::task_flow::TaskFlowId;

/// What a wish comes to. The way back is chosen to begin with.
#[derive(Debug, Clone)]
pub struct Preview {
    /// What would be done: this very value is written.
    pub planned: Arc<Planned>,
    /// Whether the way on is chosen.
    pub goes_on: bool,
    /// The number that has to be typed, so far.
    pub typed: TextField,
}

impl Preview {
    /// What a wish comes to.
    #[must_use]
    pub fn new(planned: Planned) -> Self {
        Self { planned: Arc::new(planned), goes_on: false, typed: TextField::default() }
    }

    /// The task flow that would go into the archive, if one does.
    #[must_use]
    pub fn archived(&self) -> Option<&TaskFlowId> {
        let change = self.planned.amendment.flows.first()?;
        let was_open = change.seen.as_ref().is_some_and(|seen| !seen.archived);
        (was_open && change.becomes.archived).then_some(&change.becomes.id)
    }

    /// The number that has to be typed before anything is written: how many customers lose a dossier of which
    /// something was sent.
    #[must_use]
    pub fn confirmation(&self) -> Option<u64> {
        let sent = self.planned.tally.sent;
        (matches!(self.planned.wish, Wish::Unlink(..)) && sent > 0).then_some(sent)
    }

    /// What kind of number is typed, where one has to be.
    #[must_use]
    pub fn number(&self) -> Option<Number> {
        self.confirmation().map(|_| Number::Count)
    }

    /// Whether there is something to write, and what has to be typed is.
    #[must_use]
    pub fn can_write(&self) -> bool {
        !self.planned.amendment.is_empty() && self.confirmation().is_none_or(|number| self.typed.text().trim() == number.to_string())
    }

    /// The number that has to be typed still before anything is written.
    #[must_use]
    pub fn number_wanted(&self) -> Option<u64> {
        self.confirmation().filter(|_| !self.can_write())
    }

    /// The number that has to be typed, where what is typed cannot become it.
    #[must_use]
    pub fn other_number(&self) -> Option<u64> {
        self.confirmation().filter(|number| !number.to_string().starts_with(self.typed.text().trim()))
    }

    /// A key that is text, or that goes from button to button.
    pub fn press(&mut self, key: Key) {
        match (self.number(), key) {
            (Some(number), key) => {
                self.typed.press_number(number, key);
                self.goes_on = self.can_write();
            }
            (None, Key::Left | Key::Right) => self.goes_on = key == Key::Right && self.can_write(),
            (None, _) => {}
        }
    }

    /// Puts pasted text in where a number has to be typed; gives how many characters there was no room for.
    #[must_use = "a person has to be told what was left out"]
    pub fn paste(&mut self, text: &str) -> usize {
        if self.confirmation().is_none() {
            return 0;
        }
        let left_out = self.typed.paste(text);
        self.goes_on = self.can_write();
        left_out
    }

    /// Goes to the other button, where that can be pressed.
    pub fn go_on(&mut self) {
        self.goes_on = !self.goes_on && self.can_write();
    }
}
