//! What tests share.

pub(crate) mod books;
