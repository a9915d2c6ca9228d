//! Settings through the built program, and as the README shows them.

use std::path::Path;

use instroom::domain::settings::{PasswordSource, Settings};

use crate::support::office::SAMPLE;
use crate::support::program::instroom;

/// The example of a file of settings in the README.
fn example() -> String {
    let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let (_, behind) = readme.split_once("## Settings\n").expect("the README has a part on settings");
    let (_, behind) = behind.split_once("```toml\n").expect("with an example");
    behind.split_once("```").unwrap().0.to_owned()
}

#[test]
fn the_example_of_the_readme_is_sound_and_so_is_what_it_leaves_as_a_remark() {
    let settings = Settings::parse(&example()).unwrap();
    assert_eq!(settings.colleagues.len(), 2);
    let mail = settings.mail.unwrap();
    assert_eq!((mail.port, mail.per_minute, mail.timeout), (587, 30, 60));
    let other = example().replace("password_file", "# password_file").replace("# password_command", "password_command");
    let mail = Settings::parse(&other.replace("# ca_file", "ca_file")).unwrap().mail.unwrap();
    assert!(matches!(mail.login.unwrap().password, PasswordSource::Command(words) if words.len() == 3));
    assert!(mail.ca_file.is_some());
}

#[test]
fn settings_that_are_wrong_are_told_before_anything_is_done() {
    let folder = tempfile::tempdir().unwrap();
    let (store, file) = (folder.path().join("store"), folder.path().join("settings.toml"));
    std::fs::write(&file, "[mail]\nhots = 'x'\n").unwrap();
    let named = file.to_str().unwrap();
    for (command, code) in [("invite", 78), ("drafts", 0)] {
        let answer = instroom(&store, &["--config", named, command]);
        assert_eq!((answer.code, answer.out.as_str()), (code, ""), "what needs nothing of them goes on: {command}");
        assert!(answer.told.contains("Line 2: mail.hots is not a known setting; mail.host is."), "{}", answer.told);
    }
    std::fs::remove_file(&file).unwrap();
    assert_eq!(instroom(&store, &["--config", named, "invite"]).code, 78, "a file that somebody names has to be there");
    assert_eq!(instroom(&store, &["drafts"]).code, 0, "the usual one need not be");
    assert!(!store.exists());
}

#[test]
fn who_is_not_among_the_colleagues_is_warned_of() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("store");
    let workbook = folder.path().join("customers.xlsx");
    std::fs::write(&workbook, SAMPLE).unwrap();
    let warnings = || {
        let answer = instroom(&store, &["check", workbook.to_str().unwrap(), "--json"]);
        answer.out.matches("\"responsible.unknown\"").count()
    };
    assert_eq!(warnings(), 0, "nobody has listed the colleagues");
    let usual = folder.path().join(".config/instroom");
    std::fs::create_dir_all(&usual).unwrap();
    std::fs::write(usual.join("config.toml"), "[office]\ncolleagues = ['nobody.of.these@kantoor.be']\n").unwrap();
    assert!(warnings() > 0);
}
