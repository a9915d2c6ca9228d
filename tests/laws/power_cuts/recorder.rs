//! What a process did to the files below a folder, as `strace` saw it from outside: nothing in the program knows of it.
//!
//! Every string comes as hexadecimal digits (`-xx`), so that nothing in a name or in the bytes that were written can be taken for the
//! shape of a line.

use std::collections::HashMap;
use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::disk::{Disk, Inode};

/// Everything by which bytes, lengths or names change, by which they are made durable, and by which the place moves where the next
/// bytes go. The engine maps no memory; a call that is not known here and changes something would make the replay differ from what
/// lies on the disk in the end, and that is looked at.
const CALLS: &str = "open,openat,creat,read,write,pwrite64,writev,pwritev,lseek,fsync,fdatasync,sync_file_range,ftruncate,fallocate,\
                     rename,renameat,renameat2,unlink,unlinkat,rmdir,link,linkat,mkdir,mkdirat,copy_file_range,sendfile";

/// Whether processes can be watched here.
pub(crate) fn is_there() -> bool {
    let tried = Command::new("strace").args(["-f", "-o", "/dev/null", "true"]).stderr(Stdio::null()).status();
    tried.is_ok_and(|status| status.success())
}

/// Runs a command to its end below `strace`; gives the disk below `root` with everything that was done to it.
pub(super) fn record(command: &Command, root: &Path) -> Disk {
    let log = tempfile::NamedTempFile::new().unwrap();
    let mut watched = Command::new("strace");
    watched.args(["-f", "--seccomp-bpf", "-y", "-xx", "-s", "16777216", "-e", &format!("trace={CALLS}"), "-o"]).arg(log.path());
    watched.arg(command.get_program()).args(command.get_args());
    for (name, value) in command.get_envs() {
        watched.env(name, value.unwrap());
    }
    let ended = watched.stdin(Stdio::null()).output().unwrap();
    assert!(ended.status.success(), "{}{}", String::from_utf8_lossy(&ended.stdout), String::from_utf8_lossy(&ended.stderr));
    let mut watcher = Watcher { disk: Disk::new(), root: root.to_owned(), places: HashMap::new(), begun: HashMap::new() };
    std::fs::read_to_string(log.path()).unwrap().lines().for_each(|line| watcher.hear(line));
    watcher.disk
}

/// A call whose end was seen.
struct Call<'a> {
    name: &'a str,
    arguments: Vec<&'a str>,
    /// What it gave back; nothing where it failed.
    gave: u64,
    /// What it gave back as it was told, with the path of a file that was opened.
    told: &'a str,
    /// How many events there were when it began.
    since: usize,
}

struct Watcher {
    disk: Disk,
    root: PathBuf,
    /// Where the next bytes of an open file go, by its number.
    places: HashMap<String, u64>,
    /// The beginning of a call of a thread, and how many events there were then.
    begun: HashMap<String, (String, usize)>,
}

impl Watcher {
    fn hear(&mut self, line: &str) {
        let Some((thread, line)) = line.split_once(' ') else { return };
        let line = line.trim_start();
        if let Some(front) = line.strip_suffix(" <unfinished ...>") {
            self.begun.insert(thread.to_owned(), (front.to_owned(), self.disk.events()));
            return;
        }
        let (whole, since) = match line.strip_prefix("<... ").and_then(|line| line.split_once(" resumed>")) {
            Some((_, rest)) => {
                let Some((front, since)) = self.begun.remove(thread) else { return };
                (format!("{front}{rest}"), since)
            }
            None => (line.to_owned(), self.disk.events()),
        };
        let Some((name, rest)) = whole.split_once('(') else { return };
        let Some((arguments, told)) = rest.rsplit_once(" = ") else { return };
        let Some(gave) = told.split([' ', '<']).next().and_then(|number| number.parse().ok()) else { return };
        let arguments = arguments.trim_end().strip_suffix(')').unwrap_or(arguments).split(", ").collect();
        self.take(&Call { name, arguments, gave, told, since });
    }

