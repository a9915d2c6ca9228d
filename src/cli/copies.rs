//! `instroom store backup` and `store restore`, and `store check --backup`: the store as one file, and back from it or from a copy.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader, IsTerminal as _, Seek as _, SeekFrom};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde::Serialize;

use super::arguments::{BackupArguments, RestoreArguments};
use super::document::Document;
use super::going::{Going, Preview};
use super::progress::Bar;
use super::{Session, exit, failed, keep_out, print, standing, unwritable};
use crate::app::effect::Stage;
use crate::app::fault::Fault;
use crate::domain::neutral::neutralise;
use crate::world::backup::{BackupFault, Head, Restored, back_up, could_restore, put_copy_back, rehearse, restore, write, write_aside};
use crate::world::clock::{Clock as _, SystemClock};
use crate::world::perform::{of_backup, of_read, of_store};
use crate::world::store::{CopyName, PutBack, check::Report};
use crate::world::whole_file::{Existing, could_write};

/// What `store backup --json` prints. Names are stable; new ones may be added.
#[derive(Debug, Serialize)]
struct BackedUp<'a> {
    file: String,
    /// False where it was only looked.
    written: bool,
    store: &'a str,
    /// The last commit in it.
    number: u64,
    /// How many records there are in each room.
    records: &'a BTreeMap<String, u64>,
}

/// What `store restore --json` prints. Names are stable; new ones may be added.
#[derive(Debug, Default, Serialize)]
struct PutAnswer {
    from: String,
    into: String,
    /// False where it was only looked.
    written: bool,
    /// The last commit in it.
    number: u64,
    customers: Option<u64>,
    dossiers: Option<u64>,
    commits: Option<u64>,
    /// Mails in its outbox that are still to be sent; none of a copy that took the place of the store, whose outbox stays.
    mails_waiting: Option<u64>,
    /// The copy that the store as it was has become.
    kept_as: Option<String>,
    /// Copies that went, since there would have been too many.
    copies_gone: Vec<String>,
}

pub(super) fn backup(session: &Session, asked: &BackupArguments) -> color_eyre::Result<ExitCode> {
    let (file, when) = (asked.file.as_path(), SystemClock.now());
    let existing = if asked.force { Existing::Replace } else { Existing::Keep };
    let to_standard_output = file == Path::new("-");
    let refused = |fault: BackupFault| Ok(failed(&of_backup(fault, file), session.words()));
    if let Err(code) = keep_out(session, file) {
        return Ok(code);
    }
    let mut bar = Bar::of(session, Stage::Exporting);
    let mut watch = |done, all| bar.far(Stage::Exporting, done, all);
    if asked.dry_run {
        return match write(&session.store, &mut std::io::sink(), when, &mut watch) {
            Err(fault) => refused(fault),
            Ok(head) => {
                drop(bar);
                match could_write(file, existing) {
                    Err(fault) if !to_standard_output => Ok(unwritable(session, fault)),
                    Ok(()) | Err(_) => Ok(backed_up(session, asked, &head, false)?),
                }
            }
        };
    }
    if to_standard_output {
        return Ok(to_output(session, &mut watch));
    }
    match back_up(&session.store, file, existing, when, &mut watch) {
        Err(fault) => refused(fault),
        Ok(head) => {
            drop(bar);
            backed_up(session, asked, &head, true)
        }
    }
}

/// Says what is in a backup that was written, or would be.
fn backed_up(session: &Session, asked: &BackupArguments, head: &Head, written: bool) -> color_eyre::Result<ExitCode> {
    let file = session.file(&asked.file.to_string_lossy());
    let preview = if asked.json {
        let answer = BackedUp { file, written, store: &head.store, number: head.revision, records: &head.records };
        Preview::Json(Document::StoreBackup.text(&answer)?)
    } else if written {
        tell!("{}", (session.words().copies.backed_up)(&file));
        return Ok(print(session, &format!("{file}\n")).err().unwrap_or(ExitCode::from(exit::SOUND)));
    } else {
        Preview::Lines(vec![format!("{:>8}  {}", head.all(), (session.words().copies.records)(head.all())), format!("  {file}")])
    };
    Ok(preview.show(session, Going::Look, ""))
}

/// Writes a backup to standard output: whole first, in a file without a name, so that nobody waits for the store while a slow pipe
/// takes it, and half of one never leaves.
fn to_output(session: &Session, watch: &mut dyn FnMut(u64, u64) -> ControlFlow<()>) -> ExitCode {
    let (words, mut out) = (session.words(), std::io::stdout().lock());
    if out.is_terminal() {
        tell!("instroom: {}", words.copies.not_here);
        return ExitCode::from(exit::USAGE);
    }
    let refused = |fault: BackupFault| failed(&of_backup(fault, session.store.directory()), words);
    if !session.store.directory().is_dir() {
        return refused(BackupFault::NoStore);
    }
    let mut kept = match write_aside(&session.store, SystemClock.now(), watch) {
        Ok(kept) => kept,
        Err(fault) => return refused(fault),
    };
    let sent = kept.seek(SeekFrom::Start(0)).and_then(|_| std::io::copy(&mut kept, &mut out));
    match sent.and_then(|_| std::io::Write::flush(&mut out)) {
        // Also where whoever read it is gone: half a backup is none.
        Err(error) => failed(&Fault::Output { detail: error.to_string() }, words),
        Ok(()) => ExitCode::from(exit::SOUND),
    }
}

