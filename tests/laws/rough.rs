//! The command line in rough hands: nobody reads what it says, what is asked for is not there, files lie where folders are wanted.

use std::fs::File;
use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::generate::sample;
use crate::support::office::workbook_of;
use crate::support::program::{Answer, instroom, told_to};

struct Place(tempfile::TempDir);

impl Place {
    /// A store with three customers, and the workbook that they came from.
    fn new() -> Self {
        let place = Self(tempfile::tempdir().unwrap());
        std::fs::write(place.path("three.xlsx"), workbook_of((0..3).map(|index| sample::customers().customer(index)))).unwrap();
        let import = place.import(&place.text("three.xlsx"));
        assert_eq!(place.run(&import.iter().map(String::as_str).collect::<Vec<_>>()).code, 0);
        place
    }

    fn import(&self, workbook: &str) -> [String; 7] {
        ["import", workbook, "--language", "nl", "--questionnaire", "pit-2026", "--yes"].map(str::to_owned)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn text(&self, name: &str) -> String {
        self.path(name).to_str().unwrap().to_owned()
    }

    fn run(&self, arguments: &[&str]) -> Answer {
        instroom(&self.path("store"), arguments)
    }

    /// Runs the program with these for its output and its words; gives its exit code, none where it was ended by a signal.
    fn run_into(&self, arguments: &[&str], out: Stdio, told: Stdio) -> Option<i32> {
        told_to(&self.path("store"), arguments, out, told)
    }

    fn imports(&self) -> usize {
        self.run(&["history"]).out.lines().count()
    }
}

/// A pipe from which nobody reads any more.
fn nobody() -> Stdio {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    OwnedFd::from(writer).into()
}

/// A device that takes nothing.
fn full() -> Stdio {
    File::options().write(true).open("/dev/full").unwrap().into()
}

#[test]
fn what_is_done_is_done_though_nobody_reads_the_words_about_it() {
    for told in [nobody as fn() -> Stdio, full] {
        let place = Place::new();
        assert_eq!(place.run_into(&["undo", "1", "--yes"], Stdio::null(), told()), Some(0));
        assert_eq!(place.imports(), 2);
        let workbook = place.text("three.xlsx");
        let import = place.import(&workbook);
        let import: Vec<&str> = import.iter().map(String::as_str).collect();
        assert_eq!(place.run_into(&import, nobody(), told()), Some(0));
        assert_eq!(place.imports(), 3);
        for (arguments, code) in [
            (&["flows", "link", "pit-2025", "--label", "nobody"][..], 66),
            (&["invite", "--past", "--yes", "7"], 64),
            (&["outbox"], 0),
            (&["customers", "--status", "closed"], 0),
            (&["answers", &workbook], 65),
            (&["no-such-command"], 66),
            (&["invite", "--no-such-option"], 64),
        ] {
            assert_eq!(place.run_into(arguments, Stdio::null(), told()), Some(code), "{arguments:?}");
        }
    }
}

#[test]
fn whoever_reads_only_the_head_of_the_help_has_seen_it() {
    let place = Place::new();
    for help in [&["--help"][..], &["invite", "--help"], &["--version"]] {
        assert_eq!(place.run_into(help, nobody(), Stdio::null()), Some(0), "{help:?}");
        assert_eq!(place.run_into(help, full(), Stdio::null()), Some(74), "{help:?}");
    }
}

/// Half a backup and half a workbook are none: whoever keeps them has to hear of it.
#[test]
fn what_is_no_good_in_halves_fails_where_its_reader_is_gone() {
    let place = Place::new();
    for asked in [&["store", "backup", "-"][..], &["template", "-o", "-"]] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        assert_eq!(place.run_into(asked, writer.into(), Stdio::null()), Some(74), "{asked:?}");
    }
}

