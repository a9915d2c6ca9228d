//! What each door's errors mean to a person.

use std::path::Path;

use super::amending::of_commit;
use crate::app::copy_fault::{CopyFault, Uncopied};
use crate::app::fault::{Doing, Fault, Holding, Unkept};
use crate::app::mail_fault::MailFault;
use crate::domain::export::FileFormat;
use crate::domain::mask::mask_in_text;
use crate::domain::neutral::neutralise;
use crate::domain::settings::{BadValue, SettingsWrong};
use crate::domain::sheet::column_letters;
use crate::domain::template::layout::LayoutFault;
use crate::domain::workbook::ReadFault;
use crate::world::backup::BackupFault;
use crate::world::config::{ConfigFault, PasswordFault};
use crate::world::drafts::DraftFault;
use crate::world::outbox::OutboxFault;
use crate::world::sending::ReconcileFault;
use crate::world::store::{Deed, Holder, StoreFault};
use crate::world::whole_file::WriteFault;
use crate::world::workbook::template::ENDING;

/// A path, fit to be shown.
pub(super) fn shown(path: &Path) -> String {
    neutralise(&path.to_string_lossy()).into_owned()
}

/// An error and everything that caused it, in one line.
pub(super) fn with_causes(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(deeper) = cause {
        text.push_str(": ");
        text.push_str(&deeper.to_string());
        cause = deeper.source();
    }
    neutralise(&text).into_owned()
}

/// What a workbook that cannot be read means.
#[must_use]
pub fn of_read(fault: ReadFault, path: &Path) -> Fault {
    let path = shown(path);
    match fault {
        ReadFault::NotFound => Fault::NotFound { path },
        ReadFault::Directory => Fault::IsFolder { path },
        ReadFault::NoPermission => Fault::NoPermission { path },
        ReadFault::NotRegular => Fault::NotRegular { path },
        ReadFault::Empty => Fault::EmptyFile { path },
        ReadFault::TooLarge { cap } => Fault::TooLarge { path, cap },
        ReadFault::Encrypted => Fault::Encrypted,
        ReadFault::NotAWorkbook { looks_like } => Fault::NotAWorkbook { looks_like },
        ReadFault::TruncatedZip => Fault::CutOff,
        // A reader quotes what it stumbles over, which can be the number of a person.
        ReadFault::Damaged { detail } => Fault::Damaged { detail: mask_in_text(&detail).into_owned() },
        ReadFault::TooComplex { excess } => Fault::TooComplex { excess },
        ReadFault::NoSheets => Fault::NoSheets,
        ReadFault::NoSuchSheet { name, seen } => Fault::NoSuchSheet { name, seen },
        ReadFault::SameSheetName { name } => Fault::SameSheetName { name },
        ReadFault::UnclosedQuote { line } => Fault::UnclosedQuote { line },
        ReadFault::UnknownEncoding => Fault::UnknownEncoding,
        ReadFault::TooManyRows { format, cap } => Fault::TooManyRows { format, cap: u64::from(cap) },
        ReadFault::NoReader { reason } | ReadFault::Io { reason } => Fault::System { detail: reason },
        // Stopping is no fault; whoever asked for it does not get here.
        ReadFault::Cancelled => Fault::System { detail: fault.to_string() },
    }
}

/// The most characters of a heading that are told: one cell can hold more than a screen.
const TOLD: usize = 40;

/// What headings that are not found mean. What was seen instead may be customers, so that national
/// numbers in it are masked.
#[must_use]
pub fn of_layout(fault: LayoutFault, seen: Vec<String>) -> Fault {
    let masked = |seen: Vec<String>| seen.iter().map(|text| cut(&mask_in_text(text))).collect();
    match fault {
        LayoutFault::NoHeading { seen } => Fault::NoHeading { seen: masked(seen) },
        LayoutFault::TwoColumns { field, columns } => {
            Fault::TwoColumns { field, columns: columns.into_iter().map(column_letters).collect() }
        }
        LayoutFault::MissingColumn { fields } => Fault::MissingColumn { fields, seen: masked(seen) },
        LayoutFault::EmptySheet => Fault::EmptySheet,
    }
}

