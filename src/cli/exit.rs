//! What the program says by its exit code, as sysexits has it.

use std::process::ExitCode;

/// All rows are sound, or the deed is done.
pub const SOUND: u8 = 0;
/// Some rows are invalid, some answers that came back are none, some mails did not leave, or something in the store is not
/// as it should be.
pub const INVALID_ROWS: u8 = 1;
/// The command line is wrong (EX_USAGE).
pub const USAGE: u8 = 64;
/// The workbook or the plan cannot be read, or they do not fit (EX_DATAERR).
pub const UNREADABLE: u8 = 65;
/// There is no such file (EX_NOINPUT).
pub const NO_INPUT: u8 = 66;
/// The program itself failed (EX_SOFTWARE).
pub const SOFTWARE: u8 = 70;
/// A file cannot be written (EX_CANTCREAT).
pub const CANNOT_CREATE: u8 = 73;
/// The system refused, or the store is damaged (EX_IOERR).
pub const SYSTEM: u8 = 74;
/// The store is in use: try again (EX_TEMPFAIL).
pub const IN_USE: u8 = 75;
/// No permission (EX_NOPERM).
pub const NO_PERMISSION: u8 = 77;
/// The settings, or what they name, cannot be used (EX_CONFIG).
pub const CONFIGURATION: u8 = 78;

/// 128 and SIGHUP, as a shell tells what a signal ended.
pub const HUNG_UP: u8 = 129;
/// 128 and SIGINT.
pub const INTERRUPTED: u8 = 130;
/// 128 and SIGQUIT.
pub const ABORTED: u8 = 131;
/// 128 and SIGTERM.
pub const TERMINATED: u8 = 143;

/// Every exit code with what it means, as the manual and the README list them.
pub const MEANINGS: [(u8, &str); 15] = [
    (SOUND, "all rows are sound, or the deed is done; `--plain`: all that was asked is, else the code is that of what failed last"),
    (
        INVALID_ROWS,
        "`check`: some rows are invalid; `import`, `plan`: there is nothing to import and some rows are invalid; `answers`: some texts are \
         no answers; `invite --yes`, `outbox send`: some mails did not leave; `store check`: something is not as it should be",
    ),
    (USAGE, "wrong usage; or something is missing: `--yes`, a terminal, what `--no-input` does not ask for"),
    (
        UNREADABLE,
        "the workbook or the plan cannot be read, it is no questionnaire of a dossier, the plan no longer fits, or the import was taken \
         back already or is all kept",
    ),
    (NO_INPUT, "no such file, draft, customer, label, responsible, task flow, questionnaire, mail or import"),
    (SOFTWARE, "a fault of the program"),
    (CANNOT_CREATE, "a file cannot be created"),
    (SYSTEM, "the system refused, or the store cannot be used"),
    (IN_USE, "the store or the draft is in use, or it changed meanwhile: try again"),
    (NO_PERMISSION, "no permission"),
    (CONFIGURATION, "the settings, or a file that they name, cannot be used"),
    (HUNG_UP, "the line or the terminal is gone (SIGHUP)"),
    (INTERRUPTED, "interrupted (SIGINT, or Ctrl+C without a screen)"),
    (ABORTED, "ended by SIGQUIT"),
    (TERMINATED, "ended by SIGTERM"),
];

/// The number of an exit code, which only its likeness to others tells.
pub(super) fn number_of(code: ExitCode) -> u8 {
    (0..=u8::MAX).find(|number| ExitCode::from(*number) == code).unwrap_or(SOFTWARE)
}

/// Whether an exit code says that the system, or the program itself, failed.
pub(super) fn blames_the_system(code: &ExitCode) -> bool {
    [SOFTWARE, SYSTEM, NO_PERMISSION].into_iter().any(|blame| *code == ExitCode::from(blame))
}
