//! The dialogue on plain lines: every screen is told, without anything that acts on a terminal or that a voice would spell;
//! and the built program is talked through by pipes.

use std::io::Write as _;
use std::process::{Command, Stdio};

use instroom::app::notice::Notice;
use instroom::app::{Msg, Overlay};
use instroom::domain::sheet::LONGEST_TEXT;
use instroom::plain::{Dialogue, Reply, WINDOW};
use instroom::words::ScreenLanguage;
use instroom::world::workbook::Reader;

use super::sizes::screens;
use crate::support::disk::Disk;
use crate::support::flow::{Flow, draw, text_of};
use crate::support::office::{SAMPLE, demo_store};
use crate::support::program::instroom;

/// Whether a line can be read aloud: nothing in it acts on a terminal, draws, or is only for eyes.
fn is_plain(line: &str) -> bool {
    let draws = |sign: char| sign.is_control() || matches!(sign, '\u{2500}'..='\u{259f}' | '\u{2400}'..='\u{2421}');
    let signs = ["[x]", "[ ]", "(o)", "( )", "[ ", "####", "->", " >", "**", " = ", " | "];
    let is_bracketed = line.split_once(" (").is_some_and(|(_, rest)| rest.contains(')'));
    // What is to be written into the settings is told as it is written.
    let line = &line.replace(" = \"", "");
    !line.contains(draws) && !is_bracketed && !signs.iter().any(|sign| line.contains(sign)) && line.trim() == line && !line.contains("  ")
}

#[test]
fn every_screen_is_told_in_lines_that_can_be_read_aloud() {
    let screens = screens();
    for language in ScreenLanguage::ALL {
        for (name, model) in &screens {
            // Whoever answers by name needs no list to find one in: the palette opens for nobody here.
            if matches!(model.overlay, Some(Overlay::Palette(_))) {
                continue;
            }
            let mut model = model.clone();
            model.sight.language = language;
            model.update(Msg::Resize(WINDOW.0, WINDOW.1));
            let mut dialogue = Dialogue::new();
            let lines = dialogue.tell(&model);
            // What is being done is told by how far it is.
            if model.running.is_some() && model.overlay.is_none() {
                assert!(dialogue.progress(&model, std::time::Duration::from_secs(5)).len() > 1, "{name}");
                continue;
            }
            assert!(lines.len() > 1 && !lines[1].is_empty(), "{name}: {lines:#?}");
            let Reply::Say(offers) = dialogue.answer(&model, if model.layer().takes_text() { ":help" } else { "help" }) else {
                panic!("{name}: what can be done is told")
            };
            let loud = lines.iter().chain(&offers).find(|line| !is_plain(line));
            assert_eq!(loud, None, "{language:?}, {name}:\n{}", lines.join("\n"));
            assert_eq!(dialogue.tell(&model), Vec::<String>::new(), "{name}: nothing is told twice");
        }
    }
}

#[test]
fn every_answer_is_taken_everywhere() {
    let answers = [
        "",
        "1",
        "0",
        "99999",
        "more",
        "list",
        "list 3",
        "row 2",
        "here",
        "why help",
        "wait",
        "find x",
        ":",
        "::",
        ".",
        "\u{1b}[31m",
        "nonsense",
        "é",
        "gg",
        "Ctrl+R",
    ];
    for (name, model) in screens() {
        let mut told = Dialogue::new();
        told.tell(&model);
        for answer in answers {
            let (mut dialogue, mut model) = (told.clone(), model.clone());
            let messages = match dialogue.answer(&model, answer) {
                Reply::Do(messages) => messages,
                Reply::Say(lines) => {
                    assert!(lines.iter().all(|line| !line.contains(char::is_control)), "{name}: {answer:?}: {lines:?}");
                    continue;
                }
                Reply::Wait => continue,
            };
            for message in messages {
                model.update(message);
            }
            let lines = dialogue.tell(&model);
            assert!(lines.iter().all(|line| !line.contains(char::is_control)), "{name}: {answer:?}: {lines:?}");
        }
    }
}

