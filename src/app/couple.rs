//! Two rows side by side that are one return, or may become one.

use crate::domain::draft::{Draft, NoJoin, Pair, RowIndex};

/// What is shown: pairs that may be joined, or one that is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Couple {
    /// Pairs to choose from; never none.
    Join {
        /// The pairs, the surest first.
        pairs: Vec<Pair>,
        /// The pair that is shown.
        cursor: usize,
        /// Main filer and partner have changed places.
        swapped: bool,
    },
    /// A pair that is joined, to be parted again.
    Part {
        /// The row of the return.
        main: RowIndex,
        /// The row that is part of it.
        partner: RowIndex,
    },
}

impl Couple {
    /// What a row is joined with, or can be. None where no other row is the partner's.
    #[must_use]
    pub fn of(row: RowIndex, draft: &Draft) -> Option<Self> {
        if let Some(partner) = draft.partner_row(row) {
            return Some(Self::Part { main: row, partner });
        }
        let pairs = draft.pairs(row);
        (!pairs.is_empty()).then(|| Self::first_that_goes(pairs, draft))
    }

    /// The first pair that can be joined, else the first.
    fn first_that_goes(pairs: Vec<Pair>, draft: &Draft) -> Self {
        let cursor = pairs.iter().position(|pair| draft.joining(*pair).is_ok()).unwrap_or(0);
        Self::Join { pairs, cursor, swapped: false }
    }

    /// The pair that would be joined, as it stands; none where the two are joined already.
    #[must_use]
    pub fn pair(&self) -> Option<Pair> {
        match self {
            Self::Join { pairs, cursor, swapped } => {
                let pair = *pairs.get(*cursor)?;
                Some(if *swapped { turned(pair) } else { pair })
            }
            Self::Part { .. } => None,
        }
    }

    /// The main filer's row and the partner's.
    #[must_use]
    pub fn rows(&self) -> Option<(RowIndex, RowIndex)> {
        match self {
            Self::Join { .. } => self.pair().map(|pair| (pair.main, pair.partner)),
            Self::Part { main, partner } => Some((*main, *partner)),
        }
    }

    /// Why the two cannot be joined as they stand, if so.
    #[must_use]
    pub fn refusal(&self, draft: &Draft) -> Option<NoJoin> {
        self.pair().and_then(|pair| draft.joining(pair).err())
    }

    /// Whether the other one can be the main filer.
    #[must_use]
    pub fn can_swap(&self, draft: &Draft) -> bool {
        self.pair().is_some_and(|pair| draft.joining(turned(pair)).is_ok())
    }

    /// Which of how many pairs is shown, where there are several.
    #[must_use]
    pub const fn place(&self) -> Option<(usize, usize)> {
        match self {
            Self::Join { pairs, cursor, .. } if pairs.len() > 1 => Some((*cursor + 1, pairs.len())),
            Self::Join { .. } | Self::Part { .. } => None,
        }
    }
}

const fn turned(pair: Pair) -> Pair {
    Pair { main: pair.partner, partner: pair.main, bond: pair.bond }
}