/// The beginning of a text, with a sign where it went on.
fn cut(text: &str) -> String {
    match text.char_indices().nth(TOLD) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// What a store that cannot be used means.
#[must_use]
pub fn of_store(fault: StoreFault) -> Fault {
    match fault {
        StoreFault::InUse { holder } => Fault::StoreInUse { holding: holder.map(holding) },
        StoreFault::NotAStore { path } if path.is_file() => Fault::StoreIsFile { path: shown(&path) },
        StoreFault::NotAStore { path } => Fault::NotAStore { path: shown(&path) },
        StoreFault::NewerFormat { found, known } => Fault::StoreNewer { found, known },
        StoreFault::Damaged { detail } => Fault::StoreDamaged { detail: neutralise(&detail).into_owned() },
        StoreFault::NoPermission { path } => Fault::NoPermission { path: shown(&path) },
        StoreFault::ReadOnly { path } => Fault::ReadOnly { path: shown(&path) },
        StoreFault::NoSuchGroup { name } => Fault::NoSuchGroup { name: neutralise(&name).into_owned() },
        StoreFault::DiskFull => Fault::DiskFull,
        StoreFault::NotCopied { why } => Fault::Copies(CopyFault::NotCopied { why: uncopied(*why) }),
        StoreFault::NoSuchCopy { name } => Fault::Copies(CopyFault::NoSuchCopy { name: neutralise(&name).into_owned() }),
        StoreFault::Occupied { path } => Fault::Copies(CopyFault::Occupied { path: shown(&path) }),
        StoreFault::InTheWay { path } => Fault::Copies(CopyFault::InTheWay { path: shown(&path) }),
        StoreFault::CopyDamaged { name, detail } => {
            Fault::Copies(CopyFault::CopyDamaged { name: neutralise(&name).into_owned(), detail: neutralise(&detail).into_owned() })
        }
        StoreFault::Unsound { count, first } => Fault::Copies(CopyFault::Unsound { count, first }),
        StoreFault::Io { path, source } if source.kind() == std::io::ErrorKind::NotFound && has_no_place(&path) => {
            Fault::NoFolder { path: shown(&path) }
        }
        StoreFault::NoSuchFlow { .. } | StoreFault::Io { .. } => Fault::System { detail: with_causes(&fault) },
    }
}

/// Whether nothing can be made where a path leads, since what is above it is not there either. Below the folders of the system itself
/// nobody makes anything, and it says so in these words.
fn has_no_place(path: &Path) -> bool {
    let above = path.parent().unwrap_or(path);
    !path.exists() && (!above.exists() || above.starts_with("/proc") || above.starts_with("/sys"))
}

fn uncopied(why: StoreFault) -> Uncopied {
    match of_store(why) {
        Fault::DiskFull => Uncopied::DiskFull,
        Fault::NoPermission { path } | Fault::ReadOnly { path } => Uncopied::NoPermission(path),
        Fault::StoreDamaged { detail } | Fault::System { detail } => Uncopied::System(detail),
        other => Uncopied::System(format!("{other:?}")),
    }
}

/// What a backup that cannot be written or put back means. `path` is its file.
#[must_use]
pub fn of_backup(fault: BackupFault, path: &Path) -> Fault {
    match fault {
        BackupFault::NoBackup => Fault::Copies(CopyFault::NoBackup),
        BackupFault::Newer { found, known } => Fault::Copies(CopyFault::Newer { found, known }),
        BackupFault::CutOff => Fault::Copies(CopyFault::CutOff),
        BackupFault::Damaged { line, detail } => {
            Fault::Copies(CopyFault::Damaged { line, detail: mask_in_text(&neutralise(&detail)).into_owned() })
        }
        BackupFault::NoStore => Fault::Copies(CopyFault::NoStore),
        BackupFault::Unreadable(source) => of_write(WriteFault::File { path: path.to_owned(), source }),
        BackupFault::NoSpool { folders, source } => Fault::Copies(CopyFault::NoSpool {
            folders: folders.iter().map(|folder| shown(folder)).collect(),
            detail: neutralise(&source.to_string()).into_owned(),
        }),
        BackupFault::Unwritable(source) => Fault::Output { detail: with_causes(&source) },
        BackupFault::File(fault) => of_output(fault),
        BackupFault::Store(fault) => of_store(fault),
        BackupFault::Outbox(fault) => of_outbox(fault),
    }
}

fn holding(holder: Holder) -> Holding {
    Holding {
        who: holder.who,
        pid: holder.pid,
        since: holder.since.to_zoned(crate::world::clock::zone()).strftime("%H:%M:%S").to_string(),
        doing: match holder.doing {
            Deed::Reading => Doing::Reading,
            Deed::Committing => Doing::Committing,
            Deed::Amending => Doing::Amending,
            Deed::Sharing => Doing::Sharing,
            Deed::Checking => Doing::Checking,
            Deed::Remembering => Doing::Remembering,
            Deed::BackingUp => Doing::BackingUp,
            Deed::PuttingBack => Doing::PuttingBack,
        },
    }
}

/// What settings, password or wording that cannot be used mean.
#[must_use]
pub fn of_config(fault: ConfigFault) -> Fault {
    Fault::Mail(match fault {
        ConfigFault::Unreadable { path, source } => MailFault::Unreadable { path: shown(&path), detail: with_causes(&source) },
        ConfigFault::Settings { path, fault } => MailFault::Settings { path: shown(&path), line: fault.line, wrong: neutral(fault.wrong) },
        ConfigFault::Wording { path, fault } => {
            MailFault::Wording { path: shown(&path), detail: neutralise(&fault.to_string()).into_owned() }
        }
        ConfigFault::NoMail { path } => MailFault::NotSettled { path: shown(&path) },
        ConfigFault::Password(fault) => of_password(fault),
        ConfigFault::Server(fault) => MailFault::Server { detail: with_causes(&fault) },
    })
}

fn of_password(fault: PasswordFault) -> MailFault {
    let clean = |text: &str| neutralise(text).into_owned();
    match fault {
        PasswordFault::Unreadable { path, source } => MailFault::Unreadable { path: shown(&path), detail: with_causes(&source) },
        PasswordFault::OpenToOthers { path, mode: _ } => MailFault::PasswordOpen { path: shown(&path) },
        PasswordFault::Nothing { from } => MailFault::NoPassword { from: clean(&from) },
        PasswordFault::Command { command, source } => MailFault::PasswordCommand { command: clean(&command), detail: with_causes(&source) },
        PasswordFault::Failed { command, status } => {
            MailFault::PasswordCommand { command: clean(&command), detail: clean(&status.to_string()) }
        }
        PasswordFault::Slow { command, seconds } => MailFault::PasswordSlow { command: clean(&command), seconds },
    }
}

/// What is wrong, with what the file itself says made fit to be shown.
fn neutral(wrong: SettingsWrong) -> SettingsWrong {
    match wrong {
        SettingsWrong::Syntax(detail) => SettingsWrong::Syntax(neutralise(&detail).into_owned()),
        SettingsWrong::UnknownKey { key, nearest } => SettingsWrong::UnknownKey { key: neutralise(&key).into_owned(), nearest },
        SettingsWrong::Value { key, why: BadValue::NoSuch { known } } => {
            let known = known.iter().map(|name| neutralise(name).into_owned()).collect();
            SettingsWrong::Value { key, why: BadValue::NoSuch { known } }
        }
        SettingsWrong::MissingKey { .. }
        | SettingsWrong::Kind { .. }
        | SettingsWrong::Value { .. }
        | SettingsWrong::Both { .. }
        | SettingsWrong::Alone { .. } => wrong,
    }
}

/// What an outbox that cannot be used means.
#[must_use]
pub fn of_outbox(fault: OutboxFault) -> Fault {
    let since = |since: jiff::Timestamp| since.to_zoned(crate::world::clock::zone()).strftime("%H:%M:%S").to_string();
    match fault {
        OutboxFault::Sending { by, left } => {
            let holding = by.map(|by| Holding { who: by.who, pid: by.pid, since: since(by.since), doing: Doing::Sending });
            Fault::OutboxInUse { holding, left }
        }
        OutboxFault::LeaseLost | OutboxFault::Busy => Fault::StoreInUse { holding: None },
        OutboxFault::Misfit(_) => Fault::Changed { count: 1 },
        OutboxFault::Newer { found, known } => Fault::StoreNewer { found: found.into(), known: known.into() },
        OutboxFault::Damaged { .. } => Fault::StoreDamaged { detail: neutralise(&fault.to_string()).into_owned() },
        OutboxFault::Store(fault) => of_store(fault),
    }
}

/// What dossiers that cannot follow their mails mean.
#[must_use]
pub fn of_reconcile(fault: ReconcileFault) -> Fault {
    match fault {
        ReconcileFault::Outbox(fault) => of_outbox(fault),
        ReconcileFault::Store(fault) => of_store(fault),
        ReconcileFault::Commit(fault) => of_commit(fault),
        ReconcileFault::Name(_) => Fault::System { detail: with_causes(&fault) },
    }
}

/// What a draft that cannot be used means.
#[must_use]
pub fn of_draft(fault: DraftFault) -> Fault {
    use std::io::ErrorKind;
    match fault {
        DraftFault::NoPlace => Fault::NoPlaceForDrafts,
        DraftFault::Gone => Fault::NoSuchDraft,
        DraftFault::InUse { by } => Fault::DraftInUse { by },
        DraftFault::Newer { found, known } => Fault::DraftNewer { found, known },
        DraftFault::Damaged { detail } => Fault::DraftDamaged { detail: neutralise(&detail).into_owned() },
        DraftFault::Io { path, source } => match source.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Fault::DiskFull,
            ErrorKind::PermissionDenied => Fault::NoPermission { path: shown(&path) },
            ErrorKind::ReadOnlyFilesystem => Fault::ReadOnly { path: shown(&path) },
            _ => Fault::System { detail: format!("{}: {}", shown(&path), with_causes(&source)) },
        },
    }
}

