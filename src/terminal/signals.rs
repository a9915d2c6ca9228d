//! Signals: which of them end the program and with which exit code, and what it is to be stopped as a job of a shell.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::time::Duration;

use color_eyre::eyre::WrapErr as _;
use rustix::process::{Pid, Signal, getpgid, getpgrp, getpid, getppid, getsid, kill_process, kill_process_group};
use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};

use super::lanes::Finishing;
use super::{Wake, screen};

/// What asks the program to end.
pub(super) const ENDING: [i32; 4] = [SIGTERM, SIGHUP, SIGINT, SIGQUIT];

/// How long the loop has to give the terminal back. Whoever ends programs kills those that have not ended some seconds later.
const PATIENCE: Duration = Duration::from_millis(1_500);

/// A stop of the whole job comes to this process too.
static OWN_STOP: AtomicBool = AtomicBool::new(false);

/// What a shell expects of a program that a signal ended: 128 and its number.
pub(super) fn code(signal: i32) -> u8 {
    u8::try_from(signal).map_or(u8::MAX, |number| number.saturating_add(128))
}

/// Hands signals to the loop, on a thread of their own: those that end the program, and others. A loop that does not come to its end is not waited for: a terminal that nobody
/// reads takes nothing more, and whoever writes there hears nothing.
///
/// # Errors
/// Where the system does not let them be watched.
pub(super) fn watch(sender: Sender<Wake>, ending: &'static [i32], others: &[i32], finishing: Finishing) -> color_eyre::Result<()> {
    let mut finishing = Some(finishing);
    on_each(&[ending, others].concat(), move |signal| {
        if ending.contains(&signal)
            && let Some(finishing) = finishing.take()
        {
            std::thread::spawn(move || {
                finishing.wait();
                end_all_the_same(code(signal));
            });
        }
        sender.send(Wake::Signal(signal)).is_ok()
    })
}

/// Ends the program, once whoever uses the terminal has had time to end it better.
pub(super) fn end_all_the_same(code: u8) {
    std::thread::sleep(PATIENCE);
    tracing::warn!("the terminal takes nothing more; exit={code}");
    screen::let_go();
    std::process::exit(i32::from(code));
}

/// Does something with each signal, on a thread of its own, as long as there is something to do.
///
/// # Errors
/// Where the system does not let them be watched.
pub(super) fn on_each(watched: &[i32], mut then: impl FnMut(i32) -> bool + Send + 'static) -> color_eyre::Result<()> {
    let mut signals = signal_hook::iterator::Signals::new(watched).wrap_err("signals cannot be watched")?;
    std::thread::spawn(move || {
        for signal in signals.forever() {
            if signal == SIGTSTP && OWN_STOP.swap(false, Ordering::SeqCst) {
                continue;
            }
            tracing::info!("signal {signal}");
            if !then(signal) {
                return;
            }
        }
    });
    Ok(())
}

/// Whether a job was stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// It was: SIGCONT says when it goes on.
    Stopped,
    /// There is no shell that would call it back, so it goes on at once.
    NoShell,
}

/// Stops the job of which this program is a part, where SIGTSTP is watched: with whatever script began it, as a terminal would.
///
/// # Errors
/// What the system refuses.
pub(super) fn stop_watched() -> io::Result<Stop> {
    if !has_shell() {
        return Ok(Stop::NoShell);
    }
    OWN_STOP.store(true, Ordering::SeqCst);
    kill_process_group(getpgrp(), Signal::TSTP)?;
    // It is watched, and stops nothing here.
    kill_process(getpid(), Signal::STOP)?;
    Ok(Stop::Stopped)
}

/// The same where SIGTSTP is not watched: the system knows itself whether there is a shell.
///
/// # Errors
/// What the system refuses.
pub(super) fn stop() -> io::Result<()> {
    Ok(kill_process_group(getpgrp(), Signal::TSTP)?)
}

/// Whether there is a shell that would call this job back: an ancestor in the same session that is no part of the job.
fn has_shell() -> bool {
    let (Ok(session), job) = (getsid(None), getpgrp()) else { return false };
    let mut ancestor = getppid();
    while let Some(process) = ancestor {
        if getsid(Some(process)) != Ok(session) {
            return false;
        }
        match getpgid(Some(process)) {
            Ok(of) if of == job => ancestor = parent_of(process),
            Ok(_) => return true,
            Err(_) => return false,
        }
    }
    false
}

/// The parent of another process, where the system tells it.
fn parent_of(process: Pid) -> Option<Pid> {
    let told = std::fs::read_to_string(format!("/proc/{}/stat", process.as_raw_nonzero())).ok()?;
    // The name of the program stands in brackets and may hold anything; behind it stand its state and its parent.
    let (_, behind) = told.rsplit_once(')')?;
    Pid::from_raw(behind.split_whitespace().nth(1)?.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signal_that_ended_a_program_is_told_as_shells_tell_it() {
        assert_eq!(ENDING.map(code), [143, 129, 130, 131]);
    }

    #[test]
    fn the_parent_of_a_process_is_known() {
        if std::path::Path::new("/proc/self/stat").exists() {
            assert_eq!(parent_of(getpid()), getppid());
        }
    }
}
