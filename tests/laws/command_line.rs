//! What shells, manuals, jobs and scripts stand on: completions, the pages of the manual, `--no-input`, `-`, dry runs, and the head
//! of all that is printed as JSON.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use instroom::cli::exit::MEANINGS;
use instroom::domain::field::Field;
use serde_json::Value;

use crate::generate::sample;
use crate::support::office::{SAMPLE, workbook_of};
use crate::support::place::{Place, parsed, some};
use crate::support::program::ahead;
use crate::support::terminal::Terminal;

/// Some of the commands, of every kind.
const COMMANDS: [&str; 8] = ["check", "import", "customers", "outbox", "flows", "store", "completions", "man"];

/// What bash offers for the last of these words.
fn offered(script: &str, words: &[&str]) -> BTreeSet<String> {
    let typed = words.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(" ");
    let last = words.len() - 1;
    let ask = format!(
        "source '{script}'; COMP_WORDS=({typed}); COMP_CWORD={last}; _instroom instroom '{}' '{}'; printf '%s\\n' \"${{COMPREPLY[@]}}\"",
        words[last],
        words[last - 1]
    );
    let output = Command::new("bash").args(["--norc", "--noprofile", "-c", &ask]).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
}

#[test]
fn completions_can_be_read_by_the_shell_and_complete_words() {
    let place = Place::empty();
    let bash = place.put("instroom.bash", place.run(&["completions", "bash"]).out.as_bytes());
    let read = Command::new("bash").args(["-n", &bash]).output().unwrap();
    assert!(read.status.success() && read.stderr.is_empty(), "{read:?}");
    assert_eq!(offered(&bash, &["instroom", "che"]), BTreeSet::from(["check".to_owned()]));
    assert_eq!(offered(&bash, &["instroom", "flows", "li"]), BTreeSet::from(["link".to_owned()]));
    assert_eq!(offered(&bash, &["instroom", "customers", "--stat"]), BTreeSet::from(["--state", "--stats", "--status"].map(str::to_owned)));
    assert_eq!(offered(&bash, &["instroom", "customers", "--status", "ans"]), BTreeSet::from(["answered".to_owned()]));
    assert_eq!(offered(&bash, &["instroom", "--lang", "f"]), BTreeSet::from(["fr".to_owned()]));
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = place.run(&["completions", shell]);
        assert_eq!((script.code, script.told.as_str()), (0, ""), "{shell}");
        for command in COMMANDS {
            assert!(script.out.contains(command), "{shell} does not know {command}");
        }
    }
    assert_eq!(place.run(&["completions", "tcsh"]).code, 64);
}

#[test]
fn the_manual_tells_every_command_and_every_exit_code() {
    let place = Place::empty();
    let page = place.run(&["man"]);
    assert_eq!((page.code, page.told.as_str()), (0, ""));
    for heading in ["NAME", "SYNOPSIS", "DESCRIPTION", "EXAMPLES", "COMMANDS", "OPTIONS", "\"EXIT STATUS\"", "ENVIRONMENT", "FILES"] {
        assert!(page.out.contains(&format!("\n.SH {heading}\n")), "{heading}");
    }
    for command in COMMANDS {
        assert!(page.out.contains(&format!(".SS \"instroom {command}\"")), "{command}");
    }
    for (code, _) in MEANINGS {
        assert!(page.out.contains(&format!("\n.TP\n\\fB{code}\\fR\n")), "{code}");
    }
    let folder = place.at("man1");
    let look = place.run(&["man", "--all", &folder, "-n"]);
    assert!(look.code == 0 && !Path::new(&folder).exists(), "{look:?}");
    let written = place.run(&["man", "--all", &folder]);
    assert_eq!((written.code, &written.out), (0, &look.out), "what was said is what is written");
    for path in written.out.lines() {
        let page = std::fs::read_to_string(path).unwrap();
        assert!(page.contains(".SH \"EXIT STATUS\"") && page.contains(".SH EXAMPLES"), "{path}");
    }
    assert!(Path::new(&folder).join("instroom-flows-link.1").exists() && Path::new(&folder).join("instroom.1").exists());
}

#[test]
fn pages_that_cannot_be_written_are_told_before_any_is() {
    let place = Place::empty();
    let file = place.put("file", b"");
    let (below, odd) = (format!("{file}/man1"), place.at("odd"));
    std::fs::create_dir_all(Path::new(&odd).join("instroom-check.1")).unwrap();
    for (folder, told) in [
        (file.as_str(), format!("{file} is not a folder.\n  Nothing was written.")),
        (&below, format!("{file} is not a folder.")),
        ("/dev/full", "/dev/full is not a folder.".to_owned()),
        (&odd, "instroom-check.1 is a folder.\n  Nothing was written.".to_owned()),
    ] {
        for line in [&["man", "--all", folder][..], &["man", "--all", folder, "-n"]] {
            let answer = place.run(line);
            assert!(answer.code == 73 && answer.out.is_empty() && answer.told.contains(&told), "{line:?}: {answer:?}");
        }
    }
    assert_eq!(std::fs::read_dir(&odd).unwrap().count(), 1, "no page was written before");
}

