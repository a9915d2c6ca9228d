//! Where files of people may not be put, and how a store is read where nothing can be written.

use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use instroom::world::store::{CopyName, StoreCopy};

use crate::support::place::{Place, some};
use crate::support::program::Answer;

const IMPORT: [&str; 4] = ["--language", "nl", "--questionnaire", "pit-2026"];

/// A store of two commits, with a copy from before the second.
fn place() -> Place {
    let place = Place::with_three("first.xlsx");
    let second = place.put("second.xlsx", &some(3..4));
    let answer = place.run(&[&["import", &second, "--yes"][..], &IMPORT].concat());
    assert_eq!(answer.code, 0, "{answer:?}");
    place
}

fn copy(place: &Place) -> String {
    place.json(&["store", "info"])["copies"][0]["name"].as_str().unwrap().to_owned()
}

#[test]
fn no_file_of_a_person_is_written_among_what_is_ours() {
    let place = place();
    let (first, drafts) = (place.at("first.xlsx"), place.at(".local/state/instroom/drafts"));
    std::fs::create_dir_all(&drafts).unwrap();
    symlink(place.store(), place.at("way")).unwrap();
    symlink(place.store().join("store.toml"), place.at("word.csv")).unwrap();
    let before = std::fs::read(place.store().join("store.toml")).unwrap();
    let ours =
        ["store/store.toml", "store/sled/db", "store/new.csv", "way/copies/new.csv", "elsewhere/../store/x.csv", "word.csv", "store"];
    let kept = [".local/state/instroom/instroom.log", ".local/state/instroom/drafts/x.csv", ".local/state/instroom"];
    std::fs::create_dir(place.at("elsewhere")).unwrap();
    for target in ours.into_iter().chain(kept) {
        let path = place.at(target);
        let lines: [&[&str]; 8] = [
            &["store", "backup", &path],
            &["store", "backup", &path, "--force"],
            &["store", "backup", &path, "-n"],
            &["export", "-o", &path, "--format", "csv", "--force"],
            &["template", "-o", &path, "--force"],
            &["template", "-o", &path, "-n"],
            &[&["plan", &first, "-o", &path, "--force"][..], &IMPORT].concat(),
            &["invite", "--eml", &path],
        ];
        for line in lines {
            let answer = place.run(line);
            assert_eq!((answer.code, answer.out.as_str()), (73, ""), "{line:?}: {answer:?}");
            assert!(answer.told.contains("is where Instroom keeps its own"), "{line:?}: {answer:?}");
        }
    }
    // Nor is a store put there: what is swept among the copies would take it along.
    let backup = place.at("kept.jsonl");
    assert_eq!(place.run(&["store", "backup", &backup]).code, 0);
    for target in ["store/copies/old.new", "store/sled/sub", "store/outbox", "store/new", ".local/state/instroom/drafts/x"] {
        for writing in ["-n", "--yes"] {
            let answer = place.run(&["store", "restore", &backup, "--into", &place.at(target), writing]);
            assert_eq!((answer.code, answer.out.as_str()), (73, ""), "{target} {writing}: {answer:?}");
        }
    }
    assert_eq!(std::fs::read(place.store().join("store.toml")).unwrap(), before);
    assert_eq!(place.run(&["store", "check"]).code, 0);
    // What only sounds like it is somebody's own.
    for free in ["stores.jsonl", "elsewhere/store.toml"] {
        let answer = place.run(&["store", "backup", &place.at(free)]);
        assert_eq!(answer.code, 0, "{answer:?}");
    }
}

#[test]
fn whoever_names_nothing_to_put_back_is_told_both_ways_and_every_copy() {
    let place = place();
    let name = copy(&place);
    for (language, ways) in [
        ("en", ["store restore FILE", "store restore --copy NAME"]),
        ("nl", ["store restore BESTAND", "store restore --copy NAAM"]),
        ("fr", ["store restore FICHIER", "store restore --copy NOM"]),
    ] {
        for line in [&["store", "restore", "--lang", language][..], &["store", "restore", "--yes", "--lang", language]] {
            let answer = place.run(line);
            assert_eq!((answer.code, answer.out.as_str()), (64, ""), "{answer:?}");
            assert!(ways.iter().all(|way| answer.told.contains(way)) && answer.told.contains(&name), "{answer:?}");
            assert!(!answer.told.contains('<'), "{answer:?}");
        }
    }
    let answer = Place::empty().run(&["store", "restore"]);
    assert!(answer.code == 64 && answer.told.contains("There are no copies yet"), "{answer:?}");
}