#[test]
fn an_answer_is_worked_on_once_however_long_it_is() {
    let long = "é ".repeat(LONGEST_TEXT / 2);
    let mut seen = std::collections::HashSet::new();
    for (name, model) in screens().into_iter().filter(|(_, model)| seen.insert((model.layer(), model.overlay.is_some()))) {
        for answer in [long.clone(), format!("find {long}"), format!("::{long}"), "1".repeat(LONGEST_TEXT)] {
            let (mut dialogue, mut model) = (Dialogue::new(), model.clone());
            dialogue.tell(&model);
            let Reply::Do(messages) = dialogue.answer(&model, &answer) else { continue };
            // Each may filter, judge or match anew.
            assert!(messages.len() <= 4, "{name}: {} messages for {:.10}", messages.len(), answer);
            for message in messages {
                model.update(message);
            }
        }
    }
}

#[test]
fn an_answer_that_has_no_room_is_refused_whole_wherever_text_is_typed() {
    let (room, mut refused) = (LONGEST_TEXT, 0);
    for (name, model) in screens() {
        for lead in ["", "find ", "::"] {
            let (mut dialogue, mut model) = (Dialogue::new(), model.clone());
            dialogue.tell(&model);
            let before = format!("{:?}", (&model.screen, &model.overlay));
            match dialogue.answer(&model, &format!("{lead}{}", "é".repeat(room + 3))) {
                Reply::Say(lines) => {
                    let told = lines.join("\n");
                    let is_refused = told.contains("more than there is room for. Nothing of it was taken.");
                    refused += usize::from(is_refused && told.contains("3 characters more"));
                    assert!(told.chars().count() < 1000, "{name}: {told:.1000}");
                }
                Reply::Do(messages) => {
                    for message in messages.into_iter().chain(dialogue.follow_up(&model)) {
                        model.update(message);
                    }
                    assert_eq!(format!("{:?}", (&model.screen, &model.overlay)), before, "{name}, {lead:?}: something of it was taken");
                }
                Reply::Wait => {}
            }
        }
    }
    assert!(refused > 10, "only {refused} places take text");
}

#[test]
fn what_was_looked_for_is_said_again_in_short() {
    let mut told = 0;
    for (name, model) in screens() {
        let (mut dialogue, mut model) = (Dialogue::new(), model.clone());
        dialogue.tell(&model);
        let long = "é".repeat(LONGEST_TEXT);
        for answer in [&format!("find {long}"), &long, "here"] {
            let lines = match dialogue.answer(&model, answer) {
                // What is typed in a field is its value, which is told whole.
                Reply::Do(_) if model.layer().takes_text() && !matches!(model.overlay, Some(Overlay::Chooser(_))) => continue,
                Reply::Do(messages) => {
                    for message in messages {
                        model.update(message);
                    }
                    dialogue.tell(&model)
                }
                Reply::Say(lines) => lines,
                Reply::Wait => continue,
            };
            let longest = lines.iter().map(|line| line.chars().count()).max().unwrap_or(0);
            assert!(longest < 2000, "{name}, {answer:.5}: a line of {longest} signs");
            told += usize::from(lines.iter().any(|line| line.contains(&format!("{}…", "é".repeat(40)))));
        }
    }
    assert!(told > 20, "only {told}");
}

#[test]
fn who_leaves_by_the_word_of_another_program_is_told_the_key() {
    let flow = Flow::over(demo_store(), Disk::new(), Reader::here());
    for (language, words, way_out) in [
        (ScreenLanguage::English, &["quit", "exit"][..], "q goes back or leaves."),
        // What leaves is called quitter there, and its beginning is enough.
        (ScreenLanguage::French, &["exit"], "q revient en arrière ou quitte."),
        (ScreenLanguage::Dutch, &["quit", "exit"], "q gaat terug of sluit af."),
    ] {
        let mut model = flow.model.clone();
        model.sight.language = language;
        for word in words {
            let Reply::Say(lines) = Dialogue::new().answer(&model, word) else { panic!("{word} does nothing by itself") };
            assert!(lines.len() == 2 && lines[1] == way_out, "{lines:?}");
        }
    }
}

