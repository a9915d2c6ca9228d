//! Backups and copies, in English.

use super::past;
use crate::app::copy_fault::{CopyFault, Uncopied};
use crate::domain::store_copy::Before;
use crate::words::copies::CopiesWords;
use crate::words::{Told, noun, plural, sentence};

pub(super) const WORDS: CopiesWords = CopiesWords {
    fault,
    backed_up: |file| format!("{file} holds everything in the store, national numbers too. Keep it where nobody else reads it."),
    not_here: "A backup is not for a terminal: send it on with > FILE, or name a file.",
    records: |count| noun(count, "record", "records"),
    written: |when, program, number| format!("Written on {when} by Instroom {program}, up to number {number}."),
    backup_sound: "The backup is sound.",
    restored: |store| format!("{store} holds the store now. Every record in it was checked."),
    would_restore: |store| format!("The store would be put into {store}."),
    would_put_back: |copy| format!("The copy {copy} would take the place of the store, and the store as it is would become a copy."),
    put_back: |copy| format!("The store is now as in the copy {copy}. Every record in it was checked."),
    gone: |copies| format!("Gone, to make room: {copies}."),
    read_apart: |store| format!("{store} cannot be written: it was read from a private copy, which is gone again."),
    which: "Say what is to be put back: a backup or a copy.",
    which_backup: "A backup goes where nothing is yet: instroom store restore FILE",
    which_copy: "A copy takes the place of the store: instroom store restore --copy NAME",
    not_whole: "not whole",
    kept_as: |copy| format!("As it was before, it is kept as the copy {copy}."),
    outbox_stays: "The outbox stays as it is: what has left has left. The next start asks about dossiers that do not know it.",
    mails_wait: |count| {
        let mails = plural(count, "mail waits", "mails wait");
        format!("{mails} in its outbox, as at that moment. Some may have left since: look with instroom outbox before you send.")
    },
    say_yes: "To put it back, say --yes.",
    format: |format| format!("format {format}"),
    for_you: "for you alone",
    for_group: |group| format!("open to the group {group}"),
    imports: |count| noun(count, "import", "imports"),
    mails: |count| noun(count, "mail in the outbox", "mails in the outbox"),
    mails_waiting: |_| "of them still to be sent",
    first_written: |when, who| format!("Written first on {when} by {who}."),
    last_written: |when, who| format!("Written last on {when} by {who}."),
    largest: |file, added| format!("The largest import: {file}, with {}.", plural(added, "new customer", "new customers")),
    copies: "Copies, newest first:",
    no_copies: "There are no copies yet: one is taken before every import, undo and change.",
    before: |before| match before {
        Before::Import => "before an import",
        Before::Undo => "before an import was taken back",
        Before::Change => "before a change",
        Before::Restore => "before a copy was put back",
    },
};

fn fault(fault: &CopyFault) -> Told {
    match fault {
        CopyFault::NotCopied { why } => Told::new(
            "Nothing was written: the store could not be copied first.",
            match why {
                Uncopied::DiskFull => "The disk is full.".to_owned(),
                Uncopied::NoPermission(path) => format!("Nothing may be written in {path}."),
                Uncopied::System(detail) => sentence(detail),
            },
            "Mend that and try again; or keep no copies: copies = 0 under [store] in the settings.",
        ),
        CopyFault::NoSuchCopy { name } => Told::new(
            format!("There is no copy {name}."),
            "Old copies go as new ones come.",
            "See which there are with instroom store info.",
        ),
        CopyFault::Occupied { path } => Told::new(
            format!("There is something in {path} already."),
            "A store is only put where there is nothing.",
            "Name another folder with --into.",
        ),
        CopyFault::InTheWay { path } => Told::new(
            format!("{path} is in the way."),
            "The store would be made ready in a folder of that name, and Instroom did not put this one there.",
            "Move it elsewhere, or name another folder with --into. Nothing was changed.",
        ),
        CopyFault::CopyDamaged { name, detail } => Told::new(
            format!("The copy {name} is damaged."),
            sentence(detail),
            "The store itself was not touched. Take another copy: instroom store info lists them.",
        ),
        CopyFault::NoSpool { folders, detail } => Told::new(
            "The backup could not be put together.",
            format!(
                "It is written whole before any of it leaves, and there is no room for that in {}: {}",
                folders.join(", "),
                sentence(detail)
            ),
            "Make room in one of them, or name another folder in TMPDIR.",
        ),
        CopyFault::Unsound { count, first } => Told::new(
            format!("What was to be put back is not sound: {}.", plural(*count, "trouble", "troubles")),
            (past::WORDS.trouble)(first),
            "Nothing was put back. Take another backup or copy.",
        ),
        CopyFault::NoBackup => {
            Told::new("This is no backup of Instroom.", "It does not begin as one.", "Name a file that instroom store backup wrote.")
        }
        CopyFault::Newer { found, known } => Told::new(
            format!("The backup has version {found}."),
            format!("This program knows versions up to {known}."),
            "Use the newer program. Nothing was put back.",
        ),
        CopyFault::CutOff => Told::new(
            "The backup stops before its end.",
            "It was cut off while it was written or copied.",
            "Take it again from where it came, or another.",
        ),
        CopyFault::Damaged { line, detail } => Told::new(
            format!("The backup is not what was written: line {line}."),
            sentence(detail),
            "Nothing was put back. Take it again from where it came, or another.",
        ),
        CopyFault::NoStore => Told::new("There is no store here to make a backup of.", "", "Name one with --store."),
    }
}
