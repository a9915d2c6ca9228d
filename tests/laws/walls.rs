//! The walls between the rings: each ring's sources are read for names that it may not name.

use std::fmt;
use std::path::{Path, PathBuf};

/// What a part of the house may not name, and where in it that is allowed all the same.
struct Wall {
    /// Folder below `src`.
    ring: &'static str,
    /// Names that may not stand in it.
    barred: &'static [&'static str],
    /// Files or folders below the ring in which they may.
    except: &'static [&'static str],
}

const OUTSIDE: &[&str] = &["std::fs", "std::io", "std::net", "std::process", "std::thread", "std::sync::mpsc", "std::env"];
const CLOCKS: &[&str] = &["std::time", "SystemTime", "Instant::now", "Timestamp::now", "Zoned::now"];
const TERMINAL: &[&str] = &["crossterm", "ratatui"];
const ENGINES: &[&str] =
    &["sled", "calamine", "rust_xlsxwriter", "csv", "zip", "quick_xml", "getrandom", "rustix", "tempfile", "etcetera", "lettre", "tracing"];
const REPORTS: &[&str] = &["color_eyre", "clap"];

const fn wall(ring: &'static str, barred: &'static [&'static str]) -> Wall {
    Wall { ring, barred, except: &[] }
}

const WALLS: &[Wall] = &[
    wall("domain", &["crate::app", "crate::view", "crate::plain", "crate::words", "crate::world", "crate::cli", "crate::terminal"]),
    wall("domain", OUTSIDE),
    wall("domain", CLOCKS),
    wall("domain", TERMINAL),
    wall("domain", ENGINES),
    wall("domain", REPORTS),
    wall("words", &["crate::view", "crate::world", "crate::cli", "crate::terminal", "crate::app::update"]),
    wall("words", OUTSIDE),
    wall("words", CLOCKS),
    wall("words", TERMINAL),
    wall("words", ENGINES),
    wall("words", REPORTS),
    wall("app", &["crate::view", "crate::plain", "crate::world", "crate::cli", "crate::terminal"]),
    wall("app", OUTSIDE),
    wall("app", CLOCKS),
    wall("app", TERMINAL),
    wall("app", ENGINES),
    wall("app", REPORTS),
    wall("view", &["crate::plain", "crate::world", "crate::cli", "crate::terminal", "crossterm", "&mut Model"]),
    // A duplicate is judged where a frame begins, and what was seen of it is passed on.
    Wall { ring: "view", barred: &["compare.sight(", ".compared()"], except: &["mod.rs", "heard.rs"] },
    wall("view", OUTSIDE),
    wall("view", CLOCKS),
    wall("view", ENGINES),
    wall("view", REPORTS),
    wall("plain", &["crate::world", "crate::cli", "crate::terminal", "&mut Model"]),
    wall("plain", OUTSIDE),
    wall("plain", &["SystemTime", "Instant", "Timestamp::now", "Zoned::now"]),
    wall("plain", TERMINAL),
    wall("plain", ENGINES),
    wall("plain", REPORTS),
    wall("world", &["crate::view", "crate::plain", "crate::words", "crate::cli", "crate::terminal"]),
    // Of the screens it knows what is asked of it and what it answers.
    wall("world", &["crate::app::model", "crate::app::desk", "crate::app::update", "crate::app::keymap", "crate::app::table"]),
    wall("world", TERMINAL),
    wall("world", REPORTS),
    Wall { ring: "world", barred: &["sled"], except: &["store"] },
    Wall { ring: "world", barred: &["calamine", "csv", "zip", "quick_xml"], except: &["workbook"] },
    Wall {
        ring: "world",
        barred: &["rust_xlsxwriter"],
        except: &["workbook/template", "workbook/corrected", "workbook/questionnaire", "export"],
    },
    Wall { ring: "world", barred: &["lettre"], except: &["post"] },
    // The room that starts the screens is the only one that knows them.
    Wall {
        ring: "cli",
        barred: &["crate::view", "crate::plain", "crate::terminal", "crate::app::model::Model"],
        except: &["screen.rs", "looks.rs"],
    },
    wall("cli", TERMINAL),
    wall("cli", &["sled", "calamine", "rust_xlsxwriter", "lettre"]),
    wall("terminal", &["sled", "calamine", "rust_xlsxwriter", "lettre", "crate::domain", "crate::words", "crate::cli"]),
];

/// A name that stands where it may not.
#[derive(Debug, PartialEq, Eq)]
struct Breach {
    file: String,
    line: usize,
    name: &'static str,
}

impl fmt::Display for Breach {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}: this ring may not name {}", self.file, self.line, self.name)
    }
}

/// Whether a code line names something: as a whole name, also from inside braces; a crate as the
/// head of a path.
fn names(line: &str, name: &str) -> bool {
    let is_part = |character: char| character.is_alphanumeric() || character == '_';
    let is_crate = name.chars().all(|character| character.is_lowercase() || character == '_');
    let whole = |before: &str, after: &str| {
        let is_head = !is_crate || (!before.ends_with("::") && (after.starts_with("::") || after.starts_with(';')));
        !before.ends_with(is_part) && !after.starts_with(is_part) && is_head
    };
    if line.match_indices(name).any(|(at, _)| whole(&line[..at], &line[at + name.len()..])) {
        return true;
    }
    // `std::{fs, io}` names std::fs.
    let Some((path, last)) = name.rsplit_once("::") else { return false };
    let group = format!("{path}::{{");
    line.match_indices(&group).any(|(at, _)| {
        let inside = &line[at + group.len()..];
        inside.split([',', '{', '}']).any(|part| part.trim() == last || part.trim().starts_with(&format!("{last}::")))
    })
}

