//! Whoever writes a script reads the README: every key that a command prints, and every word that stands for a reason or a state, is told
//! there, where that command is told.

use std::collections::BTreeSet;
use std::path::Path;

use instroom::domain::change_set::Tally as Writes;
use instroom::domain::outbox::{Doubt, Failure, State, Tally, Withdrawal};
use serde_json::Value;

/// The rooms that print JSON, each with the words with which the README begins to tell of it. A passage ends where the next one
/// begins, or with the chapter.
const ROOMS: [(&str, &str); 21] = [
    ("src/cli/keys.rs", "`keys --json` prints"),
    ("src/cli/document.rs", "All that `--json` prints"),
    ("src/cli/report.rs", "`check --json` prints"),
    ("src/cli/customers.rs", "`customers --json` prints"),
    ("src/cli/flows.rs", "`flows --json` prints"),
    ("src/domain/plan/mod.rs", "`plan` writes"),
    ("src/cli/apply.rs", "`apply --json` prints"),
    ("src/cli/import.rs", "`import --json` prints"),
    ("src/cli/drafts.rs", "`drafts --json` prints"),
    ("src/cli/past.rs", "`history --json` prints"),
    ("src/cli/undo.rs", "`undo --json` prints"),
    ("src/cli/store.rs", "`store check --json` prints"),
    ("src/cli/standing.rs", "`store info --json` prints"),
    ("src/cli/copies.rs", "`store backup --json` prints"),
    ("src/world/export/json.rs", "An export as .json"),
    ("src/cli/invite.rs", "`invite --json` prints"),
    ("src/cli/outbox.rs", "`outbox --json` prints"),
    ("src/cli/sending.rs", "`outbox send --json` and"),
    ("src/cli/spent.rs", "`--stats` beside `--json` puts"),
    ("src/cli/answers.rs", "`answers --json` prints"),
    ("src/cli/config.rs", "`config show --json` prints"),
];

/// Where words are given out that stand in one of the passages.
const WORDS: [(&str, &str); 13] = [
    ("src/domain/matching/ground.rs", "src/cli/report.rs"),
    ("src/domain/draft/standing.rs", "src/cli/report.rs"),
    ("src/domain/dossier.rs", "src/cli/customers.rs"),
    ("src/domain/season/mod.rs", "src/cli/flows.rs"),
    ("src/domain/plan/outcomes.rs", "src/domain/plan/mod.rs"),
    ("src/domain/plan/misfit.rs", "src/cli/apply.rs"),
    ("src/cli/past.rs", "src/cli/past.rs"),
    ("src/domain/trouble.rs", "src/cli/store.rs"),
    ("src/app/register/tab.rs", "src/world/export/json.rs"),
    ("src/domain/invitation/reasons.rs", "src/cli/invite.rs"),
    ("src/domain/outbox/state.rs", "src/cli/outbox.rs"),
    ("src/cli/spent.rs", "src/cli/spent.rs"),
    ("src/domain/returned/arrival.rs", "src/cli/answers.rs"),
];

fn text_of(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// What the README tells of a room.
fn passage(readme: &str, room: &str) -> String {
    let begins = |at: &str| ROOMS.iter().find(|(_, begins)| at.starts_with(begins)).map(|(room, _)| *room);
    let starts: Vec<usize> = readme.match_indices(['`', 'A']).map(|(at, _)| at).filter(|at| begins(&readme[*at..]).is_some()).collect();
    let of_room: Vec<usize> = starts.iter().copied().filter(|at| begins(&readme[*at..]) == Some(room)).collect();
    assert_eq!(of_room.len(), 1, "the README tells of {room} in one place");
    let rest = &readme[of_room[0]..];
    let chapter = rest.find("\n## ").unwrap_or(rest.len());
    let next = starts.iter().filter(|at| **at > of_room[0]).map(|at| at - of_room[0]).min().unwrap_or(rest.len());
    rest[..next.min(chapter)].to_owned()
}

/// The fields of every struct in a room that is printed.
fn printed(source: &str) -> Vec<String> {
    let mut keys = Vec::new();
    let mut lines = source.lines();
    while let Some(line) = lines.next() {
        if !(line.starts_with("#[derive(") && line.contains("Serialize")) {
            continue;
        }
        let mut is_own = true;
        let body = lines.by_ref().skip_while(|line| line.starts_with("#[")).take_while(|line| *line != "}");
        for line in body.map(str::trim) {
            // What is flattened has its own fields, and what is skipped is not printed.
            is_own &= !(line.starts_with("#[serde(flatten") || line.starts_with("#[serde(skip)"));
            let bare = line.trim_start_matches("pub(super) ").trim_start_matches("pub ");
            let name = bare
                .split_once(": ")
                .map(|(name, _)| name)
                .filter(|name| name.chars().all(|sign| sign.is_ascii_lowercase() || sign == '_'));
            if let Some(name) = name {
                keys.extend(std::mem::replace(&mut is_own, true).then(|| name.to_owned()));
            }
        }
    }
    keys
}

/// The words that the functions called `word` give.
fn given(source: &str) -> BTreeSet<String> {
    let bodies =
        source.split("const fn word(").skip(1).map(|rest| rest.split("\n    }\n").next().unwrap_or(rest).split("\n}\n").next().unwrap());
    bodies.flat_map(|body| body.split('"').skip(1).step_by(2)).map(str::to_owned).collect()
}

/// Every key of a value, however deep.
fn keys(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => object.iter().for_each(|(key, value)| {
            found.insert(key.clone());
            keys(value, found);
        }),
        Value::Array(values) => values.iter().for_each(|value| keys(value, found)),
        _ => {}
    }
}

