//! Workbooks in and out.

pub mod template;
