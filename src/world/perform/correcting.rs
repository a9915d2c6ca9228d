//! The corrected copy of a workbook: made of the bytes that were read, and of no others.

use crate::app::correction::Correcting;
use crate::app::fault::Fault;
use crate::domain::correction::Corrected;
use crate::world::perform::faults::shown;
use crate::world::perform::folders::expanded;
use crate::world::perform::{of_read, of_write};
use crate::world::whole_file;
use crate::world::workbook::Source;
use crate::world::workbook::corrected::{Original, WriteFault, write_corrected};
use crate::world::workbook::template::Existing;

/// Writes the corrected copy of the workbook at `original` to `path`.
pub(super) fn corrected(correcting: &Correcting, path: &str, original: &str, existing: Existing) -> Result<Corrected, Fault> {
    let from = expanded(original);
    let source = Source::open(&from).map_err(|fault| of_read(fault, &from))?;
    if source.fingerprint() != correcting.draft().source().mark.fingerprint {
        return Err(Fault::OriginalChanged { path: shown(&from) });
    }
    let asked = Original { source: &source, sheet: &correcting.draft().source().sheet, path: Some(&from) };
    write_corrected(asked, &correcting.correction(), &expanded(path), existing).map_err(|fault| of_correcting(fault, &from))
}

fn of_correcting(fault: WriteFault, from: &std::path::Path) -> Fault {
    match fault {
        WriteFault::Original { path } => Fault::Original { path: shown(&path) },
        WriteFault::Exists { path } => Fault::Exists { path: shown(&path) },
        WriteFault::Ending { wanted } => Fault::Ending { wanted: wanted.to_owned() },
        WriteFault::CannotKeep { obstacle } => Fault::CannotKeep { obstacle },
        WriteFault::Read { source } => of_read(source, from),
        WriteFault::Folder { folder, source } => of_write(whole_file::WriteFault::Folder { folder, source }),
        WriteFault::File { path, source } => of_write(whole_file::WriteFault::File { path, source }),
    }
}
