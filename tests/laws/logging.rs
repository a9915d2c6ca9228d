//! The log of the built program: in its file, never on what it prints, and nobody's numbers in it.

use std::fs::{metadata, read_to_string, write};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::support::office::SAMPLE;
use crate::support::program::instroom;

/// A folder with the sample in it, where a store and a log can be.
struct Place {
    folder: TempDir,
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path().join("customers.xlsx"), SAMPLE).unwrap();
        Self { folder }
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn import(&self, more: &[&str]) -> crate::support::program::Answer {
        let file = self.at("customers.xlsx");
        let line = ["import", file.to_str().unwrap(), "--language", "nl", "--questionnaire", "pit-2026", "--yes"];
        instroom(&self.at("store"), &[&line, more].concat())
    }

    fn log(&self) -> String {
        read_to_string(self.at(".local/state/instroom/instroom.log")).unwrap_or_default()
    }
}

fn is_in(text: &str, told: &str) {
    assert!(text.contains(told), "{told:?} is not in:\n{text}");
}

#[test]
fn an_import_is_logged_from_its_beginning_to_its_end_and_only_in_the_file() {
    let place = Place::new();
    let answer = place.import(&[]);
    let log = place.log();
    for told in [
        concat!("INFO instroom ", env!("CARGO_PKG_VERSION"), " begins on "),
        "INFO command import begins",
        "INFO reading begins format=Xlsx bytes=",
        "INFO reading done rows=",
        "INFO import begins rows=",
        "INFO import done revision=1 customers=0->",
        "INFO command import ended",
        " took=",
    ] {
        is_in(&log, told);
        assert!(!answer.out.contains(told) && !answer.told.contains(told), "{told}");
    }
    assert_eq!(metadata(place.at(".local/state/instroom/instroom.log")).unwrap().permissions().mode() & 0o777, 0o600);
    assert!(!log.contains('@') && !log.contains("Maes"), "{log}");
}

#[test]
fn how_much_is_logged_is_for_the_person_to_say() {
    let place = Place::new();
    place.import(&["--log-level", "error"]);
    assert_eq!(place.log(), "");
    place.import(&["--log-level", "debug"]);
    is_in(&place.log(), "DEBUG store read revision=");
    let answer = place.import(&["--log-level", "loud"]);
    assert_eq!(answer.code, 64);
    is_in(&answer.told, "error, warn, info, debug, trace");
}

#[test]
fn the_log_is_named_behind_what_is_not_the_persons_fault() {
    let place = Place::new();
    write(place.at("store"), "not a folder").unwrap();
    let answer = place.import(&[]);
    assert_eq!(answer.code, 74, "{}", answer.told);
    assert!(answer.told.ends_with("\n  Log: ~/.local/state/instroom/instroom.log\n"), "{}", answer.told);
    is_in(&place.log(), " told: StoreIsFile");
    let missing = instroom(&place.at("store"), &["check", "nowhere.xlsx"]);
    assert_eq!(missing.code, 66);
    assert!(!missing.told.contains("instroom.log"), "{}", missing.told);
    is_in(&place.log(), "WARN told: NotFound");
}

#[test]
fn without_a_log_the_work_is_done_and_it_is_said_where_the_log_is_looked_for() {
    let place = Place::new();
    write(place.at("state"), "in the way").unwrap();
    let state = place.at("state").to_str().unwrap().to_owned();
    let answer = place.import(&["--state", &state]);
    assert!(!answer.told.contains("log"), "{}", answer.told);
    assert!(Path::new(&place.at("store")).is_dir());
    let spoiled = Place::new();
    write(spoiled.at("store"), "not a folder").unwrap();
    let answer = spoiled.import(&["--state", &state]);
    is_in(&answer.told, "\n  No log: ");
    is_in(&answer.told, "state/instroom.log cannot be written (");
    assert_eq!(answer.told.matches("No log").count(), 1);
}