#[test]
fn what_putting_back_would_refuse_a_dry_run_refuses() {
    let place = place();
    let (name, saved) = (copy(&place), place.at("saved.jsonl"));
    assert_eq!(place.run(&["store", "backup", &saved]).code, 0);
    place.put(".taken.restoring/letter", b"mine");
    place.put(
        "damaged.jsonl",
        std::fs::read_to_string(&saved).unwrap().replacen("\"room\":\"journal\"", "\"room\":\"cellar\"", 1).as_bytes(),
    );
    let (taken, free, damaged) = (place.at("taken"), place.at("free/on/the/way"), place.at("damaged.jsonl"));
    let both = |line: &[&str]| {
        let (looked, done) = (place.run(&[line, &["-n"]].concat()), place.run(&[line, &["--yes"]].concat()));
        assert_eq!((looked.code, &looked.told), (done.code, &done.told), "{line:?}");
        looked
    };
    assert_eq!(both(&["store", "restore", &saved, "--into", &taken]).code, 73);
    assert_eq!(both(&["store", "restore", "--copy", &name, "--into", &taken]).code, 73);
    assert_eq!(both(&["store", "restore", &saved]).code, 73);
    let refused = both(&["store", "restore", &damaged, "--into", &free]);
    assert!(refused.code == 65 && refused.told.contains("line "), "{refused:?}");
    assert_eq!(place.run(&["store", "check", "--backup", &damaged]).told, refused.told, "a sound backup is one that can be put back");
    assert!(!Path::new(&place.at("free")).exists(), "looking makes nothing");
    let counts = |answer: &serde_json::Value| ["customers", "dossiers", "commits", "mails_waiting"].map(|name| answer[name].as_u64());
    let looked = place.json(&["store", "restore", &saved, "--into", &free, "-n"]);
    assert_eq!(counts(&looked), [Some(4), Some(4), Some(2), Some(0)]);
    let done = place.json(&["store", "restore", &saved, "--into", &free, "--yes"]);
    assert_eq!((counts(&done), std::fs::read(place.at(".taken.restoring/letter")).unwrap()), (counts(&looked), b"mine".to_vec()));
    // A copy from which something was taken away is told as not whole, and as no fault of the store.
    std::fs::remove_file(place.store().join("copies").join(&name).join("store.toml")).unwrap();
    assert_eq!(place.json(&["store", "info"])["copies"][0]["whole"], false);
    let refused = both(&["store", "restore", "--copy", &name]);
    assert!(refused.code == 65 && refused.told.contains(&format!("The copy {name} is damaged")), "{refused:?}");
}

/// How a disk of its own comes about, for one program and as long as it runs.
const READ_ONLY: &str = r#"mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@""#;
const FULL: &str = r#"mkdir "$0.full" && mount -t tmpfs -o size=4m none "$0.full" && cp -a "$0/." "$0.full" && mount --move "$0.full" "$0" &&
    (dd if=/dev/zero of="$0/copies/full" bs=4k 2>/dev/null; exec "$@")"#;

/// Runs the program with the store on such a disk; none where this computer lets nobody make one.
fn on(disk: &str, place: &Place, arguments: &[&str]) -> Option<Answer> {
    let unshare = |arguments: &[&str]| {
        let mut command = Command::new("unshare");
        command.args(["--map-root-user", "--mount"]).args(arguments).stdin(Stdio::null());
        command
    };
    if !unshare(&["true"]).output().is_ok_and(|answer| answer.status.success()) {
        println!("no disks can be made here");
        return None;
    }
    let program = env!("CARGO_BIN_EXE_instroom");
    let store = place.store();
    let mut command = unshare(&["sh", "-c", disk, store.to_str().unwrap(), program]);
    command.args(arguments).env("HOME", place.home()).env("INSTROOM_STORE", &store).env("INSTROOM_LANG", "en").env("USER", "els");
    command.env("XDG_CONFIG_DIRS", place.at("xdg")).env_remove("XDG_STATE_HOME").env_remove("XDG_CONFIG_HOME");
    let Output { status, stdout, stderr } = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Some(Answer { code: status.code().unwrap(), out: text(stdout), told: text(stderr) })
}

