//! A disk that remembers everything that was done to it, and what a power cut leaves of that.
//!
//! A file is durable as far as it was when a sync of it began; a name when a sync of its folder did. Making a name and taking it away
//! are one step each, and so is renaming: it is durable with either of its two folders, as every file system with a journal has it.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};

use crate::generate::random::Random;

/// What a drive writes at once.
const PAGE: u64 = 4_096;

/// A file or a folder, whatever its names are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Inode(usize);

const ROOT: Inode = Inode(0);

/// A name in a folder, and what it is a name of from then on.
type Entry = (Inode, PathBuf, Option<Inode>);

#[derive(Debug)]
enum Event {
    Write {
        inode: Inode,
        at: u64,
        bytes: Vec<u8>,
    },
    Length {
        inode: Inode,
        length: u64,
    },
    Names(Vec<Entry>),
    /// Of whatever was done before that many events.
    Sync {
        inode: Inode,
        covers: usize,
    },
    Told(String),
}

/// What a power cut leaves of what was not made durable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Leaves {
    /// Nothing.
    Nothing,
    /// All up to a moment, and nothing that came later.
    AllBefore(usize),
    /// Of each page of a file, of each file's length and of each name as it was at some moment or other, by this seed: pages that were written later
    /// than others without them, new lengths with nothing in them, new names of empty files.
    Anything(u64),
}

/// The disk as it is, and how it came to be so.
pub(super) struct Disk {
    events: Vec<Event>,
    folders: HashMap<Inode, BTreeMap<PathBuf, Inode>>,
    files: HashMap<Inode, Vec<u8>>,
    nameless: Option<(PathBuf, Inode)>,
    next: usize,
}

fn at(place: u64) -> usize {
    usize::try_from(place).unwrap()
}

/// Writes into bytes, which grow where they are too short.
fn put(into: &mut Vec<u8>, place: u64, bytes: &[u8]) {
    let end = at(place) + bytes.len();
    if into.len() < end {
        into.resize(end, 0);
    }
    into[at(place)..end].copy_from_slice(bytes);
}

impl Disk {
    pub(super) fn new() -> Self {
        let folders = HashMap::from([(ROOT, BTreeMap::new())]);
        Self { events: Vec::new(), folders, files: HashMap::new(), nameless: None, next: 1 }
    }

    pub(super) fn events(&self) -> usize {
        self.events.len()
    }

    /// What was told before a moment.
    pub(super) fn told(&self, before: usize) -> Vec<&str> {
        let told = self.events[..before].iter().filter_map(|event| if let Event::Told(line) = event { Some(line.as_str()) } else { None });
        told.collect()
    }

    /// How often something was written, named and made durable.
    pub(super) fn counts(&self) -> [usize; 3] {
        let count = |is: fn(&Event) -> bool| self.events.iter().filter(|event| is(event)).count();
        [
            count(|event| matches!(event, Event::Write { .. } | Event::Length { .. })),
            count(|event| matches!(event, Event::Names(_))),
            count(|event| matches!(event, Event::Sync { .. })),
        ]
    }

    pub(super) fn find(&self, path: &Path) -> Option<Inode> {
        if let Some((_, inode)) = self.nameless.as_ref().filter(|(known, _)| known == path) {
            return Some(*inode);
        }
        path.components().try_fold(ROOT, |folder, part| self.folders.get(&folder)?.get(Path::new(part.as_os_str())).copied())
    }

    fn parts(&self, path: &Path) -> (Inode, PathBuf) {
        let folder = self.find(path.parent().unwrap()).unwrap_or_else(|| panic!("no folder for {}", path.display()));
        (folder, PathBuf::from(path.file_name().unwrap()))
    }

    fn names(&mut self, entries: Vec<Entry>) {
        for (folder, name, inode) in &entries {
            let names = self.folders.get_mut(folder).unwrap();
            match inode {
                Some(inode) => drop(names.insert(name.clone(), *inode)),
                None => drop(names.remove(name)),
            }
        }
        self.events.push(Event::Names(entries));
    }

