//! A filter over many rows: looked for a few thousand rows at a time, so that the first screenful is there at once and the next key is
//! heard while the rest is still looked through.
//!
//! [`Listing::refilter`](super::listing::Listing::refilter) begins, [`Msg::SiftOn`](super::Msg::SiftOn) goes on while nothing else
//! waits. What is typed next begins anew, so that what was looked for before is void.

/// How many rows are looked at in one go. That takes a few milliseconds at the most, also on a busy machine and for several words: a key waits no longer.
pub const STRIDE: usize = 1_024;

/// In how many goes the first screenful is looked for before it is shown as far as it is known.
pub const FIRST_GOES: usize = 2;

/// What is known of a list beside the rows that its filter leaves.
#[derive(Debug, Clone, Default)]
pub struct Sifting {
    /// What the list shows without the filter, in its order; none where that is not known.
    pub(super) all: Option<Vec<u32>>,
    /// What is still looked through.
    pub(super) ahead: Option<Ahead>,
}

/// Rows that are looked through.
#[derive(Debug, Clone)]
pub(super) struct Ahead {
    /// What is looked for, folded.
    pub(super) wanted: String,
    /// Where it is looked for.
    pub(super) among: Vec<u32>,
    /// How many of them were looked at.
    pub(super) looked: usize,
    /// The row that the cursor was on, until it is found.
    pub(super) current: Option<u32>,
}

impl Ahead {
    /// The rows that come next, which count as looked at from now on.
    pub(super) fn next(&mut self, rows: usize) -> Vec<u32> {
        let to = self.looked.saturating_add(rows).min(self.among.len());
        let next = self.among.get(self.looked..to).unwrap_or_default().to_vec();
        self.looked = to;
        next
    }

    /// Whether every row was looked at.
    pub(super) const fn is_through(&self) -> bool {
        self.looked >= self.among.len()
    }
}

impl Sifting {
    /// Somebody has seen where the cursor is, and does something there: it stays, wherever the row that it was on turns up.
    pub(super) fn leave_cursor(&mut self) {
        if let Some(ahead) = &mut self.ahead {
            ahead.current = None;
        }
    }

    /// How much of what is looked through was looked at, in percent; none where that is all.
    #[must_use]
    pub fn far(&self) -> Option<usize> {
        self.ahead.as_ref().map(|ahead| ahead.looked.saturating_mul(100).checked_div(ahead.among.len()).unwrap_or(0))
    }
}