const APART: &str = "was read from a private copy, which is gone again";

#[test]
fn a_store_on_a_disk_that_can_only_be_read_is_read_and_never_written() {
    let place = place();
    let (name, third) = (copy(&place), place.put("third.xlsx", &some(4..5)));
    let saved = place.at("saved.jsonl");
    for line in [&["customers"][..], &["history"], &["store", "check"], &["outbox"], &["export", "-o", "-", "--format", "csv"]] {
        let Some(answer) = on(READ_ONLY, &place, line) else { return };
        let usual = place.run(line);
        assert_eq!((answer.code, &answer.out), (usual.code, &usual.out), "{line:?}: {answer:?}");
        assert!(answer.told.contains(APART), "{line:?}: {answer:?}");
    }
    let Some(info) = on(READ_ONLY, &place, &["store", "info", "--json"]) else { return };
    assert!(info.out.contains(&name) && info.out.contains("\"customers\": 4"), "{info:?}");
    let Some(written) = on(READ_ONLY, &place, &["store", "backup", &saved]) else { return };
    assert_eq!(written.code, 0, "{written:?}");
    let Some(sent) = on(READ_ONLY, &place, &["store", "backup", "-"]) else { return };
    let records = |text: &str| text.lines().filter(|line| line.contains("\"room\"")).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(records(&sent.out), records(&std::fs::read_to_string(&saved).unwrap()), "{sent:?}");
    assert_eq!(place.run(&["store", "check", "--backup", &saved]).code, 0);
    let import = [&["import", &third, "--yes"][..], &IMPORT].concat();
    for line in [
        &import[..],
        &["undo", "1", "--yes"],
        &["store", "restore", "--copy", &name, "--yes"],
        &["store", "restore", "--copy", &name, "-n"],
    ] {
        let Some(answer) = on(READ_ONLY, &place, line) else { return };
        assert!(answer.code == 77 && answer.told.contains("on a disk that can only be read"), "{line:?}: {answer:?}");
    }
    let left = std::fs::read_dir(place.at(".local/state/instroom")).unwrap().map(|entry| entry.unwrap().file_name());
    assert_eq!(left.filter(|name| name.to_string_lossy().starts_with("instroom-bench")).count(), 0);
    let copies: Vec<CopyName> = vec![name.parse().unwrap()];
    let store = instroom::world::store::SledStore::new(place.store(), crate::support::imports::founding());
    assert_eq!(store.copies().unwrap().into_iter().map(|StoreCopy { name, .. }| name).collect::<Vec<_>>(), copies);
}

#[test]
fn a_store_on_a_full_disk_is_read() {
    for line in [&["customers"][..], &["history"], &["store", "check"], &["store", "backup", "-"]] {
        let place = place();
        let usual = place.run(line);
        let Some(answer) = on(FULL, &place, line) else { return };
        let plain = |text: &str| text.lines().filter(|line| !line.contains("instroom-backup")).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!((answer.code, plain(&answer.out)), (usual.code, plain(&usual.out)), "{line:?}: {answer:?}");
        assert!(answer.told.contains(APART), "{line:?}: {answer:?}");
    }
}

#[test]
fn settings_are_not_written_over() {
    let place = place();
    std::fs::create_dir_all(place.at(".config/instroom")).unwrap();
    for (file, text) in [("config.toml", "[office]\nname = \"Claes\"\n"), ("keys.toml", "")] {
        let path = place.at(&format!(".config/instroom/{file}"));
        std::fs::write(&path, text).unwrap();
        assert_eq!(place.run(&["store", "backup", &path, "--force"]).code, 73);
        assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
    }
}

#[test]
fn what_is_typed_and_refused_is_told_without_the_number_in_it() {
    let place = place();
    for line in
        [&["history", "85.07.30-033.28"][..], &["--lang", "85.07.30-033.28", "check", "x.xlsx"], &["invite", "--label", "85.07.30-033.28"]]
    {
        let answer = place.run(line);
        assert!(answer.code != 0 && answer.told.contains("85.07.30-***.**") && !answer.told.contains("033"), "{line:?}: {answer:?}");
    }
}
