//! The door: everything else is in the library.

use std::process::ExitCode;

use instroom::world::workbook::{CHILD_ARGUMENT, child_main};

fn main() -> ExitCode {
    // Before anything else: the reading process bounds itself as its first act.
    if std::env::args_os().nth(1).is_some_and(|argument| argument == CHILD_ARGUMENT) {
        return child_main();
    }
    ExitCode::SUCCESS
}