/// Puts a backup back on a bench that is thrown away, and says what came of it: nothing but that shows everything that is wrong with one.
pub(super) fn check(session: &Session, file: &Path) -> Result<Restored, ExitCode> {
    on_benches(session, file, session.store.benches())
}

fn on_benches(session: &Session, file: &Path, benches: &[PathBuf]) -> Result<Restored, ExitCode> {
    let mut bar = Bar::of(session, Stage::Backup);
    let read = input(file).and_then(|mut input| {
        let read = rehearse(&mut *input, benches, &mut |done, all| bar.far(Stage::Backup, done, all));
        read.map_err(|fault| of_backup(fault, file))
    });
    drop(bar);
    read.map_err(|fault| failed(&fault, session.words()))
}

/// The lines of a person about a backup that was read.
pub(super) fn about(session: &Session, head: &Head) -> Vec<String> {
    let (words, moment) = (&session.words().copies, session.sight().moment(head.written));
    vec![
        format!("{:>8}  {}", head.all(), (words.records)(head.all())),
        (words.written)(&moment, &neutralise(&head.program), &head.revision.to_string()),
    ]
}

fn input(file: &Path) -> Result<Box<dyn BufRead>, Fault> {
    if file == Path::new("-") {
        return Ok(Box::new(BufReader::new(std::io::stdin())));
    }
    match File::open(file) {
        Ok(opened) if opened.metadata().is_ok_and(|about| about.is_dir()) => {
            Err(of_read(crate::domain::workbook::ReadFault::Directory, file))
        }
        Ok(opened) => Ok(Box::new(BufReader::with_capacity(256 * 1024, opened))),
        Err(error) => Err(of_backup(BackupFault::Unreadable(error), file)),
    }
}

pub(super) fn put_back(session: &Session, asked: &RestoreArguments) -> color_eyre::Result<ExitCode> {
    match (&asked.file, &asked.copy) {
        (Some(file), _) => from_file(session, asked, file),
        (None, Some(name)) => from_copy(session, asked, name),
        (None, None) => Ok(which(session)),
    }
}

/// Nothing was named: says which two ways there are, and which copies.
fn which(session: &Session) -> ExitCode {
    let words = &session.words().copies;
    let copies = match session.store.copies() {
        Ok(copies) => standing::copies(session, &copies),
        Err(fault) => return failed(&of_store(fault), session.words()),
    };
    tell!("instroom: {}", words.which);
    for line in [words.which_backup.to_owned(), words.which_copy.to_owned()].into_iter().chain(copies) {
        tell!("  {}", neutralise(&line));
    }
    ExitCode::from(exit::USAGE)
}

/// A store is not put among what is ours; the store itself is its own place.
fn keep_store_out(session: &Session, into: &Path) -> Result<(), ExitCode> {
    if into == session.store.directory() { Ok(()) } else { keep_out(session, into) }
}

fn from_file(session: &Session, asked: &RestoreArguments, file: &Path) -> color_eyre::Result<ExitCode> {
    let words = session.words();
    let target: PathBuf = asked.into.clone().unwrap_or_else(|| session.store.directory().to_owned());
    let into = session.file(&target.to_string_lossy());
    let from = session.file(&file.to_string_lossy());
    if let Some(Err(code)) = asked.into.as_deref().map(|into| keep_store_out(session, into)) {
        return Ok(code);
    }
    if let Err(fault) = could_restore(&target) {
        return Ok(failed(&of_store(fault), words));
    }
    if asked.writing.going() != Going::Write {
        // On the disk where it is to be: whether there is room is seen too.
        let Restored { head, report, waiting } = match on_benches(session, file, &[folder_there(&target)]) {
            Ok(restored) => restored,
            Err(code) => return Ok(code),
        };
        let lines = about(session, &head).into_iter().chain([(words.copies.would_restore)(&into)]).collect();
        let answer = PutAnswer { from, into, number: head.revision, mails_waiting: Some(waiting), ..counted(&report) };
        return preview(session, asked, answer, lines);
    }
    let mut bar = Bar::of(session, Stage::Writing);
    let restored = input(file).and_then(|mut input| {
        let restored = restore(&mut *input, &target, &mut |done, all| bar.far(Stage::Writing, done, all));
        restored.map_err(|fault| of_backup(fault, file))
    });
    drop(bar);
    let Restored { head, report, waiting } = match restored {
        Ok(restored) => restored,
        Err(fault) => return Ok(failed(&fault, words)),
    };
    tell!("{}", (words.copies.restored)(&into));
    say_waiting(session, waiting);
    let answer = PutAnswer { from, into, number: head.revision, mails_waiting: Some(waiting), ..counted(&report) };
    done(session, asked, answer)
}

