//! The reading process: this program once more, with nothing but bounds, one workbook and a pipe.
//!
//! calamine panics on some workbooks, allocates without bound on others (which ends a process) and
//! never returns from a few. Here that costs this process only.

use std::io::{self, BufWriter, Read as _};
use std::process::ExitCode;

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

use super::book::{Task, perform};
use super::frame::{self, StepWriter};
use super::intake::{Outlet, Step};
use super::source::{SOURCE_CAP, Source};
use crate::domain::workbook::ReadFault;
use crate::world::spent::Usage;

/// First argument of the program that makes it the reading process. The second is the number of
/// bytes of the workbook, by which its memory is bounded.
pub const CHILD_ARGUMENT: &str = "--read-workbook-child";

/// Address space in bytes that every workbook may have: enough for the sparsest sheet of an `.xls`,
/// which calamine spreads out into a full one, twice.
const MEMORY_BASE: u64 = 2 << 30;

/// Address space that each byte of the workbook adds, and the most that it can be in all.
const MEMORY_PER_BYTE: u64 = 16;
const MEMORY_CAP: u64 = 12 << 30;

/// CPU time in seconds. A sheet of 1,048,576 rows and 21 columns takes some 20.
const SECONDS: u64 = 300;

/// What `main` does when the first argument is [`CHILD_ARGUMENT`]: bounds itself, reads a task and a
/// workbook from standard input, writes the cells to standard output, and ends.
#[must_use]
pub fn child_main() -> ExitCode {
    let size = std::env::args().nth(2).and_then(|size| size.parse().ok()).unwrap_or(0);
    match limit(size).and_then(|()| read(size)) {
        Ok(()) => ExitCode::SUCCESS,
        // The parent knows by the missing last frame; there is nobody else to tell.
        Err(_) => ExitCode::FAILURE,
    }
}

fn limit(size: u64) -> io::Result<()> {
    let memory = MEMORY_BASE.saturating_add(size.saturating_mul(MEMORY_PER_BYTE)).min(MEMORY_CAP);
    for (resource, most) in [(Resource::As, memory), (Resource::Cpu, SECONDS), (Resource::Core, 0), (Resource::Fsize, 0)] {
        setrlimit(resource, narrower(getrlimit(resource), most))?;
    }
    Ok(())
}

/// A bound of our own within one that is there already: whoever set that one may have forbidden to widen it.
fn narrower(there: Rlimit, most: u64) -> Rlimit {
    let within = |bound: Option<u64>| bound.map_or(most, |bound| bound.min(most));
    let most = within(there.maximum);
    Rlimit { current: Some(there.current.map_or(most, |bound| bound.min(most))), maximum: Some(most) }
}

fn read(size: u64) -> io::Result<()> {
    let mut input = io::stdin().lock();
    let task: Task = frame::read(&mut input)?;
    let mut bytes = Vec::with_capacity(usize::try_from(size.min(SOURCE_CAP)).unwrap_or(0));
    input.by_ref().take(size.min(SOURCE_CAP)).read_to_end(&mut bytes)?;
    let mut told = Told { writer: StepWriter::new(BufWriter::new(io::stdout().lock())), input, broken: None };
    let end = Source::received(bytes).and_then(|source| perform(&source, &task, &mut told));
    match told.broken {
        Some(error) => Err(error),
        None => told.writer.finish(end, Usage::of_this_process()),
    }
}

/// The parent, at the other ends of both pipes.
struct Told<W: io::Write, R> {
    writer: StepWriter<W>,
    input: R,
    /// What broke a pipe.
    broken: Option<io::Error>,
}

impl<W: io::Write, R> Told<W, R> {
    fn broke(&mut self, error: io::Error) -> ReadFault {
        self.broken = Some(error);
        ReadFault::Cancelled
    }
}

impl<W: io::Write, R: io::Read> Outlet for Told<W, R> {
    fn take(&mut self, step: Step<'_>) -> Result<(), ReadFault> {
        self.writer.step(step).map_err(|error| self.broke(error))
    }

    fn choose(&mut self) -> Result<Option<usize>, ReadFault> {
        let asked = self.writer.outlined();
        asked.and_then(|()| frame::read(&mut self.input)).map_err(|error| self.broke(error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bound_that_is_there_is_kept_where_it_is_narrower() {
        let bounds = |current, maximum, most| {
            let narrower = narrower(Rlimit { current, maximum }, most);
            (narrower.current, narrower.maximum)
        };
        assert_eq!(bounds(None, None, 7), (Some(7), Some(7)));
        assert_eq!(bounds(Some(5), None, 7), (Some(5), Some(7)));
        assert_eq!(bounds(Some(5), Some(6), 7), (Some(5), Some(6)));
        assert_eq!(bounds(Some(9), Some(9), 7), (Some(7), Some(7)));
    }
}