    fn new_file(&mut self) -> Inode {
        let inode = Inode(self.next);
        self.next += 1;
        self.files.insert(inode, Vec::new());
        inode
    }

    pub(super) fn make_file(&mut self, path: &Path) {
        let inode = self.new_file();
        self.name(inode, path);
    }

    /// A file that is known by what the system calls it as long as it has no name.
    pub(super) fn make_nameless(&mut self, path: &Path) {
        let inode = self.new_file();
        self.nameless = Some((path.to_owned(), inode));
    }

    pub(super) fn name_nameless(&mut self, path: &Path) {
        let (_, inode) = self.nameless.take().unwrap();
        self.name(inode, path);
    }

    pub(super) fn name(&mut self, inode: Inode, path: &Path) {
        let (folder, name) = self.parts(path);
        self.names(vec![(folder, name, Some(inode))]);
    }

    pub(super) fn make_directory(&mut self, path: &Path) {
        let inode = Inode(self.next);
        self.next += 1;
        self.folders.insert(inode, BTreeMap::new());
        self.name(inode, path);
    }

    pub(super) fn remove(&mut self, path: &Path) {
        let (folder, name) = self.parts(path);
        self.names(vec![(folder, name, None)]);
    }

    pub(super) fn rename(&mut self, from: &Path, to: &Path, exchanged: bool) {
        let (moved, other) = (self.find(from), self.find(to));
        let ((old, name), (new, becomes)) = (self.parts(from), self.parts(to));
        self.names(vec![(old, name, if exchanged { other } else { None }), (new, becomes, moved)]);
    }

    pub(super) fn length(&self, inode: Inode) -> u64 {
        self.files.get(&inode).map_or(0, |bytes| bytes.len() as u64)
    }

    pub(super) fn set_length(&mut self, inode: Inode, length: u64) {
        self.files.get_mut(&inode).unwrap().resize(at(length), 0);
        self.events.push(Event::Length { inode, length });
    }

    pub(super) fn read(&self, inode: Inode, place: u64, length: u64) -> Vec<u8> {
        self.files[&inode][at(place)..at(place + length)].to_vec()
    }

    pub(super) fn write(&mut self, inode: Inode, place: u64, bytes: Vec<u8>) {
        put(self.files.get_mut(&inode).unwrap(), place, &bytes);
        self.events.push(Event::Write { inode, at: place, bytes });
    }

    pub(super) fn sync(&mut self, inode: Inode, covers: usize) {
        self.events.push(Event::Sync { inode, covers });
    }

    pub(super) fn tell(&mut self, line: &str) {
        self.events.push(Event::Told(line.to_owned()));
    }

    /// Puts what is left when the power goes after so many events into an empty folder.
    pub(super) fn cut(&self, after: usize, leaves: Leaves, into: &Path) {
        let mut synced: HashMap<Inode, usize> = HashMap::new();
        for event in &self.events[..after] {
            if let Event::Sync { inode, covers } = event {
                let known = synced.entry(*inode).or_default();
                *known = (*known).max(*covers);
            }
        }
        let durable = |inode: Inode| synced.get(&inode).copied().unwrap_or(0);
        let mut random = Random::of(if let Leaves::Anything(seed) = leaves { seed } else { 0 }, 0);
        let share = [20, 50, 80, 100][at(random.below(4))];
        let mut folders: HashMap<Inode, BTreeMap<&Path, Inode>> = HashMap::new();
        for (number, event) in self.events[..after].iter().enumerate() {
            let Event::Names(entries) = event else { continue };
            let is_durable = entries.iter().any(|(folder, ..)| number < durable(*folder));
            let stays = is_durable
                || match leaves {
                    Leaves::Nothing => false,
                    Leaves::AllBefore(moment) => number < moment,
                    Leaves::Anything(_) => random.percent(share),
                };
            for (folder, name, inode) in entries.iter().filter(|_| stays) {
                let names = folders.entry(*folder).or_default();
                match inode {
                    Some(inode) => drop(names.insert(name, *inode)),
                    None => drop(names.remove(name.as_path())),
                }
            }
        }
        let mut files = BTreeSet::new();
        self.put_folder(&folders, ROOT, into, &mut files);
        for (inode, path) in files {
            std::fs::write(path, self.left_of(inode, after, durable(inode), leaves, &mut random)).unwrap();
        }
    }