#[test]
fn where_nothing_is_shown_no_number_is_asked_for() {
    for (name, model) in screens() {
        for answer in ["row 3", "3", ":3", ":row 3"] {
            let Reply::Say(lines) = Dialogue::new().answer(&model, answer) else { continue };
            assert!(lines.iter().all(|line| !line.contains("1 to 0")), "{name}: {lines:?}");
        }
    }
    let mut flow = Flow::over(demo_store(), Disk::new(), Reader::here());
    flow.press("c /").paste("nobody is called so").press("Enter");
    let Reply::Say(lines) = Dialogue::new().answer(&flow.model, "row 3") else { panic!("there is no row") };
    assert_eq!(lines, ["There are no rows here to go to."]);
}

#[test]
fn a_paste_that_was_cut_says_so_wherever_text_is_typed() {
    let mut cut = 0;
    for (name, model) in screens() {
        let mut model = model.clone();
        model.update(Msg::Paste("é".repeat(LONGEST_TEXT * 2)));
        let Some(notice) = model.notice.clone() else {
            let is_ticked = matches!(model.overlay, Some(Overlay::Season(_) | Overlay::SeasonPreview(_) | Overlay::Replacing(_)));
            assert!(!model.layer().takes_text() || is_ticked, "{name}: cut without a word");
            continue;
        };
        if let Notice::PastedInPart(left_out) = notice {
            assert!(left_out > LONGEST_TEXT - 200, "{name}: {left_out}");
            let screen = text_of(&draw(&model).0);
            assert!(screen.contains("No room for the last"), "{name}:\n{screen}");
            cut += 1;
        }
    }
    assert!(cut > 10, "only {cut} places take text");
}

#[test]
fn a_long_paste_is_cut_to_what_a_cell_holds_and_filters() {
    let mut flow = Flow::over(demo_store(), Disk::new(), Reader::here());
    flow.press("c /").paste(&"x".repeat(60_000));
    let filter = flow.model.table().unwrap().filter.text().len();
    assert_eq!((filter, flow.model.table().unwrap().order.len()), (LONGEST_TEXT, 0));
    flow.press("Backspace y Esc");
    assert!(!flow.model.table().unwrap().order.is_empty(), "{}", flow.screen());
}

/// Talks the built program through by pipes; what it said, and its exit code.
fn talked(folder: &std::path::Path, arguments: &[&str], answers: &str) -> (String, Option<i32>) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_instroom"));
    command.env_clear().env("USER", "els").env("INSTROOM_LANG", "en").env("HOME", folder).env("INSTROOM_STORE", folder.join("store"));
    command.env("XDG_CONFIG_DIRS", folder.join("xdg")).args(arguments);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(answers.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    (String::from_utf8(output.stdout).unwrap(), output.status.code())
}

#[test]
fn an_import_goes_through_pipes_and_is_stored() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("customers.xlsx");
    std::fs::write(&book, SAMPLE).unwrap();
    let answers = "T\n1\nQ\n1\nW\n1\nI\n2\n";
    let (told, code) = talked(folder.path(), &["--plain", book.to_str().unwrap()], answers);
    assert_eq!(code, Some(0), "{told}");
    assert!(told.contains("Report, customers.xlsx."), "{told}");
    assert!(told.lines().map(str::trim_end).all(is_plain), "{:?}", told.lines().find(|line| !is_plain(line.trim_end())));
    let customers = instroom(&folder.path().join("store"), &["customers", "--json"]);
    assert_eq!(customers.code, 0, "{}", customers.told);
    assert!(customers.out.contains("Van Laere"), "{}", customers.out);
}

#[test]
fn input_that_ends_keeps_the_draft() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("customers.xlsx");
    std::fs::write(&book, SAMPLE).unwrap();
    let (told, code) = talked(folder.path(), &["--plain", book.to_str().unwrap()], "1\nspace\n");
    assert_eq!(code, Some(0), "{told}");
    let drafts = instroom(&folder.path().join("store"), &["drafts"]);
    assert!(drafts.out.contains("customers.xlsx"), "{}\n{}", drafts.out, drafts.told);
    let (told, _) = talked(folder.path(), &["--plain"], "resume\n");
    assert!(told.contains("not selected") || told.contains("Import."), "{told}");
}

