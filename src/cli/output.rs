//! What is printed, and what comes of it where that fails.

use std::io::{ErrorKind, IsTerminal as _, Write};
use std::path::Path;
use std::process::ExitCode;

use super::{Session, exit, failed};
use crate::app::desk::Sight;
use crate::app::fault::Fault;
use crate::domain::mask;
use crate::domain::neutral::neutralise;
use crate::world::perform::of_output;
use crate::world::whole_file::WriteFault;

/// The name of a file that somebody else gave, as [`Session::file`] has it.
pub(super) fn file_name(sight: Sight, name: &str) -> String {
    let name = neutralise(name);
    if sight.shows_numbers { name.into_owned() } else { mask::file_name(&name) }
}

/// Says why a file could not be written.
pub(super) fn unwritable(session: &Session, fault: WriteFault) -> ExitCode {
    failed(&of_output(fault), session.words())
}

/// Whether a file may be written where somebody says; not among what the program keeps for itself, whatever else is said. Standard
/// output is no file.
pub(super) fn keep_out(session: &Session, path: &Path) -> Result<(), ExitCode> {
    if path == Path::new("-") {
        return Ok(());
    }
    session.world.keep_out(path).map_err(|fault| failed(&fault, session.words()))
}

/// Puts data on standard output; what failed is said, and its exit code given.
pub(super) fn print(session: &Session, text: &str) -> Result<(), ExitCode> {
    put(&mut std::io::stdout().lock(), text.as_bytes()).map_err(|fault| failed(&fault, session.words()))
}

/// How wide something in a list for people may be: on a terminal so that the list stays one, elsewhere as wide as it is, since what is
/// searched or kept has to be whole.
pub(super) fn widest(on_terminal: usize) -> usize {
    if std::io::stdout().is_terminal() { on_terminal } else { usize::MAX }
}

/// Puts a workbook on standard output; not where that is a terminal, which would show a heap of signs.
pub(super) fn print_workbook(session: &Session, bytes: &[u8]) -> ExitCode {
    let mut out = std::io::stdout().lock();
    if out.is_terminal() {
        tell!("instroom: {}", session.words().command.no_workbook_here);
        return ExitCode::from(exit::USAGE);
    }
    // Also where whoever read it is gone: half a workbook is none.
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Ok(()) => ExitCode::from(exit::SOUND),
        Err(error) => failed(&Fault::Output { detail: error.to_string() }, session.words()),
    }
}

/// Prints what a commit gave: where that fails, it is said that the import itself is written.
pub(super) fn print_written(session: &Session, text: &str) -> Result<(), ExitCode> {
    print(session, text).inspect_err(|_| tell!("  {}", session.words().command.written_unsaid))
}

/// Whoever reads only the head of the output has seen what they wanted.
pub(super) fn put(out: &mut impl Write, text: &[u8]) -> Result<(), Fault> {
    match out.write_all(text).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        Err(error) => Err(Fault::Output { detail: error.to_string() }),
        Ok(()) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::telling::code_of;

    /// Takes nothing, as a full disk or a reader that went away.
    struct Closed(ErrorKind);

    impl Write for Closed {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(self.0.into())
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Err(self.0.into())
        }
    }

    #[test]
    fn an_output_that_takes_nothing_is_a_fault_unless_nobody_reads_on() {
        assert_eq!(put(&mut Closed(ErrorKind::BrokenPipe), b"x"), Ok(()));
        let fault = put(&mut Closed(ErrorKind::StorageFull), b"x").unwrap_err();
        assert!(matches!(fault, Fault::Output { .. }), "{fault:?}");
        assert_eq!(code_of(&fault), exit::SYSTEM);
        let mut kept = Vec::new();
        assert_eq!((put(&mut kept, b"x"), kept), (Ok(()), b"x".to_vec()));
    }
}