/// What it means that decisions cannot be written down: they are on screen, and nowhere else.
#[must_use]
pub(super) fn of_unkept(fault: DraftFault) -> Fault {
    Fault::NotKept { why: unkept(fault) }
}

/// What it means that changes of a dossier or of a customer that are not saved cannot be kept meanwhile.
#[must_use]
pub(super) fn of_unsaved(fault: DraftFault) -> Fault {
    Fault::UnsavedNotKept { why: unkept(fault) }
}

/// What it means that a draft cannot even be begun: nothing is lost yet.
#[must_use]
pub(super) fn of_no_draft(fault: DraftFault) -> Fault {
    Fault::NoDraft { why: unkept(fault) }
}

fn unkept(fault: DraftFault) -> Unkept {
    match of_draft(fault) {
        Fault::DiskFull => Unkept::DiskFull,
        Fault::NoPlaceForDrafts => Unkept::NoPlace,
        Fault::NoPermission { path } | Fault::ReadOnly { path } => Unkept::NoPermission(path),
        Fault::NoSuchDraft => Unkept::Removed,
        Fault::System { detail } | Fault::DraftDamaged { detail } => Unkept::System(detail),
        other => Unkept::System(format!("{other:?}")),
    }
}

/// What a file that cannot be written means.
#[must_use]
pub fn of_write(fault: WriteFault) -> Fault {
    use std::io::ErrorKind;
    match fault {
        WriteFault::NoFile { path } => Fault::NotReplaced { path: shown(&path) },
        WriteFault::Exists { path } => Fault::Exists { path: shown(&path) },
        WriteFault::Original { path } => Fault::Original { path: shown(&path) },
        WriteFault::Folder { folder: path, source } | WriteFault::File { path, source } => match source.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => Fault::NotFound { path: shown(&path) },
            ErrorKind::PermissionDenied => Fault::NoWriting { path: shown(&path) },
            ErrorKind::ReadOnlyFilesystem => Fault::ReadOnly { path: shown(&path) },
            ErrorKind::IsADirectory => Fault::IsFolder { path: shown(&path) },
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Fault::DiskFull,
            _ => Fault::System { detail: with_causes(&source) },
        },
        // Stopping is no fault; whoever asked for it does not get here.
        WriteFault::Content { .. } | WriteFault::Stopped => Fault::System { detail: with_causes(&fault) },
    }
}

