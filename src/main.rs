//! The door: everything else is in the library.

use std::io::Write as _;
use std::process::ExitCode;
use std::sync::{Arc, OnceLock};

use instroom::domain::neutral::neutralise;
use instroom::world::workbook::{CHILD_ARGUMENT, child_main};
use instroom::{cli, terminal};

fn main() -> ExitCode {
    // Before anything else: the reading process bounds itself as its first act.
    if std::env::args_os().nth(1).is_some_and(|argument| argument == CHILD_ARGUMENT) {
        return child_main();
    }
    let logged = Arc::new(OnceLock::new());
    let told = Arc::clone(&logged);
    match terminal::guard_panics(cli::exit::SOFTWARE, move || say_where(&told)).and_then(|()| cli::run(&logged)) {
        Ok(code) => code,
        Err(report) => {
            terminal::give_back();
            // Standard error can be as gone as the terminal; then nobody can be told.
            let _nobody_reads = writeln!(std::io::stderr(), "{report:?}");
            say_where(&logged);
            ExitCode::from(cli::exit::SOFTWARE)
        }
    }
}

/// Says where the log is, once that is known.
fn say_where(logged: &OnceLock<String>) {
    if let Some(place) = logged.get() {
        let _nobody_reads = writeln!(std::io::stderr(), "  {}", neutralise(place));
    }
}
