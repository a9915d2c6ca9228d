//! What stands in front of the page, or of a list of customers.

use super::history::history_lines;
use crate::app::desk::Sight;
use crate::app::detail::{TextLine, Tone, line, wrap};
use crate::app::digit_row::Number;
use crate::app::geometry;
use crate::app::key::Key;
use crate::app::keymap::Layer;
use crate::app::text_field::TextField;
use crate::domain::customer::CustomerId;
use crate::domain::finding::Finding;
use crate::domain::history::{DossierStory, FieldStory};
use crate::domain::person::{Many, Removal, Wish};

/// Something about customers in front of a screen.
#[derive(Debug, Clone)]
pub enum Front {
    /// Customers are to be removed: what goes, and what has to be typed.
    Removing(Removing),
    /// What many get is typed.
    Wishing(Wishing),
    /// What the wish comes to, to look at before it is written.
    Many {
        /// What is written.
        many: Box<Many>,
        /// First line seen.
        top: usize,
    },
    /// Where each value of a customer came from.
    History(History),
}

/// Where each value of a customer came from, and what became of the dossiers.
#[derive(Debug, Clone)]
pub struct History {
    /// The customer.
    pub customer: CustomerId,
    /// Family name and first name; empty of somebody who is gone.
    pub name: String,
    /// The fields with their values, newest first.
    pub fields: Vec<FieldStory>,
    /// What the dossiers went through, newest first.
    pub dossiers: Vec<DossierStory>,
    /// What is typed to find a line.
    pub filter: TextField,
    /// Whether it is being typed.
    pub is_filtering: bool,
    /// First line seen.
    pub top: usize,
}

/// A removal that has to be typed.
#[derive(Debug, Clone)]
pub struct Removing {
    /// Who, and what goes along.
    pub removal: Removal,
    /// What was typed so far.
    pub input: TextField,
}

/// A wish for many that is typed.
#[derive(Debug, Clone)]
pub struct Wishing {
    /// What they get or lose.
    pub wish: Wish,
    /// Who.
    pub customers: Vec<CustomerId>,
    /// What was typed so far.
    pub input: TextField,
    /// What is wrong with it.
    pub finding: Option<Finding>,
}

impl Removing {
    /// What kind of number has to be typed; none where it is a name.
    #[must_use]
    pub fn number(&self) -> Option<Number> {
        (self.removal.leavers.len() > 1).then_some(Number::Count)
    }
}

impl Wishing {
    /// Looks at what is typed; gives it as it would be stored where it may be.
    pub fn judge(&mut self) -> Option<String> {
        match self.wish.understood(self.input.text(), &[]) {
            Ok((value, _)) => {
                self.finding = None;
                // Without a label there is nothing to give or take; without a colleague nobody is in charge.
                (self.wish == Wish::Responsible || !value.is_empty()).then_some(value)
            }
            Err(error) => {
                self.finding = Some(error);
                None
            }
        }
    }
}

impl Front {
    /// The layer whose keys hold.
    #[must_use]
    pub const fn layer(&self) -> Layer {
        match self {
            Self::Removing(_) | Self::Wishing(_) => Layer::Typing,
            Self::Many { .. } => Layer::Preview,
            Self::History(history) if history.is_filtering => Layer::Filtering,
            Self::History(_) => Layer::History,
        }
    }

    /// Whether labels or a colleague are typed. The name that confirms a removal is no loss.
    #[must_use]
    pub fn is_typed(&self) -> bool {
        matches!(self, Self::Wishing(wishing) if !wishing.input.text().is_empty())
    }

    /// Scrolls what is listed, no further than its last line.
    pub fn scroll(&mut self, by: isize, sight: Sight, size: (u16, u16)) {
        match self {
            Self::Many { many, top } => {
                let last = many
                    .changes
                    .len()
                    .saturating_sub(geometry::proposal_rows(size.1, many_heads(many, sight, usize::from(size.0.saturating_sub(4))).len()));
                *top = top.saturating_add_signed(by).min(last);
            }
            Self::History(history) => {
                let width = usize::from(size.0.saturating_sub(4));
                let last = history_lines(history, sight, width).len().saturating_sub(geometry::history_rows(size.1));
                history.top = history.top.saturating_add_signed(by).min(last);
            }
            Self::Removing(_) | Self::Wishing(_) => {}
        }
    }

    /// What kind of number is typed, where nothing else can be.
    #[must_use]
    pub fn number(&self) -> Option<Number> {
        match self {
            Self::Removing(removing) => removing.number(),
            Self::Wishing(_) | Self::History(_) | Self::Many { .. } => None,
        }
    }

    /// Types a key where text is typed.
    pub fn press(&mut self, key: Key) {
        match self {
            Self::Removing(removing) => {
                match removing.number() {
                    Some(number) => removing.input.press_number(number, key),
                    None => removing.input.press(key),
                };
            }
            Self::Wishing(wishing) => {
                if wishing.input.press(key) {
                    wishing.finding = None;
                }
            }
            Self::History(history) if history.is_filtering => {
                if history.filter.press(key) {
                    history.top = 0;
                }
            }
            Self::Many { .. } | Self::History(_) => {}
        }
    }

    /// Puts pasted text in where text is typed; gives how many characters there was no room for.
    #[must_use = "a person has to be told what was left out"]
    pub fn paste(&mut self, text: &str) -> usize {
        match self {
            Self::Removing(removing) => removing.input.paste(text),
            Self::Wishing(wishing) => {
                wishing.finding = None;
                wishing.input.paste(text)
            }
            Self::History(history) if history.is_filtering => {
                history.top = 0;
                history.filter.paste(text)
            }
            Self::Many { .. } | Self::History(_) => 0,
        }
    }

    /// Drops the filter. False where there is none.
    pub fn end_filter(&mut self) -> bool {
        let Self::History(history) = self else { return false };
        let had = history.is_filtering || !history.filter.text().is_empty();
        history.is_filtering = false;
        history.filter = TextField::default();
        had
    }
}

/// What a wish comes to for many customers, in lines of a width: how many, and what else is to be known.
#[must_use]
pub fn many_heads(many: &Many, sight: Sight, width: usize) -> Vec<TextLine> {
    let words = sight.words();
    let mut lines = vec![line(Tone::Plain, (words.person.many_counts)(many.changes.len(), many.unchanged))];
    if many.dossiers > 0 {
        lines.push(line(Tone::Plain, (words.person.many_dossiers)(many.dossiers)));
    }
    if many.unreadable > 0 {
        lines.push(line(Tone::Warning, (words.person.many_unreadable)(many.unreadable)));
    }
    if let Some(warning) = &many.warning {
        lines.push(line(Tone::Warning, format!("i {}", words.rule(warning.rule).what)));
    }
    lines.into_iter().flat_map(|line| wrap(line, width)).collect()
}
