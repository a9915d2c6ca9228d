//! What the screens and the command line say, in Dutch, French and English.
//!
//! The language of the screen lives here; the language of a customer is the domain's.

pub mod rules;
pub mod screen_language;
