//! The questionnaires of the office's own: files beside those that the program brings along.
//!
//! Every `*.toml` directly in the folder is one. What is wrong with one keeps nobody from working with the
//! others. Nothing outside the folder is read: a link that leads out of it is refused, and so is whatever
//! is no regular file.

use std::fs::File;
use std::io::Read as _;
use std::os::unix::fs::FileTypeExt as _;
use std::path::{Path, PathBuf};

use rustix::fs::{Mode, OFlags};

use crate::domain::neutral::neutralise;
use crate::domain::questionnaire::{Catalogue, Questionnaire, Unused, Why, Written, settled};

/// The most bytes of a questionnaire: the longest of the program's own has some 60 KiB.
pub const FILE_CAP: u64 = 1 << 20;

/// The most questionnaires of an office.
pub const FILES_CAP: usize = 200;

/// The folder of an office's own questionnaires: `questionnaires` in the folder of its settings.
#[must_use]
pub fn folder_in(settings: &Path) -> PathBuf {
    settings.join("questionnaires")
}

/// The questionnaires of a folder, and the files that are not used. Where there is no folder there are none. They
/// may include each other, and those that the program brings along.
#[must_use]
pub fn own(folder: &Path, built_in: &Catalogue) -> (Vec<Questionnaire>, Vec<Unused>) {
    let mut unused = Vec::new();
    let names = match names(folder, &mut unused) {
        Ok(names) => names,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return (Vec::new(), Vec::new()),
        Err(error) => {
            let why = Why::OutOfReach { detail: neutralise(&error.to_string()).into_owned() };
            return (Vec::new(), vec![Unused { file: neutralise(&folder.to_string_lossy()).into_owned(), why }]);
        }
    };
    let mut taken: Vec<(String, Written)> = Vec::new();
    for (file, path) in names {
        match read(folder, &path).and_then(|text| Written::parse(&text).map_err(Why::Content)) {
            Ok(one) => match taken.iter().find(|(_, earlier)| earlier.id() == one.id()) {
                Some((earlier, _)) => unused.push(Unused { file, why: Why::GivenBefore { earlier: earlier.clone() } }),
                None => taken.push((file, one)),
            },
            Err(why) => unused.push(Unused { file, why }),
        }
    }
    let (files, written): (Vec<String>, Vec<Written>) = taken.into_iter().unzip();
    let mut used = Vec::new();
    for (file, one) in files.into_iter().zip(settled(&written, built_in)) {
        match one {
            Ok(one) => used.push(one),
            Err(fault) => unused.push(Unused { file, why: Why::Content(fault) }),
        }
    }
    (used, unused)
}

/// The files of the folder by their names, in the order of these; the rest past the cap is told.
fn names(folder: &Path, unused: &mut Vec<Unused>) -> std::io::Result<Vec<(String, PathBuf)>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let is_hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        if path.extension().is_some_and(|ending| ending == "toml") && !is_hidden {
            names.push((neutralise(&path.file_name().unwrap_or_default().to_string_lossy()).into_owned(), path));
        }
    }
    names.sort();
    if names.len() > FILES_CAP {
        names.truncate(FILES_CAP);
        let file = neutralise(&folder.to_string_lossy()).into_owned();
        unused.push(Unused { file, why: Why::TooMany { cap: FILES_CAP } });
    }
    Ok(names)
}

