//! A file whose name is no text is a file like any other: it is opened by its bytes, and told with a replacement mark.

use std::ffi::{OsStr, OsString};
use std::io::Write as _;
use std::os::unix::ffi::OsStringExt as _;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::support::office::SAMPLE;

/// Runs the program in the folder, with these answers on standard input; its exit code and all that it said.
fn run(folder: &Path, arguments: &[&OsStr], answers: &str) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_instroom"));
    command.env_clear().env("USER", "els").env("INSTROOM_LANG", "en").env("HOME", folder).env("XDG_CONFIG_DIRS", folder.join("xdg"));
    command.current_dir(folder).args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // A command that asks nothing may have ended already.
    let _unread = child.stdin.take().unwrap().write_all(answers.as_bytes());
    let output = child.wait_with_output().unwrap();
    let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).expect("whatever is said is text"));
    (output.status.code().unwrap(), said.concat())
}

#[test]
fn a_workbook_whose_name_is_no_text_goes_all_the_way() {
    let folder = tempfile::tempdir().unwrap();
    let name = OsString::from_vec(b"kl\xffanten.xlsx".to_vec());
    std::fs::write(folder.path().join(&name), SAMPLE).unwrap();
    let told = "kl\u{fffd}anten.xlsx";
    let run = |arguments: &[&str], answers: &str| {
        let arguments: Vec<&OsStr> = arguments.iter().map(|word| if *word == "FILE" { &name } else { OsStr::new(word) }).collect();
        run(folder.path(), &arguments, answers)
    };
    let (code, said) = run(&["check", "FILE", "--json"], "");
    assert!(code == 1 && said.contains(told), "{said}");
    let (code, said) = run(&["--plain", "FILE"], "T\n1\nspace\n");
    assert!(code == 0 && said.contains(told), "{said}");
    let (code, said) = run(&["drafts"], "");
    assert!(code == 0 && said.contains(told), "{said}");
    let (code, said) = run(&["--plain"], "resume\n");
    assert!(code == 0 && said.contains(told) && said.contains("103 selected"), "{said}");
    // It lies among the others where a workbook is chosen, and may be opened once more.
    let (code, said) = run(&["--plain"], "2\n\n");
    let listed = said.split("Folder ").nth(1).unwrap_or_default();
    assert!(code == 0 && listed.contains("kl\u{fffd}anten.xlsx"), "{said}");
    let choices = ["--language", "nl", "--questionnaire", "pit-2026"];
    let (code, said) = run(&[&["plan", "FILE", "-o", "plan.json"][..], &choices].concat(), "");
    assert_eq!(code, 0, "{said}");
    let (code, said) = run(&["apply", "plan.json"], "");
    assert_eq!(code, 0, "{said}");
    let (code, said) = run(&["history"], "");
    assert!(code == 0 && said.contains(told), "{said}");
}
