//! Recognising a row as a customer that is stored already.
//!
//! [`MatchKeys`] say under what a person can be found, [`Stock`] is the store with those keys
//! indexed, [`Ground`] is why a row and a customer are held to be the same, and `candidates`
//! finds the strongest ground. Who gets a customer that two rows claim is the draft's business.

mod candidates;
mod ground;
mod keys;
mod stock;

pub use candidates::{Match, strongest};
pub use ground::{Certainty, Ground};
pub use keys::MatchKeys;
pub(crate) use keys::{email_and_name, household};
pub(crate) use stock::CROWD;
pub use stock::{Group, KeyHasher, KeyMap, Stock};
