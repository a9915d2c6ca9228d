//! Makes workbooks.
fn main() {}
