//! No command writes among what the program keeps for itself, and every one that writes where somebody says is listed here.

use std::path::Path;

use crate::support::program::instroom;

/// Arguments that are only read, or are the program's own places, by their file under `src/cli/arguments` and their name.
const READ: [(&str, &str); 9] = [
    ("intake.rs", "file"),
    ("mails.rs", "files"),
    ("mod.rs", "file"),
    ("mod.rs", "store"),
    ("mod.rs", "state"),
    ("mod.rs", "config"),
    ("plans.rs", "plan"),
    ("plans.rs", "workbook"),
    ("store.rs", "backup"),
];

/// Arguments that say where to write.
const WRITTEN: [(&str, &str); 7] = [
    ("customers.rs", "output"),
    ("intake.rs", "output"),
    ("mails.rs", "eml"),
    ("plans.rs", "output"),
    ("shell.rs", "all"),
    ("store.rs", "file"),
    ("store.rs", "into"),
];

#[test]
fn every_place_on_the_command_line_is_known_to_be_read_or_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/cli/arguments");
    let mut unknown = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let (name, text) = (path.file_name().unwrap().to_str().unwrap().to_owned(), std::fs::read_to_string(&path).unwrap());
        let fields = text.lines().filter_map(|line| line.trim().strip_suffix(',')?.split_once(": "));
        for (field, _) in fields.filter(|(_, kind)| ["PathBuf", "Option<PathBuf>", "Vec<PathBuf>"].contains(kind)) {
            let field = field.rsplit(' ').next().unwrap().to_owned();
            if !READ.iter().chain(&WRITTEN).any(|known| *known == (name.as_str(), field.as_str())) {
                unknown.push((name.clone(), field));
            }
        }
    }
    assert_eq!(unknown, []);
}

#[test]
fn nothing_is_written_among_what_the_program_keeps() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("store");
    let book = folder.path().join("customers.xlsx");
    std::fs::write(&book, crate::support::office::SAMPLE).unwrap();
    let book = book.to_str().unwrap();
    let sown = instroom(&store, &["import", book, "--language", "dutch", "--questionnaire", "pit-2026", "--yes"]);
    assert!(store.is_dir(), "{}", sown.told);
    let inside = |name: &str| store.join(name).to_str().unwrap().to_owned();
    let before = listed(&store);
    // One for each of those that are written, in their order; what is put back goes into a folder of its own.
    let (xlsx, plan, man, backup, back) = (inside("a.xlsx"), inside("a.plan"), inside("man"), inside("a.backup"), inside("back"));
    let lines: [&[&str]; 8] = [
        &["export", "--output", &xlsx],
        &["template", "--output", &xlsx],
        &["invite", "--flow", "pit-2026", "--eml", &man],
        &["plan", book, "--output", &plan],
        &["man", "--all", &man],
        &["man", "--all", store.to_str().unwrap()],
        &["store", "backup", &backup],
        &["store", "restore", book, "--into", &back],
    ];
    for line in lines {
        let said = instroom(&store, line);
        assert_eq!(said.code, 73, "{line:?}: {}", said.told);
        assert_eq!(listed(&store), before, "{line:?}");
    }
}

fn listed(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
