//! The guided tour on the built program, from `instroom tutor` to the shell.

use std::path::PathBuf;

use crate::support::terminal::Terminal;

/// What is pressed, and a part of what is seen once that is done: nothing is pressed while something runs that was not waited for.
const TOUR: &[(&str, &str)] = &[
    ("2", "> 3 "),
    ("34", "Stap 2 van 15"),
    ("Ggg", "Stap 3 van 15"),
    ("n\r", "Stap 4 van 15"),
    ("n", "> F toont"),
    ("F", "Enter verbetert ze allemaal ineens."),
    ("\r", "Stap 5 van 15"),
    ("u", "> U "),
    ("U", "Stap 6 van 15"),
    ("q3", "Enter vergelijkt"),
    ("n\r", "> Spatie neemt"),
    (" ", "Stap 7 van 15"),
    ("q1vj", "> Spatie laat"),
    (" ", "Stap 8 van 15"),
    ("/ma\r", "Esc toont weer alle rijen"),
    ("\u{1b}", "Stap 9 van 15"),
    ("T\r", "Stap 10 van 15"),
    ("Q\r", "Stap 11 van 15"),
    ("I", "> Rechts "),
    ("l\r", "Stap 12 van 15"),
    ("q", "> c toont"),
    ("c", "C00001"),
    ("e", "Stap 13 van 15"),
    ("q5", "> x toont"),
    ("x", "na een vraag"),
    ("xl\r", "Stap 14 van 15"),
    ("?", "Stap 15 van 15"),
];

fn files_below(folder: PathBuf) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files_below(path) } else { vec![path] }).collect()
}

#[test]
fn the_tour_is_taken_from_its_start_to_its_end_and_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let temporary = tempfile::tempdir().unwrap();
    let in_it = temporary.path().to_str().unwrap();
    let mut terminal = Terminal::start_with(&["tutor", "--lang", "nl"], folder.path(), &[("TMPDIR", in_it)]);
    terminal.wait_for("Stap 1 van 15");
    terminal.wait_for("> 2 ");
    for (keys, said) in TOUR {
        terminal.type_text(keys);
        terminal.wait_for(said);
    }
    terminal.type_text("\u{1b}");
    terminal.wait_for("en van het startscherm naar buiten");
    terminal.type_text("qqq");
    assert_eq!(terminal.wait_for_end().exit_code(), 0);
    assert_eq!(files_below(folder.path().to_path_buf()), [folder.path().join(".state/instroom/instroom.log")]);
    assert_eq!(files_below(temporary.path().to_path_buf()), Vec::<PathBuf>::new(), "the store was thrown away");
}

#[test]
fn the_tour_is_left_in_its_middle_and_leaves_nothing_either() {
    let folder = tempfile::tempdir().unwrap();
    let temporary = tempfile::tempdir().unwrap();
    let in_it = temporary.path().to_str().unwrap();
    let mut terminal = Terminal::start_with(&["tutor", "--lang", "fr"], folder.path(), &[("TMPDIR", in_it)]);
    terminal.wait_for("Étape 1 sur 15");
    // The workbook is read.
    terminal.wait_for("> 2 ");
    // F7, as terminals send it: the step is left out. F9 closes the tour, not the program.
    terminal.type_text("\u{1b}[18~");
    terminal.wait_for("Étape 2 sur 15");
    terminal.type_text("\u{1b}[20~");
    terminal.wait_for("Visite fermée");
    terminal.type_text("q");
    terminal.wait_for("Que voulez-vous");
    terminal.type_text("q");
    assert_eq!(terminal.wait_for_end().exit_code(), 0);
    assert!(!terminal.is_alternate());
    assert_eq!(files_below(temporary.path().to_path_buf()), Vec::<PathBuf>::new());
}
