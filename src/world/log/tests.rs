//! The log is whole, bounded, private, and holds nobody's numbers.

use std::fs::{Permissions, metadata, read_to_string, set_permissions, write};
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::Path;
use std::process::id;

use proptest::prelude::*;
use tempfile::TempDir;
use tracing::subscriber::with_default;

use super::*;

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

/// Logs into a folder at a level, bounded, and gives both files.
fn logged(directory: &Path, level: Level, most: u64, work: impl FnOnce()) -> String {
    let (dispatch, place) = open(directory, level, most);
    assert!(matches!(place, LogPlace::Kept(_)), "{place:?}");
    tracing::dispatcher::with_default(&dispatch.unwrap(), work);
    let read = |name: &str| read_to_string(directory.join(name)).unwrap_or_default();
    read("instroom.log.1") + &read(FILE)
}

/// What stands behind moment and process.
fn told(text: &str) -> Vec<String> {
    text.lines().map(|line| line.split_once(&format!(" p{} ", id())).unwrap().1.to_owned()).collect()
}

#[test]
fn a_deed_says_when_it_began_and_how_it_ended() {
    let folder = folder();
    let text = logged(folder.path(), Level::Info, MOST, || {
        Deed::begin("import", "rows=3").done("revision=7");
        Deed::begin("export", "/tmp/x").stopped();
        let cause = std::io::Error::other("the disk is gone");
        Deed::begin("reading", "").failed(&crate::world::whole_file::WriteFault::File { path: "/x".into(), source: cause });
        drop(Deed::begin("mail round", "new=2"));
        tracing::debug!("not now");
    });
    let lines: Vec<String> = told(&text).iter().map(|line| line.split(" took=").next().unwrap().to_owned()).collect();
    assert_eq!(
        lines[..4],
        ["INFO import begins rows=3", "INFO import done revision=7", "INFO export begins /tmp/x", "INFO export stopped"]
    );
    assert!(lines[5].starts_with("ERROR reading failed: ") && lines[5].ends_with(": the disk is gone"), "{}", lines[5]);
    assert_eq!(lines[6..], ["INFO mail round begins new=2", "ERROR mail round broken off"]);
}

#[test]
fn each_level_holds_those_before_it() {
    let all = || {
        tracing::error!("error");
        tracing::warn!("warn");
        tracing::info!("info");
        tracing::debug!("debug");
        tracing::trace!("trace");
        tracing::error!(target: "sled", "a library");
    };
    for (count, level) in (1..).zip(Level::ALL) {
        let folder = folder();
        assert_eq!(told(&logged(folder.path(), level, MOST, all)).len(), count, "{level:?}");
        assert_eq!(Level::from_word(level.word()), Some(level));
    }
    assert_eq!(Level::from_word("loud"), None);
}

#[test]
fn only_its_owner_reads_it_and_no_link_is_followed() {
    let folder = folder();
    let state = folder.path().join("state");
    let text = logged(&state, Level::Info, MOST, || tracing::info!("one"));
    assert_eq!(text.lines().count(), 1);
    let mode = |path: &Path| metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&state), mode(&state.join(FILE))), (0o700, 0o600));
    set_permissions(state.join(FILE), Permissions::from_mode(0o644)).unwrap();
    let text = logged(&state, Level::Info, MOST, || tracing::info!("two"));
    assert_eq!((text.lines().count(), mode(&state.join(FILE))), (2, 0o600));

    let linked = folder.path().join("linked");
    std::fs::create_dir(&linked).unwrap();
    write(folder.path().join("other"), "untouched").unwrap();
    symlink(folder.path().join("other"), linked.join(FILE)).unwrap();
    let (dispatch, place) = open(&linked, Level::Info, MOST);
    assert!(dispatch.is_none() && matches!(place, LogPlace::Refused(..)), "{place:?}");
    assert_eq!(read_to_string(folder.path().join("other")).unwrap(), "untouched");
}

#[test]
fn where_no_log_can_be_kept_the_place_says_why() {
    let folder = folder();
    write(folder.path().join("file"), "").unwrap();
    let (dispatch, place) = open(&folder.path().join("file"), Level::Info, MOST);
    let LogPlace::Refused(path, why) = place else { panic!("{place:?}") };
    assert!(dispatch.is_none() && path.ends_with("file/instroom.log") && !why.is_empty(), "{path}: {why}");
    assert_eq!(begin(None, Level::Info), LogPlace::Nowhere);
}

#[test]
fn sessions_side_by_side_tear_no_line_and_keep_two_bounded_files() {
    let folder = folder();
    let most = 20_000;
    let path = folder.path();
    std::thread::scope(|scope| {
        for session in 'a'..='d' {
            scope.spawn(move || {
                let (dispatch, _) = open(path, Level::Info, most);
                with_default(Scribe::new(Book::open(path.join(FILE), most).unwrap(), Level::Info), || {
                    for number in 0..200 {
                        tracing::info!("{session}{number:03} {}.", String::from(session).repeat(100));
                    }
                });
                drop(dispatch);
            });
        }
    });
    let read = |name: &str| read_to_string(path.join(name)).unwrap();
    let (old, new) = (read("instroom.log.1"), read(FILE));
    assert!(old.len() as u64 <= most && new.len() as u64 <= most && old.len() as u64 > most / 2, "{} {}", old.len(), new.len());
    assert!(!path.join("instroom.log.1.1").exists());
    for line in old.lines().chain(new.lines()) {
        let (_, text) = line.split_once(" INFO ").unwrap_or_else(|| panic!("{line}"));
        let session = text.chars().next().unwrap();
        let (head, tail) = text.split_once(' ').unwrap();
        assert_eq!((head.len(), tail), (4, format!("{}.", String::from(session).repeat(100)).as_str()), "{line}");
    }
    let mut numbers: Vec<&str> = new.lines().filter_map(|line| line.split(" INFO ").nth(1)?.split(' ').next()).collect();
    let all = numbers.len();
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers.len(), all, "no line stands twice");
}