#[test]
fn a_name_of_nothing_is_told_as_such_and_is_near_to_none() {
    let place = Place::new();
    for (arguments, told) in [
        (&["invite", "--label", ""][..], "No customer has the label \"\"."),
        (&["invite", "--flow", " "], "No task flow is called \" \"."),
        (&["outbox", "decide", "", "again"], "No mail in the outbox has the number \"\"."),
    ] {
        let refused = place.run(arguments);
        assert!(refused.code == 66 && !refused.told.contains("Did you mean"), "{refused:?}");
        assert!(refused.told.contains(told), "{refused:?}");
    }
}

#[test]
fn a_questionnaire_that_there_is_not_is_an_error_of_its_own_with_the_nearest() {
    let place = Place::new();
    for arguments in [
        &["flows", "change", "pit-2026", "--questionnaire", "pit-2062", "-n"][..],
        &["flows", "next", "pit-2026", "--questionnaire", "pit-2026", "--questionnaire", "pit-2062", "-n"],
        &["flows", "link", "pit-2026", "--customer", "1", "--questionnaire", "pit-2062", "-n"],
    ] {
        let refused = place.run(arguments);
        assert_eq!((refused.code, refused.out.as_str()), (66, ""), "{refused:?}");
        assert!(
            refused.told.contains("No questionnaire here is called pit-2062") && refused.told.contains("Did you mean pit-2026?"),
            "{refused:?}"
        );
    }
}

#[test]
fn mails_as_files_say_what_is_wrong_with_the_place_and_not_with_the_mail() {
    let place = Place::new();
    let eml = |folder: &str| place.run(&["invite", "--past", "--eml", folder]);
    let workbook = place.text("three.xlsx");
    for folder in [workbook.as_str(), "/proc/nowhere"] {
        let refused = eml(folder);
        assert!(refused.code == 73 && refused.told.contains(&format!("There is no folder {folder}")), "{refused:?}");
    }
    assert_eq!(eml(&place.text("mails")).code, 0);
    let mails = std::fs::read_dir(place.path("mails")).unwrap().map(|entry| entry.unwrap().path()).collect::<Vec<_>>();
    assert_eq!(mails.len(), 3);
    std::fs::remove_file(&mails[0]).unwrap();
    std::fs::create_dir_all(mails[0].join("in the way")).unwrap();
    let refused = eml(&place.text("mails"));
    assert!(refused.code == 73 && !refused.told.contains("[mail]"), "{refused:?}");
}

#[test]
fn an_invitation_of_nobody_sends_nothing_and_wants_no_settings() {
    let place = Place::new();
    let nobody = place.run(&["invite", "--past", "--wanted", "--yes", "0"]);
    assert_eq!(nobody.code, 0, "{nobody:?}");
    assert!(nobody.told.contains("0 customers get a mail"), "{nobody:?}");
}

#[test]
fn an_outbox_that_cannot_be_read_is_told_once() {
    let place = Place::new();
    std::fs::write(place.path("store/outbox"), "in the way").unwrap();
    for arguments in [&["outbox"][..], &["outbox", "send", "-n"], &["undo", "1", "-n"], &["invite", "-n"], &["outbox", "withdraw", "M1"]] {
        let refused = place.run(arguments);
        assert_eq!((refused.code, refused.told.matches("instroom: ").count()), (74, 1), "{arguments:?}: {refused:?}");
    }
    let elsewhere = instroom(Path::new("/dev/null"), &["outbox"]);
    assert_eq!((elsewhere.code, elsewhere.told.matches("instroom: ").count()), (74, 1), "no store is no empty outbox: {elsewhere:?}");
}

#[test]
fn what_is_said_at_the_command_line_can_be_done_there() {
    let place = Place::new();
    let missing = place.run(&["answers", "nowhere.xlsx"]);
    assert!(missing.code == 66 && missing.told.contains("from which folder you start"), "there is no list to choose from: {missing:?}");
    let empty = instroom(&place.path("other"), &["customers"]);
    assert!(empty.told.contains("instroom import"), "there is no start screen: {empty:?}");
}