/// The text of a file. It is opened without waiting and the opened thing is judged: a pipe or a device in
/// the folder, or a link to one, holds nobody up.
fn read(folder: &Path, path: &Path) -> Result<String, Why> {
    let out_of_reach = |error: std::io::Error| Why::OutOfReach { detail: neutralise(&error.to_string()).into_owned() };
    let (folder, whole) = (folder.canonicalize().map_err(out_of_reach)?, path.canonicalize().map_err(out_of_reach)?);
    if !whole.starts_with(&folder) {
        return Err(Why::NotAFile);
    }
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC | OFlags::NOFOLLOW;
    let file = match rustix::fs::open(&whole, flags, Mode::empty()) {
        Ok(descriptor) => File::from(descriptor),
        // What opening a socket, or a link that has just been put there, answers.
        Err(rustix::io::Errno::NXIO | rustix::io::Errno::NODEV | rustix::io::Errno::LOOP) => return Err(Why::NotAFile),
        Err(error) => return Err(out_of_reach(error.into())),
    };
    let kind = file.metadata().map_err(out_of_reach)?.file_type();
    if !kind.is_file() || kind.is_fifo() {
        return Err(Why::NotAFile);
    }
    let mut bytes = Vec::new();
    file.take(FILE_CAP + 1).read_to_end(&mut bytes).map_err(out_of_reach)?;
    if bytes.len() as u64 > FILE_CAP {
        return Err(Why::TooLarge { cap: FILE_CAP });
    }
    String::from_utf8(bytes).map_err(|_| Why::NotText)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn questionnaire(id: &str) -> String {
        format!(
            "format = 1\nid = \"{id}\"\nassessment_year = 2026\nlanguages = [\"nl\"]\ntitle.nl = \"Eigen\"\n[[section]]\nid = \"a\"\n\
             title.nl = \"A\"\n[[section.question]]\nid = \"q\"\nkind = \"text\"\ntext.nl = \"Vraag\"\n"
        )
    }

    #[test]
    fn sound_files_are_used_and_each_of_the_others_says_why_not() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join("own").join(name);
        fs::create_dir(folder.path().join("own")).unwrap();
        fs::write(at("a.toml"), questionnaire("own-2026")).unwrap();
        fs::write(at("b.toml"), questionnaire("own-2026")).unwrap();
        fs::write(at("c.toml"), "format = 7\n").unwrap();
        fs::write(at("d.toml"), [0xff, 0xfe]).unwrap();
        fs::File::create(at("e.toml")).unwrap().set_len(FILE_CAP + 1).unwrap();
        fs::create_dir(at("f.toml")).unwrap();
        std::os::unix::fs::symlink("/dev/zero", at("g.toml")).unwrap();
        fs::write(folder.path().join("outside.toml"), questionnaire("outside-2026")).unwrap();
        std::os::unix::fs::symlink(folder.path().join("outside.toml"), at("h.toml")).unwrap();
        rustix::fs::mknodat(rustix::fs::CWD, at("i.toml"), rustix::fs::FileType::Fifo, Mode::from(0o600), 0).unwrap();
        fs::write(at("z.txt"), "no questionnaire").unwrap();
        fs::write(at(".swap.toml"), "half").unwrap();
        let (used, unused) = own(&folder.path().join("own"), &Catalogue::default());
        assert_eq!(used.iter().map(|one| one.id.0.as_str()).collect::<Vec<_>>(), ["own-2026"]);
        let whys: Vec<_> = unused.iter().map(|one| (one.file.as_str(), &one.why)).collect();
        assert_eq!(whys[0], ("b.toml", &Why::GivenBefore { earlier: "a.toml".into() }));
        assert!(matches!(whys[1], ("c.toml", Why::Content(fault)) if fault.line == Some(1)));
        let rest = [("d.toml", Why::NotText), ("e.toml", Why::TooLarge { cap: FILE_CAP })];
        assert!(rest.iter().zip(&whys[2..4]).all(|((file, why), found)| (*file, why) == *found), "{whys:?}");
        let no_files: Vec<_> = whys[4..].iter().filter(|(_, why)| **why == Why::NotAFile).map(|(file, _)| *file).collect();
        assert_eq!(no_files, ["f.toml", "g.toml", "h.toml", "i.toml"]);
    }

    #[test]
    fn no_folder_is_no_fault_and_too_many_files_are_told() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(own(&folder.path().join("nowhere"), &Catalogue::default()), (Vec::new(), Vec::new()));
        for at in 0..=FILES_CAP {
            fs::write(folder.path().join(format!("{at:04}.toml")), questionnaire(&format!("own{at}-2026"))).unwrap();
        }
        let (used, unused) = own(folder.path(), &Catalogue::default());
        assert_eq!((used.len(), unused.len()), (FILES_CAP, 1));
        assert_eq!(unused[0].why, Why::TooMany { cap: FILES_CAP });
    }
}
