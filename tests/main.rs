//! Every test that looks at the house from outside, in one binary.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on should stop loudly")]

mod flows;
mod fuzz;
mod generate;
mod hostile;
mod laws;
mod support;
mod terminal;
