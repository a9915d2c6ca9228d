//! The README's table of keys is the keymap. `INSTA_UPDATE=always cargo test` writes it anew.

use std::path::Path;

use instroom::app::keymap::{KEYMAP, Layer};
use instroom::words::{ScreenLanguage, Words};

const BEGINS: &str = "<!-- keys -->\n";
const ENDS: &str = "<!-- /keys -->";

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
            // A sequence is pressed one key after the other: `gg`.
            let sequence = |keys: &str| {
                let joined = keys.split(' ').collect::<Vec<_>>();
                if joined.iter().all(|key| key.chars().count() == 1) { joined.concat() } else { keys.to_owned() }
            };
            let keys: Vec<String> = binding.keys.iter().map(|keys| format!("`{}`", sequence(keys))).collect();
            text.push_str(&format!("| {} | {} |\n", keys.join(" "), words.key_does(binding.layer, binding.action)));
        }
    }
    text.push('\n');
    text
}

/// The text between the marks, and what stands before and behind it.
fn parts(readme: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = readme.split_once(BEGINS)?;
    let (table, behind) = rest.split_once(ENDS)?;
    Some((before, table, behind))
}

#[test]
fn the_readme_has_the_keys_of_the_keymap() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = std::fs::read_to_string(&path).unwrap();
    let (before, table, behind) = parts(&readme).expect("the README has the marks of the table of keys");
    if std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") && table != key_table() {
        std::fs::write(&path, format!("{before}{BEGINS}{}{ENDS}{behind}", key_table())).unwrap();
        return;
    }
    let differing = table.lines().zip(key_table().lines().map(str::to_owned).collect::<Vec<_>>()).find(|(one, other)| one != other);
    assert_eq!(differing, None, "INSTA_UPDATE=always cargo test writes the table anew");
    assert_eq!(table, key_table());
}

#[test]
fn the_table_has_every_binding() {
    let table = key_table();
    assert_eq!(table.lines().filter(|line| line.starts_with("| `")).count(), KEYMAP.len());
    assert!(table.contains("| `Space` `Ins` |") && table.contains("| `gg` `Home` |") && table.contains("`Ctrl+C`"), "{table}");
}