    fn put_folder(
        &self,
        folders: &HashMap<Inode, BTreeMap<&Path, Inode>>,
        folder: Inode,
        into: &Path,
        files: &mut BTreeSet<(Inode, PathBuf)>,
    ) {
        for (name, inode) in folders.get(&folder).into_iter().flatten() {
            let path = into.join(name);
            if self.folders.contains_key(inode) {
                std::fs::create_dir(&path).unwrap();
                self.put_folder(folders, *inode, &path, files);
            } else {
                files.insert((*inode, path));
            }
        }
    }

    /// What is left of a file's bytes: each page as it was at a moment between the last sync and the cut.
    fn left_of(&self, inode: Inode, after: usize, durable: usize, leaves: Leaves, random: &mut Random) -> Vec<u8> {
        let mut moments: HashMap<u64, usize> = HashMap::new();
        let mut moment_of = |page: u64| match leaves {
            Leaves::Nothing => durable,
            Leaves::AllBefore(moment) => moment.max(durable),
            Leaves::Anything(_) => *moments.entry(page).or_insert_with(|| match random.below(4) {
                0 => durable,
                1 => after,
                _ => durable + at(random.below((after - durable) as u64 + 1)),
            }),
        };
        // The length is one of the things that are written.
        let length_moment = moment_of(u64::MAX);
        let (mut bytes, mut length) = (Vec::new(), 0);
        for (number, event) in self.events[..after].iter().enumerate() {
            match event {
                Event::Write { inode: of, at: place, bytes: written } if *of == inode => {
                    let mut done = 0;
                    while done < written.len() {
                        let here = place + done as u64;
                        let most = at(PAGE - here % PAGE).min(written.len() - done);
                        if number < moment_of(here / PAGE) {
                            put(&mut bytes, here, &written[done..done + most]);
                        }
                        done += most;
                    }
                    if number < length_moment {
                        length = length.max(place + written.len() as u64);
                    }
                }
                Event::Length { inode: of, length: new } if *of == inode => {
                    let end = bytes.len() as u64;
                    for page in new / PAGE..end.div_ceil(PAGE).max(new / PAGE) {
                        if number < moment_of(page) {
                            let (from, to) = ((page * PAGE).max(*new), ((page + 1) * PAGE).min(end));
                            bytes[at(from)..at(to.max(from))].fill(0);
                        }
                    }
                    if number < length_moment {
                        length = *new;
                    }
                }
                _ => {}
            }
        }
        bytes.resize(at(length), 0);
        bytes
    }

    /// Whether a folder is as this disk is by now, byte for byte: then nothing that was done escaped.
    pub(super) fn is_as(&self, folder: &Path) -> Result<(), String> {
        let replayed = tempfile::tempdir().unwrap();
        self.cut(self.events.len(), Leaves::AllBefore(self.events.len()), replayed.path());
        let (ours, theirs) = (listed(replayed.path()), listed(folder));
        let other = ours.iter().find(|(path, bytes)| theirs.get(*path) != Some(*bytes)).map(|(path, _)| path);
        let missed = theirs.keys().find(|path| !ours.contains_key(*path));
        other.or(missed).map_or(Ok(()), |path| Err(path.display().to_string()))
    }
}

/// Every file below a folder with its bytes, and every folder.
fn listed(folder: &Path) -> BTreeMap<PathBuf, Option<Vec<u8>>> {
    let mut found = BTreeMap::new();
    let mut ahead = vec![folder.to_owned()];
    while let Some(next) = ahead.pop() {
        for entry in std::fs::read_dir(next).unwrap().map(|entry| entry.unwrap()) {
            let (path, is_folder) = (entry.path(), entry.file_type().unwrap().is_dir());
            let bytes = (!is_folder).then(|| std::fs::read(&path).unwrap());
            found.insert(path.strip_prefix(folder).unwrap().to_owned(), bytes);
            if is_folder {
                ahead.push(path);
            }
        }
    }
    found
}
