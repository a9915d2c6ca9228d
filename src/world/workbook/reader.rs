//! The door to reading: outlines and whole sheets of a source.

use std::borrow::Cow;
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

/// Who chooses the sheet of a workbook, and sees it grow.
pub trait Follow {
    /// The place of the sheet that is wanted; `None` where none of them is.
    fn choose(&mut self, outline: &Outline) -> Option<usize>;

    /// How far it is, and what has come of the sheet: all of every row but perhaps its last. When it breaks, reading stops.
    fn far(&mut self, progress: ReadProgress, sheet: &Sheet) -> ControlFlow<()>;
}

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

    /// The account on which it counts.
    pub(in crate::world) const fn spent(&self) -> &Spent {
        &self.spent
    }

    /// The sheets of a workbook with their first forty filled rows, without reading them whole.
    ///
    /// # Errors
    /// [`ReadFault`] where the workbook cannot be opened. A single sheet that cannot be read has its
    /// fault in the outline.
    pub fn outline(&self, source: &Source) -> Result<Outline, ReadFault> {
        let mut collector = Collector::default();
        self.perform(Cow::Borrowed(source), &Task::Outline, &mut |step: Step<'_>| collector.take(step))?;
        if collector.sheets.is_empty() {
            return Err(ReadFault::NoSheets);
        }
        Ok(Outline { format: source.format(), sheets: collector.sheets })
    }

    /// All filled cells of the sheet that `follow` chooses of those there are, in one go: the workbook is opened once.
    /// `None` where it chooses none. A source that is given away is let go of once the reading process has it: a workbook of a
    /// million rows is 100 MiB.
    ///
    /// # Errors
    /// [`ReadFault`]; [`ReadFault::Cancelled`] after `follow` has broken.
    pub fn chosen(&self, source: Cow<'_, Source>, follow: &mut dyn Follow) -> Result<Option<Reading>, ReadFault> {
        let deed = Deed::begin("reading", format!("format={:?} bytes={}", source.format(), source.size()));
        let mut following = Following { follow, format: source.format(), collector: Collector::default(), chosen: None };
        let read = self.perform(source, &Task::Chosen, &mut following);
        let read = read.map(|notes| following.into_sheet().map(|sheet| Reading { sheet, notes }));
        let rows = |reading: &Option<Reading>| format!("rows={}", reading.as_ref().map_or(0, |reading| reading.sheet.row_count()));
        deed.ended(&read, rows, |fault| matches!(fault, ReadFault::Cancelled));
        read
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
        let notes = self.perform(Cow::Borrowed(source), &Task::Sheet(which.clone()), &mut |step: Step<'_>| match step {
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
        self.perform(Cow::Borrowed(source), &Task::Every, &mut |step: Step<'_>| {
            cells += u32::from(matches!(step, Step::Cell { .. }));
            if cells > FORM_CELLS { Err(excess(Excess::Cells)) } else { collector.take(step) }
        })?;
        collector.sheets.into_iter().map(|sheet| sheet.fault.map_or(Ok(sheet.head), Err)).collect()
    }

    fn perform(&self, source: Cow<'_, Source>, task: &Task, outlet: &mut dyn Outlet) -> Result<Notes, ReadFault> {
        self.spent.during(Stage::Reading, || match (&self.place, source.format()) {
            (Place::Here, _) | (_, Format::Separated) => book::perform(&source, task, outlet),
            (Place::Process(program), _) => parent::perform(program, source, task, outlet, &self.spent),
        })
    }
}

/// What is collected for one who follows.
struct Following<'f> {
    follow: &'f mut dyn Follow,
    format: Format,
    collector: Collector,
    /// Place of the sheet that was chosen; while there is none, what is collected is the outline.
    chosen: Option<usize>,
}

impl Following<'_> {
    fn into_sheet(mut self) -> Option<Sheet> {
        self.chosen.and(self.collector.sheets.pop()).map(|sheet| sheet.head)
    }
}

impl Outlet for Following<'_> {
    fn take(&mut self, step: Step<'_>) -> Result<(), ReadFault> {
        let Step::Progress(progress) = step else { return self.collector.take(step) };
        let far = match (self.chosen, self.collector.sheets.last()) {
            (Some(_), Some(sheet)) => self.follow.far(progress, &sheet.head),
            // How far the outline is, is of no interest; but it can be stopped.
            _ => self.follow.far(ReadProgress::default(), &Sheet::default()),
        };
        if far.is_break() { Err(ReadFault::Cancelled) } else { Ok(()) }
    }

    fn choose(&mut self) -> Result<Option<usize>, ReadFault> {
        let sheets = std::mem::take(&mut self.collector.sheets);
        if sheets.is_empty() {
            return Err(ReadFault::NoSheets);
        }
        self.collector.whole = true;
        self.chosen = self.follow.choose(&Outline { format: self.format, sheets });
        Ok(self.chosen)
    }
}
