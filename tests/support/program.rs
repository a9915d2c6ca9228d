//! The built program, without a terminal.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use instroom::world::clock::{Clock as _, SystemClock};
use jiff::ToSpan as _;
use jiff::civil::Date;

/// What the program answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) told: String,
}

/// The program in English with a store in that folder, as els, in no other environment.
fn command(store: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_instroom"));
    command.env_clear().env("USER", "els").env("INSTROOM_LANG", "en").env("HOME", store.parent().unwrap()).env("INSTROOM_STORE", store);
    // What the machine has settled for everybody is not what is tested.
    command.env("XDG_CONFIG_DIRS", store.parent().unwrap().join("xdg"));
    command.args(arguments).stdin(Stdio::null());
    command
}

/// Runs the program with other variables: set, or none.
pub(crate) fn instroom_with(store: &Path, variables: &[(&str, Option<&str>)], arguments: &[&str]) -> Answer {
    let mut command = command(store, arguments);
    for (name, value) in variables {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    answered(command.output().unwrap())
}

/// Runs the program, and waits for it.
pub(crate) fn instroom(store: &Path, arguments: &[&str]) -> Answer {
    answered(command(store, arguments).output().unwrap())
}

fn answered(Output { status, stdout, stderr }: Output) -> Answer {
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Answer { code: status.code().expect("it was not killed"), out: text(stdout), told: text(stderr) }
}

/// Starts the program as [`instroom`] does, without waiting for it; what it says on standard error goes there.
pub(crate) fn start(store: &Path, arguments: &[&str], told: Stdio) -> std::process::Child {
    command(store, arguments).stdout(Stdio::null()).stderr(told).spawn().unwrap()
}

/// Runs the program with these for its output and its words; gives its exit code, none where it was ended by a signal.
pub(crate) fn told_to(store: &Path, arguments: &[&str], out: Stdio, told: Stdio) -> Option<i32> {
    command(store, arguments).stdout(out).stderr(told).status().unwrap().code()
}

/// A day that is not over where the built program asks the machine for the day: two months ahead.
pub(crate) fn ahead() -> Date {
    SystemClock.today() + 60.days()
}