#[test]
fn the_readme_lists_the_exit_codes_of_the_program() {
    let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let table = readme.split("| exit code | meaning |\n|---|---|\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let wanted: Vec<String> = MEANINGS.iter().map(|(code, meaning)| format!("| {code} | {meaning} |")).collect();
    assert_eq!(table.lines().collect::<Vec<_>>(), wanted);
    let help = Place::empty().run(&["--help"]).out;
    let told: Vec<&str> = help.split("Exit codes:").nth(1).unwrap().split([' ', '\n', ',']).collect();
    for (code, _) in MEANINGS {
        assert!(told.contains(&code.to_string().as_str()), "the help lists {code}");
    }
}

#[test]
fn without_input_no_screen_opens_and_nobody_is_waited_for() {
    let place = Place::empty();
    let file = place.put("three.xlsx", &some(0..3));
    for line in [&["--no-input"][..], &["--no-input", &file], &["demo", "--no-input"]] {
        let mut terminal = Terminal::start(line, place.home());
        terminal.wait_for("With --no-input no screen is opened.");
        assert_eq!(terminal.wait_for_end().exit_code(), 64, "{line:?}");
        assert!(!terminal.is_alternate());
    }
    let imported = ["import", "-", "--language", "nl", "--questionnaire", "pit-2026", "--no-input"];
    for line in
        [&["check", "-", "--no-input"][..], &["-", "--no-input"], &imported, &["apply", "-", "--no-input"], &["answers", "-", "--no-input"]]
    {
        let mut terminal = Terminal::start(line, place.home());
        terminal.wait_for("nobody is waited for");
        assert_eq!(terminal.wait_for_end().exit_code(), 64, "{line:?}");
    }
    assert_eq!(place.run(&["check", &file, "--no-input"]).code, 0, "what needs nobody goes on");
}

#[test]
fn long_work_shows_on_a_terminal_how_far_it_is_and_leaves_nothing_of_it() {
    let place = Place::empty();
    let row = |number: u32| format!("An;Maes {number};an{number}@example.be\n");
    let rows: String = std::iter::once("Voornaam;Achternaam;E-mail\n".to_owned()).chain((0..60_000).map(row)).collect();
    let file = place.put("rows.csv", rows.as_bytes());
    let mut terminal = Terminal::start(&["check", &file, "--lang", "en"], place.home());
    terminal.wait_for("rows in the file");
    terminal.wait_for_end();
    terminal.wait_until("no bar", |text| !text.contains("Reading the workbook"));
    // A busy machine may take in the bar and its end at once; what came is asked, not what was seen.
    let said = terminal.said();
    assert!(said.contains("Reading the workbook  [") && said.contains("  ~"), "a bar was shown: {said:?}");
    assert!(!said.contains('\u{2591}'), "and none that looks otherwise: {said:?}");
    let piped = place.run(&["check", &file]);
    assert_eq!(piped.told, "", "in a pipe there is no bar");
}

#[test]
fn a_workbook_goes_to_a_pipe_and_not_to_a_terminal() {
    let place = Place::empty();
    let output = Command::new(env!("CARGO_BIN_EXE_instroom")).args(["template", "-o", "-"]).env("HOME", place.home()).output().unwrap();
    assert!(output.status.success() && output.stdout.starts_with(b"PK") && output.stderr.is_empty());
    let mut terminal = Terminal::start(&["template", "-o", "-", "--lang", "en"], place.home());
    terminal.wait_for("A workbook is not for a terminal");
    assert_eq!(terminal.wait_for_end().exit_code(), 64);
}

#[test]
fn a_template_has_the_ending_of_a_workbook() {
    let place = Place::empty();
    for name in ["new.csv", "new.xyz", "new"] {
        let path = place.at(name);
        for line in [&["template", "-o", &path][..], &["template", "-o", &path, "-n"], &["template", "-o", &path, "--force"]] {
            let answer = place.run(line);
            assert_eq!((answer.code, answer.out.as_str()), (73, ""), "{line:?}: {answer:?}");
            assert!(answer.told.contains("has to end in .xlsx") && !Path::new(&path).exists(), "{line:?}: {answer:?}");
        }
    }
    assert_eq!(place.run(&["template", "-o", &place.at("new.XLSX")]).code, 0);
}

#[test]
fn what_is_piped_is_whole_and_dates_are_told_as_everywhere() {
    let place = Place::empty();
    let mut values = sample::customers().customer(0);
    let name = "Van den Broucke-Vandenabeele de Wolf van Ravensteyn";
    values.set(Field::LastName, name.to_owned());
    let workbook = place.put("long.xlsx", &workbook_of([values]));
    let import = ["import", &workbook, "--language", "nl", "--questionnaire", "pit-2026", "--yes"];
    assert_eq!(place.run(&import).code, 0);
    for line in [&["customers"][..], &["invite", "-n"]] {
        let answer = place.run(line);
        assert!(answer.out.contains(name), "{line:?}: {answer:?}");
    }
    let mut terminal = Terminal::start(&["--store", place.store().to_str().unwrap(), "customers", "--lang", "en"], place.home());
    terminal
        .wait_until("the name, cut", |text| text.contains("Van den Broucke-Vandenabeele de") && text.contains('>') && !text.contains(name));
}

#[test]
fn a_dry_run_writes_nothing_and_refuses_what_writing_would() {
    let place = Place::with_three("three.xlsx");
    let file = place.at("three.xlsx");
    let there = place.put("there.csv", b"mine");
    let plan = |output: &str| ["plan", &file, "--language", "nl", "--questionnaire", "pit-2026", "-n", "-o", output].map(str::to_owned);
    let of = |line: &[&str]| line.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let (template, export, more) = (place.at("template.xlsx"), place.at("export.csv"), place.put("more.xlsx", &some(3..5)));
    for line in [of(&["template", "-n", "-o", &template]), of(&["export", "-n", "-o", &export])] {
        let line: Vec<&str> = line.iter().map(String::as_str).collect();
        let look = place.run(&line);
        assert!(look.code == 0 && look.out.ends_with("nothing was written.\n") && look.told.is_empty(), "{line:?}: {look:?}");
        assert!(look.out.contains(line[3]) && !Path::new(line[3]).exists(), "{look:?}");
    }
    assert!(place.run(&["export", "-n", "-o", &export]).out.contains("       3  customers"));
    let path = place.at("plan.json");
    let line = plan(&path).map(|word| if word == file { more.clone() } else { word });
    let look = place.run(&line.each_ref().map(String::as_str));
    assert!(look.code == 0 && look.out.contains("       2  ") && !Path::new(&path).exists(), "{look:?}");
    let full = place.put("there.xlsx", b"mine");
    for line in [&["export", "-n", "-o", &there][..], &["template", "-n", "-o", &full], &["export", "-n", "-o", &place.at("no/where.csv")]]
    {
        assert_eq!(place.run(line).code, 73, "{line:?}");
    }
    assert_eq!(std::fs::read(&there).unwrap(), b"mine");
}

#[test]
fn everything_printed_as_json_begins_with_its_format_and_version() {
    let place = Place::empty();
    let sample = place.put("customers.xlsx", SAMPLE);
    let import = ["--language", "nl", "--questionnaire", "pit-2026"];
    let plan = place.at("plan.json");
    let day = ahead().to_string();
    let (saved, elsewhere) = (place.at("store.jsonl"), place.at("elsewhere"));
    assert_eq!(place.run(&[&["plan", &sample, "-o", &plan][..], &import].concat()).code, 0);
    let all = [
        ("instroom-check", &["check", &sample][..]),
        ("instroom-apply", &["apply", &plan, "-n"]),
        ("instroom-import", &[&["import", &sample, "--yes"][..], &import].concat()),
        ("instroom-customers", &["customers"]),
        ("instroom-customer", &["history", "--customer", "C00001"]),
        ("instroom-history", &["history"]),
        ("instroom-keys", &["keys"]),
        ("instroom-drafts", &["drafts"]),
        ("instroom-flows", &["flows"]),
        ("instroom-flow", &["flows", "deadline", "pit-2026", "--customer", "1", "--to", &day, "-n"]),
        ("instroom-invite", &["invite", "-n"]),
        ("instroom-outbox", &["outbox"]),
        ("instroom-to-send", &["outbox", "send", "-n"]),
        ("instroom-answers", &["answers", &sample]),
        ("instroom-undo", &["undo", "1", "-n"]),
        ("instroom-store-check", &["store", "check"]),
        ("instroom-store-info", &["store", "info"]),
        ("instroom-store-backup", &["store", "backup", &saved]),
        ("instroom-backup-check", &["store", "check", "--backup", &saved]),
        ("instroom-store-restore", &["store", "restore", &saved, "--into", &elsewhere, "--yes"]),
        ("instroom-settings", &["config", "show"]),
        ("instroom-settings-files", &["config", "path"]),
        ("instroom-settings-check", &["config", "check"]),
    ];
    let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    for (format, line) in all {
        let answer = place.run(&[line, &["--json"]].concat());
        assert!(answer.out.starts_with(&format!("{{\n  \"format\": \"{format}\",\n  \"version\": 1,\n")), "{line:?}: {answer:?}");
        let told: Value = parsed(&answer);
        assert!(told.as_object().is_some_and(|told| told.len() > 2), "{told}");
        assert!(readme.contains(&format!("`{format}`")) || readme.contains(&format!("\"{format}\"")), "the README lists {format}");
    }
}
