//! The other end of the reading process: starts it, feeds it, listens, and ends it.

use std::borrow::Cow;
use std::io::{BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender, channel, sync_channel};
use std::time::{Duration, Instant};

use super::book::Task;
use super::child::CHILD_ARGUMENT;
use super::fault::{damaged, excess, short};
use super::frame::{self, Frame, Message};
use super::intake::{Outlet, Step};
use super::source::Source;
use crate::domain::workbook::{Excess, Notes, ReadFault, ReadProgress};
use crate::world::spent::Spent;

/// How often the outlet is asked whether it still wants anything while nothing comes.
const ASK_EVERY: Duration = Duration::from_millis(100);

/// How long the process may say nothing, and how much longer for each MiB of the workbook. It
/// reports every thousand rows; before the first it unpacks and checks.
const SILENCE: Duration = Duration::from_secs(10);
const SILENCE_PER_MIB: Duration = Duration::from_secs(1);

/// How many frames may wait to be taken: each has some 100 KiB, and one is enough for both processors to have work.
const WAITING: usize = 4;

/// The process, which does not outlive this value.
struct Reading(Child);

impl Reading {
    /// How the process ended, which closed its pipe a moment ago; one that lingers is ended.
    fn ended(&mut self) -> Option<ExitStatus> {
        for _ in 0..100 {
            if let Ok(Some(status)) = self.0.try_wait() {
                return Some(status);
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        None
    }
}

impl Drop for Reading {
    fn drop(&mut self) {
        // Either fails only where the process has ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Does the task in a process of its own.
///
/// # Errors
/// What the process found; [`ReadFault::NoReader`] where it cannot be started; damaged or too
/// complex where it came to a bad end; and what the outlet answers, upon which it is ended.
pub(super) fn perform(
    program: &Path,
    source: Cow<'_, Source>,
    task: &Task,
    outlet: &mut dyn Outlet,
    spent: &Spent,
) -> Result<Notes, ReadFault> {
    let no_reader = |error: std::io::Error| ReadFault::NoReader { reason: short(&error.to_string()) };
    let mut reading = Command::new(program)
        .arg(CHILD_ARGUMENT)
        .arg(source.size().to_string())
        .env_clear()
        .current_dir("/")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map(Reading)
        .map_err(no_reader)?;
    let (Some(input), Some(output)) = (reading.0.stdin.take(), reading.0.stdout.take()) else {
        return Err(ReadFault::NoReader { reason: "no pipes".to_owned() });
    };
    let size = source.size();
    let (sender, frames) = sync_channel(WAITING);
    let (choices, chosen) = channel();
    std::thread::scope(|threads| {
        threads.spawn(move || feed(input, source, task, &chosen));
        // The sender goes with its thread: when that ends, listening ends.
        threads.spawn(move || hear(output, &sender));
        let end = listen(&frames, size, outlet, choices, spent);
        // Both threads end when the process has: their pipes close. Nothing may wait to be taken, or to be chosen.
        drop(frames);
        match end {
            Ok(notes) => Ok(notes),
            Err(Lost::Fault(fault)) => {
                drop(reading);
                Err(fault)
            }
            Err(Lost::Process) => Err(bad_end(reading.ended())),
        }
    })
}

/// Why listening ended without a last message.
enum Lost {
    /// Something to tell.
    Fault(ReadFault),
    /// The process has stopped talking.
    Process,
}

fn feed(mut input: ChildStdin, source: Cow<'_, Source>, task: &Task, chosen: &Receiver<Option<usize>>) {
    // Where this fails the process has ended, and the other pipe tells.
    let fed = frame::write(&mut input, task).and_then(|()| input.write_all(source.bytes()));
    // What was given away is of no more use here.
    drop(source);
    if let (Ok(()), Ok(choice)) = (fed, chosen.recv()) {
        let _ = frame::write(&mut input, &choice);
    }
}

fn hear(output: ChildStdout, frames: &SyncSender<Frame>) {
    let mut output = BufReader::with_capacity(128 * 1024, output);
    while let Ok(frame) = frame::next(&mut output) {
        let last = matches!(frame, Frame::Message(Message::Finished(_)));
        if frames.send(frame).is_err() || last {
            return;
        }
    }
}

fn listen(
    frames: &Receiver<Frame>,
    size: u64,
    outlet: &mut dyn Outlet,
    choices: Sender<Option<usize>>,
    spent: &Spent,
) -> Result<Notes, Lost> {
    let silence = SILENCE + SILENCE_PER_MIB * u32::try_from(size >> 20).unwrap_or(u32::MAX);
    let (mut heard, mut progress) = (Instant::now(), ReadProgress::default());
    loop {
        let step = match frames.recv_timeout(ASK_EVERY) {
            Ok(Frame::Cells(packed)) => {
                heard = Instant::now();
                frame::unpack(&packed, |step| outlet.take(step))
                    .unwrap_or_else(|| Err(damaged("the reading process")))
                    .map_err(Lost::Fault)?;
                continue;
            }
            Ok(Frame::Message(message)) => {
                heard = Instant::now();
                message
            }
            Err(RecvTimeoutError::Timeout) if heard.elapsed() > silence => return Err(Lost::Fault(excess(Excess::Work))),
            Err(RecvTimeoutError::Timeout) => Message::Progress(progress),
            Err(RecvTimeoutError::Disconnected) => return Err(Lost::Process),
        };
        let step = match &step {
            Message::Finished(end) => return end.clone().map_err(Lost::Fault),
            Message::Spent(usage) => {
                spent.reader(*usage);
                continue;
            }
            Message::Outlined => {
                let choice = outlet.choose().map_err(Lost::Fault)?;
                heard = Instant::now();
                // Where nobody takes it the process has ended, and the other pipe tells.
                let _ = choices.send(choice);
                continue;
            }
            Message::Sheet { name, visibility } => Step::Sheet { name, visibility: *visibility },
            Message::SheetFault(fault) => Step::SheetFault(fault.clone()),
            Message::Progress(now) => {
                progress = *now;
                Step::Progress(*now)
            }
        };
        outlet.take(step).map_err(Lost::Fault)?;
    }
}

/// What a process that ended without a last message says by how it ended: stopped by a signal it ran
/// into a bound, otherwise its reader gave up.
fn bad_end(status: Option<ExitStatus>) -> ReadFault {
    use std::os::unix::process::ExitStatusExt as _;
    match status {
        Some(status) if status.signal().is_none() => damaged("its content contradicts itself"),
        Some(_) | None => excess(Excess::Work),
    }
}
