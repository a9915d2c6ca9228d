//! What the targets are and stand on, for `cargo fuzz`: the same files that `cargo test` has.

#[path = "../support/books.rs"]
#[expect(dead_code, reason = "the tests make more of it")]
pub(crate) mod books;
#[path = "targets/mod.rs"]
pub(crate) mod targets;
