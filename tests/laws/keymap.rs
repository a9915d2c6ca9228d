//! The keymap: nothing twice, nothing missing, only keys that every keyboard and terminal has.

use std::collections::BTreeSet;

use instroom::app::action::Action;
use instroom::app::key::Key;
use instroom::app::keymap::{Bound, KEYMAP, Keymap, Layer};
use instroom::app::{Effect, Msg};

use crate::support::flow::Flow;

/// Neither direct nor with Shift alone on Belgian, French and US keyboards.
const WITH_ALTGR: &str = "[]{}|\\~^@#`";
/// The same bytes as Tab, Enter, line feed, Backspace and Escape; the prefixes of screen and tmux;
/// flow control.
const TAKEN_WITH_CTRL: &str = "imjh[absq";
/// What every terminal program has on Ctrl: stop, draw anew, to the shell.
const KNOWN_WITH_CTRL: &str = "clz";
/// Unshifted on the digit row of a Belgian and a French keyboard.
const DIGITS: [(&str, &str); 6] = [("1", "&"), ("2", "é"), ("3", "\""), ("4", "'"), ("5", "("), ("0", "à")];

/// The rows that hold in a layer as long as nobody chose keys.
fn standard(layer: Layer) -> impl Iterator<Item = &'static Bound> {
    Keymap::standard().bindings(layer)
}

fn presses(keys: &str) -> Vec<Key> {
    keys.split(' ').map(|name| name.parse().unwrap()).collect()
}

#[test]
fn no_key_stands_twice_in_a_layer() {
    for layer in Layer::ALL {
        let mut seen = BTreeSet::new();
        for keys in standard(layer).flat_map(|binding| &binding.keys) {
            assert!(seen.insert(presses(keys)), "{keys} twice in {layer:?}");
        }
        for sequence in seen.iter().filter(|sequence| sequence.len() > 1) {
            assert!(!seen.contains(&sequence[..1]), "{} begins a sequence and is a key in {layer:?}", sequence[0]);
            assert_eq!(sequence.len(), 2, "the dispatch knows sequences of two");
        }
    }
}

#[test]
fn no_screen_has_a_key_of_the_tour() {
    let of_tour: Vec<&str> =
        KEYMAP.iter().filter(|binding| binding.layer == Layer::Tour).flat_map(|binding| binding.keys).copied().collect();
    assert_eq!(of_tour.len(), 4);
    for binding in KEYMAP.iter().filter(|binding| binding.layer != Layer::Tour) {
        assert!(!binding.keys.iter().any(|keys| of_tour.contains(keys)), "{binding:?}");
    }
}

#[test]
fn every_key_is_written_as_it_is_read() {
    for keys in KEYMAP.iter().flat_map(|binding| binding.keys) {
        let back: Vec<String> = presses(keys).iter().map(ToString::to_string).collect();
        assert_eq!(back.join(" "), *keys);
    }
}

#[test]
fn every_action_has_a_key_and_every_layer_a_way_out() {
    for action in Action::ALL {
        assert!(KEYMAP.iter().any(|binding| binding.action == *action), "{action:?}");
    }
    for layer in Layer::ALL.into_iter().filter(|layer| !layer.is_beside()) {
        let has = |action| standard(layer).any(|binding| binding.action == action);
        assert!(has(Action::Close) && has(Action::Help) && has(Action::Cancel), "{layer:?}");
        assert!(layer.takes_text() || has(Action::Back), "{layer:?}");
    }
    let ids: BTreeSet<&str> = Action::ALL.iter().map(|action| action.id()).collect();
    assert_eq!(ids.len(), Action::ALL.len(), "names of actions are their own");
}

#[test]
fn only_keys_that_every_keyboard_and_terminal_has() {
    for binding in KEYMAP {
        for (place, keys) in binding.keys.iter().enumerate() {
            for key in presses(keys) {
                match key {
                    Key::Char(character) => assert!(!WITH_ALTGR.contains(character), "{keys} needs AltGr: {binding:?}"),
                    Key::Ctrl(letter) => {
                        assert!(!TAKEN_WITH_CTRL.contains(letter), "{keys} is taken: {binding:?}");
                        assert!(place > 0 || KNOWN_WITH_CTRL.contains(letter), "{keys} can be a second name only: {binding:?}");
                    }
                    Key::Function(number) => {
                        // Beside whatever screen is shown there is no other key left for the tour.
                        assert!(
                            place > 0 || binding.layer.takes_text() || binding.layer == Layer::Tour,
                            "{keys} can be a second name only"
                        );
                        assert!(number < 10, "{keys} is taken by terminals");
                    }
                    _ => {}
                }
            }
        }
    }
}

#[test]
fn no_character_has_a_meaning_where_text_is_typed() {
    for layer in Layer::ALL.into_iter().filter(|layer| layer.takes_text()) {
        for keys in standard(layer).flat_map(|binding| &binding.keys) {
            assert!(!matches!(presses(keys)[..], [Key::Char(_)] | [Key::Space] | [_, _]), "{keys} in {layer:?}");
        }
    }
}

#[test]
fn digits_have_their_unshifted_names() {
    for binding in KEYMAP {
        for (digit, name) in DIGITS {
            assert_eq!(binding.keys.contains(&digit), binding.keys.contains(&name), "{binding:?}");
        }
    }
    for digit in ["1", "2", "3", "4"] {
        assert!(standard(Layer::Tabs).any(|binding| binding.keys.iter().any(|keys| keys == digit)), "{digit}");
    }
}

