//! What a person may choose, and what is refused and where.

use super::*;
use crate::app::action::Action;
use crate::app::key::Key;
use crate::app::keymap::{Layer, Meaning, Whose};
use crate::words::{ScreenLanguage, Words};

fn own(text: &str) -> Keymap {
    Own::parse(text).map(|own| own.keymap).unwrap_or_else(|fault| panic!("{fault:?} of {text}"))
}

fn refused(text: &str) -> (Option<u64>, KeysWrong) {
    let fault = Own::parse(text).expect_err(text).remove(0);
    (fault.line, fault.wrong)
}

fn means(keymap: &Keymap, layer: Layer, key: &str) -> Meaning {
    keymap.meaning(layer, None, key.parse().unwrap())
}

#[test]
fn a_file_that_says_nothing_changes_nothing() {
    assert_eq!(own("# keys\n"), *Keymap::standard());
    assert_eq!(own("[tabs]\n"), *Keymap::standard());
}

#[test]
fn an_action_takes_its_keys_on_every_screen_that_has_it() {
    let keymap = own("import = [\"F5\", \"I\"]\nnext-finding = [\"%\"]\n");
    assert_eq!(means(&keymap, Layer::Tabs, "F5"), Meaning::Act(Action::Import));
    assert_eq!(keymap.key_of(Layer::Tabs, Action::Import), Some("F5"), "the first is the one that is shown");
    for layer in [Layer::Tabs, Layer::Compare, Layer::Mapping, Layer::Zoom, Layer::Person] {
        assert_eq!(means(&keymap, layer, "%"), Meaning::Act(Action::NextFinding), "{layer:?}");
        assert_eq!(means(&keymap, layer, "n"), Meaning::None, "{layer:?}");
    }
    let chosen = keymap.rows().iter().filter(|row| row.whose == Whose::Own).count();
    assert_eq!(chosen, 6, "and nothing else");
}

#[test]
fn a_screen_has_keys_of_its_own() {
    let keymap = own("sort = [\"F6\"]\n[register]\nsort = [\"F7\", \"gs\"]\n");
    assert_eq!(means(&keymap, Layer::Tabs, "F6"), Meaning::Act(Action::Sort));
    assert_eq!(means(&keymap, Layer::Register, "F6"), Meaning::None);
    assert_eq!(keymap.meaning(Layer::Register, Some(Key::Char('g')), Key::Char('s')), Meaning::Act(Action::Sort), "as it is typed");
}

#[test]
fn what_holds_everywhere_is_shadowed_on_one_screen_only() {
    let keymap = own("[tabs]\nback = [\"F4\"]\n");
    assert_eq!(means(&keymap, Layer::Tabs, "F4"), Meaning::Act(Action::Back));
    assert_eq!(means(&keymap, Layer::Tabs, "q"), Meaning::None);
    assert_eq!(means(&keymap, Layer::Start, "q"), Meaning::Act(Action::Back));
}

#[test]
fn an_empty_list_takes_the_key_away() {
    let keymap = own("sort-menu = []\n");
    assert_eq!(means(&keymap, Layer::Tabs, "S"), Meaning::None);
    assert_eq!(keymap.fill(Layer::Tabs, "{sort-menu} and {sort}", &Words::of(ScreenLanguage::English).key_names), "<sort-menu> and s");
    assert_eq!(means(&own("sort-menu = []\nsort = [\"S\"]\n"), Layer::Tabs, "S"), Meaning::Act(Action::Sort), "and is free");
}

#[test]
fn characters_stay_text_where_text_is_typed() {
    let keymap = own("help = [\"%\", \"F5\"]\n");
    assert_eq!(means(&keymap, Layer::Tabs, "%"), Meaning::Act(Action::Help));
    assert_eq!(means(&keymap, Layer::Typing, "%"), Meaning::None);
    assert_eq!(means(&keymap, Layer::Typing, "F5"), Meaning::Act(Action::Help));
    let only = own("help = [\"%\"]\n");
    assert_eq!(means(&only, Layer::Typing, "F1"), Meaning::Act(Action::Help), "where none is left the standard ones hold");
}

#[test]
fn unknown_names_are_refused_with_the_nearest_and_their_line() {
    let (line, wrong) = refused("\nimprt = [\"I\"]\n");
    assert_eq!((line, wrong), (Some(2), KeysWrong::UnknownAction { name: "imprt".into(), nearest: Some("import") }));
    let (line, wrong) = refused("[tab]\nimport = [\"I\"]\n");
    assert_eq!((line, wrong), (Some(1), KeysWrong::UnknownScreen { name: "tab".into(), nearest: Some("tabs") }));
    let (line, wrong) = refused("[start]\nimport = [\"I\"]\n");
    assert_eq!((line, wrong), (Some(2), KeysWrong::NotThere { action: Action::Import, layer: Layer::Start }));
}