    fn take(&mut self, call: &Call<'_>) {
        match call.name {
            "open" | "openat" | "creat" => self.opened(call),
            "read" | "write" | "writev" | "pwrite64" | "pwritev" | "copy_file_range" | "sendfile" => self.bytes(call),
            "lseek" => drop(self.places.insert(call.file(0).0, call.gave)),
            "ftruncate" => self.length(call, call.number(1)),
            "fallocate" => {
                assert_eq!(call.arguments[1], "0", "a hole is punched, which is not known here");
                let needed = call.number(2) + call.number(3);
                if let Some(inode) = self.inode(call, 0).filter(|inode| self.disk.length(*inode) < needed) {
                    self.disk.set_length(inode, needed);
                }
            }
            "fsync" | "fdatasync" => {
                if let Some(inode) = self.inode(call, 0) {
                    self.disk.sync(inode, call.since);
                }
            }
            "mkdir" => self.made(call.path(None, 0)),
            "mkdirat" => self.made(call.path(Some(0), 1)),
            "unlink" | "rmdir" => self.gone(call.path(None, 0)),
            "unlinkat" => self.gone(call.path(Some(0), 1)),
            "rename" => self.renamed(call.path(None, 0), call.path(None, 1), false),
            "renameat" | "renameat2" => {
                let exchanged = call.arguments.get(4).is_some_and(|flags| flags.contains("RENAME_EXCHANGE"));
                self.renamed(call.path(Some(0), 1), call.path(Some(2), 3), exchanged);
            }
            "link" | "linkat" => self.linked(call),
            // It makes nothing durable.
            "sync_file_range" => {}
            other => panic!("{other} is not known"),
        }
    }

    /// A name below the folder that is watched.
    fn below(&self, path: &Path) -> Option<PathBuf> {
        path.strip_prefix(&self.root).ok().map(Path::to_owned)
    }

    fn inode(&self, call: &Call<'_>, argument: usize) -> Option<Inode> {
        let (_, path) = call.file(argument);
        self.disk.find(&self.below(&path)?)
    }

    fn opened(&mut self, call: &Call<'_>) {
        let flags = call.arguments.iter().find(|argument| argument.contains("O_")).copied().unwrap_or("O_CREAT|O_TRUNC");
        let (number, path) = file_of(call.told);
        let end = |watcher: &Self, inode| if flags.contains("O_APPEND") { watcher.disk.length(inode) } else { 0 };
        self.places.insert(number.clone(), 0);
        let Some(path) = self.below(&path) else { return };
        if flags.contains("O_TMPFILE") {
            self.disk.make_nameless(&path);
        } else if self.disk.find(&path).is_none() {
            assert!(flags.contains("O_CREAT"), "{} was not made while it was watched", path.display());
            self.disk.make_file(&path);
        }
        let inode = self.disk.find(&path).unwrap();
        if flags.contains("O_TRUNC") && self.disk.length(inode) > 0 {
            self.disk.set_length(inode, 0);
        }
        let at = end(self, inode);
        self.places.insert(number, at);
    }

    /// Moves the place of a file on; gives where it was.
    fn pass(&mut self, number: &str, by: u64) -> u64 {
        let place = self.places.entry(number.to_owned()).or_default();
        *place += by;
        *place - by
    }

    fn bytes(&mut self, call: &Call<'_>) {
        let (number, path) = call.file(0);
        match call.name {
            "read" => drop(self.pass(&number, call.gave)),
            "copy_file_range" => {
                assert!(call.arguments[1] == "NULL" && call.arguments[3] == "NULL", "copied by a place of its own");
                self.copied(call, 0, 2);
            }
            "sendfile" => self.copied(call, 1, 0),
            "pwrite64" | "pwritev" => {
                let at = call.number(call.arguments.len() - 1);
                if let Some(inode) = self.inode(call, 0) {
                    self.disk.write(inode, at, call.written());
                }
            }
            _ if number == "1" => String::from_utf8_lossy(&call.written()).lines().for_each(|line| self.disk.tell(line)),
            _ => {
                let at = self.pass(&number, call.gave);
                if let Some(inode) = self.below(&path).and_then(|path| self.disk.find(&path)) {
                    self.disk.write(inode, at, call.written());
                }
            }
        }
    }

