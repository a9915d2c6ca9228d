//! `instroom keys`: the table that holds, and what is said of a file that cannot be used.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use instroom::app::keymap::KEYMAP;

/// Runs it in a folder, with its config.toml.
fn instroom(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_instroom"));
    command.args(arguments).args(["--lang", "en", "--store", "store", "--config", "config.toml"]).current_dir(folder);
    command.env("XDG_STATE_HOME", folder.join(".state")).output().unwrap()
}

fn folder_with(keys: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("config.toml"), "").unwrap();
    fs::write(folder.path().join("keys.toml"), keys).unwrap();
    folder
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn the_table_that_holds_is_listed_with_whose_it_is() {
    let folder = folder_with("import = [\"F5\", \"~\"]\nsort-menu = []\n");
    let output = instroom(folder.path(), &["keys"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let (table, told) = (text(&output.stdout), text(&output.stderr));
    assert_eq!(table.lines().count(), KEYMAP.len() + 1);
    let line = |screen: &str, name: &str| {
        table.lines().find(|line| line.starts_with(screen) && line.split("  ").any(|cell| cell.trim() == name)).unwrap().to_owned()
    };
    assert!(line("tabs", "import").contains("F5 ~") && line("tabs", "import").ends_with("(your own)"), "{table}");
    assert!(line("tabs", "sort-menu").contains("(no key)"), "{table}");
    assert!(line("tabs", "first").contains("gg Home") && !line("tabs", "first").contains("your own"), "{table}");
    assert_eq!(told.lines().count(), 1, "{told}");
    assert!(told.contains("Line 1: ~ (import) needs AltGr"), "{told}");

    let output = instroom(folder.path(), &["keys", "--json"]);
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&told["format"], &told["version"]), (&"instroom-keys".into(), &1.into()));
    let lines = told["keys"].as_array().unwrap();
    assert_eq!(lines.len(), KEYMAP.len());
    let import = lines.iter().find(|line| line["screen"] == "tabs" && line["action"] == "import").unwrap();
    assert_eq!((import["keys"].clone(), import["own"].clone()), (serde_json::json!(["F5", "~"]), true.into()));
    assert!(import["does"].is_string(), "{import}");
}

#[test]
fn a_file_that_is_refused_is_told_where_it_matters_and_the_standard_keys_hold() {
    let folder = folder_with("\nimprt = [\"I\"]\n");
    let output = instroom(folder.path(), &["keys"]);
    assert_eq!(output.status.code(), Some(78), "{output:?}");
    assert_eq!(text(&output.stdout).lines().count(), KEYMAP.len() + 1);
    let told = text(&output.stderr);
    for part in [
        "keys.toml is not used: the standard keys hold.",
        "Line 2: There is no action imprt; the nearest is import.",
        "instroom keys lists",
    ] {
        assert!(told.contains(part), "{part} in {told}");
    }
    assert_eq!(told.matches("keys.toml is not used").count(), 1, "{told}");
    let without_screens = instroom(folder.path(), &["check", "nothing.xlsx"]);
    assert!(!text(&without_screens.stderr).contains("keys.toml"), "{without_screens:?}");
    assert_eq!(instroom(folder.path(), &["keys", "--check"]).status.code(), Some(64), "no terminal");

    let folder = folder_with("\u{1b}]0;x = 1");
    let told = text(&instroom(folder.path(), &["keys"]).stderr);
    assert!(!told.contains('\u{1b}'), "nothing of the file acts on a terminal: {told:?}");
}