#[test]
fn the_footer_has_as_many_keys_as_its_width_bears_and_never_without_help() {
    for layer in Layer::ALL {
        let own = KEYMAP.iter().filter(|binding| binding.layer == layer && binding.footer > 0).map(|binding| binding.footer);
        let places: Vec<u8> = own.collect();
        let once: BTreeSet<u8> = places.iter().copied().collect();
        assert_eq!(once.len(), places.len(), "{layer:?} has two keys in one place");
        assert!(places.len() <= 12, "{layer:?}");
    }
    let mut flow = Flow::sample();
    for (keys, width) in [
        ("1", 300),
        ("3", 80),
        ("4", 300),
        ("F", 300),
        ("Esc e", 300),
        ("Esc r", 300),
        ("Enter", 300),
        ("Esc 3", 80),
        ("Enter", 300),
        ("Esc z", 60),
        ("Esc ?", 300),
        ("Esc /", 300),
        ("Esc S", 60),
        ("Esc c", 300),
    ] {
        flow.press(keys).resize(width, 24);
        let screen = flow.screen();
        let line = screen.trim_end_matches('\n').rsplit('\n').next().unwrap().trim();
        let shown = line.split("  ").filter(|part| !part.trim().is_empty()).count();
        let most = if width < 110 { 8 } else { 12 };
        assert!((1..=most).contains(&shown), "{shown} after {keys}: {line}");
        let help = standard(flow.model.layer()).any(|binding| binding.action == Action::Help && binding.footer > 0);
        // Where a question mark is text, the help has another key.
        assert!(!help || line.contains('?') || line.contains("F1"), "{line}");
    }
}

fn dossier_never_writes_by_a_capital_letter(model: &instroom::app::Model) {
    let press = |model: &mut instroom::app::Model, key| model.update(Msg::Key(key));
    let mut changed = model.clone();
    for key in ["x", "Esc"] {
        press(&mut changed, key.parse().unwrap());
    }
    assert!(changed.binder().unwrap().completion.is_changed());
    for letter in ('A'..='Z').chain(['[', 'O']) {
        let mut model = changed.clone();
        let torn = [Key::Char(letter), Key::Esc, Key::Char('['), Key::Char(letter)];
        let effects: Vec<Effect> = torn.into_iter().flat_map(|key| press(&mut model, key)).collect();
        assert!(!effects.iter().any(|effect| matches!(effect, Effect::Amend(..) | Effect::Quit)), "{letter} in a dossier");
        assert!(model.binder().is_some(), "{letter} leaves the dossier");
    }
}

#[test]
fn a_capital_letter_or_a_torn_arrow_never_writes() {
    let mut flow = Flow::sample();
    flow.open_dossier(5);
    dossier_never_writes_by_a_capital_letter(&flow.model);
    let mut flow = Flow::sample();
    flow.press("T Enter Q Enter");
    for setup in ["1", "3", "3 Enter", "3 R", "3 Enter e", "z", "I", "I Right", "4", "4 F", "4 e", "4 r Enter"] {
        let mut flow = Flow::sample();
        flow.press("T Enter Q Enter").press(setup);
        for letter in ('A'..='Z').chain(['[', 'O']) {
            for torn in [&[Key::Char(letter)][..], &[Key::Esc, Key::Char('['), Key::Char(letter)][..]] {
                let mut model = flow.model.clone();
                let effects: Vec<Effect> = torn.iter().flat_map(|key| model.update(Msg::Key(*key))).collect();
                let writes = effects.iter().any(|effect| {
                    matches!(
                        effect,
                        Effect::Commit(..) | Effect::WriteTemplate { .. } | Effect::Export { .. } | Effect::WritePlan { .. } | Effect::Quit
                    )
                });
                assert!(!writes, "{torn:?} after {setup}");
            }
        }
    }
}

/// Where a phrase is filled with the keys of one layer under another name than its own: what names the phrases.
const UNDER_ANOTHER_NAME: [(&str, &[&str]); 3] = [
    ("src/app/compare/pane.rs", &["compare.dossier_to_come"]),
    ("src/view/start.rs", &["inviting.start_unsure", "inviting.start_queued", "inviting.start_unsent"]),
    ("src/app/detail/row.rs", &["detail.joined_with", "detail.may_be_partner", "detail.dossier_to_come", "detail.differences"]),
];

fn sources(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
}

#[test]
fn a_phrase_with_the_keys_of_one_layer_says_where_it_is_read() {
    // `src/words/laws/keyed.rs` judges whether such a key means the same there.
    let house = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let placed = std::fs::read_to_string(house.join("src/words/laws/keyed.rs")).unwrap();
    let mut missing = Vec::new();
    for path in sources(&house.join("src")) {
        let (text, name) = (std::fs::read_to_string(&path).unwrap(), path.strip_prefix(house).unwrap().to_string_lossy().into_owned());
        if name.starts_with("src/words/") {
            continue;
        }
        for (number, line) in text.lines().enumerate().filter(|(_, line)| line.contains("keyed(Layer::")) {
            let told = line.split("keyed(Layer::").nth(1).unwrap();
            let named = told.split('.').skip(1).map(|rest| rest.split(|sign: char| !sign.is_alphanumeric() && sign != '_').next().unwrap());
            let mut is_placed = named.map(|phrase| placed.contains(&format!(".{phrase}\"")));
            let indirect = UNDER_ANOTHER_NAME.iter().find(|(file, _)| *file == name);
            let known = is_placed.any(|placed| placed)
                || indirect.is_some_and(|(_, phrases)| phrases.iter().all(|phrase| placed.contains(&format!("\"{phrase}\""))));
            if !known {
                missing.push(format!("{name}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}