#[test]
fn keys_that_cannot_be_are_refused() {
    let action = Action::Import;
    let wrong = |list: &str| refused(&format!("import = {list}\n")).1;
    assert_eq!(wrong("\"I\""), KeysWrong::NotAList { action });
    assert_eq!(wrong("[1]"), KeysWrong::NotAList { action });
    assert_eq!(wrong("[\"Hyper\"]"), KeysWrong::UnknownKey { action, key: "Hyper".into() });
    assert_eq!(wrong("[\"Alt+x\"]"), KeysWrong::UnknownKey { action, key: "Alt+x".into() });
    assert_eq!(wrong("[\"\"]"), KeysWrong::UnknownKey { action, key: String::new() });
    assert_eq!(wrong("[\"Ctrl+I\"]"), KeysWrong::SameAs { action, key: "Ctrl+I".into(), other: "Tab" });
    assert_eq!(wrong("[\"g g g\"]"), KeysWrong::TooLong { action, keys: "g g g".into() });
    assert!(matches!(wrong("["), KeysWrong::Syntax(_)));
    assert!(matches!(refused("import = [\"I\"]\nimport = [\"F5\"]\n").1, KeysWrong::Syntax(_)), "a name twice");
    assert_eq!(
        refused("[typing]\nhelp = [\"h\"]\n"),
        (Some(2), KeysWrong::IsText { action: Action::Help, layer: Layer::Typing, key: "h".into() })
    );
    assert_eq!(
        refused("[inviting]\nzoom = [\"é\"]\n"),
        (Some(2), KeysWrong::IsText { action: Action::Zoom, layer: Layer::Inviting, key: "é".into() }),
        "the number of mails is typed there"
    );
}

#[test]
fn conflicts_are_refused_with_both_names() {
    let (line, wrong) = refused("# mine\nimport = [\"n\"]\n");
    assert_eq!(line, Some(2));
    let KeysWrong::Twice { layer: Layer::Tabs, keys, one, other } = wrong else { panic!("{wrong:?}") };
    assert_eq!((keys.as_str(), [one, other].contains(&Action::Import), [one, other].contains(&Action::NextFinding)), ("n", true, true));
    let (line, wrong) = refused("[tabs]\nsort = [\"g\"]\n");
    assert_eq!(line, Some(2));
    let KeysWrong::Begins { key, one: Action::Sort, longer, .. } = wrong else { panic!("{wrong:?}") };
    assert_eq!((key.as_str(), longer.starts_with("g ")), ("g", true));
    let (_, wrong) = refused("[tabs]\nsort = [\"s x\"]\nimport = [\"s\"]\n");
    assert!(matches!(wrong, KeysWrong::Begins { one: Action::Import, other: Action::Sort, .. }), "{wrong:?}");
}

#[test]
fn a_way_out_and_the_help_stay() {
    assert_eq!(refused("back = []\n"), (Some(1), KeysWrong::Unbound { layer: Layer::Everywhere, action: Action::Back }));
    assert_eq!(refused("help = []\n").1, KeysWrong::Unbound { layer: Layer::Everywhere, action: Action::Help });
    assert_eq!(refused("[tabs]\nhelp = []\n"), (Some(2), KeysWrong::Unbound { layer: Layer::Tabs, action: Action::Help }));
    assert!(matches!(refused("close = []\n").1, KeysWrong::Unbound { action: Action::Close, .. }), "where text is typed");
}

#[test]
fn what_not_every_keyboard_has_is_taken_with_a_warning() {
    let own = Own::parse("import = [\"~\", \"F11\"]\nsort = [\"Ctrl+S\"]\nfilter = [\"F3\"]\n").unwrap();
    let told: Vec<_> = own.warnings.iter().map(|warning| (warning.line, warning.key.as_str(), warning.why)).collect();
    assert_eq!(told, [(1, "~", Hindrance::AltGr), (1, "F11", Hindrance::Taken), (2, "Ctrl+S", Hindrance::Taken)]);
    assert_eq!(means(&own.keymap, Layer::Tabs, "~"), Meaning::Act(Action::Import));
}

#[test]
fn names_of_screens_and_actions_are_their_own() {
    let layers: std::collections::BTreeSet<_> = Layer::ALL.into_iter().map(Layer::id).collect();
    assert_eq!(layers.len(), Layer::ALL.len());
    for action in Action::ALL {
        assert_eq!(Action::from_id(action.id()), Some(*action));
        assert_eq!(Layer::from_id(action.id()), None, "a table and a list would have one name: {}", action.id());
    }
}

#[test]
fn a_phrase_is_filled_with_the_keys_that_hold_there() {
    let keymap = Keymap::standard();
    assert_eq!(
        keymap.fill(Layer::Tabs, "{first} goes up, {import} imports; {nothing} {stays", &Words::of(ScreenLanguage::English).key_names),
        "gg goes up, I imports; {nothing} {stays"
    );
    assert_eq!(
        own("import = [\"F5\"]\n").fill(Layer::Start, "{import}", &Words::of(ScreenLanguage::English).key_names),
        "F5",
        "where the screen has none, the first that has"
    );
}

#[test]
fn everything_that_is_wrong_is_told_at_once() {
    let lines = |text: &str| Own::parse(text).unwrap_err().iter().map(|fault| fault.line).collect::<Vec<_>>();
    assert_eq!(
        lines("imprt = [\"I\"]\nsort = 3\nfilter = [\"Hyper+x\", \"a b c\"]\n[nowhere]\nundo = []\n[tabs]\nredo = [1]\n"),
        [Some(1), Some(2), Some(3), Some(3), Some(4), Some(7)]
    );
    let twice = lines("[tabs]\nundo = [\"q\"]\nredo = [\"?\"]\n");
    assert_eq!(twice.len(), 2, "{twice:?}");
}
