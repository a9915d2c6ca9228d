//! The door to reading: outlines and whole sheets of a source.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::book::{self, Task};
use super::fault::{excess, short};
use super::intake::{Collector, Outlet, Step};
use super::parent;
use super::source::Source;
use crate::app::effect::Stage;
use crate::domain::sheet::Sheet;
use crate::domain::workbook::{Excess, Format, Notes, Outline, ReadFault, ReadProgress, Reading, Which};
use crate::world::log::Deed;
use crate::world::spent::Spent;

/// Where on Linux a process finds its own program, even when the file has been replaced since.
const OWN_PROGRAM: &str = "/proc/self/exe";

/// The most cells of a form that came back. The longest questionnaire fills some thousand.
const FORM_CELLS: u32 = 200_000;

/// Reads workbooks: separated text here, everything else in a process of its own.
#[derive(Debug, Clone)]
pub struct Reader {
    place: Place,
    spent: Spent,
}

/// Where workbooks are read.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Place {
    /// In a process of this program.
    Process(PathBuf),
    /// In this process.
    Here,
}

impl Reader {
    /// Reads in processes of the program that is running.
    ///
    /// # Errors
    /// [`ReadFault::NoReader`] where the system does not tell which program that is.
    pub fn of_this_program() -> Result<Self, ReadFault> {
        if Path::new(OWN_PROGRAM).exists() {
            return Ok(Self::with_program(OWN_PROGRAM));
        }
        let program = std::env::current_exe().map_err(|error| ReadFault::NoReader { reason: short(&error.to_string()) })?;
        Ok(Self::with_program(program))
    }

    /// Reads in processes of that program, whose `main` has to know [`CHILD_ARGUMENT`](super::CHILD_ARGUMENT).
    #[must_use]
    pub fn with_program(program: impl Into<PathBuf>) -> Self {
        Self { place: Place::Process(program.into()), spent: Spent::default() }
    }

    /// Reads in this process, for workbooks that are trusted because this program made them: a
    /// damaged one can end the process.
    #[must_use]
    pub fn here() -> Self {
        Self { place: Place::Here, spent: Spent::default() }
    }

    /// The same reader; what reading takes, here and in its processes, goes on that account.
    #[must_use]
    pub fn counting(self, spent: Spent) -> Self {
        Self { spent, ..self }
    }

    /// The sheets of a workbook with their first forty filled rows, without reading them whole.
    ///
    /// # Errors
    /// [`ReadFault`] where the workbook cannot be opened. A single sheet that cannot be read has its
    /// fault in the outline.
    pub fn outline(&self, source: &Source) -> Result<Outline, ReadFault> {
        let mut collector = Collector::default();
        self.perform(source, &Task::Outline, &mut |step| collector.take(step))?;
        if collector.sheets.is_empty() {
            return Err(ReadFault::NoSheets);
        }
        Ok(Outline { format: source.format(), sheets: collector.sheets })
    }

    /// All filled cells of one sheet. `watch` is told at most every thousand rows, and while nothing
    /// comes every tenth of a second, how far it is; when it breaks, reading stops.
    ///
    /// # Errors
    /// [`ReadFault`]; [`ReadFault::Cancelled`] after `watch` has broken.
    pub fn read(
        &self,
        source: &Source,
        which: &Which,
        watch: &mut dyn FnMut(ReadProgress) -> ControlFlow<()>,
    ) -> Result<Reading, ReadFault> {
        let deed = Deed::begin("reading", format!("format={:?} bytes={}", source.format(), source.size()));
        let read = self.sheet(source, which, watch);
        deed.ended(&read, |reading| format!("rows={}", reading.sheet.row_count()), |fault| matches!(fault, ReadFault::Cancelled));
        read
    }

    fn sheet(&self, source: &Source, which: &Which, watch: &mut dyn FnMut(ReadProgress) -> ControlFlow<()>) -> Result<Reading, ReadFault> {
        let mut collector = Collector::default();
        let notes = self.perform(source, &Task::Sheet(which.clone()), &mut |step| match step {
            Step::Progress(progress) if watch(progress).is_break() => Err(ReadFault::Cancelled),
            step => collector.take(step),
        })?;
        let sheet = collector.sheets.pop().ok_or(ReadFault::NoSheets)?;
        Ok(Reading { sheet: sheet.head, notes })
    }

    /// All filled cells of every sheet, with the line breaks in them: for a form that came back, which is
    /// small. More than that is refused, not read.
    ///
    /// # Errors
    /// [`ReadFault`]; also where a single sheet cannot be read.
    pub(super) fn every_sheet(&self, source: &Source) -> Result<Vec<Sheet>, ReadFault> {
        let (mut collector, mut cells) = (Collector::default(), 0_u32);
        self.perform(source, &Task::Every, &mut |step| {
            cells += u32::from(matches!(step, Step::Cell { .. }));
            if cells > FORM_CELLS { Err(excess(Excess::Cells)) } else { collector.take(step) }
        })?;
        collector.sheets.into_iter().map(|sheet| sheet.fault.map_or(Ok(sheet.head), Err)).collect()
    }

    fn perform(&self, source: &Source, task: &Task, outlet: &mut Outlet<'_>) -> Result<Notes, ReadFault> {
        self.spent.during(Stage::Reading, || match (&self.place, source.format()) {
            (Place::Here, _) | (_, Format::Separated) => book::perform(source, task, outlet),
            (Place::Process(program), _) => parent::perform(program, source, task, outlet, &self.spent),
        })
    }
}
