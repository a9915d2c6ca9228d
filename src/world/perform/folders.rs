//! What the picker sees in a folder, and what a typed path could become.

use std::path::{Path, PathBuf};

use crate::app::effect::{Entry, Folder};
use crate::app::fault::Fault;
use crate::domain::neutral::neutralise;
use crate::domain::path_text::{path_of, text_of};
use crate::domain::workbook::ReadFault;

use super::of_read;

/// The endings of what can be imported. What a file is, is decided by its content when it is opened.
const ENDINGS: [&str; 8] = ["xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "tsv", "txt"];

/// Entries of one folder that are looked at; a folder with more is no place to pick from.
const MOST: usize = 10_000;

/// Names offered for a path that is being typed.
const CANDIDATES: usize = 50;

/// Workbooks newest first, then folders by name. Hidden ones are left out.
pub(super) fn list(path: &Path) -> Result<Folder, Fault> {
    let path = std::fs::canonicalize(path).map_err(|error| of_read(ReadFault::from(error), path))?;
    let found = std::fs::read_dir(&path).map_err(|error| of_read(ReadFault::from(error), &path))?;
    let mut files = Vec::new();
    let mut folders = Vec::new();
    for entry in found.flatten().take(MOST) {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        // Excel's own lock files begin like this.
        if name.starts_with('.') || name.starts_with("~$") {
            continue;
        }
        let Ok(metadata) = std::fs::metadata(entry.path()) else { continue };
        let is_workbook =
            Path::new(name.as_ref()).extension().is_some_and(|ending| ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known)));
        if !metadata.is_dir() && !is_workbook {
            continue;
        }
        let modified = metadata.modified().ok().and_then(|time| jiff::Timestamp::try_from(time).ok());
        let zone = crate::world::clock::zone();
        let shown = Entry {
            name: neutralise(&name).into_owned(),
            path: text_of(&entry.path()),
            is_folder: metadata.is_dir(),
            size: metadata.len(),
            changed: modified.map_or_else(String::new, |time| time.to_zoned(zone).strftime("%d/%m/%Y %H:%M").to_string()),
        };
        if shown.is_folder { folders.push(shown) } else { files.push((modified, shown)) }
    }
    files.sort_by(|(one, a), (other, b)| other.cmp(one).then_with(|| a.name.cmp(&b.name)));
    folders.sort_by(|one, other| one.name.cmp(&other.name));
    let entries = files.into_iter().map(|(_, entry)| entry).chain(folders).collect();
    Ok(Folder { path: text_of(&path), entries })
}

/// The longest beginning that all candidates share, and the candidates.
pub(super) fn complete(text: &str) -> (String, Vec<String>) {
    let (folder, begun) = text.rsplit_once('/').map_or(("", text), |(folder, begun)| (folder, begun));
    let place = match (folder, text.starts_with('/')) {
        ("", true) => PathBuf::from("/"),
        ("", false) => PathBuf::from("."),
        _ => expanded(folder),
    };
    let Ok(found) = std::fs::read_dir(place) else { return (text.to_owned(), Vec::new()) };
    let mut names: Vec<String> = found
        .flatten()
        .take(MOST)
        .filter_map(|entry| {
            // A name that is no text is completed as any other; the field keeps its bytes.
            let name = text_of(Path::new(&entry.file_name()));
            let hidden = name.starts_with('.') && !begun.starts_with('.');
            let is_folder = entry.path().is_dir();
            (name.starts_with(begun) && !hidden).then(|| if is_folder { format!("{name}/") } else { name })
        })
        .collect();
    names.sort();
    let Some(first) = names.first() else { return (text.to_owned(), Vec::new()) };
    let shared = names.iter().skip(1).fold(first.clone(), |shared, name| {
        shared.chars().zip(name.chars()).take_while(|(one, other)| one == other).map(|(one, _)| one).collect()
    });
    let lead = text.strip_suffix(begun).unwrap_or(text);
    let completed = format!("{lead}{shared}");
    let candidates =
        if names.len() == 1 { Vec::new() } else { names.iter().take(CANDIDATES).map(|name| neutralise(name).into_owned()).collect() };
    (completed, candidates)
}

/// A typed path with `~` for the home folder.
pub(super) fn expanded(path: &str) -> PathBuf {
    match (path.strip_prefix('~'), etcetera::home_dir()) {
        (Some(rest), Ok(home)) if rest.is_empty() || rest.starts_with('/') => home.join(path_of(rest.trim_start_matches('/'))),
        _ => path_of(path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn workbooks_come_newest_first_and_folders_behind() {
        let folder = tempfile::tempdir().unwrap();
        for (name, age) in [("old.xls", 900), ("new.csv", 10), ("notes.pdf", 1), ("~$new.xlsx", 1), (".hidden.xlsx", 1)] {
            let file = std::fs::File::create(folder.path().join(name)).unwrap();
            file.set_modified(std::time::SystemTime::now() - std::time::Duration::from_secs(age)).unwrap();
        }
        std::fs::create_dir(folder.path().join("2025")).unwrap();
        let listed = list(folder.path()).unwrap();
        let names: Vec<_> = listed.entries.iter().map(|entry| (entry.name.as_str(), entry.is_folder)).collect();
        assert_eq!(names, [("new.csv", false), ("old.xls", false), ("2025", true)]);
    }

    #[test]
    fn a_folder_that_is_not_there_is_told_by_name() {
        let folder = tempfile::tempdir().unwrap();
        let missing = folder.path().join("missing");
        assert_eq!(list(&missing), Err(Fault::NotFound { path: missing.to_string_lossy().into_owned() }));
    }

    #[test]
    fn a_path_grows_as_far_as_it_is_clear() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["klanten-2025.xlsx", "klanten-2026.xlsx", "oud.xls"] {
            std::fs::File::create(folder.path().join(name)).unwrap();
        }
        std::fs::create_dir(folder.path().join("archief")).unwrap();
        let at = |name: &str| format!("{}/{name}", folder.path().display());
        let both = vec!["klanten-2025.xlsx".to_owned(), "klanten-2026.xlsx".to_owned()];
        assert_eq!(complete(&at("kl")), (at("klanten-202"), both));
        assert_eq!(complete(&at("o")), (at("oud.xls"), Vec::new()));
        assert_eq!(complete(&at("a")), (at("archief/"), Vec::new()));
        assert_eq!(complete(&at("x")), (at("x"), Vec::new()));
    }

    #[test]
    fn a_name_that_is_no_text_is_completed_too() {
        use std::os::unix::ffi::OsStringExt as _;
        let folder = tempfile::tempdir().unwrap();
        let named = |bytes: &[u8]| folder.path().join(std::ffi::OsString::from_vec(bytes.to_vec()));
        for name in [&b"kl\xffanten.xlsx"[..], b"kl\xfeanten.xlsx", b"oud\xff.xls"] {
            std::fs::File::create(named(name)).unwrap();
        }
        let at = |name: &str| format!("{}/{name}", folder.path().display());
        let (text, _) = complete(&at("o"));
        assert_eq!(expanded(&text), named(b"oud\xff.xls"));
        assert_eq!(neutralise(&text), at("oud\u{fffd}.xls"));
        let shown = vec!["kl\u{fffd}anten.xlsx".to_owned(); 2];
        assert_eq!(complete(&at("k")), (at("kl"), shown));
        // What is there already goes on from its bytes.
        assert_eq!(expanded(&complete(&text_of(&named(b"kl\xff"))).0), named(b"kl\xffanten.xlsx"));
    }
}
