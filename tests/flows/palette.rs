//! The palette of commands: every action by its name.

use instroom::app::Overlay;
use instroom::app::action::Action;
use instroom::app::keymap::Own;
use instroom::app::palette::Standing;
use instroom::words::ScreenLanguage;
use ratatui::style::Modifier;

use crate::support::flow::Flow;
use crate::support::office::SAMPLE;

/// The name of the command under the cursor.
fn current(flow: &Flow) -> Option<Action> {
    let Some(Overlay::Palette(palette)) = &flow.model.overlay else { return None };
    palette.current(flow.model.sight).map(|hit| hit.command.action)
}

#[test]
fn a_command_is_found_by_its_name_and_done() {
    let mut flow = Flow::sample();
    flow.speak(ScreenLanguage::Dutch);
    flow.press("T Enter 4 :").see("every command of this screen, as in the help");
    flow.type_text("terug").see("what fits, the best first; the letters that fit are marked");
    flow.press("Esc").see("Esc closes it").press(":").type_text("herstel");
    assert_eq!(current(&flow), Some(Action::Undo));
    flow.press("Enter").see("it is done as its key does it").press(": Down Ctrl+N Ctrl+P").type_text("take-s");
    assert_eq!(current(&flow), Some(Action::TakeSuggestion));
    flow.see("a stable name, as in files of keys, fits too").press("Ctrl+U").type_text("zzz").see("nothing fits");
    flow.press("Enter").see("so nothing is done").press("Esc");
    flow.tell("palette-nl");
}

#[test]
fn what_cannot_run_says_why_and_where() {
    let mut flow = Flow::sample();
    flow.speak(ScreenLanguage::French);
    flow.press("2 :").type_text("selectionner").see("on this tab nothing can be marked: it says why");
    flow.press("Enter").see("and so does the screen, as when its key is pressed");
    flow.press(":").type_text("modele").see("another screen has it").press("Enter").see("it stays, and says where");
    flow.press("F1").see("the keys of the palette").press("Esc").see("back in the palette").press("Esc");
    flow.tell("palette-fr");
}

#[test]
fn it_opens_over_boxes_and_does_what_they_can() {
    let mut flow = Flow::sample();
    flow.speak(ScreenLanguage::English);
    flow.press("T Enter Q Enter I :").see("the summary has few commands of its own").type_text("plan").press("Enter").see("a plan it is");
    flow.press("Esc Esc c :").type_text("down").press("Enter").see("in the list of columns, one down").press("Esc q d x :");
    flow.see("over a question").type_text("choose").press("Enter").see("the safe button, as ever");
    flow.tell("palette-en");
}

#[test]
fn letters_that_fit_are_marked_by_more_than_a_colour() {
    let mut flow = Flow::sample();
    flow.speak(ScreenLanguage::French).press(":").type_text("defaire").press("Ctrl+U").type_text("selec tout");
    let (buffer, _) = flow.drawn();
    let marked = |y: u16| -> String {
        let cells = (0..buffer.area.width).map(|x| &buffer[(x, y)]);
        let cells = cells.filter(|cell| cell.modifier.contains(Modifier::BOLD | Modifier::UNDERLINED));
        cells.map(ratatui::buffer::Cell::symbol).collect()
    };
    assert!((0..buffer.area.height).map(marked).any(|letters| letters == "sélectout"), "{}", flow.screen());
}

#[test]
fn what_runs_takes_the_way_of_its_key() {
    for (keys, text, direct) in [
        ("T Enter Q Enter 1", "selection around", "*"),
        ("1", "to the shell", "Ctrl+Z"),
        ("1", "which column is which", "M"),
        ("1", "the steps", "g u"),
        ("I", "select-all", "a"),
        ("1", "import: the summary", "I"),
        ("T Enter Q Enter I", "close", "Esc"),
        ("2", "select-all", "a"),
        ("3", "back one screen", "q"),
    ] {
        let (mut by_name, mut by_key) = (Flow::sample(), Flow::sample());
        by_name.press(keys).press(":").type_text(text);
        let action = current(&by_name).unwrap();
        assert_eq!(by_name.press("Enter").screen(), by_key.press(keys).press(direct).screen(), "{action:?} by {text}");
        assert!(!matches!(by_name.model.overlay, Some(Overlay::Palette(_))), "{action:?}");
    }
}

#[test]
fn it_opens_wherever_nothing_is_typed() {
    for (keys, opens) in [
        ("1", true),
        ("2", true),
        ("/", false),
        ("?", false),
        ("T", false),
        ("c", true),
        ("z", true),
        ("3 Enter", true),
        ("3 Enter e", false),
        ("3 R", true),
        ("4 e", false),
        ("4 r", false),
        ("4 F", true),
        ("M", true),
        ("1 I", true),
        ("1 y", true),
        ("q", true),
        ("q d x", true),
        ("q d", true),
        ("q n", true),
        ("q n p", false),
        ("q c", true),
        ("q c Enter", true),
        ("q c i", true),
    ] {
        let mut flow = Flow::sample();
        flow.press("T Enter Q Enter").press(keys).press(":");
        assert_eq!(current(&flow).is_some(), opens, "after {keys}\n{}", flow.screen());
    }
}

#[test]
fn moved_keys_are_named_in_tabs_boxes_and_palette() {
    let own = Own::parse(
        "tab-4 = [\"F4\"]\nchoose = [\"F5\"]\nclose = [\"F6\"]\ntoggle = [\"F8\"]\naccept-next = [\"F7\"]\npalette = [\"F9\"]\n",
    );
    let own: &'static Own = Box::leak(Box::new(own.unwrap()));
    let mut flow = Flow::sample();
    flow.model.sight.keys = &own.keymap;
    flow.press("F4").see("the tab by its own key").press("e").see("the foot of the box").press("F6 c").see("its title").press("F6 F9");
    flow.see("and the palette opens by its own key").press("F6");
    flow.tell("palette-moved-keys");
}

#[test]
fn it_follows_what_happens_behind_it() {
    let mut flow = Flow::at_start(&[("klanten.xlsx", SAMPLE)]);
    flow.press("n").hold().press("Enter :").type_text("import: the");
    let standing = |flow: &Flow| {
        let Some(Overlay::Palette(palette)) = &flow.model.overlay else { return None };
        palette.commands().iter().find(|command| command.action == Action::Import).map(|command| command.standing.clone())
    };
    assert!(matches!(standing(&flow), Some(Standing::Elsewhere(..))), "nothing is open yet");
    flow.go_on();
    assert!(matches!(standing(&flow), Some(Standing::Hindered(_))), "the workbook is open: {}", flow.screen());
}

#[test]
fn it_works_in_the_smallest_window() {
    let mut flow = Flow::sample();
    flow.speak(ScreenLanguage::Dutch)
        .resize(60, 15)
        .press(":")
        .see("a few lines are enough")
        .press("PgDn PgDn")
        .see("it scrolls")
        .type_text("bewaar");
    flow.see("keys as many as fit, the name whole, and why below").press("Esc");
    flow.speak(ScreenLanguage::French).press("g g :").type_text("dossiers").see("in French").press("Esc").resize(200, 60).press(":");
    flow.see("with room for all").press("Esc");
    flow.tell("palette-60x15");
}
