//! What tests share.

pub(crate) mod imports;
pub(crate) mod memory;
