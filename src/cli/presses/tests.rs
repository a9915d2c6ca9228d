//! What is said of presses, in every language and at every width.

use std::collections::BTreeSet;

use super::*;
use crate::words::ScreenLanguage;

fn words() -> impl Iterator<Item = &'static Words> {
    ScreenLanguage::ALL.into_iter().map(Words::of)
}

fn press(key: Key) -> Arrived {
    Arrived::Press { key: Some(key), code: "x".to_owned(), modifiers: String::new() }
}

fn said(language: ScreenLanguage, key: &str, width: usize) -> String {
    told(Words::of(language), Keymap::standard(), &press(key.parse().unwrap()), width).join("\n")
}

/// Every key that means anything, and the unshifted row.
fn keys() -> BTreeSet<String> {
    let bound = Keymap::standard().rows().iter().flat_map(|row| &row.keys).flat_map(|keys| keys.split(' '));
    bound.map(str::to_owned).chain("&é\"'(-§è_!çà1x".chars().map(String::from)).collect()
}

#[test]
fn the_row_says_what_it_gives_where_a_number_is_typed() {
    use ScreenLanguage::{Dutch, English, French};
    for (sign, digit) in "&é\"'§è!_çà".chars().zip("1234678890".chars()) {
        let line = |language, sign: char| said(language, &sign.to_string(), 200).lines().last().map(|line| line.trim().to_owned());
        assert_eq!(line(English, sign), Some(format!("where a number is typed: {digit}")));
        assert_eq!(line(Dutch, sign), Some(format!("waar een getal wordt getypt: {digit}")));
        assert_eq!(line(French, sign), Some(format!("là où l'on tape un nombre\u{a0}: {digit}")));
    }
    // In a date a hyphen is one, and a telephone number may begin with a bracket.
    assert!(said(English, "-", 200).ends_with("where a number is typed: 6, or - where that sign can stand"));
    assert!(said(English, "(", 200).ends_with("where a number is typed: 5, or ( where that sign can stand"));
    for key in ["1", "x", "F1", "Enter"] {
        assert!(!said(English, key, 200).contains("where a number is typed"), "{key}");
    }
}

#[test]
fn screens_and_actions_are_called_as_the_help_calls_them() {
    use ScreenLanguage::{Dutch, English, French};
    assert!(said(English, "é", 80).contains("    tab: only in store (tab-2): The four tabs\n"), "{}", said(English, "é", 80));
    assert!(
        said(Dutch, "j", 60).contains("    omlaag (down): Startscherm; Bestand kiezen; De vier\n        tabbladen; Een"),
        "{}",
        said(Dutch, "j", 60)
    );
    let back = "    un écran en arrière\u{a0}; au premier, quitter (back)\u{a0}: Partout (sauf en\n        tapant du texte)\n";
    assert!(said(French, "q", 80).contains(back), "{}", said(French, "q", 80));
    // One action may do something of its own on a screen.
    assert!(said(English, "Enter", 200).contains("    send the number typed, or open the line (open): Inviting\n"));
    for words in words() {
        for key in keys() {
            let lines = told(words, Keymap::standard(), &press(key.parse().unwrap()), usize::MAX);
            let colon = words.colon();
            for line in lines.iter().skip(1).filter(|line| line.contains(colon)) {
                // The screens stand last; none is named twice on a line, and none by its id.
                let (_, screens) = line.rsplit_once(colon).unwrap();
                let screens: Vec<&str> = screens.split(words.semicolon()).collect();
                let names: Vec<&str> = Layer::ALL.into_iter().map(|layer| (words.layer)(layer)).collect();
                let is_number = line.contains((words.keys.number)("").trim());
                assert!(is_number || screens.iter().all(|screen| names.contains(screen)), "{key}: {line}");
                assert_eq!(screens.iter().collect::<BTreeSet<_>>().len(), screens.len(), "{key}: {line}");
            }
            assert_eq!(lines.iter().collect::<BTreeSet<_>>().len(), lines.len(), "nothing is said twice: {lines:#?}");
        }
    }
}

#[test]
fn what_holds_everywhere_is_true_on_every_screen_where_nothing_is_typed() {
    let everywhere = |key: &str| places(Keymap::standard(), key.parse().unwrap()).iter().any(|(layer, _)| *layer == Layer::Everywhere);
    assert!(everywhere("?") && everywhere("q") && !everywhere("j"));
    let Ok(own) = crate::app::keymap::Own::parse("[tabs]\nscreen-language = [\"F5\"]\n") else { panic!("it can be used") };
    let layers: Vec<Layer> = places(&own.keymap, Key::Char('L')).into_iter().map(|(layer, _)| layer).collect();
    assert!(!layers.contains(&Layer::Tabs) && layers.contains(&Layer::Register), "{layers:?}");
}

#[test]
fn lines_are_broken_between_words_at_any_width() {
    for words in words() {
        for key in keys() {
            let arrived = press(key.parse().unwrap());
            let whole = told(words, Keymap::standard(), &arrived, usize::MAX);
            let parts: Vec<&str> = whole.iter().flat_map(|line| line.split_whitespace()).collect();
            // Those of which most is said, at every width.
            let step = if ["j", "Enter", "g"].contains(&key.as_str()) { 1 } else { 50 };
            for width in (60..=200).step_by(step) {
                let lines = told(words, Keymap::standard(), &arrived, width);
                assert!(lines.iter().all(|line| line.width() <= width), "{key} at {width}: {lines:#?}");
                // Words are whole, in their order, and none is lost.
                assert_eq!(lines.iter().flat_map(|line| line.split_whitespace()).collect::<Vec<_>>(), parts, "{key} at {width}");
                let begins = lines.iter().skip(1).filter(|line| !line.starts_with("        ")).count();
                assert_eq!(begins + 1, whole.len(), "{key} at {width}: what goes on is indented: {lines:#?}");
            }
        }
    }
}

#[test]
fn what_comes_first_is_broken_between_words_too() {
    for words in words() {
        let first = surroundings(&words.keys, 60, 15);
        for line in told(words, Keymap::standard(), &Arrived::Nothing(60, 15), 60) {
            assert!(line.width() <= 60, "{line}");
        }
        let said = laid(&[words.keys.no_utf8.to_owned()], 0, 60);
        assert!(said.len() > 1 && said.iter().skip(1).all(|line| line.starts_with("    ")), "{said:?}");
        assert!(first.len() >= 3);
    }
}

#[test]
fn whoever_wants_to_leave_is_told_how_and_what_has_no_name_is_written_as_on_a_keyboard() {
    for words in words() {
        for key in keys().into_iter().chain(["Ctrl+C".to_owned()]) {
            let lines = told(words, Keymap::standard(), &press(key.parse().unwrap()), usize::MAX);
            let is_said = lines.last().is_some_and(|line| line.trim() == words.keys.to_stop);
            assert_eq!(is_said, ["Esc", "Ctrl+C"].contains(&key.as_str()), "{key}: {lines:?}");
        }
        let unnamed = |code: &str, modifiers: &str| {
            let arrived = Arrived::Press { key: None, code: code.to_owned(), modifiers: modifiers.to_owned() };
            told(words, Keymap::standard(), &arrived, usize::MAX).remove(0)
        };
        assert!(unnamed("'x' U+0078", "Alt").starts_with("Alt+X  'x'"));
        assert!(unnamed("'x' U+0078", "Control+Alt").starts_with("Ctrl+Alt+X  "));
        assert!(unnamed("F(13)", "").starts_with("-  F(13)"));
    }
}
