//! The door: everything else is in the library.

use std::io::Write as _;
use std::process::ExitCode;

use instroom::world::workbook::{CHILD_ARGUMENT, child_main};
use instroom::{cli, terminal};

fn main() -> ExitCode {
    // Before anything else: the reading process bounds itself as its first act.
    if std::env::args_os().nth(1).is_some_and(|argument| argument == CHILD_ARGUMENT) {
        return child_main();
    }
    match terminal::guard_panics(cli::exit::SOFTWARE).and_then(|()| cli::run()) {
        Ok(code) => code,
        Err(report) => {
            terminal::give_back();
            // Standard error can be as gone as the terminal; then nobody can be told.
            let _nobody_reads = writeln!(std::io::stderr(), "{report:?}");
            ExitCode::from(cli::exit::SOFTWARE)
        }
    }
}