    fn copied(&mut self, call: &Call<'_>, from: usize, to: usize) {
        let (source, target) = (self.pass(&call.file(from).0, call.gave), self.pass(&call.file(to).0, call.gave));
        if let (Some(from), Some(to)) = (self.inode(call, from), self.inode(call, to)) {
            let bytes = self.disk.read(from, source, call.gave);
            self.disk.write(to, target, bytes);
        }
    }

    fn length(&mut self, call: &Call<'_>, length: u64) {
        if let Some(inode) = self.inode(call, 0) {
            self.disk.set_length(inode, length);
        }
    }

    fn made(&mut self, path: PathBuf) {
        if let Some(path) = self.below(&path) {
            self.disk.make_directory(&path);
        }
    }

    fn gone(&mut self, path: PathBuf) {
        if let Some(path) = self.below(&path) {
            self.disk.remove(&path);
        }
    }

    fn renamed(&mut self, from: PathBuf, to: PathBuf, exchanged: bool) {
        if let (Some(from), Some(to)) = (self.below(&from), self.below(&to)) {
            self.disk.rename(&from, &to, exchanged);
        }
    }

    /// A file without a name gets one by the number under which it is open.
    fn linked(&mut self, call: &Call<'_>) {
        let (from, to) = match call.name {
            "link" => (call.path(None, 0), call.path(None, 1)),
            _ => (call.path(Some(0), 1), call.path(Some(2), 3)),
        };
        let Some(to) = self.below(&to) else { return };
        if from.starts_with("/proc/self/fd") {
            self.disk.name_nameless(&to);
        } else if let Some(inode) = self.below(&from).and_then(|from| self.disk.find(&from)) {
            self.disk.name(inode, &to);
        }
    }
}

impl Call<'_> {
    fn number(&self, argument: usize) -> u64 {
        self.arguments[argument].parse().unwrap()
    }

    /// The number and the path of an open file.
    fn file(&self, argument: usize) -> (String, PathBuf) {
        file_of(self.arguments[argument])
    }

    /// A path, below an open folder where it is no whole one.
    fn path(&self, folder: Option<usize>, argument: usize) -> PathBuf {
        let path = PathBuf::from(OsString::from_vec(quoted(self.arguments[argument])));
        let folder = folder.map(|folder| self.file(folder).1).unwrap_or_default();
        folder.join(path)
    }

    /// The bytes that were written, of all pieces together.
    fn written(&self) -> Vec<u8> {
        let pieces = self.arguments.iter().filter(|argument| argument.contains('"'));
        let mut bytes: Vec<u8> = pieces.flat_map(|piece| quoted(piece)).collect();
        bytes.truncate(usize::try_from(self.gave).unwrap());
        bytes
    }
}

/// `3<\x2f\x74>`: a number and a path.
fn file_of(told: &str) -> (String, PathBuf) {
    let (number, rest) = told.split_once('<').unwrap_or((told, ""));
    let path = rest.split('>').next().unwrap_or_default();
    (number.trim().to_owned(), PathBuf::from(OsString::from_vec(bytes_of(path))))
}

/// The bytes between quotation marks.
fn quoted(told: &str) -> Vec<u8> {
    assert!(!told.ends_with("..."), "more was written than was recorded");
    bytes_of(told.split('"').nth(1).unwrap_or_default())
}

fn bytes_of(digits: &str) -> Vec<u8> {
    digits.split("\\x").skip(1).map(|digits| u8::from_str_radix(digits.get(..2).unwrap(), 16).unwrap()).collect()
}