fn from_copy(session: &Session, asked: &RestoreArguments, name: &str) -> color_eyre::Result<ExitCode> {
    let words = session.words();
    let Ok(copy) = name.parse::<CopyName>() else {
        return Ok(failed(&of_store(crate::world::store::StoreFault::NoSuchCopy { name: name.to_owned() }), words));
    };
    let into = asked.into.as_deref().unwrap_or_else(|| session.store.directory());
    let answer =
        PutAnswer { from: copy.to_string(), into: session.file(&into.to_string_lossy()), number: copy.revision.0, ..PutAnswer::default() };
    if let Some(Err(code)) = asked.into.as_deref().map(|into| keep_store_out(session, into)) {
        return Ok(code);
    }
    if let Some(Err(fault)) = asked.into.as_deref().map(could_restore) {
        return Ok(failed(&of_store(fault), words));
    }
    if asked.writing.going() != Going::Write {
        let may_be_written = if asked.into.is_none() { session.store.could_put_back() } else { Ok(()) };
        let report = match session.store.check_copy(copy).and_then(|report| may_be_written.map(|()| report)) {
            Ok(report) => report,
            Err(fault) => return Ok(failed(&of_store(fault), words)),
        };
        let mut lines = counts(session, &report);
        lines.push(match asked.into {
            Some(_) => (words.copies.would_restore)(&answer.into),
            None => (words.copies.would_put_back)(&answer.from),
        });
        return preview(session, asked, answer, lines);
    }
    match &asked.into {
        Some(target) => match session.store.put_copy_into(copy, target) {
            Err(fault) => Ok(failed(&of_store(fault), words)),
            Ok(report) => {
                tell!("{}", (words.copies.restored)(&answer.into));
                let waiting = crate::world::backup::waiting_in(target);
                say_waiting(session, waiting);
                done(session, asked, PutAnswer { written: true, mails_waiting: Some(waiting), ..with(answer, &report) })
            }
        },
        None => match put_copy_back(&session.store, copy) {
            Err(fault) => Ok(failed(&of_store(fault), words)),
            Ok(PutBack { report, kept_as, gone }) => {
                tell!("{}", (words.copies.put_back)(&answer.from));
                if let Some(kept) = kept_as {
                    tell!("{}", (words.copies.kept_as)(&kept.to_string()));
                }
                let copies_gone: Vec<String> = gone.iter().map(ToString::to_string).collect();
                if !copies_gone.is_empty() {
                    tell!("{}", (words.copies.gone)(&copies_gone.join(", ")));
                }
                tell!("{}", words.copies.outbox_stays);
                let kept_as = kept_as.map(|kept| kept.to_string());
                done(session, asked, PutAnswer { kept_as, copies_gone, ..with(answer, &report) })
            }
        },
    }
}

/// The folder that a place is in, or the nearest above that there is.
fn folder_there(place: &Path) -> PathBuf {
    let whole = std::path::absolute(place).unwrap_or_else(|_| place.to_owned());
    whole.ancestors().skip(1).find(|above| above.is_dir()).unwrap_or_else(|| Path::new("/")).to_owned()
}

fn say_waiting(session: &Session, waiting: u64) {
    if waiting > 0 {
        tell!("{}", (session.words().copies.mails_wait)(waiting));
    }
}

fn counted(report: &Report) -> PutAnswer {
    PutAnswer { customers: Some(report.customers), dossiers: Some(report.dossiers), commits: Some(report.commits), ..PutAnswer::default() }
}

fn with(answer: PutAnswer, report: &Report) -> PutAnswer {
    let PutAnswer { from, into, number, .. } = answer;
    PutAnswer { from, into, number, ..counted(report) }
}

fn counts(session: &Session, report: &Report) -> Vec<String> {
    let words = &session.words().past;
    let counts = [(report.customers, words.customers), (report.dossiers, words.dossiers), (report.commits, words.commits)];
    counts.into_iter().map(|(count, name)| format!("{count:>8}  {}", name(count))).collect()
}

fn preview(session: &Session, asked: &RestoreArguments, answer: PutAnswer, lines: Vec<String>) -> color_eyre::Result<ExitCode> {
    let preview = if asked.writing.json { Preview::Json(Document::StoreRestore.text(&answer)?) } else { Preview::Lines(lines) };
    Ok(preview.show(session, asked.writing.going(), session.words().copies.say_yes))
}

/// Puts on standard output where the store is now.
fn done(session: &Session, asked: &RestoreArguments, answer: PutAnswer) -> color_eyre::Result<ExitCode> {
    let answer = PutAnswer { written: true, ..answer };
    let text = if asked.writing.json { Document::StoreRestore.text(&answer)? } else { format!("{}\n", answer.into) };
    Ok(print(session, &text).err().unwrap_or(ExitCode::from(exit::SOUND)))
}
