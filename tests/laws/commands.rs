//! The help, the output and the exit code of every command, as sessions that can be read: `tests/commands/*.trycmd`. `TRYCMD=overwrite
//! cargo test --test main laws::commands` writes them anew; `...` stands for lines that do not matter or that change from day to day.

use std::path::Path;

/// Runs the sessions of one file, in a home of its own and in a language.
fn sessions(name: &str, language: &str) {
    let home = tempfile::tempdir().unwrap();
    let at = |name: &str| home.path().join(name).to_str().unwrap().to_owned();
    std::fs::write(at("config.toml"), b"").unwrap();
    let cases = trycmd::TestCases::new();
    cases.register_bin("instroom", Path::new(env!("CARGO_BIN_EXE_instroom")));
    for (name, value) in [("INSTROOM_LANG", language), ("USER", "els"), ("TZ", "UTC"), ("LC_ALL", "C.UTF-8"), ("COLUMNS", "100")] {
        cases.env(name, value);
    }
    for (name, folder) in [("HOME", "home"), ("INSTROOM_STORE", "store"), ("INSTROOM_STATE", "state"), ("INSTROOM_CONFIG", "config.toml")] {
        cases.env(name, at(folder));
    }
    for (name, folder) in [("XDG_DATA_HOME", "data"), ("XDG_STATE_HOME", "state"), ("XDG_CONFIG_HOME", "config")] {
        cases.env(name, at(folder));
    }
    cases.case(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/commands").join(name));
    cases.run();
}

#[test]
fn every_command_helps() {
    sessions("help.trycmd", "en");
}

#[test]
fn every_command_answers() {
    sessions("session.trycmd", "en");
}

#[test]
fn every_command_refuses_with_what_and_what_to_do() {
    sessions("refused.trycmd", "en");
}

#[test]
fn help_and_refusals_are_in_dutch() {
    sessions("dutch.trycmd", "nl");
}

#[test]
fn help_and_refusals_are_in_french() {
    sessions("french.trycmd", "fr");
}
