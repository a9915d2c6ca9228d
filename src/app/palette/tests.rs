use super::*;
use crate::app::keymap::Own;
use crate::words::ScreenLanguage;

fn sight(language: ScreenLanguage) -> Sight {
    Sight::first(language)
}

fn palette(layer: Layer, sight: Sight) -> Palette {
    Palette::new(layer, sight, |action| (action == Action::Import).then_some(Notice::NoMore))
}

fn sought(text: &str, layer: Layer, language: ScreenLanguage) -> Vec<Action> {
    let mut palette = palette(layer, sight(language));
    assert_eq!(palette.paste(text), 0);
    palette.hits(sight(language)).into_iter().map(|hit| hit.command.action).collect()
}

#[test]
fn every_action_is_there_once_but_those_of_typing_and_the_palette_itself() {
    for layer in Layer::ALL.into_iter().filter(|layer| !layer.takes_text()) {
        let palette = palette(layer, sight(ScreenLanguage::English));
        let mut missing: Vec<Action> = Action::ALL.to_vec();
        for command in palette.commands() {
            let place = missing.iter().position(|action| *action == command.action);
            missing.remove(place.unwrap_or_else(|| panic!("{:?} twice on {layer:?}", command.action)));
        }
        assert_eq!(missing, [Action::Palette, Action::AcceptNext, Action::AcceptPrevious]);
    }
}

#[test]
fn nothing_sought_is_this_screen_as_in_the_help() {
    let sight = sight(ScreenLanguage::Dutch);
    let palette = palette(Layer::Tabs, sight);
    let shown: Vec<Action> = palette.hits(sight).into_iter().map(|hit| hit.command.action).collect();
    let help: Vec<Action> = sight.keys.bindings(Layer::Tabs).map(|row| row.action).filter(|action| *action != Action::Palette).collect();
    assert_eq!(shown, help);
    assert_eq!(palette.hits(sight)[0].command.keys, ["Spatie", "Ins"], "keys as the screen calls them");
}

#[test]
fn it_is_found_in_each_language_without_accents_and_by_its_stable_name() {
    for (text, language, action) in [
        ("herstel", ScreenLanguage::Dutch, Action::Undo),
        ("keuze terug", ScreenLanguage::Dutch, Action::Undo),
        ("DERNIER CHOIX", ScreenLanguage::French, Action::Undo),
        ("selectionner tout", ScreenLanguage::French, Action::SelectAll),
        ("undo", ScreenLanguage::English, Action::Undo),
        ("take back decision", ScreenLanguage::English, Action::Undo),
        ("dossiers deadline", ScreenLanguage::English, Action::TabDossiers),
    ] {
        assert_eq!(sought(text, Layer::Tabs, language).first(), Some(&action), "{text}");
    }
    for language in ScreenLanguage::ALL {
        for action in Action::ALL.iter().filter(|action| !matches!(action, Action::Palette | Action::AcceptNext | Action::AcceptPrevious)) {
            assert!(sought(action.id(), Layer::Tabs, language).contains(action), "{language:?} {action:?}");
        }
        assert_eq!(sought("take-suggestion", Layer::Tabs, language).first(), Some(&Action::TakeSuggestion));
    }
    assert_eq!(sought("qqqq", Layer::Tabs, ScreenLanguage::English), []);
}

#[test]
fn what_can_run_comes_before_what_fits_equally_well_and_cannot() {
    let sight = sight(ScreenLanguage::English);
    let mut palette = palette(Layer::Register, sight);
    assert_eq!(palette.paste("tab:"), 0);
    let ranks: Vec<u8> = palette.hits(sight).iter().take(8).map(|hit| hit.command.standing.rank()).collect();
    assert!(ranks.is_sorted() && ranks.contains(&0) && ranks.contains(&2), "{ranks:?}");
}

#[test]
fn what_cannot_run_says_why_or_where_it_can() {
    let english = sight(ScreenLanguage::English);
    let palette = palette(Layer::Tabs, english);
    let told = |action| {
        let command = palette.commands().iter().find(|command| command.action == action).unwrap();
        command.standing.why(action, Layer::Tabs, english)
    };
    assert_eq!(told(Action::Undo), "");
    assert_eq!(told(Action::Import), english.words().notice(&Notice::NoMore));
    assert_eq!(told(Action::Template), "On another screen: Start screen (t)");
    assert!(told(Action::Choose).ends_with(", ..."), "{}", told(Action::Choose));
}

#[test]
fn a_moved_key_is_told_and_a_command_without_one_stays() {
    let own: &'static Own = Box::leak(Box::new(Own::parse("undo = [\"F5\"]\nsort = []\n").unwrap()));
    let sight = Sight { keys: &own.keymap, ..sight(ScreenLanguage::English) };
    let palette = palette(Layer::Tabs, sight);
    let keys = |action| palette.commands().iter().find(|command| command.action == action).map(|command| command.keys.clone());
    assert_eq!(keys(Action::Undo), Some(vec!["F5".to_owned()]));
    assert_eq!(keys(Action::Sort), Some(Vec::new()));
}

#[test]
fn the_cursor_stays_on_the_command_when_something_happens_behind_it() {
    let sight = sight(ScreenLanguage::English);
    let mut palette = palette(Layer::Running, sight);
    assert_eq!(palette.paste("numbers"), 0);
    let under = palette.current(sight).unwrap().command.action;
    palette.follow(Layer::Tabs, sight, |_| None);
    assert_eq!(palette.current(sight).map(|hit| hit.command.action), Some(under));
    palette.search = TextField::default();
    palette.go_by(isize::MAX, sight);
    palette.follow(Layer::Box, sight, |_| None);
    assert!(palette.current(sight).is_some(), "there are fewer commands now");
    palette.go_by(isize::MIN, sight);
    assert_eq!(palette.cursor, 0);
}
