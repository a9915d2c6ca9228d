//! Signals: which of them end the program and with which exit code, and what it is to be stopped as a job of a shell.

use std::fs;
use std::io;
use std::num::NonZeroI32;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::time::Duration;

use color_eyre::eyre::WrapErr as _;
use rustix::process::{Signal, getpid, kill_current_process_group, kill_process};
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
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    // Whoever started it so that a hang-up means nothing, as `nohup` does, is taken at their word. Shells start what runs behind
    // without the others too, unasked: those count all the same.
    let watched = watched.iter().copied().filter(|signal| *signal != SIGHUP || !is_ignored(&status, *signal));
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

/// Whether a process ignores a signal, by its status (proc(5)).
fn is_ignored(status: &str, signal: i32) -> bool {
    let mask = status.lines().find_map(|line| u64::from_str_radix(line.strip_prefix("SigIgn:")?.trim(), 16).ok());
    let bit = u32::try_from(signal - 1).ok().and_then(|place| 1_u64.checked_shl(place));
    mask.zip(bit).is_some_and(|(mask, bit)| mask & bit != 0)
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
    kill_current_process_group(Signal::TSTP)?;
    // It is watched, and stops nothing here.
    kill_process(getpid(), Signal::STOP)?;
    Ok(Stop::Stopped)
}

/// The same where SIGTSTP is not watched: the system knows itself whether there is a shell.
///
/// # Errors
/// What the system refuses.
pub(super) fn stop() -> io::Result<()> {
    Ok(kill_current_process_group(Signal::TSTP)?)
}

/// Whether there is a shell that would call this job back: an ancestor in the same session that is no part of the job.
fn has_shell() -> bool {
    let Some(own) = Place::of("self") else { return false };
    let mut ancestor = own.parent;
    while let Some(place) = ancestor.and_then(|process| Place::of(&process.to_string())) {
        if own.session.is_none() || place.session != own.session {
            return false;
        }
        if place.group != own.group {
            return true;
        }
        ancestor = place.parent;
    }
    false
}

/// Where a process stands among the others, as proc(5) tells it in `stat`. Nothing is what lies outside the process
/// namespace of the one that asks, as around a container: the system calls tell it as 0, which is no process.
#[derive(Debug, PartialEq, Eq)]
struct Place {
    parent: Option<NonZeroI32>,
    group: Option<NonZeroI32>,
    session: Option<NonZeroI32>,
}

impl Place {
    /// Of the process that is called so under `/proc`, where the system tells it.
    fn of(process: &str) -> Option<Self> {
        Self::told(&fs::read_to_string(format!("/proc/{process}/stat")).ok()?)
    }

    fn told(stat: &str) -> Option<Self> {
        // The name of the program stands in brackets and may hold anything; behind it stand its state and these three.
        let (_, behind) = stat.rsplit_once(')')?;
        let mut numbers = behind.split_whitespace().skip(1).map(|told| told.parse().ok().map(NonZeroI32::new));
        Some(Self { parent: numbers.next()??, group: numbers.next()??, session: numbers.next()?? })
    }
}

#[cfg(test)]
mod tests {
    use rustix::process::getppid;

    use super::*;

    #[test]
    fn a_signal_that_ended_a_program_is_told_as_shells_tell_it() {
        assert_eq!(ENDING.map(code), [143, 129, 130, 131]);
    }

    #[test]
    fn the_place_of_a_process_is_known() {
        if let Some(own) = Place::of("self") {
            assert_eq!(own.parent.map(NonZeroI32::get), getppid().map(|parent| parent.as_raw_nonzero().get()));
        }
        let [parent, group, session] = [812, 815, 640].map(NonZeroI32::new);
        assert_eq!(Place::told("815 (a) name (of 1 2) S 812 815 640 34816 815 4194304"), Some(Place { parent, group, session }));
    }

    #[test]
    fn what_a_process_ignores_stands_in_its_status() {
        let status = "Name:\tinstroom\nSigBlk:\t0000000000000001\nSigIgn:\t0000000000001001\n";
        assert_eq!([SIGHUP, SIGTERM].map(|signal| is_ignored(status, signal)), [true, false]);
        assert!(!is_ignored("", SIGHUP) && !is_ignored("SigBlk:\t0000000000000001", SIGHUP));
    }

    #[test]
    fn what_lies_outside_the_namespace_is_nowhere() {
        let parent = NonZeroI32::new(1);
        assert_eq!(Place::told("7 (sh) S 1 0 0 0 -1 4194304"), Some(Place { parent, group: None, session: None }));
    }
}