#[test]
fn a_log_that_was_taken_away_is_begun_again() {
    let folder = folder();
    let path = folder.path().join(FILE);
    let text = logged(folder.path(), Level::Info, MOST, || {
        tracing::info!("one");
        std::fs::remove_file(&path).unwrap();
        tracing::info!("two");
    });
    assert_eq!(told(&text), ["INFO two"]);
}

#[test]
fn a_long_line_is_cut_and_says_so() {
    let folder = folder();
    let text = logged(folder.path(), Level::Info, MOST, || tracing::info!("{}", "x ".repeat(100_000)));
    assert!(text.len() < 3_000 && text.ends_with(" ...\n") && text.lines().count() == 1, "{}", text.len());
}

#[test]
fn of_a_fault_its_name_and_what_the_system_said_are_logged_and_no_cells() {
    use crate::app::fault::Fault;
    use crate::app::mail_fault::MailFault;
    let folder = folder();
    let text = logged(folder.path(), Level::Info, MOST, || {
        fault(&Fault::NoHeading { seen: vec!["Maes".into(), "An".into()] });
        fault(&Fault::System { detail: "out of files".into() });
        fault(&Fault::Mail(MailFault::NotTaken { detail: "550 <an@example.be> is nobody".into() }));
    });
    assert_eq!(told(&text), ["WARN told: NoHeading", "ERROR told: System: out of files", "ERROR told: NotTaken: 550 <***@***> is nobody"]);
}

/// Digits with no letter and at most three other signs between them.
fn runs(text: &str) -> Vec<Vec<u64>> {
    let (mut runs, mut gap) = (vec![Vec::new()], 0);
    for sign in text.chars() {
        match sign.to_digit(10) {
            Some(digit) => {
                runs.last_mut().unwrap().push(u64::from(digit));
                gap = 0;
            }
            None if sign.is_alphabetic() || gap == 3 => runs.push(Vec::new()),
            None => gap += 1,
        }
    }
    runs
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is logged, by whatever way: no eleven digits with right check digits, no address, no account, no control character.
    #[test]
    fn nobodys_numbers_are_in_the_file(
        text in any::<String>(),
        serial in 0u64..1_000_000_000,
        separators in proptest::collection::vec("[ ./:,_-]{0,2}", 11),
        account in 0u64..10_000_000_000,
        local in "[a-z0-9.+_'-]{1,12}",
        host in "[a-z0-9-]{1,10}",
    ) {
        let digits = format!("{serial:09}{:02}", 97 - serial % 97);
        let national: String = digits.chars().zip(&separators).map(|(digit, gap)| format!("{digit}{gap}")).collect();
        let rest = match account % 97 { 0 => 97, rest => rest };
        let bban = format!("{account:010}{rest:02}");
        let iban = format!("BE{:02}{bban}", 98 - format!("{bban}111400").parse::<u128>().unwrap() % 97);
        let address = format!("{local}@{host}.be");
        let folder = folder();
        let written = logged(folder.path(), Level::Trace, MOST, || {
            tracing::info!("{text}{national}");
            tracing::info!(national, address, iban, %text, "fields");
            tracing::error!(whole = ?(&text, &national, &address, &iban), "debugged");
            Deed::begin("import", format!("{address};{text}")).failed(&std::io::Error::other(format!("{iban} {text} {national}")));
        });
        prop_assert_eq!(written.lines().count(), 5);
        for line in written.lines() {
            prop_assert!(!line.chars().any(char::is_control), "{:?}", line);
            prop_assert!(!line.contains(&address) && !line.contains(&iban), "{}", line);
            let told = line.split_once(&format!(" p{} ", id())).unwrap().1;
            let signs: Vec<char> = told.chars().collect();
            let around = |at: usize| (signs.get(at.wrapping_sub(1)).copied(), signs.get(at + 1).copied());
            let is_address = |at: &usize| matches!(around(*at), (Some(before), Some(behind)) if before.is_alphanumeric() || behind.is_alphanumeric());
            let addresses = signs.iter().enumerate().filter(|(_, sign)| **sign == '@').map(|(at, _)| at).filter(is_address).count();
            prop_assert_eq!(addresses, 0, "{}", told);
            for digits in runs(told) {
                for eleven in digits.windows(11) {
                    let number = eleven.iter().fold(0, |number, digit| number * 10 + digit);
                    let (nine, check) = (number / 100, number % 100);
                    prop_assert!(97 - nine % 97 != check && 97 - (2_000_000_000 + nine) % 97 != check, "{}", told);
                }
            }
        }
    }
}
