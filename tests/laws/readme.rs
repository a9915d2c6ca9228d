//! The README's screen is what the program draws, and its tables of keys are the keymap. `INSTA_UPDATE=always cargo test` writes
//! all of them anew.

use std::path::Path;

use instroom::app::action::Action;
use instroom::app::keymap::{Binding, KEYMAP, Layer};
use instroom::words::{ScreenLanguage, Words};

use crate::support::flow::Flow;
use crate::support::place::Place;

/// What stands around the screen, the few keys and all keys.
const SCREEN: [&str; 2] = ["<!-- screen -->\n", "<!-- /screen -->"];
const FIRST_KEYS: [&str; 2] = ["<!-- first keys -->\n", "<!-- /first keys -->"];
const KEYS: [&str; 2] = ["<!-- keys -->\n", "<!-- /keys -->"];

/// A line of a table of keys.
fn row(binding: &Binding, words: &Words) -> String {
    // A sequence is pressed one key after the other: `gg`.
    let sequence = |keys: &str| {
        let joined = keys.split(' ').collect::<Vec<_>>();
        if joined.iter().all(|key| key.chars().count() == 1) { joined.concat() } else { keys.to_owned() }
    };
    let keys: Vec<String> = binding.keys.iter().map(|keys| format!("`{}`", sequence(keys))).collect();
    format!("| {} | {} |\n", keys.join(" "), words.key_does(binding.layer, binding.action))
}

/// The keymap as tables for the README, a layer each.
pub(crate) fn key_table() -> String {
    let words = Words::of(ScreenLanguage::English);
    let mut text = String::new();
    for layer in Layer::ALL {
        let rows: Vec<_> = KEYMAP.iter().filter(|binding| binding.layer == layer).collect();
        if rows.is_empty() {
            continue;
        }
        text.push_str(&format!("\n**{}**\n\n| keys | what they do |\n|---|---|\n", (words.layer)(layer)));
        for binding in rows {
            text.push_str(&row(binding, words));
        }
    }
    text.push('\n');
    text
}

/// What a newcomer does most, in the order in which it comes.
const FIRST: [Action; 16] = [
    Action::Down,
    Action::Up,
    Action::NextTab,
    Action::Toggle,
    Action::Open,
    Action::Filter,
    Action::NextFinding,
    Action::TakeSuggestion,
    Action::TakeAlike,
    Action::Edit,
    Action::Undo,
    Action::Language,
    Action::Questionnaire,
    Action::Import,
    Action::Help,
    Action::Back,
];

/// The keys that a newcomer needs: those of the tabs, and those that hold everywhere.
fn first_keys() -> String {
    let words = Words::of(ScreenLanguage::English);
    let of = |action| KEYMAP.iter().find(|binding| matches!(binding.layer, Layer::Tabs | Layer::Everywhere) && binding.action == action);
    let rows: Vec<String> = FIRST.into_iter().map(|action| row(of(action).expect("it has a key"), words)).collect();
    format!("\n| keys | what they do |\n|---|---|\n{}\n", rows.concat())
}

/// The tab of invalid rows of the sample, as the story of it was accepted.
fn screen() -> String {
    let mut flow = Flow::sample();
    flow.press("T Enter Q Enter 4").see("the tab of invalid rows, as the README shows it");
    let screen = flow.screen();
    flow.tell("readme");
    format!("```text\n{screen}```\n")
}

/// Holds what stands between two marks of the README against what it has to be.
fn holds([begins, ends]: [&str; 2], wanted: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = std::fs::read_to_string(&path).unwrap();
    let parts = readme.split_once(begins).and_then(|(before, rest)| rest.split_once(ends).map(|(held, behind)| (before, held, behind)));
    let (before, held, behind) = parts.expect("the README has the marks");
    if std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") && held != wanted {
        std::fs::write(&path, format!("{before}{begins}{wanted}{ends}{behind}")).unwrap();
        return;
    }
    let differing = held.lines().zip(wanted.lines()).find(|(one, other)| one != other);
    assert_eq!(differing, None, "INSTA_UPDATE=always cargo test writes it anew");
    assert_eq!(held, wanted);
}

/// One after the other: each may write the file.
#[test]
fn the_readme_has_the_screen_and_the_keys_of_the_program() {
    holds(SCREEN, &screen());
    holds(FIRST_KEYS, &first_keys());
    holds(KEYS, &key_table());
}

#[test]
fn the_chapters_of_the_readme_stand_in_the_order_in_which_people_come() {
    let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let chapters: Vec<&str> = readme.lines().filter_map(|line| line.strip_prefix("## ")).collect();
    let wanted = [
        "Try it in 30 seconds",
        "The journey",
        "Keys",
        "Command line",
        "What happens to your data",
        "What is promised",
        "Known limits",
        "How it is built",
        "How to work on it",
        "Changes",
    ];
    assert_eq!(chapters, wanted);
}

/// Every command of the program is in the list of commands, so that nobody has to guess that there is one.
#[test]
fn the_readme_lists_every_command() {
    let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let help = Place::empty().run(&["--help"]).out;
    let listed = help.split_once("\nCommands:\n").unwrap().1.split("\n\n").next().unwrap().to_owned();
    // What an explanation needs a second line for is set in further.
    let names = listed.lines().filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
    let commands: Vec<&str> = names.filter(|name| !name.is_empty() && *name != "help").collect();
    assert!(commands.len() > 15, "{help}");
    let chapter = readme.split_once("\n## Command line\n").unwrap().1.split("\n## ").next().unwrap();
    for command in commands {
        assert!(chapter.contains(&format!("\ninstroom {command}")), "{command} is in no list of the README");
    }
}

/// A promise that nobody finds the measure of is none.
#[test]
fn the_readme_lists_every_bench_with_its_command() {
    let read = |name: &str| std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap();
    let (readme, manifest): (String, toml::Table) = (read("README.md"), read("Cargo.toml").parse().unwrap());
    let benches = manifest["bench"].as_array().unwrap();
    assert!(benches.len() >= 7, "{benches:?}");
    for bench in benches {
        let row = format!("\n| `cargo bench --bench {}` | ", bench["name"].as_str().unwrap());
        assert_eq!(readme.matches(&row).count(), 1, "{row}");
    }
}

#[test]
fn the_table_has_every_binding() {
    let table = key_table();
    assert_eq!(table.lines().filter(|line| line.starts_with("| `")).count(), KEYMAP.len());
    assert!(table.contains("| `Space` `Ins` |") && table.contains("| `gg` `Home` |") && table.contains("`Ctrl+C`"), "{table}");
}
