//! Where there is no terminal, what needs one says what, why and what to do, and has made nothing.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::support::terminal::Terminal;

/// Runs the program without a terminal; its exit code and what it said on standard error.
fn run(folder: &Path, arguments: &[&str]) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_instroom"));
    // Whoever makes a temporary folder all the same cannot.
    command.env_clear().env("USER", "els").env("HOME", folder).env("TMPDIR", folder.join("gone")).args(arguments);
    let output = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).output().unwrap();
    assert!(output.stdout.is_empty());
    (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn what_needs_a_terminal_says_what_why_and_what_to_do_in_every_language() {
    let folder = tempfile::tempdir().unwrap();
    for language in ["nl", "fr", "en"] {
        for line in [&[][..], &["demo"], &["tutor"]] {
            let (code, told) = run(folder.path(), &[line, &["--lang", language]].concat());
            let lines: Vec<&str> = told.lines().collect();
            assert_eq!((code, lines.len()), (64, 3), "{line:?}: {told}");
            assert!(lines[0].starts_with("instroom: ") && lines[2].starts_with("  --plain ") && told.contains("--help"), "{told}");
        }
        let (code, told) = run(folder.path(), &["keys", "--check", "--lang", language]);
        assert!(code == 64 && told.lines().count() == 3 && told.contains("instroom keys ") && !told.contains("--plain"), "{told}");
        for line in [["demo", "--no-input"], ["tutor", "--no-input"]] {
            let (code, told) = run(folder.path(), &[&line[..], &["--lang", language]].concat());
            assert!(code == 64 && told.contains("--no-input") && told.contains("instroom --help"), "{line:?}: {told}");
        }
    }
    let english = run(folder.path(), &["--lang", "en"]).1;
    assert!(english.contains("\n  Neither standard input nor standard output is a terminal.\n"), "{english}");
}

#[test]
fn which_of_them_is_no_terminal_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let program = env!("CARGO_BIN_EXE_instroom");
    for (line, wanted) in [
        ("instroom --lang en < /dev/null", "Standard input is no terminal."),
        ("instroom --lang en | cat", "Standard output is no terminal."),
        ("instroom - --lang en", "No workbook comes in: standard input is a terminal."),
    ] {
        let mut terminal = Terminal::shell(folder.path());
        terminal.type_text(&format!("{}\r", line.replacen("instroom", program, 1)));
        terminal.wait_for(wanted);
        assert!(!terminal.is_alternate());
    }
}