#[test]
fn what_failed_and_was_not_mended_is_the_exit_code() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (book, rubbish) = (at("customers.xlsx"), at("rubbish.xlsx"));
    std::fs::write(&book, SAMPLE).unwrap();
    std::fs::write(&rubbish, b"rubbish").unwrap();
    let chosen = "T\n1\nQ\n1\nW\n1\nI\n2\n";
    let (all, sound) = (format!("I\n{chosen}"), ["--plain", &book]);
    let (no_store, gone) = (["--plain", &book, "--store", &rubbish], at("gone.xlsx"));
    let cases: [(&[&str], &str, i32); 7] = [
        (&["--plain", &rubbish], "", 65),
        (&["--plain", &gone], "", 66),
        (&["--plain", &rubbish], &format!("\n1\np\n{book}\n"), 0),
        (&sound, "I\n", 64),
        (&no_store, "", 74),
        (&no_store, chosen, 74),
        (&sound, &all, 0),
    ];
    for (arguments, answers, wanted) in cases {
        let (told, code) = talked(folder.path(), arguments, answers);
        assert_eq!(code, Some(wanted), "{arguments:?} {answers:?}:\n{told}");
    }
}

#[test]
fn an_answer_that_is_too_long_is_told_and_not_acted_upon() {
    let folder = tempfile::tempdir().unwrap();
    // Cut in two, its end would leave.
    let (told, code) = talked(folder.path(), &["--plain"], &format!("{}\nq\n", "q".repeat(200_000)));
    assert_eq!(code, Some(0), "{told}");
    assert_eq!(told.matches("longer than 64 KiB").count(), 1, "{told}");
    assert!(told.trim_end().ends_with("Answer: q") && told.len() < 4000, "{told}");
}

#[test]
fn a_dialogue_that_nobody_can_be_told_ends_with_what_the_system_says() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_instroom"));
    command.env_clear().env("INSTROOM_LANG", "en").env("HOME", folder.path()).args(["--plain"]).stdin(Stdio::null());
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = command.stdout(full).stderr(Stdio::piped()).output().unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(74), "{told}");
    assert!(told.starts_with("instroom: The output could not be written.\n  The system says: "), "{told}");
}

/// The program with pipes, in a home of its own.
fn program(folder: &std::path::Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_instroom"));
    command.env_clear().env("USER", "els").env("INSTROOM_LANG", "en").env("HOME", folder).env("INSTROOM_STORE", folder.join("store"));
    command.env("XDG_CONFIG_DIRS", folder.join("xdg")).args(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

#[test]
fn what_is_lost_with_the_end_is_told_as_lost_and_not_as_something_to_stay_for() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("customers.xlsx");
    std::fs::write(&book, SAMPLE).unwrap();
    let mut child = program(folder.path(), &["--plain", book.to_str().unwrap()]).spawn().unwrap();
    let mut answers = child.stdin.take().unwrap();
    answers.write_all(b"1\nspace\n").unwrap();
    let (mut out, mut said) = (child.stdout.take().unwrap(), Vec::new());
    while String::from_utf8_lossy(&said).matches("Answer: ").count() < 3 {
        let mut byte = [0];
        std::io::Read::read_exact(&mut out, &mut byte).unwrap();
        said.push(byte[0]);
    }
    std::fs::remove_dir_all(folder.path().join(".local/state/instroom/drafts")).unwrap();
    drop(answers);
    let mut rest = String::new();
    std::io::Read::read_to_string(&mut out, &mut rest).unwrap();
    let output = child.wait_with_output().unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(74), "{told}");
    assert!(
        told.starts_with("instroom: Your last choices in the import were not kept.\n  The folder of the draft was removed.\n"),
        "{told}"
    );
    assert!(told.contains("open the workbook again") && told.lines().last().unwrap().starts_with("  Log: "), "{told}");
}

#[test]
fn where_the_log_is_is_told_only_under_what_failed() {
    let folder = tempfile::tempdir().unwrap();
    let rubbish = folder.path().join("rubbish");
    std::fs::write(&rubbish, b"rubbish").unwrap();
    let mut child = program(folder.path(), &["--plain", "--store", rubbish.to_str().unwrap()]).spawn().unwrap();
    drop(child.stdin.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8(output.stderr).unwrap().as_str()), (Some(74), ""));
}
