//! What a person fills in about task flows, and what would come of it, before anything is written.
//!
//! - [`Form`]: the box that is filled in: its parts, and the [wish](crate::domain::season::Wish) that they make
//! - [`Preview`]: what the wish comes to, and the way to write it
//!
//! `update::season` turns keys into calls of these.

mod form;
mod preview;

/// Who waits for an answer of the world about task flows.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// The box as it was filled in; none where nothing had to be.
    pub form: Option<Box<Form>>,
    /// What is being done.
    pub doing: Doing,
}

/// What is being done about task flows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// It is computed what would be written.
    Planning,
    /// It is written.
    Writing,
}

pub use form::{Field, Form, Input, Matter, Part, Pick, Unclear};
pub use preview::Preview;