/// Whether a template may be called so. Under another ending nobody could open it; that a folder is none is said elsewhere.
///
/// # Errors
/// [`Fault::Ending`].
pub fn template_name(path: &Path) -> Result<(), Fault> {
    let fits = path.is_dir() || path.extension().is_some_and(|found| found.eq_ignore_ascii_case(ENDING));
    if fits { Ok(()) } else { Err(Fault::Ending { wanted: ENDING.to_owned() }) }
}

/// Whether what is exported may be called so: not by the ending of another format.
///
/// # Errors
/// [`Fault::Ending`].
pub fn exported_name(path: &Path, format: FileFormat) -> Result<(), Fault> {
    let named = path.extension().and_then(|ending| FileFormat::from_ending(ending.to_str()?));
    let wanted = format.ending().trim_start_matches('.').to_owned();
    if named.is_none_or(|named| named == format) { Ok(()) } else { Err(Fault::Ending { wanted }) }
}

/// What a file that cannot be written means where nobody chose it in a list: what is missing then is the folder to write to, and what
/// is a folder is no workbook to be read.
#[must_use]
pub fn of_output(fault: WriteFault) -> Fault {
    match of_write(fault) {
        Fault::NotFound { path } => Fault::NoFolder { path },
        Fault::IsFolder { path } => Fault::OutputFolder { path },
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_not_be_written_is_not_told_as_what_may_not_be_read() {
        let fault = |kind: std::io::ErrorKind| WriteFault::Folder { folder: "/ro".into(), source: kind.into() };
        for of in [of_write, of_output] {
            assert_eq!(of(fault(std::io::ErrorKind::PermissionDenied)), Fault::NoWriting { path: "/ro".to_owned() });
        }
    }

    #[test]
    fn a_heading_that_goes_on_is_cut_behind_its_mask() {
        let seen = vec!["é".repeat(40_000), format!("{} 85073003328", "x".repeat(31)), "Naam".to_owned()];
        let Fault::NoHeading { seen } = of_layout(LayoutFault::NoHeading { seen }, Vec::new()) else { panic!("that is no other fault") };
        assert_eq!(seen[0], format!("{}…", "é".repeat(40)));
        assert!(seen[1].chars().count() <= 41 && !seen[1].contains("8507300"), "{seen:?}");
        assert_eq!(seen[2], "Naam");
    }
}
