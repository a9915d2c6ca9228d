//! The corrected copy of a workbook: made of the bytes that were read, and of no others.

use std::path::Path;

use crate::app::correction::Correcting;
use crate::app::effect::has_no_place;
use crate::app::fault::Fault;
use crate::app::keeping::DraftId;
use crate::domain::correction::Corrected;
use crate::world::perform::World;
use crate::world::perform::faults::shown;
use crate::world::perform::folders::expanded;
use crate::world::perform::{of_read, of_write};
use crate::world::whole_file;
use crate::world::workbook::Source;
use crate::world::workbook::corrected::{Original, WriteFault, write_corrected};
use crate::world::workbook::template::Existing;

impl World {
    /// Writes the corrected copy of the workbook at `original` to `path`.
    pub(super) fn corrected(
        &self,
        correcting: &Correcting,
        kept: Option<&DraftId>,
        (path, original): (&str, &str),
        existing: Existing,
    ) -> Result<Corrected, Fault> {
        let from = expanded(original);
        let source = self.original(correcting, kept, &from)?;
        // Pasted rows and standard input have no file that could be written over.
        let file = (!has_no_place(original)).then_some(from.as_path());
        let asked = Original { source: &source, sheet: &correcting.draft().source().sheet, path: file };
        let to = expanded(path);
        self.keep_out(&to)?;
        write_corrected(asked, &correcting.correction(), &to, existing).map_err(|fault| of_correcting(fault, &from))
    }

    /// The workbook as it was read: the draft's own copy, or the file where it is still the same.
    fn original(&self, correcting: &Correcting, kept: Option<&DraftId>, from: &Path) -> Result<Source, Fault> {
        let mark = &correcting.draft().source().mark;
        let own_copy = kept.and_then(|id| self.drafts.copy_of(id).ok()).and_then(|bytes| Source::from_bytes(&mark.file, bytes).ok());
        let source = match own_copy.filter(|source| source.fingerprint() == mark.fingerprint) {
            Some(source) => source,
            None => Source::open(from).map_err(|fault| of_read(fault, from))?,
        };
        if source.fingerprint() == mark.fingerprint { Ok(source) } else { Err(Fault::OriginalChanged { path: shown(from) }) }
    }
}

fn of_correcting(fault: WriteFault, from: &Path) -> Fault {
    match fault {
        WriteFault::Original { path } => Fault::Original { path: shown(&path) },
        WriteFault::NoFile { path } => Fault::NotReplaced { path: shown(&path) },
        WriteFault::Exists { path } => Fault::Exists { path: shown(&path) },
        WriteFault::Ending { wanted } => Fault::Ending { wanted: wanted.to_owned() },
        WriteFault::CannotKeep { obstacle } => Fault::CannotKeep { obstacle },
        WriteFault::Read { source } => of_read(source, from),
        WriteFault::Folder { folder, source } => of_write(whole_file::WriteFault::Folder { folder, source }),
        WriteFault::File { path, source } => of_write(whole_file::WriteFault::File { path, source }),
    }
}
