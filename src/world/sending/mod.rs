//! Sending: a round goes out, letter by letter, and the dossiers follow.
//!
//! The outbox says what is to be sent, [`Post`](crate::world::post::Post) gives it away, a closure makes the letters. For every letter there are two durable
//! writes in the outbox: that it is about to be offered, and what came of it. A program that ends in between leaves one
//! message that is unsure, and nothing else. The dossiers in the big store are [brought up to date](reconcile) when a round ends, and
//! at every start; until then lists are [laid over](crate::domain::outbox::overlaid) with what the outbox knows.

mod composer;
mod pace;
mod reconcile;
mod round;
#[cfg(test)]
mod tests;

pub use composer::{Composer, Read, Write};
pub use pace::{Pace, SystemPace};
pub use reconcile::{ReconcileFault, reconcile, tidy};
pub use round::{Compose, Judge, NoLetter, Progress, Terms, send};