/// The statements of a file, each with the line it begins on: a `use` over several lines is one.
/// Comments and tests are left out.
fn statements(text: &str) -> Vec<(usize, String)> {
    let mut statements: Vec<(usize, String)> = Vec::new();
    let mut open_use = false;
    let mut lines = (1..).zip(text.lines());
    while let Some((number, line)) = lines.next() {
        let code = line.split("//").next().unwrap_or_default().trim();
        if code == "#[cfg(test)]" {
            match lines.next() {
                Some((_, next)) if next.trim_end().ends_with(';') => continue,
                _ => break,
            }
        }
        match statements.last_mut().filter(|_| open_use) {
            Some((_, statement)) => statement.push_str(code),
            None => statements.push((number, code.to_owned())),
        }
        open_use = statements.last().is_some_and(|(_, statement)| {
            (statement.starts_with("use ") || statement.starts_with("pub use ")) && !statement.ends_with(';')
        });
    }
    statements
}

fn breaches(file: &str, text: &str, barred: &[&'static str]) -> Vec<Breach> {
    let found = statements(text).into_iter().flat_map(|(line, statement)| {
        let named = barred.iter().filter(move |name| names(&statement, name));
        named.map(move |name| (line, *name)).collect::<Vec<_>>()
    });
    found.map(|(line, name)| Breach { file: file.to_owned(), line, name }).collect()
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if name.ends_with(".rs") && !["tests.rs", "laws.rs", "test_books.rs"].contains(&name) {
            files.push(path);
        }
    }
    files.sort();
    files
}

#[test]
fn no_ring_names_what_lies_outside_it() {
    let house = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut read = 0;
    for wall in WALLS {
        let ring = house.join(wall.ring);
        for file in sources(&ring) {
            let inside = file.strip_prefix(&ring).unwrap();
            if wall.except.iter().any(|room| inside.starts_with(room)) {
                continue;
            }
            read += 1;
            let name = file.strip_prefix(&house).unwrap().display().to_string();
            found.extend(breaches(&format!("src/{name}"), &std::fs::read_to_string(&file).unwrap(), wall.barred));
        }
    }
    assert!(read > 500, "the sources are where they are looked for: {read}");
    assert!(found.is_empty(), "\n{}", found.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"));
}

#[test]
fn every_ring_has_a_wall() {
    let house = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let rings = std::fs::read_dir(house).unwrap().map(|entry| entry.unwrap()).filter(|entry| entry.path().is_dir());
    for ring in rings {
        let name = ring.file_name().into_string().unwrap();
        assert!(WALLS.iter().any(|wall| wall.ring == name), "{name}");
    }
}

/// The map of the house is the documentation of `src/lib.rs`.
#[test]
fn every_room_stands_in_the_map_of_the_house() {
    let house = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let read = |path: &str| std::fs::read_to_string(house.join(path)).unwrap();
    let map = read("lib.rs");
    let mut missing = Vec::new();
    for ring in ["domain", "app", "view", "world", "terminal"] {
        let doorstep = read(&format!("{ring}/mod.rs"));
        let rooms = doorstep.lines().filter_map(|line| line.trim_start_matches("pub ").strip_prefix("mod ")?.strip_suffix(';'));
        missing.extend(rooms.filter(|room| !map.contains(&format!("`{room}`"))).map(|room| format!("{ring}::{room}")));
    }
    assert_eq!(missing, Vec::<String>::new(), "not in src/lib.rs");
}

#[test]
fn a_breach_is_found_with_its_line() {
    let text =
        "//! May say std::fs in words.\nuse std::{\n    fmt,\n    fs,\n};\n\nfn look() {\n    let now = Timestamp::now(); // clock\n}\n";
    let told: Vec<String> = breaches("src/domain/x.rs", text, &["std::fs", "Timestamp::now"]).iter().map(ToString::to_string).collect();
    assert_eq!(told, ["src/domain/x.rs:2: this ring may not name std::fs", "src/domain/x.rs:8: this ring may not name Timestamp::now"]);
    for (line, name, is_named) in [
        ("use crate::world::perform::World;", "crate::world", true),
        ("use crate::{app::Model, world::perform};", "crate::world", true),
        ("use crate::worldly;", "crate::world", false),
        ("sled::open(path)", "sled", true),
        ("let bobsled = 1;", "sled", false),
        ("crate::sled::open", "sled", false),
        ("use sled;", "sled", true),
        ("rows.zip(columns)", "zip", false),
        ("for SystemTime in", "SystemTime", true),
        ("use std::{io::Write, fmt};", "std::io", true),
        ("use std::fmt;", "std::fs", false),
    ] {
        assert_eq!(names(line, name), is_named, "{line}");
    }
}

#[test]
fn tests_and_comments_are_no_breach() {
    let text = "/// Like std::fs.\nfn a() {}\n#[cfg(test)]\nmod books;\nfn b() {}\n#[cfg(test)]\nmod tests {\n    use std::fs;\n}\n";
    assert_eq!(breaches("x.rs", text, &["std::fs"]), []);
    assert_eq!(breaches("x.rs", "#[cfg(test)]\nmod books;\nuse std::fs;\n", &["std::fs"]).len(), 1);
}
