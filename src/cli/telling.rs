//! What failed, told to somebody at the command line, and the exit code of it.

use std::io::Write as _;
use std::process::ExitCode;

use super::exit;
use crate::app::copy_fault::{CopyFault, Uncopied};
use crate::app::fault::{Fault, Unkept};
use crate::app::mail_fault::{MailFault, TO_SETTLE};
use crate::domain::mask::file_name;
use crate::domain::neutral::neutralise;
use crate::domain::season::Refused;
use crate::words::Words;
use crate::world::log;

/// Where what failed was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    OnStandardError,
    /// In the dialogue, which is over.
    InDialogue,
}

/// Says a line on standard error, or nothing where that takes nothing.
pub(super) fn say(line: std::fmt::Arguments<'_>) {
    let _nobody_reads_it = writeln!(std::io::stderr(), "{line}");
}

/// Says what failed, why and what to do, and gives the exit code of it. Names in it come from command lines, plans and workbooks:
/// nothing in them may act on a terminal, and what is said may land in the mail of a night job, with the numbers of customers in it.
pub(super) fn failed(fault: &Fault, words: &'static Words) -> ExitCode {
    log::fault(fault);
    let told = words.fault(fault);
    tell!("instroom: {}", fit(&told.what));
    if let Fault::Mail(MailFault::NotSettled { path }) = fault {
        say_how_to_settle(path, &told.why, words);
        return ExitCode::from(code_of(fault));
    }
    let remedy = remedy(fault, words).map_or(told.remedy, str::to_owned);
    for line in [told.why, remedy].iter().filter(|line| !line.is_empty()) {
        tell!("  {}", fit(line));
    }
    ExitCode::from(code_of(fault))
}

/// A line without what acts on a terminal, and without a national number: files are called after customers.
fn fit(line: &str) -> String {
    file_name(&neutralise(line))
}

/// What to do about it here, where there are no lists and tabs to look at, and a command can be given again.
pub(super) const fn remedy(fault: &Fault, words: &'static Words) -> Option<&'static str> {
    match fault {
        Fault::NotFound { .. } => Some(words.command.look_at_spelling),
        Fault::Moved { .. } | Fault::Changed { .. } => Some(words.command.say_again),
        Fault::Exists { .. } => Some(words.command.say_force),
        _ => None,
    }
}

/// What has to be in the settings, and that there are none yet where that is so.
fn say_how_to_settle(path: &str, why: &str, words: &Words) {
    let is_there = std::path::Path::new(path).exists();
    let why = if is_there { why.to_owned() } else { (words.command.no_settings)(path) };
    tell!("  {}\n  {}\n", neutralise(&why), neutralise(&(words.inviting.settle)(path)));
    for line in TO_SETTLE {
        tell!("      {line}");
    }
}

pub(super) const fn code_of(fault: &Fault) -> u8 {
    match fault {
        Fault::NotFound { .. } | Fault::NoSuchDraft | Fault::NoDossier | Fault::CustomerGone { .. } => exit::NO_INPUT,
        Fault::IsFolder { .. }
        | Fault::NotRegular { .. }
        | Fault::EmptyFile { .. }
        | Fault::TooLarge { .. }
        | Fault::Encrypted
        | Fault::NotAWorkbook { .. }
        | Fault::CutOff
        | Fault::Damaged { .. }
        | Fault::TooComplex { .. }
        | Fault::NoSheets
        | Fault::NoSuchSheet { .. }
        | Fault::SameSheetName { .. }
        | Fault::UnknownEncoding
        | Fault::UnclosedQuote { .. }
        | Fault::TooManyRows { .. }
        | Fault::EmptySheet
        | Fault::PlanUnreadable { .. }
        | Fault::PlanNewer { .. }
        | Fault::NoHeading { .. }
        | Fault::TwoColumns { .. }
        | Fault::MissingColumn { .. } => exit::UNREADABLE,
        Fault::StoreInUse { .. } | Fault::OutboxInUse { .. } | Fault::DraftInUse { .. } | Fault::Moved { .. } | Fault::Changed { .. } => {
            exit::IN_USE
        }
        Fault::NoPermission { .. }
        | Fault::NoWriting { .. }
        | Fault::ReadOnly { .. }
        | Fault::NotKept { why: Unkept::NoPermission(_) }
        | Fault::UnsavedNotKept { why: Unkept::NoPermission(_) }
        | Fault::Lost { why: Unkept::NoPermission(_), .. }
        | Fault::Copies(CopyFault::NotCopied { why: Uncopied::NoPermission(_) }) => exit::NO_PERMISSION,
        Fault::Copies(why) => of_copies(why),
        Fault::Refused(Refused::NoSuchFlow(_) | Refused::NoSuchQuestionnaire(_)) => exit::NO_INPUT,
        Fault::NoSuchGroup { .. } | Fault::Refused(_) => exit::USAGE,
        Fault::Mail(MailFault::NoLetter { .. } | MailFault::NotTaken { .. }) => exit::INVALID_ROWS,
        Fault::Mail(_) | Fault::Keys { .. } => exit::CONFIGURATION,
        Fault::NoFolder { .. }
        | Fault::NotAFolder { .. }
        | Fault::OutputFolder { .. }
        | Fault::OwnFolder { .. }
        | Fault::Exists { .. }
        | Fault::NotReplaced { .. }
        | Fault::Original { .. }
        | Fault::Ending { .. }
        | Fault::CannotKeep { .. }
        | Fault::OriginalChanged { .. } => exit::CANNOT_CREATE,
        Fault::NotAStore { .. }
        | Fault::StoreIsFile { .. }
        | Fault::StoreNewer { .. }
        | Fault::StoreDamaged { .. }
        | Fault::DiskFull
        | Fault::NotKept { .. }
        | Fault::UnsavedNotKept { .. }
        | Fault::Lost { .. }
        | Fault::NoDraft { .. }
        | Fault::NoPlaceForDrafts
        | Fault::DraftNewer { .. }
        | Fault::DraftDamaged { .. }
        | Fault::Questionnaire { .. }
        | Fault::Output { .. }
        | Fault::System { .. } => exit::SYSTEM,
    }
}

const fn of_copies(fault: &CopyFault) -> u8 {
    match fault {
        CopyFault::NoSuchCopy { .. } | CopyFault::NoStore => exit::NO_INPUT,
        CopyFault::Occupied { .. } | CopyFault::InTheWay { .. } | CopyFault::NoSpool { .. } => exit::CANNOT_CREATE,
        CopyFault::NoBackup
        | CopyFault::Newer { .. }
        | CopyFault::CutOff
        | CopyFault::Damaged { .. }
        | CopyFault::CopyDamaged { .. }
        | CopyFault::Unsound { .. } => exit::UNREADABLE,
        CopyFault::NotCopied { .. } => exit::SYSTEM,
    }
}