/// What is printed of types that other rooms have: each with the room whose passage tells it.
fn embedded() -> Vec<(&'static str, Value)> {
    let (when, reply) = (jiff::Timestamp::UNIX_EPOCH, String::new());
    let states = [
        State::Queued,
        State::Sending { since: when },
        State::Sent { reply: reply.clone(), when },
        State::Failed { why: Failure::PutOff, reply: reply.clone(), when },
        State::Waiting { reply, until: when },
        State::Unsure { why: Doubt::LineLost { detail: String::new() }, since: when },
        State::Withdrawn { why: Withdrawal::ByPerson, when },
    ];
    let mut printed = vec![
        ("src/domain/plan/mod.rs", serde_json::to_value(Writes::default()).unwrap()),
        ("src/cli/outbox.rs", serde_json::to_value(Tally::default()).unwrap()),
    ];
    printed.extend(states.iter().map(|state| ("src/cli/outbox.rs", serde_json::to_value(state).unwrap())));
    printed
}

#[test]
fn every_key_that_is_printed_is_told_where_its_command_is() {
    let readme = text_of("README.md");
    let mut untold = Vec::new();
    for (room, _) in ROOMS {
        let (told, source) = (passage(&readme, room), text_of(room));
        let mut wanted: BTreeSet<String> = printed(&source).into_iter().collect();
        embedded().iter().filter(|(of, _)| *of == room).for_each(|(_, value)| keys(value, &mut wanted));
        if room.ends_with("export/json.rs") {
            let head = source.split("\nfn head(").nth(1).and_then(|head| head.split("\nfn object(").next()).unwrap();
            let literals =
                head.split('"').skip(1).step_by(2).filter(|text| text.chars().all(|sign| sign.is_ascii_lowercase() || sign == '_'));
            wanted.extend(literals.map(str::to_owned));
        }
        assert!(!wanted.is_empty(), "{room} prints something");
        untold.extend(wanted.into_iter().filter(|key| !told.contains(&format!("\"{key}\""))).map(|key| format!("{room}: \"{key}\"")));
    }
    assert!(untold.is_empty(), "the README does not tell\n{}", untold.join("\n"));
}

#[test]
fn every_word_that_is_printed_is_told_where_its_command_is() {
    let readme = text_of("README.md");
    let mut untold = Vec::new();
    for (giver, room) in WORDS {
        let (told, given) = (passage(&readme, room), given(&text_of(giver)));
        assert!(given.len() > 2, "{giver} gives words");
        let is_told = |word: &String| told.contains(&format!("`{word}`")) || told.contains(&format!("\"{word}\""));
        untold.extend(given.iter().filter(|word| !is_told(word)).map(|word| format!("{giver}: {word}")));
    }
    assert!(untold.is_empty(), "the README does not tell\n{}", untold.join("\n"));
}

#[test]
fn no_room_of_the_command_line_prints_json_unseen() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/cli");
    let rooms = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    for path in rooms.filter(|path| std::fs::read_to_string(path).unwrap().contains("Serialize)]")) {
        let name = format!("src/cli/{}", path.file_name().unwrap().to_str().unwrap());
        assert!(ROOMS.iter().any(|(room, _)| *room == name), "{name} prints JSON, and no passage of the README is named for it");
    }
}

#[test]
fn the_fields_are_found_as_they_are_printed() {
    let source = "#[derive(Debug, Serialize)]\npub(super) struct One<'a> {\n    /// A word: a note.\n    id: &'a str,\n    #[serde(flatten)]\n    from: From,\n    \
                  #[serde(skip)]\n    remedy: String,\n    #[serde(skip_serializing_if = \"Option::is_none\")]\n    pub(super) told_why: Option<u8>,\n}\n\
                  #[derive(Debug)]\nstruct Other {\n    hidden: u8,\n}\n";
    assert_eq!(printed(source), ["id", "told_why"]);
}
