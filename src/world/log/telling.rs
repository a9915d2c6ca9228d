//! Faults with their causes, and panics.

use std::error::Error;
use std::panic::PanicHookInfo;

use crate::app::copy_fault::CopyFault;
use crate::app::fault::Fault;
use crate::app::mail_fault::MailFault;

/// An error and everything that caused it, each once.
#[must_use]
pub fn with_causes(error: &dyn Error) -> String {
    let mut told = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let text = error.to_string();
        if !told.contains(&text) {
            told = format!("{told}: {text}");
        }
        cause = error.source();
    }
    told
}

/// Logs what a person was told to have failed. Of what stands in workbooks only that something is wrong with it is logged.
pub fn fault(fault: &Fault) {
    let name = name(&format!("{fault:?}"));
    match detail(fault) {
        Some(detail) => tracing::error!("told: {name}: {detail}"),
        None => tracing::warn!("told: {name}"),
    }
}

/// The name of a fault, with that of the mail fault or the copy fault in it.
fn name(debug: &str) -> String {
    let inner = debug.strip_prefix("Mail(").or_else(|| debug.strip_prefix("Copies(")).unwrap_or(debug);
    inner.chars().take_while(|sign| sign.is_alphanumeric()).collect()
}

/// What the system, or the engine of the store, said. What a person did has none.
fn detail(fault: &Fault) -> Option<String> {
    match fault {
        Fault::Damaged { detail }
        | Fault::StoreDamaged { detail }
        | Fault::DraftDamaged { detail }
        | Fault::Output { detail }
        | Fault::System { detail }
        | Fault::Mail(MailFault::Server { detail } | MailFault::NoLetter { detail } | MailFault::NotTaken { detail }) => {
            Some(detail.clone())
        }
        Fault::Mail(MailFault::Unreadable { path, detail } | MailFault::Wording { path, detail }) => Some(format!("{path}: {detail}")),
        Fault::Mail(MailFault::PasswordCommand { detail, .. }) => Some(detail.clone()),
        Fault::Copies(why @ (CopyFault::NotCopied { .. } | CopyFault::Unsound { .. } | CopyFault::Damaged { .. })) => {
            Some(format!("{why:?}"))
        }
        Fault::NoPermission { path } | Fault::NoWriting { path } => Some(path.clone()),
        Fault::NotKept { why } | Fault::UnsavedNotKept { why } | Fault::Lost { why, .. } | Fault::NoDraft { why } => {
            Some(format!("{why:?}"))
        }
        Fault::DiskFull => Some("no room left on the disk".to_owned()),
        _ => None,
    }
}

/// Logs a panic, with the place in the program where it happened. A caught one is an error that foreign code gave in its way.
pub fn panicked(panic: &PanicHookInfo<'_>, is_caught: bool) {
    let said = panic.payload_as_str().unwrap_or("a panic without words");
    let place = panic.location().map(ToString::to_string).unwrap_or_default();
    let thread = std::thread::current().name().unwrap_or("unnamed").to_owned();
    if is_caught {
        tracing::warn!("panic in foreign code, caught: {said} at {place}");
    } else {
        tracing::error!("panic: {said} at {place}, thread {thread}");
    }
}
