//! A program that is killed while somebody decides: everything that its screen had shown is there.
//!
//! `INSTROOM_DRAFT_KILLS=200 cargo test --test main draft_kill` makes a long round of it.

use std::path::Path;

use rustix::process::{Pid, Signal, kill_process};

use crate::generate::random::Random;
use crate::support::program::instroom;
use crate::support::terminal::Terminal;

/// Kills in a short round.
const KILLS: u64 = 6;

fn start(folder: &Path) -> Terminal {
    Terminal::start(&["customers.xlsx", "--store", "store", "--state", "state", "--lang", "en"], folder)
}

/// The number in front of "selected" on the screen.
fn selected(text: &str) -> Option<u64> {
    let before = text.lines().nth(2)?.split(" selected").next()?.trim_end();
    before.rsplit(' ').next()?.parse().ok()
}

/// The tab in brackets.
fn tab(text: &str) -> Option<String> {
    let line = text.lines().nth(1)?;
    Some(line.split_once('[')?.1.split(' ').next()?.to_owned())
}

fn kill(terminal: &mut Terminal) {
    let process = Pid::from_raw(i32::try_from(terminal.process()).unwrap()).unwrap();
    kill_process(process, Signal::KILL).unwrap();
    terminal.wait_for_end();
}

#[test]
fn what_was_shown_before_a_kill_is_there_after_it() {
    let folder = tempfile::tempdir().unwrap();
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/sample/customers.xlsx");
    std::fs::copy(sample, folder.path().join("customers.xlsx")).unwrap();
    let kills = std::env::var("INSTROOM_DRAFT_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(KILLS);
    let mut random = Random::of(9, 0);
    let mut terminal = start(folder.path());
    terminal.wait_for(" selected");
    let all = selected(&terminal.text()).unwrap();
    // Until something is decided, nothing is asked when the workbook is opened again.
    terminal.type_text(" ");
    terminal.wait_for(&format!("{} selected", all - 1));
    let mut shown = all - 1;
    let mut caught_in_the_middle = 0;
    for round in 0..kills {
        // Rows are left out one after the other, or all taken in again; the kill comes while that goes on.
        let presses = 1 + random.below(12);
        let wanted = if shown < 20 {
            terminal.type_text("a");
            terminal.wait_for("u takes it back");
            selected(&terminal.text()).unwrap()
        } else {
            // The cursor may stand a row or two back: where it was is written after the frame.
            let left_out = usize::try_from(all - shown).unwrap();
            terminal.type_text(&format!("gg{}", "j".repeat(left_out)));
            (0..presses).for_each(|_| terminal.type_text(" "));
            shown - random.below(presses + 1)
        };
        // Frames are drawn for everything that waits, so that a number can be passed over.
        terminal
            .wait_until("fewer rows", |text| selected(text).is_some_and(|now| if wanted > shown { now == wanted } else { now <= wanted }));
        kill(&mut terminal);
        let last = selected(&terminal.text()).unwrap();
        let least = if wanted > shown { wanted } else { shown - presses };
        caught_in_the_middle += u64::from(last > least);
        let last_tab = tab(&terminal.text());

        let listed =
            instroom(&folder.path().join("store"), &["drafts", "--json", "--state", folder.path().join("state").to_str().unwrap()]);
        let listed = serde_json::from_str::<serde_json::Value>(&listed.out).unwrap()["drafts"].take();
        assert_eq!(
            (listed.as_array().unwrap().len(), &listed[0]["open_by"], &listed[0]["readable"]),
            (1, &serde_json::Value::Null, &true.into())
        );

        terminal = start(folder.path());
        terminal.wait_for("There is a draft of this workbook");
        terminal.type_text("\r");
        terminal.wait_for("Going on with the draft");
        let now = selected(&terminal.text()).unwrap();
        assert!(now <= last && now >= least, "round {round}: {last} were selected on the screen, and {now} are; {least} were asked for");
        assert_eq!(tab(&terminal.text()), last_tab, "round {round}");
        shown = now;
    }
    println!("{kills} kills, {caught_in_the_middle} of them before everything typed was shown");
}

#[test]
fn a_plan_takes_what_was_decided_in_a_kept_draft() {
    let folder = tempfile::tempdir().unwrap();
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/sample/customers.xlsx");
    let workbook = folder.path().join("customers.xlsx");
    std::fs::copy(sample, &workbook).unwrap();
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (file, state, plan) = (at("customers.xlsx"), at("state"), at("plan.json"));
    let run = |arguments: &[&str]| instroom(&folder.path().join("store"), &[arguments, &["--state", &state]].concat());
    let mut terminal = start(folder.path());
    terminal.wait_for(" selected");
    terminal.type_text("T\rQ\r4jF\r");
    terminal.wait_for("put right");
    kill(&mut terminal);
    let listed = serde_json::from_str::<serde_json::Value>(&run(&["drafts", "--json"]).out).unwrap()["drafts"].take();
    let id = listed[0]["id"].as_str().unwrap();

    let answer = run(&["plan", &file, "-o", &plan, "--draft", id]);
    assert_eq!(answer.code, 0, "{answer:?}");
    let written: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(&plan).unwrap()).unwrap();
    let deeds: Vec<&str> = written["steps"].as_array().unwrap().iter().map(|step| step["deed"].as_str().unwrap()).collect();
    assert_eq!(deeds, ["Choose", "Choose", "TakeSuggestion"]);
    let fits = run(&["apply", &plan, "-n", "--json"]);
    assert_eq!(fits.code, 0, "{fits:?}");

    assert_eq!(run(&["plan", &file, "-o", &at("other.json"), "--draft", &"0".repeat(32)]).code, 66, "no such draft");
    std::fs::write(&workbook, b"Naam;Voornaam;E-mail\nMaes;An;an@example.be\n").unwrap();
    let changed = run(&["plan", &file, "-o", &at("other.json"), "--draft", id]);
    assert!(changed.code == 73 && changed.told.contains("has changed since it was read"), "{changed:?}");
}
